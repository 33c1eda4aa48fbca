"""Gives the QML singleton `Theme` its values: the theme's data, the screen's calibration, the visitor's choices."""

from math import hypot

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlEngine

from ui.shell.theme_files import SHAPE, TYPE_SIZES, ThemeData
from ui.shell.visitor_session import Ease

SHEET_SHORT = 1080.0
"""Short side of the sheet that sizes are drawn on, px."""
SHEET_PX_PER_MM = 2.7
"""Of a 32 inch Full HD screen."""
MM_PER_INCH = 25.4


def screen_unit(width: float, height: float, inches: float) -> float:
    """Pixels of this screen for one pixel of the sheet.

    Never less than the screen's own scale asks for (20 mm stay 20 mm on a small screen), nor than what fills a large
    one.

    >>> round(screen_unit(1080, 1920, 32) * 54)
    54
    >>> round(screen_unit(1080, 1920, 21.5) * 54)
    80
    """
    px_per_mm = hypot(width, height) / (inches * MM_PER_INCH)
    # A screen of another shape than 9:16 (a window on a desk) must still fit the sheet's width and two thirds of its
    # height.
    fills = min(min(width, height) / SHEET_SHORT, max(width, height) / 1280.0)
    return max(px_per_mm / SHEET_PX_PER_MM, fills)


class ThemeFeed:
    """Sets the properties of `Theme`; what has not changed is left alone, so that no binding runs in vain."""

    def __init__(self, engine: QQmlEngine) -> None:
        theme = engine.singletonInstance("ui.controls", "Theme")
        if not isinstance(theme, QObject):
            raise LookupError("the QML module ui.controls has no Theme: is the import path the folder above ui/?")
        self._theme = theme
        self._set: dict[str, object] = {}
        self._data: ThemeData | None = None

    def use(self, data: ThemeData, ease: Ease, lang: str) -> None:
        """Show this theme, as the visitor wants it."""
        for key, value in data.colours_for(high_contrast=ease.high_contrast).items():
            # `onAccent` would be a signal handler to QML: what is written on a colour is that colour's ink.
            self._put(f"{key.removeprefix('on_')}Ink" if key.startswith("on_") else key, value)
        if data is not self._data:
            self._data = data
            self._put("sans", data.sans)
            self._put("serif", data.serif)
            for key in TYPE_SIZES:
                self._put("base" + key.capitalize(), data.sizes[key])
            for key in SHAPE:
                self._put("base" + key.capitalize(), data.shape[key])
            for key, milliseconds in data.motion.items():
                self._put("base" + key.capitalize(), milliseconds)
        self._put("highContrast", ease.high_contrast)
        self._put("textScale", ease.text_scale)
        self._put("lessMotion", ease.less_motion)
        self._put("lang", lang)

    def use_screen(self, width: float, height: float, inches: float) -> None:
        """Sizes for a screen (or window) of so many pixels and inches."""
        self._put("unit", screen_unit(width, height, inches))
        self._put("portrait", height >= width)

    def _put(self, name: str, value: object) -> None:
        if self._set.get(name) == value:
            return
        self._set[name] = value
        self._theme.setProperty(name, QColor(value) if isinstance(value, str) and value.startswith("#") else value)
