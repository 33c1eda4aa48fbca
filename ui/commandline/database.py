"""`kiosk db upgrade|status`: the database's schema."""

import argparse
import json
from typing import Any


def add_parser(subparsers: Any) -> None:
    """Add `db` with its actions."""
    parser = subparsers.add_parser("db")
    actions = parser.add_subparsers(dest="action", required=True)
    for name, line in (
        ("upgrade", "make the database, or bring it to this program's schema; everything in it stays"),
        ("status", "say where it stands: 0 current, 1 not"),
    ):
        action = actions.add_parser(name, help=line, description=line)
        action.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """Upgrade, or say the state."""
    from kiosk.home import database_url, home_folder
    from kiosk.settings import load
    from kiosk.upkeep.database import bring_up, schema

    home = home_folder(args.home)
    url = database_url(home, load(home).database)
    found = bring_up(url) if args.action == "upgrade" else schema(url)
    if args.json:
        answer = {"before": found.before, "after": found.after, "newest": found.newest, "current": found.current}
        print(json.dumps(answer))
    elif args.action == "upgrade":
        was = "as it was" if found.before == found.after else f"from {found.before or 'nothing'}"
        print(f"the database is at {found.after}, {was}")
    else:
        print(f"the database is at {found.after or 'nothing'}; this program's schema is {found.newest}")
    return 0 if found.current else 1
