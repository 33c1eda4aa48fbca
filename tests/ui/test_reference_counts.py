"""PySide6 6.12.0 gives back one reference of None too many on every void call under Python 3.10 and 3.11: after some
100 000 taps the interpreter dies. These tests fail on such a release before a kiosk does."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal, Slot

CALLS = 2_000
ROOM = 200
"""References that other threads and the interpreter itself may come and go with meanwhile."""


class Bell(QObject):
    rung = Signal()
    said = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    @Slot()
    def listen(self) -> None:
        self.heard += 1


def test_void_calls_leave_none_alone() -> None:
    bell, timer = Bell(), QTimer()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        bell.setObjectName("bell")
        timer.stop()
    assert abs(sys.getrefcount(None) - before) < ROOM


def test_ringing_leaves_none_alone() -> None:
    bell = Bell()
    bell.rung.connect(bell.listen)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        bell.rung.emit()
    assert bell.heard == CALLS
    assert abs(sys.getrefcount(None) - before) < ROOM


def test_emitting_true_leaves_true_alone() -> None:
    bell = Bell()
    heard: list[bool] = []
    bell.said.connect(heard.append)
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        bell.said.emit(True)
    heard.clear()
    assert abs(sys.getrefcount(True) - before) < ROOM
