"""Seats kept for a group or a school."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from db.ids import new_id
from db.models import Block
from kiosk.booking import listing, seats
from kiosk.booking.errors import SessionClosed
from kiosk.booking.listing import Moment
from kiosk.booking.views import BlockView


def keep(
    tx: Connection, moment: Moment, session_id: UUID, count: int, label: str, *, release_at: datetime, lang: str
) -> BlockView:
    """Keep free seats for a group until `release_at`. Raises UnknownSession, SessionClosed, SoldOut."""
    seats.lock(tx, session_id)
    seats.take_back_lapsed(tx, session_id, moment.device, moment.steady, moment.wall)
    view = listing.session(tx, moment, session_id, lang)
    if view.state not in {"open", "sold_out", "too_early"}:
        raise SessionClosed(view.reason)
    seats.hold(tx, session_id, moment.device, count, 0)
    block_id = new_id()
    tx.execute(
        insert(Block).values(
            id=block_id,
            session_id=session_id,
            device_id=moment.device,
            label=label,
            seats=count,
            release_at=release_at,
            state="kept",
            made_at=moment.wall,
        )
    )
    return BlockView(block_id, session_id, label, count, release_at)


def release(tx: Connection, block_id: UUID) -> UUID | None:
    """Let the seats go that the group has not taken; the session, or None where nothing was kept any more."""
    found = tx.execute(select(Block.session_id).where(Block.id == block_id)).scalar()
    if found is None:
        return None
    seats.lock(tx, found)
    row = tx.execute(
        select(Block.session_id, Block.device_id, Block.seats).where(Block.id == block_id, Block.state == "kept")
    ).first()
    if row is None:
        return None
    tx.execute(update(Block).where(Block.id == block_id).values(state="released", seats=0))
    seats.let_go(tx, row.session_id, row.device_id, row.seats, 0)
    return found
