"""When a park's sessions are laid out, and again: at a start, after an import, over midnight."""

from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from db.models import Holiday, HolidayYear, Setting, Site
from db.store import Store
from kiosk.booking import listing, planning
from kiosk.booking.listing import Moment
from kiosk.booking.planning import Calendar
from kiosk.booking.steady import SteadyTime
from kiosk.booking.views import Planned
from kiosk.catalogue import UnknownSite
from kiosk.clock import Clock


class Timetable:
    """Keeps the sessions of each park laid out as far as they can be booked."""

    def __init__(self, store: Store, clock: Clock, time: SteadyTime, device: UUID, calendar: Calendar) -> None:
        self._store = store
        self._time = time
        self._clock = clock
        self._device = device
        self._calendar = calendar
        self._laid_out: dict[str, tuple[date, int]] = {}  # on which day, for how many days

    def lay_out(self, site: str, zone: ZoneInfo, until: date | None = None, *, again: bool = False) -> Planned:
        """Sessions up to a day, or as far as they can be booked. Twice with the same content, days and devices costs
        two reads, unless `again`."""
        today = self._today(zone)
        key = f"planned/{site}/{self._device}"
        with self._store.read() as session:
            tx = session.connection()
            ahead = tx.execute(select(Site.days_ahead).where(Site.slug == site)).scalar_one()
            basis = _basis(tx, site)
            done = tx.execute(select(Setting.value).where(Setting.key == key)).scalar()
        last = max(today + timedelta(days=ahead), until or today)
        self._laid_out[site] = (today, (last - today).days)
        if done is not None:
            before = date.fromisoformat(done["until"])
            if not again and done["basis"] == basis and before >= last:
                return Planned(0, 0, 0, ())
            last = max(last, before)  # what was laid out further than this follows the content as well
        openings = {
            day: self._calendar.opening(site, day)
            for day in (today + timedelta(days=offset) for offset in range((last - today).days + 1))
        }
        self._time.observe()  # may write, so it comes before the transaction
        with self._store.write() as session:
            tx = session.connection()
            moment = Moment(self._clock.now(), self._time.now(), self._device)
            week = planning.week_of(tx, site)
            if week is None:
                raise UnknownSite(site)
            site_id, zone, rows = week
            wanted = list(planning.wanted_sessions(rows, zone, openings))
            end = listing.day_bounds(last, zone)[1]
            planned = planning.plan(tx, moment, site_id, wanted, end)
            value = {"basis": basis, "until": last.isoformat()}
            session.merge(Setting(key=key, value=value, device_id=self._device, changed_at=moment.wall))
            session.flush()
        return planned

    def follow_day(self, site: str, zone: ZoneInfo) -> bool:
        """A kiosk that runs over midnight lays out the next day by itself. Whether a new day has begun."""
        laid_out = self._laid_out.get(site)
        today = self._today(zone)
        if laid_out is None or laid_out[0] == today:
            return False
        self.lay_out(site, zone, today + timedelta(days=laid_out[1]))
        return True

    def _today(self, zone: ZoneInfo) -> date:
        return self._clock.now().astimezone(zone).date()


def _basis(tx: Connection, site: str) -> list[object]:
    """What a plan rests on: the pack, the holiday table and who sells."""
    pack = tx.execute(select(Site.pack_hash).where(Site.slug == site)).scalar_one()
    days = tx.execute(select(Holiday.calendar, Holiday.day, Holiday.kind).order_by(Holiday.calendar, Holiday.day))
    years = tx.execute(select(HolidayYear.calendar, HolidayYear.year).order_by(HolidayYear.calendar, HolidayYear.year))
    known = ";".join(f"{calendar} {what}" for calendar, *what in (*days, *years))
    return [pack, sha256(known.encode()).hexdigest(), planning.sellers(tx)]
