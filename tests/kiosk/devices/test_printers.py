"""Printers: a folder, a real queue of CUPS, and an ESC/POS printer that answers as Epson's manual says."""

import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from kiosk.devices import make_printer
from kiosk.devices.printers import Outcome, Printer, PrintPage
from kiosk.devices.printers.cups import CupsQueue
from kiosk.devices.printers.escpos_bytes import CLEAR
from kiosk.devices.printers.escpos_printer import EscposPrinter
from kiosk.devices.printers.links import EscposLink, TcpLink
from kiosk.devices.printers.pdf_folder import PdfFolder
from kiosk.devices.raster import Raster
from kiosk.settings import Printer as PrinterSettings
from tests.servers.cups import OUT, QUEUE

RASTER = Raster(384, 500, 203.2, bytes((0x0F,)) * 48 * 500)


class ReceiptPrinter:
    """An ESC/POS printer on a real socket. Answers from Epson's ESC/POS Command Reference, DLE EOT and GS r.

    `paper` and `cover` are its state; `rows_left` is after how many rows its roll ends; `mute` answers nothing.
    """

    def __init__(self, *, mute: bool = False, rows_left: int = 10_000, hang_up_after: int = 0) -> None:
        self.mute, self.rows_left, self.hang_up_after = mute, rows_left, hang_up_after
        self.cover_open = False
        self.paper_low = False
        self.rows = 0
        self.cuts = 0
        self.cleared = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        data, got = b"", 0
        while True:
            more = connection.recv(65536)
            got += len(more)
            if not more or (self.hang_up_after and got > self.hang_up_after):
                return
            data += more
            data = self._work(data, connection)

    def _work(self, data: bytes, connection: socket.socket) -> bytes:  # noqa: PLR0911 - a way out a command
        """Works off whole commands; real-time commands are found past what waits, as in the printer."""
        while data:
            if self.rows >= self.rows_left or self.cover_open:  # stopped: only real-time commands are heard
                at = data.find(b"\x10")
                if at < 0:
                    return data
                if data[at : at + 2] == b"\x10\x04" and len(data) > at + 2:
                    self._answer(data[at + 2], connection)
                    data = data[:at] + data[at + 3 :]
                    continue
                if data[at:].startswith(CLEAR):
                    self.cleared += 1
                    data = b""
                    continue
                return data
            if data[:2] == b"\x10\x04":
                if len(data) < 3:
                    return data
                self._answer(data[2], connection)
                data = data[3:]
            elif data[:2] == b"\x1b@":
                data = data[2:]
            elif data[:4] == b"\x1dv0\x00":
                if len(data) < 8:
                    return data
                wide, rows = int.from_bytes(data[4:6], "little"), int.from_bytes(data[6:8], "little")
                if len(data) < 8 + wide * rows:
                    return data
                self.rows += rows
                data = data[8 + wide * rows :]
            elif data[:4] == b"\x1dVB\x00":
                self.cuts += 1
                data = data[4:]
            elif data[:3] == b"\x1dr\x01":
                if not self.mute:
                    connection.sendall(b"\x00")
                data = data[3:]
            else:
                assert len(data) < 8, f"unknown command {data[:8]!r}"
                return data
        return data

    def _answer(self, n: int, connection: socket.socket) -> None:
        if self.mute:
            return
        out = self.rows >= self.rows_left
        fixed = 0x12
        answers = {
            1: fixed | (0x08 if out or self.cover_open else 0),
            2: fixed | (0x04 if self.cover_open else 0) | (0x20 if out else 0),
            3: fixed,
            4: fixed | (0x0C if self.paper_low or out else 0) | (0x60 if out else 0),
        }
        connection.sendall(bytes((answers[n],)))


@contextlib.contextmanager
def receipt_printer(**state: Any) -> Iterator[tuple[ReceiptPrinter, EscposPrinter]]:
    device = ReceiptPrinter(**state)
    printer = EscposPrinter(
        "tcp:test", lambda: TcpLink("127.0.0.1", device.port), done_after_s=0.01, patience_s=20, answer_s=0.3
    )
    try:
        yield device, printer
    finally:
        device.close()


def send(printer: Printer, title: str = "7K3M92QF4") -> tuple[Outcome, list[str]]:
    handed: list[str] = []
    outcome = printer.send(PrintPage(uuid4(), title, RASTER), handed_over=handed.append, stop=threading.Event())
    return outcome, handed


def test_a_page_is_confirmed_when_the_printer_has_worked_it_off() -> None:
    with receipt_printer() as (device, printer):
        outcome, handed = send(printer)
        assert (outcome.state, handed) == ("confirmed", [""])
        assert (device.rows, device.cuts) == (500, 1)


def test_low_paper_is_told_and_still_prints() -> None:
    with receipt_printer() as (device, printer):
        device.paper_low = True
        assert printer.status().paper_low
        assert printer.status().ready
        assert send(printer)[0].state == "confirmed"


def test_with_an_open_cover_not_one_byte_of_the_page_is_sent() -> None:
    with receipt_printer() as (device, printer):
        device.cover_open = True
        outcome, handed = send(printer)
        assert (outcome.state, outcome.trouble, handed) == ("not_sent", "cover_open", [])
        device.cover_open = False
        assert send(printer)[0].state == "confirmed"
        assert device.cuts == 1


def test_without_paper_nothing_is_sent() -> None:
    with receipt_printer(rows_left=0) as (device, printer):
        assert send(printer)[0].trouble == "paper_out"
        assert device.rows == 0


def test_paper_that_ends_in_the_middle_is_unknown_and_the_rest_does_not_pour_out() -> None:
    with receipt_printer(rows_left=240) as (device, printer):
        outcome, handed = send(printer)
        assert (outcome.state, outcome.trouble, handed) == ("unknown", "paper_out", [""])
    assert device.cleared == 1  # asked when it has read all that was sent
    assert device.cuts == 0


def test_a_printer_that_says_nothing_ends_as_unknown() -> None:
    with receipt_printer(mute=True) as (_, printer):
        assert printer.status().ready
        assert not printer.status().answers
        outcome, _ = send(printer)
        assert (outcome.state, outcome.trouble) == ("unknown", "no_answer")


def test_a_connection_that_breaks_under_the_page_is_unknown() -> None:
    with receipt_printer(hang_up_after=2_000) as (_, printer):
        outcome, _ = send(printer)
        assert (outcome.state, outcome.trouble) == ("unknown", "cut_off")


def test_a_printer_that_is_off_is_tried_again_later() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = int(gone.getsockname()[1])
    printer = EscposPrinter("tcp:off", lambda: TcpLink("127.0.0.1", port))
    assert printer.status().trouble == "unreachable"
    outcome, handed = send(printer)
    assert (outcome.state, outcome.trouble, handed) == ("not_sent", "unreachable", [])


def test_python_escpos_carries_the_bytes_to_serial_and_usb() -> None:
    from escpos.printer import Dummy

    device = Dummy()
    link = EscposLink(device)
    link.write(b"\x1b@page")
    assert device.output == b"\x1b@page"


def test_a_serial_or_usb_printer_that_is_not_there_is_unreachable() -> None:
    for settings in (
        PrinterSettings(kind="serial", device="/dev/no-such-port"),
        PrinterSettings(kind="usb", device="ffff:ffff"),
    ):
        printer = make_printer(settings, Path())
        assert printer is not None
        assert printer.status().trouble == "unreachable"


def test_a_folder_that_cannot_be_written_keeps_the_job(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    outcome, handed = send(PdfFolder(tmp_path / "file" / "tickets"))
    assert (outcome.state, outcome.trouble, handed) == ("not_sent", "folder", [])


def test_a_file_name_never_leaves_its_folder(tmp_path: Path) -> None:
    outcome, _ = send(PdfFolder(tmp_path / "tickets"), "../../etc/passwd")
    assert Path(outcome.output).parent == tmp_path / "tickets"
    assert not list((tmp_path / "tickets").glob(".*"))


def test_the_settings_choose_the_printer(tmp_path: Path) -> None:
    assert isinstance(make_printer(PrinterSettings(), tmp_path), PdfFolder)
    tcp = make_printer(PrinterSettings(kind="tcp", host="printer"), tmp_path)
    assert tcp is not None
    assert tcp.name == "tcp:printer:9100"
    assert make_printer(PrinterSettings(kind="none"), tmp_path) is None


@pytest.fixture
def cups() -> str:
    server = os.environ.get("KIOSK_TEST_CUPS_SERVER", "")
    if not server:
        pytest.skip("no CUPS scheduler: `make test` starts one")
    return server


@pytest.mark.cups
def test_a_real_queue_prints_and_says_so(cups: str) -> None:
    printer = CupsQueue(QUEUE, cups)
    title = f"T{uuid4().hex[:10]}"
    assert printer.status().ready
    outcome, handed = send(printer, title)
    files = list(OUT.glob(f"{title}*"))
    try:
        assert (outcome.state, handed) == ("confirmed", [outcome.output])
        assert [file.read_bytes()[:4] for file in files] == [b"%PDF"]
    finally:
        for file in files:
            file.unlink()


@pytest.mark.cups
def test_without_a_name_the_default_queue_is_asked_for(cups: str) -> None:
    printer = CupsQueue("", cups)
    assert printer.name == "cups"
    outcome, _ = send(printer, title := f"T{uuid4().hex[:10]}")
    for file in OUT.glob(f"{title}*"):
        file.unlink()
    assert outcome.state == "confirmed"
    assert outcome.output.startswith(QUEUE)


@pytest.mark.cups
def test_a_queue_that_does_not_exist_is_unreachable(cups: str) -> None:
    outcome, handed = send(CupsQueue("NoSuchQueue", cups))
    assert (outcome.state, outcome.trouble, handed) == ("not_sent", "unreachable", [])


def test_a_scheduler_that_is_off_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = int(gone.getsockname()[1])
    assert send(CupsQueue(QUEUE, f"localhost:{port}"))[0].trouble == "unreachable"
