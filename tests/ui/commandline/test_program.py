"""The program `kiosk` as a script meets it: help, exit codes, one JSON document and nothing else, no tracebacks."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.ui.commandline.program import ROOT, answer, kiosk
from ui.commandline import COMMANDS


def test_help_lists_every_command_and_imports_none_of_their_needs() -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ui", "--help"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    for command in COMMANDS:
        assert command.name in told.stdout
    for heavy in ("PySide6", "sqlalchemy", "pydantic", "PIL", "cryptography"):
        assert f" {heavy}\n" not in told.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help(command: Any) -> None:
    told = kiosk(command.name, "--help")
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith(f"usage: kiosk {command.name}")


def test_wrong_use_is_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    for words in (
        ["nonsense"],
        [],
        ["machine", "pump", "--set", "speed=fast"],
        ["book", "--session", "x", "--party", "1"],
    ):
        told = kiosk(*words, home=tmp_path)
        assert told.returncode == 2, (words, told)
        assert told.stderr
        assert "Traceback" not in told.stderr


def test_bad_settings_name_file_key_and_mend(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text("[printer]\nkind = 'laser'\n")
    told = kiosk("sessions", home=tmp_path)
    assert told.returncode == 2
    assert f"{tmp_path / 'kiosk.toml'}, line 2: `printer.kind`" in told.stderr


def test_the_home_may_be_named_before_or_behind_the_command_or_by_the_environment(tmp_path: Path) -> None:
    before = kiosk("settings", "show", "--json", home=tmp_path)
    behind = kiosk("settings", "show", "--json", "--home", str(tmp_path))
    variable = kiosk("settings", "show", "--json", KIOSK_HOME=str(tmp_path))
    assert answer(before)["home"] == answer(behind)["home"] == answer(variable)["home"] == str(tmp_path)


def test_a_new_home_makes_its_database_and_says_where_it_stands(tmp_path: Path) -> None:
    fresh = kiosk("db", "status", "--json", home=tmp_path)
    assert (fresh.returncode, answer(fresh)["after"]) == (1, None)
    assert answer(kiosk("db", "upgrade", "--json", home=tmp_path))["current"]
    assert kiosk("db", "status", home=tmp_path).returncode == 0
    (tmp_path / "gongfang.sqlite3").write_bytes(b"not a database at all, but long enough to look at" * 30)
    broken = kiosk("db", "upgrade", home=tmp_path)
    assert (broken.returncode, "Traceback" in broken.stderr) == (2, False)


def test_the_doctor_finds_a_key_that_others_can_read(tmp_path: Path) -> None:
    assert kiosk("doctor", home=tmp_path).returncode == 0
    keys = tmp_path / "keys"
    keys.mkdir()
    (keys / "key-0001.pem").write_text("x")
    (keys / "key-0001.pem").chmod(0o644)
    told = kiosk("doctor", "--json", home=tmp_path)
    assert told.returncode == 1
    faults = [finding for finding in answer(told)["findings"] if finding["state"] == "fault"]
    assert [fault["part"] for fault in faults] == ["permissions"]
    assert "chmod 600" in faults[0]["mend"]
