"""A park in a database, and the catalogue over it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from db.store import Store
from kiosk.catalogue import Catalogue
from kiosk.clock import SetClock
from kiosk.events import Events
from tests.kiosk.content import a_pack


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A database with the works in it."""
    store = a_pack.a_store(tmp_path)
    a_pack.a_room(store, tmp_path / "media").import_pack(a_pack.write_pack(tmp_path / "works"))
    yield store
    store.close()


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai")))


@pytest.fixture
def catalogue(store: Store, tmp_path: Path, clock: SetClock) -> Catalogue:
    return Catalogue(store, tmp_path / "media", clock, Events())
