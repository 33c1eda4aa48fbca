"""The plates that visitors have made and wanted kept: stored, looked at by staff, shown on the attract screen."""

from kiosk.gallery.errors import GalleryError, NothingDrawn, UnknownKeepsake
from kiosk.gallery.room import Gallery, Keepsake, KeepsakeState

__all__ = [
    "Gallery",
    "GalleryError",
    "Keepsake",
    "KeepsakeState",
    "NothingDrawn",
    "UnknownKeepsake",
]
