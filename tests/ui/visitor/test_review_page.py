"""Seats are held while a visitor decides; one tap books; what can't be booked says why and offers what can."""

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QTimer

from kiosk.clock import SetClock
from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit, adult
from ui.visitor.booking_model import SESSION_NOTE
from ui.visitor.review_page import ReviewPageModel

if TYPE_CHECKING:
    from kiosk.app import App

SMALL = (540, 960)


@pytest.fixture
def visitor(open_kiosk: OpenKiosk) -> Visit:
    """Somebody who has chosen the first session that costs something, and stands before «continue»."""
    visit = Visit(open_kiosk(site="tianning", lang="en", size=SMALL))
    visit.go("session", {"id": str(visit.priced_session().id)})
    return visit


def on_review(visitor: Visit) -> ReviewPageModel:
    visitor.tap(visitor.said("SessionPage", "Continue"))
    return visitor.model(ReviewPageModel)


def read_on(visitor: Visit, clock: SetClock) -> None:
    """Let the hold run out. Whoever reads on touches the page now and then, or is asked whether they are there."""
    for _ in range(3):
        clock.pass_time(timedelta(seconds=61))
        visitor.kiosk.tap_at(QPoint(SMALL[0] // 2, 10))


def bookings(visitor: Visit) -> int:
    return len(visitor.asked(lambda app: app.booking.bookings("tianning", "en")))


def test_it_says_all_that_is_booked_and_how_long_the_seats_are_held(visitor: Visit) -> None:
    view = visitor.priced_session()
    model = on_review(visitor)
    assert model.held
    assert visitor.sees(view.workshop_name)
    assert visitor.sees(f"When: {view.local_start:%H:%M}–{view.local_end:%H:%M}: Today, Saturday 6 June")
    assert visitor.sees(f"1 × Adult: ¥{view.price_fen // 100}")
    assert visitor.sees("We hold your places for 3:00")
    assert visitor.sees(f"Refund: {model.refundRule}")
    assert "3:00" in model.readAloud


def test_the_hold_clock_runs_down_and_hurries_at_the_end(visitor: Visit, clock: SetClock) -> None:
    model = on_review(visitor)
    clock.pass_time(timedelta(seconds=100))
    model.tick()
    assert (model.left, model.hurry) == ("1:20", False)
    assert model.leftPart == pytest.approx(80 / 180)
    assert visitor.sees("We hold your places for 1:20")
    clock.pass_time(timedelta(seconds=60))
    model.tick()
    assert (model.left, model.hurry) == ("0:20", True)


def test_a_clock_on_the_wall_that_is_put_back_gives_no_more_time(visitor: Visit, clock: SetClock) -> None:
    model = on_review(visitor)
    clock.jump(timedelta(minutes=-30))
    clock.seconds += 100
    model.tick()
    assert model.left == "1:20"


def test_when_the_time_is_over_the_seats_are_free_and_can_be_held_anew(visitor: Visit, clock: SetClock) -> None:
    view = visitor.priced_session()
    model = on_review(visitor)
    read_on(visitor, clock)
    model.tick()
    visitor.kiosk.settle()
    assert visitor.sees("Time is up")
    assert visitor.sees(model.trouble)
    assert visitor.kiosk.program.shell.visitor.hold is None
    assert visitor.session(view.id).free == view.free
    visitor.tap("Hold the places again")
    assert model.held
    assert model.left == "3:00"
    assert visitor.session(view.id).free == view.free - 1


def test_one_tap_books_once_however_often_it_is_asked(visitor: Visit) -> None:
    model = on_review(visitor)
    before = bookings(visitor)
    for _ in range(5):
        model.confirm()
    visitor.kiosk.settle()
    assert visitor.page == "ticket"
    assert bookings(visitor) == before + 1
    assert visitor.kiosk.program.shell.visitor.hold is None


def test_seats_that_went_meanwhile_offer_the_next_session_and_one_tap_takes_it(visitor: Visit) -> None:
    view = visitor.priced_session()
    visitor.sell_out(view.id)
    visitor.kiosk.program.shell.visitor.notes[SESSION_NOTE] = str(view.id)
    visitor.kiosk.program.shell.visitor.party = {"adult": 1}
    visitor.go("review")
    model = visitor.model(ReviewPageModel)
    assert model.troubleCode == "sold_out"
    assert visitor.sees("Just sold")
    assert visitor.sees("The last places have just gone to someone else.")
    assert visitor.sees(model.offerName)
    assert model.offerTime >= f"{view.local_start:%H:%M}"
    offered = model.offerName
    visitor.tap(f"Take {model.offerTime} instead")
    assert model.held
    assert model.trouble == ""
    assert model.what == offered
    visitor.tap("Confirm the booking")
    assert visitor.page == "ticket"


def test_fewer_seats_than_people_says_how_many_are_left(visitor: Visit) -> None:
    view = visitor.priced_session()
    visitor.take_seats(view.id, view.free - 1)
    visitor.kiosk.program.shell.visitor.notes[SESSION_NOTE] = str(view.id)
    visitor.kiosk.program.shell.visitor.party = {"adult": 2}
    visitor.go("review")
    assert visitor.sees("You wanted 2, and only 1 place is left here.")


def test_a_hold_that_ended_without_the_page_is_refused_and_not_booked(visitor: Visit) -> None:
    model = on_review(visitor)
    hold: UUID = visitor.kiosk.program.shell.visitor.hold.id
    visitor.asked(lambda app: app.booking.release(hold))
    before = bookings(visitor)
    visitor.tap("Confirm the booking")
    assert visitor.page == "review"
    assert model.troubleCode == "hold_expired"
    assert bookings(visitor) == before
    visitor.tap("Hold the places again")
    visitor.tap("Confirm the booking")
    assert bookings(visitor) == before + 1


def test_a_doubtful_clock_sells_nothing_and_sends_to_the_desk(visitor: Visit, clock: SetClock) -> None:
    view = visitor.priced_session()
    visitor.booked(view.id)
    clock.jump(timedelta(hours=-3))
    model = on_review(visitor)
    assert model.troubleCode == "clock_doubtful"
    assert visitor.sees("Booking is resting on this screen. Please go to the desk: they can help you there.")
    visitor.tap("Back to the start")
    assert visitor.page == "home"


def test_leaving_gives_the_seats_back(visitor: Visit) -> None:
    view = visitor.priced_session()
    model = on_review(visitor)
    timers = model.findChildren(QTimer)
    assert any(timer.isActive() for timer in timers)
    model.close()
    assert not any(timer.isActive() for timer in timers)
    visitor.tap("Home")
    assert visitor.session(view.id).free == view.free


def test_walking_away_gives_the_seats_back(visitor: Visit) -> None:
    view = visitor.priced_session()
    on_review(visitor)
    visitor.kiosk.program.shell.reset()
    visitor.kiosk.settle()
    assert visitor.session(view.id).free == view.free


def test_another_party_keeps_the_hold_and_changes_its_seats(visitor: Visit) -> None:
    view = visitor.priced_session()
    on_review(visitor)
    hold: UUID = visitor.kiosk.program.shell.visitor.hold.id
    visitor.tap("Change who is coming")
    visitor.tap("One more: Adult")
    visitor.tap("Continue")
    model = visitor.model(ReviewPageModel)
    assert visitor.kiosk.program.shell.visitor.hold.id == hold
    assert [row.who for row in model.lines.rows] == ["2 × Adult"]
    assert visitor.session(view.id).free == view.free - 2


def test_the_last_seat_that_one_holds_oneself_does_not_shut_one_out(visitor: Visit) -> None:
    view = visitor.priced_session()
    visitor.take_seats(view.id, view.free - 1)
    on_review(visitor)
    visitor.tap("Change who is coming")
    assert visitor.sees("1 place left")
    visitor.tap("One more: Adult")
    assert not visitor.kiosk.find("Continue").enabled
    visitor.tap("One less: Adult")
    visitor.tap("Continue")
    assert visitor.model(ReviewPageModel).held
    visitor.tap("Confirm the booking")
    assert visitor.page == "ticket"


def test_who_asked_for_more_time_gets_it_before_the_hold_ends(visitor: Visit, clock: SetClock) -> None:
    model = on_review(visitor)
    visitor.kiosk.program.shell.visitor.ease.more_time = True
    clock.pass_time(timedelta(seconds=155))
    model.tick()
    visitor.kiosk.settle()
    assert model.left == "3:00"
    assert visitor.sees(visitor.priced_session().workshop_name)  # still in the visitor's language


def test_a_change_of_language_in_its_place_keeps_the_seats(visitor: Visit) -> None:
    view = visitor.priced_session()
    model = on_review(visitor)
    visitor.tap("中文")
    assert visitor.model(ReviewPageModel) is model
    assert model.held
    assert visitor.sees("请核对")
    assert [row.who for row in model.lines.rows] == ["成人 1 位"]
    assert visitor.session(view.id).free == view.free - 1


def test_a_session_that_the_park_calls_off_meanwhile_is_told(visitor: Visit, clock: SetClock) -> None:
    view = visitor.priced_session()

    def held_and_over(app: "App") -> UUID:
        return app.booking.hold(view.id, {adult(app, view.id): 1}, "en").id

    visitor.asked(held_and_over)
    clock.pass_time(view.starts_at - clock.now() + timedelta(minutes=1))
    model = on_review_late(visitor, view.id)
    assert model.troubleCode == "session_closed"
    assert visitor.sees("See other sessions")
    visitor.tap("See other sessions")
    assert visitor.page == "workshops"


def on_review_late(visitor: Visit, session_id: UUID) -> ReviewPageModel:
    visitor.kiosk.program.shell.visitor.notes[SESSION_NOTE] = str(session_id)
    visitor.kiosk.program.shell.visitor.party = {"adult": 1}
    visitor.go("review")
    return visitor.model(ReviewPageModel)
