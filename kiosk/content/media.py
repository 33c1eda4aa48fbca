"""Files by their content: stored once under their SHA-256, whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kiosk.content.faults import ContentError
from kiosk.content.folder import PackFolder
from kiosk.content.pack import Drawing


class PackChanged(ContentError):
    """A file of the pack is no longer what was checked. `name` is its path inside the pack."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} changed while the pack was taken in; nothing was imported")
        self.name = name


class MediaMissing(ContentError):
    """A stored file is gone or damaged. `path` is below the media folder."""

    def __init__(self, path: str) -> None:
        super().__init__(f"the stored file {path} is missing or damaged; restore a backup or import the pack again")
        self.path = path


def media_path(drawing: Drawing) -> str:
    """Where a file lies below the media folder, with forward slashes."""
    return f"{drawing.sha256[:2]}/{drawing.sha256}{drawing.suffix}"


def store_media(folder: PackFolder, drawings: Iterable[Drawing], media_folder: Path) -> None:
    """Copy what is not there yet. Raises PackChanged, OSError; a power cut leaves whole files only."""
    for drawing in dict.fromkeys(drawings):
        target = media_folder / media_path(drawing)
        if target.is_file() and target.stat().st_size == drawing.size and _sha256(target) == drawing.sha256:
            continue
        try:
            data = folder.read(drawing.name)
        except OSError as error:
            raise PackChanged(drawing.name) from error
        if hashlib.sha256(data).hexdigest() != drawing.sha256:
            raise PackChanged(drawing.name)
        _write_whole(target, data)


def read_media(drawing: Drawing, media_folder: Path) -> bytes:
    """The bytes of a stored file. Raises MediaMissing where they are not what was stored."""
    try:
        data = (media_folder / media_path(drawing)).read_bytes()
    except OSError as error:
        raise MediaMissing(media_path(drawing)) from error
    if hashlib.sha256(data).hexdigest() != drawing.sha256:
        raise MediaMissing(media_path(drawing))
    return data


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_whole(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".coming-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if hasattr(os, "O_DIRECTORY"):  # the rename itself is on the disk only when its folder is
        folder = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
