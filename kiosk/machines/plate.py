"""A cloisonné plate on the bench, from the hammer to the gold: what lies on it, what the kiln has made of it.

The six steps of the craft stand in their order and each needs the one before: a raised rim, wires that close a cell,
colours in cells, firing and filling until the glass stands level (`enamel_firing`), polishing, gilding.

Gold is laid on by electricity; Faraday's law says how thick: d = M j t / (z F ρ), with gold's molar mass and density
from the CRC Handbook, one electron for each atom (from the cyanide, Au⁺), and 50 A/m², within what M. Schlesinger and
M. Paunovic, *Modern Electroplating*, give for baths of soft gold. Blows and strokes are counted in the visitor's own:
the craft needs hundreds.
"""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.machines.enamel_firing import Filling, HotPlate
from kiosk.machines.model import Design, Quantity, Reading, Settable
from kiosk.machines.plate_cells import CellMap, Points
from kiosk.machines.plate_drawing import MOST_FILLS, MOST_WIRES, PlateDrawing, Stage
from kiosk.machines.wire_pieces import master_pattern

COOL = 60.0  # °C: a hand may touch it (contact with bare metal burns from about 60 °C on, ISO 13732-1)
NEARLY_LEVEL = 0.90  # of the cells' depth: polishing takes the wire down by the rest
BLOWS = 3  # of the visitor, to raise the rim
STROKES = 12.0  # of the visitor, each across the plate, until it shines

GOLD_MOLAR_MASS = 0.196_97  # kg/mol
GOLD_DENSITY = 19_300.0  # kg/m³
FARADAY = 96_485.0  # C/mol
CURRENT_DENSITY = 50.0  # A/m²
GOLD_RATE = CURRENT_DENSITY * GOLD_MOLAR_MASS / (FARADAY * GOLD_DENSITY)  # m/s
GOLD_WANTED = 0.5e-6  # m: decorative gold is some tenths of a µm thick (Modern Electroplating)

DESIGN = Design(
    name="plate",
    parameters=(Quantity("thickness", 0.8, 2.0, 1.0, "mm", "thickness of the copper"),),
    inputs=(
        Quantity("kiln", 20.0, 950.0, 20.0, "°C", "heat of the kiln around the plate; 20: it lies on the bench"),
        Quantity("strike", 0.0, 1.0, 0.0, "", "going from 0 to 1 is a blow of the hammer that raises the rim"),
        Quantity("pattern", 0.0, 1.0, 0.0, "", "going from 0 to 1 lays the master's lotus, its cells filled"),
        Quantity(
            "fill", 0.0, 1.0, 0.0, "", "going from 0 to 1 fills the cells to the brim once, when the plate is cool"
        ),
        Quantity("rub", 0.0, 1.0, 0.0, "", "going from 0 to 1 is a stroke of the polishing stone there and back"),
        Quantity("bath", 0.0, 1.0, 0.0, "", "1: it hangs in the gold bath and the current flows"),
    ),
)


class Plate(Settable):
    """One plate. Its drawing is what the visitor's hands have made of it."""

    def __init__(self, parameters: Mapping[str, float] | None = None) -> None:
        """Raises OutOfRange, UnknownQuantity for parameters that a pack may not choose."""
        super().__init__(DESIGN.inputs)
        self._copper = HotPlate(DESIGN.parameter_values(parameters or {})["thickness"] / 1000)
        self._drawing = PlateDrawing()
        self._cells: CellMap | None = None
        self._written = ""
        self._contents: list[Filling] = []  # one for each fill of the drawing
        self._laid: list[int] = []  # how many wires each laying added
        self._fillings = 0
        self._blows = 0
        self._strokes = 0.0
        self._gold = 0.0  # m

    # ---- what a hand sets

    def set(self, name: str, value: float) -> None:
        """Set an input; a push acts when it goes up. Raises OutOfRange, UnknownQuantity."""
        before = self._values.get(name, 0.0)
        super().set(name, value)
        if not before < 0.5 <= value:
            return
        match name:
            case "strike":
                self.strike()
            case "pattern":
                self.lay_pattern()
            case "fill":
                self.fill()
            case "rub":
                self.rub(2.0)

    def strike(self) -> None:
        """One blow of the hammer."""
        self._blows = min(BLOWS, self._blows + 1)

    def lay(self, wires: tuple[Points, ...]) -> bool:
        """Lay wires, which go again together; whether there was wire and room for all. Raises BadDrawing."""
        if not wires or not self.can_wire or len(self._drawing.wires) + len(wires) > MOST_WIRES:
            return False
        self._draw(replace(self._drawing, wires=self._drawing.wires + wires))
        self._laid.append(len(wires))
        self._wash_out_strays()
        return True

    def take_wire_back(self) -> bool:
        """Take the last laying off again; whether there was one."""
        if not self._laid or not self.can_wire:
            return False
        count = self._laid.pop()
        self._draw(replace(self._drawing, wires=self._drawing.wires[:-count]))
        self._wash_out_strays()
        return True

    def lay_pattern(self) -> bool:
        """Lay the master's lotus in place of what lies there, its cells filled; whether that was still possible."""
        if self.any_glass or not self.cool:
            return False
        self._blows = BLOWS
        wires, fills = master_pattern()
        self._draw(PlateDrawing(wires, fills))
        self._laid = [len(wires)]
        self._contents = [Filling(powder=1.0) for _ in fills]
        self._fillings = 1
        return True

    def colour(self, cell: int, name: str) -> bool:
        """Fill a cell to the brim with a colour. Glass that is there keeps its own and is topped up.

        Whether something changed. Raises BadDrawing for a colour that the bench doesn't have."""
        if not self.cool or self.polish > 0 or not 0 <= cell < len(self.cells.cells):
            return False
        place = self.cells.cells[cell]
        index = next((i for i, (x, y, _) in enumerate(self._drawing.fills) if self.cells.at(x, y) == cell), None)
        if index is None:
            if len(self._drawing.fills) >= MOST_FILLS:
                return False
            self._draw(replace(self._drawing, fills=(*self._drawing.fills, (place.x, place.y, name))))
            self._contents.append(Filling())
            index = len(self._contents) - 1
        elif self._contents[index].glass == 0 and self._drawing.fills[index][2] != name:
            fills = list(self._drawing.fills)
            fills[index] = (place.x, place.y, name)
            self._draw(replace(self._drawing, fills=tuple(fills)))
            self._contents[index].powder = 0.0
        self._fillings = max(1, self._fillings)
        return self._contents[index].to_the_brim()

    def wash_last_colour(self) -> bool:
        """Wash the last colour out again, while it is powder; whether there was one."""
        if not self._contents or self._contents[-1].glass > 0 or not self.cool:
            return False
        self._contents.pop()
        self._draw(replace(self._drawing, fills=self._drawing.fills[:-1]))
        self._fillings = self._fillings if self._contents else 0
        return True

    def fill(self) -> bool:
        """Fill all coloured cells to the brim; a plate without a colour becomes cobalt. Whether there was room."""
        if not self.can_fill:
            return False
        if not self._contents:
            self.colour(0, "cobalt")
            return True
        for filling in self._contents:
            filling.to_the_brim()
        self._fillings += 1
        return True

    def rub(self, strokes: float) -> None:
        """Polish by so many strokes across the plate, once the glass is level."""
        if self.can_polish:
            self._strokes = min(STROKES, self._strokes + strokes)

    def step(self, seconds: float) -> None:
        """Let time go by: heat the plate, melt what is hot enough, lay gold on what hangs in the bath."""
        parts = max(1, round(seconds / 0.05))
        for _ in range(parts):
            melting = self._copper.advance(seconds / parts, self._values["kiln"])
            if melting > 0:
                for filling in self._contents:
                    filling.melt(melting)
        if self._values["bath"] >= 0.5 and self.can_gild:
            self._gold += GOLD_RATE * seconds

    # ---- how it is

    @property
    def drawing(self) -> PlateDrawing:
        """What a visitor has made, and how far it has come."""
        return replace(self._drawing, stage=self.stage)

    @property
    def cells(self) -> CellMap:
        """The cells between the wires."""
        if self._cells is None:
            self._cells = self._drawing.cell_map()
        return self._cells

    @property
    def wires(self) -> tuple[Points, ...]:
        """The wires that lie on it."""
        return self._drawing.wires

    @property
    def fills(self) -> tuple[tuple[float, float, str], ...]:
        """Where which colour was filled in."""
        return self._drawing.fills

    @property
    def colours(self) -> dict[int, str]:
        """Number of a cell → the colour in it."""
        found = ((self.cells.at(x, y), name) for x, y, name in self._drawing.fills)
        return {number: name for number, name in found if number is not None}

    def work(self) -> str:
        """The drawing as text, without how far the kiln and the bath have brought it."""
        if not self._written:
            self._written = self._drawing.to_json()
        return self._written

    @property
    def stage(self) -> Stage:
        """The last step that is done."""
        if self._gold >= GOLD_WANTED:
            return Stage.GILDED
        if self.polish >= 1:
            return Stage.POLISHED
        if self.can_polish:
            return Stage.FIRED
        if self._contents and self.level > 0:
            return Stage.FILLED
        return Stage.WIRED if self.raised and len(self.cells.cells) > 1 else Stage.COPPER

    @property
    def raised(self) -> bool:
        """The rim stands."""
        return self._blows >= BLOWS

    @property
    def cool(self) -> bool:
        """Cool enough to be worked on by hand."""
        return self._copper.temperature < COOL

    @property
    def any_glass(self) -> bool:
        """Something has been fired on: wires can no longer be moved."""
        return any(filling.glass > 0 for filling in self._contents)

    @property
    def can_wire(self) -> bool:
        """Wires may be laid or taken off."""
        return self.cool and not self.any_glass

    @property
    def can_fill(self) -> bool:
        """Cool, not full to the brim, and not yet polished."""
        return self.cool and self.level < 0.995 and self.polish == 0

    @property
    def can_polish(self) -> bool:
        """Cool, all glass, and every filled cell nearly level with the wire."""
        return (
            self.cool
            and bool(self._contents)
            and all(filling.glass >= NEARLY_LEVEL and filling.powder < 0.005 for filling in self._contents)
        )

    @property
    def can_gild(self) -> bool:
        """It shines."""
        return self.polish >= 1

    @property
    def level(self) -> float:
        """How full the coloured cells are, from 0 to 1, on the mean."""
        return self._mean([filling.level for filling in self._contents])

    @property
    def glass(self) -> float:
        """How much of their depth is glass, on the mean."""
        return self._mean([filling.glass for filling in self._contents])

    @property
    def melted(self) -> float:
        """Which part of what lies in the cells has become glass."""
        return 0.0 if self.level == 0 else self.glass / self.level

    @property
    def solid(self) -> float:
        """What the level will be when all has melted: melting doesn't change it."""
        return self._mean([filling.solid for filling in self._contents])

    @property
    def polish(self) -> float:
        """From 0, as it came from the kiln, to 1: level and shining."""
        return self._strokes / STROKES

    @property
    def contents(self) -> tuple[Filling, ...]:
        """What lies in each coloured cell, in the order of the drawing's fills."""
        return tuple(self._contents)

    def readings(self) -> tuple[Reading, ...]:
        """Temperature, level, glass, fillings, cells and the coloured ones, polish, gold, the step reached."""
        return (
            Reading("temperature", self._copper.temperature, "°C"),
            Reading("level", self.level * 100, "%"),
            Reading("glass", self.glass * 100, "%"),
            Reading("melted", self.melted * 100, "%"),
            Reading("solid", self.solid * 100, "%"),
            Reading("fillings", float(self._fillings), ""),
            Reading("can_fill", float(self.can_fill), ""),
            Reading("blows", float(self._blows), ""),
            Reading("can_strike", float(not self.raised), ""),
            Reading("wires", float(len(self._drawing.wires)), ""),
            Reading("can_wire", float(self.can_wire), ""),
            Reading("cells", float(len(self.cells.cells)), ""),
            Reading("coloured", float(len(self._contents)), ""),
            Reading("polish", self.polish * 100, "%"),
            Reading("can_rub", float(self.can_polish and self.polish < 1), ""),
            Reading("gold", self._gold * 1e6, "µm"),
            Reading("stage", float(list(Stage).index(self.stage)), ""),
        )

    def _draw(self, drawing: PlateDrawing) -> None:
        if drawing.wires != self._drawing.wires:
            self._cells = None
        self._drawing, self._written = drawing, ""

    @staticmethod
    def _mean(parts: list[float]) -> float:
        return sum(parts) / len(parts) if parts else 0.0

    def _wash_out_strays(self) -> None:
        """Powder in cells that have become one runs together: of two colours in a cell the later one stays."""
        cells = self.cells
        owner = {cells.at(x, y): index for index, (x, y, _) in enumerate(self._drawing.fills)}
        stays = [index for index in range(len(self._contents)) if index in owner.values()]
        if len(stays) < len(self._contents):
            self._contents = [self._contents[index] for index in stays]
            self._draw(replace(self._drawing, fills=tuple(self._drawing.fills[index] for index in stays)))
