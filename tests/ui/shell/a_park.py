"""A park with nobody behind the desk: what the shell itself needs of an App, and a note of what it asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from kiosk.clock import Clock, SetClock
from kiosk.events import Events, StaffNotice
from kiosk.footfall import Visit, VisitNotes
from ui.shell.scenes import SCENE_DAY
from ui.shell.walker import Walker


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
    timezone: str = "Asia/Shanghai"
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Guide:
    """Knows one park."""

    def __init__(self, park: Park) -> None:
        self.park = park
        self.notices: tuple[StaffNotice, ...] = ()

    def site(self, slug: str, lang: str) -> Park:
        """The park, whatever it is called."""
        return self.park

    def missing_holidays(self) -> tuple[StaffNotice, ...]:
        """What the holiday table lacks."""
        return self.notices


@dataclass
class VisitBook:
    """Takes notes as the real one does, and keeps what it is given instead of storing it."""

    clock: Clock
    recorded: list[Visit] = field(default_factory=list)
    full: bool = False

    def begin(self, site: str, lang: str) -> VisitNotes:
        """Somebody came."""
        return VisitNotes(site, self.clock, lang)

    def record(self, visit: Visit) -> None:
        """Somebody went."""
        if self.full:
            raise OSError("no space left on device")
        self.recorded.append(visit)


@dataclass
class Packs:
    """Says how often it was asked whether another process has imported something."""

    looked: int = 0

    def watch(self) -> "Packs":
        """From now on."""
        return self

    def look(self) -> tuple[str, ...]:
        """Nothing was."""
        self.looked += 1
        return ()


@dataclass
class Reader:
    """A voice that is told when it has finished."""

    said: list[tuple[str, str]] = field(default_factory=list)
    talking: bool = False

    available: bool = True

    def speak(self, text: str, lang: str, rate: float = 1.0) -> None:
        """Begin to read."""
        self.said.append((text, lang))
        self.talking = True

    def stop(self) -> None:
        """Be silent."""
        self.talking = False

    @property
    def speaking(self) -> bool:
        """Still reading."""
        return self.talking


@dataclass
class Ear:
    """Stands for a loudspeaker, and writes down what it hears."""

    heard: list[tuple[str, float]] = field(default_factory=list)
    made: int = 0
    closed: bool = False

    def __call__(self) -> "Ear":
        self.made += 1
        return self

    def play(self, file: Path, volume: float) -> None:
        """Hear it."""
        assert file.is_file()
        self.heard.append((file.stem, volume))

    def close(self) -> None:
        """Hear no more."""
        self.closed = True


@dataclass
class QuietPark:
    """Stands for `kiosk.app.App` where the shell's own rules are tested."""

    events: Events = field(default_factory=Events)
    catalogue: Guide = field(default_factory=lambda: Guide(Park()))
    booking: Seats = field(default_factory=Seats)
    speech: Reader = field(default_factory=Reader)
    visits: VisitBook = field(default_factory=lambda: VisitBook(SetClock(SCENE_DAY)))
    content: Packs = field(default_factory=Packs)
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


def pass_time(walker: Walker, clock: SetClock, seconds: float) -> None:
    """Let time go by for the idle watch, a second at a time."""
    for _ in range(int(seconds)):
        clock.pass_time(timedelta(seconds=1))
        walker.program.idle.look()
