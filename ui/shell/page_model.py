"""What every page's view model is: texts for the shell, a way to ask the App, and an end."""

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.shell.background import AppUnavailable, Job
from ui.shell.properties import Property
from ui.shell.services import Services

if TYPE_CHECKING:
    from kiosk.app import App

QML_IMPORT_NAME = "ui.shell"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

T = TypeVar("T")

APART_MS = 300
"""Between two refreshes that events ask for: a busy desk changes seats faster than anybody reads them."""


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class PageModel(QObject):
    """The base of every page's view model. Subclasses give `refresh()`, and set texts and lists from what comes
    back."""

    frame_first: ClassVar[bool] = False
    """Its questions wait for its first frame: for a page that asks for much, and that a hand must see at once."""

    busyChanged = Signal()
    titleChanged = Signal()
    readAloudChanged = Signal()
    problemChanged = Signal()
    langChanged = Signal()

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.params = dict(params)
        self._lang = services.visitor.lang
        self._title = ""
        self._read_aloud = ""
        self._problem = ""
        self._jobs: list[Job] = []
        self._follows: list[Callable[[], None]] = []
        self._closed = False
        self._changes_running = 0
        self._stale = False
        self._only_seats = True
        # Many events in one blink (a group that takes twelve seats) make one refresh.
        self._soon = QTimer(self, singleShot=True)
        self._since = QElapsedTimer()
        self._soon.timeout.connect(self._refresh_if_free)

    # ---- what the page shows

    @Property(str, notify=langChanged)
    def lang(self) -> str:
        """The visitor's language, `zh` or `en`."""
        return self._lang

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        """Something has been asked for and has not come back."""
        return any(not job.finished for job in self._jobs)

    @Property(bool, notify=busyChanged)
    def changing(self) -> bool:
        """A change is being written: the button that asked for it is not to be pressed again."""
        return self._changes_running > 0

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        """The page's name, as read out and as staff see it."""
        return self._title

    @Property(str, notify=readAloudChanged)
    def readAloud(self) -> str:
        """What is read out when the visitor asks for it."""
        return self._read_aloud

    @Property(str, notify=problemChanged)
    def problem(self) -> str:
        """A calm sentence about what did not work; empty when all is well."""
        return self._problem

    def set_title(self, text: str) -> None:
        """Name the page."""
        if text != self._title:
            self._title = text
            self.titleChanged.emit()

    def set_read_aloud(self, text: str) -> None:
        """Say what «read aloud» reads."""
        if text != self._read_aloud:
            self._read_aloud = text
            self.readAloudChanged.emit()

    def set_problem(self, sentence: str) -> None:
        """Show a sentence about what did not work, or take it away with an empty one."""
        if sentence != self._problem:
            self._problem = sentence
            self.problemChanged.emit()

    # ---- what a subclass gives

    @Slot()
    def refresh(self) -> None:
        """Ask for what the page shows. Called on entry, when the language changes, and when a followed event
        happens."""

    def refresh_seats(self) -> None:
        """Ask for what changes when seats are taken or given back. A subclass whose `refresh()` asks for more gives
        its own, and names the events in `follow_seats`."""
        self.refresh()

    def sentence(self, error: Exception) -> str:
        """What a visitor is told about an error. A subclass knows its subject's errors and leaves the rest to this."""
        if isinstance(error, AppUnavailable):
            return QCoreApplication.translate("PageModel", "This kiosk is taking a break. Please go to the desk.")
        return QCoreApplication.translate("PageModel", "That did not work. Please try again, or go to the desk.")

    # ---- asking

    def ask(
        self,
        work: Callable[["App"], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Ask the App for something that changes nothing. Without `failed`, the error becomes the page's `problem`."""
        return self._run(work, done, failed, query=True)

    def change(
        self,
        work: Callable[["App"], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Ask the App to change something; `changing` is true until it has answered. Changes keep their order."""
        self.set_problem("")
        return self._run(work, done, failed, query=False)

    def follow(self, *kinds: type) -> None:
        """Refresh when an event of one of these kinds is published, until the page closes."""
        for kind in kinds:
            self._follows.append(self.services.background.follow(kind, self._on_event))

    def follow_seats(self, *kinds: type) -> None:
        """The same, but only what `refresh_seats()` asks for."""
        for kind in kinds:
            self._follows.append(self.services.background.follow(kind, self._on_seats))

    def close(self) -> None:
        """The page has gone: nothing that is still under way comes back to it."""
        self._closed = True
        self._soon.stop()
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        for stop in self._follows:
            stop()
        self._follows.clear()

    def change_language(self, lang: str) -> None:
        """Called by the shell when the visitor changes the language."""
        if lang != self._lang:
            self._lang = lang
            self.langChanged.emit()
            self.refresh()

    # ---- inside

    def _run(
        self,
        work: Callable[["App"], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
        *,
        query: bool,
    ) -> Job:
        def came_back(result: T) -> None:
            self._settle(query)
            done(result)

        def went_wrong(error: Exception) -> None:
            self._settle(query)
            if failed is None:
                self.set_problem(self.sentence(error))
            else:
                failed(error)

        job = self.services.background.run(work, came_back, went_wrong, query=query)
        self._jobs.append(job)
        if not query:
            self._changes_running += 1
        self.busyChanged.emit()
        return job

    def _settle(self, query: bool) -> None:
        self._jobs = [job for job in self._jobs if not job.finished]
        if not query:
            self._changes_running -= 1
        self.busyChanged.emit()
        if self._stale and not self.busy:
            self._stale = False
            self._refresh_soon()

    def _on_event(self, event: Any) -> None:
        self._only_seats = False
        self._on_seats(event)

    def _on_seats(self, event: Any) -> None:
        log.debug("%s refreshes after %s", type(self).__name__, type(event).__name__)
        self._refresh_soon()

    def _refresh_soon(self) -> None:
        if not self._closed and not self._soon.isActive():
            since = self._since.elapsed() if self._since.isValid() else APART_MS
            self._soon.start(max(0, APART_MS - since))

    # A Slot, as every method must be that a signal is connected to: for any other PySide gives the instance a
    # metaobject of its own, whose memory goes with it, and the QML engine, which knows metaobjects by their address,
    # reads a later page by an earlier one's: properties are undefined, and after some 300 pages the program crashes.
    @Slot()
    def _refresh_if_free(self) -> None:
        # Events may come faster than the worker answers (a group books, the desk sells): what is under way is waited
        # for, and asked for once more after it, so that the worker never has a queue of the same question.
        if self.busy:
            self._stale = True
            return
        self._since.start()
        only_seats, self._only_seats = self._only_seats, True
        if only_seats:
            self.refresh_seats()
        else:
            self.refresh()
