"""The attract page: a machine that moves by itself, what is on next, two languages in turn, and any touch opens."""

import logging

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.booking import Booking
from tests.ui.conftest import OpenKiosk
from ui.shell.walker import Walker
from ui.visitor.attract_page import AttractPageModel

SITES = ("enamel", "tianning", "erqi", "shougang")


def model_of(kiosk: Walker) -> AttractPageModel:
    page = kiosk.program.shell.page
    assert page is not None
    assert isinstance(page.model, AttractPageModel)
    return page.model


def page_name(kiosk: Walker) -> str:
    return kiosk.program.shell.flow.here.page.name


@pytest.mark.parametrize("site", SITES)
def test_the_machine_moves_by_itself_and_says_what_it_does(open_kiosk: OpenKiosk, site: str) -> None:
    kiosk = open_kiosk(site=site, lang="en", size=(540, 960))
    model = model_of(kiosk)
    runner = model.runner
    assert runner is not None
    kiosk.wait_for(lambda: runner.running, "the machine to play")
    before, picture = runner.state["time"], kiosk.picture()
    kiosk.wait_for(lambda: runner.state["time"] > before + 1, "a second of it")
    assert kiosk.picture() != picture
    assert model.reading
    assert kiosk.find(model.invitation, QAccessible.Role.Slider).description == model.reading


@pytest.mark.parametrize(
    "point", [QPoint(20, 20), QPoint(500, 60), QPoint(270, 400), QPoint(100, 760), QPoint(270, 930)]
)
def test_a_touch_anywhere_opens_and_presses_nothing_that_lies_below(open_kiosk: OpenKiosk, point: QPoint) -> None:
    kiosk = open_kiosk(site="tianning", lang="zh", size=(540, 960))
    kiosk.tap_at(point)
    kiosk.settle()
    assert page_name(kiosk) == "home"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Tab])
def test_any_key_opens(open_kiosk: OpenKiosk, key: Qt.Key) -> None:
    kiosk = open_kiosk(site="erqi", lang="zh", size=(540, 960))
    kiosk.press(key)
    kiosk.settle()
    assert page_name(kiosk) == "home"


def test_it_shows_the_next_workshop_with_free_places(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en", size=(540, 960))
    answers: list[object] = []
    kiosk.program.background.run(lambda app: app.booking.next_free("enamel", "en"), answers.append, answers.append)
    kiosk.wait_for(lambda: bool(answers), "the park's answer")
    session = answers[0]
    assert kiosk.sees(session.workshop_name)  # type: ignore[attr-defined]  # a SessionView, or the test fails here
    assert kiosk.sees(f"{session.local_start:%H:%M}")  # type: ignore[attr-defined]  # as above
    assert kiosk.sees(f"{session.free} places left")  # type: ignore[attr-defined]  # as above


def test_when_nothing_is_on_it_says_what_else_there_is(open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Booking, "next_free", lambda *_: None)
    kiosk = open_kiosk(site="enamel", lang="en", size=(540, 960))
    assert kiosk.sees("Look round, and play with the machines")
    assert not kiosk.sees("Next")


def test_without_a_database_the_machine_plays_and_a_touch_opens(
    open_kiosk: OpenKiosk, qt_warnings: list[logging.LogRecord]
) -> None:
    def no_park() -> None:
        raise OSError("the disk is full")

    kiosk = open_kiosk(site="enamel", lang="en", size=(540, 960), build=no_park)
    runner = model_of(kiosk).runner
    assert runner is not None
    kiosk.wait_for(lambda: runner.running, "the machine to play")
    assert kiosk.sees("Beijing Enamel Factory")
    kiosk.tap_at(QPoint(270, 100))
    kiosk.settle()
    assert page_name(kiosk) == "home"
    assert {record.getMessage() for record in qt_warnings} == {"building the App failed"}
    qt_warnings.clear()


def test_the_languages_take_turns_and_nothing_moves_for_it(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="zh", size=(540, 960))
    model = model_of(kiosk)
    place = kiosk.find("拖动这里，让水泵转起来").rect
    assert kiosk.sees("天宁1号文化科技创新园")
    kiosk.wait_for(lambda: model.shownLang == "en", "the other language")
    kiosk.settle()
    assert kiosk.sees("Tianning No. 1 Park")
    assert kiosk.sees("Touch the screen to begin")
    assert kiosk.find("Drag here to turn the pump").rect == place
    assert kiosk.program.shell.visitor.lang == "zh", "the visitor's own language is not changed by it"


def test_a_hand_on_the_handle_plays_and_is_then_shown_in(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="zh", size=(540, 960))
    model = model_of(kiosk)
    assert model.runner is not None
    rail = kiosk.find(model.invitation, QAccessible.Role.Slider).rect
    hand = QPoint(rail.left() + rail.width() // 4, rail.bottom() - rail.height() // 4)
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(kiosk.program.window, Qt.MouseButton.LeftButton, none, hand)
    QTest.mouseMove(kiosk.program.window, hand + QPoint(8, 0))
    kiosk.wait_for(lambda: model.runner is not None and model.runner.inputs["speed"] < 800, "the hand's speed")
    QTest.qWait(150)
    assert page_name(kiosk) == "attract"
    shown_in = [timer for timer in model.findChildren(QTimer) if timer.isSingleShot() and timer.isActive()]
    assert not [timer for timer in shown_in if timer.interval() == 4000], "nobody is shown in while the hand holds"
    QTest.mouseRelease(kiosk.program.window, Qt.MouseButton.LeftButton, none, hand + QPoint(8, 0))
    kiosk.wait_for(lambda: page_name(kiosk) == "home", "to be shown in")


def test_with_less_motion_it_stands_still(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="shougang", lang="zh", size=(540, 960))
    runner = model_of(kiosk).runner
    assert runner is not None
    kiosk.wait_for(lambda: runner.running, "the machine to play")
    kiosk.program.ease.setLessMotion(True)
    assert not runner.running
    before = dict(runner.state)
    QTest.qWait(250)
    assert runner.state == before


def test_a_page_that_has_gone_keeps_nothing_running(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="zh", size=(540, 960))
    model = model_of(kiosk)
    runner = model.runner
    assert runner is not None
    assert any(timer.isActive() for timer in model.findChildren(QTimer))
    model.close()
    assert not any(timer.isActive() for timer in model.findChildren(QTimer))
    assert not runner.running


@pytest.mark.parametrize("size", [(540, 960), (960, 540)])
@pytest.mark.parametrize("site", SITES)
def test_nothing_lies_on_anything_else(open_kiosk: OpenKiosk, site: str, size: tuple[int, int]) -> None:
    kiosk = open_kiosk(site=site, lang="en", size=size)
    kiosk.picture()  # what has just been told its words is laid out when it is drawn
    model = model_of(kiosk)
    words = [
        model.siteName,
        model.tagline,
        model.nextName,
        model.nextWhen,
        model.nextFree,
        model.hint,
        model.invitation,
    ]
    parts = [next(seen for seen in kiosk.seen() if seen.name == text and seen.rect.width() < size[0]) for text in words]
    for index, one in enumerate(parts):
        assert 0 <= one.rect.left() <= one.rect.right() <= size[0]
        assert 0 <= one.rect.top() <= one.rect.bottom() <= size[1]
        for other in parts[index + 1 :]:
            assert not one.rect.intersects(other.rect), (one, other)
