"""The machine itself: its devices, its clock, its settings."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.table import Base, BigInt, Id, table
from db.types import Json


class Device(Base):
    """A kiosk, desk or door that writes here."""

    __tablename__ = "devices"
    __table_args__ = table(
        CheckConstraint("number BETWEEN 1 AND 4095", name="number"),
        CheckConstraint("incarnation >= 1", name="incarnation"),
        CheckConstraint("next_serial >= 1 AND next_serial < 268435456", name="next_serial"),
        CheckConstraint("kind IN ('kiosk', 'desk', 'door', 'counter')", name="kind"),
    )
    id: Mapped[Id]
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="kiosk")
    incarnation: Mapped[int] = mapped_column(default=1)
    """One more after each restore from a backup."""
    number: Mapped[int] = mapped_column(unique=True)
    """12 bits that begin its tickets' serials; drawn afresh with each incarnation, so that serials which a restored
    backup has forgotten are not given twice."""
    next_serial: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]


class ClockAnchor(Base):
    """Ties a device's steady time to its uptime, once a boot: steady = uptime + offset."""

    __tablename__ = "clock_anchors"
    __table_args__ = table()
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"), primary_key=True)
    boot: Mapped[str] = mapped_column(primary_key=True)
    offset: Mapped[BigInt]
    """Microseconds."""
    wall_offset: Mapped[BigInt]
    """Microseconds from uptime to the wall clock's time since 1970, when last looked at: a change is a jump."""
    latest_wall: Mapped[datetime]
    """The latest wall-clock time at which a booking was written, or that staff have set since."""
    anchored_at: Mapped[datetime]


class ClockJump(Base):
    """The wall clock moved against the steady one by more than two minutes."""

    __tablename__ = "clock_jumps"
    __table_args__ = table(
        CheckConstraint("kind IN ('jump', 'boot', 'set_by_staff')", name="kind"),
        Index(None, "device_id", "wall_after"),
    )
    id: Mapped[Id]
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    boot: Mapped[str]
    kind: Mapped[str]
    wall_before: Mapped[datetime]
    wall_after: Mapped[datetime]
    seconds: Mapped[float]
    """Forward positive."""


class Setting(Base):
    """A setting that staff change while the program runs; the rest is in the settings file."""

    __tablename__ = "settings"
    __table_args__ = table()
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(Json(), nullable=True)
    device_id: Mapped[UUID | None] = mapped_column(ForeignKey("devices.id"))
    changed_at: Mapped[datetime]
