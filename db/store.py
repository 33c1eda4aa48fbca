"""The one way to the database: a Session to read in, and a Session whose transaction writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

BUSY_SECONDS = 30
"""How long a writer waits for the others. A transaction takes a millisecond; this is for a slow disk or a backup."""


class StoreTrouble(Exception):
    """The database can't be used: the world's fault, staff are told what to do.

    `kind` is `busy`, `full`, `damaged`, `readonly` or `unreachable`."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail


_SIGNS = (
    ("locked", "busy"),
    ("busy", "busy"),
    ("full", "full"),
    ("malformed", "damaged"),
    ("not a database", "damaged"),
    ("corrupt", "damaged"),
    ("disk i/o", "damaged"),
    ("readonly", "readonly"),
    ("read-only", "readonly"),
    ("unable to open", "unreachable"),
    ("connection", "unreachable"),
    ("no space left", "full"),
)


def trouble(error: DBAPIError) -> StoreTrouble | None:
    """What an error of the driver means for people; None where it is the program's own fault (a constraint, a typo)."""
    detail = str(error.orig)
    lower = detail.lower()
    for sign, kind in _SIGNS:
        if sign in lower:
            return StoreTrouble(kind, detail)
    return None


class Store:
    """A database that is open. Threads may share it; each transaction has its own connection."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(immediate=True)

    @property
    def url(self) -> str:
        """Where it is, with its password if it has one: not for logs."""
        return self.engine.url.render_as_string(hide_password=False)

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the database and leaves nothing behind. Raises StoreTrouble."""
        with self._session(self.engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One writing transaction, `BEGIN IMMEDIATE` on SQLite: committed at the end, undone by any exception.

        Raises StoreTrouble; IntegrityError where the database refused what must never be."""
        with self._session(self._writing) as session:
            session.connection()  # a session begins at its first statement: too late, if what it reads decides
            yield session
            session.commit()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        try:
            with Session(engine, expire_on_commit=False, autoflush=False) as session:
                yield session
        except OperationalError as error:
            known = trouble(error)
            if known is None:
                raise
            raise known from error
        except DBAPIError as error:
            known = trouble(error)
            if known is None or known.kind != "damaged":
                raise
            raise known from error

    def forget_log(self) -> None:
        """Leave nothing in SQLite's write-ahead log of what has been erased from the tables, unless somebody reads on:
        then the next call does."""
        if self.is_sqlite:
            connection = self.engine.raw_connection()  # without a transaction, in which it can't be done
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                connection.close()

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """Open a database by its SQLAlchemy URL (`sqlite:////…/kiosk.db`, `postgresql+psycopg://…`).

    Nothing is created but an empty SQLite file at the first transaction; `db.upgrade.upgrade` makes the tables."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        # A cable that was cut is noticed on the next use, not by a failed booking.
        engine = create_engine(parsed, pool_pre_ping=True)
    return Store(engine)


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # sqlite3 of Python begins transactions by itself, too late and only before DML, so that neither BEGIN IMMEDIATE nor
    # SAVEPOINT nor DDL in a transaction work; None hands that over to `_begin_sqlite`.
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA recursive_triggers=ON")  # so that REPLACE can't slip past an append-only table
        cursor.execute(
            "PRAGMA secure_delete=ON"
        )  # what is erased is overwritten: personal details, on a public machine
        cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    finally:
        cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
