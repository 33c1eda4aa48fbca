"""A jump from the ramp: speed from height, a flight through real air, a soft landing where slope and path agree.

Sources: fall, friction and drag ½ ρ c_w A v², any textbook of mechanics; c_w A of skiers in a crouch and upright:
W. Müller, "Determinants of ski-jump performance", *Sports Medicine* 39 (2009), orders of 0.2 and 0.5 m²; equivalent
fall height of a landing, h = (v sin γ)² / 2g with γ between path and slope: J. A. McNeil, M. Hubbard, A. D. Swedberg,
"Designing tomorrow's snow park jump", *Sports Engineering* 15 (2012). Lift is left out: a big-air jumper turns and
tumbles, and skis that aren't held like wings carry a few per cent of the weight. From gate to fence the track is 164 m
long and its start 60 m over the run-out, as the Big Air of Shougang; what lies between is drawn by us.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from math import atan, atan2, cos, degrees, hypot, radians, sin, sqrt, tan

from kiosk.machines.model import Design, Quantity, Reading, Settable

GRAVITY = 9.81  # m/s²
AIR_DENSITY = 1.3  # kg/m³ at about 0 °C
FRICTION = 0.05  # waxed ski on snow, textbook range 0.03 to 0.1
MASS = 75.0  # kg, with skis
TUCKED_AREA, DRAG_AREA = 0.2, 0.5  # c_w A in m²: crouching on the in-run, upright in the air
PUSH = 2.0  # m/s from the gate
TOWER, LIP = 30.0, 30.0  # m: the gate over the lip, the lip over the run-out: 60 m in all
RUN_IN, RUN_OUT = 58.0, 106.0  # m before and behind the lip: 164 m in all
STEP = 0.005  # s
IN_RUN_PARTS = 80
GLIDE = 1.6  # s on the landing slope before the jumper is lost from sight
PAUSE = 0.8  # s until the next one starts
SLOPE_END = -24.0  # m: below, the slope bends into the run-out

DESIGN = Design(
    name="big-air",
    parameters=(
        Quantity("landing_slope", 25.0, 40.0, 35.0, "°", "slope of the landing"),
        Quantity("table", 4.0, 20.0, 12.0, "m", "flat stretch between lip and landing"),
    ),
    inputs=(
        Quantity("height", 5.0, TOWER, 16.0, "m", "height of the start above the lip"),
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
    overshot: bool  # too far: it ends where the slope bends into the run-out


class BigAir(Settable):
    """A jump that is run through: `step` lets the jumper slide, fly, land and glide on, then the next one starts."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        self._slope, self._table = radians(values["landing_slope"]), values["table"]
        self._gate = self._speed = 0.0
        self._ride = self._slide()
        self._flight, self._time = self._fly(), 0.0

    def set(self, name: str, value: float) -> None:
        """Set an input; the next jump is flown with it. Raises OutOfRange, UnknownQuantity."""
        before = self.inputs.get(name)
        super().set(name, value)
        if value != before:
            self._ride = self._slide()
            self._flight, self._time = self._fly(), 0.0

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

    def flown(self) -> float:
        """Which part of the flight is over: under 0 on the in-run, over 1 on the snow again."""
        return (self._time - self.ride_time) / self._flight.air_time

    def trace(self) -> tuple[tuple[float, float], ...]:
        """The path of the jump, every tenth of a second, x and y in m from the lip."""
        return self._flight.trace

    def in_run(self, part: float) -> tuple[float, float]:
        """The in-run from where the jumper starts (0) to the lip (1), x and y in m from the lip."""
        return self._curve(self._gate + (1 - self._gate) * part)

    def take_off_speed(self) -> float:
        """Speed at the lip in m/s, from the sum along the in-run."""
        return self._speed

    def ground(self, x: float) -> float:
        """Height of the ground x metres behind the lip: the table, the landing slope, its bend, the run-out."""
        bend, end = self._bend()
        if x <= self._table:
            return 0.0
        if x <= bend:
            return -(x - self._table) * tan(self._slope)
        # A parabola that is as steep as the slope where it begins, and flat where it ends.
        return -LIP + tan(self._slope) * max(0.0, end - x) ** 2 / (2 * (end - bend))

    def steepness(self, x: float) -> float:
        """Angle of the ground under the horizontal, in rad."""
        bend, end = self._bend()
        if x <= self._table or x >= end:
            return 0.0
        return atan(tan(self._slope) * min(1.0, (end - x) / (end - bend)))

    def _bend(self) -> tuple[float, float]:
        fall = tan(self._slope)
        bend = self._table - SLOPE_END / fall
        return bend, bend + 2 * (LIP + SLOPE_END) / fall

    def _curve(self, t: float) -> tuple[float, float]:
        """The whole in-run from the gate (0) to the lip (1): the cubic that the face draws."""
        u = 1 - t
        foot = -(4 + 10 * tan(radians(self._values["angle"])))
        x = -RUN_IN * u**3 - 120 * u**2 * t - 66 * u * t**2
        return x, TOWER * u**3 + 1.2 * TOWER * u**2 * t + 3 * foot * u * t**2

    def _gate_at(self, height: float) -> float:
        """Where on the in-run so many metres of height over the lip are: its first half falls all the way."""
        low, high = 0.0, 0.6
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if self._curve(middle)[1] > height else (low, middle)
        return low

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
            Reading("overshot", float(f.overshot), ""),
            Reading("table", self._table, "m"),
            Reading("landing_slope", degrees(self._slope), "°"),
            Reading("x", self.position()[0], "m"),
            Reading("y", self.position()[1], "m"),
            Reading("heading", self.heading(), "°"),
            Reading("flown", self.flown(), ""),
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
        x = min(flight.length + along * cos(self.steepness(flight.length)), max(flight.length, RUN_OUT))
        return x, self.ground(x)

    def _slide(self) -> tuple[tuple[float, float, float], ...]:
        """The in-run in time. Along each piece height becomes speed, less friction, which takes μ m g for each metre
        of the plan however steep it is, and less the drag of a crouch."""
        self._gate = self._gate_at(self._values["height"])
        k = AIR_DENSITY * TUCKED_AREA / MASS
        t, square, (x, y) = 0.0, PUSH**2, self.in_run(0)
        ride = [(t, x, y)]
        for index in range(1, IN_RUN_PARTS + 1):
            ahead, above = self.in_run(index / IN_RUN_PARTS)
            way, before = hypot(ahead - x, above - y), sqrt(square)
            square += 2 * GRAVITY * (y - above - FRICTION * (ahead - x)) - k * square * way
            square = max(square, 0.25)  # who starts too low is pulled over the lip at a walk
            t += 2 * way / (before + sqrt(square))
            x, y = ahead, above
            ride.append((t, x, y))
        self._speed = sqrt(square)
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
        between = atan2(-vy, vx) - self.steepness(x)
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
            overshot=x > self._bend()[0],
        )
