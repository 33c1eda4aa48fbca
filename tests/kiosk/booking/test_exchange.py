"""RULES 10: an exchange is one transaction; a kill at any step leaves exactly one booking."""

import json
import multiprocessing
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import event

from db.store import Store, open_store
from kiosk.booking import (
    Booking,
    ChangedMeanwhile,
    PartyRefused,
    SessionClosed,
    SoldOut,
    TooLateToChange,
    UnknownBooking,
    UnknownSession,
)
from kiosk.catalogue import Catalogue
from kiosk.clock import SetClock
from kiosk.events import BookingChanged, Events, SeatsChanged
from tests.builders import NOON, Park, a_park
from tests.kiosk.booking.test_last_seats import start_quickly

DEAD = 9


def die_at(store: Store, step: int) -> None:
    """The power goes before the so-manieth statement, or commit, that this program sends."""
    left = step

    def one_more(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os._exit(DEAD)

    event.listen(store.engine, "before_cursor_execute", one_more)
    event.listen(store.engine, "commit", one_more)


def exchange(url: str, device: str, code: str, session: str, step: int) -> None:
    """One program that moves a booking, until it dies."""
    store = open_store(url)
    clock = SetClock(NOON)
    room = Booking(store, clock, Events(), UUID(device), Catalogue(store, Path("media"), clock, Events()))
    die_at(store, step)
    room.move(code, UUID(session), "zh")
    os._exit(0)


def die_at_every_step(url: str, device: str, code: str, session: str) -> None:
    """Kill the exchange at its first step, its second, … until it goes through; prints what is left each time."""
    start_quickly()
    told = []
    for step in range(200):
        program = multiprocessing.Process(target=exchange, args=(url, device, code, session, step))
        program.start()
        program.join()
        store = open_store(url)
        with store.engine.connect() as tx:
            left = [
                list(row)
                for row in tx.exec_driver_sql(
                    "SELECT b.state, (b.session_id = r.session_id) AND (b.seats = r.sold) AND r.held = 0,"
                    " (SELECT count(*) FROM tickets t WHERE t.booking_id = b.id AND t.state = 'valid'),"
                    " (SELECT sum(amount_fen) FROM payments p WHERE p.booking_id = b.id)"
                    " FROM bookings b LEFT JOIN seat_rights r ON r.sold > 0 ORDER BY b.created_at, b.id"
                )
            ]
        store.close()
        told.append([program.exitcode, [[state, bool(fits), valid, int(paid)] for state, fits, valid, paid in left]])
        if program.exitcode == 0 or len(left) > 1:
            break
    print(json.dumps(told))


@pytest.mark.timeout(120)
def test_a_kill_at_any_step_leaves_exactly_one_booking(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    old, new = park.a_session(timedelta(days=2)), park.a_session(timedelta(days=3), price_fen=15_000)
    booked = room.confirm(room.hold(old, {"adult": 2}, "zh").id, "zh")
    room.pay(booked.code, booked.total_fen, "cash", "zh")
    call = (
        "import sys; from tests.kiosk.booking.test_exchange import die_at_every_step; die_at_every_step(*sys.argv[1:])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", call, park.store.url, str(park.device), booked.code, str(new)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    *deaths, last = json.loads(done.stdout)
    assert len(deaths) > 20  # there were steps to die at
    untouched = [["confirmed", True, 1, 25_600]]
    moved = [["moved", False, 0, 0], ["confirmed", True, 1, 25_600]]
    assert {json.dumps(state) for _, state in deaths} <= {json.dumps(untouched)}
    assert {code for code, _ in deaths} == {DEAD}
    assert last[1] == moved  # the first that got past its commit


def test_an_exchange_keeps_the_party_and_says_on_both_papers_what_became_of_it(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    old, new = park.a_session(), park.a_session(timedelta(days=1), price_fen=20_000)
    booked = room.confirm(room.hold(old, {"adult": 2, "child": 1}, "en", wheelchairs=1).id, "en")
    told: list[object] = []
    park.events.follow(object, told.append)
    moved = room.move(booked.code, new, "en")
    before = room.find(booked.code, "en")
    assert (before.state, before.moved_to, before.can_move) == ("moved", moved.code, False)
    assert before.why_not == "This booking has been moved to another session."
    assert (moved.state, moved.heads, moved.session.id) == ("confirmed", 3, new)
    assert moved.code != booked.code
    assert moved.tickets[0].serial != booked.tickets[0].serial
    assert (room.session(old, "en").free, room.session(old, "en").wheelchair_free) == (8, 2)
    assert (room.session(new, "en").free, room.session(new, "en").wheelchair_free) == (5, 1)
    assert told == [
        SeatsChanged(old),
        SeatsChanged(new),
        BookingChanged(booked.id, booked.code),
        BookingChanged(moved.id, moved.code),
    ]
    with pytest.raises(TooLateToChange, match="moved to another session"):
        room.move(booked.code, old, "en")


def test_the_difference_in_price_is_a_line_of_money(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = room.confirm(room.hold(park.a_session(), {"adult": 2, "child": 1}, "en").id, "en")
    dearer = room.move(booked.code, park.a_session(timedelta(days=1), price_fen=20_000), "en")
    assert [(line.name, line.total_fen) for line in dearer.lines] == [
        ("Adult", 25_600),
        ("Child", 6_400),
        ("Price difference after the exchange", 18_000),
    ]
    assert dearer.total_fen == 50_000
    cheaper = room.move(dearer.code, park.a_session(timedelta(days=2), price_fen=10_000), "zh")
    assert (cheaper.lines[-1].name, cheaper.lines[-1].total_fen) == ("换场差价", -7_000)
    assert cheaper.total_fen == 25_000
    same = room.move(cheaper.code, park.a_session(timedelta(days=3)), "en")
    assert [line.category for line in same.lines] == ["adult", "child"]
    assert same.total_fen == booked.total_fen


def test_what_was_paid_goes_along_and_what_is_too_much_is_owed_back(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = room.confirm(room.hold(park.a_session(), {"adult": 1}, "en").id, "en")
    assert booked.payment == "to_pay"
    assert room.pay(booked.code, 12_800, "wechat", "en").payment == "paid"
    dearer = room.move(booked.code, park.a_session(timedelta(days=1), price_fen=20_000), "en")
    assert (dearer.payment, dearer.paid_fen) == ("to_pay", 12_800)
    assert room.find(booked.code, "en").paid_fen == 0
    cheaper = room.move(dearer.code, park.a_session(timedelta(days=2), price_fen=10_000), "en")
    assert (cheaper.payment, cheaper.paid_fen) == ("paid", 10_000)
    assert park.rows("SELECT reason, percent, amount_fen FROM refunds") == [("exchange", 100, 2_800)]
    assert park.rows("SELECT sum(amount_fen) FROM payments") == [(12_800,)]


def test_who_gave_a_name_takes_it_along_and_it_is_erased_later(park_anywhere: Park) -> None:
    from kiosk.booking import Person

    park, room = park_anywhere, park_anywhere.booking
    held = room.hold(park.a_session(), {"adult": 1}, "en")
    booked = room.confirm(held.id, "en", Person(phone="13900000000", needs="A ramp"))
    first = park.rows("SELECT erase_after FROM persons")
    moved = room.move(booked.code, park.a_session(timedelta(days=5)), "en")
    assert moved.needs == "A ramp"
    assert room.find(booked.code, "en").needs == ""
    assert len(park.rows("SELECT 1 FROM persons")) == 1
    assert park.rows("SELECT erase_after FROM persons") > first


def test_an_exchange_to_where_there_is_no_room_leaves_all_as_it_was(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = room.confirm(room.hold(park.a_session(), {"adult": 3}, "en").id, "en")
    small = park.a_session(timedelta(days=1), capacity=2)
    with pytest.raises(SoldOut) as refused:
        room.move(booked.code, small, "en")
    assert (refused.value.wanted, refused.value.free) == (3, 2)
    assert room.find(booked.code, "en") == booked
    assert room.session(small, "en").free == 2


def test_an_exchange_finds_wheelchair_places_or_leaves_all_as_it_was(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    old = park.a_session(wheelchair_places=2)
    booked = room.confirm(room.hold(old, {"adult": 3}, "en", wheelchairs=2).id, "en")
    none, one = (park.a_session(timedelta(days=day), wheelchair_places=places) for day, places in ((1, 0), (2, 1)))
    with pytest.raises(PartyRefused, match="No wheelchair place is free in this session"):
        room.move(booked.code, none, "en")
    with pytest.raises(PartyRefused, match="Wheelchair places left in this session: 1"):
        room.move(booked.code, one, "en")
    assert room.find(booked.code, "en") == booked
    assert [room.session(each, "en").free for each in (none, one)] == [8, 8]
    enough = park.a_session(timedelta(days=3), wheelchair_places=2)
    moved = room.move(booked.code, enough, "en")
    assert (moved.wheelchairs, room.session(enough, "en").wheelchair_free) == (2, 0)
    assert room.session(old, "en").wheelchair_free == 2
    room.cancel(moved.code, "en")
    assert room.session(enough, "en").wheelchair_free == 2


def test_an_exchange_takes_seats_whose_hold_has_run_out(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = room.confirm(room.hold(park.a_session(), {"adult": 2}, "en").id, "en")
    target = park.a_session(timedelta(days=1), capacity=2)
    room.hold(target, {"adult": 2}, "en")
    with pytest.raises(SoldOut):
        room.move(booked.code, target, "en")
    park.clock.pass_time(timedelta(minutes=3))
    assert room.move(booked.code, target, "en").session.free == 0


def test_where_nobody_can_go(park: Park, tmp_path: Path) -> None:
    session = park.a_session()
    booked = park.booking.confirm(park.booking.hold(session, {"adult": 1}, "en").id, "en")
    elsewhere = a_park(park.store, tmp_path, slug="elsewhere").a_session()
    with pytest.raises(SessionClosed, match="another park"):
        park.booking.move(booked.code, elsewhere, "en")
    with pytest.raises(SessionClosed, match="that you are booked on"):
        park.booking.move(booked.code, session, "en")
    with pytest.raises(UnknownSession):
        park.booking.move(booked.code, park.device, "en")
    with pytest.raises(UnknownBooking):
        park.booking.move("77777777X", session, "en")


def test_a_booking_whose_session_has_begun_stays_where_it_is(park: Park) -> None:
    booked = park.booking.confirm(park.booking.hold(park.a_session(), {"adult": 1}, "en").id, "en")
    other = park.a_session(timedelta(days=1))
    park.clock.pass_time(timedelta(hours=2))
    with pytest.raises(TooLateToChange, match="has begun"):
        park.booking.move(booked.code, other, "en")
    with pytest.raises(TooLateToChange, match="has begun"):
        park.booking.cancel(booked.code, "en")
    park.clock.pass_time(timedelta(hours=2))
    assert park.booking.find(booked.code, "en").why_not == "This session is over."


def test_of_two_staff_on_one_booking_the_second_sees_that_there_was_a_first(park_anywhere: Park) -> None:
    """RULES 11: nothing is silently overwritten."""
    park, room, other = park_anywhere, park_anywhere.booking, park_anywhere.another_room()
    booked = room.confirm(room.hold(park.a_session(), {"adult": 1}, "en").id, "en")
    seen = other.find(booked.code, "en").version
    room.cancel(booked.code, "en", seen=booked.version)
    with pytest.raises(ChangedMeanwhile) as refused:
        other.move(booked.code, park.a_session(timedelta(days=1)), "en", seen=seen)
    assert (refused.value.seen, refused.value.now) == (1, 2)
    with pytest.raises(ChangedMeanwhile):
        other.cancel(booked.code, "en", seen=seen)
