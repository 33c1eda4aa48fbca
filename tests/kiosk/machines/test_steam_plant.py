"""The steam plant: textbook cycles, energy that goes nowhere unseen, a grid that falls and comes back."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.machines.city_day import HOURS, city_load
from kiosk.machines.condenser import HOTTEST, Condenser
from kiosk.machines.rankine import CROSSOVER, HIGH_EFFICIENCY, WaterRound
from kiosk.machines.steam import steam_table
from kiosk.machines.steam_plant import (
    COOLING_PUMP,
    DESIGN,
    FRICTION,
    GENERATOR,
    HOUSE,
    MARGIN,
    TICK,
    Grid,
    SteamPlant,
)

SEEN = ("fuel", "chimney", "city", "network", "cooling", "own", "blown")


def reading(plant: SteamPlant, name: str) -> float:
    return {each.name: each.value for each in plant.readings()}[name]


def at_rest(**parameters: float) -> SteamPlant:
    """A plant that has run for a while with valve and fire in balance."""
    plant = SteamPlant(parameters)
    for name, value in (("valve", 58.0), ("fire", 60.0)):
        plant.set(name, value)
    plant.step(10)
    return plant


def black_out(plant: SteamPlant) -> None:
    plant.set("by_hand", 1)
    plant.set("valve", 10)
    plant.step(5)
    assert plant.grid is Grid.DARK


# ---- the round


def test_an_ideal_turbine_gives_what_the_textbook_says() -> None:
    # Çengel & Boles, Thermodynamics, example on the simple ideal Rankine cycle: 3 MPa, 350 °C, condenser at 75 kPa:
    # h₃ = 3116.1, s₃ = 6.7450, h₄ = 2403.0 kJ/kg, x₄ = 0.8861.
    steam = steam_table()
    before = steam.at_temperature(3e6, 350 + 273.15)
    after = steam.at_entropy(75e3, before.entropy)
    assert before.enthalpy / 1e3 == pytest.approx(3116.1, abs=0.5)
    assert before.entropy / 1e3 == pytest.approx(6.7450, abs=0.001)
    assert after.enthalpy / 1e3 == pytest.approx(2403.0, abs=0.7)
    assert after.quality == pytest.approx(0.8861, abs=0.0005)


@given(
    pressure=st.floats(3e6, 13e6),
    flow=st.floats(0.0, 1.0),
    condenser=st.floats(1e3, 100e3),
    heat=st.floats(0.0, 1.0),
)
def test_a_round_keeps_energy_and_mass_and_never_wins_entropy_back(
    pressure: float, flow: float, condenser: float, heat: float
) -> None:
    round_ = WaterRound(535 + 273.15, 9e6)
    now = round_.at(pressure, flow, condenser, heat)
    out = now.work + now.to_network + now.to_condenser
    assert now.heat + now.pump_work == pytest.approx(out, rel=1e-9)
    assert 0 < now.low_share <= 1 - now.heat_share
    assert now.throttled.enthalpy == pytest.approx(now.live.enthalpy)
    assert now.live.entropy <= now.throttled.entropy + 0.01
    assert now.throttled.entropy <= now.crossover.entropy + 0.01
    assert now.crossover.entropy <= now.exhaust.entropy + 0.01
    # No engine between these temperatures does better than Carnot's.
    assert now.efficiency < 1 - now.exhaust.temperature / now.live.temperature


def test_the_first_part_of_the_turbine_has_its_isentropic_efficiency() -> None:
    now = WaterRound(535 + 273.15, 9e6).at(9e6, 1.0, 5e3, 0.0)
    ideal = steam_table().at_entropy(CROSSOVER, now.throttled.entropy).enthalpy
    won = now.throttled.enthalpy - now.crossover.enthalpy
    assert won / (now.throttled.enthalpy - ideal) == pytest.approx(HIGH_EFFICIENCY, abs=1e-6)


def test_stodolas_cone_closes_where_the_pressures_meet() -> None:
    round_ = WaterRound(800.0, 9e6)
    assert round_.most_flow(CROSSOVER) == 0
    assert round_.most_flow(9e6) == pytest.approx(1.0)
    assert round_.pressure_behind_valve(round_.most_flow(5e6)) == pytest.approx(5e6)


def test_the_cycle_on_paper_is_closed_and_follows_the_bell() -> None:
    plant = at_rest()
    points = plant.trace()
    assert points[0] == points[-1]
    assert plant.trace() is points
    boiling = steam_table().boiling(plant.round.live.pressure)
    assert any(x == pytest.approx(boiling.steam_entropy / 1e3) for x, _ in points)
    assert max(y for _, y in points) == pytest.approx(535, abs=0.01)


# ---- the plant


def test_at_its_best_it_gives_what_it_is_rated_for_at_a_textbook_efficiency() -> None:
    plant = SteamPlant({"start_hour": 18, "peak_load": 100})
    plant.set("valve", 100 / MARGIN)
    plant.set("fire", 100 / MARGIN)
    plant.step(3)
    assert reading(plant, "frequency") == pytest.approx(50, abs=0.1)
    assert reading(plant, "power") == pytest.approx(50, rel=0.01)
    assert 35 <= reading(plant, "fuel_use") <= 40  # a condensing plant
    assert 0.8 < plant.round.exhaust.quality < 0.95


def test_heat_and_power_together_use_over_four_fifths_of_the_fuel() -> None:
    plant = at_rest()
    plant.set("heat", 100)
    plant.set("valve", 85)
    plant.set("fire", 85)
    plant.step(10)
    assert plant.grid is Grid.CONNECTED
    assert 80 < reading(plant, "fuel_use") < 93


def test_drum_pressure_has_the_time_constant_of_its_kind() -> None:
    plant = SteamPlant()
    assert 90 <= plant.boiler.store_time(plant.full_heat / MARGIN) <= 300


def test_a_better_vacuum_comes_from_more_water_and_colder_water() -> None:
    def vacuum(cooling: float, cold: float) -> float:
        plant = at_rest(cooling_temperature=cold)
        plant.set("cooling", cooling)
        plant.step(40)
        return reading(plant, "condenser_pressure")

    assert vacuum(100, 10) < vacuum(40, 10) < vacuum(40, 25)


def test_a_condenser_without_water_opens_to_the_air() -> None:
    condenser = Condenser(80e6, 288.15)
    assert condenser.cooling(0) == 0
    assert condenser.take(1e12) > 0
    assert condenser.temperature == pytest.approx(HOTTEST)


def test_speed_and_frequency_are_one_thing() -> None:
    plant = at_rest()
    assert reading(plant, "speed") == pytest.approx(60 * plant.frequency)


def test_the_rotor_falls_as_the_swing_equation_says() -> None:
    # Kundur: 2 H / f · df/dt = (power of the turbine − power of the load) / rated power, near 50 Hz.
    plant = at_rest(inertia=8)
    plant.set("by_hand", 1)
    plant.set("valve", 30)
    plant.step(1.1)
    before, now = plant.frequency, plant.round
    turbine = reading(plant, "steam_flow") * (now.work - now.pump_work / GENERATOR) / 1e6
    load = (reading(plant, "power") + (HOUSE + COOLING_PUMP) * 50) / GENERATOR + FRICTION * 50
    plant.step(TICK)
    slope = (plant.frequency - before) / TICK
    assert slope == pytest.approx(50 * (turbine - load) / 50 / (2 * 8), rel=0.05)
    assert slope < -0.5


def test_the_governor_gives_way_by_its_droop() -> None:
    # Five per cent of speed from an open to a shut valve: ten per cent of opening cost a quarter of a hertz.
    plant = at_rest()
    gap = (plant.inputs["valve"] - reading(plant, "opening")) / 100
    assert plant.frequency - 50 == pytest.approx(gap * 0.05 * 50, abs=0.02)


def test_too_little_steam_is_a_blackout_and_so_is_too_much() -> None:
    for valve, beyond in ((10, "low"), (100, "high")):
        plant = at_rest()
        plant.set("by_hand", 1)
        plant.set("valve", valve)
        for _ in range(200):
            plant.step(0.1)
            if plant.grid is Grid.DARK:
                break
        assert reading(plant, "blackout") == 1
        assert reading(plant, "power") == 0
        assert reading(plant, "lit") == 0
        assert reading(plant, "tripped") == (-1 if beyond == "low" else 1)
        assert plant.frequency < 47.6 if beyond == "low" else plant.frequency > 51.4


def test_a_dark_city_gets_its_light_back_block_by_block() -> None:
    plant = at_rest()
    black_out(plant)
    assert plant.trace() == () or reading(plant, "flow_share") >= 2
    plant.set("restart", 1)
    plant.set("restart", 0)
    assert reading(plant, "starting") == 1
    lit: list[float] = []
    while reading(plant, "starting") and len(lit) < 400:
        plant.step(0.1)
        lit.append(reading(plant, "lit"))
    assert reading(plant, "starting") == reading(plant, "blackout") == 0
    assert lit == sorted(lit)
    assert {round(each, 1) for each in lit} >= {0, 12.5, 50, 100}
    # What the hands find is what the starting gear had set: nothing jumps.
    assert plant.inputs["valve"] == pytest.approx(reading(plant, "opening"), abs=0.2)
    plant.step(5)
    assert abs(plant.frequency - 50) < 0.5


def test_restart_does_nothing_while_there_is_light() -> None:
    plant = at_rest()
    plant.set("restart", 1)
    assert plant.grid is Grid.CONNECTED


def test_the_safety_valve_keeps_an_overfired_boiler() -> None:
    plant = at_rest()
    plant.set("fire", 100)
    plant.step(300)
    assert reading(plant, "blowing") == 1
    assert 1.08 * 9 < reading(plant, "pressure") < 1.12 * 9


def test_a_fire_that_has_gone_out_ends_in_the_dark() -> None:
    plant = at_rest()
    plant.set("fire", 0)
    plant.step(200)
    assert plant.grid is Grid.DARK


def test_hours_held_are_counted_and_forgotten() -> None:
    plant = at_rest()
    plant.step(12)
    assert reading(plant, "held") > 0.9
    plant.set("by_hand", 1)
    assert reading(plant, "held") == 0


inputs = st.fixed_dictionaries(
    {},
    optional={
        quantity.name: st.sampled_from([quantity.low, quantity.default, quantity.high])
        | st.floats(quantity.low, quantity.high)
        for quantity in DESIGN.inputs
    },
)


@settings(max_examples=40)
@given(st.lists(st.tuples(inputs, st.floats(0.0, 20.0)), min_size=1, max_size=5))
def test_no_energy_is_lost_or_won_whatever_hands_do(acts: list[tuple[dict[str, float], float]]) -> None:
    plant = SteamPlant()
    before = plant.energy_stored()
    for chosen, seconds in acts:
        for name, value in chosen.items():
            plant.set(name, value)
        plant.step(seconds)
    passed = plant.energy_passed()
    assert set(passed) == set(SEEN)
    assert all(value >= 0 for value in passed.values())
    out = sum(value for name, value in passed.items() if name != "fuel")
    assert passed["fuel"] - out == pytest.approx(plant.energy_stored() - before, rel=1e-6, abs=1e3)
    assert 0 <= plant.frequency < inf


# ---- the city


def test_the_day_goes_through_its_hours_and_has_two_peaks() -> None:
    assert [city_load(60 * hour) for hour in range(24)] == pytest.approx(list(HOURS))
    assert max(HOURS) == city_load(18 * 60) == 1
    assert city_load(9 * 60) > city_load(12 * 60) < city_load(18 * 60)
    assert min(HOURS) == city_load(3 * 60)


@given(st.floats(-5000, 5000))
def test_the_load_stays_within_its_day(minute: float) -> None:
    assert 0.5 < city_load(minute) < 1.02
