"""What the kiln does to a plate: copper heats by radiation, ground glass melts and sinks, and is filled again.

Sources: radiation between a small body and a hot room, ε σ (T⁴ − T₀⁴), any textbook of heat transfer; density and
specific heat of copper, CRC Handbook; firing at about 800 °C, as the exhibits of the craft say. Ground glass fills
about 60 % of its room (packing of irregular grains, textbook range 55 to 64 %): what melts sinks by the rest, and that
is why one fills and fires several times.
"""

from dataclasses import dataclass

STEFAN_BOLTZMANN = 5.670e-8  # W/m²K⁴
EMISSIVITY = 0.8  # enamel and oxidised copper
FREE_CONVECTION = 10.0  # W/m²K, air that moves by itself
COPPER_DENSITY, COPPER_HEAT = 8_960.0, 385.0  # kg/m³, J/kgK
PACKING = 0.60
ROOM = 20.0  # °C
SOFT, FUSED = 700.0, 800.0  # °C: begins to flow; has become glass
ZERO = 273.15


@dataclass(slots=True)
class Filling:
    """What lies in one cell, as parts of its depth: glass, and over it ground glass as it lies."""

    glass: float = 0.0
    powder: float = 0.0

    @property
    def level(self) -> float:
        """How full the cell is, from 0 to 1."""
        return self.glass + self.powder

    @property
    def solid(self) -> float:
        """How much of the depth is glass when all of it has melted. Filling changes it, melting doesn't."""
        return self.glass + self.powder * PACKING

    def to_the_brim(self) -> bool:
        """Add powder until the cell is full; whether there was room."""
        room = 1 - self.level
        self.powder += max(0.0, room)
        return room > 0

    def melt(self, part: float) -> None:
        """Let so much of the powder, from 0 to 1, become glass. The air between its grains goes: it sinks."""
        melting = self.powder * part
        self.powder -= melting
        self.glass += melting * PACKING


class HotPlate:
    """The copper and its heat."""

    def __init__(self, thickness: float) -> None:
        """`thickness` in m."""
        self._heat_of_area = COPPER_DENSITY * COPPER_HEAT * thickness  # J/m²K
        self.temperature = ROOM  # °C

    def advance(self, dt: float, kiln: float) -> float:
        """Heat or cool for `dt` s in a kiln of so many °C; the part of the powder that melts meanwhile, 0 to 1."""
        around, now = kiln + ZERO, self.temperature + ZERO
        flux = EMISSIVITY * STEFAN_BOLTZMANN * (around**4 - now**4) + FREE_CONVECTION * (around - now)
        self.temperature += 2 * flux * dt / self._heat_of_area  # both faces take part
        if self.temperature <= SOFT:
            return 0.0
        # Between soft and fused the flow quickens; fused glass needs a few seconds to level.
        return min(1.0, (self.temperature - SOFT) / (FUSED - SOFT) * dt / 5)
