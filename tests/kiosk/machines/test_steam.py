"""The table of steam agrees with the standard's own check values and with the library that made it, over all its
range."""

import subprocess
import sys
from math import exp, log
from pathlib import Path

import pytest
from CoolProp.CoolProp import PropsSI
from hypothesis import given
from hypothesis import strategies as st

from kiosk.machines.steam import OutsideTheTable, steam_table

ROOT = Path(__file__).resolve().parents[3]
TABLE = steam_table()
IF97 = "IF97::Water"
pressures = st.floats(log(800.0), log(15e6)).map(exp)


def test_steam_of_the_standards_table_15() -> None:
    # IAPWS R7-97 (2012), table 15, region 2: T = 300 K at 0.0035 MPa is dry steam that the table knows.
    state = TABLE.at_temperature(3500.0, 300.0)
    assert state.enthalpy == pytest.approx(2549.91145e3, rel=1e-5)
    assert state.entropy == pytest.approx(8.52238967e3, rel=1e-5)
    hot = TABLE.at_temperature(3500.0, 700.0)
    assert hot.enthalpy == pytest.approx(3335.68375e3, rel=1e-5)
    assert hot.entropy == pytest.approx(10.1749996e3, rel=1e-5)


@pytest.mark.parametrize(
    ("temperature", "pressure"), [(300.0, 0.00353658941e6), (500.0, 2.63889776e6), (600.0, 12.3443146e6)]
)
def test_boiling_of_the_standards_tables_35_and_36(temperature: float, pressure: float) -> None:
    # IAPWS R7-97 (2012), table 35: saturation pressure at three temperatures.
    assert TABLE.boiling_pressure(temperature) == pytest.approx(pressure, rel=1e-4)
    assert TABLE.boiling(pressure).temperature == pytest.approx(temperature, rel=1e-5)


@pytest.mark.parametrize(("pressure", "temperature"), [(0.1e6, 372.755919), (1e6, 453.035632), (10e6, 584.149488)])
def test_boiling_of_the_standards_table_36(pressure: float, temperature: float) -> None:
    # IAPWS R7-97 (2012), table 36: saturation temperature at three pressures.
    assert TABLE.boiling(pressure).temperature == pytest.approx(temperature, rel=1e-6)


@given(pressures)
def test_both_ends_of_boiling_agree_with_the_library(pressure: float) -> None:
    ends = TABLE.boiling(pressure)
    for value, what, quality in (
        (ends.temperature, "T", 0),
        (ends.water_enthalpy, "H", 0),
        (ends.water_entropy, "S", 0),
        (ends.steam_enthalpy, "H", 1),
        (ends.steam_entropy, "S", 1),
    ):
        assert value == pytest.approx(PropsSI(what, "P", pressure, "Q", quality, IF97), rel=2e-4)
    assert 1 / ends.water_volume == pytest.approx(PropsSI("D", "P", pressure, "Q", 0, IF97), rel=5e-4)


@given(pressures, st.floats(0.001, 1.0))
def test_dry_steam_agrees_with_the_library(pressure: float, share: float) -> None:
    boils = PropsSI("T", "P", pressure, "Q", 1, IF97)
    temperature = boils + share * (850.0 - boils)
    try:
        state = TABLE.at_temperature(pressure, temperature)
    except OutsideTheTable:
        assert temperature > 690  # thin steam, far hotter than any machine meets it
        return
    assert state.enthalpy == pytest.approx(PropsSI("H", "P", pressure, "T", temperature, IF97), abs=600)
    assert state.entropy == pytest.approx(PropsSI("S", "P", pressure, "T", temperature, IF97), abs=1.0)


@given(pressures, st.floats(0.0, 1.4))
def test_enthalpy_and_entropy_find_the_same_steam(pressure: float, share: float) -> None:
    ends = TABLE.boiling(pressure)
    # Up to dry at share 1, and on into heat.
    entropy = ends.water_entropy + share * (ends.steam_entropy - ends.water_entropy)
    entropy = min(entropy, ends.steam_entropy + 800.0)
    one = TABLE.at_entropy(pressure, entropy)
    other = TABLE.at_enthalpy(pressure, one.enthalpy)
    assert other.entropy == pytest.approx(one.entropy, abs=0.01)
    assert other.temperature == pytest.approx(one.temperature, abs=0.01)
    assert other.quality == pytest.approx(one.quality, abs=1e-5)


@pytest.mark.parametrize("pressure", [500.0, 17e6])
def test_where_the_table_ends_it_says_so(pressure: float) -> None:
    with pytest.raises(OutsideTheTable, match="reaches from"):
        TABLE.boiling(pressure)


def test_what_is_no_steam_is_refused() -> None:
    with pytest.raises(OutsideTheTable, match="does not boil"):
        TABLE.at_entropy(1e6, 1000.0)
    with pytest.raises(OutsideTheTable, match="does not boil"):
        TABLE.at_enthalpy(1e6, 100e3)
    with pytest.raises(OutsideTheTable, match="hotter"):
        TABLE.at_enthalpy(1e6, 9e6)
    with pytest.raises(OutsideTheTable, match="no steam"):
        TABLE.at_temperature(1e6, 300.0)
    with pytest.raises(OutsideTheTable, match="boiling is known"):
        TABLE.boiling_pressure(700.0)


def test_the_stored_files_are_what_the_program_makes() -> None:
    made = subprocess.run([sys.executable, "tests/tools/steam_table.py", "--check"], cwd=ROOT, check=False)
    assert made.returncode == 0
