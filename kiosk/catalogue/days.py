"""What kind of day a date is in a park, and when the park is open on it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ClosedDays, OpeningHours
from db.models import Site as SiteRow
from kiosk.catalogue.holidays import holiday_of
from kiosk.catalogue.picking import pick
from kiosk.catalogue.sites import site_row
from kiosk.catalogue.views import Day, DayKind, Opening

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_Minutes = tuple[int, int]


def read_day(session: Session, site: str, day: date, lang: str) -> Day:
    """What a date is in a park. Raises UnknownSite.

    A day on which the park does not open at all, by blackout days or by its week, is CLOSED whatever the calendar says.
    """
    row = site_row(session, site)
    return _day(session, row, day, lang)[0]


def read_opening(session: Session, site: str, day: date, lang: str) -> Opening | None:
    """When the park is open on a date; None where it isn't. Raises UnknownSite."""
    row = site_row(session, site)
    found, hours = _day(session, row, day, lang)
    if hours is None:
        return None
    zone = ZoneInfo(row.timezone)
    opens, closes = (_at(day, minutes, zone) for minutes in hours)
    return Opening(opens, closes, found.kind, found.known, found.name)


def _day(session: Session, site: SiteRow, day: date, lang: str) -> tuple[Day, _Minutes | None]:
    holiday, known = holiday_of(session, site.calendar, day)
    name = pick(holiday.name, lang) if holiday is not None else ""
    closed = session.scalar(
        select(ClosedDays)
        .where(ClosedDays.site_id == site.id, ClosedDays.first_day <= day, ClosedDays.last_day >= day)
        .order_by(ClosedDays.position)
        .limit(1)
    )
    if closed is not None:
        return Day(day, DayKind.CLOSED, known, name, pick(closed.note, lang)), None
    is_holiday = holiday is not None and holiday.kind == "holiday"
    hours = _hours(session, site, day, is_holiday=is_holiday)
    if hours is None:
        kind = DayKind.CLOSED
    elif holiday is not None:
        kind = DayKind.HOLIDAY if is_holiday else DayKind.SHIFTED_WORK
    else:
        kind = DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORK
    # The name says what is celebrated; a day on which others work for it has only the kind.
    return Day(day, kind, known, name if is_holiday else "", ""), hours


def _hours(session: Session, site: SiteRow, day: date, *, is_holiday: bool) -> _Minutes | None:
    """Minutes after midnight; a shifted working day keeps the hours of its weekday: visitors come on Sundays."""
    if is_holiday and site.holiday_open is not None and site.holiday_close is not None:
        return site.holiday_open, site.holiday_close
    rows = session.scalars(select(OpeningHours).where(OpeningHours.site_id == site.id).order_by(OpeningHours.position))
    for row in rows:
        in_season = (row.first_day is None or row.first_day <= day) and (row.last_day is None or day <= row.last_day)
        if in_season and _WEEK[day.weekday()] in row.days:
            return row.open_minute, row.close_minute
    return None


def _at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    if minutes == 24 * 60:
        return datetime.combine(day, time.max, zone)
    return datetime.combine(day, time(minutes // 60, minutes % 60), zone)
