"""A park that sells."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import POSTGRES, Park, a_park, a_postgres_database, a_store, sqlite_url


@pytest.fixture
def park(tmp_path: Path) -> Iterator[Park]:
    """On the embedded database."""
    store = a_store(sqlite_url(tmp_path))
    yield a_park(store, tmp_path)
    store.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def park_anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Park]:
    """On each database that the program runs on."""
    if request.param == "sqlite":
        store = a_store(sqlite_url(tmp_path))
        yield a_park(store, tmp_path)
        store.close()
        return
    if not POSTGRES:
        pytest.skip("KIOSK_TEST_POSTGRES names no server")
    with a_postgres_database() as url:
        store = a_store(url)
        yield a_park(store, tmp_path)
        store.close()
