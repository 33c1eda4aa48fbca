"""Plates as four visitors may have made them, for pictures of the attract page and for tests."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ui.shell.scene import Scene

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.machines.plate_drawing import PlateDrawing

_Wire = tuple[tuple[float, float], ...]


def attract_gallery(app: "App", site: str, _lang: str) -> Scene:
    """Four plates are kept, and staff have shown them; the machine rests, and they hang."""
    if not app.gallery.shown(site):
        for drawing in some_plates():
            app.gallery.show(app.gallery.keep(site, drawing).id)

    def rest(model: Any) -> None:
        model.move(False)
        model.refresh()
        model.wall.hang()

    return Scene(act=rest)


def some_plates() -> "tuple[PlateDrawing, ...]":
    """A lotus, a star of rings, a spiral sun and leaves."""
    from kiosk.machines.plate_drawing import PlateDrawing, Stage

    petals = [_petal(n / 8, 0.24, 0.78, 0.19) for n in range(8)]
    lotus = PlateDrawing(
        (_ring(0, 0, 0.24), _ring(0, 0, 0.86), *petals),
        (
            (0.0, 0.0, "yellow"), (0.0, 0.92, "turquoise"), *_around(8, 0.55, ("red", "pink")),
            *_around(8, 0.75, ("cobalt",), 0.5),
        ),
        Stage.GILDED,
    )  # fmt: skip
    rings = [_ring(*place, 0.2) for place in _places(6, 0.56)]
    star = PlateDrawing(
        (_ring(0, 0, 0.3), _ring(0, 0, 0.12), _ring(0, 0, 0.82), *rings),
        (
            (0.0, 0.0, "red"), (0.21, 0.0, "white"), (0.0, 0.9, "cobalt"), *_around(6, 0.56, ("jade", "yellow")),
            *_around(6, 0.68, ("turquoise",), 0.5),
        ),
        Stage.GILDED,
    )  # fmt: skip
    rays = [_scroll(n / 7) for n in range(7)]
    sun = PlateDrawing(
        (_ring(0, 0, 0.3), *rays),
        ((0.0, 0.0, "yellow"), *_around(7, 0.7, ("plum", "red", "cobalt"), 0.12)),
        Stage.POLISHED,
    )
    leaves = [_petal(n / 5 - 0.05, 0.1, 0.9, 0.2) for n in range(5)]
    veins = [_vein(n / 5 - 0.05) for n in range(5)]
    branch = PlateDrawing(
        (*leaves, *veins),
        ((0.0, 0.0, "white"), *_around(5, 0.5, ("leaf",), -0.42), *_around(5, 0.5, ("jade",), -0.08)),
        Stage.FIRED,
    )
    return lotus, star, sun, branch


def _at(turn: float, r: float) -> tuple[float, float]:
    return r * math.cos(2 * math.pi * (turn - 0.25)), r * math.sin(2 * math.pi * (turn - 0.25))


def _places(count: int, r: float, shift: float = 0.0) -> Iterator[tuple[float, float]]:
    return (_at((n + shift) / count, r) for n in range(count))


def _around(count: int, r: float, colours: tuple[str, ...], shift: float = 0.0) -> list[tuple[float, float, str]]:
    return [(x, y, colours[n % len(colours)]) for n, (x, y) in enumerate(_places(count, r, shift))]


def _ring(x: float, y: float, r: float) -> _Wire:
    return tuple((x + dx, y + dy) for dx, dy in (_at(n / 48, r) for n in range(49)))


def _petal(turn: float, foot: float, tip: float, half: float) -> _Wire:
    """From the foot out to the tip and back on the other side."""
    one = [_beside(turn, foot + (tip - foot) * n / 16, half * math.sin(math.pi * (n / 16) ** 0.8)) for n in range(17)]
    other = [
        _beside(turn, foot + (tip - foot) * n / 16, -half * math.sin(math.pi * (n / 16) ** 0.8)) for n in range(17)
    ]
    return (*one, *reversed(other))


def _vein(turn: float) -> _Wire:
    return tuple(_beside(turn, 0.1 + 0.8 * n / 8, 0.0) for n in range(9))


def _scroll(turn: float) -> _Wire:
    return tuple(_at(turn + 0.16 * math.sin(math.pi / 2 * n / 16), 0.3 + 0.69 * n / 16) for n in range(17))


def _beside(turn: float, out: float, aside: float) -> tuple[float, float]:
    (x, y), (u, v) = _at(turn, out), _at(turn + 0.25, aside)
    return x + u, y + v
