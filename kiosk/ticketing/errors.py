"""What can be wrong with a ticket, its key or its printing, by name."""

from typing import Literal

Reason = Literal["not_a_ticket", "other_version", "unknown_key", "withdrawn_key", "forged", "malformed"]


class TicketingError(Exception):
    """Anything that goes wrong with tickets."""


class NotGenuine(TicketingError):
    """The text is no ticket of this park.

    `reason` is a stable code; `detail` is a fact for staff (a key's number, a version). What is said to people is made
    at the edge from both.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: Reason = reason
        self.detail = detail


class CannotState(TicketingError):
    """These facts do not fit into a ticket's bytes; the text says which."""


class BadKeys(TicketingError):
    """The folder or file of keys cannot be used; the text names it and the mend."""


class CannotSign(BadKeys):
    """There is no private key here: a door can tell a genuine ticket, but not make one."""


class NoFont(TicketingError):
    """No font with Chinese letters was found; the text names the mend."""


class BadMotif(TicketingError):
    """The site's motif.svg cannot be drawn; the text names file and fault."""


class CodeTooSmall(TicketingError):
    """On this paper the code's modules would be under 4 dots or under 0.5 mm (RULES 1, 5): no such layout is made."""


class Unreadable(TicketingError):
    """Our own reader could not read the code in the finished bitmap, or read something else (RULES 5)."""


class UnknownJob(TicketingError):
    """There is no print job of this id."""
