"""A header's knobs, readings, callouts and handles as the play page shows them, in one language."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from ui.interactives.handle import Handle
from ui.interactives.header import Callout, Gauge, Knob, said


@dataclass(frozen=True, slots=True)
class KnobRow:
    """An input: by what it is set and how its value is written."""

    key: str
    kind: str
    label: str
    options: tuple[str, ...]
    low: float
    high: float
    step: float
    unit: str
    decimals: int
    ready: str


@dataclass(frozen=True, slots=True)
class GaugeRow:
    """An output: its figure."""

    key: str
    label: str
    unit: str
    decimals: int


@dataclass(frozen=True, slots=True)
class CalloutRow:
    """A part of the machine: its numeral, its name, and where both are on the sheet."""

    number: int
    label: str
    dot_x: float
    dot_y: float
    ring_x: float
    ring_y: float


@dataclass(frozen=True, slots=True)
class HandleRow:
    """What can be pulled or turned on the face: where it lies, what a drag does, and how its value is written."""

    key: str
    motion: str
    points: tuple[QPointF, ...]
    turns: float
    low: float
    high: float
    size: float
    step: float
    unit: str
    decimals: int


def knob_row(knob: Knob, lang: str) -> KnobRow:
    """In the language."""
    return KnobRow(
        key=knob.name,
        kind=knob.kind,
        label=said(knob.label, lang),
        options=tuple(said(option, lang) for option in knob.options),
        low=knob.low,
        high=knob.high,
        step=knob.step,
        unit=_unit_of(knob, lang),
        decimals=knob.decimals,
        ready=knob.ready,
    )


def _unit_of(knob: Knob, lang: str) -> str:
    return said(knob.unit, lang) if any(knob.unit.values()) else ""


def handle_row(handle: Handle, knob: Knob, lang: str) -> HandleRow:
    """With the steps and the unit of its knob."""
    return HandleRow(
        key=handle.input,
        motion=handle.motion,
        points=tuple(QPointF(x, y) for x, y in handle.points),
        turns=handle.turns,
        low=handle.low,
        high=handle.high,
        size=handle.size,
        step=abs(handle.high - handle.low) if knob.kind == "switch" else knob.step,
        unit="" if knob.kind == "switch" else _unit_of(knob, lang),
        decimals=knob.decimals,
    )


def gauge_row(gauge: Gauge, lang: str) -> GaugeRow:
    """In the language."""
    return GaugeRow(gauge.name, said(gauge.label, lang), gauge.unit[lang], gauge.decimals)


def callout_row(number: int, callout: Callout, lang: str) -> CalloutRow:
    """With its numeral, from 1."""
    return CalloutRow(number, said(callout.label, lang), *callout.dot, *callout.ring)
