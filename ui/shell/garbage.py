"""Python's garbage is collected on the UI thread alone.

Left to itself the collector runs on whichever thread allocates; on a worker it would take apart the Qt objects that a
closed page leaves behind in a cycle, under the hands of the thread that they belong to, and the program ends at once.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 2_000
YOUNG = 5_000
"""New objects that are worth a look; a page makes some hundreds."""


class Garbage(QObject):
    """Takes the collector over while the window is open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        self._settled = False
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def settle(self) -> None:
        """What has been made so far stays as long as the program: it is not looked through again. Once.

        Without a collection before it, which would take a tenth of a second of the first visitor's.
        """
        if not self._settled:
            self._settled = True
            gc.freeze()

    @Slot()
    def look(self) -> None:
        """Collect what is worth it, the young ones mostly: a fraction of a millisecond."""
        young, middle, old = gc.get_count()
        if young > YOUNG:
            gc.collect(2 if old > 10 else 1 if middle > 10 else 0)

    def close(self) -> None:
        """The window goes: as it was before."""
        self._timer.stop()
        if self._settled:
            gc.unfreeze()
        if self._was_on:
            gc.enable()
