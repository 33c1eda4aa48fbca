"""A park that sells, on a copy of a database that was upgraded once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import open_store
from tests.builders import POSTGRES, Park, a_park, a_postgres_database, a_store, sqlite_url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a database with its tables."""
    folder = tmp_path_factory.mktemp("template")
    a_store(sqlite_url(folder)).close()
    return next(folder.glob("*.sqlite3"))


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """The same on the server of the tests."""
    if not POSTGRES:
        pytest.skip("KIOSK_TEST_POSTGRES names no server")
    with a_postgres_database() as url:
        a_store(url).close()
        yield url


@pytest.fixture
def park(tmp_path: Path, sqlite_template: Path) -> Iterator[Park]:
    """On the embedded database."""
    shutil.copy(sqlite_template, tmp_path)
    store = open_store(sqlite_url(tmp_path))
    yield a_park(store, tmp_path)
    store.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def park_anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Park]:
    """On each database that the program runs on."""
    if request.param == "sqlite":
        yield request.getfixturevalue("park")
        return
    with a_postgres_database(like=request.getfixturevalue("postgres_template")) as url:
        store = open_store(url)
        yield a_park(store, tmp_path)
        store.close()
