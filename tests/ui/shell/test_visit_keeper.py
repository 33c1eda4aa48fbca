"""A visit is noted from the first touch to the reset, and says nothing of who it was."""

import logging
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint

from kiosk.clock import SetClock
from kiosk.footfall import Visit
from tests.ui.shell.a_park import QuietPark, VisitBook, pass_time
from ui.shell.walker import Walker


@pytest.fixture
def park(clock: SetClock) -> QuietPark:
    return QuietPark(visits=VisitBook(clock))


def only_visit(walker: Walker, park: QuietPark) -> Visit:
    """The visit that was recorded."""
    walker.wait_for(lambda: bool(park.visits.recorded), "the visit")
    assert len(park.visits.recorded) == 1
    return park.visits.recorded[0]


def test_a_visit_knows_its_pages_their_seconds_and_its_taps(walker: Walker, park: QuietPark, clock: SetClock) -> None:
    walker.go("home")
    clock.pass_time(timedelta(seconds=7))
    walker.tap("press")
    walker.settle()
    walker.tap_at(QPoint(900, 900))
    clock.pass_time(timedelta(seconds=5))
    walker.program.shell.reset()
    visit = only_visit(walker, park)
    assert [(page.page, page.seconds) for page in visit.pages] == [("home", 7.0), ("exhibits", 5.0)]
    assert (visit.site, visit.outcome, visit.seconds) == ("enamel", "left", 12.0)
    assert visit.taps == 3  # the one that woke the kiosk among them


def test_who_walked_away_has_timed_out(walker: Walker, park: QuietPark, clock: SetClock) -> None:
    walker.go("home")
    pass_time(walker, clock, 60 + 20)
    assert only_visit(walker, park).outcome == "timed_out"


def test_start_again_is_a_visitor_who_left(walker: Walker, park: QuietPark, clock: SetClock) -> None:
    walker.go("home")
    pass_time(walker, clock, 60)
    walker.tap("重新开始")
    assert only_visit(walker, park).outcome == "left"


def test_a_ticket_after_the_review_is_a_booking_however_the_visit_ends(walker: Walker, park: QuietPark) -> None:
    walker.go("review")
    walker.program.shell.go("ticket", {"code": "7K3M92QF4"})
    walker.program.shell.reset("timed_out")
    visit = only_visit(walker, park)
    assert visit.outcome == "booked"
    assert "7K3M" not in repr(visit)


def test_a_ticket_looked_at_again_is_no_booking(walker: Walker, park: QuietPark) -> None:
    walker.go("help")
    walker.program.shell.go("ticket", {"code": "7K3M92QF4"})
    walker.program.shell.reset()
    assert only_visit(walker, park).outcome == "left"


def test_the_language_and_the_accessible_mode_at_the_end_are_kept(walker: Walker, park: QuietPark) -> None:
    walker.go("home")
    walker.tap("English")
    walker.program.ease.setAccessible(True)
    walker.program.ease.setAccessible(False)
    walker.program.shell.reset()
    visit = only_visit(walker, park)
    assert (visit.lang, visit.accessible) == ("en", True)


def test_what_was_typed_is_nowhere_in_it(walker: Walker, park: QuietPark) -> None:
    walker.go("home")
    walker.program.shell.visitor.details["name"] = "Li Ming"
    walker.program.shell.go("review")
    walker.program.shell.reset()
    assert "Li Ming" not in repr(only_visit(walker, park))


def test_the_next_visitor_begins_a_visit_of_their_own(walker: Walker, park: QuietPark) -> None:
    for page in ("help", "exhibits"):
        walker.go(page)
        walker.program.shell.reset()
        walker.settle()
    walker.wait_for(lambda: len(park.visits.recorded) == 2, "two visits")
    assert [[page.page for page in visit.pages] for visit in park.visits.recorded] == [["help"], ["exhibits"]]
    assert walker.program.visits.notes is None


def test_a_visit_that_cannot_be_stored_costs_the_visitor_nothing(
    walker: Walker, park: QuietPark, qt_warnings: list[logging.LogRecord]
) -> None:
    park.visits.full = True
    walker.go("home")
    walker.program.shell.reset()
    walker.settle()
    assert walker.program.shell.pageName == "attract"
    assert [record.getMessage() for record in qt_warnings] == [
        "a visit was not stored: OSError('no space left on device')"
    ]
    qt_warnings.clear()
