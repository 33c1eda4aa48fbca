"""`build/bench.json` has the form that others read: DESIGN §5."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import doc
from tests.bench.__main__ import PARTS
from tests.bench.figures import Figure, percentile, slope, table, write_json

ROOT = Path(__file__).resolve().parents[2]
FORM = {"name": str, "ours": float, "reference": float, "ratio": float, "budget": float, "unit": str, "ok": bool}


@pytest.mark.timeout(120)
def test_a_part_leaves_its_figures_beside_their_references(tmp_path: Path) -> None:
    file = tmp_path / "bench.json"
    words = [sys.executable, "-m", "tests.bench", "week", "--quick", "--out", str(file)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    rows = json.loads(file.read_text(encoding="utf-8"))
    assert [row["name"] for row in rows] == ["free seats of a week"]
    for row in rows:
        assert list(row) == list(FORM)
        assert all(isinstance(row[key], kind) for key, kind in FORM.items())
        assert row["ours"] > 0 < row["reference"]
        assert row["ratio"] == pytest.approx(row["ours"] / row["reference"], rel=0.05)
        assert row["ok"] is (row["ours"] <= row["budget"])
    assert "free seats of a week" in done.stdout


def test_a_part_that_does_not_exist_is_wrong_use() -> None:
    words = [sys.executable, "-m", "tests.bench", "coffee"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "coffee" in done.stderr
    assert all(part in done.stderr for part in PARTS)


def test_what_is_over_its_budget_is_told_and_what_has_no_reference_has_no_ratio(tmp_path: Path) -> None:
    figures = [Figure("idle", 0.5, 0.0, 1.0, "%"), Figure("start", 300.0, 150.0, 187.5, "ms")]
    write_json(figures, tmp_path / "bench.json")
    idle, start = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert (idle["ratio"], idle["ok"]) == (None, True)
    assert (start["ratio"], start["ok"]) == (2.0, False)
    lines = table(figures).splitlines()
    assert [line.endswith("OVER") for line in lines] == [False, False, True]


def test_the_table_of_the_document_is_filled_between_its_marks(tmp_path: Path) -> None:
    write_json([Figure("start", 300.0, 150.0, 187.5, "ms")], tmp_path / "bench.json")
    page = tmp_path / "figures.md"
    page.write_text(f"before\n{doc.BEGIN}\nold\n{doc.END}\nafter\n", encoding="utf-8")
    assert doc.write_doc(tmp_path / "bench.json", page) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "| start | 300 | 150 | 2.00 | 188 | ms | over |" in text
    assert "old" not in text


def test_without_figures_the_document_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "figures.md"
    page.write_text(f"{doc.BEGIN}\nold\n{doc.END}\n", encoding="utf-8")
    assert doc.write_doc(tmp_path / "bench.json", page) == 2
    assert "make bench" in capsys.readouterr().err
    assert "old" in page.read_text(encoding="utf-8")


def test_growth_is_the_slope_and_not_the_difference_of_two_looks() -> None:
    flat_but_for_its_ends = [(0.0, 60.0), (1.0, 80.0), (2.0, 80.0), (3.0, 80.0), (4.0, 60.0)]
    assert slope(flat_but_for_its_ends) == pytest.approx(0.0)
    assert slope([(0.0, 10.0), (2.0, 11.0)]) == pytest.approx(0.5)


def test_of_a_hundred_values_one_may_lie_above_the_99th_percentile() -> None:
    assert percentile([float(value) for value in range(1, 101)], 0.99) == 99.0
