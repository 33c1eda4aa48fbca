"""What a visitor's cloisonné plate is: the wires that were laid, the colours that fill its cells, how far it has come.

Plain data, without Qt and without the machine: it is kept in the visit, stored in the gallery, printed on the ticket
and read back strictly. Which cells the wires make is found on a grid of `RESOLUTION` squares across the plate: a cell
is what a drop of water could reach without crossing a wire or the rim (`plate_cells`).
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kiosk.machines.plate_cells import Cell, CellMap, Points, cells_between

MOST_WIRES = 80
MOST_POINTS = 80  # in a wire
MOST_FILLS = 80
MOST_TEXT = 160_000  # characters: 80 wires of 80 points and 80 fills need less
_FINE = 3  # decimals of the radius that are kept: on a plate of 20 cm a tenth of a millimetre
_SLACK = 0.002  # what rounding may push a point over the rim


class Stage(StrEnum):
    """The steps of the craft, in their order; a plate is at the last one that is done."""

    COPPER = "copper"
    WIRED = "wired"
    FILLED = "filled"
    FIRED = "fired"
    POLISHED = "polished"
    GILDED = "gilded"


@dataclass(frozen=True, slots=True)
class EnamelColour:
    """One jar: how the wet powder looks and how the glass does, as #rrggbb."""

    powder: str
    fired: str


# Ground glass scatters light and looks pale; molten and cold again it is deep (any textbook of optics: scattering at
# the grains' faces ends where they have run together).
COLOURS: Final[Mapping[str, EnamelColour]] = {
    "cobalt": EnamelColour("#8C9CC9", "#173C9E"),
    "turquoise": EnamelColour("#B7DDD6", "#35B8AE"),
    "jade": EnamelColour("#9DBFA6", "#157A55"),
    "leaf": EnamelColour("#C6D5A4", "#7FAE3A"),
    "yellow": EnamelColour("#EBDDAE", "#EFBE3A"),
    "white": EnamelColour("#DAD8D0", "#F6F1E4"),
    "pink": EnamelColour("#EBCFCB", "#E98A94"),
    "red": EnamelColour("#C99C97", "#B5233A"),
    "plum": EnamelColour("#AE9AB8", "#5B2A6E"),
    "black": EnamelColour("#8D8C90", "#1B1B26"),
}


class BadDrawing(ValueError):
    """A drawing that cannot be a plate; `what` says in a few words why."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not a plate: {what}")
        self.what = what


@dataclass(frozen=True)
class PlateDrawing:
    """One plate. Places are in parts of the radius, from −1 to 1, y down; they are kept to a thousandth."""

    wires: tuple[Points, ...] = ()
    fills: tuple[tuple[float, float, str], ...] = ()
    stage: Stage = Stage.COPPER

    def __post_init__(self) -> None:
        """Round what is kept. Raises BadDrawing for what is out of bounds."""
        if len(self.wires) > MOST_WIRES:
            raise BadDrawing(f"more than {MOST_WIRES} wires")
        if len(self.fills) > MOST_FILLS:
            raise BadDrawing(f"more than {MOST_FILLS} fills")
        object.__setattr__(self, "wires", tuple(_wire(points) for points in self.wires))
        object.__setattr__(self, "fills", tuple(_fill(*fill) for fill in self.fills))
        if not isinstance(self.stage, Stage):
            raise BadDrawing("a stage that the craft doesn't have")

    @property
    def empty(self) -> bool:
        """Nothing has been done to the copper."""
        return not self.wires and not self.fills

    def cells(self) -> tuple[Cell, ...]:
        """The closed cells between the wires and the rim, the largest first; a bare plate is one cell."""
        return self.cell_map().cells

    def cell_map(self) -> CellMap:
        """The cells, with a way to ask which one lies under a point."""
        return cells_between(self.wires)

    def colours(self) -> dict[int, str]:
        """Number of a cell in `cells()` → name of the colour in it; the last fill of a cell is the one that counts."""
        cells = self.cell_map()
        found = ((cells.at(x, y), name) for x, y, name in self.fills)
        return {number: name for number, name in found if number is not None}

    def to_json(self) -> str:
        """As text, to be stored."""
        kept = {"wires": self.wires, "fills": self.fills, "stage": self.stage.value}
        return json.dumps(kept, separators=(",", ":"), allow_nan=False)

    @classmethod
    def from_json(cls, text: str) -> "PlateDrawing":
        """Read back what `to_json` wrote. Raises BadDrawing for anything else.

        >>> PlateDrawing.from_json(PlateDrawing(wires=(((0, 0), (0.5, 0)),)).to_json()).wires
        (((0.0, 0.0), (0.5, 0.0)),)
        """
        if len(text) > MOST_TEXT:
            raise BadDrawing("too long")
        try:
            kept = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise BadDrawing("not JSON") from error
        if not isinstance(kept, dict) or kept.keys() != {"wires", "fills", "stage"}:
            raise BadDrawing("not wires, fills and a stage")
        wires = tuple(tuple(_pair(point) for point in _list(wire)) for wire in _list(kept["wires"]))
        fills = tuple(_triple(fill) for fill in _list(kept["fills"]))
        if kept["stage"] not in [stage.value for stage in Stage]:
            raise BadDrawing("a stage that the craft doesn't have")
        return cls(wires, fills, Stage(kept["stage"]))


@lru_cache(maxsize=1024)  # a plate is made anew with every wire and every colour
def _wire(points: Points) -> Points:
    if not 2 <= len(points) <= MOST_POINTS:
        raise BadDrawing(f"a wire has 2 to {MOST_POINTS} points")
    return tuple(_place(x, y) for x, y in points)


def _fill(x: float, y: float, colour: str) -> tuple[float, float, str]:
    if colour not in COLOURS:
        raise BadDrawing("a colour that the bench doesn't have")
    return *_place(x, y), colour


def _place(x: float, y: float) -> tuple[float, float]:
    if not math.hypot(x, y) <= 1 + _SLACK:  # so that "not a number" is refused too
        raise BadDrawing("a point off the plate")
    return round(x, _FINE) + 0.0, round(y, _FINE) + 0.0  # + 0.0: there is no minus nought


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise BadDrawing("a list is missing")
    return value


def _number(value: object) -> float:
    # An integer of a thousand digits is a number to Python but not to a float.
    if isinstance(value, bool) or not isinstance(value, int | float) or not -2 < value < 2:
        raise BadDrawing("a point off the plate")
    return float(value)


def _pair(value: object) -> tuple[float, float]:
    match value:
        case [x, y]:
            return _number(x), _number(y)
    raise BadDrawing("a point has two numbers")


def _triple(value: object) -> tuple[float, float, str]:
    match value:
        case [x, y, str(colour)]:
            return _number(x), _number(y), colour
    raise BadDrawing("a fill has a place and a colour")
