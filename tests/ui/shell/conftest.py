"""A kiosk of the shell alone: sample pages, and a park with nobody behind the desk."""

import logging

import pytest

from tests.ui.conftest import OpenKiosk
from tests.ui.shell.a_park import QuietPark, sample_pages
from ui.shell.walker import Walker


@pytest.fixture
def park() -> QuietPark:
    return QuietPark()


@pytest.fixture
def walker(open_kiosk: OpenKiosk, park: QuietPark, qt_warnings: list[logging.LogRecord]) -> Walker:
    walker = open_kiosk(build=lambda: park, **sample_pages())
    walker.wait_for(lambda: not walker.program.preparing, "all pages to be compiled")
    walker.settle()
    # Most of the flow's pages have no sample: the shell says so of each, and goes on.
    assert all("page «" in record.getMessage() for record in qt_warnings)
    qt_warnings.clear()
    return walker
