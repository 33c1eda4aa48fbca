"""What a kiosk needs of its machine beside Python packages, and how to get it on Debian and Ubuntu.

Runs with the system's own Python before anything is installed (`python3 kiosk/upkeep/machine.py install run`), so it
uses the standard library only. `kiosk doctor` reads the same table.
"""

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """A Debian package: why it is needed, for what (`run` or `test`), and how one sees that it is there."""

    package: str
    why: str
    use: str
    present: Callable[[], bool]


def library(*names: str) -> Callable[[], bool]:
    """There is such a shared library, under any of its names."""

    def look() -> bool:
        for name in names:
            try:
                ctypes.CDLL(name)
            except OSError:
                continue
            return True
        return False

    return look


def program(name: str, *folders: str) -> Callable[[], bool]:
    """There is such a program on the path, or in one of the folders."""
    return lambda: shutil.which(name) is not None or any(any(Path("/").glob(f"{folder}/{name}")) for folder in folders)


def module(name: str) -> Callable[[], bool]:
    """The system's Python has such a module."""
    return lambda: importlib.util.find_spec(name) is not None


def font(family: str) -> Callable[[], bool]:
    """Fontconfig knows the family. Without fontconfig nothing can be known, so it counts as missing."""

    def look() -> bool:
        try:
            found = subprocess.run(["fc-list", family, "file"], capture_output=True, text=True, timeout=30, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
        return bool(found.stdout.strip())

    return look


_QT = "Qt's window system"
NEEDS = (
    Need("python3-venv", "a Python environment of the kiosk's own", "run", module("ensurepip")),
    Need("libegl1", "Qt draws through it", "run", library("libEGL.so.1")),
    Need("libgl1", "Qt draws through it", "run", library("libGL.so.1")),
    Need("libopengl0", "Qt draws through it", "run", library("libOpenGL.so.0")),
    Need("libglib2.0-0", "Qt's event loop", "run", library("libglib-2.0.so.0")),
    Need("libfontconfig1", "Qt finds fonts through it", "run", library("libfontconfig.so.1")),
    Need("libdbus-1-3", "Qt links to it", "run", library("libdbus-1.so.3")),
    Need("libpulse0", "the on-screen keyboard's plugin links to it", "run", library("libpulse.so.0")),
    Need("libxkbcommon0", f"{_QT}: keyboards", "run", library("libxkbcommon.so.0")),
    Need("libxkbcommon-x11-0", f"{_QT}: keyboards on X11", "run", library("libxkbcommon-x11.so.0")),
    Need("libx11-xcb1", _QT, "run", library("libX11-xcb.so.1")),
    Need("libxcb-sync1", _QT, "run", library("libxcb-sync.so.1")),
    Need("libxcb-xfixes0", _QT, "run", library("libxcb-xfixes.so.0")),
    Need("libxcb-cursor0", _QT, "run", library("libxcb-cursor.so.0")),
    Need("libxcb-icccm4", _QT, "run", library("libxcb-icccm.so.4")),
    Need("libxcb-image0", _QT, "run", library("libxcb-image.so.0")),
    Need("libxcb-keysyms1", _QT, "run", library("libxcb-keysyms.so.1")),
    Need("libxcb-randr0", _QT, "run", library("libxcb-randr.so.0")),
    Need("libxcb-render-util0", _QT, "run", library("libxcb-render-util.so.0")),
    Need("libxcb-shape0", _QT, "run", library("libxcb-shape.so.0")),
    Need("libxcb-util1", _QT, "run", library("libxcb-util.so.1")),
    Need("libxcb-xkb1", _QT, "run", library("libxcb-xkb.so.1")),
    Need("fontconfig", "finds the fonts", "run", program("fc-list")),
    Need("fonts-noto-cjk", "Chinese and Latin letters on screen and ticket", "run", font("Noto Sans CJK SC")),
    Need("fonts-noto-cjk-extra", "the lighter and bolder cuts", "run", font("Noto Sans CJK SC:light")),
    Need("espeak-ng", "reads pages aloud", "run", program("espeak-ng")),
    Need("cups-client", "prints on a CUPS queue", "test", program("lp")),
    Need("cups", "a print scheduler to test against", "test", program("cupsd", "usr/sbin")),
    Need(
        "printer-driver-cups-pdf",
        "a CUPS queue that needs no printer",
        "test",
        program("cups-pdf", "usr/lib/cups/backend"),
    ),
    Need("xvfb", "a screen for tests of real windows", "test", program("Xvfb")),
    Need(
        "postgresql", "the second database that tests run on", "test", program("postgres", "usr/lib/postgresql/*/bin")
    ),
    Need("libzbar0", "a second, independent QR reader", "test", library("libzbar.so.0")),
    Need("poppler-utils", "turns PDF tickets into pictures for the readers", "test", program("pdftoppm")),
)


def missing(uses: Iterable[str]) -> tuple[Need, ...]:
    """The needs of these uses that the machine does not meet."""
    wanted = set(uses)
    return tuple(need for need in NEEDS if need.use in wanted and not need.present())


def install(uses: Iterable[str]) -> int:
    """Install what is missing with apt-get, through sudo where we are not root, naming each package and why.

    Returns 0 when all is there, 1 when something is missing that could not be installed.
    """
    lacking = missing(uses)
    if not lacking:
        return 0
    names = [need.package for need in lacking]
    if platform.system() != "Linux":
        return 0  # Windows and macOS bring what Qt needs
    if shutil.which("apt-get") is None:
        print("This machine has no apt-get. Install what gives it:", ", ".join(names), file=sys.stderr)
        return 1
    print("This machine lacks some packages; apt-get will install:")
    for need in lacking:
        print(f"  {need.package:24} {need.why}")
    as_root: list[str] = []
    if os.geteuid() != 0:
        if shutil.which("sudo") is None:
            print(f"Not root, and there is no sudo. As root: apt-get install {' '.join(names)}", file=sys.stderr)
            return 1
        as_root = ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    as_root += ["env", "DEBIAN_FRONTEND=noninteractive"]
    update = subprocess.run([*as_root, "apt-get", "update", "-qq"], env=environment, check=False)
    got = subprocess.run(
        [*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *names],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if got.returncode:
        print(
            "apt-get could not install them" + ("" if update.returncode == 0 else " (nor fetch its lists)"),
            file=sys.stderr,
        )
        return 1
    still = missing(uses)
    for need in still:
        print(f"installed, but still not found: {need.package} ({need.why})", file=sys.stderr)
    return 1 if any(need.package == "python3-venv" for need in still) else 0


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("install", "missing"):
        sys.exit("usage: machine.py install|missing run|test …")
    if sys.argv[1] == "install":
        sys.exit(install(sys.argv[2:]))
    for absent in missing(sys.argv[2:]):
        print(absent.package, "-", absent.why)
