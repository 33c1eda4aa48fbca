"""Finding a booking: by its signs, by a keyboard, by a scanner; what is not one says so."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit
from ui.visitor.find_page import FindPageModel
from ui.visitor.my_booking_page import MyBookingPageModel

SMALL = (540, 960)
NOBODYS = "77777777X"
"""A good code that no booking has."""


@pytest.fixture
def visitor(open_kiosk: OpenKiosk) -> Visit:
    """Somebody who has come to look a booking up."""
    visit = Visit(open_kiosk(site="tianning", lang="en", size=SMALL))
    visit.go("find")
    return visit


def keys(visitor: Visit) -> FindPageModel:
    return visitor.model(FindPageModel)


def test_a_code_is_typed_on_its_own_keypad_and_shown_in_its_groups(visitor: Visit) -> None:
    assert not visitor.kiosk.find("Find my booking").enabled
    for sign in "7K3M9":
        visitor.tap(sign)
    assert keys(visitor).typed == "7K3M-9"
    assert visitor.sees("Your code: 7K3M-9")
    visitor.tap("Erase the last sign")
    assert keys(visitor).typed == "7K3M"
    visitor.tap("Start again")
    assert keys(visitor).empty
    assert not visitor.sees("Start again")


def test_a_booking_is_found_by_its_code(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    for sign in booking.code:
        visitor.tap(sign)
    visitor.tap("Find my booking")
    assert (visitor.page, visitor.params) == ("mybooking", {"code": booking.code})
    assert visitor.model(MyBookingPageModel).what == booking.session.workshop_name


def test_a_keyboard_types_small_letters_and_what_is_meant_is_understood(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    meant = booking.code.lower().replace("0", "o").replace("1", "l")
    visitor.kiosk.type(meant)
    visitor.kiosk.press(Qt.Key.Key_Return)
    visitor.kiosk.settle()
    assert visitor.params == {"code": booking.code}


def test_a_mistyped_code_says_that_it_is_none_and_the_next_key_takes_that_away(visitor: Visit) -> None:
    visitor.kiosk.type(NOBODYS[:-1] + "Y")
    visitor.tap("Find my booking")
    assert visitor.sees("This is not a booking code. One sign may be mistyped: please compare it again.")
    visitor.tap("Erase the last sign")
    assert keys(visitor).trouble == ""


def test_a_code_that_nobody_has_says_so(visitor: Visit) -> None:
    visitor.kiosk.type(NOBODYS)
    visitor.tap("Find my booking")
    assert visitor.page == "find"
    assert visitor.sees("No booking of this park has this code. Please compare it, or ask the desk.")


def test_a_booking_of_another_park_is_not_shown_here(visitor: Visit) -> None:
    visitor.site = "enamel"
    elsewhere = visitor.booked(visitor.priced_session().id)
    visitor.kiosk.type(elsewhere.code)
    visitor.tap("Find my booking")
    assert visitor.page == "find"
    assert keys(visitor).troubleCode == "unknown_booking"


def test_a_ticket_held_to_the_scanner_is_found(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    text = visitor.asked(lambda app: app.ticketing.text(booking))
    visitor.kiosk.type(text)
    visitor.kiosk.press(Qt.Key.Key_Return)
    visitor.kiosk.settle()
    assert (visitor.page, visitor.params) == ("mybooking", {"code": booking.code})


def test_a_scanned_code_that_is_no_ticket_says_so_and_leaves_no_signs(visitor: Visit) -> None:
    visitor.kiosk.type("HTTPS://EXAMPLE.ORG/A-MENU-OF-A-TEA-HOUSE")
    visitor.kiosk.press(Qt.Key.Key_Return)
    visitor.kiosk.settle()
    assert visitor.sees("This is not a ticket of this park. Please type the code, or ask the desk.")
    assert keys(visitor).empty


def test_a_ticket_is_found_although_a_key_was_touched_before(visitor: Visit) -> None:
    booking = visitor.booked(visitor.priced_session().id)
    text = visitor.asked(lambda app: app.ticketing.text(booking))
    visitor.tap("7")
    visitor.kiosk.type(text)
    visitor.kiosk.press(Qt.Key.Key_Return)
    visitor.kiosk.settle()
    assert visitor.params == {"code": booking.code}


def test_a_change_of_language_keeps_what_was_typed(visitor: Visit) -> None:
    model = keys(visitor)
    visitor.tap("7")
    visitor.tap("中文")
    assert keys(visitor) is model
    assert model.typed == "7"
    assert visitor.sees("查找预订")


def test_the_keypad_by_tab_and_space(visitor: Visit) -> None:
    for _ in range(60):
        if any(seen.focused and seen.name == "A" for seen in visitor.kiosk.seen()):
            break
        visitor.kiosk.press(Qt.Key.Key_Tab)
    visitor.kiosk.press(Qt.Key.Key_Space)
    assert keys(visitor).typed == "A"
