"""A train on a line with one hill: what it weighs, what holds it back, and the rail that holds its wheels or does not.

Steam and diesel share it, so that both are asked to take the same train up the same hill.

Sources: train resistance after Strahl for goods wagons, w = 2.5 + V² / 2000 in N/kN with V in km/h; adhesion 0.3 dry
and 0.15 wet, about 0.25 where sand lies on a wet rail, as usual in textbooks of railway engineering. A train is as long
as it is heavy: loaded four-axle wagons of 60 t and 14 m, round values. The slope under it is the mean along its length,
which is what its weight does work against.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import copysign

from kiosk.machines.model import Quantity, Reading

GRAVITY = 9.81  # m/s²
DRY, WET, SANDED = 0.30, 0.15, 0.25  # coefficients of adhesion
WAGON_LENGTH, WAGON_MASS = 14.0, 60_000.0  # m and kg of one loaded wagon
RUN_IN = 50.0  # m of level line before the hill
FULL_BRAKE = 0.1  # of the train's weight, the usual value for a goods train's full brake
LONGEST_PART = 1 / 120  # s: short enough for a slipping wheel
SLIP = 0.05  # m/s between rim and rail: less is the creep of every driven wheel

PARAMETERS = (
    Quantity("train", 0.0, 1200.0, 300.0, "t", "mass of the wagons"),
    Quantity("grade", 0.0, 25.0, 10.0, "‰", "how steep the hill is"),
    Quantity("hill", 50.0, 2000.0, 180.0, "m", "length of the climb"),
)
RAIL_INPUTS = (
    Quantity("wet", 0.0, 1.0, 0.0, "", "1: the rail is wet"),
    Quantity("sand", 0.0, 1.0, 0.0, "", "1: sand is strewn before the wheels"),
    Quantity("brake", 0.0, 100.0, 0.0, "%", "how hard the brakes are on"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """Level for RUN_IN metres, then a climb, then level again."""

    grade: float  # of 1
    hill: float  # m

    @property
    def top(self) -> float:
        """Where the climb ends, in m from the start."""
        return RUN_IN + self.hill

    def height(self, at: float) -> float:
        """Height of the rail in m above the start."""
        return self.grade * min(max(at - RUN_IN, 0.0), self.hill)


@dataclass(frozen=True, slots=True)
class Locomotive:
    """What the train has to know of its engine."""

    mass: float  # kg, with its tender
    adhesive_mass: float  # kg on the driving wheels
    length: float  # m
    wheel_inertia: float  # kg at the rim, of everything that turns with the driving wheels


class Train:
    """An engine with its wagons on the line. Speeds and ways are positive uphill."""

    def __init__(self, engine: Locomotive, parameters: Mapping[str, float]) -> None:
        """Parameters as in PARAMETERS, already checked."""
        wagons = parameters["train"] * 1000
        self.line = Line(parameters["grade"] / 1000, parameters["hill"])
        self.mass = engine.mass + wagons
        self.length = engine.length + wagons / WAGON_MASS * WAGON_LENGTH
        self._engine = engine
        self.speed = 0.0  # m/s of the train
        self.rim = 0.0  # m/s of the driving wheels' rims
        self.way = 0.0  # m of the engine's buffer from the start
        self.rolled = 0.0  # m that the rims have turned
        self.pull_work = 0.0  # J that the rail has given to the train
        self.lost_work = 0.0  # J that resistance and brakes have taken
        self.seconds_to_top: float | None = None  # since it began to move
        self._clock = 0.0

    def adhesion(self, inputs: Mapping[str, float]) -> float:
        """The pull in N that the rail can hold."""
        wet, sanded = inputs["wet"] >= 0.5, inputs["sand"] >= 0.5
        return (DRY if not wet else SANDED if sanded else WET) * self._engine.adhesive_mass * GRAVITY

    def rolling(self, speed: float) -> float:
        """Rolling resistance in N at a speed in m/s (Strahl)."""
        return self.mass * GRAVITY / 1000 * (2.5 + (speed * 3.6) ** 2 / 2000)

    def slope(self) -> float:
        """Mean grade under the train, of 1."""
        return (self.line.height(self.way) - self.line.height(self.way - self.length)) / self.length

    def height(self) -> float:
        """How high the train's weight has been lifted, in m: the mean along its length."""

        def lifted(at: float) -> float:
            """The integral of the line's height from far behind up to here."""
            climbed = min(max(at - RUN_IN, 0.0), self.line.hill)
            beyond = max(at - self.line.top, 0.0)
            return self.line.grade * (climbed**2 / 2 + self.line.hill * beyond)

        return (lifted(self.way) - lifted(self.way - self.length)) / self.length

    def against(self, speed: float) -> float:
        """What the whole train needs in N on the steepest part, at a steady speed in m/s."""
        return self.rolling(speed) + self.mass * GRAVITY * self.line.grade

    @property
    def slipping(self) -> bool:
        """Whether the wheels turn faster than the train goes."""
        return abs(self.rim - self.speed) > SLIP

    def pull(self, effort: float, inputs: Mapping[str, float]) -> float:
        """What reaches the rail of an effort at the rim in N: never more than it holds."""
        limit = self.adhesion(inputs)
        if self.slipping:
            return copysign(limit, self.rim - self.speed)
        return max(-limit, min(limit, effort))

    def run(
        self,
        seconds: float,
        inputs: Mapping[str, float],
        effort_at: Callable[[float], float],
        meanwhile: Callable[[float], None],
    ) -> None:
        """Let time go by, in short parts. The effort at the rim in N is asked for the rim's speed in m/s; `meanwhile`
        is told of every part before it, in s."""
        parts = max(1, round(seconds / LONGEST_PART))
        for _ in range(parts):
            meanwhile(seconds / parts)
            self._advance(seconds / parts, effort_at(self.rim), inputs)

    def readings(self, effort: float, inputs: Mapping[str, float]) -> tuple[Reading, ...]:
        """What both engines show of their train."""
        pull = self.pull(effort, inputs)
        return (
            Reading("speed", self.speed * 3.6, "km/h"),
            Reading("tractive_effort", effort / 1000, "kN"),
            Reading("pull", pull / 1000, "kN"),
            Reading("adhesion", self.adhesion(inputs) / 1000, "kN"),
            Reading("resistance", (self.rolling(self.speed) + self.mass * GRAVITY * self.slope()) / 1000, "kN"),
            Reading("power", pull * self.speed / 1000, "kW"),
            Reading("slipping", float(self.slipping), ""),
            Reading("slope", self.slope() * 1000, "‰"),
            Reading("way", self.way, "m"),
            Reading("rolled", self.rolled, "m"),
            Reading("height", self.height(), "m"),
            Reading("over_the_top", float(self.way >= self.line.top), ""),
            Reading("seconds_to_top", self.seconds_to_top or 0.0, "s"),
            Reading("line_foot", RUN_IN, "m"),
            Reading("line_top", self.line.top, "m"),
            Reading("line_height", self.line.height(self.line.top), "m"),
            Reading("train_length", self.length, "m"),
        )

    def _advance(self, dt: float, effort: float, inputs: Mapping[str, float]) -> None:
        pull = self.pull(effort, inputs)
        held = self.rolling(self.speed) + inputs["brake"] / 100 * FULL_BRAKE * self.mass * GRAVITY
        drive = pull - self.mass * GRAVITY * self.slope()
        before = self.speed
        resting = before == 0 and abs(drive) <= held
        force = 0.0 if resting else drive - copysign(held, before if before != 0 else drive)
        self.speed += force / self.mass * dt
        if before * self.speed < 0:
            self.speed = 0.0  # friction stops a train, it does not send it back
        if self.slipping or abs(effort) > self.adhesion(inputs):
            gap = self.rim - before
            self.rim += (effort - pull) / self._engine.wheel_inertia * dt
            if gap * (self.rim - self.speed) < 0:
                self.rim = self.speed  # the wheels have caught the rail again
        else:
            self.rim = self.speed
        way = (before + self.speed) / 2 * dt
        self.way += way
        self.rolled += self.rim * dt
        self.pull_work += pull * way
        self.lost_work += held * abs(way)
        self._clock += dt if self.way != 0 else 0.0
        if self.seconds_to_top is None and self.way >= self.line.top:
            self.seconds_to_top = self._clock
