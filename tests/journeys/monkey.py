"""Random tapping: `python -m tests.journeys.monkey --seconds 300 --seed N`.

A hand that means nothing touches an open kiosk: names that a screen reader hears, bare glass, swipes, keys, languages,
text sizes; time goes by, some walk away in the middle, others book and buy. At the end whoever it was walks away, and
the kiosk must stand on its attract screen by itself, without a warning in the log and without an exception.
Writes `build/soak.json` (`--json`), exits 1 if something was said or the screen is another.
"""

import argparse
import json
import logging
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from kiosk.clock import SetClock
from tests.journeys.on_screen import Kept
from ui.shell.application import application_or_new
from ui.shell.first_frame import IdleSettings, ScreenSettings, ShellSettings
from ui.shell.qml_log import collect_qt_messages
from ui.shell.scenes import SCENE_DAY
from ui.shell.walker import Walker
from ui.shell.window import KioskProgram, Opening

SITES = ("tianning", "enamel", "erqi", "shougang")
SIZES = ((540, 960), (960, 540))
_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Escape,
)
_SIGNS = "7K3M92QF4ABXYZ0 zh"
_NEXT = {
    "home": (("HomePage", "Book"), ("HomePage", "Exhibits"), ("HomePage", "Take part"), ("HomePage", "My ticket")),
    "workshops": (("WorkshopsPage", "Book"),),
    "session": (("SessionPage", "Continue"), ("SessionPage", "More people")),
    "party": (("PartyPage", "Continue"),),
    "details": (("DetailsPage", "Go on without"), ("DetailsPage", "Keep and go on")),
    "review": (("ReviewPage", "Confirm the booking"),),
    "ticket": (("TicketPage", "Print again"), ("TicketPage", "Done")),
    "mybooking": (("MyBookingPage", "Move to another session"), ("MyBookingPage", "Cancel the booking")),
    "exhibit": (("ExhibitPage", "Play"),),
}
"""Page -> the words of the buttons that lead on."""
_READ_THROUGH_S = 150.0
_NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Told:
    """What came of it."""

    site: str
    seed: int
    done: Counter[str] = field(default_factory=Counter)
    pages: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)
    ended_on: str = ""
    memory_mb: tuple[float, float] = (0.0, 0.0)

    @property
    def lost(self) -> int:
        """How many things went wrong."""
        return len(self.said) + (self.ended_on != "attract")


class Monkey:
    """One hand at one open kiosk. The same seed taps the same way, as far as the kiosk answers the same."""

    def __init__(self, home: Path, site: str, seed: int) -> None:
        self._random = random.Random(seed)
        self._clock = SetClock(SCENE_DAY)
        self.told = Told(site, seed)
        self._kept = Kept()
        self._home = home
        size = SIZES[seed % len(SIZES)]
        settings = ShellSettings(site, "zh", ScreenSettings(inches=32.0), IdleSettings())
        self._program = KioskProgram(Opening(home, settings, self._clock, self._build, size))
        self._kiosk = Walker(self._program)
        self._size = size
        self._codes: list[str] = []

    def run(self, seconds: float) -> Told:
        """Touch for so long, then walk away. Whatever is said meanwhile stands in the answer."""
        logging.getLogger().addHandler(self._kept)
        before, sys.excepthook = sys.excepthook, self._excepted
        try:
            self._program.show()
            self._kiosk.settle()
            self._come_and_go()
            first = memory_mb()
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                self._touch()
            self._walk_away()
            self.told.memory_mb = (first, memory_mb())
            self.told.ended_on = self._program.shell.pageName
        finally:
            self._program.close()
            sys.excepthook = before
            logging.getLogger().removeHandler(self._kept)
        self.told.said += self._kept.said
        return self.told

    # ---- what a hand does

    def _touch(self) -> None:
        doing = self._random.choices(
            (
                self._tap_something,
                self._go_on,
                self._tap_the_glass,
                self._swipe,
                self._press_keys,
                self._let_time_go_by,
                self._leave,
            ),
            weights=(60, 20, 8, 5, 6, 2, 0.4),
        )[0]
        doing()
        self.told.done[doing.__name__.removeprefix("_")] += 1
        self.told.pages[self._program.shell.pageName] += 1
        self._clock.pass_time(timedelta(seconds=self._random.uniform(0.1, 1.5)))
        pause = time.monotonic() + self._random.choice((0.0, 0.0, 0.02, 0.1, 0.25))
        self._kiosk.wait_for(lambda: time.monotonic() >= pause)

    def _tap_something(self) -> None:
        glass = QRect(QPoint(0, 0), QSize(*self._size))
        middles = [
            thing.rect.center()
            for thing in self._kiosk.seen()
            if thing.name and thing.focusable and thing.enabled and glass.contains(thing.rect.center())
        ]
        if middles:
            self._kiosk.tap_at(self._random.choice(middles))

    def _go_on(self) -> None:
        """Among all the random ones somebody knows what they want: the next step to a ticket, or to a booking."""
        page = self._program.shell.pageName
        if page == "ticket":
            self._codes.append(self._program.shell.flow.here.params["code"])
        if page == "find" and self._codes:
            self._kiosk.type(self._random.choice(self._codes))
            self._kiosk.press(Qt.Key.Key_Return)
            return
        ways = _NEXT.get(page)
        if ways is None:
            self._tap_something()
            return
        context, words = self._random.choice(ways)
        words = QCoreApplication.translate(context, words)
        step = next((thing for thing in self._kiosk.seen() if thing.name.startswith(words) and thing.enabled), None)
        if step is not None and QRect(QPoint(0, 0), QSize(*self._size)).contains(step.rect.center()):
            self._kiosk.tap_at(step.rect.center())
        else:
            self._kiosk.press(Qt.Key.Key_Return)

    def _tap_the_glass(self) -> None:
        for _ in range(self._random.choice((1, 1, 2, 5))):
            self._kiosk.tap_at(self._somewhere())

    def _swipe(self) -> None:
        window, start, end = self._program.window, self._somewhere(), self._somewhere()
        QTest.mousePress(window, Qt.MouseButton.LeftButton, _NONE, start)
        for step in range(1, 7):
            QTest.mouseMove(window, start + (end - start) * step / 6)
            _breathe()
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, _NONE, end)

    def _press_keys(self) -> None:
        for _ in range(self._random.randint(1, 6)):
            if self._random.random() < 0.3:
                self._kiosk.type(self._random.choice(_SIGNS))
            else:
                self._kiosk.press(self._random.choice(_KEYS))

    def _let_time_go_by(self) -> None:
        self._clock.pass_time(timedelta(seconds=self._random.choice((5, 30, 70))))

    def _leave(self) -> None:
        """Walk away, and let the day go on."""
        self._walk_away()
        self._clock.pass_time(timedelta(minutes=self._random.choice((1, 10, 30))))

    def _walk_away(self) -> None:
        """Touch nothing for longer than any page may stand, in accessible mode too. A text that is shown to be read
        keeps its page for as long as people read, which is no clock's business that can be told."""
        end = time.monotonic() + _READ_THROUGH_S
        while self._program.shell.pageName != "attract" and time.monotonic() < end:
            self._clock.pass_time(timedelta(seconds=1))
            self._program.idle.look()
            _breathe()
        self._kiosk.settle()

    def _come_and_go(self) -> None:
        """Open every way in once, so that what is measured at the end is growth and not the first loading."""
        for page in ("home", "exhibits", "workshops", "find", "map", "help", "feedback"):
            self._kiosk.go(page)
        self._program.shell.reset()
        self._kiosk.settle()

    def _somewhere(self) -> QPoint:
        return QPoint(self._random.randrange(self._size[0]), self._random.randrange(self._size[1]))

    def _excepted(self, kind: type[BaseException], error: BaseException, _trace: Any) -> None:
        self.told.said.append(f"{kind.__name__}: {error}")

    def _build(self) -> Any:
        from kiosk.app import build
        from kiosk.settings import load

        return build(load(self._home, site=self.told.site), self._home, clock=self._clock)


def _breathe() -> None:
    """A frame's time for the kiosk: timers, answers, drawing."""
    end = time.monotonic() + 0.01
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def memory_mb() -> float:
    """The proportional set size of this process; 0 where the system does not tell it."""
    try:
        rows = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(row.split()[1]) / 1024 for row in rows if row.startswith("Pss:")), 0.0)


def prepare(home: Path) -> None:
    """Settings of a kiosk that is tapped at by nobody: it does not speak."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "kiosk.toml").write_text('[sound]\nvoice = "none"\n', encoding="utf-8")


def main() -> int:
    """Tap at each of the four parks for a share of the time. 1 when anything was said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--site", action="append", choices=SITES, help="may be repeated; without it the four parks")
    parser.add_argument("--json", type=Path, metavar="FILE", help="what came of it, for the soak report")
    args = parser.parse_args()
    collect_qt_messages()
    application_or_new("software")
    sites = args.site or list(SITES)
    rows = []
    for number, site in enumerate(sites):
        with tempfile.TemporaryDirectory(prefix="monkey-") as folder:
            home = Path(folder)
            os.environ["XDG_CONFIG_HOME"] = str(home / "config")
            prepare(home)
            told = Monkey(home, site, args.seed + number).run(args.seconds / len(sites))
        rows.append(_row(told))
        print(f"{site}, seed {told.seed}: {sum(told.done.values())} acts, pages {dict(told.pages.most_common())}")
        print(f"  memory {told.memory_mb[0]:.0f} to {told.memory_mb[1]:.0f} MB, ended on «{told.ended_on}»")
        for sentence in told.said:
            print(f"  {sentence}")
    if args.json:
        args.json.parent.mkdir(parents=True, exist_ok=True)
        args.json.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 1 if any(row["lost"] for row in rows) else 0


def _row(told: Told) -> dict[str, Any]:
    return {
        "name": f"random tapping at {told.site}, seed {told.seed}",
        "tried": sum(told.done.values()),
        "lost": told.lost,
        "done": dict(told.done),
        "pages": dict(told.pages),
        "memory_mb_before": round(told.memory_mb[0], 1),
        "memory_mb_after": round(told.memory_mb[1], 1),
        "ended_on": told.ended_on,
        "said": told.said,
    }


if __name__ == "__main__":
    sys.exit(main())
