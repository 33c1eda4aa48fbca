"""What the on-screen keyboard types into the field that has the focus."""

import logging

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from ui.shell.background import Background
from ui.shell.pages import found_by_engine
from ui.shell.pinyin import PinyinTable, load_table
from ui.shell.properties import Property

QML_IMPORT_NAME = "ui.shell"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

_LONGEST = 24


@QmlElement
@QmlSingleton
class Typing(QObject):
    """QML singleton `Typing`: keys in, signs out; pinyin is kept here until a sign is chosen."""

    changed = Signal()

    def __init__(self, engine: QQmlEngine, background: Background) -> None:
        super().__init__(engine)
        self._background = background
        self._table: PinyinTable | None = None
        self._asked = False
        self._chinese = False
        self._composing = ""

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """Called by QML: the one that was given to the engine."""
        return found_by_engine(engine, Typing)

    @Property(bool, notify=changed)
    def chinese(self) -> bool:
        """Letters become pinyin."""
        return self._chinese

    @Property(str, notify=changed)
    def composing(self) -> str:
        """The pinyin typed so far."""
        return self._composing

    @Property("QStringList", notify=changed)
    def candidates(self) -> list[str]:
        """Signs to choose from."""
        return list(self._table.offer(self._composing)) if self._table is not None else []

    @Slot(bool)
    def begin(self, chinese: bool) -> None:
        """A field has the focus; `chinese` says how to begin."""
        self._composing = ""
        self._chinese = chinese
        if chinese:
            self._want_table()
        self.changed.emit()

    @Slot()
    def switchLanguage(self) -> None:
        """Pinyin, or letters as they are."""
        self._commit_letters()
        self.begin(not self._chinese)

    @Slot(str)
    def press(self, sign: str) -> None:
        """A key with a sign on it."""
        if self._chinese and sign.isascii() and sign.isalpha() and self._table is not None:
            if len(self._composing) < _LONGEST:
                self._composing += sign.lower()
                self.changed.emit()
            return
        if self._composing and sign == " ":
            self.choose(0)
            return
        self._commit_letters()
        self._write(sign)

    @Slot(int)
    def choose(self, index: int) -> None:
        """Take a sign that is offered; what was typed behind its syllable goes on being composed."""
        offered = self.candidates
        if self._table is None or not 0 <= index < len(offered):
            self._commit_letters()
            return
        self._write(offered[index])
        self._composing = self._composing[len(self._table.split(self._composing)) :]
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """The backspace key."""
        if self._composing:
            self._composing = self._composing[:-1]
            self.changed.emit()
        else:
            self._key("Key_Backspace")

    @Slot()
    def enter(self) -> None:
        """The enter key."""
        self._commit_letters()
        self._key("Key_Return")

    @Slot()
    def forget(self) -> None:
        """The field has gone: nothing half-typed is kept."""
        if self._composing:
            self._composing = ""
            self.changed.emit()

    # ---- inside

    def _want_table(self) -> None:
        if self._asked:
            return
        self._asked = True

        def came(table: PinyinTable) -> None:
            self._table = table
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._asked = False
            log.warning("the pinyin table could not be loaded: %r", error)

        self._background.run(lambda _: load_table(), came, failed, query=True)

    def _commit_letters(self) -> None:
        if self._composing:
            letters, self._composing = self._composing, ""
            self._write(letters)
            self.changed.emit()

    def _write(self, text: str) -> None:
        field = QGuiApplication.focusObject()
        if field is not None:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QGuiApplication.sendEvent(field, event)

    def _key(self, name: str) -> None:
        from PySide6.QtCore import Qt  # a hundred enumerations, 20 ms: not before the first frame

        field = QGuiApplication.focusObject()
        if field is not None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QGuiApplication.sendEvent(field, QKeyEvent(kind, Qt.Key[name], Qt.KeyboardModifier.NoModifier))
