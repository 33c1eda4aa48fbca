"""A machine that plays by itself: rounds and rests, the hand that takes over, and standing still for those who ask."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.machines import DESIGNS
from ui.interactives.attract_loop import LONGEST_REST_S, SHORTEST_REST_S, AttractLoop, rest_after
from ui.interactives.header import read_header, value_at


@pytest.fixture(params=sorted(DESIGNS))
def loop(request: pytest.FixtureRequest, qapp: QGuiApplication) -> Iterator[AttractLoop]:
    """The loop of each machine."""
    loop = AttractLoop(read_header(request.param))
    yield loop
    loop.stop()


def play(loop: AttractLoop, seconds: float) -> None:
    """Let so much of the round go by, without waiting for it."""
    for _ in range(round(seconds * 20)):
        if loop.runner.running and loop.runner.steer is not None:
            loop.runner.steer(1 / 20)


def test_it_stands_in_its_picture_until_it_begins(loop: AttractLoop) -> None:
    before = dict(loop.runner.state)
    QTest.qWait(120)
    assert loop.runner.state == before
    assert not loop.runner.running
    assert any(value != 0 for name, value in before.items() if not name.startswith("in_"))


def test_a_round_follows_its_plan_and_then_rests(loop: AttractLoop) -> None:
    plan = loop.plan
    loop.begin()
    play(loop, 0.5)
    for name, curve in plan.loop.items():
        assert loop.runner.inputs[name] == pytest.approx(value_at(curve, loop.second))
    play(loop, plan.seconds)
    assert not loop.runner.running
    assert loop.resting
    assert SHORTEST_REST_S <= loop.rest_s <= LONGEST_REST_S


def test_after_the_rest_comes_another_round(loop: AttractLoop) -> None:
    loop.begin()
    play(loop, loop.plan.seconds)
    time = loop.runner.state["time"]
    loop.next_round()
    assert loop.runner.running
    play(loop, 1)
    assert loop.second == pytest.approx(1)
    assert loop.runner.state["time"] > time


def test_a_hand_takes_over_for_good(loop: AttractLoop) -> None:
    handle = loop.plan.handle
    loop.begin()
    quantity = loop.runner.machine.quantity(handle)
    loop.take(quantity.high)
    assert loop.held
    assert loop.runner.steer is None
    assert loop.runner.running
    assert not loop.runner.calm
    loop.runner.advance(5)
    assert loop.runner.inputs[handle] == quantity.high
    loop.begin()
    assert loop.runner.steer is None


def test_a_pose_is_the_first_picture_whatever_was_played(loop: AttractLoop) -> None:
    def seen() -> dict[str, float]:
        return {name: value for name, value in loop.runner.state.items() if name != "time"}

    first = seen()
    loop.begin()
    play(loop, 2)
    loop.pose()
    assert seen() == pytest.approx(first)
    assert not loop.runner.running
    assert not loop.resting


def test_a_dear_round_has_a_longer_rest_within_bounds() -> None:
    assert rest_after(8, 0.0) == SHORTEST_REST_S
    assert SHORTEST_REST_S < rest_after(8, 0.25) < rest_after(8, 0.28) < LONGEST_REST_S
    assert rest_after(8, 5.0) == LONGEST_REST_S
