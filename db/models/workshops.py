"""What there is to take part in: workshops, when they run, and their sessions with the seats."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.table import Base, BigInt, Id, Texts, table


class Workshop(Base):
    """Something to take part in. Never deleted once it had sessions: `active` is taken away instead."""

    __tablename__ = "workshops"
    __table_args__ = table(
        UniqueConstraint("site_id", "slug"),
        ForeignKeyConstraint(
            ["site_id", "picture"],
            ["site_files.site_id", "site_files.path"],
            deferrable=True,  # an import may write in any order
            initially="DEFERRED",
        ),
        CheckConstraint("minutes > 0", name="minutes"),
        CheckConstraint("capacity > 0", name="capacity"),
        CheckConstraint("min_party >= 1 AND min_party <= max_party", name="party"),
        CheckConstraint("min_age IS NULL OR min_age >= 0", name="min_age"),
        CheckConstraint("wheelchair_places >= 0 AND wheelchair_places <= capacity", name="wheelchair"),
        CheckConstraint("price_fen >= 0", name="price"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    zone_id: Mapped[UUID] = mapped_column(ForeignKey("zones.id"), index=True)
    slug: Mapped[str]
    position: Mapped[int]
    minutes: Mapped[int]
    capacity: Mapped[int]
    min_party: Mapped[int]
    max_party: Mapped[int]
    min_age: Mapped[int | None]
    wheelchair_places: Mapped[int]
    picture: Mapped[str | None]
    price_fen: Mapped[int]
    """Of an adult."""
    active: Mapped[bool] = mapped_column(default=True)


class WorkshopText(Base):
    """A workshop's texts in one language."""

    __tablename__ = "workshop_texts"
    __table_args__ = table()
    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True)
    lang: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    summary: Mapped[str] = mapped_column(default="")
    story: Mapped[str] = mapped_column(default="")
    meeting_point: Mapped[str] = mapped_column(default="")
    alt: Mapped[str] = mapped_column(default="")
    needs: Mapped[str] = mapped_column(default="")


class WorkshopPrice(Base):
    """A workshop's own price of a category, in place of the category's percentage."""

    __tablename__ = "workshop_prices"
    __table_args__ = table(CheckConstraint("price_fen >= 0", name="price"))
    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True)
    category_id: Mapped[UUID] = mapped_column(ForeignKey("categories.id", ondelete="CASCADE"), primary_key=True)
    price_fen: Mapped[int]


class Weekly(Base):
    """A weekly recurrence: on these days at these times, in this season."""

    __tablename__ = "weekly"
    __table_args__ = table(
        UniqueConstraint("workshop_id", "position"),
        CheckConstraint("capacity IS NULL OR capacity > 0", name="capacity"),
        CheckConstraint("first_day IS NULL OR last_day IS NULL OR first_day <= last_day", name="season"),
    )
    id: Mapped[Id]
    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"))
    position: Mapped[int]
    days: Mapped[list[str]]
    """Of `mon` … `sun`."""
    times: Mapped[list[str]]
    """Starts, `HH:MM`, park time."""
    language: Mapped[str]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    capacity: Mapped[int | None]
    on_holidays: Mapped[bool] = mapped_column(default=True)


class Session(Base):
    """One run of a workshop. `granted` is how many of its seats have been handed to devices to sell."""

    __tablename__ = "sessions"
    __table_args__ = table(
        UniqueConstraint("workshop_id", "starts_at", "language"),
        Index(None, "site_id", "starts_at"),
        CheckConstraint("starts_at < ends_at", name="order"),
        CheckConstraint("capacity > 0", name="capacity"),
        CheckConstraint("granted >= 0 AND granted <= capacity", name="granted"),
        CheckConstraint("wheelchair_places >= 0 AND wheelchair_places <= capacity", name="wheelchair"),
        CheckConstraint(
            "wheelchairs_granted >= 0 AND wheelchairs_granted <= wheelchair_places", name="wheelchairs_granted"
        ),
        CheckConstraint("price_fen >= 0", name="price"),
        CheckConstraint("state IN ('planned', 'cancelled', 'closed')", name="state"),
        CheckConstraint("origin IN ('hand', 'week', 'left_over')", name="origin"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"))
    weekly_id: Mapped[UUID | None] = mapped_column(ForeignKey("weekly.id", ondelete="SET NULL"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    language: Mapped[str]
    capacity: Mapped[int]
    granted: Mapped[int] = mapped_column(default=0)
    wheelchair_places: Mapped[int]
    wheelchairs_granted: Mapped[int] = mapped_column(default=0)
    price_fen: Mapped[int]
    """Of an adult, when the session was planned."""
    state: Mapped[str] = mapped_column(default="planned")
    note: Mapped[Texts | None]
    """Why it was cancelled or closed, for visitors."""
    origin: Mapped[str] = mapped_column(default="hand", server_default="hand")
    """`week`: follows the pack. `left_over`: the pack has dropped it, but somebody is booked, so it runs and sells no
    more. `hand`: staff put it there, and the pack has no say."""


class SeatRight(Base):
    """How many seats of a session a device may sell, and what became of them. A device sells nothing else."""

    __tablename__ = "seat_rights"
    __table_args__ = table(
        CheckConstraint("granted >= 0 AND held >= 0 AND sold >= 0 AND returned >= 0", name="not_negative"),
        CheckConstraint("held + sold + returned <= granted", name="within"),
        CheckConstraint(
            "wheelchairs_granted >= 0 AND wheelchairs_held >= 0"
            " AND wheelchairs_sold >= 0 AND wheelchairs_returned >= 0",
            name="wheelchairs_not_negative",
        ),
        CheckConstraint(
            "wheelchairs_held + wheelchairs_sold + wheelchairs_returned <= wheelchairs_granted",
            name="wheelchairs_within",
        ),
    )
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"), primary_key=True)
    granted: Mapped[int]
    held: Mapped[int] = mapped_column(default=0)
    sold: Mapped[int] = mapped_column(default=0)
    returned: Mapped[int] = mapped_column(default=0)
    wheelchairs_granted: Mapped[int] = mapped_column(default=0)
    wheelchairs_held: Mapped[int] = mapped_column(default=0)
    wheelchairs_sold: Mapped[int] = mapped_column(default=0)
    wheelchairs_returned: Mapped[int] = mapped_column(default=0)


class Block(Base):
    """Seats kept for a group or a school until a time; they count as held until taken, given back or let go."""

    __tablename__ = "blocks"
    __table_args__ = table(
        CheckConstraint("seats >= 0", name="seats"),
        CheckConstraint("state IN ('kept', 'released')", name="state"),
        CheckConstraint("state = 'kept' OR seats = 0", name="released_is_empty"),
        ForeignKeyConstraint(
            ["session_id", "device_id"], ["seat_rights.session_id", "seat_rights.device_id"], name="seat_right"
        ),
        Index(None, "session_id"),
    )
    id: Mapped[Id]
    session_id: Mapped[UUID]
    device_id: Mapped[UUID]
    label: Mapped[str]
    """Who it is kept for: a school or a company, not a person."""
    seats: Mapped[int]
    """Still kept."""
    release_at: Mapped[datetime]
    """From when on they count as free."""
    state: Mapped[str] = mapped_column(default="kept")
    made_at: Mapped[datetime]


class Hold(Base):
    """Seats kept while a visitor decides. The row goes when it is confirmed, released or taken back."""

    __tablename__ = "holds"
    __table_args__ = table(
        ForeignKeyConstraint(
            ["session_id", "device_id"], ["seat_rights.session_id", "seat_rights.device_id"], name="seat_right"
        ),
        Index(None, "session_id", "device_id"),
        CheckConstraint("seats >= 0 AND wheelchairs >= 0 AND wheelchairs <= seats", name="seats"),
        CheckConstraint("total_fen >= 0", name="total"),
    )
    id: Mapped[Id]
    session_id: Mapped[UUID]
    device_id: Mapped[UUID]
    block_id: Mapped[UUID | None] = mapped_column(ForeignKey("blocks.id"), index=True)
    """The block that the seats were taken out of, and go back to."""
    seats: Mapped[int]
    wheelchairs: Mapped[int]
    party: Mapped[dict[str, int]]
    lines: Mapped[list[dict[str, Any]]]
    """The price as the visitor saw it: it is the price that is booked."""
    total_fen: Mapped[int]
    until: Mapped[BigInt]
    """Microseconds of the device's steady time, not of the wall: see docs/database.md."""
    made_at: Mapped[datetime]
