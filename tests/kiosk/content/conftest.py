"""What every test of packs begins with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store
from tests.kiosk.content import a_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A sound pack."""
    return a_pack.write_pack(tmp_path / "works")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database."""
    store = a_pack.a_store(tmp_path)
    yield store
    store.close()
