"""A steam locomotive's running gear: the valve lets steam in and out, pistons turn the wheels, the rail holds or slips.

The valve's events come from the rods of `walschaerts`, the pressures from its theoretical indicator diagram; so does
the pull, F = work of a turn / (π D), as a mean over the turn (the two cylinders' cranks stand a quarter turn apart).
The boiler evaporates so much water and no more: when the cylinders take it faster, the pressure in the chest falls.

Sources: any textbook of the steam locomotive for the above and for the boiler (50 kg of steam an hour from a square
metre, two thirds of the fuel's heat in the steam); saturated steam of 1.4 MPa after IAPWS-IF97: 0.1408 m³/kg and
2789 kJ/kg, feed water of 15 °C 63 kJ/kg. The sizes are round ones of a middling two-cylinder goods engine, not those of
any one locomotive.
"""

from collections.abc import Mapping
from math import pi

from kiosk.machines.model import Design, Quantity, Reading, Settable
from kiosk.machines.train import PARAMETERS, RAIL_INPUTS, Locomotive, Train
from kiosk.machines.walschaerts import CRANK, POINTS, Turn, die_for, piston, rods, turn, valve

BOILER_PRESSURE = 1.4e6  # Pa above vacuum
BACK_PRESSURE = 0.12e6  # Pa
STEAM_RATE = 50 * 130 / 3600  # kg/s: 130 m² of heating surface
PRESSURE_TIMES_VOLUME = BOILER_PRESSURE * 0.1408  # J/kg
STEAM_HEAT = 2.789e6 - 0.063e6  # J/kg, from feed water to steam
BOILER_EFFICIENCY = 0.67
CYLINDER = 0.50  # m bore
WHEEL = 1.40  # m diameter
CYLINDERS = 2
SWEPT = pi / 4 * CYLINDER**2 * 2 * CRANK  # m³ of one stroke
GIRTH = pi * WHEEL  # m
ENGINE_MASS = 100_000.0  # kg, engine and tender
ENGINE_LENGTH = 20.0  # m with the tender
WHEEL_INERTIA = 6_000.0  # kg at the rim: the driving wheels and their rods

DESIGN = Design(
    name="running-gear",
    parameters=(*PARAMETERS, Quantity("adhesive_mass", 40.0, 90.0, 60.0, "t", "mass that rests on the driving wheels")),
    inputs=(
        Quantity("regulator", 0.0, 100.0, 60.0, "%", "opening of the regulator"),
        Quantity("cut_off", -75.0, 75.0, 50.0, "%", "part of the stroke that steam is let in; negative: reverse"),
        *RAIL_INPUTS,
    ),
)


class RunningGear(Settable):
    """The engine with its train. Speeds are positive forwards."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        values = DESIGN.parameter_values(parameters or {})
        engine = Locomotive(ENGINE_MASS, values["adhesive_mass"] * 1000, ENGINE_LENGTH, WHEEL_INERTIA)
        self.train = Train(engine, values)
        self._start = 0.6  # rad of the crank
        self._steam_used = 0.0  # kg
        self._heat_to_top = 0.0  # J
        self._diagram: tuple[tuple[float, bool, int], tuple[tuple[float, float], ...]] | None = None

    def step(self, seconds: float) -> None:
        """Let time go by, in parts short enough for a slipping wheel."""
        self.train.run(seconds, self._values, self._effort, self._burn)
        if self.train.seconds_to_top is not None and not self._heat_to_top:
            self._heat_to_top = self.fuel_heat()

    def chest_pressure(self) -> float:
        """Pressure in the steam chest in Pa: what the regulator lets through, or what the boiler still can make."""
        return self._chest(self.train.rim)

    def tractive_effort(self) -> float:
        """Pull of the steam at the rim in N, a mean over the turn, with its sign."""
        return self._effort(self.train.rim)

    def adhesion(self) -> float:
        """The pull in N that the rail can hold."""
        return self.train.adhesion(self._values)

    def steam_rate(self) -> float:
        """Steam that the cylinders take now, in kg/s."""
        rim = self.train.rim
        return max(0.0, self._steam_in_a_turn(rim, self._chest(rim)) * abs(rim) / GIRTH)

    def fuel_power(self) -> float:
        """Heat of the coal that makes this steam, in W."""
        return self.steam_rate() * STEAM_HEAT / BOILER_EFFICIENCY

    def fuel_heat(self) -> float:
        """Heat of the coal that has made steam for the cylinders since the start, in J."""
        return self._steam_used * STEAM_HEAT / BOILER_EFFICIENCY

    @property
    def slipping(self) -> bool:
        """Whether the wheels turn faster than the train goes."""
        return self.train.slipping

    @property
    def angle(self) -> float:
        """Angle of the crank in rad."""
        return (self._start + self.train.rolled / (WHEEL / 2)) % (2 * pi)

    @property
    def speed(self) -> float:
        """Speed of the train in m/s."""
        return self.train.speed

    def piston(self) -> float:
        """Where the piston stands, from −1 (back dead centre) to 1."""
        return piston(self.angle)

    def trace(self) -> tuple[tuple[float, float], ...]:
        """The indicator diagram of the front of the piston: volume in % of the swept one, pressure in kPa; closed."""
        forward, chest = self._forward(), self.chest_pressure()
        # To 5 kPa: a diagram that breathes less than its line is wide need not be drawn anew.
        key = (self._die(), forward, round(chest / 5000))
        if self._diagram is None or self._diagram[0] != key:
            now = self._turn(forward)
            points = [
                (volume * 100, (c * key[2] * 5000 + e * BACK_PRESSURE) / 1000)
                for volume, (c, e) in zip(now.volume, now.front, strict=True)
            ]
            self._diagram = key, (*points, points[0])
        return self._diagram[1]

    def readings(self) -> tuple[Reading, ...]:
        """The train's readings, the steam's, and where each pin of the gear stands."""
        angle, die, forward = self.angle, self._die(), self._forward()
        chest = self.chest_pressure()
        pins = rods(angle, die)
        front, back = self._turn(forward).pressures(angle, chest, BACK_PRESSURE)
        fuel, effort = self.fuel_power(), self.tractive_effort()
        useful = max(0.0, self.train.pull(effort, self._values) * self.train.speed)
        return (
            *self.train.readings(effort, self._values),
            Reading("revolutions", self.train.rim / GIRTH * 60, "r/min"),
            Reading("efficiency", useful / fuel * 100 if fuel > 0 else 0.0, "%"),
            Reading("steam", self.steam_rate() * 3600, "kg/h"),
            Reading("steam_used", self._steam_used, "kg"),
            Reading("fuel_heat", self.fuel_heat() / 1e6, "MJ"),
            Reading("heat_to_top", self._heat_to_top / 1e6, "MJ"),
            Reading("chest", chest / 1000, "kPa"),
            Reading("front", front / 1000, "kPa"),
            Reading("back", back / 1000, "kPa"),
            Reading("volume", self._turn(True).volume[round(angle / (2 * pi) * POINTS) % POINTS] * 100, "%"),
            Reading("angle", angle, "rad"),
            Reading("valve", valve(angle, die) * 1000, "mm"),
            Reading("crosshead", pins.crosshead, "m"),
            Reading("return_x", pins.return_pin[0], "m"),
            Reading("return_y", pins.return_pin[1], "m"),
            Reading("link", pins.link_angle, "rad"),
            Reading("foot_x", pins.foot[0], "m"),
            Reading("foot_y", pins.foot[1], "m"),
            Reading("die", die, "m"),
            Reading("die_x", pins.die[0], "m"),
            Reading("die_y", pins.die[1], "m"),
            Reading("lever_foot_x", pins.lever_foot[0], "m"),
            Reading("lever_foot_y", pins.lever_foot[1], "m"),
            Reading("lever_top_x", pins.lever_top[0], "m"),
            Reading("lever_top_y", pins.lever_top[1], "m"),
            Reading("spindle", pins.spindle, "m"),
        )

    def _forward(self) -> bool:
        """Which way the wheels turn, or will."""
        return self.train.rim > 0 or (self.train.rim == 0 and self._values["cut_off"] >= 0)

    def _die(self) -> float:
        return die_for(self._values["cut_off"] / 100)

    def _turn(self, forward: bool) -> Turn:
        return turn(self._die(), forward)

    def _steam_in_a_turn(self, rim: float, chest: float) -> float:
        """Steam in kg that both cylinders take in a turn."""
        per_chest, per_exhaust = self._turn(rim >= 0).steam
        return CYLINDERS * SWEPT * (per_chest * chest + per_exhaust * BACK_PRESSURE) / PRESSURE_TIMES_VOLUME

    def _chest(self, rim: float) -> float:
        opened = BACK_PRESSURE + (BOILER_PRESSURE - BACK_PRESSURE) * self._values["regulator"] / 100
        if rim == 0:
            return opened
        per_chest, per_exhaust = self._turn(rim > 0).steam
        most = STEAM_RATE * GIRTH / abs(rim) * PRESSURE_TIMES_VOLUME / (CYLINDERS * SWEPT)
        # A boiler that cannot follow lets the pressure sink; it does not suck.
        return max(BACK_PRESSURE, min(opened, (most - per_exhaust * BACK_PRESSURE) / per_chest))

    def _effort(self, rim: float) -> float:
        if rim != 0:
            return self._directed(rim)
        # At rest it is driven the way in which it would go on; in mid gear that is neither.
        ahead, astern = self._directed(1e-9), self._directed(-1e-9)
        return ahead if ahead > 0 and astern > 0 else astern if ahead < 0 and astern < 0 else 0.0

    def _directed(self, rim: float) -> float:
        per_chest, per_exhaust = self._turn(rim > 0).work
        work = CYLINDERS * SWEPT * (per_chest * self._chest(rim) + per_exhaust * BACK_PRESSURE)
        return work / GIRTH if rim > 0 else -work / GIRTH

    def _burn(self, seconds: float) -> None:
        self._steam_used += self.steam_rate() * seconds
