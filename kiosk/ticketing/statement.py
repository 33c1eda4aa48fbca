"""What a ticket says, and the bytes it says it in. `docs/ticket.md` describes the same bytes for other readers."""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from kiosk.ticketing.errors import CannotState, NotGenuine

VERSION = 1
HEAD = 23  # bytes before the party
MAX_BODY = 30  # 94 bytes with the signature: QR version 6, level M, alphanumeric, as base32 (RULES 1)
SIGNATURE = 64
SITE_SIGNS = 9
EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
_LAST_MINUTE = 2**24 - 1  # 23 November 2056

# Numbers are for ever: a new category takes the next one, none is used again for something else.
CATEGORIES: Mapping[int, str] = {
    0: "other",
    1: "adult",
    2: "child",
    3: "student",
    4: "senior",
    5: "disabled",
    6: "companion",
    7: "infant",
    8: "teacher",
    9: "group",
    10: "school",
    11: "member",
    12: "staff",
    13: "veteran",
    14: "family",
}
_NUMBERS = {slug: number for number, slug in CATEGORIES.items()}
_SIGNS = "\0abcdefghijklmnopqrstuvwxyz0123456789-_."  # forty: three of them in two bytes
_FIRST_OWN = 16  # a park's own categories: 16 to 255


@dataclass(frozen=True, slots=True)
class PartyLine:
    """So many of one category."""

    category: str
    count: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What a genuine ticket says.

    `key` is the number of the key that signed it; `site` the first nine signs of the park's slug; `serial` the
    ticket's, under 2^40; `session` the last twelve hexadecimal digits of the session's id; `starts_at` UTC, to
    the minute.
    """

    key: int
    site: str
    serial: int
    session: str
    starts_at: datetime
    party: tuple[PartyLine, ...]

    @property
    def heads(self) -> int:
        """How many people it lets in."""
        return sum(line.count for line in self.party)


def state(
    *, key: int, site: str, serial: int, session: UUID, starts_at: datetime, party: Iterable[tuple[str, int]]
) -> Statement:
    """A statement of these facts, as a reader will get it back.

    Raises CannotState where a fact does not fit into the bytes.
    """
    if not 0 < key < 2**16:
        raise CannotState(f"key number {key}: from 1 to 65535")
    if not 0 < serial < 2**40:
        raise CannotState(f"serial {serial}: from 1 to 2^40 - 1")
    if not re.fullmatch(r"[a-z0-9._-]+", site):
        raise CannotState(f"site {site!r}: small letters, digits and - _ . only")
    minute = (starts_at - EPOCH) // timedelta(minutes=1)
    if not 0 <= minute <= _LAST_MINUTE:
        raise CannotState(f"start {starts_at.isoformat()}: from {EPOCH.year} to 2056")
    return Statement(
        key=key,
        site=site[:SITE_SIGNS],
        serial=serial,
        session=session.hex[-12:],
        starts_at=EPOCH + timedelta(minutes=minute),
        party=_fitting(party),
    )


def pack(statement: Statement) -> bytes:
    """The body that is signed: 24 to 30 bytes.

    >>> from uuid import UUID
    >>> s = state(key=7, site="erqi", serial=5, session=UUID(int=255), starts_at=EPOCH, party=[("adult", 2)])
    >>> pack(s).hex(" ")
    '01 00 07 22 21 38 40 00 00 00 00 00 00 05 00 00 00 00 00 ff 00 00 00 12'
    """
    minute = (statement.starts_at - EPOCH) // timedelta(minutes=1)
    return b"".join(
        (
            VERSION.to_bytes(1, "big"),
            statement.key.to_bytes(2, "big"),
            _pack_site(statement.site),
            statement.serial.to_bytes(5, "big"),
            bytes.fromhex(statement.session),
            minute.to_bytes(3, "big"),
            _pack_party(statement.party),
        )
    )


def unpack(body: bytes, categories: Mapping[int, str] | None = None) -> Statement:
    """The statement in a body. `categories` names a park's own numbers (`own_number`); without, they read `own-NN`.

    Raises NotGenuine("other_version" or "malformed").
    """
    if not body or body[0] != VERSION:
        raise NotGenuine("other_version", str(body[0]) if body else "")
    if not HEAD < len(body) <= MAX_BODY:
        raise NotGenuine("malformed", f"{len(body)} bytes")
    return Statement(
        key=int.from_bytes(body[1:3], "big"),
        site=_unpack_site(body[3:9]),
        serial=int.from_bytes(body[9:14], "big"),
        session=body[14:20].hex(),
        starts_at=EPOCH + timedelta(minutes=int.from_bytes(body[20:23], "big")),
        party=_unpack_party(body[HEAD:], categories or {}),
    )


def own_number(slug: str) -> int:
    """The number of a category: its own in the table, else one from 16 to 255 that is made from its name."""
    return _NUMBERS.get(slug, _FIRST_OWN + zlib.crc32(slug.encode()) % (256 - _FIRST_OWN))


def names_of(slugs: Iterable[str]) -> dict[int, str]:
    """The numbers of a park's categories, to read its tickets by."""
    return {own_number(slug): slug for slug in slugs}


def _pack_site(site: str) -> bytes:
    packed = b""
    for part in (site[0:3], site[3:6], site[6:9]):
        a, b, c = (_SIGNS.index(sign) for sign in part.ljust(3, "\0"))
        packed += (a * 1600 + b * 40 + c).to_bytes(2, "big")
    return packed


def _unpack_site(packed: bytes) -> str:
    signs = ""
    for at in (0, 2, 4):
        value = int.from_bytes(packed[at : at + 2], "big")
        if value >= 64_000:
            raise NotGenuine("malformed", "site")
        signs += _SIGNS[value // 1600] + _SIGNS[value // 40 % 40] + _SIGNS[value % 40]
    site = signs.rstrip("\0")
    if not site or "\0" in site:
        raise NotGenuine("malformed", "site")
    return site


def _pack_party(party: Sequence[PartyLine]) -> bytes:
    packed = bytearray()
    for line in party:
        number = own_number(line.category) if not line.category.startswith("own-") else int(line.category[4:])
        packed.append(min(number, 15) << 4 | min(line.count, 15))
        if number > 14:
            packed.append(number)
        if line.count > 14:
            packed.append(line.count)
    return bytes(packed)


def _unpack_party(packed: bytes, categories: Mapping[int, str]) -> tuple[PartyLine, ...]:
    left = list(packed)
    party: list[PartyLine] = []
    while left:
        first = left.pop(0)
        number, count = first >> 4, first & 15
        try:
            if number == 15:
                number = left.pop(0)
            if count == 15:
                count = left.pop(0)
        except IndexError:
            raise NotGenuine("malformed", "party") from None
        if not count:
            raise NotGenuine("malformed", "party")
        party.append(PartyLine(CATEGORIES.get(number) or categories.get(number, f"own-{number}"), count))
    return tuple(party)


def _fitting(party: Iterable[tuple[str, int]]) -> tuple[PartyLine, ...]:
    """The party's lines; where they take over seven bytes, the last ones are told together as `other`."""
    lines = [PartyLine(category, count) for category, count in party if count]
    if not lines or any(not 0 < line.count <= 255 for line in lines):
        raise CannotState("a party is from 1 to 255 of each category")
    while len(_pack_party(lines)) > MAX_BODY - HEAD:
        *lines, last, end = lines
        if last.count + end.count > 255:
            raise CannotState("a party of so many categories and heads does not fit")
        lines.append(PartyLine("other", last.count + end.count))
    return tuple(lines)
