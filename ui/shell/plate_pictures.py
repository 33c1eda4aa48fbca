"""Visitors' plates as pictures: `image://plate/<address>`, where the address is the whole drawing, packed.

So there is nothing to be put by and nothing to be forgotten: whoever has a drawing has its picture. A plate of twenty
wires has an address of some two thousand signs. An `Image` that is asynchronous has it drawn off the UI thread.
"""

import base64
import binascii
import logging
import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from kiosk.machines.plate_drawing import PlateDrawing

log = logging.getLogger(__name__)

USUAL_SIZE = 400


def plate_address(drawing: "PlateDrawing") -> str:
    """Where the picture of a plate is to be had. Packing takes under a millisecond; the picture some 60."""
    packed = zlib.compress(drawing.to_json().encode("ascii"), 9)
    return "image://plate/" + base64.urlsafe_b64encode(packed).decode("ascii")


class PlatePictures(QQuickImageProvider):
    """Draws plates in the size in which they are shown."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Qt asks once for each plate and size that is shown."""
        from kiosk.machines.plate_drawing import MOST_TEXT, BadDrawing, PlateDrawing
        from kiosk.machines.plate_picture import plate_svg

        side = max(requestedSize.width(), requestedSize.height())
        side = side if side > 0 else USUAL_SIZE
        image = QImage()
        try:
            text = zlib.decompressobj().decompress(base64.urlsafe_b64decode(id), MOST_TEXT + 1)
            image = _drawn(plate_svg(PlateDrawing.from_json(text.decode("ascii"))), side)
        except (binascii.Error, zlib.error, UnicodeDecodeError, BadDrawing) as error:
            log.warning("the address of a plate holds no plate: %r", error)
        if image.isNull():
            image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(0)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def _drawn(svg: str, side: int) -> QImage:
    data = QByteArray(svg.encode("utf-8"))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return reader.read()
