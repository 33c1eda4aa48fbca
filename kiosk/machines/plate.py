"""A cloisonné plate in the kiln: copper heats by radiation, ground glass melts and sinks, and is filled again.

Sources: radiation between a small body and a hot room, ε σ (T⁴ − T₀⁴), any textbook of heat transfer; density and
specific heat of copper, CRC Handbook; firing at about 800 °C, as the exhibits of the craft say. Ground glass fills
about 60 % of its room (packing of irregular grains, textbook range 55 to 64 %): what melts sinks by the rest, and that
is why one fills and fires several times.
"""

from collections.abc import Mapping

from kiosk.machines.model import Design, Quantity, Reading, Settable

STEFAN_BOLTZMANN = 5.670e-8  # W/m²K⁴
EMISSIVITY = 0.8  # enamel and oxidised copper
COPPER_DENSITY, COPPER_HEAT = 8_960.0, 385.0  # kg/m³, J/kgK
PACKING = 0.60
ROOM = 20.0  # °C
SOFT, FUSED = 700.0, 800.0  # °C: begins to flow; has become glass
ZERO = 273.15

DESIGN = Design(
    name="plate",
    parameters=(Quantity("thickness", 0.8, 2.0, 1.0, "mm", "thickness of the copper"),),
    inputs=(
        Quantity("kiln", 20.0, 950.0, 20.0, "°C", "heat of the kiln around the plate; 20: it lies on the bench"),
        Quantity(
            "fill", 0.0, 1.0, 0.0, "", "going from 0 to 1 fills the cells to the brim once, when the plate is cool"
        ),
    ),
)


class Plate(Settable):
    """One plate, from empty cells to a full one."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        self._thickness = DESIGN.parameter_values(parameters or {})["thickness"] / 1000
        self._temperature = ROOM
        self._glass = 0.0  # part of a cell's depth that is glass
        self._powder = 0.0  # part that is ground glass, as it lies
        self._fillings = 0

    def set(self, name: str, value: float) -> None:
        """Set an input; `fill` fills when it goes up and the plate is cool. Raises OutOfRange, UnknownQuantity."""
        before = self._values.get(name, 0.0)
        super().set(name, value)
        if name == "fill" and before < 0.5 <= value and self.can_fill:
            self._powder += 1 - self.level
            self._fillings += 1

    def step(self, seconds: float) -> None:
        """Let time go by: heat the plate, melt what is hot enough."""
        parts = max(1, round(seconds / 0.05))
        for _ in range(parts):
            self._advance(seconds / parts)

    @property
    def cool(self) -> bool:
        """Cool enough to be filled by hand."""
        return self._temperature < 60

    @property
    def can_fill(self) -> bool:
        """Cool, and not full to the brim."""
        return self.cool and self.level < 0.995

    @property
    def level(self) -> float:
        """How full the cells are, from 0 to 1."""
        return self._glass + self._powder

    @property
    def melted(self) -> float:
        """Which part of what lies in the cells has become glass."""
        return 0.0 if self.level == 0 else self._glass / self.level

    def readings(self) -> tuple[Reading, ...]:
        """Temperature, level, how much of it is glass, how often it was filled, and whether it can be filled now."""
        return (
            Reading("temperature", self._temperature, "°C"),
            Reading("level", self.level * 100, "%"),
            Reading("glass", self._glass * 100, "%"),
            Reading("fillings", float(self._fillings), ""),
            Reading("can_fill", float(self.can_fill), ""),
        )

    def _advance(self, dt: float) -> None:
        around, now = self._values["kiln"] + ZERO, self._temperature + ZERO
        # Both faces take part; on the bench moving air cools too: 10 W/m²K, free convection.
        flux = EMISSIVITY * STEFAN_BOLTZMANN * (around**4 - now**4) + 10.0 * (around - now)
        self._temperature += 2 * flux * dt / (COPPER_DENSITY * COPPER_HEAT * self._thickness)
        if self._temperature > SOFT and self._powder > 0:
            # Between soft and fused the flow quickens; fused glass needs a few seconds to level.
            part = min(1.0, (self._temperature - SOFT) / (FUSED - SOFT) * dt / 5)
            melting = self._powder * part
            self._powder -= melting
            self._glass += melting * PACKING
