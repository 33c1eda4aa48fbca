"""The processes with a window, open and ready: the kiosk, and the bare grid beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench.processes import Bench, Child

SITE = "enamel"
"""The park that is shown where a part needs only one."""


@contextmanager
def a_kiosk(bench: Bench, site: str = SITE) -> Iterator[Child]:
    """The kiosk of a site, furnished and at rest."""
    with Child(bench, "tests.bench.kiosk_window", str(bench.home), site) as kiosk:
        kiosk.ask("open")
        yield kiosk


@contextmanager
def a_grid(bench: Bench) -> Iterator[Child]:
    """The bare grid of buttons, painted."""
    with Child(bench, "tests.bench.bare_grid") as grid:
        grid.ask("open")
        yield grid


@contextmanager
def bookings_written(bench: Bench, pause_s: float, site: str = SITE) -> Iterator[None]:
    """Beside all that happens meanwhile, another process books and cancels."""
    with Child(bench, "tests.bench.writing", str(bench.home), site, str(pause_s)) as writer:
        writer.ask("begin")
        yield
        writer.ask("end")
