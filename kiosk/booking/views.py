"""What the subject shows: frozen, in the language asked for, times also turned to the park's zone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

Party = Mapping[str, int]
"""Category slug -> heads."""

SessionState = Literal["open", "sold_out", "too_early", "too_late", "running", "over", "cancelled", "closed"]
BookingState = Literal["confirmed", "moved", "cancelled"]
PaymentState = Literal["free", "to_pay", "paid", "refunded"]


@dataclass(frozen=True, slots=True)
class Category:
    """A row of the price table, for one session."""

    slug: str
    name: str
    each_fen: int
    rule: str
    proof: str
    needs_adult: bool
    is_adult: bool
    takes_seat: bool
    companion_of: str | None = None


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as a visitor may see it."""

    id: UUID
    site: str
    workshop: str
    workshop_name: str
    other_name: str
    starts_at: datetime
    ends_at: datetime
    local_start: datetime
    local_end: datetime
    language: str
    capacity: int
    free: int
    wheelchair_free: int
    price_fen: int
    state: SessionState
    reason: str
    zone_name: str
    meeting_point: str
    min_party: int
    max_party: int

    def with_own(self, seats: int, wheelchairs: int = 0) -> "SessionView":
        """The same as it is to whoever holds so many of its seats and wheelchair places: to them these are free."""
        if not seats:
            return self
        full = self.state == "sold_out"
        return replace(
            self,
            free=min(self.capacity, self.free + seats),
            wheelchair_free=self.wheelchair_free + wheelchairs,
            state="open" if full else self.state,
            reason="" if full else self.reason,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the price."""

    category: str
    name: str
    count: int
    each_fen: int
    total_fen: int
    proof: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What a party would cost; `problems` is empty when it can be held."""

    lines: tuple[Line, ...]
    total_fen: int
    heads: int
    seats: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """Seats that are kept for a while."""

    id: UUID
    session: SessionView
    lines: tuple[Line, ...]
    total_fen: int
    seats: int
    seconds_left: float
    refund_rule: str
    """As the booking will keep it, in one sentence."""
    wheelchairs: int = 0
    """Wheelchair places among the seats."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who books; all of it optional."""

    name: str = ""
    phone: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class TicketRef:
    """A ticket of a booking: one, which admits the whole party. `category` is `party` where there is more than one."""

    id: UUID
    serial: int
    category: str
    admits: int


@dataclass(frozen=True, slots=True)
class BookingView:
    """A booking as its visitor may see it."""

    id: UUID
    code: str
    site: str
    session: SessionView
    lines: tuple[Line, ...]
    total_fen: int
    state: BookingState
    payment: PaymentState
    paid_fen: int
    """Without what an exchange left over, which the desk hands out or has handed out."""
    heads: int
    tickets: tuple[TicketRef, ...]
    can_move: bool
    can_cancel: bool
    why_not: str
    refund_fen: int
    """What comes back if it is cancelled now; of a cancelled one, what its cancellation gave back. In fen."""
    refund_rule: str
    needs: str
    moved_to: str | None
    created_at: datetime
    version: int = 1
    wheelchairs: int = 0
    """Wheelchair places among its seats."""


@dataclass(frozen=True, slots=True)
class BookableDay:
    """A day and what is left on it; `kind` is the catalogue's DayKind."""

    date: date
    kind: Any
    sessions: int
    free: int
    note: str


@dataclass(frozen=True, slots=True)
class Planned:
    """What planning did; `kept` are sessions that the plan no longer has, or gives fewer seats, but that are booked."""

    made: int
    changed: int
    dropped: int
    kept: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """Seats kept for a group."""

    id: UUID
    session_id: UUID
    label: str
    seats: int
    release_at: datetime
