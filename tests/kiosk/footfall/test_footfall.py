"""Visits and feedback: what is stored, and that nothing in it says who it was."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from db.ids import new_id
from db.models import Device, KioskPage, KioskVisit
from db.store import Store
from kiosk.clock import SetClock
from kiosk.events import Events
from kiosk.footfall import BadScore, Feedback, FeedbackGiven, UnknownPark, VisitEnded, Visits
from tests.kiosk.content import a_pack

CODE = "7K3M92QF4"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = a_pack.a_store(tmp_path)
    a_pack.a_room(store, tmp_path / "media").import_pack(a_pack.write_pack(tmp_path / "works"))
    yield store
    store.close()


@pytest.fixture
def device(store: Store) -> UUID:
    with store.write() as session:
        row = Device(name="kiosk", number=1, created_at=a_pack.NOON)
        session.add(row)
        session.flush()
        return row.id


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 24, 15, 59, tzinfo=UTC))  # a minute before midnight in Beijing


def test_a_visit_is_stored_with_its_pages_and_how_long_each_was_looked_at(
    store: Store, device: UUID, clock: SetClock
) -> None:
    events = Events()
    ended: list[VisitEnded] = []
    events.follow(VisitEnded, ended.append)
    visits = Visits(store, clock, events, device)
    notes = visits.begin("works", "zh")
    notes.turn_to("home")
    notes.tap()
    clock.pass_time(timedelta(seconds=4))
    notes.turn_to("exhibit", {"slug": "pump"})
    notes.tap()
    notes.lang = "en"
    clock.pass_time(timedelta(seconds=30))
    visits.record(notes.end("left"))
    with store.read() as session:
        visit = session.scalars(select(KioskVisit)).one()
        pages = session.scalars(select(KioskPage).order_by(KioskPage.position)).all()
    assert (visit.seconds, visit.lang, visit.taps, visit.outcome, visit.accessible) == (34.0, "en", 2, "left", False)
    assert [(p.page, p.subject, p.seconds) for p in pages] == [("home", "", 4.0), ("exhibit", "pump", 30.0)]
    assert ended == [VisitEnded("works", "left")]


def test_a_wall_clock_that_jumps_makes_no_visit_longer_or_negative(store: Store, device: UUID, clock: SetClock) -> None:
    notes = Visits(store, clock, Events(), device).begin("works", "zh")
    notes.turn_to("home")
    clock.pass_time(timedelta(seconds=5))
    clock.jump(timedelta(hours=-3))
    assert notes.end("timed_out").seconds == 5.0


def test_no_code_no_session_and_nothing_typed_is_ever_stored(
    store: Store, device: UUID, clock: SetClock, tmp_path: Path
) -> None:
    visits = Visits(store, clock, Events(), device)
    notes = visits.begin("works", "zh")
    session_id = str(new_id())
    notes.turn_to("ticket", {"code": CODE})
    notes.turn_to("mybooking", {"code": CODE, "slug": CODE.lower()})
    notes.turn_to("session", {"id": session_id, "slug": session_id})
    notes.turn_to("exhibit", {"slug": "Zhang San 13800138000"})
    notes.turn_to("play", {"slug": "pump", "name": "zhangsan"})
    visits.record(notes.end("booked"))
    with store.read() as session:
        assert session.scalars(select(KioskPage.subject).order_by(KioskPage.position)).all() == ["", "", "", "", "pump"]
    store.close()
    raw = b"".join(path.read_bytes() for path in tmp_path.glob("kiosk.sqlite3*")).lower()
    assert not re.search(f"{CODE}|{session_id}|zhang|13800138000".lower().encode(), raw)


def test_a_visit_to_a_park_that_is_not_there_stores_nothing(store: Store, device: UUID, clock: SetClock) -> None:
    visits = Visits(store, clock, Events(), device)
    with pytest.raises(UnknownPark):
        visits.record(visits.begin("nowhere", "zh").end("left"))
    with store.read() as session:
        assert session.scalars(select(KioskVisit)).all() == []


def test_pages_turned_without_end_are_not_kept_without_end(store: Store, device: UUID, clock: SetClock) -> None:
    notes = Visits(store, clock, Events(), device).begin("works", "zh")
    for _ in range(2_000):
        notes.turn_to("home")
    assert len(notes.end("left").pages) == 500


def test_answers_are_counted_by_the_parks_own_day(store: Store, device: UUID, clock: SetClock) -> None:
    events = Events()
    heard: list[FeedbackGiven] = []
    events.follow(FeedbackGiven, heard.append)
    feedback = Feedback(store, clock, events, device)
    feedback.give("works", 5, "zh")
    feedback.give("works", 2, "en", "wire")
    clock.pass_time(timedelta(minutes=1))  # midnight in Beijing
    feedback.give("works", 3, "zh")
    first, second, third = (feedback.of_day("works", date(2026, 11, day)) for day in (24, 25, 26))
    assert (dict(first.counts), first.given, first.average) == ({5: 1, 2: 1}, 2, 3.5)
    assert (second.given, second.average) == (1, 3.0)
    assert (third.given, third.average) == (0, None)
    assert heard == [FeedbackGiven("works", 5), FeedbackGiven("works", 2), FeedbackGiven("works", 3)]


@pytest.mark.parametrize("score", [0, 6, -1])
def test_a_score_lies_between_one_and_five(store: Store, device: UUID, clock: SetClock, score: int) -> None:
    feedback = Feedback(store, clock, Events(), device)
    with pytest.raises(BadScore):
        feedback.give("works", score, "zh")
    with pytest.raises(UnknownPark):
        feedback.give("nowhere", 3, "zh")
    with pytest.raises(UnknownPark):
        feedback.of_day("nowhere", date(2026, 11, 24))
