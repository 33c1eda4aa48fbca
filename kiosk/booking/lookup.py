"""Bookings as their visitors, and the desk, may see them."""

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, Text, bindparam, func, select
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement

from db.models import Booking as BookingRow
from db.models import BookingLine, CheckIn, Payment, Person, Refund, Session, Ticket
from kiosk.booking import listing
from kiosk.booking.errors import UnknownBooking
from kiosk.booking.listing import Moment
from kiosk.booking.refunds import refund_of, rule_sentence
from kiosk.booking.tariff import show_lines
from kiosk.booking.texts import say
from kiosk.booking.views import BookingView, PaymentState, SessionView, TicketRef

_booking_t = BookingRow.__table__
_line_t = BookingLine.__table__


_next = aliased(BookingRow)
_BOOKINGS = (
    select(_booking_t, _next.code.label("moved_to"), Person.needs)
    .join(_next, _next.id == BookingRow.moved_to_id, isouter=True)
    .join(Person, Person.booking_id == BookingRow.id, isouter=True)
    .order_by(BookingRow.created_at.desc(), BookingRow.id.desc())
)
_LINES = (
    select(_line_t)
    .where(BookingLine.booking_id.in_(bindparam("ids", expanding=True)))
    .order_by(BookingLine.booking_id, BookingLine.position)
)
_TICKETS = (
    select(Ticket.booking_id, Ticket.id, Ticket.serial, Ticket.category, Ticket.admits)
    .where(Ticket.booking_id.in_(bindparam("ids", expanding=True)))
    .order_by(Ticket.serial)
)
_PAID = (
    select(Payment.booking_id, func.sum(Payment.amount_fen))
    .where(Payment.booking_id.in_(bindparam("ids", expanding=True)))
    .group_by(Payment.booking_id)
)
_HANDED_OUT = _PAID.where(Payment.kind == "refund")
_LEFT_OVER = (
    select(Refund.booking_id, func.sum(Refund.amount_fen))
    .where(Refund.booking_id.in_(bindparam("ids", expanding=True)), Refund.reason == "exchange")
    .group_by(Refund.booking_id)
)
_GIVEN_UP_FOR = (
    select(Refund.booking_id, func.sum(Refund.amount_fen))
    .where(
        Refund.booking_id.in_(bindparam("ids", expanding=True)),
        Refund.reason.in_(("cancelled", "session_cancelled")),
    )
    .group_by(Refund.booking_id)
)
"""What cancellations gave back; what an exchange left over is the desk's matter, and was told then."""
_undo = aliased(CheckIn)
_USED = (
    select(Ticket.booking_id)
    .join(CheckIn, CheckIn.ticket_id == Ticket.id)
    .where(
        Ticket.booking_id.in_(bindparam("ids", expanding=True)),
        CheckIn.kind == "entry",
        ~select(_undo.id).where(_undo.corrects_id == CheckIn.id).correlate(CheckIn).exists(),
    )
)


_RULE = select(BookingRow.refund_rules, BookingRow.total_fen).where(
    BookingRow.code == bindparam("of_code", type_=Text())
)


def refund_rule(tx: Connection, code: str, lang: str) -> str:
    """The refund rule of a parsed code's booking, for a ticket that says it in two languages. Raises UnknownBooking."""
    row = tx.execute(_RULE, {"of_code": code}).first()
    if row is None:
        raise UnknownBooking(code)
    return rule_sentence(row.refund_rules, row.total_fen, lang)


def find(tx: Connection, moment: Moment, code: str, lang: str) -> BookingView:
    """The booking of a parsed code. Raises UnknownBooking."""
    found = views(tx, moment, lang, BookingRow.code == code)
    if not found:
        raise UnknownBooking(code)
    return found[0]


def find_serial(tx: Connection, moment: Moment, serial: int, lang: str) -> BookingView | None:
    """The booking that a ticket was issued for, moved and cancelled ones too; None where nobody here issued it."""
    of_ticket = select(Ticket.booking_id).where(Ticket.serial == serial)
    found = views(tx, moment, lang, BookingRow.id.in_(of_ticket))
    return found[0] if found else None


def views(
    tx: Connection, moment: Moment, lang: str, *conditions: ColumnElement[bool], limit: int = 500
) -> tuple[BookingView, ...]:
    """Bookings that fit, the newest first, in as many statements for a hundred as for one."""
    rows = tx.execute(_BOOKINGS.where(*conditions).limit(limit)).all()
    if not rows:
        return ()
    ids = [row.id for row in rows]
    lines: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for line in tx.execute(_LINES, {"ids": ids}).mappings():
        lines[line["booking_id"]].append(dict(line))
    tickets: dict[UUID, list[TicketRef]] = defaultdict(list)
    for booking_id, *ticket in tx.execute(_TICKETS, {"ids": ids}):
        tickets[booking_id].append(TicketRef(*ticket))
    session_ids = {row.session_id for row in rows}
    if len(session_ids) == 1:
        views_of: tuple[SessionView, ...] = (listing.session(tx, moment, rows[0].session_id, lang),)
    else:
        views_of = listing.sessions(tx, moment, lang, Session.id.in_(session_ids), limit=limit)
    sessions = {view.id: view for view in views_of}
    paid, back, used = _paid(tx, ids), _sums(tx, _GIVEN_UP_FOR, ids), _used(tx, ids)
    return tuple(
        _view(
            row,
            sessions[row.session_id],
            lines[row.id],
            tuple(tickets[row.id]),
            paid.get(row.id, 0),
            back=back.get(row.id, 0),
            used=row.id in used,
            wall=moment.wall,
            lang=lang,
        )
        for row in rows
    )


def _sums(tx: Connection, statement: Select[Any], ids: list[UUID]) -> dict[UUID, int]:
    return {booking_id: int(total) for booking_id, total in tx.execute(statement, {"ids": ids})}


def _paid(tx: Connection, ids: list[UUID]) -> dict[UUID, int]:
    paid, over = _sums(tx, _PAID, ids), _sums(tx, _LEFT_OVER, ids)
    out = _sums(tx, _HANDED_OUT, list(over)) if over else {}
    # What an exchange left over is the visitor's already, whether the desk has handed it out or not.
    return {
        booking_id: fen - max(0, over.get(booking_id, 0) + out.get(booking_id, 0)) for booking_id, fen in paid.items()
    }


def paid_fen(tx: Connection, booking_id: UUID) -> int:
    """What has come in for a booking, less what has gone out, and less what an exchange to a cheaper session left over:
    what a cancellation or another exchange is reckoned from."""
    return _paid(tx, [booking_id]).get(booking_id, 0)


def _used(tx: Connection, ids: list[UUID]) -> set[UUID]:
    """Bookings somebody has come in with: an entry that was not undone."""
    return set(tx.scalars(_USED, {"ids": ids}))


def is_used(tx: Connection, booking_id: UUID) -> bool:
    """Whether somebody has come in with this booking."""
    return bool(_used(tx, [booking_id]))


def why_not_changed(state: str, used: bool, session: SessionView, wall: datetime, lang: str) -> str:
    """Why a booking can't be moved or cancelled any more; empty where it can."""
    if state != "confirmed":
        return say(f"was_{state}", lang)
    if used:
        return say("used", lang)
    if wall >= session.ends_at:
        return say("over", lang)
    if wall >= session.starts_at:
        return say("running", lang)
    return ""


def _payment(state: str, total_fen: int, paid: int, back: int) -> PaymentState:
    if state != "confirmed":  # nothing is owed to the park here any more, and it may keep what its rule leaves it
        return "refunded" if back > 0 else "paid" if paid > 0 else "free"
    if paid >= total_fen:
        return "paid" if total_fen or paid else "free"
    return "to_pay"


def _view(
    row: Row[Any],
    session: SessionView,
    lines: list[dict[str, Any]],
    tickets: tuple[TicketRef, ...],
    paid: int,
    *,
    back: int,
    used: bool,
    wall: datetime,
    lang: str,
) -> BookingView:
    why_not = why_not_changed(row.state, used, session, wall, lang)
    # A session that the park has called off can still be left, with all money back.
    full = [{"hours_before": 0, "percent": 100}] if session.state == "cancelled" else row.refund_rules
    return BookingView(
        id=row.id,
        code=row.code,
        site=session.site,
        session=session,
        lines=show_lines(lines, lang),
        total_fen=row.total_fen,
        state=row.state,
        payment=_payment(row.state, row.total_fen, paid, back),
        paid_fen=paid,
        heads=row.heads,
        tickets=tickets,
        can_move=not why_not,
        can_cancel=not why_not,
        why_not=why_not,
        refund_fen=back if why_not else refund_of(paid, full, session.starts_at, wall),
        refund_rule=rule_sentence(row.refund_rules, row.total_fen, lang),
        needs=row.needs or "",
        moved_to=row.moved_to,
        created_at=row.created_at,
        version=row.version,
        wheelchairs=row.wheelchairs,
    )
