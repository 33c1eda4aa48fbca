"""The settings without pydantic, which takes longer to import than the first frame takes to paint, and 10 MiB.

What was found good is kept in the home folder beside a fingerprint of file, environment and program; where that fits,
it is still good.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

from kiosk.home import ENVIRONMENT_OF_TOOLS, SETTINGS_FILE

if TYPE_CHECKING:
    from kiosk.settings import Settings

_CHECKED = "settings.checked.json"


def checked_settings(home: Path) -> dict[str, Any]:
    """The settings as a plain dictionary (tables as dictionaries), without pydantic where nothing has changed.

    Raises `kiosk.settings.BadSettings`.
    """
    kept = home / _CHECKED
    print_now = _fingerprint(home)
    try:
        found = json.loads(kept.read_text(encoding="utf-8"))
        if found["fingerprint"] == print_now:
            return dict(found["settings"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # first start, or a file cut short by a pulled plug: check anew
    from kiosk.settings import load

    values = load(home).model_dump(mode="json")
    part = kept.with_suffix(".part")
    try:
        part.write_text(json.dumps({"fingerprint": print_now, "settings": values}), encoding="utf-8")
        part.replace(kept)
    except OSError:
        part.unlink(missing_ok=True)  # a full disk costs the next start 0.1 s, nothing else
    return values


def as_settings(values: Mapping[str, Any]) -> "Settings":
    """Checked settings to be read by name, as those that they were taken from: every key is there, none can be set.

    It has the keys of a `Settings` and nothing of its methods, which are pydantic's.
    """
    return cast("Settings", _Table(values))


class _Table:
    """One table of the settings, with those below it."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(
            (key, _Table(value) if isinstance(value, Mapping) else value) for key, value in values.items()
        )

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise AttributeError(f"settings cannot be changed: {name}")


def _fingerprint(home: Path) -> str:
    try:
        text = (home / SETTINGS_FILE).read_bytes()
    except OSError:
        text = b""
    variables = sorted(
        (k, v) for k, v in os.environ.items() if k.startswith("KIOSK_") and not k.startswith(ENVIRONMENT_OF_TOOLS)
    )
    program = Path(__file__).with_name("settings.py").stat()
    return hashlib.sha256(repr((text, variables, program.st_mtime_ns, program.st_size)).encode()).hexdigest()
