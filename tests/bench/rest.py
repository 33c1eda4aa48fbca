"""Memory and processor of a kiosk that nobody touches: `kiosk run` on its attract screen, watched from outside."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from tests.bench.figures import Figure, Measured
from tests.bench.processes import ROOT, Bench, ChildFailed, command

MEMORY_MIB = 130.0
MOVING_CORE = 1.0
RESTING_CORE = 0.1
"""%: DESIGN says 0; the system counts in hundredths of a second, so that a tenth is the least that shows."""
MIB = 1024 * 1024
WATCH_S, QUICK_S = 150, 15
"""Two rounds of the attract screen's machine: it plays for about ten seconds and rests for up to a minute."""
BARE_S = 15


def measure(bench: Bench) -> Measured:
    """Ours and the bare window by turns."""
    with _running(bench, command("tests.bench.bare_window", "stay")) as bare:
        time.sleep(3)
        bare_memory, bare_core, _ = _watched(bare, BARE_S)
    with _running(bench, command("ui", "--home", str(bench.home), "run")) as ours:
        _wait_for_rest(ours)
        memory, core, resting = _watched(ours, bench.rounds(WATCH_S, QUICK_S))
    figures = [
        Figure("memory at rest (PSS)", memory, bare_memory, MEMORY_MIB, "MiB"),
        Figure("attract screen, core while it plays and rests", core, bare_core, MOVING_CORE, "%"),
        Figure("attract screen, core while it rests", resting, bare_core, RESTING_CORE, "%"),
    ]
    return Measured(figures)


@contextmanager
def _running(bench: Bench, words: list[str]) -> Iterator[psutil.Process]:
    process = subprocess.Popen(
        words, cwd=ROOT, env=bench.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield psutil.Process(process.pid)
        if process.poll() is not None:
            raise ChildFailed(f"{words}: ended by itself with {process.returncode}")
    finally:
        process.kill()
        process.wait()


def _wait_for_rest(process: psutil.Process) -> None:
    """Until the worker has built its App and the pages are compiled: little work in five seconds on end."""
    quiet = 0
    for _ in range(120):
        before = _used_s(process)
        time.sleep(1)
        quiet = quiet + 1 if _used_s(process) - before < 0.2 else 0
        if quiet >= 5:
            return
    raise ChildFailed("the kiosk did not come to rest within two minutes")


def _watched(process: psutil.Process, seconds: int) -> tuple[float, float, float]:
    """PSS in MiB at the end; % of a core over all that time, and in the quietest ten seconds on end."""
    used = [_used_s(process)]
    start = time.monotonic()
    for second in range(1, seconds + 1):
        time.sleep(max(0.0, start + second - time.monotonic()))
        used.append(_used_s(process))
    core = (used[-1] - used[0]) / (time.monotonic() - start) * 100
    resting = round(min(used[at + 10] - used[at] for at in range(len(used) - 10)) / 10 * 100, 3)
    return pss_mib(process.pid), core, resting


def _used_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def pss_mib(pid: int) -> float:
    """The memory that a process answers for: its own, and its part of what it shares (USS where there is no PSS)."""
    memory = psutil.Process(pid).memory_full_info()
    return float(getattr(memory, "pss", memory.uss)) / MIB
