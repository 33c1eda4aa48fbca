"""No seat is ever sold twice: sixteen programs, five hundred tries each, for the last seats."""

import json
import multiprocessing
import random
import subprocess
import sys
from collections.abc import Sequence
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from uuid import UUID

import pytest

from db.devices import free_number
from db.models import Device
from db.store import open_store
from kiosk.booking import Booking, SoldOut
from kiosk.catalogue import Catalogue
from kiosk.clock import SetClock
from kiosk.events import Events
from tests.builders import NOON, Park

PROCESSES, TRIES = 16, 500
SEATS = 12
"""Of each of the two sessions: fewer than sixteen would hold at once, so that they fight for them from the start."""
BOOKS_ONE_OF = 60
"""Who holds seats gives them back as a rule, so that the last seats stay the last for hundreds of tries."""
CLOSING = 20
"""In their last tries all book for one, until nothing is left."""


def hand(
    url: str, device: str, sessions: Sequence[str], seed: int, *, start: Barrier, results: "Queue[tuple[int, int, int]]"
) -> None:
    """One program. Tells how many tries got seats, how many were refused, and how many seats it has booked."""
    store = open_store(url)
    clock, chance = SetClock(NOON), random.Random(seed)
    room = Booking(store, clock, Events(), UUID(device), Catalogue(store, Path("media"), clock, Events()))
    got = refused = booked = 0
    start.wait()
    for left in reversed(range(TRIES)):
        party = {"adult": 1 if left < CLOSING else chance.choice((1, 1, 2, 3))}
        try:
            held = room.hold(UUID(chance.choice(sessions)), party, "zh")
        except SoldOut:
            refused += 1
            continue
        got += 1
        if left < CLOSING or chance.random() < 1 / BOOKS_ONE_OF:
            booked += room.confirm(held.id, "zh").heads
        else:
            room.release(held.id)
    store.close()
    results.put((got, refused, booked))


def start_quickly() -> None:
    """Programs are forked where the system can: to spawn one takes a second."""
    if "fork" in multiprocessing.get_all_start_methods():
        multiprocessing.set_start_method("fork")


def crowd(url: str, devices: Sequence[str], sessions: Sequence[str]) -> None:
    """Sixteen programs that begin at the same instant; prints what each of them tells."""
    start_quickly()
    start = multiprocessing.Barrier(PROCESSES)
    results: Queue[tuple[int, int, int]] = multiprocessing.Queue()
    programs = [
        multiprocessing.Process(
            target=hand,
            args=(url, devices[number % len(devices)], sessions, number),
            kwargs={"start": start, "results": results},
            daemon=True,
        )
        for number in range(PROCESSES)
    ]
    for program in programs:
        program.start()
    told = [results.get(timeout=150) for _ in programs]
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0] * PROCESSES
    print(json.dumps(told))


def _race(park: Park, devices: list[UUID], sessions: list[UUID]) -> int:
    """The seats that sixteen programs believe to have booked."""
    words = [park.store.url, ",".join(map(str, devices)), ",".join(map(str, sessions))]
    call = (
        "import sys; from tests.kiosk.booking.test_last_seats import crowd;"
        "crowd(sys.argv[1], sys.argv[2].split(','), sys.argv[3].split(','))"
    )
    # A program of its own starts them: this one may have threads of Qt, which a fork would leave behind.
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", call, *words],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert [got + refused for got, refused, _ in told] == [TRIES] * PROCESSES
    assert sum(1 for got, refused, _ in told if got and refused) > PROCESSES // 2  # a fight it was
    return sum(booked for _, _, booked in told)


def _assert_nothing_twice(park: Park, sessions: list[UUID], believed: int) -> int:
    rows = park.rows(
        "SELECT s.capacity, s.granted, sum(r.granted - r.returned), sum(r.held), sum(r.sold),"
        " (SELECT sum(b.seats) FROM bookings b WHERE b.session_id = s.id AND b.state = 'confirmed')"
        " FROM sessions s JOIN seat_rights r ON r.session_id = s.id GROUP BY s.id, s.capacity, s.granted"
    )
    assert len(rows) == len(sessions)
    for capacity, granted, rights, held, sold, booked in rows:
        assert granted == rights <= capacity
        assert held == 0
        assert sold == booked <= capacity
    serials = [row[0] for row in park.rows("SELECT serial FROM tickets")]
    assert len(serials) == len(set(serials))
    total = sum(row[4] for row in rows)
    assert total == believed
    return int(total)


@pytest.mark.timeout(180)
def test_the_last_seats_go_to_one_hand_each_among_sixteen_programs(park_anywhere: Park) -> None:
    park = park_anywhere
    sessions = [park.a_session(capacity=SEATS), park.a_session(capacity=SEATS, language="en")]
    believed = _race(park, [park.device], sessions)
    assert _assert_nothing_twice(park, sessions, believed) == 2 * SEATS


@pytest.mark.postgres
@pytest.mark.timeout(180)
@pytest.mark.parametrize("park_anywhere", ["postgres"], indirect=True)
def test_four_devices_round_one_database_share_a_pool_and_sell_nothing_twice(park_anywhere: Park) -> None:
    park = park_anywhere
    devices = [park.device]
    with park.store.write() as session:
        for number in range(3):
            row = Device(name=f"kiosk {number}", number=free_number(session), created_at=NOON)
            session.add(row)
            session.flush()
            devices.append(row.id)
    sessions = [park.a_session(capacity=SEATS), park.a_session(capacity=SEATS, language="en")]
    believed = _race(park, devices, sessions)
    assert 0 < _assert_nothing_twice(park, sessions, believed) <= 2 * SEATS
