"""The motor against what is written beside it in the park, its own curve, and the conservation of energy."""

from math import isfinite, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.machines.model import OutOfRange
from kiosk.machines.motor import DESIGN, POLES, Motor, NotSoManyPoles

frequencies = st.floats(0, 60)
poles_of = st.sampled_from(POLES)
loads = st.floats(0, 250)
swaps = st.sampled_from([0.0, 1.0])
times = st.floats(0, 4)
settings = st.fixed_dictionaries({"frequency": frequencies, "poles": poles_of, "load": loads, "swap": swaps})
packs = st.fixed_dictionaries({"fan": st.floats(0, 1), "inertia": st.floats(0.2, 5)})


def running(seconds: float = 10, parameters: dict[str, float] | None = None, **settings: float) -> Motor:
    """A motor that has run for a while."""
    motor = Motor(parameters or {})
    for name, value in settings.items():
        motor.set(name, value)
    motor.step(seconds)
    return motor


def reading(motor: Motor, name: str) -> float:
    return next(reading.value for reading in motor.readings() if reading.name == name)


@pytest.mark.parametrize(("poles", "speed"), [(2, 3000), (4, 1500), (6, 1000), (8, 750)])
def test_the_fields_speed_and_the_rotor_a_little_behind_it(poles: int, speed: float) -> None:
    motor = running(poles=poles, load=20)
    assert motor.field_speed == speed
    assert 0.95 * speed < motor.speed < speed


def test_with_the_pumps_load_it_turns_1450_with_a_slip_of_3_3_per_cent() -> None:
    motor = running(load=11_600 / (1450 * pi / 30))
    assert motor.speed == pytest.approx(1450, abs=0.5)
    assert motor.slip == pytest.approx(0.0333, abs=0.0003)
    assert motor.balance().given == pytest.approx(11_600, rel=0.002)
    assert motor.balance().windage == pytest.approx(230, rel=0.002)
    assert 0.83 < motor.balance().efficiency < 0.87  # Chapman's gives 83.7 % at two thirds of this slip
    assert 20 < abs(motor.phasors().stator) < 25


def test_it_runs_where_its_curve_meets_the_loads() -> None:
    motor = running(load=60)
    assert motor.torque() == pytest.approx(60 + motor.balance().windage / (motor.speed * pi / 30), abs=1e-6)
    above = [point for point in motor.trace() if point[0] >= motor.speed]
    below = [point for point in motor.trace() if point[0] < motor.speed]
    assert below[-1][1] > motor.torque() > above[0][1]


def test_the_curve_goes_from_rest_over_its_top_to_nothing_at_the_fields_speed() -> None:
    motor = Motor()
    first, last, top = motor.trace()[0], motor.trace()[-1], max(torque for _, torque in motor.trace())
    assert first[0] == 0
    assert first[1] == pytest.approx(motor.torque())
    assert last == pytest.approx((1500, 0))
    assert top == pytest.approx(motor.breakdown()[1], rel=0.005)
    assert top > 2 * 76  # a motor may be asked for at least 1.6 times its torque, usual are two to three times
    motor.set("frequency", 0)
    assert motor.trace() == ()


def test_with_voltage_in_proportion_to_frequency_the_top_of_the_curve_stays() -> None:
    tops = []
    for frequency in (50, 40, 30):
        motor = Motor()
        motor.set("frequency", frequency)
        tops.append(motor.breakdown()[1])
        assert motor.voltage == pytest.approx(380 / 3**0.5 * frequency / 50)
    # Not wholly: the stator's resistance takes its part of a smaller voltage.
    assert tops[0] > tops[1] > tops[2] > 0.75 * tops[0]
    motor.set("frequency", 60)
    assert motor.voltage == pytest.approx(380 / 3**0.5)
    assert motor.breakdown()[1] < 0.8 * tops[0]


def test_too_great_a_load_stalls_it_and_a_smaller_one_frees_it() -> None:
    motor = running(load=76)
    usual = abs(motor.phasors().stator)
    motor.set("load", 250)
    motor.step(5)
    assert motor.speed == 0
    assert reading(motor, "stalled") == 1
    assert motor.slip == 1
    assert abs(motor.phasors().stator) > 5 * usual
    motor.set("load", 100)  # more than it can start with
    motor.step(5)
    assert reading(motor, "stalled") == 1
    motor.set("load", 76)
    motor.step(10)
    assert reading(motor, "stalled") == 0
    assert motor.speed == pytest.approx(1450, abs=1)


def test_with_no_supply_it_runs_out_and_is_not_called_stalled() -> None:
    motor = running(load=20)
    motor.set("frequency", 0)
    assert motor.torque() == 0
    before = motor.speed
    motor.step(1)
    assert 0 < motor.speed < before
    motor.step(30)
    assert motor.speed == 0
    assert not motor.stalled
    assert abs(motor.phasors().stator) == 0


@given(frequencies, poles_of, loads, times)
def test_two_wires_swapped_turn_everything_round(frequency: float, poles: int, load: float, seconds: float) -> None:
    one = running(seconds, frequency=frequency, poles=poles, load=load)
    other = running(seconds, frequency=frequency, poles=poles, load=load, swap=1)
    assert other.speed == pytest.approx(-one.speed)
    assert other.field_speed == -one.field_speed
    assert other.torque() == pytest.approx(-one.torque())
    assert other.phasors() == one.phasors()
    assert other.trace() == one.trace()


def test_swapped_in_full_run_it_brakes_through_rest_and_turns_back() -> None:
    motor = running(load=20)
    motor.set("swap", 1)
    assert motor.slip == pytest.approx(2, abs=0.05)
    seen = []
    for _ in range(400):
        motor.step(1 / 60)
        seen.append(motor.speed)
    assert seen == sorted(seen, reverse=True)
    assert seen[0] > 1000
    assert seen[-1] == pytest.approx(-1488, abs=5)


@given(packs, settings, times)
def test_what_is_taken_is_given_or_lost(pack: dict[str, float], setting: dict[str, float], seconds: float) -> None:
    motor = running(seconds, pack, **setting)
    balance, phasors = motor.balance(), motor.phasors()
    assert balance.taken == pytest.approx(balance.given + balance.losses, rel=1e-9, abs=1e-6)
    assert phasors.air_gap_power * (1 - motor.slip) == pytest.approx(
        motor.torque() * motor.speed * pi / 30, rel=1e-9, abs=1e-6
    )
    assert 0 <= balance.efficiency < 1
    assert min(balance.stator_loss, balance.iron_loss, balance.rotor_loss, balance.windage) >= 0
    assert all(isfinite(reading.value) for reading in motor.readings())


@pytest.mark.parametrize("load", [0, 40, 76])
def test_the_work_of_the_torque_is_in_the_flywheel_or_in_the_load(load: float) -> None:
    motor, work, step = Motor({"inertia": 2.0}), 0.0, 1 / 600
    motor.set("load", load)
    for _ in range(3000):
        before, speed = motor.balance().given, motor.speed
        motor.step(step)
        work += (before + motor.balance().given) / 2 * step
        work -= motor.load_torque(speed) * (speed + motor.speed) / 2 * pi / 30 * step
    assert work == pytest.approx(0.5 * 2.0 * (motor.speed * pi / 30) ** 2, rel=0.005)


def test_a_heavier_load_takes_longer_to_start() -> None:
    light = running(0.5, {"inertia": 0.5}, load=0)
    heavy = running(0.5, {"inertia": 5.0}, load=0)
    assert heavy.speed < light.speed / 2


def test_a_fan_asks_for_little_at_rest_and_four_times_as_much_at_twice_the_speed() -> None:
    fan = Motor({"fan": 1})
    fan.set("load", 80)
    assert fan.load_torque(0) == 0
    assert fan.load_torque(1450) == pytest.approx(80)
    assert fan.load_torque(725) == pytest.approx(20)
    assert Motor().load_torque(0) == Motor().load_torque(3000) == 76
    fan.set("load", 250)
    fan.step(10)
    assert not fan.stalled


@given(frequencies, poles_of, swaps, times)
def test_three_currents_add_up_to_nothing_and_make_the_field(
    frequency: float, poles: int, swap: float, seconds: float
) -> None:
    motor = running(seconds, frequency=frequency, poles=poles, swap=swap)
    assert sum(reading(motor, name) for name in ("seen_u", "seen_v", "seen_w")) == pytest.approx(0, abs=1e-6)


def test_the_slow_film_shows_the_true_slip() -> None:
    for swap in (0, 1):
        motor = running(load=76, swap=swap)
        fields, rotors = reading(motor, "seen_field"), reading(motor, "seen_rotor")
        motor.step(2)
        field, rotor = reading(motor, "seen_field") - fields, reading(motor, "seen_rotor") - rotors
        assert field == pytest.approx((-1 if swap else 1) * 2 * pi)  # 25 turns a second, slowed fifty times, for two
        assert 1 - rotor / field == pytest.approx(motor.slip)


def test_the_field_drags_the_cage_where_its_current_lies_in_it() -> None:
    # Force is flux times current: the currents' axis lies behind the flux while it drives, ahead while it brakes.
    for swap, way in ((0, 1), (1, -1)):
        driving = running(load=76, swap=swap)
        ahead = (reading(driving, "seen_field") - reading(driving, "seen_cage")) * 2
        assert way * sin(ahead) > 0.9
        driving.set("frequency", 30)
        assert driving.slip < 0
        ahead = (reading(driving, "seen_field") - reading(driving, "seen_cage")) * 2
        assert way * sin(ahead) < 0


@pytest.mark.parametrize("quantity", DESIGN.inputs, ids=lambda q: q.name)
def test_an_input_out_of_range_is_refused(quantity: object) -> None:
    from kiosk.machines.model import Quantity

    assert isinstance(quantity, Quantity)
    for value in (quantity.low - 1, quantity.high + 1, float("nan")):
        with pytest.raises(OutOfRange):
            Motor().set(quantity.name, value)


def test_poles_come_in_pairs() -> None:
    for poles in (3, 5, 4.5):
        with pytest.raises(NotSoManyPoles, match=r"poles = .* is out of range: 2, 4, 6, 8"):
            Motor().set("poles", poles)


def test_at_every_end_of_every_input_it_stays_finite() -> None:
    for frequency in (0, 1e-6, 1, 60):
        for poles in POLES:
            for load in (0, 250):
                motor = running(20, {"inertia": 0.2}, frequency=frequency, poles=poles, load=load)
                assert all(isfinite(reading.value) for reading in motor.readings())
                assert abs(motor.speed) <= abs(motor.field_speed) + 1e-6
