"""Sessions made from what a park does every week: in season, in its opening hours, and not on blackout days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, or_, select, update

from db.ids import new_id
from db.models import Block, Booking, CheckIn, Device, Hold, SeatRight, Session, Site, Weekly, Workshop
from kiosk.booking import seats
from kiosk.booking.errors import CapacityTooSmall
from kiosk.booking.listing import Moment
from kiosk.booking.views import Planned

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_session_t = Session.__table__


class OpeningOf(Protocol):
    """When a park is open on a day, as the catalogue has it."""

    @property
    def opens(self) -> datetime: ...
    @property
    def closes(self) -> datetime: ...
    @property
    def kind(self) -> Enum: ...


class Calendar(Protocol):
    """The part of the catalogue that planning asks."""

    def opening(self, site: str, date: date) -> OpeningOf | None:
        """None on a day on which the park stays closed."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """A session as the week has it."""

    workshop_id: UUID
    weekly_id: UUID
    starts_at: datetime
    ends_at: datetime
    language: str
    capacity: int
    wheelchair_places: int
    price_fen: int

    @property
    def key(self) -> tuple[UUID, datetime, str]:
        return self.workshop_id, self.starts_at, self.language


def week_of(tx: Connection, site: str) -> tuple[UUID, ZoneInfo, list["Recurrence"]] | None:
    """A site and its weekly recurrences; None where there is no such site."""
    row = tx.execute(select(Site.id, Site.timezone).where(Site.slug == site)).first()
    if row is None:
        return None
    rows = tx.execute(
        select(
            Weekly.id,
            Weekly.workshop_id,
            Weekly.days,
            Weekly.times,
            Weekly.language,
            Weekly.first_day,
            Weekly.last_day,
            func.coalesce(Weekly.capacity, Workshop.capacity),
            Weekly.on_holidays,
            Workshop.minutes,
            Workshop.wheelchair_places,
            Workshop.price_fen,
        )
        .join(Workshop, Workshop.id == Weekly.workshop_id)
        .where(Workshop.site_id == row.id, Workshop.active)
        .order_by(Workshop.position, Weekly.position)
    )
    return row.id, ZoneInfo(row.timezone), [Recurrence(*each) for each in rows]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A weekly row with what its workshop says."""

    weekly_id: UUID
    workshop_id: UUID
    days: list[str]
    times: list[str]
    language: str
    first_day: date | None
    last_day: date | None
    capacity: int
    on_holidays: bool
    minutes: int
    wheelchair_places: int
    price_fen: int

    def runs_on(self, day: date, holiday: bool) -> bool:
        in_season = (self.first_day is None or self.first_day <= day) and (
            self.last_day is None or day <= self.last_day
        )
        return in_season and _DAYS[day.weekday()] in self.days and (self.on_holidays or not holiday)


def wanted_sessions(
    week: list[Recurrence], zone: ZoneInfo, openings: Mapping[date, OpeningOf | None]
) -> Iterator[Wanted]:
    """What the week gives on these days. A session that would not fit into the opening hours is none."""
    for day, opening in openings.items():
        if opening is None:
            continue
        holiday = opening.kind.name == "HOLIDAY"
        for row in week:
            if not row.runs_on(day, holiday):
                continue
            for at in row.times:
                hour, minute = at.split(":")
                starts = datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=zone).astimezone(UTC)
                ends = starts + timedelta(minutes=row.minutes)  # in UTC: an hour is an hour where clocks change, too
                if opening.opens <= starts and ends <= opening.closes:
                    yield Wanted(
                        row.workshop_id,
                        row.weekly_id,
                        starts,
                        ends,
                        row.language,
                        row.capacity,
                        min(row.wheelchair_places, row.capacity),
                        row.price_fen,
                    )


def plan(tx: Connection, moment: Moment, site_id: UUID, wanted: list[Wanted], until: datetime) -> Planned:
    """Make the sessions that are missing, follow what changed, drop those that nobody has booked and the week no longer
    has. Those with bookings run, but sell no more, and are listed; past and begun sessions are left alone."""
    if tx.dialect.name == "postgresql":  # two kiosks that start at once plan one after the other
        tx.execute(select(Site.id).where(Site.id == site_id).with_for_update(key_share=True))
    in_future = (Session.site_id == site_id, Session.starts_at > moment.wall, Session.starts_at < until)
    rows = tx.execute(select(_session_t).where(*in_future)).all()
    there = {_key(row): row for row in rows if row.origin != "hand"}
    # A session put there by hand at the same time stays, and is not made twice.
    by_hand = {_key(row) for row in rows if row.origin == "hand"}
    plan_by_key = {each.key: each for each in wanted if each.starts_at > moment.wall and each.key not in by_hand}
    made = _make(tx, moment, site_id, [each for key, each in plan_by_key.items() if key not in there])
    changed, kept = 0, []
    for key, row in there.items():
        if key in plan_by_key:
            follows = _follow(tx, moment, row.id, row, plan_by_key[key])
            changed += follows is True
            if follows is None:
                kept.append(row.id)
    dropped, left_over = _leave(tx, [row.id for key, row in there.items() if key not in plan_by_key])
    _share(tx, moment, in_future)
    return Planned(made, changed, dropped, (*kept, *left_over))


def _key(row: Row[Any]) -> tuple[UUID, datetime, str]:
    return row.workshop_id, row.starts_at, row.language


def _leave(tx: Connection, gone: list[UUID]) -> tuple[int, list[UUID]]:
    """Drop what the week no longer has; how many, and those that stay because somebody is booked on them."""
    seats.lock(tx, *gone)  # before looking: nobody may book between our look and our delete
    touched = _touched(tx, gone)
    left_over = [session_id for session_id in gone if session_id in touched]
    dropped = [session_id for session_id in gone if session_id not in touched]
    for part in _parts(dropped):
        tx.execute(delete(SeatRight).where(SeatRight.session_id.in_(part)))
        tx.execute(delete(Session).where(Session.id.in_(part)))
    for part in _parts(left_over):
        tx.execute(update(Session).where(Session.id.in_(part)).values(origin="left_over"))
    return len(dropped), left_over


def _parts(ids: list[UUID]) -> Iterator[list[UUID]]:
    """Lists as short as a statement takes them."""
    return (ids[start : start + 500] for start in range(0, len(ids), 500))


def sellers(tx: Connection) -> int:
    """How many devices sell here."""
    return tx.execute(select(func.count()).select_from(Device).where(Device.kind.in_(("kiosk", "desk")))).scalar_one()


def _alone(tx: Connection) -> bool:
    return sellers(tx) == 1


def _make(tx: Connection, moment: Moment, site_id: UUID, wanted: list[Wanted]) -> int:
    if not wanted:
        return 0
    alone = _alone(tx)
    rows = [
        {
            "id": new_id(),
            "site_id": site_id,
            "workshop_id": each.workshop_id,
            "weekly_id": each.weekly_id,
            "starts_at": each.starts_at,
            "ends_at": each.ends_at,
            "language": each.language,
            "capacity": each.capacity,
            "granted": each.capacity if alone else 0,
            "wheelchair_places": each.wheelchair_places,
            "wheelchairs_granted": each.wheelchair_places if alone else 0,
            "price_fen": each.price_fen,
            "state": "planned",
            "origin": "week",
        }
        for each in wanted
    ]
    tx.execute(insert(Session), rows)
    if alone:  # a kiosk alone is granted all of them; among several each draws on the pool
        rights = [
            {
                "session_id": row["id"],
                "device_id": moment.device,
                "granted": row["granted"],
                "wheelchairs_granted": row["wheelchairs_granted"],
            }
            for row in rows
        ]
        tx.execute(insert(SeatRight), rights)
    return len(rows)


def _follow(tx: Connection, moment: Moment, session_id: UUID, row: Row[Any], wanted: Wanted) -> bool | None:
    """Give a planned session what its workshop says now. None where seats that are taken stand against its capacity:
    it is then as small as they allow."""
    fields = ("weekly_id", "ends_at", "price_fen", "wheelchair_places")
    changes = {name: getattr(wanted, name) for name in fields if getattr(row, name) != getattr(wanted, name)}
    if row.origin != "week":  # it was dropped once, and is back
        changes["origin"] = "week"
    resized = row.capacity != wanted.capacity
    if not changes and not resized:
        return False
    seats.lock(tx, session_id)
    seats.take_back_lapsed(tx, session_id, moment.device, moment.steady, moment.wall)
    whole = True
    if "wheelchair_places" in changes:
        seats.return_unsold(tx, session_id, moment.device)
        granted = tx.execute(select(Session.wheelchairs_granted).where(Session.id == session_id)).scalar_one()
        changes["wheelchair_places"] = max(granted, wanted.wheelchair_places)
        if changes["wheelchair_places"] < row.wheelchair_places:  # before the capacity, which they never exceed
            places = changes.pop("wheelchair_places")
            tx.execute(update(Session).where(Session.id == session_id).values(wheelchair_places=places))
    if resized:
        try:
            seats.resize(tx, session_id, moment.device, wanted.capacity)
        except CapacityTooSmall as refusal:
            seats.resize(tx, session_id, moment.device, min(row.capacity, refusal.taken))
            whole = False
    if changes:
        tx.execute(update(Session).where(Session.id == session_id).values(**changes))
    return True if whole else None


def _touched(tx: Connection, session_ids: list[UUID]) -> set[UUID]:
    """Those that somebody has ever booked or come to, holds now, or keeps for a group."""
    found: set[UUID] = set()
    for part in _parts(session_ids):
        for kind in (Booking, Hold, Block, CheckIn):
            found |= {each for each in tx.scalars(select(kind.session_id).where(kind.session_id.in_(part))) if each}
        taken = or_(SeatRight.held > 0, SeatRight.sold > 0)
        found |= set(tx.scalars(select(SeatRight.session_id).where(SeatRight.session_id.in_(part), taken)))
    return found


def _share(tx: Connection, moment: Moment, in_future: tuple[ColumnElement[bool], ...]) -> None:
    """Once a second device sells here, give what was granted to a kiosk alone back to the pool for all."""
    if _alone(tx):
        return
    own = (
        select(Session.id)
        .join(SeatRight, SeatRight.session_id == Session.id)
        .where(*in_future, SeatRight.device_id == moment.device, seats.OWN_FREE > 0)
        .order_by(Session.id)
    )
    for session_id in tx.scalars(own).all():
        seats.lock(tx, session_id)
        seats.return_unsold(tx, session_id, moment.device)
