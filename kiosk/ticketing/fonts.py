"""Finding fonts with Chinese letters on Linux, macOS and Windows, and keeping them open.

A named place that exists is taken before anything is asked of the system: `fc-match` costs some 20 ms.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.ticketing.errors import NoFont

if TYPE_CHECKING:
    from PIL import ImageFont

Face = Literal["serif", "bold", "plain"]

# (file, index of the Simplified Chinese face in a collection). Noto's hold JP, KR, SC, TC, HK in this order.
_PLACES: dict[Face, tuple[tuple[str, int], ...]] = {
    "serif": (
        ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc", 2),
        ("/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Bold.ttc", 2),
        ("/usr/share/fonts/noto-cjk/NotoSerifCJK-Bold.ttc", 2),
        ("/System/Library/Fonts/Supplemental/Songti.ttc", 1),
        ("{windir}/Fonts/simsun.ttc", 0),
    ),
    "bold": (
        ("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", 2),
        ("/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Bold.ttc", 2),
        ("/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc", 2),
        ("/System/Library/Fonts/PingFang.ttc", 8),
        ("/System/Library/Fonts/STHeiti Medium.ttc", 1),
        ("{windir}/Fonts/msyhbd.ttc", 0),
    ),
    "plain": (
        ("/usr/share/fonts/opentype/noto/NotoSansCJK-Medium.ttc", 2),
        ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
        ("/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc", 2),
        ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2),
        ("/System/Library/Fonts/PingFang.ttc", 2),
        ("/System/Library/Fonts/STHeiti Light.ttc", 1),
        ("{windir}/Fonts/msyh.ttc", 0),
    ),
}
_PATTERNS: dict[Face, str] = {
    "serif": "Noto Serif CJK SC:lang=zh-cn:weight=200",
    "bold": "Noto Sans CJK SC:lang=zh-cn:weight=200",
    "plain": "Noto Sans CJK SC:lang=zh-cn:weight=80",
}
_PROOF = "琅"  # a font that has this sign has Chinese


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face in a font file."""

    path: Path
    index: int


class Fonts:
    """The three faces of the ticket. Opens a size once."""

    def __init__(self, places: dict[Face, FontFile] | None = None) -> None:
        self._places = places or {}
        self._open: dict[tuple[Face, int], ImageFont.FreeTypeFont] = {}

    def font(self, face: Face, size: int) -> "ImageFont.FreeTypeFont":
        """A face at so many dots an em. Raises NoFont."""
        font = self._open.get((face, size))
        if font is None:
            from PIL import ImageFont

            place = self._places.get(face)
            if place is None:
                place = self._places[face] = find(face)
            # Basic layout: these texts need no shaping, and it is twice as quick as Raqm.
            font = ImageFont.truetype(str(place.path), size, index=place.index, layout_engine=ImageFont.Layout.BASIC)
            self._open[face, size] = font
        return font


@cache
def find(face: Face) -> FontFile:
    """Where a face lies on this machine; one with Chinese letters of another family rather than none. Raises NoFont."""
    windir = os.environ.get("WINDIR", "C:/Windows")
    for place, index in _PLACES[face]:
        path = Path(place.format(windir=windir))
        if path.is_file() and _has_chinese(path, index):
            return FontFile(path, index)
    asked = _asked(face)
    if asked is not None:
        return asked
    if face == "serif":
        return find("bold")
    raise NoFont(
        "No font with Chinese letters was found on this machine. "
        "Debian/Ubuntu: apt-get install fonts-noto-cjk. Fedora: dnf install google-noto-sans-cjk-fonts."
    )


def _asked(face: Face) -> FontFile | None:
    """What fontconfig offers, where there is fontconfig."""
    program = shutil.which("fc-match")
    if program is None:
        return None
    try:
        told = subprocess.run(
            [program, "--format=%{file}\t%{index}", _PATTERNS[face]],
            capture_output=True, text=True, timeout=10, check=True,
        ).stdout  # fmt: skip
        file, _, index = told.partition("\t")
        place = FontFile(Path(file), int(index or 0) & 0xFFFF)  # the upper half names an instance of a variable font
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return place if _has_chinese(place.path, place.index) else None


def _has_chinese(path: Path, index: int) -> bool:
    from PIL import ImageFont

    try:
        font = ImageFont.truetype(str(path), 16, index=index, layout_engine=ImageFont.Layout.BASIC)
        # Two signs that exist differ; a font without them shows the same box for both.
        return bytes(font.getmask(_PROOF)) != bytes(font.getmask("厂"))
    except OSError:
        return False
