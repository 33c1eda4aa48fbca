"""Looks a kiosk over and says of each part whether it is well, and how to mend it."""

import os
import platform
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from kiosk.home import DATABASE_FILE, database_url
from kiosk.settings import Settings
from kiosk.upkeep.database import DatabaseRefused, schema
from kiosk.upkeep.machine import missing

State = Literal["well", "warning", "fault"]

ENOUGH_DISK = 500 * 1024 * 1024  # bytes: a year of one kiosk is a tenth of it


@dataclass(frozen=True, slots=True)
class Finding:
    """One part: how it is, and where it is not well, how to mend it."""

    part: str
    state: State
    said: str
    mend: str = ""


def examine(home: Path, settings: Settings, now: datetime | None = None) -> tuple[Finding, ...]:
    """Look at everything that can be seen without opening the kiosk. Changes nothing."""
    looks: tuple[Callable[[], Finding], ...] = (
        _packages,
        lambda: _disk(home),
        lambda: _private(home),
        lambda: _database(home, settings),
        lambda: _clock(home, now or datetime.now(UTC)),
        _fonts,
        lambda: _printer(home, settings),
        lambda: _speech(settings),
        lambda: _sounds(settings),
        _display,
    )
    return tuple(look() for look in looks)


def _packages() -> Finding:
    lacking = missing(["run"]) if platform.system() == "Linux" else ()
    if not lacking:
        return Finding("system packages", "well", "all there")
    names = " ".join(need.package for need in lacking)
    why = "; ".join(f"{need.package} ({need.why})" for need in lacking)
    return Finding("system packages", "fault", f"missing: {why}", f"make setup, or: apt-get install {names}")


def _disk(home: Path) -> Finding:
    free = shutil.disk_usage(home).free
    said = f"{free / 1e9:.1f} GB free in {home}"
    if free < ENOUGH_DISK:
        return Finding("disk", "fault", said, "make room: a full disk stops bookings")
    return Finding("disk", "well", said)


def _private(home: Path) -> Finding:
    """Keys and database are to be read by the kiosk's user alone. Windows keeps a user's folder private by itself."""
    if os.name != "posix":
        return Finding("permissions", "well", "the user's own folder")
    open_files = [path for path in (home / "keys").glob("*.pem") if path.stat().st_mode & 0o077]
    if open_files:
        names = " ".join(str(path) for path in open_files)
        return Finding("permissions", "fault", f"others can read {names}", f"chmod 600 {names}; then rotate the key")
    if home.stat().st_mode & 0o022:
        return Finding("permissions", "warning", f"others can write in {home}", f"chmod 700 {home}")
    return Finding("permissions", "well", "keys are readable by the kiosk's user alone")


def _database(home: Path, settings: Settings) -> Finding:
    try:
        found = schema(database_url(home, settings.database))
    except DatabaseRefused as error:
        return Finding("database", "fault", str(error), "restore the last good backup")
    if found.after is None:
        return Finding("database", "warning", "not made yet", "it is made at the first start, or by: kiosk db upgrade")
    if not found.current:
        return Finding("database", "warning", f"at {found.after}, not {found.newest}", "kiosk db upgrade")
    if not settings.database:
        try:
            with closing(sqlite3.connect(f"file:{home / DATABASE_FILE}?mode=ro", uri=True, timeout=5)) as connection:
                answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.Error as error:
            answer = str(error)
        if answer != "ok":
            return Finding("database", "fault", f"damaged: {answer}", "restore the last good backup")
    return Finding("database", "well", f"at {found.after}, sound")


def _clock(home: Path, now: datetime) -> Finding:
    said = f"{now:%Y-%m-%d %H:%M} UTC"
    latest = max((path.stat().st_mtime for path in home.iterdir() if path.is_file()), default=0.0)
    if now.timestamp() < latest - 120:
        return Finding("clock", "fault", f"{said}, earlier than files of this kiosk", "set the clock, then start again")
    if now.year < 2026:
        return Finding("clock", "fault", f"{said}, before this program was made", "set the clock; look at its battery")
    return Finding("clock", "well", said)


def _fonts() -> Finding:
    from kiosk.ticketing.errors import NoFont
    from kiosk.ticketing.fonts import Face, find

    try:
        for face in get_args(Face):
            find(face)
    except NoFont as error:
        return Finding("fonts", "fault", str(error), "apt-get install fonts-noto-cjk")
    return Finding("fonts", "well", "Chinese letters for screen and ticket")


def _printer(home: Path, settings: Settings) -> Finding:
    from kiosk.devices.printers import make_printer

    printer = make_printer(settings.printer, home)
    if printer is None:
        return Finding("printer", "warning", "none: tickets on the screen alone", "set kind under [printer]")
    status = printer.status()
    if status.trouble is None:
        return Finding("printer", "well", f"{printer.name}" + (", paper low" if status.paper_low else ""))
    return Finding("printer", "fault", f"{printer.name}: {status.trouble}", "docs/printers.md tells what each means")


def _speech(settings: Settings) -> Finding:
    from kiosk.devices.speech import make_speech

    if not settings.sound.read_aloud:
        return Finding("speech", "well", "switched off")
    if make_speech(settings.sound.voice).available:
        return Finding("speech", "well", "pages can be read aloud")
    return Finding("speech", "warning", "no speech program", "apt-get install espeak-ng, or read_aloud = false")


def _sounds(settings: Settings) -> Finding:
    from kiosk.devices.loudspeaker import has_loudspeaker

    if settings.sound.volume <= 0:
        return Finding("sounds", "well", "switched off")
    if has_loudspeaker():
        return Finding("sounds", "well", f"a loudspeaker; quiet from {settings.sound.quiet_from}")
    return Finding("sounds", "warning", "no loudspeaker: a silent kiosk", "connect one, or volume = 0 under [sound]")


def _display() -> Finding:
    if platform.system() != "Linux":
        return Finding("display", "well", "the desktop's")
    shown = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    if shown:
        return Finding("display", "well", shown)
    return Finding("display", "warning", "none in this session", "start the kiosk on a screen, or use: kiosk tour")
