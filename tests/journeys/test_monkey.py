"""A hand that means nothing, for twenty seconds; `make soak` lets it go on for longer."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.journeys.monkey import Monkey, prepare


@pytest.mark.parametrize(("site", "seed"), [("tianning", 11), ("enamel", 12)])
def test_random_tapping_says_nothing_and_ends_on_the_attract_screen(
    qapp: QGuiApplication, made_home: Path, tmp_path: Path, site: str, seed: int
) -> None:
    home = tmp_path / "home"
    shutil.copytree(made_home, home)
    prepare(home)
    told = Monkey(home, site, seed).run(10)
    assert told.said == []
    assert told.ended_on == "attract"
    assert sum(told.done.values()) > 20
    assert len(told.pages) > 3
