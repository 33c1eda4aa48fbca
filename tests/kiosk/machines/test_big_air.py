"""The jump: energy, ballistics, and a landing that is soft where path and slope agree."""

from math import radians, sin, sqrt

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


def test_the_jumper_starts_again_after_landing() -> None:
    machine = BigAir()
    machine.step(1)
    assert machine.position()[0] > 0
    machine.step(machine.flight.air_time + 2)
    assert machine.position() == (0.0, 0.0)
