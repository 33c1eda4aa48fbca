"""What staff must know and visitors never see: kept for the desk, and written into the log line by line."""

import logging

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.events import StaffNotice
from ui.shell.background import Background

log = logging.getLogger("gongfang.staff")

APP = "app"
"""The key of the notice that the App could not be built."""


class StaffNotices(QObject):
    """The notices that stand, the newest of each key. One with an empty text takes the one before back."""

    changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None, *, staffed: bool = True) -> None:
        super().__init__(parent)
        self._background = background
        self._level = logging.WARNING if staffed else logging.INFO
        self._standing: dict[str, str] = {}
        background.follow(StaffNotice, self.take)
        background.unavailable.connect(self._no_app)
        background.ready.connect(self._app_is_there)

    @property
    def standing(self) -> tuple[StaffNotice, ...]:
        """What stands now, the oldest first."""
        return tuple(StaffNotice(key, text) for key, text in self._standing.items())

    def take(self, notice: StaffNotice) -> None:
        """Keep a notice, or take one back."""
        if self._standing.get(notice.key, "") == notice.text:
            return
        if notice.text:
            self._standing[notice.key] = notice.text
            log.log(self._level, "%s: %s", notice.key, notice.text)
        else:
            del self._standing[notice.key]
            log.info("%s: no more", notice.key)
        self.changed.emit()

    @Slot()
    def ask_for_holidays(self) -> None:
        """Whether the table of public holidays reaches far enough: asked at a start and once a day."""
        self._background.run(
            lambda app: app.catalogue.missing_holidays(),
            self._take_all,
            lambda error: log.info("the holiday table could not be asked: %r", error),
            query=True,
        )

    # ---- inside

    def _take_all(self, notices: tuple[StaffNotice, ...]) -> None:
        for notice in notices:
            self.take(notice)

    @Slot(object)
    def _no_app(self, error: Exception) -> None:
        self.take(StaffNotice(APP, f"nothing can be booked: {error}. `kiosk doctor` says more. It is tried again."))

    @Slot()
    def _app_is_there(self) -> None:
        self.take(StaffNotice(APP, ""))
