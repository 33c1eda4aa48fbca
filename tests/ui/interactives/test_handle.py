"""Handles on a machine's face: read from the header, then pulled and turned on the real page with real fingers."""

from collections.abc import Mapping
from itertools import combinations
from math import cos, hypot, radians, sin
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.machines import DESIGNS
from tests.ui.conftest import OpenKiosk
from ui.interactives.handle import Handle, read_handle
from ui.interactives.header import read_header
from ui.interactives.machine_runner import MachineRunner
from ui.shell.walker import Walker
from ui.visitor.play_page import PlayPageModel

SHEET = (1000.0, 920.0)


def read(**row: Any) -> Handle:
    return read_handle({"input": "valve"} | row, 0, 100, *SHEET)


def test_a_handle_slides_along_its_path_at_an_even_pace() -> None:
    handle = read(path=[[0, 0], [30, 0], [30, 70]])
    assert handle.motion == "slide"
    assert handle.place(0) == (0, 0)
    assert handle.place(30) == (30, 0)
    assert handle.place(65) == (30, 35)
    assert handle.place(100) == (30, 70)
    assert handle.place(900) == (30, 70)


def test_an_arc_is_a_path_on_a_circle() -> None:
    handle = read(at=[500, 500], radius=100, arc=[-90, 90])
    assert handle.place(0) == pytest.approx((400, 500))
    assert handle.place(50) == pytest.approx((500, 400))
    for value in range(0, 101, 7):
        x, y = handle.place(value)
        assert hypot(x - 500, y - 500) == pytest.approx(100, rel=0.002)


def test_what_is_pulled_or_turned_stays_where_it_is() -> None:
    for handle in (read(at=[10, 20], axis=[0, -100]), read(at=[10, 20], turns=-2)):
        assert handle.place(0) == handle.place(100) == (10, 20)


def test_a_handle_may_go_the_other_way_and_over_a_part_of_the_range() -> None:
    handle = read(path=[[0, 0], [100, 0]], low=80, high=30)
    assert handle.place(80) == (0, 0)
    assert handle.place(30) == (100, 0)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"at": [1, 1]}, "one of path, arc"),
        ({"at": [1, 1], "axis": [0, 5], "turns": 1}, "one of path, arc"),
        ({"at": [1, 1], "axis": [0, 0]}, "length"),
        ({"at": [1, 1], "turns": 0}, "turns"),
        ({"path": [[1, 1]]}, "two points"),
        ({"path": [[1, 1], [1, 1]]}, "stands still"),
        ({"path": [[1, 1], [1001, 1]]}, "outside the sheet"),
        ({"at": [1, 1], "turns": 1, "high": 101}, "from 0 to 101"),
        ({"at": [1, 1], "turns": 1, "low": 50, "high": 50}, "from 50 to 50"),
    ],
)
def test_a_fault_is_said(row: Mapping[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read(**row)


def test_two_hands_find_two_handles_on_every_face() -> None:
    for name in DESIGNS:
        header = read_header(name)
        # 20 mm and 3 mm between, where the face is at its smallest: 450 px wide in reach mode.
        apart = (20 + 3) * 2.7 * max(header.sheet[0] / 450, header.sheet[1] / 440)
        starts = {knob.name: knob.start for knob in header.knobs}
        for one, other in combinations(header.handles, 2):
            (x0, y0), (x1, y1) = one.place(starts[one.input]), other.place(starts[other.input])
            assert max(abs(x0 - x1), abs(y0 - y1)) >= apart, (name, one.input, other.input)


# ---- on the page


class Fingers:
    """Fingers on a window: put down, moved and lifted by number."""

    def __init__(self, kiosk: Walker) -> None:
        self._kiosk = kiosk
        self._device: QPointingDevice = QTest.createTouchDevice()
        self._down: dict[int, QPoint] = {}

    def put(self, finger: int, at: QPoint) -> None:
        """Down on the glass."""
        self._send({finger: at}, pressed=finger)

    def move(self, to: Mapping[int, QPoint]) -> None:
        """All of these at once."""
        self._send(to)

    def lift(self, finger: int) -> None:
        """Off the glass."""
        touch = QTest.touchEvent(self._kiosk.program.window, self._device)
        for other, at in self._down.items():
            if other != finger:
                touch.move(other, at, self._kiosk.program.window)
        touch.release(finger, self._down.pop(finger), self._kiosk.program.window)
        self._deliver(touch)

    def _send(self, to: Mapping[int, QPoint], pressed: int | None = None) -> None:
        window = self._kiosk.program.window
        touch = QTest.touchEvent(window, self._device)
        for finger, at in (self._down | dict(to)).items():
            (touch.press if finger == pressed else touch.move)(finger, at, window)
        self._deliver(touch)
        self._down.update(to)

    def _deliver(self, touch: QTest.QTouchEventSequence) -> None:
        """Qt Quick keeps movements until it draws: two frames, for the first may be under way already."""
        window, frames = self._kiosk.program.window, [0]

        def drawn() -> None:
            frames[0] += 1
            window.update()

        touch.commit()
        window.afterAnimating.connect(drawn)
        window.update()
        self._kiosk.wait_for(lambda: frames[0] >= 2, "a frame")
        window.afterAnimating.disconnect(drawn)


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk) -> Walker:
    walker = open_kiosk(site="tianning", lang="en", size=(1080, 1920))
    walker.go("play", {"slug": "pump"})
    walker.picture()
    return walker


def runner_of(kiosk: Walker) -> MachineRunner:
    page = kiosk.program.shell.page
    assert page is not None
    assert isinstance(page.model, PlayPageModel)
    assert page.model.runner is not None
    return page.model.runner


def handle_of(kiosk: Walker, key: str) -> QQuickItem:
    """The handle of that input on the face."""

    def search(item: QQuickItem) -> QQuickItem | None:
        if item.property("motion") is not None and item.property("key") == key:
            return item
        return next((found for child in item.childItems() if (found := search(child)) is not None), None)

    found = search(kiosk.program.window.contentItem())
    assert found is not None, key
    return found


def middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(item.boundingRect().center()).toPoint()


def test_a_handle_is_large_enough_for_a_finger(kiosk: Walker) -> None:
    for key in ("valve", "speed"):
        handle = handle_of(kiosk, key)
        assert min(handle.width(), handle.height()) >= 54, "20 mm on a screen of 32 inches"


def test_the_valves_wheel_is_pulled_by_a_finger_and_the_page_stays(kiosk: Walker) -> None:
    runner, at = runner_of(kiosk), middle(handle_of(kiosk, "valve"))
    assert runner.inputs["valve"] == 70
    fingers = Fingers(kiosk)
    fingers.put(1, at)
    assert handle_of(kiosk, "valve").property("held"), "it answers before it is moved"
    fingers.move({1: at + QPoint(0, 60)})  # one large leap, as a quick hand on a slow screen makes it
    after = runner.inputs["valve"]
    assert after < 60
    fingers.move({1: at})
    assert runner.inputs["valve"] == pytest.approx(70, abs=1)
    fingers.move({1: at - QPoint(0, 400)})
    assert runner.inputs["valve"] == 100
    fingers.lift(1)
    assert not handle_of(kiosk, "valve").property("held")
    assert middle(handle_of(kiosk, "valve")) == at, "the page has not scrolled away under it"


def test_the_shaft_is_turned_round_and_stops_at_its_end(kiosk: Walker) -> None:
    runner, handle = runner_of(kiosk), handle_of(kiosk, "speed")
    at = middle(handle)
    before = runner.inputs["speed"]
    around = [at + QPoint(round(45 * cos(radians(a))), round(45 * sin(radians(a)))) for a in range(0, 1500, 15)]
    fingers = Fingers(kiosk)
    fingers.put(1, around[0])
    fingers.move({1: around[1]})
    fingers.move({1: around[2]})
    assert before < runner.inputs["speed"] < before + 200, "clockwise is faster"
    for place in around[3:]:
        fingers.move({1: place})
    assert runner.inputs["speed"] == 1800
    for place in around[-2:-8:-1]:
        fingers.move({1: place})
    assert runner.inputs["speed"] < 1800, "from the stop it turns back at once"
    fingers.lift(1)


def test_two_fingers_work_two_handles_at_once(kiosk: Walker) -> None:
    runner = runner_of(kiosk)
    valve, speed = middle(handle_of(kiosk, "valve")), middle(handle_of(kiosk, "speed"))
    before = runner.inputs
    fingers = Fingers(kiosk)
    fingers.put(1, valve)
    fingers.put(2, speed + QPoint(45, 0))
    fingers.move({1: valve + QPoint(0, 20), 2: speed + QPoint(40, 30)})
    fingers.move({1: valve + QPoint(0, 50), 2: speed + QPoint(0, 50)})
    assert runner.inputs["valve"] < before["valve"]
    assert runner.inputs["speed"] > before["speed"]
    assert handle_of(kiosk, "valve").property("held")
    assert handle_of(kiosk, "speed").property("held")
    fingers.lift(1)
    held = runner.inputs
    fingers.move({2: speed + QPoint(-50, 0)})
    assert runner.inputs["valve"] == held["valve"]
    assert runner.inputs["speed"] > held["speed"], "the other hand goes on"
    fingers.lift(2)


def test_a_mouse_pulls_it_too_and_the_slider_below_follows(kiosk: Walker) -> None:
    window, at = kiosk.program.window, middle(handle_of(kiosk, "valve"))
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, Qt.MouseButton.LeftButton, none, at)
    for down in (10, 30, 60):
        QTest.mouseMove(window, at + QPoint(0, down))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, none, at + QPoint(0, 60))
    value = runner_of(kiosk).inputs["valve"]
    assert value < 60
    assert kiosk.find("Outlet valve").description == f"{value:.0f} %"


def test_beside_a_handle_the_page_is_still_dragged(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="en", size=(540, 700))
    kiosk.go("play", {"slug": "pump"})
    kiosk.picture()
    before = middle(handle_of(kiosk, "valve"))
    away = QPoint(500, before.y() + 150)
    fingers = Fingers(kiosk)
    fingers.put(1, away)
    for up in range(10, 120, 10):
        fingers.move({1: away - QPoint(0, up)})
    fingers.lift(1)
    assert middle(handle_of(kiosk, "valve")).y() < before.y() - 20
