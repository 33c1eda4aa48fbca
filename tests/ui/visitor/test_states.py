"""Every state of the booking pages that `kiosk shots --states` draws can be come to, and looks like itself."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from ui.commandline import main
from ui.shell.booking_scenes import STATES


def test_every_state_is_drawn(
    qapp: QGuiApplication, made_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "XDG_CONFIG_HOME"):  # the command sets them for itself
        monkeypatch.setenv(name, "offscreen")
    home, out = tmp_path / "home", tmp_path / "out"
    shutil.copytree(made_home, home)
    pages = [word for name in STATES for word in ("--page", name)]
    size = "270x480"
    assert main(
        ["--home", str(home), "shots", "--out", str(out), "--site", "tianning", "--lang", "en", "--size", size, *pages]
    ) == 0  # fmt: skip
    pictures = {name: QImage(str(out / f"tianning-{name}-en-{size}-normal.png")) for name in STATES}
    assert all(picture.width() == 270 for picture in pictures.values())
    for one, other in zip(STATES, list(STATES)[1:], strict=False):
        assert pictures[one] != pictures[other], f"{one} looks like {other}"
