"""Writes bookings while something else is measured: on the kiosk's own worker, and as a process beside it."""

import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from kiosk.booking import Booking, SoldOut
from tests.bench.processes import serve


class Writing:
    """Books a place and cancels it again, by turns, so that it can go on for ever."""

    def __init__(self, site: str, lang: str) -> None:
        self._site, self._lang = site, lang
        self._code = ""
        self._session: UUID | None = None
        self._party: Mapping[str, int] = {}
        self.written = 0
        self.under_way = False

    def one(self, booking: Booking) -> None:
        """The next booking or cancellation."""
        if self._code:
            booking.cancel(self._code, self._lang)
            self._code = ""
        else:
            self._book(booking)
        self.written += 1

    def _book(self, booking: Booking) -> None:
        if self._session is None:
            # A late one: it can still be cancelled, and the pages' next free session stays another.
            late = [view for view in booking.sessions(self._site, self._lang) if view.state == "open"][-1]
            adult = next(category for category in booking.categories(late.id, self._lang) if category.is_adult)
            self._session, self._party = late.id, {adult.slug: 1}
        try:
            held = booking.hold(self._session, self._party, self._lang)
        except SoldOut:
            self._session = None
            return
        self._code = booking.confirm(held.id, self._lang).code


class Writer:
    """The process beside the kiosk: writes at a pace until it is told to stop."""

    def __init__(self, home: Path, site: str, pause_s: float) -> None:
        from kiosk.app import build
        from kiosk.settings import load

        self._app = build(load(home, site=site), home, printing=False)
        self._writing = Writing(site, "zh")
        self._pause_s = pause_s
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._failure = ""

    def begin(self) -> bool:
        """From now on."""
        self._stop.clear()
        self._thread = threading.Thread(target=self._write_on, name="writer", daemon=True)
        self._thread.start()
        return True

    def end(self) -> dict[str, Any]:
        """No more; how many were written. Raises RuntimeError when writing has failed."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(30)
        if self._failure:
            raise RuntimeError(self._failure)
        return {"written": self._writing.written}

    def _write_on(self) -> None:
        try:
            while not self._stop.wait(self._pause_s):
                self._writing.one(self._app.booking)
        except Exception as error:  # an edge: a thread's top; told when it is asked to end
            self._failure = repr(error)


def main() -> int:
    """Write in a home, for a site, with so many seconds between two."""
    writer = Writer(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
    serve({"begin": writer.begin, "end": writer.end, "open": lambda: time.monotonic() > 0})
    return 0


if __name__ == "__main__":
    sys.exit(main())
