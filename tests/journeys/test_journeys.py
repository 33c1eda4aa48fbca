"""From a dark screen to a paper ticket in the hand, and what may come between."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage

from kiosk.clock import SetClock
from tests.journeys import walks
from tests.journeys.paper import picture_of, zbar, zxing
from tests.kiosk.devices.test_printers import ReceiptPrinter
from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit, outside
from ui.commandline import main
from ui.visitor.review_page import ReviewPageModel
from ui.visitor.ticket_page import TicketPageModel

PORTRAIT, LANDSCAPE = (540, 960), (960, 540)
MOST_TAPS = 5


@pytest.mark.parametrize(
    ("site", "lang", "size"),
    [
        ("tianning", "zh", (1080, 1920)),
        ("enamel", "en", (1920, 1080)),
        ("erqi", "en", PORTRAIT),
        ("shougang", "zh", LANDSCAPE),
    ],
)
def test_five_taps_from_the_attract_screen_to_a_printed_ticket_that_every_door_knows(
    open_kiosk: OpenKiosk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    site: str,
    lang: str,
    size: tuple[int, int],
) -> None:
    visit = Visit(open_kiosk(site=site, lang=lang, size=size))
    code = walks.one_person(visit)
    assert visit.taps <= MOST_TAPS
    pdf = walks.paper(visit)
    booking = visit.booking(code)
    assert (booking.heads, booking.state) == (1, "confirmed")
    text = visit.asked(lambda app: app.ticketing.text(booking))
    picture = picture_of(pdf, tmp_path / "paper")
    assert zbar(picture) == zxing(picture) == {text}
    capsys.readouterr()
    assert main(["--home", str(tmp_path), "ticket", "verify", text, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["genuine"], told["site"], told["heads"]) == (True, site, 1)
    assert (told["state"], told["used"], told["code"].replace("-", "")) == ("valid", False, code)


@pytest.mark.parametrize(("lang", "size"), [("zh", LANDSCAPE), ("en", PORTRAIT)])
def test_a_family_books_moves_prints_again_and_gives_it_up(
    open_kiosk: OpenKiosk, lang: str, size: tuple[int, int]
) -> None:
    visit = Visit(open_kiosk(site="tianning", lang=lang, size=size))
    first = walks.family(visit)
    walks.paper(visit)
    booked = visit.booking(first)
    assert [(line.category, line.count) for line in booked.lines] == [("adult", 2), ("child", 1)]
    quote = visit.asked(lambda app: app.booking.quote(booked.session.id, {"adult": 2, "child": 1}, lang))
    assert booked.total_fen == quote.total_fen

    walks.done(visit)
    walks.look_up(visit, first)
    second = walks.move(visit)
    walks.paper(visit)
    assert visit.booking(first).moved_to == second
    assert visit.session(booked.session.id).free == booked.session.free + 3

    walks.done(visit)
    mine = walks.look_up(visit, second)
    visit.tap(visit.said("MyBookingPage", "Print the ticket again"))
    visit.kiosk.wait_for(lambda: mine.printed != "", "the copy")
    jobs = visit.asked(lambda app: [job for job in app.ticketing.jobs() if job.booking_code == second])
    assert [job.copy for job in jobs] == [True, False]

    to_pay = mine.price
    visit.asked(lambda app: app.booking.pay(second, app.booking.find(second, lang).total_fen, "cash", lang))
    visit.kiosk.wait_for(lambda: mine.price != to_pay, "the payment")
    visit.tap(visit.said("MyBookingPage", "Cancel the booking"))
    back = mine.refund
    visit.tap(visit.said("MyBookingPage", "Yes, cancel it"))
    assert visit.booking(second).state == "cancelled"
    assert back in mine.stateLine
    assert visit.session(visit.booking(second).session.id).free == visit.booking(second).session.capacity


def test_a_hold_that_ends_on_the_review_is_held_anew_and_booked(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    visit = Visit(open_kiosk(site="tianning", lang="zh", size=PORTRAIT))
    walks.wake(visit)
    visit.tap("订座: …")
    visit.tap("继续")
    model = visit.model(ReviewPageModel)
    for _ in range(3):  # whoever reads on touches the page now and then; who doesn't is asked whether they are there
        clock.pass_time(timedelta(seconds=61))
        visit.kiosk.tap_at(QPoint(PORTRAIT[0] // 2, 20))
    visit.kiosk.wait_for(lambda: visit.sees("时间到了"), "the end of the hold")
    assert not model.held
    visit.tap("再次保留座位")
    visit.tap("确认预订")
    assert visit.page == "ticket"


def test_no_paper_costs_nobody_a_booking_and_comes_out_after_the_refill(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    printer = ReceiptPrinter(rows_left=0)
    try:
        (tmp_path / "kiosk.toml").write_text(
            f'[printer]\nkind = "tcp"\nhost = "127.0.0.1"\nport = {printer.port}\n', encoding="utf-8"
        )
        visit = Visit(open_kiosk(site="tianning", lang="en", size=PORTRAIT))
        code = walks.one_person(visit)
        model = visit.model(TicketPageModel)
        visit.kiosk.wait_for(lambda: model.printState == "failed", "the printer's answer")
        assert visit.sees("The printer has run out of paper. Your booking stands: photograph this screen, …")
        assert visit.sees("QR code of the ticket")
        assert visit.booking(code).state == "confirmed"
        assert printer.cuts == 0
        printer.rows_left = 100_000
        visit.kiosk.wait_for(lambda: model.printState == "printed", "the ticket after the refill")
        assert visit.sees("Your ticket has been printed.")
        assert printer.cuts == 1
        visit.kiosk.program.close()
    finally:
        printer.close()


@pytest.mark.parametrize(("lang", "size"), [("zh", PORTRAIT), ("en", LANDSCAPE)])
def test_by_keyboard_alone_and_the_focus_is_always_seen(
    open_kiosk: OpenKiosk, lang: str, size: tuple[int, int]
) -> None:
    visit = Visit(open_kiosk(site="enamel", lang=lang, size=size))
    kiosk = visit.kiosk
    kiosk.press(Qt.Key.Key_Return)
    kiosk.settle()
    assert visit.page == "home"

    def tab_to(name: str) -> None:
        begins = name.removesuffix("…")
        for _ in range(60):
            before = kiosk.picture()
            kiosk.press(Qt.Key.Key_Tab)
            assert_focus_is_seen(visit, before)
            if any(seen.focused and seen.name.startswith(begins) for seen in kiosk.seen()):
                return
        raise AssertionError(f"Tab never came to {name}")

    tab_to(visit.said("HomePage", "Book") + ": …")
    kiosk.press(Qt.Key.Key_Return)
    kiosk.settle()
    assert visit.page == "session"
    tab_to(visit.said("SessionPage", "More people"))
    kiosk.press(Qt.Key.Key_Return)
    kiosk.settle()
    tab_to("儿童" if lang == "zh" else "Child")
    kiosk.press(Qt.Key.Key_Up)
    kiosk.settle()
    tab_to(visit.said("PartyPage", "Continue"))
    kiosk.press(Qt.Key.Key_Return)
    kiosk.settle()
    assert visit.page == "review"
    tab_to(visit.said("ReviewPage", "Confirm the booking"))
    kiosk.press(Qt.Key.Key_Return)
    kiosk.settle()
    assert visit.page == "ticket"
    assert visit.booking(visit.params["code"]).heads == 2
    tab_to(visit.said("TicketPage", "Done"))
    kiosk.press(Qt.Key.Key_Return)
    kiosk.settle()
    assert visit.page == "home"


def assert_focus_is_seen(visit: Visit, before: QImage) -> None:
    """What has the focus lies on the screen, nothing clips it, and it looks other than it did without the focus."""
    item = visit.kiosk.program.window.activeFocusItem()
    assert item is not None
    visit.rest(item)
    assert outside(item) == "", f"{item} has the focus and cannot be seen"
    margin = 6
    place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).toAlignedRect()
    place.adjust(-margin, -margin, margin, margin)
    assert visit.kiosk.picture().copy(place) != before.copy(place), f"{item} has the focus and looks as before"


def test_who_walks_away_leaves_nothing_behind(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    visit = Visit(open_kiosk(site="tianning", lang="en", size=PORTRAIT))
    walks.wake(visit)
    view = visit.sessions()[0]
    visit.tap("Book: …")
    visit.tap("Continue")
    visit.tap("Leave a name (optional)")
    visit.tap("What may we call you?")
    visit.kiosk.type("Ming")
    program = visit.kiosk.program
    for _ in range(90 + 30):
        clock.pass_time(timedelta(seconds=1))
        program.idle.look()
    visit.kiosk.wait_for(lambda: visit.page == "attract", "the attract screen")
    visit.kiosk.settle()
    assert program.shell.visitor.details == {}
    assert program.shell.visitor.hold is None
    assert visit.session(view.id).free == view.free
    walks.wake(visit)
    assert "Ming" not in " ".join(visit.kiosk.names())
