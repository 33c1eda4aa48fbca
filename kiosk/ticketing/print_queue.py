"""The worker that carries stored jobs to the printer, one at a time."""

import logging
import threading
from collections.abc import Callable
from uuid import UUID

from db.store import Store, StoreTrouble
from kiosk.clock import Clock
from kiosk.devices.printers import Outcome, Printer, PrintPage
from kiosk.devices.raster import Raster
from kiosk.events import Events, PrintJobChanged, StaffNotice
from kiosk.ticketing import print_jobs
from kiosk.ticketing.print_jobs import JobState, PrintJob

log = logging.getLogger(__name__)
NOTICE = "printer"
_TRY_AGAIN_S = 3.0  # while a printer is in trouble
_LET_BE_SHOWN_S = 0.4
"""A new job waits so long, stored, before it is drawn: drawing takes 20 ms of what the screen needs to show the same
ticket and to slide it in (0.2 s). Paper takes seconds."""
_STATE_OF: dict[str, JobState] = {
    "confirmed": "confirmed",
    "not_sent": "queued",
    "unknown": "unknown",
    "failed": "failed",
}


class PrintQueue:
    """A thread that takes the next job when the printer is done with the one before. `start` and `stop` once."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        events: Events,
        printer: Printer,
        device: UUID,
        compose: Callable[[PrintJob], Raster],
        stale_after_s: float = 180.0,
        try_again_s: float = _TRY_AGAIN_S,
        let_be_shown_s: float = _LET_BE_SHOWN_S,
    ) -> None:
        self._store, self._clock, self._events = store, clock, events
        self._printer, self._device, self._compose = printer, device, compose
        self._stale_after, self._try_again = stale_after_s, try_again_s
        self._let_be_shown = let_be_shown_s
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._noticed = ""

    def start(self) -> None:
        """Say of what was left in the printer that it is unknown, and begin to print."""
        for job in print_jobs.recover(self._store, self._clock, self._device):
            self._changed(job)
        self._thread = threading.Thread(target=self._run, name="print-queue", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """A job has been stored."""
        self._wake.set()

    def stop(self) -> None:
        """End the thread: waits for the printer's bytes to be out, not for its paper."""
        self._stop.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def work_off(self) -> bool:
        """Print what waits, on the calling thread, until nothing does (True) or the printer can't (False)."""
        while not self._stop.is_set():
            for job in print_jobs.expire(self._store, self._clock, self._device, self._stale_after):
                self._changed(job)
            job_or_none = print_jobs.take_next(self._store, self._device, self._printer.name)
            if job_or_none is None:
                return True
            self._changed(job_or_none)
            if not self._print(job_or_none):
                return False
        return False

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.clear()
            try:
                idle = self.work_off()
            except StoreTrouble as trouble:
                log.warning("print jobs wait: %s", trouble)
                idle = False
            except Exception:  # an edge: the worker's job; a thread that dies would leave every ticket unprinted
                log.exception("the print queue failed at a job")
                idle = False
            if self._wake.wait(None if idle else self._try_again):
                self._stop.wait(self._let_be_shown)

    def _print(self, job: PrintJob) -> bool:
        try:
            page = PrintPage(job.id, job.booking_code, self._compose(job))
        except Exception:  # an edge: a booking that cannot be drawn must not stop those behind it
            log.exception("ticket of job %s cannot be drawn", job.id)
            self._set(job.id, "failed", reason="unprintable")
            self._notice("unprintable", f"The ticket of {job.booking_code} cannot be drawn; see the log.")
            return True
        try:
            outcome = self._printer.send(page, handed_over=lambda output: self._sent(job.id, output), stop=self._stop)
        except Exception:  # an edge: a driver's fault; how far it came is not known
            log.exception("printer %s failed at job %s", self._printer.name, job.id)
            outcome = Outcome("unknown", "fault")
        self._set(job.id, _STATE_OF[outcome.state], reason=outcome.trouble or "", output=outcome.output or None)
        if outcome.state == "confirmed":
            self._clear()
        else:
            self._notice(
                outcome.trouble or outcome.state, f"{outcome.state} ({outcome.trouble}) {outcome.detail}".strip()
            )
        return outcome.state != "not_sent"

    def _sent(self, job: UUID, output: str) -> None:
        self._set(job, "sent", output=output or None)

    def _set(self, job: UUID, state: JobState, *, reason: str = "", output: str | None = None) -> None:
        self._changed(print_jobs.set_state(self._store, self._clock, job, state, reason=reason, output=output))

    def _changed(self, job: PrintJob) -> None:
        self._events.publish(PrintJobChanged(job.id, job.state))

    def _notice(self, reason: str, detail: str) -> None:
        if reason != self._noticed:  # once, not at every try
            self._noticed = reason
            self._events.publish(StaffNotice(NOTICE, f"Printer {self._printer.name}: {detail}"))

    def _clear(self) -> None:
        if self._noticed:
            self._noticed = ""
            self._events.publish(StaffNotice(NOTICE, ""))  # an empty text takes the notice back
