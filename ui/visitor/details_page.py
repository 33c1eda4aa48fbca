"""A name, a telephone number, what somebody needs: all of it optional, and the page says so."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.shell.properties import Property
from ui.shell.services import Services
from ui.visitor.booking_model import BookingPageModel

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

LONGEST = {"name": 40, "phone": 20, "needs": 120}
"""Signs that a field takes."""


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class DetailsPageModel(BookingPageModel):
    """Three fields, kept with the visitor's session until the booking is confirmed, and thrown away with it."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._typed = {key: services.visitor.details.get(key, "") for key in LONGEST}

    changed = Signal()

    @Property(str, notify=changed)
    def name(self) -> str:
        """What to call the visitor."""
        return self._typed["name"]

    @Property(str, notify=changed)
    def phone(self) -> str:
        """Where to call if the session is cancelled."""
        return self._typed["phone"]

    @Property(str, notify=changed)
    def needs(self) -> str:
        """What the people at the workshop should know."""
        return self._typed["needs"]

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Nothing has been typed: the natural way is on without it."""
        return not any(text.strip() for text in self._typed.values())

    @Property("QVariantMap", constant=True)
    def longest(self) -> dict[str, int]:
        """Signs that each field takes."""
        return LONGEST

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """The text of a field, as it stands now."""
        if field in self._typed and self._typed[field] != text:
            self._typed[field] = text[: LONGEST[field]]
            self.changed.emit()

    @Slot()
    def goOn(self) -> None:
        """Back to the review with what was typed."""
        typed = {key: text.strip() for key, text in self._typed.items()}
        self.services.visitor.details = {key: text for key, text in typed.items() if text}
        self.go_on("review")

    def refresh(self) -> None:
        """Texts in the visitor's language."""
        self.set_title(translate("DetailsPage", "Leave a name?"))
        if self.services.visitor.hold is not None:
            self.show_art(self.services.visitor.hold.session)
        self.set_read_aloud(
            translate(
                "DetailsPage",
                "You need not tell us anything. A name or a telephone number helps us to reach you if a session is "
                "cancelled. It is kept apart from your booking and erased soon after your visit.",
            )
        )
