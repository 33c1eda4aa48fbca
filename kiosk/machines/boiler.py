"""A drum boiler: fire that needs a while to burn up, and boiling water that stores heat as pressure.

Sources: K. J. Åström and R. D. Bell, *Drum-boiler dynamics*, Automatica 36 (2000), for the store (water and steel at
the temperature of boiling); IEEE Committee Report, *Dynamic models for fossil fueled steam units in power system
studies*, IEEE Trans. Power Systems 6 (1991), for its size: the time constant of drum pressure lies between 90 and
300 s.
"""

from kiosk.machines.steam import steam_table

EFFICIENCY = 0.93  # of the fuel's heat reaches the water: usual with oil; the rest goes up the chimney
BURN_UP = 8.0  # s until a new fuel flow has become heat in the tubes (oil; coal takes longer)
WATER = 600.0  # s: the boiler holds as much water as it evaporates in this time at full load
STEEL = 3.0  # kg of tubes and drum per kg of water
STEEL_HEAT = 490.0  # J/(kg·K)
SAFETY = 1.08  # times rated pressure: the safety valve begins to lift …
SAFETY_SPAN = 0.03  # … and is open when the pressure has gone up so much more
LOWEST = 0.3e6  # Pa: under it there is no steam worth a name


class Boiler:
    """Energy in, energy out, and the pressure that follows. Feed water always keeps the level."""

    def __init__(self, pressure: float, full_flow: float) -> None:
        """Rated pressure in Pa; steam in kg/s at full load."""
        self._steam = steam_table()
        self._rated, self._full_flow = pressure, full_flow
        self._water = WATER * full_flow
        self.pressure = pressure
        self.stored = self._energy(pressure)
        """J in boiling water and steel, above water and steel at 0 °C."""
        self.firing = 0.0
        """W of fuel that burns now."""

    def burn(self, wanted: float, seconds: float) -> None:
        """Let the fire come nearer to the W that are wanted."""
        self.firing += (wanted - self.firing) * min(1.0, seconds / BURN_UP)

    def heat_to_water(self) -> float:
        """W that reach the water."""
        return EFFICIENCY * self.firing

    def blown_off(self) -> float:
        """Steam in kg/s that the safety valve lets out."""
        lift = (self.pressure / self._rated - SAFETY) / SAFETY_SPAN
        return self._full_flow * 1.2 * min(1.0, max(0.0, lift))

    def dry_enthalpy(self) -> float:
        """Of the drum's steam, in J/kg."""
        return self._steam.boiling(self.pressure).steam_enthalpy

    def take(self, energy: float) -> None:
        """Add so many J, or take them where negative, and find the pressure that goes with it."""
        self.stored += energy
        for _ in range(4):
            slope = (self._energy(self.pressure * 1.001) - self._energy(self.pressure)) / (self.pressure * 0.001)
            change = (self.stored - self._energy(self.pressure)) / slope
            self.pressure = max(LOWEST, self.pressure + change)
            if abs(change) < 1.0:
                break

    def store_time(self, full_heat: float) -> float:
        """Time constant in s: how long the fire of full load would take to raise the pressure by its rated value."""
        slope = (self._energy(self._rated) - self._energy(self._rated * 0.99)) / (self._rated * 0.01)
        return slope * self._rated / full_heat

    def _energy(self, pressure: float) -> float:
        ends = self._steam.boiling(pressure)
        return self._water * (ends.water_enthalpy + STEEL * STEEL_HEAT * (ends.temperature - 273.15))
