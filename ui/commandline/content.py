"""`kiosk content`: check, compare, import or export a site pack."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.commandline.errors import WrongUse

if TYPE_CHECKING:
    from kiosk.content import Changes, Report

ACTIONS = (
    ("check", "tell every fault of a pack, with file, line and mend; 1 where there are any"),
    ("diff", "tell what an import of a pack would change; 1 where the pack has faults"),
    ("import", "take a pack in, all of it or nothing; 1 where the pack has faults"),
    ("export", "write a park's pack into a new folder"),
)
EPILOG = """\
A pack is a folder: site.toml, exhibits/*.md, workshops/*.toml, map.svg, motif.svg, pictures: see docs/site-packs.md.
A pack with faults is never taken in, and what was there stays. Warnings don't keep a pack out."""


def add_parser(subparsers: Any) -> None:
    """Add `content` with its four actions."""
    parser = subparsers.add_parser("content", epilog=EPILOG)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, line in ACTIONS:
        action = actions.add_parser(name, help=line, description=line)
        action.add_argument("folder", metavar="DIR", type=Path, help="the pack's folder")
        action.add_argument("--json", action="store_true", help="one JSON document")
        if name == "export":
            action.add_argument("--site", metavar="S", help="the park; DIR's own name if left out")


def run(args: argparse.Namespace) -> int:
    """Do one action. 0 done; 1 the pack has faults. Raises WrongUse for what the user can mend."""
    from kiosk.content import ContentError, PackRefused

    folder = Path(args.folder)
    try:
        if args.action == "check":
            return _check(folder, args)
        if args.action == "export":
            return _export(folder, args)
        return _take_in(folder, args)
    except PackRefused as refused:
        _say_report(folder, refused.report, args, also={"changed": False})
        return 1
    except ContentError as error:
        raise WrongUse(str(error)) from error
    except OSError as error:
        raise WrongUse(f"{error.filename or folder}: {(error.strerror or 'cannot be used').lower()}") from error


def _check(folder: Path, args: argparse.Namespace) -> int:
    from kiosk.content import check
    from kiosk.machines import allowed_parameters

    report = check(folder, allowed_parameters())  # needs no database and makes none
    _say_report(folder, report, args)
    return 0 if report.ok else 1


def _take_in(folder: Path, args: argparse.Namespace) -> int:
    from ui.commandline.opening import opened

    with opened(args) as app:
        changes = app.content.diff(folder) if args.action == "diff" else app.content.import_pack(folder)
    if args.json:
        _say_json(changes.as_dict() | {"changed": bool(changes), "imported": args.action == "import"})
        return 0
    for line in changes.lines():
        print(line)
    print(_closing(changes, args.action))
    return 0


def _closing(changes: "Changes", action: str) -> str:
    if not changes:
        return f"{changes.site}: nothing differs"
    return f"{changes.site}: taken in" if action == "import" else f"{changes.site}: an import would change this"


def _export(folder: Path, args: argparse.Namespace) -> int:
    from ui.commandline.opening import opened

    site = args.site or folder.absolute().name
    with opened(args) as app:
        pack = app.content.export(site, folder)
    answer = {"site": site, "folder": str(folder), "exhibits": len(pack.exhibits), "workshops": len(pack.workshops)}
    if args.json:
        _say_json(answer)
    else:
        print(f"{folder}: {site}, {len(pack.exhibits)} exhibits, {len(pack.workshops)} workshops")
    return 0


def _say_report(folder: Path, report: "Report", args: argparse.Namespace, also: dict[str, Any] | None = None) -> None:
    if args.json:
        rows = {
            kind: [{"file": f.file, "line": f.line, "what": f.what, "mend": f.mend} for f in found]
            for kind, found in (("faults", report.faults), ("warnings", report.warnings))
        }
        _say_json({"folder": str(folder), "ok": report.ok, **rows, **(also or {})})
        return
    for warning in report.warnings:
        print(f"warning  {warning}")
    for fault in report.faults:
        print(f"FAULT    {fault}")
    print(f"{folder}: {len(report.faults)} faults, {len(report.warnings)} warnings")


def _say_json(document: dict[str, Any]) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))
