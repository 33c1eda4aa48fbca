"""Who came by: people counted at gates, visits to the kiosk, and what they thought of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.table import Base, BigInt, Id, table


class Count(Base):
    """What a counter said, as it said it; append-only. A correction is a row with a name, and may be negative."""

    __tablename__ = "counts"
    __table_args__ = table(
        UniqueConstraint("device_id", "counter", "boot", "sequence"),
        CheckConstraint("kind IN ('counted', 'tapped', 'correction')", name="kind"),
        CheckConstraint("kind = 'correction' OR (went_in >= 0 AND went_out >= 0)", name="not_negative"),
        CheckConstraint("kind <> 'correction' OR (staff_id IS NOT NULL AND reason <> '')", name="named"),
        Index(None, "site_id", "at"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    zone_id: Mapped[UUID | None] = mapped_column(ForeignKey("zones.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    counter: Mapped[str]
    """The gate's counter, or `tap` for a hand at the door."""
    boot: Mapped[str]
    """The counter's run, so that its restart from 0 is noticed."""
    sequence: Mapped[BigInt]
    at: Mapped[datetime]
    kind: Mapped[str]
    went_in: Mapped[int]
    went_out: Mapped[int]
    corrects_id: Mapped[UUID | None] = mapped_column(ForeignKey("counts.id"))
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str] = mapped_column(default="")


class KioskVisit(Base):
    """Somebody at the kiosk, from the first touch to the attract screen. Nothing in it says who."""

    __tablename__ = "kiosk_visits"
    __table_args__ = table(
        CheckConstraint("seconds >= 0", name="seconds"),
        CheckConstraint("taps >= 0", name="taps"),
        CheckConstraint("outcome IN ('left', 'booked', 'timed_out')", name="outcome"),
        Index(None, "site_id", "started_at"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    started_at: Mapped[datetime]
    seconds: Mapped[float]
    lang: Mapped[str]
    taps: Mapped[int]
    accessible: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str]


class KioskPage(Base):
    """A page of a visit."""

    __tablename__ = "kiosk_pages"
    __table_args__ = table(CheckConstraint("seconds >= 0", name="seconds"))
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("kiosk_visits.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    """Slug of what the page showed; never a booking's code."""
    seconds: Mapped[float]


class Feedback(Base):
    """How it was, in one tap."""

    __tablename__ = "feedback"
    __table_args__ = table(
        CheckConstraint("score BETWEEN 1 AND 5", name="score"),
        Index(None, "site_id", "at"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    at: Mapped[datetime]
    score: Mapped[int]
    """From 1 to 5, 5 the best."""
    topic: Mapped[str] = mapped_column(default="")
    """Slug of a workshop or exhibit, or empty for the visit as a whole."""
    lang: Mapped[str]
    comment: Mapped[str] = mapped_column(default="")
