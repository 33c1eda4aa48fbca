"""`kiosk settings show|example`: the settings in force, and a file that explains every key."""

import argparse
import json
from pathlib import Path
from typing import Any


def add_parser(subparsers: Any) -> None:
    """Add `settings` with its actions."""
    parser = subparsers.add_parser("settings")
    actions = parser.add_subparsers(dest="action", required=True)
    show = actions.add_parser("show", help="the settings in force, from file and environment")
    show.add_argument("--json", action="store_true", help="one JSON document")
    actions.add_parser("example", help="a kiosk.toml with every key, its default and what it means")


def run(args: argparse.Namespace) -> int:
    """Print what was asked for."""
    if args.action == "example":
        print(example(), end="")
        return 0
    from kiosk.home import SETTINGS_FILE, home_folder
    from kiosk.settings import keys, load

    home = home_folder(args.home)
    values = load(home).model_dump(mode="json")
    if args.json:
        print(json.dumps({"home": str(home), "settings": values}, ensure_ascii=False, indent=2))
        return 0
    print(f"# {_state(home / SETTINGS_FILE)}")
    for table, key, default, _ in keys():
        value = values[table][key] if table else values[key]
        print(
            f"{f'{table}.{key}' if table else key} = {_toml(value)}{'' if value == default else '   # not the default'}"
        )
    return 0


def example() -> str:
    """The text of `kiosk.example.toml`, made from the settings' own descriptions."""
    import textwrap

    from kiosk.settings import Settings, keys

    lines = [
        "# Settings of one kiosk. Copy this file as kiosk.toml into the kiosk's home folder (`kiosk settings show`",
        "# says which) and keep the lines that differ. An environment variable wins over the file: KIOSK_SITE=erqi,",
        "# KIOSK_PRINTER__KIND=cups.",
        "# Made by `kiosk settings example`.",
    ]
    table = ""
    for name, key, default, described in keys():
        if name != table:
            table = name
            lines += ["", f"# {Settings.model_fields[table].description}", f"[{table}]"]
        else:
            lines.append("")
        lines += [f"# {part}" for part in textwrap.wrap(described, 110)]
        lines.append(f"{key} = {_toml(default)}")
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)  # for text, numbers and truth values JSON and TOML write the same


def _state(file: Path) -> str:
    return f"{file}" if file.exists() else f"{file} does not exist: all defaults, but for the environment"
