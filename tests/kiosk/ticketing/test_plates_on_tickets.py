"""A visitor's plate on the ticket: lines that a worn head prints, a code that is still read, copies like the first."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from sqlalchemy import text

from kiosk.booking import BookingView
from kiosk.devices.paper import PAPERS, PaperName
from kiosk.machines.plate_drawing import PlateDrawing, Stage
from kiosk.ticketing import Keys, Ticketing, print_jobs
from kiosk.ticketing.motif import draw_plate
from kiosk.ticketing.words import facts
from tests.kiosk.gallery.a_plate import a_flower, a_line, the_fullest
from tests.kiosk.ticketing.a_park import Park, PrintedPark
from tests.kiosk.ticketing.test_reading_the_print import _paper, zbar, zxing

CODE = "7K3M92QF4"


@pytest.fixture
def park(tmp_path: Path) -> Iterator[Park]:
    park = Park(tmp_path)
    park.book(CODE, adult=2, child=1, senior=1)
    yield park
    park.close()


@pytest.fixture
def ticketing(park: Park, tmp_path: Path) -> Ticketing:
    return Ticketing(
        store=park.store, clock=park.clock, events=park.events, bookings=park, sites=park,
        keys=Keys.open(tmp_path / "keys"), device=park.device, printer=None,
    )  # fmt: skip


def thickness(picture: Image.Image, x: int, y: int, across: tuple[int, int]) -> int:
    """Dots of ink in a row through a place, in a direction."""
    dx, dy = across
    count = 1
    for way in (1, -1):
        at = 1
        while picture.getpixel((x + way * at * dx, y + way * at * dy)):
            count += 1
            at += 1
    return count


@pytest.mark.parametrize("side", [200, 250, 330, 430])
def test_no_wire_and_no_rim_is_thinner_than_three_dots(side: int) -> None:
    wires = [((-0.6, y / 10), (0.6, y / 10 + 0.037)) for y in range(-5, 6, 2)]
    picture = draw_plate(wires, side)
    assert picture.size == (side, side)
    r = side / 2 - 4
    for (x0, y0), (x1, y1) in wires:
        for part in range(1, 20):
            x = round(side / 2 + r * (x0 + (x1 - x0) * part / 20))
            y = round(side / 2 + r * (y0 + (y1 - y0) * part / 20))
            assert picture.getpixel((x, y))
            assert thickness(picture, x, y, (0, 1)) >= 3
    ink = ImageChops.invert(picture.convert("L")).getbbox()
    assert ink is not None
    column = [bool(picture.getpixel((side // 2, y))) for y in range(side)]
    first = column.index(True)
    assert all(column[first : first + 4])


def test_wires_that_meet_stay_apart_where_they_do_not() -> None:
    picture = draw_plate([((-0.5, -0.1), (0.5, -0.1)), ((-0.5, 0.1), (0.5, 0.1))], 250)
    assert not picture.getpixel((125, 125))


@pytest.mark.parametrize("reader", [zxing, zbar])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_code_is_read_and_nothing_runs_over_the_edge(
    park: Park, ticketing: Ticketing, lang: str, paper: PaperName, reader: Callable[[Image.Image], set[str]]
) -> None:
    ticketing.print(park.find(CODE, lang), lang, plate=the_fullest())
    booking = park.find(CODE, lang)
    raster = ticketing.compose(booking, lang, paper)
    assert PAPERS[paper].height in (None, raster.height)
    picture = raster.image().convert("L")
    assert reader(_paper(picture)) == {ticketing.text(booking)}
    left, top, right, bottom = ImageChops.invert(picture).getbbox() or (0, 0, 0, 0)
    assert min(left, top) >= 6
    assert right <= raster.width - 6
    assert bottom <= raster.height - 6


def test_a_copy_shows_the_plate_that_the_first_paper_showed(park: Park, ticketing: Ticketing) -> None:
    booking = park.find(CODE, "zh")
    ticketing.print(booking, "zh", plate=a_flower())
    first = ticketing.compose(booking, "zh", "80mm")
    ticketing.print(booking, "zh", copy=True)
    ticketing.print(booking, "zh", copy=True, plate=a_line())
    assert ticketing.plate_of(booking.id) == a_flower()
    assert ticketing.compose(booking, "zh", "80mm").dots == first.dots


def test_a_ticket_that_was_printed_with_the_motif_stays_so(park: Park, ticketing: Ticketing) -> None:
    booking = park.find(CODE, "zh")
    plain = ticketing.compose(booking, "zh", "80mm")
    ticketing.print(booking, "zh")
    ticketing.print(booking, "zh", copy=True, plate=a_flower())
    assert ticketing.plate_of(booking.id) is None
    assert ticketing.compose(booking, "zh", "80mm").dots == plain.dots


@pytest.mark.parametrize("plate", [PlateDrawing(), PlateDrawing((), ((0.0, 0.0, "red"),), Stage.FILLED)])
def test_a_plate_without_a_wire_leaves_the_motif(park: Park, ticketing: Ticketing, plate: PlateDrawing) -> None:
    booking = park.find(CODE, "zh")
    ticketing.print(booking, "zh", plate=plate)
    assert ticketing.plate_of(booking.id) is None


@pytest.mark.parametrize(("lang", "label"), [("zh", "您的掐丝盘 · Your plate"), ("en", "Your plate · 您的掐丝盘")])
def test_one_line_says_whose_it_is(park: Park, lang: str, label: str) -> None:
    booking, site = park.find(CODE, lang), PrintedPark(None, lang)
    told = facts(booking, site, lang, text="", rule_other="", copy=False, plate=a_flower())
    assert told.plate_label == label
    assert facts(booking, site, lang, text="", rule_other="", copy=False).plate_label == ""


def test_a_plate_that_cannot_be_read_costs_nobody_a_ticket(
    park: Park, ticketing: Ticketing, caplog: pytest.LogCaptureFixture
) -> None:
    booking: BookingView = park.find(CODE, "zh")
    plain = ticketing.compose(booking, "zh", "80mm")
    ticketing.print(booking, "zh", plate=a_flower())
    with park.store.write() as session:
        session.execute(text("UPDATE ticket_drawings SET drawing = '{}'"))
    assert ticketing.compose(booking, "zh", "80mm").dots == plain.dots
    assert "can't be read" in caplog.text


def test_drawings_go_two_weeks_after_the_visit(park: Park, ticketing: Ticketing) -> None:
    booking = park.find(CODE, "zh")
    ticketing.print(booking, "zh", plate=a_flower())
    park.clock.pass_time(timedelta(days=14))
    ticketing.start()
    assert ticketing.plate_of(booking.id) is not None
    park.clock.pass_time(timedelta(days=1))
    assert print_jobs.forget_drawings(park.store, park.clock) == 1
    assert ticketing.plate_of(booking.id) is None
