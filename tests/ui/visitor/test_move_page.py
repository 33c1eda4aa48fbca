"""Moving a booking: one tap picks, one moves, and there is exactly one booking before and after."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit
from ui.visitor.move_page import MovePageModel, OfferRow

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.app import App
    from kiosk.booking import BookingView

SMALL = (540, 960)


@pytest.fixture
def visitor(open_kiosk: OpenKiosk) -> Visit:
    """Somebody at a kiosk in English."""
    return Visit(open_kiosk(site="tianning", lang="en", size=SMALL))


def moving(visitor: Visit, count: int = 1, *, paid: bool = False) -> "tuple[BookingView, MovePageModel]":
    booking = visitor.booked(visitor.priced_session().id, count, paid=paid)
    visitor.go("mybooking", {"code": booking.code})
    visitor.tap("Move to another session")
    return booking, visitor.model(MovePageModel)


def bookable(model: MovePageModel) -> list[OfferRow]:
    return [row for row in model.offers.rows if row.bookable]


def set_price(visitor: Visit, session_id: "UUID", fen: int) -> None:
    def write(app: "App") -> None:
        from db.models import Session

        with app.store.write() as db:
            db.get_one(Session, session_id).price_fen = fen

    visitor.asked(write)


def test_it_offers_the_workshops_other_sessions_and_none_is_picked(visitor: Visit) -> None:
    booking, model = moving(visitor)
    view = booking.session
    assert visitor.sees("Booked now: Today, Saturday 6 June · " + f"{view.local_start:%H:%M}–{view.local_end:%H:%M}")
    others = [str(other.id) for other in visitor.sessions(view.workshop) if other.id != view.id]
    assert [row.id for row in bookable(model)] == others
    assert not visitor.kiosk.find("Choose a session").enabled


def test_one_tap_picks_and_one_moves_and_the_new_ticket_is_printed(visitor: Visit) -> None:
    booking, model = moving(visitor, 2)
    target = bookable(model)[0]
    visitor.tap(target.spoken)
    assert visitor.sees("Move to " + target.time)
    assert model.difference == "The price stays the same."
    visitor.tap("Move to " + target.time)
    assert visitor.page == "ticket"
    new = visitor.booking(visitor.params["code"])
    assert str(new.session.id) == target.id
    assert new.heads == 2
    old = visitor.booking(booking.code)
    assert (old.state, old.moved_to) == ("moved", new.code)
    assert visitor.session(booking.session.id).free == booking.session.free + 2
    assert visitor.asked(lambda app: app.ticketing.jobs()[0]).booking_code == new.code


def test_back_from_the_new_ticket_does_not_lead_to_the_move_again(visitor: Visit) -> None:
    _, model = moving(visitor)
    target = bookable(model)[0]
    visitor.tap(target.spoken)
    visitor.tap("Move to " + target.time)
    visitor.tap("Back")
    assert visitor.page == "home"


def test_asked_twice_it_moves_once(visitor: Visit) -> None:
    booking, model = moving(visitor)
    visitor.tap(bookable(model)[0].spoken)
    for _ in range(4):
        model.confirm()
    visitor.kiosk.settle()
    everything = visitor.asked(lambda app: app.booking.bookings("tianning", "en"))
    assert sorted(found.state for found in everything if found.session.workshop == booking.session.workshop) == [
        "confirmed",
        "moved",
    ]


def test_another_day(visitor: Visit) -> None:
    _, model = moving(visitor)
    visitor.tap("Tomorrow, Sunday 7 June…")
    assert bookable(model)
    assert all(row.name == "Tomorrow, Sunday 7 June" for row in model.offers.rows)


@pytest.mark.parametrize(
    ("paid", "by", "said"),
    [
        (False, 1000, "¥10 more, to pay at the desk."),
        (False, -1000, "¥10 less to pay."),
        (True, -1000, "¥10 less: you get it back at the desk."),
    ],
)
def test_a_difference_in_price_is_said_before_it_is_moved(visitor: Visit, paid: bool, by: int, said: str) -> None:
    booking, model = moving(visitor, paid=paid)
    other = next(view for view in visitor.sessions(booking.session.workshop) if view.id != booking.session.id)
    set_price(visitor, other.id, booking.total_fen + by)
    model.refresh()
    visitor.kiosk.settle()
    visitor.tap(bookable(model)[0].spoken)
    assert model.difference == said
    assert bookable(model)[0].price == ("¥10 more" if by > 0 else "¥10 less")


def test_a_session_that_is_full_meanwhile_is_refused_and_the_booking_stays(visitor: Visit) -> None:
    booking, model = moving(visitor)
    other = next(view for view in visitor.sessions(booking.session.workshop) if view.id != booking.session.id)
    visitor.tap(next(row.spoken for row in bookable(model) if row.id == str(other.id)))
    follow, model._follows = model._follows, []  # the news has not reached this screen yet
    for stop in follow:
        stop()
    visitor.sell_out(other.id)
    visitor.tap(model.action)
    assert visitor.page == "move"
    assert model.troubleCode == "sold_out"
    assert visitor.sees(model.trouble)
    assert visitor.booking(booking.code).state == "confirmed"


def test_seats_follow_and_a_full_session_is_no_longer_picked(visitor: Visit) -> None:
    booking, model = moving(visitor)
    other = next(view for view in visitor.sessions(booking.session.workshop) if view.id != booking.session.id)
    visitor.tap(next(row.spoken for row in bookable(model) if row.id == str(other.id)))
    assert model.ready
    visitor.sell_out(other.id)
    visitor.kiosk.wait_for(lambda: not model.ready, "the pick to go")
    assert visitor.sees("Choose a session")


def test_a_party_finds_a_session_with_too_few_seats_closed_to_it(visitor: Visit) -> None:
    booking, model = moving(visitor, 3)
    other = next(view for view in visitor.sessions(booking.session.workshop) if view.id != booking.session.id)
    visitor.take_seats(other.id, other.free - 2)
    row_is_closed = lambda: not next(row for row in model.offers.rows if row.id == str(other.id)).bookable  # noqa: E731
    visitor.kiosk.wait_for(row_is_closed, "the row to close")


def test_a_change_of_language_keeps_what_is_picked(visitor: Visit) -> None:
    _, model = moving(visitor)
    target = bookable(model)[0]
    visitor.tap(target.spoken)
    visitor.tap("中文")
    assert visitor.model(MovePageModel) is model
    assert visitor.sees("改到 " + target.time)
    assert model.difference == "价格不变。"


def test_picked_and_moved_by_keyboard(visitor: Visit) -> None:
    _, model = moving(visitor)
    target = bookable(model)[0]

    def tab_to(name: str) -> None:
        for _ in range(60):
            if any(seen.focused and seen.name == name for seen in visitor.kiosk.seen()):
                return
            visitor.kiosk.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name}")

    tab_to(target.spoken)
    visitor.kiosk.press(Qt.Key.Key_Return)
    tab_to("Move to " + target.time)
    visitor.kiosk.press(Qt.Key.Key_Return)
    visitor.kiosk.settle()
    assert visitor.page == "ticket"
