"""The window, before anything of ours stands in it: made and painted in the time of a bare one.

It is made without QML. A QML engine that exists before Python has registered its singletons takes each of them for
QObject (PySide 6.11.3), and then refuses children to every item; and those singletons are what a start waits for.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem, QQuickWindow

_BESIDE_PX = 60
"""What the desktop's own bars take from the height of a window."""


class Stage(QObject):
    """The one window. With a poster, the attract page is seen in it while the program behind it is still imported."""

    painted = Signal()
    """The first frame of all is on the screen."""

    def __init__(self, size: QSize, poster: Path | None = None) -> None:
        """`poster`: a picture of that size, see `ui.shell.poster`; one that cannot be read is none."""
        super().__init__()
        self.window = QQuickWindow()
        self.window.setTitle("Gongfang")
        self.window.resize(size)
        picture = QImage(str(poster)) if poster else QImage()
        self._poster = None if picture.isNull() else _Poster(picture, size, self.window.contentItem())
        self._waiting = True
        self.window.frameSwapped.connect(self._swapped)

    @property
    def posted(self) -> bool:
        """There is a poster, and it is up."""
        return self._poster is not None

    def show(self, *, whole_screen: bool) -> None:
        """Show the window, if it is not shown already."""
        if self.window.isVisible():
            return
        if whole_screen:
            self.window.showFullScreen()
        else:
            self.window.show()
        # An X server without a window manager gives the focus to nobody: no key, no scanner, no keyboard on the screen.
        self.window.requestActivate()

    def take_down_poster(self) -> None:
        """The page itself stands behind it now."""
        if self._poster is not None:
            self._poster.deleteLater()
            self._poster = None

    @Slot()
    def _swapped(self) -> None:
        if self._waiting:  # a renderer with a thread of its own may have told of a second frame meanwhile
            self._waiting = False
            self.window.frameSwapped.disconnect(self._swapped)
            self.painted.emit()


class _Poster(QQuickPaintedItem):
    def __init__(self, picture: QImage, size: QSize, parent: QQuickItem) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setSize(size)
        self.setOpaquePainting(True)

    def paint(self, painter: QPainter) -> None:
        painter.drawImage(QRectF(0, 0, self.width(), self.height()), self._picture)


def window_size(windowed: bool) -> QSize:
    """px of the whole screen, or of an upright window that fits on it."""
    screen = QGuiApplication.primaryScreen()
    if not windowed:
        return screen.size()
    height = min(screen.availableSize().height() - _BESIDE_PX, 1920)
    return QSize(round(height * 9 / 16), height)
