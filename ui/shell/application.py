"""The one QGuiApplication, with what must be decided before there is one."""

import os
from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from ui.shell.renderer import choose_renderer
from ui.shell.touch_keyboard import use_touch_keyboard


def make_application(arguments: Sequence[str], renderer: str) -> QGuiApplication:
    """A new one, that draws as `renderer` says: auto, software or opengl."""
    if choose_renderer(renderer) == "software":
        os.environ["QT_QUICK_BACKEND"] = "software"
    use_touch_keyboard()
    application = QGuiApplication(list(arguments))
    application.setApplicationName("gongfang")
    application.setApplicationDisplayName("Gongfang")
    application.setQuitOnLastWindowClosed(True)
    return application


def application_or_new(renderer: str) -> QGuiApplication:
    """The application that runs, or a new one: for commands and tests that open several kiosks, one after another."""
    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else make_application(["kiosk"], renderer)
