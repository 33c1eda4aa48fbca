"""Lines as an item of a page, painted when they change.

Not a Shape: the software renderer draws a Shape that is scrolled wholly out of its view without any clip, over
whatever lies there (seen with Qt 6.11; QQuickShapeSoftwareRenderNode takes an empty clip for none).
"""

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.shell.properties import Property

QML_IMPORT_NAME = "ui.interactives.plate"
QML_IMPORT_MAJOR_VERSION = 1

SPAN = 1000.0


def points_of(path: str) -> list[list[QPointF]]:
    """The lines of a path of `M` and `L`, as `svg_path` writes it.

    >>> [len(line) for line in points_of("M0,0 L5,5 L9,0 M1,1 L2,2")]
    [3, 2]
    """
    lines = [[spot.strip().split(",") for spot in line.split("L")] for line in path.split("M")[1:]]
    return [[QPointF(float(x), float(y)) for x, y in line] for line in lines]


@QmlElement
class LinePicture(QQuickPaintedItem):
    """A path whose places go from −1000 to 1000 across the item, whatever its size."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._path, self._colour, self._thickness, self._dashed = "", QColor("#FFFFFF"), 2.0, False
        self.changed.connect(self._again)

    @Slot()
    def _again(self) -> None:
        self.update()

    def _get_path(self) -> str:
        return self._path

    def _set_path(self, path: str) -> None:
        if path != self._path:
            self._path = path
            self.changed.emit()

    path = Property(str, _get_path, _set_path, notify=changed)
    """`M0,0 L500,0 …`; several lines may follow each other."""

    def _get_colour(self) -> QColor:
        return self._colour

    def _set_colour(self, colour: QColor) -> None:
        if colour != self._colour:
            self._colour = QColor(colour)
            self.changed.emit()

    colour = Property(QColor, _get_colour, _set_colour, notify=changed)
    """Of the line."""

    def _get_thickness(self) -> float:
        return self._thickness

    def _set_thickness(self, thickness: float) -> None:
        if thickness != self._thickness:
            self._thickness = thickness
            self.changed.emit()

    thickness = Property(float, _get_thickness, _set_thickness, notify=changed)
    """px of the page."""

    def _is_dashed(self) -> bool:
        return self._dashed

    def _set_dashed(self, dashed: bool) -> None:
        if dashed != self._dashed:
            self._dashed = dashed
            self.changed.emit()

    dashed = Property(bool, _is_dashed, _set_dashed, notify=changed)
    """In dashes."""

    def paint(self, painter: QPainter) -> None:
        """Called by Qt Quick when something has changed."""
        pen = QPen(self._colour, self._thickness)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if self._dashed else Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCosmetic(True)  # its px are the page's, not the path's
        if self._dashed:
            pen.setDashPattern([3, 2.5])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(self.width() / 2 / SPAN, self.height() / 2 / SPAN)
        for line in points_of(self._path):
            painter.drawPolyline(QPolygonF(line))
