"""Reads pages aloud through `App.speech`; a kiosk without a voice says nothing and shows no trace of it."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from ui.shell.background import Background
from ui.shell.idle import Idle
from ui.shell.pages import found_by_engine
from ui.shell.properties import Property

QML_IMPORT_NAME = "ui.shell"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

_ASK_AGAIN_MS = 500


@QmlElement
@QmlSingleton
class Voice(QObject):
    """QML singleton `Voice`: what is being read, and the way to stop it."""

    changed = Signal()

    def __init__(self, engine: QQmlEngine, background: Background, idle: Idle) -> None:
        super().__init__(engine)
        self._background = background
        self._idle = idle
        self._reading = False
        # Which reading an answer belongs to: a late one of the page before must not end this one.
        self._turn = 0
        self._poll = QTimer(self, singleShot=True, interval=_ASK_AGAIN_MS)
        self._poll.timeout.connect(self._ask)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """Called by QML: the one that was given to the engine."""
        return found_by_engine(engine, Voice)

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        """Something is being read aloud."""
        return self._reading

    @Slot(str, str)
    def read(self, text: str, lang: str) -> None:
        """Read `text`; what was being read ends."""
        if not text:
            return
        self._turn += 1
        turn = self._turn
        self._set(True)

        def begun(_: object) -> None:
            if turn == self._turn:
                self._poll.start()

        def failed(error: Exception) -> None:
            log.warning("reading aloud failed: %r", error)
            if turn == self._turn:
                self._set(False)

        self._background.run(lambda app: app.speech.say(text, lang), begun, failed, query=True)

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        if not self._reading:
            return
        self._turn += 1
        self._set(False)
        self._background.run(
            lambda app: app.speech.stop(),
            lambda _: None,
            lambda error: log.warning("falling silent failed: %r", error),
            query=True,
        )

    def _ask(self) -> None:
        turn = self._turn

        def answered(speaking: bool) -> None:
            if turn != self._turn:
                return
            if speaking:
                self._poll.start()
            else:
                self._set(False)

        def failed(error: Exception) -> None:
            log.warning("asking the voice failed: %r", error)
            if turn == self._turn:
                self._set(False)

        self._background.run(lambda app: app.speech.speaking(), answered, failed, query=True)

    def _set(self, reading: bool) -> None:
        if not reading:
            self._poll.stop()
        if reading != self._reading:
            self._reading = reading
            if reading:
                self._idle.hold("voice")
            else:
                self._idle.release("voice")
            self.changed.emit()
