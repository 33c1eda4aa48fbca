"""`kiosk machine NAME`: an interactive's model without its face."""

import contextlib
import io
import json
from typing import Any

import pytest

from kiosk.machines import DESIGNS
from ui.commandline import main


def told(*words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `kiosk machine …`."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(["machine", *words])
        except SystemExit as end:
            code = int(end.code or 0)
    return code, out.getvalue(), err.getvalue()


def answer(*words: str) -> Any:
    """The one JSON document."""
    code, out, err = told(*words, "--json")
    assert code == 0, err
    return json.loads(out)


@pytest.mark.parametrize("name", tuple(DESIGNS))
def test_every_machine_gives_inputs_and_outputs_with_units(name: str) -> None:
    design = DESIGNS[name]
    quantity = design.inputs[0]
    said = answer(name, "--set", f"{quantity.name}={quantity.high}", "--seconds", "3")
    assert said["machine"] == name
    assert said["seconds"] == 3
    assert said["inputs"][quantity.name] == {"value": quantity.high, "unit": quantity.unit}
    assert set(said["inputs"]) == {q.name for q in design.inputs}
    assert set(said["parameters"]) == {q.name for q in design.parameters}
    assert said["outputs"]
    assert all(set(row) == {"value", "unit"} for row in said["outputs"].values())


def test_the_pump_of_the_text_lifts_what_the_text_says() -> None:
    outputs = answer("pump", "--set", "speed=1450", "--set", "valve=70")["outputs"]
    assert outputs["flow"]["value"] == pytest.approx(100)
    assert outputs["flow"]["unit"] == "m³/h"
    assert outputs["head"]["value"] == pytest.approx(32)
    assert outputs["shaft_power"]["value"] == pytest.approx(11.6, rel=0.005)


def test_a_parameter_is_set_like_an_input() -> None:
    low, high = (answer("pump", "--set", f"static_head={m}")["outputs"]["flow"]["value"] for m in (0, 25))
    assert low > high > 0


def test_without_a_name_the_machines_are_listed() -> None:
    assert set(answer()) == set(DESIGNS)
    code, out, _ = told()
    assert code == 0
    assert all(name in out for name in DESIGNS)


def test_people_get_a_table() -> None:
    code, out, _ = told("running-gear", "--set", "cut_off=-50")
    assert code == 0
    assert "tractive_effort" in out
    assert "kN" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["perpetuum"], "big-air, diesel-hydraulic, plate, pump, running-gear"),
        (["pump", "--set", "speed=9000"], "0 to 1800 r/min"),
        (["pump", "--set", "speed=nan"], "out of range"),
        (["pump", "--set", "sped=1"], "speed, valve, suction"),
        (["pump", "--set", "speed"], "key=value"),
        (["pump", "--set", "speed=fast"], "not a number"),
        (["pump", "--seconds", "-1"], "between 0 and 3600"),
        (["pump", "--seconds", "nan"], "between 0 and 3600"),
    ],
)
def test_wrong_use_is_a_sentence_and_exit_code_2(words: list[str], said: str) -> None:
    code, out, err = told(*words)
    assert code == 2
    assert said in err
    assert not out
    assert "Traceback" not in err
