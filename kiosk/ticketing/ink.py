"""Text as dots: runs of signs in one face and size, drawn once and kept."""

import re
from collections import OrderedDict
from typing import TYPE_CHECKING

from kiosk.ticketing.fonts import Face, Fonts

if TYPE_CHECKING:
    from PIL import Image

# A dot is ink from this much of it covered: under a half, so that the thin strokes of Chinese signs hold together on
# thermal paper; lower and the counters of 藏 or 疆 fill up at 25 dots.
_COVERED = 112
_KEEP = 400
_KEEP_WIDTHS = 4000  # a ticket asks for 60
_NO_START = "，。、；：！？）》」』】”’,.;:!?)]}·…%"
_CLAUSE = re.compile(r".+?(?:[，；。：]|[;:.,]\s|·\s|$)")
_PIECE = re.compile(r"[A-Za-z0-9¥×.,:;'’!?%()/&+\-–—]+\s*|\s+|.", re.DOTALL)


class Ink:
    """Draws runs of text. Not for several threads at once: each composer has its own."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._runs: OrderedDict[tuple[str, Face, int, int], Image.Image] = OrderedDict()
        self._widths: dict[tuple[str, Face, int, int], int] = {}
        self._wraps: OrderedDict[tuple[str, Face, int, int], list[str]] = OrderedDict()

    def run(self, text: str, face: Face, size: int, spacing: int = 0) -> "Image.Image":
        """A run as a mask of mode 1, ink set: as wide as the text, as high as `ascent` + `descent` of the face."""
        key = (text, face, size, spacing)
        run = self._runs.get(key)
        if run is not None:
            self._runs.move_to_end(key)
            return run
        from PIL import Image, ImageDraw

        font = self.fonts.font(face, size)
        ascent, descent = font.getmetrics()
        gray = Image.new("L", (max(1, self.width(text, face, size, spacing)), ascent + descent), 0)
        pen = ImageDraw.Draw(gray)
        if spacing:
            x = 0.0
            for sign in text:
                pen.text((round(x), ascent), sign, fill=255, font=font, anchor="ls")
                x += font.getlength(sign) + spacing
        else:
            pen.text((0, ascent), text, fill=255, font=font, anchor="ls")
        run = self._runs[key] = gray.point(_THRESHOLD, "1")
        if len(self._runs) > _KEEP:
            self._runs.popitem(last=False)
        return run

    def width(self, text: str, face: Face, size: int, spacing: int = 0) -> int:
        """Dots that a run is wide."""
        key = (text, face, size, spacing)
        known = self._widths.get(key)
        if known is not None:
            return known
        font = self.fonts.font(face, size)
        if spacing:
            wide = round(sum(font.getlength(sign) for sign in text)) + spacing * (len(text) - 1)
        else:
            wide = round(font.getlength(text))
        if len(self._widths) >= _KEEP_WIDTHS:
            self._widths.clear()
        self._widths[key] = wide
        return wide

    def ascent(self, face: Face, size: int) -> int:
        """Dots from the top of a run to its baseline."""
        return int(self.fonts.font(face, size).getmetrics()[0])

    def fitting(self, text: str, face: Face, size: int, room: int, *, least: int, spacing: int = 0) -> int:
        """The size, from `size` down to `least`, at which the text fits into the room."""
        wide = self.width(text, face, size, spacing)
        if wide <= room:
            return size
        guess = max(least, size * room // wide)
        while guess > least and self.width(text, face, guess, spacing) > room:
            guess -= 1
        return guess

    def wrap(self, text: str, face: Face, size: int, room: int) -> list[str]:
        """The text in lines that fit: Latin by words, Chinese by signs, no closing mark at the start of a line."""
        lines: list[list[str]] = [[]]
        for piece in _PIECE.findall(" ".join(text.split())):
            line = lines[-1]
            if not line or self.width("".join([*line, piece]).rstrip(), face, size) <= room:
                line.append(piece)
            elif piece[0] in _NO_START and len(line) > 1:
                lines.append([line.pop(), piece])  # the piece before it comes along
            else:
                lines.append([piece] if piece.strip() else [])
        return [text for text in ("".join(line).strip() for line in lines) if text]

    def balanced(self, text: str, face: Face, size: int, room: int) -> list[str]:
        """The text in as few lines as fit, all about as long: no single sign is left for the last one."""
        key = (text, face, size, room)
        lines = self._wraps.get(key)
        if lines is not None:
            self._wraps.move_to_end(key)
            return lines
        lines = self.wrap(text, face, size, room)
        clauses = self._by_clauses(text, face, size, room)
        if clauses and len(clauses) <= len(lines):
            lines = clauses  # breaks where the sentence breathes
            room = 0
        narrow, wide = room // 2, room
        while len(lines) > 1 and wide - narrow > 4:
            middle = (narrow + wide) // 2
            tried = self.wrap(text, face, size, middle)
            fits = len(tried) == len(lines) and all(self.width(line, face, size) <= room for line in tried)
            narrow, wide, lines = (narrow, middle, tried) if fits else (middle, wide, lines)
        self._wraps[key] = lines
        if len(self._wraps) > _KEEP:
            self._wraps.popitem(last=False)
        return lines

    def _by_clauses(self, text: str, face: Face, size: int, room: int) -> list[str]:
        """The text in lines that end with a clause; nothing where one does not fit."""
        lines: list[str] = []
        for clause in _CLAUSE.findall(text):
            if lines and self.width((lines[-1] + clause).strip(), face, size) <= room:
                lines[-1] += clause
            elif self.width(clause.strip(), face, size) <= room:
                lines.append(clause)
            else:
                return []
        return [line.strip() for line in lines]


_THRESHOLD = [255 if value >= _COVERED else 0 for value in range(256)]
