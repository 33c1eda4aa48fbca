"""A finger on every page → the next frame, while bookings are written in the kiosk and beside it."""

from tests.bench.figures import Figure, Measured, median, percentile
from tests.bench.processes import Bench
from tests.bench.windows import a_grid, a_kiosk, bookings_written
from ui.shell.flow import PAGES

TIMES_THE_REFERENCE = 1.2
TWO_FRAMES_MS = 2 * 1000 / 60
PAUSE_S = 0.02
"""Between two bookings of the process beside."""


def measure(bench: Bench) -> Measured:
    """Every page by turns with the bare grid. Two questions a page: a control under a finger, and the page opening."""
    pressed: dict[str, list[float]] = {}
    opened: dict[str, list[float]] = {}
    bare: list[float] = []
    notes = []
    with a_grid(bench) as grid, a_kiosk(bench) as kiosk, bookings_written(bench, PAUSE_S):
        kiosk.ask("write", on=True)
        for page in PAGES:
            bare += grid.ask("taps", count=bench.rounds(30, 5))
            answer = kiosk.ask("taps", page=page, count=bench.rounds(100, 8))
            pressed[page] = answer["ms"]
            if answer["mute"]:
                notes.append(f"{page}: look the same under a finger: {'; '.join(answer['mute'])}")
            opened[page] = kiosk.ask("opens", page=page, count=bench.rounds(10, 2))
        kiosk.ask("write", on=False)
    figures = [_median("tap, all pages", _all(pressed), bare), _p99("tap, all pages", _all(pressed), bare)]
    for page, taken in pressed.items():
        if taken:
            figures += [_median(f"tap on {page}", taken, bare), _p99(f"tap on {page}", taken, bare)]
        else:
            notes.append(f"{page}: no control was found to put a finger on")
    figures += [_p99("page opens, all pages", _all(opened), bare)]
    for page, taken in opened.items():
        figures.append(Figure(f"{page} opens, median", median(taken), median(bare), TWO_FRAMES_MS, "ms"))
    return Measured(figures, notes)


def _median(name: str, taken: list[float], bare: list[float]) -> Figure:
    return Figure(f"{name}, median", median(taken), median(bare), TIMES_THE_REFERENCE * median(bare), "ms")


def _p99(name: str, taken: list[float], bare: list[float]) -> Figure:
    return Figure(f"{name}, p99", percentile(taken, 0.99), percentile(bare, 0.99), TWO_FRAMES_MS, "ms")


def _all(pages: dict[str, list[float]]) -> list[float]:
    return [taken for page in pages.values() for taken in page]
