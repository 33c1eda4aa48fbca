"""Whether a ticket's text is genuine, with the public keys alone."""

from collections.abc import Mapping

from kiosk.ticketing.errors import NotGenuine
from kiosk.ticketing.keys import Keys, PublicKeys
from kiosk.ticketing.statement import SIGNATURE, VERSION, Statement, pack, unpack
from kiosk.ticketing.typed import encode, readings

# Goes before the body when it is signed, so that a signature over anything else of the park is never a ticket.
CONTEXT = b"gongfang.ticket\n"


def sign(statement: Statement, keys: Keys) -> str:
    """The QR's text of a statement, signed. Raises CannotSign where the folder has no private key."""
    body = pack(statement)
    return encode(body + keys.sign(statement.key, CONTEXT + body))


def verify(text: str, keys: PublicKeys, categories: Mapping[int, str] | None = None) -> Statement:
    """What a genuine ticket says, however a scanner typed it.

    `categories` names a park's own category numbers. Raises NotGenuine; of several readings, the reason of the one that
    came nearest to a ticket.
    """
    nearest = NotGenuine("not_a_ticket")
    for packed in readings(text):
        try:
            return _read(packed, keys, categories)
        except NotGenuine as refusal:
            if _NEARNESS[refusal.reason] > _NEARNESS[nearest.reason]:
                nearest = refusal
    raise nearest


_NEARNESS = {"not_a_ticket": 0, "other_version": 1, "unknown_key": 2, "forged": 3, "malformed": 4, "withdrawn_key": 5}


def _read(packed: bytes, keys: PublicKeys, categories: Mapping[int, str] | None) -> Statement:
    body, signature = packed[:-SIGNATURE], packed[-SIGNATURE:]
    if body[0] != VERSION:
        raise NotGenuine("other_version", str(body[0]))
    keys.check(int.from_bytes(body[1:3], "big"), CONTEXT + body, signature)
    return unpack(body, categories)
