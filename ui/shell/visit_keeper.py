"""Notes how a visit to the kiosk went, and has it stored when it is over. Nothing in it says who it was."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Slot

from ui.shell.background import Background
from ui.shell.ease import Ease
from ui.shell.shell import Shell

if TYPE_CHECKING:
    from kiosk.footfall import VisitNotes

log = logging.getLogger(__name__)

Ending = Literal["left", "timed_out"]
_CONFIRMS = ("review", "details")
"""A ticket page that comes after one of these shows a booking that has just been made."""


class VisitKeeper(QObject):
    """A visit lasts from the page after the attract page to the reset. What happens before the App is there (a second
    after the start) is not noted."""

    def __init__(self, shell: Shell, ease: Ease, background: Background) -> None:
        super().__init__(shell)
        self._shell = shell
        self._ease = ease
        self._background = background
        self._begin: Callable[[str, str], VisitNotes] | None = None
        self._notes: VisitNotes | None = None
        self._page = "attract"
        self._booked = False
        shell.pageChanged.connect(self._turned)
        shell.visitEnding.connect(self._end)
        ease.changed.connect(self._eased)

    @property
    def notes(self) -> "VisitNotes | None":
        """Of the visit that goes on now; None on the attract page."""
        return self._notes

    def start(self) -> None:
        """The worker has begun: ask it for the way to take notes, which needs no database."""
        self._background.run(
            lambda app: app.visits.begin,
            self._can_begin,
            lambda error: log.info("visits are not counted: %r", error),
            query=True,
        )

    def touched(self) -> None:
        """A finger came down, or a key."""
        if self._notes is not None:
            self._notes.tap()

    # ---- inside

    def _can_begin(self, begin: "Callable[[str, str], VisitNotes]") -> None:
        self._begin = begin
        self._turned()

    @Slot()
    def _turned(self) -> None:
        step = self._shell.flow.here
        before, self._page = self._page, step.page.name
        if self._page == "attract" or self._begin is None:
            return
        if self._notes is None:
            self._booked = False
            self._notes = self._begin(self._shell.site, self._shell.lang)
            self._notes.tap()  # the one that woke the kiosk
        if self._page == "ticket" and before in _CONFIRMS:
            self._booked = True
        self._notes.turn_to(self._page, step.params)

    @Slot()
    def _eased(self) -> None:
        if self._notes is not None and self._ease.accessible:
            self._notes.accessible = True

    @Slot(str)
    def _end(self, ending: Ending) -> None:
        notes, self._notes = self._notes, None
        if notes is None:
            return
        notes.lang = self._shell.lang
        visit = notes.end("booked" if self._booked else ending)
        self._background.run(
            lambda app: app.visits.record(visit),
            lambda _: None,
            lambda error: log.warning("a visit was not stored: %r", error),
        )
