"""`kiosk run`: the visitor's kiosk. The first frame is painted before anything heavy is imported."""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.clock import SystemClock
from kiosk.home import home_folder
from kiosk.settings_cache import checked_settings
from ui.commandline.errors import WrongUse

if TYPE_CHECKING:
    from kiosk.app import App


def add_parser(subparsers: Any) -> None:
    """Add `run`."""
    parser = subparsers.add_parser("run")
    parser.add_argument("--site", metavar="SLUG", help="the park to show, instead of the settings' one")
    parser.add_argument("--lang", choices=("zh", "en"), help="the language to begin with, instead of the settings' one")
    parser.add_argument("--windowed", action="store_true", help="a window instead of the whole screen")
    parser.add_argument(
        "--or-tour", metavar="DIR", help="without a display, walk the journey instead and leave its pictures in DIR"
    )
    parser.add_argument("--quit-after-first-frame", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Open the window and stay until it is closed. 2 where there is no display to open it on."""
    if not has_display():
        if args.or_tour is None:
            raise WrongUse("there is no display here; `kiosk tour --out DIR` walks the journey without one")
        from ui.commandline.tour import walk

        print(f"There is no display here: walking the visitor's journey instead; its pictures go to {args.or_tour}")
        return walk(args.home, args.site, args.lang, Path(args.or_tour))
    from ui.shell.first_frame import ShellSettings
    from ui.shell.qml_log import collect_qt_messages
    from ui.shell.window import KioskProgram, Opening, make_application

    home = home_folder(args.home)
    settings = ShellSettings.of(checked_settings(home))
    settings = replace(
        settings,
        site=args.site or settings.site,
        language=args.lang or settings.language,
        screen=replace(settings.screen, windowed=args.windowed or settings.screen.windowed),
    )
    collect_qt_messages()
    application = make_application(["kiosk"], settings.screen.renderer)
    program = KioskProgram(Opening(home, settings, SystemClock(), lambda: build_app(home, settings.site)))
    if args.quit_after_first_frame:
        program.firstFrame.connect(say_when)
        # Not quit(): the window of a kiosk refuses to be closed, and so refuses that.
        program.firstFrame.connect(lambda: application.exit(0))
    program.show()
    code = application.exec()
    program.close()
    return code


def say_when() -> None:
    """Tell whoever measures the start when the first frame was painted, in seconds of the monotonic clock."""
    import time

    print(f"first frame {time.monotonic():.6f}", flush=True)


def has_display() -> bool:
    """Whether a window can be opened: a platform was named, or the system has one, or a server tells its name."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def build_app(home: Path, site: str) -> "App":
    """Build the App for the site that is shown. Runs on the worker, after the first frame."""
    from kiosk.app import build
    from kiosk.settings import load

    return build(load(home, site=site), home)
