"""What went wrong, as a sentence for a visitor: made from the fields of the named errors, never from their text.

`code` is stable, for pages and tests; `text` is calm, says what to do now, and is in the visitor's language. What is
nobody's named error is ours or the machine's: the background runner has logged it, and the visitor is sent to the desk.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from kiosk.booking import SessionView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Trouble:
    """A failure as a page shows it. `instead` is the session that is offered in its place, where there is one."""

    code: str
    text: str
    instead: "SessionView | None" = None


def trouble(error: Exception) -> Trouble:
    """What a visitor is told about `error`, whatever it is."""
    says = _SAYS.get(type(error).__name__) if type(error).__module__.startswith("kiosk.booking") else None
    return says(error) if says else Trouble("at_the_desk", at_the_desk())


def at_the_desk() -> str:
    """What is said when nothing can be booked or changed here."""
    return translate("Troubles", "Booking is resting on this screen. Please go to the desk: they can help you there.")


def hold_expired() -> Trouble:
    """The time for which the seats were held is over."""
    return Trouble(
        "hold_expired",
        translate("Troubles", "The time is over, and the places are free again. You can hold them anew."),
    )


def _sold_out(error: Any) -> Trouble:
    free = int(error.free)
    if free:
        left = translate("Troubles", "only %n place(s) are left", None, free)
        said = translate("Troubles", "You wanted {wanted}, and {left} here.").format(wanted=error.wanted, left=left)
    else:
        said = translate("Troubles", "The last places have just gone to someone else.")
    return Trouble("sold_out", said, error.next_free)


def _session_closed(error: Any) -> Trouble:
    said = error.reason or translate("Troubles", "This session can no longer be booked here.")
    return Trouble("session_closed", said)


def _too_late(error: Any) -> Trouble:
    said = error.reason or translate("Troubles", "It is too late to change this here. Please ask the desk.")
    return Trouble("too_late", said)


def bad_code(_: Any = None) -> Trouble:
    """What was typed is no code: its check sign does not fit."""
    return Trouble(
        "bad_code",
        translate("Troubles", "This is not a booking code. One sign may be mistyped: please compare it again."),
    )


def unknown_booking(_: Any = None) -> Trouble:
    """A good code, and no booking."""
    return Trouble(
        "unknown_booking",
        translate("Troubles", "No booking of this park has this code. Please compare it, or ask the desk."),
    )


# By name, because the classes come with SQLAlchemy, which the first frame must not wait for.
# tests/ui/visitor/test_sentences.py holds the names to the booking room's own.
_SAYS: Mapping[str, Callable[[Any], Trouble]] = {
    "SoldOut": _sold_out,
    "HoldExpired": lambda _: hold_expired(),
    "SessionClosed": _session_closed,
    "PartyRefused": lambda error: Trouble("party_refused", "\n".join(error.problems)),
    "TooLateToChange": _too_late,
    "BadCode": bad_code,
    "UnknownBooking": unknown_booking,
    "UnknownSession": lambda _: Trouble(
        "unknown_session", translate("Troubles", "This session is no longer in the programme.")
    ),
    "ClockDoubtful": lambda _: Trouble("clock_doubtful", at_the_desk()),
}
