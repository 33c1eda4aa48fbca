"""A plan is measured in its drawing."""

import logging
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from ui.visitor.plan import UnreadablePlan, read_plan

PLAN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="100 50 1000 500">
<g transform="translate(100,50)">
<g id="zone-hall"><rect x="100" y="100" width="200" height="100" fill="#fff"/></g>
<rect id="zone-kiln" x="700" y="300" width="100" height="100" fill="#fff"/>
<circle id="way-hall" cx="200" cy="250" r="5" fill="#fff"/>
<circle id="way-corner" cx="750" cy="250" r="5" fill="#fff"/>
<circle id="way-kiln" cx="750" cy="290" r="5" fill="#fff"/>
</g></svg>"""


@pytest.fixture
def plan_file(tmp_path: Path, qapp: QGuiApplication) -> Path:
    file = tmp_path / "map.svg"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_a_zone_lies_where_it_is_drawn_whatever_the_sheet_begins_with(plan_file: Path) -> None:
    plan = read_plan(plan_file, ["hall", "kiln", "attic"])
    hall = plan.zones["hall"]
    assert (hall.x, hall.y, hall.width, hall.height) == pytest.approx((0.1, 0.2, 0.2, 0.2))
    assert hall.middle == pytest.approx((0.2, 0.3))
    assert "attic" not in plan.zones


def test_the_way_turns_at_the_corner_and_is_the_same_back(plan_file: Path) -> None:
    plan = read_plan(plan_file, ["hall", "kiln"])
    way = plan.way("hall", "kiln")
    assert [place for stop in way for place in stop] == pytest.approx([0.2, 0.5, 0.75, 0.5, 0.75, 0.58])
    assert plan.way("kiln", "hall") == way[::-1]


def test_no_way_leads_to_where_one_stands_or_to_what_is_not_drawn(plan_file: Path) -> None:
    plan = read_plan(plan_file, ["hall", "kiln"])
    assert plan.way("hall", "hall") == ()
    assert plan.way("hall", "attic") == ()
    assert plan.place("attic") is None
    assert plan.place("hall") == pytest.approx((0.2, 0.5))


def test_what_is_no_drawing_is_named(
    tmp_path: Path, qapp: QGuiApplication, qt_warnings: list[logging.LogRecord]
) -> None:
    file = tmp_path / "broken.svg"
    file.write_text("not a drawing", encoding="utf-8")
    with pytest.raises(UnreadablePlan, match=r"broken\.svg"):
        read_plan(file, ["hall"])
    assert "broken.svg" in qt_warnings[0].getMessage()
    qt_warnings.clear()
