"""`kiosk doctor`: what is wrong with this machine and this kiosk, and how to mend it."""

import argparse
import json
from dataclasses import asdict
from typing import Any

_SIGNS = {"well": "  ok ", "warning": " note", "fault": "FAULT"}


def add_parser(subparsers: Any) -> None:
    """Add `doctor`."""
    parser = subparsers.add_parser("doctor", epilog="exit codes: 0 well (there may be notes); 1 something is at fault")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """Examine and tell."""
    from kiosk.home import home_folder
    from kiosk.settings import load
    from kiosk.upkeep.doctor import Finding, examine
    from ui.shell.renderer import choose_renderer

    home = home_folder(args.home)
    settings = load(home)
    renderer = choose_renderer(settings.screen.renderer)
    drawn = Finding("renderer", "well", f"{renderer} (settings: {settings.screen.renderer})")
    findings = (*examine(home, settings), drawn)
    if args.json:
        print(
            json.dumps({"home": str(home), "findings": [asdict(finding) for finding in findings]}, ensure_ascii=False)
        )
    else:
        print(f"home folder: {home}")
        for finding in findings:
            print(f"{_SIGNS[finding.state]}  {finding.part:16} {finding.said}")
            if finding.mend:
                print(f"{'':23}{finding.mend}")
    return 1 if any(finding.state == "fault" for finding in findings) else 0
