"""Where a park's plan has its zones and its ways: measured in the drawing, so that a park changes them by drawing.

Runs in a background job: loading a drawing is work.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import hypot
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtSvg import QSvgRenderer


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle in parts of the plan, each from 0 to 1."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan: its size in its own units, what each zone covers, and where one walks in or to it."""

    width: float
    height: float
    zones: Mapping[str, Bounds]
    ways: Mapping[str, tuple[float, float]]

    def place(self, zone: str) -> tuple[float, float] | None:
        """Where someone in that zone stands: its way circle, else its middle; None where the plan doesn't show it."""
        if zone in self.ways:
            return self.ways[zone]
        return self.zones[zone].middle if zone in self.zones else None

    def way(self, start: str, end: str) -> tuple[tuple[float, float], ...]:
        """The points to walk through from one zone to another, both ends with it; empty where the plan shows no way.

        Circles that stand next to each other are joined: the shortest net that reaches them all (Prim), in which there
        is one way between any two. A bend of a path is a further circle `way-…` of any name.
        """
        if start not in self.ways or end not in self.ways or start == end:
            return ()
        came_from = self._net(start)
        names = [end]
        while names[-1] != start:
            names.append(came_from[names[-1]])
        return tuple(self.ways[name] for name in reversed(names))

    def _net(self, root: str) -> dict[str, str]:
        """Each circle's neighbour on the way to `root`."""
        nearest = {name: (self._apart(root, name), root) for name in self.ways if name != root}
        joined: dict[str, str] = {}
        while nearest:
            name = min(nearest, key=lambda other: nearest[other][0])
            joined[name] = nearest.pop(name)[1]
            for other, (distance, _) in nearest.items():
                if (closer := self._apart(name, other)) < distance:
                    nearest[other] = (closer, name)
        return joined

    def _apart(self, one: str, other: str) -> float:
        (x, y), (u, v) = self.ways[one], self.ways[other]
        return hypot((x - u) * self.width, (y - v) * self.height)


_WAY = re.compile(r"""\bid\s*=\s*["']way-([^"']{1,100})["']""")


class UnreadablePlan(Exception):
    """The drawing cannot be read; `path` names it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no plan can be read from {path.name}")
        self.path = path


def read_plan(path: Path, zones: Iterable[str]) -> Plan:
    """Measure the plan at `path`. A zone that has no element in it is left out. Raises UnreadablePlan."""
    drawing = QSvgRenderer()
    if not drawing.load(str(path)):
        raise UnreadablePlan(path)
    sheet = drawing.viewBoxF()
    if sheet.isEmpty():
        raise UnreadablePlan(path)

    def bounds(name: str) -> QRectF | None:
        if not drawing.elementExists(name):
            return None
        return drawing.transformForElement(name).mapRect(drawing.boundsOnElement(name))

    def part(point: QPointF) -> tuple[float, float]:
        return (point.x() - sheet.x()) / sheet.width(), (point.y() - sheet.y()) / sheet.height()

    covered: dict[str, Bounds] = {}
    ways: dict[str, tuple[float, float]] = {}
    for zone in zones:
        area = bounds(f"zone-{zone}")
        if area is not None and not area.isEmpty():
            x, y = part(area.topLeft())
            covered[zone] = Bounds(x, y, area.width() / sheet.width(), area.height() / sheet.height())
    for name in _WAY.findall(path.read_text(encoding="utf-8")):
        stop = bounds(f"way-{name}")
        if stop is not None:
            ways[name] = part(stop.center())
    return Plan(sheet.width(), sheet.height(), covered, ways)
