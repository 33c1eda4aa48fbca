"""`kiosk content`: what a park's people type, and what their scripts read."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.kiosk.content.a_pack import change, put, write_pack
from ui.commandline import main


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "works")


def kiosk(capsys: pytest.CaptureFixture[str], home: Path, *words: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one command."""
    code = main(["--home", str(home), *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def document(said: tuple[int, str, str]) -> Any:
    return json.loads(said[1])


def test_check_needs_no_database_and_makes_none(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = kiosk(capsys, tmp_path / "home", "content", "check", pack)
    assert (code, err) == (0, "")
    assert out.endswith("works: 0 faults, 0 warnings\n")
    assert not (tmp_path / "home").exists()


def test_check_answers_1_and_names_file_line_and_mend(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(pack, "site.toml", 'here = "hall"', 'here = "cellar"')
    change(pack, "exhibits/02-pump.md", "minutes = 3", 'minutes = 3\ninteractive = "perpetuum"')
    said = kiosk(capsys, tmp_path, "content", "check", pack, "--json")
    assert said[0] == 1
    faults = document(said)["faults"]
    assert [(f["file"], f["line"]) for f in faults] == [("exhibits/02-pump.md", 6), ("site.toml", 8)]
    assert all(f["what"] and f["mend"] for f in faults)
    code, out, _ = kiosk(capsys, tmp_path, "content", "check", pack)
    assert code == 1
    assert "FAULT    site.toml:8: here = “cellar” is no zone of this park." in out


@pytest.mark.parametrize("action", ["check", "diff", "import"])
def test_a_folder_that_is_not_there_is_one_sentence_and_2(
    action: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = kiosk(capsys, tmp_path / "home", "content", action, tmp_path / "nowhere")
    assert (code, out) == (2, "")
    assert "nowhere" in err
    assert "Traceback" not in err


def test_diff_import_and_export_as_a_script_uses_them(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, out = tmp_path / "home", tmp_path / "out" / "works"
    told = document(kiosk(capsys, home, "content", "diff", pack, "--json"))
    assert (told["new"], told["imported"], told["changes"]["workshops"]["added"]) == (True, False, ["wire"])
    done = document(kiosk(capsys, home, "content", "import", pack, "--json"))
    assert (done["changes"], done["imported"]) == (told["changes"], True)
    assert kiosk(capsys, home, "content", "export", out)[0] == 0  # the park is the folder's name
    assert document(kiosk(capsys, home, "content", "diff", out, "--json"))["changed"] is False
    code, _, err = kiosk(capsys, home, "content", "export", out, "--site", "works")
    assert code == 2
    assert "not an empty folder" in err
    code, _, err = kiosk(capsys, home, "content", "export", tmp_path / "new", "--site", "nowhere")
    assert code == 2
    assert "no park 'nowhere'" in err


def test_a_pack_with_a_fault_is_not_taken_in(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "home"
    put(pack, "map.svg", "<svg")
    said = kiosk(capsys, home, "content", "import", pack, "--json")
    assert said[0] == 1
    assert document(said)["changed"] is False
    code, _, err = kiosk(capsys, home, "content", "export", tmp_path / "new", "--site", "works")
    assert (code, "no park" in err) == (2, True)
