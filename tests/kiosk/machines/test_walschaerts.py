"""Walschaerts gear: rods that keep their lengths, constant lead, and cut-off as the driver's scale says."""

from math import hypot, log, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.machines.walschaerts import (
    CLEARANCE,
    CRANK,
    ECCENTRIC_ROD,
    FOOT,
    LAP,
    LEAD,
    LEVER,
    LEVER_TOP,
    LINK,
    LINK_SWING,
    POINTS,
    RADIUS_ROD,
    ROD,
    UNION,
    VALVE_HEIGHT,
    Point,
    die_for,
    piston,
    rods,
    turn,
    valve,
)

ANGLES = st.floats(0, 2 * pi)
CUT_OFFS = st.floats(-0.75, 0.75)
SIXTHS = [i * pi / 360 for i in range(720)]


def apart(one: Point, other: Point) -> float:
    """Metres between two pins."""
    return hypot(one[0] - other[0], one[1] - other[1])


@given(ANGLES, CUT_OFFS)
def test_every_rod_keeps_its_length(angle: float, cut_off: float) -> None:
    pins = rods(angle, die_for(cut_off))
    arm = (pins.crosshead + 2.60 - ROD - UNION, VALVE_HEIGHT - LEVER)
    assert apart(pins.crank_pin, (pins.crosshead, 0)) == pytest.approx(ROD)
    assert apart(pins.return_pin, pins.foot) == pytest.approx(ECCENTRIC_ROD)
    assert apart(LINK, pins.foot) == pytest.approx(FOOT)
    assert apart(pins.die, pins.lever_top) == pytest.approx(RADIUS_ROD)
    assert apart(pins.lever_foot, pins.lever_top) == pytest.approx(LEVER + LEVER_TOP)
    assert apart((pins.spindle, VALVE_HEIGHT), pins.lever_top) == pytest.approx(LEVER_TOP)
    assert apart(arm, pins.lever_foot) == pytest.approx(UNION, abs=1e-6)


@given(CUT_OFFS)
def test_the_lead_is_the_same_at_every_cut_off(cut_off: float) -> None:
    # What the gear is known for. A millimetre is what the rods' slopes take.
    die = die_for(cut_off)
    assert valve(0, die) - LAP == pytest.approx(LEAD, abs=0.001)
    assert -valve(pi, die) - LAP == pytest.approx(LEAD, abs=0.001)


@pytest.mark.parametrize("cut_off", [0.15, 0.3, 0.5, 0.6, 0.75])
def test_steam_is_cut_off_where_the_scale_says(cut_off: float) -> None:
    die = die_for(cut_off)
    front = next(piston(a) for a in SIXTHS if valve(a, die) < LAP)
    back = next(piston(a + pi) for a in SIXTHS if -valve(a + pi, die) < LAP)
    mean = ((1 - front) / 2 + (1 + back) / 2) / 2
    assert mean == pytest.approx(cut_off, abs=0.02)


def test_admission_cut_off_release_and_compression_follow_each_other() -> None:
    die = die_for(0.5)
    cut_off = next(a for a in SIXTHS if valve(a, die) < LAP)
    release = next(a for a in SIXTHS if valve(a, die) < 0)
    compression = next(a for a in SIXTHS if a > release and valve(a, die) > 0)
    admission = next(a for a in SIXTHS if a > compression and valve(a, die) > LAP)
    assert 0 < cut_off < release < pi < compression < admission < 2 * pi


def test_reverse_gear_mirrors_the_valve() -> None:
    ahead, astern = die_for(0.6), die_for(-0.6)
    assert ahead == -astern
    for angle in SIXTHS[::60]:
        assert valve(angle, astern) == pytest.approx(valve(2 * pi - angle, ahead), abs=0.007)


def test_the_link_swings_as_far_as_the_return_crank_throws_it() -> None:
    swings = [rods(angle, 0.0).link_angle for angle in SIXTHS]
    assert max(swings) == pytest.approx(LINK_SWING, rel=0.1)
    assert min(swings) == pytest.approx(-LINK_SWING, rel=0.1)


def test_the_crosshead_runs_a_stroke_on_its_line() -> None:
    ways = [rods(angle, 0.1).crosshead for angle in SIXTHS]
    assert max(ways) - min(ways) == pytest.approx(2 * CRANK)


@pytest.mark.parametrize("cut_off", [0.2, 0.3, 0.5, 0.75])
def test_work_of_the_steam_is_hyperbolic_expansion_up_to_the_release(cut_off: float) -> None:
    # With clearance s and release r: p (c + (c + s) ln((r + s) / (c + s))), less what enters before the dead centre.
    s, die = CLEARANCE, die_for(cut_off)
    release = (1 - piston(next(a for a in SIXTHS if valve(a, die) < 0))) / 2
    ideal = cut_off + (cut_off + s) * log((release + s) / (cut_off + s))
    made = turn(die, True).work[0] / 2
    assert 0.9 * ideal < made < ideal


def test_short_cut_off_makes_more_work_of_a_kilogram() -> None:
    per_steam = [turn(die_for(c), True) for c in (0.25, 0.4, 0.55, 0.75)]
    gain = [(t.work[0] * 11 + t.work[1]) / (t.steam[0] * 11 + t.steam[1]) for t in per_steam]
    assert gain == sorted(gain, reverse=True)


@given(CUT_OFFS, st.booleans())
def test_what_enters_leaves_and_no_work_is_made_of_nothing(cut_off: float, forward: bool) -> None:
    done = turn(die_for(cut_off), forward)
    # Chest and exhaust at the same pressure: nothing can be gained.
    assert sum(done.work) <= 0.02
    # Over a turn the chambers keep nothing: the diagram closes.
    assert len(done.volume) == len(done.front) == len(done.back) == POINTS
    for chest, exhaust in done.front + done.back:
        assert chest >= 0
        assert exhaust >= 0
        assert chest + exhaust > 0
