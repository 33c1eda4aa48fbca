"""The journey without a screen, as `make run` walks it where there is no display: report, pictures and ticket."""

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader
from pyzbar import pyzbar

from tests.ui.commandline.program import answer, kiosk

KEYS = {
    "site", "lang", "session", "workshop", "starts_at", "seats_before", "seats_after", "price_fen", "code",
    "ticket_text", "booking_taps", "ticket_png", "ticket_pdf", "steps",
}  # fmt: skip


@pytest.fixture(scope="module", params=[("tianning", "zh"), ("enamel", "en")], ids="-".join)
def walked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path, dict[str, Any]]:
    """A home, the folder of a walk, and its report."""
    site, lang = request.param
    home, out = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("walk") / "out"
    told = kiosk("tour", "--site", site, "--lang", lang, "--out", str(out), home=home, patience_s=300)
    assert told.returncode == 0, told.stdout + told.stderr
    assert str(out) in told.stdout
    report = json.loads((out / "journey.json").read_text(encoding="utf-8"))
    assert (report["site"], report["lang"]) == (site, lang)
    return home, out, report


def test_the_report_says_what_was_booked(walked: tuple[Path, Path, dict[str, Any]]) -> None:
    home, _, report = walked
    assert set(report) >= KEYS
    assert report["seats_after"] == report["seats_before"] - 1
    booked = {one["code"]: one for one in answer(kiosk("bookings", "--site", report["site"], "--json", home=home))}
    assert booked[report["code"]]["price_fen"] == report["price_fen"]
    assert booked[report["code"]]["heads"] == 1


def test_five_taps_lead_from_the_dark_screen_to_a_ticket(walked: tuple[Path, Path, dict[str, Any]]) -> None:
    _, _, report = walked
    assert 0 < report["booking_taps"] <= 5
    tapped = [step for step in report["steps"] if step["tapped"]]
    booking = tapped[-report["booking_taps"] :]
    assert [step["page"] for step in booking] == ["home", "session", "review", "ticket"]


def test_every_step_has_its_picture_and_its_time(walked: tuple[Path, Path, dict[str, Any]]) -> None:
    _, out, report = walked
    pages = {step["page"] for step in report["steps"]}
    assert pages >= {"attract", "home", "exhibits", "exhibit", "play", "session", "review", "ticket"}
    for step in report["steps"]:
        with Image.open(out / step["picture"]) as picture:
            assert picture.size == (1080, 1920)
            assert len(picture.getcolors(1 << 22) or range(999)) > 50  # not one colour from edge to edge
        assert step["ms"] >= 0


def test_the_paper_ticket_is_read_by_two_strangers_and_known_at_the_door(
    walked: tuple[Path, Path, dict[str, Any]],
) -> None:
    import zxingcpp

    home, out, report = walked
    with Image.open(out / report["ticket_png"]) as raster:
        grey = raster.convert("L")
    zbar = {found.data.decode() for found in pyzbar.decode(grey)}
    zxing = {found.text for found in zxingcpp.read_barcodes(grey)}
    assert zbar == zxing == {report["ticket_text"]}
    told = answer(kiosk("ticket", "verify", report["ticket_text"], "--json", home=home))
    assert (told["genuine"], told["state"], told["code"]) == (True, "valid", report["code"])
    assert len(PdfReader(out / report["ticket_pdf"]).pages) == 1


def test_a_park_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    told = kiosk("tour", "--site", "atlantis", "--out", str(tmp_path / "out"), home=tmp_path)
    assert told.returncode == 2
    assert "tianning" in told.stderr


def test_run_without_a_display_walks_instead_and_says_so_in_one_line(tmp_path: Path) -> None:
    told = kiosk(
        "run", "--or-tour", str(tmp_path / "out"), home=tmp_path, patience_s=300,
        QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="",
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr
    first, *_ = told.stdout.splitlines()
    assert "no display" in first
    assert (tmp_path / "out" / "ticket.pdf").is_file()
