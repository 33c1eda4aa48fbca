"""The bytes of ESC/POS that a ticket needs, and the status bytes that come back.

Source: Epson, "ESC/POS Command Reference" (TM printers): GS v 0, DLE EOT, DLE DC4 (fn 8), GS r, ESC @, GS V.
The raster is packed by us: our rows already are what GS v 0 wants, while python-escpos' image path takes 7 to 10 ms.
"""

from kiosk.devices.printers.contract import Status, Trouble
from kiosk.devices.raster import Raster

RESET = b"\x1b@"
FEED_CUT = b"\x1dVB\x00"  # GS V 66 0: feed to the cutter and cut, leaving a point
REPORT_PAPER = b"\x1dr\x01"  # GS r 1: answered in its turn, so the answer says that all before it has been worked off
ASK_PRINTER, ASK_OFFLINE, ASK_ERROR, ASK_PAPER = (b"\x10\x04" + bytes((n,)) for n in (1, 2, 3, 4))  # DLE EOT n
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"  # DLE DC4 8: throws away what is still in the printer's memory
BAND = 240  # rows a command: small printers hold some 4 KiB


def page_bytes(raster: Raster) -> bytes:
    """A page from reset to cut, in bands of GS v 0."""
    wide = raster.row_bytes
    out = [RESET]
    for top in range(0, raster.height, BAND):
        rows = min(BAND, raster.height - top)
        out.append(b"\x1dv0\x00" + wide.to_bytes(2, "little") + rows.to_bytes(2, "little"))
        out.append(raster.dots[top * wide : (top + rows) * wide])
    out.append(FEED_CUT)
    return b"".join(out)


def is_instant(answer: int) -> bool:
    """Whether a byte answers DLE EOT: bits 0 and 7 are 0, bits 1 and 4 are 1."""
    return answer & 0b1001_0011 == 0b0001_0010


def is_in_turn(answer: int) -> bool:
    """Whether a byte answers GS r 1: bits 4 and 7 are 0."""
    return answer & 0b1001_0000 == 0


def read_status(printer: int, offline: int, error: int, paper: int) -> Status:
    """What the four answers to DLE EOT 1 to 4 say.

    >>> read_status(0x12, 0x12, 0x12, 0x12).ready
    True
    >>> read_status(0x1A, 0x16, 0x12, 0x12).trouble
    'cover_open'
    """
    trouble: Trouble | None = None
    detail = ""
    if offline & 0x04:
        trouble = "cover_open"
    elif paper & 0x60 or offline & 0x20:  # roll-paper end sensor; printing stopped for paper end
        trouble = "paper_out"
    elif offline & 0x40:
        trouble = "fault"
        detail = "cutter" if error & 0x08 else "unrecoverable" if error & 0x20 else "recovers" if error & 0x40 else ""
    elif printer & 0x08:
        trouble = "offline"
    return Status(trouble, paper_low=bool(paper & 0x0C), detail=detail)
