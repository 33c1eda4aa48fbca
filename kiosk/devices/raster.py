"""A page of black dots: what every printer here is given, drawn at its own resolution and never rescaled."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image


@dataclass(frozen=True, slots=True)
class Raster:
    """Rows from the top, each padded to whole bytes, the leftmost dot in the highest bit; 1 is black."""

    width: int
    height: int
    dpi: float
    dots: bytes

    def __post_init__(self) -> None:
        if len(self.dots) != self.row_bytes * self.height:
            raise ValueError(f"{len(self.dots)} bytes are no raster of {self.width} x {self.height}")

    @property
    def row_bytes(self) -> int:
        """Bytes a row."""
        return (self.width + 7) // 8

    def image(self) -> "Image.Image":
        """As a picture of mode 1, black on white."""
        from PIL import Image, ImageChops

        return ImageChops.invert(Image.frombytes("1", (self.width, self.height), self.dots))

    def png(self) -> bytes:
        """As a PNG file, with its resolution in it."""
        out = io.BytesIO()
        self.image().save(out, "PNG", dpi=(self.dpi, self.dpi))
        return out.getvalue()

    def pdf(self, title: str = "") -> bytes:
        """As a PDF of one page in true size, the dots as they are."""
        from PIL import Image

        out = io.BytesIO()
        picture: Image.Image = self.image()
        picture.save(out, "PDF", resolution=self.dpi, title=title, creator="Gongfang")
        return out.getvalue()
