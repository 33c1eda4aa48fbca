"""One measured figure, and the forms in which all of them are told: `build/bench.json` and a table."""

import json
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of `bench.json`. `ours`, `reference` and `budget` are all in `unit`; `budget` is the most that is good.

    A budget of "1.25 × the reference" is told as that product, so that `ok` is always `ours <= budget`.
    """

    name: str
    ours: float
    reference: float
    budget: float
    unit: str

    @property
    def ratio(self) -> float | None:
        """Ours by the reference's; None where the reference is nothing at all."""
        return self.ours / self.reference if self.reference > 0 else None

    @property
    def ok(self) -> bool:
        """Within its budget."""
        return self.ours <= self.budget

    def row(self) -> dict[str, Any]:
        """As DESIGN §5 has it."""
        ratio = self.ratio
        return {
            "name": self.name,
            "ours": round(self.ours, 4),
            "reference": round(self.reference, 4),
            "ratio": None if ratio is None else round(ratio, 3),
            "budget": round(self.budget, 4),
            "unit": self.unit,
            "ok": self.ok,
        }


@dataclass(frozen=True, slots=True)
class Measured:
    """What one part of the bench came to, with remarks for the terminal."""

    figures: Sequence[Figure]
    notes: Sequence[str] = ()


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return float(statistics.median(values))


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest value that at least `part` (0 to 1) of all do not exceed.

    >>> percentile([5.0, 1.0, 3.0, 2.0, 4.0], 0.8)
    4.0
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def slope(samples: Sequence[tuple[float, float]]) -> float:
    """By how much the second grows for each one of the first: a straight line through (x, y) by least squares.

    >>> slope([(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)])
    2.0
    """
    middle_x = statistics.fmean(x for x, _ in samples)
    middle_y = statistics.fmean(y for _, y in samples)
    width = sum((x - middle_x) ** 2 for x, _ in samples)
    return sum((x - middle_x) * (y - middle_y) for x, y in samples) / width if width else 0.0


def write_json(figures: Sequence[Figure], file: Path) -> None:
    """Leave the list for those who compare runs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [figure.row() for figure in figures]
    file.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def table(figures: Sequence[Figure]) -> str:
    """For people: a line a figure, the ones over their budget marked."""
    lines = [("figure", "ours", "reference", "ratio", "budget", "unit", "")]
    for figure in figures:
        ratio = "–" if figure.ratio is None else f"{figure.ratio:.2f}"
        lines.append(
            (
                figure.name,
                _number(figure.ours),
                _number(figure.reference),
                ratio,
                _number(figure.budget),
                figure.unit,
                "" if figure.ok else "OVER",
            )
        )
    widths = [max(len(line[column]) for line in lines) for column in range(7)]
    return "\n".join(
        line[0].ljust(widths[0])
        + "".join(f"  {line[column].rjust(widths[column])}" for column in range(1, 5))
        + f"  {line[5].ljust(widths[5])}  {line[6]}".rstrip()
        for line in lines
    )


def _number(value: float) -> str:
    if value == 0:
        return "0"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}" if abs(value) >= 1 else f"{value:.3f}"
