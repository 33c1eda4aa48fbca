"""Every interactive says what it is in both languages, names only what its machine has, and sets goals that a hand can
reach, with the parameters of every exhibit that has it."""

import shutil
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations, pairwise
from math import hypot
from pathlib import Path
from typing import Any

import pytest

from kiosk.machines import DESIGNS, Machine, UnknownMachine, build
from ui.interactives import header as headers
from ui.interactives.hands import hands_of
from ui.interactives.header import BadHeader, Callout, Header, read_header, value_at
from ui.interactives.machine_runner import MachineRunner
from ui.shell.visitor_session import VisitorSession

SITES = Path(__file__).resolve().parents[3] / "resources" / "sites"
NAMES = tuple(DESIGNS)
Step = tuple[dict[str, float], float]
"""Inputs to set (a push goes up and down again), and how long a hand then waits, in seconds of the machine."""

FIRE: list[Step] = [({"kiln": 900}, 120), ({"kiln": 20}, 400)]
RUB: list[Step] = [({"rub": 1}, 1)] * 6
HANDS: Mapping[str, list[list[Step]]] = {
    "pump": [[({"speed": 1450}, 5)], [({"speed": 1450, "suction": 10}, 5)], [({"speed": 500}, 5)]],
    "motor": [
        [({"frequency": 50, "load": 76}, 10)],
        [({"swap": 1}, 10)],
        [({"load": 250}, 10)],
        [({"frequency": 50, "poles": 8}, 1)],
    ],
    "plate": [
        [({"pattern": 1}, 1)],
        [({"pattern": 1, "fill": 1}, 1), ({"kiln": 900}, 120)],
        [({"pattern": 1, "fill": 1}, 1), *FIRE, ({"fill": 1}, 1), *FIRE, ({"fill": 1}, 1), *FIRE],
        [
            ({"strike": 1, "pattern": 1, "fill": 1}, 1),
            *FIRE,
            ({"fill": 1}, 1),
            *FIRE,
            ({"fill": 1}, 1),
            *FIRE,
            *RUB,
            ({"bath": 1}, 120),
        ],
    ],
    "running-gear": [
        [({"regulator": 100, "cut_off": 75}, 40)],
        [({"regulator": 100, "cut_off": 75, "wet": 1}, 8)],
        [({"regulator": 60, "cut_off": -50}, 25)],
        [({"regulator": 100, "cut_off": 60}, 20), ({"cut_off": 30}, 10)],
        [({"regulator": 100, "cut_off": 60}, 20), ({"cut_off": 40}, 80)],
    ],
    "diesel-hydraulic": [
        [({"throttle": 80, "brake": 100}, 10)],
        [({"throttle": 100}, 30)],
        [({"throttle": 100}, 40)],
        [({"throttle": 100}, 90)],
    ],
    "steam-plant": [
        [({"valve": 77, "fire": 74}, 52)],
        [({"heat": 100, "fire": 90, "valve": 75}, 8)],
        [({"fire": 66}, 16), ({"valve": 78, "fire": 76}, 32), ({"by_hand": 1, "valve": 78.5}, 12.3)],
    ],
    "blast-furnace": [
        [({"tap_hole": 1}, 900)],
        [({"tap_hole": 1, "blast_temperature": 1250, "coke": 480, "limestone": 240}, 9 * 3600)],
        [({"blast": 120}, 900), ({"blast": 40}, 60)],
    ],
    "big-air": [
        [({"height": 20}, 1)],
        [({"height": 18, "angle": 18}, 1)],
        [({"height": 5, "angle": 10}, 1)],
        [({"height": 28}, 1)],
    ],
}
"""What a hand does for each goal, in the order of the header."""


def exhibits() -> list[Any]:
    """Every exhibit of the four parks that has a machine: its name and parameters."""
    found = []
    for file in sorted(SITES.glob("*/exhibits/*.md")):
        front = tomllib.loads(file.read_text(encoding="utf-8").split("+++")[1])
        if "interactive" in front:
            name = f"{file.parents[1].name}/{front['slug']}"
            found.append(pytest.param(front["interactive"], front.get("parameters", {}), id=name))
    return found


def state_of(machine: Machine) -> dict[str, float]:
    """Readings and inputs, as goals name them."""
    return {f"in_{name}": value for name, value in machine.inputs.items()} | {
        reading.name: reading.value for reading in machine.readings()
    }


def opened(header: Header, parameters: Mapping[str, float]) -> Machine:
    """The machine as its page opens with it."""
    machine = build(header.machine, parameters)
    for knob in header.knobs:
        machine.set(knob.name, knob.start)
    machine.step(header.warm_up)
    return machine


def test_every_park_has_something_to_play_with() -> None:
    sites = {param.id.split("/")[0] for param in exhibits()}
    assert sites == {"enamel", "tianning", "erqi", "shougang"}
    assert {param.values[0] for param in exhibits()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_knob_starts_within_its_range_and_is_a_step_wide(name: str) -> None:
    for knob in read_header(name).knobs:
        assert knob.low <= knob.start <= knob.high
        assert 0 < knob.step <= knob.high - knob.low


@pytest.mark.parametrize(("name", "parameters"), exhibits())
def test_no_goal_is_reached_before_a_hand_has_done_anything(name: str, parameters: Mapping[str, float]) -> None:
    header = read_header(name)
    machine = opened(header, parameters)
    for _ in range(200):
        for goal in header.goals:
            assert not goal.reached(state_of(machine)), goal.text["en"]
        machine.step(0.1 * header.pace)


@pytest.mark.parametrize(("name", "parameters"), exhibits())
def test_every_goal_can_be_reached(name: str, parameters: Mapping[str, float]) -> None:
    header = read_header(name)
    assert len(header.goals) == len(HANDS[name])
    pushes = {knob.name for knob in header.knobs if knob.kind == "push"}
    for goal, steps in zip(header.goals, HANDS[name], strict=True):
        machine = opened(header, parameters)
        for settings, seconds in steps:
            for key, value in settings.items():
                machine.set(key, value)
                if key in pushes:
                    machine.set(key, 0)
            machine.step(seconds)
        assert goal.reached(state_of(machine)), (goal.text["en"], state_of(machine))


@pytest.mark.parametrize("name", NAMES)
def test_what_a_hand_has_to_turn_for_a_goal_stands_on_its_steps(name: str) -> None:
    knobs = {knob.name: knob for knob in read_header(name).knobs}
    for steps in HANDS[name]:
        for key, value in ((key, value) for settings, _ in steps for key, value in settings.items()):
            turns = (value - knobs[key].low) / knobs[key].step
            assert turns == pytest.approx(round(turns)), key


def crosses(one: Callout, other: Callout) -> bool:
    """Whether two leaders cross."""

    def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = (one.dot, one.ring), (other.dot, other.ring)
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


@pytest.mark.parametrize("name", NAMES)
def test_callouts_do_not_lie_on_each_other(name: str) -> None:
    header = read_header(name)
    width, height = header.sheet
    # A ring is 42 px wide, and no face is drawn less than 440 px high on the sheet of 1080 × 1920.
    ring = 42 * height / 440
    for callout in header.callouts:
        assert hypot(callout.dot[0] - callout.ring[0], callout.dot[1] - callout.ring[1]) > ring / 2, callout.label["en"]
        assert ring / 4 <= callout.ring[0] <= width - ring / 4
    for one, other in combinations(header.callouts, 2):
        assert hypot(one.ring[0] - other.ring[0], one.ring[1] - other.ring[1]) > ring, (one.label, other.label)
        for a, b in ((one, other), (other, one)):
            assert hypot(a.ring[0] - b.dot[0], a.ring[1] - b.dot[1]) > ring / 2, (a.label, b.label)
        assert not crosses(one, other), (one.label, other.label)


@pytest.mark.parametrize("name", NAMES)
def test_a_round_ends_where_the_next_one_begins(name: str) -> None:
    attract = read_header(name).attract
    assert 0 <= attract.still <= attract.seconds
    for curve in attract.loop.values():
        assert value_at(curve, attract.seconds) == value_at(curve, 0)
        assert all(before[0] <= after[0] for before, after in pairwise(curve))


@pytest.mark.parametrize("name", NAMES)
def test_hands_of_its_own_name_only_knobs_that_the_header_has(name: str) -> None:
    header = read_header(name)
    kind = hands_of(header)
    assert (kind is None) == (header.hands == "")
    if kind is not None:
        runner = MachineRunner(build(name), header.pace)
        hands = kind(runner, VisitorSession(), runner)
        assert set(hands.knobs) <= {knob.name for knob in header.knobs}


def test_hands_that_are_not_there_are_named() -> None:
    header = replace(read_header("plate"), hands="PlateWords")
    with pytest.raises(BadHeader, match="no MachineHands 'PlateWords'"):
        hands_of(header)


def test_an_unknown_machine_is_named() -> None:
    with pytest.raises(UnknownMachine, match="perpetuum"):
        read_header("perpetuum")


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('name = "flow"\nlabel', 'name = "flaw"\nlabel', "no reading 'flaw'"),
        ('en = "Volute"', 'fr = "Vanne"', "'en'"),
        ('en = "Volute"', 'en = ""', "empty"),
        ("dot = [1200, 128]", "dot = [1800, 128]", "outside the sheet"),
        ("speed = [[0, 0]", "speed = [[0, 9500]", "out of range"),
        ("[[0, 0], [2, 1600]", "[[3, 0], [2, 1600]", "go up"),
        ('face = "PumpFace"', 'face = "PumpFaces"', "no PumpFaces.qml"),
        ("step = 10", 'step = 10\nkind = "lever"', "'lever'"),
        ("step = 10", 'step = 10\nkind = "switch"', "two options"),
        ('{ name = "cavitating", at_least = 1 }', '{ name = "cavitating" }', "at_least or at_most"),
        ('{ name = "cavitating", at_least = 1 }', '{ name = "in_gate", at_least = 1 }', "'in_gate'"),
        ('play = "valve"', 'play = "trumpet"', "trumpet"),
        ("turns = 1.5", "turns = 0", "turns"),
        ('input = "suction"\nat', 'input = "sucktion"\nat', "slider or a switch"),
        ("sheet =", 'controls = "PumpFace"\nsheet =', "need hands"),
        ("sheet =", "share = [0.3, 0.9]\nsheet =", "not 0.9"),
        ('[[level]]\nzh = "叶轮像', '[[levels]]\nzh = "叶轮像', "3 levels"),
    ],
)
def test_a_fault_in_a_header_is_found_when_it_is_read(
    was: str, becomes: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pump"
    shutil.copytree(headers.folder_of("pump"), folder)
    monkeypatch.setattr(headers, "_FOLDER", tmp_path)
    file = folder / "header.toml"
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(BadHeader, match=r"pump/header\.toml") as error:
        read_header("pump")
    assert said in str(error.value)
