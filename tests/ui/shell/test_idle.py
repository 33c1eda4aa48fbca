"""Whoever has gone is noticed, asked and forgotten; whoever is there is left alone."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication

from kiosk.clock import SetClock
from tests.ui.shell.a_park import QuietPark, SomeHold, pass_time
from ui.shell.walker import Walker


def test_a_visitor_who_has_gone_is_asked_and_then_forgotten(walker: Walker, clock: SetClock, park: QuietPark) -> None:
    walker.go("home")
    walker.program.shell.set_language("en")
    walker.program.shell.visitor.hold = SomeHold("hold-7")
    walker.program.shell.visitor.details["name"] = "Li"
    walker.program.ease.setTextScale(2)
    walker.go("review")
    pass_time(walker, clock, 89)
    assert not walker.program.idle.asking
    pass_time(walker, clock, 1)
    assert walker.sees("Are you still there?")
    pass_time(walker, clock, 20)
    walker.settle()
    shell = walker.program.shell
    assert shell.pageName == "attract"
    assert shell.lang == "zh"
    assert shell.visitor.hold is None
    assert shell.visitor.details == {}
    assert shell.visitor.ease.text_scale == 1
    assert park.booking.released == ["hold-7"]


def test_whoever_says_go_on_finds_everything_as_it_was(walker: Walker, clock: SetClock) -> None:
    walker.go("review")
    pass_time(walker, clock, 91)
    walker.tap("继续")
    walker.settle()
    assert walker.program.shell.pageName == "review"
    pass_time(walker, clock, 60)
    assert not walker.program.idle.asking


def test_a_tap_beside_the_two_choices_goes_on_and_presses_nothing_below(walker: Walker, clock: SetClock) -> None:
    walker.go("home")
    target = walker.find("press").rect.center()
    pass_time(walker, clock, 61)
    walker.tap_at(target)
    walker.settle()
    assert not walker.program.idle.asking
    assert walker.program.shell.pageName == "home"


def test_start_again_is_at_once(walker: Walker, clock: SetClock) -> None:
    walker.go("home")
    pass_time(walker, clock, 61)
    walker.tap("重新开始")
    walker.settle()
    assert walker.program.shell.pageName == "attract"


def test_any_touch_counts_as_life(walker: Walker, clock: SetClock) -> None:
    walker.go("home")
    for _ in range(4):
        pass_time(walker, clock, 40)
        walker.tap_at(QPoint(900, 900))
    assert not walker.program.idle.asking


def test_more_time_makes_all_times_three_times_as_long(walker: Walker, clock: SetClock) -> None:
    walker.go("home")
    walker.program.ease.setMoreTime(True)
    pass_time(walker, clock, 179)
    assert not walker.program.idle.asking
    pass_time(walker, clock, 1)
    assert walker.program.idle.secondsLeft == 60


def test_nobody_is_asked_while_something_is_read_aloud(walker: Walker, clock: SetClock, park: QuietPark) -> None:
    walker.go("home")
    walker.tap("朗读")
    walker.wait_for(lambda: bool(park.speech.said), "the voice")
    assert park.speech.said == [("This is home.", "zh")]
    pass_time(walker, clock, 300)
    assert not walker.program.idle.asking
    walker.tap("停止朗读")
    walker.wait_for(lambda: not park.speech.talking, "silence")
    pass_time(walker, clock, 60)
    assert walker.program.idle.asking


def test_events_that_are_no_touch_are_no_life(walker: Walker, clock: SetClock) -> None:
    walker.go("home")
    pass_time(walker, clock, 59)
    QGuiApplication.sendEvent(walker.program.window, QEvent(QEvent.Type.UpdateRequest))
    pass_time(walker, clock, 1)
    assert walker.program.idle.asking


def test_the_tap_that_wakes_presses_nothing_below(walker: Walker) -> None:
    walker.program.shell.go("home")
    walker.tap_at(QPoint(208, 354))
    assert walker.program.shell.pageName == "home"
