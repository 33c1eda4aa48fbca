"""Which cells the wires on a plate make, found on a grid.

The plate is a grid of `RESOLUTION` × `RESOLUTION` squares, each 1/128 of the radius wide. A wire darkens the squares
under it (Bresenham's line: its squares touch at least by a corner); what is left falls into pieces that touch by their
sides, and a line that touches by corners always parts those (digital topology: 8-connected against 4-connected).
Pieces under `SMALLEST` squares are no cells: no brush would fill them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from math import pi, sqrt
from typing import Final

Points = tuple[tuple[float, float], ...]

RESOLUTION: Final = 256  # squares across the plate
RIM: Final = 0.97  # of the radius: where the raised rim begins
SMALLEST: Final = 14  # squares; on a plate of 20 cm about 8 mm²
_NONE: Final = -1


@dataclass(frozen=True)
class Cell:
    """A closed cell: its number, a point well inside, and its part of the plate (0 … 1)."""

    number: int
    x: float
    y: float
    area: float
    _piece: "list[_Run]" = field(repr=False, compare=False)

    @cached_property
    def outlines(self) -> tuple[Points, ...]:
        """The first is the outer one; those after it go round islands in the cell (fill by the even-odd rule).

        They run half a square inside the wire's middle line: whoever paints the cell strokes it by two squares.
        """
        return _outlines(self._piece)


class CellMap:
    """The cells of a plate, the largest first, and the grid that says whose a place is."""

    def __init__(self, cells: tuple[Cell, ...], grid: list[int]) -> None:
        self.cells = cells
        self._grid = grid

    def at(self, x: float, y: float) -> int | None:
        """Number of the cell at a place, or the nearest when a wire is there; None off the plate."""
        column, row = _column(x), _column(y)
        for reach in range(4):
            for r in range(max(0, row - reach), min(RESOLUTION, row + reach + 1)):
                for c in range(max(0, column - reach), min(RESOLUTION, column + reach + 1)):
                    if self._grid[r * RESOLUTION + c] != _NONE:
                        return self._grid[r * RESOLUTION + c]
        return None


@lru_cache(maxsize=16)
def cells_between(wires: tuple[Points, ...]) -> CellMap:
    """The cells that these wires and the rim make. The same wires again cost nothing."""
    free = _bare_plate()
    for wire in wires:
        for (x0, y0), (x1, y1) in pairwise(wire):
            for column, row in _line(_column(x0), _column(y0), _column(x1), _column(y1)):
                free[row * RESOLUTION + column] = 0
    pieces = sorted((piece for piece in _pieces(free) if _size(piece) >= SMALLEST), key=_order)
    grid = [_NONE] * (RESOLUTION * RESOLUTION)
    for number, piece in enumerate(pieces):
        for row, first, last in piece:
            at = row * RESOLUTION
            grid[at + first : at + last + 1] = [number] * (last - first + 1)
    whole = pi / 4 * (RIM * RESOLUTION) ** 2
    cells = tuple(
        Cell(number, *_inside(piece, number, grid), _size(piece) / whole, piece) for number, piece in enumerate(pieces)
    )
    return CellMap(cells, grid)


_Run = tuple[int, int, int]  # row, first and last column


def _column(x: float) -> int:
    return min(RESOLUTION - 1, max(0, int((x + 1) / 2 * RESOLUTION)))


def _place(column: float) -> float:
    return column / RESOLUTION * 2 - 1


def _bare_plate() -> bytearray:
    free = bytearray(RESOLUTION * RESOLUTION)
    for row in range(RESOLUTION):
        y = _place(row + 0.5)
        if abs(y) >= RIM:
            continue
        half = sqrt(RIM**2 - y**2)
        first, last = _column(-half), _column(half)
        free[row * RESOLUTION + first : row * RESOLUTION + last + 1] = b"\x01" * (last - first + 1)
    return free


def _line(c0: int, r0: int, c1: int, r1: int) -> Iterator[tuple[int, int]]:
    across, down = abs(c1 - c0), -abs(r1 - r0)
    step_c, step_r = (1 if c0 < c1 else -1), (1 if r0 < r1 else -1)
    error = across + down
    while True:
        yield c0, r0
        if (c0, r0) == (c1, r1):
            return
        twice = 2 * error
        if twice >= down:
            error += down
            c0 += step_c
        if twice <= across:
            error += across
            r0 += step_r


def _pieces(free: bytearray) -> list[list[_Run]]:
    """Runs of free squares, row by row, joined with those of the row above that they touch (union–find)."""
    runs: list[_Run] = []
    parent: list[int] = []

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    above: range = range(0)
    for row in range(RESOLUTION):
        begin = len(runs)
        line = free[row * RESOLUTION : (row + 1) * RESOLUTION]
        first = line.find(1)
        while first >= 0:
            end = line.find(0, first)
            last = (end if end >= 0 else RESOLUTION) - 1
            parent.append(len(runs))
            runs.append((row, first, last))
            first = line.find(1, last + 1)
        for index in range(begin, len(runs)):
            for other in above:
                if runs[other][1] <= runs[index][2] and runs[other][2] >= runs[index][1]:
                    parent[root(other)] = root(index)
        above = range(begin, len(runs))
    pieces: dict[int, list[_Run]] = {}
    for index, run in enumerate(runs):
        pieces.setdefault(root(index), []).append(run)
    return list(pieces.values())


def _size(piece: Iterable[_Run]) -> int:
    return sum(last - first + 1 for _, first, last in piece)


def _order(piece: list[_Run]) -> tuple[int, _Run]:
    return -_size(piece), piece[0]


def _inside(piece: list[_Run], number: int, grid: list[int]) -> tuple[float, float]:
    """The middle of a run that has much room to all four sides."""
    best, found = -1, (0.0, 0.0)
    for row, first, last in piece:
        if last - first + 1 <= best:
            continue
        column = (first + last) // 2
        up = down = row
        while up > 0 and grid[(up - 1) * RESOLUTION + column] == number:
            up -= 1
        while down < RESOLUTION - 1 and grid[(down + 1) * RESOLUTION + column] == number:
            down += 1
        room = min(last - first + 1, 2 * min(row - up, down - row) + 1)
        if room > best:
            best, found = room, (_place(column + 0.5), _place(row + 0.5))
    return found


def _outlines(piece: list[_Run]) -> tuple[Points, ...]:
    """The borders of a piece along its squares' sides, smoothed; the piece lies to the right of each."""
    squares = {(row, column) for row, first, last in piece for column in range(first, last + 1)}
    ways: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def side(start: tuple[int, int], end: tuple[int, int]) -> None:
        ways.setdefault(start, []).append(end)

    for row, first, last in piece:
        side((first, row + 1), (first, row))
        side((last + 1, row), (last + 1, row + 1))
        for column in range(first, last + 1):
            if (row - 1, column) not in squares:
                side((column, row), (column + 1, row))
            if (row + 1, column) not in squares:
                side((column + 1, row + 1), (column, row + 1))
    loops = []
    while ways:
        start = next(iter(ways))
        loop, at = [], start
        while True:
            loop.append(at)
            ends = ways[at]
            to = ends.pop()
            if not ends:
                del ways[at]
            at = to
            if at == start:
                break
        loops.append(loop)
    loops.sort(key=len, reverse=True)
    return tuple(_smooth(loop) for loop in loops)


def _smooth(loop: list[tuple[int, int]]) -> Points:
    """Stairs become slopes: each corner is the mean of itself and two to each side; every second one is kept."""
    count = len(loop)
    if count < 12:
        return tuple((_place(c), _place(r)) for c, r in loop)
    columns = [c for c, _ in (*loop[-2:], *loop, *loop[:2])]
    rows = [r for _, r in (*loop[-2:], *loop, *loop[:2])]
    return tuple((_place(sum(columns[i : i + 5]) / 5), _place(sum(rows[i : i + 5]) / 5)) for i in range(0, count, 2))
