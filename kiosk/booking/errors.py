"""What a booking can be refused for. Facts are in fields; sentences among them are for a visitor, in their language."""

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from kiosk.booking.views import SessionView


class BookingError(Exception):
    """Whatever the subject refuses."""


class SoldOut(BookingError):
    """Fewer seats are left than were wanted; `next_free` is the next session that has them, if there is one.

    `wheelchairs`: so many wheelchair places were wanted with the seats, and are looked for with them."""

    def __init__(self, session_id: UUID, wanted: int, free: int, *, wheelchairs: int = 0) -> None:
        super().__init__(f"{wanted} seats wanted, {free} free")
        self.session_id = session_id
        self.wanted = wanted
        self.free = free
        self.wheelchairs = wheelchairs
        self.next_free: SessionView | None = None


class HoldExpired(BookingError):
    """The hold has run out, or was given back."""

    def __init__(self, hold_id: UUID) -> None:
        super().__init__(f"hold {hold_id} has run out")
        self.hold_id = hold_id


class SessionClosed(BookingError):
    """The session can't be booked now; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PartyRefused(BookingError):
    """The party does not fit the workshop's rules; `problems` are sentences."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


class UnknownSession(BookingError):
    """There is no such session."""

    def __init__(self, session_id: UUID) -> None:
        super().__init__(f"no session {session_id}")
        self.session_id = session_id


class UnknownBooking(BookingError):
    """The code is well formed, but no booking has it."""

    def __init__(self, code: str) -> None:
        super().__init__(f"no booking {code}")
        self.code = code


class BadCode(BookingError):
    """This can't be a code: a sign is wrong, swapped, missing or too many."""

    def __init__(self, code: str) -> None:
        super().__init__(f"not a code: {code!r}")
        self.code = code


class TooLateToChange(BookingError):
    """The booking can't be moved or cancelled any more; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ChangedMeanwhile(BookingError):
    """Somebody else has changed the booking since it was read."""

    def __init__(self, code: str, seen: int, now: int) -> None:
        super().__init__(f"booking {code} was changed meanwhile (version {now}, not {seen})")
        self.code = code
        self.seen = seen
        self.now = now


class CapacityTooSmall(BookingError):
    """Seats that are sold, held or kept for a group stand against the new capacity; `codes` are the bookings."""

    def __init__(self, session_id: UUID, wanted: int, taken: int, codes: tuple[str, ...]) -> None:
        super().__init__(f"capacity {wanted} is less than the {taken} seats taken")
        self.session_id = session_id
        self.wanted = wanted
        self.taken = taken
        self.codes = codes


class ClockDoubtful(BookingError):
    """The wall clock is earlier than what has been written already, or than the program: no sale until staff set it.

    `shows` and `at_least` are aware datetimes as text (ISO 8601)."""

    def __init__(self, shows: str, at_least: str) -> None:
        super().__init__(f"the clock shows {shows}, which is before {at_least}")
        self.shows = shows
        self.at_least = at_least
