"""Two independent readers, zbar and zxing-cpp, read the printed raster as it is met at a door."""

import io
import shutil
import subprocess
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter
from pyzbar import pyzbar

from kiosk.booking import BookingView
from kiosk.devices.paper import PAPERS, Paper, PaperName
from kiosk.devices.printers.escpos_bytes import page_bytes
from kiosk.devices.raster import Raster
from kiosk.ticketing import CodeTooSmall, Keys, Ticketing, Unreadable
from kiosk.ticketing.qr import LEAST_MM, MODULES, dots_a_module, drawn
from kiosk.ticketing.words import facts
from tests.kiosk.ticketing.a_park import Park, PrintedPark

Spoil = Callable[[Image.Image], Image.Image]


@pytest.fixture(scope="module")
def ticketing(tmp_path_factory: pytest.TempPathFactory) -> Ticketing:
    folder = tmp_path_factory.mktemp("park")
    park = Park(folder)
    park.book("7K3M92QF4", adult=2, child=1)
    park.book("AAAAAAAA1", adult=2, child=1, senior=1)
    return Ticketing(
        store=park.store, clock=park.clock, events=park.events, bookings=park, sites=park,
        keys=Keys.open(folder / "keys"), device=park.device, printer=None,
    )  # fmt: skip


def ticket(ticketing: Ticketing, lang: str, paper: PaperName, code: str = "7K3M92QF4") -> tuple[Raster, str]:
    booking = ticketing._bookings.find(code, lang)
    return ticketing.compose(booking, lang, paper), ticketing.text(booking)


def zxing(picture: Image.Image) -> set[str]:
    import zxingcpp

    return {found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.QRCode))}


def zbar(picture: Image.Image) -> set[str]:
    return {found.data.decode() for found in pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.QRCODE])}


def _paper(picture: Image.Image) -> Image.Image:
    """As a camera sees it: with a margin of table round it."""
    wide = Image.new("L", (picture.width + 120, picture.height + 120), 235)
    wide.paste(picture, (60, 60))
    return wide


def _smudged(picture: Image.Image) -> Image.Image:
    """A wet thumb has wiped over 15 % of the code: there the ink is smeared over two modules' edges and half grey.

    Level M mends 15 % of the code's words: what is wiped off altogether may be that much and no more.
    """
    left, top, right, _ = _code_box(picture)
    side = right - left
    half = (0.15 / 3.1416) ** 0.5 * side  # the radius of a disc of 15 %
    x, y = left + side * 0.58, top + side * 0.55
    thumb = Image.new("L", picture.size, 0)
    ImageDraw.Draw(thumb).ellipse((x - half * 1.2, y - half / 1.2, x + half * 1.2, y + half / 1.2), fill=255)
    smeared = picture.filter(ImageFilter.GaussianBlur(side / MODULES * 0.45))
    grey = Image.blend(smeared, Image.new("L", picture.size, 110), 0.5)
    return Image.composite(grey, picture, thumb)


def _torn(picture: Image.Image) -> Image.Image:
    """6 % of the code are gone altogether."""
    left, top, right, _ = _code_box(picture)
    side = right - left
    block = int(0.06**0.5 * side)
    x, y = left + side * 55 // 100, top + side * 40 // 100
    picture.paste(255, (x, y, x + block, y + block))
    return picture


def _code_box(picture: Image.Image) -> tuple[int, int, int, int]:
    import zxingcpp

    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.QRCode))[0].position
    return found.top_left.x, found.top_left.y, found.bottom_right.x, found.bottom_right.y


def _without_columns(picture: Image.Image) -> Image.Image:
    """A worn head: one of twenty dot columns prints nothing."""
    pen = ImageDraw.Draw(picture)
    for x in range(7, picture.width, 20):
        pen.line((x, 0, x, picture.height), fill=255)
    return picture


SPOILS: dict[str, Spoil] = {
    "as printed": lambda picture: picture,
    "turned by 7": lambda picture: picture.rotate(7, Image.Resampling.BICUBIC, expand=True, fillcolor=235),
    "turned by 90": lambda picture: picture.rotate(90, expand=True),
    "upside down": lambda picture: picture.rotate(180),
    "blurred": lambda picture: picture.filter(ImageFilter.GaussianBlur(1.6)),
    "at 60 %": lambda picture: picture.resize(
        (picture.width * 6 // 10, picture.height * 6 // 10), Image.Resampling.BOX
    ),
    "smudged": _smudged,
    "torn": _torn,
    # Through a lens: a quarter of a module runs into the next. zbar takes the bare hair lines for edges of modules.
    "without 1 of 20 columns": lambda picture: _without_columns(picture).filter(ImageFilter.GaussianBlur(2)),
}


@pytest.mark.parametrize("reader", [zxing, zbar])
@pytest.mark.parametrize("spoil", SPOILS)
@pytest.mark.parametrize("paper", ["80mm", "58mm"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_spoilt_print_is_read(
    ticketing: Ticketing, reader: Callable[[Image.Image], set[str]], spoil: str, paper: PaperName, lang: str
) -> None:
    raster, text = ticket(ticketing, lang, paper)
    picture = SPOILS[spoil](raster.image().convert("L"))
    assert reader(_paper(picture)) == {text}


@pytest.mark.parametrize("paper", ["80mm", "58mm"])
def test_our_reader_reads_a_worn_heads_dots_without_a_lens(ticketing: Ticketing, paper: PaperName) -> None:
    raster, text = ticket(ticketing, "zh", paper)
    assert zxing(_without_columns(raster.image().convert("L"))) == {text}


@pytest.mark.parametrize("paper", PAPERS)
def test_the_pdf_is_read_as_poppler_draws_it(ticketing: Ticketing, paper: PaperName, tmp_path: Path) -> None:
    if shutil.which("pdftoppm") is None:
        pytest.skip("poppler-utils is not installed")
    raster, text = ticket(ticketing, "zh", paper)
    (tmp_path / "t.pdf").write_bytes(raster.pdf("7K3M92QF4"))
    subprocess.run(
        ["pdftoppm", "-r", "203", "-gray", "-png", "t.pdf", "t"], cwd=tmp_path, check=True, timeout=60
    )  # fmt: skip
    with Image.open(next(tmp_path.glob("t*.png"))) as picture:
        assert zxing(picture.convert("L")) == zbar(picture.convert("L")) == {text}
        assert abs(picture.width / 203 - raster.width / raster.dpi) < 0.02  # inches: true size


def test_the_pdf_holds_the_dots_as_they_are_and_finds_its_parts(ticketing: Ticketing) -> None:
    raster, _ = ticket(ticketing, "zh", "a6")
    written = raster.pdf("票 7K3M92QF4")
    assert written == raster.pdf("票 7K3M92QF4")
    begin = written.index(b"stream\n", written.index(b"/Subtype/Image")) + len(b"stream\n")
    assert zlib.decompressobj().decompress(written[begin:]) == raster.dots
    table = int(written.split(b"startxref\n")[1].split()[0])
    assert written[table:].startswith(b"xref\n0 7\n")
    places = [int(line.split()[0]) for line in written[table:].splitlines()[3:9]]
    assert [written[at:].split(b" ", 1)[0] for at in places] == [b"1", b"2", b"3", b"4", b"5", b"6"]
    assert "票 7K3M92QF4".encode("utf-16-be").hex().encode() in written


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_runs_over_the_edge_of_the_paper(ticketing: Ticketing, lang: str, paper: PaperName) -> None:
    raster, _ = ticket(ticketing, lang, paper, "AAAAAAAA1")
    assert raster.width == PAPERS[paper].width
    assert PAPERS[paper].height in (None, raster.height)
    picture = raster.image()
    left, top, right, bottom = picture.convert("L").point([255 - v for v in range(256)]).getbbox() or (0, 0, 0, 0)
    assert left >= 6
    assert top >= 6
    assert right <= raster.width - 6
    assert bottom <= raster.height - 6


@pytest.mark.parametrize(("lang", "row"), [("zh", ("轮椅位", "2 个")), ("en", ("Wheelchair places", "2"))])
@pytest.mark.parametrize("paper", PAPERS)
def test_wheelchair_places_are_a_line_of_the_paper(
    ticketing: Ticketing, lang: str, row: tuple[str, str], paper: PaperName
) -> None:
    booking = ticketing._bookings.find("AAAAAAAA1", lang)
    assert isinstance(booking, BookingView)
    seated, text = replace(booking, wheelchairs=2), ticketing.text(booking)
    site = PrintedPark(None, lang)
    said = [(each.label, each.value) for each in facts(seated, site, lang, text=text, rule_other="", copy=False).rows]
    assert said[1] == row
    without = facts(booking, site, lang, text=text, rule_other="", copy=False).rows
    assert [(each.label, each.value) for each in without] == [said[0], *said[2:]]
    raster = ticketing.compose(seated, lang, paper)
    assert zxing(_paper(raster.image().convert("L"))) == {text}
    if PAPERS[paper].height is None:
        assert raster.height > ticketing.compose(booking, lang, paper).height


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_a_module_has_six_dots_and_half_a_millimetre(paper: Paper) -> None:
    room = paper.width if paper.roll else paper.width // 2
    dots = dots_a_module(paper, room)
    assert dots >= 6
    assert paper.millimetres(dots) >= LEAST_MM


def test_a_paper_too_narrow_for_the_code_is_refused() -> None:
    with pytest.raises(CodeTooSmall, match="3 dots"):
        dots_a_module(Paper("58mm", 190, None, 203.2), 190)
    with pytest.raises(CodeTooSmall):  # 5 dots, but at 300 dpi they are 0.42 mm
        dots_a_module(Paper("a6", 260, 400, 300), 260)


def test_a_code_that_says_something_else_never_gets_to_the_printer(
    ticketing: Ticketing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ticketing.qr.drawn", lambda text, dots: drawn("7K3M92QF4" * 14, dots))
    with pytest.raises(Unreadable):
        ticket(ticketing, "zh", "80mm")


def test_the_printers_bytes_hold_every_dot(ticketing: Ticketing) -> None:
    raster, _ = ticket(ticketing, "en", "58mm")
    stream = io.BytesIO(page_bytes(raster))
    assert stream.read(2) == b"\x1b@"
    dots = b""
    while (command := stream.read(4)) == b"\x1dv0\x00":
        wide, rows = (int.from_bytes(stream.read(2), "little") for _ in range(2))
        assert wide == raster.row_bytes
        dots += stream.read(wide * rows)
    assert dots == raster.dots
    assert command == b"\x1dVB\x00"
