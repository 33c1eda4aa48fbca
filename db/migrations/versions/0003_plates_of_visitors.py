"""Visitors' plates: those that are kept for the gallery, and the one that a ticket is printed with."""

import sqlalchemy as sa
from alembic import op  # noqa: TID253 - Alembic itself imports this file

import db.types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "keepsakes",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("drawing", sa.Text(), nullable=False),
        sa.Column("made_at", db.types.UtcTime(), nullable=False),
        sa.Column("looked_at", db.types.UtcTime(), nullable=True),
        sa.CheckConstraint("length(code) = 4", name=op.f("ck_keepsakes_code")),
        sa.CheckConstraint("state IN ('waiting', 'shown', 'hidden')", name=op.f("ck_keepsakes_state")),
        sa.CheckConstraint("(state = 'waiting') = (looked_at IS NULL)", name=op.f("ck_keepsakes_looked_at")),
        sa.CheckConstraint("length(drawing) BETWEEN 2 AND 160000", name=op.f("ck_keepsakes_drawing")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_keepsakes_device_id")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_keepsakes_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keepsakes")),
        sa.UniqueConstraint("site_id", "code", name=op.f("uq_keepsakes_site_id_code")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_keepsakes_site_id_state_made_at"), "keepsakes", ["site_id", "state", "made_at"])
    op.create_table(
        "ticket_drawings",
        sa.Column("booking_id", db.types.Uuid(), nullable=False),
        sa.Column("drawing", sa.Text(), nullable=False),
        sa.CheckConstraint("length(drawing) BETWEEN 2 AND 160000", name=op.f("ck_ticket_drawings_drawing")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_ticket_drawings_booking_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_ticket_drawings")),
        sqlite_strict=True,
    )
