"""Contrast measured on the themes' data: text 7:1, controls and focus 3:1, in every theme, plain and in high
contrast."""

from itertools import product
from pathlib import Path

import pytest

from kiosk.resources import resource
from ui.shell.theme_feed import screen_unit
from ui.shell.theme_files import ThemeFault, contrast, read_theme, theme_names

THEMES = resource("themes")
NAMES = theme_names(THEMES)
MANNERS = list(product(NAMES, (False, True)))


def test_there_is_a_theme_for_each_park_and_the_desk() -> None:
    assert set(NAMES) == {"enamel", "tianning", "erqi", "shougang", "desk"}


@pytest.mark.parametrize(("name", "high"), MANNERS)
@pytest.mark.parametrize("ink", ["line", "accent", "second", "dim", "ok", "warning"])
def test_text_stands_out_from_the_ground(name: str, high: bool, ink: str) -> None:
    colours = read_theme(THEMES, name).colours_for(high_contrast=high)
    assert contrast(colours[ink], colours["ground"]) >= 7


@pytest.mark.parametrize(("name", "high"), MANNERS)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [("on_accent", "accent"), ("on_second", "second"), ("on_deep", "deep"), ("line", "panel")],
)
def test_text_stands_out_from_what_it_is_written_on(name: str, high: bool, ink: str, ground: str) -> None:
    colours = read_theme(THEMES, name).colours_for(high_contrast=high)
    assert contrast(colours[ink], colours[ground]) >= 7


@pytest.mark.parametrize(("name", "high"), MANNERS)
@pytest.mark.parametrize("part", ["line", "accent", "dim"])
def test_outlines_and_the_focus_ring_are_seen(name: str, high: bool, part: str) -> None:
    colours = read_theme(THEMES, name).colours_for(high_contrast=high)
    assert contrast(colours[part], colours["ground"]) >= 3
    assert contrast(colours[part], colours["panel"]) >= 3


@pytest.mark.parametrize(("name", "high"), MANNERS)
def test_the_slider_rail_is_seen_though_it_is_veiled(name: str, high: bool) -> None:
    """KioskSlider draws the rail in dim at 70 %, whole in high contrast."""
    colours = read_theme(THEMES, name).colours_for(high_contrast=high)
    veil = 1.0 if high else 0.7
    parts = [
        round(int(colours["dim"][i : i + 2], 16) * veil + int(colours["ground"][i : i + 2], 16) * (1 - veil))
        for i in (1, 3, 5)
    ]
    assert contrast("#" + "".join(f"{part:02X}" for part in parts), colours["ground"]) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_high_contrast_is_higher(name: str) -> None:
    theme = read_theme(THEMES, name)
    assert contrast(theme.high_contrast["line"], theme.high_contrast["ground"]) > 18


@pytest.mark.parametrize("name", ["enamel", "tianning", "erqi", "shougang"])
def test_type_is_large_enough_for_a_standing_visitor(name: str) -> None:
    """Capital height >= 4.8 mm (ADA 707.7.2) at 0.733 em of Noto Sans CJK, body 8-10 mm em, nothing under 22 px of
    the sheet."""
    sizes = read_theme(THEMES, name).sizes
    assert all(size >= 22 and size * 0.733 / 2.7 >= 4.8 for size in sizes.values())
    assert 8 <= sizes["body"] / 2.7 <= 10.5


@pytest.mark.parametrize("name", ["enamel", "tianning", "erqi", "shougang"])
def test_targets_are_20_mm_and_3_mm_apart(name: str) -> None:
    shape = read_theme(THEMES, name).shape
    assert shape["touch"] / 2.7 >= 20
    assert shape["gap"] / 2.7 >= 3


@pytest.mark.parametrize(
    ("inches", "width", "height"), [(21.5, 1080, 1920), (32, 1080, 1920), (43, 2160, 3840), (55, 2160, 3840)]
)
def test_twenty_millimetres_are_at_least_that_on_every_screen(inches: float, width: int, height: int) -> None:
    px_per_mm = (width**2 + height**2) ** 0.5 / (inches * 25.4)
    assert 20 * 2.7 * screen_unit(width, height, inches) >= 20 * px_per_mm * 0.999


def test_a_page_fits_a_small_screen_across() -> None:
    """On 21.5 inch the sheet's 1080 px have become 720: margins and two columns of 20 mm targets still fit."""
    assert 1080 / screen_unit(1080, 1920, 21.5) > 700


def test_a_colour_that_is_none_is_refused_by_name(tmp_path: Path) -> None:
    for name in ("house", "enamel"):
        (tmp_path / f"{name}.toml").write_text((THEMES / f"{name}.toml").read_text(encoding="utf-8"), encoding="utf-8")
    broken = (tmp_path / "enamel.toml").read_text(encoding="utf-8").replace("#E3B34C", "gold")
    (tmp_path / "enamel.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(ThemeFault) as fault:
        read_theme(tmp_path, "enamel")
    assert fault.value.key == "colours.accent"


def test_a_pack_overrules_single_colours() -> None:
    theme = read_theme(THEMES, "enamel", {"colours": {"accent": "#FFD000"}})
    assert theme.colours["accent"] == "#FFD000"
    assert theme.colours["ground"] == "#0B1E4B"


def test_an_unknown_colour_in_a_pack_is_refused() -> None:
    with pytest.raises(ThemeFault, match="glow"):
        read_theme(THEMES, "enamel", {"colours": {"glow": "#FFD000"}})
