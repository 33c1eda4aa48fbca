"""What lies on the bench beside the plate: pieces of wire, jars of colour, and what of them is in the hand."""

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
        """The palette of wire: name, label, and how it looks as an SVG path on a sheet of 100 × 100."""
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


def svg_path(points: "Points", scale: float = 100, middle: float = 50) -> str:
    return "M" + " L".join(f"{middle + scale * x:.1f},{middle + scale * y:.1f}" for x, y in points)
