"""RULES 8: one door to seats. Every path tries to sell past capacity, and none gets through."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from db.models import Block
from kiosk.booking import Booking, BookingError, CapacityTooSmall, PartyRefused, SessionClosed, SoldOut
from kiosk.events import SeatsChanged
from tests.builders import Park

DAY = timedelta(days=1)


def book(room: Booking, session: UUID, heads: int) -> str:
    return room.confirm(room.hold(session, {"adult": heads}, "zh").id, "zh").code


def by_holding(park: Park, session: UUID) -> None:
    park.booking.hold(session, {"adult": 2}, "zh")


def by_another_party(park: Park, session: UUID) -> None:
    held = park.booking.hold(session, {"adult": 1}, "zh")
    park.booking.change_hold(held.id, {"adult": 2}, "zh")


def by_exchange(park: Park, session: UUID) -> None:
    park.booking.move(book(park.booking, park.a_session(DAY), 2), session, "zh")


def by_a_group(park: Park, session: UUID) -> None:
    park.booking.keep_block(session, 2, "Class 3", park.clock.now() + timedelta(hours=1), "zh")


def by_a_group_that_is_more_than_it_said(park: Park, session: UUID) -> None:
    block = park.booking.keep_block(session, 1, "Class 3", park.clock.now() + timedelta(hours=1), "zh")
    park.booking.hold(session, {"adult": 2}, "zh", block_id=block.id)


def by_another_device(park: Park, session: UUID) -> None:
    room = park.another_room(park.another_device("desk"))
    room.hold(session, {"adult": 2}, "zh")


def by_less_capacity(park: Park, session: UUID) -> None:
    park.booking.set_capacity(session, 2)


@pytest.mark.parametrize(
    "path",
    [
        by_holding,
        by_another_party,
        by_exchange,
        by_a_group,
        by_a_group_that_is_more_than_it_said,
        by_another_device,
        by_less_capacity,
    ],
)
def test_no_path_sells_the_seat_that_is_not_there(park_anywhere: Park, path: Callable[[Park, UUID], None]) -> None:
    park = park_anywhere
    session = park.a_session(capacity=4)
    book(park.booking, session, 3)  # one is left
    with pytest.raises(BookingError) as refused:
        path(park, session)
    assert isinstance(refused.value, (SoldOut, CapacityTooSmall))
    ((capacity, granted, sold, taken),) = park.rows(
        "SELECT s.capacity, s.granted, sum(r.sold), sum(r.held + r.sold) FROM sessions s"
        " JOIN seat_rights r ON r.session_id = s.id WHERE s.capacity = 4 GROUP BY s.id, s.capacity, s.granted"
    )
    assert sold == 3
    assert taken <= granted <= capacity == 4


def test_capacity_does_not_fall_below_what_is_sold_unseen(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(capacity=8)
    codes = {book(room, session, 2), book(room, session, 1)}
    room.hold(session, {"adult": 1}, "zh")
    with pytest.raises(CapacityTooSmall) as refused:
        room.set_capacity(session, 3)
    assert (refused.value.wanted, refused.value.taken, set(refused.value.codes)) == (3, 4, codes)
    room.set_capacity(session, 4)
    assert room.session(session, "zh").state == "sold_out"
    park.clock.pass_time(timedelta(minutes=3))
    room.set_capacity(session, 3)
    room.set_capacity(session, 12)
    assert room.session(session, "zh").free == 9


def test_seats_of_a_device_are_not_sold_by_another(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(capacity=4)
    desk = park.another_room(park.another_device("desk"))
    room.release(room.hold(session, {"adult": 3}, "zh").id)  # three have been granted to the kiosk, and are free there
    assert (room.session(session, "zh").free, desk.session(session, "zh").free) == (4, 1)
    with pytest.raises(SoldOut):
        desk.hold(session, {"adult": 2}, "zh")
    assert book(desk, session, 1)
    assert book(room, session, 3)


# Groups


def test_a_group_takes_its_seats_bit_by_bit_and_the_rest_is_free_in_time(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(DAY, capacity=30)
    release_at = park.clock.now() + timedelta(hours=5)
    block = room.keep_block(session, 28, "第三小学", release_at, "zh")
    assert room.session(session, "zh").free == 2
    with pytest.raises(PartyRefused, match="At most 6"):  # a party of visitors is small …
        room.hold(session, {"adult": 7}, "en")
    held = room.hold(session, {"adult": 2, "child": 20}, "en", block_id=block.id)  # … a class is not
    assert room.confirm(held.id, "en").heads == 22
    assert room.session(session, "zh").free == 2
    park.clock.pass_time(timedelta(hours=5) - timedelta(milliseconds=1))
    assert room.session(session, "zh").free == 2
    park.clock.pass_time(timedelta(milliseconds=1))
    assert room.session(session, "zh").free == 8  # by comparison in the query: nothing has run
    book(room, session, 6)
    assert room.session(session, "zh").free == 2
    assert park.rows("SELECT state, seats FROM blocks") == [("released", 0)]


def test_a_groups_hold_that_runs_out_goes_back_to_the_group(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(DAY, capacity=10)
    block = room.keep_block(session, 8, "Class 3", park.clock.now() + timedelta(hours=1), "zh")
    room.hold(session, {"adult": 8}, "zh", block_id=block.id)
    park.clock.pass_time(timedelta(minutes=3))
    assert room.session(session, "zh").free == 2
    with pytest.raises(SoldOut):
        room.hold(session, {"adult": 3}, "zh")
    assert room.confirm(room.hold(session, {"adult": 8}, "zh", block_id=block.id).id, "zh").heads == 8


def test_a_group_comes_into_a_session_that_is_full_for_others(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(DAY, capacity=6)
    block = room.keep_block(session, 4, "Class 3", park.clock.now() + timedelta(hours=1), "zh")
    book(room, session, 2)
    assert room.session(session, "zh").state == "sold_out"
    held = room.hold(session, {"adult": 3}, "zh", block_id=block.id)
    with pytest.raises(SoldOut):
        room.change_hold(held.id, {"adult": 5}, "zh")
    assert room.change_hold(held.id, {"adult": 4}, "zh").seats == 4
    assert room.confirm(held.id, "zh").heads == 4


def test_seats_of_a_group_are_let_go_once(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(DAY, capacity=6)
    block = room.keep_block(session, 4, "Class 3", park.clock.now() + timedelta(hours=1), "zh")
    told: list[SeatsChanged] = []
    park.events.follow(SeatsChanged, told.append)
    room.release_block(block.id)
    room.release_block(block.id)
    room.release_block(session)
    assert told == [SeatsChanged(session)]
    assert room.session(session, "zh").free == 6
    with pytest.raises(SoldOut):
        room.hold(session, {"adult": 1}, "zh", block_id=block.id)


def test_a_group_of_another_session_is_no_key_to_this_one(park: Park) -> None:
    block = park.booking.keep_block(park.a_session(DAY), 4, "Class 3", park.clock.now() + DAY, "zh")
    with pytest.raises(SoldOut):
        park.booking.hold(park.a_session(), {"adult": 1}, "zh", block_id=block.id)


def test_a_group_that_booked_is_moved_whole(park: Park) -> None:
    session = park.a_session(DAY, capacity=20)
    block = park.booking.keep_block(session, 12, "Class 3", park.clock.now() + timedelta(hours=1), "zh")
    booked = park.booking.confirm(park.booking.hold(session, {"adult": 12}, "zh", block_id=block.id).id, "zh")
    assert park.booking.move(booked.code, park.a_session(2 * DAY, capacity=20), "zh").heads == 12


def test_no_seats_are_kept_in_what_is_over(park: Park) -> None:
    session = park.a_session()
    park.clock.pass_time(timedelta(hours=3))
    with pytest.raises(SessionClosed):
        park.booking.keep_block(session, 1, "Class 3", park.clock.now() + DAY, "zh")
    with park.store.read() as tx:
        assert tx.query(Block).count() == 0
