"""Asks Qt for its on-screen keyboard, which is drawn inside our window by TouchKeyboard.qml."""

import os
from collections.abc import MutableMapping

from PySide6.QtCore import QLoggingCategory

from ui.shell.pages import UI

KEYBOARD_STYLES = UI / "shell" / "keyboard"
"""An import path of QML: Qt looks for a style below it, in QtQuick/VirtualKeyboard/Styles/<name>."""
STYLE = "gongfang"


def use_touch_keyboard(environment: MutableMapping[str, str] = os.environ) -> None:
    """Set what the Qt Virtual Keyboard reads. Call before the QGuiApplication is made; later has no effect.

    Whatever input method the desktop has set is put aside: its windows would open over a kiosk's.
    """
    environment.pop("QT_IM_MODULES", None)  # a list that goes before the single name (Qt 6.8 and newer)
    environment["QT_IM_MODULE"] = "qtvirtualkeyboard"
    environment["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"  # no window of its own
    environment["QT_VIRTUALKEYBOARD_STYLE"] = STYLE
    # The keyboard links Qt Multimedia for sounds that we do not play. Loading it warns that PipeWire is not there: from
    # the QML thread, which then waits for Python while Python may be waiting for the QML thread (PySide 6.11.3).
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
