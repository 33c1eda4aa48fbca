"""A queue of CUPS, of this machine or of a server, by IPP: see docs/decisions/021-cups-by-ipp.md."""

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.devices.printers import ipp
from kiosk.devices.printers.contract import Outcome, PrintPage, Status, Trouble
from kiosk.devices.printers.ipp import IppClient, IppTrouble, Value

_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd")
_COMPLETED, _ABORTED, _CANCELLED = 9, 8, 7  # job-state, RFC 8011 5.3.7
_STOPPED = 5  # printer-state, RFC 8011 5.4.11
_LOOK_EVERY_S = 0.25
_REASONS: tuple[tuple[str, Trouble], ...] = (
    ("media-empty", "paper_out"),
    ("media-needed", "paper_out"),
    ("cover-open", "cover_open"),
    ("door-open", "cover_open"),
    ("interlock-open", "cover_open"),
    ("media-jam", "fault"),
    ("marker-supply-empty", "fault"),
    ("offline", "offline"),
    ("shutdown", "offline"),
    ("connecting-to-device", "offline"),
    ("timed-out", "offline"),
    ("paused", "stopped"),
)


def default_server() -> str:
    """The socket of this machine's scheduler, or its port where there is no socket."""
    return next((path for path in _SOCKETS if Path(path).exists()), "localhost:631")


class CupsQueue:
    """Prints PDF pages in true size to a queue and follows the job until the queue is done with it."""

    def __init__(self, queue: str, server: str = "", *, patience_s: float = 60.0) -> None:
        self._ipp = IppClient(server or default_server())
        self._queue = queue
        self._name = f"cups:{queue}" if queue else "cups"  # stays as it is stored with the jobs
        self._patience = patience_s

    @property
    def name(self) -> str:
        return self._name

    def status(self) -> Status:
        try:
            self._find_default()
            told = self._ipp.ask(
                ipp.GET_PRINTER,
                self._path,
                (
                    ipp.uri("printer-uri", self._uri),
                    ipp.keywords(
                        "requested-attributes",
                        "printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs",
                    ),
                ),
            )  # fmt: skip
        except IppTrouble as error:
            return Status("unreachable", answers=False, detail=str(error))
        return _status(told)

    def send(self, page: PrintPage, *, handed_over: Callable[[str], None], stop: threading.Event) -> Outcome:
        """One job of one page, never scaled. A job that the queue holds back is taken out again: nothing pours out."""
        before = self.status()
        if before.trouble:
            return Outcome("not_sent", before.trouble, before.detail)
        try:
            told = self._ipp.ask(
                ipp.PRINT_JOB,
                self._path,
                (
                    ipp.uri("printer-uri", self._uri),
                    ipp.text_name("requesting-user-name", "kiosk"),
                    ipp.text_name("job-name", page.title),
                    ipp.mime("document-format", "application/pdf"),
                ),
                job=(ipp.keyword("print-scaling", "none"), ipp.keyword("media", _media(page))),
                document=page.raster.pdf(page.title),
            )
            number = told["job-id"][0]
        except (IppTrouble, KeyError) as error:
            # An answer of the scheduler is a no; a broken connection may have left a job behind.
            refused = isinstance(error, IppTrouble) and error.status
            return Outcome("not_sent" if refused else "unknown", "aborted" if refused else "cut_off", str(error))
        output = f"{self._queue}-{number}"
        handed_over(output)
        return self._follow(int(number), output, stop)

    def _follow(self, number: int, output: str, stop: threading.Event) -> Outcome:
        until = time.monotonic() + self._patience
        detail = ""
        while time.monotonic() < until:
            try:
                state = self._state(number)
            except IppTrouble as error:
                state, detail = 0, str(error)
            if state == _COMPLETED:
                return Outcome("confirmed", output=output)
            if state in (_ABORTED, _CANCELLED):
                return Outcome("failed", "aborted", output=output)
            if stop.wait(_LOOK_EVERY_S):
                break
        trouble = "stopping" if stop.is_set() else self.status().trouble or "no_answer"
        self._cancel(number)
        return Outcome("unknown", trouble, detail, output)

    def _state(self, number: int) -> int:
        told = self._ipp.ask(
            ipp.GET_JOB,
            self._path,
            (
                ipp.uri("printer-uri", self._uri),
                ipp.integer("job-id", number),
                ipp.keywords("requested-attributes", "job-state", "job-state-reasons"),
            ),
        )
        return int(told.get("job-state", (0,))[0])

    def _cancel(self, number: int) -> None:
        try:
            self._ipp.ask(
                ipp.CANCEL_JOB,
                self._path,
                (
                    ipp.uri("printer-uri", self._uri),
                    ipp.integer("job-id", number),
                    ipp.text_name("requesting-user-name", "kiosk"),
                ),
            )
        except IppTrouble:
            return  # finished meanwhile, or the scheduler is gone: the job is told as unknown either way

    def _find_default(self) -> None:
        """Ask which queue is the default one, the first time that it matters. Raises IppTrouble."""
        if not self._queue:
            told = self._ipp.ask(ipp.CUPS_GET_DEFAULT, "/", (ipp.keywords("requested-attributes", "printer-name"),))
            self._queue = str(told.get("printer-name", ("",))[0])
            if not self._queue:
                raise IppTrouble("the scheduler has no default queue: name one with printer.queue")

    @property
    def _path(self) -> str:
        return f"/printers/{self._queue}"

    @property
    def _uri(self) -> str:
        return f"ipp://{self._ipp.host}{self._path}"


def _status(told: Mapping[str, tuple[Value, ...]]) -> Status:
    reasons = [str(reason) for reason in told.get("printer-state-reasons", ())]
    detail = str(told.get("printer-state-message", ("",))[0])
    low = any(reason.startswith("media-low") for reason in reasons)
    for sign, trouble in _REASONS:
        # `-warning` and `-report` do not stop a printer; without an ending it is as bad as `-error` (RFC 8011 5.4.12).
        if any(reason.startswith(sign) and not reason.endswith(("-warning", "-report")) for reason in reasons):
            return Status(trouble, paper_low=low, detail=detail)
    if told.get("printer-state", (0,))[0] == _STOPPED or not told.get("printer-is-accepting-jobs", (True,))[0]:
        return Status("stopped", paper_low=low, detail=detail)
    return Status(paper_low=low, detail=detail)


def _media(page: PrintPage) -> str:
    """The page's own size by its self-describing name (PWG 5101.1)."""
    wide, high = (round(dots * 25.4 / page.raster.dpi) for dots in (page.raster.width, page.raster.height))
    names = {(105, 148): "iso_a6_105x148mm", (148, 210): "iso_a5_148x210mm"}
    return names.get((wide, high), f"custom_{wide}x{high}mm_{wide}x{high}mm")
