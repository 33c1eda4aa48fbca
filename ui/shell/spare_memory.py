"""What has been freed is given back to the system while nobody stands there.

The C library keeps what pages and answers have let go for those that come, some 10 MiB after a visit. Giving it back
takes some milliseconds, in which whoever wants memory waits: so on a worker, when the attract page has come to rest.
"""

import sys
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from ui.shell.background import Background
from ui.shell.shell import Shell

ALONE_MS = 5_000
"""After a visit; by then the attract page stands, and the next visitor is still walking up."""

LARGE = 1 << 20
"""bytes"""
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # malloc.h


class SpareMemory(QObject):
    """Gives back after each visit, when nobody has come since."""

    def __init__(self, shell: Shell, background: Background) -> None:
        super().__init__(shell)
        self._shell = shell
        self._background = background
        self._timer = QTimer(self, singleShot=True, interval=ALONE_MS)
        self._timer.timeout.connect(self.look)
        shell.wasReset.connect(self.soon)

    @Slot()
    def soon(self) -> None:
        """A visit is over, or much has been made ready."""
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Give back, where the attract page is shown."""
        if self._shell.pageName == "attract":
            self._background.run(lambda _: give_back(), _nothing, _nothing, query=True)

    def stop(self) -> None:
        """The window goes."""
        self._timer.stop()


def give_back() -> bool:
    """Give back what glibc keeps; whether there was anything. Other systems do so by themselves, or not at all."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # a hundredth of a second, which the first frame does not wait for

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    return trim is not None and bool(trim(0))


def keep_little() -> None:
    """Have glibc take what is larger than 1 MiB from the system each time, and give it back at once.

    Left to itself it does so until the first picture of a screen is let go; from then on it keeps 16 MiB of each
    thread's, in which the next small thing settles, and they never go back.
    """
    if sys.platform.startswith("linux"):
        import ctypes

        option = getattr(ctypes.CDLL(None), "mallopt", None)
        if option is not None:
            option(_M_MMAP_THRESHOLD, LARGE)
            option(_M_TRIM_THRESHOLD, 2 * LARGE)


def _nothing(_: Any) -> None:
    """Nobody waits for it."""
