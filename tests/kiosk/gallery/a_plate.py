"""Plates for tests: a star of petals with colours in it, and simple ones."""

import math

from kiosk.machines.plate_drawing import PlateDrawing, Stage

_COLOURS = ("cobalt", "turquoise", "red", "yellow", "jade", "white")


def a_flower(petals: int = 6, stage: Stage = Stage.GILDED) -> PlateDrawing:
    """Petals round a ring, all filled, as a visitor may make one in a minute."""
    wires = [_ring(0.0, 0.0, 0.25), _ring(0.0, 0.0, 0.88)]
    fills = [(0.0, 0.0, "yellow"), (0.0, 0.95, "cobalt")]
    for petal in range(petals):
        turn = 2 * math.pi * petal / petals
        x, y = 0.56 * math.cos(turn), 0.56 * math.sin(turn)
        wires.append(_ring(x, y, 0.2))
        fills.append((x, y, _COLOURS[petal % len(_COLOURS)]))
    fills.append((0.8 * math.cos(math.pi / petals), 0.8 * math.sin(math.pi / petals), "turquoise"))
    return PlateDrawing(tuple(wires), tuple(fills), stage)


def a_line(y: float = 0.0) -> PlateDrawing:
    """A single wire across the copper."""
    return PlateDrawing((((-0.7, y), (0.7, y)),), (), Stage.WIRED)


def the_fullest() -> PlateDrawing:
    """As many wires and points as there may be."""
    rings = (0.05 + 0.9 * wire / 79 for wire in range(80))
    return PlateDrawing(tuple(_ring(0.0, 0.0, r, 79) for r in rings), ((0.0, 0.0, "red"),) * 80, Stage.FIRED)


def _ring(x: float, y: float, r: float, points: int = 40) -> tuple[tuple[float, float], ...]:
    turns = (2 * math.pi * n / points for n in range(points + 1))
    return tuple((x + r * math.cos(turn), y + r * math.sin(turn)) for turn in turns)
