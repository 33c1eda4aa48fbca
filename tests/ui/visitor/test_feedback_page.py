"""How it was: one tap, stored once, with nobody's name."""

from datetime import date

import pytest

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
