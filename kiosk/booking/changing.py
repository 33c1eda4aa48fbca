"""A booking is moved to another session, or ends."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, insert, select, update

from db.ids import new_id
from db.models import Booking as BookingRow
from db.models import BookingLine, Payment, Refund, Ticket
from kiosk.booking import confirming, listing, lookup, personal, seats
from kiosk.booking.errors import (
    ChangedMeanwhile,
    PartyRefused,
    SessionClosed,
    SoldOut,
    TooLateToChange,
    UnknownBooking,
)
from kiosk.booking.listing import Moment
from kiosk.booking.refunds import percent_back
from kiosk.booking.tariff import read_tariff, share
from kiosk.booking.texts import both, say, wheelchairs_left

_booking_t = BookingRow.__table__
_line_t = BookingLine.__table__


def move(
    tx: Connection,
    moment: Moment,
    code: str,
    session_id: UUID,
    new_code: str,
    *,
    lang: str,
    seen: int | None = None,
) -> tuple[UUID, UUID, UUID]:
    """Exchange a booking for the same party in another session: the old one says where it went, the difference in price
    is a line, and what was paid goes along. Returns the old booking, the new one, and the session that was left.

    Raises UnknownBooking, ChangedMeanwhile, TooLateToChange, UnknownSession, SessionClosed, PartyRefused, SoldOut."""
    old = _changeable(tx, moment, code, lang, seen, also=session_id)
    if old.session_id == session_id:
        raise SessionClosed(say("same_session", lang))
    before = listing.session(tx, moment, old.session_id, lang)
    seats.take_back_lapsed(tx, session_id, moment.device, moment.steady, moment.wall)
    target = listing.session(tx, moment, session_id, lang)
    if target.site != before.site:
        raise SessionClosed(say("other_site", lang))
    if target.state not in {"open", "sold_out"}:
        raise SessionClosed(target.reason)
    lines = [dict(line) for line in _lines(tx, old.id)]
    party = {line["category"]: line["count"] for line in lines if line["kind"] == "party"}
    tariff = read_tariff(tx, session_id, also=party)
    # A party that is greater than its own workshop allows came out of seats kept for a group.
    problems = tariff.problems(party, lang, of_group=old.seats > before.max_party)
    if problems:
        raise PartyRefused(problems)
    if target.free < old.seats:
        raise SoldOut(session_id, old.seats, target.free, wheelchairs=old.wheelchairs)
    if target.wheelchair_free < old.wheelchairs:
        raise PartyRefused((wheelchairs_left(target.wheelchair_free, lang),))
    # Lines stay as they were agreed, and one more says what the exchange costs or saves.
    total = sum(line["total_fen"] for line in tariff.lines(party))
    kept = [line for line in lines if line["kind"] == "party"]
    difference = total - sum(line["total_fen"] for line in kept)
    if difference:
        kept.append(_difference(difference))

    seats.sell(tx, session_id, moment.device, old.seats, old.wheelchairs)
    seats.give_back(tx, old.session_id, old.device_id, old.seats, old.wheelchairs)
    new = new_id()
    tx.execute(
        insert(BookingRow).values(
            id=new,
            code=new_code,
            site_id=old.site_id,
            session_id=session_id,
            device_id=moment.device,
            state="confirmed",
            heads=old.heads,
            seats=old.seats,
            wheelchairs=old.wheelchairs,
            total_fen=total,
            refund_rules=old.refund_rules,
            lang=old.lang,
            created_at=moment.wall,
            version=1,
        )
    )
    confirming.write_lines(tx, new, kept)
    confirming.issue_ticket(tx, moment, new, party)
    _end(tx, moment, old, "moved", moved_to=new)
    personal.take_along(tx, old.id, new, target.starts_at - before.starts_at)
    _carry_money(tx, moment, old.id, new, total)
    return old.id, new, old.session_id


def cancel(tx: Connection, moment: Moment, code: str, lang: str, *, seen: int | None = None) -> tuple[UUID, UUID]:
    """End a booking: its seats are free, and what is owed back by its printed rule is a row. Returns booking, session.

    Raises UnknownBooking, ChangedMeanwhile, TooLateToChange."""
    old = _changeable(tx, moment, code, lang, seen)
    session = listing.session(tx, moment, old.session_id, lang)
    called_off = session.state == "cancelled"
    percent = 100 if called_off else percent_back(old.refund_rules, session.starts_at, moment.wall)
    paid = lookup.paid_fen(tx, old.id)
    seats.give_back(tx, old.session_id, old.device_id, old.seats, old.wheelchairs)
    _end(tx, moment, old, "cancelled")
    if paid > 0:
        reason = "session_cancelled" if called_off else "cancelled"
        _owe(tx, moment, old.id, reason, percent=percent, fen=share(paid, percent))
    return old.id, old.session_id


def pay(
    tx: Connection, moment: Moment, code: str, amount_fen: int, channel: str, *, staff_id: UUID | None = None
) -> UUID:
    """Write down money that came in (positive) or went out (negative) for a booking. Raises UnknownBooking."""
    booking_id = tx.execute(select(BookingRow.id).where(BookingRow.code == code)).scalar()
    if booking_id is None:
        raise UnknownBooking(code)
    _money(
        tx,
        moment,
        booking_id,
        "payment" if amount_fen > 0 else "refund",
        channel,
        amount_fen=amount_fen,
        staff_id=staff_id,
    )
    return booking_id


def _changeable(
    tx: Connection, moment: Moment, code: str, lang: str, seen: int | None, *, also: UUID | None = None
) -> Row[Any]:
    """The booking's row, its session locked (with `also`, in order). Raises if it can't be changed any more."""
    at = tx.execute(select(BookingRow.session_id).where(BookingRow.code == code)).scalar()
    if at is None:
        raise UnknownBooking(code)
    seats.lock(tx, at, *([] if also is None else [also]))
    row = tx.execute(select(_booking_t).where(BookingRow.code == code)).one()
    if seen is not None and row.version != seen:
        raise ChangedMeanwhile(code, seen, row.version)
    session = listing.session(tx, moment, row.session_id, lang)
    reason = lookup.why_not_changed(row.state, lookup.is_used(tx, row.id), session, moment.wall, lang)
    if reason:
        raise TooLateToChange(reason)
    return row


def _lines(tx: Connection, booking_id: UUID) -> list[dict[str, Any]]:
    rows = tx.execute(
        select(
            _line_t.c.kind,
            _line_t.c.category,
            _line_t.c.name,
            _line_t.c.proof,
            _line_t.c.count,
            _line_t.c.each_fen,
            _line_t.c.total_fen,
        )
        .where(BookingLine.booking_id == booking_id)
        .order_by(BookingLine.position)
    )
    return [dict(row) for row in rows.mappings()]


def _difference(fen: int) -> dict[str, Any]:
    return {
        "kind": "difference",
        "category": "difference",
        "name": both("difference"),
        "proof": {},
        "count": 1,
        "each_fen": fen,
        "total_fen": fen,
    }


def _end(tx: Connection, moment: Moment, old: Row[Any], state: str, moved_to: UUID | None = None) -> None:
    done = tx.execute(
        update(BookingRow)
        .where(BookingRow.id == old.id, BookingRow.version == old.version, BookingRow.state == "confirmed")
        .values(state=state, moved_to_id=moved_to, ended_at=moment.wall, version=BookingRow.version + 1)
    )
    if done.rowcount != 1:
        raise ChangedMeanwhile(old.code, old.version, old.version + 1)
    tx.execute(
        update(Ticket)
        .where(Ticket.booking_id == old.id, Ticket.state == "valid")
        .values(state=state, ended_at=moment.wall)
    )


def _carry_money(tx: Connection, moment: Moment, old: UUID, new: UUID, total: int) -> None:
    paid = lookup.paid_fen(tx, old)
    if not paid:
        return
    _money(tx, moment, old, "transfer", "exchange", amount_fen=-paid)
    _money(tx, moment, new, "transfer", "exchange", amount_fen=paid)
    if paid > total:
        _owe(tx, moment, new, "exchange", percent=100, fen=paid - total)


def _money(
    tx: Connection,
    moment: Moment,
    booking_id: UUID,
    kind: str,
    channel: str,
    *,
    amount_fen: int,
    staff_id: UUID | None = None,
) -> None:
    tx.execute(
        insert(Payment).values(
            id=new_id(),
            booking_id=booking_id,
            device_id=moment.device,
            at=moment.wall,
            kind=kind,
            channel=channel,
            amount_fen=amount_fen,
            staff_id=staff_id,
        )
    )


def _owe(tx: Connection, moment: Moment, booking_id: UUID, reason: str, *, percent: int, fen: int) -> None:
    tx.execute(
        insert(Refund).values(
            id=new_id(),
            booking_id=booking_id,
            device_id=moment.device,
            at=moment.wall,
            reason=reason,
            percent=percent,
            amount_fen=fen,
        )
    )
