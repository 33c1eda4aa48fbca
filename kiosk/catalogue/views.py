"""What the catalogue shows: frozen, with texts already in the language asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture; width and height in pixels, of a drawing in its own units."""

    path: Path
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Site:
    """A park. `here` is the slug of the zone where a kiosk stands unless its settings say otherwise."""

    id: UUID
    slug: str
    name: str
    other_name: str
    tagline: str
    about: str
    address: str
    timezone: str
    theme: str
    attract: str
    map: Path | None
    motif: Path | None
    here: str
    colours: Mapping[str, Mapping[str, str]]
    """Tables of the pack's own theme.toml (`colours`, `high_contrast`), to be laid over `theme`; mostly empty."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a park, with how many exhibits stand in it."""

    id: UUID
    slug: str
    name: str
    other_name: str
    level: int
    exhibits: int


@dataclass(frozen=True, slots=True)
class ExhibitCard:
    """An exhibit in a list."""

    id: UUID
    slug: str
    number: int
    name: str
    other_name: str
    zone: str
    zone_name: str
    teaser: str
    picture: Picture | None
    tags: tuple[str, ...]
    minutes: int
    interactive: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with its source; `confidence` is high or medium."""

    value: str
    unit: str
    label: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A place in the picture; x and y from 0 to 1, from its left and its top."""

    x: float
    y: float
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the timeline."""

    when: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit's page. `story` follows the card's teaser; `sources` are of its facts and its timeline."""

    card: ExhibitCard
    story: tuple[str, ...]
    facts: tuple[Fact, ...]
    hotspots: tuple[Hotspot, ...]
    timeline: tuple[Moment, ...]
    sources: tuple[str, ...]
    related: tuple[str, ...]
    read_aloud: str
    parameters: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Something to take part in. `from_fen`: the least that somebody who comes alone pays."""

    id: UUID
    slug: str
    name: str
    other_name: str
    summary: str
    story: str
    minutes: int
    zone: str
    zone_name: str
    meeting_point: str
    picture: Picture | None
    min_age: int | None
    needs: str
    from_fen: int


class DayKind(Enum):
    """What kind of day a date is in a park."""

    WORK = "work"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SHIFTED_WORK = "shifted_work"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Day:
    """A date as the holiday table and the park have it.

    `known` is false where nobody has announced the year yet: then the kind follows the weekday. `name` is the
    holiday's, `note` what the park says of a closed day.
    """

    date: date
    kind: DayKind
    known: bool
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class Opening:
    """When the park is open on a day, aware, in its own zone. `known` as in Day; `note` names a holiday."""

    opens: datetime
    closes: datetime
    kind: DayKind
    known: bool
    note: str
