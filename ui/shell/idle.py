"""Notices that a visitor has gone: asks, counts down, and has everything of theirs thrown away."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from ui.shell.first_frame import IdleSettings
from ui.shell.flow import MORE_TIME, Flow, Kind
from ui.shell.pages import found_by_engine
from ui.shell.properties import Property

QML_IMPORT_NAME = "ui.shell"
QML_IMPORT_MAJOR_VERSION = 1

_SECOND = 1000


@QmlElement
@QmlSingleton
class Idle(QObject):
    """QML singleton `Idle`. Looks once a second, and not at all on the attract page."""

    changed = Signal()
    # The visitor said that they have done (`left`), or the countdown has run out (`timed_out`).
    ended = Signal(str)

    def __init__(
        self,
        engine: QQmlEngine,
        flow: Flow,
        settings: IdleSettings,
        more_time: Callable[[], bool],
        now: Callable[[], float],
    ) -> None:
        super().__init__(engine)
        self._flow = flow
        self._settings = settings
        self._more_time = more_time
        self._now = now
        self._touched_at = now()
        self._asked_at: float | None = None
        self._held: set[str] = set()
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self.look)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """Called by QML: the one that was given to the engine."""
        return found_by_engine(engine, Idle)

    # ---- what QML shows

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        """The countdown is on."""
        return self._asked_at is not None

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Of the countdown; a begun second counts."""
        if self._asked_at is None:
            return 0
        return max(0, -int(-(self._asked_at + self._countdown() - self._now()) // 1))

    @property
    def may_ask(self) -> bool:
        """Nothing holds it back: nothing is read aloud, no machine is played."""
        return not self._held

    # ---- what is told to it

    @Slot()
    def touched(self) -> None:
        """A finger or a key: whoever does this is there. While the countdown asks, its own two choices answer."""
        if self._asked_at is None:
            self._touched_at = self._now()

    @Slot()
    def stay(self) -> None:
        """«Go on»: the countdown goes, the page stays as it was."""
        self._asked_at = None
        self._touched_at = self._now()
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """«Start again»: now."""
        self._end("left")

    @Slot(str)
    def hold(self, why: str) -> None:
        """Nobody is asked while this holds: something is being read aloud, a machine is being played."""
        self._held.add(why)

    @Slot(str)
    def release(self, why: str) -> None:
        """The other end of `hold`; the time begins anew."""
        if why in self._held:
            self._held.remove(why)
            self.touched()

    def page_changed(self) -> None:
        """Another page: what held on the last one holds no more, and the time begins anew."""
        self._held &= {"voice"}
        self._touched_at = self._now()
        if self._asked_at is not None:
            self._asked_at = None
            self.changed.emit()
        if self._flow.here.page.kind is Kind.ATTRACT:
            self._held.clear()
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """No more looking."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Once a second: is it time to ask, or is the countdown over?"""
        if self._asked_at is not None:
            if self._now() - self._asked_at >= self._countdown():
                self._end("timed_out")
            else:
                self.changed.emit()
            return
        seconds = self._allowed()
        if seconds is not None and self._now() - self._touched_at >= seconds:
            self._asked_at = self._now()
            self.changed.emit()

    # ---- inside

    def _end(self, ending: str) -> None:
        self._asked_at = None
        self._touched_at = self._now()
        self.changed.emit()
        self.ended.emit(ending)

    def _allowed(self) -> float | None:
        table = {Kind.BROWSING: self._settings.browsing_s, Kind.BOOKING: self._settings.booking_s}
        return self._flow.idle_seconds(more_time=self._more_time(), busy_with=bool(self._held), table=table)

    def _countdown(self) -> float:
        return self._settings.countdown_s * (MORE_TIME if self._more_time() else 1)
