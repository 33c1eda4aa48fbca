"""The machines to play with: what a frame, a step and an opening of each costs, with both renderers."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from kiosk.machines import DESIGNS, Machine, Reading, build
from kiosk.machines.model import Settable
from tests.bench.figures import Figure, Measured, median, percentile, slope
from tests.bench.moving import CORE, FRAME_MS, SITES
from tests.bench.processes import Bench, Child
from tests.bench.rest import pss_mib
from tests.bench.windows import a_grid, a_kiosk
from tests.servers.screen import Screen, ScreenMissing
from ui.interactives.header import read_header

APART_MS, SLOWEST_MS = 1000 / 60, 1000 / 30
"""From one frame to the next: at the median, and at the 99th of a hundred."""
SLACK = 1.06
"""A screen in memory has no beat of its own: a timer of whole milliseconds comes that much later than asked."""
START_MS = 300.0
STEP_MS = 0.5
"""Of the 16 ms of a frame, for the model and its readings."""
FLAT_OPENINGS = 1.0
"""MiB for 1000 openings."""


def measure(bench: Bench) -> Measured:
    """Every machine once, where a park has it first."""
    watch, starts = bench.rounds(10_000, 1_500), bench.rounds(15, 2)
    figures, notes = _steps(bench.rounds(600, 60)), list[str]()
    seen: set[str] = set()
    with a_grid(bench) as grid, _with_opengl(bench, notes) as gpu:
        bare = grid.ask("moving", ms=watch)
        for site in SITES:
            with a_kiosk(bench, site) as kiosk:
                here = {name: slug for name, slug in kiosk.ask("machines").items() if name not in seen}
                seen |= here.keys()
                for name, slug in here.items():
                    ours = kiosk.ask("moving", page="play", ms=watch, slug=slug)
                    opened = kiosk.ask("starts", slug=slug, count=starts)
                    figures += [
                        Figure(f"{name}: frame, p99", percentile(ours["frames"], 0.99), _p99(bare), FRAME_MS, "ms"),
                        Figure(f"{name}: core", ours["core"] * 100, bare["core"] * 100, CORE, "%"),
                        *_rhythm(name, ours["apart"]),
                        Figure(f"{name}: opens, p99", percentile(opened, 0.99), 0.0, START_MS, "ms"),
                        _growth(kiosk, name, slug, bench.rounds(1_000, 20), notes),
                    ]
            if gpu is not None:
                with a_kiosk(gpu, site) as kiosk:
                    for name, slug in here.items():
                        ours = kiosk.ask("moving", page="play", ms=watch, slug=slug)
                        figures += _rhythm(f"{name} with OpenGL", ours["apart"])
                        notes.append(f"{name} with OpenGL: {ours['core'] * 100:.0f} % of a core")
    if missing := DESIGNS.keys() - seen:
        notes.append(f"in no park, and not measured: {', '.join(sorted(missing))}")
    return Measured(figures, notes)


def _p99(watched: dict[str, list[float]]) -> float:
    return percentile(watched["frames"], 0.99)


def _rhythm(name: str, apart: list[float]) -> list[Figure]:
    return [
        Figure(f"{name}: frame to frame, median", median(apart), 0.0, APART_MS * SLACK, "ms"),
        Figure(f"{name}: frame to frame, p99", percentile(apart, 0.99), 0.0, SLOWEST_MS * SLACK, "ms"),
    ]


def _growth(kiosk: Child, name: str, slug: str, most: int, notes: list[str]) -> Figure:
    samples: list[tuple[float, float]] = []
    end, done = time.monotonic() + 90, 0
    while done < most and time.monotonic() < end:
        done += kiosk.ask("openings", slug=slug, count=min(50, most))
        samples.append((done / 1000, pss_mib(kiosk.pid)))
    warm = samples[len(samples) // 5 :]
    notes.append(f"{name}: {done} openings, {samples[0][1]:.0f} to {samples[-1][1]:.0f} MiB")
    return Figure(f"{name}: growth for 1000 openings", slope(warm), 0.0, FLAT_OPENINGS, "MiB")


def _steps(count: int) -> list[Figure]:
    """One sixtieth of a second of each model, with all that its face reads, beside a model that does nothing."""
    nothing = median([_ms(_Nothing()) for _ in range(count)])
    return [Figure(f"{name}: a step", _step(name, count), nothing, STEP_MS, "ms") for name in DESIGNS]


def _step(name: str, count: int) -> float:
    header, machine = read_header(name), build(name)
    for knob in header.knobs:
        machine.set(knob.name, knob.start)
    return median([_ms(machine, header.pace) for _ in range(count)])


def _ms(machine: Machine, pace: float = 1.0) -> float:
    start = time.perf_counter()
    machine.step(pace / 60)
    machine.readings()
    for curve in ("trace", "second_trace"):
        getattr(machine, curve, tuple)()
    return (time.perf_counter() - start) * 1000


class _Nothing(Settable):
    """A machine with nothing to turn and nothing to read."""

    def __init__(self) -> None:
        super().__init__(())

    def step(self, seconds: float) -> None:
        """Time goes by, and that is all."""

    def readings(self) -> tuple[Reading, ...]:
        """None."""
        return ()


@contextmanager
def _with_opengl(bench: Bench, notes: list[str]) -> Iterator[Bench | None]:
    """The same bench on an X display with OpenGL; None, and a note, where there is none."""
    if bench.display:
        yield replace(bench, renderer="opengl")
        return
    try:
        with Screen() as display:
            yield replace(bench, renderer="opengl", display=display)
    except ScreenMissing as missing:
        notes.append(f"not measured with OpenGL: {missing}")
        yield None
