"""The subject's collaborators in one place; each method is one transaction, and tells what happened after commit."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import IntegrityError

from db.models import Booking as BookingRow
from db.models import Session, Site, Workshop
from db.store import Store
from db.types import Uuid
from kiosk.booking import blocks, changing, confirming, holds, listing, lookup, personal, seats, tariff
from kiosk.booking.codes import new_code, parse_code
from kiosk.booking.errors import HoldExpired, SessionClosed, SoldOut
from kiosk.booking.listing import Moment
from kiosk.booking.steady import SteadyTime
from kiosk.booking.timetable import Timetable
from kiosk.booking.views import (
    BlockView,
    BookableDay,
    BookingView,
    Category,
    Hold,
    Party,
    Person,
    Planned,
    Quote,
    SessionView,
)
from kiosk.catalogue import Catalogue, UnknownSite
from kiosk.clock import Clock
from kiosk.events import BookingChanged, Events, SeatsChanged

T = TypeVar("T")

_WORKSHOP_OF = select(Session.site_id, Session.workshop_id).where(Session.id == bindparam("of_session", type_=Uuid()))
_TRIES = 3  # for a code that is taken already: one in 10^12 for each booking there is


class Booking:
    """Seats, and nobody else's business."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        events: Events,
        device: UUID,
        catalogue: Catalogue,
        *,
        hold_for: timedelta = holds.HOLD_TIME,
        keep_details: timedelta = personal.KEEP_DETAILS,
        choose: Callable[[str], str] = secrets.choice,
    ) -> None:
        self._store = store
        self._clock = clock
        self._events = events
        self._device = device
        self._catalogue = catalogue
        self._hold_for = hold_for
        self._keep_details = keep_details
        self._choose = choose
        self._time = SteadyTime(store, clock, device)
        self._timetable = Timetable(store, clock, self._time, device, catalogue)

    # What there is

    def sessions(
        self, site: str, lang: str, *, day: date | None = None, workshop: str | None = None, limit: int = 200
    ) -> tuple[SessionView, ...]:
        """Sessions of a day, or from now on, in order of their start. Raises UnknownSite."""
        zone = self._zone(site)
        self._follow_day(site, zone)
        with self._reading() as (tx, moment):
            conditions = [Site.slug == site]
            if workshop is not None:
                conditions.append(Workshop.slug == workshop)
            if day is None:
                conditions.append(Session.ends_at > moment.wall)
            else:
                first, last = listing.day_bounds(day, zone)
                conditions += [Session.starts_at >= first, Session.starts_at < last]
            return listing.sessions(tx, moment, lang, *conditions, limit=limit)

    def session(self, session_id: UUID, lang: str) -> SessionView:
        """One session. Raises UnknownSession."""
        with self._reading() as (tx, moment):
            return listing.session(tx, moment, session_id, lang)

    def next_free(self, site: str, lang: str, *, workshop: str | None = None, wanted: int = 1) -> SessionView | None:
        """The next session that can be booked and has so many seats. Raises UnknownSite."""
        self._follow_day(site, self._zone(site))
        with self._reading() as (tx, moment):
            site_id = tx.execute(select(Site.id).where(Site.slug == site)).scalar_one()
            workshop_id = None
            if workshop is not None:
                of_slug = select(Workshop.id).where(Workshop.site_id == site_id, Workshop.slug == workshop)
                workshop_id = tx.execute(of_slug).scalar()
                if workshop_id is None:
                    return None
            return listing.next_free(tx, moment, lang, site_id, workshop_id=workshop_id, wanted=wanted)

    def days(self, site: str, lang: str, workshop: str | None = None) -> tuple[BookableDay, ...]:
        """The days on which one can book, today first. Raises UnknownSite."""
        zone = self._zone(site)
        self._follow_day(site, zone)
        today = self._clock.now().astimezone(zone).date()
        with self._reading() as (tx, moment):
            ahead = tx.execute(select(Site.days_ahead).where(Site.slug == site)).scalar_one()
            first, last = listing.day_bounds(today, zone, ahead + 1)
            free = listing.seats_of_days(tx, moment, site, first, last, zone=zone, workshop=workshop)
        found = []
        for day in self._catalogue.days(site, today, ahead + 1, lang):
            of_day = free.get(day.date, [])
            found.append(BookableDay(day.date, day.kind, len(of_day), sum(of_day), day.note or day.name))
        return tuple(found)

    def free_seats(self, site: str, first: datetime, last: datetime) -> dict[UUID, int]:
        """Free seats of every session that starts from `first` until before `last`."""
        with self._reading() as (tx, moment):
            return listing.free_seats(tx, moment, site, first, last)

    def categories(self, session_id: UUID, lang: str) -> tuple[Category, ...]:
        """The price table for a session. Raises UnknownSession."""
        with self._reading() as (tx, _):
            return tariff.read_tariff(tx, session_id).categories(lang)

    def quote(
        self,
        session_id: UUID,
        party: Party,
        lang: str,
        *,
        wheelchairs: int = 0,
        own_seats: int = 0,
        own_wheelchairs: int = 0,
    ) -> Quote:
        """What a party costs, and what stands against it. Raises UnknownSession.

        `own_…`: how many of the session's seats and wheelchair places the party holds already; to it they are free."""
        with self._reading() as (tx, moment):
            view = listing.session(tx, moment, session_id, lang).with_own(own_seats, own_wheelchairs)
            return tariff.quote(tariff.read_tariff(tx, session_id), view, party, wheelchairs, lang)

    # Holding and booking

    def hold(
        self, session_id: UUID, party: Party, lang: str, *, wheelchairs: int = 0, block_id: UUID | None = None
    ) -> Hold:
        """Keep a party's seats for a few minutes.

        Raises UnknownSession, SessionClosed, PartyRefused, SoldOut, ClockDoubtful."""
        with self._reading() as (tx, moment):
            try:
                offer = holds.look(
                    tx, moment, session_id, party, lang=lang, wheelchairs=wheelchairs, of_group=block_id is not None
                )
            except SoldOut as refusal:
                refusal.next_free = _elsewhere(tx, moment, refusal, lang)
                raise
            except SessionClosed:
                self._time.doubt(tx, moment.wall)  # a clock that can't be right is the nearer reason
                raise
        with self._telling_next_free(lang), self._writing() as (tx, moment):
            held = holds.hold(tx, moment, offer, lang=lang, time=self._hold_for, block_id=block_id)
            self._time.vouch(tx, moment.wall)
        self._events.publish(SeatsChanged(session_id))
        return held

    def change_hold(self, hold_id: UUID, party: Party, lang: str, *, wheelchairs: int | None = None) -> Hold:
        """Another party in the same hold. Raises HoldExpired, SessionClosed, PartyRefused, SoldOut."""
        with self._telling_next_free(lang), self._writing() as (tx, moment):
            held = holds.change_hold(tx, moment, hold_id, party, lang, wheelchairs=wheelchairs)
        self._events.publish(SeatsChanged(held.session.id))
        return held

    def lengthen(self, hold_id: UUID, lang: str = "zh") -> Hold:
        """A payment has begun: the hold starts its time again. Raises HoldExpired, before money is taken."""
        with self._writing() as (tx, moment):
            return holds.lengthen(tx, moment, hold_id, lang, self._hold_for)

    def release(self, hold_id: UUID) -> None:
        """Give a hold's seats back; nothing happens where it is gone already."""
        with self._writing() as (tx, moment):
            session_id = holds.release(tx, moment, hold_id)
        if session_id is not None:
            self._events.publish(SeatsChanged(session_id))

    def confirm(self, hold_id: UUID, lang: str, person: Person | None = None) -> BookingView:
        """Turn a live hold into a booking, committed when it returns; the same hold twice is one booking.

        Raises HoldExpired, SessionClosed, ClockDoubtful."""

        def once(tx: Connection, moment: Moment, code: str) -> BookingView | None:
            made = confirming.confirm(tx, moment, hold_id, code, lang, person=person, keep_details=self._keep_details)
            self._time.vouch(tx, moment.wall)
            return made

        made = self._with_new_code(once)
        if made is not None:
            self._events.publish(SeatsChanged(made.session.id))
            self._events.publish(BookingChanged(made.id, made.code))
            return made
        with self._reading() as (tx, moment):
            found = lookup.views(tx, moment, lang, BookingRow.hold_id == hold_id)
        if not found:
            raise HoldExpired(hold_id)
        return found[0]

    # Bookings there are

    def find(self, code: str, lang: str) -> BookingView:
        """A booking by what somebody typed. Raises BadCode, UnknownBooking."""
        parsed = parse_code(code)
        with self._reading() as (tx, moment):
            return lookup.find(tx, moment, parsed, lang)

    def refund_rule(self, code: str, lang: str) -> str:
        """What comes back of a booking, in one sentence: what `find` says of it, in one read.

        Raises BadCode, UnknownBooking."""
        parsed = parse_code(code)
        with self._store.read() as session:
            return lookup.refund_rule(session.connection(), parsed, lang)

    def find_serial(self, serial: int, lang: str) -> BookingView | None:
        """A booking by its ticket's serial, as a scanner reads it; None where this database did not issue it."""
        with self._reading() as (tx, moment):
            return lookup.find_serial(tx, moment, serial, lang)

    def bookings(
        self, site: str, lang: str, *, day: date | None = None, state: str | None = None, limit: int = 500
    ) -> tuple[BookingView, ...]:
        """Bookings of a park, the newest first; of the sessions of one day where `day` is given. Raises UnknownSite."""
        zone = self._zone(site)
        with self._reading() as (tx, moment):
            site_id = confirming.site_of(tx, site)
            conditions = [BookingRow.site_id == site_id]
            if state is not None:
                conditions.append(BookingRow.state == state)
            if day is not None:
                first, last = listing.day_bounds(day, zone)
                of_day = select(Session.id).where(
                    Session.site_id == site_id, Session.starts_at >= first, Session.starts_at < last
                )
                conditions.append(BookingRow.session_id.in_(of_day))
            return lookup.views(tx, moment, lang, *conditions, limit=limit)

    def move(self, code: str, session_id: UUID, lang: str, *, seen: int | None = None) -> BookingView:
        """Exchange a booking for one in another session, in one transaction; the new booking. `seen` is the version
        that the asker looked at.

        Raises BadCode, UnknownBooking, UnknownSession, TooLateToChange, ChangedMeanwhile, SessionClosed, PartyRefused,
        SoldOut, ClockDoubtful."""
        parsed = parse_code(code)

        def once(tx: Connection, moment: Moment, fresh: str) -> tuple[UUID, UUID, UUID, str]:
            self._time.doubt(tx, moment.wall)
            old_id, new_id, left = changing.move(tx, moment, parsed, session_id, fresh, lang=lang, seen=seen)
            self._time.vouch(tx, moment.wall)
            return old_id, new_id, left, fresh

        with self._telling_next_free(lang):
            old_id, new_id, left, fresh = self._with_new_code(once)
        with self._reading() as (tx, moment):
            view = lookup.find(tx, moment, fresh, lang)
        for session in (left, session_id):
            self._events.publish(SeatsChanged(session))
        self._events.publish(BookingChanged(old_id, parsed))
        self._events.publish(BookingChanged(new_id, fresh))
        return view

    def cancel(self, code: str, lang: str, *, seen: int | None = None) -> BookingView:
        """End a booking. Raises BadCode, UnknownBooking, TooLateToChange, ChangedMeanwhile."""
        parsed = parse_code(code)
        with self._writing() as (tx, moment):
            booking_id, session_id = changing.cancel(tx, moment, parsed, lang, seen=seen)
        self._events.publish(SeatsChanged(session_id))
        self._events.publish(BookingChanged(booking_id, parsed))
        return self.find(parsed, lang)

    def pay(self, code: str, amount_fen: int, channel: str, lang: str, *, staff_id: UUID | None = None) -> BookingView:
        """Write down money that came in (positive) or went out (negative). Raises BadCode, UnknownBooking."""
        parsed = parse_code(code)
        with self._writing() as (tx, moment):
            booking_id = changing.pay(tx, moment, parsed, amount_fen, channel, staff_id=staff_id)
        self._events.publish(BookingChanged(booking_id, parsed))
        return self.find(parsed, lang)

    # The park's side

    def keep_block(self, session_id: UUID, count: int, label: str, release_at: datetime, lang: str) -> BlockView:
        """Keep seats for a group. Raises UnknownSession, SessionClosed, SoldOut."""
        with self._telling_next_free(lang), self._writing() as (tx, moment):
            block = blocks.keep(tx, moment, session_id, count, label, release_at=release_at, lang=lang)
        self._events.publish(SeatsChanged(session_id))
        return block

    def release_block(self, block_id: UUID) -> None:
        """Let a group's seats go."""
        with self._writing() as (tx, _):
            session_id = blocks.release(tx, block_id)
        if session_id is not None:
            self._events.publish(SeatsChanged(session_id))

    def set_capacity(self, session_id: UUID, capacity: int) -> None:
        """Change how many seats a session has. Raises CapacityTooSmall, with the bookings that stand against it."""
        with self._writing() as (tx, moment):
            seats.lock(tx, session_id)
            seats.take_back_lapsed(tx, session_id, moment.device, moment.steady, moment.wall)
            seats.resize(tx, session_id, moment.device, capacity)
        self._events.publish(SeatsChanged(session_id))

    def accept_clock(self) -> None:
        """Staff have set the wall clock: sales go on from what it shows now."""
        self._time.accept_wall()

    def plan_sessions(self, site: str, until: date | None = None, *, again: bool = False) -> Planned:
        """Lay out a park's sessions up to a day (the last that can be booked, if not given). A second call with the
        same content, days and devices costs two reads; `again` does it all the same. Raises UnknownSite."""
        return self._timetable.lay_out(site, self._zone(site), until, again=again)

    def erase_details(self) -> int:
        """Erase the personal details of visits that are long enough ago; of how many bookings."""
        with self._store.write() as session:
            erased = personal.erase_due(session.connection(), self._clock.now().date())
        if erased:
            self._store.forget_log()
        return erased

    def _follow_day(self, site: str, zone: ZoneInfo) -> None:
        """A kiosk that runs over midnight has a new day to lay out, and one more to forget."""
        if self._timetable.follow_day(site, zone):
            self.erase_details()

    def _zone(self, site: str) -> ZoneInfo:
        with self._store.read() as session:
            name = session.execute(select(Site.timezone).where(Site.slug == site)).scalar()
        if name is None:
            raise UnknownSite(site)
        return ZoneInfo(name)

    def _moment(self) -> Moment:
        return Moment(self._clock.now(), self._time.now(), self._device)

    @contextmanager
    def _reading(self) -> Iterator[tuple[Connection, Moment]]:
        moment = self._moment()
        with self._store.read() as session:
            yield session.connection(), moment

    @contextmanager
    def _writing(self) -> Iterator[tuple[Connection, Moment]]:
        self._time.observe()
        with self._store.write() as session:
            # The moment is taken when the writers before us are done, or a hold could run out while we wait for them.
            tx = session.connection()
            yield tx, self._moment()

    def _with_new_code(self, once: Callable[[Connection, Moment, str], T]) -> T:
        """One transaction with a code by chance; again with another where the database knows that one already."""
        for left in reversed(range(_TRIES)):
            code = new_code(self._choose)
            try:
                with self._writing() as (tx, moment):
                    return once(tx, moment, code)
            except IntegrityError as refusal:
                if not left or "code" not in str(refusal.orig):
                    raise
        raise AssertionError("unreachable")

    @contextmanager
    def _telling_next_free(self, lang: str) -> Iterator[None]:
        """A refusal for want of seats says where there are some: asked after the transaction has been undone."""
        try:
            yield
        except SoldOut as refusal:
            with self._reading() as (tx, moment):
                refusal.next_free = _elsewhere(tx, moment, refusal, lang)
            raise


def _elsewhere(tx: Connection, moment: Moment, refusal: SoldOut, lang: str) -> SessionView | None:
    """The next session with so many seats: of the same workshop, or else of the same park."""
    row = tx.execute(_WORKSHOP_OF, {"of_session": refusal.session_id}).first()
    if row is None:
        return None
    site_id, workshop_id = row
    wanted, wheelchairs = refusal.wanted, refusal.wheelchairs
    same = listing.next_free(tx, moment, lang, site_id, workshop_id=workshop_id, wanted=wanted, wheelchairs=wheelchairs)
    return same or listing.next_free(tx, moment, lang, site_id, wanted=wanted, wheelchairs=wheelchairs)
