"""Runs one machine for its face: turns its knobs, lets time go by while it is seen, and gives its readings."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.shell.properties import Property

if TYPE_CHECKING:
    from kiosk.machines import Machine

QML_IMPORT_NAME = "ui.interactives"
QML_IMPORT_MAJOR_VERSION = 1

FRAME_MS, CALM_FRAME_MS = 33, 90
LONGEST_STEP_S = 0.1
"""After a stall (a page that slid in, a laptop that slept) the machine goes on from where it was, it does not leap."""

_Curve = tuple[tuple[float, float], ...]


@QmlElement
@QmlUncreatable("made in Python by the page that shows the machine")
class MachineRunner(QObject):
    """A machine that runs. `state` holds its readings and inputs by name, for faces to bind to."""

    stateChanged = Signal()
    inputsChanged = Signal()
    traceChanged = Signal()
    workChanged = Signal()
    paceChanged = Signal()
    calmChanged = Signal()
    runningChanged = Signal()

    def __init__(self, machine: "Machine", pace: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._machine = machine
        self._pace = pace
        self.steer: Callable[[float], None] | None = None
        """Called with the seconds of the visitor that have gone by, in place of the machine's own pace."""
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._tick)
        self._time = 0.0
        self._state: dict[str, float] = {}
        self._inputs: dict[str, float] = {}
        self._traces: tuple[_Curve, _Curve] = ((), ())
        self._work = ""
        self._read()

    @property
    def machine(self) -> "Machine":
        """The model itself."""
        return self._machine

    @Property(bool, notify=calmChanged)
    def calm(self) -> bool:
        """Fewer frames, for a machine that nobody touches."""
        return self._timer.interval() == CALM_FRAME_MS

    def set_calm(self, on: bool) -> None:
        """Draw fewer frames, or all of them again."""
        if on != (self._timer.interval() == CALM_FRAME_MS):
            self._timer.setInterval(CALM_FRAME_MS if on else FRAME_MS)
            self.calmChanged.emit()

    @Property(dict, notify=stateChanged)
    def state(self) -> dict[str, float]:
        """Readings (`flow`) and inputs (`in_speed`) as they are now; `time` in s, never decreasing."""
        return self._state

    @Property(dict, notify=inputsChanged)
    def inputs(self) -> dict[str, float]:
        """What is set now, by the input's name. Changes when something is turned, not with time."""
        return self._inputs

    @Property(list, notify=traceChanged)
    def trace(self) -> list[QPointF]:
        """The machine's own curve (a jump's path, a pump's head over flow), in its units; empty without one."""
        return [QPointF(x, y) for x, y in self._traces[0]]

    @Property(list, notify=traceChanged)
    def secondTrace(self) -> list[QPointF]:
        """The curve that the first one meets (the pipe's), where there is one."""
        return [QPointF(x, y) for x, y in self._traces[1]]

    @Property(float, notify=paceChanged)
    def pace(self) -> float:
        """Seconds of the machine in a second of the visitor."""
        return self._pace

    @Property(str, notify=workChanged)
    def work(self) -> str:
        """What hands have made of it, as the machine writes it down (a plate's wires and colours); else empty."""
        return self._work

    def look(self) -> None:
        """Something other than an input has been done to the machine: read it again."""
        self._show()

    def _is_running(self) -> bool:
        return self._timer.isActive()

    def _run(self, on: bool) -> None:
        if on == self._timer.isActive():
            return
        if on:
            self._clock.start()
            self._timer.start()
        else:
            self._timer.stop()
        self.runningChanged.emit()

    running = Property(bool, _is_running, _run, notify=runningChanged)
    """Whether time goes by. A page sets it while it is seen."""

    @Slot(str, float)
    def turn(self, name: str, value: float) -> None:
        """Set an input, kept within what the machine allows."""
        self._set(name, value)
        self._show()

    @Slot(str)
    def push(self, name: str) -> None:
        """Press an input down and let it go."""
        quantity = self._machine.quantity(name)
        for value in (quantity.high, quantity.low):
            self._machine.set(name, value)
        self._show()

    def replace(self, machine: "Machine", pace: float) -> None:
        """Go on with another machine of the same kind, under the same face: a new round, a start from the beginning.
        Time goes on, so that a face never sees it run back."""
        self._machine = machine
        if pace != self._pace:
            self._pace = pace
            self.paceChanged.emit()
        self._show()

    def advance(self, seconds: float, settings: dict[str, float] | None = None) -> None:
        """Let time go by at once, with these inputs: for a tick, a warm-up, a picture."""
        for name, value in (settings or {}).items():
            self._set(name, value)
        self._machine.step(seconds)
        self._time += seconds
        self._show()

    @Slot()
    def _tick(self) -> None:
        seconds = min(self._clock.restart() / 1000, LONGEST_STEP_S)
        if self.steer is None:
            self.advance(seconds * self._pace)
        else:
            self.steer(seconds)

    def _set(self, name: str, value: float) -> None:
        quantity = self._machine.quantity(name)
        self._machine.set(name, min(max(value, quantity.low), quantity.high))

    def _show(self) -> None:
        inputs, traces, work = self._inputs, self._traces, self._work
        self._read()
        if self._work != work:
            self.workChanged.emit()
        self.stateChanged.emit()
        if self._inputs != inputs:
            self.inputsChanged.emit()
        if self._traces != traces:
            self.traceChanged.emit()

    def _read(self) -> None:
        self._inputs = dict(self._machine.inputs)
        self._state = {
            "time": self._time,
            **{f"in_{name}": value for name, value in self._inputs.items()},
            **{reading.name: reading.value for reading in self._machine.readings()},
        }
        written = getattr(self._machine, "work", None)
        self._work = "" if written is None else written()
        self._traces = (_curve(self._machine, "trace"), _curve(self._machine, "second_trace"))


def _curve(machine: "Machine", name: str) -> _Curve:
    curve = getattr(machine, name, None)
    return () if curve is None else tuple(curve())
