"""The papers that tickets come on."""

from dataclasses import dataclass
from typing import Literal

PaperName = Literal["80mm", "58mm", "a6", "a5"]
THERMAL_DPI = 203.2  # 8 dots a millimetre


@dataclass(frozen=True, slots=True)
class Paper:
    """Printable size in dots; `height` is None for a roll, which is cut where the ticket ends."""

    name: PaperName
    width: int
    height: int | None
    dpi: float

    @property
    def roll(self) -> bool:
        return self.height is None

    def millimetres(self, dots: float) -> float:
        """Length of so many dots."""
        return dots * 25.4 / self.dpi


# Printable widths of 80 and 58 mm thermal printers at 203 dpi: 72 and 48 mm (Epson TM-T20, TM-P20 specifications).
PAPERS: dict[PaperName, Paper] = {
    "80mm": Paper("80mm", 576, None, THERMAL_DPI),
    "58mm": Paper("58mm", 384, None, THERMAL_DPI),
    "a6": Paper("a6", 1240, 1748, 300),
    "a5": Paper("a5", 1748, 2480, 300),
}
