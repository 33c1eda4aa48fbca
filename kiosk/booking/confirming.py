"""A hold becomes a booking, with its ticket."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from db.ids import new_id
from db.models import Booking as BookingRow
from db.models import BookingLine, Device, RefundRule, Session, Site, Ticket
from db.models import Hold as HoldRow
from db.types import Big, Uuid
from kiosk.booking import personal, seats
from kiosk.booking.errors import HoldExpired, SessionClosed
from kiosk.booking.listing import Moment
from kiosk.booking.texts import say
from kiosk.booking.views import Person

_TAKE_HOLD = (
    delete(HoldRow)
    .where(
        HoldRow.id == bindparam("of_hold", type_=Uuid()),
        HoldRow.device_id == bindparam("of_device", type_=Uuid()),
        HoldRow.until > bindparam("at_steady", type_=Big),
    )
    .returning(
        HoldRow.session_id,
        HoldRow.seats,
        HoldRow.wheelchairs,
        HoldRow.party,
        HoldRow.lines,
        HoldRow.total_fen,
    )
)
_SESSION = select(Session.state, Session.starts_at, Session.site_id).where(
    Session.id == bindparam("of_session", type_=Uuid())
)
_REFUND_RULES = (
    select(RefundRule.hours_before, RefundRule.percent)
    .where(RefundRule.site_id == bindparam("of_site", type_=Uuid()))
    .order_by(RefundRule.position)
)
_NEXT_SERIAL = (
    update(Device)
    .where(Device.id == bindparam("of_device", type_=Uuid()))
    .values(next_serial=Device.next_serial + 1)
    .returning(Device.number, Device.next_serial)
)
_NEW_BOOKING, _NEW_LINES, _NEW_TICKET = insert(BookingRow), insert(BookingLine), insert(Ticket)


def confirm(
    tx: Connection,
    moment: Moment,
    hold_id: UUID,
    code: str,
    lang: str,
    *,
    person: Person | None = None,
    keep_details: timedelta = personal.KEEP_DETAILS,
) -> tuple[UUID, UUID] | None:
    """Book what a live hold keeps, at the price it was held at. Returns booking and session; None if this hold has
    been confirmed before (a second tap, or a tap whose answer was lost). Raises HoldExpired, SessionClosed."""
    hold = tx.execute(_TAKE_HOLD, {"of_hold": hold_id, "of_device": moment.device, "at_steady": moment.steady}).first()
    if hold is None:
        if tx.execute(select(BookingRow.id).where(BookingRow.hold_id == hold_id)).first() is not None:
            return None
        raise HoldExpired(hold_id)
    seats.sell_held(tx, hold.session_id, moment.device, hold.seats, hold.wheelchairs)
    session = tx.execute(_SESSION, {"of_session": hold.session_id}).one()
    if session.state != "planned":
        raise SessionClosed(say(session.state, lang))
    if session.starts_at <= moment.wall:
        raise SessionClosed(say("running", lang))
    booking_id = new_id()
    tx.execute(
        _NEW_BOOKING,
        {
            "id": booking_id,
            "code": code,
            "site_id": session.site_id,
            "session_id": hold.session_id,
            "device_id": moment.device,
            "hold_id": hold_id,
            "state": "confirmed",
            "heads": sum(hold.party.values()),
            "seats": hold.seats,
            "wheelchairs": hold.wheelchairs,
            "total_fen": hold.total_fen,
            "refund_rules": read_refund_rules(tx, session.site_id),
            "lang": lang,
            "created_at": moment.wall,
            "version": 1,
        },
    )
    write_lines(tx, booking_id, hold.lines)
    issue_ticket(tx, moment, booking_id, hold.party)
    personal.write_down(tx, booking_id, hold.session_id, person, keep_details)
    return booking_id, hold.session_id


def read_refund_rules(tx: Connection, site_id: UUID) -> list[dict[str, Any]]:
    """The park's refund rules of today, as a booking keeps them."""
    rows = tx.execute(_REFUND_RULES, {"of_site": site_id})
    return [{"hours_before": hours, "percent": percent} for hours, percent in rows]


def write_lines(tx: Connection, booking_id: UUID, lines: Iterable[dict[str, Any]]) -> None:
    """Store the price's lines, in their order."""
    rows = [
        {**line, "name": line["name"] or {}, "proof": line["proof"] or {}, "booking_id": booking_id, "position": at}
        for at, line in enumerate(lines)
    ]
    tx.execute(_NEW_LINES, rows)


def issue_ticket(tx: Connection, moment: Moment, booking_id: UUID, party: dict[str, int]) -> None:
    """One ticket that admits the whole party."""
    number, following = tx.execute(_NEXT_SERIAL, {"of_device": moment.device}).one()
    tx.execute(
        _NEW_TICKET,
        {
            "id": new_id(),
            "serial": (number << 28) + following - 1,
            "booking_id": booking_id,
            "category": next(iter(party)) if len(party) == 1 else "party",
            "admits": sum(party.values()),
            "state": "valid",
        },
    )


def site_of(tx: Connection, slug: str) -> UUID | None:
    """The id of a site by its slug."""
    return tx.execute(select(Site.id).where(Site.slug == slug)).scalar()
