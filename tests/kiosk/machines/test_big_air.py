"""The jump: energy, ballistics, and a landing that is soft where path and slope agree."""

from math import hypot, radians, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines import big_air
from kiosk.machines.big_air import BigAir


def jump(height: float = 30, angle: float = 28, **parameters: float) -> big_air.Flight:
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
    flight = jump(height=40, angle=30)
    v = flight.take_off_speed
    assert flight.top == pytest.approx((v * sin(radians(30))) ** 2 / (2 * 9.81), rel=2e-3)
    # Energy: what was lost in height is speed.
    _, x, y = flight.path[-1]
    assert flight.landing_speed == pytest.approx(sqrt(v**2 - 2 * 9.81 * y), rel=2e-3)
    assert flight.length == pytest.approx(x)


@settings(deadline=None)
@given(st.floats(5, 45), st.floats(10, 40), st.floats(25, 40), st.floats(4, 25))
def test_no_jump_gains_energy(height: float, angle: float, slope: float, table: float) -> None:
    flight = jump(height, angle, landing_slope=slope, table=table)
    _, _, y = flight.path[-1]
    assert flight.take_off_speed**2 <= 2 * 9.81 * height
    assert flight.landing_speed**2 / 2 <= flight.take_off_speed**2 / 2 - 9.81 * y + 0.5
    assert flight.air_time > 0


def test_a_higher_start_flies_further() -> None:
    lengths = [jump(height).length for height in (10, 20, 30, 40)]
    assert lengths == sorted(lengths)


def test_too_short_a_jump_ends_on_the_table() -> None:
    assert jump(height=5, angle=10, table=25).on_table
    assert not jump(height=30, table=10).on_table


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


@settings(deadline=None, max_examples=40)
@given(st.floats(5, 45), st.floats(10, 40), st.floats(25, 40), st.floats(4, 25))
def test_the_jumper_slides_flies_and_glides_on_without_a_leap(
    height: float, angle: float, slope: float, table: float
) -> None:
    machine = BigAir({"landing_slope": slope, "table": table})
    machine.set("height", height)
    machine.set("angle", angle)
    last = machine.position()
    assert last == pytest.approx((-57, height))
    fastest = hypot(machine.take_off_speed(), sqrt(2 * 9.81 * 100))
    for _ in range(int(machine.round_time / 0.05) - 1):
        machine.step(0.05)
        now = machine.position()
        assert hypot(now[0] - last[0], now[1] - last[1]) <= fastest * 0.05 + 0.6
        assert now[1] >= (machine.ground(now[0]) - 0.3 if now[0] > 0 else -20)
        last = now
    assert last[0] > 0


def test_after_a_round_the_next_jumper_stands_at_the_start() -> None:
    machine = BigAir()
    machine.step(machine.round_time - 0.4)
    assert reading(machine, "seen") == 0
    machine.step(0.4)
    assert machine.position() == pytest.approx((-57, 30))
    assert reading(machine, "seen") == 1


def test_only_another_value_sends_the_jumper_back() -> None:
    machine = BigAir()
    machine.step(6)
    flying = machine.position()
    machine.set("height", 30)
    assert machine.position() == flying
    machine.set("height", 31)
    assert machine.position() == (-57, 31)
