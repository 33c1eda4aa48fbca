"""The cloisonné bench on its page: by a finger that draws, two fingers, taps, keys; and what is forgotten."""

import math
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.clock import SetClock
from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.test_play_page import in_sight, model_of, play, runner_of
from ui.interactives.plate.plate_hands import BODY, FILL, FIRE, GILD, POLISH, WIRE, PlateHands
from ui.shell.walker import Walker

BUTTON = QAccessible.Role.Button
BIG = (1080, 1920)


def hands_of(kiosk: Walker) -> PlateHands:
    hands = model_of(kiosk).hands
    assert isinstance(hands, PlateHands)
    return hands


def at(kiosk: Walker, x: float, y: float) -> QPoint:
    """A place on the plate, in px of the window."""
    plate = kiosk.find("The plate").rect
    return QPoint(round(plate.center().x() + x * plate.width() / 2), round(plate.center().y() + y * plate.height() / 2))


def drag(kiosk: Walker, places: list[QPoint]) -> None:
    window, none = kiosk.program.window, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, Qt.MouseButton.LeftButton, none, places[0])
    for place in places[1:]:
        QTest.mouseMove(window, place)
        QTest.qWait(5)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, none, places[-1])


def ring(kiosk: Walker, radius: float, x: float = 0.0, y: float = 0.0) -> list[QPoint]:
    turns = [2 * math.pi * i / 36 for i in range(36)]
    return [at(kiosk, x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def tap(kiosk: Walker, name: str) -> None:
    in_sight(kiosk, name)
    kiosk.tap(name)
    kiosk.picture()


def wired(kiosk: Walker) -> PlateHands:
    hands = hands_of(kiosk)
    for _ in range(3):
        runner_of(kiosk).push("strike")
    hands.goTo(WIRE)
    kiosk.picture()
    return hands


def fired(kiosk: Walker) -> None:
    runner = runner_of(kiosk)
    runner.running = False
    for _ in range(3):
        runner.push("fill")
        runner.turn("kiln", 850)
        runner.advance(90)
        runner.turn("kiln", 20)
        runner.advance(600)


@pytest.mark.parametrize("size", [BIG, (1920, 1080), (540, 960)])
def test_a_finger_draws_a_wire_and_the_page_stays_where_it_is(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    kiosk = play(open_kiosk, "enamel", "plate", size=size)
    hands = wired(kiosk)
    hands.tools.chooseFolds(0)
    place = kiosk.find("The plate").rect
    drag(kiosk, ring(kiosk, 0.4))
    assert len(hands.plate.wires) == 1
    assert len(hands.plate.cells.cells) == 2, "the ring is closed"
    assert kiosk.find("The plate").rect == place


def test_two_fingers_draw_two_wires(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "enamel", "plate", size=BIG)
    hands = wired(kiosk)
    hands.tools.chooseFolds(0)
    left, right = ring(kiosk, 0.2, -0.4), ring(kiosk, 0.2, 0.4)
    window = kiosk.program.window
    device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    QTest.touchEvent(window, device).press(0, left[0]).press(1, right[0]).commit()
    for one, other in zip(left[1:], right[1:], strict=True):
        QTest.touchEvent(window, device).move(0, one).move(1, other).commit()
        QTest.qWait(5)
    QTest.touchEvent(window, device).release(0, left[-1]).release(1, right[-1]).commit()
    kiosk.wait_for(lambda: len(hands.plate.wires) == 2, "two wires")
    assert len(hands.plate.cells.cells) == 3


def test_a_whole_plate_by_taps_alone(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "enamel", "plate", size=BIG)
    hands, runner = hands_of(kiosk), runner_of(kiosk)
    for _ in range(3):
        tap(kiosk, "Strike the copper")
    tap(kiosk, "On to the wire")
    assert hands.step == WIRE
    tap(kiosk, "Lotus")
    kiosk.tap_at(at(kiosk, 0, 0))
    tap(kiosk, "Petal")
    tap(kiosk, "Turn")
    tap(kiosk, "Size")
    kiosk.tap_at(at(kiosk, 0, -0.6))
    assert len(hands.plate.cells.cells) > 9
    tap(kiosk, "On to filling")
    tap(kiosk, "Red")
    kiosk.tap_at(at(kiosk, 0, -0.6))
    assert sorted(hands.plate.colours.values()) == ["red"] * 8
    tap(kiosk, "Yellow")
    tap(kiosk, "Fill this cell")
    tap(kiosk, "Cobalt blue")
    tap(kiosk, "Fill the rest")
    assert len(hands.plate.colours) == len(hands.plate.cells.cells)
    tap(kiosk, "On to firing")
    fired(kiosk)
    kiosk.picture()
    tap(kiosk, "On to polishing")
    for _ in range(6):
        tap(kiosk, "Rub there and back")
    tap(kiosk, "On to gilding")
    tap(kiosk, "In")
    runner.advance(120)
    kiosk.picture()
    tap(kiosk, "Keep my plate")
    assert kiosk.program.shell.visitor.notes["plate"] == hands.plate.drawing
    assert kiosk.sees("Your plate is kept")
    assert not kiosk.find("Your plate is kept", BUTTON).enabled


def tab_to(kiosk: Walker, name: str) -> None:
    for _ in range(60):
        kiosk.press(Qt.Key.Key_Tab)
        if any(seen.focused and seen.name == name for seen in kiosk.seen()):
            return
    raise AssertionError(f"no key comes to {name!r}: {kiosk.names()}")


def test_wires_and_colours_by_keys_alone(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "enamel", "plate", size=BIG)
    hands = hands_of(kiosk)
    tab_to(kiosk, "The plate")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Return):
        kiosk.press(key)
    assert hands.plate.raised
    tab_to(kiosk, "On to the wire")
    kiosk.press(Qt.Key.Key_Return)
    tab_to(kiosk, "The plate")
    kiosk.press(Qt.Key.Key_Down)
    kiosk.press(Qt.Key.Key_Return)
    assert len(hands.plate.wires) == 8
    tab_to(kiosk, "On to filling")
    kiosk.press(Qt.Key.Key_Return)
    tab_to(kiosk, "Jade green")
    kiosk.press(Qt.Key.Key_Return)
    assert hands.tools.colour == "jade"
    tab_to(kiosk, "The plate")
    for _ in hands.plate.cells.cells:
        kiosk.press(Qt.Key.Key_Return)
        kiosk.press(Qt.Key.Key_Right)
    assert set(hands.plate.colours.values()) == {"jade"}
    assert hands.lastOpen == FIRE


def test_rubbing_with_a_finger_polishes(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "enamel", "plate", size=BIG)
    wired(kiosk)
    runner_of(kiosk).push("pattern")
    fired(kiosk)
    hands = hands_of(kiosk)
    hands.goTo(POLISH)
    kiosk.picture()
    across = [at(kiosk, -0.6 + 0.1 * i, 0.05) for i in range(13)]
    drag(kiosk, [*across, *reversed(across)])
    assert 0.05 < hands.plate.polish < 0.2
    kiosk.tap("On to gilding") if hands.lastOpen == GILD else None
    assert hands.step == POLISH, "one stroke is not enough"


def test_a_change_of_language_or_of_the_screen_keeps_the_plate(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "enamel", "plate", size=(960, 540))
    hands = wired(kiosk)
    drag(kiosk, ring(kiosk, 0.4))
    made = hands.runner.work
    kiosk.tap("中文")
    kiosk.settle()
    assert hands_of(kiosk) is hands
    assert kiosk.sees("用手指画一根丝，或点一下，放上选好的花样。")
    for size in ((540, 960), (960, 540)):
        kiosk.program.window.resize(*size)
        kiosk.settle()
        kiosk.picture()
        plate = kiosk.find("盘子").rect
        assert 0 <= plate.left() < plate.right() <= size[0]
    assert hands.runner.work == made
    assert hands.step == WIRE


def test_what_to_do_now_is_read_aloud(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "enamel", "plate", size=BIG)
    model = model_of(kiosk)
    assert "Strike the copper: its rim rises." in model.readAloud
    hands = wired(kiosk)
    assert hands.hint in model.readAloud


def test_start_again_gives_a_bare_plate(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "enamel", "plate", size=BIG)
    hands = wired(kiosk)
    runner_of(kiosk).push("pattern")
    hands.goTo(FILL)
    tap(kiosk, "Start again")
    assert hands_of(kiosk) is hands
    assert hands.step == BODY
    assert hands.plate.drawing.empty


def test_whoever_leaves_in_mid_play_leaves_no_plate(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    kiosk = play(open_kiosk, "enamel", "plate", size=BIG)
    hands = wired(kiosk)
    runner_of(kiosk).push("pattern")
    hands.keep()
    kiosk.tap("Back…")
    kiosk.settle()
    kiosk.go("play", {"slug": "plate"})
    assert hands_of(kiosk).plate.drawing.empty
    assert "plate" in kiosk.program.shell.visitor.notes, "what was kept is the visitor's until the visit ends"
    for _ in range(400):
        clock.pass_time(timedelta(seconds=1))
        kiosk.program.idle.look()
    kiosk.settle()
    assert kiosk.program.shell.pageName == "attract"
    assert kiosk.program.shell.visitor.notes == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_at_twice_the_text_every_tool_is_on_the_page(open_kiosk: OpenKiosk, lang: str) -> None:
    kiosk = open_kiosk(site="enamel", lang=lang, size=(540, 960))
    kiosk.program.ease.setTextScale(2.0)
    kiosk.go("play", {"slug": "plate"})
    hands = wired(kiosk)
    runner_of(kiosk).push("pattern")
    for step in (WIRE, FILL, FIRE):
        hands.goTo(step)
        kiosk.picture()
        for seen in kiosk.seen():
            if seen.focusable and seen.name:
                assert 0 <= seen.rect.left() <= seen.rect.right() <= 540, seen
