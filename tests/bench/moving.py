"""A frame of every page that moves, and what moving costs: the attract screen and the machines of the four parks."""

from tests.bench.figures import Figure, Measured, percentile
from tests.bench.processes import Bench
from tests.bench.windows import a_grid, a_kiosk

FRAME_MS = 4.0
CORE = 15.0
SITES = ("enamel", "tianning", "erqi", "shougang")


def measure(bench: Bench) -> Measured:
    """Each page beside a bare sketch of a turning wheel and moving dashes."""
    watch = bench.rounds(10_000, 1_500)
    figures, notes = [], []
    with a_grid(bench) as grid:
        for site in SITES:
            bare = grid.ask("moving", ms=watch)
            with a_kiosk(bench, site) as kiosk:
                for page in ("attract", "play"):
                    ours = kiosk.ask("moving", page=page, ms=watch)
                    name = f"{page} of {site}"
                    figures += [
                        Figure(f"frame, {name}, p99", _p99(ours), _p99(bare), FRAME_MS, "ms"),
                        Figure(f"core, {name}", ours["core"] * 100, bare["core"] * 100, CORE, "%"),
                    ]
                    notes.append(f"{name}: {len(ours['frames']) / ours['seconds']:.0f} frames a second")
    return Measured(figures, notes)


def _p99(watched: dict[str, list[float]]) -> float:
    return percentile(watched["frames"], 0.99)
