"""The signs of resources/icons in any colour: `image://sign/<name>/<rrggbb>`, drawn at the size that is asked for."""

import logging
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

log = logging.getLogger(__name__)

_INK = b"#000000"
"""The colour in which signs are drawn in their files."""


class Signs(QQuickImageProvider):
    """Tints by writing the colour into the file: no shader, so the software renderer has it too."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Qt asks once for each sign, colour and size; it keeps what it got."""
        name, _, colour = id.partition("/")
        width = requestedSize.width() if requestedSize.width() > 0 else 96
        height = requestedSize.height() if requestedSize.height() > 0 else width
        file = self._folder / f"{Path(name).name}.svg"
        try:
            drawing = file.read_bytes().replace(_INK, b"#" + colour.encode("ascii"))
        except OSError:
            log.warning("there is no sign «%s»", name)
            drawing = b""
        image = _at_size(drawing, width, height)
        if image.isNull():
            image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(0)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def _at_size(drawing: bytes, width: int, height: int) -> QImage:
    """The drawing in that many pixels; a null image for what is none."""
    data = QByteArray(drawing)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(width, height))
    return reader.read()
