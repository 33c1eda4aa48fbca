"""The kiosk in its real window, driven from inside: going to a page, and a hand and an eye on its controls."""

import os
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest

from kiosk.clock import SystemClock
from kiosk.settings_cache import checked_settings
from tests.bench.frames_of import FramesOf
from ui.commandline.run import build_app
from ui.shell.application import make_application
from ui.shell.first_frame import ShellSettings
from ui.shell.qml_log import collect_qt_messages
from ui.shell.scenes import Scene, make_scene
from ui.shell.walker import Seen, Walker
from ui.shell.window import KioskProgram, Opening

if TYPE_CHECKING:
    from kiosk.app import App

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
ANSWER_S = 20


class DrivenKiosk:
    """A kiosk that has been opened. Between two acts its event loop stands still."""

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
