"""Options of the tests."""

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # no test fails by the machine's mood


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--store-pictures` is for the one who has looked at every page and finds them good."""
    parser.addoption(
        "--store-pictures",
        action="store_true",
        help="write the pictures of tests/ui/pictures anew instead of comparing the pages with them",
    )
