"""`kiosk machine NAME`: an interactive's model without its face."""

import argparse
import json
from typing import Any

from ui.commandline.errors import WrongUse


def add_parser(subparsers: Any) -> None:
    """Add `machine`."""
    parser = subparsers.add_parser("machine")
    parser.add_argument("name", nargs="?", help="the machine; without a name the machines are listed")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        dest="settings",
        help="an input or parameter; may be repeated",
    )
    parser.add_argument("--seconds", type=float, default=10.0, metavar="S", help="how long it runs (10)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """Run the machine and print its inputs and outputs with their units."""
    from kiosk.machines import DESIGNS, MachineError
    from kiosk.machines import run as run_machine

    if args.name is None:
        machines = {
            name: {q.name: [q.low, q.high, q.unit] for q in d.inputs + d.parameters} for name, d in DESIGNS.items()
        }
        if args.json:
            print(json.dumps(machines, ensure_ascii=False, indent=2))
        else:
            for name, design in DESIGNS.items():
                print(name)
                for quantity in design.inputs + design.parameters:
                    print(
                        f"  {quantity.name:20} {quantity.low:g} to {quantity.high:g} {quantity.unit:6} {quantity.what}"
                    )
        return 0
    if not 0 <= args.seconds <= 3600:
        raise WrongUse("--seconds must lie between 0 and 3600")
    settings = dict(_pair(text) for text in args.settings)
    try:
        machine, readings = run_machine(args.name, settings, args.seconds)
    except MachineError as error:
        raise WrongUse(str(error)) from error
    design = DESIGNS[args.name]
    units = {quantity.name: quantity.unit for quantity in design.inputs}
    answer = {
        "machine": args.name,
        "seconds": args.seconds,
        "parameters": {q.name: {"value": settings.get(q.name, q.default), "unit": q.unit} for q in design.parameters},
        "inputs": {name: {"value": value, "unit": units[name]} for name, value in machine.inputs.items()},
        "outputs": {reading.name: {"value": reading.value, "unit": reading.unit} for reading in readings},
    }
    if args.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        for part in ("parameters", "inputs", "outputs"):
            print(part)
            for name, row in answer[part].items():
                print(f"  {name:20} {row['value']:12.4g} {row['unit']}")
    return 0


def _pair(text: str) -> tuple[str, float]:
    key, sign, value = text.partition("=")
    if not sign:
        raise WrongUse(f"--set {text}: write it as key=value, e.g. --set speed=1450")
    try:
        return key.strip(), float(value)
    except ValueError as error:
        raise WrongUse(f"--set {text}: {value!r} is not a number") from error
