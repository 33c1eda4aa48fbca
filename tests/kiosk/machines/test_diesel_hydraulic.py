"""The diesel-hydraulic: the converter's textbook curve, Föttinger's law, fuel that pays for all, and the same hill."""

from math import pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines import build
from kiosk.machines.diesel_hydraulic import (
    ABSORPTION,
    FUEL_HEAT,
    INDICATED,
    MECHANICAL,
    RATED_POWER,
    DieselHydraulic,
    torque_ratio,
)


def locomotive(seconds: float = 0.0, parameters: dict[str, float] | None = None, **inputs: float) -> DieselHydraulic:
    """One that has run so long."""
    it = DieselHydraulic(parameters)
    for name, value in inputs.items():
        it.set(name, value)
    it.step(seconds)
    return it


def reading(machine: DieselHydraulic, name: str) -> float:
    """One output."""
    return next(r.value for r in machine.readings() if r.name == name)


def test_six_hundred_horsepower_are_441_kilowatts() -> None:
    assert pytest.approx(600 * 735.5, rel=0.001) == RATED_POWER
    assert reading(locomotive(20, throttle=100), "engine_power") == pytest.approx(441, rel=0.01)


def test_the_converter_is_a_textbooks() -> None:
    assert 3 <= torque_ratio(0) <= 5
    best = max(nu / 100 * torque_ratio(nu / 100) for nu in range(101))
    assert 0.8 <= best <= 0.85
    assert 1e-3 < ABSORPTION < 3e-3


@given(st.floats(-1, 3))
def test_oil_gives_no_more_than_it_gets(ratio: float) -> None:
    assert torque_ratio(ratio) >= 0
    assert ratio * torque_ratio(ratio) <= 0.85


def test_the_pump_takes_four_times_the_torque_at_twice_the_speed() -> None:
    slow, fast = locomotive(15, throttle=17), locomotive(15, throttle=100)
    times = fast.engine_speed / slow.engine_speed
    assert fast.pump_torque() / slow.pump_torque() == pytest.approx(times**2, rel=1e-6)
    assert slow.engine_speed * 60 / 2 / pi == pytest.approx(753, abs=90)  # within the governor's droop


def test_the_engine_runs_while_the_train_is_held() -> None:
    it = locomotive(20, throttle=100, brake=100)
    assert it.train.speed == 0
    assert it.engine_speed * 60 / 2 / pi == pytest.approx(1500, rel=0.06)
    assert it.effort(0) > 90_000


def test_without_throttle_the_converter_is_empty_and_nothing_pulls() -> None:
    it = locomotive(10, throttle=0)
    assert it.pump_torque() == 0
    assert it.train.speed == 0
    it.set("throttle", 50)
    it.step(5)
    assert reading(it, "fill") == 100
    assert it.train.speed > 0


def test_the_pull_falls_with_speed_by_itself() -> None:
    pulls = [pull for _, pull in locomotive(15, throttle=100).trace()]
    assert pulls == sorted(pulls, reverse=True)
    assert pulls[0] > 95
    assert pulls[-1] == 0


def test_the_steady_speed_is_where_pull_and_resistance_meet() -> None:
    it = locomotive(240, {"hill": 2000}, throttle=100)
    assert reading(it, "slope") == pytest.approx(10)
    assert it.effort(it.train.rim) == pytest.approx(it.train.against(it.train.speed), rel=0.01)


@settings(max_examples=30)
@given(st.floats(0, 100), st.floats(0, 1200), st.floats(0, 25))
def test_fuel_pays_for_everything(throttle: float, train: float, grade: float) -> None:
    it = locomotive(40, {"train": train, "grade": grade}, throttle=throttle)
    heat = reading(it, "fuel_heat") * 1e6
    assert it.train.pull_work <= heat * INDICATED * 0.95
    assert reading(it, "efficiency") <= INDICATED * MECHANICAL * 83
    assert it.fuel_rate() * FUEL_HEAT >= 0


def test_at_its_best_more_than_a_quarter_of_the_fuel_pulls() -> None:
    assert 26 < reading(locomotive(40, throttle=100), "efficiency") < 31


def test_oil_does_not_race_when_the_wheels_slip() -> None:
    steam, diesel = build("running-gear", {"train": 1200}), locomotive(0, {"train": 1200})
    steam.set("regulator", 100)
    steam.set("cut_off", 75)
    diesel.set("throttle", 100)
    fastest = {}
    for name, machine in (("steam", steam), ("diesel", diesel)):
        machine.set("wet", 1)
        fastest[name] = 0.0
        for _ in range(400):
            machine.step(0.05)
            fastest[name] = max(fastest[name], machine.train.rim - machine.train.speed)  # type: ignore[attr-defined]
    assert fastest["diesel"] < fastest["steam"] / 2


def test_the_same_train_up_the_same_hill_costs_a_fraction_of_the_heat() -> None:
    spent = {}
    for name, hands in (("running-gear", {"regulator": 100, "cut_off": 30}), ("diesel-hydraulic", {"throttle": 100})):
        machine = build(name)
        for key, value in hands.items():
            machine.set(key, value)
        outputs: dict[str, float] = {}
        for _ in range(200):
            machine.step(0.5)
            outputs = {r.name: r.value for r in machine.readings()}
            if outputs["over_the_top"]:
                break
        assert outputs["over_the_top"]
        assert 30 < outputs["seconds_to_top"] < 90
        spent[name] = outputs["fuel_heat"]
    assert 3 < spent["running-gear"] / spent["diesel-hydraulic"] < 8
