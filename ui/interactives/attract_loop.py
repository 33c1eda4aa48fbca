"""A machine that plays by itself: a round, a rest, a round; until a hand takes its handle."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ui.interactives.header import Header, value_at
from ui.interactives.machine_runner import MachineRunner

if TYPE_CHECKING:
    from kiosk.machines import Machine

SHORTEST_REST_S, LONGEST_REST_S = 12.0, 60.0
SHARE = 0.008
"""Which part of a core the rounds may cost in the long run. A machine that moves all day costs the processor, the fan and
the guard's eyes: the more a round has cost here, the longer is the rest after it."""
CATCH_UP_S = 1 / 20
"""The round up to the first picture is run in steps of this length."""


def rest_after(seconds: float, cost: float) -> float:
    """Seconds to rest after so many seconds of play that took so many of the processor.

    >>> rest_after(10, 0.3)
    27.5
    """
    return min(LONGEST_REST_S, max(SHORTEST_REST_S, cost / SHARE - seconds))


class AttractLoop(QObject):
    """Steers a machine through the rounds that its header describes."""

    def __init__(self, header: Header, parent: QObject | None = None) -> None:
        """Builds the machine and brings it to where its first picture shows it. It stands still until `begin`."""
        super().__init__(parent)
        self._plan = header.attract
        self._machine_name = header.machine
        self._second = self._began = 0.0
        self._cost = 0.0
        self._held = False
        self.runner = MachineRunner(self._machine(), self._plan.pace, self)
        self.runner.calm = True
        self._rest = QTimer(self, singleShot=True)
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
            self._began, self._cost = self._second, time.process_time()
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
            self._rest.start(round(1000 * rest_after(self._second - self._began, time.process_time() - self._cost)))

    @Slot()
    def _next_round(self) -> None:
        self._second = 0.0
        if self._plan.anew:
            self.runner.replace(self._machine(), self._plan.pace)
        self.begin()
