"""The small drawing on top of the ticket: a site pack's motif.svg, turned into printer dots once, or a visitor's plate.

Of a motif only what such a drawing needs is drawn: path, line, polyline, polygon, rect, circle, ellipse in groups, with
fill, stroke, stroke-width, fill-rule and transform. Dark colours are ink, light ones paper, `none` is nothing. Qt could
draw more, but Qt stays out of kiosk/.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError

from kiosk.ticketing.errors import BadMotif
from kiosk.ticketing.svg_paths import BadPath, Line, Point, ellipse, flatten

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 512 * 1024
MAX_SHAPES = 5_000
LEAST_LINE = 3.0  # dots: thinner lines vanish on worn thermal heads (the look's rule for paper)
_WIRE = LEAST_LINE + 0.4  # of a plate: at a slant too it has three dots
_OVER = 4  # drawn so much larger, then every dot is ink that is covered by half
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NAMED = {"black": 0, "white": 255, "currentcolor": 0}

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class _Style:
    fill: str = "black"
    stroke: str = "none"
    width: float = 1.0
    rule: str = "nonzero"
    butt: bool = True
    matrix: Matrix = _UNIT


def draw_motif(file: Path, width: int) -> "Image.Image":
    """The motif at so many dots across, mode 1, ink set. Raises BadMotif."""
    root = _root(file)
    try:
        x, y, w, h = (float(n) for n in _NUMBER.findall(root.get("viewBox", "0 0 528 150")))
    except ValueError:
        raise BadMotif(f"{file}: viewBox must be four numbers.") from None
    if not (0 < w < 100_000 and 0 < h <= w):
        raise BadMotif(f'{file}: viewBox="{root.get("viewBox")}" is no motif; it is wider than high.')
    scale = width / w
    k = scale * _OVER
    canvas = _Canvas(width * _OVER, round(h * k))
    try:
        start = _styled(root, _Style(matrix=(k, 0, 0, k, -x * k, -y * k)))
        for count, (element, style) in enumerate(_shapes(root, start)):
            if count >= MAX_SHAPES:
                raise BadMotif(f"{file}: over {MAX_SHAPES} shapes.")
            canvas.add(_lines(element), style)
    except (BadPath, ValueError) as error:
        raise BadMotif(f"{file}: {error}.") from error
    return canvas.dots(width, round(h * scale))


def draw_plate(wires: Iterable[Iterable[Point]], side: int) -> "Image.Image":
    """A visitor's plate by its wires and its rim, so many dots across and high, mode 1, ink set.

    `wires` are lines in parts of the plate's radius, from −1 to 1.
    """
    middle = side * _OVER / 2
    rim, wire = (max(least, side * part) * _OVER for least, part in ((5.0, 0.016), (_WIRE, 0.011)))
    r = middle - rim / 2 - _OVER
    canvas = _Canvas(side * _OVER, side * _OVER)
    for points in wires:
        canvas.stroke(Line([(middle + x * r, middle + y * r) for x, y in points]), 0, wire, butt=False)
    canvas.stroke(ellipse(middle, middle, r, r), 0, rim, butt=False)
    return canvas.dots(side, side)


class _Canvas:
    def __init__(self, width: int, height: int) -> None:
        from PIL import Image, ImageDraw

        self.image = Image.new("L", (width, height), 255)
        self.pen: ImageDraw.ImageDraw = ImageDraw.Draw(self.image)

    def add(self, lines: list[Line], style: _Style) -> None:
        placed = [Line([_move(p, style.matrix) for p in line.points], line.closed) for line in lines]
        fill = _shade(style.fill)
        if fill is not None:
            self._fill([line for line in placed if len(line.points) > 2], fill, style.rule)
        stroke = _shade(style.stroke)
        if stroke is not None and style.width > 0:
            a, b, c, d, _, _ = style.matrix
            wide = max(style.width * abs(a * d - b * c) ** 0.5, LEAST_LINE * _OVER)
            for line in placed:
                self.stroke(line, stroke, wide, style.butt)

    def dots(self, width: int, height: int) -> "Image.Image":
        from PIL import Image

        small = self.image.resize((width, height), Image.Resampling.BOX)
        return small.point(_INK, "1")

    def _fill(self, lines: list[Line], shade: int, rule: str) -> None:
        """By adding up turns for `nonzero`, by taking turns for `evenodd`; one line needs neither."""
        if not lines:
            return
        if len(lines) == 1:
            self.pen.polygon(lines[0].points, fill=shade)
            return
        from PIL import Image, ImageChops, ImageDraw

        total = Image.new("L", self.image.size, 0)
        signs = [1 if _area(line.points) >= 0 else -1 for line in lines]
        minus = Image.new("L", self.image.size, 0)
        for line, sign in zip(lines, signs, strict=True):
            one = Image.new("L", self.image.size, 0)
            ImageDraw.Draw(one).polygon(line.points, fill=1)
            if rule == "evenodd":
                total = ImageChops.difference(total, one)
            elif sign > 0:
                total = ImageChops.add(total, one)
            else:
                minus = ImageChops.add(minus, one)
        mask = ImageChops.difference(total, minus).point([0] + [255] * 255)
        self.image.paste(shade, (0, 0), mask)

    def stroke(self, line: Line, shade: int, width: float, butt: bool) -> None:
        points = [*line.points, line.points[0]] if line.closed else line.points
        self.pen.line(points, fill=shade, width=round(width), joint="curve")
        r = width / 2
        # Pillow rounds the joints but leaves the first one open, and never rounds an end.
        ends = [points[0]] if line.closed else [] if butt else [points[0], points[-1]]
        for x, y in ends:
            self.pen.ellipse((x - r, y - r, x + r, y + r), fill=shade)


_INK = [255 if value < 128 else 0 for value in range(256)]


def _root(file: Path) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        if file.stat().st_size > MAX_BYTES:
            raise BadMotif(f"{file}: over {MAX_BYTES // 1024} KiB; simplify the drawing.")
        root: Element = fromstring(file.read_text(encoding="utf-8"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, UnicodeDecodeError) as error:
        raise BadMotif(f"{file}: not a drawing in SVG ({error}).") from error
    except OSError as error:
        raise BadMotif(f"{file}: cannot be read ({error.strerror}).") from error
    return root


def _shapes(parent: Element, style: _Style) -> Iterator[tuple[Element, _Style]]:
    for element in parent:
        own = _styled(element, style)
        name = _name(element)
        if name in ("g", "svg", "a"):
            yield from _shapes(element, own)
        elif name in ("path", "line", "polyline", "polygon", "rect", "circle", "ellipse"):
            yield element, own


def _lines(e: Element) -> list[Line]:
    def number(name: str) -> float:
        found = _NUMBER.match(e.get(name, "0"))
        return float(found[0]) if found else 0.0

    name = _name(e)
    if name == "path":
        return flatten(e.get("d", ""))
    if name == "line":
        return [Line([(number("x1"), number("y1")), (number("x2"), number("y2"))])]
    if name in ("polyline", "polygon"):
        flat = [float(n) for n in _NUMBER.findall(e.get("points", ""))]
        points = list(zip(flat[::2], flat[1::2], strict=False))
        return [Line(points, closed=name == "polygon")] if len(points) > 1 else []
    if name == "rect":
        x, y, w, h = number("x"), number("y"), number("width"), number("height")
        return [Line([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], closed=True)]
    rx = number("r") or number("rx")
    ry = number("r") or number("ry")
    return [ellipse(number("cx"), number("cy"), rx, ry)]


def _styled(element: Element, style: _Style) -> _Style:
    told = dict(element.attrib)
    for part in element.get("style", "").split(";"):
        key, _, value = part.partition(":")
        if value:
            told[key.strip()] = value.strip()
    width = _NUMBER.match(told.get("stroke-width", ""))
    return replace(
        style,
        fill=told.get("fill", style.fill),
        stroke=told.get("stroke", style.stroke),
        width=float(width[0]) if width else style.width,
        rule=told.get("fill-rule", style.rule),
        butt=told["stroke-linecap"] == "butt" if "stroke-linecap" in told else style.butt,
        matrix=_times(style.matrix, _matrix(told.get("transform", ""))),
    )


def _matrix(text: str) -> Matrix:
    import math

    matrix = _UNIT
    for name, inside in re.findall(r"(\w+)\s*\(([^)]*)\)", text):
        n = [float(v) for v in _NUMBER.findall(inside)]
        if name == "translate" and n:
            step: Matrix = (1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0)
        elif name == "scale" and n:
            step = (n[0], 0, 0, n[1] if len(n) > 1 else n[0], 0, 0)
        elif name == "rotate" and n:
            c, s = math.cos(math.radians(n[0])), math.sin(math.radians(n[0]))
            x, y = (n[1], n[2]) if len(n) > 2 else (0.0, 0.0)
            step = (c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
        elif name == "matrix" and len(n) == 6:
            step = (n[0], n[1], n[2], n[3], n[4], n[5])
        else:
            raise ValueError(f"transform {name}({inside}) is not drawn here")
        matrix = _times(matrix, step)
    return matrix


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    )


def _move(point: Point, m: Matrix) -> Point:
    return m[0] * point[0] + m[2] * point[1] + m[4], m[1] * point[0] + m[3] * point[1] + m[5]


def _area(points: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))


def _shade(colour: str) -> int | None:
    """0 for ink, 255 for paper, None for nothing."""
    colour = colour.strip().lower()
    if colour in ("none", "transparent"):
        return None
    if colour in _NAMED:
        return _NAMED[colour]
    if re.fullmatch(r"#[0-9a-f]{3}|#[0-9a-f]{6}", colour):
        digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
        red, green, blue = (int(digits[i : i + 2], 16) for i in (0, 2, 4))
        return 0 if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 else 255
    raise ValueError(f"colour {colour!r} is not black or white")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
