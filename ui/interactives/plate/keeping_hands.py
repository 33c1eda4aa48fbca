"""To keep a plate: for the ticket of this visit, and for the gallery once staff have looked at it."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.interactives.hands import MachineHands
from ui.interactives.machine_runner import MachineRunner
from ui.interactives.plate.plate_words import kept_words
from ui.shell.properties import Property
from ui.shell.visitor_session import PLATE_NOTE

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.gallery import Keepsake
    from kiosk.machines.plate import Plate
    from ui.shell.visitor_session import VisitorSession

QML_IMPORT_NAME = "ui.interactives.plate"
QML_IMPORT_MAJOR_VERSION = 1

KEPT_NOTE = "kept plate"
"""Its id in the gallery, so that a plate that is gone on with isn't kept twice."""


@QmlElement
@QmlUncreatable("made in Python by the play page")
class KeepingHands(MachineHands):
    """The part of the bench's hands that keeps. `kept` ends with the next touch that changes the plate."""

    keptChanged = Signal()

    def __init__(self, runner: MachineRunner, visitor: "VisitorSession", parent: QObject | None = None) -> None:
        super().__init__(runner, visitor, parent)
        self._kept, self._was_kept = "", False
        self._code: str | None = None

    @property
    def plate(self) -> "Plate":
        """The machine itself."""
        return self.runner.machine  # type: ignore[return-value]  # the header's machine is the plate

    @Property(bool, notify=keptChanged)
    def kept(self) -> bool:
        """The plate as it is now is kept."""
        return self._kept != "" and self._kept == self.runner.work

    @Property(str, notify=keptChanged)
    def keptWords(self) -> str:
        """Under which code it is kept and what happens then, or that it could not be; empty before it was asked for."""
        return "" if self._code is None else kept_words(self._code)

    @Slot()
    def keep(self) -> None:
        """Keep the plate as it is now."""
        drawing, before = self.plate.drawing, self.visitor.notes.get(KEPT_NOTE)
        self.visitor.notes[PLATE_NOTE] = drawing
        self._kept = self.runner.work
        self.keptChanged.emit()

        def work(app: "App") -> "Keepsake":
            instead = before if isinstance(before, UUID) else None
            return app.gallery.keep(app.settings.site, drawing, instead)

        self.changeAsked.emit(work, self._is_kept, self._is_not_kept)

    def forget(self) -> None:
        """Another plate is begun: what was kept stays, and this one is not it."""
        self._kept, self._code = "", None
        self.visitor.notes.pop(KEPT_NOTE, None)
        self.keptChanged.emit()

    def look_whether_kept(self) -> None:
        """The plate may have changed."""
        if self.kept != self._was_kept:
            self._was_kept = self.kept
            self.keptChanged.emit()

    def _is_kept(self, plate: "Keepsake") -> None:
        if self._kept:  # else another plate has been begun meanwhile
            self.visitor.notes[KEPT_NOTE] = plate.id
            self._code = plate.code
            self.keptChanged.emit()
            self.toldChanged.emit()

    def _is_not_kept(self, _: Exception) -> None:
        self._kept, self._code = "", ""  # it may be tried again
        self.keptChanged.emit()
        self.toldChanged.emit()
