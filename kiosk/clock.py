"""Time, always handed in: the wall for people, a steady one for order and for holds."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Where a use case learns what time it is."""

    def now(self) -> datetime:
        """Wall-clock time, aware, in UTC. May be wrong and may jump."""
        ...

    def uptime(self) -> float:
        """Seconds since the machine started: never jumps, goes on in sleep where the system can tell,
        and is the same for every process of the machine."""
        ...

    def boot(self) -> str:
        """A name for this run of the machine; `uptime` of two boots must not be compared."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def __init__(self) -> None:
        self._boot = ""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def uptime(self) -> float:
        boottime = getattr(time, "CLOCK_BOOTTIME", None)  # Linux; counts sleep too
        return time.monotonic() if boottime is None else time.clock_gettime(boottime)

    def boot(self) -> str:
        self._boot = self._boot or self._ask_boot()  # no process outlives the machine's run; each booking asks thrice
        return self._boot

    def _ask_boot(self) -> str:
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            # Elsewhere: the minute at which the machine must have started, which is stable while the wall clock is.
            started = datetime.now(UTC) - timedelta(seconds=time.monotonic())
            return started.strftime("%Y%m%dT%H%M")


@dataclass
class SetClock:
    """A clock that stands still until it is told: for tests, demonstrations and named scenes."""

    at: datetime
    seconds: float = 1_000.0
    boot_name: str = "boot-1"
    jumps: list[timedelta] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    def uptime(self) -> float:
        return self.seconds

    def boot(self) -> str:
        return self.boot_name

    def pass_time(self, by: timedelta) -> None:
        """Let honest time go by: both clocks move."""
        self.at += by
        self.seconds += by.total_seconds()

    def jump(self, by: timedelta) -> None:
        """Put the wall clock forward or back, as a hand or a dead battery does: the steady one does not move."""
        self.at += by
        self.jumps.append(by)
