"""What visitors have drawn: plates kept for the gallery, and the one that a ticket was printed with. Nobody's name."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.table import Base, Id, table


class Keepsake(Base):
    """A cloisonné plate that its maker wanted kept. On the screen only after staff have looked at it."""

    __tablename__ = "keepsakes"
    __table_args__ = table(
        CheckConstraint("length(code) = 4", name="code"),
        CheckConstraint("state IN ('waiting', 'shown', 'hidden')", name="state"),
        CheckConstraint("(state = 'waiting') = (looked_at IS NULL)", name="looked_at"),
        CheckConstraint("length(drawing) BETWEEN 2 AND 160000", name="drawing"),
        UniqueConstraint("site_id", "code"),
        Index(None, "site_id", "state", "made_at"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    """At which kiosk it was made."""
    code: Mapped[str]
    """Three signs by chance and one that checks them: what the maker is told, and no more is known of them."""
    state: Mapped[str] = mapped_column(default="waiting")
    drawing: Mapped[str]
    """`kiosk.machines.plate_drawing.PlateDrawing.to_json()`, sign for sign."""
    made_at: Mapped[datetime]
    looked_at: Mapped[datetime | None]
    """When staff last showed or hid it; NULL while nobody has looked."""


class TicketDrawing(Base):
    """The plate that stands on a booking's ticket in place of the park's motif, so that a copy is like the first."""

    __tablename__ = "ticket_drawings"
    __table_args__ = table(CheckConstraint("length(drawing) BETWEEN 2 AND 160000", name="drawing"))
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"), primary_key=True)
    drawing: Mapped[str]
