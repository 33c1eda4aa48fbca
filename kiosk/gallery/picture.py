"""A plate as a drawing in SVG: what staff look at from a terminal, and what any other program can show."""

from collections.abc import Iterable

from kiosk.machines.plate_drawing import COLOURS, PlateDrawing, Stage

SIDE = 400
_R = 190  # of the plate
_COPPER, _RIM, _GILT, _RAW_WIRE = "#B5703C", "#D9A441", "#E8BE5A", "#C98B4E"
_GLASS = (Stage.FIRED, Stage.POLISHED, Stage.GILDED)


def enamel(name: str, stage: Stage) -> str:
    """The colour in a cell, `#rrggbb`: of ground glass before the fire, of glass after it.

    >>> enamel("cobalt", Stage.FILLED), enamel("cobalt", Stage.GILDED)
    ('#8C9CC9', '#173C9E')
    """
    colour = COLOURS[name]
    return colour.fired if stage in _GLASS else colour.powder


def plate_svg(drawing: PlateDrawing, label: str = "") -> str:
    """The plate in a square of 400 units; `label` is its title for whoever lists or reads it."""
    stage = drawing.stage
    cells = drawing.cells() if drawing.fills else ()
    filled = drawing.colours() if drawing.fills else {}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}">',
        f"<title>{label}</title>" if label else "",
        f'<circle cx="{SIDE / 2:g}" cy="{SIDE / 2:g}" r="{_R}" fill="{_COPPER}"/>',
    ]
    for cell in cells:
        if cell.number in filled:
            colour = enamel(filled[cell.number], stage)
            data = "".join(f"{_path(outline)}Z" for outline in cell.outlines)
            parts.append(f'<path d="{data}" fill="{colour}" fill-rule="evenodd" stroke="{colour}" stroke-width="1.5"/>')
    wire = _GILT if stage is Stage.GILDED else _RAW_WIRE
    data = "".join(_path(points) for points in drawing.wires)
    parts += [
        f'<path d="{data}" fill="none" stroke="{wire}" stroke-width="3.5" stroke-linecap="round"'
        ' stroke-linejoin="round"/>',
        f'<circle cx="{SIDE / 2:g}" cy="{SIDE / 2:g}" r="{_R}" fill="none" stroke="{_RIM}" stroke-width="7"/>',
        "</svg>",
    ]
    return "\n".join(part for part in parts if part)


def _path(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{SIDE / 2 + x * _R:.1f},{SIDE / 2 + y * _R:.1f}" for x, y in points)
