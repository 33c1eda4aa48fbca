"""The round that water makes in a power plant: boiler, turbine in two parts, condenser, feed heater, feed pump.

Sources: any textbook of engineering thermodynamics for the Rankine cycle with an open feed heater and isentropic
efficiencies (Çengel & Boles, chapter on vapour power cycles: turbines 85–90 %); A. Stodola, *Dampf- und Gasturbinen*,
for the cone law that ties a turbine's flow to the pressure before it. Steam itself comes from `kiosk.machines.steam`.
"""

from dataclasses import dataclass
from math import sqrt

from kiosk.machines.steam import State, steam_table

CROSSOVER = 0.4e6  # Pa between the turbine's parts: 144 °C, enough for a heat network; the set's control holds it
HIGH_EFFICIENCY, LOW_EFFICIENCY = 0.89, 0.88  # isentropic, of the part before and after the crossover
PUMP_EFFICIENCY = 0.80
MOST_HEAT = 0.86  # share of the steam that can be led off to the heat network; the rest cools the last blades


@dataclass(frozen=True, slots=True)
class Round:
    """One kilogram of live steam on its way round. Energies in J per kg of live steam, entropies in J/(kg·K)."""

    live: State
    throttled: State
    crossover: State
    exhaust: State
    low_share: float
    """Part of the steam that goes on through the low-pressure part."""
    heat_share: float
    """Part that is led off to the heat network."""
    feed_enthalpy: float
    """Of the water that enters the boiler."""
    work: float
    """What the turbine's shaft gives."""
    pump_work: float
    to_network: float
    """Heat for the network."""
    to_condenser: float
    """Heat that the cooling water takes."""

    @property
    def heat(self) -> float:
        """What the boiler gives."""
        return self.live.enthalpy - self.feed_enthalpy

    @property
    def efficiency(self) -> float:
        """Work won of the boiler's heat: thermal efficiency of the cycle."""
        return (self.work - self.pump_work) / self.heat


class WaterRound:
    """The round of a plant with live steam of one temperature; a spray in the superheater holds it."""

    def __init__(self, temperature: float, rated_pressure: float) -> None:
        """Temperature of live steam in K; the pressure in Pa at which the turbine swallows its full flow."""
        self._steam = steam_table()
        self._temperature = temperature
        self._rated = rated_pressure
        crossover = self._steam.boiling(CROSSOVER)
        self._drain = crossover.water_enthalpy
        self._drain_volume = crossover.water_volume

    def most_flow(self, pressure: float) -> float:
        """What the turbine swallows with its valve wide open, as a share of its flow at the rated pressure: Stodola's
        cone, m² ∝ p₁² − p₂²."""
        return sqrt(max(0.0, pressure**2 - CROSSOVER**2) / (self._rated**2 - CROSSOVER**2))

    def pressure_behind_valve(self, flow: float) -> float:
        """Pressure in Pa before the first blades when this share of the full flow goes through them."""
        return sqrt(CROSSOVER**2 + flow**2 * (self._rated**2 - CROSSOVER**2))

    def at(self, pressure: float, flow: float, condenser: float, heat: float) -> Round:
        """The round at a boiler pressure and a condenser pressure in Pa, a share of the full flow, and a share of
        `MOST_HEAT` for the network. Raises OutsideTheTable."""
        live = self._steam.at_temperature(pressure, self._temperature)
        # A valve does no work: the enthalpy stays.
        throttled = self._steam.at_enthalpy(min(pressure, self.pressure_behind_valve(flow)), live.enthalpy)
        crossover = self._expand(throttled, CROSSOVER, HIGH_EFFICIENCY)
        exhaust = self._expand(crossover, condenser, LOW_EFFICIENCY)
        cold = self._steam.boiling(condenser).water_enthalpy
        # Open heater: bleed, drains of the network and condensate leave it as water that just boils at this pressure.
        heat_share = heat * MOST_HEAT
        low = (1 - heat_share) / (1 + (self._drain - cold) / (crossover.enthalpy - self._drain))
        pump = self._drain_volume * (pressure - CROSSOVER) / PUMP_EFFICIENCY
        return Round(
            live=live,
            throttled=throttled,
            crossover=crossover,
            exhaust=exhaust,
            low_share=low,
            heat_share=heat_share,
            feed_enthalpy=self._drain + pump,
            work=live.enthalpy - crossover.enthalpy + low * (crossover.enthalpy - exhaust.enthalpy),
            pump_work=pump,
            to_network=heat_share * (crossover.enthalpy - self._drain),
            to_condenser=low * (exhaust.enthalpy - cold),
        )

    def on_paper(self, now: Round) -> tuple[tuple[float, float], ...]:
        """The round in the T–s diagram: kJ/(kg·K) and °C, once round and back to where it began.

        Water under pressure is drawn on the line of water that just boils, from which no eye could tell it.
        """
        steam = self._steam
        high, low = steam.boiling(now.live.pressure), steam.boiling(now.exhaust.pressure)
        points = [(low.water_entropy, low.temperature)]
        for part in (0.25, 0.5, 0.75):
            warm = steam.boiling(steam.boiling_pressure(low.temperature + part * (high.temperature - low.temperature)))
            points.append((warm.water_entropy, warm.temperature))
        points += [(high.water_entropy, high.temperature), (high.steam_entropy, high.temperature)]
        for part in (0.1, 0.25, 0.5, 0.75, 1.0):
            entropy = high.steam_entropy + part * (now.live.entropy - high.steam_entropy)
            points.append((entropy, steam.at_entropy(now.live.pressure, entropy).temperature))
        points += [(state.entropy, state.temperature) for state in (now.throttled, now.crossover, now.exhaust)]
        points.append(points[0])
        return tuple((entropy / 1000, temperature - 273.15) for entropy, temperature in points)

    def _expand(self, before: State, pressure: float, efficiency: float) -> State:
        """Steam after a part of the turbine, of which friction eats what the efficiency lacks of one."""
        ideal = self._steam.at_entropy(pressure, before.entropy)
        return self._steam.at_enthalpy(pressure, before.enthalpy - efficiency * (before.enthalpy - ideal.enthalpy))
