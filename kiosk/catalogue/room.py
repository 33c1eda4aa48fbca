"""The subject with its collaborators: each call one transaction that reads."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from db.models import Site as SiteRow
from db.store import Store
from kiosk.catalogue.days import read_day, read_days, read_opening
from kiosk.catalogue.errors import BadHolidayTable
from kiosk.catalogue.exhibits import read_cards, read_exhibit, search_cards
from kiosk.catalogue.holidays import load_holidays, missing_notice, missing_years, shipped_tables
from kiosk.catalogue.sites import read_sites, read_zones, site_row
from kiosk.catalogue.views import Day, DayKind, Exhibit, ExhibitCard, Opening, Site, Workshop, Zone
from kiosk.catalogue.workshops import read_workshops
from kiosk.clock import Clock
from kiosk.events import Events, StaffNotice
from kiosk.resources import resource

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What there is to see and to do. Every method may raise StoreTrouble; with a site's slug, UnknownSite.

    `media_folder` is where imported pictures lie: paths that are given out lie below it.
    """

    store: Store
    media_folder: Path
    clock: Clock
    events: Events

    def sites(self, lang: str) -> tuple[Site, ...]:
        """Every park in the database, in the order in which they came."""
        with self.store.read() as session:
            return read_sites(session, lang, self.media_folder)

    def site(self, slug: str, lang: str) -> Site:
        """One park."""
        with self.store.read() as session:
            return read_sites(session, lang, self.media_folder, slug)[0]

    def zones(self, site: str, lang: str) -> tuple[Zone, ...]:
        """The parts of a park, in its own order."""
        with self.store.read() as session:
            return read_zones(session, site_row(session, site).id, lang)

    def exhibits(self, site: str, lang: str) -> tuple[ExhibitCard, ...]:
        """Every exhibit of a park, by number."""
        with self.store.read() as session:
            return read_cards(session, site, lang, self.media_folder)

    def exhibit(self, site: str, slug: str, lang: str) -> Exhibit:
        """One exhibit with all that is told of it. Raises UnknownExhibit."""
        with self.store.read() as session:
            return read_exhibit(session, site, slug, lang, self.media_folder)

    def search(self, site: str, text: str, lang: str) -> tuple[ExhibitCard, ...]:
        """Exhibits by name, tag, number, pinyin or its initials, the nearest first; nothing for nothing typed."""
        with self.store.read() as session:
            return search_cards(session, site, text, lang, self.media_folder)

    def workshops(self, site: str, lang: str) -> tuple[Workshop, ...]:
        """Every workshop that a park holds."""
        with self.store.read() as session:
            return read_workshops(session, site, lang, self.media_folder)

    def workshop(self, site: str, slug: str, lang: str) -> Workshop:
        """One workshop. Raises UnknownWorkshop."""
        with self.store.read() as session:
            return read_workshops(session, site, lang, self.media_folder, slug)[0]

    def day(self, site: str, day: date, lang: str = "zh") -> Day:
        """What a date is in a park: its kind, whether the year is announced, and what is to be said of it."""
        with self.store.read() as session:
            return read_day(session, site, day, lang)

    def days(self, site: str, first: date, count: int, lang: str = "zh") -> tuple[Day, ...]:
        """The same of so many dates from `first` on, for little more than one costs."""
        with self.store.read() as session:
            return read_days(session, site, first, count, lang)

    def kind_of_day(self, site: str, day: date) -> DayKind:
        """What kind of day a date is in a park."""
        return self.day(site, day).kind

    def opening(self, site: str, day: date, lang: str = "zh") -> Opening | None:
        """When the park is open on a date; None where it isn't."""
        with self.store.read() as session:
            return read_opening(session, site, day, lang)

    def load_holidays(self, own: Path | None = None) -> tuple[tuple[str, int], ...]:
        """Take in the holiday tables that come with the program, and those in the folder `own`.

        Calendar and year of what is new. Raises BadHolidayTable, OSError.
        """
        tables: Iterable[Path] = (*shipped_tables(resource("holidays")), *(shipped_tables(own) if own else ()))
        return load_holidays(self.store, tables)

    def renew_holidays(self, own: Path) -> None:
        """What a start does: take in the tables, and tell staff what is missing or cannot be used.

        A faulty table of the park's own is told to staff and leaves what was known. Raises StoreTrouble.
        """
        self.load_holidays()
        for table in shipped_tables(own):
            try:
                load_holidays(self.store, [table])
            except (BadHolidayTable, OSError) as error:
                log.warning("a holiday table was left out: %s", error)
                text = f"节假日表 {table.name} 有误，未采用。 The holiday table {table.name} was left out: {error}"
                self.events.publish(StaffNotice(f"holiday-table-{table.name}", text))
        self.tell_missing_holidays()

    def missing_holidays(self) -> tuple[StaffNotice, ...]:
        """What staff must be told of the holiday table today; empty where nothing is missing."""
        with self.store.read() as session:
            name = session.scalar(select(SiteRow.timezone).order_by(SiteRow.position).limit(1))
            today = self.clock.now().astimezone(ZoneInfo(name or "Asia/Shanghai")).date()
            return tuple(missing_notice(calendar, year) for calendar, year in missing_years(session, today))

    def tell_missing_holidays(self) -> tuple[StaffNotice, ...]:
        """Publish those notices: at the start, and once a day after."""
        notices = self.missing_holidays()
        for notice in notices:
            self.events.publish(notice)
        return notices
