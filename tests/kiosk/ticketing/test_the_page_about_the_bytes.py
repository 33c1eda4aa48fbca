"""docs/ticket.md is enough to write a reader from: this one is, and it reads the page's own example."""

import base64
import hashlib
import json
import re
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.ticketing.keys import PublicKeys
from kiosk.ticketing.signing import verify
from kiosk.ticketing.statement import CATEGORIES, own_number

PAGE = (Path(__file__).parents[3] / "docs" / "ticket.md").read_text(encoding="utf-8")
EXAMPLE = PAGE[PAGE.index("## An example") :]
KEYS = json.loads(re.search(r'\{"format".*?\]\}', PAGE, re.DOTALL)[0])  # type: ignore[index]  # the page has it
TEXT = re.search(r"^ {4}([A-Z2-7]{141,151})$", EXAMPLE, re.MULTILINE)[1]  # type: ignore[index]  # as above


def read_by_the_page(text: str, keys: dict[str, Any]) -> dict[str, Any]:
    """A reader with nothing but the page: no line of the program's own."""
    packed = base64.b32decode(text + "=" * (-len(text) % 8))
    body, signature = packed[:-64], packed[-64:]
    assert body[0] == 1
    row = next(row for row in keys["keys"] if int(row["number"], 16) == int.from_bytes(body[1:3], "big"))
    context = bytes.fromhex("676f6e6766616e672e7469636b65740a")
    Ed25519PublicKey.from_public_bytes(base64.b64decode(row["public"])).verify(signature, context + body)
    signs = " abcdefghijklmnopqrstuvwxyz0123456789-_."
    slug = ""
    for at in (3, 5, 7):
        three = body[at] * 256 + body[at + 1]
        slug += signs[three // 1600] + signs[three // 40 % 40] + signs[three % 40]
    names = dict(re.findall(r"\| (\d+) \| ([a-z]+) (?=\|)", PAGE))
    party, at = {}, 23
    while at < len(body):
        category, count = body[at] // 16, body[at] % 16
        at += 1
        if category == 15:
            category, at = body[at], at + 1
        if count == 15:
            count, at = body[at], at + 1
        party[names.get(str(category), str(category))] = count
    start = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=int.from_bytes(body[20:23], "big"))
    return {
        "site": slug.strip(), "serial": int.from_bytes(body[9:14], "big"), "session": body[14:20].hex(),
        "start": start, "party": party, "body": body.hex(),
    }  # fmt: skip


def told(name: str) -> str:
    found = re.search(rf"^\| {name} \| `?(.*?)`? \|$", EXAMPLE, re.MULTILINE)
    assert found is not None
    return found[1]


def test_a_reader_written_from_the_page_reads_its_example() -> None:
    read = read_by_the_page(TEXT, KEYS)
    assert read["site"] == told("site")
    assert read["serial"] == int(told("serial"))
    assert read["session"] == UUID(told("session")).hex[-12:]
    assert read["start"] == datetime.fromisoformat(told("start"))
    assert ", ".join(f"{name} {count}" for name, count in read["party"].items()) == told("party")
    assert read["body"] == told("body")


def test_the_program_reads_the_example_alike(tmp_path: Path) -> None:
    file = tmp_path / "public.json"
    file.write_text(json.dumps(KEYS), encoding="utf-8")
    statement = verify(TEXT, PublicKeys.read(file))
    read = read_by_the_page(TEXT, KEYS)
    assert (statement.site, statement.serial, statement.session) == (read["site"], read["serial"], read["session"])
    assert {line.category: line.count for line in statement.party} == read["party"]
    assert statement.starts_at == read["start"]


def test_the_examples_key_is_the_one_that_the_page_names() -> None:
    public = Ed25519PrivateKey.from_private_bytes(bytes(range(32))).public_key().public_bytes_raw()
    assert KEYS["keys"][0]["public"] == base64.b64encode(public).decode()
    assert KEYS["keys"][0]["number"] == hashlib.sha256(public).hexdigest()[:4]


def test_the_pages_categories_are_the_programs() -> None:
    assert {int(n): name for n, name in re.findall(r"\| (\d+) \| ([a-z]+) (?=\|)", PAGE)} == dict(CATEGORIES)
    assert own_number("bring-a-friend") == 16 + zlib.crc32(b"bring-a-friend") % 240
