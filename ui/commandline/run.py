"""`kiosk run`: the visitor's kiosk. The first frame is painted before anything heavy is imported."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.home import home_folder
from kiosk.settings_cache import as_settings, checked_settings
from ui.commandline.errors import WrongUse

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.app import App
    from ui.shell.stage import Stage
    from ui.shell.window import KioskProgram


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
    from ui.shell.application import make_application
    from ui.shell.poster import poster_file
    from ui.shell.qml_log import collect_qt_messages
    from ui.shell.stage import Stage, window_size

    home = home_folder(args.home)
    values = checked_settings(home)
    screen = values["screen"] | ({"windowed": True} if args.windowed else {})
    site, lang = args.site or values["site"], args.lang or values["language"]
    collect_qt_messages()
    application = make_application(["kiosk"], screen["renderer"])
    size = window_size(screen["windowed"])
    poster = poster_file(home, site, lang, size)
    stage = Stage(size, poster if poster.is_file() else None)
    kiosk = _Kiosk(home, values | {"site": site, "language": lang, "screen": screen}, stage)
    if args.quit_after_first_frame:
        stage.painted.connect(lambda: say_when("first"))
        # Not quit(): the window of a kiosk refuses to be closed, and so refuses that.
        kiosk.on_live = lambda: leave(application)
    if stage.posted:
        # What is imported now makes nobody wait: the attract page is seen.
        stage.painted.connect(kiosk.open)
        stage.show(whole_screen=not screen["windowed"])
    else:
        kiosk.open()
    code = application.exec()
    kiosk.close()
    return code


class _Kiosk:
    """The program behind the stage, opened when the stage says so."""

    def __init__(self, home: Path, values: dict[str, Any], stage: "Stage") -> None:
        self._home, self._values, self._stage = home, values, stage
        self._program: KioskProgram | None = None
        self.on_live: Callable[[], object] = lambda: None

    def open(self) -> None:
        """Import it and lay it on the stage."""
        from kiosk.clock import SystemClock
        from ui.shell.first_frame import ShellSettings
        from ui.shell.window import KioskProgram, Opening

        home, values = self._home, self._values
        opening = Opening(home, ShellSettings.of(values), SystemClock(), lambda: build_app(home, values))
        self._program = KioskProgram(opening, self._stage)
        self._program.live.connect(self.on_live)
        self._program.show()

    def close(self) -> None:
        """End it, if it has ever begun."""
        if self._program is not None:
            self._program.close()


def leave(application: "QGuiApplication") -> None:
    """The live page has been painted, and only that was to be seen."""
    say_when("live")
    application.exit(0)


def say_when(what: str) -> None:
    """Tell whoever measures the start when the first frame, or the live page, was painted, in seconds of the monotonic
    clock."""
    import time

    print(f"{what} frame {time.monotonic():.6f}", flush=True)


def has_display() -> bool:
    """Whether a window can be opened: a platform was named, or the system has one, or a server tells its name."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def build_app(home: Path, values: Mapping[str, Any]) -> "App":
    """Build the App from checked settings. Runs on the worker, after the first frame."""
    from kiosk.app import build

    return build(as_settings(values), home)
