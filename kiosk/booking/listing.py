"""Sessions as a visitor may see them: what is free, and why one can't be booked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Integer, Row, Text, and_, bindparam, func, literal, select, union_all
from sqlalchemy.sql.elements import ColumnElement

from db.models import Block, Hold, SeatRight, Session, Site, Workshop, WorkshopText, ZoneText
from db.types import UtcTime, Uuid
from kiosk.booking import seats
from kiosk.booking.errors import UnknownSession
from kiosk.booking.texts import day_text, pick, say
from kiosk.booking.views import SessionState, SessionView


@dataclass(frozen=True, slots=True)
class Moment:
    """The instant and the device that a question is asked for."""

    wall: datetime
    steady: int
    device: UUID

    @property
    def binds(self) -> dict[str, object]:
        """What the statements below are filled in with."""
        return {"at_device": self.device, "at_steady": self.steady, "at_wall": self.wall}


def _lapsed(column: ColumnElement[int], of: ColumnElement[bool], lapsed: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.coalesce(func.sum(column), 0)).where(of, lapsed).correlate(Session).scalar_subquery()


# What the device could sell: of the pool, its own, and what has run out.
_FREE: ColumnElement[int] = (
    Session.capacity
    - Session.granted
    + func.coalesce(seats.OWN_FREE, 0)
    + _lapsed(Hold.__table__.c.seats, Hold.session_id == Session.id, seats.LAPSED_HOLDS)
    + _lapsed(Block.__table__.c.seats, Block.session_id == Session.id, seats.LAPSED_BLOCKS)
)
_WHEELCHAIR_FREE: ColumnElement[int] = (
    Session.wheelchair_places
    - Session.wheelchairs_granted
    + func.coalesce(seats.OWN_WHEELCHAIRS_FREE, 0)
    + _lapsed(Hold.__table__.c.wheelchairs, Hold.session_id == Session.id, seats.LAPSED_HOLDS)
)
_OWN_RIGHTS = and_(SeatRight.session_id == Session.id, SeatRight.device_id == seats.AT_DEVICE)

_OF_SITE_BETWEEN = and_(
    Site.slug == bindparam("of_site", type_=Text()),
    Session.starts_at >= bindparam("first", type_=UtcTime()),
    Session.starts_at < bindparam("last", type_=UtcTime()),
)

_FREE_SEATS = (
    select(Session.id, _FREE)
    .join(Site, Site.id == Session.site_id)
    .join(SeatRight, _OWN_RIGHTS, isouter=True)
    .where(_OF_SITE_BETWEEN)
)
_SESSIONS = (
    select(
        Session.id,
        Session.starts_at,
        Session.ends_at,
        Session.language,
        Session.capacity,
        Session.price_fen,
        Session.state,
        Session.origin,
        Session.note,
        Session.site_id,
        Session.workshop_id,
        Workshop.zone_id,
        Workshop.slug.label("workshop"),
        Workshop.min_party,
        Workshop.max_party,
        Site.slug.label("site"),
        Site.timezone,
        Site.days_ahead,
        Site.cutoff_minutes,
        _FREE.label("free"),
        _WHEELCHAIR_FREE.label("wheelchair_free"),
    )
    .join(Site, Site.id == Session.site_id)
    .join(Workshop, Workshop.id == Session.workshop_id)
    .join(SeatRight, _OWN_RIGHTS, isouter=True)
    .order_by(Session.starts_at, Session.id)
)
_OF_DAYS = (
    select(
        Session.starts_at,
        Session.ends_at,
        Session.state,
        Session.origin,
        Session.note,
        Site.days_ahead,
        Site.cutoff_minutes,
        _FREE.label("free"),
    )
    .join(Site, Site.id == Session.site_id)
    .join(SeatRight, _OWN_RIGHTS, isouter=True)
    .where(_OF_SITE_BETWEEN)
)
_OF_DAYS_AND_WORKSHOP = _OF_DAYS.join(Workshop, Workshop.id == Session.workshop_id).where(
    Workshop.slug == bindparam("of_workshop", type_=Text())
)
_ONE_SESSION = _SESSIONS.where(Session.id == bindparam("of_session", type_=Uuid()))
_NEXT_AT_ONCE, _NEXT_AMONG = 5, 200
_NEXT_FREE = (
    _SESSIONS.where(
        Session.starts_at > seats.AT_WALL,
        Session.state == "planned",
        Session.origin != "left_over",
        Workshop.max_party >= bindparam("wanted", type_=Integer()),
        bindparam("wanted", type_=Integer()) <= _FREE,
    )
    .limit(bindparam("rows", type_=Integer()))
    .offset(bindparam("skipped", type_=Integer()))
)
_NEXT_IN_SITE = _NEXT_FREE.where(Session.site_id == bindparam("of_site", type_=Uuid()))
_NEXT_OF_WORKSHOP = _NEXT_FREE.where(Session.workshop_id == bindparam("of_workshop", type_=Uuid()))
_WORKSHOP_NAMES = select(
    WorkshopText.workshop_id, WorkshopText.lang, WorkshopText.name, WorkshopText.meeting_point
).where(WorkshopText.workshop_id.in_(bindparam("workshops", expanding=True)))
_ZONE_NAMES = select(ZoneText.zone_id, ZoneText.lang, ZoneText.name).where(
    ZoneText.zone_id.in_(bindparam("zones", expanding=True))
)
_NAMES_OF_ONE = union_all(
    select(
        WorkshopText.workshop_id.label("of"), WorkshopText.lang, WorkshopText.name, WorkshopText.meeting_point
    ).where(WorkshopText.workshop_id == bindparam("of_workshop", type_=Uuid())),
    select(ZoneText.zone_id, ZoneText.lang, ZoneText.name, literal("", Text())).where(
        ZoneText.zone_id == bindparam("of_zone", type_=Uuid())
    ),
)
"""One statement for a single session, which is on the way from tap to ticket."""


def free_seats(tx: Connection, moment: Moment, site: str, first: datetime, last: datetime) -> dict[UUID, int]:
    """Free seats of every session of a site that starts from `first` until before `last`: one indexed read."""
    rows = tx.execute(_FREE_SEATS, {**moment.binds, "of_site": site, "first": first, "last": last})
    return {session_id: int(count) for session_id, count in rows}


def seats_of_days(
    tx: Connection, moment: Moment, site: str, first: datetime, last: datetime, *, zone: ZoneInfo, workshop: str | None
) -> dict[date, list[int]]:
    """Of each day in `zone` the free seats of every session that can be booked or is full: one indexed read."""
    asked: dict[str, object] = {**moment.binds, "of_site": site, "first": first, "last": last, "of_workshop": workshop}
    found: dict[date, list[int]] = {}
    for row in tx.execute(_OF_DAYS if workshop is None else _OF_DAYS_AND_WORKSHOP, asked):
        if _state(row, moment.wall, zone, "zh")[0] in {"open", "sold_out"}:
            found.setdefault(row.starts_at.astimezone(zone).date(), []).append(max(0, int(row.free)))
    return found


def sessions(
    tx: Connection, moment: Moment, lang: str, *conditions: ColumnElement[bool], limit: int = 200
) -> tuple[SessionView, ...]:
    """Sessions that fit the conditions (on Session, Site, Workshop), in order of their start."""
    rows = tx.execute(_SESSIONS.where(*conditions).limit(limit), moment.binds).all()
    return _views(tx, moment, lang, rows)


def _views(tx: Connection, moment: Moment, lang: str, rows: Sequence[Row[Any]]) -> tuple[SessionView, ...]:
    names = _Names(tx, {row.workshop_id for row in rows}, {row.zone_id for row in rows})
    return tuple(_view(row, names, moment.wall, lang) for row in rows)


def session(tx: Connection, moment: Moment, session_id: UUID, lang: str) -> SessionView:
    """One session. Raises UnknownSession."""
    return show(tx, moment, read(tx, moment, session_id), lang)


def read(tx: Connection, moment: Moment, session_id: UUID) -> Row[Any]:
    """One session's row, for those who may not need its names. Raises UnknownSession."""
    row = tx.execute(_ONE_SESSION, {**moment.binds, "of_session": session_id}).first()
    if row is None:
        raise UnknownSession(session_id)
    return row


def show(tx: Connection, moment: Moment, row: Row[Any], lang: str) -> SessionView:
    """What `read` found, with its names."""
    return _views(tx, moment, lang, [row])[0]


def is_full(row: Row[Any], moment: Moment) -> bool:
    """Whether nothing but its seats stands against booking what `read` found."""
    return _state(row, moment.wall, ZoneInfo(row.timezone), "zh")[0] == "sold_out"


def next_free(
    tx: Connection,
    moment: Moment,
    lang: str,
    site_id: UUID,
    *,
    workshop_id: UUID | None = None,
    wanted: int = 1,
    wheelchairs: int = 0,
) -> SessionView | None:
    """The first session of a site, or of one workshop, that can be booked now and has so many seats and wheelchair
    places."""
    asked: dict[str, object] = {**moment.binds, "wanted": wanted, "rows": _NEXT_AT_ONCE}
    # Two statements and not one with an "or": PostgreSQL would plan that anew each time it is asked.
    if workshop_id is None:
        statement, asked["of_site"] = _NEXT_IN_SITE, site_id
    else:
        statement, asked["of_workshop"] = _NEXT_OF_WORKSHOP, workshop_id
    for skipped in range(0, _NEXT_AMONG, _NEXT_AT_ONCE):
        rows = tx.execute(statement, {**asked, "skipped": skipped}).all()
        for row in rows:
            # For those that come first the park may have stopped booking already.
            if (
                row.wheelchair_free >= wheelchairs
                and _state(row, moment.wall, ZoneInfo(row.timezone), lang)[0] == "open"
            ):
                return _views(tx, moment, lang, [row])[0]
        if len(rows) < _NEXT_AT_ONCE:
            break
    return None


def day_bounds(day: date, zone: ZoneInfo, days: int = 1) -> tuple[datetime, datetime]:
    """The instants between which the park's day lies."""
    first = datetime.combine(day, time(), zone)
    return first, datetime.combine(day + timedelta(days=days), time(), zone)


class _Names:
    """Names of workshops and zones in every language, read once for a list."""

    def __init__(self, tx: Connection, workshops: set[UUID], zones: set[UUID]) -> None:
        self._workshops: dict[UUID, dict[str, tuple[str, str]]] = {}
        self._zones: dict[UUID, dict[str, str]] = {}
        if not workshops:
            return
        if len(workshops) == len(zones) == 1:
            (of_workshop,), (of_zone,) = workshops, zones
            asked = {"of_workshop": of_workshop, "of_zone": of_zone}
            for of, lang, name, meeting in tx.execute(_NAMES_OF_ONE, asked):
                if of == of_workshop:
                    self._workshops.setdefault(of, {})[lang] = (name, meeting)
                else:
                    self._zones.setdefault(of, {})[lang] = name
            return
        for workshop, lang, name, meeting in tx.execute(_WORKSHOP_NAMES, {"workshops": list(workshops)}):
            self._workshops.setdefault(workshop, {})[lang] = (name, meeting)
        for zone, lang, name in tx.execute(_ZONE_NAMES, {"zones": list(zones)}):
            self._zones.setdefault(zone, {})[lang] = name

    def workshop(self, workshop: UUID, lang: str) -> tuple[str, str, str]:
        """Name, name in the other language, meeting point."""
        texts = self._workshops.get(workshop, {})
        nothing = ("", "")
        own = texts.get(lang) or next(iter(texts.values()), nothing)
        other = next((text for key, text in sorted(texts.items()) if key != lang), nothing)
        return own[0], other[0], own[1] or other[1]

    def zone(self, zone: UUID, lang: str) -> str:
        texts = self._zones.get(zone, {})
        return texts.get(lang) or next(iter(texts.values()), "")


def _view(row: Row[Any], names: _Names, wall: datetime, lang: str) -> SessionView:
    zone = ZoneInfo(row.timezone)
    name, other, meeting = names.workshop(row.workshop_id, lang)
    state, reason = _state(row, wall, zone, lang)
    return SessionView(
        id=row.id,
        site=row.site,
        workshop=row.workshop,
        workshop_name=name,
        other_name=other,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        local_start=row.starts_at.astimezone(zone),
        local_end=row.ends_at.astimezone(zone),
        language=row.language,
        capacity=row.capacity,
        free=max(0, int(row.free)),
        wheelchair_free=max(0, int(row.wheelchair_free)),
        price_fen=row.price_fen,
        state=state,
        reason=reason,
        zone_name=names.zone(row.zone_id, lang),
        meeting_point=meeting,
        min_party=row.min_party,
        max_party=row.max_party,
    )


def _state(row: Row[Any], wall: datetime, zone: ZoneInfo, lang: str) -> tuple[SessionState, str]:
    """The nearest reason why a session can't be booked comes first."""
    state: SessionState = "open"
    if row.state in {"cancelled", "closed"}:
        note = pick(row.note, lang)
        return row.state, note or say(row.state, lang)
    earliest = (row.starts_at.astimezone(zone) - timedelta(days=row.days_ahead)).date()
    if wall >= row.ends_at:
        state = "over"
    elif wall >= row.starts_at:
        state = "running"
    elif row.origin == "left_over":
        state = "closed"
    elif wall > row.starts_at - timedelta(minutes=row.cutoff_minutes):
        state = "too_late"
    elif wall.astimezone(zone).date() < earliest:
        state = "too_early"
    elif row.free <= 0:
        state = "sold_out"
    if state == "open":
        return state, ""
    return state, say(state, lang, minutes=row.cutoff_minutes, day=day_text(earliest, lang))
