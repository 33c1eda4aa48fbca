"""Runs the program in a process of its own, as a script does."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


def command(*words: str, home: Path | None = None) -> list[str]:
    """The words that start the program."""
    return [sys.executable, "-m", "ui", *(["--home", str(home)] if home else []), *words]


def clean_environment(**more: str) -> dict[str, str]:
    """This process's environment without settings of a kiosk."""
    return {key: value for key, value in os.environ.items() if not key.startswith("KIOSK_")} | more


def kiosk(
    *words: str, home: Path | None = None, patience_s: float = 120, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run the program to its end."""
    return subprocess.run(
        command(*words, home=home),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=clean_environment(**environment),
        timeout=patience_s,
        check=False,
    )


def answer(run: "subprocess.CompletedProcess[str]") -> Any:
    """The one JSON document of a command."""
    return json.loads(run.stdout)
