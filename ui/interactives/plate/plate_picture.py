"""A plate as an item of a page: painted when it changes, copied at every other frame."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.interactives.plate.plate_painting import Look, paint_plate
from ui.shell.properties import Property

QML_IMPORT_NAME = "ui.interactives.plate"
QML_IMPORT_MAJOR_VERSION = 1

if TYPE_CHECKING:
    from kiosk.machines.plate_drawing import PlateDrawing

BARE = '{"wires":[],"fills":[],"stage":"copper"}'
LOOKS = {
    "powder": Look(),
    "fired": Look(fired=True),
    "polished": Look(fired=True, polish=1),
    "gilded": Look(fired=True, polish=1, gold=1),
}


@lru_cache(maxsize=8)
def _read(text: str) -> "PlateDrawing":
    """The layers of a plate are painted from one reading."""
    from kiosk.machines.plate_drawing import PlateDrawing

    return PlateDrawing.from_json(text)


@QmlElement
class PlatePicture(QQuickPaintedItem):
    """`drawing` as `PlateDrawing.to_json` writes it, in one of four looks."""

    drawingChanged = Signal()
    lookChanged = Signal()
    depthChanged = Signal()
    rimChanged = Signal()
    aheadChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._drawing, self._look, self._depth, self._rim, self._ahead = BARE, "powder", 0.0, 1.0, False
        self._painted = QImage()
        self._stale = True
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._paint_ahead)
        for signal in (self.drawingChanged, self.lookChanged, self.depthChanged, self.rimChanged, self.widthChanged):
            signal.connect(self._again)
        for signal in (self.visibleChanged, self.aheadChanged):
            signal.connect(self._come)

    @Slot()
    def _again(self) -> None:
        self._stale = True
        self._come()

    @Slot()
    def _come(self) -> None:
        # What isn't seen would be painted nevertheless.
        if self.isVisible():
            self.update()
        elif self._ahead and self._stale:
            self._soon.start()

    @Slot()
    def _paint_ahead(self) -> None:
        self._picture()

    def _picture(self) -> QImage:
        """The plate at the size that it has, painted when something has changed."""
        side = round(min(self.width(), self.height()))
        if side > 0 and (self._stale or self._painted.width() != side):
            self._painted = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
            self._painted.fill(Qt.GlobalColor.transparent)
            look = LOOKS.get(self._look, LOOKS["gilded"])
            if look.polish == 0:
                look = replace(look, depth=self._depth, rim=self._rim)
            painter = QPainter(self._painted)
            paint_plate(painter, _read(self._drawing or BARE), side, look)
            painter.end()
            self._stale = False
        return self._painted

    def _get_drawing(self) -> str:
        return self._drawing

    def _set_drawing(self, text: str) -> None:
        if text != self._drawing:
            self._drawing = text
            self.drawingChanged.emit()

    drawing = Property(str, _get_drawing, _set_drawing, notify=drawingChanged)
    """The plate's wires and fills."""

    def _get_look(self) -> str:
        return self._look

    def _set_look(self, name: str) -> None:
        if name != self._look:
            self._look = name
            self.lookChanged.emit()

    look = Property(str, _get_look, _set_look, notify=lookChanged)
    """`powder`, `fired`, `polished` or `gilded`."""

    def _get_depth(self) -> float:
        return self._depth

    def _set_depth(self, depth: float) -> None:
        if depth != self._depth:
            self._depth = depth
            self.depthChanged.emit()

    depth = Property(float, _get_depth, _set_depth, notify=depthChanged)
    """How far the enamel lies below the wire, 0 to 1, before it is polished."""

    def _get_rim(self) -> float:
        return self._rim

    def _set_rim(self, rim: float) -> None:
        if rim != self._rim:
            self._rim = rim
            self.rimChanged.emit()

    rim = Property(float, _get_rim, _set_rim, notify=rimChanged)
    """How far the rim has been raised, 0 to 1."""

    def _get_ahead(self) -> bool:
        return self._ahead

    def _set_ahead(self, ahead: bool) -> None:
        if ahead != self._ahead:
            self._ahead = ahead
            self.aheadChanged.emit()

    ahead = Property(bool, _get_ahead, _set_ahead, notify=aheadChanged)
    """It will be seen soon: paint it while nothing moves."""

    def paint(self, painter: QPainter) -> None:
        """Called by Qt Quick when something has changed."""
        painter.drawImage(QPointF(0, 0), self._picture())
