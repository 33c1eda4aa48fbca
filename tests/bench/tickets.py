"""A new booking → the bytes that its printer gets: signed, drawn, read back, packed."""

from tests.bench.figures import Figure, Measured, median
from tests.bench.processes import Bench, Child
from tests.bench.windows import SITE

TICKET_MS = 10.0
PAPERS = ("80mm", "58mm", "a6")


def measure(bench: Bench) -> Measured:
    """Each paper beside a bare page of the same size with a QR and lines of text."""
    figures = []
    with Child(bench, "tests.bench.park_rooms", str(bench.home), SITE) as rooms:
        for paper in PAPERS:
            taken = rooms.ask("tickets", paper=paper, count=bench.rounds(61, 6))
            figures.append(Figure(f"ticket on {paper}", median(taken["ours"]), median(taken["bare"]), TICKET_MS, "ms"))
    return Measured(figures)
