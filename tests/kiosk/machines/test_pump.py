"""The pump against textbook values, the affinity laws and the conservation of energy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.machines.model import OutOfRange, UnknownQuantity
from kiosk.machines.pump import DESIGN, Pump

speeds = st.floats(0, 1800)
openings = st.floats(0, 100)
suctions = st.floats(5, 100)


def running(speed: float = 1450, valve: float = 70, suction: float = 100, **parameters: float) -> Pump:
    """A pump that has been brought to its speed."""
    pump = Pump(parameters)
    pump.set("speed", speed)
    pump.set("valve", valve)
    pump.set("suction", suction)
    pump.step(10)
    return pump


def test_the_reference_point_is_the_one_in_the_exhibits_text() -> None:
    point = running().point()
    assert point.flow * 3600 == pytest.approx(100, rel=1e-6)
    assert point.head == pytest.approx(32, rel=1e-6)
    assert point.hydraulic_power == pytest.approx(8_700, rel=0.002)
    assert point.shaft_power == pytest.approx(11_600, rel=0.002)
    assert running().rim_speed() == pytest.approx(19, rel=0.002)


@given(st.floats(300, 1800), st.floats(0, 0.04))
def test_affinity_laws_hold_along_the_curve(speed: float, flow: float) -> None:
    pump, r = Pump(), speed / 1450
    assert pump.head(flow * r, speed) == pytest.approx(pump.head(flow, 1450) * r**2, abs=1e-9)


@given(st.floats(0.3, 1.2))
def test_shaft_power_follows_the_cube_of_the_speed_without_static_head(r: float) -> None:
    # With no height to overcome the pipe's curve is a parabola through rest, so every speed works at the same x.
    full = running(speed=1450, static_head=0).point()
    slow = running(speed=1450 * r, static_head=0).point()
    assert slow.flow == pytest.approx(full.flow * r, rel=1e-6)
    assert slow.shaft_power == pytest.approx(full.shaft_power * r**3, rel=1e-6)


@given(speeds, openings, suctions, st.floats(0, 30), st.floats(-3, 6))
def test_no_energy_comes_from_nowhere(speed: float, valve: float, suction: float, height: float, lift: float) -> None:
    point = running(speed, valve, suction, static_head=height, suction_lift=lift).point()
    assert point.flow >= 0
    assert point.shaft_power >= 0
    assert point.hydraulic_power <= point.shaft_power * 0.751 + 1e-6
    assert 0 <= point.efficiency <= 0.751


@given(speeds, st.floats(1, 100))
def test_the_point_lies_on_both_curves_while_the_suction_is_fed(speed: float, valve: float) -> None:
    pump = running(speed, valve)
    point = pump.point()
    if point.flow > 0 and not point.cavitating:
        assert pump.head(point.flow) == pytest.approx(pump.system_head(point.flow), rel=1e-6)


def test_a_shut_valve_stops_the_water_but_not_the_impeller() -> None:
    point = running(valve=0).point()
    assert point.flow == 0
    assert point.head == pytest.approx(37)
    assert 0 < point.shaft_power < running().point().shaft_power


def test_too_slow_for_the_height_no_water_arrives() -> None:
    slow = running(speed=1000)
    assert slow.point().flow == 0  # 37 m · (1000/1450)² = 17.6 m, under the 18 m of the tank
    assert slow.column == pytest.approx(17.6, abs=0.01)


@given(speeds)
def test_the_column_stands_as_high_as_the_square_of_the_speed_says_and_never_above_the_tank(speed: float) -> None:
    pump = running(speed)
    assert pump.column == pytest.approx(min(18, 37 * (speed / 1450) ** 2))
    assert pump.point().flow == 0 or pump.column == 18


def test_a_shut_valve_keeps_the_column_where_it_is() -> None:
    pump = running()
    pump.set("valve", 0)
    pump.set("speed", 0)
    pump.step(10)
    assert pump.column == 18
    pump.set("valve", 10)
    pump.step(0.1)
    assert pump.column == 0


def test_curves_at_other_speeds_follow_the_affinity_laws() -> None:
    for speed, curve in Pump().family():
        r = speed / 1450
        assert curve[0][0] == 0
        assert curve[0][1] == pytest.approx(37 * r**2)
        for flow, head in curve:
            assert head == pytest.approx(r**2 * Pump().head(flow / 3600 / r, 1450))


@given(st.floats(5, 100), st.floats(-3, 6))
def test_suction_pressure_falls_with_lift_and_throttling(suction: float, lift: float) -> None:
    point = running(suction=suction, suction_lift=lift).point()
    # Air minus vapour as a head is 10.1 m: no pump draws water from deeper than that.
    assert point.npsh_available <= 10.11 - lift
    assert point.npsh_available >= point.npsh_required - 1e-9 or point.flow == 0
    assert point.cavitating == (point.npsh_available <= point.npsh_required + 1e-9)


def test_a_starved_suction_cavitates_and_the_flow_chokes() -> None:
    fed, starved = running().point(), running(suction=10).point()
    assert not fed.cavitating
    assert starved.cavitating
    assert starved.flow < fed.flow / 2
    assert starved.npsh_available == pytest.approx(starved.npsh_required)


def test_the_water_that_was_lifted_is_the_flow_added_up() -> None:
    pump = running()
    before = pump.lifted
    for _ in range(600):
        pump.step(0.1)
    assert pump.lifted - before == pytest.approx(pump.point().flow * 60)


@pytest.mark.parametrize("quantity", DESIGN.inputs, ids=lambda q: q.name)
def test_an_input_out_of_range_is_refused(quantity: object) -> None:
    from kiosk.machines.model import Quantity

    assert isinstance(quantity, Quantity)
    for value in (quantity.low - 1, quantity.high + 1, float("nan")):
        with pytest.raises(OutOfRange):
            Pump().set(quantity.name, value)


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(UnknownQuantity, match="speed, valve, suction"):
        Pump().set("sped", 1)
    with pytest.raises(UnknownQuantity, match="impeller_diameter"):
        Pump({"diameter": 1})
