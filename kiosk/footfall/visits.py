"""Visits to the kiosk, from the first touch to the attract screen. Nothing in them says who it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from sqlalchemy import select

from db.models import KioskPage, KioskVisit, Site
from db.store import Store
from kiosk.clock import Clock
from kiosk.events import Events
from kiosk.footfall.errors import UnknownPark

Outcome = Literal["left", "booked", "timed_out"]

# What a page may leave behind of what it showed: never a booking's code, a session or anything typed.
SUBJECT_OF_PAGE: Mapping[str, str] = MappingProxyType(
    {"exhibit": "slug", "play": "slug", "exhibits": "zone", "map": "zone", "workshops": "workshop"}
)
MOST_PAGES = 500  # a visitor who turns more pages than this is a cleaning cloth


@dataclass(frozen=True, slots=True)
class VisitEnded:
    """A visit to the kiosk is over and stored."""

    site: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class PageSeen:
    """A page and how many seconds it was on the screen; `subject` is a slug or empty."""

    page: str
    subject: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Visit:
    """A whole visit, ready to be stored."""

    site: str
    started_at: datetime
    seconds: float
    lang: str
    taps: int
    accessible: bool
    outcome: Outcome
    pages: tuple[PageSeen, ...]


@dataclass
class VisitNotes:
    """What the screen notes down while somebody is there; in memory only, until the visit ends.

    Times are taken from the steady clock: a wall clock put right in between does not lengthen a visit.
    """

    site: str
    clock: Clock
    lang: str
    accessible: bool = False
    taps: int = 0
    started_at: datetime = field(init=False)
    _since: float = field(init=False)
    _page: tuple[str, str, float] | None = field(default=None, init=False)
    _pages: list[PageSeen] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.started_at = self.clock.now()
        self._since = self.clock.uptime()

    def tap(self) -> None:
        """A touch or a key."""
        self.taps += 1

    def turn_to(self, page: str, params: Mapping[str, str] | None = None) -> None:
        """Another page comes up, with what it was told; of that only a slug that names public content is kept."""
        self._leave_page()
        self._page = (page, _subject(page, params or {}), self.clock.uptime())

    def end(self, outcome: Outcome) -> Visit:
        """The visit as it was. `booked` is for one that ended with a ticket, however it ended after that."""
        self._leave_page()
        seconds = max(0.0, self.clock.uptime() - self._since)
        pages = tuple(self._pages)
        return Visit(self.site, self.started_at, seconds, self.lang, self.taps, self.accessible, outcome, pages)

    def _leave_page(self) -> None:
        if self._page is not None and len(self._pages) < MOST_PAGES:
            page, subject, since = self._page
            self._pages.append(PageSeen(page, subject, max(0.0, self.clock.uptime() - since)))
        self._page = None


def _subject(page: str, params: Mapping[str, str]) -> str:
    subject = params.get(SUBJECT_OF_PAGE.get(page, ""), "")
    is_slug = len(subject) <= 40 and all(
        sign.isascii() and (sign.islower() or sign in "0123456789-") for sign in subject
    )
    return subject if is_slug else ""


@dataclass(frozen=True, slots=True)
class Visits:
    """Stores visits to one kiosk; append-only."""

    store: Store
    clock: Clock
    events: Events
    device_id: UUID

    def begin(self, site: str, lang: str) -> VisitNotes:
        """Somebody has touched the screen: notes for the visit. Touches no database."""
        return VisitNotes(site, self.clock, lang)

    def record(self, visit: Visit) -> UUID:
        """Store a visit that is over. Returns its id. Raises UnknownPark, StoreTrouble."""
        with self.store.write() as session:
            site = session.scalar(select(Site.id).where(Site.slug == visit.site))
            if site is None:
                raise UnknownPark(visit.site)
            row = KioskVisit(
                site_id=site,
                device_id=self.device_id,
                started_at=visit.started_at,
                seconds=visit.seconds,
                lang=visit.lang,
                taps=visit.taps,
                accessible=visit.accessible,
                outcome=visit.outcome,
            )
            session.add(row)
            session.flush()
            session.add_all(
                KioskPage(visit_id=row.id, position=at, page=page.page, subject=page.subject, seconds=page.seconds)
                for at, page in enumerate(visit.pages)
            )
            session.flush()
            ident = row.id
        self.events.publish(VisitEnded(visit.site, visit.outcome))
        return ident
