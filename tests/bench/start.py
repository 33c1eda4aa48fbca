"""Process start → the attract screen's first painted frame, beside a bare PySide6 QML window.

That frame is the poster: the attract page as it last stood. When the live page is behind it is told beside it.
"""

import subprocess
import time

from tests.bench.figures import Figure, Measured, median
from tests.bench.processes import ROOT, Bench, ChildFailed, command

TIMES_THE_REFERENCE = 1.25


def frame_ms(words: list[str], bench: Bench) -> dict[str, float]:
    """Milliseconds from just before the process is made until it says that a frame has been painted: `first`, and of
    ours `live`, the page itself."""
    start = time.monotonic()
    done = subprocess.run(
        words, cwd=ROOT, env=bench.environment(), capture_output=True, text=True, timeout=60, check=False
    )
    said = [line.split() for line in done.stdout.splitlines()]
    # The monotonic clock is one for all processes of a machine.
    stamps = {words[0]: (float(words[2]) - start) * 1000 for words in said if len(words) == 3 and words[1] == "frame"}
    if "first" not in stamps:
        raise ChildFailed(f"{words}: no first frame; it said {done.stdout[-500:]!r} {done.stderr[-1500:]!r}")
    return stamps


def measure(bench: Bench) -> Measured:
    """The kiosk and the bare window by turns."""
    ours_words = command("ui", "--home", str(bench.home), "run", "--quit-after-first-frame")
    bare_words = command("tests.bench.bare_window")
    for words in (ours_words, bare_words):
        frame_ms(words, bench)  # bytecode, compiled QML and the disk's cache
    ours, bare = [], []
    for _ in range(bench.rounds(21, 3)):
        ours.append(frame_ms(ours_words, bench))
        bare.append(frame_ms(bare_words, bench)["first"])
    budget = TIMES_THE_REFERENCE * median(bare)
    first, live = (median([frames[name] for frames in ours]) for name in ("first", "live"))
    figure = Figure("start to first frame", first, median(bare), budget, "ms")
    return Measured([figure], [f"that is the attract page's poster; the live page is there after {live:.0f} ms"])
