"""Staff look at visitors' plates from a terminal, until there is a desk for it."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.kiosk.gallery.a_plate import a_flower, a_line
from tests.ui.commandline.program import answer, kiosk


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A home in which three plates wait, and their codes in the order in which they were made."""
    from kiosk.app import build
    from kiosk.settings import load

    home = tmp_path_factory.mktemp("home")
    app = build(load(home), home, printing=False)
    try:
        kept = [app.gallery.keep("enamel", drawing).code for drawing in (a_flower(), a_line(0.1), a_flower(8))]
    finally:
        app.close()
    return home, kept


def listed(home: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answer(kiosk("gallery", "list", "--site", "enamel", "--json", *words, home=home))
    return found


def test_plates_are_looked_at_shown_and_hidden(codes: tuple[Path, list[str]], tmp_path: Path) -> None:
    home, (first, second, third) = codes
    waiting = listed(home, "--pictures", str(tmp_path / "plates"))
    assert [row["code"] for row in waiting] == [first, second, third]
    assert waiting[0] | {"code": "", "made_at": "", "picture": ""} == {
        "code": "", "state": "waiting", "site": "enamel", "made_at": "", "wires": 8, "fills": 9, "stage": "gilded",
        "picture": "",
    }  # fmt: skip
    assert waiting[0]["made_at"].endswith("+08:00")
    for row in waiting:
        with Image.open(row["picture"]) as picture:
            assert (picture.format, picture.size) == ("PNG", (800, 800))
            assert len(picture.getcolors(800 * 800) or ()) > 100

    shown = kiosk("gallery", "show", first.lower(), third, "--site", "enamel", "--json", home=home)
    assert [(row["code"], row["state"]) for row in answer(shown)] == [(first, "shown"), (third, "shown")]
    hidden = kiosk("gallery", "hide", third, "--site", "enamel", home=home)
    assert hidden.stdout.startswith(f"{third}  hidden")
    assert [row["code"] for row in listed(home, "--state", "shown")] == [first]
    assert {row["code"]: row["state"] for row in listed(home, "--state", "all")} == {
        first: "shown", second: "waiting", third: "hidden",
    }  # fmt: skip
    told = kiosk("gallery", "list", "--site", "enamel", home=home)
    assert told.stdout.splitlines()[-1] == "enamel: 1 waiting"


def test_with_one_wrong_code_nothing_is_changed(codes: tuple[Path, list[str]]) -> None:
    home, (_, second, _) = codes
    refused = kiosk("gallery", "show", second, "0000Z", "--site", "enamel", home=home)
    assert refused.returncode == 2
    assert "no plate is kept as '0000Z'" in refused.stderr
    assert second in [row["code"] for row in listed(home)]


@pytest.mark.parametrize("words", [("list", "--site", "nowhere"), ("list", "--state", "lost"), ()])
def test_wrong_use_is_told_in_a_sentence(codes: tuple[Path, list[str]], words: tuple[str, ...]) -> None:
    refused = kiosk("gallery", *words, home=codes[0])
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "Traceback" not in refused.stderr


def test_a_folder_that_cannot_be_made_is_named(codes: tuple[Path, list[str]], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    refused = kiosk(
        "gallery", "list", "--site", "enamel", "--state", "all", "--pictures", str(tmp_path / "file"), home=codes[0]
    )
    assert refused.returncode == 2
    assert "file" in refused.stderr


def test_help_says_how_to_go_through_the_plates() -> None:
    told = kiosk("gallery", "--help").stdout
    assert "kiosk gallery list --pictures" in told
    assert "Nothing is stored of who made a plate" in told
