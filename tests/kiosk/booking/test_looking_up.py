"""Bookings as visitors and the desk find them again; what is personal lies apart."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from db.ids import new_id
from db.models import CheckIn
from kiosk.booking import BadCode, BookingView, Person, TooLateToChange, UnknownBooking
from kiosk.catalogue import UnknownSite
from tests.builders import NOON, Park

DAY = timedelta(days=1)


def a_booking(park: Park, after: timedelta = timedelta(hours=2), person: Person | None = None) -> BookingView:
    session = park.a_session(after)
    return park.booking.confirm(park.booking.hold(session, {"adult": 1, "child": 1}, "en").id, "en", person)


def test_a_booking_is_found_as_it_was_confirmed_in_each_language(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = a_booking(park)
    assert room.find(booked.code, "en") == booked
    assert room.find(f"  {booked.code.lower()[:4]} {booked.code[4:]}", "en") == booked
    chinese = room.find(booked.code, "zh")
    assert [line.name for line in chinese.lines] == ["成人", "儿童"]
    assert (chinese.session.workshop_name, chinese.session.other_name) == ("工坊wire", "Workshop wire")
    with pytest.raises(UnknownBooking):
        room.find("77777777X", "en")
    with pytest.raises(BadCode):
        room.find("77777777Y", "en")


@pytest.mark.parametrize("party", [{"child": 1, "adult": 2}, {"adult": 1}, {"companion": 1, "disabled": 1}])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_confirmation_shows_what_is_stored(park_anywhere: Park, party: dict[str, int], lang: str) -> None:
    room, session = park_anywhere.booking, park_anywhere.a_session(DAY)
    person = Person("Li", "13800138000", "A step-free way")
    booked = room.confirm(room.hold(session, party, lang).id, lang, person)
    assert booked == room.find(booked.code, lang)
    assert booked.needs == "A step-free way"


def test_a_booking_is_found_by_its_tickets_serial_whatever_became_of_it(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = a_booking(park)
    serial = booked.tickets[0].serial
    assert room.find_serial(serial, "en") == booked
    moved = room.move(booked.code, park.a_session(DAY), "en")
    old = room.find_serial(serial, "zh")
    assert old is not None
    assert (old.state, old.moved_to) == ("moved", moved.code)
    assert room.find_serial(moved.tickets[0].serial, "en") == moved
    assert room.find_serial(serial + 77, "en") is None


def test_serials_of_a_device_begin_with_its_number(park: Park) -> None:
    ((number,),) = park.rows("SELECT number FROM devices")
    serials = [a_booking(park, timedelta(hours=n + 1)).tickets[0].serial for n in range(3)]
    assert serials == [(number << 28) + n for n in (1, 2, 3)]
    assert max(serials) < 1 << 40


def test_one_ticket_admits_the_party(park: Park) -> None:
    both = a_booking(park)
    assert [(ticket.category, ticket.admits) for ticket in both.tickets] == [("party", 2)]
    alone = park.booking.confirm(park.booking.hold(park.a_session(DAY), {"adult": 3}, "en").id, "en")
    assert [(ticket.category, ticket.admits) for ticket in alone.tickets] == [("adult", 3)]


def test_the_days_list(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    today = a_booking(park)
    tomorrow = a_booking(park, DAY)
    room.cancel(today.code, "en")
    assert [each.code for each in room.bookings("works", "en")] == [tomorrow.code, today.code]
    assert [each.code for each in room.bookings("works", "en", day=date(2027, 3, 3))] == [tomorrow.code]
    assert [each.code for each in room.bookings("works", "en", state="cancelled")] == [today.code]
    assert [each.code for each in room.bookings("works", "en", limit=1)] == [tomorrow.code]
    asked: tuple[Callable[[], object], ...] = (
        lambda: room.bookings("nowhere", "en"),
        lambda: room.sessions("nowhere", "en"),
        lambda: room.days("nowhere", "en"),
        lambda: room.next_free("nowhere", "en"),
        lambda: room.plan_sessions("nowhere"),
    )
    for ask in asked:
        with pytest.raises(UnknownSite):
            ask()


def test_a_used_ticket_is_neither_moved_nor_cancelled_unless_the_entry_is_undone(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = a_booking(park)
    entry = CheckIn(
        id=new_id(),
        ticket_id=booked.tickets[0].id,
        serial=booked.tickets[0].serial,
        session_id=booked.session.id,
        device_id=park.device,
        sequence=1,
        gate="main",
        at=NOON,
        kind="entry",
        nth=1,
        heads=2,
        verdict="welcome",
    )
    with park.store.write() as tx:
        tx.add(entry)
    found = room.find(booked.code, "en")
    assert (found.can_move, found.can_cancel, found.why_not) == (False, False, "This ticket has been used.")
    with pytest.raises(TooLateToChange, match="has been used"):
        room.cancel(booked.code, "en")
    with park.store.write() as tx:
        tx.add(
            CheckIn(
                serial=entry.serial,
                device_id=park.device,
                sequence=2,
                gate="main",
                at=NOON,
                kind="undo",
                heads=0,
                verdict="undone",
                corrects_id=entry.id,
            )
        )
    assert room.cancel(booked.code, "en").state == "cancelled"


def test_nobody_has_to_say_who_they_are(park_anywhere: Park) -> None:
    park = park_anywhere
    a_booking(park)
    a_booking(park, DAY, Person())
    assert park.rows("SELECT count(*) FROM persons") == [(0,)]


def test_what_a_visitor_said_lies_apart_and_goes_without_the_booking(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = a_booking(park, DAY, Person(name="王小明", phone="13912345678", needs="轮椅"))
    assert booked.needs == "轮椅"
    for table in ("bookings", "booking_lines", "tickets", "holds", "sessions"):
        assert "13912345678" not in repr(park.rows(f"SELECT * FROM {table}"))
    with park.store.write() as tx:
        tx.connection().exec_driver_sql("DELETE FROM persons")
    assert room.find(booked.code, "zh").needs == ""
    assert room.cancel(booked.code, "zh").state == "cancelled"


def test_personal_details_are_erased_after_the_visit_and_from_the_raw_files_too(park: Park) -> None:
    """RULES 20."""
    booked = a_booking(park, DAY, Person(name="Nemo", phone="13912345678"))
    kept = a_booking(park, 3 * DAY, Person(phone="13700000000"))
    park.clock.pass_time(15 * DAY)
    assert park.booking.erase_details() == 0  # a fortnight after the visit has not gone by
    assert b"13912345678" in raw(park)
    park.clock.pass_time(DAY)
    assert park.booking.erase_details() == 1
    assert b"13912345678" not in raw(park)
    assert b"Nemo" not in raw(park)
    assert b"13700000000" in raw(park)
    assert {booked.code, kept.code} == {each.code for each in park.booking.bookings("works", "en")}


def test_a_kiosk_that_runs_for_weeks_forgets_by_itself(park: Park) -> None:
    park.booking.plan_sessions("works")
    a_booking(park, DAY, Person(name="Nemo"))
    for _ in range(16):
        assert park.rows("SELECT name FROM persons") == [("Nemo",)]
        park.clock.pass_time(DAY)
        park.booking.next_free("works", "en")  # as the home page asks
    assert park.rows("SELECT name FROM persons") == []


def raw(park: Park) -> bytes:
    """All that lies on the disk."""
    return b"".join(path.read_bytes() for path in park.folder.glob("*.sqlite3*"))


def test_a_list_of_bookings_costs_as_many_statements_for_thirty_as_for_one(park: Park) -> None:
    from sqlalchemy import event

    a_booking(park)
    sent: list[str] = []
    event.listen(park.store.engine, "before_cursor_execute", lambda *words: sent.append(words[2]))
    park.booking.bookings("works", "en")
    for_one = len(sent)
    session = park.a_session(DAY, capacity=40)
    for _ in range(30):
        park.booking.confirm(park.booking.hold(session, {"adult": 1}, "en").id, "en")
    sent.clear()
    assert len(park.booking.bookings("works", "en")) == 31
    assert len(sent) <= for_one


def test_a_confirmation_is_one_transaction_and_reads_nothing_after_it(park: Park) -> None:
    from sqlalchemy import event

    held = park.booking.hold(park.a_session(DAY), {"adult": 1}, "en")
    sent: list[str] = []
    event.listen(park.store.engine, "before_cursor_execute", lambda *words: sent.append(words[2]))
    park.booking.confirm(held.id, "en")
    assert [statement for statement in sent if statement.startswith("BEGIN")] == ["BEGIN IMMEDIATE"]
    assert len(sent) <= 11
