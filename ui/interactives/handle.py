"""A place on a machine's face that a hand can pull or turn, as the header describes it (`[[handle]]`).

Every handle belongs to a knob of the header, which stands below the machine: that is how the same is done by taps, by
keys and by ear.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, hypot, radians, sin
from typing import Any

Point = tuple[float, float]
"""Across and down, in units of the face's sheet."""

ARC_STEP = 5.0  # degrees: so fine a chain of chords looks round, and a finger can't tell it from the arc
SIZE = 56.0
"""Radius of the inner disc in units of the sheet, where a header says nothing."""


@dataclass(frozen=True, slots=True)
class Handle:
    """Where it lies and what a drag does."""

    input: str
    motion: str
    """`slide`: it lies on the path `points`, at its beginning for `low` and at its end for `high`. `pull`: it stays at
    the first point, and a drag from there to the second takes it from `low` to `high`. `turn`: it stays, and so many
    `turns` round it, clockwise, take it from `low` to `high`."""
    points: tuple[Point, ...]
    turns: float
    low: float
    high: float
    size: float

    def place(self, value: float) -> Point:
        """Where it lies at that value of its input."""
        if self.motion != "slide":
            return self.points[0]
        part = min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))
        left = part * sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(self.points))
        for (x0, y0), (x1, y1) in pairwise(self.points):
            length = hypot(x1 - x0, y1 - y0)
            if left <= length:
                return x0 + (x1 - x0) * left / length, y0 + (y1 - y0) * left / length
            left -= length
        return self.points[-1]


def arc(middle: Point, radius: float, start: float, end: float) -> tuple[Point, ...]:
    """A path on a circle: degrees clockwise from the top.

    >>> [(round(x), round(y)) for x, y in (arc((0, 0), 10, -90, 90)[0], arc((0, 0), 10, -90, 90)[-1])]
    [(-10, 0), (10, 0)]
    """
    steps = max(1, ceil(abs(end - start) / ARC_STEP))
    angles = [radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return tuple((middle[0] + radius * sin(angle), middle[1] - radius * cos(angle)) for angle in angles)


def read_handle(row: Mapping[str, Any], low: float, high: float, width: float, height: float) -> Handle:
    """A handle of a header; `low` and `high` are its knob's. Raises KeyError, TypeError, ValueError for what is wrong
    in it."""
    ways = [way for way in ("path", "arc", "axis", "turns") if way in row]
    if len(ways) != 1:
        raise ValueError(f"a handle has one of path, arc, axis, turns: {row}")
    first, last = float(row.get("low", low)), float(row.get("high", high))
    if not (low <= first <= high and low <= last <= high and first != last):
        raise ValueError(f"a handle goes from {first:g} to {last:g}, its knob from {low:g} to {high:g}")
    motion, points, turns = _motion(ways[0], row)
    if motion == "slide" and any(one == other for one, other in pairwise(points)):
        raise ValueError(f"a handle's path stands still: {row}")
    at_hand = points if motion == "slide" else points[:1]
    if not all(0 <= x <= width and 0 <= y <= height for x, y in at_hand):
        raise ValueError(f"a handle lies outside the sheet: {row}")
    return Handle(row["input"], motion, points, turns, first, last, float(row.get("size", SIZE)))


def _motion(way: str, row: Mapping[str, Any]) -> tuple[str, tuple[Point, ...], float]:
    if way == "path":
        points = tuple(_point(point) for point in row["path"])
        if len(points) < 2:
            raise ValueError(f"a handle's path has two points or more: {row}")
        return "slide", points, 0.0
    at = _point(row["at"])
    if way == "arc":
        start, end = (float(angle) for angle in row["arc"])
        return "slide", arc(at, float(row["radius"]), start, end), 0.0
    if way == "axis":
        across, down = _point(row["axis"])
        if not (across or down):
            raise ValueError(f"a handle's axis has a length: {row}")
        return "pull", (at, (at[0] + across, at[1] + down)), 0.0
    if not float(row["turns"]):
        raise ValueError(f"a handle that turns, turns: {row}")
    return "turn", (at,), float(row["turns"])


def _point(pair: Any) -> Point:
    x, y = pair
    return float(x), float(y)
