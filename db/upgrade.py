"""Bring a database to the schema of this program, or say why that can't be done.

This module imports neither SQLAlchemy nor Alembic before they are needed: `is_current` is asked at every start."""

import sqlite3
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.store import Store

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x676F6E67  # an arbitrary number that only upgrades of this program lock on PostgreSQL


class UpgradeRefused(Exception):
    """The database stays as it is. `url` names it (without a password), `reason` is a sentence."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason


class DatabaseTooNew(UpgradeRefused):
    """A newer program has been here: `found` is a revision that this one does not know."""

    def __init__(self, url: str, found: str) -> None:
        super().__init__(
            url, f"it was written by a newer version of the program (schema {found}, known up to {head()})"
        )
        self.found = found


class NotOurDatabase(UpgradeRefused):
    """There is something else in it."""


@cache
def head() -> str:
    """The newest revision of this program: migrations are files whose names begin with their number."""
    return max(_known())


@cache
def _known() -> frozenset[str]:
    names = (path.name for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))
    return frozenset(name.split("_", 1)[0] for name in names)


def _sqlite_path(url: str) -> str | None:
    """The file of an SQLite URL; None for another database."""
    if not url.startswith("sqlite"):
        return None
    return url.partition("///")[2].partition("?")[0]


def revision(url: str) -> str | None:
    """The revision that the database is at; None where it does not exist, is empty, or is nothing of ours.

    Raises UpgradeRefused where there is a file that is no database."""
    path = _sqlite_path(url)
    if path is None:
        return _postgres_revision(url)
    if not Path(path).is_file():
        return None
    connection = sqlite3.connect(path, timeout=30)
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return None
        raise UpgradeRefused(path, f"the database can't be read ({error})") from error
    except sqlite3.DatabaseError as error:
        raise UpgradeRefused(path, f"this file is no database, or is damaged ({error})") from error
    finally:
        connection.close()
    return None if row is None else str(row[0])


def _postgres_revision(url: str) -> str | None:
    from db.store import open_store

    store = open_store(url)
    try:
        with store.engine.connect() as connection:
            return _revision_in(connection)
    finally:
        store.close()


def _revision_in(connection: "Connection") -> str | None:
    from sqlalchemy import inspect, text

    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def is_current(url: str) -> bool:
    """Whether the database has exactly the schema of this program; a millisecond on SQLite."""
    return revision(url) == head()


def upgrade(store_or_url: "Store | str") -> None:
    """Bring the database to `head()`, in one transaction: afterwards it is current, or as it was.

    Two programs that start at once do it once. Raises DatabaseTooNew, NotOurDatabase, UpgradeRefused."""
    from sqlalchemy.exc import DBAPIError

    from db.store import open_store

    given = isinstance(store_or_url, str)
    store = open_store(store_or_url) if isinstance(store_or_url, str) else store_or_url
    name = store.engine.url.render_as_string(hide_password=True)
    try:
        with store.engine.execution_options(immediate=True).begin() as connection:
            _upgrade(connection, name)
    except DBAPIError as error:
        raise UpgradeRefused(name, f"the database can't be upgraded ({error.orig})") from error
    finally:
        if given:
            store.close()


def _upgrade(connection: "Connection", name: str) -> None:
    from sqlalchemy import inspect, text

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    found = _revision_in(connection)
    if found == head():
        return
    if found is None and inspect(connection).get_table_names():
        raise NotOurDatabase(name, "there are tables in it that this program did not make")
    if found is not None and found not in _known():
        raise DatabaseTooNew(name, found)

    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
