"""No seat is ever sold twice: sixteen programs, five hundred tries each, for the last seats."""

import random
import subprocess
import sys
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

PROCESSES, TRIES, CAPACITY = 16, 500, 40


def hands(url: str, device: str, sessions: list[str], seed: int) -> None:
    """One program: holds one to three seats, and books two holds of three. Prints the seats it booked."""
    store = open_store(url)
    clock, chance = SetClock(NOON), random.Random(seed)
    room = Booking(store, clock, Events(), UUID(device), Catalogue(store, Path("media"), clock, Events()))
    booked = 0
    for _ in range(TRIES):
        party = {"adult": chance.choice((1, 1, 2, 3))}
        try:
            held = room.hold(UUID(chance.choice(sessions)), party, "zh")
        except SoldOut:
            continue
        if chance.random() < 1 / 3:
            room.release(held.id)
        else:
            booked += room.confirm(held.id, "zh").heads
    store.close()
    print(booked)


def _race(park: Park, devices: list[UUID], sessions: list[UUID]) -> int:
    """The seats that sixteen programs believe to have booked."""
    names = [str(session) for session in sessions]
    programs = [
        subprocess.Popen(
            [
                sys.executable,
                "-W",
                "error",
                "-c",
                "import sys; from tests.kiosk.booking.test_last_seats import hands;"
                "hands(sys.argv[1], sys.argv[2], sys.argv[4:], int(sys.argv[3]))",
                park.store.url,
                str(devices[number % len(devices)]),
                str(number),
                *names,
            ],
            cwd=Path(__file__).parents[3],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    outputs = [program.communicate() for program in programs]
    assert [(program.returncode, errors) for program, (_, errors) in zip(programs, outputs, strict=True)] == [
        (0, "")
    ] * PROCESSES
    return sum(int(out) for out, _ in outputs)


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
    sessions = [park.a_session(capacity=CAPACITY), park.a_session(capacity=CAPACITY, language="en")]
    believed = _race(park, [park.device], sessions)
    assert _assert_nothing_twice(park, sessions, believed) == 2 * CAPACITY


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
    sessions = [park.a_session(capacity=CAPACITY), park.a_session(capacity=CAPACITY, language="en")]
    believed = _race(park, devices, sessions)
    assert 0 < _assert_nothing_twice(park, sessions, believed) <= 2 * CAPACITY
