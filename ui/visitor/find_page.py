"""Finding one's booking: by its code on a keypad of its own signs, or by holding the ticket to a scanner."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.shell.properties import Property
from ui.shell.services import Services
from ui.visitor.booking_model import BookingPageModel
from ui.visitor.sentences import Trouble, unknown_booking

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookingView

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

SIGNS = 9
DIGITS = "0123456789"
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32 has no I, L, O and U: whoever types them means 1, 1 and 0 (`kiosk.booking.parse_code`)."""
_MEANT = {"I": "1", "L": "1", "O": "0"}
LONGEST_SCAN = 400
"""A scanner that types like a keyboard sends a ticket's 150 signs or so; what is far longer is not a ticket."""


def find_by_ticket(app: "App", text: str, lang: str) -> "BookingView | None":
    """The booking of a scanned ticket, or None where the text is no genuine ticket of this park. Runs on the worker."""
    from kiosk.ticketing import NotGenuine

    try:
        statement = app.ticketing.verify(text)
    except NotGenuine:
        return None
    return app.booking.find_serial(statement.serial, lang)


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class FindPageModel(BookingPageModel):
    """Nine boxes, and whatever a keypad, a keyboard or a scanner types into them."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._typed = ""
        self._scan = ""

    changed = Signal()

    @Property("QStringList", constant=True)
    def digits(self) -> list[str]:
        """The keypad's digits."""
        return list(DIGITS)

    @Property("QStringList", constant=True)
    def letters(self) -> list[str]:
        """The keypad's letters."""
        return list(LETTERS)

    @Property("QStringList", notify=changed)
    def boxes(self) -> list[str]:
        """The nine boxes, empty where nothing has been typed yet."""
        return list(self._typed.ljust(SIGNS))

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What has been typed, in groups."""
        return "-".join(part for part in (self._typed[:4], self._typed[4:8], self._typed[8:]) if part)

    @Property(bool, notify=changed)
    def full(self) -> bool:
        """All nine signs are there."""
        return len(self._typed) == SIGNS

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Nothing is there to take back."""
        return not self._typed

    @Slot(str)
    def type(self, sign: str) -> None:
        """A sign of the keypad or of a keyboard. What can't be in a code is not taken."""
        meant = _MEANT.get(sign.upper(), sign.upper())
        if len(meant) == 1 and meant in DIGITS + LETTERS and not self.full:
            self._typed += meant
            self.set_trouble(None)
            self.changed.emit()

    @Slot(str)
    def key(self, text: str) -> None:
        """A key of a keyboard or of a scanner that types like one: shown as a code, and kept whole as it came."""
        if text and len(self._scan) < LONGEST_SCAN:
            self._scan += text
            self.type(text)

    @Slot()
    def enter(self) -> None:
        """The Enter key, with which a scanner ends too."""
        scanned, self._scan = self._scan, ""
        if len(scanned) > 2 * SIGNS:
            self._typed = ""
            self.changed.emit()
            self._find_ticket(scanned)
        else:
            self.submit()

    @Slot()
    def erase(self) -> None:
        """Take the last sign back."""
        self._typed = self._typed[:-1]
        self._scan = self._scan[:-1]
        self.set_trouble(None)
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Take all of it back."""
        self._typed = ""
        self._scan = ""
        self.set_trouble(None)
        self.changed.emit()

    @Slot()
    def submit(self) -> None:
        """Look for the code."""
        if self.full:
            code, lang = self._typed, self.lang
            self.ask(lambda app: app.booking.find(code, lang), self._found, self.went_wrong)

    def refresh(self) -> None:
        """Texts in the visitor's language."""
        self.set_title(translate("FindPage", "My booking"))
        self.set_read_aloud(
            translate("FindPage", "Type the nine signs of your code, or hold the ticket's square code to the scanner.")
        )

    def _find_ticket(self, text: str) -> None:
        lang = self.lang
        self.ask(lambda app: find_by_ticket(app, text, lang), self._scanned, self.went_wrong)

    def _scanned(self, booking: "BookingView | None") -> None:
        if booking is None:
            said = translate("FindPage", "This is not a ticket of this park. Please type the code, or ask the desk.")
            self.set_trouble(Trouble("not_a_ticket", said))
        else:
            self._found(booking)

    def _found(self, booking: "BookingView") -> None:
        if booking.site != self.services.site:
            self.set_trouble(unknown_booking())
            return
        self.services.visitor.booking = booking
        self.services.shell.go("mybooking", {"code": booking.code})
