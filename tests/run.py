"""`make test`: every check, and the servers that tests need; `tests/run.py pytest …` runs pytest alone beside them.

All checks run even when one has failed, so that one run tells everything. Exits 1 when any has failed.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Two tests at a time; those of one file, which may share servers and fixtures, one after the other.
WORKERS = ("-n", "2", "--dist", "loadfile")
BIN = Path(sys.executable).parent
sys.path.insert(0, str(ROOT))


def _checks() -> list[tuple[str, list[str]]]:
    python = sys.executable
    return [
        ("lock file", [python, "tests/tools/lock.py", "--check"]),
        ("ruff", [str(BIN / "ruff"), "check", "."]),
        ("ruff format", [str(BIN / "ruff"), "format", "--check", "--quiet", "."]),
        ("import-linter", [str(BIN / "lint-imports"), "--no-logo"]),
        ("mypy", [str(BIN / "mypy")]),
        ("qmllint", [python, "tests/tools/qmllint.py"]),
        ("translations", [python, "-m", "ui", "translations", "check"]),
    ]


def _timed(name: str, command: Sequence[str], environment: dict[str, str]) -> bool:
    print(f"── {name}", flush=True)
    start = time.monotonic()
    good = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0
    print(f"── {name}: {'passed' if good else 'FAILED'} in {time.monotonic() - start:.0f} s", flush=True)
    return good


def main(words: Sequence[str]) -> int:
    """Run the checks and pytest, or with `pytest` as first word pytest alone with the other words."""
    failed = []
    environment = {key: value for key, value in os.environ.items() if not key.startswith("KIOSK_")}
    environment["PATH"] = f"{BIN}{os.pathsep}{environment.get('PATH', '')}"
    if words[:1] != ["pytest"]:
        failed = [name for name, command in _checks() if not _timed(name, command, environment)]
    with ExitStack() as stack:
        from tests.servers.cups import Cups
        from tests.servers.postgres import Postgres
        from tests.servers.screen import Screen

        scratch = stack.enter_context(tempfile.TemporaryDirectory(prefix="gongfang-tests-"))
        environment |= {
            "KIOSK_TEST_POSTGRES": stack.enter_context(Postgres()),
            "KIOSK_TEST_DISPLAY": stack.enter_context(Screen()),
            "XDG_CONFIG_HOME": str(Path(scratch) / "config"),  # the Pinyin keyboard writes a dictionary there
            "XDG_DATA_HOME": str(Path(scratch) / "data"),
            "QT_QPA_PLATFORM": "offscreen",
            **stack.enter_context(Cups()),
        }
        command = [sys.executable, "-m", "pytest", *(words[1:] if words[:1] == ["pytest"] else [*WORKERS, *words])]
        if not _timed("pytest", command, environment):
            failed.append("pytest")
    if failed:
        print(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
