"""The wheel, installed where no sources are, holds all that a kiosk needs: migrations, QML, drawings, translations."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.ui.commandline.program import ROOT, clean_environment


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `kiosk` of an environment into which the wheel was installed, beside the locked packages it asks for."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    (wheel,) = folder.glob("gongfang-*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, timeout=300)
    # Its dependencies come from here, the program does not: a .pth that is named by another is not followed, so that
    # the editable installation of the sources stays behind.
    asked = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    (Path(asked.stdout.strip()) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return scripts / ("kiosk.exe" if os.name == "nt" else "kiosk")


def run(program: Path, folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run the installed program in a folder without sources."""
    folder.mkdir(exist_ok=True)
    return subprocess.run(
        [str(program), *words],
        cwd=folder, env=clean_environment(), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def test_the_installed_program_is_not_the_sources(installed: Path, tmp_path: Path) -> None:
    python = installed.with_name("python.exe" if os.name == "nt" else "python")
    asked = run(
        python, tmp_path, "-c", "import kiosk, ui, db, resources; print(kiosk.__file__, ui.__file__, db.__file__)"
    )
    assert str(ROOT / "kiosk") not in asked.stdout, asked.stdout + asked.stderr
    assert asked.returncode == 0, asked.stderr


def test_the_installed_program_walks_the_journey(installed: Path, tmp_path: Path) -> None:
    told = run(installed, tmp_path, "tour", "--home", "home", "--site", "erqi", "--lang", "en", "--out", "out")
    assert told.returncode == 0, told.stdout + told.stderr
    assert (tmp_path / "out" / "ticket.pdf").is_file()
    assert "Traceback" not in told.stderr
    assert "gongfang.qt" not in told.stderr


def test_the_installed_program_brings_its_shipped_files(installed: Path, tmp_path: Path) -> None:
    for words in (["settings", "example"], ["db", "upgrade", "--home", "home"], ["sessions", "--home", "home"]):
        told = run(installed, tmp_path, *words)
        assert (told.returncode, bool(told.stdout)) == (0, True), (words, told.stdout + told.stderr)


def test_the_installed_program_has_its_sounds(installed: Path, tmp_path: Path) -> None:
    python = installed.with_name("python.exe" if os.name == "nt" else "python")
    told = run(
        python, tmp_path, "-c",
        "from kiosk.resources import resource; print(*sorted(file.stem for file in resource('sounds').iterdir()))",
    )  # fmt: skip
    assert told.stdout.split() == sorted(file.stem for file in (ROOT / "resources" / "sounds").iterdir())
