"""A surface condenser: cooling water in tubes, steam round them, and the vacuum that its temperature makes.

Sources: effectiveness of a heat exchanger in which one side boils or condenses, ε = 1 − exp(−NTU), any textbook of heat
transfer; its conductance grows with the square root of the water's speed (Heat Exchange Institute, *Standards for Steam
Surface Condensers*).
"""

from math import exp, sqrt

from kiosk.machines.steam import steam_table

WATER_HEAT = 4187.0  # J/(kg·K)
RATED_RISE = 10.0  # K by which the cooling water warms at full load
RATED_NTU = 1.6  # the steam is then 2.5 K hotter than the water that leaves
INERTIA = 8.0  # s: time constant of tubes and hot well
HOTTEST = 373.15  # K: at the pressure of the air the relief diaphragm opens


class Condenser:
    """Keeps its temperature; the pressure is that of boiling."""

    def __init__(self, full_heat: float, cold: float) -> None:
        """W of heat at full load; K of the cooling water that comes in."""
        self._steam = steam_table()
        self._cold = cold
        self._full_water = full_heat / (WATER_HEAT * RATED_RISE)  # kg/s
        self.full_heat = full_heat
        rated_gap = RATED_RISE / (1 - exp(-RATED_NTU))
        self._capacity = full_heat * INERTIA / rated_gap  # J/K
        self.temperature = cold + rated_gap

    @property
    def stored(self) -> float:
        """J above the cooling water's temperature."""
        return self._capacity * (self.temperature - self._cold)

    def pressure(self) -> float:
        """Pa."""
        return self._steam.boiling_pressure(self.temperature)

    def cooling(self, share: float) -> float:
        """W that a share of the full cooling water takes away now."""
        if share <= 0:
            return 0.0
        taken = 1 - exp(-RATED_NTU / sqrt(share))
        return self._full_water * share * WATER_HEAT * taken * (self.temperature - self._cold)

    def take(self, energy: float) -> float:
        """Add so many J (or take them); returns those that went out through the relief diaphragm."""
        self.temperature = self.temperature + energy / self._capacity
        over = max(0.0, self.temperature - HOTTEST)
        self.temperature -= over
        return over * self._capacity
