"""Water and steam by IAPWS-IF97, looked up in a table: what a machine needs of it, fast and without a library.

Source: *Revised Release on the IAPWS Industrial Formulation 1997 for the Thermodynamic Properties of Water and Steam*
(IAPWS R7-97, 2012). `tests/tools/steam_table.py` makes the table with CoolProp; between its points stands a cubic
through the four nearest. It reaches from 0.7 kPa to 16 MPa and to 800 °C; the tests hold enthalpy and entropy to 0.2 ‰
of the standard up to 15 MPa, most of it much closer. All in SI units: Pa, K, J/kg, J/(kg·K), m³/kg.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from typing import Any

from kiosk.resources import resource


class OutsideTheTable(ValueError):
    """Steam as no machine here should meet it; the text says where the table ends."""


@dataclass(frozen=True, slots=True)
class Boiling:
    """Both ends of boiling at one pressure: water that just boils, and steam that is just dry."""

    temperature: float
    water_enthalpy: float
    water_entropy: float
    water_volume: float
    steam_enthalpy: float
    steam_entropy: float


@dataclass(frozen=True, slots=True)
class State:
    """Steam somewhere on its way."""

    pressure: float
    enthalpy: float
    entropy: float
    temperature: float
    quality: float
    """Share of the mass that is steam, up to 1: dry."""


class SteamTable:
    """The table and what can be asked of it."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._start, self._step, self._width = log(data["lowest"]), float(data["step"]), float(data["width"])
        self.lowest, self.highest = float(data["lowest"]), exp(self._start + self._step * (len(data["rows"]) - 1))
        keys = ("boiling", "water_enthalpy", "water_entropy", "water_volume", "steam_entropy")
        self._ends = [(*(float(row[key]) for key in keys), float(row["enthalpy"][0])) for row in data["rows"]]
        self._enthalpy = [tuple(map(float, row["enthalpy"])) for row in data["rows"]]
        self._temperature = [tuple(map(float, row["temperature"])) for row in data["rows"]]

    def boiling(self, pressure: float) -> Boiling:
        """Both ends of boiling. Raises OutsideTheTable."""
        first, weights = self._rows(pressure)
        rows = self._ends[first : first + 4]
        boils, hf, sf, vf, sg, hg = (
            sum(weight * row[column] for weight, row in zip(weights, rows, strict=True)) for column in range(6)
        )
        return Boiling(boils, hf, sf, vf, hg, sg)

    def boiling_pressure(self, temperature: float) -> float:
        """The pressure in Pa at which water boils at a temperature in K. Raises OutsideTheTable."""
        low, high = 0, len(self._ends) - 1
        coldest, hottest = self._ends[low][0], self._ends[high][0]
        if not coldest <= temperature <= hottest:
            raise OutsideTheTable(f"{temperature:g} K: boiling is known from {coldest:g} to {hottest:g} K")
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._ends[middle][0] <= temperature else (low, middle)
        # ln p over 1/T is nearly straight: the secant from one row to the next is almost there, two corrections finish.
        a, b = 1 / self._ends[low][0], 1 / self._ends[high][0]
        x = self._start + self._step * (low + (1 / temperature - a) / (b - a))
        for _ in range(3):
            pressure = min(self.highest, max(self.lowest, exp(x)))
            off = 1 / self.boiling(pressure).temperature - 1 / temperature
            x -= off / ((b - a) / self._step)
        return min(self.highest, max(self.lowest, exp(x)))

    def at_entropy(self, pressure: float, entropy: float) -> State:
        """Steam, wet or dry, of this entropy. Raises OutsideTheTable, also for water that does not boil."""
        ends = self.boiling(pressure)
        if entropy <= ends.steam_entropy:
            quality = (entropy - ends.water_entropy) / (ends.steam_entropy - ends.water_entropy)
            if quality < 0:
                raise OutsideTheTable(f"{entropy:g} J/(kg·K) at {pressure:g} Pa is water that does not boil")
            heat = ends.steam_enthalpy - ends.water_enthalpy
            return State(pressure, ends.water_enthalpy + quality * heat, entropy, ends.temperature, quality)
        enthalpy, temperature = self._dry(pressure, entropy - ends.steam_entropy)
        return State(pressure, enthalpy, entropy, temperature, 1.0)

    def at_enthalpy(self, pressure: float, enthalpy: float) -> State:
        """Steam, wet or dry, of this enthalpy. Raises OutsideTheTable."""
        ends = self.boiling(pressure)
        if enthalpy <= ends.steam_enthalpy:
            quality = (enthalpy - ends.water_enthalpy) / (ends.steam_enthalpy - ends.water_enthalpy)
            if quality < 0:
                raise OutsideTheTable(f"{enthalpy:g} J/kg at {pressure:g} Pa is water that does not boil")
            entropy = ends.water_entropy + quality * (ends.steam_entropy - ends.water_entropy)
            return State(pressure, enthalpy, entropy, ends.temperature, quality)
        # Along an isobar dh = T ds, and T grows with s: Newton from the dry end climbs to the place in a few steps.
        above = (enthalpy - ends.steam_enthalpy) / ends.temperature
        above = min(above, self._widest(pressure))
        for _ in range(12):
            found, temperature = self._dry(pressure, above)
            change = (enthalpy - found) / temperature
            above = min(max(0.0, above + change), self._widest(pressure))
            if abs(change) < 1e-6:
                break
        else:
            raise OutsideTheTable(f"{enthalpy:g} J/kg at {pressure:g} Pa is hotter than the table")
        return State(pressure, enthalpy, ends.steam_entropy + above, temperature, 1.0)

    def at_temperature(self, pressure: float, temperature: float) -> State:
        """Dry steam of this temperature, which is at least that of boiling. Raises OutsideTheTable."""
        ends = self.boiling(pressure)
        low, high = 0.0, self._widest(pressure)
        cold, hot = ends.temperature, self._dry(pressure, high)[1]
        if not cold <= temperature <= hot:
            raise OutsideTheTable(f"{temperature:g} K at {pressure:g} Pa is no steam of the table")
        # Along an isobar T grows nearly as exp(s / c): the secant of ln T finds it in a few steps (Illinois).
        cold, hot = log(cold / temperature), log(hot / temperature)
        above = low
        for _ in range(40):
            above = high - hot * (high - low) / (hot - cold)
            found = self._dry(pressure, above)[1]
            off = log(found / temperature)
            if abs(off) < 1e-9:
                break
            if off * hot < 0:
                low, cold = high, hot
            else:
                cold /= 2
            high, hot = above, off
        enthalpy, _ = self._dry(pressure, above)
        return State(pressure, enthalpy, ends.steam_entropy + above, temperature, 1.0)

    def _rows(self, pressure: float) -> tuple[int, Sequence[float]]:
        """The first of the four rows about a pressure, and what each counts."""
        if not self.lowest <= pressure <= self.highest * 1.000001:
            raise OutsideTheTable(f"{pressure:g} Pa: the table reaches from {self.lowest:g} to {self.highest:g} Pa")
        return _four((log(pressure) - self._start) / self._step, len(self._ends))

    def _widest(self, pressure: float) -> float:
        first, _ = self._rows(pressure)
        return (min(len(row) for row in self._enthalpy[first : first + 4]) - 1) * self._width

    def _dry(self, pressure: float, above: float) -> tuple[float, float]:
        """Enthalpy and temperature of steam by its entropy above saturation."""
        first, across = self._rows(pressure)
        columns = min(len(row) for row in self._enthalpy[first : first + 4])
        if above > (columns - 1) * self._width * 1.000001:
            raise OutsideTheTable(f"steam at {pressure:g} Pa is hotter than the table")
        left, along = _four(above / self._width, columns)
        a, b, c, d = along
        enthalpy = temperature = 0.0
        for index, weight in enumerate(across, first):
            h0, h1, h2, h3 = self._enthalpy[index][left : left + 4]
            t0, t1, t2, t3 = self._temperature[index][left : left + 4]
            enthalpy += weight * (a * h0 + b * h1 + c * h2 + d * h3)
            temperature += weight * (a * t0 + b * t1 + c * t2 + d * t3)
        return enthalpy, temperature


def _four(place: float, count: int) -> tuple[int, tuple[float, float, float, float]]:
    """The first of the four points about a place on an even grid, and their weights (Lagrange's cubic).

    >>> _four(2.0, 9)
    (1, (-0.0, 1.0, 0.0, -0.0))
    """
    first = min(max(int(place) - 1, 0), count - 4)
    x = place - first
    p, q, r, s = x, x - 1, x - 2, x - 3
    return first, (-q * r * s / 6, p * r * s / 2, -p * q * s / 2, p * q * r / 6)


@cache
def steam_table() -> SteamTable:
    """The table that comes with the program, read once."""
    return SteamTable(json.loads(resource("steam", "if97.json").read_text(encoding="utf-8")))
