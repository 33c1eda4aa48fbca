"""The steam plant's page through a bad day: the city goes dark, says why, and gets its light back by one tap."""

import pytest
from PySide6.QtGui import QAccessible

from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.test_play_page import in_sight, play, runner_of
from ui.shell.walker import Walker

BUTTON = QAccessible.Role.Button


def let_go_by(kiosk: Walker, seconds: float, **inputs: float) -> None:
    """Turn something and let time go by, as frames do."""
    runner = runner_of(kiosk)
    for step in range(round(seconds * 5)):
        runner.advance(0.2, inputs if step == 0 else {})
    kiosk.picture()


@pytest.mark.parametrize("size", [(540, 960), (960, 540)])
def test_a_blackout_says_why_and_ends_with_a_tap(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    kiosk = play(open_kiosk, "tianning", "turbine", size=size)
    runner = runner_of(kiosk)
    let_go_by(kiosk, 20, valve=80, fire=80)
    assert not kiosk.sees("Blackout: the turbine was too slow")
    let_go_by(kiosk, 5, by_hand=1, valve=10)
    assert runner.state["blackout"] == 1
    assert kiosk.sees("Blackout: the turbine was too slow")
    in_sight(kiosk, "Restart", BUTTON)
    kiosk.tap("Restart")
    assert runner.state["starting"] == 1
    assert kiosk.sees("Light comes back, block by block")
    let_go_by(kiosk, 30)
    assert runner.state["lit"] == 100
    assert not kiosk.sees("Light comes back, block by block")


def test_too_much_steam_is_told_from_too_little(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "tianning", "cycle")
    let_go_by(kiosk, 10, by_hand=1, valve=100)
    assert kiosk.sees("Blackout: the turbine was too fast")


def test_a_boiler_that_has_gone_cold_is_waited_for(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "tianning", "boiler")
    runner = runner_of(kiosk)
    for _ in range(60):
        let_go_by(kiosk, 5, fire=0)
        if runner.state["blackout"]:
            break
    assert runner.state["blackout"] == 1
    in_sight(kiosk, "Restart", BUTTON)
    kiosk.tap("Restart")
    assert kiosk.sees("First the boiler must get up steam")
    let_go_by(kiosk, 120)
    assert runner.state["lit"] == 100


def test_a_new_morning_begins_a_new_curve(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "tianning", "turbine", size=(1080, 1920))
    let_go_by(kiosk, 12 * 20, fire=75)
    assert runner_of(kiosk).state["minute"] < 3 * 60
    in_sight(kiosk, "Start again", BUTTON)
    kiosk.tap("Start again")
    assert runner_of(kiosk).state["minute"] == pytest.approx(6 * 60, abs=15)
