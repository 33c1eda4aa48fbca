"""Process start → the attract screen's first painted frame, beside a bare PySide6 QML window."""

import subprocess
import time

from tests.bench.figures import Figure, Measured, median
from tests.bench.processes import ROOT, Bench, ChildFailed, command

TIMES_THE_REFERENCE = 1.25


def first_frame_ms(words: list[str], bench: Bench) -> float:
    """Milliseconds from just before the process is made until it says that its first frame has been painted."""
    start = time.monotonic()
    done = subprocess.run(
        words, cwd=ROOT, env=bench.environment(), capture_output=True, text=True, timeout=60, check=False
    )
    stamp = next((line for line in done.stdout.splitlines() if line.startswith("first frame ")), None)
    if stamp is None:
        raise ChildFailed(f"{words}: no first frame; it said {done.stdout[-500:]!r} {done.stderr[-1500:]!r}")
    # The monotonic clock is one for all processes of a machine.
    return (float(stamp.split()[-1]) - start) * 1000


def measure(bench: Bench) -> Measured:
    """The kiosk and the bare window by turns."""
    ours_words = command("ui", "--home", str(bench.home), "run", "--quit-after-first-frame")
    bare_words = command("tests.bench.bare_window")
    for words in (ours_words, bare_words):
        first_frame_ms(words, bench)  # bytecode, compiled QML and the disk's cache
    ours, bare = [], []
    for _ in range(bench.rounds(21, 3)):
        ours.append(first_frame_ms(ours_words, bench))
        bare.append(first_frame_ms(bare_words, bench))
    budget = TIMES_THE_REFERENCE * median(bare)
    return Measured([Figure("start to first frame", median(ours), median(bare), budget, "ms")])
