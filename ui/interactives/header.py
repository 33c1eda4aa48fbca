"""What an interactive says of itself: `header.toml` in its folder. Texts in every language, no physics, no pixels."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parent

Texts = Mapping[str, str]


class BadHeader(Exception):
    """A header lacks something, or names what its machine does not have: ours to mend."""


@dataclass(frozen=True, slots=True)
class Knob:
    """An input as a visitor sees it: its name, and how it is written."""

    name: str
    label: Texts
    low: float
    high: float
    start: float
    step: float
    unit: str
    decimals: int


@dataclass(frozen=True, slots=True)
class Gauge:
    """An output as a visitor sees it."""

    name: str
    label: Texts
    unit: Texts
    decimals: int


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to try: reached when a reading lies between two values for a while."""

    text: Texts
    done: Texts
    reading: str
    at_least: float
    at_most: float


@dataclass(frozen=True, slots=True)
class Header:
    """All of it."""

    machine: str
    face: Path
    chart: Path | None
    """A drawn curve beside the readings, where the machine has one."""
    title: Texts
    idea: Texts
    levels: tuple[Texts, ...]
    knobs: tuple[Knob, ...]
    gauges: tuple[Gauge, ...]
    goals: tuple[Goal, ...]
    handle: str
    """The input that the attract page offers."""
    invitation: Texts
    """What stands at that handle."""
    headline: str
    """The reading that the attract page shows."""
    prepared: Mapping[str, float]
    """Inputs that the attract page sets first, so that there is something to see."""
    pace: float
    """Seconds of the machine in a second of the visitor: a kiln that cools for minutes runs faster, and says so."""


def folder_of(machine: str) -> Path:
    """The folder of an interactive: `running-gear` lies in `running_gear`."""
    return _FOLDER / machine.replace("-", "_")


def read_header(machine: str) -> Header:
    """Read an interactive's header. Called on a worker. Raises BadHeader, UnknownMachine."""
    from kiosk.machines import DESIGNS, UnknownMachine

    if machine not in DESIGNS:
        raise UnknownMachine(machine, tuple(DESIGNS))
    folder = folder_of(machine)
    try:
        data = tomllib.loads((folder / "header.toml").read_text(encoding="utf-8"))
        return _header(machine, folder, data)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadHeader(f"{folder.name}/header.toml: {error!r}") from error


def _header(machine: str, folder: Path, data: Mapping[str, Any]) -> Header:
    from kiosk.machines import DESIGNS, build

    inputs = {quantity.name: quantity for quantity in DESIGNS[machine].inputs}
    readings = {reading.name for reading in build(machine).readings()}
    knobs = []
    for row in data["input"]:
        q = inputs[row["name"]]
        low, high = float(row.get("low", q.low)), float(row.get("high", q.high))
        start, step = q.checked(float(row.get("start", q.default))), float(row["step"])
        knobs.append(
            Knob(q.name, row["label"], low, high, start, step, row.get("unit", q.unit), row.get("decimals", 0))
        )
    gauges = [Gauge(row["name"], row["label"], row["unit"], row.get("decimals", 0)) for row in data["reading"]]
    goals = [
        Goal(
            row["text"],
            row["done"],
            row["reading"],
            float(row.get("at_least", float("-inf"))),
            float(row.get("at_most", float("inf"))),
        )
        for row in data["goal"]
    ]
    for name in [gauge.name for gauge in gauges] + [goal.reading for goal in goals] + [data["headline"]]:
        if name not in readings:
            raise ValueError(f"{machine} has no reading {name!r}")
    if data["handle"] not in inputs:
        raise ValueError(f"{machine} has no input {data['handle']!r}")
    return Header(
        machine,
        folder / f"{data['face']}.qml",
        folder / f"{data['chart']}.qml" if "chart" in data else None,
        data["title"],
        data["idea"],
        tuple(data["level"]),
        tuple(knobs),
        tuple(gauges),
        tuple(goals),
        data["handle"],
        data["invitation"],
        data["headline"],
        {name: inputs[name].checked(float(value)) for name, value in data.get("prepared", {}).items()},
        float(data.get("pace", 1)),
    )


def said(texts: Texts, lang: str) -> str:
    """A text in the language asked for, else in the other."""
    return texts.get(lang) or next((text for text in texts.values() if text), "")
