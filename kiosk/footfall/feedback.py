"""How it was, in one tap: a score from 1 to 5, perhaps what it was about. Nobody is asked who they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from db.models import Feedback as FeedbackRow
from db.models import Site
from db.store import Store
from kiosk.clock import Clock
from kiosk.events import Events
from kiosk.footfall.errors import BadScore, UnknownPark

MOST_TOPIC = 40


@dataclass(frozen=True, slots=True)
class FeedbackGiven:
    """Somebody has said how it was."""

    site: str
    score: int


@dataclass(frozen=True, slots=True)
class FeedbackDay:
    """A day's answers in a park: how many of each score."""

    date: date
    counts: Mapping[int, int]

    @property
    def given(self) -> int:
        return sum(self.counts.values())

    @property
    def average(self) -> float | None:
        """From 1 to 5; None where nobody answered, which is not a 0."""
        return sum(score * count for score, count in self.counts.items()) / self.given if self.given else None


@dataclass(frozen=True, slots=True)
class Feedback:
    """Stores answers given at one kiosk, and counts those of a park; append-only."""

    store: Store
    clock: Clock
    events: Events
    device_id: UUID

    def give(self, site: str, score: int, lang: str, topic: str = "") -> UUID:
        """Store one answer; `topic` is the slug of a workshop or exhibit, empty for the visit as a whole.

        Raises BadScore, UnknownPark, StoreTrouble.
        """
        if not 1 <= score <= 5:
            raise BadScore(score)
        with self.store.write() as session:
            park = session.scalar(select(Site.id).where(Site.slug == site))
            if park is None:
                raise UnknownPark(site)
            row = FeedbackRow(
                site_id=park,
                device_id=self.device_id,
                at=self.clock.now(),
                score=score,
                topic=topic[:MOST_TOPIC],
                lang=lang,
            )
            session.add(row)
            session.flush()
            ident = row.id
        self.events.publish(FeedbackGiven(site, score))
        return ident

    def of_day(self, site: str, day: date) -> FeedbackDay:
        """What was answered on a day of the park's own calendar. Raises UnknownPark, StoreTrouble."""
        with self.store.read() as session:
            park = session.execute(select(Site.id, Site.timezone).where(Site.slug == site)).first()
            if park is None:
                raise UnknownPark(site)
            begins, ends = _bounds(day, ZoneInfo(park.timezone))
            counted = (
                select(FeedbackRow.score, func.count())
                .where(FeedbackRow.site_id == park.id, FeedbackRow.at >= begins, FeedbackRow.at < ends)
                .group_by(FeedbackRow.score)
            )
            return FeedbackDay(day, dict(session.execute(counted).tuples().all()))


def _bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    first, next_day = (datetime.combine(day + timedelta(n), time(), zone).astimezone(UTC) for n in (0, 1))
    return first, next_day
