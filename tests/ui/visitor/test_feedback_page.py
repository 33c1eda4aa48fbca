"""How it was: one tap, stored once, with nobody's name."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kiosk.footfall import FeedbackDay
from tests.ui.conftest import OpenKiosk
from ui.shell.walker import Walker


def given_on(kiosk: Walker, day: date) -> FeedbackDay:
    answers: list[FeedbackDay] = []
    kiosk.program.background.run(
        lambda app: app.feedback.of_day("enamel", day), answers.append, lambda error: pytest.fail(repr(error))
    )
    kiosk.wait_for(lambda: bool(answers), "the day's answers")
    return answers[0]


def test_one_tap_stores_one_answer_and_thanks(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("feedback")
    good = kiosk.find("Good").rect.center()
    kiosk.tap_at(good)
    kiosk.tap_at(good)
    kiosk.wait_for(lambda: kiosk.sees("Thank you"))
    assert dict(given_on(kiosk, date(2026, 6, 6)).counts) == {4: 1}
    kiosk.picture()  # drawn once, so that the button that came has its place
    kiosk.tap("Back to the start")
    kiosk.settle()
    assert kiosk.program.shell.flow.here.page.name == "home"


def test_it_can_be_about_a_workshop(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("feedback")
    assert kiosk.find("The whole visit").checked
    kiosk.tap("Wire workshop")
    assert kiosk.find("Wire workshop").checked
    kiosk.tap("Wonderful")
    kiosk.wait_for(lambda: kiosk.sees("Thank you"))
    assert dict(given_on(kiosk, date(2026, 6, 6)).counts) == {5: 1}


def test_what_could_not_be_stored_can_be_tapped_again(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("feedback")
    page = kiosk.program.shell.page
    assert page is not None
    page.model.give(9)  # type: ignore[attr-defined]  # a score that the footfall room refuses
    kiosk.wait_for(lambda: kiosk.sees("That did not work. Please try again, or go to the desk."))
    kiosk.tap("All right")
    kiosk.wait_for(lambda: kiosk.sees("Thank you"))
    assert dict(given_on(kiosk, date(2026, 6, 6)).counts) == {3: 1}


def test_a_face_is_chosen_by_the_keyboard_alone(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="zh")
    kiosk.go("feedback")
    for _ in range(20):
        if any(thing.focused and thing.name == "太好了" for thing in kiosk.seen()):
            break
        kiosk.press(Qt.Key.Key_Tab)
    kiosk.press(Qt.Key.Key_Return)
    kiosk.wait_for(lambda: dict(given_on(kiosk, date(2026, 6, 6)).counts) == {5: 1}, "the answer stored")


def test_the_question_is_asked_in_the_visitors_language(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="erqi", lang="en")
    kiosk.go("feedback")
    assert kiosk.sees("Forge a hook")
    kiosk.tap("中文")
    kiosk.settle()
    assert kiosk.sees("打一只铁钩")
    assert kiosk.sees("太好了")
    assert not kiosk.sees("Wonderful")
