"""Which of Qt's ways of drawing this machine is to use."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def choose_renderer(
    wanted: str, environment: Mapping[str, str] = os.environ, devices: Path = Path("/sys/class/drm")
) -> str:
    """`software` or `opengl`. `auto` takes OpenGL only where a GPU can be seen: llvmpipe cost 1.6 cores where the
    software renderer cost 0.08."""
    if environment.get("QT_QUICK_BACKEND") == "software":
        return "software"
    if wanted != "auto":
        return wanted
    if not sys.platform.startswith("linux"):
        return "opengl"
    if environment.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal", "vnc")):
        return "software"
    if environment.get("LIBGL_ALWAYS_SOFTWARE", "0") not in ("", "0"):
        return "software"
    return "opengl" if _has_gpu(devices) else "software"


def _has_gpu(devices: Path) -> bool:
    """A DRM render node whose driver draws by itself."""
    drawn_by_cpu = {"vgem", "vkms"}
    for node in devices.glob("renderD*"):
        driver = node / "device" / "driver"
        name = driver.resolve().name if driver.exists() else ""
        if name not in drawn_by_cpu:
            return True
    return False
