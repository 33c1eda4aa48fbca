"""A jump from the ramp: speed from height, a flight through real air, a soft landing where slope and path agree.

Sources: free fall and friction on an incline, any textbook; drag ½ ρ c_w A v²; equivalent fall height of a landing,
h = (v sin γ)² / 2g with γ between path and slope: J. A. McNeil, M. Hubbard, A. D. Swedberg, "Designing tomorrow's snow
park jump", *Sports Engineering* 15 (2012). The sizes are round ones, not a survey of any ramp.
"""

from bisect import bisect_left
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
IN_RUN_PARTS = 80
GLIDE = 1.6  # s on the landing slope before the jumper is lost from sight
PAUSE = 0.8  # s until the next one starts
SLOPE_END = -62.0  # m: below, the slope bends into the run-out

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
    trace: tuple[tuple[float, float], ...]  # x, y every tenth of a second
    take_off_speed: float  # m/s
    top: float  # m above the lip
    length: float  # m along x
    air_time: float  # s
    landing_speed: float  # m/s
    landing_angle: float  # rad between the path and the ground
    equivalent_fall: float  # m: a landing as hard as a fall from here on flat ground
    on_table: bool  # too short: it ends on the flat


class BigAir(Settable):
    """A jump that is run through: `step` lets the jumper slide, fly, land and glide on, then the next one starts."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        self._slope, self._table = radians(values["landing_slope"]), values["table"]
        self._flight, self._ride = self._fly(), self._slide()
        self._time = 0.0

    def set(self, name: str, value: float) -> None:
        """Set an input; the next jump is flown with it. Raises OutOfRange, UnknownQuantity."""
        before = self.inputs.get(name)
        super().set(name, value)
        if value != before:
            self._flight, self._ride, self._time = self._fly(), self._slide(), 0.0

    def step(self, seconds: float) -> None:
        """Let time go by, round by round."""
        self._time = (self._time + seconds) % self.round_time

    @property
    def flight(self) -> Flight:
        """The jump with what is set now."""
        return self._flight

    @property
    def ride_time(self) -> float:
        """How long the in-run takes, in s."""
        return self._ride[-1][0]

    @property
    def round_time(self) -> float:
        """From one start to the next, in s."""
        return self.ride_time + self._flight.air_time + GLIDE + PAUSE

    def position(self) -> tuple[float, float]:
        """Where the jumper is now, in m from the lip; the in-run lies before it and has negative x."""
        return self._place(self._time)

    def heading(self) -> float:
        """Which way the jumper moves, in degrees, downwards negative."""
        (x, y), (ahead, above) = self._place(self._time), self._place(self._time + 0.05)
        return degrees(atan2(above - y, ahead - x)) if (ahead, above) != (x, y) else 0.0

    def trace(self) -> tuple[tuple[float, float], ...]:
        """The path of the jump, every tenth of a second, x and y in m from the lip."""
        return self._flight.trace

    def in_run(self, part: float) -> tuple[float, float]:
        """The in-run from its start (0) to the lip (1): the cubic that the face draws, x and y in m from the lip."""
        u, height = 1 - part, self._values["height"]
        foot = -(4 + 10 * tan(radians(self._values["angle"])))
        x = -57 * u**3 - 120 * u**2 * part - 66 * u * part**2
        return x, height * u**3 + 1.2 * height * u**2 * part + 3 * foot * u * part**2

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
            Reading("heading", self.heading(), "°"),
            Reading("seen", float(self._time < self.round_time - PAUSE), ""),
        )

    def _place(self, time: float) -> tuple[float, float]:
        if time <= self.ride_time:
            index = bisect_left(self._ride, (time,))
            (t0, x0, y0), (t1, x1, y1) = self._ride[max(0, index - 1)], self._ride[min(index, IN_RUN_PARTS)]
            part = (time - t0) / (t1 - t0) if t1 > t0 else 0.0
            return x0 + (x1 - x0) * part, y0 + (y1 - y0) * part
        flight = self._flight
        time -= self.ride_time
        if time <= flight.air_time:
            return flight.path[min(int(time / STEP), len(flight.path) - 1)][1:]
        # The legs take the speed across the slope; what is along it stays, and is braked to half in the end.
        gone = min(time - flight.air_time, GLIDE)
        along = flight.landing_speed * cos(flight.landing_angle) * (gone - gone**2 / (4 * GLIDE))
        x = flight.length + along * (1.0 if flight.on_table else cos(self._slope))
        end = max(flight.length, self._table - SLOPE_END / tan(self._slope))
        return min(x, end), self.ground(min(x, end))

    def _slide(self) -> tuple[tuple[float, float, float], ...]:
        """The in-run in time: at each place the speed that the height lost so far gives, as `take_off_speed` does."""
        share = 1 - FRICTION / tan(radians(INRUN_SLOPE))
        height = self._values["height"]
        t, (x, y) = 0.0, self.in_run(0)
        ride = [(t, x, y)]
        for index in range(1, IN_RUN_PARTS + 1):
            ahead, above = self.in_run(index / IN_RUN_PARTS)
            # A push of 2 m/s at the start, which is why the first metre doesn't take for ever.
            speed = sqrt(4 + 2 * GRAVITY * share * max(0.0, height - (y + above) / 2))
            t += hypot(ahead - x, above - y) / speed
            x, y = ahead, above
            ride.append((t, x, y))
        return tuple(ride)

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
            path=tuple(path),
            trace=tuple((x, y) for _, x, y in (*path[::20], path[-1])),
            take_off_speed=speed,
            top=max(p[2] for p in path),
            length=x,
            air_time=t,
            landing_speed=v,
            landing_angle=between,
            equivalent_fall=(v * sin(between)) ** 2 / (2 * GRAVITY),
            on_table=on_table,
        )
