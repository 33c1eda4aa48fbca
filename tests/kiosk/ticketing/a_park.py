"""A park with one workshop, in a real database, for tests of tickets and their printing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

from db.ids import new_id
from db.models import Booking, BookingLine, Category, Device, Session, Site, Ticket, Workshop, Zone
from db.store import Store, open_store
from db.upgrade import upgrade
from kiosk.booking.views import BookingView, Line, SessionView, TicketRef
from kiosk.clock import SetClock
from kiosk.events import Events, PrintJobChanged, StaffNotice
from kiosk.ticketing.words import TicketFacts

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 12, 5, 2, 0, tzinfo=UTC)
START = datetime(2026, 12, 5, 6, 30, tzinfo=UTC)
MOTIF = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 528 150">
<g fill="none" stroke="#000" stroke-width="3"><circle cx="264" cy="75" r="60"/>
<path d="M20 140 C120 20 180 20 200 75 S400 140 508 20"/></g></svg>"""

_TEXTS = {
    "zh": ("掐丝工坊", "Wire workshop", "掐丝点蓝间", "掐丝点蓝间门口，提前5分钟", "开始前24小时全退，前2小时退一半"),
    "en": (
        "Wire workshop", "掐丝工坊", "Wire and colour benches", "At the door of the benches, 5 minutes before",
        "Full refund up to 24 hours before; half up to 2 hours before",
    ),
}  # fmt: skip
_CATEGORIES = {
    "adult": {"zh": "成人", "en": "Adult"},
    "child": {"zh": "儿童", "en": "Child"},
    "senior": {"zh": "60岁以上老人", "en": "Senior, 60 and over"},
}
_PROOF = {
    "child": {"zh": "12岁及以下，或身高1.4米及以下", "en": "Up to 12 years, or up to 1.4 m tall"},
    "senior": {"zh": "身份证或老年证", "en": "Identity card or senior card"},
}


class PrintedPark:
    """The park as the catalogue tells it."""

    def __init__(self, motif: Path | None, lang: str) -> None:
        self.name = "北京市珐琅厂" if lang == "zh" else "Beijing Enamel Factory"
        self.motif = motif


class Park:
    """A park in a database; plays the catalogue (`site`) and the bookings (`find`) for the ticketing."""

    def __init__(self, folder: Path, url: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.url = url or f"sqlite:///{folder / 'park.db'}"
        self.store: Store = open_store(self.url)
        upgrade(self.store)
        self.clock = SetClock(NOW)
        self.events = Events()
        self.changes: list[str] = []
        self.notices: list[str] = []
        self.events.follow(PrintJobChanged, lambda event: self.changes.append(event.state))
        self.events.follow(StaffNotice, lambda event: self.notices.append(event.text))
        self.motif = folder / "motif.svg"
        self.motif.write_text(MOTIF, encoding="utf-8")
        self.device = new_id()
        self._serial = 17 << 28
        self._views: dict[str, tuple[UUID, TicketRef, dict[str, int]]] = {}
        self._lay_out()

    def site(self, slug: str, lang: str) -> PrintedPark:
        assert slug == "enamel"
        return PrintedPark(self.motif, lang)

    def book(self, code: str = "7K3M92QF4", **party: int) -> BookingView:
        """A confirmed booking, in the database too."""
        party = party or {"adult": 2, "child": 1}
        self._serial += 1
        ticket = TicketRef(new_id(), self._serial, "party", sum(party.values()))
        booking_id = new_id()
        with self.store.write() as db:
            db.add(
                Booking(
                    id=booking_id, code=code, site_id=self._site, session_id=self.session, device_id=self.device,
                    heads=ticket.admits, seats=ticket.admits, wheelchairs=0, total_fen=26800, refund_rules=[],
                    lang="zh", created_at=NOW,
                )
            )  # fmt: skip
            db.flush()
            for position, (slug, count) in enumerate(party.items()):
                db.add(
                    BookingLine(
                        booking_id=booking_id, position=position, category=slug, name=_CATEGORIES[slug],
                        proof=_PROOF.get(slug, {}), count=count, each_fen=0, total_fen=0,
                    )
                )  # fmt: skip
            db.add(
                Ticket(
                    id=ticket.id, serial=ticket.serial, booking_id=booking_id, category="party", admits=ticket.admits
                )
            )
        self._views[code] = booking_id, ticket, party
        return self.find(code, "zh")

    def find(self, code: str, lang: str) -> BookingView:
        id, ticket, party = self._views[code]
        workshop, other, zone, meeting, rule = _TEXTS[lang]
        local = START.astimezone(BEIJING)
        session = SessionView(
            id=self.session, site="enamel", workshop="wire", workshop_name=workshop, other_name=other, starts_at=START,
            ends_at=START + timedelta(hours=1), local_start=local, local_end=local + timedelta(hours=1), language="zh",
            capacity=12, free=5, wheelchair_free=1, price_fen=12800, state="open", reason="", zone_name=zone,
            meeting_point=meeting, min_party=1, max_party=6,
        )  # fmt: skip
        lines = tuple(
            Line(slug, _CATEGORIES[slug][lang], count, 0, 0, _PROOF.get(slug, {}).get(lang, ""))
            for slug, count in party.items()
        )
        return BookingView(
            id=id, code=code, site="enamel", session=session, lines=lines, total_fen=26800, state="confirmed",
            payment="to_pay", paid_fen=0, heads=ticket.admits, tickets=(ticket,), can_move=True, can_cancel=True,
            why_not="", refund_fen=26800, refund_rule=rule, needs="", moved_to=None, created_at=NOW,
        )  # fmt: skip

    def refund_rule(self, code: str, lang: str) -> str:
        return self.find(code, lang).refund_rule

    def close(self) -> None:
        self.store.close()

    def _lay_out(self) -> None:
        site, zone, workshop, self.session = (new_id() for _ in range(4))
        self._site = site
        with self.store.write() as db:
            db.add(Device(id=self.device, name="kiosk-1", number=17, created_at=NOW))
            db.add(
                Site(
                    id=site, slug="enamel", theme="enamel", attract="plate", timezone="Asia/Shanghai", here="bench",
                    days_ahead=30, cutoff_minutes=0, pack_format=1, pack_hash="", imported_at=NOW,
                )
            )  # fmt: skip
            db.flush()
            db.add(Zone(id=zone, site_id=site, slug="bench", position=0, level=1))
            db.add(
                Category(
                    site_id=site, slug="adult", position=0, name=_CATEGORIES["adult"], percent=100, is_adult=True,
                    needs_adult=False, takes_seat=True, any_of=[], proof={},
                )
            )  # fmt: skip
            db.flush()
            db.add(
                Workshop(
                    id=workshop, site_id=site, zone_id=zone, slug="wire", position=0, minutes=60, capacity=12,
                    min_party=1, max_party=6, wheelchair_places=2, price_fen=12800,
                )
            )  # fmt: skip
            db.flush()
            db.add(
                Session(
                    id=self.session, site_id=site, workshop_id=workshop, starts_at=START,
                    ends_at=START + timedelta(hours=1), language="zh", capacity=12, wheelchair_places=2,
                    price_fen=12800,
                )
            )  # fmt: skip


def without_motif(facts: TicketFacts) -> TicketFacts:
    """The same ticket of a park that has no drawing."""
    return replace(facts, motif=None)
