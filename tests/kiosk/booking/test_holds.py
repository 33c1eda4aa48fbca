"""A hold keeps seats for three minutes and gives them back by itself; a confirmation needs a live one."""

from datetime import timedelta

import pytest

from db.models import Session
from kiosk.booking import HoldExpired, PartyRefused, SessionClosed, SoldOut, UnknownSession
from kiosk.events import BookingChanged, SeatsChanged
from tests.builders import Park

THREE_MINUTES = timedelta(minutes=3)
A_BLINK = timedelta(milliseconds=1)


def test_a_hold_lasts_three_minutes_to_the_millisecond(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(capacity=2)
    held = room.hold(session, {"adult": 2}, "zh")
    assert held.seconds_left == 180
    assert held.session.free == room.session(session, "zh").free == 0
    park.clock.pass_time(THREE_MINUTES - A_BLINK)
    assert room.session(session, "zh").free == 0
    park.clock.pass_time(A_BLINK)
    assert room.session(session, "zh").free == 2
    with pytest.raises(HoldExpired):
        room.confirm(held.id, "zh")
    assert park.rows("SELECT count(*) FROM bookings") == [(0,)]


def test_seats_of_a_kiosk_that_died_are_free_in_every_read_and_go_to_the_next_hand(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(capacity=2)
    room.hold(session, {"adult": 2}, "zh")
    park.clock.pass_time(THREE_MINUTES)
    alive = park.another_room()
    # Nothing has run: the counters still say held, and every question says free.
    assert park.rows("SELECT held FROM seat_rights") == [(2,)]
    assert alive.session(session, "zh").free == 2
    assert alive.session(session, "zh").state == "open"
    assert alive.quote(session, {"adult": 2}, "zh").problems == ()
    first, last = park.clock.now(), park.clock.now() + timedelta(days=1)
    assert alive.free_seats("works", first, last) == {session: 2}
    assert [view.free for view in alive.sessions("works", "zh")] == [2]
    assert next(iter(alive.days("works", "zh"))).free == 2
    following = alive.next_free("works", "zh", wanted=2)
    assert following is not None
    assert following.id == session
    booked = alive.confirm(alive.hold(session, {"adult": 2}, "zh").id, "zh")
    assert booked.state == "confirmed"
    assert park.rows("SELECT held, sold FROM seat_rights") == [(0, 2)]


def test_a_confirmation_that_is_sent_twice_is_one_booking(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    held = room.hold(park.a_session(), {"adult": 1}, "zh")
    told: list[BookingChanged] = []
    park.events.follow(BookingChanged, told.append)
    first = room.confirm(held.id, "zh")
    park.clock.pass_time(timedelta(minutes=10))  # the answer was lost, and the visitor taps again much later
    again = room.confirm(held.id, "en")
    assert (again.id, again.code) == (first.id, first.code)
    assert len(told) == 1
    assert park.rows("SELECT count(*) FROM tickets") == [(1,)]


def test_a_payment_in_progress_lengthens_its_hold(park_anywhere: Park) -> None:
    """RULES 11."""
    park, room = park_anywhere, park_anywhere.booking
    held = room.hold(park.a_session(), {"adult": 1}, "zh")
    park.clock.pass_time(timedelta(seconds=170))
    assert room.lengthen(held.id).seconds_left == 180
    park.clock.pass_time(timedelta(seconds=170))
    assert room.confirm(held.id, "zh").state == "confirmed"


def test_a_hold_that_ran_out_is_refused_before_money_is_taken(park_anywhere: Park) -> None:
    """RULES 11."""
    park, room = park_anywhere, park_anywhere.booking
    held = room.hold(park.a_session(), {"adult": 1}, "zh")
    park.clock.pass_time(THREE_MINUTES)
    with pytest.raises(HoldExpired):
        room.lengthen(held.id)
    with pytest.raises(HoldExpired):
        room.change_hold(held.id, {"adult": 2}, "zh")


def test_another_party_in_the_same_hold_is_all_or_nothing(park_anywhere: Park) -> None:
    """RULES 9."""
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(capacity=4)
    park.another_room().hold(session, {"adult": 1}, "zh")
    held = room.hold(session, {"adult": 2}, "zh")
    grown = room.change_hold(held.id, {"adult": 2, "child": 1}, "zh")
    assert (grown.seats, grown.total_fen, grown.session.free) == (3, 2 * 12_800 + 6_400, 0)
    with pytest.raises(SoldOut) as refused:
        room.change_hold(held.id, {"adult": 4}, "zh")
    assert (refused.value.wanted, refused.value.free) == (4, 3)  # its own three are free for it
    with pytest.raises(PartyRefused):
        room.change_hold(held.id, {"child": 1}, "zh")
    assert park.rows("SELECT held FROM seat_rights") == [(4,)]
    assert room.confirm(held.id, "zh").heads == 3


def test_time_runs_on_when_the_party_changes(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    held = room.hold(park.a_session(), {"adult": 2}, "zh")
    park.clock.pass_time(timedelta(seconds=100))
    assert room.change_hold(held.id, {"adult": 1}, "zh").seconds_left == pytest.approx(80)


def test_what_is_given_back_is_given_back_once(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(capacity=3)
    held = room.hold(session, {"adult": 3}, "zh")
    told: list[SeatsChanged] = []
    park.events.follow(SeatsChanged, told.append)
    room.release(held.id)
    room.release(held.id)
    assert told == [SeatsChanged(session)]
    assert room.session(session, "zh").free == 3
    with pytest.raises(HoldExpired):
        room.confirm(held.id, "zh")


def test_a_hold_belongs_to_the_device_that_made_it(park_anywhere: Park) -> None:
    park = park_anywhere
    held = park.booking.hold(park.a_session(), {"adult": 1}, "zh")
    stranger = park.another_room(park.another_device())
    with pytest.raises(HoldExpired):
        stranger.confirm(held.id, "zh")
    stranger.release(held.id)
    assert park.booking.confirm(held.id, "zh").state == "confirmed"


def test_who_finds_no_seat_is_told_where_there_are_some(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    other_workshop = park.a_workshop("other", position=1)
    full = park.a_session(timedelta(hours=1), capacity=2)
    park.a_session(timedelta(hours=2), workshop_id=other_workshop)
    small = park.a_session(timedelta(hours=3), capacity=1)
    later = park.a_session(timedelta(hours=4))
    room.confirm(room.hold(full, {"adult": 2}, "zh").id, "zh")
    for wanted, expected in ((1, small), (2, later)):
        with pytest.raises(SoldOut) as refused:
            room.hold(full, {"adult": wanted}, "en")
        assert refused.value.next_free is not None
        assert refused.value.next_free.id == expected  # the same workshop first, however much later


def test_who_needs_a_wheelchair_place_is_sent_where_there_is_one(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    full = park.a_session(timedelta(hours=1), capacity=1, wheelchair_places=1)
    park.a_session(timedelta(hours=2), wheelchair_places=0)
    with_place = park.a_session(timedelta(hours=3), wheelchair_places=1)
    room.confirm(room.hold(full, {"adult": 1}, "zh").id, "zh")
    with pytest.raises(SoldOut) as refused:
        room.hold(full, {"adult": 1}, "en", wheelchairs=1)
    assert refused.value.next_free is not None
    assert refused.value.next_free.id == with_place


def test_the_next_free_session_of_another_workshop_where_this_one_has_none(park: Park) -> None:
    other = park.a_session(timedelta(hours=5), workshop_id=park.a_workshop("other", position=1))
    full = park.a_session(capacity=1)
    park.booking.confirm(park.booking.hold(full, {"adult": 1}, "zh").id, "zh")
    with pytest.raises(SoldOut) as refused:
        park.booking.hold(full, {"adult": 1}, "zh")
    assert refused.value.next_free is not None
    assert refused.value.next_free.id == other


def test_a_session_that_is_called_off_meanwhile_is_not_booked(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session()
    held = room.hold(session, {"adult": 1}, "zh")
    park.change(Session, session, state="cancelled", note={"zh": "师傅病了。", "en": "The master is ill."})
    with pytest.raises(SessionClosed):
        room.confirm(held.id, "zh")
    with pytest.raises(SessionClosed) as refused:
        room.hold(session, {"adult": 1}, "en")
    assert refused.value.reason == "The master is ill."
    assert park.rows("SELECT sold, held FROM seat_rights") == [(0, 1)]


def test_a_session_that_began_meanwhile_is_not_booked(park: Park) -> None:
    session = park.a_session(timedelta(minutes=2))
    held = park.booking.hold(session, {"adult": 1}, "zh")
    park.clock.pass_time(timedelta(minutes=2))
    with pytest.raises(SessionClosed):
        park.booking.confirm(held.id, "zh")


def test_an_unknown_session_is_said_to_be_one(park: Park) -> None:
    with pytest.raises(UnknownSession):
        park.booking.hold(park.device, {"adult": 1}, "zh")


def test_a_hold_says_what_comes_back_as_the_booking_will(park: Park) -> None:
    held = park.booking.hold(park.a_session(), {"adult": 1}, "en")
    assert held.refund_rule.startswith("Full refund up to 24 hours before the start")
    booked = park.booking.confirm(held.id, "en")
    assert booked.refund_rule == held.refund_rule
    assert (booked.lines, booked.total_fen) == (held.lines, held.total_fen)
