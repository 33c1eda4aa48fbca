"""A park with nobody behind the desk: what the shell itself needs of an App, and a note of what it asked for."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.events import Events


@dataclass
class Seats:
    """Notes which holds were given back."""

    released: list[str] = field(default_factory=list)

    def release(self, hold_id: str) -> None:
        """Give seats back."""
        self.released.append(hold_id)


@dataclass(frozen=True)
class Park:
    """What the shell asks of a site."""

    name: str = "工坊"
    tagline: str = ""
    theme: str = "enamel"
    attract: str = "plate"


class Guide:
    """Knows one park."""

    def __init__(self, park: Park) -> None:
        self.park = park

    def site(self, slug: str, lang: str) -> Park:
        """The park, whatever it is called."""
        return self.park


@dataclass
class Reader:
    """A voice that is told when it has finished."""

    said: list[tuple[str, str]] = field(default_factory=list)
    talking: bool = False

    def say(self, text: str, lang: str) -> None:
        """Begin to read."""
        self.said.append((text, lang))
        self.talking = True

    def stop(self) -> None:
        """Be silent."""
        self.talking = False

    def speaking(self) -> bool:
        """Still reading."""
        return self.talking


@dataclass
class QuietPark:
    """Stands for `kiosk.app.App` where the shell's own rules are tested."""

    events: Events = field(default_factory=Events)
    catalogue: Guide = field(default_factory=lambda: Guide(Park()))
    booking: Seats = field(default_factory=Seats)
    speech: Reader = field(default_factory=Reader)
    closed: bool = False

    def close(self) -> None:
        """The window has gone."""
        self.closed = True


@dataclass(frozen=True)
class SomeHold:
    """Seats that are kept."""

    id: str
    seconds_left: float = 180.0


def sample_pages() -> dict[str, Any]:
    """The folder and the package of the sample pages, for `open_kiosk`."""
    from pathlib import Path

    return {"pages": Path(__file__).parent / "sample_pages", "package": "tests.ui.shell.sample_pages"}
