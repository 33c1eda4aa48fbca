"""Alembic's entry: runs the migrations on the connection, and in the transaction, that db/upgrade.py gives it."""

from alembic import context  # noqa: TID253 - Alembic itself imports this file

from db.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,  # SQLite can, once sqlite3 no longer commits behind our back: see db/store.py
    transaction_per_migration=False,
    compare_type=True,
)
context.run_migrations()
