"""Hand scanners: most type like a keyboard, some send lines over a serial port."""

import contextlib
import threading
from collections.abc import Callable
from typing import Protocol

# A scanner types a sign every 1 to 20 ms; the quickest typists need some 60 ms a sign for more than a word.
FASTEST_HAND_S = 0.05
LEAST_SIGNS = 8
_ENDS = "\r\n\t"


class Scanner(Protocol):
    """Where scans come from, unless they are typed. Calls back on its own thread."""

    def start(self, scanned: Callable[[str], None]) -> None: ...
    def stop(self) -> None: ...


class KeyRun:
    """Tells a scan from typing by its pace: give it every key with its time, get the scan when it ends.

    >>> run = KeyRun()
    >>> [run.key(sign, 0.004 * n) for n, sign in enumerate("7K3M92QF4" + chr(13))][-1]
    '7K3M92QF4'
    >>> [run.key(sign, 10 + 0.2 * n) for n, sign in enumerate("7K3M92QF4" + chr(13))][-1] is None
    True
    """

    def __init__(self, *, gap_s: float = FASTEST_HAND_S, least: int = LEAST_SIGNS) -> None:
        self._gap, self._least = gap_s, least
        self._signs: list[str] = []
        self._last = float("-inf")

    def key(self, sign: str, at: float) -> str | None:
        """One key: what it wrote and when, in seconds. The scan, where this key ended one."""
        if at - self._last > self._gap:
            self._signs = []
        self._last = at
        if sign and sign in _ENDS:
            scan, self._signs = "".join(self._signs), []
            return scan if len(scan) >= self._least else None
        self._signs.append(sign)
        return None

    def pause(self, at: float) -> str | None:
        """Ask at a quiet moment: the scan of a scanner that sends no Enter; None where it was typing, or goes on."""
        if at - self._last <= self._gap:
            return None
        scan, self._signs = "".join(self._signs), []
        return scan if len(scan) >= self._least else None

    @property
    def running(self) -> bool:
        """Whether several keys have come at a scanner's pace: a field may hold back what it shows."""
        return len(self._signs) >= 4


class LineSource(Protocol):
    """An open serial port: what is read of it here."""

    def readline(self) -> bytes: ...
    def close(self) -> None: ...


class SerialScanner:
    """A scanner that sends a line a scan over a serial port (needs pyserial where `open_port` opens one).

    `readline` of the port must come back now and then without a line, so that `stop` is heard.
    """

    def __init__(self, open_port: Callable[[], LineSource], *, again_s: float = 5.0) -> None:
        self._open, self._again = open_port, again_s
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, scanned: Callable[[str], None]) -> None:
        self._thread = threading.Thread(target=self._run, args=(scanned,), name="scanner", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, scanned: Callable[[str], None]) -> None:
        while not self._stop.is_set():
            with contextlib.suppress(OSError):  # unplugged: opened again after a while. pyserial's errors are OSErrors
                port = self._open()
                try:
                    self._read(port, scanned)
                finally:
                    port.close()
            self._stop.wait(self._again)

    def _read(self, port: LineSource, scanned: Callable[[str], None]) -> None:
        while not self._stop.is_set():
            line = port.readline().decode("utf-8", "replace").strip()
            if line:
                scanned(line)
