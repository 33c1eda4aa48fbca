"""A plate's drawing is stored and read back strictly; its cells are what the wires close off."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.machines.plate_cells import RIM
from kiosk.machines.plate_drawing import COLOURS, MOST_FILLS, MOST_POINTS, MOST_WIRES, BadDrawing, PlateDrawing, Stage

_places = st.tuples(st.floats(0, 1), st.floats(0, 2 * math.pi)).map(
    lambda polar: (polar[0] * math.cos(polar[1]), polar[0] * math.sin(polar[1]))
)
_wires = st.lists(_places, min_size=2, max_size=12).map(tuple)
_fills = st.builds(lambda place, name: (*place, name), _places, st.sampled_from(sorted(COLOURS)))
_drawings = st.builds(
    PlateDrawing,
    wires=st.lists(_wires, max_size=6).map(tuple),
    fills=st.lists(_fills, max_size=6).map(tuple),
    stage=st.sampled_from(Stage),
)


def ring(radius: float, x: float = 0.0, y: float = 0.0, count: int = 60) -> tuple[tuple[float, float], ...]:
    turns = [2 * math.pi * i / count for i in range(count + 1)]
    return tuple((x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns)


@given(_drawings)
def test_what_is_stored_is_read_back(drawing: PlateDrawing) -> None:
    assert PlateDrawing.from_json(drawing.to_json()) == drawing


def test_the_largest_plate_fits() -> None:
    wires = tuple(ring(0.999, count=MOST_POINTS - 1) for _ in range(MOST_WIRES))
    fills = tuple((-0.123, -0.123, "turquoise") for _ in range(MOST_FILLS))
    drawing = PlateDrawing(wires, fills, Stage.GILDED)
    assert PlateDrawing.from_json(drawing.to_json()) == drawing


def _changed(**what: object) -> str:
    return json.dumps({"wires": [], "fills": [], "stage": "copper"} | what)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "[" * 100_000,
        '{"wires": [], "fills": []}',
        _changed(more=1),
        _changed(stage="glued"),
        _changed(stage=None),
        _changed(stage=[]),
        _changed(wires={}),
        _changed(wires=[[[0, 0]]]),
        _changed(wires=[[[0, 0], [1, 1]]]),
        _changed(wires=[[[0, 0], [0, True]]]),
        _changed(wires=[[[0, 0], [0, "0"]]]),
        _changed(wires=[[[0, 0], [0, 0, 0]]]),
        _changed(wires=[[[0, 0], [0, float("nan")]]]),
        _changed(wires=[[[0, 0], [0, float("inf")]]]),
        _changed(wires=[[[0, 0], [0, 10**400]]]),
        _changed(wires=[[[0, 0]] * (MOST_POINTS + 1)]),
        _changed(wires=[[[0, 0], [0, 0.5]]] * (MOST_WIRES + 1)),
        _changed(fills=[[0, 0, "mauve"]]),
        _changed(fills=[[0, 0, ["red"]]]),
        _changed(fills=[[0, 0]]),
        _changed(fills=[[0, 2, "red"]]),
        _changed(fills=[[0, 0, "red"]] * (MOST_FILLS + 1)),
        " " * 1_000_000,
    ],
)
def test_what_cannot_be_a_plate_is_refused(text: str) -> None:
    with pytest.raises(BadDrawing):
        PlateDrawing.from_json(text)


def test_a_bare_plate_is_one_cell() -> None:
    (cell,) = PlateDrawing().cells()
    assert cell.area == pytest.approx(1.0, abs=0.01)
    assert math.hypot(cell.x, cell.y) < 0.5


def test_a_ring_makes_two_cells_of_the_right_size() -> None:
    ground, middle = PlateDrawing(wires=(ring(0.5),)).cells()
    assert middle.area == pytest.approx((0.5 / RIM) ** 2, rel=0.06)
    assert ground.area + middle.area == pytest.approx(1.0, abs=0.03)
    assert len(ground.outlines) == 2
    assert len(middle.outlines) == 1


def test_an_open_wire_makes_no_cell_and_one_from_rim_to_rim_makes_two() -> None:
    assert len(PlateDrawing(wires=(((-0.5, 0), (0.5, 0.1)),)).cells()) == 1
    assert len(PlateDrawing(wires=(((-0.99, 0), (0.99, 0.1)),)).cells()) == 2


@given(st.lists(_wires, max_size=6).map(tuple))
def test_each_cell_is_found_at_its_own_point_and_no_ground_is_counted_twice(
    wires: tuple[tuple[tuple[float, float], ...], ...],
) -> None:
    cells = PlateDrawing(wires).cell_map()
    assert [cells.at(cell.x, cell.y) for cell in cells.cells] == [cell.number for cell in cells.cells]
    assert sum(cell.area for cell in cells.cells) <= 1.01
    assert [cell.area for cell in cells.cells] == sorted((cell.area for cell in cells.cells), reverse=True)


def test_the_last_colour_of_a_cell_counts() -> None:
    drawing = PlateDrawing((ring(0.5),), ((0, 0, "red"), (0.8, 0, "cobalt"), (0.1, 0.1, "white")))
    assert drawing.colours() == {0: "cobalt", 1: "white"}


def test_off_the_plate_there_is_no_cell() -> None:
    assert PlateDrawing().cell_map().at(1, 1) is None
