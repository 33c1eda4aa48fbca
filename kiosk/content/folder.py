"""The pack's folder, read once and safely: nothing outside it is ever opened, nothing in it is read unbounded."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from kiosk.content import limits
from kiosk.content.faults import ContentError, Findings, quoted

# What a system's file manager leaves behind; neither content nor a fault.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
_LIMIT_BY_SUFFIX = {
    ".toml": limits.TEXT_BYTES,
    ".md": limits.TEXT_BYTES,
    ".svg": limits.SVG_BYTES,
    ".png": limits.RASTER_BYTES,
    ".jpg": limits.RASTER_BYTES,
    ".jpeg": limits.RASTER_BYTES,
    ".webp": limits.RASTER_BYTES,
}
PICTURE_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".webp")


class NoFolder(ContentError):
    """The path given is not a folder that can be read."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}")
        self.folder = folder
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PackFolder:
    """The files of a pack that may be read: path inside the pack (forward slashes) to size in bytes."""

    root: Path
    sizes: dict[str, int]
    refused: frozenset[str] = frozenset()  # files that are there, but were refused with a fault of their own

    def has(self, name: str) -> bool:
        return name in self.sizes

    def below(self, folder: str, *suffixes: str) -> list[str]:
        """Files of one sub-folder with one of the endings, in the order of their names."""
        inside = f"{folder}/"
        return sorted(n for n in self.sizes if n.startswith(inside) and n.lower().endswith(suffixes))

    def read(self, name: str) -> bytes:
        """The whole of one listed file. Raises OSError, and also where it is no longer what was listed."""
        size = self.sizes[name]
        # O_NOFOLLOW and the second look at the size: the file could be exchanged between the listing and now.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        path = self.root / name
        if Path(os.path.realpath(path)) != path:
            raise OSError(f"{name} leads out of the pack")
        handle = os.open(path, flags)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(f"{name} is no plain file")
            data = file.read(size + 1)
        if len(data) != size:
            raise OSError(f"{name} changed while it was read")
        return data

    def text(self, name: str, findings: Findings) -> str | None:
        """One listed file as text; None, and a fault, where it is not clean UTF-8."""
        try:
            data = self.read(name)
        except OSError as error:
            findings.fault(0, f"the file cannot be read ({error.strerror or 'it changed'})", "Look at its permissions")
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            findings.fault(line, "this line is not UTF-8 text", "Save the file with the encoding UTF-8")
            return None
        text = text.replace("\r\n", "\n")
        for number, row in enumerate(text.split("\n"), start=1):
            bad = next((s for s in row if _is_unshowable(s)), None)
            if bad is not None:
                findings.fault(number, f"there is an invisible control sign (U+{ord(bad):04X})", "Delete it")
                return None
        return text


def _is_unshowable(sign: str) -> bool:
    code = ord(sign)
    return (
        (code < 0x20 and sign != "\t")
        or 0x7F <= code <= 0x9F
        or 0x202A <= code <= 0x202E  # these and the next turn the direction of what follows
        or 0x2066 <= code <= 0x2069
        or code in (0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)
    )


def open_folder(folder: Path, findings: Findings) -> PackFolder:
    """List what of `folder` may be read; everything else is a fault.

    Raises NoFolder where there is none. Symbolic links, sockets and the like are never followed.
    """
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise NoFolder(folder, "this is not a folder")
        root = folder.resolve(strict=True)
        sizes: dict[str, int] = {}
        refused: set[str] = set()
        _Listing(sizes, refused, findings).take_in(root, "", 0)
    except OSError as error:
        raise NoFolder(folder, (error.strerror or "it cannot be read").lower()) from error
    total = sum(sizes.values())
    if total > limits.MOST_BYTES:
        findings.fault(
            0,
            f"the pack has {total // 1_048_576} MiB, more than {limits.MOST_BYTES // 1_048_576}",
            "Make its pictures smaller",
            file=".",
        )
    return PackFolder(root, sizes, frozenset(refused))


@dataclass
class _Listing:
    sizes: dict[str, int]
    refused: set[str]
    findings: Findings

    def take_in(self, folder: Path, inside: str, depth: int) -> None:
        """Walk one folder of the pack. Raises OSError where it cannot be listed."""
        with os.scandir(folder) as entries:
            for seen, entry in enumerate(entries):
                if seen >= limits.MOST_FILES * 2 or len(self.sizes) >= limits.MOST_FILES:
                    what = f"the pack has more than {limits.MOST_FILES} files"
                    self.findings.fault(0, what, "Take away what it does not use", file=".")
                    return
                if entry.name not in _LITTER and not entry.name.startswith("."):
                    self._entry(entry, f"{inside}{entry.name}", depth)

    def _entry(self, entry: os.DirEntry[str], name: str, depth: int) -> None:
        if not entry.name.isprintable() or "\\" in entry.name or not _is_encodable(entry.name):
            self._refuse(name, "the name of this file has signs that names can't have", "Rename it")
        elif entry.is_symlink() or getattr(entry, "is_junction", bool)():
            self._refuse(name, "this is a link to another place", "Put the file itself here")
        elif entry.is_dir(follow_symlinks=False):
            if depth >= limits.MOST_DEPTH:
                self._refuse(name, "this folder lies too deep", "Move it up")
            else:
                self.take_in(Path(entry.path), f"{name}/", depth + 1)
        elif not entry.is_file(follow_symlinks=False):
            self._refuse(name, "this is neither a file nor a folder", "Take it away")
        else:
            self._file(name, entry.stat(follow_symlinks=False).st_size)

    def _file(self, name: str, size: int) -> None:
        limit = _LIMIT_BY_SUFFIX.get(Path(name).suffix.lower())
        if limit is None:
            what = "nothing in a pack uses a file of this kind"
            self.findings.warn(0, what, "Take it away; it is not imported", file=quoted(name, 80)[1:-1])
        elif size > limit:
            what = f"the file has {size // 1024} KiB, more than the {limit // 1024} that it may have"
            self._refuse(name, what, "Make it smaller")
        else:
            self.sizes[name] = size

    def _refuse(self, name: str, what: str, mend: str) -> None:
        self.refused.add(name)
        self.findings.fault(0, what, mend, file=quoted(name, 80)[1:-1])


def _is_encodable(name: str) -> bool:
    # A name that is not UTF-8 comes from the system with lone surrogates in it, which no output can write.
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
