"""A visitor's plate, painted: brushed copper, wire of two weights, powder or glass in the cells, at last gold.

One painter for the bench and for whoever shows a kept plate: it needs a drawing, a size, and how far the craft has
come.
"""

import random
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QConicalGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

if TYPE_CHECKING:
    from kiosk.machines.plate_cells import Cell, Points
    from kiosk.machines.plate_drawing import PlateDrawing

LONG_WIRE = 1.15  # radii: longer wires are the stems, and thicker
STEM, TENDRIL = 0.017, 0.0115  # of the radius
_GRAIN_PX = 128
_LIGHT = -3 * pi / 4
"""The light falls from the upper left."""


@dataclass(frozen=True, slots=True)
class Look:
    """How far the craft has come, where the drawing doesn't say it."""

    fired: bool = False
    """Glass; else powder as it lies."""
    depth: float = 0.0
    """How far the enamel lies below the wire's edge, 0 to 1."""
    polish: float = 0.0
    gold: float = 0.0
    rim: float = 1.0
    """How far the rim has been raised."""


def paint_plate(painter: QPainter, drawing: "PlateDrawing", size: float, look: Look) -> None:
    """Paint the plate into a square of `size` px with its corner at the origin."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    r = size / 2 - 1
    painter.drawImage(QPointF(-size / 2, -size / 2), _copper(round(size), round(look.rim, 2)))
    _enamel(painter, r, drawing, look)
    _wires(painter, r, drawing.wires, look)
    _rim(painter, r, look)
    if look.polish > 0:
        _shine(painter, r, look.polish)
    painter.restore()


def path_of(cell: "Cell", r: float) -> QPainterPath:
    """A cell's outlines on a plate of radius `r` px; islands stay free."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for outline in cell.outlines:
        path.addPolygon(_polygon(outline, r))
        path.closeSubpath()
    return path


def _polygon(points: "Points", r: float) -> QPolygonF:
    return QPolygonF([QPointF(x * r, y * r) for x, y in points])


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.BevelJoin)


def _mixed(a: str, b: str, part: float) -> QColor:
    one, other = QColor(a), QColor(b)
    return QColor.fromRgbF(
        *(
            x + (y - x) * part
            for x, y in zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True)  # type: ignore[index]  # stub: object
        )
    )


def _metal(look: Look) -> tuple[QColor, QColor, QColor]:
    """Dark, middle and bright of the wire and the rim: copper, or gold over it."""
    part = min(1.0, look.gold)
    return (
        _mixed("#6E3A1B", "#8C641C", part),
        _mixed("#C4793F", "#E3B34C", part),
        _mixed("#F3BE8E", "#FFF1BF", part),
    )


@lru_cache(maxsize=4)
def _copper(size: int, rim: float) -> QImage:
    """The dish, `size` px wide: copper brushed round and round, so that light stands on it as two fans."""
    dish = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    dish.fill(Qt.GlobalColor.transparent)
    painter = QPainter(dish)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    r = size / 2 - 1
    brushed = QConicalGradient(QPointF(0, 0), 32)
    for at, colour in ((0, "#E9A876"), (0.12, "#B4693A"), (0.3, "#D38E5A"), (0.5, "#EDB485"), (0.62, "#B06537")):
        brushed.setColorAt(at, QColor(colour))
    brushed.setColorAt(0.82, QColor("#C98350"))
    brushed.setColorAt(1, QColor("#E9A876"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(brushed))
    painter.drawEllipse(QPointF(0, 0), r, r)
    chance = random.Random(4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for i in range(int(r / 3.2)):
        painter.setPen(
            QPen(QColor(*((255, 226, 196) if chance.random() < 0.5 else (70, 30, 10)), chance.randint(8, 34)), 1)
        )
        radius = r * 0.97 - i * 3.2
        at = chance.randint(0, 5760)
        painter.drawArc(QRectF(-radius, -radius, 2 * radius, 2 * radius), at, chance.randint(1600, 5000))
    hollow = QRadialGradient(QPointF(0, 0), r)
    hollow.setColorAt(0.72, QColor(40, 14, 4, 0))
    hollow.setColorAt(0.97, QColor(40, 14, 4, round(110 * rim)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(hollow))
    painter.drawEllipse(QPointF(0, 0), r, r)
    painter.end()
    return dish


def _enamel(painter: QPainter, r: float, drawing: "PlateDrawing", look: Look) -> None:
    from kiosk.machines.plate_cells import RESOLUTION
    from kiosk.machines.plate_drawing import COLOURS

    cells = drawing.cell_map().cells
    square = 2 * r / RESOLUTION
    for number, name in drawing.colours().items():
        jar, cell = COLOURS[name], cells[number]
        path = path_of(cell, r)
        colour = QColor(jar.fired if look.fired else jar.powder)
        painter.setPen(
            QPen(colour, square * 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.BevelJoin)
        )
        painter.setBrush(QBrush(_depths(colour, r) if look.fired else colour))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(0.5 * (1 - 0.75 * look.polish) if look.fired else 1.0)
        painter.setBrush(QBrush(_grain(look.fired)))
        painter.drawPath(path)
        painter.setOpacity(1)
    if look.depth > 0.02:
        _sunk(painter, r, drawing.wires, look.depth)


def _depths(colour: QColor, r: float) -> QRadialGradient:
    """Glass is lit through: a little brighter towards the light, deeper away from it."""
    lit = QRadialGradient(QPointF(r * 0.5 * cos(_LIGHT), r * 0.5 * sin(_LIGHT)), r * 1.6)
    lit.setColorAt(0, colour.lighter(122))
    lit.setColorAt(0.55, colour)
    lit.setColorAt(1, colour.darker(125))
    return lit


def _sunk(painter: QPainter, r: float, wires: "tuple[Points, ...]", depth: float) -> None:
    """The wire and the rim stand over the enamel and throw their shadow on it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, alpha in ((0.07, 40), (0.035, 66)):
        painter.setPen(_pen(QColor(12, 6, 20, alpha), r * width * (0.35 + 1.3 * depth)))
        painter.drawEllipse(QPointF(0, 0), r * 0.965, r * 0.965)
        for wire in wires:
            painter.drawPolyline(_polygon(wire, r))


@lru_cache(maxsize=2)
def _grain(fired: bool) -> QImage:
    """A tile of grains, always the same: coarse ones of powder, the fine tin of glass."""
    chance = random.Random(11)
    tile = QImage(_GRAIN_PX, _GRAIN_PX, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for _ in range(900 if fired else 2600):
        bright = chance.random() < 0.5
        painter.setBrush(QColor(255, 255, 255, 50) if bright else QColor(20, 16, 30, 44))
        size = chance.uniform(0.5, 1.0) if fired else chance.uniform(0.7, 1.7)
        painter.drawEllipse(QPointF(chance.uniform(0, _GRAIN_PX), chance.uniform(0, _GRAIN_PX)), size, size)
    painter.end()
    return tile


def _wires(painter: QPainter, r: float, wires: "tuple[Points, ...]", look: Look) -> None:
    dark, middle, bright = _metal(look)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paths = []
    for wire in wires:
        line = _polygon(wire, r)
        path = QPainterPath()
        path.addPolygon(line)
        paths.append((path, (STEM if path.length() > LONG_WIRE * r else TENDRIL) * r))
    away = QPointF(-cos(_LIGHT), -sin(_LIGHT))
    for colour, part, shift in ((dark, 1.55, 0.25), (middle, 1.0, 0.0), (bright, 0.38, -0.16)):
        for path, width in paths:
            painter.setPen(
                QPen(
                    colour,
                    max(0.8, width * part),
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                    Qt.PenJoinStyle.RoundJoin,
                )
            )
            painter.translate(away * width * shift)
            painter.drawPath(path)
            painter.translate(away * -width * shift)


def _rim(painter: QPainter, r: float, look: Look) -> None:
    dark, middle, bright = _metal(look)
    width = r * 0.036 * (0.25 + 0.75 * look.rim)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    sheen = QLinearGradient(QPointF(-r, -r), QPointF(r, r))
    for at, colour in ((0, bright), (0.3, middle), (0.5, bright), (0.72, middle), (1, dark)):
        sheen.setColorAt(at, colour)
    painter.setPen(QPen(dark, width * 1.35))
    painter.drawEllipse(QPointF(0, 0), r - width * 0.675, r - width * 0.675)
    painter.setPen(QPen(QBrush(sheen), width))
    painter.drawEllipse(QPointF(0, 0), r - width / 2, r - width / 2)


def _shine(painter: QPainter, r: float, polish: float) -> None:
    """A window's reflection, as polished glass has it."""
    painter.setPen(Qt.PenStyle.NoPen)
    gloss = QLinearGradient(QPointF(-r * 0.62, -r * 0.72), QPointF(r * 0.12, r * 0.1))
    gloss.setColorAt(0, QColor(255, 255, 255, round(120 * polish)))
    gloss.setColorAt(0.6, QColor(255, 255, 255, round(30 * polish)))
    gloss.setColorAt(1, QColor(255, 255, 255, 0))
    painter.setBrush(QBrush(gloss))
    disc = QPainterPath()
    disc.addEllipse(QPointF(0, 0), r * 0.955, r * 0.955)
    shade = QPainterPath()
    shade.addEllipse(QPointF(r * 0.30, r * 0.34), r * 1.12, r * 1.12)
    painter.drawPath(disc - shade)
