"""Whatever the booking room refuses, a visitor is told in a sentence: never the text of an error."""

from inspect import isclass
from uuid import uuid4

import pytest

from kiosk import booking
from tests.ui.conftest import OpenKiosk
from ui.visitor.sentences import _SAYS, trouble

ANY = uuid4()
REFUSALS: tuple[booking.BookingError, ...] = (
    booking.SoldOut(ANY, 3, 0),
    booking.SoldOut(ANY, 3, 1),
    booking.HoldExpired(ANY),
    booking.SessionClosed(""),
    booking.PartyRefused(("A child comes with an adult.",)),
    booking.TooLateToChange(""),
    booking.ChangedMeanwhile("77777777X", 1, 2),
    booking.BadCode("?"),
    booking.UnknownBooking("77777777X"),
    booking.UnknownSession(ANY),
    booking.ClockDoubtful("2020-01-01", "2026-01-01"),
)
ONLY_STAFF = {booking.CapacityTooSmall}
"""What no visitor can cause."""


def test_every_refusal_of_the_booking_room_has_its_sentence() -> None:
    named = {thing for name in booking.__all__ if isclass(thing := getattr(booking, name))}
    refusals = {kind for kind in named if issubclass(kind, booking.BookingError)} - {booking.BookingError} - ONLY_STAFF
    assert {kind.__name__ for kind in refusals} == set(_SAYS)
    assert {type(refusal) for refusal in REFUSALS} == refusals


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_is_calm_in_both_languages_and_shows_no_innards(open_kiosk: OpenKiosk, lang: str) -> None:
    open_kiosk(site="tianning", lang=lang, size=(270, 480))
    for refusal in REFUSALS:
        met = trouble(refusal)
        assert met.code
        assert met.text
        assert str(ANY) not in met.text
        if not isinstance(refusal, booking.PartyRefused):
            assert any("一" <= sign <= "鿿" for sign in met.text) == (lang == "zh"), met.text


def test_what_is_nobodys_named_error_sends_to_the_desk() -> None:
    met = trouble(ZeroDivisionError("division by zero"))
    assert met.code == "at_the_desk"
    assert "zero" not in met.text


def test_an_error_of_the_same_name_from_elsewhere_is_not_taken_for_one() -> None:
    class SoldOut(Exception):
        pass

    assert trouble(SoldOut()).code == "at_the_desk"
