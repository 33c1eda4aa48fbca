"""The one folder in which a kiosk keeps all that it stores."""

import os
from pathlib import Path

SETTINGS_FILE = "kiosk.toml"
DATABASE_FILE = "gongfang.sqlite3"
ENVIRONMENT_OF_TOOLS = ("KIOSK_HOME", "KIOSK_TEST_", "KIOSK_BENCH_")  # not settings


class BadHome(Exception):
    """The home folder cannot be used; the text says why and what to do."""


def home_folder(given: str | os.PathLike[str] | None = None) -> Path:
    """The home folder: `given`, or `KIOSK_HOME`, or the platform's folder for the data of programs. Made where missing.

    Raises BadHome where it cannot be made or written.
    """
    named = given or os.environ.get("KIOSK_HOME")
    folder = Path(named).expanduser() if named else _platform_folder()
    folder = folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise BadHome(
            f"{folder}: cannot be used as home folder ({error.strerror}). Name another one with --home or KIOSK_HOME."
        ) from error
    if not os.access(folder, os.W_OK):
        raise BadHome(
            f"{folder}: this home folder cannot be written. "
            "Change its owner, or name another one with --home or KIOSK_HOME."
        )
    return folder


def database_url(home: Path, configured: str) -> str:
    """The database to open: the configured one, or the embedded one in the home folder."""
    return configured or f"sqlite:///{(home / DATABASE_FILE).as_posix()}"


def _platform_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("gongfang", appauthor=False)
