"""A machine that plays by itself: a round, a rest, a round; until a hand takes its handle."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ui.interactives.header import Header, value_at
from ui.interactives.machine_runner import MachineRunner

if TYPE_CHECKING:
    from kiosk.machines import Machine

SHORTEST_REST_S, LONGEST_REST_S = 12.0, 30.0
SHARE = 0.008
"""Which part of a core the rounds may cost in the long run. A machine that moves all day costs the processor, the fan
and the guard's eyes: the more a round has cost here, the longer is the rest after it."""
CATCH_UP_S = 1 / 20
"""The round up to the first picture is run in steps of this length."""


def rest_after(seconds: float, cost: float) -> float:
    """Seconds to rest after so many seconds of play that took so many of the processor.

    >>> rest_after(10, 0.3)
    27.5
    """
    return round(min(LONGEST_REST_S, max(SHORTEST_REST_S, cost / SHARE - seconds)), 1)


class AttractLoop(QObject):
    """Steers a machine through the rounds that its header describes."""

    def __init__(self, header: Header, parent: QObject | None = None) -> None:
        """Builds the machine and brings it to where its first picture shows it. It stands still until `begin`."""
        super().__init__(parent)
        self.plan = header.attract
        self._machine_name = header.machine
        self._second = self._began = 0.0
        self._cost = 0.0
        self._held = False
        self.runner = MachineRunner(self._machine(), self.plan.pace, self)
        self.runner.set_calm(True)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.next_round)
        self._run_to_picture()

    @property
    def second(self) -> float:
        """Of the round."""
        return self._second

    @property
    def resting(self) -> bool:
        """Between two rounds."""
        return self._rest.isActive()

    @property
    def rest_s(self) -> float:
        """How long this rest is."""
        return self._rest.interval() / 1000

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
            self.runner.set_calm(False)
            self.runner.running = True
        self.runner.turn(self.plan.handle, value)

    def pose(self) -> None:
        """Stand still as the first picture shows it, whatever was played before."""
        self.stop()
        self.runner.replace(self._machine(), self.plan.pace)
        self._run_to_picture()

    def stop(self) -> None:
        """Stand still."""
        self._rest.stop()
        self.runner.running = False

    def _run_to_picture(self) -> None:
        self._second = 0.0
        while self._second < self.plan.still:
            self._steer(min(CATCH_UP_S, self.plan.still - self._second + 1e-9))

    def _machine(self) -> "Machine":
        from kiosk.machines import build

        machine = build(self._machine_name, self.plan.parameters)
        for name, value in self.plan.prepared.items():
            machine.set(name, value)
        for name, curve in self.plan.loop.items():
            machine.set(name, value_at(curve, 0))
        return machine

    def _steer(self, seconds: float) -> None:
        """So many seconds of the round go by."""
        self._second = min(self._second + seconds, self.plan.seconds)
        settings = {name: value_at(curve, self._second) for name, curve in self.plan.loop.items()}
        self.runner.advance(seconds * self.plan.pace, settings)
        if self._second >= self.plan.seconds:
            self.runner.running = False
            self._rest.start(round(1000 * rest_after(self._second - self._began, time.process_time() - self._cost)))

    @Slot()
    def next_round(self) -> None:
        """Begin another one, from its start."""
        self._second = 0.0
        if self.plan.anew:
            self.runner.replace(self._machine(), self.plan.pace)
        self.begin()
