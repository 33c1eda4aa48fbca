"""Stored pictures of pages: how they are kept small, and how far a page may be from its own."""

from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageStat

COLOURS = 48
"""Of a stored picture's palette: pages are flat, and artwork may lose a shade."""
BLUR = 4
"""px that are averaged before comparing: an edge of a letter that another version of a font draws elsewhere is none."""
FAR = 40
"""Of 255, in any channel: a cell that is farther off shows something else."""


class Difference(NamedTuple):
    """How far two pictures are from each other."""

    mean: float
    """Of 255, over all cells and channels."""
    share: float
    """Of the cells, from 0 to 1: those that show something else."""

    def within(self, allowed: "Difference") -> bool:
        """Whether neither is more than allowed."""
        return self.mean <= allowed.mean and self.share <= allowed.share


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """Compare two pictures after a light blur; pictures of different sizes are as far apart as can be."""
    if one.size != other.size:
        return Difference(255.0, 1.0)
    apart = ImageChops.difference(one.convert("RGB").reduce(BLUR), other.convert("RGB").reduce(BLUR))
    red, green, blue = apart.split()
    far = ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda value: 255 if value > FAR else 0)
    return Difference(sum(ImageStat.Stat(apart).mean) / 3, ImageStat.Stat(far).mean[0] / 255)


def store(picture: Path, target: Path) -> None:
    """Keep a picture, small."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(picture) as whole:
        few = whole.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


def beside(stored: Image.Image, now: Image.Image) -> Image.Image:
    """Both in one picture: as it was, as it is, and where they differ."""
    was, is_now = stored.convert("RGB"), now.convert("RGB")
    sheet = Image.new("RGB", (was.width * 3, max(was.height, is_now.height)))
    sheet.paste(was, (0, 0))
    sheet.paste(is_now, (was.width, 0))
    if was.size == is_now.size:
        sheet.paste(ImageChops.difference(was, is_now), (was.width * 2, 0))
    return sheet
