"""The one way to the data that comes with the program: themes, icons, sounds, translations, site packs."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder below `resources/`, the same in a checkout and in an installed wheel.

    Raises FileNotFoundError where there is no such file.
    """
    path = _ROOT.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"no shipped resource {'/'.join(parts)}")
    return path
