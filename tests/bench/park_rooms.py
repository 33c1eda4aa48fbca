"""The park without a window as a measured process: seats, tickets, and what the same disk and libraries do bare."""

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from math import isqrt
from pathlib import Path
from typing import Any

from db.store import BUSY_SECONDS
from kiosk.app import build
from kiosk.booking import BookingView
from kiosk.devices.paper import PaperName
from kiosk.devices.printers.escpos_bytes import page_bytes
from kiosk.home import DATABASE_FILE
from kiosk.settings import load
from kiosk.ticketing.fonts import Fonts
from tests.bench.processes import serve

LINES = 24
"""Lines of text on a bare ticket: as many as ours has."""


def ms(act: Callable[..., Any], *given: Any) -> float:
    """How long it takes."""
    start = time.perf_counter()
    act(*given)
    return (time.perf_counter() - start) * 1000


class ParkRooms:
    """What the bench asks of the park."""

    def __init__(self, home: Path, site: str) -> None:
        self._home, self._site = home, site
        self._app = build(load(home, site=site), home, printing=False)

    def open(self) -> bool:
        """The home is there, with its parks and their sessions."""
        return True

    def confirms(self, count: int) -> dict[str, list[float]]:
        """By turns: a hold confirmed, and a bare commit of one row (WAL, synchronous FULL) on the same disk."""
        ours, bare = [], []
        booking = self._app.booking
        with _bare_database(self._home) as database:
            for _ in range(count):
                held = self._a_hold()
                ours.append(ms(booking.confirm, held.id, "zh"))
                bare.append(ms(_bare_commit, database))
        return {"ours": ours, "bare": bare}

    def tickets(self, paper: PaperName, count: int) -> dict[str, list[float]]:
        """By turns: a new booking's ticket signed, drawn, read back and turned to printer bytes; and a bare one."""
        ticketing, font = self._app.ticketing, Fonts().font("plain", 28)
        ours, bare = [], []
        for _ in range(count):
            booked = self._a_booking()
            ours.append(ms(self._ticket, booked, paper))
            text = ticketing.text(booked)
            raster = ticketing.compose(booked, "zh", paper)
            bare.append(ms(_bare_ticket, text, (raster.width, raster.height), font))
        return {"ours": ours[1:], "bare": bare[1:]}

    def week(self, count: int) -> dict[str, Any]:
        """By turns: the free seats of a week's sessions, and one indexed read of as many rows."""
        booking, first = self._app.booking, self._app.clock.now()
        last = first + timedelta(days=7)
        ours, bare = [], []
        with closing(sqlite3.connect(self._home / DATABASE_FILE, timeout=BUSY_SECONDS)) as database:
            for _ in range(count):
                ours.append(ms(booking.free_seats, self._site, first, last))
                bare.append(ms(_bare_read, database, self._site, first.timestamp(), last.timestamp()))
            rows = _bare_read(database, self._site, first.timestamp(), last.timestamp())
        return {"ours": ours, "bare": bare, "sessions": len(booking.free_seats(self._site, first, last)), "rows": rows}

    def _ticket(self, booked: BookingView, paper: PaperName) -> bytes:
        raster = self._app.ticketing.compose(booked, "zh", paper)
        return page_bytes(raster) if paper in ("80mm", "58mm") else raster.pdf(booked.code)

    def _a_booking(self) -> BookingView:
        return self._app.booking.confirm(self._a_hold().id, "zh")

    def _a_hold(self) -> Any:
        booking = self._app.booking
        session = booking.next_free(self._site, "zh")
        if session is None:
            raise LookupError("no session with free places is left")
        adult = next(category for category in booking.categories(session.id, "zh") if category.is_adult)
        return booking.hold(session.id, {adult.slug: 1}, "zh")


@contextmanager
def _bare_database(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, what TEXT)")
        yield database


def _bare_commit(database: sqlite3.Connection) -> None:
    database.execute("BEGIN IMMEDIATE")
    database.execute("INSERT INTO row (what) VALUES ('one')")
    database.execute("COMMIT")


def _bare_read(database: sqlite3.Connection, site: str, first: float, last: float) -> int:
    query = (
        "SELECT s.id, s.capacity, s.granted FROM sites JOIN sessions s ON s.site_id = sites.id"
        " WHERE sites.slug = ? AND s.starts_at >= ? AND s.starts_at < ?"
    )
    return len(database.execute(query, (site, round(first * 1e6), round(last * 1e6))).fetchall())


def _bare_ticket(text: str, size: tuple[int, int], font: Any) -> bytes:
    """The least that a ticket takes with the same libraries: a QR, lines of text, the bits."""
    import zxingcpp
    from PIL import Image, ImageDraw

    page = Image.new("1", size, 1)
    pen = ImageDraw.Draw(page)
    for line in range(LINES):
        pen.text((20, 20 + line * 36), f"{line:02d} 掐丝珐琅体验 2027-03-02 14:30 ¥128", font=font, fill=0)
    code: Any = zxingcpp.create_barcode(text, zxingcpp.QRCode, ec_level="M").to_image()
    dots = memoryview(code)
    side = isqrt(len(bytes(dots)))
    modules = Image.frombytes("L", (side, side), bytes(dots)).resize((side * 6, side * 6), Image.Resampling.NEAREST)
    page.paste(modules.convert("1"), (20, size[1] - side * 6 - 20))
    return page.tobytes()


def main() -> int:
    """Open the park of a home and a site, and do what is asked until standard input closes."""
    rooms = ParkRooms(Path(sys.argv[1]), sys.argv[2])
    names = ("open", "confirms", "tickets", "week")
    serve({name: getattr(rooms, name) for name in names})
    return 0


if __name__ == "__main__":
    sys.exit(main())
