"""What the first frame needs, and nothing heavier: settings already checked, the site's name, its theme, how to draw.

The guard in tests/ui/shell/test_first_frame.py lists what may not be imported before it is painted.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.resources import resource
from ui.shell.theme_files import COLOUR_TABLES

_SIGHT = "first-frame.json"
PLAIN_THEME = "tianning"
"""Of a site that names none, or one that cannot be read."""
HOME_TIMEZONE = "Asia/Shanghai"
"""The same."""


@dataclass(frozen=True, slots=True)
class FirstSight:
    """What is known of the site before the database is open: enough for the attract page."""

    site: str
    name: Mapping[str, str] = field(default_factory=dict)
    """Language -> the park's name."""
    tagline: Mapping[str, str] = field(default_factory=dict)
    theme: str = PLAIN_THEME
    attract: str = ""
    """The scene of the attract page: plate, pump, running-gear, big-air."""
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Tables of the pack's own theme.toml (`colours`, `high_contrast`), to be laid over `theme`; mostly empty."""
    timezone: str = HOME_TIMEZONE
    """Where the park lies: by its clock there are quiet hours."""


def first_sight(home: Path, site: str) -> FirstSight:
    """From what the last run has left in the home folder, else from the shipped site pack, else the slug alone."""
    try:
        kept = json.loads((home / _SIGHT).read_text(encoding="utf-8"))
        if kept["site"] == site:
            return FirstSight(
                site,
                dict(kept["name"]),
                dict(kept["tagline"]),
                str(kept["theme"]),
                str(kept["attract"]),
                {table: dict(colours) for table, colours in kept.get("colours", {}).items()},
                str(kept.get("timezone", HOME_TIMEZONE)),
            )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass  # first start, another site, or a file cut short: the pack is the next best
    return shipped_sight(site)


def shipped_sight(site: str) -> FirstSight:
    """What the site pack that comes with the program says; of a site without one, nothing but its slug."""
    pack = _toml(site, "site.toml")
    if not pack:
        return FirstSight(site)
    own = _toml(site, "theme.toml")
    return FirstSight(
        site,
        dict(pack.get("name", {})),
        dict(pack.get("tagline", {})),
        str(pack.get("theme", PLAIN_THEME)),
        str(pack.get("attract", "")),
        {table: dict(own[table]) for table in COLOUR_TABLES if isinstance(own.get(table), dict)},
        str(pack.get("timezone", HOME_TIMEZONE)),
    )


def _toml(site: str, name: str) -> dict[str, Any]:
    """A file of a shipped pack; empty where there is none, or none that can be read."""
    try:
        return tomllib.loads(resource("sites", site, name).read_text(encoding="utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError):
        return {}


def keep_sight(home: Path, sight: FirstSight) -> None:
    """Leave it for the next start. A full disk costs that start a millisecond, nothing else. Call on the worker."""
    part = home / (_SIGHT + ".part")
    values = {
        "site": sight.site,
        "name": dict(sight.name),
        "tagline": dict(sight.tagline),
        "theme": sight.theme,
        "attract": sight.attract,
        "colours": {table: dict(colours) for table, colours in sight.colours.items()},
        "timezone": sight.timezone,
    }
    try:
        part.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
        part.replace(home / _SIGHT)
    except OSError:
        part.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """The screen as the settings describe it."""

    inches: float = 32.0
    turned: int = 0
    windowed: bool = False
    renderer: str = "auto"
    reach_top_mm: float = 1800.0
    """The upper edge above the floor."""


@dataclass(frozen=True, slots=True)
class IdleSettings:
    """Seconds until a visitor who has gone is noticed."""

    browsing_s: int = 60
    booking_s: int = 90
    countdown_s: int = 20


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """The kiosk's own sounds."""

    volume: float = 0.6
    quiet_from: str = "21:00"
    quiet_to: str = "08:00"


@dataclass(frozen=True, slots=True)
class ShellSettings:
    """What the shell wants to know of the settings, before pydantic has been imported."""

    site: str = "enamel"
    language: str = "zh"
    screen: ScreenSettings = field(default_factory=ScreenSettings)
    idle: IdleSettings = field(default_factory=IdleSettings)
    sound: SoundSettings = field(default_factory=SoundSettings)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "ShellSettings":
        """From the checked settings as a dictionary."""
        screen, idle, sound = values.get("screen", {}), values.get("idle", {}), values.get("sound", {})
        return cls(
            site=str(values.get("site", "enamel")),
            language=str(values.get("language", "zh")),
            screen=ScreenSettings(**{key: screen[key] for key in ScreenSettings.__slots__ if key in screen}),
            idle=IdleSettings(**{key: idle[key] for key in IdleSettings.__slots__ if key in idle}),
            sound=SoundSettings(**{key: sound[key] for key in SoundSettings.__slots__ if key in sound}),
        )
