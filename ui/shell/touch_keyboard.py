"""Asks Qt for its on-screen keyboard, which is drawn inside our window by TouchKeyboard.qml."""

import os
from collections.abc import MutableMapping
from pathlib import Path

from PySide6.QtCore import QLoggingCategory

KEYBOARD_STYLES = Path(__file__).with_name("keyboard")
"""An import path of QML: Qt looks for a style below it, in QtQuick/VirtualKeyboard/Styles/<name>."""
STYLE = "gongfang"

_SILENCED = (
    # The keyboard links Qt Multimedia for sounds that we do not play; on a machine without PipeWire that is said.
    "qt.multimedia.symbolsresolver",
    # Said of Qt's own PopupList (6.11.3). qmllint finds the same in ours.
    "qt.qml.propertyCache.append",
    # That it makes the folder of a dictionary, which stays empty: TouchKeyboard.qml has nothing learned.
    "qt.virtualkeyboard.pinyin",
)
"""What Qt would say while the keyboard is loaded. It is not only noise: the QML thread says it, and needs Python to say
it, while Python may be waiting for the QML thread (PySide 6.11.3: `QTest.mouseClick` on a field hung)."""


def use_touch_keyboard(environment: MutableMapping[str, str] = os.environ) -> None:
    """Set what the Qt Virtual Keyboard reads. Call before the QGuiApplication is made; later has no effect.

    Whatever input method the desktop has set is put aside: its windows would open over a kiosk's.
    """
    environment.pop("QT_IM_MODULES", None)  # a list that goes before the single name (Qt 6.8 and newer)
    environment["QT_IM_MODULE"] = "qtvirtualkeyboard"
    environment["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"  # no window of its own
    environment["QT_VIRTUALKEYBOARD_STYLE"] = STYLE
    QLoggingCategory.setFilterRules("\n".join(f"{category}=false" for category in _SILENCED))
