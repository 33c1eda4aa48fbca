"""The plate: fill, fire, see it sink, fill again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines.enamel_firing import PACKING
from kiosk.machines.plate import Plate


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
