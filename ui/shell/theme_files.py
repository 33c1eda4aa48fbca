"""Themes are data: colours, type, shape and motion, read from TOML. No pydantic here: the first frame waits for
this."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

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
TYPE_SIZES = ("display", "title", "heading", "figure", "label", "body", "small")
SHAPE = ("margin", "rhythm", "hair", "corner", "touch", "gap", "foot")
MOTION = ("quick", "normal", "slow")

COLOUR_TABLES = ("colours", "high_contrast")

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class ThemeFault(Exception):
    """A theme that cannot be used: which file, which key, and what is wrong with it."""

    def __init__(self, file: Path, key: str, fault: str) -> None:
        super().__init__(f"{file.name}: {key}: {fault}")
        self.file = file
        self.key = key
        self.fault = fault


@dataclass(frozen=True, slots=True)
class ThemeData:
    """One theme. Lengths and type sizes are pixels of the 1080 x 1920 sheet, durations milliseconds."""

    name: str
    motif: str
    colours: Mapping[str, str]
    high_contrast: Mapping[str, str]
    sans: str
    serif: str
    sizes: Mapping[str, float]
    shape: Mapping[str, float]
    motion: Mapping[str, int]

    def colours_for(self, *, high_contrast: bool) -> Mapping[str, str]:
        """The colours to use."""
        return self.high_contrast if high_contrast else self.colours


def read_theme(themes: Path, name: str, own: Mapping[str, Mapping[str, str]] = MappingProxyType({})) -> ThemeData:
    """Read theme `name` from the folder `themes` over `house.toml`; `own` are a site pack's own colours (tables
    `colours`, `high_contrast`), which overrule the theme's.

    Raises ThemeFault, and FileNotFoundError when there is no such theme.
    """
    house = _read(themes / "house.toml")
    file = themes / f"{name}.toml"
    table = _read(file)
    data = _theme(file, house, table)
    pack = Path("theme.toml")
    return replace(
        data,
        colours=MappingProxyType({**data.colours, **_colours(pack, own, "colours", some=True)}),
        high_contrast=MappingProxyType({**data.high_contrast, **_colours(pack, own, "high_contrast", some=True)}),
    )


def theme_names(themes: Path) -> tuple[str, ...]:
    """The themes that a folder holds."""
    return tuple(sorted(file.stem for file in themes.glob("*.toml") if file.stem != "house"))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours after WCAG 2.2, from 1 to 21.

    >>> round(contrast("#0B1E4B", "#F1E9D2"), 1)
    13.3
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ThemeFault(file, "TOML", str(error)) from error


def _theme(file: Path, house: dict[str, Any], table: dict[str, Any]) -> ThemeData:
    def merged(section: str) -> dict[str, Any]:
        return {**house.get(section, {}), **table.get(section, {})}

    def numbers(section: str, keys: tuple[str, ...]) -> Mapping[str, float]:
        found = merged(section)
        for key in keys:
            if not isinstance(found.get(key), int | float) or found[key] <= 0:
                raise ThemeFault(file, f"{section}.{key}", "a number above 0 is needed")
        return MappingProxyType({key: float(found[key]) for key in keys})

    typeface = merged("type")
    return ThemeData(
        name=str(table.get("name", file.stem)),
        motif=str(table.get("motif", "none")),
        colours=MappingProxyType(_colours(file, table, "colours")),
        high_contrast=MappingProxyType(_colours(file, table, "high_contrast")),
        sans=str(typeface.get("sans", "")),
        serif=str(typeface.get("serif", "")),
        sizes=numbers("type", TYPE_SIZES),
        shape=numbers("shape", SHAPE),
        motion=MappingProxyType({key: int(value) for key, value in numbers("motion", MOTION).items()}),
    )


def _colours(file: Path, table: Mapping[str, Any], section: str, *, some: bool = False) -> dict[str, str]:
    found = dict(table.get(section, {}))
    # What is written on the foot bar is the line colour, unless the bar is darker than the page's own ink.
    if "line" in found:
        found.setdefault("on_deep", found["line"])
    for key, value in found.items():
        if key not in COLOURS:
            raise ThemeFault(file, f"{section}.{key}", f"unknown; known are {', '.join(COLOURS)}")
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise ThemeFault(file, f"{section}.{key}", "a colour is written as #RRGGBB")
    missing = [] if some else [key for key in COLOURS if key not in found]
    if missing:
        raise ThemeFault(file, section, f"missing: {', '.join(missing)}")
    return found
