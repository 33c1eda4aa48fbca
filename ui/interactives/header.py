"""What an interactive says of itself: `header.toml` in its folder. Texts in every language, no physics, no pixels.

`docs/interactives.md` says what each key means. A header is read and checked as a whole: a name that the machine does
not have, a text without one of the languages or a value out of range is found when it is read, not when it is touched.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.machines import Quantity

_FOLDER = Path(__file__).resolve().parent

LANGUAGES = ("zh", "en")
LEVELS = 3
KINDS = ("slider", "switch", "push")

Texts = Mapping[str, str]
Curve = tuple[tuple[float, float], ...]
"""Seconds and value; between two points in a straight line."""


class BadHeader(Exception):
    """A header lacks something, or names what its machine does not have: ours to mend."""


@dataclass(frozen=True, slots=True)
class Knob:
    """An input as a visitor sees it: its name, by what it is set, and how it is written."""

    name: str
    kind: str
    """`slider`; `switch`: two words, one for each end; `push`: a button, for what happens when it is pressed."""
    label: Texts
    options: tuple[Texts, ...]
    low: float
    high: float
    start: float
    step: float
    unit: Texts
    decimals: int
    ready: str
    """The reading that must not be nought for a push to do something; empty: always."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """An output as a visitor sees it."""

    name: str
    label: Texts
    unit: Texts
    decimals: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """A reading (`flow`) or an input (`in_valve`) that lies between two values."""

    name: str
    at_least: float
    at_most: float

    def hold(self, state: Mapping[str, float]) -> bool:
        """Whether it does so now."""
        return self.at_least <= state[self.name] <= self.at_most


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to try: reached when all its bounds hold for a while."""

    text: Texts
    done: Texts
    bounds: tuple[Bounds, ...]

    def reached(self, state: Mapping[str, float]) -> bool:
        """Whether it is reached now."""
        return all(bounds.hold(state) for bounds in self.bounds)


@dataclass(frozen=True, slots=True)
class Callout:
    """A part with a numeral: the dot on it, the ring beside it, both on the face's sheet, and its name."""

    dot: tuple[float, float]
    ring: tuple[float, float]
    label: Texts


@dataclass(frozen=True, slots=True)
class Attract:
    """How the machine plays by itself on the attract page."""

    handle: str
    """The input that is offered there."""
    invitation: Texts
    """What stands at that handle."""
    headline: Gauge
    """The reading that stands at its other end."""
    pace: float
    parameters: Mapping[str, float]
    prepared: Mapping[str, float]
    """Inputs that are set first, so that there is something to see."""
    anew: bool
    """Every round begins with a new machine, where one that has run can't go on from where it is."""
    loop: Mapping[str, Curve]
    """What the inputs do in one round; then all begins anew."""
    seconds: float
    """How long a round takes."""
    still: float
    """At which second of the round it stands where nothing may move, and in the first picture."""


@dataclass(frozen=True, slots=True)
class Header:
    """All of it."""

    machine: str
    face: Path
    chart: Path | None
    """A drawn curve beside the readings, where the machine has one."""
    hands: str
    """The class of its own view model, where knobs are not enough; else empty."""
    controls: Path | None
    """What stands over its knobs, where it has hands of its own."""
    share: tuple[float, float]
    """Which part of the page's height the face may take, on an upright page and on a wide one."""
    sheet: tuple[float, float]
    """Width and height of the sheet that the face is drawn on, in its own units: it fills its place and stays whole."""
    title: Texts
    idea: Texts
    levels: tuple[Texts, ...]
    knobs: tuple[Knob, ...]
    gauges: tuple[Gauge, ...]
    goals: tuple[Goal, ...]
    callouts: tuple[Callout, ...]
    pace: float
    """Seconds of the machine in a second of the visitor: a kiln that cools for minutes runs faster, and says so."""
    warm_up: float
    """Seconds of the machine that have gone by when its page opens."""
    attract: Attract


def folder_of(machine: str) -> Path:
    """The folder of an interactive: `running-gear` lies in `running_gear`."""
    return _FOLDER / machine.replace("-", "_")


def said(texts: Texts, lang: str) -> str:
    """A text in the language asked for, else in the other."""
    return texts.get(lang) or next((text for text in texts.values() if text), "")


def value_at(curve: Curve, second: float) -> float:
    """Where a curve stands: before its first point at the first value, after its last at the last.

    >>> value_at(((0, 10), (2, 20), (2, 50)), 1)
    15.0
    >>> value_at(((0, 10), (2, 20), (2, 50)), 3)
    50
    """
    before = curve[0]
    for point in curve:
        if second < point[0]:
            part = (second - before[0]) / (point[0] - before[0]) if point[0] > before[0] else 1.0
            return before[1] + (point[1] - before[1]) * max(0.0, part)
        before = point
    return before[1]


def read_header(machine: str) -> Header:
    """Read an interactive's header. Called on a worker. Raises BadHeader, UnknownMachine."""
    from kiosk.machines import DESIGNS, UnknownMachine

    if machine not in DESIGNS:
        raise UnknownMachine(machine, tuple(DESIGNS))
    folder = folder_of(machine)
    try:
        data = tomllib.loads((folder / "header.toml").read_text(encoding="utf-8"))
        return _Reader(machine, folder).header(data)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadHeader(f"{folder.name}/header.toml: {error!r}") from error


class _Reader:
    """Reads one header against what its machine has."""

    def __init__(self, machine: str, folder: Path) -> None:
        from kiosk.machines import DESIGNS, build

        self._machine, self._folder = machine, folder
        self._inputs: dict[str, Quantity] = {quantity.name: quantity for quantity in DESIGNS[machine].inputs}
        self._readings = {reading.name for reading in build(machine).readings()}

    def header(self, data: Mapping[str, Any]) -> Header:
        gauges = tuple(self._gauge(row) for row in data["reading"])
        levels = tuple(_texts(row) for row in data["level"])
        if len(levels) != LEVELS:
            raise ValueError(f"there are {LEVELS} levels of explanation, not {len(levels)}")
        width, height = (float(side) for side in data["sheet"])
        return Header(
            machine=self._machine,
            face=self._part(data["face"]),
            chart=self._part(data["chart"]) if "chart" in data else None,
            hands=self._hands(data),
            controls=self._part(data["controls"]) if "controls" in data else None,
            share=_share(data, "chart" in data),
            sheet=(width, height),
            title=_texts(data["title"]),
            idea=_texts(data["idea"]),
            levels=levels,
            knobs=tuple(self._knob(row) for row in data["input"]),
            gauges=gauges,
            goals=tuple(self._goal(row) for row in data["goal"]),
            callouts=tuple(_callout(row, width, height) for row in data.get("callout", ())),
            pace=float(data.get("pace", 1)),
            warm_up=float(data.get("warm_up", 0)),
            attract=self._attract(data["attract"], gauges, float(data.get("pace", 1))),
        )

    def _part(self, name: str) -> Path:
        file = self._folder / f"{name}.qml"
        if not file.is_file():
            raise ValueError(f"there is no {file.name}")
        return file

    def _hands(self, data: Mapping[str, Any]) -> str:
        hands = str(data.get("hands", ""))
        if "controls" in data and not hands:
            raise ValueError("controls of its own need hands")
        return hands

    def _knob(self, row: Mapping[str, Any]) -> Knob:
        q = self._inputs[row["name"]]
        kind = row.get("kind", "slider")
        if kind not in KINDS:
            raise ValueError(f"{q.name}: {kind!r} is none of {', '.join(KINDS)}")
        options = tuple(_texts(option) for option in row.get("options", ()))
        if (kind == "switch") != (len(options) == 2):
            raise ValueError(f"{q.name}: a switch, and nothing else, has two options")
        ready = row.get("ready", "")
        if ready and ready not in self._readings:
            raise ValueError(f"{self._machine} has no reading {ready!r}")
        low, high = q.checked(float(row.get("low", q.low))), q.checked(float(row.get("high", q.high)))
        unit = row.get("unit", q.unit)
        return Knob(
            name=q.name,
            kind=kind,
            label=_texts(row["label"]),
            options=options,
            low=low,
            high=high,
            start=q.checked(float(row.get("start", q.default))),
            step=float(row.get("step", high - low)),
            unit=dict.fromkeys(LANGUAGES, unit) if isinstance(unit, str) else _texts(unit),
            decimals=row.get("decimals", 0),
            ready=ready,
        )

    def _gauge(self, row: Mapping[str, Any]) -> Gauge:
        if row["name"] not in self._readings:
            raise ValueError(f"{self._machine} has no reading {row['name']!r}")
        unit = row["unit"]
        # A figure may have no unit in one of the languages: `3 遍`, but `3`.
        return Gauge(
            row["name"], _texts(row["label"]), {lang: str(unit[lang]) for lang in LANGUAGES}, row.get("decimals", 0)
        )

    def _goal(self, row: Mapping[str, Any]) -> Goal:
        return Goal(_texts(row["text"]), _texts(row["done"]), tuple(self._bounds(part) for part in row["when"]))

    def _bounds(self, row: Mapping[str, Any]) -> Bounds:
        name = row["name"]
        if name not in self._readings and name.removeprefix("in_") not in self._inputs:
            raise ValueError(f"{self._machine} has no reading and no input {name!r}")
        if "at_least" not in row and "at_most" not in row:
            raise ValueError(f"{name}: say at_least or at_most")
        return Bounds(name, float(row.get("at_least", float("-inf"))), float(row.get("at_most", float("inf"))))

    def _attract(self, row: Mapping[str, Any], gauges: tuple[Gauge, ...], pace: float) -> Attract:
        from kiosk.machines import DESIGNS

        parameters = {name: float(value) for name, value in row.get("parameters", {}).items()}
        DESIGNS[self._machine].parameter_values(parameters)
        loop = {name: self._curve(name, points) for name, points in row["loop"].items()}
        seconds = float(row["seconds"])
        return Attract(
            handle=self._inputs[row["handle"]].name,
            invitation=_texts(row["invitation"]),
            headline=next(gauge for gauge in gauges if gauge.name == row["headline"]),
            pace=float(row.get("pace", pace)),
            parameters=parameters,
            prepared={name: self._inputs[name].checked(float(v)) for name, v in row.get("prepared", {}).items()},
            anew=bool(row.get("anew", False)),
            loop=loop,
            seconds=seconds,
            still=min(seconds, float(row.get("still", 0))),
        )

    def _curve(self, name: str, points: list[list[float]]) -> Curve:
        quantity = self._inputs[name]
        curve = tuple((float(second), quantity.checked(float(value))) for second, value in points)
        if not curve or list(curve) != sorted(curve, key=lambda point: point[0]):
            raise ValueError(f"{name}: the seconds of its loop go up")
        return curve


def _share(data: Mapping[str, Any], charted: bool) -> tuple[float, float]:
    upright, wide = (float(part) for part in data.get("share", (0.31 if charted else 0.36, 0.58)))
    for part in (upright, wide):
        if not 0.2 <= part <= 0.7:
            raise ValueError(f"a face takes 0.2 to 0.7 of the page, not {part:g}")
    return upright, wide


def _texts(row: Mapping[str, Any]) -> Texts:
    texts = {lang: str(row[lang]) for lang in LANGUAGES}
    if not all(texts.values()):
        raise ValueError(f"a text is empty: {texts}")
    return texts


def _callout(row: Mapping[str, Any], width: float, height: float) -> Callout:
    (x, y), (rx, ry) = row["dot"], row["ring"]
    if not all(0 <= a <= width and 0 <= b <= height for a, b in ((x, y), (rx, ry))):
        raise ValueError(f"a callout lies outside the sheet: {row}")
    return Callout((float(x), float(y)), (float(rx), float(ry)), _texts(row["label"]))
