"""A plate as a picture in SVG: on the screen, in a file that staff open. Fills, gradients and strokes, as QtSvg has.

Light comes from the upper left; wire and rim are brass until they are gilded, and glass shines once it is polished.
"""

from collections.abc import Iterable
from typing import Final

from kiosk.machines.plate_cells import Points
from kiosk.machines.plate_drawing import COLOURS, PlateDrawing, Stage

SIDE: Final = 400
_MIDDLE, _R = SIDE / 2, 190.0
_GLASS = (Stage.FIRED, Stage.POLISHED, Stage.GILDED)
_SHINY = (Stage.POLISHED, Stage.GILDED)
# Light, middle and shade of a metal.
_COPPER, _BRASS, _GOLD = ("#D99A66", "#B5703C", "#7E4520"), ("#E0A871", "#C08048", "#8A5428"), (
    "#FFEBB0", "#E3B34C", "#A8741F",
)  # fmt: skip


def enamel(name: str, stage: Stage) -> str:
    """The colour in a cell, `#rrggbb`: of ground glass before the fire, of glass after it.

    >>> enamel("cobalt", Stage.FILLED), enamel("cobalt", Stage.GILDED)
    ('#8C9CC9', '#173C9E')
    """
    colour = COLOURS[name]
    return colour.fired if stage in _GLASS else colour.powder


def plate_svg(drawing: PlateDrawing, label: str = "") -> str:
    """The plate in a square of 400 units; `label` is its title for whoever lists or reads it."""
    metal = _GOLD if drawing.stage is Stage.GILDED else _BRASS
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}">',
        f"<title>{label}</title>" if label else "",
        "<defs>",
        _gradient("copper", _COPPER),
        _gradient("metal", metal),
        "</defs>",
        _disc(_R, 'fill="url(#copper)"'),
        *_cells(drawing),
        *_wires(drawing),
        _disc(_R - 5, 'fill="none" stroke="#20120A" stroke-opacity="0.55" stroke-width="11"'),
        _disc(_R - 4, 'fill="none" stroke="url(#metal)" stroke-width="8"'),
        *(_shine() if drawing.stage in _SHINY else ()),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part)


def _cells(drawing: PlateDrawing) -> Iterable[str]:
    if not drawing.fills:
        return
    filled = drawing.colours()
    for cell in drawing.cells():
        if cell.number in filled:
            colour = enamel(filled[cell.number], drawing.stage)
            data = "".join(f"{_path(outline)}Z" for outline in cell.outlines)
            # Two outlines: one closes the half square to the wire, one is the enamel's darker foot along it.
            yield f'<path d="{data}" fill="{colour}" fill-rule="evenodd" stroke="{colour}" stroke-width="3"/>'
            yield f'<path d="{data}" fill="none" stroke="#0A0A18" stroke-opacity="0.22" stroke-width="5"/>'


def _wires(drawing: PlateDrawing) -> Iterable[str]:
    if drawing.wires:
        data = "".join(_path(points) for points in drawing.wires)
        shape = f'<path d="{data}" fill="none" stroke-linecap="round" stroke-linejoin="round"'
        yield f'{shape} stroke="#20120A" stroke-opacity="0.5" stroke-width="5.5"/>'
        yield f'{shape} stroke="url(#metal)" stroke-width="3.2"/>'


def _shine() -> Iterable[str]:
    """The window of the workshop in the polished glass: a sickle along the upper left."""
    yield (
        '<defs><linearGradient id="shine" gradientUnits="userSpaceOnUse" x1="70" y1="60" x2="200" y2="215">'
        '<stop offset="0" stop-color="#fff" stop-opacity="0.34"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>'
        "</linearGradient></defs>"
        '<path d="M30,222 A171,171 0 0 1 222,30 A240,240 0 0 0 30,222 Z" fill="url(#shine)"/>'
    )


def _gradient(name: str, metal: tuple[str, str, str]) -> str:
    stops = "".join(
        f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in zip((0, 0.5, 1), metal, strict=True)
    )
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="60" y1="60" x2="340" y2="340">'
        f"{stops}</linearGradient>"
    )


def _disc(radius: float, paint: str) -> str:
    return f'<circle cx="{_MIDDLE:g}" cy="{_MIDDLE:g}" r="{radius:g}" {paint}/>'


def _path(points: Points) -> str:
    return "M" + "L".join(f"{_MIDDLE + x * _R:.1f},{_MIDDLE + y * _R:.1f}" for x, y in points)
