"""`kiosk ticket verify TEXT`: whether a ticket is genuine, for which session, and how it stands here."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.commandline.errors import WrongUse

if TYPE_CHECKING:
    from kiosk.ticketing import Standing, Statement

# Said to staff at a terminal, by the reason's code.
_REFUSALS = {
    "not_a_ticket": "this is not the text of a ticket",
    "other_version": "a ticket of another version of the program: update it",
    "unknown_key": "signed by a key that is not known here: not of this park, or the keys are out of date",
    "withdrawn_key": "signed by a key that has been withdrawn: issue the ticket again",
    "forged": "the signature is false: not a genuine ticket",
    "malformed": "the signature is good, but what it signs cannot be read",
}


def add_parser(subparsers: Any) -> None:
    """Add `ticket verify`."""
    ticket = subparsers.add_parser("ticket")
    verbs = ticket.add_subparsers(dest="verb", metavar="verify", required=True)
    verify = verbs.add_parser("verify", help="genuine or not, for which session, used or not")
    verify.add_argument("text", metavar="TEXT", help="what a scanner read from the QR, in any case or keyboard layout")
    verify.add_argument(
        "--keys",
        metavar="FILE",
        help="a file of public keys (keys/public.json of a kiosk): no database is opened then",
    )
    verify.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """0: genuine, and valid as far as is known here; 1: refused; 2: the keys cannot be read."""
    from kiosk.ticketing import BadKeys, NotGenuine

    try:
        statement, standing = _with_keys(args) if args.keys else _with_database(args)
    except NotGenuine as refusal:
        if args.json:
            print(json.dumps({"genuine": False, "reason": refusal.reason, "detail": refusal.detail}))
        else:
            print(f"refused: {_REFUSALS[refusal.reason]}" + (f" ({refusal.detail})" if refusal.detail else ""))
        return 1
    except BadKeys as error:
        raise WrongUse(str(error)) from error
    told = _told(statement, standing)
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        _print(told)
    return 0 if standing is None or standing.state in ("valid", "unknown") else 1


def _with_keys(args: argparse.Namespace) -> "tuple[Statement, Standing | None]":
    from kiosk.ticketing import PublicKeys, verify

    return verify(args.text, PublicKeys.read(Path(args.keys))), None


def _with_database(args: argparse.Namespace) -> "tuple[Statement, Standing | None]":
    from ui.commandline.opening import opened

    with opened(args) as app:
        statement = app.ticketing.verify(args.text)
        return statement, app.ticketing.standing(statement)


def _told(statement: "Statement", standing: "Standing | None") -> dict[str, Any]:
    told: dict[str, Any] = {
        "genuine": True,
        "key": f"{statement.key:04x}",
        "site": statement.site,
        "serial": statement.serial,
        "session": statement.session,
        "starts_at": statement.starts_at.isoformat(),
        "party": {line.category: line.count for line in statement.party},
        "heads": statement.heads,
    }
    return told if standing is None else told | asdict(standing)


def _print(told: dict[str, Any]) -> None:
    party = ", ".join(f"{count} {category}" for category, count in told["party"].items())
    print(f"genuine: {told['site']}, starts {told['starts_at']}, {party}")
    print(f"session …{told['session']}, serial {told['serial']}, key {told['key']}")
    if "state" in told:
        used = "used" if told["used"] else "not used"
        known = f"{told['state']}, {used}, booking {told['code']}" if told["code"] else "not known to this database"
        print(known + (f", moved to {told['moved_to']}" if told["moved_to"] else ""))
