"""Confirm → seats committed → ticket page painted; free seats of a week."""

from tests.bench.figures import Figure, Measured, median
from tests.bench.processes import Bench, Child
from tests.bench.windows import SITE, a_grid, a_kiosk

CONFIRM_MS = 2.0
WEEK_MS = 2.0
PAGE_MS = 30.0
"""From the commit and one frame to the ticket page."""


def measure_confirm(bench: Bench) -> Measured:
    """The use case beside a bare commit; the button beside that commit and a bare frame."""
    with Child(bench, "tests.bench.park_rooms", str(bench.home), SITE) as rooms:
        commits = rooms.ask("confirms", count=bench.rounds(200, 10))
    ours, bare = median(commits["ours"]), median(commits["bare"])
    with a_grid(bench) as grid, a_kiosk(bench) as kiosk:
        frame = median(grid.ask("taps", count=bench.rounds(60, 5)))
        sliding = kiosk.ask("confirms", count=bench.rounds(20, 2), motion=True)
        whole = kiosk.ask("confirms", count=bench.rounds(20, 2), motion=False)
    least = bare + frame
    figures = [
        Figure("confirm, seats committed", ours, bare, CONFIRM_MS, "ms"),
        Figure("confirm to ticket page, sliding in", median(sliding), least, least + PAGE_MS, "ms"),
        Figure("confirm to ticket page, whole", median(whole), least, least + PAGE_MS, "ms"),
    ]
    return Measured(figures, [f"one bare commit {bare:.2f} ms, one bare frame {frame:.2f} ms"])


def measure_week(bench: Bench) -> Measured:
    """Free seats of every session of a week beside one indexed read."""
    with Child(bench, "tests.bench.park_rooms", str(bench.home), SITE) as rooms:
        week = rooms.ask("week", count=bench.rounds(300, 10))
    figure = Figure("free seats of a week", median(week["ours"]), median(week["bare"]), WEEK_MS, "ms")
    return Measured([figure], [f"{week['sessions']} sessions; the bare read has {week['rows']} rows"])
