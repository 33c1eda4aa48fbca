"""The train on its hill: resistance as in the textbook, work that is accounted for, a rail that holds only so much."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines.train import GRAVITY, PARAMETERS, RUN_IN, Line, Locomotive, Train

ENGINE = Locomotive(mass=80_000, adhesive_mass=60_000, length=16, wheel_inertia=5_000)
FREE = {"wet": 0.0, "sand": 0.0, "brake": 0.0}


def train(**parameters: float) -> Train:
    """A train at rest at the start of its line."""
    return Train(ENGINE, {quantity.name: quantity.default for quantity in PARAMETERS} | parameters)


def run(it: Train, seconds: float, effort: float, **inputs: float) -> None:
    """Pull it with a steady effort in N."""
    it.run(seconds, FREE | inputs, lambda rim: effort, lambda part: None)


def test_resistance_is_strahls() -> None:
    # 2.5 N/kN at a walk, 3.7 at 49 km/h: 380 t weigh 3728 kN.
    it = train(train=300)
    assert it.rolling(0) == pytest.approx(380 * 9.81 * 2.5)
    assert it.rolling(49 / 3.6) == pytest.approx(380 * 9.81 * (2.5 + 49**2 / 2000))


def test_ten_per_mille_ask_for_ten_kilonewtons_of_a_thousand() -> None:
    it = train(train=300, grade=10)
    assert it.against(0) - it.rolling(0) == pytest.approx(380 * 9.81 * 10)


def test_the_rail_holds_half_when_wet_and_sand_gives_most_of_it_back() -> None:
    it = train()
    dry, wet, sanded = (it.adhesion(FREE | {"wet": w, "sand": s}) for w, s in ((0, 0), (1, 0), (1, 1)))
    assert wet == pytest.approx(dry / 2)
    assert sanded == pytest.approx(0.25 * 60_000 * GRAVITY)
    assert wet < sanded < dry


def test_a_line_is_level_then_climbs_then_is_level() -> None:
    line = Line(0.01, 200)
    assert [line.height(at) for at in (-50, 0, RUN_IN, RUN_IN + 100, line.top, line.top + 500)] == pytest.approx(
        [0, 0, 0, 1, 2, 2]
    )


def test_a_train_feels_the_hill_little_by_little() -> None:
    it = train(hill=400)
    slopes = []
    for way in (RUN_IN, RUN_IN + it.length / 2, RUN_IN + it.length):
        it.way = way
        slopes.append(it.slope())
    assert slopes == pytest.approx([0, it.line.grade / 2, it.line.grade])


@settings(max_examples=40)
@given(st.floats(0, 150e3), st.floats(0, 1200), st.floats(0, 25), st.floats(0, 60), st.sampled_from([0.0, 1.0]))
def test_work_of_the_pull_becomes_speed_height_and_heat(
    effort: float, mass: float, grade: float, brake: float, wet: float
) -> None:
    it = train(train=mass, grade=grade)
    run(it, 40, effort, wet=wet)
    run(it, 20, 0, brake=brake)
    kept = it.mass * it.speed**2 / 2 + it.mass * GRAVITY * it.height()
    assert kept + it.lost_work == pytest.approx(it.pull_work, rel=0.01, abs=2_000)


def test_what_the_rail_cannot_hold_makes_the_wheels_slip_and_pulls_no_more() -> None:
    it = train()
    run(it, 3, 130_000, wet=1)
    assert it.slipping
    assert it.pull(130_000, FREE | {"wet": 1.0}) == pytest.approx(it.adhesion(FREE | {"wet": 1.0}))
    run(it, 0.5, 130_000, wet=1, sand=1)
    run(it, 5, 20_000, wet=1, sand=1)
    assert not it.slipping


def test_a_train_without_pull_stays_where_the_slope_is_less_than_friction() -> None:
    still = train(grade=2)
    still.way = 150
    run(still, 30, 0)
    assert still.speed == 0
    rolling = train(grade=20)
    rolling.way = 150
    run(rolling, 30, 0)
    assert rolling.speed < 0


def test_the_time_to_the_top_counts_from_the_first_turn_of_the_wheels() -> None:
    it = train(train=0, hill=50)
    run(it, 20, 0)
    run(it, 60, 60_000)
    assert it.seconds_to_top is not None
    assert 5 < it.seconds_to_top < 40
