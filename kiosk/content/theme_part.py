"""theme.toml of a pack: colours of its own over a theme that comes with the program, and whether they can be read."""

import re
import tomllib
from collections.abc import Mapping

from kiosk.content.faults import quoted
from kiosk.content.tables import Table
from kiosk.resources import resource

TABLES = ("colours", "high_contrast")
COLOURS = (
    "ground",
    "deep",
    "panel",
    "line",
    "accent",
    "on_accent",
    "second",
    "on_second",
    "dim",
    "ok",
    "warning",
    "on_deep",
)
# WCAG 2.2: text 7:1 (1.4.6), controls 3:1 (1.4.11). What is written in each of these is text somewhere on a page.
TEXT = 7.0
CONTROL = 3.0
_PAIRS = (
    ("line", "ground", TEXT),
    ("accent", "ground", TEXT),
    ("second", "ground", TEXT),
    ("dim", "ground", TEXT),
    ("on_accent", "accent", TEXT),
    ("line", "deep", TEXT),
    ("ok", "ground", CONTROL),
    ("warning", "ground", CONTROL),
    ("on_second", "second", CONTROL),
)
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours written #RRGGBB, from 1 to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast("#000000", "#FFFFFF"), 1)
    21.0
    >>> round(contrast("#F1E9D2", "#0B1E4B"), 1)
    13.3
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def read_theme(table: Table, base: str | None) -> dict[str, dict[str, str]]:
    """The colours that theme.toml sets; warns of pairs that are hard to read, seen over the theme `base`."""
    found: dict[str, dict[str, str]] = {}
    for name in TABLES:
        part = table.table(name)
        colours: dict[str, str] = {}
        for key in COLOURS if part is not None else ():
            assert part is not None
            value = part.text(key, required=False)
            if value is not None and not _HEX.fullmatch(value):
                part.fault(key, f"{key} = {quoted(value)} is no colour", 'Write it as "#0B1E4B"')
            elif value is not None:
                colours[key] = value.upper()
        if part is None:
            continue
        part.end()
        found[name] = colours
        _judge({**_base(base, name), **colours}, colours, part)
    table.text("name", required=False)
    table.text("motif", required=False)
    table.end()
    return found


def _base(theme: str | None, name: str) -> Mapping[str, str]:
    if theme is None:
        return {}
    try:
        with resource("themes", f"{theme}.toml").open("rb") as file:
            return {k: v for k, v in tomllib.load(file).get(name, {}).items() if isinstance(v, str)}
    except FileNotFoundError:
        return {}


def _judge(all_colours: Mapping[str, str], own: Mapping[str, str], part: Table) -> None:
    for one, other, least in _PAIRS:
        if not {one, other} & own.keys() or one not in all_colours or other not in all_colours:
            continue
        ratio = contrast(all_colours[one], all_colours[other])
        if ratio < least:
            what = f"{one} on {other} has a contrast of {ratio:.1f}:1"
            part.findings.warn(part.line(one if one in own else other), what, f"Make it {least:g}:1 or more")
