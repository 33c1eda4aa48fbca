"""Who booked, if they cared to say: kept apart from the booking, taken along by an exchange, erased after the visit."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from db.models import Person as PersonRow
from db.models import Session
from kiosk.booking.views import Person

KEEP_DETAILS = timedelta(days=14)
"""Personal details are erased so long after the visit, unless the settings say otherwise."""


def write_down(tx: Connection, booking_id: UUID, session_id: UUID, person: Person | None, keep: timedelta) -> None:
    """Store what was said, if anything was."""
    if person is None or not (person.name or person.phone or person.needs):
        return
    starts_at = tx.execute(select(Session.starts_at).where(Session.id == session_id)).scalar_one()
    tx.execute(
        insert(PersonRow).values(
            booking_id=booking_id,
            name=person.name,
            phone=person.phone,
            needs=person.needs,
            erase_after=(starts_at + keep).date(),
        )
    )


def take_along(tx: Connection, old: UUID, new: UUID, shift: timedelta) -> None:
    """They belong to the new booking now, and stay as much longer as its visit is later."""
    erase_after = tx.execute(select(PersonRow.erase_after).where(PersonRow.booking_id == old)).scalar()
    if erase_after is not None:
        tx.execute(
            update(PersonRow).where(PersonRow.booking_id == old).values(booking_id=new, erase_after=erase_after + shift)
        )


def erase_due(tx: Connection, today: date) -> int:
    """Erase what has been kept long enough; of how many bookings."""
    return tx.execute(delete(PersonRow).where(PersonRow.erase_after < today)).rowcount
