"""A day of the programme as a page shows it in a strip of days."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.visitor.formats import short_date, short_weekday, spoken_day
from ui.visitor.session_rows import seats_left

if TYPE_CHECKING:
    from kiosk.booking import BookableDay

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day. `free` says in a word what is left; `open` is false where nothing can be booked."""

    iso: str
    head: str
    date: str
    free: str
    open: bool
    chosen: bool
    spoken: str


def day_row(day: "BookableDay", chosen: date, today: date, lang: str) -> DayRow:
    """The row of `day` where `chosen` is the one that is shown."""
    free = seats_left(day.free) if day.free else _why_nothing(day)
    return DayRow(
        iso=day.date.isoformat(),
        head=short_weekday(day.date, today, lang),
        date=short_date(day.date, lang),
        free=free,
        open=bool(day.free),
        chosen=day.date == chosen,
        spoken=translate("Days", "{day}: {free}").format(day=spoken_day(day.date, today, lang), free=free),
    )


def _why_nothing(day: "BookableDay") -> str:
    if day.kind.name == "CLOSED":
        return translate("Days", "closed")
    return translate("Days", "sold out") if day.sessions else translate("Days", "nothing on")
