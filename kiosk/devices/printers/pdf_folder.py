"""The embedded default: every ticket becomes a PDF in a folder."""

import os
import re
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from kiosk.devices.printers.contract import Outcome, PrintPage, Status


class PdfFolder:
    """Writes each page to a file that is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def name(self) -> str:
        return "pdf"

    def status(self) -> Status:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return Status("folder", detail=f"{self.folder}: {error.strerror}")
        if not os.access(self.folder, os.W_OK):
            return Status("folder", detail=f"{self.folder} cannot be written")
        return Status()

    def send(self, page: PrintPage, *, handed_over: Callable[[str], None], stop: threading.Event) -> Outcome:
        """Write the file. The same page twice writes the same file."""
        del stop  # there is nothing to wait for
        name = re.sub(r"[^A-Za-z0-9-]+", "_", page.title)[:60] or "ticket"
        target = self.folder / f"{name}-{page.id.hex[-8:]}.pdf"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".part")
            try:
                with os.fdopen(handle, "wb") as out:
                    out.write(page.raster.pdf(page.title))
                    out.flush()
                    os.fsync(out.fileno())
                os.replace(draft, target)  # noqa: PTH105 - the draft's name is a string
            except BaseException:
                Path(draft).unlink(missing_ok=True)
                raise
        except OSError as error:
            return Outcome("not_sent", "folder", f"{self.folder}: {error.strerror}")
        handed_over(str(target))
        return Outcome("confirmed", output=str(target))
