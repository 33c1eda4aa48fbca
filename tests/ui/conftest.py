"""Opens real windows for tests, offscreen unless a display was asked for; a Qt or QML warning fails the test that saw
it."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk.clock import SetClock
from kiosk.home import DATABASE_FILE
from ui.shell.first_frame import IdleSettings, ScreenSettings, ShellSettings
from ui.shell.qml_log import collect_qt_messages
from ui.shell.scenes import SCENE_DAY
from ui.shell.touch_keyboard import use_touch_keyboard
from ui.shell.walker import Walker
from ui.shell.window import KioskProgram, Opening

OpenKiosk = Callable[..., Walker]


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """No widgets on a kiosk, and Qt's keyboard inside its window."""
    use_touch_keyboard()
    return QGuiApplication


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Qt's settings and caches are not this user's."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[name] = str(tmp_path_factory.mktemp(name.lower()))


@pytest.fixture(autouse=True)
def qt_warnings(request: pytest.FixtureRequest) -> Iterator[list[logging.LogRecord]]:
    """Every warning of Qt, QML and the shell while the test ran; any that is left at its end fails it.

    A test that provokes one takes it out: `qt_warnings.clear()`.
    """
    kept = _Kept()
    before = qInstallMessageHandler(None)
    collect_qt_messages()
    watched = [logging.getLogger("gongfang.qt"), logging.getLogger("ui")]
    for logger in watched:
        logger.addHandler(kept)
    yield kept.records
    for logger in watched:
        logger.removeHandler(kept)
    qInstallMessageHandler(before)
    said = [f"{record.name}: {record.getMessage()}" for record in kept.records]
    assert not said, "\n".join(said)


@pytest.fixture
def clock() -> SetClock:
    """The sketches' Saturday, 14:12; it stands still until the test lets time go by."""
    return SetClock(SCENE_DAY)


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the packs are taken in and the sessions laid out: a copy of it opens in a tenth of a second."""
    from kiosk.app import build
    from kiosk.settings import load

    home = tmp_path_factory.mktemp("made-home")
    build(load(home), home, clock=SetClock(SCENE_DAY), printing=False).close()
    return home


@pytest.fixture
def open_kiosk(
    qapp: QGuiApplication, tmp_path: Path, clock: SetClock, request: pytest.FixtureRequest
) -> Iterator[OpenKiosk]:
    """Opens a kiosk: `walker = open_kiosk(site="enamel", lang="en", size=(1080, 1920))`. All are closed at the end.

    `build` makes the App (default: the real one of a home in which nothing has happened yet); `settings` overrules
    site, lang and inches.
    """
    opened: list[KioskProgram] = []

    def real_app(site: str) -> Any:
        from kiosk.app import build
        from kiosk.settings import load

        return build(load(tmp_path, site=site), tmp_path, clock=clock)

    def open_one(
        *,
        site: str = "enamel",
        lang: str = "zh",
        size: tuple[int, int] = (1080, 1920),
        inches: float = 32.0,
        build: Callable[[], Any] | None = None,
        settings: ShellSettings | None = None,
        settle: bool = True,
        **opening: Any,
    ) -> Walker:
        if build is None and not (tmp_path / DATABASE_FILE).exists():
            shutil.copytree(request.getfixturevalue("made_home"), tmp_path, dirs_exist_ok=True)
        chosen = settings or ShellSettings(site, lang, ScreenSettings(inches=inches), IdleSettings())
        program = KioskProgram(
            Opening(tmp_path, chosen, clock, build or (lambda: real_app(chosen.site)), size, **opening)
        )
        opened.append(program)
        program.show()
        walker = Walker(program)
        if settle:
            walker.settle()
        return walker

    yield open_one
    for program in opened:
        program.close()
    qapp.processEvents()
