"""A few of the visitors' own plates, hung up between two rounds of the attract page's machine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.interactives.plate_pictures import forget_others, picture_of
from ui.shell.properties import Property
from ui.shell.rows import Rows

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.gallery import Keepsake

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

AT_ONCE = 4
"""Plates that hang side by side: large enough to be seen from across the hall."""
NEWEST = 24
"""Of those that staff have shown, so many take turns."""
TURN_S = 600
"""How long the same ones hang: reading four takes 50 ms, which need not be spent at every rest."""
HANG_MS = 2_500
"""The machine is seen as it came to rest, before the plates hang in its place."""


@dataclass(frozen=True, slots=True)
class PlateRow:
    """A plate on the wall, and the code that its maker knows it by."""

    code: str
    picture: Path


def ask_plates(app: "App", site: str) -> tuple[PlateRow, ...]:
    """The plates whose turn it is, with their pictures. Runs on the worker. Raises OSError where there is no room."""
    shown = app.gallery.shown(site, NEWEST)
    forget_others(app.home, (plate.id for plate in shown))
    return tuple(PlateRow(plate.code, picture_of(app.home, plate)) for plate in whose_turn(shown, app.clock.now()))


def whose_turn(shown: "Sequence[Keepsake]", now: datetime) -> "list[Keepsake]":
    """At most `AT_ONCE` of the plates; every `TURN_S` the next ones, round and round."""
    first = int(now.timestamp() // TURN_S) * AT_ONCE
    return [shown[(first + at) % len(shown)] for at in range(min(AT_ONCE, len(shown)))]


@QmlElement
@QmlUncreatable("made in Python by the attract page")
class PlateWallModel(QObject):
    """Hangs while the machine stands and there is something to show."""

    hungChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows[PlateRow] = Rows(PlateRow, parent=self)
        self._hung = False
        self._soon = QTimer(self, singleShot=True, interval=HANG_MS)
        self._soon.timeout.connect(self.hang)

    @Property(Rows, constant=True)
    def plates(self) -> Rows[PlateRow]:
        """What hangs, the first at the upper left."""
        return self._rows

    @Property(bool, notify=hungChanged)
    def hung(self) -> bool:
        """It is to be seen now."""
        return self._hung and bool(self._rows.rows)

    def show(self, plates: Sequence[PlateRow]) -> None:
        """These hang from now on."""
        before = self.hung
        self._rows.show(list(plates))
        if self.hung != before:
            self.hungChanged.emit()

    def machine_stands(self, stands: bool) -> None:
        """The machine has come to rest, or moves: in an empty place the plates hang, before it they don't."""
        if not stands:
            self._soon.stop()
            self._set(False)
        elif not self._hung:
            self._soon.start()

    @Slot()
    def hang(self) -> None:
        """Now."""
        self._set(True)

    def close(self) -> None:
        """The page has gone."""
        self._soon.stop()

    def _set(self, hung: bool) -> None:
        before, self._hung = self.hung, hung
        if self.hung != before:
            self.hungChanged.emit()
