"""The ticket: what its QR says, whether it is genuine, and its way to paper (docs/ticket.md, docs/printers.md)."""

from kiosk.devices.raster import Raster
from kiosk.ticketing.errors import (
    BadKeys,
    BadMotif,
    CannotSign,
    CannotState,
    CodeTooSmall,
    NoFont,
    NotGenuine,
    TicketingError,
    UnknownJob,
    Unreadable,
)
from kiosk.ticketing.keys import KeyInfo, Keys, PublicKeys
from kiosk.ticketing.print_jobs import Advice, JobState, PrintJob
from kiosk.ticketing.signing import verify
from kiosk.ticketing.standing import Standing
from kiosk.ticketing.statement import PartyLine, Statement
from kiosk.ticketing.ticketing import Ticketing

__all__ = [
    "Advice", "BadKeys", "BadMotif", "CannotSign", "CannotState", "CodeTooSmall", "JobState", "KeyInfo", "Keys",
    "NoFont", "NotGenuine", "PartyLine", "PrintJob", "PublicKeys", "Raster", "Standing", "Statement",
    "Ticketing", "TicketingError", "UnknownJob", "Unreadable", "verify",
]  # fmt: skip
