"""A technician's slip in the settings is answered with file, line, key and mend."""

from pathlib import Path

import pytest

from kiosk.home import BadHome, home_folder
from kiosk.resources import resource
from kiosk.settings import BadSettings, Settings, keys, load
from kiosk.settings_cache import as_settings, checked_settings
from ui.commandline.settings import example


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in os.environ:
        if name.startswith("KIOSK_") and not name.startswith("KIOSK_TEST_"):
            monkeypatch.delenv(name)


def faults(home: Path, text: str) -> tuple[str, ...]:
    (home / "kiosk.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings) as caught:
        load(home)
    return caught.value.faults


def test_an_empty_home_has_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


def test_file_then_environment_then_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kiosk.toml").write_text('site = "erqi"\nlanguage = "en"\n[printer]\nkind = "tcp"\nhost = "p"\n')
    monkeypatch.setenv("KIOSK_PRINTER__KIND", "cups")
    monkeypatch.setenv("KIOSK_SITE", "tianning")
    found = load(tmp_path, site="shougang")
    assert (found.site, found.language, found.printer.kind, found.printer.host) == ("shougang", "en", "cups", "p")


def test_every_slip_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    told = faults(tmp_path, 'site = "enamel"\nprintr = 1\n[printer]\nkind = "laser"\nport = 0\n[idle]\nbrowing_s = 3\n')
    assert len(told) == 4
    text = "\n".join(told)
    assert (
        f"{tmp_path / 'kiosk.toml'}, line 7: there is no setting `idle.browing_s`. Did you mean `idle.browsing_s`?"
        in text
    )
    assert "line 4: `printer.kind` is 'laser'; it must be one of 'pdf', 'cups'" in text
    assert "line 5: `printer.port` is 0: input should be greater than or equal to 1." in text
    assert "line 2: there is no setting `printr`" in text


def test_a_slip_in_the_environment_names_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_PRNTER", "x")
    with pytest.raises(BadSettings, match="KIOSK_PRNTER: there is no such setting"):
        load(tmp_path)
    monkeypatch.delenv("KIOSK_PRNTER")
    monkeypatch.setenv("KIOSK_PRINTER__KIND", "laser")
    with pytest.raises(BadSettings, match=r"environment variable KIOSK_PRINTER__KIND: `printer\.kind`"):
        load(tmp_path)


@pytest.mark.parametrize("data", [b"site = \xff", b"site = ", b"[printer\n"])
def test_what_is_no_toml_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "kiosk.toml").write_bytes(data)
    with pytest.raises(BadSettings, match=r"kiosk\.toml"):
        load(tmp_path)


def test_the_shipped_example_is_what_the_settings_say_and_loads_as_the_defaults(tmp_path: Path) -> None:
    text = resource("kiosk.example.toml").read_text(encoding="utf-8")
    assert text == example(), "run: kiosk settings example > resources/kiosk.example.toml"
    (tmp_path / "kiosk.toml").write_text(text, encoding="utf-8")
    assert load(tmp_path) == Settings()
    assert all(described for _, _, _, described in keys())


def test_settings_that_were_checked_are_not_checked_again_until_something_changes(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text('site = "erqi"\n')
    assert checked_settings(tmp_path)["site"] == "erqi"
    assert checked_settings(tmp_path) == load(tmp_path).model_dump(mode="json")
    (tmp_path / "kiosk.toml").write_text('site = "tianning"\n')
    assert checked_settings(tmp_path)["site"] == "tianning"
    (tmp_path / "settings.checked.json").write_text('{"fingerprint": "cut sh')
    assert checked_settings(tmp_path)["site"] == "tianning"
    (tmp_path / "kiosk.toml").write_text("site = 7\n")
    with pytest.raises(BadSettings):
        checked_settings(tmp_path)


def test_checked_settings_are_read_by_name_like_those_they_were_taken_from() -> None:
    settings = Settings()
    plain = as_settings(settings.model_dump(mode="json"))
    for table, key, default, _ in keys():
        assert getattr(getattr(plain, table) if table else plain, key) == default
    with pytest.raises(AttributeError, match="site"):
        plain.site = "erqi"  # type: ignore[misc] # which is the point


def test_a_home_that_cannot_be_made_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadHome, match="--home or KIOSK_HOME"):
        home_folder(tmp_path / "file" / "home")


def test_the_home_is_the_one_named_else_the_environments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "a"))
    assert home_folder() == tmp_path / "a"
    assert home_folder(tmp_path / "b") == tmp_path / "b"
    assert (tmp_path / "b").is_dir()
