"""First frame first: what is imported before it, and what it is made of when the database has not been opened yet."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.resources import resource
from ui.shell.first_frame import FirstSight, ShellSettings, first_sight, keep_sight
from ui.shell.renderer import choose_renderer

HEAVY = (
    "sqlalchemy",
    "alembic",
    "PIL",
    "cryptography",
    "escpos",
    "pydantic",
    "pypinyin",
    "zxingcpp",
    "qrcode",
    "psycopg",
    "PySide6.QtMultimedia",
)

PROBE = """
import json, sys
from ui.commandline import main
import ui.shell.window as window
def seen(self, then=window.KioskProgram._seen):
    print("MODULES " + json.dumps(sorted(sys.modules)), flush=True)
    then(self)
window.KioskProgram._seen = seen
sys.exit(main(["--home", sys.argv[1], "run", "--quit-after-first-frame"]))
"""


def modules_at_first_frame(home: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(home)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    line = next((line for line in done.stdout.splitlines() if line.startswith("MODULES ")), None)
    assert line is not None, done.stderr
    return set(json.loads(line.removeprefix("MODULES ")))


def test_nothing_heavy_is_imported_before_the_first_frame(tmp_path: Path) -> None:
    modules_at_first_frame(tmp_path)  # the first start of a home checks the settings, with pydantic
    imported = modules_at_first_frame(tmp_path)
    assert {"PySide6.QtQuick", "ui.shell.window"} <= imported
    found = {name for name in HEAVY if name in imported}
    assert found == set()


@pytest.mark.parametrize("site", ["enamel", "tianning", "erqi", "shougang"])
def test_the_shipped_packs_say_enough_for_the_first_frame(tmp_path: Path, site: str) -> None:
    sight = first_sight(tmp_path, site)
    assert set(sight.name) >= {"zh", "en"}
    assert sight.attract
    assert resource("themes", f"{sight.theme}.toml").exists()


def test_the_last_run_tells_the_next(tmp_path: Path) -> None:
    kept = FirstSight("mill", {"zh": "面粉厂", "en": "The Mill"}, {"zh": "", "en": ""}, "erqi", "running-gear")
    keep_sight(tmp_path, kept)
    assert first_sight(tmp_path, "mill") == kept


def test_another_site_does_not_get_the_last_ones_name(tmp_path: Path) -> None:
    keep_sight(tmp_path, FirstSight("mill", {"zh": "面粉厂"}, {}, "erqi", ""))
    assert "面粉厂" not in first_sight(tmp_path, "enamel").name.values()


@pytest.mark.parametrize("rubbish", ["", "{", "[]", '{"site": "mill"}', '{"site": "mill", "name": 3}'])
def test_a_file_cut_short_by_a_pulled_plug_is_passed_over(tmp_path: Path, rubbish: str) -> None:
    (tmp_path / "first-frame.json").write_text(rubbish, encoding="utf-8")
    assert first_sight(tmp_path, "mill").name == {}


def test_without_a_gpu_the_software_renderer_draws(tmp_path: Path) -> None:
    assert choose_renderer("auto", {"DISPLAY": ":0"}, tmp_path) == "software"


@pytest.mark.parametrize(("driver", "chosen"), [("i915", "opengl"), ("vgem", "software")])
def test_a_render_node_counts_when_its_driver_draws_by_itself(tmp_path: Path, driver: str, chosen: str) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("render nodes are Linux's")
    target = tmp_path / "drivers" / driver
    target.mkdir(parents=True)
    device = tmp_path / "drm" / "renderD128" / "device"
    device.mkdir(parents=True)
    (device / "driver").symlink_to(target)
    assert choose_renderer("auto", {"DISPLAY": ":0"}, tmp_path / "drm") == chosen


def test_settings_and_environment_overrule_the_choice(tmp_path: Path) -> None:
    assert choose_renderer("opengl", {}, tmp_path) == "opengl"
    assert choose_renderer("opengl", {"QT_QUICK_BACKEND": "software"}, tmp_path) == "software"


def test_the_shell_reads_what_it_needs_of_the_settings() -> None:
    from kiosk.settings import Settings

    settings = ShellSettings.of(Settings().model_dump(mode="json"))
    assert (settings.site, settings.screen.inches, settings.idle.countdown_s) == ("enamel", 32.0, 20)
