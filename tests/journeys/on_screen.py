"""One journey in a window of a real display: `python -m tests.journeys.on_screen --home DIR --site S …`.

A process of its own, because a process has one platform of Qt: the tests around it draw off the screen. Prints what
came of it as JSON; the display is the DISPLAY of the environment.
"""

import argparse
import json
import logging
import os
from pathlib import Path
from typing import Any

os.environ["QT_QUICK_BACKEND"] = "software"

from kiosk.clock import SetClock
from ui.shell.application import application_or_new
from ui.shell.first_frame import IdleSettings, ScreenSettings, ShellSettings
from ui.shell.qml_log import collect_qt_messages
from ui.shell.scenes import SCENE_DAY
from ui.shell.walker import Walker
from ui.shell.window import KioskProgram, Opening


class Kept(logging.Handler):
    """Every warning, as a sentence."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.said.append(f"{record.name}: {record.getMessage()}")


def walk(home: Path, site: str, lang: str, size: tuple[int, int]) -> dict[str, Any]:
    """Book for one person and wait for the paper. What a test wants to know of it."""
    from kiosk.app import build
    from kiosk.settings import load
    from tests.journeys import walks
    from tests.ui.visitor.a_visit import Visit

    kept = Kept()
    logging.getLogger().addHandler(kept)
    collect_qt_messages()
    application = application_or_new("software")
    clock = SetClock(SCENE_DAY)
    settings = ShellSettings(site, lang, ScreenSettings(inches=32.0), IdleSettings())
    program = KioskProgram(
        Opening(home, settings, clock, lambda: build(load(home, site=site), home, clock=clock), size)
    )
    program.show()
    try:
        kiosk = Walker(program)
        kiosk.settle()
        visit = Visit(kiosk)
        code = walks.one_person(visit)
        output = walks.paper(visit)
        booking = visit.booking(code)
        text = visit.asked(lambda app: app.ticketing.text(booking))
        told = {
            "platform": application.platformName(),
            "size": [program.window.width(), program.window.height()],
            "exposed": program.window.isExposed(),
            "taps": visit.taps,
            "code": code,
            "text": text,
            "output": output,
            "page": visit.page,
        }
    finally:
        program.close()
    return told | {"warnings": kept.said}


def main() -> None:
    """Walk and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--site", required=True)
    parser.add_argument("--lang", required=True)
    parser.add_argument("--size", required=True)
    args = parser.parse_args()
    width, _, height = args.size.partition("x")
    print(json.dumps(walk(args.home, args.site, args.lang, (int(width), int(height)))))


if __name__ == "__main__":
    main()
