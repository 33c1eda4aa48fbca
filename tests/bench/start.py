"""Process start → the attract screen's first painted frame, beside a bare PySide6 QML window."""

import subprocess
import time
from pathlib import Path

from tests.bench.figures import Figure, median
from tests.bench.processes import ROOT, ChildFailed, command, environment

TIMES_THE_REFERENCE = 1.25


def first_frame_ms(words: list[str], scratch: Path) -> float:
    """Milliseconds from just before the process is made until it says that its first frame has been painted."""
    start = time.monotonic()
    done = subprocess.run(
        words, cwd=ROOT, env=environment(scratch), capture_output=True, text=True, timeout=60, check=False
    )
    stamp = next((line for line in done.stdout.splitlines() if line.startswith("first frame ")), None)
    if stamp is None:
        raise ChildFailed(f"{words}: no first frame; it said {done.stdout[-500:]!r} {done.stderr[-1500:]!r}")
    # The monotonic clock is one for all processes of a machine.
    return (float(stamp.split()[-1]) - start) * 1000


def measure_start(home: Path, scratch: Path, rounds: int = 15) -> list[Figure]:
    """The kiosk and the bare window by turns. `home` has been used before: a kiosk starts for the first time once."""
    ours_words = command("ui", "--home", str(home), "run", "--quit-after-first-frame")
    bare_words = command("tests.bench.bare_window")
    for words in (ours_words, bare_words):
        first_frame_ms(words, scratch)  # bytecode, compiled QML and the disk's cache
    ours, bare = [], []
    for _ in range(rounds):
        ours.append(first_frame_ms(ours_words, scratch))
        bare.append(first_frame_ms(bare_words, scratch))
    return [Figure("start to first frame", median(ours), median(bare), TIMES_THE_REFERENCE * median(bare), "ms")]
