"""The kiosk as a measured process: the real window, pages and worker, doing what the bench asks."""

import os
import random
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest

from kiosk.clock import SystemClock
from kiosk.settings_cache import checked_settings
from tests.bench.frames_of import FramesOf
from tests.bench.processes import serve
from tests.bench.writing import Writing
from ui.commandline.run import build_app
from ui.shell.application import make_application
from ui.shell.first_frame import ShellSettings
from ui.shell.qml_log import collect_qt_messages
from ui.shell.scenes import Scene, make_scene
from ui.shell.walker import Seen, Walker
from ui.shell.window import KioskProgram, Opening

if TYPE_CHECKING:
    from kiosk.app import App
    from ui.interactives.machine_runner import MachineRunner

PRESSED = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.PageTab,
        QAccessible.Role.Link,
        QAccessible.Role.Slider,
    }
)
CONTROLS = 8
"""So many of a page's controls are tapped, spread over the page."""
WRITE_EVERY_MS = 250
ANSWER_S = 20
HAND_MS = 33
"""Between two turns of a hand that plays all the time."""


class KioskWindow:
    """What the bench asks of the kiosk. Between two questions its event loop stands still."""

    def __init__(self, home: Path, site: str) -> None:
        collect_qt_messages()
        values = checked_settings(home) | {"site": site}
        self._application = make_application(["kiosk"], "software" if "QT_QUICK_BACKEND" in os.environ else "opengl")
        settings = ShellSettings.of(values)
        self._site, self._lang = site, settings.language
        self._program = KioskProgram(Opening(home, settings, SystemClock(), lambda: build_app(home, values)))
        self._frames = FramesOf(self._program.window)
        self._program.show()
        self._walker = Walker(self._program, patience_s=60)
        self._chance = random.Random(5)
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

    # ---- going

    def _settle(self) -> None:
        self._walker.settle()

    def _go_as_visitor(self, page: str) -> None:
        self._program.shell.reset()
        self._go(page)
        QAccessible.setActive(True)
        self._frames.run(400, to_the_end=True)

    def _go(self, page: str) -> None:
        params = self._prepare(page)
        self._program.shell.go(page, params)
        self._settle()
        if self._program.shell.pageName != page:
            raise LookupError(f"page «{page}» could not be opened")

    def _prepare(self, page: str) -> Mapping[str, str]:
        """Put the park and the visitor into the page's scene; what the page is told."""
        site, lang = self._site, self._lang
        scene: Scene = self._asked(lambda app: make_scene(app, site, page, lang))
        self._program.shell.visitor.hold = scene.hold
        self._program.shell.visitor.booking = scene.booking
        return scene.params

    def _asked(self, question: "Callable[[App], Any]") -> Any:
        """What the worker answers. Raises what it raised."""
        answers: list[Any] = []
        self._program.background.run(question, answers.append, answers.append)
        self._walker.wait_for(lambda: bool(answers), "the worker")
        if isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0]

    def _less_motion(self, on: bool) -> None:
        visitor, program = self._program.shell.visitor, self._program
        visitor.ease = replace(visitor.ease, less_motion=on)
        program.ease.belong_to(visitor.ease)

    def _round(self) -> list[tuple[str, Mapping[str, str]]]:
        """A walk through every page that needs no seat held; asked once, so that every round is the same."""
        if not hasattr(self, "_walk"):
            told = {page: dict(self._prepare(page)) for page in ("exhibit", "play", "session", "ticket")}
            code = {"code": told["ticket"]["code"]}
            pages: list[tuple[str, Mapping[str, str]]] = [
                ("attract", {}),
                ("home", {}),
                ("exhibits", {}),
                ("exhibit", told["exhibit"]),
                ("play", told["play"]),
                ("map", {}),
                ("workshops", {}),
                ("session", told["session"]),
                ("party", told["session"]),
                ("details", {}),
                ("ticket", code),
                ("find", {}),
                ("mybooking", code),
                ("move", code),
                ("feedback", {}),
                ("help", {}),
            ]
            self._walk = pages
        return self._walk

    def _come_to_rest(self) -> None:
        """The worker has answered and what was asked of the screen has been painted."""
        self._frames.run(60)
        background = self._program.background
        end = time.monotonic() + ANSWER_S
        while background.pending:
            if time.monotonic() > end:
                raise TimeoutError(f"the worker did not answer within {ANSWER_S} s")
            self._frames.run(5)

    # ---- hands and eyes

    def _controls(self) -> list[Seen]:
        size = self._program.window.size()
        seen = [
            thing
            for thing in self._walker.seen()
            if thing.role in PRESSED
            and thing.enabled
            and 0 < thing.rect.center().x() < size.width()
            and 0 < thing.rect.center().y() < size.height()
        ]
        step = max(1, len(seen) // CONTROLS)
        return seen[::step][: CONTROLS + 2]

    def _answers(self, seen: Seen, page: str) -> bool:
        """Whether a control looks different while a finger is on it."""
        before = self._look_at(seen)
        self._press(seen)
        self._frames.run(60, to_the_end=True)
        during = self._look_at(seen)
        self._let_off()
        self._frames.run(60, to_the_end=True)
        if self._program.shell.pageName != page:
            raise LookupError(f"page «{page}»: a finger on {seen.name!r} left it before it was lifted")
        return before != during

    def _look_at(self, seen: Seen) -> QImage:
        return self._program.window.grabWindow().copy(seen.rect)

    def _taps_on_glass(self, count: int) -> dict[str, Any]:
        """Press the attract page, which is one control: a finger that is lifted would open the home page."""
        self._program.shell.reset()
        self._settle()
        QAccessible.setActive(False)
        size = self._program.window.size()
        point = QPoint(size.width() // 2, size.height() // 8)
        about = QRect(point - QPoint(40, 40), point + QPoint(40, 40))
        taken, mute = [], []
        for _ in range(count):
            self._frames.run(40 + self._chance.randrange(20), to_the_end=True)
            before = self._program.window.grabWindow().copy(about)
            taken.append(self._frames.ms_until(partial(self._press_at, point)))
            if self._program.window.grabWindow().copy(about) == before:
                mute = ["the glass"]
            self._let_off()
        return {"ms": taken, "mute": mute}

    def _press(self, seen: Seen) -> None:
        self._press_at(seen.rect.center())

    def _click(self, seen: Seen) -> None:
        self._press(seen)
        self._mouse(QTest.mouseRelease, seen.rect.center())

    def _press_at(self, point: QPoint) -> None:
        self._mouse(QTest.mousePress, point)

    def _let_off(self) -> None:
        """Take the finger away without its having tapped: nothing is to be opened or booked."""
        grabber = self._program.window.mouseGrabberItem()
        if grabber is not None:
            grabber.ungrabMouse()
        self._mouse(QTest.mouseRelease, QPoint(2, 2))

    def _mouse(self, act: Callable[..., None], point: QPoint) -> None:
        act(self._program.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    def _has_ticket(self) -> bool:
        page = self._program.shell.page
        return page is not None and page.step.page.name == "ticket" and bool(getattr(page.model, "known", False))

    def _has_machine(self) -> bool:
        page = self._program.shell.page
        return page is not None and page.step.page.name == "play" and getattr(page.model, "runner", None) is not None

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
