"""The home page: what is on now and next, and the ways in."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer

from kiosk.clock import SetClock
from tests.ui.conftest import OpenKiosk
from ui.shell.walker import Walker
from ui.visitor.home_page import HomePageModel


def model_of(kiosk: Walker) -> HomePageModel:
    page = kiosk.program.shell.page
    assert page is not None
    assert isinstance(page.model, HomePageModel)
    return page.model


def asked(kiosk: Walker, work: Any) -> Any:
    answers: list[Any] = []
    kiosk.program.background.run(work, answers.append, lambda error: pytest.fail(repr(error)))
    kiosk.wait_for(lambda: bool(answers), "the App's answer")
    return answers[0]


def test_the_home_page_says_what_the_park_is_and_what_time_it_is(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("home")
    assert kiosk.sees("Beijing Enamel Factory")
    assert kiosk.sees("14:12")
    assert kiosk.sees("Saturday")
    assert model_of(kiosk).mapLine == "You are here: Entrance hall"


def test_one_tap_books_the_next_free_session(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("home")
    free = asked(kiosk, lambda app: app.booking.next_free("enamel", "en"))
    assert model_of(kiosk).nextFree == free.free
    kiosk.tap("Book…")
    assert kiosk.program.shell.flow.here.page.name == "session"
    assert kiosk.program.shell.flow.here.params == {"id": str(free.id)}


def test_every_way_in_leads_somewhere(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="zh")
    for words, page in (("看展品", "exhibits"), ("地图", "map"), ("留个评价", "feedback")):
        kiosk.go("home")
        kiosk.tap(words)
        kiosk.settle()
        assert kiosk.program.shell.flow.here.page.name == page


def test_the_clock_goes_on_and_what_has_begun_is_no_longer_offered(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("home")
    model = model_of(kiosk)
    first = model.today.rows[0]
    clock.pass_time(timedelta(hours=1))
    model.tick()
    kiosk.settle()
    assert model.clock == "15:12"
    assert all(row.time > "15:12" for row in model.today.rows)
    assert first.id not in {row.id for row in model.today.rows} or first.time > "15:12"


def test_the_seats_follow_what_others_book(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("home")
    model = model_of(kiosk)
    before = model.nextFree

    def take_two(app: Any) -> None:
        session = app.booking.next_free("enamel", "en")
        adult = next(category for category in app.booking.categories(session.id, "en") if category.is_adult)
        app.booking.hold(session.id, {adult.slug: 2}, "en")

    asked(kiosk, take_two)
    kiosk.wait_for(lambda: model.nextFree == before - 2, "two seats fewer")
    assert kiosk.sees(model.nextSeats)


def test_a_change_of_language_changes_the_page_in_its_place(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="en")
    kiosk.go("home")
    model = model_of(kiosk)
    kiosk.tap("中文")
    kiosk.settle()
    assert model_of(kiosk) is model
    assert model.siteName == "天宁1号文化科技创新园"
    assert kiosk.sees("星期六")
    assert "Next" not in kiosk.program.shell.property("readAloud")


def test_the_other_parks_are_named_in_one_line(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("home")
    line = model_of(kiosk).othersLine
    assert "Tianning" in line
    assert "Enamel" not in line


def test_the_first_key_of_a_keyboard_books(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("home")
    kiosk.press(Qt.Key.Key_Return)
    assert kiosk.program.shell.flow.here.page.name == "session"


def test_a_page_that_has_gone_keeps_no_clock_running(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("home")
    model = model_of(kiosk)
    timers = model.findChildren(QTimer)
    assert any(timer.isActive() for timer in timers)
    model.close()
    assert not any(timer.isActive() for timer in timers)


def test_the_evening_offers_tomorrow(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    clock.pass_time(timedelta(hours=8, minutes=48))
    kiosk = open_kiosk(site="shougang", lang="en")
    kiosk.go("home")
    model = model_of(kiosk)
    assert model.clock == "23:00"
    assert model.nextWhen.startswith("Tomorrow, Sunday 7 June · 09:30")
    assert model.todayHeading == "Tomorrow, Sunday 7 June"
    assert model.today.rows[0].time == "09:30"
    assert model.workshopsLine == "4 workshops"
    assert kiosk.sees("Closed since 20:30 · Open again: Tomorrow, Sunday 7 June, 09:00 to 20:30")


def test_the_early_bird_is_told_when_the_gate_opens(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    clock.pass_time(timedelta(hours=18))
    kiosk = open_kiosk(site="erqi", lang="zh")
    kiosk.go("home")
    model = model_of(kiosk)
    assert model.clock == "08:12"
    assert model.todayHeading == "今天"
    assert model.opening == "今天 09:00–19:30 开放"
    assert model.hasNext


def test_a_closed_day_says_why_and_what_comes_next(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    clock.pass_time(datetime(2027, 2, 5, 3, tzinfo=UTC) - clock.now())
    kiosk = open_kiosk(site="tianning", lang="en")
    kiosk.go("home")
    model = model_of(kiosk)
    assert model.opening.startswith("Closed today · Closed for Spring Festival · Open again: Sunday 7 February")
    assert model.todayHeading == "Sunday 7 February"
    assert model.hasNext
    assert model.opening in kiosk.program.shell.property("readAloud")
