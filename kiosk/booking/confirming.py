"""A hold becomes a booking, with its ticket."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from db.ids import new_id
from db.models import Booking as BookingRow
from db.models import BookingLine, Device, RefundRule, Site, Ticket
from db.models import Hold as HoldRow
from db.types import Big, Uuid
from kiosk.booking import listing, personal, seats
from kiosk.booking.errors import HoldExpired, SessionClosed
from kiosk.booking.listing import Moment
from kiosk.booking.refunds import rule_sentence
from kiosk.booking.tariff import show_lines
from kiosk.booking.texts import say
from kiosk.booking.views import BookingView, Person, TicketRef

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
) -> BookingView | None:
    """Book what a live hold keeps, at the price it was held at. Returns the booking as `lookup.find` would show it,
    from what is known here: a new one has no money and no entries yet. None if this hold has been confirmed before (a
    second tap, or a tap whose answer was lost). Raises HoldExpired, SessionClosed."""
    hold = tx.execute(_TAKE_HOLD, {"of_hold": hold_id, "of_device": moment.device, "at_steady": moment.steady}).first()
    if hold is None:
        if tx.execute(select(BookingRow.id).where(BookingRow.hold_id == hold_id)).first() is not None:
            return None
        raise HoldExpired(hold_id)
    seats.sell_held(tx, hold.session_id, moment.device, hold.seats, hold.wheelchairs)
    session = listing.read(tx, moment, hold.session_id)
    if session.state != "planned":
        raise SessionClosed(say(session.state, lang))
    if session.starts_at <= moment.wall:
        raise SessionClosed(say("running", lang))
    booking_id, heads = new_id(), sum(hold.party.values())
    rules = read_refund_rules(tx, session.site_id)
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
            "heads": heads,
            "seats": hold.seats,
            "wheelchairs": hold.wheelchairs,
            "total_fen": hold.total_fen,
            "refund_rules": rules,
            "lang": lang,
            "created_at": moment.wall,
            "version": 1,
        },
    )
    write_lines(tx, booking_id, hold.lines)
    ticket = issue_ticket(tx, moment, booking_id, hold.party)
    personal.write_down(tx, booking_id, hold.session_id, person, keep_details)
    return BookingView(
        id=booking_id,
        code=code,
        site=session.site,
        session=listing.show(tx, moment, session, lang),
        lines=show_lines(hold.lines, lang),
        total_fen=hold.total_fen,
        state="confirmed",
        payment="to_pay" if hold.total_fen else "free",
        paid_fen=0,
        heads=heads,
        tickets=(ticket,),
        can_move=True,
        can_cancel=True,
        why_not="",
        refund_fen=0,
        refund_rule=rule_sentence(rules, hold.total_fen, lang),
        needs=person.needs if person else "",
        moved_to=None,
        created_at=moment.wall,
        wheelchairs=hold.wheelchairs,
    )


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


def issue_ticket(tx: Connection, moment: Moment, booking_id: UUID, party: dict[str, int]) -> TicketRef:
    """One ticket that admits the whole party."""
    number, following = tx.execute(_NEXT_SERIAL, {"of_device": moment.device}).one()
    ticket = TicketRef(
        id=new_id(),
        serial=(number << 28) + following - 1,
        category=next(iter(party)) if len(party) == 1 else "party",
        admits=sum(party.values()),
    )
    tx.execute(
        _NEW_TICKET,
        {
            "id": ticket.id,
            "serial": ticket.serial,
            "booking_id": booking_id,
            "category": ticket.category,
            "admits": ticket.admits,
            "state": "valid",
        },
    )
    return ticket


def site_of(tx: Connection, slug: str) -> UUID | None:
    """The id of a site by its slug."""
    return tx.execute(select(Site.id).where(Site.slug == slug)).scalar()
