"""The park's small drawing: curves where they belong, nothing of a bad or hostile file."""

import math
from pathlib import Path

import pytest
from PIL import Image

from kiosk.ticketing import BadMotif
from kiosk.ticketing.motif import draw_motif
from kiosk.ticketing.svg_paths import BadPath, flatten

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 528 150">'
SITES = Path(__file__).parents[3] / "resources" / "sites"


def drawn(tmp_path: Path, inside: str, width: int = 528) -> Image.Image:
    file = tmp_path / "motif.svg"
    file.write_text(f"{HEAD}{inside}</svg>", encoding="utf-8")
    return draw_motif(file, width)


def ink(picture: Image.Image, x: int, y: int) -> bool:
    return bool(picture.getpixel((x, y)))


def test_a_quarter_of_a_circle_ends_where_it_should() -> None:
    (line,) = flatten("M 100 0 A 100 100 0 0 1 0 100")
    assert all(abs(math.hypot(x, y) - 100) < 1e-6 for x, y in line.points)
    assert line.points[-1] == pytest.approx((0, 100))


def test_relative_and_smooth_curves_go_on_from_the_last_point() -> None:
    (line,) = flatten("m10 10 c0 10 10 10 10 0 s10 -10 10 0 q5 5 10 0 t10 0 l5 5 h5 v-5 z")
    assert line.closed
    assert line.points[-1] == pytest.approx((60, 10))


@pytest.mark.parametrize("data", ["L0 0", "M0", "M0 0 L1", "M0 0 X5", "12"])
def test_bad_path_data_is_refused(data: str) -> None:
    with pytest.raises(BadPath):
        flatten(data)


def test_strokes_fills_holes_and_paper(tmp_path: Path) -> None:
    picture = drawn(
        tmp_path,
        '<rect x="0" y="0" width="100" height="100"/><circle cx="50" cy="50" r="20" fill="#fff"/>'
        '<path d="M200 0h100v100h-100z M220 20h60v60h-60z" fill-rule="evenodd"/>'
        '<g transform="translate(400 0) scale(2)" stroke="black" stroke-width="4">'
        '<line x1="0" y1="20" x2="50" y2="20"/></g>',
    )
    assert ink(picture, 5, 5)
    assert not ink(picture, 50, 50)
    assert ink(picture, 210, 50)
    assert not ink(picture, 250, 50)
    assert ink(picture, 450, 40)
    assert ink(picture, 450, 43)
    assert not ink(picture, 450, 48)


def test_no_line_is_thinner_than_three_dots(tmp_path: Path) -> None:
    picture = drawn(tmp_path, '<path d="M0 75H528" fill="none" stroke="#000" stroke-width="0.2"/>', 364)
    assert sum(ink(picture, 100, y) for y in range(picture.height)) >= 3


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0 L"/>',
        '<path fill="red-ish" d="M0 0h9v9z"/>',
        '<g transform="skewX(9)"><path d="M0 0h9v9z"/></g>',
        "<path",
        '<path d="' + "M0 0" + "l1 1" * 200_001 + '"/>',
        "<g/>" + "<rect width='1' height='1'/>" * 5_001,
    ],
)
def test_a_drawing_that_cannot_be_drawn_is_named(tmp_path: Path, inside: str) -> None:
    with pytest.raises(BadMotif, match=r"motif\.svg"):
        drawn(tmp_path, inside)


def test_entities_of_a_hostile_file_are_not_resolved(tmp_path: Path) -> None:
    file = tmp_path / "motif.svg"
    file.write_text('<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>', encoding="utf-8")
    with pytest.raises(BadMotif):
        draw_motif(file, 528)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadMotif, match=r"none\.svg"):
        draw_motif(tmp_path / "none.svg", 528)


@pytest.mark.parametrize("file", sorted(SITES.glob("*/motif.svg")), ids=lambda file: file.parent.name)
def test_the_parks_own_motifs_are_drawn(file: Path) -> None:
    for width in (528, 364, 1128):
        picture = draw_motif(file, width)
        covered = picture.convert("L").histogram()[255] / (picture.width * picture.height)
        assert 0.02 < covered < 0.5
