"""Confirmed holds and what hangs on them: lines, people, tickets, money."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.table import Base, BigInt, Id, Texts, table


class Booking(Base):
    """A confirmed hold. What was agreed (party, price, refund rules) never changes; only `state` does."""

    __tablename__ = "bookings"
    __table_args__ = table(
        Index(None, "site_id", "created_at"),
        CheckConstraint("length(code) = 9", name="code"),
        CheckConstraint("state IN ('confirmed', 'moved', 'cancelled')", name="state"),
        CheckConstraint("(state = 'moved') = (moved_to_id IS NOT NULL)", name="moved"),
        CheckConstraint("(state = 'confirmed') = (ended_at IS NULL)", name="ended"),
        CheckConstraint("heads > 0 AND seats >= 0 AND seats <= heads", name="seats"),
        CheckConstraint("wheelchairs >= 0 AND wheelchairs <= seats", name="wheelchairs"),
        CheckConstraint("total_fen >= 0", name="total"),
        CheckConstraint("version >= 1", name="version"),
    )
    id: Mapped[Id]
    code: Mapped[str] = mapped_column(unique=True)
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), index=True)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    """Whose seat rights it was sold from."""
    hold_id: Mapped[UUID | None] = mapped_column(unique=True)
    """The hold that it was: a confirmation that is sent twice is one booking."""
    state: Mapped[str] = mapped_column(default="confirmed")
    heads: Mapped[int]
    seats: Mapped[int]
    wheelchairs: Mapped[int]
    total_fen: Mapped[int]
    refund_rules: Mapped[list[dict[str, Any]]]
    """The park's rules on the day of booking, as printed on the ticket."""
    lang: Mapped[str]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    """When it was moved or cancelled."""
    moved_to_id: Mapped[UUID | None] = mapped_column(ForeignKey("bookings.id"), unique=True)
    version: Mapped[int] = mapped_column(default=1)
    """Counts changes, so that the second of two who change it at once sees that there was a first."""


class BookingLine(Base):
    """One line of the price: a category's heads, or a difference after an exchange."""

    __tablename__ = "booking_lines"
    __table_args__ = table(
        CheckConstraint("kind IN ('party', 'difference')", name="kind"),
        CheckConstraint("count > 0", name="count"),
        CheckConstraint("kind <> 'party' OR each_fen >= 0", name="each"),
        CheckConstraint("total_fen = count * each_fen", name="total"),
    )
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(default="party")
    category: Mapped[str]
    """Slug as it was when booked."""
    name: Mapped[Texts]
    proof: Mapped[Texts]
    count: Mapped[int]
    each_fen: Mapped[int]
    total_fen: Mapped[int]


class Person(Base):
    """Who booked, if they cared to say: apart from the booking, and erased after the visit."""

    __tablename__ = "persons"
    __table_args__ = table()
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"), primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    needs: Mapped[str] = mapped_column(default="")
    erase_after: Mapped[date] = mapped_column(index=True)


class Ticket(Base):
    """What a QR says: one a booking, admits its whole party. A copy has the same serial."""

    __tablename__ = "tickets"
    __table_args__ = table(
        CheckConstraint("serial > 0", name="serial"),
        CheckConstraint("admits > 0", name="admits"),
        CheckConstraint("state IN ('valid', 'moved', 'cancelled', 'reissued')", name="state"),
    )
    id: Mapped[Id]
    serial: Mapped[BigInt] = mapped_column(unique=True)
    """Device number × 2^28 + the device's own count: under 2^40, and no two devices make the same."""
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"), index=True)
    category: Mapped[str]
    """Slug, or `party` where there is more than one in it."""
    admits: Mapped[int]
    state: Mapped[str] = mapped_column(default="valid")
    ended_at: Mapped[datetime | None]
    key_number: Mapped[int | None]
    """The key that last signed it; NULL until it has been."""


class Payment(Base):
    """Money that moved, one row a movement; append-only. A correction is a row that names the one it corrects."""

    __tablename__ = "payments"
    __table_args__ = table(
        CheckConstraint("kind IN ('payment', 'refund', 'transfer', 'correction')", name="kind"),
        CheckConstraint("amount_fen <> 0", name="amount"),
        CheckConstraint("kind <> 'payment' OR amount_fen > 0", name="payment"),
        CheckConstraint("kind <> 'refund' OR amount_fen < 0", name="refund"),
        CheckConstraint("(kind = 'correction') = (corrects_id IS NOT NULL)", name="correction"),
        Index(None, "at"),
    )
    id: Mapped[Id]
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"), index=True)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    at: Mapped[datetime]
    kind: Mapped[str]
    channel: Mapped[str]
    """`cash`, `card`, `wechat`, `alipay`, `code` (a static code, seen by staff), `exchange` (from another booking)."""
    amount_fen: Mapped[int]
    """Into the till positive, out of it negative."""
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    """Who took, gave or saw it."""
    corrects_id: Mapped[UUID | None] = mapped_column(ForeignKey("payments.id"))
    note: Mapped[str] = mapped_column(default="")


class Refund(Base):
    """What is owed back, and by which rule; append-only. The money itself goes out as a payment of kind refund."""

    __tablename__ = "refunds"
    __table_args__ = table(
        CheckConstraint("amount_fen >= 0", name="amount"),
        CheckConstraint("percent >= 0 AND percent <= 100", name="percent"),
        CheckConstraint("reason IN ('cancelled', 'exchange', 'session_cancelled', 'goodwill')", name="reason"),
        UniqueConstraint("booking_id", "reason"),
    )
    id: Mapped[Id]
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    at: Mapped[datetime]
    reason: Mapped[str]
    percent: Mapped[int]
    amount_fen: Mapped[int]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))


class CheckIn(Base):
    """What a door decided; append-only, undone by a row that names the one it undoes."""

    __tablename__ = "check_ins"
    __table_args__ = table(
        CheckConstraint("kind IN ('entry', 'exit', 'refused', 'undo')", name="kind"),
        CheckConstraint("(kind = 'undo') = (corrects_id IS NOT NULL)", name="undo"),
        CheckConstraint("heads >= 0", name="heads"),
        CheckConstraint("(kind = 'entry') = (nth IS NOT NULL)", name="nth"),
        UniqueConstraint("device_id", "sequence"),  # a replay of a door's log changes nothing
        # The same entry twice: never on one device, never among those that see each other. Two doors that were cut off
        # from each other both keep theirs, and the double use is flagged when they meet again.
        Index("uq_check_ins_ticket_nth_device", "ticket_id", "nth", "device_id", unique=True),
        Index(
            "uq_check_ins_ticket_nth",
            "ticket_id",
            "nth",
            unique=True,
            sqlite_where=text("NOT cut_off"),
            postgresql_where=text("NOT cut_off"),
        ),
        Index(None, "session_id"),
        Index(None, "at"),
    )
    id: Mapped[Id]
    ticket_id: Mapped[UUID | None] = mapped_column(ForeignKey("tickets.id"))
    """NULL for a ticket that this database does not know (let in by its signature, or refused)."""
    serial: Mapped[BigInt]
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("sessions.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    sequence: Mapped[BigInt]
    """The device's own count, without a gap."""
    gate: Mapped[str]
    at: Mapped[datetime]
    kind: Mapped[str]
    nth: Mapped[int | None]
    """The how-manieth entry of the ticket this is."""
    heads: Mapped[int]
    verdict: Mapped[str]
    cut_off: Mapped[bool] = mapped_column(default=False)
    """Decided by the signature alone, without the others' database."""
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    corrects_id: Mapped[UUID | None] = mapped_column(ForeignKey("check_ins.id"), unique=True)


class PrintJob(Base):
    """A ticket on its way to paper. What failed is never lost, and never printed twice without asking."""

    __tablename__ = "print_jobs"
    __table_args__ = table(
        CheckConstraint(
            "state IN ('queued', 'sending', 'sent', 'confirmed', 'unknown', 'failed', 'expired')", name="state"
        ),
        CheckConstraint("attempts >= 0", name="attempts"),
        # One job in the printer at a time.
        Index(
            "uq_print_jobs_in_printer",
            "device_id",
            "printer",
            unique=True,
            sqlite_where=text("state IN ('sending', 'sent')"),
            postgresql_where=text("state IN ('sending', 'sent')"),
        ),
        Index(None, "device_id", "state", "queued_at"),
    )
    id: Mapped[Id]
    booking_id: Mapped[UUID] = mapped_column(ForeignKey("bookings.id"), index=True)
    ticket_id: Mapped[UUID | None] = mapped_column(ForeignKey("tickets.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    printer: Mapped[str] = mapped_column(default="")
    paper: Mapped[str]
    """`80mm`, `58mm`, `a6`, `a5`."""
    lang: Mapped[str]
    copy: Mapped[bool]
    state: Mapped[str] = mapped_column(default="queued")
    reason: Mapped[str] = mapped_column(default="")
    """Why it failed, is unknown or expired: a stable word for the program, not a sentence."""
    attempts: Mapped[int] = mapped_column(default=0)
    queued_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    queued_steady: Mapped[BigInt | None]
    """Microseconds of the device's steady time, so that a job's age does not follow a wall clock that jumps."""
    boot: Mapped[str] = mapped_column(default="")
    output: Mapped[str | None]
    """Where a PDF went, or the name that the queue gave to the job."""
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
