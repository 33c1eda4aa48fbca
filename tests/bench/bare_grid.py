"""The reference of taps, moving pages and memory: bare QML without a line of the kiosk, in a process of its own."""

import random
import sys
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from tests.bench.frames_of import FramesOf
from tests.bench.processes import serve

COLUMNS, ROWS = 4, 6
WINDOW = f"""
import QtQuick
Window {{
    id: window
    width: Screen.width; height: Screen.height; visible: true; color: "#0B1E4B"
    property bool moving: false
    property int built: 0
    function rebuild() {{ page.active = false; page.active = true; built += 1 }}
    Loader {{
        id: page
        anchors.fill: parent
        visible: !window.moving
        sourceComponent: Grid {{
            columns: {COLUMNS}
            Repeater {{
                model: {COLUMNS * ROWS}
                Rectangle {{
                    required property int index
                    width: page.width / {COLUMNS}; height: page.height / {ROWS}
                    color: area.pressed ? "#EE9A5B" : "#20262B"
                    border.color: "#EDE6D6"
                    Text {{
                        anchors.centerIn: parent
                        text: "Button " + parent.index; color: "#EDE6D6"; font.pixelSize: 30
                    }}
                    MouseArea {{ id: area; anchors.fill: parent }}
                }}
            }}
        }}
    }}
    Item {{
        id: sketch
        property real turn: 0
        visible: window.moving
        anchors.fill: parent
        Timer {{
            interval: 33; repeat: true; running: window.moving
            onTriggered: sketch.turn += 4
        }}
        Item {{
            x: 540; y: 700; rotation: sketch.turn
            Repeater {{
                model: 6
                Item {{
                    required property int index
                    rotation: index * 60
                    Rectangle {{
                        x: 20; y: -12; width: 190; height: 24; radius: 12; color: "#EE9A5B"; antialiasing: true
                    }}
                }}
            }}
        }}
        Repeater {{
            model: 24
            Rectangle {{
                required property int index
                x: (index * 45 + sketch.turn) % 1080; y: 1100; width: 24; height: 8; color: "#63BFD2"
            }}
        }}
    }}
}}
"""


class BareGrid:
    """What the bench asks of the reference."""

    def __init__(self, engine: QQmlApplicationEngine) -> None:
        window = engine.rootObjects()[0]
        if not isinstance(window, QQuickWindow):
            raise TypeError("the bare QML is no window")
        self._window = window
        self._frames = FramesOf(window)
        self._chance = random.Random(3)

    def open(self) -> bool:
        """Painted, and at rest."""
        self._frames.run(300, to_the_end=True)
        return True

    def taps(self, count: int) -> list[float]:
        """Press one button after the other; ms until the next frame for each."""
        width, height = self._window.width() // COLUMNS, self._window.height() // ROWS
        taken = []
        for number in range(count):
            point = QPoint(width * (number % COLUMNS) + width // 2, height * (number // COLUMNS % ROWS) + height // 2)
            taken.append(self._frames.ms_until(partial(self._mouse, QTest.mousePress, point)))
            self._mouse(QTest.mouseRelease, point)
            self._frames.run(40 + self._chance.randrange(20), to_the_end=True)
        return taken

    def moving(self, ms: int) -> dict[str, object]:
        """A wheel that turns and dashes that move: ms of each frame, and the part of a core that it takes."""
        self._window.setProperty("moving", True)
        self._frames.run(300, to_the_end=True)
        before, start = time.process_time(), time.perf_counter()
        taken = self._frames.take(ms)
        seconds = time.perf_counter() - start
        core = (time.process_time() - before) / seconds
        self._window.setProperty("moving", False)
        return {"frames": taken, "core": core, "seconds": seconds}

    def changes(self, count: int) -> int:
        """Throw the grid away and make it anew, so many times."""
        for _ in range(count):
            self._window.metaObject().invokeMethod(self._window, "rebuild")
            self._frames.run(5, to_the_end=True)
        return count

    def _mouse(self, act: Callable[..., None], point: QPoint) -> None:
        act(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def main() -> int:
    """Open the window and do what is asked until standard input closes."""
    application = QGuiApplication(["bare"])
    engine = QQmlApplicationEngine()
    engine.loadData(WINDOW.encode())
    grid = BareGrid(engine)
    serve({"open": grid.open, "taps": grid.taps, "moving": grid.moving, "changes": grid.changes})
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
