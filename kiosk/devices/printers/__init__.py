"""Ticket printers: a folder of PDF files, a queue of CUPS, ESC/POS over network, serial or USB."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.devices.printers.contract import Outcome, Printer, PrintPage, Status, Trouble

if TYPE_CHECKING:
    from kiosk.settings import Printer as PrinterSettings

__all__ = ["Outcome", "PrintPage", "Printer", "Status", "Trouble", "make_printer"]


def make_printer(settings: "PrinterSettings", home: Path) -> Printer | None:
    """The printer that the settings name; None for `none`. Nothing is opened yet."""
    if settings.kind == "pdf":
        from kiosk.devices.printers.pdf_folder import PdfFolder

        return PdfFolder(home / settings.folder)
    if settings.kind == "cups":
        from kiosk.devices.printers.cups import CupsQueue

        return CupsQueue(settings.queue, settings.server)
    if settings.kind == "none":
        return None
    from kiosk.devices.printers.escpos_printer import EscposPrinter
    from kiosk.devices.printers.links import TcpLink, serial_link, usb_link

    if settings.kind == "tcp":
        return EscposPrinter(
            f"tcp:{settings.host}:{settings.port}",
            partial(TcpLink, settings.host, settings.port),
            done_after_s=settings.done_after_s,
        )
    if settings.kind == "serial":
        open_link = partial(serial_link, settings.device, settings.baud)
    else:
        open_link = partial(usb_link, settings.device)
    return EscposPrinter(f"{settings.kind}:{settings.device}", open_link, done_after_s=settings.done_after_s)
