"""What a ticket printer is to the rest of the house: it is given one page, and says what became of it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

from kiosk.devices.raster import Raster

Trouble = Literal[
    "unreachable",  # off, unplugged, no such address, no such queue
    "offline",  # answers, but does not print now
    "paper_out",
    "cover_open",
    "fault",  # cutter, head, or another error that the printer reports
    "stopped",  # the queue is held or refuses jobs
    "folder",  # the folder of PDF files cannot be written
    "cut_off",  # the connection broke while the page was on its way
    "no_answer",  # the page went out, but nothing says that it was printed
    "aborted",  # the queue gave the job up
    "stopping",  # the kiosk was closed before the printer had answered
]


@dataclass(frozen=True, slots=True)
class Status:
    """How a printer is now. `trouble` keeps it from printing; `answers` is whether it can tell at all."""

    trouble: Trouble | None = None
    paper_low: bool = False
    answers: bool = True
    detail: str = ""

    @property
    def ready(self) -> bool:
        return self.trouble is None


@dataclass(frozen=True, slots=True)
class PrintPage:
    """One page to print. `title` is what a queue or a file is called: a booking's code, nothing personal."""

    id: UUID
    title: str
    raster: Raster


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a page.

    `confirmed`: printed. `not_sent`: nothing has reached the printer, it may be tried again. `unknown`: it may have
    been printed; only a person can say. `failed`: it was not printed and will not be.
    `output` is where it went: a file, or the queue's name for the job.
    """

    state: Literal["confirmed", "not_sent", "unknown", "failed"]
    trouble: Trouble | None = None
    detail: str = ""
    output: str = ""


class Printer(Protocol):
    """A ticket printer. Used by one thread at a time."""

    @property
    def name(self) -> str:
        """What tells it from other printers of this kiosk; stored with its jobs."""
        ...

    def status(self) -> Status:
        """How it is now. Never raises; takes two seconds at most."""
        ...

    def send(self, page: PrintPage, *, handed_over: Callable[[str], None], stop: threading.Event) -> Outcome:
        """Print a page and wait for what becomes of it. Never raises for the world's faults.

        `handed_over(output)` is called when the last byte has left; `stop` ends the waiting.
        """
        ...
