"""Runs one machine for its face: turns its knobs, lets time go by while it is seen, and gives its readings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.shell.properties import Property

if TYPE_CHECKING:
    from kiosk.machines import Machine

QML_IMPORT_NAME = "ui.interactives"
QML_IMPORT_MAJOR_VERSION = 1

FRAME_MS, CALM_FRAME_MS = 33, 66
LONGEST_STEP_S = 0.1
"""After a stall (a page that slid in, a laptop that slept) the machine goes on from where it was, it does not leap."""


@QmlElement
@QmlUncreatable("made in Python by the page that shows the machine")
class MachineRunner(QObject):
    """A machine that runs. `state` holds its inputs and readings by name, for faces to bind to."""

    stateChanged = Signal()
    runningChanged = Signal()

    def __init__(self, machine: "Machine", pace: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._machine = machine
        self._pace = pace
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._tick)
        self._state: dict[str, float] = {}
        self._read()

    @property
    def values(self) -> dict[str, float]:
        """The same as `state`, for Python."""
        return self._state

    @property
    def pace_(self) -> float:
        """The same as `pace`, for Python."""
        return self._pace

    @property
    def calm(self) -> bool:
        """Half the frames, for a machine that nobody touches."""
        return self._timer.interval() == CALM_FRAME_MS

    @calm.setter
    def calm(self, on: bool) -> None:
        self._timer.setInterval(CALM_FRAME_MS if on else FRAME_MS)

    @property
    def machine(self) -> "Machine":
        """The model itself."""
        return self._machine

    @Property(dict, notify=stateChanged)
    def state(self) -> dict[str, float]:
        """Inputs (`in_speed`) and readings (`flow`) as they are now; `time` in s, never decreasing."""
        return self._state

    @Property(list, notify=stateChanged)
    def trace(self) -> list[QPointF]:
        """The machine's own curve (a jump's path, a pump's head over flow), in its units; empty without one."""
        return _points(self._machine, "trace")

    @Property(list, notify=stateChanged)
    def secondTrace(self) -> list[QPointF]:
        """The curve that the first one meets (the pipe's), where there is one."""
        return _points(self._machine, "system_trace")

    @Property(float, constant=True)
    def pace(self) -> float:
        """Seconds of the machine in a second of the visitor."""
        return self._pace

    @Property(bool, notify=runningChanged)
    def running(self) -> bool:
        """Whether time goes by. A page sets it while it is seen."""
        return self._timer.isActive()

    @running.setter  # type: ignore[no-redef]  # the setter of a Qt property has the property's name
    def running(self, on: bool) -> None:
        if on == self._timer.isActive():
            return
        if on:
            self._clock.start()
            self._timer.start()
        else:
            self._timer.stop()
        self.runningChanged.emit()

    @Slot(str, float)
    def turn(self, name: str, value: float) -> None:
        """Set an input, kept within what the machine allows."""
        quantity = self._machine.quantity(name)
        self._machine.set(name, min(max(value, quantity.low), quantity.high))
        self._read()
        self.stateChanged.emit()

    def advance(self, seconds: float) -> None:
        """Let time go by at once: for tests, pictures and the attract page's start."""
        self._machine.step(seconds)
        self._state["time"] = self._state.get("time", 0.0) + seconds
        self._read()
        self.stateChanged.emit()

    @Slot()
    def _tick(self) -> None:
        self.advance(min(self._clock.restart() / 1000, LONGEST_STEP_S) * self._pace)

    def _read(self) -> None:
        state = {"time": self._state.get("time", 0.0)}
        state.update({f"in_{name}": value for name, value in self._machine.inputs.items()})
        state.update({reading.name: reading.value for reading in self._machine.readings()})
        self._state = state


def _points(machine: "Machine", name: str) -> list[QPointF]:
    curve = getattr(machine, name, None)
    return [] if curve is None else [QPointF(x, y) for x, y in curve()]
