"""Walschaerts valve gear: where every rod and the valve stand for a crank angle, and what the steam does in a turn.

The rods are solved as the rigid bars that they are, in the plane of the gear: return crank → eccentric rod → expansion
link → radius rod → combination lever, with the crosshead's share through the union link. So cut-off, release,
compression and lead are read off the valve and not put in. Left out are the slip of the die in its link and the small
slope of the union link's lower end.

Sources: any textbook of the steam locomotive (Walschaerts gear with piston valve and inside admission, constant lead,
lap plus lead from the combination lever as crank radius × b / (a + b)); hyperbolic expansion and compression,
p V = const, between the valve's events (theoretical indicator diagram). Sizes are round ones of a middling goods
engine.

Coordinates in m: the driving axle is the origin, x towards the cylinder in front, y up. Forward running turns the crank
clockwise; its angle is 0 with the piston at the front end.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import acos, asin, atan2, cos, hypot, pi, sin, sqrt

CRANK = 0.325  # half the stroke
ROD = 2.275  # connecting rod, seven cranks long
LAP, LEAD = 0.028, 0.005  # steam lap and lead of the valve; no exhaust lap ("line and line")
VALVE_HEIGHT = 0.62  # the valve's axis above the cylinder's
LEVER = 0.70  # combination lever, from the union link's pin up to the valve spindle's
LEVER_TOP = LEVER * (LAP + LEAD) / (CRANK - LAP - LEAD)  # from there up to the radius rod's pin
LEVER_X = 2.60  # where that lever hangs when all is in the middle
UNION = 0.30  # union link
LINK = (1.25, VALVE_HEIGHT + LEVER_TOP)  # trunnion of the expansion link
FOOT = 0.40  # from the trunnion down to the eccentric rod's pin
RADIUS_ROD = LEVER_X - LINK[0]
RETURN_CRANK = 0.143  # throw of the return crank's pin
LINK_SWING = RETURN_CRANK / FOOT  # sine of the link's greatest angle, nearly
ECCENTRIC_ROD = hypot(hypot(LINK[0], LINK[1] - FOOT), RETURN_CRANK)
_ECCENTRIC_LEAN = pi / 2 + atan2(LINK[1] - FOOT, LINK[0])
CLEARANCE = 0.10  # of the swept volume: usual with piston valves
POINTS = 120  # of a turn, for the steam's diagram

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rods:
    """Where the pins of the gear stand."""

    crank_pin: Point
    return_pin: Point
    crosshead: float
    link_angle: float  # rad; the foot forward is positive
    foot: Point
    die: Point
    lever_foot: Point
    lever_top: Point
    spindle: float  # x of the valve spindle's pin on the lever


def die_for(cut_off: float) -> float:
    """Where the die stands in the link, in m below its trunnion, when the driver's scale shows this cut-off (of 1;
    negative: reverse).

    The scale is marked by the valve's motion without the rods' slopes: (lap + lead) cos θ + B sin θ = lap.
    """
    part = abs(cut_off)
    opens = acos(LAP / (LAP + LEAD))
    closes = acos(1 - 2 * part)
    if closes <= opens:  # mid gear: the lead alone
        return 0.0
    throw = (LAP - (LAP + LEAD) * cos(closes)) / sin(closes)
    die = throw * (LEVER + LEVER_TOP) / LEVER / LINK_SWING
    return die if cut_off > 0 else -die


def rods(angle: float, die: float) -> Rods:
    """All pins at a crank angle in rad with the die so many m below the trunnion."""
    pin = (CRANK * cos(angle), -CRANK * sin(angle))
    crosshead = pin[0] + sqrt(ROD**2 - pin[1] ** 2)
    back = (RETURN_CRANK * cos(_ECCENTRIC_LEAN - angle), RETURN_CRANK * sin(_ECCENTRIC_LEAN - angle))
    # The link's foot lies on the circle round the trunnion and on the one round the return crank's pin.
    qx, qy = LINK[0] - back[0], LINK[1] - back[1]
    q = hypot(qx, qy)
    swing = atan2(qy, qx) + asin((ECCENTRIC_ROD**2 - q**2 - FOOT**2) / (2 * FOOT * q))
    c, s = cos(swing), sin(swing)
    foot = (LINK[0] + FOOT * s, LINK[1] - FOOT * c)
    # The slot is an arc about where the radius rod's front pin rests, so that the middle of the lever stays put.
    hollow = RADIUS_ROD - sqrt(RADIUS_ROD**2 - die**2)
    block = (LINK[0] + hollow * c + die * s, LINK[1] + hollow * s - die * c)
    lean = _lever_lean(crosshead, block)
    spindle = _lever_x(lean, block)
    return Rods(
        pin,
        back,
        crosshead,
        swing,
        foot,
        block,
        (spindle - LEVER * sin(lean), VALVE_HEIGHT - LEVER * cos(lean)),
        (spindle + LEVER_TOP * sin(lean), VALVE_HEIGHT + LEVER_TOP * cos(lean)),
        spindle,
    )


def valve(angle: float, die: float) -> float:
    """How far the valve stands before the middle of its ports, in m; set for equal lead at both ends."""
    return rods(angle, die).spindle - _valve_middle()


def piston(angle: float) -> float:
    """Where the piston stands, from −1 (back dead centre) to 1, by the slider-crank equation."""
    return (CRANK * cos(angle) + sqrt(ROD**2 - (CRANK * sin(angle)) ** 2) - ROD) / CRANK


@dataclass(frozen=True, slots=True)
class Turn:
    """What the steam of one cylinder does in a turn of the wheels, for each Pa of steam chest and of exhaust.

    Volumes are parts of the swept volume, front and back of the piston together for `work` and `steam`.
    """

    work: Point
    steam: Point  # p V taken from the steam chest
    volume: tuple[float, ...]  # of the front chamber, clearance included, at POINTS angles from 0
    front: tuple[Point, ...]  # its pressure there
    back: tuple[Point, ...]

    def pressures(self, angle: float, chest: float, exhaust: float) -> Point:
        """Pressure before and behind the piston at a crank angle, in Pa."""
        at = round(angle / (2 * pi) * POINTS) % POINTS
        (fc, fe), (bc, be) = self.front[at], self.back[at]
        return fc * chest + fe * exhaust, bc * chest + be * exhaust


@lru_cache(maxsize=64)
def turn(die: float, forward: bool) -> Turn:
    """The theoretical indicator diagram with the die there, running forward or backward."""
    angles = [2 * pi * i / POINTS for i in range(POINTS)]
    valves = [valve(angle, die) for angle in angles]
    pistons = [piston(angle) for angle in angles]
    order = range(POINTS) if forward else range(POINTS - 1, -1, -1)
    ahead = [CLEARANCE + (1 - p) / 2 for p in pistons]
    behind = [CLEARANCE + (1 + p) / 2 for p in pistons]
    front, work_front, steam_front = _chamber(valves, ahead, order)
    back, work_back, steam_back = _chamber([-v for v in valves], behind, order)
    return Turn(
        (work_front[0] + work_back[0], work_front[1] + work_back[1]),
        (steam_front[0] + steam_back[0], steam_front[1] + steam_back[1]),
        tuple(ahead),
        front,
        back,
    )


def _chamber(valves: list[float], volumes: list[float], order: range) -> tuple[tuple[Point, ...], Point, Point]:
    """One side of the piston: its pressures, its work and its steam in a turn. Twice round, to settle."""
    pressures: list[Point] = [(0.0, 1.0)] * len(volumes)
    before, last = (0.0, 1.0), order[-1]
    work, steam = [0.0, 0.0], [0.0, 0.0]
    for _ in range(2):
        work, steam = [0.0, 0.0], [0.0, 0.0]
        for at in order:
            growth = volumes[at] - volumes[last]
            ratio = volumes[last] / volumes[at]
            kept = (before[0] * ratio, before[1] * ratio)
            admitted = valves[at] > LAP
            now = (1.0, 0.0) if admitted else (0.0, 1.0) if valves[at] < 0 else kept
            for k in (0, 1):
                work[k] += (before[k] + now[k]) / 2 * growth
                if admitted:
                    steam[k] += now[k] * volumes[at] - before[k] * volumes[last]
            pressures[at], before, last = now, now, at
    return tuple(pressures), (work[0], work[1]), (steam[0], steam[1])


def _lever_x(lean: float, block: Point) -> float:
    """Where the spindle's pin is on a lever that leans so far, held by the radius rod."""
    top = VALVE_HEIGHT + LEVER_TOP * cos(lean)
    return block[0] + sqrt(RADIUS_ROD**2 - (top - block[1]) ** 2) - LEVER_TOP * sin(lean)


def _lever_lean(crosshead: float, block: Point) -> float:
    """How far the lever leans, in rad, so that the union link just reaches from the crosshead's arm to its foot.

    The arm hangs as deep as the upright lever, its pin so far before the crosshead's that the lever is upright in the
    middle.
    """
    arm = (crosshead + LEVER_X - ROD - UNION, VALVE_HEIGHT - LEVER)

    def miss(lean: float) -> float:
        x = _lever_x(lean, block) - LEVER * sin(lean) - arm[0]
        y = VALVE_HEIGHT - LEVER * cos(lean) - arm[1]
        return x - sqrt(UNION**2 - y**2)

    # The foot goes with the crosshead: a first guess, then secants.
    older, lean = 0.0, asin((LEVER_X - UNION - arm[0]) / (LEVER + LEVER_TOP))
    old, new = miss(older), miss(lean)
    while abs(new) > 1e-7 and old != new:
        older, lean = lean, lean - new * (lean - older) / (new - old)
        old, new = new, miss(lean)
    return lean


@lru_cache(maxsize=1)
def _valve_middle() -> float:
    return (rods(0.0, 0.0).spindle + rods(pi, 0.0).spindle) / 2
