"""The one door to seats. Whoever takes, sells or gives back a seat does it by these functions, inside a transaction
that has called `lock` on the session; the database's CHECKs stand behind them.

A device sells only seats that it was granted. A session's pool is `capacity - granted`; where a device's own seats do
not suffice it is granted more of the pool. What has run out is taken back by the next transaction that wants a seat.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Integer, and_, bindparam, delete, func, insert, or_, select, update

from db.models import Block, Booking, Hold, SeatRight, Session
from db.types import Big, UtcTime, Uuid
from kiosk.booking.errors import CapacityTooSmall, SoldOut

OWN_FREE = SeatRight.granted - SeatRight.held - SeatRight.sold - SeatRight.returned
OWN_WHEELCHAIRS_FREE = (
    SeatRight.wheelchairs_granted
    - SeatRight.wheelchairs_held
    - SeatRight.wheelchairs_sold
    - SeatRight.wheelchairs_returned
)


AT_DEVICE: BindParameter[UUID] = bindparam("at_device", type_=Uuid())
AT_STEADY: BindParameter[int] = bindparam("at_steady", type_=Big)
AT_WALL: BindParameter[datetime] = bindparam("at_wall", type_=UtcTime())
"""Filled in when a statement runs: putting one together takes SQLAlchemy five times as long as running it, so that
those on the way from tap to ticket are put together once."""

_group_waits = (
    select(Block.id)
    .where(Block.id == Hold.block_id, Block.state == "kept", Block.release_at > AT_WALL)
    .correlate(Hold)
    .exists()
)
LAPSED_HOLDS = and_(Hold.device_id == AT_DEVICE, Hold.until <= AT_STEADY, or_(Hold.block_id.is_(None), ~_group_waits))
"""Holds of the device that have run out and whose seats are anybody's (a group's go back to the group first)."""

LAPSED_BLOCKS = and_(Block.device_id == AT_DEVICE, Block.state == "kept", Block.release_at <= AT_WALL)
"""Seats kept for groups that did not come for them in time."""

_OF_SESSION, _OF_DEVICE = bindparam("of_session", type_=Uuid()), bindparam("of_device", type_=Uuid())
_OURS = and_(SeatRight.session_id == _OF_SESSION, SeatRight.device_id == _OF_DEVICE)
_COUNTERS = (
    *("granted", "held", "sold", "returned"),
    *("wheelchairs_granted", "wheelchairs_held", "wheelchairs_sold", "wheelchairs_returned"),
)
_rights = SeatRight.__table__.c
_CHANGE = (
    update(SeatRight)
    .where(_OURS)
    .values({name: _rights[name] + bindparam(f"more_{name}", type_=Integer()) for name in _COUNTERS})
)
_NO_CHANGE = {f"more_{name}": 0 for name in _COUNTERS}
_OWN = select(OWN_FREE, OWN_WHEELCHAIRS_FREE).where(_OURS)
_MORE, _MORE_WHEELCHAIRS = bindparam("more", type_=Integer()), bindparam("more_wheelchairs", type_=Integer())
_GRANT = (
    update(Session)
    .where(
        Session.id == _OF_SESSION,
        Session.granted + _MORE <= Session.capacity,
        Session.wheelchairs_granted + _MORE_WHEELCHAIRS <= Session.wheelchair_places,
    )
    .values(granted=Session.granted + _MORE, wheelchairs_granted=Session.wheelchairs_granted + _MORE_WHEELCHAIRS)
)
_TAKE_BACK = (
    delete(Hold)
    .where(Hold.session_id == _OF_SESSION, Hold.device_id == AT_DEVICE, Hold.until <= AT_STEADY)
    .returning(Hold.seats, Hold.wheelchairs, Hold.block_id)
)
_LATE_BLOCKS = select(Block.id, Block.seats).where(Block.session_id == _OF_SESSION, LAPSED_BLOCKS)
_LOCK = select(Session.id).where(Session.id == _OF_SESSION).with_for_update(key_share=True)


def lock(tx: Connection, *session_ids: UUID) -> None:
    """Whoever writes to these sessions waits for us, in the same order everywhere. SQLite's writer is alone anyway."""
    if tx.dialect.name == "postgresql":
        for session_id in sorted(set(session_ids)):
            tx.execute(_LOCK, {"of_session": session_id})


def take_back_lapsed(tx: Connection, session_id: UUID, device: UUID, steady: int, wall: datetime) -> None:
    """What has run out becomes free in the counters too."""
    at = {"of_session": session_id, "at_device": device, "at_steady": steady, "at_wall": wall}
    for seats, wheelchairs, block_id in tx.execute(_TAKE_BACK, at).all():
        let_go(tx, session_id, device, seats, wheelchairs, block_id=block_id)
    for block_id, seats in tx.execute(_LATE_BLOCKS, at).all():
        tx.execute(update(Block).where(Block.id == block_id).values(state="released", seats=0))
        _change(tx, session_id, device, held=-seats)


def hold(tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int) -> None:
    """Keep free seats for somebody. Raises SoldOut."""
    _obtain(tx, session_id, device, seats, wheelchairs)
    _change(tx, session_id, device, held=seats, wheelchairs_held=wheelchairs)


def hold_from_block(tx: Connection, block_id: UUID, seats: int, wheelchairs: int) -> None:
    """Take a group's own seats: they are held already, so only the block has fewer. Raises SoldOut."""
    row = tx.execute(
        update(Block)
        .where(Block.id == block_id, Block.state == "kept", Block.seats >= seats)
        .values(seats=Block.seats - seats)
        .returning(Block.session_id, Block.device_id)
    ).first()
    if row is None:
        found = tx.execute(select(Block.session_id, Block.seats).where(Block.id == block_id)).first()
        raise SoldOut(found.session_id if found else block_id, seats, found.seats if found else 0)
    if wheelchairs:
        _obtain(tx, row.session_id, row.device_id, 0, wheelchairs)
        _change(tx, row.session_id, row.device_id, wheelchairs_held=wheelchairs)


def let_go(
    tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int, *, block_id: UUID | None = None
) -> None:
    """A hold ends without a booking: its seats are free again, or the group's again."""
    if block_id is not None:
        back = tx.execute(
            update(Block).where(Block.id == block_id, Block.state == "kept").values(seats=Block.seats + seats)
        )
        if back.rowcount == 1:
            _change(tx, session_id, device, wheelchairs_held=-wheelchairs)
            return
    _change(tx, session_id, device, held=-seats, wheelchairs_held=-wheelchairs)


def sell_held(tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int) -> None:
    """A hold becomes a booking."""
    _change(
        tx,
        session_id,
        device,
        held=-seats,
        sold=seats,
        wheelchairs_held=-wheelchairs,
        wheelchairs_sold=wheelchairs,
    )


def sell(tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int) -> None:
    """Free seats become a booking at once, as in an exchange. Raises SoldOut."""
    _obtain(tx, session_id, device, seats, wheelchairs)
    _change(tx, session_id, device, sold=seats, wheelchairs_sold=wheelchairs)


def give_back(tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int) -> None:
    """A booking ends: the device that sold its seats may sell them again."""
    _change(tx, session_id, device, sold=-seats, wheelchairs_sold=-wheelchairs)


def grant(tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int = 0) -> bool:
    """Hand seats of the pool to a device; False, and nothing changed, where the pool has not so many."""
    done = tx.execute(_GRANT, {"of_session": session_id, "more": seats, "more_wheelchairs": wheelchairs})
    if done.rowcount != 1:
        return False
    if not _changed(tx, session_id, device, granted=seats, wheelchairs_granted=wheelchairs):
        tx.execute(
            insert(SeatRight).values(
                session_id=session_id, device_id=device, granted=seats, wheelchairs_granted=wheelchairs
            )
        )
    return True


def return_unsold(tx: Connection, session_id: UUID, device: UUID) -> int:
    """A device gives all that it has free back to the pool, for the others to sell. Returns the seats."""
    row = tx.execute(_OWN, {"of_session": session_id, "of_device": device}).first()
    if row is None or tuple(row) == (0, 0):
        return 0
    seats, wheelchairs = row
    _change(tx, session_id, device, returned=seats, wheelchairs_returned=wheelchairs)
    tx.execute(
        update(Session)
        .where(Session.id == session_id)
        .values(granted=Session.granted - seats, wheelchairs_granted=Session.wheelchairs_granted - wheelchairs)
    )
    return int(seats)


def resize(tx: Connection, session_id: UUID, device: UUID, capacity: int) -> None:
    """Change a session's capacity. Raises CapacityTooSmall, with the bookings that stand against it."""
    session = tx.execute(select(Session.capacity, Session.granted).where(Session.id == session_id)).one()
    if capacity < session.granted:
        return_unsold(tx, session_id, device)
    taken = tx.execute(
        select(func.coalesce(func.sum(SeatRight.granted - SeatRight.returned), 0)).where(
            SeatRight.session_id == session_id
        )
    ).scalar_one()
    if taken > capacity:
        codes = tx.scalars(
            select(Booking.code).where(Booking.session_id == session_id, Booking.state == "confirmed")
        ).all()
        raise CapacityTooSmall(session_id, capacity, taken, tuple(codes))
    tx.execute(update(Session).where(Session.id == session_id).values(capacity=capacity))


def free_now(tx: Connection, session_id: UUID, device: UUID) -> tuple[int, int]:
    """Seats and wheelchair places that this device could sell, by the counters alone (so: take back first)."""
    row = tx.execute(
        select(
            Session.capacity - Session.granted + func.coalesce(OWN_FREE, 0),
            Session.wheelchair_places - Session.wheelchairs_granted + func.coalesce(OWN_WHEELCHAIRS_FREE, 0),
        )
        .select_from(Session)
        .join(SeatRight, and_(SeatRight.session_id == Session.id, SeatRight.device_id == device), isouter=True)
        .where(Session.id == session_id)
    ).one()
    return int(row[0]), int(row[1])


def _obtain(tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int) -> None:
    """See to it that the device has so many of its own free, from the pool if need be. Raises SoldOut."""
    row = tx.execute(_OWN, {"of_session": session_id, "of_device": device}).first()
    own, own_wheelchairs = (0, 0) if row is None else row
    short, short_wheelchairs = max(0, seats - own), max(0, wheelchairs - own_wheelchairs)
    if row is not None and not short and not short_wheelchairs:
        return
    if not grant(tx, session_id, device, short, short_wheelchairs):
        free, _ = free_now(tx, session_id, device)
        raise SoldOut(session_id, seats, free, wheelchairs=wheelchairs)


def _change(tx: Connection, session_id: UUID, device: UUID, **by: int) -> None:
    if any(by.values()) and not _changed(tx, session_id, device, **by):
        raise LookupError(f"device {device} has no rights on session {session_id}")


def _changed(tx: Connection, session_id: UUID, device: UUID, **by: int) -> bool:
    more = {f"more_{name}": amount for name, amount in by.items()}
    return tx.execute(_CHANGE, {"of_session": session_id, "of_device": device, **_NO_CHANGE, **more}).rowcount == 1
