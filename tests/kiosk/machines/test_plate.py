"""The plate: fill, fire, see it sink, fill again."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines.enamel_firing import PACKING
from kiosk.machines.plate import BLOWS, STROKES, Plate
from kiosk.machines.plate_cells import Points
from kiosk.machines.plate_drawing import MOST_WIRES, PlateDrawing, Stage
from kiosk.machines.wire_pieces import all_round, laid


def fill_and_fire(plate: Plate, heat: float = 850) -> None:
    """One round of the craft."""
    plate.set("fill", 0)
    plate.set("fill", 1)
    plate.set("kiln", heat)
    plate.step(180)
    plate.set("kiln", 20)
    plate.step(1800)


def test_each_firing_sinks_and_each_filling_brings_it_nearer_to_the_brim() -> None:
    plate = Plate()
    levels = []
    for _ in range(4):
        fill_and_fire(plate)
        levels.append(plate.level)
    assert levels == pytest.approx([1 - (1 - PACKING) ** n for n in (1, 2, 3, 4)], abs=0.01)


def test_too_cool_a_kiln_melts_nothing() -> None:
    plate = Plate()
    fill_and_fire(plate, heat=650)
    assert plate.level == pytest.approx(1)
    assert plate.melted == 0


def test_nobody_fills_a_glowing_plate() -> None:
    plate = Plate()
    plate.set("kiln", 850)
    plate.step(120)
    plate.set("fill", 1)
    assert plate.level == 0


def test_thicker_copper_heats_more_slowly() -> None:
    thin, thick = Plate({"thickness": 0.8}), Plate({"thickness": 2.0})
    for plate in (thin, thick):
        plate.set("kiln", 850)
        plate.step(20)
    assert thin.readings()[0].value > thick.readings()[0].value


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(20, 950), st.floats(0, 200)), max_size=6))
def test_cells_never_overflow_and_no_plate_is_hotter_than_its_kiln(steps: list[tuple[float, float]]) -> None:
    plate, hottest = Plate(), 20.0
    for kiln, seconds in steps:
        plate.set("fill", 0)
        plate.set("fill", 1)
        plate.set("kiln", kiln)
        plate.step(seconds)
        hottest = max(hottest, kiln)
        assert 0 <= plate.level <= 1 + 1e-9
        assert 19 <= plate.readings()[0].value <= hottest + 1


def test_it_says_when_it_can_be_filled() -> None:
    plate = Plate()

    def can_fill() -> float:
        return next(reading.value for reading in plate.readings() if reading.name == "can_fill")

    assert can_fill() == 1
    plate.set("fill", 1)
    assert can_fill() == 0, "full to the brim"
    plate.set("kiln", 900)
    plate.step(60)
    assert can_fill() == 0, "sunk, but glowing"
    plate.set("kiln", 20)
    plate.step(600)
    assert can_fill() == 1


def ring(radius: float, count: int = 40) -> Points:
    turns = [2 * math.pi * i / count for i in range(count + 1)]
    return tuple((radius * math.cos(turn), radius * math.sin(turn)) for turn in turns)


def reading(plate: Plate, name: str) -> float:
    return next(reading.value for reading in plate.readings() if reading.name == name)


def finished_but_for_gold() -> Plate:
    plate = Plate()
    plate.lay_pattern()
    for _ in range(3):
        fill_and_fire(plate)
    plate.rub(STROKES)
    return plate


def test_a_plate_goes_through_the_stages_in_their_order() -> None:
    plate, stages = Plate(), []
    stages.append(plate.stage)
    for _ in range(BLOWS):
        plate.strike()
    assert plate.lay((ring(0.5),))
    stages.append(plate.stage)
    assert plate.colour(0, "cobalt")
    stages.append(plate.stage)
    for _ in range(3):
        plate.fill()
        plate.set("kiln", 850)
        plate.step(180)
        plate.set("kiln", 20)
        plate.step(1800)
    stages.append(plate.stage)
    plate.rub(STROKES)
    stages.append(plate.stage)
    plate.set("bath", 1)
    plate.step(200)
    stages.append(plate.stage)
    assert stages == list(Stage)
    assert plate.drawing.stage is Stage.GILDED


def test_no_step_is_taken_before_the_one_before() -> None:
    plate = Plate()
    plate.rub(STROKES)
    plate.set("bath", 1)
    plate.step(100)
    assert (plate.polish, reading(plate, "gold")) == (0, 0)
    plate.lay_pattern()
    plate.fill()
    plate.rub(STROKES)
    assert plate.polish == 0, "powder is not polished"


def test_glass_holds_the_wires_and_polish_ends_the_filling() -> None:
    plate = Plate()
    plate.lay_pattern()
    fill_and_fire(plate)
    wires = plate.wires
    assert not plate.lay((ring(0.5),))
    assert not plate.take_wire_back()
    assert not plate.lay_pattern()
    assert not plate.wash_last_colour()
    assert plate.wires == wires
    done = finished_but_for_gold()
    assert not done.can_fill
    assert not done.colour(0, "red")


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(700, 950), st.floats(0, 60), st.booleans()), max_size=8))
def test_what_sinks_is_what_the_packing_says(rounds: list[tuple[float, float, bool]]) -> None:
    """Melting keeps the glass: powder as dense as its packing before, the same mass without air after."""
    plate = Plate()
    plate.lay_pattern()
    for kiln, seconds, refill in rounds:
        if refill:
            plate.set("kiln", 20)
            plate.step(1200)
            plate.set("fill", 0)
            plate.set("fill", 1)
        before = [filling.solid for filling in plate.contents]
        plate.set("kiln", kiln)
        plate.step(seconds)
        for filling, solid in zip(plate.contents, before, strict=True):
            assert filling.solid == pytest.approx(solid)
            assert filling.level - filling.solid == pytest.approx(filling.powder * (1 - PACKING))


def test_a_cell_filled_later_sinks_more_than_those_filled_before() -> None:
    plate = Plate()
    for _ in range(BLOWS):
        plate.strike()
    plate.lay((ring(0.5),))
    plate.colour(0, "cobalt")
    fill_and_fire(plate)
    plate.colour(1, "red")
    fill_and_fire(plate)
    first, second = plate.contents
    assert first.glass == pytest.approx(1 - (1 - PACKING) ** 2, abs=0.01)
    assert second.glass == pytest.approx(PACKING, abs=0.01)
    assert not plate.can_polish


def test_fired_glass_keeps_its_colour_and_powder_takes_a_new_one() -> None:
    plate = Plate()
    plate.lay((ring(0.5),))
    plate.colour(0, "cobalt")
    plate.colour(0, "red")
    assert plate.colours == {0: "red"}
    assert plate.contents[0].level == 1
    fill_and_fire(plate)
    plate.colour(0, "white")
    assert plate.colours == {0: "red"}
    assert plate.contents[0].level == 1, "but it is topped up"


def test_two_cells_that_become_one_keep_one_colour() -> None:
    plate = Plate()
    plate.lay((ring(0.5),))
    plate.colour(0, "cobalt")
    plate.colour(1, "red")
    plate.take_wire_back()
    assert list(plate.colours.values()) == ["red"]
    assert len(plate.contents) == len(plate.fills) == 1


def test_the_masters_lotus_closes_every_cell_and_colours_all() -> None:
    plate = Plate()
    plate.lay_pattern()
    assert len(plate.colours) == len(plate.cells.cells) == len(plate.fills) > 40


def test_half_a_micrometre_of_gold_takes_what_faraday_says() -> None:
    """0.5 µm · 19.3 g/cm³ · 96 485 C/mol ÷ (196.97 g/mol · 50 A/m²) = 94.5 s."""
    plate = finished_but_for_gold()
    plate.set("bath", 1)
    plate.step(94.0)
    stages = [plate.stage]
    plate.step(1.0)
    stages.append(plate.stage)
    assert stages == [Stage.POLISHED, Stage.GILDED]
    assert reading(plate, "gold") == pytest.approx(0.5026, abs=0.001)
    plate.set("bath", 0)
    plate.step(100)
    assert reading(plate, "gold") == pytest.approx(0.5026, abs=0.001)


def test_wire_runs_out() -> None:
    plate = Plate()
    assert plate.lay((ring(0.5),) * MOST_WIRES)
    assert not plate.lay((ring(0.4),))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), max_size=60), st.sampled_from((1, 4, 6, 8)))
def test_whatever_a_finger_draws_is_a_wire_on_the_plate_or_none(line: list[tuple[float, float]], folds: int) -> None:
    wire = laid(tuple(line), (ring(0.5),), folds)
    if wire is not None:
        plate = Plate()
        assert plate.lay(all_round(wire, folds))
        assert all(math.hypot(x, y) <= 1.002 for copy in plate.wires for x, y in copy)
        assert PlateDrawing.from_json(plate.work()).wires == plate.wires
