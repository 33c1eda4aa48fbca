"""Reads pages aloud through `App.speech`; where there is no voice, the words are shown large instead."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from ui.shell.background import Background
from ui.shell.idle import Idle
from ui.shell.pages import found_by_engine
from ui.shell.properties import Property

if TYPE_CHECKING:
    from kiosk.app import App

QML_IMPORT_NAME = "ui.shell"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

_ASK_AGAIN_MS = 500
_SIGNS_A_SECOND = {"zh": 4.0, "en": 13.0}
"""A slow reader's pace (about 240 Chinese signs, 130 English words a minute): so long nobody is asked to go on."""


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
        self._shown = ""
        # Which reading an answer belongs to: a late one of the page before must not end this one.
        self._turn = 0
        self._poll = QTimer(self, singleShot=True, interval=_ASK_AGAIN_MS)
        self._poll.timeout.connect(self._ask)
        self._read_through = QTimer(self, singleShot=True)
        self._read_through.timeout.connect(lambda: self._idle.release("voice"))

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """Called by QML: the one that was given to the engine."""
        return found_by_engine(engine, Voice)

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        """Something is being read aloud, or shown to be read."""
        return self._reading

    @Property(str, notify=changed)
    def shown(self) -> str:
        """What cannot be heard, to be shown large; empty where there is a voice."""
        return self._shown

    @Slot(str, str)
    def read(self, text: str, lang: str) -> None:
        """Read `text`, as a visitor has asked; what was being read ends. Without a voice it is shown."""
        self._read(text, lang, show=True)

    def read_page(self, text: str, lang: str) -> None:
        """Read a page that has opened, for whoever wants each page spoken. Without a voice nothing covers the page."""
        self._read(text, lang, show=False)

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

    # ---- inside

    def _read(self, text: str, lang: str, *, show: bool) -> None:
        if not text:
            return
        self._turn += 1
        turn = self._turn
        self._set(True)

        def speak(app: "App") -> bool:
            if app.speech.available:
                app.speech.speak(text, lang)
            return app.speech.available

        def begun(heard: bool) -> None:
            if turn != self._turn:
                return
            if heard:
                self._poll.start()
            elif show:
                self._show(text, lang)
            else:
                self._set(False)

        self._background.run(speak, begun, lambda error: self._broken(turn, error), query=True)

    @Slot()
    def _ask(self) -> None:
        turn = self._turn

        def answered(speaking: bool) -> None:
            if turn != self._turn:
                return
            if speaking:
                self._poll.start()
            else:
                self._set(False)

        self._background.run(
            lambda app: app.speech.speaking, answered, lambda error: self._broken(turn, error), query=True
        )

    def _broken(self, turn: int, error: Exception) -> None:
        log.warning("reading aloud failed: %r", error)
        if turn == self._turn:
            self._set(False)

    def _show(self, text: str, lang: str) -> None:
        self._shown = text
        self._read_through.start(round(len(text) / _SIGNS_A_SECOND.get(lang, 4.0) * 1000))
        self.changed.emit()

    def _set(self, reading: bool) -> None:
        was_shown, self._shown = self._shown, ""
        self._read_through.stop()
        if not reading:
            self._poll.stop()
        if reading == self._reading and not was_shown:
            return
        self._reading = reading
        if reading:
            self._idle.hold("voice")
        else:
            self._idle.release("voice")
        self.changed.emit()
