"""The kiosk's own sounds: short, soft, silent at night, and never needed to understand anything."""

import logging
import os
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtQml import QQmlEngine

from kiosk.clock import Clock
from kiosk.resources import resource
from ui.shell.first_frame import SoundSettings

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

log = logging.getLogger(__name__)
staff_log = logging.getLogger("gongfang.staff")

AGAIN_S = 0.08
"""The same sound is not begun twice within this time: a valve that is turned to and fro doesn't rattle."""
ENDING_MS = 2000
_UNSEEN = ("offscreen", "minimal", "vnc")


class Player(Protocol):
    """Makes a file heard."""

    def play(self, file: Path, volume: float) -> None:
        """From its beginning, at a volume of 0 to 1. Returns at once, never raises."""
        ...

    def close(self) -> None:
        """Be silent from now on."""
        ...


class Silence:
    """Where nothing can be heard."""

    def play(self, file: Path, volume: float) -> None:
        """Play nothing."""

    def close(self) -> None:
        """Nothing was begun."""


class QtPlayer(QObject):
    """Plays with Qt Multimedia, which is imported and asked on a thread of its own: a sound server that has hung must
    not take the screen with it."""

    wanted = Signal(str, float)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._thread = QThread()
        self._thread.setObjectName("sounds")
        self._stage = _Stage()
        self._stage.moveToThread(self._thread)
        self.wanted.connect(self._stage.play)
        self.ended.connect(self._stage.end)
        self._thread.start()

    def play(self, file: Path, volume: float) -> None:
        """Hand it to the thread."""
        self.wanted.emit(str(file), volume)

    def close(self) -> None:
        """End the thread; one that hangs is left behind."""
        self.ended.emit()
        if not self._thread.wait(ENDING_MS):
            log.warning("the sound system does not answer")


class _Stage(QObject):
    """Lives on the sounds' thread, with everything of Qt Multimedia."""

    def __init__(self) -> None:
        super().__init__()
        self._effects: dict[str, QSoundEffect] = {}
        self._mute = False

    @Slot(str, float)
    def play(self, file: str, volume: float) -> None:
        """Play a file; the first one looks whether there is anything to play it with."""
        effect = None if self._mute else self._effects.get(file) or self._made(file)
        if effect is not None:
            effect.setVolume(volume)
            effect.play()

    @Slot()
    def end(self) -> None:
        """Put everything away where it was made, and end the thread."""
        self._mute = True
        self._effects.clear()
        QThread.currentThread().quit()

    def _made(self, file: str) -> "QSoundEffect | None":
        from PySide6.QtCore import QUrl

        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError as error:  # an installation without PySide6-Addons, or without libpulse
            self._fall_silent(f"Qt Multimedia is not there ({error})")
            return None
        if QMediaDevices.defaultAudioOutput().isNull():
            self._fall_silent("no loudspeaker")
            return None
        effect = QSoundEffect()
        effect.setSource(QUrl.fromLocalFile(file))
        self._effects[file] = effect
        return effect

    def _fall_silent(self, why: str) -> None:
        self._mute = True
        staff_log.info("no sounds: %s", why)


def make_player() -> Player:
    """What this machine can play with. Cheap where it can't; a window that nobody sees is not heard either."""
    from PySide6.QtGui import QGuiApplication

    from kiosk.devices.loudspeaker import has_loudspeaker

    if QGuiApplication.platformName() in _UNSEEN:
        return Silence()
    if not has_loudspeaker(os.environ):
        staff_log.info("no sounds: no loudspeaker")
        return Silence()
    return QtPlayer()


def is_quiet(now: time, begin: time, end: time) -> bool:
    """Whether it is a quiet hour: from `begin` until before `end`, over midnight where that is earlier. Two equal times
    are no hour at all.

    >>> is_quiet(time(23), time(21), time(8)), is_quiet(time(8), time(21), time(8))
    (True, False)
    """
    if begin <= end:
        return begin <= now < end
    return now >= begin or now < end


class Sounds(QObject):
    """Hears what pages want to be heard (`Sound` of ui.controls), and decides. Its player is made with the first sound
    that is to be heard: not before the first frame, and on a silent kiosk never."""

    def __init__(
        self,
        engine: QQmlEngine,
        settings: SoundSettings,
        clock: Clock,
        *,
        muted: Callable[[], bool],
        timezone: Callable[[], str],
        player: Callable[[], Player] = make_player,
    ) -> None:
        super().__init__(engine)
        self._settings = settings
        self._clock = clock
        self._muted = muted
        self._timezone = timezone
        self._make_player = player
        self._player: Player | None = None
        self._begun: dict[str, float] = {}
        self._closed = False
        wishes = engine.singletonInstance("ui.controls", "Sound")
        if not isinstance(wishes, QObject):
            raise LookupError("the QML module ui.controls has no Sound: is the import path the folder above ui/?")
        wishes.wanted.connect(self.play)  # type: ignore[attr-defined]  # a signal that QML declares

    @Slot(str)
    def play(self, name: str) -> None:
        """Play a sound of resources/sounds, if any may be heard now."""
        if self._closed or self._settings.volume <= 0 or self._muted() or self._is_night():
            return
        now = self._clock.uptime()
        if now - self._begun.get(name, -AGAIN_S) < AGAIN_S:
            return
        try:
            file = resource("sounds", f"{name}.wav")
        except FileNotFoundError as error:
            log.warning("%s", error)
            return
        self._begun[name] = now
        if self._player is None:
            self._player = self._make_player()
        self._player.play(file, self._settings.volume)

    def close(self) -> None:
        """Silence."""
        self._closed = True
        if self._player is not None:
            self._player.close()
            self._player = None

    def _is_night(self) -> bool:
        from zoneinfo import ZoneInfo

        here: datetime = self._clock.now().astimezone(ZoneInfo(self._timezone()))
        begin, end = (time.fromisoformat(hour) for hour in (self._settings.quiet_from, self._settings.quiet_to))
        return is_quiet(here.time(), begin, end)
