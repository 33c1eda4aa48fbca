"""The code on the ticket: QR version 6, level M, drawn module by module at the printer's own dots.

zxing-cpp writes it: 0.33 ms with its mask search, against 0.9 ms of `qrcode` with a fixed mask and 6.9 ms with mask
search, measured together; see docs/decisions/020-the-code-is-written-by-zxing.md.
"""

from typing import TYPE_CHECKING, Any

from kiosk.devices.paper import Paper
from kiosk.ticketing.errors import CodeTooSmall, Unreadable

if TYPE_CHECKING:
    from PIL import Image

MODULES = 41  # version 6
QUIET = 4  # light modules on each side (ISO/IEC 18004, 6.3.8)
LEAST_DOTS = 4
LEAST_MM = 0.5
GOOD_DOTS = 6


def matrix(text: str) -> bytes:
    """41 x 41 bytes, row by row: 255 where dark, 0 where light.

    Raises Unreadable where the text does not fit into version 6 (no signed ticket does that).
    """
    import zxingcpp

    image: Any = zxingcpp.create_barcode(text, zxingcpp.QRCode, ec_level="M").to_image(add_quiet_zones=False)
    picture = memoryview(image)  # its type stub does not know that it is a buffer
    if picture.shape != (MODULES, MODULES):
        raise Unreadable(f"{len(text)} signs make a code of {picture.shape} modules")
    return bytes(picture).translate(_INVERTED)


_INVERTED = bytes(255 - value for value in range(256))


def dots_a_module(paper: Paper, room: int, wanted: int = 8) -> int:
    """How many dots a module gets when the code with its quiet zone has `room` dots to stand in.

    Raises CodeTooSmall where that is under 4 dots or under 0.5 mm.
    """
    dots = min(wanted, room // (MODULES + 2 * QUIET))
    # 4 dots at 203.2 dpi are 0.5 mm to the last bit; half a hundredth is lost in the figure's rounding.
    if dots < LEAST_DOTS or paper.millimetres(dots) < LEAST_MM - 0.005:
        raise CodeTooSmall(
            f"on {paper.name} the code would have modules of {dots} dots ({paper.millimetres(dots):.2f} mm); "
            f"at least {LEAST_DOTS} dots and {LEAST_MM} mm are needed. Choose a wider paper."
        )
    return dots


def drawn(text: str, dots: int) -> "Image.Image":
    """The code without its quiet zone, mode 1, ink set; each module is `dots` square."""
    from PIL import Image

    small = Image.frombytes("L", (MODULES, MODULES), matrix(text))
    return small.resize((MODULES * dots, MODULES * dots), Image.Resampling.NEAREST).convert(
        "1", dither=Image.Dither.NONE
    )


def read_back(page: "Image.Image") -> str:
    """What our own reader finds in a finished bitmap of black on white. Raises Unreadable unless it is one code."""
    import zxingcpp

    found = zxingcpp.read_barcodes(
        page, formats=zxingcpp.BarcodeFormats(zxingcpp.QRCode), try_rotate=False, try_downscale=False, try_invert=False
    )
    if len(found) != 1:
        raise Unreadable(f"{len(found)} codes in the bitmap")
    return str(found[0].text)
