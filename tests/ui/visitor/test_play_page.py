"""Playing with a machine: by taps alone and by keys alone, in both languages, on any screen, and left at any moment."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.clock import SetClock
from tests.ui.conftest import OpenKiosk
from tests.ui.shell.a_park import Ear
from ui.interactives.machine_runner import MachineRunner
from ui.interactives.plate.plate_hands import FIRE, PlateHands
from ui.shell.flow import IDLE_SECONDS, Kind
from ui.shell.walker import NothingSoNamed, Seen, Walker
from ui.visitor.play_page import PlayPageModel
from ui.visitor.play_rows import KnobRow

MACHINES = (
    ("enamel", "plate"),
    ("tianning", "pump"),
    ("tianning", "motor"),
    ("tianning", "turbine"),
    ("erqi", "steam-locomotive"),
    ("erqi", "hydraulic-drive"),
    ("shougang", "big-air-ramp"),
    ("shougang", "no1-furnace"),
)
SMALL = (540, 960)
SLIDER, BUTTON = QAccessible.Role.Slider, QAccessible.Role.Button


def play(open_kiosk: OpenKiosk, site: str, slug: str, lang: str = "en", size: tuple[int, int] = SMALL) -> Walker:
    kiosk = open_kiosk(site=site, lang=lang, size=size)
    kiosk.go("play", {"slug": slug})
    kiosk.picture()  # what has just been told its words is laid out when it is drawn
    return kiosk


def model_of(kiosk: Walker) -> PlayPageModel:
    page = kiosk.program.shell.page
    assert page is not None
    assert isinstance(page.model, PlayPageModel)
    return page.model


def runner_of(kiosk: Walker) -> MachineRunner:
    runner = model_of(kiosk).runner
    assert runner is not None
    return runner


def to_its_sliders(kiosk: Walker) -> None:
    """A machine whose knobs lie at hand step by step is brought to the step that has a slider."""
    hands = model_of(kiosk).hands
    if isinstance(hands, PlateHands):
        runner_of(kiosk).push("pattern")
        runner_of(kiosk).push("fill")
        hands.goTo(FIRE)
        kiosk.picture()


def at_hand(kiosk: Walker) -> list[KnobRow]:
    """The knobs that the page shows now."""
    model = model_of(kiosk)
    return [row for row in model.knobs.rows if model.hands is None or row.key in model.hands.knobs]


def tap_rail(kiosk: Walker, name: str, part: float) -> None:
    """Tap a slider's rail, so far along it; scroll to it first where it lies below."""
    seen = in_sight(kiosk, name, SLIDER)
    knob = 38  # px of the sheet: the rail's ends lie half a knob inside
    inset = knob * kiosk.program.window.width() / 1080
    x = seen.rect.left() + inset + part * (seen.rect.width() - 2 * inset)
    kiosk.tap_at(QPoint(round(x), seen.rect.bottom() - round(50 * kiosk.program.window.width() / 1080)))


def has_moved(kiosk: Walker, seen: Seen, role: QAccessible.Role | None) -> bool:
    return kiosk.find(seen.name, role).rect != seen.rect


def is_later(runner: MachineRunner, time: float) -> bool:
    return runner.state["time"] > time


def in_sight(kiosk: Walker, name: str, role: QAccessible.Role | None = None) -> Seen:
    """What is named so, scrolled up from below the foot where it has to be."""
    foot = kiosk.find("Home", BUTTON).rect.top()
    for _ in range(6):
        seen = kiosk.find(name, role)
        if seen.rect.bottom() < foot:
            return seen
        kiosk.tap("Scroll down")
        kiosk.wait_for(partial(has_moved, kiosk, seen, role), "the page to move")
        QTest.qWait(250)
    raise NothingSoNamed(name, kiosk.names())


@pytest.mark.parametrize(("site", "slug"), MACHINES)
def test_an_exhibit_that_has_a_machine_leads_to_it_and_back(open_kiosk: OpenKiosk, site: str, slug: str) -> None:
    kiosk = open_kiosk(site=site, lang="en", size=SMALL)
    kiosk.go("exhibit", {"slug": slug})
    kiosk.tap("Play")
    kiosk.settle()
    assert kiosk.program.shell.pageName == "play"
    assert kiosk.sees(model_of(kiosk).name)
    kiosk.tap("Back…")
    kiosk.settle()
    assert kiosk.program.shell.pageName == "exhibit"


@pytest.mark.parametrize(("site", "slug"), MACHINES)
def test_it_runs_while_it_is_seen_and_says_every_reading(open_kiosk: OpenKiosk, site: str, slug: str) -> None:
    kiosk = play(open_kiosk, site, slug)
    model, runner = model_of(kiosk), runner_of(kiosk)
    before = runner.state["time"]
    kiosk.wait_for(lambda: runner.state["time"] > before + 0.5, "time to go by")
    for gauge in model.gauges.rows:
        assert kiosk.sees(f"{gauge.label}…"), gauge.label
    for callout in model.callouts.rows:
        assert kiosk.sees(f"{callout.number} {callout.label}"), callout.label
    assert kiosk.sees(model.goal)
    assert kiosk.sees(model.explanation)


@pytest.mark.parametrize(("site", "slug"), MACHINES)
def test_every_slider_is_set_by_one_tap(open_kiosk: OpenKiosk, site: str, slug: str) -> None:
    kiosk = play(open_kiosk, site, slug, size=(1080, 1920))
    to_its_sliders(kiosk)
    runner = runner_of(kiosk)
    for row in (row for row in at_hand(kiosk) if row.kind == "slider"):
        for part in (0.8, 0.25):
            tap_rail(kiosk, row.label, part)
            wanted = row.low + part * (row.high - row.low)
            assert runner.inputs[row.key] == pytest.approx(wanted, abs=max(row.step, 0.02 * (row.high - row.low)))


@pytest.mark.parametrize(("site", "slug"), MACHINES)
def test_every_control_is_reached_and_moved_by_keys_alone(open_kiosk: OpenKiosk, site: str, slug: str) -> None:
    kiosk = play(open_kiosk, site, slug)
    to_its_sliders(kiosk)
    runner = runner_of(kiosk)
    left = {row.key: row for row in at_hand(kiosk) if not row.ready or runner.state[row.ready]}
    for _ in range(40):
        kiosk.press(Qt.Key.Key_Tab)
        focused = next((seen for seen in kiosk.seen() if seen.focused and seen.name), None)
        for row in tuple(left.values()):
            before = dict(runner.inputs), runner.state.get("fillings", 0)
            if focused is None or focused.name not in (row.label, *row.options):
                continue
            if row.kind == "push":
                kiosk.press(Qt.Key.Key_Return)
            elif row.kind == "switch":
                kiosk.press(Qt.Key.Key_Right)
                kiosk.press(Qt.Key.Key_Space)
            else:
                kiosk.press(Qt.Key.Key_Right if runner.inputs[row.key] < row.high else Qt.Key.Key_Left)
            assert (dict(runner.inputs), runner.state.get("fillings", 0)) != before, row.label
            del left[row.key]
    assert not left, "no key came to these"


def test_a_push_fills_the_cells_and_rests_while_they_are_full(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "enamel", "plate")
    to_its_sliders(kiosk)
    runner = runner_of(kiosk)
    runner.running = False
    runner.turn("kiln", 850)
    runner.advance(120)
    runner.turn("kiln", 20)
    runner.advance(600)
    kiosk.picture()
    in_sight(kiosk, "Fill the cells", BUTTON)
    kiosk.tap("Fill the cells")
    assert runner.state["fillings"] == 2
    assert runner.state["level"] == 100
    assert not kiosk.find("Fill the cells", BUTTON).enabled


def test_a_switch_wets_the_rail(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "erqi", "steam-locomotive")
    in_sight(kiosk, "Wet")
    kiosk.tap("Wet")
    assert runner_of(kiosk).inputs["wet"] == 1
    assert kiosk.find("Wet").checked
    assert not kiosk.find("Dry").checked


def test_a_goal_is_praised_when_it_has_held_and_the_next_one_comes(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "tianning", "pump", size=(1080, 1920))
    model, runner = model_of(kiosk), runner_of(kiosk)
    first = model.goal
    assert model.goalNumber == "1/3"
    runner.turn("speed", 1450)
    kiosk.wait_for(lambda: model.goalReached, "the first goal")
    assert kiosk.sees("Done! That fills eleven bathtubs every minute.")
    assert "eleven bathtubs" in model.readAloud
    following = [timer for timer in model.findChildren(QTimer) if timer.isActive() and timer.isSingleShot()]
    assert following
    following[0].timeout.emit()
    assert model.goalNumber == "2/3"
    assert model.goal != first
    assert not model.goalReached


def test_a_machine_is_heard_and_a_goal_is_heard_once(open_kiosk: OpenKiosk) -> None:
    ear = Ear()
    kiosk = open_kiosk(site="tianning", lang="en", size=SMALL, player=ear)
    kiosk.go("play", {"slug": "pump"})
    model, runner = model_of(kiosk), runner_of(kiosk)
    assert ear.heard == [], "a page that opens makes no noise"
    runner.turn("valve", 0)
    runner.turn("valve", 0)
    assert [name for name, _ in ear.heard] == ["valve"]
    runner.turn("valve", 70)
    runner.turn("speed", 1450)
    kiosk.wait_for(lambda: model.goalReached, "the goal")
    runner.advance(1)
    assert [name for name, _ in ear.heard] == ["valve", "goal"]


def test_a_hand_that_sweeps_past_a_goal_has_not_reached_it(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "shougang", "big-air-ramp")
    model, runner = model_of(kiosk), runner_of(kiosk)
    runner.running = False
    runner.turn("height", 40)
    runner.advance(0.3)
    runner.turn("height", 10)
    runner.advance(2.0)
    assert not model.goalReached
    runner.turn("height", 40)
    runner.advance(1.0)
    assert model.goalReached


@pytest.mark.parametrize(("site", "slug"), MACHINES)
def test_start_again_puts_everything_back(open_kiosk: OpenKiosk, site: str, slug: str) -> None:
    kiosk = play(open_kiosk, site, slug, size=(1080, 1920))
    model, runner = model_of(kiosk), runner_of(kiosk)
    fresh = dict(runner.inputs)
    shown = {row.key: kiosk.find(row.label, SLIDER).description for row in at_hand(kiosk) if row.kind == "slider"}
    for row in model.knobs.rows:
        runner.turn(row.key, row.high)
    runner.advance(20)
    assert runner.inputs != fresh
    kiosk.tap("Start again")
    assert model.runner is runner, "the face stays, and does not flicker"
    assert runner.inputs == fresh
    assert not model.goalReached
    kiosk.picture()
    assert shown == {
        row.key: kiosk.find(row.label, SLIDER).description for row in at_hand(kiosk) if row.kind == "slider"
    }


@pytest.mark.parametrize(("site", "slug"), MACHINES)
def test_it_explains_itself_on_three_levels(open_kiosk: OpenKiosk, site: str, slug: str) -> None:
    kiosk = play(open_kiosk, site, slug, size=(1080, 1920))
    model = model_of(kiosk)
    texts = []
    for words in ("simply", "more", "in depth"):
        in_sight(kiosk, words)
        kiosk.tap(words)
        assert kiosk.find(words).checked
        assert kiosk.sees(model.explanation)
        assert model.explanation in model.readAloud
        texts.append(model.explanation)
    assert len(set(texts)) == 3


@pytest.mark.parametrize(("site", "slug"), MACHINES)
def test_a_change_of_language_in_mid_play_changes_words_and_nothing_else(
    open_kiosk: OpenKiosk, site: str, slug: str
) -> None:
    kiosk = play(open_kiosk, site, slug)
    to_its_sliders(kiosk)
    model, runner = model_of(kiosk), runner_of(kiosk)
    row = next(row for row in at_hand(kiosk) if row.kind == "slider")
    runner.turn(row.key, row.low + row.step)
    model.explain(2)
    kiosk.tap("中文")
    kiosk.settle()
    assert model_of(kiosk) is model
    assert model.runner is runner
    assert runner.running
    assert runner.inputs[row.key] == pytest.approx(row.low + row.step)
    assert model.level == 2
    chinese = next(new for new in model.knobs.rows if new.key == row.key)
    assert chinese.label != row.label
    assert kiosk.sees(chinese.label)
    assert kiosk.sees(model.goal)


@pytest.mark.parametrize(("site", "slug"), MACHINES)
def test_a_screen_that_is_turned_keeps_the_machine_running_and_everything_in_its_place(
    open_kiosk: OpenKiosk, site: str, slug: str
) -> None:
    kiosk = play(open_kiosk, site, slug, size=(960, 540))
    to_its_sliders(kiosk)
    model, runner = model_of(kiosk), runner_of(kiosk)
    for size in (SMALL, (960, 540)):
        kiosk.program.window.resize(*size)
        kiosk.settle()
        kiosk.picture()
        before = runner.state["time"]
        kiosk.wait_for(partial(is_later, runner, before), "time to go by")
        things = [kiosk.find(row.label) for row in at_hand(kiosk)]
        things += [kiosk.find("Start again"), kiosk.find(model.goal), kiosk.find(model.explanation)]
        for index, one in enumerate(things):
            assert 0 <= one.rect.left() <= one.rect.right() <= size[0], one
            for other in things[index + 1 :]:
                assert not one.rect.intersects(other.rect), (one, other)


def test_leaving_in_mid_play_stops_the_machine(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "tianning", "pump")
    model, runner = model_of(kiosk), runner_of(kiosk)
    runner.turn("speed", 1450)
    kiosk.wait_for(lambda: model.goalReached, "the goal, whose timer then runs")
    timers = model.findChildren(QTimer)
    kiosk.wait_for(lambda: runner.running, "the machine to run")
    model.close()
    assert not runner.running
    assert not any(timer.isActive() for timer in timers)
    kiosk.tap("Home")
    kiosk.settle()
    assert kiosk.program.shell.pageName == "home"


def test_whoever_walks_away_in_mid_play_leaves_a_fresh_kiosk(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    kiosk = play(open_kiosk, "enamel", "plate")
    allowed = IDLE_SECONDS[Kind.PLAYING]
    assert allowed is not None

    def pass_time(seconds: int) -> None:
        for _ in range(seconds):
            clock.pass_time(timedelta(seconds=1))
            kiosk.program.idle.look()

    def asked() -> bool:
        return kiosk.program.idle.asking

    pass_time(allowed - 1)
    assert not asked()
    pass_time(1)
    assert asked()
    pass_time(60)
    kiosk.settle()
    assert kiosk.program.shell.pageName == "attract"


def test_a_hand_that_plays_is_never_asked_whether_it_is_there(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    kiosk = play(open_kiosk, "shougang", "big-air-ramp", size=(1080, 1920))
    for part in (0.2, 0.4, 0.6, 0.8):
        for _ in range(100):
            clock.pass_time(timedelta(seconds=1))
            kiosk.program.idle.look()
        tap_rail(kiosk, "Height of the start", part)
    assert not kiosk.program.idle.asking


def test_an_exhibit_without_a_machine_says_so(open_kiosk: OpenKiosk) -> None:
    kiosk = play(open_kiosk, "tianning", "chimney")
    assert kiosk.sees("This exhibit has nothing to play with. Please go back.")
    assert not model_of(kiosk).known


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("site", "slug"), MACHINES)
def test_at_twice_the_text_everything_is_still_there(open_kiosk: OpenKiosk, site: str, slug: str, lang: str) -> None:
    kiosk = open_kiosk(site=site, lang=lang, size=SMALL)
    kiosk.program.ease.setTextScale(2.0)
    kiosk.go("play", {"slug": slug})
    kiosk.picture()
    to_its_sliders(kiosk)
    model = model_of(kiosk)
    for row in at_hand(kiosk):
        seen = kiosk.find(row.label)
        assert 0 <= seen.rect.left() <= seen.rect.right() <= SMALL[0]
    for gauge in model.gauges.rows:
        assert kiosk.find(f"{gauge.label}…").rect.right() <= SMALL[0]


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    """All items in it."""
    for child in item.childItems():
        yield child
        yield from below(child)


def is_curve(colour: QColor) -> bool:
    """The park's accent or its second colour, in which no word stands at the left of the foot."""
    return any(
        abs(colour.red() - red) + abs(colour.green() - green) + abs(colour.blue() - blue) < 30
        for red, green, blue in ((0xFF, 0x95, 0x85), (0xD9, 0xB2, 0x5F))
    )


@pytest.mark.parametrize("size", [SMALL, (540, 760)])
def test_curves_that_lie_below_the_page_are_not_drawn_on_the_foot(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    kiosk = play(open_kiosk, "erqi", "hydraulic-drive", size=size)
    kiosk.program.ease.setTextScale(2.0)
    runner_of(kiosk).turn("throttle", 100)
    kiosk.settle()
    area = next(item for item in below(kiosk.program.window.contentItem()) if item.property("overflows"))
    foot = kiosk.find("Foot of the page").rect
    for scrolled in range(0, 400, 40):
        area.setProperty("contentY", scrolled)
        runner_of(kiosk).advance(0.5)
        picture = kiosk.picture()
        assert not any(
            is_curve(picture.pixelColor(x, y))
            for x in range(foot.left(), foot.left() + foot.width() // 2, 3)
            for y in range(foot.top() + 2, foot.bottom())
        ), scrolled
