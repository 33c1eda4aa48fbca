"""The chemistry of the blast furnace: which substances there are, their heat, and how fast they react.

Sources: M. W. Chase, *NIST-JANAF Thermochemical Tables* (enthalpies of formation; heat capacities as means between
25 °C and the temperatures that each substance meets in a furnace); A. K. Biswas, *Principles of Blast Furnace
Ironmaking* (reactions, equilibrium of wüstite with carbon monoxide, activation energies); M. Geerdes, R. Chaigneau,
I. Kurunov et al., *Modern Blast Furnace Ironmaking* (coke, hot metal, slag). How fast ore and coke react differs from
mine to mine and from oven to oven: the speeds at a reference temperature are chosen so that a furnace shows what the
books report of one: a thermal reserve zone (here at 800 to 950 °C, 50 degrees cooler than theirs) and about a third of
the iron reduced directly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

KELVIN = 273.15
STANDARD = 298.15  # K, where enthalpies of formation hold
GAS_CONSTANT = 8.314  # J/(mol·K)
MOLE_VOLUME = 0.022414  # m³/mol of gas at 0 °C and 1 atm


@dataclass(frozen=True, slots=True)
class Substance:
    """What is known of a substance."""

    formula: str
    molar_mass: float  # kg/mol
    formation: float  # J/mol at 25 °C
    heat_capacity: float  # J/(mol·K), mean

    def enthalpy(self, temperature: float) -> float:
        """Enthalpy in J/mol at a temperature in K, counted from the elements at 25 °C."""
        return self.formation + self.heat_capacity * (temperature - STANDARD)


HAEMATITE = Substance("Fe2O3", 0.15969, -824_200.0, 138.0)
WUSTITE = Substance("FeO", 0.07184, -272_000.0, 57.0)
IRON = Substance("Fe", 0.05585, 0.0, 38.0)
CARBON = Substance("C", 0.01201, 0.0, 20.0)
LIMESTONE = Substance("CaCO3", 0.10009, -1_206_900.0, 110.0)
LIME = Substance("CaO", 0.05608, -635_100.0, 52.0)
SILICA = Substance("SiO2", 0.06008, -910_700.0, 66.0)
ALUMINA = Substance("Al2O3", 0.10196, -1_675_700.0, 117.0)
BURDEN = (HAEMATITE, WUSTITE, IRON, CARBON, LIMESTONE, LIME, SILICA, ALUMINA)
"""What a zone of the shaft holds, in this order."""
FE2O3, FEO, FE, C, CACO3, CAO, SIO2, AL2O3 = range(8)

MONOXIDE = Substance("CO", 0.02801, -110_530.0, 32.0)
DIOXIDE = Substance("CO2", 0.04401, -393_510.0, 50.0)
NITROGEN = Substance("N2", 0.02801, 0.0, 32.0)
OXYGEN = Substance("O2", 0.03200, 0.0, 34.0)

FORMATIONS = tuple(substance.formation for substance in BURDEN)
CAPACITIES = tuple(substance.heat_capacity for substance in BURDEN)

COKE_CARBON = 0.88  # kg/kg; the rest is ash, half silica and half alumina (Biswas: 45–60 % SiO₂)
METAL_CARBON = 0.045  # kg/kg of hot metal (Geerdes)
CARBON_PER_IRON = METAL_CARBON / (1 - METAL_CARBON) * IRON.molar_mass / CARBON.molar_mass  # mol/mol
IRON_FUSION = 13_810.0  # J/mol (JANAF)
SLAG_FUSION = 250_000.0  # J/kg, so that slag at 1500 °C carries the 1.8 MJ/kg of Biswas' heat balances
OXYGEN_IN_AIR = 0.21

# Bulk densities in kg/m³ (Geerdes: coke 450–550, sinter and pellets 1700–2200) as room for a mole of each.
COKE_DENSITY = 500.0
_ORE, _STONE = 2000.0, 1500.0
ROOM = (
    HAEMATITE.molar_mass / _ORE,
    HAEMATITE.molar_mass / _ORE / 2,
    HAEMATITE.molar_mass / _ORE / 2,
    CARBON.molar_mass / COKE_CARBON / COKE_DENSITY,
    LIMESTONE.molar_mass / _STONE,
    LIMESTONE.molar_mass / _STONE,
    SILICA.molar_mass / _ORE,
    0.0,
)
"""m³ that a mole takes in the burden: iron keeps its ore's place until it melts, ash lies in its coke."""


def heat(amounts: Sequence[float], temperature: float) -> float:
    """Enthalpy in J of amounts in mol at a temperature in K."""
    above = temperature - STANDARD
    return sum(n * (f + c * above) for n, f, c in zip(amounts, FORMATIONS, CAPACITIES, strict=True))


def temperature_of(amounts: Sequence[float], enthalpy: float) -> float:
    """Temperature in K at which amounts in mol hold an enthalpy in J.

    >>> round(temperature_of([0, 0, 10, 0, 0, 0, 0, 0], heat([0, 0, 10, 0, 0, 0, 0, 0], 1200)))
    1200
    """
    latent = sum(n * f for n, f in zip(amounts, FORMATIONS, strict=True))
    return STANDARD + (enthalpy - latent) / sum(n * c for n, c in zip(amounts, CAPACITIES, strict=True))


def room(amounts: Sequence[float]) -> float:
    """Room in m³ that amounts in mol take in the burden."""
    return sum(n * v for n, v in zip(amounts, ROOM, strict=True))


def slag_mass(melt: Sequence[float]) -> float:
    """Mass in kg of the oxides among amounts in mol that have melted."""
    return sum(melt[index] * BURDEN[index].molar_mass for index in (FEO, CAO, SIO2, AL2O3))


def liquid_heat(melt: Sequence[float], temperature: float) -> float:
    """Enthalpy in J of iron and slag that are liquid, amounts in mol, temperature in K."""
    return heat(melt, temperature) + melt[FE] * IRON_FUSION + slag_mass(melt) * SLAG_FUSION


def gas_heat(monoxide: float, dioxide: float, nitrogen: float, temperature: float) -> float:
    """Enthalpy in J of gas, amounts in mol, temperature in K."""
    above = temperature - STANDARD
    return (
        monoxide * (MONOXIDE.formation + MONOXIDE.heat_capacity * above)
        + dioxide * (DIOXIDE.formation + DIOXIDE.heat_capacity * above)
        + nitrogen * NITROGEN.heat_capacity * above
    )


def gas_capacity(monoxide: float, dioxide: float, nitrogen: float) -> float:
    """Heat capacity in J/K of gas, amounts in mol."""
    return monoxide * MONOXIDE.heat_capacity + dioxide * DIOXIDE.heat_capacity + nitrogen * NITROGEN.heat_capacity


def least_monoxide(temperature: float) -> float:
    """Share of CO in CO + CO₂ under which wüstite is no longer reduced: log K = 940 K / T − 1.147 (Biswas).

    >>> round(least_monoxide(900 + KELVIN), 2)
    0.69
    """
    return 1 / (1 + 10 ** (940 / temperature - 1.147))


def speed(at_reference: float, reference: float, activation: float, temperature: float) -> float:
    """Arrhenius: speed in 1/s at a temperature, from that at a reference temperature (both K) and J/mol.

    >>> speed(0.5, 1000, 80e3, 1000)
    0.5
    """
    return at_reference * exp(activation / GAS_CONSTANT * (1 / reference - 1 / temperature))
