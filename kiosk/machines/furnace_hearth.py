"""The hearth of a blast furnace: liquid iron with slag on it, and the hole through which both are tapped.

Sources: M. Geerdes et al., *Modern Blast Furnace Ironmaking* (how much a hearth holds, how fast it is cast); A. K.
Biswas, *Principles of Blast Furnace Ironmaking* (slag and its basicity); Bernoulli and Darcy for the flow of the hole.
HOLE_FRICTION, SLUGGISH and the ends of SLAG_RUNS are round figures of ours: no book gives them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi, sqrt

from kiosk.machines.smelting import (
    AL2O3,
    CACO3,
    CAO,
    CARBON,
    CARBON_PER_IRON,
    FE,
    IRON,
    KELVIN,
    LIME,
    SILICA,
    SIO2,
    C,
    liquid_heat,
    slag_mass,
)

GRAVITY = 9.81  # m/s²
IRON_DENSITY, SLAG_DENSITY = 7_000.0, 2_600.0  # kg/m³, liquid
HOLE_WIDTH, HOLE_LENGTH, HOLE_FRICTION = 0.06, 2.0, 0.05  # m, m, Darcy's factor of a rough hole
DEPTH = 3.5  # m from the tap hole to the tuyeres (Geerdes)
FREEZES, THIN = 1_150.0 + KELVIN, 1_350.0 + KELVIN  # K: iron with its carbon is solid; iron runs freely
STIFF = 1_300.0 + KELVIN  # K: below, slag is a paste
SLUGGISH = 0.15  # as fast as good slag does a stiff one run
SLAG_RUNS = (0.7, 1.5)  # CaO/SiO₂ between which slag runs in a warm hearth; 1.0 to 1.25 is the custom


def basicity(n: Sequence[float]) -> float:
    """CaO over SiO₂ by mass, limestone counted as the lime that it becomes; amounts in mol."""
    silica = n[SIO2] * SILICA.molar_mass
    return (n[CAO] + n[CACO3]) * LIME.molar_mass / silica if silica > 0 else 0.0


@dataclass(slots=True)
class Hearth:
    """Liquid iron with its carbon, and slag: mol, and enthalpy in J."""

    melt: list[float]
    enthalpy: float
    room: float
    """m³ for both up to the tuyeres."""
    heel: float
    """m³ under the tap hole."""
    holes: float
    """How many tap holes are opened together."""

    @property
    def temperature(self) -> float:
        """In K."""
        none, warmer = liquid_heat(self.melt, 0.0), liquid_heat(self.melt, 1000.0)
        return (self.enthalpy - none) / (warmer - none) * 1000.0

    @property
    def iron(self) -> float:
        """Hot metal in kg."""
        return self.melt[FE] * IRON.molar_mass + self.melt[C] * CARBON.molar_mass

    @property
    def slag(self) -> float:
        """Slag in kg."""
        return slag_mass(self.melt)

    @property
    def level(self) -> float:
        """How full it is; 1: up to the tuyeres."""
        return (self.iron / IRON_DENSITY + self.slag / SLAG_DENSITY) / self.room

    @property
    def basicity(self) -> float:
        """CaO over SiO₂ of the slag."""
        return basicity(self.melt)

    @property
    def frozen(self) -> bool:
        """Nothing would run out of an open hole."""
        return self.temperature <= FREEZES

    @property
    def stiff(self) -> bool:
        """The slag hardly runs: too cold, too sour or too limy."""
        low, high = SLAG_RUNS
        return self.temperature < STIFF or not low <= self.basicity <= high

    def receive(self, melt: Sequence[float], enthalpy: float) -> None:
        """Melt drips in."""
        self.melt = [amount + more for amount, more in zip(self.melt, melt, strict=True)]
        self.enthalpy += enthalpy

    def tap(self, pressure: float, seconds: float) -> tuple[float, float, list[float], float]:
        """Let run through the open hole what will, under a pressure in Pa: the iron first, then the slag on it.

        Returns kg of iron, kg of slag, mol, J.
        """
        iron, slag = self.iron, self.slag
        head = DEPTH * max(0.0, self.level - self.heel / self.room)
        fall = 2 * (GRAVITY * head + pressure / IRON_DENSITY) / (1 + HOLE_FRICTION * HOLE_LENGTH / HOLE_WIDTH)
        thin = min(1.0, max(0.0, (self.temperature - FREEZES) / (THIN - FREEZES)))
        runs = thin * self.holes * pi / 4 * HOLE_WIDTH**2 * sqrt(fall) * seconds  # m³
        iron_out = min(runs, max(0.0, iron / IRON_DENSITY - self.heel)) * IRON_DENSITY
        rest = (runs - iron_out / IRON_DENSITY) * (SLUGGISH if self.stiff else 1.0)
        slag_out = min(rest, 0.98 * slag / SLAG_DENSITY) * SLAG_DENSITY
        t = self.temperature
        parts = [iron_out / iron if index in (FE, C) else slag_out / max(1.0, slag) for index in range(len(self.melt))]
        out = [amount * part for amount, part in zip(self.melt, parts, strict=True)]
        self.melt = [amount - gone for amount, gone in zip(self.melt, out, strict=True)]
        enthalpy = liquid_heat(out, t)
        self.enthalpy -= enthalpy
        return iron_out, slag_out, out, enthalpy


def filled(room: float, heel: float, holes: float, melt: Sequence[float], temperature: float) -> Hearth:
    """A hearth with so much melt (mol) at a temperature in K."""
    return Hearth(list(melt), liquid_heat(melt, temperature), room, heel, holes)


def melt_of(iron: float, slag: float, charge: Sequence[float]) -> list[float]:
    """So many kg of hot metal, and of a charge's slag: mol."""
    melt = [0.0] * len(charge)
    melt[CAO], melt[SIO2], melt[AL2O3] = charge[CAO] + charge[CACO3], charge[SIO2], charge[AL2O3]
    part = slag / slag_mass(melt)
    melt = [part * oxide for oxide in melt]
    melt[FE] = iron / (IRON.molar_mass + CARBON_PER_IRON * CARBON.molar_mass)
    melt[C] = melt[FE] * CARBON_PER_IRON
    return melt
