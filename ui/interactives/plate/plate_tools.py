"""What lies on the bench beside the plate: pieces of wire, jars of colour, and what of them is in the hand."""

from math import cos, pi, sin
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.interactives.plate.plate_words import colour_label, piece_label
from ui.shell.properties import Property

if TYPE_CHECKING:
    from kiosk.machines.plate_cells import Points

QML_IMPORT_NAME = "ui.interactives.plate"
QML_IMPORT_MAJOR_VERSION = 1

FOLDS = (1, 4, 6, 8)
SIZES = (0.22, 0.34, 0.5)
TURNS = 12
GUIDE_RINGS = (0.3, 0.6, 0.85)
"""Radii of the circles that are scratched in before the wire is laid."""


@QmlElement
@QmlUncreatable("made in Python by the plate's hands")
class PlateTools(QObject):
    """The palette, and what has been taken from it."""

    toolChanged = Signal()
    wordsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._piece, self._colour, self._folds, self._size, self._turn = "petal", "cobalt", 8, 1, 0

    @Property(list, notify=wordsChanged)
    def pieces(self) -> list[dict[str, Any]]:
        """The palette of wire: name, label, and how it looks as a path in thousandths."""
        from kiosk.machines.wire_pieces import PIECES

        return [
            {"name": name, "label": piece_label(name), "path": " ".join(svg_path(wire) for wire in wires)}
            for name, wires in PIECES.items()
        ]

    @Property(list, notify=wordsChanged)
    def colours(self) -> list[dict[str, Any]]:
        """The jars: name, label, the colour of the powder and of the glass."""
        from kiosk.machines.plate_drawing import COLOURS

        return [
            {"name": name, "label": colour_label(name), "powder": jar.powder, "fired": jar.fired}
            for name, jar in COLOURS.items()
        ]

    @Property(str, notify=toolChanged)
    def piece(self) -> str:
        """The piece that a tap lays."""
        return self._piece

    @Slot(str)
    def choosePiece(self, name: str) -> None:
        """Take a piece from the palette."""
        self._piece = name
        self.toolChanged.emit()

    @Property(str, notify=toolChanged)
    def colour(self) -> str:
        """The jar that a tap fills from."""
        return self._colour

    @Slot(str)
    def chooseColour(self, name: str) -> None:
        """Take a jar."""
        self._colour = name
        self.toolChanged.emit()

    @Property(list, constant=True)
    def allFolds(self) -> list[str]:
        """How often a line may be repeated round the plate."""
        return [str(folds) for folds in FOLDS]

    @Property(int, notify=toolChanged)
    def folds(self) -> int:
        """How often a line is repeated round the plate."""
        return self._folds

    @Slot(int)
    def chooseFolds(self, index: int) -> None:
        """Repeat so often: an index into `allFolds`."""
        self._folds = FOLDS[index]
        self.toolChanged.emit()

    @Slot()
    def turnPiece(self) -> None:
        """Turn the piece by a twelfth."""
        self._turn = (self._turn + 1) % TURNS
        self.toolChanged.emit()

    @Slot()
    def sizePiece(self) -> None:
        """The next of its three sizes."""
        self._size = (self._size + 1) % len(SIZES)
        self.toolChanged.emit()

    @Property(str, notify=toolChanged)
    def guides(self) -> str:
        """How the circle is divided for so many repeats, as a path in thousandths of the plate's radius."""
        angles = [pi * i / self._folds - pi / 2 for i in range(2 * self._folds)]
        spokes = [((0.06 * cos(a), 0.06 * sin(a)), (0.955 * cos(a), 0.955 * sin(a))) for a in angles]
        rings = [tuple((r * cos(pi * k / 36), r * sin(pi * k / 36)) for k in range(73)) for r in GUIDE_RINGS]
        return " ".join(svg_path(line) for line in (*spokes, *rings))

    @Property(float, notify=toolChanged)
    def turn(self) -> float:
        """How far the piece is turned, in degrees."""
        return 360 * self._turn / TURNS

    @Property(float, notify=toolChanged)
    def size(self) -> float:
        """How large the piece is, in radii of the plate."""
        return SIZES[self._size]

    def say(self) -> None:
        """The words in the new language."""
        self.wordsChanged.emit()


def svg_path(points: "Points") -> str:
    """Points in parts of the radius, as a path in thousandths of it.

    >>> svg_path(((0, 0), (0.5, -1)))
    'M0,0 L500,-1000'
    """
    return "M" + " L".join(f"{1000 * x:.0f},{1000 * y:.0f}" for x, y in points)
