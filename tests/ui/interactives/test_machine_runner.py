"""A machine under its face: what it tells, when it tells it, and that time goes by only while it runs."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.machines import build
from ui.interactives.machine_runner import MachineRunner


@pytest.fixture
def pump(qapp: QGuiApplication) -> MachineRunner:
    """A pump at 1200 r/min that has run up."""
    runner = MachineRunner(build("pump"))
    runner.advance(0, {"speed": 1200})
    runner.advance(3)
    return runner


def test_state_names_readings_and_inputs(pump: MachineRunner) -> None:
    assert pump.state["speed"] == pump.state["in_speed"] == 1200
    assert pump.state["flow"] > 0
    assert pump.inputs == {"speed": 1200, "valve": 70, "suction": 100}


def test_a_turn_is_told_of_at_once_and_kept_within_the_range(pump: MachineRunner) -> None:
    inputs = QSignalSpy(pump.inputsChanged)
    pump.turn("speed", 99_999)
    assert pump.inputs["speed"] == 1800
    assert inputs.count() == 1


def test_time_alone_changes_neither_inputs_nor_a_curve_that_stays(pump: MachineRunner) -> None:
    inputs, traces, states = (
        QSignalSpy(signal) for signal in (pump.inputsChanged, pump.traceChanged, pump.stateChanged)
    )
    pump.advance(1)
    assert (inputs.count(), traces.count(), states.count()) == (0, 0, 1)
    pump.turn("valve", 30)
    assert (inputs.count(), traces.count()) == (1, 1)


def test_a_push_goes_down_and_up_again(qapp: QGuiApplication) -> None:
    plate = MachineRunner(build("plate"))
    plate.push("fill")
    assert plate.inputs["fill"] == 0
    assert plate.state["fillings"] == 1
    plate.push("fill")
    assert plate.state["fillings"] == 1, "a full plate cannot be filled"


def test_another_machine_goes_on_in_the_same_time(pump: MachineRunner) -> None:
    before = pump.state["time"]
    pump.replace(build("pump"), 2.0)
    assert pump.state["speed"] == 0
    assert pump.state["time"] == before
    assert pump.pace == 2.0


def test_time_goes_by_only_while_it_runs_and_never_leaps(pump: MachineRunner) -> None:
    before = pump.state["time"]
    QTest.qWait(60)
    assert pump.state["time"] == before
    ticks = QSignalSpy(pump.stateChanged)
    pump.running = True
    QTest.qWait(400)
    pump.running = False
    gone = pump.state["time"] - before
    assert ticks.count() > 1
    assert 0 < gone <= ticks.count() * 0.1 + 1e-9
    ticks_then = ticks.count()
    QTest.qWait(100)
    QCoreApplication.processEvents()
    assert ticks.count() == ticks_then


def test_a_calm_machine_takes_fewer_frames(pump: MachineRunner) -> None:
    def ticks() -> int:
        spy = QSignalSpy(pump.stateChanged)
        pump.running = True
        QTest.qWait(500)
        pump.running = False
        return spy.count()

    lively = ticks()
    pump.set_calm(True)
    assert pump.calm
    assert 1 <= ticks() < lively
