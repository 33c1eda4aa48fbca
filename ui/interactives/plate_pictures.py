"""Pictures of the plates that are kept: painted once, off the UI thread, and left as files for whoever shows them.

Files, because an image provider in Python must not be asked asynchronously: Qt's reader thread asks it while it holds
a lock that the UI thread, which holds Python's, is waiting for (PySide 6.11.3). And a plate never changes.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from kiosk.gallery import Keepsake
    from kiosk.machines.plate_drawing import PlateDrawing

FOLDER = "plates"
"""In the home folder."""
SIDE = 800
"""px: as large as a plate is ever shown; smaller ones are scaled when they are read."""

_QUICK = 70
"""Half the time of Qt's usual packing, for a sixth more on the disk."""


def plate_picture(drawing: "PlateDrawing", side: int = SIDE) -> QImage:
    """A kept plate as far as its maker has brought it, in so many px. Some 100 ms; any thread."""
    from kiosk.machines.plate_drawing import Stage
    from ui.interactives.plate.plate_painting import Look, paint_plate

    steps = list(Stage)
    done = steps.index(drawing.stage)
    look = Look(
        fired=done >= steps.index(Stage.FIRED),
        polish=1.0 if done >= steps.index(Stage.POLISHED) else 0.0,
        gold=1.0 if drawing.stage is Stage.GILDED else 0.0,
    )
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_plate(painter, drawing, side, look)
    painter.end()
    return image


def save_picture(drawing: "PlateDrawing", file: Path) -> None:
    """Leave a plate's picture as PNG, whole or not at all. Raises OSError."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    plate_picture(drawing).save(buffer, "png", _QUICK)  # type: ignore[call-overload]  # stub: a device is no str
    part = file.with_suffix(".part")
    part.write_bytes(data.data())
    part.replace(file)


def picture_of(home: Path, plate: "Keepsake") -> Path:
    """The file of a plate's picture, painted if it is not there yet. Raises OSError."""
    file = home / FOLDER / f"{plate.id}.png"
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        save_picture(plate.drawing, file)
    return file


def forget_others(home: Path, plates: Iterable[UUID]) -> None:
    """Remove the pictures of plates that are not among these: hidden since, or gone. Raises OSError."""
    wanted = {f"{id}.png" for id in plates}
    if (home / FOLDER).is_dir():
        for file in (home / FOLDER).iterdir():
            if file.name not in wanted:
                file.unlink(missing_ok=True)
