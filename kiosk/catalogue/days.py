"""What kind of day a date is in a park, and when the park is open on it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ClosedDays, OpeningHours
from db.models import Site as SiteRow
from kiosk.catalogue.holidays import holidays_between
from kiosk.catalogue.picking import pick
from kiosk.catalogue.sites import site_row
from kiosk.catalogue.views import Day, DayKind, Opening

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_Minutes = tuple[int, int]


def read_day(session: Session, site: str, day: date, lang: str) -> Day:
    """What a date is in a park. Raises UnknownSite.

    A day on which the park does not open at all, by blackout days or by its week, is CLOSED whatever the calendar says.
    """
    return read_days(session, site, day, 1, lang)[0]


def read_days(session: Session, site: str, first: date, count: int, lang: str) -> tuple[Day, ...]:
    """So many dates from `first` on, in as many reads as one takes. Raises UnknownSite."""
    row = site_row(session, site)
    dates = [first + timedelta(days=offset) for offset in range(count)]
    known_to_park = _Calendar(session, row, dates[0], dates[-1])
    return tuple(known_to_park.day(date, lang)[0] for date in dates)


def read_opening(session: Session, site: str, day: date, lang: str) -> Opening | None:
    """When the park is open on a date; None where it isn't. Raises UnknownSite."""
    row = site_row(session, site)
    found, hours = _Calendar(session, row, day, day).day(day, lang)
    if hours is None:
        return None
    zone = ZoneInfo(row.timezone)
    opens, closes = (_at(day, minutes, zone) for minutes in hours)
    return Opening(opens, closes, found.kind, found.known, found.name)


class _Calendar:
    """What stands in a park's tables of the dates from `first` to `last`: read once, asked for each date."""

    def __init__(self, session: Session, site: SiteRow, first: date, last: date) -> None:
        self._site = site
        self._holidays, self._years = holidays_between(session, site.calendar, first, last)
        self._closed = session.scalars(
            select(ClosedDays)
            .where(ClosedDays.site_id == site.id, ClosedDays.first_day <= last, ClosedDays.last_day >= first)
            .order_by(ClosedDays.position)
        ).all()
        self._hours = session.scalars(
            select(OpeningHours).where(OpeningHours.site_id == site.id).order_by(OpeningHours.position)
        ).all()

    def day(self, day: date, lang: str) -> tuple[Day, _Minutes | None]:
        """The date, and the minutes after midnight between which the park is open."""
        holiday = self._holidays.get(day)
        known = self._site.calendar is None or holiday is not None or day.year in self._years
        name = pick(holiday.name, lang) if holiday is not None else ""
        closed = next((found for found in self._closed if found.first_day <= day <= found.last_day), None)
        if closed is not None:
            return Day(day, DayKind.CLOSED, known, name, pick(closed.note, lang)), None
        is_holiday = holiday is not None and holiday.kind == "holiday"
        hours = self._opening(day, is_holiday=is_holiday)
        if hours is None:
            kind = DayKind.CLOSED
        elif holiday is not None:
            kind = DayKind.HOLIDAY if is_holiday else DayKind.SHIFTED_WORK
        else:
            kind = DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORK
        # The name says what is celebrated; a day on which others work for it has only the kind.
        return Day(day, kind, known, name if is_holiday else "", ""), hours

    def _opening(self, day: date, *, is_holiday: bool) -> _Minutes | None:
        """Minutes after midnight; a shifted working day keeps the hours of its weekday: visitors come on Sundays."""
        site = self._site
        if is_holiday and site.holiday_open is not None and site.holiday_close is not None:
            return site.holiday_open, site.holiday_close
        for row in self._hours:
            in_season = (row.first_day is None or row.first_day <= day) and (
                row.last_day is None or day <= row.last_day
            )
            if in_season and _WEEK[day.weekday()] in row.days:
                return row.open_minute, row.close_minute
        return None


def _at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    if minutes == 24 * 60:
        return datetime.combine(day, time.max, zone)
    return datetime.combine(day, time(minutes // 60, minutes % 60), zone)
