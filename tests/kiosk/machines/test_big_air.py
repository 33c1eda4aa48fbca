"""The jump: energy, ballistics, and a landing that is soft where path and slope agree."""

from math import cos, hypot, radians, sin, sqrt, tan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines import big_air
from kiosk.machines.big_air import BigAir


def jump(height: float = 20, angle: float = 28, **parameters: float) -> big_air.Flight:
    """A jump from a height at an angle."""
    machine = BigAir(parameters)
    machine.set("height", height)
    machine.set("angle", angle)
    return machine.flight


def reading(machine: BigAir, name: str) -> float:
    """One output."""
    return next(r.value for r in machine.readings() if r.name == name)


def test_without_air_the_flight_is_the_textbooks_parabola(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(big_air, "AIR_DENSITY", 0.0)
    flight = jump(height=18, angle=30)
    v = flight.take_off_speed
    assert flight.top == pytest.approx((v * sin(radians(30))) ** 2 / (2 * 9.81), rel=2e-3)
    # Energy: what was lost in height is speed.
    _, x, y = flight.path[-1]
    assert flight.landing_speed == pytest.approx(sqrt(v**2 - 2 * 9.81 * y), rel=2e-3)
    assert flight.length == pytest.approx(x)


@settings(deadline=None)
@given(st.floats(5, 30), st.floats(10, 40), st.floats(25, 40), st.floats(4, 20))
def test_no_jump_gains_energy(height: float, angle: float, slope: float, table: float) -> None:
    flight = jump(height, angle, landing_slope=slope, table=table)
    _, _, y = flight.path[-1]
    assert flight.take_off_speed**2 <= 2 * 9.81 * height + big_air.PUSH**2
    assert flight.landing_speed**2 / 2 <= flight.take_off_speed**2 / 2 - 9.81 * y + 0.5
    assert flight.air_time > 0


def test_a_higher_start_flies_further() -> None:
    lengths = [jump(height).length for height in (6, 12, 18, 24, 30)]
    assert lengths == sorted(lengths)


def test_too_short_a_jump_ends_on_the_table() -> None:
    assert jump(height=5, angle=10, table=20).on_table
    assert not jump(height=20, table=10).on_table


def test_a_landing_slope_breaks_the_fall() -> None:
    # Measured against falling straight down from the top of the flight to where it ended.
    flight = jump()
    _, _, y = flight.path[-1]
    assert not flight.on_table
    assert flight.equivalent_fall < (flight.top - y) / 2


def test_the_in_run_ends_with_the_speed_that_the_flight_begins_with() -> None:
    # The ride is a sum over the curve that the face draws; the flight's speed comes from the height alone.
    machine = BigAir()
    machine.step(machine.ride_time - 0.1)
    before = machine.position()
    machine.step(0.1)
    after = machine.position()
    assert after == pytest.approx((0.0, 0.0), abs=0.05)
    speed = hypot(after[0] - before[0], after[1] - before[1]) / 0.1
    assert speed == pytest.approx(machine.take_off_speed(), rel=0.05)


@settings(max_examples=40)
@given(st.floats(5, 30), st.floats(10, 40), st.floats(25, 40), st.floats(4, 20))
def test_the_jumper_slides_flies_and_glides_on_without_a_leap(
    height: float, angle: float, slope: float, table: float
) -> None:
    machine = BigAir({"landing_slope": slope, "table": table})
    machine.set("height", height)
    machine.set("angle", angle)
    last = machine.position()
    assert last[1] == pytest.approx(height)
    assert -58 <= last[0] < 0
    fastest = hypot(machine.take_off_speed(), sqrt(2 * 9.81 * 60))
    for _ in range(int(machine.round_time / 0.05) - 1):
        machine.step(0.05)
        now = machine.position()
        assert hypot(now[0] - last[0], now[1] - last[1]) <= fastest * 0.05 + 0.6
        assert now[1] >= (machine.ground(now[0]) - 0.3 if now[0] > 0 else -8)
        last = now
    assert last[0] > 0


def test_after_a_round_the_next_jumper_stands_at_the_start() -> None:
    machine = BigAir()
    machine.step(machine.round_time - 0.4)
    assert reading(machine, "seen") == 0
    machine.step(0.4)
    assert machine.position()[1] == pytest.approx(16)
    assert reading(machine, "seen") == 1


def test_only_another_value_sends_the_jumper_back() -> None:
    machine = BigAir()
    machine.step(6)
    flying = machine.position()
    machine.set("height", 16)
    assert machine.position() == flying
    machine.set("height", 17)
    assert machine.position()[1] == pytest.approx(17)


def test_the_whole_is_as_long_and_as_high_as_the_real_one() -> None:
    machine = BigAir()
    machine.set("height", 30)
    gate = machine.in_run(0)
    assert gate == pytest.approx((-58, 30), abs=0.01)
    assert big_air.RUN_OUT - gate[0] == pytest.approx(164, abs=0.01)
    assert gate[1] - machine.ground(big_air.RUN_OUT) == pytest.approx(60, abs=0.01)


def test_the_in_run_gives_back_height_less_friction_and_drag(monkeypatch: pytest.MonkeyPatch) -> None:
    # A textbook's slide: v² = v₀² + 2 g (h − μ Δx), whatever the shape.
    monkeypatch.setattr(big_air, "AIR_DENSITY", 0.0)
    machine = BigAir()
    fallen = -machine.in_run(0)[0]
    assert machine.take_off_speed() == pytest.approx(sqrt(4 + 2 * 9.81 * (16 - 0.05 * fallen)), rel=1e-3)
    monkeypatch.setattr(big_air, "AIR_DENSITY", 1.3)
    assert BigAir().take_off_speed() < machine.take_off_speed()


@pytest.mark.parametrize(("height", "angle"), [(12, 30), (20, 20), (16, 40)])
def test_time_in_the_air_to_the_same_height_is_the_textbooks(
    height: float, angle: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 2 v sin α / g: 18 m/s at 30° is 1.8 s, as the exhibit on the jump says.
    monkeypatch.setattr(big_air, "AIR_DENSITY", 0.0)
    flight = jump(height, angle, table=4)
    back = next(t for t, _, y in flight.path[1:] if y <= 0)
    assert back == pytest.approx(2 * flight.take_off_speed * sin(radians(angle)) / 9.81, abs=0.011)


def test_air_takes_a_little_of_a_flight() -> None:
    flight = jump(height=20)
    v = flight.take_off_speed
    angle = radians(28)
    # In a vacuum the same take-off would reach this height so far out.
    _, x, y = flight.path[-1]
    fall = v * sin(angle) + sqrt((v * sin(angle)) ** 2 - 2 * 9.81 * y)
    empty = v * cos(angle) * fall / 9.81
    assert 0.85 * empty < x < 0.99 * empty


def test_past_the_slope_a_landing_is_hard() -> None:
    good, far = jump(height=18, angle=18), jump(height=28, angle=18)
    assert not good.overshot
    assert far.overshot
    assert far.equivalent_fall > 3 * good.equivalent_fall


def test_the_ground_is_whole_and_its_bend_smooth() -> None:
    machine = BigAir({"landing_slope": 33, "table": 9})
    for x in range(1, 106):
        here, ahead = machine.ground(x), machine.ground(x + 0.01)
        assert ahead <= here
        if x > 10:
            assert (here - ahead) / 0.01 == pytest.approx(tan(machine.steepness(x)), abs=0.01)
    assert machine.ground(106) == pytest.approx(-30)
