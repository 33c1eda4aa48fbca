"""Seats kept while a visitor decides."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from db.ids import new_id
from db.models import Block, Session
from db.models import Hold as HoldRow
from db.types import Uuid
from kiosk.booking import confirming, listing, seats
from kiosk.booking.errors import HoldExpired, PartyRefused, SessionClosed, SoldOut
from kiosk.booking.listing import Moment
from kiosk.booking.refunds import rule_sentence
from kiosk.booking.tariff import Tariff, read_tariff, show_lines
from kiosk.booking.texts import say, wheelchairs_left
from kiosk.booking.views import Hold, Party, SessionView

HOLD_TIME = timedelta(minutes=3)
_MICROSECONDS = 1_000_000
_hold_t = HoldRow.__table__
_NEW_HOLD = insert(HoldRow)
_SITE = select(Session.site_id).where(Session.id == bindparam("of_session", type_=Uuid()))
_STILL = select(Session.state, Session.origin).where(Session.id == bindparam("of_session", type_=Uuid()))


@dataclass(frozen=True, slots=True)
class Offer:
    """A party that may come, and its price; nothing is kept for it yet."""

    session: SessionView
    party: dict[str, int]
    lines: list[dict[str, Any]]
    seats: int
    wheelchairs: int
    refund_rule: str

    @property
    def total_fen(self) -> int:
        return sum(line["total_fen"] for line in self.lines)


def look(
    tx: Connection,
    moment: Moment,
    session_id: UUID,
    party: Party,
    *,
    lang: str,
    wheelchairs: int = 0,
    of_group: bool = False,
) -> Offer:
    """Whether a party may come, and what it costs: all that can be known before others have to wait for us, so that
    who is refused has queued for nothing. Raises UnknownSession, SessionClosed, PartyRefused, SoldOut."""
    row = listing.read(tx, moment, session_id)
    if not of_group and listing.is_full(row, moment):  # the most frequent refusal, at the least cost
        raise SoldOut(session_id, max(1, sum(party.values())), 0, wheelchairs=wheelchairs)
    view = listing.show(tx, moment, row, lang)
    tariff = read_tariff(tx, session_id)
    _refuse(tariff, view, party, wheelchairs, lang=lang, of_group=of_group)
    lines = tariff.lines(party)
    site_id = tx.execute(_SITE, {"of_session": session_id}).scalar_one()
    total = sum(line["total_fen"] for line in lines)
    rule = rule_sentence(confirming.read_refund_rules(tx, site_id), total, lang)
    return Offer(view, _chosen(party), lines, tariff.seats(party), wheelchairs, rule)


def hold(
    tx: Connection,
    moment: Moment,
    offer: Offer,
    *,
    lang: str,
    time: timedelta = HOLD_TIME,
    block_id: UUID | None = None,
) -> Hold:
    """Keep a whole party's seats for a time. Raises UnknownSession, SessionClosed, PartyRefused, SoldOut."""
    session_id = offer.session.id
    seats.lock(tx, session_id)
    seats.take_back_lapsed(tx, session_id, moment.device, moment.steady, moment.wall)
    _refuse_if_closed_since(tx, moment, session_id, lang)
    if offer.wheelchairs:
        _refuse_if_wheelchairs_gone_since(tx, moment, offer, lang)
    if block_id is None:
        seats.hold(tx, session_id, moment.device, offer.seats, offer.wheelchairs)
    else:
        block = tx.execute(select(Block.session_id, Block.device_id).where(Block.id == block_id)).first()
        if block is None or block.session_id != session_id or block.device_id != moment.device:
            raise SoldOut(session_id, offer.seats, 0, wheelchairs=offer.wheelchairs)
        seats.hold_from_block(tx, block_id, offer.seats, offer.wheelchairs)
    hold_id = new_id()
    tx.execute(
        _NEW_HOLD,
        {
            "id": hold_id,
            "session_id": session_id,
            "device_id": moment.device,
            "block_id": block_id,
            "seats": offer.seats,
            "wheelchairs": offer.wheelchairs,
            "party": offer.party,
            "lines": offer.lines,
            "total_fen": offer.total_fen,
            "until": moment.steady + _in_microseconds(time),
            "made_at": moment.wall,
        },
    )
    left = offer.session.free - (offer.seats if block_id is None else 0)
    return Hold(
        id=hold_id,
        session=replace(
            offer.session, free=max(0, left), wheelchair_free=max(0, offer.session.wheelchair_free - offer.wheelchairs)
        ),
        lines=show_lines(offer.lines, lang),
        total_fen=offer.total_fen,
        seats=offer.seats,
        seconds_left=time.total_seconds(),
        refund_rule=offer.refund_rule,
        wheelchairs=offer.wheelchairs,
    )


def _refuse_if_closed_since(tx: Connection, moment: Moment, session_id: UUID, lang: str) -> None:
    still = tx.execute(_STILL, {"of_session": session_id}).first()
    if still is None or still.state != "planned" or still.origin == "left_over":
        raise SessionClosed(listing.session(tx, moment, session_id, lang).reason)


def _refuse_if_wheelchairs_gone_since(tx: Connection, moment: Moment, offer: Offer, lang: str) -> None:
    """Somebody was quicker: said as what it is, and not as a session whose seats are sold out."""
    _, left = seats.free_now(tx, offer.session.id, moment.device)
    if offer.wheelchairs > left:
        raise PartyRefused((wheelchairs_left(left, lang),))


def change_hold(
    tx: Connection, moment: Moment, hold_id: UUID, party: Party, lang: str, *, wheelchairs: int | None = None
) -> Hold:
    """Another party in the same hold; its time runs on. Either all of it changes, or nothing does.

    Raises HoldExpired, PartyRefused, SessionClosed, SoldOut."""
    session_id = tx.execute(select(HoldRow.session_id).where(HoldRow.id == hold_id)).scalar()
    if session_id is None:
        raise HoldExpired(hold_id)
    seats.lock(tx, session_id)
    old = alive(tx, moment, hold_id)
    places = old.wheelchairs if wheelchairs is None else wheelchairs
    seats.take_back_lapsed(tx, session_id, moment.device, moment.steady, moment.wall)
    seats.let_go(tx, session_id, moment.device, old.seats, old.wheelchairs, block_id=old.block_id)
    tariff = read_tariff(tx, session_id)
    # What this hold keeps is free for its own new party.
    tx.execute(update(HoldRow).where(HoldRow.id == hold_id).values(seats=0, wheelchairs=0))
    view = listing.session(tx, moment, session_id, lang)
    _refuse(tariff, view, party, places, lang=lang, of_group=old.block_id is not None)
    wanted = tariff.seats(party)
    if old.block_id is None:
        seats.hold(tx, session_id, moment.device, wanted, places)
    else:
        seats.hold_from_block(tx, old.block_id, wanted, places)
    lines = tariff.lines(party)
    tx.execute(
        update(HoldRow)
        .where(HoldRow.id == hold_id)
        .values(
            seats=wanted,
            wheelchairs=places,
            party=_chosen(party),
            lines=lines,
            total_fen=sum(line["total_fen"] for line in lines),
        )
    )
    return _view(tx, moment, hold_id, lang)


def lengthen(tx: Connection, moment: Moment, hold_id: UUID, lang: str, time: timedelta = HOLD_TIME) -> Hold:
    """A payment has begun: the hold lasts its whole time from now. Raises HoldExpired, before any money is taken."""
    until = moment.steady + _in_microseconds(time)
    done = tx.execute(
        update(HoldRow)
        .where(HoldRow.id == hold_id, HoldRow.device_id == moment.device, HoldRow.until > moment.steady)
        .values(until=until)
    )
    if done.rowcount != 1:
        raise HoldExpired(hold_id)
    return _view(tx, moment, hold_id, lang)


def release(tx: Connection, moment: Moment, hold_id: UUID) -> UUID | None:
    """Give a hold's seats back; the session they are of, or None where there was nothing left to give back."""
    session_id = tx.execute(
        select(HoldRow.session_id).where(HoldRow.id == hold_id, HoldRow.device_id == moment.device)
    ).scalar()
    if session_id is None:
        return None
    seats.lock(tx, session_id)
    gone = tx.execute(
        delete(HoldRow).where(HoldRow.id == hold_id).returning(HoldRow.seats, HoldRow.wheelchairs, HoldRow.block_id)
    ).first()
    if gone is None:
        return None
    seats.let_go(tx, session_id, moment.device, gone.seats, gone.wheelchairs, block_id=gone.block_id)
    return session_id


def alive(tx: Connection, moment: Moment, hold_id: UUID) -> Row[Any]:
    """The row of a hold that has not run out. Raises HoldExpired."""
    row = tx.execute(
        select(_hold_t).where(HoldRow.id == hold_id, HoldRow.device_id == moment.device, HoldRow.until > moment.steady)
    ).first()
    if row is None:
        raise HoldExpired(hold_id)
    return row


def _view(tx: Connection, moment: Moment, hold_id: UUID, lang: str) -> Hold:
    row = alive(tx, moment, hold_id)
    site_id = tx.execute(_SITE, {"of_session": row.session_id}).scalar_one()
    return Hold(
        id=hold_id,
        session=listing.session(tx, moment, row.session_id, lang),
        lines=show_lines(row.lines, lang),
        total_fen=row.total_fen,
        seats=row.seats,
        seconds_left=(row.until - moment.steady) / _MICROSECONDS,
        refund_rule=rule_sentence(confirming.read_refund_rules(tx, site_id), row.total_fen, lang),
        wheelchairs=row.wheelchairs,
    )


def _refuse(tariff: Tariff, session: SessionView, party: Party, wheelchairs: int, *, lang: str, of_group: bool) -> None:
    """Raises the nearest reason why this party can't be held."""
    if session.state not in {"open", "sold_out"}:
        raise SessionClosed(session.reason)
    problems = list(tariff.problems(party, lang, of_group=of_group))
    wanted = tariff.seats(party)
    if wheelchairs < 0 or wheelchairs > wanted:
        problems.append(say("wheelchairs_seats", lang))
    elif wheelchairs > session.wheelchair_free:
        problems.append(wheelchairs_left(session.wheelchair_free, lang))
    if problems:
        raise PartyRefused(tuple(problems))
    if not of_group and wanted > session.free:
        raise SoldOut(session.id, wanted, session.free, wheelchairs=wheelchairs)


def _chosen(party: Party) -> dict[str, int]:
    return {slug: count for slug, count in party.items() if count}


def _in_microseconds(length: timedelta) -> int:
    return round(length.total_seconds() * _MICROSECONDS)
