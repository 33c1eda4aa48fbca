"""What the gallery raises."""


class GalleryError(Exception):
    """Root of this subject's errors."""


class UnknownKeepsake(GalleryError):
    """No plate is kept under that code or id: it never was, or it has made room for others."""

    def __init__(self, what: str) -> None:
        super().__init__(f"no plate is kept as {what!r}")
        self.what = what


class NothingDrawn(GalleryError):
    """The plate is bare copper: there is nothing to keep."""

    def __init__(self) -> None:
        super().__init__("the plate is bare")
