"""Memory over 20 000 page changes and 100 000 taps: flat, or not."""

import time
from dataclasses import dataclass

from tests.bench.figures import Figure, Measured, slope
from tests.bench.processes import Bench, Child
from tests.bench.rest import pss_mib
from tests.bench.windows import a_grid, a_kiosk

PAGE_CHANGES, TAPS = 20_000, 100_000
FLAT_CHANGES, FLAT_TAPS = 0.1, 0.02
"""MiB for 1000 more: 2 MiB for all of them, which a heap does by itself."""
WARM_UP = 0.2
"""So much of the whole fills caches, and does not count."""
MOST_S = {"changes": 540.0, "many_taps": 100.0}
"""The bench ends in bounded time: on a slower machine fewer are made, and the note says how many."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a process is to do: `what` it is asked, for `most` times, `at_once` so many between two looks."""

    name: str
    what: str
    most: int
    at_once: int


def measure(bench: Bench) -> Measured:
    """The kiosk's growth beside that of a bare grid that is thrown away and made anew."""
    rounds = bench.rounds
    notes: list[str] = []
    with a_grid(bench) as grid:
        load = Load("bare page changes", "changes", rounds(4_000, 400), rounds(200, 50))
        bare = _grown(grid, load, notes)
    with a_kiosk(bench) as kiosk:
        load = Load("page changes", "changes", rounds(PAGE_CHANGES, 320), rounds(400, 32))
        changes = _grown(kiosk, load, notes)
        taps = _grown(kiosk, Load("taps", "many_taps", rounds(TAPS, 2_000), rounds(2_000, 200)), notes)
    figures = [
        Figure("growth for 1000 page changes", changes, bare, FLAT_CHANGES, "MiB"),
        Figure("growth for 1000 taps", taps, 0.0, FLAT_TAPS, "MiB"),
    ]
    return Measured(figures, notes)


def _grown(child: Child, load: Load, notes: list[str]) -> float:
    """MiB for 1000 more, after the warm-up."""
    samples: list[tuple[float, float]] = [(0.0, pss_mib(child.pid))]
    end, done = time.monotonic() + MOST_S[load.what], 0
    while done < load.most and time.monotonic() < end:
        done += child.ask(load.what, count=load.at_once)
        samples.append((done / 1000, pss_mib(child.pid)))
    warm = [sample for sample in samples if sample[0] >= WARM_UP * done / 1000]
    first, then, last = samples[0][1], warm[0][1], samples[-1][1]
    notes.append(f"{done} {load.name}: {first:.1f} MiB at first, {then:.1f} warm, {last:.1f} at last")
    return slope(warm)
