"""What went wrong, as a sentence for a visitor: made from the fields of the named errors, never from their text.

`code` is stable, for pages and tests; `text` is calm, says what to do now, and is in the visitor's language. What is
nobody's named error is ours or the machine's: the background runner has logged it, and the visitor is sent to the desk.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

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


def at_the_desk() -> str:
    """What is said when nothing can be booked or changed here."""
    return translate("Troubles", "Booking is resting on this screen. Please go to the desk: they can help you there.")


def trouble(error: Exception) -> Trouble:
    """What a visitor is told about `error`, whatever it is."""
    # The booking room brings SQLAlchemy along, which the first frame must not wait for; by now the worker has loaded it.
    from kiosk import booking

    if isinstance(error, booking.SoldOut):
        return Trouble("sold_out", _sold_out(error.wanted, error.free), error.next_free)
    if isinstance(error, booking.HoldExpired):
        return Trouble(
            "hold_expired",
            translate("Troubles", "Three minutes have gone by, and the places are free again. You can hold them anew."),
        )
    if isinstance(error, booking.SessionClosed):
        return Trouble(
            "session_closed", error.reason or translate("Troubles", "This session can no longer be booked here.")
        )
    if isinstance(error, booking.PartyRefused):
        return Trouble("party_refused", "\n".join(error.problems))
    if isinstance(error, booking.TooLateToChange):
        return Trouble(
            "too_late",
            error.reason or translate("Troubles", "It is too late to change this here. Please ask the desk."),
        )
    if isinstance(error, booking.BadCode):
        return Trouble(
            "bad_code",
            translate("Troubles", "This is not a booking code. One sign may be mistyped: please compare it again."),
        )
    if isinstance(error, booking.UnknownBooking):
        return Trouble(
            "unknown_booking",
            translate("Troubles", "No booking of this park has this code. Please compare it, or ask the desk."),
        )
    if isinstance(error, booking.UnknownSession):
        return Trouble("unknown_session", translate("Troubles", "This session is no longer in the programme."))
    if isinstance(error, booking.ClockDoubtful):
        return Trouble("clock_doubtful", at_the_desk())
    return Trouble("at_the_desk", at_the_desk())


def _sold_out(wanted: int, free: int) -> str:
    if free:
        left = translate("Troubles", "only %n place(s) are left", None, free)
        return translate("Troubles", "You wanted {wanted}, and {left} here.").format(wanted=wanted, left=left)
    return translate("Troubles", "The last places have just gone to someone else.")
