"""The schema: models and migrations agree, an upgrade is whole or is refused in a sentence."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import Connection, inspect, select, text

from db.models import Base, Device
from db.store import open_store
from db.upgrade import DatabaseTooNew, NotOurDatabase, UpgradeRefused, head, is_current, revision, upgrade
from tests.builders import NOON, a_park, a_store, sqlite_url
from tests.db.one_of_each import a_copy, make_one_of_each


def test_models_and_migrations_agree(url: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    store = a_store(url)
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    store.close()


def test_the_newest_file_is_the_head_that_alembic_sees() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    import db.migrations

    config = Config()
    config.set_main_option("script_location", str(Path(db.migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [head()]


def test_an_upgrade_keeps_the_rows_and_can_be_done_again(url: str, tmp_path: Path) -> None:
    assert not is_current(url)
    assert revision(url) is None
    upgrade(url)
    assert is_current(url)
    store = open_store(url)
    a_park(store, tmp_path)
    upgrade(store)
    with store.read() as session:
        assert session.execute(text("SELECT slug FROM sites")).scalars().all() == ["works"]
        assert session.execute(text("SELECT count(*) FROM categories")).scalar() == 5
    store.close()


def test_two_programs_that_start_at_once_upgrade_once(url: str) -> None:
    failures: list[Exception] = []

    def start() -> None:
        try:
            upgrade(url)
        except Exception as error:
            failures.append(error)

    threads = [Thread(target=start) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert is_current(url)


def test_a_database_of_a_newer_program_is_left_alone(url: str) -> None:
    upgrade(url)
    store = open_store(url)
    with store.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(DatabaseTooNew) as refused:
        upgrade(url)
    assert refused.value.found == "9999"
    assert revision(url) == "9999"
    assert not is_current(url)


def test_a_database_of_somebody_else_is_left_alone(url: str) -> None:
    store = open_store(url)
    with store.write() as session:
        session.execute(text("CREATE TABLE recipes (name TEXT)"))
    store.close()
    with pytest.raises(NotOurDatabase):
        upgrade(url)


def test_a_file_that_is_no_database_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "gongfang.sqlite3"
    path.write_bytes(b"this is a shopping list, not a database" * 100)
    with pytest.raises(UpgradeRefused, match="no database"):
        is_current(sqlite_url(tmp_path))
    with pytest.raises(UpgradeRefused):
        upgrade(sqlite_url(tmp_path))


def test_an_upgrade_that_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic.operations import Operations

    url = sqlite_url(tmp_path)
    before = Operations.create_table
    made: list[str] = []

    def fails_at_the_tenth(self: Operations, name: str, *args: Any, **more: Any) -> object:
        made.append(name)
        if len(made) == 10:
            raise sqlite3.OperationalError("disk full, say")
        return before(self, name, *args, **more)

    with monkeypatch.context() as patched:
        patched.setattr(Operations, "create_table", fails_at_the_tenth)
        with pytest.raises(sqlite3.OperationalError):
            upgrade(url)
    assert revision(url) is None
    upgrade(url)
    assert is_current(url)


def test_asking_whether_it_is_current_imports_no_database_toolkit(tmp_path: Path) -> None:
    upgrade(sqlite_url(tmp_path))
    ask = (
        "import sys; from db.upgrade import is_current; assert is_current(sys.argv[1]);"
        "print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", ask, sqlite_url(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_tables_are_strict_and_writers_take_the_lock_at_once(tmp_path: Path) -> None:
    store = a_store(sqlite_url(tmp_path))
    with store.read() as session:
        pragmas = ("journal_mode", "synchronous", "foreign_keys")
        values = [session.execute(text(f"PRAGMA {name}")).scalar() for name in pragmas]
        strict = session.execute(text("SELECT min(strict) FROM pragma_table_list WHERE name = 'bookings'")).scalar()
    assert values == ["wal", 2, 1]
    assert strict == 1
    with store.write():
        other = sqlite3.connect(tmp_path / "gongfang.sqlite3", timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
    store.close()


def test_a_savepoint_undoes_its_own_part_alone(url: str) -> None:
    store = a_store(url)
    with store.write() as session:
        session.add(Device(name="kept", number=1, created_at=NOON))
        session.flush()
        inner = session.begin_nested()
        session.add(Device(name="undone", number=2, created_at=NOON))
        session.flush()
        inner.rollback()
    with store.read() as session:
        assert session.execute(text("SELECT name FROM devices")).scalars().all() == ["kept"]
    store.close()


def test_sessions_of_an_older_program_keep_where_they_came_from(url: str) -> None:
    """0002, on rows: what a week had made follows it, what staff had put there stays theirs."""
    store = a_store(url)
    sessions = Base.metadata.tables["sessions"]
    with store.engine.begin() as tx:
        rows = make_one_of_each(tx)
        by_hand = a_copy(sessions, rows) | {"weekly_id": None}
        tx.execute(sessions.insert(), by_hand)
        tx.execute(sessions.update().where(sessions.c.id != by_hand["id"]).values(weekly_id=rows["weekly"]["id"]))
        tx.execute(text("ALTER TABLE sessions DROP COLUMN origin"))
        without_plates(tx)
        tx.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    upgrade(store)
    with store.engine.connect() as tx:
        found = dict(tx.execute(select(sessions.c.id, sessions.c.origin)).tuples().all())
    assert found == {rows["sessions"]["id"]: "week", by_hand["id"]: "hand"}
    assert is_current(url)
    store.close()


def test_a_database_of_an_older_program_takes_in_plates_and_loses_nothing(url: str) -> None:
    """0003, on rows: every other table is as it was; the two new ones are there and empty."""
    store = a_store(url)
    with store.engine.begin() as tx:
        rows = make_one_of_each(tx)
        without_plates(tx)
        tx.execute(text("UPDATE alembic_version SET version_num = '0002'"))
        before = counted(tx)
    upgrade(store)
    with store.engine.begin() as tx:
        assert counted(tx) == before | {"keepsakes": 0, "ticket_drawings": 0}
        for name in ("keepsakes", "ticket_drawings"):
            tx.execute(Base.metadata.tables[name].insert(), rows[name])
        tx.rollback()
    assert is_current(url)
    store.close()


def without_plates(tx: Connection) -> None:
    """As before 0003."""
    for name in ("keepsakes", "ticket_drawings"):
        tx.execute(text(f"DROP TABLE {name}"))


def counted(tx: Connection) -> dict[str, int]:
    """How many rows each table has."""
    names = [name for name in inspect(tx).get_table_names() if name != "alembic_version"]
    return {name: tx.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in names}
