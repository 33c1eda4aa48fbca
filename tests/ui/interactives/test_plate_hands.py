"""Hands at the cloisonné bench: steps in their order, wires that close, colours, keys, and a plate that is kept."""

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF

from kiosk.machines import build
from kiosk.machines.plate import STROKES, Plate
from kiosk.machines.plate_drawing import MOST_WIRES, PlateDrawing, Stage
from ui.interactives.header import read_header
from ui.interactives.machine_runner import MachineRunner
from ui.interactives.plate.plate_hands import BODY, FILL, FIRE, GILD, POLISH, WIRE, PlateHands
from ui.shell.visitor_session import PLATE_NOTE, VisitorSession


@pytest.fixture
def hands() -> Iterator[PlateHands]:
    runner = MachineRunner(build("plate"), 30)
    yield PlateHands(runner, VisitorSession(), runner)
    runner.deleteLater()


def raise_rim(hands: PlateHands) -> None:
    for _ in range(3):
        hands.tap(0, 0)
    hands.goTo(WIRE)


def circle(radius: float, x: float = 0.0, y: float = 0.0, part: float = 0.97) -> list[QPointF]:
    turns = [2 * math.pi * part * i / 40 for i in range(41)]
    return [QPointF(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def fire(hands: PlateHands) -> None:
    hands.runner.turn("kiln", 850)
    hands.runner.advance(120)
    hands.runner.turn("kiln", 20)
    hands.runner.advance(600)


def wired_and_filled(hands: PlateHands) -> None:
    raise_rim(hands)
    hands.draw(circle(0.3))
    hands.goTo(FILL)
    hands.fillRest()
    hands.goTo(FIRE)


def test_every_step_waits_for_the_one_before(hands: PlateHands) -> None:
    for step in (WIRE, FILL, FIRE, POLISH, GILD):
        hands.goTo(step)
        assert hands.step == BODY
    raise_rim(hands)
    assert (hands.step, hands.lastOpen) == (WIRE, WIRE)
    hands.draw(circle(0.3))
    assert hands.lastOpen == FILL
    hands.goTo(FILL)
    assert hands.lastOpen == FILL
    hands.fillRest()
    assert hands.lastOpen == FIRE
    hands.goTo(FIRE)
    for _ in range(3):
        assert hands.lastOpen == FIRE
        fire(hands)
        hands.runner.push("fill")
    fire(hands)
    assert hands.lastOpen == POLISH
    hands.goTo(POLISH)
    for _ in range(int(STROKES)):
        hands.tap(0.2, 0.2)
    assert hands.lastOpen == GILD
    hands.goTo(GILD)
    hands.runner.turn("bath", 1)
    hands.runner.advance(120)
    assert hands.plate.stage is Stage.GILDED
    assert (hands.firstOpen, hands.lastOpen) == (GILD, GILD)


def test_wires_can_be_moved_until_the_first_fire_and_not_after(hands: PlateHands) -> None:
    wired_and_filled(hands)
    assert hands.firstOpen == WIRE
    hands.runner.turn("kiln", 850)
    hands.runner.advance(60)
    hands.goTo(WIRE)
    assert hands.step == FIRE
    hands.goTo(FILL)
    assert hands.runner.inputs["kiln"] == 20, "it is taken out of the fire"


def test_a_line_that_nearly_closes_is_closed_and_repeated(hands: PlateHands) -> None:
    raise_rim(hands)
    hands.tools.chooseFolds(1)
    assert hands.tools.folds == 4
    hands.draw(circle(0.14, 0.5))
    assert len(hands.plate.wires) == 4
    assert len(hands.plate.cells.cells) == 5
    hands.undo()
    assert not hands.plate.wires


def test_a_line_from_rim_to_rim_parts_the_plate(hands: PlateHands) -> None:
    raise_rim(hands)
    hands.tools.chooseFolds(0)
    hands.draw([QPointF(-0.93 + 0.062 * i, 0.1 * math.sin(i)) for i in range(31)])
    assert len(hands.plate.cells.cells) == 2


def test_eight_lines_from_the_middle_meet_there(hands: PlateHands) -> None:
    raise_rim(hands)
    hands.draw([QPointF(0.04 + 0.09 * i, 0.02) for i in range(11)])
    assert len(hands.plate.cells.cells) == 8


def test_a_tremble_is_no_wire(hands: PlateHands) -> None:
    raise_rim(hands)
    hands.draw([QPointF(0.1, 0.1), QPointF(0.11, 0.1), QPointF(0.1, 0.11)])
    assert not hands.plate.wires


@pytest.mark.parametrize("piece", ["petal", "leaf", "bead", "lotus", "ring"])
def test_a_piece_of_the_palette_is_laid_by_a_tap_and_closes_a_cell(hands: PlateHands, piece: str) -> None:
    raise_rim(hands)
    hands.tools.chooseFolds(0)
    hands.tools.choosePiece(piece)
    hands.tools.turnPiece()
    hands.tools.sizePiece()
    hands.tap(0.45, 0.1)
    assert len(hands.plate.cells.cells) >= 2
    for wire in hands.plate.wires:
        assert all(math.hypot(x, y) <= 1 for x, y in wire)


def test_no_more_wire_than_there_is(hands: PlateHands) -> None:
    raise_rim(hands)
    for i in range(30):
        hands.tap(0.3 + 0.01 * i, 0.3)
    assert len(hands.plate.wires) == MOST_WIRES
    assert "used up" in hands.hint


def test_a_colour_goes_round_the_plate_as_the_wire_did(hands: PlateHands) -> None:
    raise_rim(hands)
    hands.tap(0.5, 0)
    hands.goTo(FILL)
    hands.tools.chooseColour("red")
    hands.tap(0.5, 0)
    assert sorted(hands.plate.colours.values()) == ["red"] * 8
    hands.tools.chooseFolds(0)
    hands.tools.chooseColour("white")
    hands.tap(0.5, 0)
    assert sorted(hands.plate.colours.values()) == ["red"] * 7 + ["white"]
    hands.undo()
    assert len(hands.plate.colours) == 7


def test_keys_move_a_mark_and_lay_and_go_from_cell_to_cell(hands: PlateHands) -> None:
    raise_rim(hands)
    hands.tools.chooseFolds(0)
    before = hands.mark
    hands.moveMark(1, 0)
    hands.moveMark(0, 1)
    assert (hands.mark.x() > before.x(), hands.mark.y() > before.y()) == (True, True)
    for _ in range(100):
        hands.moveMark(1, 0)
    assert math.hypot(hands.mark.x(), hands.mark.y()) < 1
    for _ in range(8):
        hands.moveMark(-1, 0)
    hands.act()
    assert len(hands.plate.wires) == 1
    hands.goTo(FILL)
    assert hands.markedCell
    hands.act()
    hands.nextCell()
    hands.act()
    assert len(hands.plate.colours) == 2


def test_the_mark_of_the_cells_goes_both_ways_round(hands: PlateHands) -> None:
    raise_rim(hands)
    hands.tap(0.5, 0)
    hands.goTo(FILL)
    first = hands.markedCell
    hands.moveMark(-1, 0)
    assert hands.markedCell != first
    hands.moveMark(1, 0)
    assert hands.markedCell == first


def test_only_the_knobs_of_the_step_lie_at_hand(hands: PlateHands) -> None:
    assert hands.knobs == ["strike"]
    wired_and_filled(hands)
    assert hands.knobs == ["kiln"]
    fire(hands)
    assert hands.knobs == ["kiln", "fill"]
    known = {knob.name for knob in read_header("plate").knobs}
    assert known >= {"strike", "pattern", "kiln", "fill", "rub", "bath"}


def test_the_cut_shows_the_plates_own_colours(hands: PlateHands) -> None:
    assert set(hands.cutColours) == {"#173C9E"}
    changes: list[None] = []
    hands.cutChanged.connect(lambda: changes.append(None))
    wired_and_filled(hands)
    hands.goTo(FILL)
    hands.tools.chooseColour("red")
    hands.tap(0, 0)
    assert changes
    assert set(hands.cutColours) == {"#173C9E", "#B5233A"}


def test_a_plate_is_kept_as_it_is_now(hands: PlateHands) -> None:
    wired_and_filled(hands)
    said = [hands.kept]
    hands.keep()
    said.append(hands.kept)
    kept = hands.visitor.notes[PLATE_NOTE]
    assert isinstance(kept, PlateDrawing)
    assert kept.stage is Stage.FILLED
    assert PlateDrawing.from_json(kept.to_json()) == kept
    hands.goTo(FILL)
    hands.tools.chooseColour("red")
    hands.tools.chooseFolds(0)
    hands.tap(0, 0)
    said.append(hands.kept)
    assert said == [False, True, False], "it has changed since"


def test_a_new_plate_is_bare(hands: PlateHands) -> None:
    wired_and_filled(hands)
    hands.runner.replace(Plate(), 30)
    hands.begin()
    assert hands.step == BODY
    assert hands.plate.drawing.empty
    assert hands.runner.work == PlateDrawing().to_json()
    assert not hands.kept


def test_every_step_says_what_to_do(hands: PlateHands) -> None:
    said = [hands.hint]
    raise_rim(hands)
    said.append(hands.hint)
    hands.draw(circle(0.3))
    hands.goTo(FILL)
    said.append(hands.hint)
    hands.fillRest()
    hands.goTo(FIRE)
    said.append(hands.hint)
    for _ in range(3):
        hands.runner.turn("kiln", 850)
        hands.runner.advance(90)
        said.append(hands.hint)
        hands.runner.turn("kiln", 20)
        hands.runner.advance(30)
        said.append(hands.hint)
        hands.runner.advance(600)
        said.append(hands.hint)
        hands.runner.push("fill")
    fire(hands)
    hands.goTo(POLISH)
    said.append(hands.hint)
    hands.rub(40)
    said.append(hands.hint)
    hands.goTo(GILD)
    said.append(hands.hint)
    hands.runner.turn("bath", 1)
    hands.runner.advance(120)
    said.append(hands.hint)
    assert all(said)
    assert len(set(said)) == 12
