"""A jump from the ramp: speed from height, a flight through real air, a soft landing where slope and path agree.

Sources: free fall and friction on an incline, any textbook; drag ½ ρ c_w A v²; equivalent fall height of a landing,
h = (v sin γ)² / 2g with γ between path and slope: J. A. McNeil, M. Hubbard, A. D. Swedberg, "Designing tomorrow's snow
park jump", *Sports Engineering* 15 (2012). The sizes are round ones, not a survey of any ramp.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

from kiosk.machines.model import Design, Quantity, Reading, Settable

GRAVITY = 9.81  # m/s²
AIR_DENSITY = 1.3  # kg/m³ at about 0 °C
FRICTION = 0.05  # waxed ski on snow, textbook range 0.03 to 0.1
INRUN_SLOPE = 40.0  # degrees
MASS = 75.0  # kg, with skis
DRAG_AREA = 0.5  # c_w A in m², a crouching person
STEP = 0.005  # s

DESIGN = Design(
    name="big-air",
    parameters=(
        Quantity("landing_slope", 25.0, 40.0, 35.0, "°", "slope of the landing"),
        Quantity("table", 4.0, 25.0, 15.0, "m", "flat stretch between lip and landing"),
    ),
    inputs=(
        Quantity("height", 5.0, 45.0, 30.0, "m", "height of the start above the lip"),
        Quantity("angle", 10.0, 40.0, 28.0, "°", "angle of the lip"),
    ),
)


@dataclass(frozen=True, slots=True)
class Flight:
    """One jump: the path from the lip (x forward, y up, in m; t in s) and how it ends."""

    path: tuple[tuple[float, float, float], ...]  # t, x, y
    take_off_speed: float  # m/s
    top: float  # m above the lip
    length: float  # m along x
    air_time: float  # s
    landing_speed: float  # m/s
    equivalent_fall: float  # m: a landing as hard as a fall from here on flat ground
    on_table: bool  # too short: it ends on the flat


class BigAir(Settable):
    """A jump that is run through: `step` lets the jumper slide, fly and land, then start again."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        self._slope, self._table = radians(values["landing_slope"]), values["table"]
        self._flight = self._fly()
        self._time = 0.0

    def set(self, name: str, value: float) -> None:
        """Set an input; the next jump is flown with it. Raises OutOfRange, UnknownQuantity."""
        super().set(name, value)
        self._flight, self._time = self._fly(), 0.0

    def step(self, seconds: float) -> None:
        """Let time go by; after two seconds on the ground the next jump begins."""
        self._time += seconds
        if self._time > self._flight.air_time + 2:
            self._time = 0.0

    @property
    def flight(self) -> Flight:
        """The jump with what is set now."""
        return self._flight

    def position(self) -> tuple[float, float]:
        """Where the jumper is now, in m from the lip."""
        index = min(int(self._time / STEP), len(self._flight.path) - 1)
        return self._flight.path[index][1:]

    def trace(self) -> tuple[tuple[float, float], ...]:
        """The path of the jump, every tenth of a second, x and y in m from the lip."""
        path = self._flight.path
        return tuple((x, y) for _, x, y in (*path[::20], path[-1]))

    def take_off_speed(self) -> float:
        """Energy: g h less friction along the in-run, m g cos α μ over h / sin α."""
        height = self._values["height"]
        return sqrt(2 * GRAVITY * height * (1 - FRICTION / tan(radians(INRUN_SLOPE))))

    def ground(self, x: float) -> float:
        """Height of the ground x metres behind the lip: the table, then the landing slope."""
        return 0.0 if x <= self._table else -(x - self._table) * tan(self._slope)

    def readings(self) -> tuple[Reading, ...]:
        """Speeds, length, height, time in the air, and how hard the landing is."""
        f = self._flight
        return (
            Reading("take_off_speed", f.take_off_speed * 3.6, "km/h"),
            Reading("length", f.length, "m"),
            Reading("top", f.top, "m"),
            Reading("air_time", f.air_time, "s"),
            Reading("landing_speed", f.landing_speed * 3.6, "km/h"),
            Reading("equivalent_fall", f.equivalent_fall, "m"),
            Reading("on_table", float(f.on_table), ""),
            Reading("table", self._table, "m"),
            Reading("landing_slope", degrees(self._slope), "°"),
            Reading("x", self.position()[0], "m"),
            Reading("y", self.position()[1], "m"),
        )

    def _fly(self) -> Flight:
        """Steps of 5 ms by the midpoint rule: the energy error of a flight without air is under 0.01 %."""
        speed, angle = self.take_off_speed(), radians(self._values["angle"])
        k = 0.5 * AIR_DENSITY * DRAG_AREA / MASS
        t, x, y, vx, vy = 0.0, 0.0, 0.0, speed * cos(angle), speed * sin(angle)
        path = [(t, x, y)]
        while t == 0.0 or y > self.ground(x):
            v = hypot(vx, vy)
            mx, my = vx - k * v * vx * STEP / 2, vy - (GRAVITY + k * v * vy) * STEP / 2
            m = hypot(mx, my)
            x, y = x + mx * STEP, y + my * STEP
            vx, vy = vx - k * m * mx * STEP, vy - (GRAVITY + k * m * my) * STEP
            t += STEP
            path.append((t, x, y))
        on_table = x <= self._table
        between = atan2(-vy, vx) - (0.0 if on_table else self._slope)
        v = hypot(vx, vy)
        return Flight(
            tuple(path), speed, max(p[2] for p in path), x, t, v, (v * sin(between)) ** 2 / (2 * GRAVITY), on_table
        )
