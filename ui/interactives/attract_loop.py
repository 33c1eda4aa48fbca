"""A machine that plays by itself: a round, a rest, a round; until a hand takes its handle."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.interactives.header import Header, value_at
from ui.interactives.machine_runner import MachineRunner

if TYPE_CHECKING:
    from kiosk.machines import Machine

REST_MS = 20_000
"""How long a machine rests between two rounds: moving all day costs the processor, the fan and the guard's eyes."""
CATCH_UP_S = 1 / 20
"""The round up to the first picture is run in steps of this length."""


class AttractLoop(QObject):
    """Steers a machine through the rounds that its header describes."""

    def __init__(self, header: Header, parent: QObject | None = None) -> None:
        """Builds the machine and brings it to where its first picture shows it. It stands still until `begin`."""
        super().__init__(parent)
        self._plan = header.attract
        self._machine_name = header.machine
        self._second = 0.0
        self._held = False
        self.runner = MachineRunner(self._machine(), self._plan.pace, self)
        self.runner.calm = True
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._next_round)
        while self._second < self._plan.still:
            self._steer(min(CATCH_UP_S, self._plan.still - self._second + 1e-9))

    @property
    def held(self) -> bool:
        """A hand has taken over."""
        return self._held

    def begin(self) -> None:
        """Play on from here, round after round."""
        if not self._held:
            self.runner.steer = self._steer
            self.runner.running = True

    def take(self, value: float) -> None:
        """A hand moves the handle: from now on the machine does what it says."""
        if not self._held:
            self._held = True
            self._rest.stop()
            self.runner.steer = None
            self.runner.calm = False
            self.runner.running = True
        self.runner.turn(self._plan.handle, value)

    def stop(self) -> None:
        """Stand still, for good."""
        self._rest.stop()
        self.runner.running = False

    def _machine(self) -> "Machine":
        from kiosk.machines import build

        machine = build(self._machine_name, self._plan.parameters)
        for name, value in self._plan.prepared.items():
            machine.set(name, value)
        for name, curve in self._plan.loop.items():
            machine.set(name, value_at(curve, 0))
        return machine

    def _steer(self, seconds: float) -> None:
        """So many seconds of the round go by."""
        self._second = min(self._second + seconds, self._plan.seconds)
        settings = {name: value_at(curve, self._second) for name, curve in self._plan.loop.items()}
        self.runner.advance(seconds * self._plan.pace, settings)
        if self._second >= self._plan.seconds:
            self.runner.running = False
            self._rest.start()

    def _next_round(self) -> None:
        self._second = 0.0
        if self._plan.anew:
            self.runner.replace(self._machine(), self._plan.pace)
        self.begin()
