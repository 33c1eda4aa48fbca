"""`kiosk run`: the visitor's kiosk. The first frame is painted before anything heavy is imported."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.clock import SystemClock
from kiosk.home import home_folder
from kiosk.settings_cache import checked_settings

if TYPE_CHECKING:
    from kiosk.app import App


def add_parser(subparsers: Any) -> None:
    """Add `run`."""
    parser = subparsers.add_parser("run")
    parser.add_argument("--site", metavar="SLUG", help="the park to show, instead of the settings' one")
    parser.add_argument("--lang", choices=("zh", "en"), help="the language to begin with, instead of the settings' one")
    parser.add_argument("--windowed", action="store_true", help="a window instead of the whole screen")
    parser.add_argument("--quit-after-first-frame", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
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
        program.firstFrame.connect(application.quit)
    program.show()
    code = application.exec()
    program.close()
    return code


def build_app(home: Path, site: str) -> "App":
    """Build the App for the site that is shown. Runs on the worker, after the first frame."""
    from kiosk.app import build
    from kiosk.settings import load

    return build(load(home, site=site), home)
