"""RULES 14: holds run on steady time; a wall clock that jumps is noted; one that can't be right sells nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.booking import ClockDoubtful, HoldExpired, PartyRefused
from tests.builders import NOON, Park

HOUR = timedelta(hours=1)
THREE_MINUTES = timedelta(minutes=3)


def test_a_clock_put_back_an_hour_neither_revives_nor_kills_a_hold(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(timedelta(hours=5), capacity=4)
    over = room.hold(session, {"adult": 2}, "zh")
    park.clock.pass_time(THREE_MINUTES)
    alive = room.hold(session, {"adult": 3}, "zh")
    park.clock.jump(-HOUR)
    with pytest.raises(HoldExpired):
        room.lengthen(over.id)
    assert room.session(session, "zh").free == 1
    park.clock.pass_time(THREE_MINUTES - timedelta(seconds=1))
    room.accept_clock()
    assert room.confirm(alive.id, "zh").state == "confirmed"


def test_a_clock_put_forward_kills_no_hold(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(timedelta(hours=5), capacity=2)
    held = room.hold(session, {"adult": 2}, "zh")
    park.clock.jump(HOUR)
    assert room.session(session, "zh").free == 0
    assert room.confirm(held.id, "zh").state == "confirmed"


def test_no_hold_outlives_its_three_minutes_however_often_the_clock_is_put_back(park: Park) -> None:
    session = park.a_session(timedelta(hours=5), capacity=1)
    park.booking.hold(session, {"adult": 1}, "zh")
    for _ in range(18):
        park.clock.pass_time(timedelta(seconds=10))
        park.clock.jump(timedelta(seconds=-10))
    assert park.clock.now() == NOON
    assert park.booking.session(session, "zh").free == 1


def test_a_jump_of_over_two_minutes_is_stored_once_and_a_correction_is_not(park_anywhere: Park) -> None:
    park, room, other = park_anywhere, park_anywhere.booking, park_anywhere.another_room()
    session = park.a_session(timedelta(hours=5))
    for by in (timedelta(seconds=119), timedelta(hours=1)):
        park.clock.jump(by)
        for each in (room, other):
            each.release(each.hold(session, {"adult": 1}, "zh").id)
    assert park.rows("SELECT kind, seconds FROM clock_jumps") == [("jump", 3600.0)]


def test_a_jump_is_stored_although_what_follows_it_is_refused(park: Park) -> None:
    session = park.a_session(timedelta(hours=5))
    park.booking.confirm(park.booking.hold(session, {"adult": 1}, "zh").id, "zh")
    park.clock.jump(-HOUR)
    with pytest.raises(ClockDoubtful):
        park.booking.hold(session, {"adult": 1}, "zh")
    assert park.rows("SELECT kind, seconds FROM clock_jumps") == [("jump", -3600.0)]


def test_nothing_is_sold_by_a_clock_earlier_than_the_last_row_until_staff_set_it(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(timedelta(hours=5))
    booked = room.confirm(room.hold(session, {"adult": 1}, "zh").id, "zh")
    held = room.hold(session, {"adult": 1}, "zh")
    park.clock.jump(-HOUR)
    with pytest.raises(ClockDoubtful) as refused:
        room.hold(session, {"adult": 1}, "zh")
    assert refused.value.at_least == NOON.isoformat()
    with pytest.raises(ClockDoubtful):
        room.confirm(held.id, "zh")
    with pytest.raises(ClockDoubtful):
        room.move(booked.code, park.a_session(timedelta(hours=8)), "zh")
    assert room.find(booked.code, "zh").state == "confirmed"  # looking is always possible
    room.accept_clock()
    assert room.confirm(held.id, "zh").state == "confirmed"
    kinds = {kind for (kind,) in park.rows("SELECT kind FROM clock_jumps")}
    assert kinds == {"jump", "set_by_staff"}


def test_nothing_is_sold_by_a_clock_earlier_than_the_program(park: Park) -> None:
    session = park.a_session(timedelta(hours=5))
    park.clock.at = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)  # a dead battery
    with pytest.raises(ClockDoubtful):
        park.booking.hold(session, {"adult": 1}, "zh")
    park.booking.accept_clock()
    with pytest.raises(ClockDoubtful):  # nobody can vouch for that
        park.booking.hold(session, {"adult": 1}, "zh")


def test_a_small_correction_of_the_clock_stops_nobody(park: Park) -> None:
    session = park.a_session(timedelta(hours=5))
    park.booking.confirm(park.booking.hold(session, {"adult": 1}, "zh").id, "zh")
    park.clock.jump(timedelta(seconds=-90))
    assert park.booking.hold(session, {"adult": 1}, "zh").seconds_left == 180


def test_a_reboot_ends_what_was_held_before_it(park_anywhere: Park) -> None:
    park = park_anywhere
    session = park.a_session(timedelta(hours=5), capacity=1)
    held = park.booking.hold(session, {"adult": 1}, "zh")
    park.clock.boot_name, park.clock.seconds = "boot-2", 3.0
    again = park.another_room()
    with pytest.raises(HoldExpired):
        again.confirm(held.id, "zh")
    assert again.session(session, "zh").free == 1
    fresh = again.hold(session, {"adult": 1}, "zh")
    assert fresh.seconds_left == 180
    park.clock.boot_name, park.clock.seconds = "boot-3", 900_000.0
    with pytest.raises(HoldExpired):
        park.another_room().confirm(fresh.id, "zh")


def test_a_reboot_with_an_empty_battery_sells_nothing_and_says_so(park: Park) -> None:
    session = park.a_session(timedelta(hours=5))
    park.booking.confirm(park.booking.hold(session, {"adult": 1}, "zh").id, "zh")
    park.clock.boot_name, park.clock.seconds = "boot-2", 3.0
    park.clock.jump(-HOUR)
    again = park.another_room()
    with pytest.raises(ClockDoubtful):
        again.hold(session, {"adult": 1}, "zh")
    assert [kind for (kind,) in park.rows("SELECT kind FROM clock_jumps")] == ["boot"]


def test_all_programs_of_a_machine_agree_how_long_a_hold_lasts(park_anywhere: Park) -> None:
    park = park_anywhere
    session = park.a_session()
    held = park.booking.hold(session, {"adult": 1}, "zh")
    park.clock.pass_time(timedelta(seconds=60))
    other = park.another_room()
    assert other.change_hold(held.id, {"adult": 2}, "zh").seconds_left == pytest.approx(120)
    with pytest.raises(PartyRefused):
        other.change_hold(held.id, {"adult": 0}, "zh")
    assert park.rows("SELECT count(*) FROM clock_anchors") == [(1,)]


def test_the_restored_past_of_a_disk_does_not_bring_holds_back(park: Park) -> None:
    """Steady time only goes on: every boot begins after all that was promised in those before it."""
    session = park.a_session(timedelta(hours=5), capacity=8)
    ids = []
    for boot in range(4):
        park.clock.boot_name, park.clock.seconds = f"boot-{boot}", 10.0 * (4 - boot)
        ids.append(park.another_room().hold(session, {"adult": 2}, "zh").id)
    last = park.another_room()
    for old in ids[:-1]:
        with pytest.raises(HoldExpired):
            last.confirm(old, "zh")
    assert last.confirm(ids[-1], "zh").state == "confirmed"
