"""One's booking: what it is, printing it again, and giving it up by the printed rule."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.clock import SetClock
from kiosk.events import PrintJobChanged
from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit
from ui.visitor.booking_model import today_of
from ui.visitor.move_page import MovePageModel
from ui.visitor.my_booking_page import MyBookingPageModel

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookingView

SMALL = (540, 960)


@pytest.fixture
def visitor(open_kiosk: OpenKiosk) -> Visit:
    """Somebody at a kiosk in English."""
    return Visit(open_kiosk(site="tianning", lang="en", size=SMALL))


def look_up(visitor: Visit, booking: "BookingView") -> MyBookingPageModel:
    visitor.go("mybooking", {"code": booking.code})
    return visitor.model(MyBookingPageModel)


def in_days(visitor: Visit, days: int, *, paid: bool = True) -> "BookingView":
    """A booking of a session that costs something, so many days ahead."""

    def session_then(app: "App") -> "BookingView":
        day = today_of(app, "tianning", "en")
        views = app.booking.sessions("tianning", "en", day=day + timedelta(days=days))
        view = next(view for view in views if view.state == "open" and view.price_fen)
        made = app.booking.confirm(app.booking.hold(view.id, {"adult": 1}, "en").id, "en")
        return app.booking.pay(made.code, made.total_fen, "cash", "en") if paid else made

    return visitor.asked(session_then)


def test_it_says_what_is_booked_and_offers_what_can_be_done(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id, 2)
    model = look_up(visitor, booking)
    view = booking.session
    assert visitor.sees(view.workshop_name)
    assert visitor.sees(model.code)
    assert visitor.sees("Booked: we are looking forward to you.")
    assert visitor.sees(f"When: {view.local_start:%H:%M}–{view.local_end:%H:%M}: Saturday 6 June")
    assert visitor.sees(f"Who: 2 × Adult: ¥{booking.total_fen // 100}")
    assert visitor.sees(f"Price: ¥{booking.total_fen // 100}, to pay at the desk")
    assert visitor.sees(f"Refund: {booking.refund_rule}")
    for way in ("Move to another session", "Print the ticket again", "Cancel the booking"):
        assert visitor.kiosk.find(way).enabled


def test_cancelling_asks_first_and_says_what_comes_back_in_full_time(visitor: Visit) -> None:
    booking = in_days(visitor, 3)
    model = look_up(visitor, booking)
    yuan = booking.total_fen // 100
    visitor.tap("Cancel the booking")
    assert visitor.sees("Cancel this booking?")
    assert visitor.sees(f"¥{yuan} is refunded at the desk.")
    assert visitor.booking(booking.code).state == "confirmed"
    visitor.tap("No, keep it")
    assert not model.asking
    visitor.tap("Cancel the booking")
    visitor.tap("Yes, cancel it")
    assert visitor.booking(booking.code).state == "cancelled"
    said = f"This booking has been cancelled. The places are free again.\n¥{yuan} is refunded at the desk."
    assert visitor.sees(said)
    assert not visitor.sees("Move to another session")
    assert not visitor.sees("Show the ticket")
    assert visitor.session(booking.session.id).free == booking.session.free + 1
    visitor.go("home")
    look_up(visitor, booking)  # whoever comes back later still finds it
    assert visitor.sees(said)


def test_less_comes_back_the_later_by_the_printed_rule(visitor: Visit, clock: SetClock) -> None:
    booking = in_days(visitor, 3)
    clock.pass_time(booking.session.starts_at - clock.now() - timedelta(hours=5))
    model = look_up(visitor, booking)
    now = visitor.booking(booking.code)
    assert 0 < now.refund_fen < now.total_fen
    assert model.refund == f"¥{now.refund_fen / 100:.2f}".removesuffix(".00") + " is refunded at the desk."
    clock.pass_time(timedelta(hours=4))
    model.refresh()
    visitor.kiosk.settle()
    assert model.refund == "By the rule of this booking, nothing is paid back."
    visitor.tap("Cancel the booking")
    visitor.tap("Yes, cancel it")
    assert visitor.booking(booking.code).payment == "paid"
    assert model.stateLine.endswith("free again.\nBy the rule of this booking, nothing is paid back.")


def test_who_has_paid_nothing_is_told_that_nothing_is_owed(visitor: Visit) -> None:
    look_up(visitor, in_days(visitor, 1, paid=False))
    visitor.tap("Cancel the booking")
    assert visitor.sees("You have paid nothing yet, so there is nothing to pay back.")
    visitor.tap("Yes, cancel it")
    assert visitor.sees("This booking has been cancelled. The places are free again.")


def test_wheelchair_places_are_shown_kept_by_a_move_and_given_back(visitor: Visit) -> None:
    session = visitor.priced_session()

    def book(app: "App") -> "BookingView":
        held = app.booking.hold(session.id, {"adult": 2}, "en", wheelchairs=1)
        return app.booking.confirm(held.id, "en")

    booking = visitor.asked(book)
    look_up(visitor, booking)
    assert visitor.sees("Seats: 1 wheelchair place")
    other = next(view for view in visitor.sessions(session.workshop) if view.id != session.id)
    visitor.tap("Move to another session")
    model = visitor.model(MovePageModel)
    model.choose(str(other.id))
    model.confirm()
    visitor.kiosk.settle()
    assert visitor.page == "ticket"
    assert visitor.sees("1 wheelchair place")
    assert visitor.session(session.id).wheelchair_free == session.wheelchair_free
    assert visitor.session(other.id).wheelchair_free == other.wheelchair_free - 1
    moved = visitor.booking(visitor.booking(booking.code).moved_to or "")
    look_up(visitor, moved)
    assert visitor.sees("Seats: 1 wheelchair place")
    visitor.tap("Cancel the booking")
    visitor.tap("Yes, cancel it")
    assert visitor.session(other.id).wheelchair_free == other.wheelchair_free


def test_a_session_without_a_wheelchair_place_is_no_session_to_move_to(visitor: Visit) -> None:
    session = visitor.priced_session()
    other = next(view for view in visitor.sessions(session.workshop) if view.id != session.id)

    def book(app: "App") -> "BookingView":
        app.booking.hold(other.id, {"adult": other.wheelchair_free}, "en", wheelchairs=other.wheelchair_free)
        held = app.booking.hold(session.id, {"adult": 1}, "en", wheelchairs=1)
        return app.booking.confirm(held.id, "en")

    booking = visitor.asked(book)
    visitor.go("move", {"code": booking.code})
    model = visitor.model(MovePageModel)
    row = next(row for row in model.offers.rows if row.id == str(other.id))
    assert not row.bookable
    assert row.seats == "No wheelchair place is free in this session. Please ask at the desk."


def test_once_it_has_begun_it_can_be_printed_but_no_longer_changed(visitor: Visit, clock: SetClock) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    clock.pass_time(booking.session.starts_at - clock.now() + timedelta(minutes=3))
    model = look_up(visitor, booking)
    assert model.whyNot
    assert visitor.sees(model.whyNot)
    assert not visitor.kiosk.find("Move to another session").enabled
    assert not visitor.kiosk.find("Cancel the booking").enabled
    assert visitor.kiosk.find("Print the ticket again").enabled
    model.askCancel()
    assert not model.asking


def test_a_copy_is_printed_and_the_line_follows_the_printer(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    visitor.asked(lambda app: app.ticketing.print(booking, "en"))
    model = look_up(visitor, booking)
    visitor.tap("Print the ticket again")
    visitor.kiosk.wait_for(
        lambda: visitor.sees("The copy of your ticket has been printed. Please take it below."), "the copy"
    )
    job = visitor.asked(lambda app: app.ticketing.jobs()[0])
    assert job.copy
    assert job.booking_code == booking.code

    def out_of_paper(app: "App") -> None:
        from kiosk.ticketing import print_jobs

        app.ticketing.close()  # or it might look once more, and print the copy
        print_jobs.set_state(app.store, app.clock, job.id, "queued", reason="paper_out")
        app.events.publish(PrintJobChanged(job.id, "queued"))

    visitor.asked(out_of_paper)
    visitor.kiosk.wait_for(lambda: "resting" in model.printed, "the printer's trouble")


def test_the_ticket_is_shown_on_the_screen(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    look_up(visitor, booking)
    visitor.tap("Show the ticket")
    assert (visitor.page, visitor.params) == ("ticket", {"code": booking.code})


def test_a_moved_booking_says_where_it_went_and_leads_there(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    other = next(view for view in visitor.sessions(booking.session.workshop) if view.id != booking.session.id)
    moved = visitor.asked(lambda app: app.booking.move(booking.code, other.id, "en"))
    model = look_up(visitor, booking)
    assert visitor.sees(f"This booking has been moved. The new code is {moved.code[:4]}-{moved.code[4:8]}-…")
    assert not visitor.sees("Cancel the booking")
    visitor.tap("Open the new booking")
    assert model.code.replace("-", "") == moved.code
    assert visitor.sees("Booked: we are looking forward to you.")


def test_what_the_desk_changes_meanwhile_is_seen_at_once(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    model = look_up(visitor, booking)
    visitor.asked(lambda app: app.booking.cancel(booking.code, "en"))
    visitor.kiosk.wait_for(lambda: model.state == "cancelled", "the news")
    assert visitor.sees("This booking has been cancelled. The places are free again.")


def test_what_the_desk_changed_unseen_is_not_overwritten(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    model = look_up(visitor, booking)
    visitor.tap("Cancel the booking")
    assert model._booking is not None
    model._booking = replace(model._booking, version=model._booking.version - 1)  # the desk was quicker
    visitor.tap("Yes, cancel it")
    assert visitor.sees("Somebody at the desk has just changed this booking. Please look at it again.")
    assert visitor.booking(booking.code).state == "confirmed"
    visitor.tap("Cancel the booking")
    visitor.tap("Yes, cancel it")
    assert visitor.booking(booking.code).state == "cancelled"


def test_a_change_of_language_in_its_place(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    model = look_up(visitor, booking)
    visitor.tap("Cancel the booking")
    visitor.tap("中文")
    assert visitor.model(MyBookingPageModel) is model
    assert model.asking
    assert visitor.sees("确定取消吗？")
    assert visitor.sees(booking.session.other_name)
