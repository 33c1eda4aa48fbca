"""The ticket as a page of dots: a roll of 80 or 58 mm, or a sheet of A6 or A5."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.devices.paper import Paper
from kiosk.devices.raster import Raster
from kiosk.ticketing import qr
from kiosk.ticketing.errors import CannotState, Unreadable
from kiosk.ticketing.fonts import Face, Fonts
from kiosk.ticketing.ink import Ink
from kiosk.ticketing.motif import draw_motif, draw_plate
from kiosk.ticketing.words import Row, TicketFacts

if TYPE_CHECKING:
    from PIL import Image

    from kiosk.machines.plate_cells import Points

Align = Literal["left", "centre", "right"]
Box = tuple[int, int, int, int]
_GAPS = 9  # of a card
_LONGEST = 3600  # rows of a roll: 45 cm, far more than any booking needs


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Type sizes and distances in dots; `line` and `heavy` are rules, never under 3 dots."""

    margin: int
    motif: int
    plate: int
    site: int
    workshop: int
    other: int
    time: int
    day: int
    party: int
    code: int
    row: int
    small: int
    line: int
    heavy: int
    gap: int
    spacing: int
    beside: bool  # the day stands beside the time, not under it

    def scaled(self, by: float) -> "_Sizes":
        numbers = {name: round(getattr(self, name) * by) for name in self.__slots__ if name != "beside"}
        return _Sizes(**{**numbers, "line": max(3, numbers["line"])}, beside=self.beside)


_ROLL_80 = _Sizes(24, 528, 330, 50, 44, 25, 104, 31, 31, 46, 29, 23, 3, 4, 12, 4, True)
_ROLL_58 = _Sizes(10, 364, 250, 38, 36, 22, 110, 31, 28, 38, 26, 21, 3, 4, 10, 2, False)
_SHEET = _Sizes(84, 800, 300, 84, 74, 42, 200, 58, 52, 62, 46, 38, 4, 6, 20, 6, True)  # A6; A5 is 1.41 times that


class Page:
    """Draws tickets; keeps fonts, runs of text and motifs, so that the next ticket is quick. One thread at a time."""

    def __init__(self, fonts: Fonts | None = None) -> None:
        self._ink = Ink(fonts or Fonts())
        self._motifs: OrderedDict[tuple[Path, int, int], Image.Image] = OrderedDict()

    def draw(self, facts: TicketFacts, paper: Paper) -> Raster:
        """The finished ticket, read back by our own reader.

        Raises CodeTooSmall, NoFont, BadMotif; Unreadable where the reader does not get the code's own text.
        """
        from PIL import ImageChops

        image, code = self._roll(facts, paper) if paper.roll else self._sheet(facts, paper)
        found = qr.read_back(ImageChops.invert(image.crop(code)))
        if found != facts.text:
            raise Unreadable("the code in the bitmap says something else")
        return Raster(image.width, image.height, paper.dpi, image.tobytes())

    def _roll(self, facts: TicketFacts, paper: Paper) -> "tuple[Image.Image, Box]":
        sizes = _ROLL_80 if paper.width >= 500 else _ROLL_58
        sheet = _Sheet(self._ink, paper.width, _LONGEST, sizes.margin)
        self._head(sheet, facts, sizes)
        dots = qr.dots_a_module(paper, paper.width)
        sheet.space(max(0, qr.QUIET * dots - sizes.gap))
        sheet.code(facts.text, dots, (paper.width - qr.MODULES * dots) // 2)
        sheet.space(qr.QUIET * dots - sizes.gap)
        sheet.text(facts.code, "bold", sizes.code, "centre", spacing=sizes.spacing)
        sheet.space(sizes.gap)
        sheet.rule(sizes.line)
        sheet.space(sizes.gap)
        for row in facts.rows:
            sheet.row(row, sizes.row, sizes.small)
        self._tail(sheet, facts, sizes)
        sheet.space(sizes.margin)
        return sheet.image.crop((0, 0, paper.width, sheet.y)), sheet.code_box

    def _sheet(self, facts: TicketFacts, paper: Paper) -> "tuple[Image.Image, Box]":
        if paper.height is None:
            raise CannotState(f"{paper.name} is no sheet")
        full = paper.width / 1240
        margin = round(_SHEET.margin * full)
        for by in (1.0, 0.93, 0.86, 0.79, 0.72):  # smaller type rather than a line that is cut off
            sizes = _SHEET.scaled(full * by)
            sheet = self._card(facts, paper, sizes, margin, painted=False)
            left = paper.height - margin * 6 // 10 - sheet.y
            if left >= 0:
                # What is left over goes between the parts: the card is filled, not topped.
                airy = replace(sizes, gap=sizes.gap + left // _GAPS)
                sheet = self._card(facts, paper, airy, margin, painted=True)
                return sheet.image, sheet.code_box
        raise CannotState(f"the texts of this ticket are too long for {paper.name}")

    def _card(self, facts: TicketFacts, paper: Paper, sizes: _Sizes, margin: int, *, painted: bool) -> "_Sheet":
        """A sheet: the code at the left, what to know at the right of it. Not `painted`, only its length is right."""
        sheet = _Sheet(self._ink, paper.width, paper.height or _LONGEST, margin, painted=painted)
        sheet.space(margin * 6 // 10)
        self._head(sheet, facts, sizes)
        dots = qr.dots_a_module(paper, sheet.room * 47 // 100, wanted=round(10 * paper.width / 1240))
        quiet = qr.QUIET * dots
        sheet.space(max(0, quiet - sizes.gap))
        top = sheet.y
        left = sheet.margin + qr.MODULES * dots + quiet
        for row in facts.rows:
            sheet.stacked(row, left, sizes.row, sizes.small)
        rows_end = sheet.y
        sheet.y = top
        sheet.code(facts.text, dots, sheet.margin)
        sheet.space(quiet // 2)
        sheet.centred_in(facts.code, sizes.code, sheet.margin, qr.MODULES * dots)
        sheet.y = max(sheet.y, rows_end)
        sheet.space(sizes.gap)
        sheet.rule(sizes.line)
        self._tail(sheet, facts, sizes)
        return sheet

    def _head(self, sheet: "_Sheet", facts: TicketFacts, sizes: _Sizes) -> None:
        if facts.copy:
            sheet.band(facts.copy, sizes.row, sizes.gap)
        if facts.plate is not None:
            sheet.plate(facts.plate.wires, sizes.plate)
            sheet.space(sizes.gap // 2)
            sheet.fitted(facts.plate_label, "plain", sizes.small)
            sheet.space(sizes.gap // 2)
        elif facts.motif is not None:
            motif = self._motif(facts.motif, sizes.motif)
            sheet.paste(motif, (sheet.width - motif.width) // 2)
            sheet.space(sizes.gap // 2)
        else:
            sheet.space(sizes.margin)
        sheet.rule(sizes.heavy)
        sheet.space(sizes.gap)
        sheet.fitted(facts.site, "serif", sizes.site, spacing=sizes.spacing)
        sheet.fitted(facts.workshop, "serif", sizes.workshop, spacing=sizes.spacing)
        if facts.workshop_other and facts.workshop_other != facts.workshop:
            sheet.fitted(facts.workshop_other, "plain", sizes.other)
        sheet.space(sizes.gap)
        if sizes.beside:
            sheet.time(facts, sizes)
        else:
            sheet.space(sizes.gap)
            sheet.text(facts.time, "bold", sizes.time, "centre", tight=True)
            sheet.space(sizes.gap)
            sheet.text(facts.day, "bold", sizes.day, "centre")
            for part in sheet.gathered(facts.party, sizes.party, sheet.room):
                sheet.text(part, "bold", sizes.party, "centre")
        sheet.space(sizes.gap)
        sheet.rule(sizes.line)
        sheet.space(sizes.gap)

    def _tail(self, sheet: "_Sheet", facts: TicketFacts, sizes: _Sizes) -> None:
        sheet.space(sizes.gap)
        sheet.fitted(facts.foot, "plain", sizes.row)

    def _motif(self, file: Path, width: int) -> "Image.Image":
        try:
            stamp = file.stat().st_mtime_ns
        except OSError:
            stamp = 0  # draw_motif names the fault
        key = (file, stamp, width)
        motif = self._motifs.get(key)
        if motif is None:
            motif = self._motifs[key] = draw_motif(file, width)
            while len(self._motifs) > 8:
                self._motifs.popitem(last=False)
        return motif


class _Sheet:
    """Paper and a place on it: everything drawn moves `y` down."""

    def __init__(self, ink: Ink, width: int, height: int, margin: int, *, painted: bool = True) -> None:
        from PIL import Image

        # Ink is set. A sheet that is only measured has nothing drawn on it.
        self.image = Image.new("1", (width, height) if painted else (1, 1), 0)
        self.painted = painted
        self.ink, self.width, self.margin = ink, width, margin
        self.room = width - 2 * margin
        self.y = 0
        self.code_box: Box = (0, 0, 0, 0)  # with its quiet zone

    def space(self, dots: int) -> None:
        self.y += dots

    def put(self, mask: "Image.Image", x: int, y: int) -> None:
        if self.painted:
            self.image.paste(255, (x, y), mask)

    def paste(self, mask: "Image.Image", x: int) -> None:
        self.put(mask, x, self.y)
        self.y += mask.height

    def plate(self, wires: "tuple[Points, ...]", side: int) -> None:
        self.space(max(8, self.margin // 2))
        if self.painted:
            self.put(draw_plate(wires, side), (self.width - side) // 2, self.y)
        self.y += side

    def code(self, text: str, dots: int, x: int) -> None:
        side, quiet = qr.MODULES * dots, qr.QUIET * dots
        self.code_box = (x - quiet, self.y - quiet, x + side + quiet, self.y + side + quiet)
        if self.painted:
            self.put(qr.drawn(text, dots), x, self.y)
        self.y += side

    def rule(self, thick: int) -> None:
        if self.painted:
            self.image.paste(255, (self.margin, self.y, self.width - self.margin, self.y + thick))
        self.y += thick

    def band(self, text: str, size: int, pad: int) -> None:
        """White on black across the page: a copy is seen at arm's length."""
        run = self.ink.run(text, "bold", size, 6)
        self.space(self.margin if not self.y else 0)
        if self.painted:
            self.image.paste(255, (self.margin, self.y, self.width - self.margin, self.y + run.height + pad // 2))
            self.image.paste(0, ((self.width - run.width) // 2, self.y + pad // 4), run)
        self.y += run.height + pad

    def text(self, text: str, face: Face, size: int, align: Align, *, spacing: int = 0, tight: bool = False) -> None:
        run = self.ink.run(text, face, size, spacing)
        if tight:  # figures have no descenders: nothing is left blank above and below
            box = run.getbbox()
            run = run.crop((0, box[1], run.width, box[3])) if box else run
        free = self.width - self.margin - run.width
        x = self.margin if align == "left" else free if align == "right" else (self.width - run.width) // 2
        self.put(run, x, self.y if tight else self.y - _lead(size))
        self.y += run.height if tight else round(size * 1.34)

    def fitted(self, text: str, face: Face, size: int, *, spacing: int = 0) -> None:
        """Centred, smaller where it is long, in two lines where it is longer still."""
        least = max(20, size * 6 // 10)
        latin = text.isascii()
        spacing = 0 if latin else spacing
        fits = self.ink.fitting(text, face, size, self.room, least=least, spacing=spacing)
        if self.ink.width(text, face, fits, spacing) <= self.room:
            self.text(text, face, fits, "centre", spacing=spacing)
            return
        for line in self.ink.wrap(text, face, least, self.room):
            self.text(line, face, least, "centre")

    def time(self, facts: TicketFacts, sizes: _Sizes) -> None:
        """The time large at the left, the day and the party at the right of it, or the party below where it is long."""
        run = self.ink.run(facts.time, "bold", sizes.time)
        box = run.getbbox() or (0, 0, run.width, run.height)
        run = run.crop(box)
        room = self.room - run.width - sizes.gap * 2
        day = self.ink.fitting(facts.day, "bold", sizes.day, room, least=sizes.day * 2 // 3)
        beside = self.gathered(facts.party, sizes.party, room)
        right = self.width - self.margin
        below = len(beside) > 2 or any(self.ink.width(part, "bold", sizes.party) > room for part in beside)
        lines = [(facts.day, day)] if below else [(facts.day, day), *((part, sizes.party) for part in beside)]
        pitch = round(sizes.party * 1.45)
        height = max(run.height, pitch * len(lines))
        self.put(run, self.margin, self.y + (height - run.height) // 2)
        y = self.y + (height - pitch * len(lines)) // 2
        for text, size in lines:
            part = self.ink.run(text, "bold", size)
            self.put(part, right - part.width, y + (pitch - part.height) // 2)
            y += pitch
        self.y += height + sizes.gap // 2
        if below:
            self.space(sizes.gap // 2)
            for below_it in self.gathered(facts.party, sizes.party, self.room):
                self.text(below_it, "bold", sizes.party, "right")

    def gathered(self, parts: tuple[str, ...], size: int, room: int) -> list[str]:
        """The party in as few lines as fit, never broken within a category that fits by itself."""
        lines: list[str] = []
        for part in parts:
            joined = f"{lines[-1]} · {part}" if lines else part
            if lines and self.ink.width(joined, "bold", size) <= room:
                lines[-1] = joined
            else:
                lines.append(part)
        broken = (self.ink.wrap(line, "bold", size, room) for line in lines)
        return [line for group in broken for line in group]

    def row(self, row: Row, size: int, small: int) -> None:
        """Name at the left, value at the right edge, in as many lines as it takes."""
        label = self.ink.run(row.label, "plain", size) if row.label else None
        if label is not None:
            self.put(label, self.margin, self.y - _lead(size))
        indent = max(label.width if label is not None else 0, size * 3) + size * 2 // 3
        for text, face, dots in ((row.value, _face("bold"), size), (row.under, _face("plain"), small)):
            lines = self.ink.balanced(text, face, dots, self.room - indent)
            widest = max((self.ink.width(line, face, dots) for line in lines), default=0)
            for line in lines:  # several lines start under each other, and the widest one ends at the edge
                self.put(self.ink.run(line, face, dots), self.width - self.margin - widest, self.y - _lead(dots))
                self.y += round(dots * 1.34)
        self.space(size // 3)

    def stacked(self, row: Row, left: int, size: int, small: int) -> None:
        """Name above, value below it, in the column that starts at `left`."""
        room = self.width - self.margin - left
        for text, face, dots in (
            (row.label, _face("plain"), small),
            (row.value, _face("bold"), size),
            (row.under, _face("plain"), small),
        ):
            for line in self.ink.balanced(text, face, dots, room):
                self.put(self.ink.run(line, face, dots), left, self.y - _lead(dots))
                self.y += round(dots * 1.3)
        self.space(size // 3)

    def centred_in(self, text: str, size: int, left: int, wide: int) -> None:
        fits = self.ink.fitting(text, "bold", size, wide, least=size // 2)
        run = self.ink.run(text, "bold", fits)
        self.put(run, left + (wide - run.width) // 2, self.y - _lead(fits))
        self.y += round(fits * 1.34)


def _face(name: str) -> Face:
    return "bold" if name == "bold" else "plain"


def _lead(size: int) -> int:
    """Noto's line is 1.45 em with the sign in its middle; the ticket's lines are 1.34 em."""
    return round(size * 0.06)
