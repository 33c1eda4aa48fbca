"""The same journey in a window of an X server, as a park's totem shows it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.paper import picture_of, zbar, zxing

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.window
@pytest.mark.skipif("KIOSK_TEST_DISPLAY" not in os.environ, reason="tests/run.py starts the display")
@pytest.mark.parametrize(("site", "lang", "size"), [("tianning", "zh", "1080x1920"), ("enamel", "en", "1920x1080")])
def test_a_ticket_in_five_taps_in_a_real_window(
    made_home: Path, tmp_path: Path, site: str, lang: str, size: str
) -> None:
    shutil.copytree(made_home, tmp_path / "home")
    environment = os.environ | {
        "DISPLAY": os.environ["KIOSK_TEST_DISPLAY"],
        "QT_QPA_PLATFORM": "xcb",
        "KIOSK_HOME": str(tmp_path / "home"),
    }
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.on_screen", "--home", str(tmp_path / "home"),
         "--site", site, "--lang", lang, "--size", size],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert told["platform"] == "xcb"
    assert told["exposed"]
    assert told["size"] == [int(part) for part in size.split("x")]
    assert told["taps"] <= 5
    assert told["warnings"] == []
    picture = picture_of(told["output"], tmp_path / "paper")
    assert zbar(picture) == zxing(picture) == {told["text"]}
