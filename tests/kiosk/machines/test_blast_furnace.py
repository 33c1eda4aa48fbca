"""The furnace: nothing is lost in it, its chemistry is the textbook's, and what a hand does wrong it can mend."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines import smelting
from kiosk.machines.blast_furnace import BlastFurnace
from kiosk.machines.furnace_hearth import basicity
from kiosk.machines.smelting import BURDEN, FE2O3, IRON, KELVIN, MONOXIDE, SIO2, C, least_monoxide

HOUR = 3600.0


def running(hours: float = 0, parameters: Mapping[str, float] | None = None, **inputs: float) -> BlastFurnace:
    """A furnace that has run for hours with these inputs, its tap hole open."""
    furnace = BlastFurnace(parameters)
    for name, value in ({"tap_hole": 1.0} | inputs).items():
        furnace.set(name, value)
    furnace.step(hours * HOUR)
    return furnace


def reading(furnace: BlastFurnace, name: str) -> float:
    """One output."""
    return next(r.value for r in furnace.readings() if r.name == name)


@pytest.fixture(scope="module")
def steady() -> BlastFurnace:
    """Two days as it is built."""
    return running(48)


furnaces = st.fixed_dictionaries({"volume": st.floats(500, 5500), "iron_in_ore": st.floats(60, 68)})
hands = st.fixed_dictionaries(
    {
        "blast": st.floats(0, 130),
        "blast_temperature": st.floats(600, 1250),
        "coke": st.floats(350, 700),
        "limestone": st.floats(0, 500),
        "tap_hole": st.sampled_from((0.0, 1.0)),
    }
)


@settings(max_examples=10)
@given(furnaces, hands)
def test_what_comes_in_is_inside_or_has_gone_out(parameters: dict[str, float], inputs: dict[str, float]) -> None:
    furnace = running(0, parameters)
    for name, value in inputs.items():
        furnace.set(name, value)
    before = furnace.contents()
    furnace.step(3 * HOUR)
    after = furnace.contents()
    for kind in ("iron", "carbon", "oxygen", "calcium", "energy"):
        held = getattr(after, kind) - getattr(before, kind)
        moved = getattr(furnace.came, kind) - getattr(furnace.went, kind)
        assert held == pytest.approx(moved, abs=1e-7 * abs(getattr(before, kind)) + 1e-6), kind


@settings(max_examples=5)
@given(hands)
def test_nothing_is_less_than_none_and_no_heat_is_out_of_reason(inputs: dict[str, float]) -> None:
    furnace = running()
    for name, value in inputs.items():
        furnace.set(name, value)
    for _ in range(4):
        furnace.step(2 * HOUR)
        assert all(amount >= -1e-6 for zone in furnace.zones for amount in (*zone.burden, *furnace.hearth.melt))
        assert all(280 < zone.temperature < 3000 for zone in furnace.zones)


def test_pure_haematite_gives_112_parts_of_iron_in_160() -> None:
    assert 2 * IRON.molar_mass / BURDEN[FE2O3].molar_mass == pytest.approx(112 / 160, abs=0.001)


@pytest.mark.parametrize(
    ("took", "gave", "kilojoules"),
    [
        # Biswas, table of reactions, at 25 °C.
        ((("Fe2O3", 1), ("CO", 3)), (("Fe", 2), ("CO2", 3)), -24.7),
        ((("FeO", 1), ("CO", 1)), (("Fe", 1), ("CO2", 1)), -11.0),
        ((("C", 1), ("CO2", 1)), (("CO", 2),), 172.5),
        ((("CaCO3", 1),), (("CaO", 1), ("CO2", 1)), 178.3),
        ((("C", 2), ("O2", 1)), (("CO", 2),), -221.1),
    ],
)
def test_heats_of_reaction_are_the_textbooks(
    took: tuple[tuple[str, int], ...], gave: tuple[tuple[str, int], ...], kilojoules: float
) -> None:
    known = {s.formula: s for s in (*BURDEN, MONOXIDE, smelting.DIOXIDE, smelting.OXYGEN)}
    heat = sum(n * known[f].formation for f, n in gave) - sum(n * known[f].formation for f, n in took)
    assert heat / 1000 == pytest.approx(kilojoules, abs=0.6)


def test_wustite_needs_the_more_monoxide_the_hotter_it_is() -> None:
    # The Chaudron diagram: about 60 % CO at 700 °C, 68 % at 900 °C, 73 % at 1100 °C.
    for celsius, share in ((700, 0.61), (900, 0.68), (1100, 0.74)):
        assert least_monoxide(celsius + KELVIN) == pytest.approx(share, abs=0.02)


def test_a_steady_furnace_is_like_the_books(steady: BlastFurnace) -> None:
    assert 1440 < reading(steady, "hearth_temperature") < 1520
    assert 4000 < reading(steady, "wind") < 5000
    assert 1.8 < reading(steady, "hot_metal") * 24 / 2536 < 2.5  # t a day for each m³
    assert 45 < reading(steady, "utilisation") < 56
    assert 30 < reading(steady, "direct_reduction") < 42
    assert 100 < reading(steady, "top_temperature") < 300
    assert 2100 < reading(steady, "flame") < 2600
    assert reading(steady, "coke_rate") == pytest.approx(500, rel=0.01)
    assert 1.0 < reading(steady, "basicity") < 1.25


def test_it_starts_as_it_would_run_for_days(steady: BlastFurnace) -> None:
    for new, old in zip(BlastFurnace().zones, steady.zones, strict=True):
        assert new.temperature == pytest.approx(old.temperature, abs=3)


def test_the_profile_is_flattest_in_the_thermal_reserve_zone(steady: BlastFurnace) -> None:
    profile = [zone.temperature - KELVIN for zone in steady.zones]
    assert profile == sorted(profile)
    slowest = min(pairwise(profile), key=lambda pair: pair[1] - pair[0])
    assert 740 < slowest[0] < slowest[1] < 1000


def test_burden_needs_hours_from_top_to_tuyeres() -> None:
    # Geerdes: five to eight hours. A furnace that is charged with more coke from now on melts it when it has come down.
    furnace = running(0, coke=600)
    furnace.step(4 * HOUR)
    ratio = furnace.zones[-1].burden[C] / furnace.zones[-1].burden[SIO2]
    early = running().zones[-1].burden[C] / running().zones[-1].burden[SIO2]
    assert ratio == pytest.approx(early, rel=0.1)
    furnace.step(5 * HOUR)
    assert furnace.zones[-1].burden[C] / furnace.zones[-1].burden[SIO2] > 1.15 * early


def test_layers_lie_one_on_the_other_and_change_by_turns() -> None:
    furnace = running(9)
    layers = furnace.second_trace()
    assert len(layers) > 20
    for (low, ore), (high, above) in pairwise(layers):
        assert low <= high
        assert ore != above


def test_colder_blast_chills_the_hearth_and_hotter_blast_mends_it() -> None:
    furnace = running(2, blast_temperature=600)
    assert reading(furnace, "chilled") == 1
    furnace.set("blast_temperature", 1250)
    furnace.set("blast", 80)
    furnace.step(2 * HOUR)
    assert reading(furnace, "chilled") == 0


def test_too_much_wind_hangs_the_burden_and_less_lets_it_slip() -> None:
    furnace = running(0.2, blast=120)
    assert reading(furnace, "hanging") == 1
    before = furnace.came.iron
    furnace.step(0.2 * HOUR)
    assert furnace.came.iron == before  # nothing sinks, so nothing is charged
    assert reading(furnace, "void") > 0.5
    furnace.set("blast", 90)
    furnace.step(60)
    assert reading(furnace, "hanging") == 1
    furnace.set("blast", 40)
    furnace.step(60)
    assert (reading(furnace, "hanging"), reading(furnace, "slips")) == (0, 1)
    assert furnace.came.iron > before
    assert reading(furnace, "void") < 0.2


def test_a_full_hearth_keeps_the_wind_out_until_it_is_tapped() -> None:
    furnace = running(6, tap_hole=0)
    assert reading(furnace, "full") == 1
    assert reading(furnace, "wind") < 1000
    furnace.set("tap_hole", 1)
    furnace.step(HOUR)
    assert reading(furnace, "full") == 0
    assert reading(furnace, "wind") > 4000


def test_iron_runs_before_slag() -> None:
    furnace = running(0.1)
    assert reading(furnace, "flow") > 4
    assert reading(furnace, "slag_flow") == pytest.approx(0, abs=1e-9)
    furnace.step(2 * HOUR)
    assert reading(furnace, "slag_flow") > 0
    assert reading(furnace, "tapped") > 300


def test_lime_makes_the_slag_basic() -> None:
    sour, limy = BlastFurnace(), BlastFurnace()
    sour.set("limestone", 100)
    limy.set("limestone", 400)
    assert basicity(sour.charge()) < 0.5
    assert basicity(limy.charge()) > 1.5


def test_hotter_blast_saves_coke() -> None:
    # Geerdes: a hundred degrees are worth about ten kilograms of coke a tonne.
    colder = reading(running(24, blast_temperature=1150, coke=500), "hearth_temperature")
    hotter = reading(running(24, blast_temperature=1250, coke=490), "hearth_temperature")
    assert hotter == pytest.approx(colder, abs=30)


def test_a_larger_furnace_makes_more_of_the_same() -> None:
    small, large = running(10, {"volume": 1000}), running(10, {"volume": 4000})
    assert reading(large, "hot_metal") / reading(small, "hot_metal") == pytest.approx(4, rel=0.02)
    assert reading(large, "height") / reading(small, "height") == pytest.approx(4 ** (1 / 3))
