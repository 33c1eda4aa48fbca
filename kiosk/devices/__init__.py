"""What is plugged in: printers, scanners, speech. Each a small protocol with real implementations."""

from kiosk.devices.paper import PAPERS, Paper, PaperName
from kiosk.devices.printers import Outcome, Printer, PrintPage, Status, Trouble, make_printer
from kiosk.devices.raster import Raster
from kiosk.devices.scanner import KeyRun, Scanner, SerialScanner
from kiosk.devices.speech import Speech, make_speech

__all__ = [
    "PAPERS", "KeyRun", "Outcome", "Paper", "PaperName", "PrintPage", "Printer", "Raster", "Scanner", "SerialScanner",
    "Speech", "Status", "Trouble", "make_printer", "make_speech",
]  # fmt: skip
