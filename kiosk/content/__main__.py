"""`python -m kiosk.content FOLDER…`: check packs without a kiosk around (interactives' names are not looked up)."""

import sys
from pathlib import Path

from kiosk.content import NoFolder, check


def main(folders: list[str]) -> int:
    """Write what was found to standard output; 0: no faults, 1: faults, 2: wrong use."""
    if not folders:
        sys.stderr.write("usage: python -m kiosk.content FOLDER…\n")
        return 2
    worst = 0
    for folder in folders:
        try:
            report = check(Path(folder))
        except NoFolder as error:
            sys.stderr.write(f"{error}\n")
            worst = 2
            continue
        for warning in report.warnings:
            sys.stdout.write(f"warning  {warning}\n")
        for fault in report.faults:
            sys.stdout.write(f"FAULT    {fault}\n")
        sys.stdout.write(f"{folder}: {len(report.faults)} faults, {len(report.warnings)} warnings\n")
        worst = max(worst, 0 if report.ok else 1)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
