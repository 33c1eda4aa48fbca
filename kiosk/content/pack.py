"""What a pack says, as plain values: the one form that is read from a folder, compared, stored, and written back.

Texts are a mapping from language to text. Nothing here knows of TOML, of files or of the database.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

Texts = Mapping[str, str]

FORMAT = 1
LANGUAGES = ("zh", "en")  # those that every text of a complete pack has; more may be there
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CONFIDENCES = ("high", "medium")
CONDITIONS = ("min_age", "max_age", "min_height_cm", "max_height_cm", "card")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, map or motif."""

    name: str  # path inside the pack
    sha256: str
    suffix: str  # ".svg", ".png", ".jpg" or ".webp"
    width: int  # px; of an SVG its viewBox, rounded
    height: int
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Where facts come from."""

    id: str
    text: Texts


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Opening hours of some weekdays, in the park's own time; perhaps of a season only."""

    days: tuple[str, ...]
    open: time
    close: time
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """Blackout days, first and last included."""

    first: date
    last: date
    note: Texts


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """Which holiday table holds, and the hours on a public holiday (None: as the weekday)."""

    calendar: str
    open: time | None
    close: time | None


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A part of the park; `level` is its floor, 1 at the ground."""

    slug: str
    level: int
    name: Texts


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A row of the park's price table."""

    slug: str
    name: Texts
    percent: int  # of the workshop's price
    adult: bool
    needs_adult: bool
    any_of: tuple[Mapping[str, int | str], ...]  # alternatives: one is enough; keys as CONDITIONS
    proof: Texts
    seat: bool
    companion_of: str | None


@dataclass(frozen=True, slots=True)
class RefundRow:
    """Percent given back up to so many hours before the start."""

    hours_before: int
    percent: int


@dataclass(frozen=True, slots=True)
class FactRow:
    """A number, with where it comes from and how sure it is."""

    value: Texts  # the empty language "" holds a value that needs no translation
    unit: Texts
    label: Texts
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class HotspotRow:
    """A place in the picture that has something to say; x and y from 0 to 1."""

    x: float
    y: float
    title: Texts
    text: Texts


@dataclass(frozen=True, slots=True)
class MomentRow:
    """A point of the timeline."""

    when: Texts  # the empty language "" as in FactRow
    text: Texts
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ExhibitPart:
    """One exhibit, with its story in paragraphs per language."""

    file_name: str  # below exhibits/
    slug: str
    number: int
    zone: str
    minutes: int
    picture: Drawing | None
    name: Texts
    alt: Texts
    tags: Mapping[str, tuple[str, ...]]
    related: tuple[str, ...]
    interactive: str | None
    parameters: Mapping[str, float]
    facts: tuple[FactRow, ...]
    hotspots: tuple[HotspotRow, ...]
    timeline: tuple[MomentRow, ...]
    story: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class WeeklyRow:
    """Sessions that come back every week."""

    days: tuple[str, ...]
    times: tuple[time, ...]
    language: str
    first: date | None
    last: date | None
    capacity: int | None  # None: the workshop's
    on_holidays: bool


@dataclass(frozen=True, slots=True)
class WorkshopPart:
    """Something to take part in, and when."""

    slug: str
    zone: str
    minutes: int
    capacity: int
    min_party: int
    max_party: int
    min_age: int | None
    wheelchair_places: int
    picture: Drawing | None
    price: int  # fen, of an adult
    name: Texts
    summary: Texts
    story: Texts
    meeting_point: Texts
    alt: Texts
    needs: Texts
    prices: Mapping[str, int]  # category to fen
    weekly: tuple[WeeklyRow, ...]


@dataclass(frozen=True, slots=True)
class SitePart:
    """The park itself: what site.toml says."""

    slug: str
    theme: str
    colours: Mapping[str, Mapping[str, str]]  # tables of its own theme.toml; empty: the named theme as it is
    attract: str
    timezone: str
    here: str
    name: Texts
    tagline: Texts
    about: Texts
    address: Texts
    map: Drawing | None
    motif: Drawing | None
    sources: tuple[SourceRow, ...]
    hours: tuple[HoursRow, ...]
    closed: tuple[ClosedRow, ...]
    holidays: HolidayRule
    zones: tuple[ZoneRow, ...]
    categories: tuple[CategoryRow, ...]
    days_ahead: int
    cutoff_minutes: int
    refund: tuple[RefundRow, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack: exhibits in the order of their numbers, workshops in that of their slugs."""

    site: SitePart
    exhibits: tuple[ExhibitPart, ...]
    workshops: tuple[WorkshopPart, ...]

    def drawings(self) -> Iterator[Drawing]:
        """Every picture that the pack uses, the same one perhaps more than once."""
        found = [self.site.map, self.site.motif]
        found += [e.picture for e in self.exhibits]
        found += [w.picture for w in self.workshops]
        yield from (drawing for drawing in found if drawing is not None)
