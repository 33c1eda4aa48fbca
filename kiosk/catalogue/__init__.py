"""What there is to see and to do: parks, zones, exhibits, workshops, and the days on which they are open."""

from kiosk.catalogue.errors import BadHolidayTable, CatalogueError, UnknownExhibit, UnknownSite, UnknownWorkshop
from kiosk.catalogue.room import Catalogue
from kiosk.catalogue.views import (
    Day,
    DayKind,
    Exhibit,
    ExhibitCard,
    Fact,
    Hotspot,
    Moment,
    Opening,
    Picture,
    Site,
    Workshop,
    Zone,
)

__all__ = [
    "BadHolidayTable",
    "Catalogue",
    "CatalogueError",
    "Day",
    "DayKind",
    "Exhibit",
    "ExhibitCard",
    "Fact",
    "Hotspot",
    "Moment",
    "Opening",
    "Picture",
    "Site",
    "UnknownExhibit",
    "UnknownSite",
    "UnknownWorkshop",
    "Workshop",
    "Zone",
]
