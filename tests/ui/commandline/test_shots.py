"""`kiosk shots`: pictures of a park as it is, taken without leaving a trace in it."""

import json
from pathlib import Path

from PIL import Image

from tests.ui.commandline.program import kiosk

WORDS = ("--page", "session", "--lang", "en", "--size", "1080x1920")


def test_pictures_of_a_home_show_its_parks_and_book_nothing_in_it(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "shots"
    before = kiosk("bookings", "--site", "erqi", "--json", home=home)
    taken = kiosk("shots", "--site", "erqi", "--page", "ticket", *WORDS, "--out", str(out), home=home)
    assert (taken.returncode, taken.stderr) == (0, "")
    names = {file.name for file in out.glob("*.png")}
    assert names == {f"erqi-{page}-en-1080x1920-normal.png" for page in ("session", "ticket")}
    for name in names:
        with Image.open(out / name) as picture:
            assert picture.size == (1080, 1920)
            assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 50
    assert json.loads(before.stdout) == []
    assert kiosk("bookings", "--site", "erqi", "--json", home=home).stdout == before.stdout


def test_a_park_that_the_home_does_not_have_is_wrong_use(tmp_path: Path) -> None:
    told = kiosk("shots", "--site", "mill", *WORDS, "--out", str(tmp_path / "shots"), home=tmp_path / "home")
    assert told.returncode == 2
    assert "mill" in told.stderr
    assert "Traceback" not in told.stderr
