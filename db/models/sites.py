"""A park and what holds for all of it: zones, hours, holidays, prices, refunds."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.table import Base, Id, Texts, table


class Site(Base):
    """A park. Its rows below come from its site pack; a pack that is imported again keeps their ids by slug."""

    __tablename__ = "sites"
    __table_args__ = table(
        CheckConstraint("days_ahead >= 0", name="days_ahead"),
        CheckConstraint("cutoff_minutes >= 0", name="cutoff"),
        CheckConstraint("(holiday_open IS NULL) = (holiday_close IS NULL)", name="holiday_hours"),
        CheckConstraint("holiday_open IS NULL OR (holiday_open >= 0 AND holiday_open < holiday_close)", name="holiday"),
        CheckConstraint("holiday_close IS NULL OR holiday_close <= 1440", name="holiday_close"),
        # map and motif are names in site_files; a foreign key both ways would make a ring, so the import checks them
    )
    id: Mapped[Id]
    slug: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int] = mapped_column(default=0)
    theme: Mapped[str]
    theme_colours: Mapped[dict[str, Any] | None]
    """The pack's own `theme.toml`, or NULL where `theme` names one that comes with the program."""
    attract: Mapped[str]
    timezone: Mapped[str]
    map_path: Mapped[str | None]
    motif_path: Mapped[str | None]
    here: Mapped[str]
    calendar: Mapped[str | None]
    """Which holiday table holds, e.g. `cn`."""
    holiday_open: Mapped[int | None]
    """Minutes after midnight, park time; NULL: as the weekday."""
    holiday_close: Mapped[int | None]
    days_ahead: Mapped[int]
    cutoff_minutes: Mapped[int]
    pack_format: Mapped[int]
    pack_hash: Mapped[str]
    """SHA-256 of the imported pack, in hexadecimal, so that a second import of the same costs nothing."""
    imported_at: Mapped[datetime]


class SiteText(Base):
    """A park's names and texts in one language."""

    __tablename__ = "site_texts"
    __table_args__ = table()
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    lang: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    tagline: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")


class Source(Base):
    """Where a fact comes from."""

    __tablename__ = "sources"
    __table_args__ = table(UniqueConstraint("site_id", "slug"))
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    slug: Mapped[str]
    position: Mapped[int]
    text: Mapped[Texts]


class Zone(Base):
    """A part of a park."""

    __tablename__ = "zones"
    __table_args__ = table(UniqueConstraint("site_id", "slug"))
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    slug: Mapped[str]
    position: Mapped[int]
    level: Mapped[int]


class ZoneText(Base):
    """A zone's name in one language."""

    __tablename__ = "zone_texts"
    __table_args__ = table()
    zone_id: Mapped[UUID] = mapped_column(ForeignKey("zones.id", ondelete="CASCADE"), primary_key=True)
    lang: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class OpeningHours(Base):
    """Hours of some weekdays; the first row by position that fits a day holds."""

    __tablename__ = "opening_hours"
    __table_args__ = table(
        UniqueConstraint("site_id", "position"),
        CheckConstraint("open_minute >= 0 AND open_minute < close_minute AND close_minute <= 1440", name="minutes"),
        CheckConstraint("first_day IS NULL OR last_day IS NULL OR first_day <= last_day", name="season"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    position: Mapped[int]
    days: Mapped[list[str]]
    """Of `mon` … `sun`."""
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    open_minute: Mapped[int]
    close_minute: Mapped[int]


class ClosedDays(Base):
    """Blackout days, first and last included."""

    __tablename__ = "closed_days"
    __table_args__ = table(CheckConstraint("first_day <= last_day", name="order"))
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    first_day: Mapped[date]
    last_day: Mapped[date]
    note: Mapped[Texts]


class HolidayYear(Base):
    """A year of a calendar that has been announced: a date in any other year follows its weekday and is marked."""

    __tablename__ = "holiday_years"
    __table_args__ = table()
    calendar: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    """Who announced it, and when."""


class Holiday(Base):
    """A day that is not what its weekday says."""

    __tablename__ = "holidays"
    __table_args__ = table(
        ForeignKeyConstraint(
            ["calendar", "year"], ["holiday_years.calendar", "holiday_years.year"], ondelete="CASCADE"
        ),
        CheckConstraint("kind IN ('holiday', 'shifted_work')", name="kind"),
    )
    calendar: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    year: Mapped[int]
    """The announcement that it belongs to."""
    kind: Mapped[str]
    name: Mapped[Texts]


class Category(Base):
    """A row of the park's price table. Never deleted once booked: `active` is taken away instead."""

    __tablename__ = "categories"
    __table_args__ = table(
        UniqueConstraint("site_id", "slug"),
        CheckConstraint("percent >= 0 AND percent <= 100", name="percent"),
        CheckConstraint("companion_of IS NULL OR companion_of <> slug", name="companion"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    slug: Mapped[str]
    position: Mapped[int]
    name: Mapped[Texts]
    percent: Mapped[int]
    """Of the workshop's price for an adult."""
    is_adult: Mapped[bool]
    needs_adult: Mapped[bool]
    takes_seat: Mapped[bool]
    companion_of: Mapped[str | None]
    """Slug of the category each of whose visitors may bring one of this."""
    any_of: Mapped[list[dict[str, Any]]]
    """Alternatives, one is enough: [{"max_age": 6}, {"max_height_cm": 120}]."""
    proof: Mapped[Texts]
    active: Mapped[bool] = mapped_column(default=True)


class RefundRule(Base):
    """What of the price is given back; the first row by position that fits holds."""

    __tablename__ = "refund_rules"
    __table_args__ = table(
        UniqueConstraint("site_id", "position"),
        CheckConstraint("percent >= 0 AND percent <= 100", name="percent"),
        CheckConstraint("hours_before >= 0", name="hours"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    position: Mapped[int]
    hours_before: Mapped[int]
    percent: Mapped[int]
