"""`kiosk gallery`: look at the plates that visitors want kept, and say which the attract screen may show."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from zoneinfo import ZoneInfo

from ui.commandline.errors import WrongUse
from ui.commandline.opening import opened

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.gallery import Keepsake, KeepsakeState

STATES = ("waiting", "shown", "hidden", "all")
DESCRIPTION = """\
Visitors who make a cloisonné plate may leave it for the gallery. Nobody sees it before staff have looked at it:
the attract screen shows only plates that are "shown". Nothing is stored of who made a plate."""
EPILOG = """\
to go through what came today:
  kiosk gallery list --pictures plates   a drawing of each that waits, plates/7K3F.png: look at them
  kiosk gallery show 7K3F 9QX2           these may be seen by everybody
  kiosk gallery hide M0N1                this one not; one that was shown goes from the screen within a minute

A park keeps 500 plates. For a new one too many the oldest hidden one goes, or else the oldest that waits."""


def add_parser(subparsers: Any) -> None:
    """Add `gallery` with its three actions."""
    parser = subparsers.add_parser("gallery", description=DESCRIPTION, epilog=EPILOG)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    line = "list plates with their codes, those that wait first come first"
    listing = actions.add_parser("list", help=line, description=line)
    listing.add_argument("--state", choices=STATES, default="waiting", help="which of them (waiting)")
    listing.add_argument("--pictures", metavar="DIR", type=Path, help="leave a drawing of each there, CODE.png")
    for name, line in (
        ("show", "let everybody see these plates on the attract screen"),
        ("hide", "keep these plates from the screen"),
    ):
        action = actions.add_parser(name, help=line, description=line)
        action.add_argument("codes", metavar="CODE", nargs="+", help="the plate's four signs")
    for action in actions.choices.values():
        action.add_argument("--site", metavar="S", help="the park (as the settings say)")
        action.add_argument("--json", action="store_true", help="one JSON document")


def run(args: argparse.Namespace) -> int:
    """Do one action. Raises WrongUse for a code under which nothing is kept; nothing is changed then."""
    from kiosk.gallery import UnknownKeepsake

    with opened(args) as app:
        site = args.site or app.settings.site
        try:
            found = _listed(app, site, args) if args.action == "list" else _decided(app, site, args)
        except UnknownKeepsake as error:
            raise WrongUse(f"{error}; kiosk gallery list --state all tells the codes") from error
        except OSError as error:
            raise WrongUse(
                f"{error.filename or args.pictures}: {(error.strerror or 'cannot be used').lower()}"
            ) from error
        zone = ZoneInfo(app.catalogue.site(site, "en").timezone)
    rows = [_row(plate, zone, getattr(args, "pictures", None)) for plate in found]
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for row in rows:
        what = f"{row['wires']} wires, {row['fills']} fills, {row['stage']}"
        print(f"{row['code']}  {row['state']:7}  {row['made_at'][:16].replace('T', ' ')}  {what}")
    if args.action == "list":
        print(f"{site}: {len(rows)} {'plates' if args.state == 'all' else args.state}")
    return 0


def _listed(app: "App", site: str, args: argparse.Namespace) -> "tuple[Keepsake, ...]":
    if args.state == "waiting":
        found = app.gallery.waiting(site)
    else:
        states = () if args.state == "all" else (cast("KeepsakeState", args.state),)
        found = app.gallery.plates(site, *states)
    if args.pictures is not None:
        _leave_pictures(found, args.pictures)
    return found


def _leave_pictures(plates: "tuple[Keepsake, ...]", folder: Path) -> None:
    from ui.interactives.plate_pictures import save_picture

    folder.mkdir(parents=True, exist_ok=True)
    for plate in plates:
        save_picture(plate.drawing, folder / f"{plate.code}.png")


def _decided(app: "App", site: str, args: argparse.Namespace) -> "tuple[Keepsake, ...]":
    decide = app.gallery.show if args.action == "show" else app.gallery.hide
    meant = [app.gallery.find(site, code) for code in args.codes]  # all of them, before the first is changed
    return tuple(decide(plate.id) for plate in meant)


def _row(plate: "Keepsake", zone: ZoneInfo, pictures: Path | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "code": plate.code,
        "state": plate.state,
        "site": plate.site,
        "made_at": plate.made_at.astimezone(zone).isoformat(timespec="seconds"),
        "wires": len(plate.drawing.wires),
        "fills": len(plate.drawing.fills),
        "stage": plate.drawing.stage.value,
    }
    return row if pictures is None else row | {"picture": str(pictures / f"{plate.code}.png")}
