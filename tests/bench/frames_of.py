"""When a window paints: waiting for its next frame, and how long each one takes."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtQuick import QQuickWindow

PATIENCE_MS = 3000


class NoFrame(Exception):
    """Nothing was painted although something should have changed."""


class FramesOf(QObject):
    """The frames of one window. The event loop sleeps while it waits, as a kiosk's does."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__()
        self._painted_at = 0.0
        self._began_at = 0.0
        self._taken: list[float] | None = None
        self._apart: list[float] = []
        self._loop = QEventLoop()
        window.afterAnimating.connect(self._begins)
        window.frameSwapped.connect(self._painted)

    def ms_until(self, act: Callable[[], None], shown: Callable[[], bool] = lambda: True) -> float:
        """Do `act`, and tell the ms until the first frame is painted in which `shown` holds. Raises NoFrame."""
        self._painted_at = 0.0
        start = time.perf_counter()
        act()
        while self._painted_at < start or not shown():
            self._painted_at = 0.0
            self.run(PATIENCE_MS)
            if not self._painted_at:
                raise NoFrame(f"nothing was painted in {PATIENCE_MS} ms")
        return (self._painted_at - start) * 1000

    def run(self, ms: int, *, to_the_end: bool = False) -> None:
        """Let the program run until the next frame, or for so long; `to_the_end`: for so long in any case."""
        timer = QTimer(singleShot=True, interval=ms)
        loop = QEventLoop() if to_the_end else self._loop
        timer.timeout.connect(loop.quit)
        timer.start()
        loop.exec()

    def take(self, ms: int) -> list[float]:
        """Let the program run for so long; how many ms each frame took: sync, drawing, and handing it over."""
        self._taken = []
        self.run(ms, to_the_end=True)
        taken, self._taken = self._taken, None
        return taken

    def apart(self) -> list[float]:
        """ms from each frame to the next since this was last asked, and anew from here."""
        apart, self._apart, self._painted_at = self._apart, [], 0.0
        return apart

    def _begins(self) -> None:
        self._began_at = time.perf_counter()

    def _painted(self) -> None:
        before, self._painted_at = self._painted_at, time.perf_counter()
        if self._taken is not None and before:
            self._apart.append((self._painted_at - before) * 1000)
        if self._taken is not None:
            self._taken.append((self._painted_at - self._began_at) * 1000)
        self._loop.quit()
