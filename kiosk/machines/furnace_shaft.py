"""The shaft of a blast furnace: ten zones of burden that sink, and the gas that rises through them.

In each zone the burden is mixed and has one temperature; the gas, which needs seconds where the burden needs hours,
passes the zones from the tuyeres up. Zones hold moles and joules, so that nothing is lost on the way.

Sources: A. K. Biswas, *Principles of Blast Furnace Ironmaking* (zones, reactions, exchange of heat after Kitaev);
M. Geerdes et al., *Modern Blast Furnace Ironmaking* (sizes).

No book gives these, they are round figures of ours, chosen so that the whole behaves as the books report of a furnace:
LOSS, SUPERHEAT, STAYS, MOST_MELTED and the four speeds at the end of the constants.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

from kiosk.machines.smelting import (
    AL2O3,
    CACO3,
    CAO,
    CARBON,
    CARBON_PER_IRON,
    FE,
    FE2O3,
    FEO,
    KELVIN,
    NITROGEN,
    OXYGEN,
    OXYGEN_IN_AIR,
    ROOM,
    SIO2,
    STANDARD,
    C,
    gas_capacity,
    gas_heat,
    heat,
    least_monoxide,
    liquid_heat,
    room,
    speed,
    temperature_of,
)

ZONES = 10
HEIGHT = 22.0  # m from the tuyeres to the stock line, in a furnace of 2536 m³ (Geerdes' sizes)
OUTLINE = (0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 1.00, 1.00, 0.96, 0.91)  # radius of each zone, the belly's being 1
SHAFT = 0.80  # of the inner volume lies above the tuyeres
HEAT_TRANSFER = 2_000.0  # W/(m³·K) between gas and lumps (Biswas, after Kitaev: 1–5 kW)
LOSS = 12.0  # W/(m³·K) to the cooling of the lower half: with the hearth's about 0.4 GJ for a tonne of iron
COOLED = 5  # zones from above that stand in brick, not in cooled iron
AIR = 30.0 + KELVIN  # K around the furnace
REDUCED_BY_COKE = (
    1_200.0 + KELVIN,
    1_400.0 + KELVIN,
)  # K: wüstite that melts below runs into the slag, above it is iron
MELTS = 1_400.0 + KELVIN  # K: all has melted, and drips (Biswas: the cohesive zone ends there)
SUPERHEAT = 0.4  # of what the coke is hotter, the drops take up on their way
STAYS = 0.1  # of the lowest zone is coke that no blast reaches, the dead man
MOST_MELTED = 0.2  # of the lowest zone in one part of a step

# Speeds in 1/s at a temperature in K, with the activation energy in J/mol.
_TO_WUSTITE = (1.5e-3, 800 + KELVIN, 70e3)
_TO_IRON = (1.25e-3, 900 + KELVIN, 80e3)
_COKE_GAS = (0.5e-4, 1100 + KELVIN, 230e3)
_CALCINING = (1.0e-4, 900 + KELVIN, 170e3)


@dataclass(slots=True)
class Gas:
    """Gas that passes a zone in one part of a step: mol, and K."""

    monoxide: float
    dioxide: float
    nitrogen: float
    temperature: float
    solution: float = 0.0
    """mol of carbon that the gas has taken from the coke on its way."""

    @property
    def enthalpy(self) -> float:
        """In J."""
        return gas_heat(self.monoxide, self.dioxide, self.nitrogen, self.temperature)

    @property
    def utilisation(self) -> float:
        """CO₂ over CO + CO₂."""
        both = self.monoxide + self.dioxide
        return self.dioxide / both if both > 0 else 0.0


@dataclass(slots=True)
class Zone:
    """Burden of one height: mol of each substance, and K."""

    volume: float
    burden: list[float]
    temperature: float
    gas_temperature: float
    cooled: bool


@dataclass(slots=True)
class Melted:
    """What has run out of the lowest zone: mol, J (liquid), and what the blast has done."""

    melt: list[float] = field(default_factory=lambda: [0.0] * 8)
    enthalpy: float = 0.0
    burnt: float = 0.0  # mol of carbon at the tuyeres
    direct: float = 0.0  # mol of oxygen that coke itself has taken
    blast_heat: float = 0.0  # J
    flame: float = STANDARD  # K
    loss: float = 0.0  # J


def shares() -> tuple[float, ...]:
    """Which part of the shaft each zone is."""
    whole = sum(radius**2 for radius in OUTLINE)
    return tuple(radius**2 / whole for radius in OUTLINE)


def burn(zone: Zone, oxygen: float, blast_temperature: float) -> tuple[Gas, Melted]:
    """Blow in oxygen (mol, with air's nitrogen): coke burns to CO, and as much of the zone melts as its coke is gone.

    Returns the gas of the raceway with what the melt gives off. Less is blown in where there is no coke for it.
    """
    n, melted = zone.burden, Melted()
    low, high = REDUCED_BY_COKE
    hot = min(1.0, max(0.0, (zone.temperature - low) / (high - low)))
    wustite = n[FEO] + 2 * n[FE2O3]
    metal = n[FE] + hot * wustite
    direct = n[FE2O3] + hot * wustite
    needs = direct + CARBON_PER_IRON * metal
    free = max(0.0, n[C] - needs)
    spare = max(0.0, free - STAYS * zone.volume / ROOM[C])
    burnt = min(2 * oxygen, MOST_MELTED * spare)
    part = burnt / free if free > 0 else 0.0
    nitrogen = burnt / 2 * (1 - OXYGEN_IN_AIR) / OXYGEN_IN_AIR
    above = blast_temperature - STANDARD
    melted.blast_heat = burnt / 2 * OXYGEN.enthalpy(blast_temperature) + nitrogen * NITROGEN.heat_capacity * above
    raceway = Gas(burnt, 0.0, nitrogen, zone.temperature)
    fire = melted.blast_heat + burnt * CARBON.enthalpy(zone.temperature)
    if burnt > 0:
        raceway.temperature += (fire - raceway.enthalpy) / gas_capacity(burnt, 0.0, nitrogen)
    melted.flame, melted.burnt, melted.direct = raceway.temperature, burnt, part * direct
    melted.melt[FE] = part * metal
    melted.melt[FEO] = part * (1 - hot) * wustite
    melted.melt[C] = part * metal * CARBON_PER_IRON
    melted.melt[CAO] = part * (n[CAO] + n[CACO3])
    melted.melt[SIO2], melted.melt[AL2O3] = part * n[SIO2], part * n[AL2O3]
    drops = zone.temperature - (1 - SUPERHEAT) * max(0.0, zone.temperature - MELTS)
    melted.enthalpy = liquid_heat(melted.melt, drops)
    gas = Gas(burnt + part * direct, part * n[CACO3], nitrogen, raceway.temperature)
    before = heat(n, zone.temperature)
    zone.burden = [amount * (1 - part) for amount in n]
    # All that was in the zone is in the zone, in the melt or in the gas; so is its heat.
    rest = before + melted.blast_heat - melted.enthalpy - gas.enthalpy
    zone.temperature = temperature_of(zone.burden, rest)
    return gas, melted


def rise(zone: Zone, gas: Gas, seconds: float) -> float:
    """Let gas pass a zone: it reduces, is made richer by coke, and gives its heat. Changes both; returns the heat in J
    that the cooling takes."""
    n, t = zone.burden, zone.temperature
    enthalpy = heat(n, t) + gas.enthalpy
    calcined = n[CACO3] * _done(_CALCINING, t, seconds)
    n[CACO3] -= calcined
    n[CAO] += calcined
    gas.dioxide += calcined
    passing = gas.monoxide + gas.dioxide
    if passing > 0:
        surplus = max(0.0, gas.monoxide - passing * least_monoxide(t))
        iron = min(n[FEO], surplus * (1 - exp(-_pace(_TO_IRON, t) * n[FEO] * seconds / passing)))
        n[FEO] -= iron
        n[FE] += iron
        gas.monoxide -= iron
        gas.dioxide += iron
        wustite = min(n[FE2O3], gas.monoxide * (1 - exp(-_pace(_TO_WUSTITE, t) * n[FE2O3] * seconds / passing)))
        n[FE2O3] -= wustite
        n[FEO] += 2 * wustite
        gas.monoxide -= wustite
        gas.dioxide += wustite
        coke = min(n[C], gas.dioxide * (1 - exp(-_pace(_COKE_GAS, t) * n[C] * seconds / passing)))
        n[C] -= coke
        gas.dioxide -= coke
        gas.monoxide += 2 * coke
        gas.solution += coke
    capacity = gas_capacity(gas.monoxide, gas.dioxide, gas.nitrogen)
    if capacity > 0:
        gas.temperature = t + (gas.temperature - t) * exp(-HEAT_TRANSFER * zone.volume * seconds / capacity)
    zone.gas_temperature = gas.temperature
    loss = (LOSS if zone.cooled else 0.0) * zone.volume * (t - AIR) * seconds
    zone.temperature = temperature_of(n, enthalpy - gas.enthalpy - loss)
    return loss


def sink(above: Zone, below: Zone) -> float:
    """Fill the lower zone from the upper one, which is mixed. Returns the room in m³ that has come down."""
    there = room(above.burden)
    lacking = max(0.0, below.volume - room(below.burden))
    part = min(0.9, lacking / there) if there > 0 else 0.0
    moved = [amount * part for amount in above.burden]
    above.burden = [amount - gone for amount, gone in zip(above.burden, moved, strict=True)]
    receive(below, moved, above.temperature)
    return part * there


def receive(zone: Zone, burden: Sequence[float], temperature: float) -> None:
    """Put burden (mol, K) into a zone."""
    enthalpy = heat(zone.burden, zone.temperature) + heat(burden, temperature)
    zone.burden = [amount + more for amount, more in zip(zone.burden, burden, strict=True)]
    zone.temperature = temperature_of(zone.burden, enthalpy)


def _pace(reaction: tuple[float, float, float], temperature: float) -> float:
    return speed(*reaction, temperature)


def _done(reaction: tuple[float, float, float], temperature: float, seconds: float) -> float:
    return 1 - exp(-_pace(reaction, temperature) * seconds)
