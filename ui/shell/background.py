"""The one way to work off the UI thread.

The worker builds the `App` (heavy imports, database) after the first frame; the UI thread never holds it. Changes run
on one thread, so that they keep their order; queries on a second, so that a page never waits behind a booking that is
being written.
"""

import logging
import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from kiosk.app import App

log = logging.getLogger(__name__)

TRY_AGAIN_S = 20.0
"""How long until an App that could not be built is tried again: a database server may come up after the kiosk."""
SHARE_S = 0.0005
"""A worker that computes hands Python to the UI thread when that has waited so long. Python's own 5 ms are the greater
part of a frame, and a page that opens waits as often as it calls Python."""
FRAME_S = 0.06
"""A first frame that has not come by then is not waited for: nobody sees the window."""

T = TypeVar("T")
Work = Callable[["App"], Any]
Failed = Callable[[Exception], None]


class AppUnavailable(Exception):
    """The App could not be built (settings, disk, database). `__cause__` holds why."""


@dataclass(eq=False)
class Job:
    """One piece of work. `cancel()` keeps its result from coming back; work that has begun is not broken off."""

    work: Work
    done: Callable[[Any], None]
    failed: Failed
    what: str
    cancelled: bool = field(default=False)
    finished: bool = field(default=False)

    def cancel(self) -> None:
        """Call on the UI thread: neither `done` nor `failed` will be called from now on."""
        self.cancelled = True


class Background(QObject):
    """Runs work with the App on worker threads and brings results back to the thread that this object lives on."""

    # (job, result or None, error or None), queued to the UI thread.
    _finished = Signal(object, object, object)
    # (the App's events) a published event, queued to the UI thread.
    _published = Signal(object)
    ready = Signal()
    unavailable = Signal(object)
    idle = Signal()

    def __init__(
        self, build: Callable[[], "App"], parent: QObject | None = None, *, try_again_s: float = TRY_AGAIN_S
    ) -> None:
        super().__init__(parent)
        self._build = build
        self._try_again_s = try_again_s
        self._app: App | None = None
        self._failure: AppUnavailable | None = None
        self._built = threading.Event()
        self._changes: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._queries: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._followers: dict[type, list[Callable[[Any], None]]] = {}
        self._unfollow: list[Callable[[], None]] = []
        self._pending = 0
        self._stopped = False
        self._seen = threading.Event()
        self._seen.set()
        self._share_before = sys.getswitchinterval()

    def start(self) -> None:
        """Begin: build the App, then work. Call after the first frame. Jobs given before are kept."""
        if self._threads or self._stopped:
            return
        from PySide6.QtCore import Qt  # a hundred enumerations, 20 ms: not before the first frame

        sys.setswitchinterval(SHARE_S)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._published.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        for name, jobs, builds in (("changes", self._changes, True), ("queries", self._queries, False)):
            thread = threading.Thread(target=self._work_on, args=(jobs, builds), name=f"gongfang-{name}", daemon=True)
            self._threads.append(thread)
            thread.start()

    @property
    def pending(self) -> int:
        """How many jobs have not come back yet."""
        return self._pending

    def run(self, work: Callable[["App"], T], done: Callable[[T], None], failed: Failed, *, query: bool = False) -> Job:
        """Run `work` with the App; call `done` with its result, or `failed` with its error, on the UI thread.

        Jobs without `query` change things and keep their order; jobs with it run on the second thread.
        """
        job = Job(work, done, failed, getattr(work, "__qualname__", repr(work)))
        if self._stopped:
            job.cancel()
            return job
        self._pending += 1
        (self._queries if query else self._changes).put(job)
        return job

    def let_frame_first(self) -> None:
        """A page has been made: queries begin when its first frame has been painted, which they would delay."""
        self._seen.clear()

    @Slot()
    def frame_painted(self) -> None:
        """A frame is on the screen."""
        self._seen.set()

    def follow(self, kind: type, follower: Callable[[Any], None]) -> Callable[[], None]:
        """Call `follower` on the UI thread with each event of `kind` that the App publishes. Returns the way to
        stop."""
        followers = self._followers.setdefault(kind, [])
        followers.append(follower)

        def stop() -> None:
            if follower in followers:
                followers.remove(follower)

        return stop

    def stop(self) -> None:
        """Cancel what waits, let what runs end, close the App, join the threads. Nothing comes back after it."""
        if self._stopped:
            return
        self._stopped = True
        self._queries.put(None)
        self._changes.put(None)
        for thread in reversed(self._threads):
            thread.join(timeout=30)
            if thread.is_alive():
                log.error("%s did not end within 30 s", thread.name)
        self._threads.clear()
        sys.setswitchinterval(self._share_before)
        self._followers.clear()

    def _work_on(self, jobs: "queue.SimpleQueue[Job | None]", builds: bool) -> None:
        if builds:
            self._build_app()
        self._built.wait()
        while (job := self._next(jobs, builds)) is not None:
            if self._stopped or job.cancelled:
                self._finished.emit(job, None, None)
                continue
            if not builds and not self._seen.wait(FRAME_S):
                self._seen.set()
            self._do(job)
        if builds and self._app is not None:
            for stop in self._unfollow:
                stop()
            self._app.close()
            self._app = None

    def _next(self, jobs: "queue.SimpleQueue[Job | None]", builds: bool) -> Job | None:
        while builds and self._app is None:
            try:
                return jobs.get(timeout=self._try_again_s)
            except queue.Empty:
                self._build_app()
        return jobs.get()

    def _build_app(self) -> None:
        try:
            self._app = self._build()
            self._unfollow.append(self._app.events.follow(object, self._published.emit))
            self.ready.emit()
        except Exception as error:  # an edge: the worker. Pages say so in a sentence; staff find why in the log.
            if self._failure is None or str(error) != str(self._failure):
                log.exception("building the App failed")
            self._failure = AppUnavailable(str(error))
            self._failure.__cause__ = error
            self.unavailable.emit(error)
        finally:
            self._built.set()

    def _do(self, job: Job) -> None:
        if self._app is None:
            self._finished.emit(job, None, self._failure)
            return
        try:
            result = job.work(self._app)
        except Exception as error:  # an edge: a worker's job. The page decides what to say.
            log.info("%s failed: %r", job.what, error)
            self._finished.emit(job, None, error)
        else:
            self._finished.emit(job, result, None)

    @Slot(object, object, object)
    def _deliver(self, job: Job, result: Any, error: Exception | None) -> None:
        self._pending -= 1
        job.finished = True
        if not job.cancelled and not self._stopped:
            try:
                if error is None:
                    job.done(result)
                else:
                    job.failed(error)
            except Exception:  # an edge: a page's answer to a result must not take the window down
                log.exception("taking the result of %s failed", job.what)
        if self._pending == 0:
            self.idle.emit()

    @Slot(object)
    def _tell(self, event: object) -> None:
        if self._stopped:
            return
        for kind, followers in self._followers.items():
            if isinstance(event, kind):
                for follower in tuple(followers):
                    follower(event)
