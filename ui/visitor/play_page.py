"""The page that a machine runs on: its face, its knobs, its readings, and something to try."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QSizeF, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.interactives.cues import Cues
from ui.interactives.hands import MachineHands, hands_of
from ui.interactives.header import LEVELS, Goal, Header, read_header, said
from ui.interactives.machine_runner import MachineRunner
from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services
from ui.visitor.play_rows import (
    CalloutRow,
    GaugeRow,
    HandleRow,
    KnobRow,
    callout_row,
    gauge_row,
    handle_row,
    knob_row,
)

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.catalogue import Exhibit
    from kiosk.machines import Machine

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

GOAL_HELD_S = 0.8
"""A goal counts when its reading has stayed there, not when a hand has swept past."""
GOAL_SHOWN_S = 6.0


@dataclass(frozen=True, slots=True)
class PlayAnswer:
    """The exhibit, what its machine says of itself, and the machine built with the exhibit's parameters."""

    exhibit: "Exhibit"
    header: Header
    machine: "Machine"


def ask_play(app: "App", site: str, slug: str, lang: str) -> PlayAnswer | None:
    """Ask for an exhibit's machine; None where it has none. Runs on the worker."""
    from kiosk.machines import build

    exhibit = app.catalogue.exhibit(site, slug, lang)
    name = exhibit.card.interactive
    if not name:
        return None
    return PlayAnswer(exhibit, read_header(name), build(name, exhibit.parameters))


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class PlayPageModel(PageModel):
    """Holds one machine while its page is open."""

    changed = Signal()
    goalChanged = Signal()
    levelChanged = Signal()
    # A sound by its name: the machine is heard.
    sounded = Signal(str)

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._answer: PlayAnswer | None = None
        self._runner: MachineRunner | None = None
        self._hands: MachineHands | None = None
        self._knobs: Rows[KnobRow] = Rows(KnobRow, parent=self)
        self._gauges: Rows[GaugeRow] = Rows(GaugeRow, parent=self)
        self._callouts: Rows[CalloutRow] = Rows(CalloutRow, parent=self)
        self._handles: Rows[HandleRow] = Rows(HandleRow, parent=self)
        self._cues = Cues((), {})
        self._goal = 0
        self._goal_reached = False
        self._in_goal_s = 0.0
        self._last_time = 0.0
        self._level = 0
        self._next_goal = QTimer(self, singleShot=True, interval=int(GOAL_SHOWN_S * 1000))
        self._next_goal.timeout.connect(self._go_to_next_goal)

    # ---- what the page shows

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The machine is there."""
        return self._runner is not None

    @Property(str, notify=changed)
    def number(self) -> str:
        """The exhibit's number: `03`."""
        return f"{self._answer.exhibit.card.number:02d}" if self._answer else ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """The machine's name."""
        return said(self._answer.header.title, self.lang) if self._answer else ""

    @Property(str, notify=changed)
    def idea(self) -> str:
        """The one idea that it teaches."""
        return said(self._answer.header.idea, self.lang) if self._answer else ""

    @Property(QUrl, notify=changed)
    def face(self) -> QUrl:
        """The QML that draws it."""
        return QUrl.fromLocalFile(str(self._answer.header.face)) if self._answer else QUrl()

    @Property(QUrl, notify=changed)
    def chart(self) -> QUrl:
        """The QML of its curve, where it has one."""
        chart = self._answer.header.chart if self._answer else None
        return QUrl.fromLocalFile(str(chart)) if chart else QUrl()

    @Property(MachineRunner, notify=changed)
    def runner(self) -> MachineRunner | None:
        """The machine that runs."""
        return self._runner

    @Property(MachineHands, notify=changed)
    def hands(self) -> MachineHands | None:
        """The machine's own view model, where it brings one."""
        return self._hands

    @Property(QUrl, notify=changed)
    def controls(self) -> QUrl:
        """The QML that stands over the knobs, where the machine brings its own."""
        controls = self._answer.header.controls if self._answer else None
        return QUrl.fromLocalFile(str(controls)) if controls else QUrl()

    @Property(float, notify=changed)
    def uprightShare(self) -> float:
        """Which part of an upright page's height the face may take."""
        return self._answer.header.share[0] if self._answer else 0.36

    @Property(float, notify=changed)
    def wideShare(self) -> float:
        """Which part of a wide page's height the face may take."""
        return self._answer.header.share[1] if self._answer else 0.58

    @Property(Rows, constant=True)
    def knobs(self) -> Rows[KnobRow]:
        """What a hand can turn."""
        return self._knobs

    @Property(Rows, constant=True)
    def gauges(self) -> Rows[GaugeRow]:
        """What can be read off."""
        return self._gauges

    @Property(Rows, constant=True)
    def callouts(self) -> Rows[CalloutRow]:
        """Its parts, with numerals."""
        return self._callouts

    @Property(Rows, constant=True)
    def handles(self) -> Rows[HandleRow]:
        """What can be pulled or turned on the face itself."""
        return self._handles

    @Property(QSizeF, notify=changed)
    def sheet(self) -> QSizeF:
        """The sheet that the face is drawn on, in the units of the callouts."""
        return QSizeF(*self._answer.header.sheet) if self._answer else QSizeF(1, 1)

    @Property(str, notify=changed)
    def pace(self) -> str:
        """That time runs faster here, where it does."""
        pace = self._answer.header.pace if self._answer else 1
        return translate("PlayPage", "Time runs {n} times as fast").format(n=f"{pace:g}") if pace != 1 else ""

    @Property(str, notify=goalChanged)
    def goal(self) -> str:
        """What to try, or that it was done."""
        current = self._current_goal()
        if current is None:
            return ""
        return said(current.done if self._goal_reached else current.text, self.lang)

    @Property(str, notify=goalChanged)
    def goalNumber(self) -> str:
        """Which of how many: `1/3`."""
        goals = self._answer.header.goals if self._answer else ()
        return f"{self._goal % len(goals) + 1}/{len(goals)}" if len(goals) > 1 else ""

    @Property(bool, notify=goalChanged)
    def goalReached(self) -> bool:
        """It was done just now."""
        return self._goal_reached

    @Property(int, notify=levelChanged)
    def level(self) -> int:
        """How deep the explanation goes, from 0."""
        return self._level

    @Property(str, notify=levelChanged)
    def explanation(self) -> str:
        """What is going on, at that depth."""
        levels = self._answer.header.levels if self._answer else ()
        return said(levels[min(self._level, len(levels) - 1)], self.lang) if levels else ""

    # ---- what a hand does

    @Slot(int)
    def explain(self, level: int) -> None:
        """Choose how deep the explanation goes."""
        self._level = max(0, min(LEVELS - 1, level))
        self.levelChanged.emit()
        self._speak()

    @Slot()
    def startAgain(self) -> None:
        """Everything as it was when the page was opened."""
        if self._answer is not None and self._runner is not None:
            from kiosk.machines import build

            answer = self._answer
            self._runner.replace(build(answer.header.machine, answer.exhibit.parameters), answer.header.pace)
            self._begin(answer.header, self._runner)

    # ---- inside

    def refresh(self) -> None:
        """Ask for the machine; a machine that runs already goes on through a change of language."""
        site, slug, lang = self.services.site, self.params["slug"], self.lang
        if self._answer is None:
            self.ask(lambda app: ask_play(app, site, slug, lang), self._show)
        else:
            self._say(self._answer)

    def close(self) -> None:
        """The page has gone, and the machine stands still."""
        self._next_goal.stop()
        if self._runner is not None:
            self._runner.running = False
        super().close()

    def _show(self, answer: PlayAnswer | None) -> None:
        if answer is None:
            self.set_problem(translate("PlayPage", "This exhibit has nothing to play with. Please go back."))
            return
        self._take(answer)

    def _take(self, answer: PlayAnswer) -> None:
        self._answer = answer
        self._runner = MachineRunner(answer.machine, answer.header.pace, self)
        self._runner.stateChanged.connect(self._watch_goal)
        self._runner.stateChanged.connect(self._listen)
        hands = hands_of(answer.header)
        if hands:
            self._hands = hands(self._runner, self.services.visitor, self)
            self._hands.changeAsked.connect(self._change_for_hands)
            self._hands.knobsChanged.connect(self._speak)
            self._hands.toldChanged.connect(self._speak)
        self._begin(answer.header, self._runner)
        self._say(answer)

    @Slot(object, object, object)
    def _change_for_hands(self, work: Any, done: Any, failed: Any) -> None:
        self.change(work, done, failed)

    def _begin(self, header: Header, runner: MachineRunner) -> None:
        """Everything as it is when the page opens: the knobs, the machine warmed up, the first thing to try."""
        self._next_goal.stop()
        self._cues = Cues((), {})
        self._goal, self._goal_reached = 0, True  # nothing is reached by warming up
        runner.advance(0, {knob.name: knob.start for knob in header.knobs})
        runner.advance(header.warm_up)
        self._cues = Cues(header.cues, runner.state)
        if self._hands is not None:
            self._hands.begin()
        self._goal_reached, self._in_goal_s, self._last_time = False, 0.0, runner.state["time"]
        self.goalChanged.emit()
        self._speak()

    def _say(self, answer: PlayAnswer) -> None:
        header, lang = answer.header, self.lang
        self._knobs.show([knob_row(knob, lang) for knob in header.knobs])
        self._gauges.show([gauge_row(gauge, lang) for gauge in header.gauges])
        self._callouts.show([callout_row(number, callout, lang) for number, callout in enumerate(header.callouts, 1)])
        knobs = {knob.name: knob for knob in header.knobs}
        self._handles.show([handle_row(handle, knobs[handle.input], lang) for handle in header.handles])
        if self._hands is not None:
            self._hands.say()
        self.set_title(self.name)
        self.changed.emit()
        self.goalChanged.emit()
        self.levelChanged.emit()
        self._speak()

    @Slot()
    def _speak(self) -> None:
        told = self._hands.told() if self._hands else ""
        parts = (self.name, self.idea, self.explanation, self.goal, told)
        self.set_read_aloud("\n".join(part for part in parts if part))

    def _current_goal(self) -> Goal | None:
        goals = self._answer.header.goals if self._answer else ()
        return goals[self._goal % len(goals)] if goals else None

    @Slot()
    def _listen(self) -> None:
        if self._runner is not None:
            for sound in self._cues.heard(self._runner.state):
                self.sounded.emit(sound)

    @Slot()
    def _watch_goal(self) -> None:
        current, runner = self._current_goal(), self._runner
        if current is None or runner is None or self._goal_reached:
            return
        state = runner.state
        elapsed, self._last_time = (state["time"] - self._last_time) / runner.pace, state["time"]
        self._in_goal_s = self._in_goal_s + elapsed if current.reached(state) else 0.0
        if self._in_goal_s >= GOAL_HELD_S:
            self._goal_reached = True
            self.goalChanged.emit()
            self._speak()
            self._next_goal.start()

    @Slot()
    def _go_to_next_goal(self) -> None:
        self._goal += 1
        self._goal_reached, self._in_goal_s = False, 0.0
        if self._runner is not None:
            self._last_time = self._runner.state["time"]
        self.goalChanged.emit()
        self._speak()
