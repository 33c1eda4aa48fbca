"""Makes parks, sessions and bookings for tests: a real database, a real catalogue, a clock that is told."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import create_engine, text, update
from sqlalchemy.engine import make_url

from db.devices import free_number, this_device
from db.ids import new_id
from db.models import (
    Base,
    Category,
    ClosedDays,
    Device,
    Holiday,
    HolidayYear,
    OpeningHours,
    RefundRule,
    Session,
    Site,
    SiteText,
    Weekly,
    Workshop,
    WorkshopText,
    Zone,
    ZoneText,
)
from db.store import Store, open_store
from db.upgrade import upgrade
from kiosk.booking import Booking
from kiosk.catalogue import Catalogue
from kiosk.clock import SetClock
from kiosk.events import Events

POSTGRES = os.environ.get("KIOSK_TEST_POSTGRES", "")
NOON = datetime(2027, 3, 2, 4, 0, tzinfo=UTC)
"""A Tuesday, 12:00 in the park."""
ALL_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@contextmanager
def a_postgres_database(like: str | None = None) -> Iterator[str]:
    """The URL of a database of its own on the server of KIOSK_TEST_POSTGRES, gone afterwards; empty, or a copy."""
    name = f"test_{uuid4().hex}"
    server = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            template = "" if like is None else f" TEMPLATE {make_url(like).database}"
            connection.execute(text(f"CREATE DATABASE {name}{template}"))
        try:
            yield make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
        finally:
            with server.connect() as connection:
                connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        server.dispose()


def a_store(url: str) -> Store:
    """An open database with its tables."""
    store = open_store(url)
    upgrade(store)
    return store


def sqlite_url(folder: Path) -> str:
    return f"sqlite:///{(folder / 'gongfang.sqlite3').as_posix()}"


@dataclass
class Park:
    """A park that sells, and what a test wants to get at."""

    store: Store
    clock: SetClock
    events: Events
    folder: Path
    device: UUID
    site_id: UUID
    workshop_id: UUID
    zone_id: UUID
    catalogue: Catalogue
    booking: Booking
    slug: str = "works"

    def another_room(self, device: UUID | None = None) -> Booking:
        """The same subject as another process would have it, on this device or another."""
        return Booking(self.store, self.clock, Events(), device or self.device, self.catalogue)

    def a_session(
        self,
        after: timedelta = timedelta(hours=2),
        *,
        capacity: int = 8,
        price_fen: int = 12_800,
        workshop_id: UUID | None = None,
        **more: Any,
    ) -> UUID:
        """A session put there by hand; its seats lie in the pool until a device draws on it."""
        starts = self.clock.now() + after
        row = Session(
            id=new_id(),
            site_id=self.site_id,
            workshop_id=workshop_id or self.workshop_id,
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
            language=more.pop("language", "zh"),
            capacity=capacity,
            wheelchair_places=more.pop("wheelchair_places", min(2, capacity)),
            price_fen=price_fen,
            **more,
        )
        with self.store.write() as session:
            session.add(row)
        return row.id

    def a_workshop(self, slug: str, **more: Any) -> UUID:
        """Another workshop of this park."""
        with self.store.write() as session:
            return _workshop(session, self.site_id, self.zone_id, slug, **more)

    def weekly(self, *times: str, days: list[str] | None = None, **more: Any) -> UUID:
        """What the workshop does every week."""
        row = Weekly(
            id=new_id(),
            workshop_id=more.pop("workshop_id", self.workshop_id),
            position=more.pop("position", 0),
            days=ALL_DAYS if days is None else days,
            times=list(times),
            language="zh",
            **more,
        )
        with self.store.write() as session:
            session.add(row)
        return row.id

    def closed(self, first: date, last: date) -> None:
        with self.store.write() as session:
            session.add(
                ClosedDays(site_id=self.site_id, position=0, first_day=first, last_day=last, note={"zh": "检修"})
            )

    def holiday(self, day: date, kind: str = "holiday") -> None:
        """An announced day of the calendar `cn`, which is the park's from then on."""
        with self.store.write() as session:
            session.execute(update(Site).where(Site.id == self.site_id).values(calendar="cn"))
            if session.get(HolidayYear, ("cn", day.year)) is None:
                session.add(HolidayYear(calendar="cn", year=day.year, source="announced"))
                session.flush()
            session.add(Holiday(calendar="cn", day=day, year=day.year, kind=kind, name={"zh": "节", "en": "Feast"}))

    def another_device(self, kind: str = "kiosk") -> UUID:
        """Somebody else who sells from the same database."""
        with self.store.write() as session:
            row = Device(name="another", kind=kind, number=free_number(session), created_at=self.clock.now())
            session.add(row)
        return row.id

    def change(self, model: type[Base], row_id: UUID, **values: Any) -> None:
        """Rows as an import, or staff, would leave them."""
        with self.store.write() as session:
            row = session.get_one(model, row_id)
            for name, value in values.items():
                setattr(row, name, value)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What lies in the tables."""
        with self.store.read() as session:
            return [tuple(row) for row in session.execute(text(sql))]


def a_park(
    store: Store,
    folder: Path,
    *,
    slug: str = "works",
    at: datetime = NOON,
    days_ahead: int = 30,
    timezone: str = "Asia/Shanghai",
) -> Park:
    """A park with one workshop, the usual price table, and refunds: all until 24 h before, half until 2 h before."""
    clock, events = SetClock(at), Events()
    device = this_device(store, folder / "device.id", clock.now(), "kiosk")
    site_id, zone_id = new_id(), new_id()
    with store.write() as session:
        session.add(
            Site(
                id=site_id,
                slug=slug,
                theme="enamel",
                attract="plate",
                timezone=timezone,
                here="hall",
                days_ahead=days_ahead,
                cutoff_minutes=0,
                pack_format=1,
                pack_hash="0",
                imported_at=at,
            )
        )
        session.add(Zone(id=zone_id, site_id=site_id, slug="hall", position=0, level=1))
        session.flush()
        for lang, name, hall in (("zh", "工厂", "大厅"), ("en", "The Works", "Hall")):
            session.add(SiteText(site_id=site_id, lang=lang, name=name))
            session.add(ZoneText(zone_id=zone_id, lang=lang, name=hall))
        session.add(OpeningHours(site_id=site_id, position=0, days=ALL_DAYS, open_minute=9 * 60, close_minute=18 * 60))
        for position, (hours, percent) in enumerate(((24, 100), (2, 50), (0, 0))):
            session.add(RefundRule(site_id=site_id, position=position, hours_before=hours, percent=percent))
        for position, row in enumerate(_CATEGORIES):
            session.add(Category(site_id=site_id, position=position, **{**_ORDINARY, **row}))
        workshop_id = _workshop(session, site_id, zone_id, "wire")
    catalogue = Catalogue(store, folder / "media", clock, events)
    booking = Booking(store, clock, events, device, catalogue)
    return Park(store, clock, events, folder, device, site_id, workshop_id, zone_id, catalogue, booking, slug)


def _workshop(session: Any, site_id: UUID, zone_id: UUID, slug: str, **more: Any) -> UUID:
    workshop_id = new_id()
    usual: dict[str, Any] = {
        "position": 0,
        "minutes": 60,
        "capacity": 8,
        "min_party": 1,
        "max_party": 6,
        "min_age": None,
        "wheelchair_places": 2,
        "price_fen": 12_800,
    }
    session.add(Workshop(id=workshop_id, site_id=site_id, zone_id=zone_id, slug=slug, **{**usual, **more}))
    session.flush()
    for lang, name in (("zh", f"工坊{slug}"), ("en", f"Workshop {slug}")):
        session.add(WorkshopText(workshop_id=workshop_id, lang=lang, name=name, meeting_point=f"{slug} {lang}"))
    return workshop_id


_ORDINARY: dict[str, Any] = {
    "percent": 100,
    "is_adult": False,
    "needs_adult": False,
    "takes_seat": True,
    "companion_of": None,
    "any_of": [],
    "proof": {},
}
_CATEGORIES: tuple[dict[str, Any], ...] = (
    {"slug": "adult", "name": {"zh": "成人", "en": "Adult"}, "is_adult": True},
    {
        "slug": "child",
        "name": {"zh": "儿童", "en": "Child"},
        "percent": 50,
        "needs_adult": True,
        "any_of": [{"max_age": 6}, {"max_height_cm": 120}],
        "proof": {"zh": "身份证或量身高", "en": "A document, or the measure at the desk"},
    },
    {
        "slug": "baby",
        "name": {"zh": "婴儿", "en": "Baby"},
        "percent": 0,
        "needs_adult": True,
        "takes_seat": False,
        "any_of": [{"max_age": 1}],
    },
    {"slug": "disabled", "name": {"zh": "残障", "en": "Disabled visitor"}, "percent": 0, "is_adult": True},
    {
        "slug": "companion",
        "name": {"zh": "陪同", "en": "Companion"},
        "percent": 0,
        "is_adult": True,
        "companion_of": "disabled",
    },
)
