"""Every page looks as it did when somebody last looked at it and found it good.

`pytest tests/ui/test_pictures.py --store-pictures` writes the pictures anew; a page that differs is left in
build/pictures/ beside what it was.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image, ImageDraw

from tests.ui.picture_book import Difference, beside, difference, store
from ui.shell.flow import PAGES

ROOT = Path(__file__).resolve().parents[2]
STORED = Path(__file__).parent / "pictures"
LEFT = ROOT / "build" / "pictures"

PORTRAIT, LANDSCAPE = "540x960", "960x540"
# Drawn again by the same machine, no page was farther from its picture than 1.1 and 0.008, mostly by the palette.
ALLOWED = Difference(mean=1.7, share=0.010)
# A ticket's code is another each time, and so is its QR: 11.4 and 0.081.
LOOSER = {"ticket": Difference(mean=14.0, share=0.11)}


class Run(NamedTuple):
    """Pages that are drawn one after another with one kiosk."""

    site: str
    langs: tuple[str, ...]
    size: str


RUNS = (
    Run("enamel", ("zh", "en"), PORTRAIT),
    Run("tianning", ("en",), LANDSCAPE),
    Run("erqi", ("zh",), PORTRAIT),
    Run("shougang", ("zh",), LANDSCAPE),
)
SHOTS = [(run, page, lang) for run in RUNS for page in PAGES for lang in run.langs]
Draw = Callable[[Run], Path]


@pytest.fixture(scope="module")
def draw(tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """Draws the pages of a run, once, and gives back the folder with the pictures."""
    drawn: dict[Run, Path] = {}

    def draw_run(run: Run) -> Path:
        if run not in drawn:
            folder = tmp_path_factory.mktemp("pictures")
            said = subprocess.run(
                [sys.executable, "-m", "ui", "shots", "--out", str(folder)]
                + ["--site", run.site, "--size", run.size]
                + [word for lang in run.langs for word in ("--lang", lang)],
                cwd=ROOT,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                capture_output=True,
                text=True,
                timeout=400,
                check=False,
            )
            assert said.returncode == 0, said.stdout + said.stderr
            drawn[run] = folder
        return drawn[run]

    return draw_run


@pytest.mark.parametrize(
    ("run", "page", "lang"), SHOTS, ids=[f"{run.site}-{page}-{lang}-{run.size}" for run, page, lang in SHOTS]
)
def test_a_page_looks_as_it_did(run: Run, page: str, lang: str, draw: Draw, request: pytest.FixtureRequest) -> None:
    name = f"{run.site}-{page}-{lang}-{run.size}"
    now, before = draw(run) / f"{name}-normal.png", STORED / f"{name}.png"
    if request.config.getoption("--store-pictures"):
        store(now, before)
    left = LEFT / f"{name}.png"
    left.unlink(missing_ok=True)
    assert before.exists(), f"{before.name} is not stored yet: pytest tests/ui/test_pictures.py --store-pictures"
    with Image.open(before) as was, Image.open(now) as is_now:
        apart = difference(was, is_now)
        if not apart.within(LOOSER.get(page, ALLOWED)):
            LEFT.mkdir(parents=True, exist_ok=True)
            beside(was, is_now).save(left)
    assert not left.exists(), f"{apart}; as it was and as it is now: {left.relative_to(ROOT)}"


def test_no_picture_is_stored_that_no_page_is_compared_with() -> None:
    wanted = {f"{run.site}-{page}-{lang}-{run.size}.png" for run, page, lang in SHOTS}
    assert {file.name for file in STORED.glob("*.png")} == wanted


def test_the_stored_pictures_weigh_little() -> None:
    assert sum(file.stat().st_size for file in STORED.glob("*.png")) < 2_500_000


def a_page(*, button: str = "#E3B34C", at: int = 300) -> Image.Image:
    """Something like a page, to try the comparison on."""
    page = Image.new("RGB", (540, 960), "#0B1E4B")
    pen = ImageDraw.Draw(page)
    for line in range(80, 900, 60):
        pen.rectangle((60, line, 420, line + 14), fill="#F1E9D2")
    pen.rectangle((60, at, 480, at + 60), fill=button)
    return page


def test_a_button_of_another_colour_is_seen() -> None:
    assert not difference(a_page(), a_page(button="#4CC7BD")).within(ALLOWED)


def test_a_button_that_has_moved_is_seen() -> None:
    assert not difference(a_page(), a_page(at=340)).within(ALLOWED)


def test_a_line_that_is_gone_is_seen() -> None:
    shorter = a_page()
    ImageDraw.Draw(shorter).rectangle((60, 800, 480, 834), fill="#0B1E4B")
    assert not difference(a_page(), shorter).within(ALLOWED)


def test_a_letter_that_stands_a_pixel_off_is_not() -> None:
    shifted = Image.new("RGB", (540, 960), "#0B1E4B")
    shifted.paste(a_page(), (1, 0))
    assert difference(a_page(), shifted).within(ALLOWED)


def test_a_picture_of_another_size_is_another_picture() -> None:
    assert not difference(a_page(), a_page().resize((541, 960))).within(Difference(mean=200, share=0.9))
