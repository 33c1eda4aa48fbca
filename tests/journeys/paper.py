"""What came out of the printer, looked at as a door does: by two independent readers."""

import subprocess
from pathlib import Path

from PIL import Image


def picture_of(pdf: str, folder: Path) -> Image.Image:
    """The first page of a PDF ticket as a printer with 203 dpi lays it down."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["pdftoppm", "-r", "203", "-gray", "-png", pdf, str(folder / "ticket")], check=True, timeout=60)
    with Image.open(sorted(folder.glob("ticket*.png"))[0]) as picture:
        return picture.convert("L")


def zbar(picture: Image.Image) -> set[str]:
    """What zbar reads."""
    from pyzbar import pyzbar

    return {found.data.decode() for found in pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.QRCODE])}


def zxing(picture: Image.Image) -> set[str]:
    """What zxing-cpp reads."""
    import zxingcpp

    return {found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.QRCode))}
