"""The picture that a start shows while the program behind it is still imported."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from ui.shell.poster import keep_poster, poster_file
from ui.shell.stage import Stage

ROOT = Path(__file__).resolve().parents[3]
SIZE = QSize(60, 90)

PROBE = """
import json, sys
import ui.commandline.run as run
def say(what):
    print(what + " " + json.dumps(sorted(sys.modules)), flush=True)
run.say_when = say
from ui.commandline import main
sys.exit(main(["--home", sys.argv[1], "run", "--site", "erqi", "--quit-after-first-frame"]))
"""


def picture(colour: str) -> QImage:
    made = QImage(SIZE, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def modules_at_first_frame(home: Path) -> tuple[set[str], set[str]]:
    """What has been imported when the first frame has been painted, and when the live page has."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(home)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert set(said) == {"first", "live"}, done.stderr
    return set(json.loads(said["first"])), set(json.loads(said["live"]))


def test_the_second_start_paints_before_it_imports_the_shell(tmp_path: Path) -> None:
    first, _ = modules_at_first_frame(tmp_path)
    assert "ui.shell.window" in first  # nothing could be shown without it
    first, live = modules_at_first_frame(tmp_path)
    assert "ui.shell.stage" in first
    assert not {"ui.shell.window", "ui.shell.shell", "ui.shell.page_model"} & first
    assert "ui.shell.window" in live


def test_the_poster_is_of_one_site_language_and_size(tmp_path: Path) -> None:
    files = {
        poster_file(tmp_path, site, lang, size)
        for site in ("enamel", "erqi")
        for lang in ("zh", "en")
        for size in (SIZE, QSize(90, 60))
    }
    assert len(files) == 8


def test_the_last_poster_is_kept_and_no_other(tmp_path: Path) -> None:
    old, new = poster_file(tmp_path, "erqi", "en", SIZE), poster_file(tmp_path, "enamel", "zh", SIZE)
    keep_poster(old, picture("red"))
    keep_poster(new, picture("blue"))
    keep_poster(new, picture("green"))
    assert [file.name for file in new.parent.iterdir()] == [new.name]
    assert QImage(str(new)).pixelColor(5, 5) == QColor("green")


def test_a_poster_that_cannot_be_kept_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "poster").write_text("in the way")
    keep_poster(poster_file(tmp_path, "enamel", "zh", SIZE), picture("red"))
    assert (tmp_path / "poster").read_text() == "in the way"


@pytest.mark.parametrize("rubbish", [b"", b"BM", b"no picture at all"])
def test_a_file_cut_short_is_no_poster(qapp: object, tmp_path: Path, rubbish: bytes) -> None:
    file = poster_file(tmp_path, "enamel", "zh", SIZE)
    file.parent.mkdir()
    file.write_bytes(rubbish)
    stage = Stage(SIZE, file)
    assert not stage.posted
    stage.window.close()


def test_the_poster_is_seen_until_it_is_taken_down(qapp: object, tmp_path: Path) -> None:
    file = poster_file(tmp_path, "enamel", "zh", SIZE)
    keep_poster(file, picture("red"))
    stage = Stage(SIZE, file)
    stage.show(whole_screen=False)
    up = stage.posted, stage.window.grabWindow().pixelColor(30, 45)
    stage.take_down_poster()
    assert up == (True, QColor("red"))
    assert stage.posted is False
    stage.window.close()


def test_a_start_is_told_of_once_though_two_frames_are_told_of_at_once(qapp: object) -> None:
    stage = Stage(SIZE)
    told: list[str] = []
    stage.painted.connect(lambda: told.append("painted"))
    stage.window.frameSwapped.emit()
    stage._swapped()  # as when a second signal was on its way already
    assert told == ["painted"]
    stage.window.close()
