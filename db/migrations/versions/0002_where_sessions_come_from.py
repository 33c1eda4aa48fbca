"""A session says where it came from, so that one which the week has dropped is not taken for one put there by hand."""

from alembic import op  # noqa: TID253 - Alembic itself imports this file

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Written out because both databases take a column with its check at once, and SQLite takes no check afterwards.
    op.execute(
        "ALTER TABLE sessions ADD COLUMN origin TEXT DEFAULT 'hand' NOT NULL"
        " CONSTRAINT ck_sessions_origin CHECK (origin IN ('hand', 'week', 'left_over'))"
    )
    op.execute("UPDATE sessions SET origin = 'week' WHERE weekly_id IS NOT NULL")
