"""Hold, confirm, expire, move, cancel, refund in any order: the database against a few dictionaries.

`GONGFANG_TEST_EXAMPLES=2000` tries so many orders instead of the few that fit into every run of the tests."""

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule, run_state_machine_as_test

from kiosk.booking import CapacityTooSmall, HoldExpired, PartyRefused, SoldOut, TooLateToChange
from tests.builders import Park

EXAMPLES = int(os.environ.get("GONGFANG_TEST_EXAMPLES", "0"))
HOLD = timedelta(minutes=3)
PRICE = 10_001
WHEELCHAIRS = 2


@dataclass
class Held:
    session: int
    seats: int
    wheelchairs: int
    until: datetime
    block: "Kept | None" = None
    gone: bool = False


@dataclass
class Kept:
    """Seats for a group; `left` counts those that it holds at the moment too."""

    session: int
    left: int
    until: datetime
    released: bool = False


@dataclass
class Booked:
    session: int
    seats: int
    wheelchairs: int
    code: str
    state: str = "confirmed"
    paid: int = 0


@dataclass
class Model:
    """What ought to be."""

    now: datetime
    capacity: list[int]
    starts: list[datetime]
    holds: list[Held] = field(default_factory=list)
    blocks: list[Kept] = field(default_factory=list)
    bookings: list[Booked] = field(default_factory=list)
    owed: list[int] = field(default_factory=list)

    def lives(self, held: Held) -> bool:
        return not held.gone and self.now < held.until

    def waits(self, kept: Kept) -> bool:
        return not kept.released and self.now < kept.until

    def used(self, session: int) -> int:
        booked = sum(each.seats for each in self.bookings if (each.session, each.state) == (session, "confirmed"))
        kept = sum(each.left for each in self.blocks if each.session == session and self.waits(each))
        held = sum(
            each.seats
            for each in self.holds
            if each.session == session and self.lives(each) and not (each.block and self.waits(each.block))
        )
        return booked + kept + held

    def free(self, session: int) -> int:
        return self.capacity[session] - self.used(session)

    def wheelchairs_free(self, session: int) -> int:
        of_holds = sum(each.wheelchairs for each in self.holds if each.session == session and self.lives(each))
        of_bookings = sum(
            each.wheelchairs for each in self.bookings if (each.session, each.state) == (session, "confirmed")
        )
        return WHEELCHAIRS - of_holds - of_bookings

    def percent(self, session: int) -> int:
        left = self.starts[session] - self.now
        return 100 if left >= timedelta(hours=24) else 50 if left >= timedelta(hours=2) else 0


class Seats(RuleBasedStateMachine):
    """Three sessions of one workshop, whose refunds change while the machine runs."""

    park: Park
    numbers = count()

    holds = Bundle("holds")
    blocks = Bundle("blocks")
    bookings = Bundle("bookings")
    sessions = st.integers(0, 2)

    def __init__(self) -> None:
        super().__init__()
        park = self.park
        workshop = park.a_workshop(f"w{next(self.numbers)}")
        after = (timedelta(hours=3), timedelta(hours=24, minutes=10), timedelta(days=3))
        self.ids = [
            park.a_session(each, capacity=6, price_fen=PRICE, workshop_id=workshop, wheelchair_places=WHEELCHAIRS)
            for each in after
        ]
        now = park.clock.now()
        self.model = Model(now, [6, 6, 6], [now + each for each in after])
        self.made: dict[int, UUID] = {}

    def of(self, thing: Held | Kept) -> UUID:
        return self.made[id(thing)]

    @rule(target=holds, session=sessions, heads=st.integers(1, 4), wheelchairs=st.integers(0, 2))
    def hold(self, session: int, heads: int, wheelchairs: int) -> Held:
        model = self.model
        held = Held(session, heads, wheelchairs, model.now + HOLD)
        try:
            made = self.park.booking.hold(self.ids[session], {"adult": heads}, "zh", wheelchairs=wheelchairs)
        except SoldOut as refused:
            assert heads > model.free(session) == refused.free  # noqa: PT017 - it may as well be held
            held.gone = True
        except PartyRefused:
            assert wheelchairs > min(heads, model.wheelchairs_free(session))
            held.gone = True
        else:
            assert heads <= model.free(session)
            assert wheelchairs <= min(heads, model.wheelchairs_free(session))
            self.made[id(held)] = made.id
            model.holds.append(held)
            return held
        self.made[id(held)] = self.park.device  # the id of nothing that is held
        model.holds.append(held)
        return held

    @rule(held=holds, heads=st.integers(1, 4))
    def another_party(self, held: Held, heads: int) -> None:
        model, lives = self.model, self.model.lives(held)
        room_for_it = model.free(held.session) + held.seats
        if held.block is not None:
            kept = held.block
            others = sum(
                each.seats for each in model.holds if each.block is kept and each is not held and model.lives(each)
            )
            room_for_it = kept.left - others if model.waits(kept) else 0
        try:
            self.park.booking.change_hold(self.of(held), {"adult": heads}, "zh")
        except HoldExpired:
            assert not lives
        except SoldOut:
            assert lives
            assert heads > room_for_it
        except PartyRefused:
            assert lives
            assert heads < held.wheelchairs
        else:
            assert lives
            assert held.wheelchairs <= heads <= room_for_it
            held.seats = heads

    @rule(held=holds)
    def lengthen(self, held: Held) -> None:
        lives = self.model.lives(held)
        try:
            self.park.booking.lengthen(self.of(held))
        except HoldExpired:
            assert not lives
        else:
            assert lives
            held.until = self.model.now + HOLD

    @rule(held=holds)
    def release(self, held: Held) -> None:
        self.park.booking.release(self.of(held))
        held.gone = True

    @rule(target=bookings, held=consumes(holds), paid=st.sampled_from((0, 1, 1)))
    def confirm(self, held: Held, paid: int) -> Booked:
        model, lives = self.model, self.model.lives(held)
        booked = Booked(held.session, held.seats, held.wheelchairs, "77777777X", state="never")
        try:
            made = self.park.booking.confirm(self.of(held), "zh")
        except HoldExpired:
            assert not lives
            return booked
        assert lives
        assert (made.heads, made.total_fen) == (held.seats, held.seats * PRICE)
        held.gone = True
        if held.block is not None and model.waits(held.block):
            held.block.left -= held.seats
        booked.code, booked.state = made.code, "confirmed"
        model.bookings.append(booked)
        if paid:
            booked.paid = made.total_fen
            assert self.park.booking.pay(made.code, made.total_fen, "cash", "zh").payment == "paid"
        assert self.park.booking.confirm(self.of(held), "zh").code == made.code  # a second tap
        return booked

    @rule(target=bookings, booked=bookings.filter(lambda each: each.state != "never"), session=sessions)
    def move(self, booked: Booked, session: int) -> Booked:
        model = self.model
        if session == booked.session:
            return booked
        able = booked.seats <= model.free(session) and booked.wheelchairs <= model.wheelchairs_free(session)
        try:
            made = self.park.booking.move(booked.code, self.ids[session], "zh")
        except TooLateToChange:
            assert booked.state != "confirmed"
            return booked
        except (SoldOut, PartyRefused):
            assert not able
            return booked
        assert able
        assert booked.state == "confirmed"
        moved = Booked(session, booked.seats, booked.wheelchairs, made.code, paid=booked.paid)
        booked.state, booked.paid = "moved", 0
        model.bookings.append(moved)
        return moved

    @rule(booked=bookings.filter(lambda each: each.state != "never"))
    def cancel(self, booked: Booked) -> None:
        percent = self.model.percent(booked.session)
        back = (booked.paid * percent + 50) // 100
        try:
            self.park.booking.cancel(booked.code, "zh")
        except TooLateToChange:
            assert booked.state != "confirmed"
            return
        assert booked.state == "confirmed"
        booked.state = "cancelled"
        if booked.paid:
            self.model.owed.append(back)

    @rule(target=blocks, session=sessions, seats=st.integers(1, 4), minutes=st.integers(1, 8))
    def keep(self, session: int, seats: int, minutes: int) -> Kept:
        model = self.model
        kept = Kept(session, seats, model.now + timedelta(minutes=minutes))
        try:
            made = self.park.booking.keep_block(self.ids[session], seats, "Class 3", kept.until, "zh")
        except SoldOut:
            assert seats > model.free(session)
            kept.released = True
            self.made[id(kept)] = self.park.device
        else:
            assert seats <= model.free(session)
            self.made[id(kept)] = made.id
        model.blocks.append(kept)
        return kept

    @rule(kept=blocks)
    def let_the_group_go(self, kept: Kept) -> None:
        self.park.booking.release_block(self.of(kept))
        kept.released = True

    @rule(target=holds, kept=blocks, heads=st.integers(1, 4))
    def hold_of_the_group(self, kept: Kept, heads: int) -> Held:
        model = self.model
        taken = sum(each.seats for each in model.holds if each.block is kept and model.lives(each))
        held = Held(kept.session, heads, 0, model.now + HOLD, block=kept)
        able = model.waits(kept) and heads <= kept.left - taken
        try:
            made = self.park.booking.hold(self.ids[kept.session], {"adult": heads}, "zh", block_id=self.of(kept))
        except SoldOut:
            assert not able
            held.gone = True
            self.made[id(held)] = self.park.device
        else:
            assert able
            self.made[id(held)] = made.id
        model.holds.append(held)
        return held

    @rule(session=sessions, capacity=st.integers(2, 9))
    def resize(self, session: int, capacity: int) -> None:
        used = self.model.used(session)
        try:
            self.park.booking.set_capacity(self.ids[session], capacity)
        except CapacityTooSmall as refused:
            assert capacity < used == refused.taken  # noqa: PT017 - it may as well fit
        else:
            assert capacity >= used
            self.model.capacity[session] = capacity

    @rule(seconds=st.sampled_from((1, 50, 90, 179, 180, 200)))
    def time_goes_by(self, seconds: int) -> None:
        self.park.clock.pass_time(timedelta(seconds=seconds))
        self.model.now += timedelta(seconds=seconds)

    @rule()
    def the_program_starts_again(self) -> None:
        """Another process of the same machine goes on with what lies in the database."""
        self.park.booking = self.park.another_room()

    @invariant()
    def free_seats_are_what_they_ought_to_be(self) -> None:
        for session, each in enumerate(self.ids):
            view = self.park.booking.session(each, "zh")
            assert view.free == self.model.free(session)
            assert view.wheelchair_free == self.model.wheelchairs_free(session)
            assert view.capacity == self.model.capacity[session]

    def teardown(self) -> None:
        confirmed = [each for each in self.model.bookings if each.state == "confirmed"]
        for each in self.model.bookings:
            found = self.park.booking.find(each.code, "zh")
            assert (found.state, found.heads, found.paid_fen) == (
                each.state,
                each.seats,
                each.paid,
            )
        park, ours = self.park, {its_id.hex for its_id in self.ids}
        sold = {
            str(session).replace("-", "").lower(): sold
            for session, sold in park.rows(f"SELECT {self._hex()}, sold FROM seat_rights")
        }
        for session, its_id in enumerate(self.ids):
            expected = sum(each.seats for each in confirmed if each.session == session)
            assert sold.get(its_id.hex, 0) == expected
        owed = park.rows(
            f"SELECT {self._hex('b.session_id')}, r.amount_fen FROM refunds r JOIN bookings b ON b.id = r.booking_id"
        )
        ours_owed = [fen for session, fen in owed if str(session).replace("-", "").lower() in ours]
        assert sorted(ours_owed) == sorted(self.model.owed)

    def _hex(self, column: str = "session_id") -> str:
        return f"hex({column})" if self.park.store.is_sqlite else column


@pytest.mark.timeout(0 if EXAMPLES else 300)
def test_seats_and_money_are_what_a_plain_model_says(park_anywhere: Park) -> None:
    class Machine(Seats):
        park = park_anywhere

    few = 40 if park_anywhere.store.is_sqlite else 12
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=EXAMPLES or few,
            stateful_step_count=60 if EXAMPLES else 30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=not EXAMPLES,
            database=None,
        ),
    )
