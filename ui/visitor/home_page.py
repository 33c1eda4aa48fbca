"""The home page: the park, what is on now and next, and the ways in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import ContentChanged, SeatsChanged
from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services
from ui.visitor.exhibit_rows import picture_url
from ui.visitor.formats import clock_time, spoken_day
from ui.visitor.opening_times import OpeningFacts, ask_opening, opening_sentence
from ui.visitor.session_rows import SessionRow, session_row

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import SessionView
    from kiosk.catalogue import ExhibitCard, Site, Workshop, Zone

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

TODAY_ROW = 12
"""How many of today's sessions the row holds; the workshops page has them all."""


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """What the home page asks the App for, in one go."""

    site: "Site"
    zones: "tuple[Zone, ...]"
    exhibits: "tuple[ExhibitCard, ...]"
    workshops: "tuple[Workshop, ...]"
    opening: OpeningFacts
    others: "tuple[Site, ...]"
    seats: "HomeSeats"


@dataclass(frozen=True, slots=True)
class HomeSeats:
    """What changes when seats do. `later`: the next day's sessions, where today has no more."""

    now: datetime
    next_free: "SessionView | None"
    today: "tuple[SessionView, ...]"
    later: "tuple[SessionView, ...]"


def ask_home(app: "App", site: str, lang: str) -> HomeFacts:
    """Ask for everything the home page of `site` shows. Runs on the worker."""
    park = app.catalogue.site(site, lang)
    seats = ask_seats(app, site, lang, ZoneInfo(park.timezone))
    return HomeFacts(
        site=park,
        zones=tuple(app.catalogue.zones(site, lang)),
        exhibits=app.catalogue.exhibits(site, lang),
        workshops=tuple(app.catalogue.workshops(site, lang)),
        opening=ask_opening(app, site, seats.now, lang),
        others=tuple(other for other in app.catalogue.sites(lang) if other.slug != site),
        seats=seats,
    )


def ask_seats(app: "App", site: str, lang: str, zone: ZoneInfo) -> HomeSeats:
    """Ask for what is on, and what is left of it. Runs on the worker."""
    now = app.clock.now().astimezone(zone)
    next_free = app.booking.next_free(site, lang)
    today = app.booking.sessions(site, lang, day=now.date())
    later: tuple[SessionView, ...] = ()
    if next_free is not None and not any(map(_to_come, today)):
        later = app.booking.sessions(site, lang, day=next_free.local_start.date())
    return HomeSeats(now, next_free, today, later)


def _to_come(view: "SessionView") -> bool:
    return view.state not in ("running", "over")


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class HomePageModel(PageModel):
    """What the home page shows. Everything but the clock changes together."""

    frame_first = True

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._facts: HomeFacts | None = None
        self._next: SessionRow | None = None
        self._today: Rows[SessionRow] = Rows(SessionRow, parent=self)
        self._zone: ZoneInfo | None = None
        self.follow(ContentChanged)
        self.follow_seats(SeatsChanged)
        # The clock shows minutes: it wakes at each full one, and what has begun meanwhile is asked for again.
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self.tick)

    # ---- the clock

    clockChanged = Signal()

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        """The time on the wall: `14:12`."""
        now = self._now()
        return clock_time(now) if now else ""

    @Property(str, notify=clockChanged)
    def weekday(self) -> str:
        """`Saturday`."""
        now = self._now()
        return QLocale(self._lang).dayName(now.isoweekday()) if now else ""

    # ---- the park

    changed = Signal()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The answers are there; until then nothing is shown that might be wrong."""
        return self._facts is not None

    @Property(str, notify=changed)
    def siteName(self) -> str:
        """The park's name."""
        return self._facts.site.name if self._facts else ""

    @Property(str, notify=changed)
    def tagline(self) -> str:
        """What stands under it."""
        return self._facts.site.tagline if self._facts else ""

    @Property(str, notify=changed)
    def scene(self) -> str:
        """The drawn scene that stands for the park."""
        return self._facts.site.attract if self._facts else ""

    @Property(QUrl, notify=changed)
    def picture(self) -> QUrl:
        """A picture of the park's own, for a scene this program does not draw."""
        cards = self._facts.exhibits if self._facts else ()
        return picture_url(next((card.picture for card in cards if card.picture), None))

    @Property(str, notify=changed)
    def opening(self) -> str:
        """Until when the park is open today, or that it is not."""
        return self._opening_line()

    @Property(str, notify=changed)
    def onNow(self) -> str:
        """What is going on at this moment: `On now: Bending the wire, until 15:30`; empty when nothing is."""
        return self._on_now_line()

    # ---- the next free session

    @Property(bool, notify=changed)
    def hasNext(self) -> bool:
        """There is a session with free seats to offer."""
        return self._next is not None

    @Property(str, notify=changed)
    def nextName(self) -> str:
        """The workshop of the next free session."""
        return self._next.name if self._next else ""

    @Property(str, notify=changed)
    def nextWhen(self) -> str:
        """When it begins and how long it takes: `14:30 · 60 min`, with its day when that is not today."""
        view = self._facts.seats.next_free if self._facts else None
        if view is None or self._next is None or self._facts is None:
            return ""
        today = self._facts.seats.now.date()
        day = view.local_start.date()
        return " · ".join(([] if day == today else [self._next.day]) + [self._next.time, self._next.facts])

    @Property(str, notify=changed)
    def nextSeats(self) -> str:
        """Its free seats in words."""
        return self._next.seats if self._next else ""

    @Property(int, notify=changed)
    def nextFree(self) -> int:
        """Its free seats."""
        return self._next.free if self._next else 0

    @Property(int, notify=changed)
    def nextCapacity(self) -> int:
        """All its seats."""
        return self._next.capacity if self._next else 0

    @Property(str, notify=changed)
    def nextPrice(self) -> str:
        """What one adult pays."""
        return self._next.price if self._next else ""

    @Property(str, notify=changed)
    def nextSpoken(self) -> str:
        """All of it in one sentence, for the button's name."""
        return self._next.spoken if self._next else ""

    @Property(Rows, constant=True)
    def today(self) -> Rows[SessionRow]:
        """Today's sessions that are still to come, in their order; the next day's where today has no more."""
        return self._today

    @Property(str, notify=changed)
    def todayHeading(self) -> str:
        """What stands over the row of sessions: today, or the day that they are on, or why there are none."""
        if self._facts is None:
            return ""
        if self._facts.seats.later and self._today.rows:
            return spoken_day(self._facts.seats.later[0].local_start.date(), self._facts.seats.now.date(), self._lang)
        if self._today.rows:
            return translate("HomePage", "Today")
        return translate("HomePage", "No more sessions today")

    # ---- the ways in, each with a line of what is behind it

    @Property(str, notify=changed)
    def exhibitsLine(self) -> str:
        """`12 exhibits in 6 zones`."""
        return self._exhibits_line()

    @Property(str, notify=changed)
    def workshopsLine(self) -> str:
        """`4 workshops · 6 sessions today`."""
        if self._facts is None:
            return ""
        count = len(self._facts.workshops)
        workshops = translate("HomePage", "%n workshop(s)", None, count)
        bookable = 0 if self._facts.seats.later else sum(row.bookable for row in self._today.rows)
        sessions = translate("HomePage", "%n session(s) today", None, bookable) if bookable else ""
        return " · ".join(part for part in (workshops, sessions) if part)

    @Property(str, notify=changed)
    def mapLine(self) -> str:
        """`You are here: Entrance hall`."""
        return self._map_line()

    @Property(str, notify=changed)
    def othersLine(self) -> str:
        """The other parks by name, in one quiet line; empty when this is the only one."""
        names = [other.name for other in self._facts.others] if self._facts else []
        if not names:
            return ""
        return translate("HomePage", "More factories turned parks: {parks}").format(parks=" · ".join(names))

    # ---- what a tap asks for

    @Slot()
    def bookNext(self) -> None:
        """Book a seat in the next free session."""
        if self._next is not None:
            self.services.shell.go("session", {"id": self._next.id})

    # ---- inside

    def refresh(self) -> None:
        """Ask for everything again."""
        site, lang = self.services.site, self._lang
        self.ask(lambda app: ask_home(app, site, lang), self._show)

    def refresh_seats(self) -> None:
        """Ask for what is on; the park is as it was."""
        facts, site, lang = self._facts, self.services.site, self._lang
        if facts is None:
            self.refresh()
            return
        zone, shown = ZoneInfo(facts.site.timezone), facts

        def show(seats: HomeSeats) -> None:
            if replace(seats, now=shown.seats.now) != shown.seats:
                self._show(replace(shown, seats=seats))

        self.ask(lambda app: ask_seats(app, site, lang, zone), show)

    @Slot()
    def tick(self) -> None:
        """A minute has gone by."""
        self.clockChanged.emit()
        self.refresh()

    def close(self) -> None:
        """The page has gone, and its clock with it."""
        self._minute.stop()
        super().close()

    def _show(self, facts: HomeFacts) -> None:
        self._facts = facts
        self._zone = ZoneInfo(facts.site.timezone)
        today = facts.seats.now.date()
        self._next = session_row(facts.seats.next_free, today, self._lang) if facts.seats.next_free else None
        coming = [view for view in facts.seats.later or facts.seats.today if _to_come(view)]
        self._today.show([session_row(view, today, self._lang) for view in coming[:TODAY_ROW]])
        self.set_problem("")
        self.set_title(facts.site.name)
        self.changed.emit()
        self.clockChanged.emit()
        self.set_read_aloud(self._spoken(facts, today))
        self._minute.start(_until_next_minute(self._now() or facts.seats.now))

    def _spoken(self, facts: HomeFacts, today: date) -> str:
        sentences = [facts.site.name, facts.site.tagline, self._opening_line(), self._on_now_line()]
        if self._next is not None and facts.seats.next_free is not None:
            sentences.append(translate("HomePage", "Next: {session}").format(session=self._next.spoken))
        else:
            sentences.append(
                translate("HomePage", "{day}: no free seats left.").format(day=spoken_day(today, today, self._lang))
            )
        sentences += [self._exhibits_line(), self._map_line()]
        return "\n".join(sentence for sentence in sentences if sentence)

    def _opening_line(self) -> str:
        facts = self._facts
        return opening_sentence(facts.opening, self._lang) if facts else ""

    def _on_now_line(self) -> str:
        if self._facts is None:
            return ""
        running = [view for view in self._facts.seats.today if view.state == "running"]
        return (
            translate("HomePage", "On now: {sessions}").format(
                sessions=translate("HomePage", ", ").join(
                    translate("HomePage", "{workshop} until {time}").format(
                        workshop=view.workshop_name, time=clock_time(view.local_end)
                    )
                    for view in running[:2]
                )
            )
            if running
            else ""
        )

    def _exhibits_line(self) -> str:
        if self._facts is None:
            return ""
        # The number stands as a bare name: lupdate passes over a call with anything else in that place.
        count = len(self._facts.exhibits)
        exhibits = translate("HomePage", "%n exhibit(s)", None, count)
        count = len({card.zone for card in self._facts.exhibits})
        zones = translate("HomePage", "%n zone(s)", None, count)
        return translate("HomePage", "{exhibits} in {zones}").format(exhibits=exhibits, zones=zones)

    def _map_line(self) -> str:
        if self._facts is None:
            return ""
        here = next((zone.name for zone in self._facts.zones if zone.slug == self._facts.site.here), "")
        return translate("HomePage", "You are here: {zone}").format(zone=here) if here else ""

    def _now(self) -> datetime | None:
        return self.services.clock.now().astimezone(self._zone) if self._zone else None


def _until_next_minute(now: datetime) -> int:
    """Milliseconds to the next full minute, and a little more so that it has surely come."""
    full = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return int((full - now).total_seconds() * 1000) + 20
