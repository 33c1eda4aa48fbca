"""The processes that are measured: the kiosk and its references, in the same environment, one at work at a time."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
SCREEN = (1080, 1920)
"""px of the screen that is measured on: the portrait sheet of a 32 inch totem."""
PATIENCE_S = 120.0


class ChildFailed(Exception):
    """A measured process ended or fell silent; the text is what it said last."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how thoroughly it is measured."""

    scratch: Path
    """A folder for homes and caches, on the disk that is measured."""
    quick: bool = False
    """Few rounds: to see that a part works, not what it comes to."""
    display: str = ""
    """The X display to open windows on; empty: a screen in memory (Qt's offscreen platform)."""
    renderer: str = "software"
    """What draws: software, or opengl, which needs a display."""

    @property
    def home(self) -> Path:
        """The kiosk's home, which every part shares: it has been used before, as every home but once."""
        return self.scratch / "home"

    def rounds(self, thorough: int, quick: int) -> int:
        """How often: the one or the other."""
        return quick if self.quick else thorough

    def environment(self) -> dict[str, str]:
        """What every measured process is started with: a Full HD screen, the software renderer, its own caches.

        Settings of whoever runs the bench are left out, and so is a ban on bytecode files: an installed program has
        them.
        """
        left_out = ("KIOSK_", "QT_", "QML_", "PYTHON")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
        screen = {"QT_QPA_PLATFORM": f"offscreen:configfile={self._screen_file()}"}
        if self.display:
            screen = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": self.display}
        if self.renderer == "software":
            screen["QT_QUICK_BACKEND"] = "software"
        return (
            kept
            | screen
            | {
                "PYTHONPATH": str(ROOT),
                "XDG_CACHE_HOME": str(self.scratch / "cache"),
                "XDG_CONFIG_HOME": str(self.scratch / "config"),
                "XDG_DATA_HOME": str(self.scratch / "data"),
            }
        )

    def _screen_file(self) -> Path:
        file = self.scratch / "screen.json"
        if not file.exists():
            width, height = SCREEN
            screen = {"name": "totem", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
            file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        return file


def command(module: str, *words: str) -> list[str]:
    """The command line of `python -m module words…`."""
    return [sys.executable, "-m", module, *words]


class Child:
    """A measured process that does one thing at a time when told: a JSON document a line, in and out."""

    def __init__(self, bench: Bench, module: str, *words: str) -> None:
        self._process = subprocess.Popen(
            command(module, *words),
            cwd=ROOT,
            env=bench.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._process.pid

    def ask(self, what: str, patience_s: float = PATIENCE_S, **details: Any) -> Any:
        """Tell it to do something; what it answers. Raises ChildFailed."""
        if self._process.stdin is None or self._process.stdout is None:
            raise ChildFailed("the process has no pipes")
        try:
            self._process.stdin.write(json.dumps({"what": what, **details}) + "\n")
            self._process.stdin.flush()
        except OSError as error:
            raise ChildFailed(f"{what}: the process has gone") from error
        # A process that hangs must not hang the bench: it is ended, which ends the line that is waited for.
        guard = threading.Timer(patience_s, self._process.kill)
        guard.start()
        try:
            line = self._process.stdout.readline()
        finally:
            guard.cancel()
        if not line:
            raise ChildFailed(f"{what}: the process ended with {self._process.wait()}")
        answer = json.loads(line)
        if "error" in answer:
            raise ChildFailed(f"{what}: {answer['error']}")
        return answer["answer"]

    def close(self) -> None:
        """End it: its input closes, and a process that does not mind that is ended."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def serve(doing: Mapping[str, Any]) -> None:
    """The other end of a Child: do what each line of standard input asks, answer with a line, until it closes."""
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = {"answer": doing[asked.pop("what")](**asked)}
        except Exception as error:  # an edge: a child's job; the bench is told, and says so
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
