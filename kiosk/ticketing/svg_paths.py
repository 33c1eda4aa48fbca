"""SVG path data (SVG 1.1, chapter 8.3) as lines of points, near enough for printer dots.

Curves are cut into at most `_STEPS` pieces; at the motif's 528 units a piece is then under two dots long.
"""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Point = tuple[float, float]
MAX_POINTS = 200_000  # of one drawing: packs come from outside
_STEPS = 24
_TOKEN = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


class BadPath(ValueError):
    """This path data cannot be read; the text says where."""


@dataclass(slots=True)
class Line:
    """A polyline; `closed` where the path goes back to its start."""

    points: list[Point] = field(default_factory=list)
    closed: bool = False


def flatten(data: str) -> list[Line]:
    """The sub-paths of path data. Raises BadPath.

    >>> flatten("M0 0h10v5z")
    [Line(points=[(0.0, 0.0), (10.0, 0.0), (10.0, 5.0)], closed=True)]
    """
    pen = _Pen()
    for command, numbers in _commands(data):
        pen.draw(command, numbers)
    return [line for line in pen.lines if len(line.points) > 1 or line.closed]


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Line:
    """An ellipse as a closed line."""
    steps = 4 * _STEPS
    turns = (2 * math.pi * step / steps for step in range(steps))
    return Line([(cx + rx * math.cos(turn), cy + ry * math.sin(turn)) for turn in turns], closed=True)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    command = ""
    numbers: list[float] = []
    bare = False  # a command whose numbers have not come yet
    end = 0
    for match in _TOKEN.finditer(data):
        if data[end : match.start()].strip(" \t\r\n,"):
            raise BadPath(f"not path data: {data[end : end + 20]!r}")
        end = match.end()
        letter, number = match.groups()
        if letter:
            if numbers or bare:
                raise BadPath(f"numbers are missing before {letter!r}")
            command, numbers, bare = letter, [], letter not in "Zz"
            if letter in "Zz":
                yield letter, []
        elif not command or command in "Zz":
            raise BadPath(f"a number without a command: {number!r}")
        else:
            numbers.append(float(number))
            if len(numbers) == _ARGUMENTS[command.upper()]:
                yield command, numbers
                numbers, bare = [], False
                command = {"M": "L", "m": "l"}.get(command, command)
    if numbers or bare or data[end:].strip(" \t\r\n,"):
        raise BadPath(f"path data ends in the middle: {data[-20:]!r}")


class _Pen:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.handle: Point | None = None  # the last control point, which S and T mirror
        self.smooth = ""
        self.count = 0

    def draw(self, command: str, n: list[float]) -> None:
        kind = command.upper()
        dx, dy = self.at if command.islower() else (0.0, 0.0)
        x0, y0 = self.at

        def point(index: int) -> Point:
            return n[index] + dx, n[index + 1] + dy

        if kind == "M":
            self.at = self.start = point(0)
            self.lines.append(Line([self.at]))
        elif kind == "Z":
            if self.lines:
                self.lines[-1].closed = True
            self.at = self.start
        elif kind == "L":
            self._to(point(0))
        elif kind == "H":
            self._to((n[0] + dx, y0))
        elif kind == "V":
            self._to((x0, n[0] + dy))
        elif kind in "CS":
            first = point(0) if kind == "C" else self._mirrored("CS")
            second, end = (point(2), point(4)) if kind == "C" else (point(0), point(2))
            self._curve(lambda t: _cubic(t, (x0, y0), first, second, end))
            self.handle = second
        elif kind in "QT":
            control = point(0) if kind == "Q" else self._mirrored("QT")
            end = point(2) if kind == "Q" else point(0)
            self._curve(lambda t: _quadratic(t, (x0, y0), control, end))
            self.handle = control
        else:
            self._arc(n, point(5))
        self.smooth = kind

    def _mirrored(self, after: str) -> Point:
        if self.handle is None or self.smooth not in after or not self.smooth:
            return self.at
        return 2 * self.at[0] - self.handle[0], 2 * self.at[1] - self.handle[1]

    def _to(self, point: Point) -> None:
        if not self.lines:
            raise BadPath("path data starts without M")
        if self.lines[-1].closed:
            self.lines.append(Line([self.at]))
        self.count += 1
        if self.count > MAX_POINTS:
            raise BadPath(f"over {MAX_POINTS} points")
        self.lines[-1].points.append(point)
        self.at = point

    def _curve(self, where: Callable[[float], Point]) -> None:
        for step in range(1, _STEPS + 1):
            self._to(where(step / _STEPS))

    def _arc(self, n: list[float], end: Point) -> None:
        """SVG 1.1, appendix F.6.5: from end points to centre."""
        (x1, y1), (x2, y2) = self.at, end
        rx, ry, turn = abs(n[0]), abs(n[1]), math.radians(n[2])
        if not rx or not ry or (x1, y1) == (x2, y2):
            self._to(end)
            return
        cos, sin = math.cos(turn), math.sin(turn)
        hx, hy = (x1 - x2) / 2, (y1 - y2) / 2
        px, py = cos * hx + sin * hy, -sin * hx + cos * hy
        grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
        rx, ry = rx * grow, ry * grow
        inside = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2
        factor = math.sqrt(max(0.0, inside) / ((rx * py) ** 2 + (ry * px) ** 2))
        if bool(n[3]) == bool(n[4]):
            factor = -factor
        qx, qy = factor * rx * py / ry, -factor * ry * px / rx
        cx, cy = cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2
        first = math.atan2((py - qy) / ry, (px - qx) / rx)
        sweep = math.atan2((-py - qy) / ry, (-px - qx) / rx) - first
        if n[4] and sweep < 0:
            sweep += 2 * math.pi
        elif not n[4] and sweep > 0:
            sweep -= 2 * math.pi

        def where(t: float) -> Point:
            a = first + sweep * t
            u, v = rx * math.cos(a), ry * math.sin(a)
            return cos * u - sin * v + cx, sin * u + cos * v + cy

        self._curve(where)


def _cubic(t: float, a: Point, b: Point, c: Point, d: Point) -> Point:
    s = 1 - t
    w = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    return (
        w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
        w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
    )


def _quadratic(t: float, a: Point, b: Point, c: Point) -> Point:
    s = 1 - t
    return s * s * a[0] + 2 * s * t * b[0] + t * t * c[0], s * s * a[1] + 2 * s * t * b[1] + t * t * c[1]
