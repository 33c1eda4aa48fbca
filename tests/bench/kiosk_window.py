"""The kiosk as a measured process: the real window, pages and worker, doing what the bench asks."""

import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint, QTimer
from PySide6.QtGui import QAccessible

from tests.bench.driven_kiosk import DrivenKiosk
from tests.bench.processes import serve
from tests.bench.writing import Writing
from ui.shell.walker import Seen

if TYPE_CHECKING:
    from kiosk.app import App
    from ui.interactives.machine_runner import MachineRunner

WRITE_EVERY_MS = 250
HAND_MS = 33
"""Between two turns of a hand that plays all the time."""


class KioskWindow(DrivenKiosk):
    """What the bench asks of the kiosk."""

    def __init__(self, home: Path, site: str) -> None:
        super().__init__(home, site)
        self._writing: Writing | None = None
        self._writer = QTimer(self._program, interval=WRITE_EVERY_MS)
        self._writer.timeout.connect(self._write)

    # ---- what is asked

    def open(self) -> bool:
        """Open, furnished, every page compiled, at rest."""
        self._settle()
        self._walker.wait_for(lambda: not self._program.preparing, "the pages")
        self._frames.run(300, to_the_end=True)
        return True

    def write(self, on: bool) -> int:
        """Book and cancel on the kiosk's own worker from now on, or no more; how many have been written so far."""
        if on:
            if self._writing is None:
                self._writing = Writing(self._site, self._lang)
            self._writer.start()
        else:
            self._writer.stop()
        return self._writing.written if self._writing else 0

    def taps(self, page: str, count: int) -> dict[str, Any]:
        """Press controls of a page: ms until the next frame for each, and the controls whose looks did not change."""
        if page == "attract":
            return self._taps_on_glass(count)
        self._go_as_visitor(page)
        answering: list[Seen] = []
        mute: list[Seen] = []
        for seen in self._controls():
            (answering if self._answers(seen, page) else mute).append(seen)
        QAccessible.setActive(False)  # no screen reader listens to a kiosk that nobody examines
        taken = []
        for number in range(count if answering else 0):
            seen = answering[number % len(answering)]
            taken.append(self._frames.ms_until(partial(self._press, seen)))
            self._let_off()
            self._frames.run(40 + self._chance.randrange(20), to_the_end=True)
        return {"ms": taken, "mute": [f"{seen.name} ({seen.role.name})" for seen in mute]}

    def opens(self, page: str, count: int) -> list[float]:
        """Go to a page from another, as a tap does: ms until the frame that has it."""
        params: Mapping[str, str] = {}
        taken = []
        for _ in range(count):
            self._program.shell.reset()
            if page not in ("attract", "home"):
                self._program.shell.go("home")
            elif page == "attract":
                self._program.shell.go("help")
            self._settle()
            if page in ("party", "details", "review") or not params:
                params = self._prepare(page)
            QAccessible.setActive(False)
            self._frames.run(100 + self._chance.randrange(20), to_the_end=True)
            taken.append(self._frames.ms_until(partial(self._program.shell.go, page, params)))
            self._settle()
        return taken

    def confirms(self, count: int, motion: bool) -> list[float]:
        """Tap «confirm» on the review page: ms until a frame is painted that has the ticket with its code."""
        confirm = QCoreApplication.translate("ReviewPage", "Confirm the booking")
        taken = []
        for _ in range(count):
            self._program.shell.reset()
            self._less_motion(not motion)
            self._go("review")
            button = self._walker.find(confirm)
            QAccessible.setActive(False)
            self._frames.run(100, to_the_end=True)
            taken.append(self._frames.ms_until(partial(self._click, button), self._has_ticket))
            self._settle()
        return taken

    def machines(self) -> dict[str, str]:
        """The machines of the site, and for each an exhibit where it stands."""
        found = {card.interactive: card.slug for card in reversed(self._asked(_exhibits(self._site, self._lang)))}
        return {machine: slug for machine, slug in found.items() if machine}

    def starts(self, slug: str, count: int) -> list[float]:
        """Open an exhibit's machine, so many times: ms from the tap that asks for it to the frame that shows it."""
        taken = []
        for _ in range(count):
            self._program.shell.reset()
            self._program.shell.go("exhibit", {"slug": slug})
            self._settle()
            QAccessible.setActive(False)
            self._frames.run(100 + self._chance.randrange(20), to_the_end=True)
            go = partial(self._program.shell.go, "play", {"slug": slug})
            taken.append(self._frames.ms_until(go, self._has_machine))
        return taken

    def openings(self, slug: str, count: int) -> int:
        """Open an exhibit's machine and leave it again, so many times."""
        QAccessible.setActive(False)
        self._less_motion(True)
        for _ in range(count):
            self._program.shell.go("play", {"slug": slug})
            self._come_to_rest()
            self._program.shell.go("home")
            self._come_to_rest()
        return count

    def moving(self, page: str, ms: int, slug: str = "") -> dict[str, Any]:
        """Watch a page whose machine moves: ms of each frame, from one to the next, and the part of a core that the
        process takes. `slug`: the exhibit to play with, in place of the site's first.

        A machine that stands still by itself is kept moving: a hand turns its first knob to and fro all the time.
        """
        self._program.shell.reset()
        if slug:
            self._program.shell.go(page, {"slug": slug})
            self._settle()
        elif page != "attract":
            self._go(page)
        QAccessible.setActive(False)
        model = self._program.shell.page.model if self._program.shell.page else None
        self._frames.run(1000, to_the_end=True)
        runner = getattr(model, "runner", None)
        if runner is None:
            raise LookupError(f"page «{page}» has no machine")
        hand = QTimer(runner, interval=HAND_MS)
        if not self._frames.take(1000):
            hand.timeout.connect(partial(_turn, runner, next(iter(runner.machine.inputs))))
            hand.start()
        taken: list[float] = []
        self._frames.apart()
        before, start = time.process_time(), time.perf_counter()
        while runner.running and time.perf_counter() - start < ms / 1000:
            taken += self._frames.take(250)  # the attract screen's machine plays a round, then it rests
        hand.stop()
        seconds = time.perf_counter() - start
        if not taken:
            raise LookupError(f"page «{page}»: its machine did not move")
        core = (time.process_time() - before) / seconds
        return {"frames": taken, "apart": self._frames.apart(), "core": core, "seconds": seconds}

    def changes(self, count: int) -> int:
        """Go from page to page, all round, so many times."""
        QAccessible.setActive(False)
        self._less_motion(True)
        done = 0
        while done < count:
            for page, params in self._round():
                if page == "attract":
                    self._program.shell.reset()
                    self._less_motion(True)
                else:
                    self._program.shell.go(page, params)
                self._come_to_rest()
                done += 1
                if done >= count:
                    break
        return done

    def many_taps(self, count: int) -> int:
        """Tap the home page and its foot all over, so many times, without waiting for anything but the frame."""
        self._program.shell.reset()
        self._less_motion(True)
        self._program.shell.go("home")
        self._come_to_rest()
        QAccessible.setActive(False)
        size = self._program.window.size()
        for _ in range(count):
            point = QPoint(self._chance.randrange(size.width()), self._chance.randrange(size.height()))
            self._press_at(point)
            self._let_off()
        self._come_to_rest()
        return count

    def close(self) -> bool:
        """Everything ends."""
        self._writer.stop()
        self._program.close()
        return True

    def _write(self) -> None:
        writing = self._writing
        if writing is None or writing.under_way:
            return
        writing.under_way = True

        def settle(_: object) -> None:
            writing.under_way = False

        def one(app: "App") -> None:
            writing.one(app.booking)

        self._program.background.run(one, settle, settle)


def _exhibits(site: str, lang: str) -> "Callable[[App], Any]":
    return lambda app: app.catalogue.exhibits(site, lang)


def _turn(runner: "MachineRunner", knob: str) -> None:
    """From the lowest value to the highest and back, in four seconds."""
    bounds, phase = runner.machine.quantity(knob), time.perf_counter() % 4 / 2
    runner.turn(knob, bounds.low + (bounds.high - bounds.low) * (phase if phase < 1 else 2 - phase))


def main() -> int:
    """Open the kiosk of a home and a site, and do what is asked until standard input closes."""
    kiosk = KioskWindow(Path(sys.argv[1]), sys.argv[2])
    pages = ("open", "write", "taps", "opens", "confirms", "changes", "many_taps")
    machines = ("moving", "machines", "starts", "openings")
    serve({name: getattr(kiosk, name) for name in pages + machines})
    kiosk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
