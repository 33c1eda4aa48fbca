"""The circuit against a textbook's worked example, its own limits, and the conservation of power."""

from math import degrees, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.machines.induction import Circuit, synchronous_speed
from kiosk.machines.motor import CIRCUIT

CHAPMAN = Circuit(r1=0.641, x1=1.106, r2=0.332, x2=0.464, xm=26.3, base_frequency=60)
"""25 hp, 460 V, 60 Hz, four poles, star: the worked example of his chapter."""
CHAPMAN_VOLTAGE = 460 / sqrt(3)

slips = st.floats(-1, 2)
frequencies = st.floats(0.5, 60)
voltages = st.floats(1, 260)


@pytest.mark.parametrize(("poles", "speed"), [(2, 3000), (4, 1500), (6, 1000), (8, 750)])
def test_the_fields_speed_at_the_mains_frequency(poles: int, speed: float) -> None:
    assert synchronous_speed(50, poles) == speed


def test_chapmans_motor_at_a_slip_of_2_2_per_cent() -> None:
    now = CHAPMAN.at(CHAPMAN_VOLTAGE, 60, 0.022)
    assert abs(now.stator) == pytest.approx(18.88, rel=0.001)
    assert degrees(now.lag) == pytest.approx(33.6, abs=0.1)
    assert now.power_in == pytest.approx(12_530, rel=0.001)
    assert now.stator_loss == pytest.approx(685, rel=0.003)
    assert now.air_gap_power == pytest.approx(11_845, rel=0.001)
    assert now.mechanical_power == pytest.approx(11_585, rel=0.001)
    assert CHAPMAN.torque(CHAPMAN_VOLTAGE, 60, 0.022, 4) == pytest.approx(62.8, rel=0.001)


def test_chapmans_motor_at_the_top_of_its_curve_and_at_rest() -> None:
    # He takes V_th as V X_m / (X₁ + X_m), which leaves R₁ out: up to three per cent off.
    slip, torque = CHAPMAN.breakdown(CHAPMAN_VOLTAGE, 60, 4)
    assert slip == pytest.approx(0.198, rel=0.02)
    assert torque == pytest.approx(229, rel=0.01)
    assert CHAPMAN.torque(CHAPMAN_VOLTAGE, 60, 1, 4) == pytest.approx(104, rel=0.03)


@given(voltages, frequencies, st.sampled_from([2, 4, 6, 8]))
def test_no_slip_gives_more_torque_than_thevenins_formula_says(voltage: float, frequency: float, poles: int) -> None:
    slip, torque = CIRCUIT.breakdown(voltage, frequency, poles)
    assert CIRCUIT.torque(voltage, frequency, slip, poles) == pytest.approx(torque, rel=1e-9)
    for other in (0.5 * slip, 0.95 * slip, 1.05 * slip, 2 * slip):
        assert CIRCUIT.torque(voltage, frequency, other, poles) < torque


@given(voltages, frequencies, slips)
def test_what_is_taken_is_lost_or_crosses_the_air_gap(voltage: float, frequency: float, slip: float) -> None:
    now = CIRCUIT.at(voltage, frequency, slip)
    assert now.power_in == pytest.approx(now.stator_loss + now.iron_loss + now.air_gap_power, rel=1e-9, abs=1e-6)


@given(voltages, frequencies, slips)
def test_the_cage_turns_the_slips_part_of_it_to_heat(voltage: float, frequency: float, slip: float) -> None:
    now = CIRCUIT.at(voltage, frequency, slip)
    assert now.rotor_loss == pytest.approx(slip * now.air_gap_power, rel=1e-9, abs=1e-6)
    assert now.mechanical_power == pytest.approx(now.air_gap_power * (1 - slip))
    assert now.stator == pytest.approx(now.rotor + now.magnetising * (1 + 1j * 25.0 * frequency / 50 / 250))


@given(voltages, frequencies)
def test_without_slip_there_is_no_torque_and_no_current_in_the_cage(voltage: float, frequency: float) -> None:
    now = CIRCUIT.at(voltage, frequency, 0)
    assert now.air_gap_power == 0
    assert now.rotor == 0
    assert CIRCUIT.torque(voltage, frequency, 1e-9, 4) == pytest.approx(0, abs=1e-3)


def test_at_small_slip_the_torque_is_that_of_the_straight_part() -> None:
    # T = 3 E² s / (ω_s R₂): the textbook's straight line, with the voltage that is left behind the stator's impedance.
    now = CIRCUIT.at(220, 50, 0.001)
    emf = abs(now.magnetising) * 25.0
    assert CIRCUIT.torque(220, 50, 0.001, 4) == pytest.approx(3 * emf**2 * 0.001 / (50 * pi * 0.3145), rel=1e-4)


def test_without_a_supply_nothing_flows() -> None:
    for voltage, frequency in ((0, 0), (220, 0), (0, 50)):
        now = CIRCUIT.at(voltage, frequency, 0.5)
        assert (now.power_in, abs(now.stator), now.power_factor) == (0, 0, 0)
    assert CIRCUIT.torque(0, 0, 1, 4) == 0
    assert CIRCUIT.breakdown(0, 0, 4) == (0, 0)
