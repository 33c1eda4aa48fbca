"""What a visitor's hands do at the cloisonné bench: which step is on the bench, with which tool, and where.

Places on the plate are in parts of its radius, y down. Everything can be done by a finger that draws, by taps, and by
keys that move a mark over the plate.
"""

from math import hypot, pi, radians
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.interactives.machine_runner import MachineRunner
from ui.interactives.plate.keeping_hands import KeepingHands
from ui.interactives.plate.line_picture import LinePicture
from ui.interactives.plate.plate_picture import PlatePicture
from ui.interactives.plate.plate_tools import PlateTools, svg_path
from ui.interactives.plate.plate_words import hint
from ui.shell.properties import Property

if TYPE_CHECKING:
    from ui.shell.visitor_session import VisitorSession

QML_IMPORT_NAME = "ui.interactives.plate"
QML_IMPORT_MAJOR_VERSION = 1

BODY, WIRE, FILL, FIRE, POLISH, GILD = range(6)
CUT = 6
STEP = 0.06
"""Of the mark that keys move, in radii."""
DRAWN_WITH = (LinePicture, PlatePicture)
"""The types of the face, so that they are known before it is loaded."""


@QmlElement
@QmlUncreatable("made in Python by the play page")
class PlateHands(KeepingHands):
    """The bench: its six steps, the tools of each, and the mark for keys."""

    stepChanged = Signal()
    markChanged = Signal()
    cutChanged = Signal()

    def __init__(self, runner: MachineRunner, visitor: "VisitorSession", parent: QObject | None = None) -> None:
        super().__init__(runner, visitor, parent)
        self._step = BODY
        self._ends = (BODY, BODY)
        self._shown_knobs: list[str] = []
        self._tools = PlateTools(self)
        self._mark = QPointF(0.0, -0.45)
        self._cell = 0
        self._said = ""
        runner.stateChanged.connect(self._look)
        runner.workChanged.connect(self.cutChanged)
        self._look()

    # ---- steps

    @Property(int, notify=stepChanged)
    def step(self) -> int:
        """Which step is on the bench, from 0 (the copper body) to 5 (gilding)."""
        return self._step

    @Property(int, notify=stepChanged)
    def firstOpen(self) -> int:
        """The first step that can still be gone back to."""
        return self._ends[0]

    @Property(int, notify=stepChanged)
    def lastOpen(self) -> int:
        """The last step that what has been done allows."""
        return self._ends[1]

    def at_hand(self) -> list[str]:
        """The inputs that belong to the step on the bench."""
        return self._shown_knobs

    @Slot(int)
    def goTo(self, step: int) -> None:
        """Put another step on the bench, where the craft allows it."""
        if self._ends[0] <= step <= self._ends[1] and step != self._step:
            self._leave()
            self._step = step
            if step == FILL:
                self._choose_empty_cell()
            self._tell()

    @Property(PlateTools, constant=True)
    def tools(self) -> PlateTools:
        """What lies on the bench beside the plate, and what of it is in the hand."""
        return self._tools

    @Property(list, notify=cutChanged)
    def cutColours(self) -> list[str]:
        """The glass of the first colours on the plate, for six cells cut through; cobalt while there is none."""
        from kiosk.machines.plate_drawing import COLOURS

        names = list(dict.fromkeys(name for _, _, name in self.plate.fills)) or ["cobalt"]
        return [COLOURS[names[i % len(names)]].fired for i in range(CUT)]

    # ---- hands on the plate

    @Slot(list)
    def draw(self, points: list[Any]) -> None:
        """A finger has drawn a line: it becomes a wire, with its copies round the plate."""
        from kiosk.machines.wire_pieces import all_round, laid

        if self._step != WIRE:
            return
        line = tuple((float(point.x()), float(point.y())) for point in points)
        wire = laid(line, self.plate.wires, self._tools.folds)
        if wire is not None:
            self.plate.lay(all_round(wire, self._tools.folds))
            self.runner.look()

    @Slot(float, float)
    def tap(self, x: float, y: float) -> None:
        """A finger, or the mark, has touched the plate."""
        if hypot(x, y) > 1:
            return
        if self._step == BODY:
            self.plate.strike()
        elif self._step == WIRE:
            self._lay_piece(x, y)
        elif self._step == FILL:
            self._fill_round(x, y)
        elif self._step == POLISH:
            self.plate.rub(1.0)
        self.runner.look()

    @Slot(float)
    def rub(self, way: float) -> None:
        """A finger has rubbed so far over the plate, in radii."""
        if self._step == POLISH:
            self.plate.rub(way / 2)
            self.runner.look()

    @Slot()
    def fillRest(self) -> None:
        """Fill every cell to the brim: with the colour that it has, an empty one with the colour in hand."""
        coloured = self.plate.colours
        for cell in self.plate.cells.cells:
            self.plate.colour(cell.number, coloured.get(cell.number, self._tools.colour))
        self.runner.look()

    @Slot()
    def undo(self) -> None:
        """Take the last wire off, or wash the last colour out."""
        if self._step == WIRE:
            self.plate.take_wire_back()
        elif self._step == FILL:
            self.plate.wash_last_colour()
        self.runner.look()

    # ---- the mark

    @Property(QPointF, notify=markChanged)
    def mark(self) -> QPointF:
        """Where keys have moved the mark to."""
        return self._mark

    @Property(str, notify=markChanged)
    def markedCell(self) -> str:
        """The outline of the cell in turn, as an SVG path in thousandths of the radius; empty but when filling."""
        cells = self.plate.cells.cells
        if self._step != FILL or not cells:
            return ""
        cell = cells[self._cell % len(cells)]
        return " ".join(svg_path(outline) for outline in cell.outlines)

    @Slot(int, int)
    def moveMark(self, right: int, down: int) -> None:
        """An arrow key: move the mark, or go to the next cell or the one before."""
        if self._step == FILL:
            self._turn_to_cell(self._cell + (1 if right + down > 0 else -1))
            return
        x, y = self._mark.x() + right * STEP, self._mark.y() + down * STEP
        away = max(1.0, hypot(x, y) / 0.96)
        self._mark = QPointF(x / away, y / away)
        self.markChanged.emit()

    @Slot()
    def nextCell(self) -> None:
        """The next cell that is empty, else the next one."""
        coloured = self.plate.colours
        count = len(self.plate.cells.cells)
        order = [(self._cell + 1 + i) % count for i in range(count)]
        self._turn_to_cell(next((number for number in order if number not in coloured), order[0]))

    @Slot()
    def act(self) -> None:
        """Enter: do at the mark what a tap would do."""
        self.tap(self._mark.x(), self._mark.y())

    # ---- words

    @Property(str, notify=stepChanged)
    def hint(self) -> str:
        """What to do now, in a sentence."""
        return self._said

    def told(self) -> str:
        """What to do now, and what has become of the plate that was kept."""
        return "\n".join(part for part in (self._said, self.keptWords) if part)

    def begin(self) -> None:
        """A new plate."""
        self._step = BODY
        self.forget()
        self._mark, self._cell = QPointF(0.0, -0.45), 0
        self._tell()

    def say(self) -> None:
        """The words in the new language."""
        self._tools.say()
        self.stepChanged.emit()
        self.keptChanged.emit()

    # ---- inside

    @Slot()
    def _look(self) -> None:
        ends, knobs = self._open(), self._knobs_now()
        said = hint(self._step, self.plate, self._tools.folds)
        if (ends, knobs, said) != (self._ends, self._shown_knobs, self._said):
            self._ends, self._shown_knobs, self._said = ends, knobs, said
            self.stepChanged.emit()
            self.knobsChanged.emit()
            self.markChanged.emit()
        self.look_whether_kept()

    def _tell(self) -> None:
        self._ends, self._shown_knobs, self._said = (
            self._open(),
            self._knobs_now(),
            hint(self._step, self.plate, self._tools.folds),
        )
        self.stepChanged.emit()
        self.knobsChanged.emit()
        self.markChanged.emit()
        self.keptChanged.emit()

    def _open(self) -> tuple[int, int]:
        from kiosk.machines.plate_drawing import Stage

        plate, stage = self.plate, self.plate.stage
        last = {Stage.COPPER: WIRE if plate.raised else BODY, Stage.WIRED: FILL, Stage.FILLED: FIRE}
        far = last.get(stage, POLISH if stage is Stage.FIRED else GILD)
        near = WIRE if plate.raised else BODY
        if plate.polish > 0:
            near = GILD if stage is Stage.GILDED else POLISH
        elif plate.any_glass:
            near = FILL
        return min(near, far), far

    def _knobs_now(self) -> list[str]:
        refill = ["fill"] if self.plate.any_glass else []
        return {
            BODY: ["strike"],
            WIRE: ["pattern"],
            FILL: refill,
            FIRE: ["kiln", *refill],
            POLISH: ["rub"],
            GILD: ["bath"],
        }[self._step]

    def _leave(self) -> None:
        """What hangs in the fire or the bath is taken out."""
        if self._step == FIRE:
            self.runner.turn("kiln", 20.0)
        elif self._step == GILD:
            self.runner.turn("bath", 0.0)

    def _lay_piece(self, x: float, y: float) -> None:
        from kiosk.machines.wire_pieces import piece

        tools = self._tools
        wires = piece(tools.piece, x, y, size=tools.size, turn=radians(tools.turn), folds=tools.folds)
        self.plate.lay(wires)

    def _fill_round(self, x: float, y: float) -> None:
        from kiosk.machines.wire_pieces import turned

        cells = self.plate.cells
        for i in range(self._tools.folds):
            ((px, py),) = turned(((x, y),), 2 * pi * i / self._tools.folds)
            number = cells.at(px, py)
            if number is not None:
                self.plate.colour(number, self._tools.colour)
        here = cells.at(x, y)
        if here is not None:
            self._turn_to_cell(here)

    def _choose_empty_cell(self) -> None:
        self._cell = -1
        self.nextCell()

    def _turn_to_cell(self, number: int) -> None:
        cells = self.plate.cells.cells
        self._cell = number % len(cells)
        self._mark = QPointF(cells[self._cell].x, cells[self._cell].y)
        self.markChanged.emit()
