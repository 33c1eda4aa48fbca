"""An ESC/POS receipt printer: asked before, listened to after."""

import threading
import time
from collections.abc import Callable

from kiosk.devices.printers.contract import Outcome, PrintPage, Status
from kiosk.devices.printers.escpos_bytes import (
    ASK_ERROR,
    ASK_OFFLINE,
    ASK_PAPER,
    ASK_PRINTER,
    CLEAR,
    REPORT_PAPER,
    is_in_turn,
    is_instant,
    page_bytes,
    read_status,
)
from kiosk.devices.printers.links import Link, LinkTrouble


class EscposPrinter:
    """Sends a page only when the printer is ready, and waits until it says that the page has been worked off.

    `open_link` opens the way anew for each page, so that a printer which was switched off comes back by itself.
    `done_after_s` is how long a page takes where the printer answers nothing; `patience_s` how long to wait for one
    that does answer.
    """

    def __init__(
        self,
        name: str,
        open_link: Callable[[], Link],
        *,
        done_after_s: float = 6.0,
        patience_s: float = 30.0,
        answer_s: float = 0.5,
    ) -> None:
        self._name = name
        self._open = open_link
        self._done_after = done_after_s
        self._patience = patience_s
        self._answer = answer_s

    @property
    def name(self) -> str:
        return self._name

    def status(self) -> Status:
        try:
            link = self._open()
        except LinkTrouble as error:
            return Status("unreachable", answers=False, detail=str(error))
        try:
            return self._ask(link)
        except LinkTrouble as error:
            return Status("unreachable", answers=False, detail=str(error))
        finally:
            link.close()

    def send(self, page: PrintPage, *, handed_over: Callable[[str], None], stop: threading.Event) -> Outcome:
        """Nothing is sent to a printer that says it can't print; what was sent and not answered is `unknown`."""
        try:
            link = self._open()
        except LinkTrouble as error:
            return Outcome("not_sent", "unreachable", str(error))
        try:
            try:
                before = self._ask(link)
            except LinkTrouble as error:
                return Outcome("not_sent", "unreachable", str(error))
            if before.trouble:
                return Outcome("not_sent", before.trouble, before.detail)
            try:
                link.write(page_bytes(page.raster) + (REPORT_PAPER if before.answers else b""))
                handed_over("")
                return self._listen(link, stop) if before.answers else self._wait(stop)
            except LinkTrouble as error:
                return Outcome("unknown", "cut_off", str(error))
        finally:
            link.close()

    def _ask(self, link: Link) -> Status:
        answers: list[int] = []
        for question in (ASK_PRINTER, ASK_OFFLINE, ASK_ERROR, ASK_PAPER):
            link.write(question)
            got = [byte for byte in link.read(self._answer) if is_instant(byte)]
            if not got:
                return Status(answers=False)  # many cheap printers say nothing: they are believed to be ready
            answers.append(got[-1])
        return read_status(*answers)

    def _wait(self, stop: threading.Event) -> Outcome:
        if stop.wait(self._done_after):
            return Outcome("unknown", "stopping")
        return Outcome("unknown", "no_answer")

    def _listen(self, link: Link, stop: threading.Event) -> Outcome:
        until = time.monotonic() + self._patience
        while time.monotonic() < until and not stop.is_set():
            if any(is_in_turn(byte) for byte in link.read(self._answer)):
                return Outcome("confirmed")
            # Quiet so far: still printing, or stopped in the middle. The instant answers come past the waiting page.
            for question in (ASK_OFFLINE, ASK_PAPER):
                link.write(question)
            got = link.read(self._answer)
            if any(is_in_turn(byte) for byte in got):
                return Outcome("confirmed")
            instant = [byte for byte in got if is_instant(byte)]
            if len(instant) == 2:
                now = read_status(0x12, instant[0], 0x12, instant[1])
                if now.trouble:
                    # What is left in its memory must not pour out after the refill.
                    link.write(CLEAR)
                    return Outcome("unknown", now.trouble, now.detail)
        return Outcome("unknown", "stopping" if stop.is_set() else "no_answer")
