"""`kiosk ticket verify` at a door that has the public keys and nothing else."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.ticketing.keys import Keys
from kiosk.ticketing.signing import sign
from kiosk.ticketing.statement import state
from ui.commandline import main


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys.open(tmp_path / "keys")


def a_text(keys: Keys) -> str:
    said = state(
        key=keys.signing, site="erqi", serial=77, session=UUID(int=255),
        starts_at=datetime(2026, 12, 5, 6, 30, tzinfo=UTC), party=[("adult", 1), ("senior", 2)],
    )  # fmt: skip
    return sign(said, keys)


def test_a_genuine_ticket_is_told_in_json(keys: Keys, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(keys.folder / "public.json")
    assert main(["ticket", "verify", a_text(keys).lower(), "--keys", file, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "genuine": True,
        "key": f"{keys.signing:04x}",
        "site": "erqi",
        "serial": 77,
        "session": "0000000000ff",
        "starts_at": "2026-12-05T06:30:00+00:00",
        "party": {"adult": 1, "senior": 2},
        "heads": 3,
    }


def test_a_forged_ticket_is_refused_with_its_reason(keys: Keys, capsys: pytest.CaptureFixture[str]) -> None:
    text = a_text(keys)
    bent = text[:50] + ("A" if text[50] != "A" else "B") + text[51:]
    assert main(["ticket", "verify", bent, "--keys", str(keys.folder / "public.json"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["reason"] == "forged"
    assert main(["ticket", "verify", "nonsense", "--keys", str(keys.folder / "public.json")]) == 1
    assert "not the text of a ticket" in capsys.readouterr().out


def test_a_missing_file_of_keys_is_wrong_use(keys: Keys, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ticket", "verify", a_text(keys), "--keys", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err
