"""How the visitor wants the kiosk to be, as QML sees it: one accessible mode, and its parts one by one."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from ui.shell.pages import found_by_engine
from ui.shell.properties import Property
from ui.shell.visitor_session import Ease as EaseChoices

QML_IMPORT_NAME = "ui.shell"
QML_IMPORT_MAJOR_VERSION = 1

TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)


@QmlElement
@QmlSingleton
class Ease(QObject):
    """QML singleton `Ease`. Choices belong to the visitor's session and go with it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = EaseChoices()

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """Called by QML: the shell's own."""
        return found_by_engine(engine, Ease)

    @property
    def choices(self) -> EaseChoices:
        """The visitor's choices."""
        return self._choices

    def belong_to(self, choices: EaseChoices) -> None:
        """From now on these are the choices: a visitor came or went."""
        self._choices = choices
        self.changed.emit()

    @Property(float, notify=changed)
    def textScale(self) -> float:
        """1 to 2."""
        return self._choices.text_scale

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:
        """Black ground, white lines."""
        return self._choices.high_contrast

    @Property(bool, notify=changed)
    def reach(self) -> bool:
        """Every page within reach from a wheelchair."""
        return self._choices.reach

    @Property(bool, notify=changed)
    def lessMotion(self) -> bool:
        """Pages change without sliding; machines move only when they are moved."""
        return self._choices.less_motion

    @Property(bool, notify=changed)
    def speech(self) -> bool:
        """Each page is read out when it opens."""
        return self._choices.speech

    @Property(bool, notify=changed)
    def moreTime(self) -> bool:
        """All times x 3."""
        return self._choices.more_time

    @Property(bool, notify=changed)
    def silent(self) -> bool:
        """No sounds."""
        return self._choices.silent

    @Property(bool, notify=changed)
    def accessible(self) -> bool:
        """All of it."""
        return self._choices.is_accessible

    @Slot(float)
    def setTextScale(self, scale: float) -> None:
        """Choose a size of text; outside 1 to 2 the nearer end is taken."""
        self._set("text_scale", min(max(scale, TEXT_SCALES[0]), TEXT_SCALES[-1]))

    @Slot(bool)
    def setHighContrast(self, on: bool) -> None:
        """Choose contrast."""
        self._set("high_contrast", on)

    @Slot(bool)
    def setReach(self, on: bool) -> None:
        """Bring the page down, or back up."""
        self._set("reach", on)

    @Slot(bool)
    def setLessMotion(self, on: bool) -> None:
        """Choose less motion."""
        self._set("less_motion", on)

    @Slot(bool)
    def setSpeech(self, on: bool) -> None:
        """Choose to have pages read out."""
        self._set("speech", on)

    @Slot(bool)
    def setMoreTime(self, on: bool) -> None:
        """Choose more time."""
        self._set("more_time", on)

    @Slot(bool)
    def setSilent(self, on: bool) -> None:
        """Choose to hear no sounds."""
        self._set("silent", on)

    @Slot(bool)
    def setAccessible(self, on: bool) -> None:
        """All at once: one button on every page."""
        chosen = EaseChoices.accessible() if on else EaseChoices()
        chosen.silent = self._choices.silent
        for name in chosen.__slots__:
            setattr(self._choices, name, getattr(chosen, name))
        self.changed.emit()

    def _set(self, name: str, value: Any) -> None:
        if getattr(self._choices, name) != value:
            setattr(self._choices, name, value)
            self.changed.emit()
