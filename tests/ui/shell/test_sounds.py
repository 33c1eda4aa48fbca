"""The kiosk's own sounds: what is heard, when it is silent, and that no page needs to know."""

import wave
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from kiosk.clock import SetClock
from kiosk.devices.loudspeaker import has_loudspeaker
from kiosk.resources import resource
from tests.tools import sounds as maker
from tests.ui.conftest import OpenKiosk
from tests.ui.shell.a_park import Ear, QuietPark, sample_pages
from ui.shell import sounds
from ui.shell.first_frame import ScreenSettings, ShellSettings, SoundSettings
from ui.shell.sounds import Player, QtPlayer, Silence, is_quiet
from ui.shell.walker import Walker

OpenWith = Callable[..., tuple[Walker, "Ear"]]


@pytest.fixture
def open_with(open_kiosk: OpenKiosk) -> OpenWith:
    def open_one(timezone: str = "Asia/Shanghai", **settings: object) -> tuple[Walker, Ear]:
        ear, park = Ear(), QuietPark()
        park.catalogue.park = type(park.catalogue.park)(timezone=timezone)
        chosen = ShellSettings("enamel", "zh", ScreenSettings(), sound=SoundSettings(**settings))  # type: ignore[arg-type]
        pages = sample_pages()
        walker = open_kiosk(build=lambda: park, settings=chosen, player=ear, **pages)
        walker.wait_for(lambda: walker.program.sight.timezone == timezone, "the site's time zone")
        return walker, ear

    return open_one


@pytest.fixture(autouse=True)
def _no_page_is_missed(qt_warnings: list[object]) -> object:
    """Most of the flow's pages have no sample: the shell says so of each, and goes on."""
    yield
    qt_warnings[:] = [record for record in qt_warnings if "page «" not in record.getMessage()]  # type: ignore[attr-defined]


def wish(walker: Walker, name: str = "tap") -> None:
    """As a page does."""
    asked = walker.program.engine.singletonInstance("ui.controls", "Sound")
    assert isinstance(asked, QObject)
    asked.wanted.emit(name)  # type: ignore[attr-defined]


def test_a_wish_is_heard_at_the_volume_that_is_set_and_the_player_is_made_for_it(open_with: OpenWith) -> None:
    walker, ear = open_with(volume=0.3)
    assert ear.made == 0, "nothing has been heard yet"
    wish(walker)
    wish(walker, "goal")
    assert ear.heard == [("tap", 0.3), ("goal", 0.3)]
    assert ear.made == 1
    walker.program.close()
    assert ear.closed


def test_the_same_sound_does_not_rattle(open_with: OpenWith, clock: SetClock) -> None:
    walker, ear = open_with()
    wish(walker)
    wish(walker)
    clock.pass_time(timedelta(seconds=0.2))
    wish(walker)
    assert len(ear.heard) == 2


def test_at_volume_nought_there_is_no_sound_and_no_player(open_with: OpenWith) -> None:
    walker, ear = open_with(volume=0.0)
    wish(walker)
    assert (ear.heard, ear.made) == ([], 0)


# The clock of these tests says 14:12 in Beijing, which is 06:12 UTC.
@pytest.mark.parametrize(
    ("timezone", "quiet_from", "quiet_to", "heard"),
    [
        ("Asia/Shanghai", "21:00", "08:00", True),
        ("Asia/Shanghai", "14:00", "14:30", False),
        ("Europe/London", "21:00", "08:00", False),
        ("America/New_York", "21:00", "08:00", False),
        ("America/New_York", "03:00", "21:00", True),
    ],
)
def test_the_quiet_hours_are_those_of_the_site(
    open_with: OpenWith, timezone: str, quiet_from: str, quiet_to: str, heard: bool
) -> None:
    walker, ear = open_with(timezone, quiet_from=quiet_from, quiet_to=quiet_to)
    wish(walker)
    assert bool(ear.heard) is heard


def test_who_wants_no_sounds_hears_none_and_the_next_visitor_does(open_with: OpenWith) -> None:
    walker, ear = open_with()
    walker.go("home")
    walker.program.ease.setSilent(True)
    wish(walker)
    assert ear.heard == []
    walker.program.ease.setAccessible(True)
    assert walker.program.ease.silent, "the accessible mode doesn't make it loud again"
    walker.program.shell.reset()
    walker.settle()
    assert not walker.program.shell.visitor.ease.silent
    wish(walker)
    assert ear.heard == [("tap", 0.6)]


def test_the_panel_has_the_button(open_with: OpenWith) -> None:
    walker, _ = open_with()
    walker.go("home")
    walker.tap("更易用")
    walker.wait_for(lambda: walker.sees("不要声音"), "the panel")
    walker.tap("不要声音")
    assert walker.program.ease.silent
    assert walker.find("不要声音").checked


def test_a_sound_that_there_is_not_is_said_in_the_log(
    open_with: OpenWith, qt_warnings: list[object], caplog: pytest.LogCaptureFixture
) -> None:
    walker, ear = open_with()
    wish(walker, "fanfare")
    assert ear.heard == []
    assert "fanfare.wav" in caplog.text
    qt_warnings.clear()


@given(st.times(), st.times(), st.times())
def test_quiet_hours_and_the_others_make_a_day(now: time, begin: time, end: time) -> None:
    if begin != end:
        assert is_quiet(now, begin, end) is not is_quiet(now, end, begin)
    else:
        assert not is_quiet(now, begin, end)


# ---- players


def test_a_window_that_nobody_sees_is_not_heard(open_with: OpenWith) -> None:
    open_with()
    player: Player = sounds.make_player()
    assert isinstance(player, Silence)
    player.play(resource("sounds", "tap.wav"), 1)
    player.close()


def test_without_a_sound_system_it_is_silent_and_says_so_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, open_with: OpenWith
) -> None:
    walker, _ = open_with()
    monkeypatch.setitem(__import__("sys").modules, "PySide6.QtMultimedia", None)
    caplog.set_level("INFO", "gongfang.staff")
    player = QtPlayer()
    for _ in range(3):
        player.play(resource("sounds", "tap.wav"), 0.5)
    walker.wait_for(lambda: "no sounds" in caplog.text, "a word for staff")
    player.close()
    assert caplog.text.count("no sounds") == 1


@pytest.mark.parametrize(
    ("environment", "file", "there"),
    [
        ({}, "", False),
        ({}, "snd/pcmC0D0p", True),
        ({}, "snd/pcmC0D0c", False),  # a microphone
        ({"PULSE_SERVER": "tcp:desk"}, "", True),
        ({"XDG_RUNTIME_DIR": "run"}, "run/pulse/native", True),
        ({"XDG_RUNTIME_DIR": "run"}, "run/pipewire-0", True),
        ({"XDG_RUNTIME_DIR": "run"}, "", False),
    ],
)
def test_a_loudspeaker_is_seen_without_a_sound_system(
    environment: dict[str, str], file: str, there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    if file:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    if "XDG_RUNTIME_DIR" in environment:
        environment = {"XDG_RUNTIME_DIR": str(tmp_path / environment["XDG_RUNTIME_DIR"])}
    assert has_loudspeaker(environment, tmp_path / "snd") is there


# ---- the files


def test_the_sounds_are_the_ones_that_their_maker_makes(tmp_path: Path) -> None:
    maker.write(tmp_path)
    shipped = sorted(resource("sounds").glob("*.wav"))
    assert [file.stem for file in shipped] == sorted(maker.SOUNDS)
    for file in shipped:
        assert file.read_bytes() == (tmp_path / file.name).read_bytes(), file.name


@pytest.mark.parametrize("name", maker.SOUNDS)
def test_a_sound_is_short_soft_and_begins_and_ends_in_silence(name: str) -> None:
    with wave.open(str(resource("sounds", f"{name}.wav"))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        frames = file.readframes(file.getnframes())
    values = [int.from_bytes(frames[at : at + 2], "little", signed=True) for at in range(0, len(frames), 2)]
    assert len(values) <= 0.5 * 22_050
    assert max(map(abs, values)) <= 32_767 // 2 + 1
    assert abs(values[0]) < 50
    assert abs(values[-1]) < 50
