"""Ids that are made where the thing happens, and that sort by the time at which they were made."""

import os
import threading
import time
from uuid import UUID


class _Uuid7:
    """UUIDv7 of RFC 9562 §5.7 with method 1 of §6.2: a 12-bit counter after the millisecond keeps the order."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stamp = 0  # milliseconds << 12 | counter

    def make(self) -> UUID:
        fresh = (time.time_ns() // 1_000_000) << 12
        with self._lock:
            # A wall clock that was put back does not put the ids back: the counter runs on into the milliseconds.
            self._stamp = max(fresh, self._stamp + 1)
            stamp = self._stamp
        tail = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
        return UUID(int=(stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62 | tail)


_maker = _Uuid7()


def new_id() -> UUID:
    """A UUIDv7, greater than every one that this process made before.

    >>> first, second = new_id(), new_id()
    >>> first.version, first < second
    (7, True)
    """
    return _maker.make()
