"""Wire that lies well: a hand's line made smooth and joined, the pieces of the palette, the master's lotus.

Places are in parts of the plate's radius, y down, as in `plate_drawing`. A line is smoothed by corner cutting
(G. Chaikin, 1974), which tends to a quadratic B-spline: a curve without a kink, as a wire takes it between tweezers.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from typing import Final

from kiosk.machines.plate_cells import RIM, Points
from kiosk.machines.plate_drawing import MOST_POINTS

JOIN = 0.075  # nearer than this, an end is bent on to what it nearly touches
SHORTEST = 0.05  # a line shorter than this was a tap
RIM_JOIN = 0.90  # an end beyond this runs on to the rim
EDGE = (RIM + 1) / 2  # where such an end lies: under the rim


def turned(points: Points, angle: float) -> Points:
    """The same wire, turned round the plate's middle by so many radians."""
    c, s = cos(angle), sin(angle)
    return tuple((c * x - s * y, s * x + c * y) for x, y in points)


def all_round(points: Points, folds: int) -> tuple[Points, ...]:
    """The wire and its copies: so many, evenly round the plate."""
    return tuple(turned(points, 2 * pi * i / folds) for i in range(folds))


def laid(line: Points, others: Iterable[Points], folds: int = 1) -> Points | None:
    """A hand's line as a wire: smooth, its ends joined to each other, to other wires, to its own copies or to the rim
    where they are near; None for what is too short to be a line."""
    points = _kept_on_plate(_evenly(line))
    if len(points) < 2 or _length(points) < SHORTEST:
        return None
    first, last = points[0], points[-1]
    if len(points) > 4 and _length(points) > 3 * JOIN and _distance(first, last) < 1.4 * JOIN:
        return _few(_cut_corners(points[:-1], closed=True))
    copies = [turned(points, 2 * pi * i / folds) for i in range(1, folds)]
    near = [*others, *copies]
    points = (_joined(first, near), *points[1:-1], _joined(last, near))
    return _few(_cut_corners(points, closed=False))


def _joined(end: tuple[float, float], near: Iterable[Points]) -> tuple[float, float]:
    radius = hypot(*end)
    if radius > RIM_JOIN:
        return end[0] / radius * EDGE, end[1] / radius * EDGE
    if radius < JOIN:
        return 0.0, 0.0
    found = min((point for wire in near for point in wire), key=lambda p: _distance(p, end), default=end)
    return found if _distance(found, end) < JOIN else end


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _length(points: Points) -> float:
    return sum(_distance(a, b) for a, b in pairwise(points))


def _kept_on_plate(points: Points) -> Points:
    return tuple((x / max(1, hypot(x, y) / EDGE), y / max(1, hypot(x, y) / EDGE)) for x, y in points)


def _evenly(points: Points, apart: float = 0.03) -> Points:
    """A finger trembles and halts: points that are at least so far apart, and the last one."""
    kept = list(points[:1])
    for point in points[1:]:
        if _distance(point, kept[-1]) >= apart:
            kept.append(point)
    if len(kept) > 1:
        kept[-1] = points[-1]
    # Each is the mean of itself and its neighbours, so that the tremble goes.
    inner = tuple(
        ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
        for a, b, c in zip(kept, kept[1:], kept[2:], strict=False)
    )
    return (kept[0], *inner, kept[-1]) if len(kept) > 1 else tuple(kept)


def _cut_corners(points: Points, *, closed: bool) -> Points:
    for _ in range(2):
        pairs = list(zip(points, (*points[1:], points[0]) if closed else points[1:], strict=False))
        cut = [(a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])) for a, b in pairs for part in (0.25, 0.75)]
        points = tuple(cut) if closed else (points[0], *cut[1:-1], points[-1])
    return (*points, points[0]) if closed else points


def _few(points: Points) -> Points:
    """At most as many points as a wire may have, spread along it; both ends stay."""
    if len(points) <= MOST_POINTS:
        return points
    step = (len(points) - 1) / (MOST_POINTS - 1)
    return tuple(points[round(i * step)] for i in range(MOST_POINTS))


# ---- the palette: each piece is drawn upright, its tip at the top, about a unit high


def _curve(at: Callable[[float], tuple[float, float]], count: int) -> Points:
    return tuple(at(i / count) for i in range(count + 1))


def _petal(t: float, width: float = 0.30) -> tuple[float, float]:
    """A pointed petal from its foot (0, ½) round its tip (0, −½) and back."""
    up = 1 - abs(2 * t - 1)  # 0 at the foot, 1 at the tip
    side = 1 if t < 0.5 else -1
    return side * width * sin(pi * up) ** 0.8 * (1 - 0.28 * (1 - up)), 0.5 - up


def _leaf(t: float) -> tuple[float, float]:
    x, y = _petal(t, 0.20)
    return x + 0.09 * sin(2 * pi * (0.5 - y)), y


def _scroll(t: float) -> tuple[float, float]:
    """A tendril: a stem that rolls up, its radius shrinking evenly (spiral of Archimedes)."""
    if t < 0.3:
        return -0.26 + 0.16 * sin(pi / 2 * t / 0.3), 0.5 - 0.5 * t / 0.3 * 0.9
    part = (t - 0.3) / 0.7
    radius, angle = 0.32 * (1 - 0.86 * part), pi + 3.4 * pi * part
    return 0.22 + radius * cos(angle), 0.05 - 0.12 * part + radius * sin(angle)


def _circle(radius: float, x: float = 0.0, y: float = 0.0, count: int = 40) -> Points:
    return _curve(lambda t: (x + radius * cos(2 * pi * t), y + radius * sin(2 * pi * t)), count)


def _lotus(petals: int = 8) -> Points:
    """A flower in one wire: out along each petal's side to its tip and back in to the heart."""

    def at(t: float) -> tuple[float, float]:
        part = t * petals % 1
        angle = 2 * pi * t - pi / 2
        radius = 0.2 + 0.3 * sin(pi * part) ** 0.62
        return radius * cos(angle), radius * sin(angle)

    return _curve(at, petals * 9)


PIECES: Final[Mapping[str, tuple[Points, ...]]] = {
    "petal": (_curve(_petal, 28),),
    "leaf": (_curve(_leaf, 28),),
    "scroll": (_curve(_scroll, 44),),
    "bead": (_circle(0.22, count=24),),
    "ring": (_circle(0.5),),
    "lotus": (_lotus(), _circle(0.2, count=24)),
}


def piece(name: str, x: float, y: float, *, size: float, turn: float, folds: int = 1) -> tuple[Points, ...]:
    """A piece of the palette at a place, with its copies: `size` is its height in radii, `turn` in radians from
    pointing outward. A ring runs round the plate's middle through the place, whatever its size."""
    away = hypot(x, y)
    if name == "ring":
        radius = min(max(away, 0.08), 0.93)
        return (tuple((a * 2 * radius, b * 2 * radius) for a, b in _circle(0.5, count=72)),)
    outward = _direction(x, y) + pi / 2 + turn
    shape = [
        _kept_on_plate(tuple((x + a, y + b) for a, b in turned(tuple((p * size, q * size) for p, q in wire), outward)))
        for wire in PIECES[name]
    ]
    # In the middle of the plate the copies would lie on each other.
    return tuple(copy for wire in shape for copy in all_round(wire, folds if away > 0.12 else 1))


def _direction(x: float, y: float) -> float:
    return atan2(y, x) if hypot(x, y) > 0.12 else -pi / 2


def master_pattern() -> tuple[tuple[Points, ...], tuple[tuple[float, float, str], ...]]:
    """A lotus as a master lays it, wires and colours: for whoever wants to fire before having learnt to bend."""
    folds, half = 8, pi / 8
    arch = _curve(lambda t: _polar(0.80 + 0.125 * sin(pi * t) ** 0.6, (2 * t - 1) * 0.155), 20)
    wires = (
        _circle(0.12, count=32),
        _circle(0.80, count=76),
        *piece("petal", 0.265, 0, size=0.29, turn=0, folds=folds),
        *piece("petal", 0.26, 0, size=0.15, turn=0, folds=folds),
        *all_round(turned(_curve(_outer_petal, 28), half), folds),
        *piece("scroll", 0.62, 0, size=0.30, turn=0, folds=folds),
        *piece("leaf", *_polar(0.715, half), size=0.14, turn=0, folds=folds),
        *(turned(arch, i * half) for i in range(2 * folds)),
    )
    rows = (
        ("white", 0.27, 0.0, folds),
        ("pink", 0.38, 0.0, folds),
        ("red", 0.48, half, folds),
        ("leaf", 0.715, half, folds),
        ("red", 0.87, 0.0, folds),
        ("cobalt", 0.87, half, folds),
        ("turquoise", 0.95, 0.0, 1),
        ("cobalt", 0.765, half / 2, 1),
        ("yellow", 0.0, 0.0, 1),
    )
    fills = [
        (*_polar(radius, angle + 2 * pi * i / count), name) for name, radius, angle, count in rows for i in range(count)
    ]
    return wires, tuple(fills)


def _outer_petal(t: float) -> tuple[float, float]:
    """A petal half hidden by two of the inner ring, from the side of one round its tip to the side of the other."""
    up = 1 - abs(2 * t - 1)
    wide = (0.215 + 0.05 * sin(pi * up)) * (1 - up**2.2)
    return _polar(0.34 + 0.26 * up, wide if t < 0.5 else -wide)


def _polar(radius: float, angle: float) -> tuple[float, float]:
    return radius * cos(angle), radius * sin(angle)
