"""What the database knows of a ticket beyond its signature."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from db.models import Booking, Category, CheckIn, Ticket
from db.store import Store
from kiosk.ticketing.statement import names_of


@dataclass(frozen=True, slots=True)
class Standing:
    """`state`: valid, moved, cancelled, reissued, or unknown to this database. `moved_to`: the code it was moved to."""

    state: str
    used: bool = False
    code: str = ""
    moved_to: str = ""


def standing(store: Store, serial: int) -> Standing:
    """How a genuine ticket stands here. Used: it has let people in, not counting what was undone."""
    target = aliased(Booking)
    undone = aliased(CheckIn)
    with store.read() as session:
        row = session.execute(
            select(Ticket.id, Ticket.state, Booking.code, target.code)
            .join(Booking, Booking.id == Ticket.booking_id)
            .outerjoin(target, target.id == Booking.moved_to_id)
            .where(Ticket.serial == serial)
        ).first()
        if row is None:
            return Standing("unknown")
        entries = session.scalar(
            select(func.count())
            .select_from(CheckIn)
            .outerjoin(undone, undone.corrects_id == CheckIn.id)
            .where(CheckIn.ticket_id == row[0], CheckIn.kind == "entry", undone.id.is_(None))
        )
        return Standing(row[1], bool(entries), row[2], row[3] or "")


def category_names(store: Store) -> dict[int, str]:
    """The numbers of the categories of the parks in this database, to read tickets by."""
    with store.read() as session:
        return names_of(session.scalars(select(Category.slug).distinct()))
