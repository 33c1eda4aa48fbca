"""`make bench`: `python -m tests.bench [PART…] [--quick] [--display] [--out FILE] [--write-doc]`."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench import bookings, growth, machines, moving, rest, start, taps, tickets
from tests.bench.doc import write_doc
from tests.bench.figures import Figure, Measured, table, write_json
from tests.bench.processes import ROOT, Bench, Child, ChildFailed
from tests.bench.windows import SITE
from tests.servers.screen import Screen

PARTS: Mapping[str, Callable[[Bench], Measured]] = {
    "start": start.measure,
    "taps": taps.measure,
    "confirm": bookings.measure_confirm,
    "week": bookings.measure_week,
    "ticket": tickets.measure,
    "moving": moving.measure,
    "machines": machines.measure,
    "rest": rest.measure,
    "memory": growth.measure,
}
BUILD = ROOT / "build"


def main(words: Sequence[str]) -> int:
    """Measure, print a table, write JSON. 1 when a part could not be measured; over a budget is no error, but told."""
    args = _parser().parse_args(words)
    if args.write_doc:
        return write_doc(args.out or BUILD / "bench.json")
    unknown = [part for part in args.parts if part not in PARTS]
    if unknown:
        print(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    parts = args.parts or list(PARTS)
    BUILD.mkdir(exist_ok=True)
    figures: list[Figure] = []
    broken = 0
    with ExitStack() as stack:
        # Beside the working tree, not in a temporary folder: that may be memory, where a commit costs nothing.
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD)))
        display = os.environ.get("KIOSK_TEST_DISPLAY", "")
        if args.display and not display:
            display = stack.enter_context(Screen())
        bench = Bench(scratch, args.quick, display)
        print(f"measuring on {bench.display or 'a screen in memory'}{', quickly' if bench.quick else ''}", flush=True)
        _open_once(bench)
        for part in parts:
            begun = time.monotonic()
            try:
                measured = PARTS[part](bench)
            except ChildFailed as error:
                print(f"── {part}: NOT measured: {error}", flush=True)
                broken += 1
                continue
            print(f"── {part}, {time.monotonic() - begun:.0f} s", flush=True)
            print(table(measured.figures), flush=True)
            for note in measured.notes:
                print(f"   {note}", flush=True)
            figures += measured.figures
    out = args.out or BUILD / _file_name(args.parts, args.quick)
    write_json(figures, out)
    over = [figure for figure in figures if not figure.ok]
    print(f"{len(figures)} figures, {len(over)} over their budget; {_shown(out)}")
    return 1 if broken else 0


def _open_once(bench: Bench) -> None:
    """Make the home: a kiosk is opened for the first time once, and nothing of that is measured."""
    bench.home.mkdir()
    with Child(bench, "tests.bench.park_rooms", str(bench.home), SITE) as rooms:
        rooms.ask("open")


def _file_name(parts: Sequence[str], quick: bool) -> str:
    """`bench.json` is what a whole run leaves; a part or a quick run does not overwrite it."""
    return "-".join(["bench", *parts, *(["quick"] if quick else [])]) + ".json"


def _shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else str(file)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure the kiosk beside references.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; without one all of them")
    parser.add_argument("--quick", action="store_true", help="few rounds, to see that it works")
    parser.add_argument("--display", action="store_true", help="in a window of KIOSK_TEST_DISPLAY, else of a new Xvfb")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the JSON (build/bench.json)")
    parser.add_argument("--write-doc", action="store_true", help="fill the table of docs/figures.md from the JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
