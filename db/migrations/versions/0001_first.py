"""The first schema: content, bookings with their seats and money, counts, staff, devices."""

import sqlalchemy as sa
from alembic import op  # noqa: TID253 - Alembic itself imports this file

import db.types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("payments", "refunds", "check_ins", "counts", "audit_entries")


def upgrade() -> None:
    create_tables()
    for table in APPEND_ONLY:
        refuse_changes(table)


def refuse_changes(table: str) -> None:
    """Rows of this table are written once: a correction is a new row that names the old one."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            """
            CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
            END $$
            """
        )
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def create_tables() -> None:  # noqa: PLR0915 - a table a statement
    op.create_table(
        "devices",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("incarnation", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("next_serial", sa.Integer(), nullable=False),
        sa.Column("created_at", db.types.UtcTime(), nullable=False),
        sa.CheckConstraint("kind IN ('kiosk', 'desk', 'door', 'counter')", name=op.f("ck_devices_kind")),
        sa.CheckConstraint("incarnation >= 1", name=op.f("ck_devices_incarnation")),
        sa.CheckConstraint("next_serial >= 1 AND next_serial < 268435456", name=op.f("ck_devices_next_serial")),
        sa.CheckConstraint("number BETWEEN 1 AND 4095", name=op.f("ck_devices_number")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
        sa.UniqueConstraint("number", name=op.f("uq_devices_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "holiday_years",
        sa.Column("calendar", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("calendar", "year", name=op.f("pk_holiday_years")),
        sqlite_strict=True,
    )
    op.create_table(
        "media",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("size", db.types.Big, nullable=False),
        sa.Column("stored_at", db.types.UtcTime(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_media_sha256")),
        sa.CheckConstraint("size >= 0", name=op.f("ck_media_size")),
        sa.CheckConstraint("width > 0 AND height > 0", name=op.f("ck_media_extent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
        sa.UniqueConstraint("sha256", name=op.f("uq_media_sha256")),
        sqlite_strict=True,
    )
    op.create_table(
        "sites",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("theme_colours", db.types.Json(), nullable=True),
        sa.Column("attract", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("map_path", sa.Text(), nullable=True),
        sa.Column("motif_path", sa.Text(), nullable=True),
        sa.Column("here", sa.Text(), nullable=False),
        sa.Column("calendar", sa.Text(), nullable=True),
        sa.Column("holiday_open", sa.Integer(), nullable=True),
        sa.Column("holiday_close", sa.Integer(), nullable=True),
        sa.Column("days_ahead", sa.Integer(), nullable=False),
        sa.Column("cutoff_minutes", sa.Integer(), nullable=False),
        sa.Column("pack_format", sa.Integer(), nullable=False),
        sa.Column("pack_hash", sa.Text(), nullable=False),
        sa.Column("imported_at", db.types.UtcTime(), nullable=False),
        sa.CheckConstraint("(holiday_open IS NULL) = (holiday_close IS NULL)", name=op.f("ck_sites_holiday_hours")),
        sa.CheckConstraint("cutoff_minutes >= 0", name=op.f("ck_sites_cutoff")),
        sa.CheckConstraint("days_ahead >= 0", name=op.f("ck_sites_days_ahead")),
        sa.CheckConstraint("holiday_close IS NULL OR holiday_close <= 1440", name=op.f("ck_sites_holiday_close")),
        sa.CheckConstraint(
            "holiday_open IS NULL OR (holiday_open >= 0 AND holiday_open < holiday_close)",
            name=op.f("ck_sites_holiday"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sites")),
        sa.UniqueConstraint("slug", name=op.f("uq_sites_slug")),
        sqlite_strict=True,
    )
    op.create_table(
        "categories",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", db.types.Json(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("is_adult", db.types.Flag(), nullable=False),
        sa.Column("needs_adult", db.types.Flag(), nullable=False),
        sa.Column("takes_seat", db.types.Flag(), nullable=False),
        sa.Column("companion_of", sa.Text(), nullable=True),
        sa.Column("any_of", db.types.Json(), nullable=False),
        sa.Column("proof", db.types.Json(), nullable=False),
        sa.Column("active", db.types.Flag(), nullable=False),
        sa.CheckConstraint("companion_of IS NULL OR companion_of <> slug", name=op.f("ck_categories_companion")),
        sa.CheckConstraint("percent >= 0 AND percent <= 100", name=op.f("ck_categories_percent")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_categories_site_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_categories")),
        sa.UniqueConstraint("site_id", "slug", name=op.f("uq_categories_site_id_slug")),
        sqlite_strict=True,
    )
    op.create_table(
        "clock_anchors",
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("boot", sa.Text(), nullable=False),
        sa.Column("offset", db.types.Big, nullable=False),
        sa.Column("wall_offset", db.types.Big, nullable=False),
        sa.Column("latest_wall", db.types.UtcTime(), nullable=False),
        sa.Column("anchored_at", db.types.UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_clock_anchors_device_id")),
        sa.PrimaryKeyConstraint("device_id", "boot", name=op.f("pk_clock_anchors")),
        sqlite_strict=True,
    )
    op.create_table(
        "clock_jumps",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("boot", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("wall_before", db.types.UtcTime(), nullable=False),
        sa.Column("wall_after", db.types.UtcTime(), nullable=False),
        sa.Column("seconds", db.types.Real, nullable=False),
        sa.CheckConstraint("kind IN ('jump', 'boot', 'set_by_staff')", name=op.f("ck_clock_jumps_kind")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_clock_jumps_device_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_jumps")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_clock_jumps_device_id_wall_after"), "clock_jumps", ["device_id", "wall_after"], unique=False
    )
    op.create_table(
        "closed_days",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("first_day", db.types.Day(), nullable=False),
        sa.Column("last_day", db.types.Day(), nullable=False),
        sa.Column("note", db.types.Json(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_closed_days_order")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_closed_days_site_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_days")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_closed_days_site_id"), "closed_days", ["site_id"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("at", db.types.UtcTime(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_feedback_score")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_feedback_device_id")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_feedback_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_feedback_site_id_at"), "feedback", ["site_id", "at"], unique=False)
    op.create_table(
        "holidays",
        sa.Column("calendar", sa.Text(), nullable=False),
        sa.Column("day", db.types.Day(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", db.types.Json(), nullable=False),
        sa.CheckConstraint("kind IN ('holiday', 'shifted_work')", name=op.f("ck_holidays_kind")),
        sa.ForeignKeyConstraint(
            ["calendar", "year"],
            ["holiday_years.calendar", "holiday_years.year"],
            name=op.f("fk_holidays_calendar_year"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("calendar", "day", name=op.f("pk_holidays")),
        sqlite_strict=True,
    )
    op.create_table(
        "kiosk_visits",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("started_at", db.types.UtcTime(), nullable=False),
        sa.Column("seconds", db.types.Real, nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("taps", sa.Integer(), nullable=False),
        sa.Column("accessible", db.types.Flag(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.CheckConstraint("outcome IN ('left', 'booked', 'timed_out')", name=op.f("ck_kiosk_visits_outcome")),
        sa.CheckConstraint("seconds >= 0", name=op.f("ck_kiosk_visits_seconds")),
        sa.CheckConstraint("taps >= 0", name=op.f("ck_kiosk_visits_taps")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_kiosk_visits_device_id")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_kiosk_visits_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kiosk_visits")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_kiosk_visits_site_id_started_at"), "kiosk_visits", ["site_id", "started_at"], unique=False)
    op.create_table(
        "opening_hours",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("days", db.types.Json(), nullable=False),
        sa.Column("first_day", db.types.Day(), nullable=True),
        sa.Column("last_day", db.types.Day(), nullable=True),
        sa.Column("open_minute", sa.Integer(), nullable=False),
        sa.Column("close_minute", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "first_day IS NULL OR last_day IS NULL OR first_day <= last_day", name=op.f("ck_opening_hours_season")
        ),
        sa.CheckConstraint(
            "open_minute >= 0 AND open_minute < close_minute AND close_minute <= 1440",
            name=op.f("ck_opening_hours_minutes"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_opening_hours_site_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_hours")),
        sa.UniqueConstraint("site_id", "position", name=op.f("uq_opening_hours_site_id_position")),
        sqlite_strict=True,
    )
    op.create_table(
        "refund_rules",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hours_before", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.CheckConstraint("hours_before >= 0", name=op.f("ck_refund_rules_hours")),
        sa.CheckConstraint("percent >= 0 AND percent <= 100", name=op.f("ck_refund_rules_percent")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_refund_rules_site_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refund_rules")),
        sa.UniqueConstraint("site_id", "position", name=op.f("uq_refund_rules_site_id_position")),
        sqlite_strict=True,
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", db.types.Json(), nullable=True),
        sa.Column("device_id", db.types.Uuid(), nullable=True),
        sa.Column("changed_at", db.types.UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_settings_device_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
        sqlite_strict=True,
    )
    op.create_table(
        "site_files",
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("media_id", db.types.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_site_files_media_id")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_site_files_site_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("site_id", "path", name=op.f("pk_site_files")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_site_files_media_id"), "site_files", ["media_id"], unique=False)
    op.create_table(
        "site_texts",
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tagline", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_site_texts_site_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("site_id", "lang", name=op.f("pk_site_texts")),
        sqlite_strict=True,
    )
    op.create_table(
        "sources",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", db.types.Json(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_sources_site_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("site_id", "slug", name=op.f("uq_sources_site_id_slug")),
        sqlite_strict=True,
    )
    op.create_table(
        "staff",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=True),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.Column("active", db.types.Flag(), nullable=False),
        sa.Column("failed_tries", sa.Integer(), nullable=False),
        sa.Column("locked_until", db.types.UtcTime(), nullable=True),
        sa.Column("created_at", db.types.UtcTime(), nullable=False),
        sa.CheckConstraint("role IN ('door', 'desk', 'manager', 'technician')", name=op.f("ck_staff_role")),
        sa.CheckConstraint("failed_tries >= 0", name=op.f("ck_staff_failed_tries")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_staff_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("login", name=op.f("uq_staff_login")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_staff_site_id"), "staff", ["site_id"], unique=False)
    op.create_table(
        "zones",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_zones_site_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zones")),
        sa.UniqueConstraint("site_id", "slug", name=op.f("uq_zones_site_id_slug")),
        sqlite_strict=True,
    )
    op.create_table(
        "audit_entries",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("sequence", db.types.Big, nullable=False),
        sa.Column("at", db.types.UtcTime(), nullable=False),
        sa.Column("staff_id", db.types.Uuid(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", db.types.Json(), nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(hash) = 32 AND length(previous_hash) = 32", name=op.f("ck_audit_entries_hash")),
        sa.CheckConstraint("sequence >= 1", name=op.f("ck_audit_entries_sequence")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_audit_entries_device_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_audit_entries_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entries")),
        sa.UniqueConstraint("device_id", "sequence", name=op.f("uq_audit_entries_device_id_sequence")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_audit_entries_at"), "audit_entries", ["at"], unique=False)
    op.create_index(op.f("ix_audit_entries_subject"), "audit_entries", ["subject"], unique=False)
    op.create_table(
        "counts",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("zone_id", db.types.Uuid(), nullable=True),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("boot", sa.Text(), nullable=False),
        sa.Column("sequence", db.types.Big, nullable=False),
        sa.Column("at", db.types.UtcTime(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("went_in", sa.Integer(), nullable=False),
        sa.Column("went_out", sa.Integer(), nullable=False),
        sa.Column("corrects_id", db.types.Uuid(), nullable=True),
        sa.Column("staff_id", db.types.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind <> 'correction' OR (staff_id IS NOT NULL AND reason <> '')", name=op.f("ck_counts_named")
        ),
        sa.CheckConstraint(
            "kind = 'correction' OR (went_in >= 0 AND went_out >= 0)", name=op.f("ck_counts_not_negative")
        ),
        sa.CheckConstraint("kind IN ('counted', 'tapped', 'correction')", name=op.f("ck_counts_kind")),
        sa.ForeignKeyConstraint(["corrects_id"], ["counts.id"], name=op.f("fk_counts_corrects_id")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_counts_device_id")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_counts_site_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_counts_staff_id")),
        sa.ForeignKeyConstraint(["zone_id"], ["zones.id"], name=op.f("fk_counts_zone_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counts")),
        sa.UniqueConstraint(
            "device_id", "counter", "boot", "sequence", name=op.f("uq_counts_device_id_counter_boot_sequence")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_counts_site_id_at"), "counts", ["site_id", "at"], unique=False)
    op.create_table(
        "exhibits",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("zone_id", db.types.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=True),
        sa.Column("interactive", sa.Text(), nullable=True),
        sa.Column("parameters", db.types.Json(), nullable=False),
        sa.Column("related", db.types.Json(), nullable=False),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_exhibits_minutes")),
        sa.ForeignKeyConstraint(
            ["site_id", "picture"],
            ["site_files.site_id", "site_files.path"],
            name=op.f("fk_exhibits_site_id_picture"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_exhibits_site_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["zone_id"], ["zones.id"], name=op.f("fk_exhibits_zone_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exhibits")),
        sa.UniqueConstraint("site_id", "slug", name=op.f("uq_exhibits_site_id_slug")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_exhibits_zone_id"), "exhibits", ["zone_id"], unique=False)
    op.create_table(
        "kiosk_pages",
        sa.Column("visit_id", db.types.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("seconds", db.types.Real, nullable=False),
        sa.CheckConstraint("seconds >= 0", name=op.f("ck_kiosk_pages_seconds")),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["kiosk_visits.id"], name=op.f("fk_kiosk_pages_visit_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("visit_id", "position", name=op.f("pk_kiosk_pages")),
        sqlite_strict=True,
    )
    op.create_table(
        "workshops",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("zone_id", db.types.Uuid(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("min_party", sa.Integer(), nullable=False),
        sa.Column("max_party", sa.Integer(), nullable=False),
        sa.Column("min_age", sa.Integer(), nullable=True),
        sa.Column("wheelchair_places", sa.Integer(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=True),
        sa.Column("price_fen", sa.Integer(), nullable=False),
        sa.Column("active", db.types.Flag(), nullable=False),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_workshops_capacity")),
        sa.CheckConstraint("min_age IS NULL OR min_age >= 0", name=op.f("ck_workshops_min_age")),
        sa.CheckConstraint("min_party >= 1 AND min_party <= max_party", name=op.f("ck_workshops_party")),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_workshops_minutes")),
        sa.CheckConstraint("price_fen >= 0", name=op.f("ck_workshops_price")),
        sa.CheckConstraint(
            "wheelchair_places >= 0 AND wheelchair_places <= capacity", name=op.f("ck_workshops_wheelchair")
        ),
        sa.ForeignKeyConstraint(
            ["site_id", "picture"],
            ["site_files.site_id", "site_files.path"],
            name=op.f("fk_workshops_site_id_picture"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_workshops_site_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["zone_id"], ["zones.id"], name=op.f("fk_workshops_zone_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshops")),
        sa.UniqueConstraint("site_id", "slug", name=op.f("uq_workshops_site_id_slug")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_workshops_zone_id"), "workshops", ["zone_id"], unique=False)
    op.create_table(
        "zone_texts",
        sa.Column("zone_id", db.types.Uuid(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["zone_id"], ["zones.id"], name=op.f("fk_zone_texts_zone_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("zone_id", "lang", name=op.f("pk_zone_texts")),
        sqlite_strict=True,
    )
    op.create_table(
        "exhibit_texts",
        sa.Column("exhibit_id", db.types.Uuid(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("alt", sa.Text(), nullable=False),
        sa.Column("teaser", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("tags", db.types.Json(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_exhibit_texts_exhibit_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("exhibit_id", "lang", name=op.f("pk_exhibit_texts")),
        sqlite_strict=True,
    )
    op.create_table(
        "facts",
        sa.Column("exhibit_id", db.types.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", db.types.Json(), nullable=False),
        sa.Column("unit", db.types.Json(), nullable=False),
        sa.Column("label", db.types.Json(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Text(), nullable=False),
        sa.CheckConstraint("confidence IN ('high', 'medium')", name=op.f("ck_facts_confidence")),
        sa.ForeignKeyConstraint(["exhibit_id"], ["exhibits.id"], name=op.f("fk_facts_exhibit_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("exhibit_id", "position", name=op.f("pk_facts")),
        sqlite_strict=True,
    )
    op.create_table(
        "hotspots",
        sa.Column("exhibit_id", db.types.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("x", db.types.Real, nullable=False),
        sa.Column("y", db.types.Real, nullable=False),
        sa.Column("title", db.types.Json(), nullable=False),
        sa.Column("text", db.types.Json(), nullable=False),
        sa.CheckConstraint("x >= 0 AND x <= 1 AND y >= 0 AND y <= 1", name=op.f("ck_hotspots_inside")),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_hotspots_exhibit_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("exhibit_id", "position", name=op.f("pk_hotspots")),
        sqlite_strict=True,
    )
    op.create_table(
        "moments",
        sa.Column("exhibit_id", db.types.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("when", db.types.Json(), nullable=False),
        sa.Column("text", db.types.Json(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Text(), nullable=False),
        sa.CheckConstraint("confidence IN ('high', 'medium')", name=op.f("ck_moments_confidence")),
        sa.ForeignKeyConstraint(
            ["exhibit_id"], ["exhibits.id"], name=op.f("fk_moments_exhibit_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("exhibit_id", "position", name=op.f("pk_moments")),
        sqlite_strict=True,
    )
    op.create_table(
        "weekly",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("workshop_id", db.types.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("days", db.types.Json(), nullable=False),
        sa.Column("times", db.types.Json(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("first_day", db.types.Day(), nullable=True),
        sa.Column("last_day", db.types.Day(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("on_holidays", db.types.Flag(), nullable=False),
        sa.CheckConstraint("capacity IS NULL OR capacity > 0", name=op.f("ck_weekly_capacity")),
        sa.CheckConstraint(
            "first_day IS NULL OR last_day IS NULL OR first_day <= last_day", name=op.f("ck_weekly_season")
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_weekly_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weekly")),
        sa.UniqueConstraint("workshop_id", "position", name=op.f("uq_weekly_workshop_id_position")),
        sqlite_strict=True,
    )
    op.create_table(
        "workshop_prices",
        sa.Column("workshop_id", db.types.Uuid(), nullable=False),
        sa.Column("category_id", db.types.Uuid(), nullable=False),
        sa.Column("price_fen", sa.Integer(), nullable=False),
        sa.CheckConstraint("price_fen >= 0", name=op.f("ck_workshop_prices_price")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["categories.id"], name=op.f("fk_workshop_prices_category_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_workshop_prices_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop_id", "category_id", name=op.f("pk_workshop_prices")),
        sqlite_strict=True,
    )
    op.create_table(
        "workshop_texts",
        sa.Column("workshop_id", db.types.Uuid(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("meeting_point", sa.Text(), nullable=False),
        sa.Column("alt", sa.Text(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_workshop_texts_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop_id", "lang", name=op.f("pk_workshop_texts")),
        sqlite_strict=True,
    )
    op.create_table(
        "sessions",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("workshop_id", db.types.Uuid(), nullable=False),
        sa.Column("weekly_id", db.types.Uuid(), nullable=True),
        sa.Column("starts_at", db.types.UtcTime(), nullable=False),
        sa.Column("ends_at", db.types.UtcTime(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("granted", sa.Integer(), nullable=False),
        sa.Column("wheelchair_places", sa.Integer(), nullable=False),
        sa.Column("wheelchairs_granted", sa.Integer(), nullable=False),
        sa.Column("price_fen", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("note", db.types.Json(), nullable=True),
        sa.CheckConstraint("state IN ('planned', 'cancelled', 'closed')", name=op.f("ck_sessions_state")),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_sessions_capacity")),
        sa.CheckConstraint("granted >= 0 AND granted <= capacity", name=op.f("ck_sessions_granted")),
        sa.CheckConstraint("price_fen >= 0", name=op.f("ck_sessions_price")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_sessions_order")),
        sa.CheckConstraint(
            "wheelchair_places >= 0 AND wheelchair_places <= capacity", name=op.f("ck_sessions_wheelchair")
        ),
        sa.CheckConstraint(
            "wheelchairs_granted >= 0 AND wheelchairs_granted <= wheelchair_places",
            name=op.f("ck_sessions_wheelchairs_granted"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_sessions_site_id")),
        sa.ForeignKeyConstraint(["weekly_id"], ["weekly.id"], name=op.f("fk_sessions_weekly_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshops.id"], name=op.f("fk_sessions_workshop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint(
            "workshop_id", "starts_at", "language", name=op.f("uq_sessions_workshop_id_starts_at_language")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_sessions_site_id_starts_at"), "sessions", ["site_id", "starts_at"], unique=False)
    op.create_index(op.f("ix_sessions_weekly_id"), "sessions", ["weekly_id"], unique=False)
    op.create_table(
        "bookings",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("site_id", db.types.Uuid(), nullable=False),
        sa.Column("session_id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("hold_id", db.types.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("wheelchairs", sa.Integer(), nullable=False),
        sa.Column("total_fen", sa.Integer(), nullable=False),
        sa.Column("refund_rules", db.types.Json(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("created_at", db.types.UtcTime(), nullable=False),
        sa.Column("ended_at", db.types.UtcTime(), nullable=True),
        sa.Column("moved_to_id", db.types.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(state = 'confirmed') = (ended_at IS NULL)", name=op.f("ck_bookings_ended")),
        sa.CheckConstraint("(state = 'moved') = (moved_to_id IS NOT NULL)", name=op.f("ck_bookings_moved")),
        sa.CheckConstraint("state IN ('confirmed', 'moved', 'cancelled')", name=op.f("ck_bookings_state")),
        sa.CheckConstraint("heads > 0 AND seats >= 0 AND seats <= heads", name=op.f("ck_bookings_seats")),
        sa.CheckConstraint("length(code) = 9", name=op.f("ck_bookings_code")),
        sa.CheckConstraint("total_fen >= 0", name=op.f("ck_bookings_total")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_bookings_version")),
        sa.CheckConstraint("wheelchairs >= 0 AND wheelchairs <= seats", name=op.f("ck_bookings_wheelchairs")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_bookings_device_id")),
        sa.ForeignKeyConstraint(["moved_to_id"], ["bookings.id"], name=op.f("fk_bookings_moved_to_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_bookings_session_id")),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_bookings_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookings")),
        sa.UniqueConstraint("code", name=op.f("uq_bookings_code")),
        sa.UniqueConstraint("hold_id", name=op.f("uq_bookings_hold_id")),
        sa.UniqueConstraint("moved_to_id", name=op.f("uq_bookings_moved_to_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_bookings_session_id"), "bookings", ["session_id"], unique=False)
    op.create_index(op.f("ix_bookings_site_id_created_at"), "bookings", ["site_id", "created_at"], unique=False)
    op.create_table(
        "seat_rights",
        sa.Column("session_id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("granted", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("sold", sa.Integer(), nullable=False),
        sa.Column("returned", sa.Integer(), nullable=False),
        sa.Column("wheelchairs_granted", sa.Integer(), nullable=False),
        sa.Column("wheelchairs_held", sa.Integer(), nullable=False),
        sa.Column("wheelchairs_sold", sa.Integer(), nullable=False),
        sa.Column("wheelchairs_returned", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "granted >= 0 AND held >= 0 AND sold >= 0 AND returned >= 0", name=op.f("ck_seat_rights_not_negative")
        ),
        sa.CheckConstraint("held + sold + returned <= granted", name=op.f("ck_seat_rights_within")),
        sa.CheckConstraint(
            "wheelchairs_granted >= 0 AND wheelchairs_held >= 0"
            " AND wheelchairs_sold >= 0 AND wheelchairs_returned >= 0",
            name=op.f("ck_seat_rights_wheelchairs_not_negative"),
        ),
        sa.CheckConstraint(
            "wheelchairs_held + wheelchairs_sold + wheelchairs_returned <= wheelchairs_granted",
            name=op.f("ck_seat_rights_wheelchairs_within"),
        ),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_seat_rights_device_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_seat_rights_session_id")),
        sa.PrimaryKeyConstraint("session_id", "device_id", name=op.f("pk_seat_rights")),
        sqlite_strict=True,
    )
    op.create_table(
        "blocks",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("session_id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("release_at", db.types.UtcTime(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", db.types.UtcTime(), nullable=False),
        sa.CheckConstraint("state = 'kept' OR seats = 0", name=op.f("ck_blocks_released_is_empty")),
        sa.CheckConstraint("state IN ('kept', 'released')", name=op.f("ck_blocks_state")),
        sa.CheckConstraint("seats >= 0", name=op.f("ck_blocks_seats")),
        sa.ForeignKeyConstraint(
            ["session_id", "device_id"], ["seat_rights.session_id", "seat_rights.device_id"], name="seat_right"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocks")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_blocks_session_id"), "blocks", ["session_id"], unique=False)
    op.create_table(
        "booking_lines",
        sa.Column("booking_id", db.types.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("name", db.types.Json(), nullable=False),
        sa.Column("proof", db.types.Json(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("each_fen", sa.Integer(), nullable=False),
        sa.Column("total_fen", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind <> 'party' OR each_fen >= 0", name=op.f("ck_booking_lines_each")),
        sa.CheckConstraint("kind IN ('party', 'difference')", name=op.f("ck_booking_lines_kind")),
        sa.CheckConstraint("count > 0", name=op.f("ck_booking_lines_count")),
        sa.CheckConstraint("total_fen = count * each_fen", name=op.f("ck_booking_lines_total")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_booking_lines_booking_id")),
        sa.PrimaryKeyConstraint("booking_id", "position", name=op.f("pk_booking_lines")),
        sqlite_strict=True,
    )
    op.create_table(
        "payments",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("booking_id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("at", db.types.UtcTime(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("amount_fen", sa.Integer(), nullable=False),
        sa.Column("staff_id", db.types.Uuid(), nullable=True),
        sa.Column("corrects_id", db.types.Uuid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("(kind = 'correction') = (corrects_id IS NOT NULL)", name=op.f("ck_payments_correction")),
        sa.CheckConstraint("kind <> 'payment' OR amount_fen > 0", name=op.f("ck_payments_payment")),
        sa.CheckConstraint("kind <> 'refund' OR amount_fen < 0", name=op.f("ck_payments_refund")),
        sa.CheckConstraint("kind IN ('payment', 'refund', 'transfer', 'correction')", name=op.f("ck_payments_kind")),
        sa.CheckConstraint("amount_fen <> 0", name=op.f("ck_payments_amount")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_payments_booking_id")),
        sa.ForeignKeyConstraint(["corrects_id"], ["payments.id"], name=op.f("fk_payments_corrects_id")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_payments_device_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_payments_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_payments_at"), "payments", ["at"], unique=False)
    op.create_index(op.f("ix_payments_booking_id"), "payments", ["booking_id"], unique=False)
    op.create_table(
        "persons",
        sa.Column("booking_id", db.types.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("erase_after", db.types.Day(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_persons_booking_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_persons")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_persons_erase_after"), "persons", ["erase_after"], unique=False)
    op.create_table(
        "refunds",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("booking_id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("at", db.types.UtcTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("amount_fen", sa.Integer(), nullable=False),
        sa.Column("staff_id", db.types.Uuid(), nullable=True),
        sa.CheckConstraint(
            "reason IN ('cancelled', 'exchange', 'session_cancelled', 'goodwill')", name=op.f("ck_refunds_reason")
        ),
        sa.CheckConstraint("amount_fen >= 0", name=op.f("ck_refunds_amount")),
        sa.CheckConstraint("percent >= 0 AND percent <= 100", name=op.f("ck_refunds_percent")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_refunds_booking_id")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_refunds_device_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_refunds_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refunds")),
        sa.UniqueConstraint("booking_id", "reason", name=op.f("uq_refunds_booking_id_reason")),
        sqlite_strict=True,
    )
    op.create_table(
        "tickets",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("serial", db.types.Big, nullable=False),
        sa.Column("booking_id", db.types.Uuid(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("admits", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended_at", db.types.UtcTime(), nullable=True),
        sa.Column("key_number", sa.Integer(), nullable=True),
        sa.CheckConstraint("state IN ('valid', 'moved', 'cancelled', 'reissued')", name=op.f("ck_tickets_state")),
        sa.CheckConstraint("admits > 0", name=op.f("ck_tickets_admits")),
        sa.CheckConstraint("serial > 0", name=op.f("ck_tickets_serial")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_tickets_booking_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tickets")),
        sa.UniqueConstraint("serial", name=op.f("uq_tickets_serial")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_tickets_booking_id"), "tickets", ["booking_id"], unique=False)
    op.create_table(
        "check_ins",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("ticket_id", db.types.Uuid(), nullable=True),
        sa.Column("serial", db.types.Big, nullable=False),
        sa.Column("session_id", db.types.Uuid(), nullable=True),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("sequence", db.types.Big, nullable=False),
        sa.Column("gate", sa.Text(), nullable=False),
        sa.Column("at", db.types.UtcTime(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=True),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("cut_off", db.types.Flag(), nullable=False),
        sa.Column("staff_id", db.types.Uuid(), nullable=True),
        sa.Column("corrects_id", db.types.Uuid(), nullable=True),
        sa.CheckConstraint("(kind = 'entry') = (nth IS NOT NULL)", name=op.f("ck_check_ins_nth")),
        sa.CheckConstraint("(kind = 'undo') = (corrects_id IS NOT NULL)", name=op.f("ck_check_ins_undo")),
        sa.CheckConstraint("kind IN ('entry', 'exit', 'refused', 'undo')", name=op.f("ck_check_ins_kind")),
        sa.CheckConstraint("heads >= 0", name=op.f("ck_check_ins_heads")),
        sa.ForeignKeyConstraint(["corrects_id"], ["check_ins.id"], name=op.f("fk_check_ins_corrects_id")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_check_ins_device_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_check_ins_session_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_check_ins_staff_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_check_ins_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_ins")),
        sa.UniqueConstraint("corrects_id", name=op.f("uq_check_ins_corrects_id")),
        sa.UniqueConstraint("device_id", "sequence", name=op.f("uq_check_ins_device_id_sequence")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_check_ins_at"), "check_ins", ["at"], unique=False)
    op.create_index(op.f("ix_check_ins_session_id"), "check_ins", ["session_id"], unique=False)
    op.create_index(
        "uq_check_ins_ticket_nth",
        "check_ins",
        ["ticket_id", "nth"],
        unique=True,
        sqlite_where=sa.text("NOT cut_off"),
        postgresql_where=sa.text("NOT cut_off"),
    )
    op.create_index("uq_check_ins_ticket_nth_device", "check_ins", ["ticket_id", "nth", "device_id"], unique=True)
    op.create_table(
        "holds",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("session_id", db.types.Uuid(), nullable=False),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("block_id", db.types.Uuid(), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("wheelchairs", sa.Integer(), nullable=False),
        sa.Column("party", db.types.Json(), nullable=False),
        sa.Column("lines", db.types.Json(), nullable=False),
        sa.Column("total_fen", sa.Integer(), nullable=False),
        sa.Column("until", db.types.Big, nullable=False),
        sa.Column("made_at", db.types.UtcTime(), nullable=False),
        sa.CheckConstraint("seats >= 0 AND wheelchairs >= 0 AND wheelchairs <= seats", name=op.f("ck_holds_seats")),
        sa.CheckConstraint("total_fen >= 0", name=op.f("ck_holds_total")),
        sa.ForeignKeyConstraint(["block_id"], ["blocks.id"], name=op.f("fk_holds_block_id")),
        sa.ForeignKeyConstraint(
            ["session_id", "device_id"], ["seat_rights.session_id", "seat_rights.device_id"], name="seat_right"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_holds_block_id"), "holds", ["block_id"], unique=False)
    op.create_index(op.f("ix_holds_session_id_device_id"), "holds", ["session_id", "device_id"], unique=False)
    op.create_table(
        "print_jobs",
        sa.Column("id", db.types.Uuid(), nullable=False),
        sa.Column("booking_id", db.types.Uuid(), nullable=False),
        sa.Column("ticket_id", db.types.Uuid(), nullable=True),
        sa.Column("device_id", db.types.Uuid(), nullable=False),
        sa.Column("printer", sa.Text(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("copy", db.types.Flag(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("queued_at", db.types.UtcTime(), nullable=False),
        sa.Column("sent_at", db.types.UtcTime(), nullable=True),
        sa.Column("ended_at", db.types.UtcTime(), nullable=True),
        sa.Column("queued_steady", db.types.Big, nullable=True),
        sa.Column("boot", sa.Text(), nullable=False),
        sa.Column("output", sa.Text(), nullable=True),
        sa.Column("staff_id", db.types.Uuid(), nullable=True),
        sa.CheckConstraint(
            "state IN ('queued', 'sending', 'sent', 'confirmed', 'unknown', 'failed', 'expired')",
            name=op.f("ck_print_jobs_state"),
        ),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_print_jobs_attempts")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_print_jobs_booking_id")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_print_jobs_device_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_print_jobs_staff_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_print_jobs_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_jobs")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_print_jobs_booking_id"), "print_jobs", ["booking_id"], unique=False)
    op.create_index(
        op.f("ix_print_jobs_device_id_state_queued_at"), "print_jobs", ["device_id", "state", "queued_at"], unique=False
    )
    op.create_index(
        "uq_print_jobs_in_printer",
        "print_jobs",
        ["device_id", "printer"],
        unique=True,
        sqlite_where=sa.text("state IN ('sending', 'sent')"),
        postgresql_where=sa.text("state IN ('sending', 'sent')"),
    )
