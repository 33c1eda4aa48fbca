"""Both databases that the program runs on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import POSTGRES, a_postgres_database, sqlite_url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path)
        return
    if not POSTGRES:
        pytest.skip("KIOSK_TEST_POSTGRES names no server")
    with a_postgres_database() as database:
        yield database
