"""Pictures of a pack: found, decoded with limits, measured, and named by their content."""

import hashlib
import io
import warnings
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kiosk.content import limits
from kiosk.content.faults import Findings, quoted
from kiosk.content.folder import PICTURE_SUFFIXES, PackFolder
from kiosk.content.pack import Drawing
from kiosk.content.tables import Table

if TYPE_CHECKING:
    from kiosk.content.drawings import Svg

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}


@dataclass
class Gallery:
    """The pictures of one pack, each decoded once, however often it is used."""

    folder: PackFolder
    findings: Findings
    used: set[str] = field(default_factory=set)
    svgs: dict[str, "Svg"] = field(default_factory=dict)
    _found: dict[str, Drawing | None] = field(default_factory=dict)

    def of(self, table: Table, key: str) -> Drawing | None:
        """The picture that a table names under `key`; None, and a fault, where it can't be shown."""
        name = table.text(key)
        if name is None:
            return None
        path = PurePosixPath(name)
        if "\\" in name or path.is_absolute() or ".." in path.parts or ":" in name or str(path) != name:
            table.fault(key, f"{key} = {quoted(name)} leads out of the pack", 'Write it as "pictures/name.svg"')
            return None
        if path.suffix.lower() not in PICTURE_SUFFIXES:
            table.fault(key, f"{quoted(name)} is no picture", f"One of {', '.join(PICTURE_SUFFIXES)}")
            return None
        self.used.add(name)
        if not self.folder.has(name):
            if name not in self.folder.refused:
                near = next((n for n in self.folder.sizes if n.lower() == name.lower()), None)
                mend = f"It is written {near}" if near else "Put the file there, or correct the name"
                table.fault(key, f"the picture {quoted(name, 80)} is not in the pack", mend)
            return None
        if name not in self._found:
            with self.findings.within(name):
                self._found[name] = self._decode(name)
        return self._found[name]

    def _decode(self, name: str) -> Drawing | None:
        try:
            data = self.folder.read(name)
        except OSError:
            self.findings.fault(0, "the picture cannot be read", "Look at its permissions")
            return None
        suffix = PurePosixPath(name).suffix.lower()
        if suffix == ".svg":
            from kiosk.content.drawings import check_svg  # XML: 3 MiB that a kiosk with its packs taken in does without

            svg = check_svg(data, self.findings)
            if svg is None:
                return None
            self.svgs[name] = svg
            extent = (svg.width, svg.height)
        else:
            found = decode_raster(data, _FORMATS[suffix], self.findings)
            if found is None:
                return None
            extent = found
        kind = ".jpg" if suffix == ".jpeg" else suffix
        return Drawing(name, hashlib.sha256(data).hexdigest(), kind, *extent, len(data))


def decode_raster(data: bytes, expected: str, findings: Findings) -> tuple[int, int] | None:
    """Decode a PNG, JPEG or WebP whole, within limits. Its size in pixels, or None and a fault."""
    from PIL import Image, UnidentifiedImageError  # late: 0.05 s that the first frame does not wait for

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # Pillow warns of bombs before it refuses them; our limit is lower than both
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
                width, height = image.size
                if image.format != expected:
                    what = f"the file is a {image.format}, but its name says {expected}"
                    findings.fault(0, what, "Give it the right ending")
                    return None
                if width * height > limits.RASTER_PIXELS or max(width, height) > limits.RASTER_SIDE:
                    what = f"the picture has {width} × {height} pixels"
                    findings.fault(0, what, f"At most {limits.RASTER_SIDE} a side and 34 million in all")
                    return None
                if getattr(image, "n_frames", 1) > 1:
                    findings.fault(0, "the picture is animated", "Save one frame of it")
                    return None
                image.load()  # only a picture that decodes to its last row is sound
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as error:
        what = f"the picture is damaged, or not what its name says ({quoted(type(error).__name__)[1:-1]})"
        findings.fault(0, what, "Save it anew as PNG or JPEG")
        return None
    return width, height
