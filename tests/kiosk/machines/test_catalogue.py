"""Every machine is built, set, run and read by its name alone."""

from math import isfinite

import pytest

from kiosk.machines import DESIGNS, OutOfRange, UnknownMachine, UnknownQuantity, allowed_parameters, build, run

NAMES = tuple(DESIGNS)


@pytest.mark.parametrize("name", NAMES)
def test_a_machine_runs_at_every_end_of_every_range(name: str) -> None:
    design = DESIGNS[name]
    assert design.name == name
    for quantity in design.inputs + design.parameters:
        assert quantity.low <= quantity.default <= quantity.high
        for value in (quantity.low, quantity.high):
            machine, readings = run(name, {quantity.name: value}, 2.0)
            assert len({reading.name for reading in readings}) == len(readings)
            assert all(isfinite(reading.value) for reading in readings), (quantity.name, value, readings)
            if quantity in design.inputs:
                assert machine.inputs[quantity.name] == value


@pytest.mark.parametrize("name", NAMES)
def test_what_lies_outside_is_refused(name: str) -> None:
    for quantity in DESIGNS[name].inputs + DESIGNS[name].parameters:
        for value in (quantity.low - 1, quantity.high + 1, float("nan"), float("inf")):
            with pytest.raises(OutOfRange, match=quantity.name):
                run(name, {quantity.name: value}, 0)
    with pytest.raises(UnknownQuantity, match="colour"):
        run(name, {"colour": 1}, 0)
    with pytest.raises(UnknownQuantity):
        build(name, {"colour": 1})


def test_an_unknown_machine_says_which_there_are() -> None:
    for ask in (build, lambda name: run(name, {}, 1)):
        with pytest.raises(UnknownMachine, match="big-air, diesel-hydraulic, plate, pump, running-gear"):
            ask("perpetuum")


@pytest.mark.parametrize("name", NAMES)
def test_many_small_steps_and_few_large_ones_agree(name: str) -> None:
    # A machine may be run at 60 frames a second, at 10, or at once from a command line.
    def after(step: float) -> dict[str, float]:
        machine = build(name)
        for quantity in DESIGNS[name].inputs:
            machine.set(quantity.name, quantity.default)
        for _ in range(round(4 / step)):
            machine.step(step)
        return {reading.name: reading.value for reading in machine.readings()}

    fine, coarse = after(1 / 60), after(0.1)
    assert fine == pytest.approx(coarse, rel=0.02, abs=0.35)


def test_a_pack_is_told_what_it_may_choose() -> None:
    allowed = allowed_parameters()
    assert set(allowed) == set(NAMES)
    assert allowed["pump"]["static_head"] == (0.0, 30.0, "m")
