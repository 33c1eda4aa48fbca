"""The locomotive: expansion, adhesion, and a train that moves as Newton says."""

from math import log, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines.running_gear import BACK_PRESSURE, BOILER_POWER, BOILER_PRESSURE, RunningGear


def engine(**inputs: float) -> RunningGear:
    """An engine with its train, set but still at rest."""
    gear = RunningGear({})
    for name, value in inputs.items():
        gear.set(name, value)
    return gear


def reading(gear: RunningGear, name: str) -> float:
    """One output."""
    return next(r.value for r in gear.readings() if r.name == name)


def test_tractive_effort_is_the_textbooks() -> None:
    mean = BOILER_PRESSURE * 0.5 * (1 + log(2)) - BACK_PRESSURE
    assert engine(regulator=100, cut_off=50).tractive_effort() == pytest.approx(mean * 0.5**2 * 0.65 / 1.4)


def test_reverse_gear_pulls_the_other_way() -> None:
    forward, backward = engine(cut_off=50), engine(cut_off=-50)
    assert backward.tractive_effort() == pytest.approx(-forward.tractive_effort())
    backward.step(30)
    assert backward.speed < 0


def test_a_wet_rail_slips_where_a_dry_one_holds() -> None:
    dry, wet = engine(regulator=100, cut_off=75), engine(regulator=100, cut_off=75, wet=1)
    dry.step(5)
    wet.step(5)
    assert not dry.slipping
    assert wet.slipping
    assert wet.speed < dry.speed
    assert reading(wet, "pull") <= reading(wet, "adhesion") + 1e-9


def test_easing_the_regulator_catches_the_rail_again() -> None:
    gear = engine(regulator=100, cut_off=75, wet=1)
    gear.step(3)
    assert gear.slipping
    gear.set("regulator", 10)
    gear.step(10)
    assert not gear.slipping


def test_a_train_at_rest_stays_at_rest_without_steam() -> None:
    gear = RunningGear({"grade": 0})
    gear.set("regulator", 0)
    gear.step(60)
    assert gear.speed == 0


def test_brakes_stop_the_train_and_do_not_send_it_back() -> None:
    gear = engine(regulator=100)
    gear.step(60)
    assert gear.speed > 1
    gear.set("regulator", 0)
    gear.set("brake", 100)
    gear.step(120)
    assert gear.speed == 0


@settings(deadline=None)
@given(st.floats(0, 100), st.floats(-75, 75), st.floats(0, 1), st.floats(0, 1200), st.floats(0, 20))
def test_power_at_the_rail_never_exceeds_the_boilers(
    regulator: float, cut_off: float, wet: float, train: float, grade: float
) -> None:
    gear = RunningGear({"train": train, "grade": grade})
    for name, value in (("regulator", regulator), ("cut_off", cut_off), ("wet", wet)):
        gear.set(name, value)
    for _ in range(20):
        gear.step(2)
        assert abs(reading(gear, "power")) * 1000 <= BOILER_POWER * 1.02


@given(st.floats(0, 60))
def test_piston_and_crank_keep_within_the_stroke(seconds: float) -> None:
    gear = engine(regulator=100)
    gear.step(seconds)
    assert -1.0001 <= gear.piston() <= 1.0001
    assert 0 <= gear.angle <= 2 * pi


def test_more_mass_on_the_driving_wheels_holds_more() -> None:
    # 80 t: the figures of the exhibit on adhesion, 235 kN dry and 118 kN wet.
    gear = RunningGear({"adhesive_mass": 80})
    assert gear.adhesion() == pytest.approx(235_000, rel=0.002)
    gear.set("wet", 1)
    assert gear.adhesion() == pytest.approx(118_000, rel=0.003)


def test_a_train_at_rest_on_its_usual_line_does_not_roll_away() -> None:
    gear = engine(regulator=0)
    gear.step(60)
    assert gear.speed == 0
