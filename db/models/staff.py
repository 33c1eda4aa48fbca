"""Who works here, and what was done by whom."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.table import Base, BigInt, Id, table


class Staff(Base):
    """An account. Never deleted: what it did still names it."""

    __tablename__ = "staff"
    __table_args__ = table(
        CheckConstraint("role IN ('door', 'desk', 'manager', 'technician')", name="role"),
        CheckConstraint("failed_tries >= 0", name="failed_tries"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"), index=True)
    """NULL: every site of this database."""
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    pin_hash: Mapped[str]
    """Salted and slow; with its method and parameters in front."""
    active: Mapped[bool] = mapped_column(default=True)
    failed_tries: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    created_at: Mapped[datetime]


class AuditEntry(Base):
    """What was done, by whom; append-only, each row with the hash of the one before on its device."""

    __tablename__ = "audit_entries"
    __table_args__ = table(
        UniqueConstraint("device_id", "sequence"),
        CheckConstraint("sequence >= 1", name="sequence"),
        CheckConstraint("length(hash) = 32 AND length(previous_hash) = 32", name="hash"),
        Index(None, "at"),
        Index(None, "subject"),
    )
    id: Mapped[Id]
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    sequence: Mapped[BigInt]
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    """NULL: the program itself, or a visitor."""
    action: Mapped[str]
    subject: Mapped[str]
    """What it was done to: a code, a slug, an id; never a name or a phone number."""
    detail: Mapped[dict[str, Any]]
    previous_hash: Mapped[bytes]
    """SHA-256; 32 zero bytes before the first."""
    hash: Mapped[bytes]
