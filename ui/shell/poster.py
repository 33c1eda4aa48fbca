"""The attract page as it last stood on this screen: a picture that the next start shows while it is still importing.

Nothing of it is live: the next session and its free seats are left out, because they may have changed.
"""

import filecmp
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

_FOLDER = "poster"


def poster_file(home: Path, site: str, lang: str, size: QSize) -> Path:
    """Where the picture of this site in this language on a window of this size lies, if there is one."""
    return home / _FOLDER / f"{site}-{lang}-{size.width()}x{size.height()}.bmp"


def keep_poster(file: Path, picture: QImage) -> None:
    """Keep it for the next start, in place of all others; a full disk costs that start a fifth of a second. Not for the
    UI thread.

    Not packed: a picture of 1080 × 1920 is read in 8 ms, and takes 15 to be unpacked as PNG.
    """
    part = file.with_suffix(".part.bmp")
    try:
        file.parent.mkdir(exist_ok=True)
        good = picture.convertToFormat(QImage.Format.Format_RGB32).save(str(part))
        same = good and file.exists() and filecmp.cmp(file, part, shallow=False)
        if good and not same:
            part.replace(file)
        for other in file.parent.iterdir():
            if other != file:
                other.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
