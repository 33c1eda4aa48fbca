"""Sessions, booking, tickets and cancelling as a script does them (DESIGN, commands and files)."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.ui.commandline.program import ROOT, answer, clean_environment, command, kiosk


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that has begun from nothing."""
    return tmp_path_factory.mktemp("home")


def sessions(home: Path, *words: str) -> list[dict[str, Any]]:
    """The coming sessions of Tianning."""
    found: list[dict[str, Any]] = answer(kiosk("sessions", "--site", "tianning", "--json", *words, home=home))
    return found


def some_session(home: Path, seats: int = 6) -> dict[str, Any]:
    """One that can be booked: not today's, which may be about to begin."""
    return next(session for session in sessions(home)[30:] if session["free"] >= seats)


def test_a_session_is_what_the_design_promises(home: Path) -> None:
    session = some_session(home)
    assert list(session) == ["id", "workshop", "starts_at", "capacity", "free", "price_fen"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", session["starts_at"])
    assert session["free"] <= session["capacity"]


def test_one_day_and_one_workshop_can_be_asked_for(home: Path) -> None:
    session = some_session(home)
    found = sessions(home, "--day", session["starts_at"][:10], "--workshop", session["workshop"])
    assert session["id"] in {one["id"] for one in found}
    assert {(one["workshop"], one["starts_at"][:10]) for one in found} == {
        (session["workshop"], session["starts_at"][:10])
    }


def test_a_ticket_is_booked_found_genuine_and_no_longer_valid_when_cancelled(home: Path) -> None:
    session = some_session(home)
    booked = answer(kiosk("book", "--session", session["id"], "--party", "2", "--json", home=home))
    assert (booked["heads"], booked["price_fen"], booked["state"]) == (2, 2 * session["price_fen"], "confirmed")
    assert next(one for one in sessions(home) if one["id"] == session["id"])["free"] == session["free"] - 2
    assert booked["code"] in {
        one["code"] for one in answer(kiosk("bookings", "--site", "tianning", "--json", home=home))
    }

    genuine = kiosk("ticket", "verify", booked["ticket"], "--json", home=home)
    told = answer(genuine)
    assert genuine.returncode == 0
    assert (told["genuine"], told["site"], told["state"], told["used"]) == (True, "tianning", "valid", False)
    assert told["code"] == booked["code"]
    with_keys = kiosk("ticket", "verify", booked["ticket"], "--keys", str(home / "keys" / "public.json"), "--json")
    assert (with_keys.returncode, answer(with_keys)["genuine"]) == (0, True)
    changed = booked["ticket"][:-1] + ("A" if booked["ticket"][-1] != "A" else "B")
    refused = kiosk("ticket", "verify", changed, "--json", home=home)
    assert (refused.returncode, answer(refused)["genuine"]) == (1, False)

    cancelled = kiosk("cancel", booked["code"], "--json", home=home)
    assert (cancelled.returncode, answer(cancelled)["state"]) == (0, "cancelled")
    assert next(one for one in sessions(home) if one["id"] == session["id"])["free"] == session["free"]
    again = kiosk("cancel", booked["code"], "--json", home=home)
    assert again.returncode == 1
    assert answer(again)["reason"]
    afterwards = kiosk("ticket", "verify", booked["ticket"], "--json", home=home)
    assert (afterwards.returncode, answer(afterwards)["state"]) == (1, "cancelled")


def test_a_party_by_categories(home: Path) -> None:
    session = some_session(home)
    words = ("--party", "adult=2,child=1", "--wheelchairs", "1", "--json")
    booked = answer(kiosk("book", "--session", session["id"], *words, home=home))
    assert (booked["party"], booked["wheelchairs"]) == ({"adult": 2, "child": 1}, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--party", "many"], "write a number"),
        (["--party", "ghost=1"], "ghost"),
        (["--party", "0"], ""),
        (["--party", "-3"], ""),
        (["--party", "500"], "At most"),
        (["--party", "1", "--wheelchairs", "2"], "wheelchair"),
        (["--party", "1", "--wheelchairs", "-1"], "wheelchair"),
    ],
)
def test_a_party_that_cannot_be_is_wrong_use(home: Path, words: list[str], said: str) -> None:
    told = kiosk("book", "--session", some_session(home)["id"], *words, home=home)
    assert told.returncode == 2
    assert said in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("code", ["AAAAAAAAA", "", "7K3M92QF4", "'; drop table booking; --"])
def test_a_code_that_is_none_is_wrong_use(home: Path, code: str) -> None:
    told = kiosk("cancel", code, home=home)
    assert told.returncode == 2
    assert "Traceback" not in told.stderr


def test_many_processes_book_the_last_seats_and_none_is_sold_twice(home: Path) -> None:
    session = next(one for one in sessions(home)[30:] if 8 <= one["free"] == one["capacity"] <= 12)
    seats = session["free"]
    words = command("book", "--session", session["id"], "--party", "2", "--json", home=home)
    running = [
        subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=clean_environment()
        )
        for _ in range(seats // 2 + 3)
    ]
    said = [(process.communicate(timeout=120), process.returncode) for process in running]
    assert sorted(code for _, code in said) == [0] * (seats // 2) + [1] * 3, said
    assert next(one for one in sessions(home) if one["id"] == session["id"])["free"] == seats % 2
