"""Fills the table of docs/figures.md from the JSON that a run has left."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.bench.processes import ROOT

DOC = ROOT / "docs" / "figures.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def write_doc(file: Path, doc: Path = DOC) -> int:
    """Put the table between the two marks. 2 when the file or the marks are not there."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        print(f"{file}: cannot be read ({error.strerror}); run `make bench` first", file=sys.stderr)
        return 2
    text = doc.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        print(f"{doc}: the marks {BEGIN} and {END} are missing", file=sys.stderr)
        return 2
    doc.write_text(f"{before}{BEGIN}\n{markdown(rows)}\n{END}{after}", encoding="utf-8")
    return 0


def markdown(rows: Sequence[Mapping[str, Any]]) -> str:
    """The figures as a table.

    >>> print(markdown([{"name": "a", "ours": 1.234, "reference": 1, "ratio": 1.234, "budget": 2, "unit": "ms",
    ...                  "ok": True}]).splitlines()[2])
    | a | 1.23 | 1.00 | 1.23 | 2.00 | ms | |
    """
    lines = ["| figure | ours | reference | ratio | budget | unit | |", "| --- | --: | --: | --: | --: | --- | --- |"]
    for row in rows:
        ratio = "–" if row["ratio"] is None else f"{row['ratio']:.2f}"
        numbers = " | ".join((_number(row["ours"]), _number(row["reference"]), ratio, _number(row["budget"])))
        over = "" if row["ok"] else " over"
        lines.append(f"| {row['name']} | {numbers} | {row['unit']} |{over} |")
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}"
