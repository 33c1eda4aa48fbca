"""What happened, told after commit to whoever follows."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

log = logging.getLogger(__name__)

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class SeatsChanged:
    """Seats of a session were held, sold or given back."""

    session_id: UUID


@dataclass(frozen=True, slots=True)
class BookingChanged:
    """A booking was made, moved, cancelled or paid."""

    booking_id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class ContentChanged:
    """A site pack was imported, or its content edited."""

    site: str


@dataclass(frozen=True, slots=True)
class PrintJobChanged:
    """A print job went from one state to the next."""

    job_id: UUID
    state: str


@dataclass(frozen=True, slots=True)
class GalleryChanged:
    """A visitor's plate was kept, or staff have shown or hidden one."""

    site: str


@dataclass(frozen=True, slots=True)
class StaffNotice:
    """Something that staff, not visitors, must know; `key` replaces an older notice of the same key."""

    key: str
    text: str


class Events:
    """Publishes on the thread that calls; a follower that needs another thread takes itself there."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._followers: list[tuple[type, Callable[[Any], None]]] = []

    def follow(self, kind: type[E], follower: Callable[[E], None]) -> Callable[[], None]:
        """Call `follower` with each event of `kind` from now on. Returns the way to stop."""
        entry = (kind, follower)
        with self._lock:
            self._followers.append(entry)

        def stop() -> None:
            with self._lock:
                if entry in self._followers:
                    self._followers.remove(entry)

        return stop

    def publish(self, event: object) -> None:
        """Tell every follower. One that fails is logged and does not keep the others from hearing."""
        with self._lock:
            followers = [f for kind, f in self._followers if isinstance(event, kind)]
        for follower in followers:
            try:
                follower(event)
            except Exception:  # an edge: the follower's fault must not undo what has been committed
                log.exception("a follower of %s failed", type(event).__name__)
