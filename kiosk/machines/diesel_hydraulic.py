"""A diesel-hydraulic locomotive: the engine stirs oil, the oil turns the wheels, and nothing solid joins the two.

The converter (Föttinger) has a pump on the engine's shaft, a turbine on the wheels' and guide blades that stand still.
The pump takes M = λ ρ ω² D⁵, whatever the turbine does; the turbine's torque falls in a straight line with its speed,
M_T / M_P = μ₀ (1 − ν / ν₀) with ν = ω_T / ω_P, so that its efficiency is the parabola μ₀ ν (1 − ν / ν₀). Such a
converter is filled to drive and emptied to idle, which is its clutch.

Sources: textbooks of hydrodynamic drives (Föttinger's law of similarity; λ of some 1 … 3 × 10⁻³, a stall ratio of 3 to
5 and 0.8 to 0.85 at best for a starting converter) and of internal combustion engines (indicated efficiency 0.46,
mechanical 0.80 at full load with friction that depends on speed little; 42.7 MJ/kg). The engine has 600 hp at
1500 r/min; it and all sizes are round values, not the data of any one locomotive.
"""

from collections.abc import Mapping
from math import pi

from kiosk.machines.model import Design, Quantity, Reading, Settable
from kiosk.machines.train import PARAMETERS, RAIL_INPUTS, Locomotive, Train

RATED_POWER = 441e3  # W: 600 metric horsepower of 735.5 W
RATED = 1500 * 2 * pi / 60  # rad/s
IDLE = 600 * 2 * pi / 60  # rad/s
TORQUE = RATED_POWER / RATED  # N m, the most that the injection allows
GOVERNOR_BAND = 0.06 * RATED  # rad/s from no injection to full: the governor's droop
ENGINE_INERTIA = 25.0  # kg m² with the pump wheel
INDICATED, MECHANICAL = 0.46, 0.80
FRICTION = TORQUE * (1 / MECHANICAL - 1)  # N m
FUEL_HEAT = 42.7e6  # J/kg

OIL_DENSITY = 870.0  # kg/m³
CONVERTER = 0.60  # m diameter of the pump wheel
ABSORPTION = TORQUE / (OIL_DENSITY * RATED**2 * CONVERTER**5)  # λ, so that it takes the rated torque at the rated speed
STALL_RATIO = 3.3  # μ₀
RUNAWAY = 1.0  # ν₀, where the turbine's torque is gone
FILL_TIME = 2.0  # s from empty to full

WHEEL = 1.05  # m diameter
TOP_SPEED = 50 / 3.6  # m/s at ν = 1 with the engine at its rated speed: what the gears are cut for
GEAR = RATED / (TOP_SPEED / (WHEEL / 2))
GEAR_EFFICIENCY = 0.95  # gears and cardan shafts
ENGINE_MASS = 60_000.0  # kg; all axles are driven
ENGINE_LENGTH = 14.0  # m
WHEEL_INERTIA = 5_000.0  # kg at the rim, with shafts and gears

DESIGN = Design(
    name="diesel-hydraulic",
    parameters=PARAMETERS,
    inputs=(Quantity("throttle", 0.0, 100.0, 60.0, "%", "speed that the driver asks of the engine"), *RAIL_INPUTS),
)


class DieselHydraulic(Settable):
    """The locomotive with its train. It runs forwards only: the idea is the oil."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        self.train = Train(Locomotive(ENGINE_MASS, ENGINE_MASS, ENGINE_LENGTH, WHEEL_INERTIA), values)
        self._engine = IDLE  # rad/s
        self._fill = 0.0  # of the converter, 0 … 1
        self._fuel = 0.0  # kg
        self._heat_to_top = 0.0  # J
        self._turned = 0.0  # rad of the engine
        self._circled = 0.0  # rad of the oil's ring
        self._curves: tuple[tuple[int, int], tuple[tuple[float, float], ...]] | None = None
        self._against = tuple((v, self.train.against(v / 3.6) / 1000) for v in map(float, range(0, 61, 4)))

    def step(self, seconds: float) -> None:
        """Let time go by, in parts short enough for the governor."""
        self.train.run(seconds, self._values, self.effort, self._turn_engine)
        if self.train.seconds_to_top is not None and not self._heat_to_top:
            self._heat_to_top = self._fuel * FUEL_HEAT

    @property
    def engine_speed(self) -> float:
        """Of the diesel engine and the converter's pump, in rad/s."""
        return self._engine

    def pump_torque(self) -> float:
        """What the pump takes from the engine, in N m: λ ρ ω² D⁵, of the oil that is in."""
        return self._fill * ABSORPTION * OIL_DENSITY * self._engine**2 * CONVERTER**5

    def speed_ratio(self, rim: float) -> float:
        """ν, the turbine's speed over the pump's, with the rims at a speed in m/s."""
        return rim / (WHEEL / 2) * GEAR / self._engine

    def effort(self, rim: float) -> float:
        """Pull at the rim in N. A turbine that is driven faster than it runs free is not braked here: it freewheels."""
        ratio = torque_ratio(self.speed_ratio(rim))
        return self.pump_torque() * ratio * GEAR * GEAR_EFFICIENCY / (WHEEL / 2)

    def injection(self) -> float:
        """How far the governor opens the fuel pump, 0 … 1."""
        wanted = IDLE + (RATED - IDLE) * self._values["throttle"] / 100
        # The band lies above the speed that is asked for: a full load is carried at that speed.
        return max(0.0, min(1.0, (wanted + GOVERNOR_BAND - self._engine) / GOVERNOR_BAND))

    def fuel_rate(self) -> float:
        """Fuel in kg/s: what the shaft gives and what friction takes, over the indicated efficiency."""
        return (self.injection() * (TORQUE + FRICTION)) * self._engine / INDICATED / FUEL_HEAT

    def trace(self) -> tuple[tuple[float, float], ...]:
        """The pull that the engine gives at its present speed: km/h and kN."""
        key = (round(self._engine), round(self._fill * 50))
        if self._curves is None or self._curves[0] != key:
            speeds = [float(v) for v in range(0, 61, 4)]
            self._curves = key, tuple((v, self.effort(v / 3.6) / 1000) for v in speeds)
        return self._curves[1]

    def second_trace(self) -> tuple[tuple[float, float], ...]:
        """What the train needs on the hill: km/h and kN."""
        return self._against

    def readings(self) -> tuple[Reading, ...]:
        """The train's readings, the engine's and the converter's."""
        rim = self.train.rim
        effort, ratio = self.effort(rim), self.speed_ratio(rim)
        fuel = self.fuel_rate() * FUEL_HEAT
        useful = max(0.0, self.train.pull(effort, self._values) * self.train.speed)
        return (
            *self.train.readings(effort, self._values),
            Reading("engine_speed", self._engine * 60 / (2 * pi), "r/min"),
            Reading("turbine_speed", ratio * self._engine * 60 / (2 * pi), "r/min"),
            Reading("engine_power", self.pump_torque() * self._engine / 1000, "kW"),
            Reading("speed_ratio", ratio, ""),
            Reading("torque_ratio", torque_ratio(ratio), ""),
            Reading("converter", max(0.0, ratio * torque_ratio(ratio)) * 100, "%"),
            Reading("fill", self._fill * 100, "%"),
            Reading("injection", self.injection() * 100, "%"),
            Reading("efficiency", useful / fuel * 100 if fuel > 0 else 0.0, "%"),
            Reading("fuel_used", self._fuel, "kg"),
            Reading("fuel_heat", self._fuel * FUEL_HEAT / 1e6, "MJ"),
            Reading("heat_to_top", self._heat_to_top / 1e6, "MJ"),
            Reading("turned", self._turned, "rad"),
            Reading("turbine_turned", self.train.rolled / (WHEEL / 2) * GEAR, "rad"),
            Reading("circled", self._circled, "rad"),
            Reading("angle", self.train.rolled / (WHEEL / 2), "rad"),
        )

    def _turn_engine(self, seconds: float) -> None:
        """The engine follows its governor; the converter fills when the driver opens up and empties when he closes."""
        opened = self._values["throttle"] > 0
        self._fill = max(0.0, min(1.0, self._fill + (seconds if opened else -seconds) / FILL_TIME))
        self._fuel += self.fuel_rate() * seconds
        torque = self.injection() * (TORQUE + FRICTION) - FRICTION - self.pump_torque()
        self._engine = max(IDLE / 2, self._engine + torque / ENGINE_INERTIA * seconds)
        self._turned += self._engine * seconds
        # The ring of oil runs the slower the nearer the turbine is to running free, as the torque that it carries.
        ring = self._engine * torque_ratio(self.speed_ratio(self.train.rim)) / STALL_RATIO
        self._circled += self._fill * ring * seconds


def torque_ratio(speed_ratio: float) -> float:
    """M_T / M_P over ν; nothing past the speed at which the turbine runs free.

    >>> torque_ratio(0.0), torque_ratio(0.5), torque_ratio(1.2)
    (3.3, 1.65, 0.0)
    """
    return max(0.0, STALL_RATIO * (1 - max(0.0, speed_ratio) / RUNAWAY))
