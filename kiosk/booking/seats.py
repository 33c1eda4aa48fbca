"""The one door to seats. Whoever takes, sells or gives back a seat does it by these functions, inside a transaction
that has called `lock` on the session; the database's CHECKs stand behind them.

A device sells only seats that it was granted. A session's pool is `capacity - granted`; where a device's own seats do
not suffice it is granted more of the pool. What has run out is taken back by the next transaction that wants a seat.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Integer, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from db.models import Block, Booking, Hold, SeatRight, Session
from db.types import Big, UtcTime, Uuid
from kiosk.booking.errors import CapacityTooSmall, SoldOut


def lock(tx: Connection, *session_ids: UUID) -> None:
    """Whoever writes to these sessions waits for us, in the same order everywhere. SQLite's writer is alone anyway."""
    if tx.dialect.name == "postgresql":
        for session_id in sorted(set(session_ids)):
            tx.execute(select(Session.id).where(Session.id == session_id).with_for_update(key_share=True))


def mine(session_id: UUID, device: UUID) -> ColumnElement[bool]:
    """The row of a device's rights on a session."""
    return and_(SeatRight.session_id == session_id, SeatRight.device_id == device)


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

_SELL_HELD = (
    update(SeatRight)
    .where(SeatRight.session_id == bindparam("of_session"), SeatRight.device_id == bindparam("of_device"))
    .values(
        held=SeatRight.held - bindparam("seats", type_=Integer()),
        sold=SeatRight.sold + bindparam("seats", type_=Integer()),
        wheelchairs_held=SeatRight.wheelchairs_held - bindparam("wheelchairs", type_=Integer()),
        wheelchairs_sold=SeatRight.wheelchairs_sold + bindparam("wheelchairs", type_=Integer()),
    )
)


def take_back_lapsed(tx: Connection, session_id: UUID, device: UUID, steady: int, wall: datetime) -> None:
    """What has run out becomes free in the counters too."""
    lapsed = tx.execute(
        delete(Hold)
        .where(Hold.session_id == session_id, Hold.device_id == device, Hold.until <= steady)
        .returning(Hold.seats, Hold.wheelchairs, Hold.block_id)
    ).all()
    for seats, wheelchairs, block_id in lapsed:
        let_go(tx, session_id, device, seats, wheelchairs, block_id=block_id)
    late = tx.execute(
        select(Block.id, Block.seats).where(Block.session_id == session_id, LAPSED_BLOCKS),
        {"at_device": device, "at_wall": wall},
    ).all()
    for block_id, seats in late:
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
    tx.execute(_SELL_HELD, {"of_session": session_id, "of_device": device, "seats": seats, "wheelchairs": wheelchairs})


def sell(tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int) -> None:
    """Free seats become a booking at once, as in an exchange. Raises SoldOut."""
    _obtain(tx, session_id, device, seats, wheelchairs)
    _change(tx, session_id, device, sold=seats, wheelchairs_sold=wheelchairs)


def give_back(tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int) -> None:
    """A booking ends: the device that sold its seats may sell them again."""
    _change(tx, session_id, device, sold=-seats, wheelchairs_sold=-wheelchairs)


def grant(tx: Connection, session_id: UUID, device: UUID, seats: int, wheelchairs: int = 0) -> bool:
    """Hand seats of the pool to a device; False, and nothing changed, where the pool has not so many."""
    done = tx.execute(
        update(Session)
        .where(
            Session.id == session_id,
            Session.granted + seats <= Session.capacity,
            Session.wheelchairs_granted + wheelchairs <= Session.wheelchair_places,
        )
        .values(granted=Session.granted + seats, wheelchairs_granted=Session.wheelchairs_granted + wheelchairs)
    )
    if done.rowcount != 1:
        return False
    raised = tx.execute(
        update(SeatRight)
        .where(mine(session_id, device))
        .values(granted=SeatRight.granted + seats, wheelchairs_granted=SeatRight.wheelchairs_granted + wheelchairs)
    )
    if raised.rowcount != 1:
        tx.execute(
            insert(SeatRight).values(
                session_id=session_id, device_id=device, granted=seats, wheelchairs_granted=wheelchairs
            )
        )
    return True


def return_unsold(tx: Connection, session_id: UUID, device: UUID) -> int:
    """A device gives all that it has free back to the pool, for the others to sell. Returns the seats."""
    row = tx.execute(select(OWN_FREE, OWN_WHEELCHAIRS_FREE).where(mine(session_id, device))).first()
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
    row = tx.execute(select(OWN_FREE, OWN_WHEELCHAIRS_FREE).where(mine(session_id, device))).first()
    own, own_wheelchairs = (0, 0) if row is None else row
    short, short_wheelchairs = max(0, seats - own), max(0, wheelchairs - own_wheelchairs)
    if row is not None and not short and not short_wheelchairs:
        return
    if not grant(tx, session_id, device, short, short_wheelchairs):
        free, _ = free_now(tx, session_id, device)
        raise SoldOut(session_id, seats, free)


def _change(tx: Connection, session_id: UUID, device: UUID, **by: int) -> None:
    columns = SeatRight.__table__.c
    done = (
        tx.execute(
            update(SeatRight)
            .where(mine(session_id, device))
            .values({name: columns[name] + amount for name, amount in by.items() if amount})
        )
        if any(by.values())
        else None
    )
    if done is not None and done.rowcount != 1:
        raise LookupError(f"device {device} has no rights on session {session_id}")
