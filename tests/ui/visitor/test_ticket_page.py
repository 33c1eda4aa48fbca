"""The ticket on the screen: readable by a scanner, and honest about the paper."""

import logging
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from db.store import StoreTrouble
from kiosk.events import PrintJobChanged
from tests.ui.conftest import OpenKiosk
from tests.ui.shell.a_park import Ear
from tests.ui.visitor.a_visit import Visit
from ui.visitor import ticket_page
from ui.visitor.ticket_page import TicketPageModel

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.ticketing import PrintJob

SMALL = (540, 960)


@pytest.fixture
def visitor(open_kiosk: OpenKiosk) -> Visit:
    """Somebody who has just confirmed a booking."""
    visit = Visit(open_kiosk(site="tianning", lang="en", size=SMALL))
    visit.go("session", {"id": str(visit.priced_session().id)})
    visit.tap("Continue")
    visit.tap("Confirm the booking")
    visit.kiosk.wait_for(lambda: ticket(visit).printState == "printed", "the paper")
    return visit


def ticket(visitor: Visit) -> TicketPageModel:
    return visitor.model(TicketPageModel)


def jobs(visitor: Visit) -> "tuple[PrintJob, ...]":
    return visitor.asked(lambda app: app.ticketing.jobs())


def put(visitor: Visit, state: str, reason: str = "") -> None:
    """The printer says what has become of the last ticket."""

    def change(app: "App") -> None:
        from kiosk.ticketing import print_jobs

        job = print_jobs.set_state(app.store, app.clock, app.ticketing.jobs()[0].id, state, reason=reason)  # type: ignore[arg-type]  # a JobState
        app.events.publish(PrintJobChanged(job.id, job.state))

    visitor.asked(change)


def as_pillow(image: QImage) -> Image.Image:
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Image.frombytes("L", (plain.bytesPerLine(), plain.height()), bytes(plain.constBits()))


def test_it_shows_when_what_for_whom_and_what_to_do_now(visitor: Visit) -> None:
    booking = visitor.booking(visitor.params["code"])
    view = booking.session
    for words in (
        f"{view.local_start:%H:%M}",
        view.workshop_name,
        "Saturday 6 June",
        "1 × Adult",
        ticket(visitor).code,
    ):
        assert visitor.sees(words)
    assert visitor.sees(f"¥{booking.total_fen // 100}, to pay at the desk")
    assert visitor.sees(f"Pay ¥{booking.total_fen // 100} at the desk before it starts.")
    assert visitor.sees(f"Refund: {booking.refund_rule}")
    assert visitor.sees("QR code of the ticket")
    assert ticket(visitor).code.replace("-", "") == booking.code


def test_both_readers_read_the_code_from_the_screen(visitor: Visit) -> None:
    import zxingcpp
    from pyzbar import pyzbar

    picture = as_pillow(visitor.kiosk.picture())
    booking = visitor.booking(visitor.params["code"])
    text = visitor.asked(lambda app: app.ticketing.text(booking))
    assert text in {found.text for found in zxingcpp.read_barcodes(picture)}
    assert text in {found.data.decode() for found in pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.QRCODE])}


def test_the_line_about_the_paper_follows_the_printer(visitor: Visit) -> None:
    kiosk = visitor.kiosk
    assert visitor.sees("Your ticket has been printed.")
    put(visitor, "unknown", "no_answer")
    kiosk.wait_for(lambda: visitor.sees("If no paper came out, this screen is as good: photograph it."), "unknown")
    put(visitor, "failed", "fault")
    kiosk.wait_for(lambda: visitor.sees("The printer is resting. Your booking stands: photograph this screen, …"), "so")
    assert visitor.sees("Photograph this screen, or note the code.")
    put(visitor, "expired", "stale")
    assert ticket(visitor).printState == "failed"


def test_a_ticket_that_waits_for_paper_is_not_called_being_printed(visitor: Visit) -> None:
    put(visitor, "queued", "paper_out")
    visitor.kiosk.wait_for(lambda: visitor.sees("The printer has run out of paper. Your booking stands: …"), "no paper")
    assert not visitor.sees("Your ticket is being printed.")
    put(visitor, "sending")
    visitor.kiosk.wait_for(lambda: visitor.sees("Your ticket is being printed."), "it goes on")


def test_printing_again_makes_a_marked_copy_and_waits_for_the_one_under_way(visitor: Visit) -> None:
    visitor.tap("Print again")
    visitor.kiosk.wait_for(lambda: ticket(visitor).printState == "printed", "the copy")
    copy, first = jobs(visitor)[:2]
    assert (first.copy, copy.copy) == (False, True)
    put(visitor, "sending")
    visitor.kiosk.wait_for(lambda: not ticket(visitor).canPrint, "one is under way")
    assert not visitor.sees("Print again")


def test_a_ticket_looked_up_later_is_not_printed_by_itself(visitor: Visit) -> None:
    code = visitor.params["code"]
    visitor.kiosk.program.shell.reset()
    visitor.kiosk.settle()
    before = len(jobs(visitor))
    visitor.go("ticket", {"code": code})
    assert ticket(visitor).printState == "printed"
    assert len(jobs(visitor)) == before


def test_a_ticket_is_heard_when_it_is_printed_and_not_when_it_is_looked_at(open_kiosk: OpenKiosk) -> None:
    ear = Ear()
    visit = Visit(open_kiosk(site="tianning", lang="en", size=SMALL, player=ear))
    visit.go("session", {"id": str(visit.priced_session().id)})
    visit.tap("Continue")
    assert ear.heard == [("tap", 0.6)]
    visit.tap("Confirm the booking")
    visit.kiosk.wait_for(lambda: ("ticket", 0.6) in ear.heard, "the printer")
    code = visit.params["code"]
    visit.kiosk.program.shell.reset()
    visit.kiosk.settle()
    ear.heard.clear()
    visit.go("ticket", {"code": code})
    assert ticket(visit).printState == "printed"
    assert ear.heard == []


def confirming(open_kiosk: OpenKiosk) -> Visit:
    visit = Visit(open_kiosk(site="tianning", lang="en", size=SMALL))
    visit.go("session", {"id": str(visit.priced_session().id)})
    visit.tap("Continue")
    return visit


def test_a_ticket_just_made_asks_nothing(open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(ticket_page, "ask_ticket", lambda app, code, *_, **__: asked.append(code))
    visit = confirming(open_kiosk)
    visit.tap("Confirm the booking")
    visit.kiosk.wait_for(lambda: ticket(visit).printState == "printed", "the paper")
    assert ticket(visit).known
    assert visit.sees("Your ticket has been printed.")
    assert asked == []


def test_a_printer_that_breaks_the_database_costs_nobody_the_booking(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch, qt_warnings: list[logging.LogRecord]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreTrouble("full", "database or disk is full")

    visit = confirming(open_kiosk)
    monkeypatch.setattr("kiosk.ticketing.Ticketing.print", full)
    visit.tap("Confirm the booking")
    visit.kiosk.wait_for(lambda: visit.page == "ticket" and ticket(visit).known, "the ticket")
    assert visit.booking(visit.params["code"]).state == "confirmed"
    assert ticket(visit).printState == "failed"
    assert ["could not be made" in record.getMessage() for record in qt_warnings] == [True]
    qt_warnings.clear()


def test_a_ticket_nobody_printed_says_that_the_screen_is_enough(open_kiosk: OpenKiosk) -> None:
    visitor = Visit(open_kiosk(site="tianning", lang="en", size=SMALL))
    booking = visitor.booked(visitor.priced_session().id)
    visitor.go("ticket", {"code": booking.code})
    assert visitor.sees("This screen is your ticket; paper is there if you want it.")
    visitor.tap("Print it")
    visitor.kiosk.wait_for(lambda: ticket(visitor).printState == "printed", "the paper")


def test_a_booking_cancelled_at_the_desk_meanwhile_shows_no_code_any_more(visitor: Visit) -> None:
    code = visitor.params["code"]
    visitor.asked(lambda app: app.booking.cancel(code, "en"))
    visitor.kiosk.wait_for(lambda: not ticket(visitor).valid, "the news")
    assert visitor.sees("This booking has been cancelled. Its ticket no longer lets anybody in.")
    assert not visitor.sees("QR code of the ticket")
    assert not visitor.sees("Print again")


def test_done_leads_home_and_back_leads_home_too(visitor: Visit) -> None:
    code = visitor.params["code"]
    visitor.tap("Done")
    assert visitor.page == "home"
    visitor.go("ticket", {"code": code})
    visitor.tap("Back")
    assert visitor.page == "home"


def test_a_change_of_language_in_its_place(visitor: Visit) -> None:
    model = ticket(visitor)
    modules = model.modules
    visitor.tap("中文")
    assert ticket(visitor) is model
    assert visitor.sees("订好了")
    assert visitor.sees("您的票已打印。")
    assert model.modules == modules


def test_it_is_read_aloud_with_its_code_sign_by_sign(visitor: Visit) -> None:
    model = ticket(visitor)
    assert " ".join(model.code.replace("-", ",")) in model.readAloud
    assert model.what in model.readAloud
