"""A centrifugal pump that lifts water to a tank: its curve, the pipe's curve, and the point where they meet.

Sources: A. J. Stepanoff, *Centrifugal and Axial Flow Pumps* (affinity laws, head curve as a parabola); J. F. Gülich,
*Centrifugal Pumps* (NPSH, choking of the suction); any textbook of hydraulics for the rest. The reference point,
100 m³/h at 32 m with 75 % at 1450 r/min and a 250 mm impeller, is the one that the exhibit's text computes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, pi, sqrt

from kiosk.machines.model import Design, Quantity, Reading, Settable

WATER_DENSITY = 998.2  # kg/m³ at 20 °C
GRAVITY = 9.81  # m/s²
ATMOSPHERE = 101_325.0  # Pa
VAPOUR_PRESSURE = 2_339.0  # Pa at 20 °C (IAPWS-IF97, region 4)

REFERENCE_SPEED = 1450.0  # r/min
REFERENCE_DIAMETER = 0.250  # m
SHUT_OFF_HEAD = 37.0  # m: u²/g of the reference impeller, CONTENT's ideal head
BEST_FLOW = 100 / 3600  # m³/s
BEST_HEAD = 32.0  # m
BEST_EFFICIENCY = 0.75
NPSH_AT_REST = 1.5  # m
NPSH_AT_BEST_FLOW = 3.0  # m, usual for a single-stage pump of this size
HEIGHT_OF_TANK = 18.0  # m above the well: six storeys of 3 m
BATHTUB = 0.150  # m³: a tub filled to bathe
RUN_UP = 900.0  # r/min per second: the motor brings the impeller to speed in under two seconds

FAMILY_OF_SPEEDS = (900.0, 1200.0, 1500.0, 1800.0)  # r/min: for which curves are drawn to compare

DESIGN = Design(
    name="pump",
    parameters=(
        Quantity("impeller_diameter", 0.20, 0.30, REFERENCE_DIAMETER, "m", "diameter of the impeller"),
        Quantity("static_head", 0.0, 30.0, HEIGHT_OF_TANK, "m", "height of the tank above the well"),
        Quantity("suction_lift", -3.0, 6.0, 2.0, "m", "height of the pump above the water it draws"),
    ),
    inputs=(
        Quantity("speed", 0.0, 1800.0, 1450.0, "r/min", "speed of the impeller"),
        Quantity("valve", 0.0, 100.0, 70.0, "%", "opening of the valve in the pressure pipe"),
        Quantity("suction", 5.0, 100.0, 100.0, "%", "opening of the valve in the suction pipe"),
    ),
)

# Losses in m per (m³/s)². Chosen so that the valve at 70 % meets the pump at the reference point.
_VALVE_LOSS = 0.0003 * 3600**2
_PIPE_LOSS = (BEST_HEAD - HEIGHT_OF_TANK) / BEST_FLOW**2 - _VALVE_LOSS / 0.7**2
_SUCTION_LOSS = 0.00004 * 3600**2


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """Where the pump's curve meets the pipe's."""

    flow: float  # m³/s
    head: float  # m
    efficiency: float  # 0 … 1
    shaft_power: float  # W
    npsh_available: float  # m
    npsh_required: float  # m
    cavitating: bool

    @property
    def hydraulic_power(self) -> float:
        """ρ g Q H, in W."""
        return WATER_DENSITY * GRAVITY * self.flow * self.head


class Pump(Settable):
    """The pump with its pipe and tank. Its flow follows the impeller at once: the water column is short."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        self._diameter = values["impeller_diameter"]
        self._static_head = values["static_head"]
        self._lift = values["suction_lift"]
        self._speed = 0.0
        self._lifted = 0.0
        self._column = 0.0

    def step(self, seconds: float) -> None:
        """Bring the impeller towards the speed that is set, and count the water that has been lifted."""
        wanted = self._values["speed"]
        change = RUN_UP * seconds
        self._speed = min(wanted, self._speed + change) if wanted > self._speed else max(wanted, self._speed - change)
        point = self.point()
        self._lifted += point.flow * seconds
        if self._values["valve"] > 0:
            self._column = self._static_head if point.flow > 0 else min(self._static_head, self.head(0.0))

    @property
    def speed(self) -> float:
        """Speed of the impeller now, in r/min."""
        return self._speed

    @property
    def lifted(self) -> float:
        """Water lifted since the start, in m³."""
        return self._lifted

    @property
    def column(self) -> float:
        """Height in m to which the water stands in the rising pipe: as high as the pump can hold it. A shut valve
        keeps it where it is."""
        return self._column

    def head(self, flow: float, speed: float | None = None) -> float:
        """Head of the pump in m at a flow in m³/s, by the affinity laws (Q ∝ n, H ∝ n²; a trimmed impeller: u ∝ D)."""
        r = self._ratio(self._speed if speed is None else speed)
        return SHUT_OFF_HEAD * r**2 - (SHUT_OFF_HEAD - BEST_HEAD) / BEST_FLOW**2 * flow**2

    def system_head(self, flow: float) -> float:
        """Head in m that the pipe asks for at a flow in m³/s: height plus losses, which grow with Q²."""
        loss = self._pipe_loss()
        return inf if loss == inf and flow > 0 else self._static_head + (0.0 if flow == 0 else loss * flow**2)

    def point(self) -> OperatingPoint:
        """Where both curves meet now. The pipe ends above the tank, so nothing runs back from there: without the head
        to reach it the column in the pipe stands still."""
        r = self._ratio(self._speed)
        slope, loss = (SHUT_OFF_HEAD - BEST_HEAD) / BEST_FLOW**2, self._pipe_loss()
        surplus = SHUT_OFF_HEAD * r**2 - self._static_head
        free_flow = 0.0 if surplus <= 0 or loss == inf else sqrt(surplus / (slope + loss))
        flow = min(free_flow, self._choked_flow(r))
        cavitating = flow < free_flow
        # A choked pump throws away head in vapour: only what the pipe asks for arrives in the tank.
        head = self.system_head(flow) if flow > 0 else self.head(0.0)
        efficiency, power = self._efficiency_and_power(flow, head, r)
        return OperatingPoint(
            flow, head, efficiency, power, self._npsh_available(flow), self._npsh_required(flow, r), cavitating
        )

    def trace(self) -> tuple[tuple[float, float], ...]:
        """The pump's curve at its present speed: flow in m³/h and head in m, down to where the head is gone."""
        flows = [q / 3600 for q in range(0, 181, 12)]
        return tuple((q * 3600, self.head(q)) for q in flows if self.head(q) >= 0)

    def second_trace(self) -> tuple[tuple[float, float], ...]:
        """The pipe's curve: flow in m³/h and head in m."""
        points = ((q, self.system_head(q / 3600)) for q in range(0, 181, 12))
        return tuple((float(q), head) for q, head in points if head <= 60)

    def family(self) -> tuple[tuple[float, tuple[tuple[float, float], ...]], ...]:
        """The pump's curves at other speeds, by the affinity laws: r/min, and pairs as in `trace`."""
        flows = [q / 3600 for q in range(0, 181, 12)]
        return tuple(
            (speed, tuple((q * 3600, head) for q in flows if (head := self.head(q, speed)) >= 0))
            for speed in FAMILY_OF_SPEEDS
        )

    def rim_speed(self) -> float:
        """Speed of the impeller's rim, u = π D n, in m/s."""
        return pi * self._diameter * self._speed / 60

    def readings(self) -> tuple[Reading, ...]:
        """Speed, flow, head, powers, efficiency, both NPSH, bathtubs a minute, and how far up to the tank the water
        stands."""
        p = self.point()
        return (
            Reading("speed", self._speed, "r/min"),
            Reading("flow", p.flow * 3600, "m³/h"),
            Reading("head", p.head, "m"),
            Reading("hydraulic_power", p.hydraulic_power / 1000, "kW"),
            Reading("shaft_power", p.shaft_power / 1000, "kW"),
            Reading("efficiency", p.efficiency * 100, "%"),
            Reading("rim_speed", self.rim_speed(), "m/s"),
            Reading("npsh_available", p.npsh_available, "m"),
            Reading("npsh_required", p.npsh_required, "m"),
            Reading("cavitating", float(p.cavitating), ""),
            Reading("bathtubs", p.flow * 60 / BATHTUB, "1/min"),
            Reading("lifted", self._lifted, "m³"),
            Reading("risen", 100 * self._column / self._static_head if self._static_head > 0 else 100.0, "%"),
        )

    def _ratio(self, speed: float) -> float:
        return speed / REFERENCE_SPEED * self._diameter / REFERENCE_DIAMETER

    def _pipe_loss(self) -> float:
        opening = self._values["valve"] / 100
        return inf if opening < 1e-6 else _PIPE_LOSS + _VALVE_LOSS / opening**2

    def _suction_loss(self) -> float:
        return _SUCTION_LOSS / (self._values["suction"] / 100) ** 2

    def _npsh_available(self, flow: float) -> float:
        # Gülich: pressure above vapour at the inlet, as a head: air minus vapour, minus lift, minus losses.
        still = (ATMOSPHERE - VAPOUR_PRESSURE) / (WATER_DENSITY * GRAVITY) - self._lift
        return still - self._suction_loss() * flow**2

    @staticmethod
    def _npsh_required(flow: float, r: float) -> float:
        return NPSH_AT_REST * r**2 + (NPSH_AT_BEST_FLOW - NPSH_AT_REST) * (flow / BEST_FLOW) ** 2

    def _choked_flow(self, r: float) -> float:
        """The flow at which available and required NPSH are equal: more cannot pass the boiling inlet."""
        still = self._npsh_available(0.0) - NPSH_AT_REST * r**2
        if still <= 0:
            return 0.0
        return sqrt(still / (self._suction_loss() + (NPSH_AT_BEST_FLOW - NPSH_AT_REST) / BEST_FLOW**2))

    def _efficiency_and_power(self, flow: float, head: float, r: float) -> tuple[float, float]:
        """Efficiency of what arrives and shaft power in W.

        η = η_best (2x − x²) with x = Q / (r Q_best), a parabola through rest and the best point; the shaft power
        ρ g Q H_pump / η then stays finite at Q = 0 and follows n³.
        """
        if r <= 0:
            return 0.0, 0.0
        x = flow / (r * BEST_FLOW)
        # Past twice the best flow the parabola would be negative; the curve of H is at its end long before.
        power = WATER_DENSITY * GRAVITY * self.head(flow) * r * BEST_FLOW / (BEST_EFFICIENCY * (2 - min(x, 1.9)))
        useful = WATER_DENSITY * GRAVITY * flow * head
        return (useful / power if power > 0 else 0.0), power
