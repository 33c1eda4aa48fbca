"""A steam locomotive's running gear: admission and cut-off, the pull at the rim, and the rail that holds or slips.

Sources: hyperbolic expansion p v = const and tractive effort F = p_m d² s / D of two cylinders, any locomotive
textbook; train resistance after Strahl for goods wagons, w = 2.5 + V² / 2000 in N/kN with V in km/h; adhesion 0.3 dry
and 0.15 wet, as usual in textbooks. The sizes are round ones of a middling two-cylinder goods engine, not those of any
one locomotive.
"""

from collections.abc import Mapping
from math import copysign, cos, log, pi, sin, sqrt

from kiosk.machines.model import Design, Quantity, Reading, Settable

GRAVITY = 9.81  # m/s²
BOILER_PRESSURE = 1.4e6  # Pa above vacuum
BACK_PRESSURE = 0.12e6  # Pa
BOILER_POWER = 800e3  # W at the rim, with the boiler steaming its best
CYLINDER = 0.50  # m bore
STROKE = 0.65  # m
WHEEL = 1.40  # m diameter
ROD_RATIO = 4.5  # connecting rod to crank
ENGINE_MASS = 100_000.0  # kg, engine and tender
WHEEL_INERTIA = 6_000.0  # kg at the rim: the driving wheels and their rods
DRY, WET = 0.30, 0.15

DESIGN = Design(
    name="running-gear",
    parameters=(
        Quantity("train", 0.0, 1200.0, 300.0, "t", "mass of the wagons"),
        Quantity("grade", 0.0, 20.0, 2.0, "‰", "how steep the line climbs"),
        Quantity("adhesive_mass", 40.0, 90.0, 60.0, "t", "mass that rests on the driving wheels"),
    ),
    inputs=(
        Quantity("regulator", 0.0, 100.0, 60.0, "%", "opening of the regulator"),
        Quantity("cut_off", -75.0, 75.0, 50.0, "%", "part of the stroke that steam is let in; negative: reverse"),
        Quantity("wet", 0.0, 1.0, 0.0, "", "1: the rail is wet"),
        Quantity("brake", 0.0, 100.0, 0.0, "%", "how hard the brakes are on"),
    ),
)


class RunningGear(Settable):
    """The engine with its train. Speeds are positive forwards."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        self._mass = ENGINE_MASS + values["train"] * 1000
        self._grade = values["grade"] / 1000
        self._adhesive_mass = values["adhesive_mass"] * 1000
        self._speed = 0.0  # m/s of the train
        self._rim = 0.0  # m/s of the wheels' rims
        self._angle = 0.6  # rad of the crank
        self._way = 0.0  # m

    def step(self, seconds: float) -> None:
        """Let time go by, in parts short enough for a slipping wheel."""
        parts = max(1, round(seconds / (1 / 120)))
        for _ in range(parts):
            self._advance(seconds / parts)

    def tractive_effort(self) -> float:
        """Pull of the steam at the rim in N: mean pressure of hyperbolic expansion, times d² s / D, with its sign."""
        cut_off = self._values["cut_off"] / 100
        c = abs(cut_off)
        if c < 0.05:  # mid gear: the valve hardly opens
            return 0.0
        pressure = BACK_PRESSURE + (BOILER_PRESSURE - BACK_PRESSURE) * self._values["regulator"] / 100
        mean = max(0.0, pressure * c * (1 + log(1 / c)) - BACK_PRESSURE)
        effort = mean * CYLINDER**2 * STROKE / WHEEL
        rim = abs(self._rim)
        # The boiler makes so much steam and no more: at speed the pull falls as 1/v.
        return copysign(min(effort, BOILER_POWER / rim) if rim > 0 else effort, cut_off)

    def adhesion(self) -> float:
        """The pull in N that the rail can hold."""
        return (WET if self._values["wet"] >= 0.5 else DRY) * self._adhesive_mass * GRAVITY

    def resistance(self) -> float:
        """Rolling resistance in N at the present speed (Strahl)."""
        return self._mass * GRAVITY / 1000 * (2.5 + (self._speed * 3.6) ** 2 / 2000)

    @property
    def slipping(self) -> bool:
        """Whether the wheels turn faster than the train goes."""
        return abs(self._rim - self._speed) > 0.05

    @property
    def angle(self) -> float:
        """Angle of the crank in rad."""
        return self._angle

    @property
    def speed(self) -> float:
        """Speed of the train in m/s."""
        return self._speed

    def piston(self) -> float:
        """Where the piston stands, from −1 (back dead centre) to 1, by the slider-crank equation."""
        reach = cos(self._angle) + sqrt(ROD_RATIO**2 - sin(self._angle) ** 2)
        return reach - ROD_RATIO

    def readings(self) -> tuple[Reading, ...]:
        """Speed, pull, what the rail holds, power, revolutions, and whether it slips."""
        pull = self._pull()
        return (
            Reading("speed", self._speed * 3.6, "km/h"),
            Reading("tractive_effort", self.tractive_effort() / 1000, "kN"),
            Reading("pull", pull / 1000, "kN"),
            Reading("adhesion", self.adhesion() / 1000, "kN"),
            Reading("power", pull * self._speed / 1000, "kW"),
            Reading("revolutions", self._rim / (pi * WHEEL) * 60, "r/min"),
            Reading("slipping", float(self.slipping), ""),
            Reading("way", self._way, "m"),
            Reading("angle", self._angle, "rad"),
        )

    def _pull(self) -> float:
        """What reaches the rail: never more than it holds."""
        limit = self.adhesion()
        if self.slipping:
            return copysign(limit, self._rim - self._speed)
        return max(-limit, min(limit, self.tractive_effort()))

    def _advance(self, dt: float) -> None:
        effort, pull = self.tractive_effort(), self._pull()
        slope = self._mass * GRAVITY * self._grade
        against = self.resistance() + self._values["brake"] / 100 * 0.1 * self._mass * GRAVITY
        drive = pull - slope
        if self._speed == 0 and abs(drive) <= against:
            force = 0.0
        else:
            force = drive - copysign(against, self._speed if self._speed != 0 else drive)
        before = self._speed
        self._speed += force / self._mass * dt
        if before * self._speed < 0:
            self._speed = 0.0  # friction stops a train, it does not send it back
        if self.slipping or abs(effort) > self.adhesion():
            gap = self._rim - before
            self._rim += (effort - pull) / WHEEL_INERTIA * dt
            if gap * (self._rim - self._speed) < 0:
                self._rim = self._speed  # the wheels have caught the rail again
        else:
            self._rim = self._speed
        self._angle = (self._angle + self._rim / (WHEEL / 2) * dt) % (2 * pi)
        self._way += self._speed * dt
