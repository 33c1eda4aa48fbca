"""The locomotive: expansion, adhesion, and a train that moves as Newton says."""

from itertools import pairwise
from math import pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines.running_gear import (
    BACK_PRESSURE,
    BOILER_EFFICIENCY,
    BOILER_PRESSURE,
    STEAM_HEAT,
    STEAM_RATE,
    RunningGear,
)


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
    # F = 0.85 p d² s / D above the air's pressure, the rule for starting that every textbook gives.
    effort = engine(regulator=100, cut_off=75).tractive_effort()
    assert effort == pytest.approx(0.85 * (BOILER_PRESSURE - 0.1e6) * 0.5**2 * 0.65 / 1.4, rel=0.1)


def test_the_pull_is_the_area_of_the_indicator_diagram() -> None:
    gear = engine(regulator=100, cut_off=50)
    gear.step(2)
    area = sum((v2 - v1) / 100 * (p1 + p2) / 2 * 1000 for (v1, p1), (v2, p2) in pairwise(gear.trace()))
    assert gear.tractive_effort() == pytest.approx(area * 0.5**2 * 0.65 / 1.4, rel=0.05)


def test_reverse_gear_pulls_the_other_way() -> None:
    forward, backward = engine(cut_off=50), engine(cut_off=-50)
    assert backward.tractive_effort() == pytest.approx(-forward.tractive_effort(), rel=0.03)
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


@settings(max_examples=40)
@given(st.floats(0, 100), st.floats(-75, 75), st.floats(0, 1), st.floats(0, 1200), st.floats(0, 20))
def test_no_more_steam_than_the_boiler_makes_and_no_more_work_than_its_heat(
    regulator: float, cut_off: float, wet: float, train: float, grade: float
) -> None:
    gear = RunningGear({"train": train, "grade": grade})
    for name, value in (("regulator", regulator), ("cut_off", cut_off), ("wet", wet)):
        gear.set(name, value)
    for _ in range(20):
        gear.step(2)
        assert gear.steam_rate() <= STEAM_RATE * 1.001 or gear.chest_pressure() == BACK_PRESSURE
        assert BACK_PRESSURE <= gear.chest_pressure() <= BOILER_PRESSURE
    assert gear.train.pull_work <= reading(gear, "fuel_heat") * 1e6 * 0.12 + gear.train.lost_work + 10_000


def test_early_cut_off_saves_steam_at_speed() -> None:
    used = {}
    for cut_off in (75, 25):
        gear = engine(regulator=100, cut_off=cut_off)
        gear.step(40)
        used[cut_off] = reading(gear, "efficiency")
    assert used[25] > 1.4 * used[75]
    assert 3 < used[75] < used[25] < 9


def test_a_kilogram_of_steam_costs_its_heat() -> None:
    gear = engine(regulator=100)
    gear.step(30)
    assert gear.fuel_power() * BOILER_EFFICIENCY == pytest.approx(gear.steam_rate() * STEAM_HEAT)
    assert reading(gear, "fuel_heat") * 1e6 == pytest.approx(
        reading(gear, "steam_used") * STEAM_HEAT / BOILER_EFFICIENCY, rel=1e-6
    )


def test_in_mid_gear_an_engine_does_not_start() -> None:
    gear = engine(regulator=100, cut_off=0)
    gear.step(20)
    assert gear.speed == 0


def test_the_diagram_is_closed_and_keeps_still_while_nothing_changes() -> None:
    gear = engine(regulator=100, cut_off=-50)
    assert gear.trace()[0] == gear.trace()[-1]
    assert gear.trace() is gear.trace()
    assert max(p for _, p in gear.trace()) <= BOILER_PRESSURE / 1000 * 1.3


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
