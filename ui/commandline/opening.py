"""Opening the App for a command, and closing it after."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.app import App


@contextmanager
def opened(args: argparse.Namespace, **over: Any) -> Iterator["App"]:
    """The App of the home folder that the command names; `over` are settings that the command line overrides.

    It prints nothing: the queue of a home is worked off by one program, which is the kiosk itself.

    Raises BadHome, BadSettings, and what the database has to say.
    """
    from kiosk.app import build
    from kiosk.home import home_folder
    from kiosk.settings import load

    home = home_folder(args.home)
    settings = load(home, **{key: value for key, value in over.items() if value is not None})
    app = build(settings, home, printing=False)
    try:
        yield app
    finally:
        app.close()
