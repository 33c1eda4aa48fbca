"""«Keep my plate»: the visitor is told a code and what happens then, and tickets made after it show the plate."""

import pytest

from db.store import StoreTrouble
from kiosk.gallery import Gallery, Keepsake
from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit
from tests.ui.visitor.test_move_page import bookable
from tests.ui.visitor.test_play_page import in_sight, model_of, runner_of
from ui.interactives.plate.plate_hands import FILL, FIRE, WIRE, PlateHands
from ui.shell.visitor_session import PLATE_NOTE
from ui.visitor.move_page import MovePageModel
from ui.visitor.ticket_page import TicketPageModel

BIG = (1080, 1920)


@pytest.fixture
def visit(open_kiosk: OpenKiosk) -> Visit:
    """Somebody whose plate is wired and filled, and lies before the kiln."""
    visit = Visit(open_kiosk(site="enamel", lang="en", size=BIG))
    visit.go("play", {"slug": "plate"})
    a_plate(visit)
    return visit


def hands_of(visit: Visit) -> PlateHands:
    hands = model_of(visit.kiosk).hands
    assert isinstance(hands, PlateHands)
    return hands


def a_plate(visit: Visit) -> None:
    hands = hands_of(visit)
    for _ in range(3):
        runner_of(visit.kiosk).push("strike")
    hands.goTo(WIRE)
    runner_of(visit.kiosk).push("pattern")
    hands.goTo(FILL)
    hands.fillRest()
    hands.goTo(FIRE)
    visit.kiosk.picture()


def keep(visit: Visit) -> None:
    in_sight(visit.kiosk, "Keep my plate")
    visit.kiosk.tap("Keep my plate")
    visit.kiosk.settle()
    visit.kiosk.picture()


def waiting(visit: Visit) -> tuple[Keepsake, ...]:
    return visit.asked(lambda app: app.gallery.waiting("enamel"))


def printed(visit: Visit) -> object:
    """Book, and say which plate is on the ticket."""
    visit.go("session", {"id": str(visit.sessions()[0].id)})
    visit.tap("Continue")
    visit.tap("Confirm the booking")
    visit.kiosk.wait_for(lambda: visit.page == "ticket" and visit.model(TicketPageModel).known, "the ticket")
    booking = visit.booking(visit.params["code"])
    return visit.asked(lambda app: app.ticketing.plate_of(booking.id))


def test_the_visitor_is_told_the_code_and_what_happens_then(visit: Visit) -> None:
    drawing = hands_of(visit).plate.drawing
    keep(visit)
    (kept,) = waiting(visit)
    assert kept.drawing == drawing
    told = f"Kept as {kept.code}. It may be shown here once our staff have looked at it."
    assert visit.kiosk.find(f"{told}…").name.startswith(told)
    assert told in model_of(visit.kiosk).readAloud
    visit.kiosk.program.shell.set_language("zh")
    visit.kiosk.settle()
    assert visit.kiosk.find(f"已留存，编号 {kept.code}。…").name.endswith("现在订座，票上也会印出它。")


def test_whoever_goes_on_and_keeps_again_has_one_plate_and_is_told_its_code(visit: Visit) -> None:
    keep(visit)
    (first,) = waiting(visit)
    hands_of(visit).goTo(FILL)
    hands_of(visit).tools.chooseColour("red")
    hands_of(visit).tap(0, 0)
    hands_of(visit).goTo(FIRE)
    visit.kiosk.picture()
    keep(visit)
    (second,) = waiting(visit)
    assert second.drawing == hands_of(visit).plate.drawing != first.drawing
    assert hands_of(visit).keptWords.startswith(f"Kept as {second.code}.")
    model_of(visit.kiosk).startAgain()
    a_plate(visit)
    keep(visit)
    assert len(waiting(visit)) == 2


def test_a_ticket_booked_after_it_shows_the_plate_and_its_copy_too(visit: Visit) -> None:
    drawing = hands_of(visit).plate.drawing
    keep(visit)
    assert visit.kiosk.program.shell.visitor.notes[PLATE_NOTE] == drawing
    assert printed(visit) == drawing
    visit.kiosk.program.shell.reset()
    visit.kiosk.settle()
    assert PLATE_NOTE not in visit.kiosk.program.shell.visitor.notes
    assert printed(visit) is None, "the next visitor's ticket has the park's motif"


def test_a_plate_that_was_not_kept_is_on_no_ticket(visit: Visit) -> None:
    assert printed(visit) is None


def test_a_booking_that_is_moved_takes_its_plate_along(visit: Visit) -> None:
    keep(visit)
    drawing = printed(visit)
    visit.kiosk.program.shell.reset()
    visit.kiosk.settle()
    code = next(booking.code for booking in visit.asked(lambda app: app.booking.bookings("enamel", "en")))
    visit.go("move", {"code": code})
    target = bookable(visit.model(MovePageModel))[0]
    visit.tap(target.spoken)
    visit.tap("Move to " + target.time)
    visit.kiosk.wait_for(lambda: visit.page == "ticket" and visit.model(TicketPageModel).known, "the new ticket")
    moved = visit.booking(visit.params["code"])
    assert moved.code != code
    assert visit.asked(lambda app: app.ticketing.plate_of(moved.id)) == drawing


def test_a_full_disk_is_told_and_can_be_tried_again(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreTrouble("full", "database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Gallery, "keep", full)
        keep(visit)
    assert visit.sees("The gallery can't take it just now. Book now, and your ticket shows it.")
    assert visit.kiosk.program.shell.visitor.notes[PLATE_NOTE] == hands_of(visit).plate.drawing
    keep(visit)
    assert len(waiting(visit)) == 1
