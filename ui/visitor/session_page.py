"""One session: what, when, where, for whom, how many seats are left, and one person already chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import ContentChanged, SeatsChanged
from ui.shell.properties import Property
from ui.shell.services import Services
from ui.visitor.booking_model import SESSION_NOTE, BookingPageModel, today_of
from ui.visitor.exhibit_rows import picture_url
from ui.visitor.formats import minutes_long, money, spoken_day
from ui.visitor.price_rows import party_in_words, wheelchairs_in_words
from ui.visitor.session_rows import SessionRow, session_row, spoken_language

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import Category, Quote, SessionView
    from kiosk.catalogue import Workshop

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What the page asks for, in one go."""

    today: date
    session: "SessionView"
    workshop: "Workshop"
    party: Mapping[str, int]
    wheelchairs: int
    quote: "Quote"
    instead: "SessionView | None"


def one_person(categories: "tuple[Category, ...]") -> dict[str, int]:
    """The party that a visitor finds chosen: one of the first adult category."""
    first = next((category for category in categories if category.is_adult), categories[0])
    return {first.slug: 1}


def ask_session(
    app: "App", site: str, session_id: UUID, lang: str, *, party: Mapping[str, int], wheelchairs: int
) -> SessionFacts:
    """The session, its workshop, and the price for `party` (or for one person). Runs on the worker."""
    view = app.booking.session(session_id, lang)
    chosen = dict(party) or one_person(tuple(app.booking.categories(session_id, lang)))
    bookable = view.state == "open" and view.free > 0
    return SessionFacts(
        today=today_of(app, site, lang),
        session=view,
        workshop=app.catalogue.workshop(view.site, view.workshop, lang),
        party=chosen,
        wheelchairs=wheelchairs,
        quote=app.booking.quote(session_id, chosen, lang, wheelchairs=wheelchairs),
        instead=None if bookable else another_session(app, view, lang),
    )


def another_session(app: "App", view: "SessionView", lang: str) -> "SessionView | None":
    """What to take when `view` can't be had: the same workshop later that day, else what is free next."""
    same = app.booking.next_free(view.site, lang, workshop=view.workshop)
    if same is not None and same.local_start.date() == view.local_start.date():
        return same
    return app.booking.next_free(view.site, lang)


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class SessionPageModel(BookingPageModel):
    """What the session page shows; all of it changes together, with every seat that is taken or given back."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._id = UUID(self.params["id"])
        self._facts: SessionFacts | None = None
        self._row: SessionRow | None = None
        self._other: SessionRow | None = None
        if services.visitor.hold is not None:  # come back to from the review: what was held there is free again
            self.let_go()
        self.follow(SeatsChanged, ContentChanged)

    changed = Signal()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The answers are there."""
        return self._facts is not None

    @Property(str, notify=changed)
    def name(self) -> str:
        """The workshop."""
        return self._row.name if self._row else ""

    @Property(str, notify=changed)
    def otherName(self) -> str:
        """Its name in the other language."""
        return self._row.other_name if self._row else ""

    @Property(str, notify=changed)
    def summary(self) -> str:
        """What one does there."""
        return self._facts.workshop.summary if self._facts else ""

    @Property(str, notify=changed)
    def story(self) -> str:
        """The same at more length."""
        return self._facts.workshop.story if self._facts else ""

    @Property(QUrl, notify=changed)
    def picture(self) -> QUrl:
        """The workshop's drawn picture."""
        return picture_url(self._facts.workshop.picture if self._facts else None)

    @Property(str, notify=changed)
    def pictureAlt(self) -> str:
        """What the picture shows, in words."""
        picture = self._facts.workshop.picture if self._facts else None
        return picture.alt if picture else ""

    @Property(str, notify=changed)
    def time(self) -> str:
        """When it begins: `14:30`."""
        return self._row.time if self._row else ""

    @Property(str, notify=changed)
    def span(self) -> str:
        """From when to when."""
        return self._row.span if self._row else ""

    @Property(str, notify=changed)
    def day(self) -> str:
        """On which day, in full."""
        facts = self._facts
        return spoken_day(facts.session.local_start.date(), facts.today, self.lang) if facts else ""

    @Property(str, notify=changed)
    def length(self) -> str:
        """How long it takes."""
        facts = self._facts
        return minutes_long(facts.session.local_start, facts.session.local_end) if facts else ""

    @Property(str, notify=changed)
    def spokenIn(self) -> str:
        """The language it is held in."""
        return spoken_language(self._facts.session.language) if self._facts else ""

    @Property(str, notify=changed)
    def meetingPoint(self) -> str:
        """Where to be."""
        return self._facts.session.meeting_point if self._facts else ""

    @Property(str, notify=changed)
    def zone(self) -> str:
        """The part of the park that it is in."""
        return self._facts.session.zone_name if self._facts else ""

    @Property(str, notify=changed)
    def age(self) -> str:
        """From which age, or that anyone may come."""
        if self._facts is None:
            return ""
        least = self._facts.workshop.min_age
        return (
            translate("SessionPage", "From %n year(s)", None, least) if least else translate("SessionPage", "Any age")
        )

    @Property(str, notify=changed)
    def needs(self) -> str:
        """What to bring or to know."""
        return self._facts.workshop.needs if self._facts else ""

    @Property(str, notify=changed)
    def wheelchair(self) -> str:
        """Whether a wheelchair place is left."""
        if self._facts is None:
            return ""
        free = self._facts.session.wheelchair_free if self.bookable else 0
        return translate("SessionPage", "%n wheelchair place(s)", None, free) if free else ""

    @Property(int, notify=changed)
    def free(self) -> int:
        """Free seats, to draw."""
        return self._row.free if self._row else 0

    @Property(int, notify=changed)
    def capacity(self) -> int:
        """All seats, to draw."""
        return self._row.capacity if self._row else 0

    @Property(str, notify=changed)
    def seats(self) -> str:
        """The same in words."""
        return self._row.seats if self._row else ""

    @Property(bool, notify=changed)
    def bookable(self) -> bool:
        """It can be booked at this moment."""
        return self._row.bookable if self._row else False

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """It can be booked by the chosen party."""
        return self.bookable and self._facts is not None and not self._facts.quote.problems

    @Property(str, notify=changed)
    def who(self) -> str:
        """The party: `1 × Adult`, and the wheelchair places that it needs."""
        if self._facts is None:
            return ""
        parts = (party_in_words(self._facts.quote.lines), wheelchairs_in_words(self._facts.wheelchairs))
        return " · ".join(part for part in parts if part)

    @Property(str, notify=changed)
    def total(self) -> str:
        """What the party pays."""
        return money(self._facts.quote.total_fen) if self._facts else ""

    @Property(str, notify=changed)
    def whyNot(self) -> str:
        """Why this party can't go on; empty when it can."""
        if self._facts is None or not self.bookable:
            return ""
        return "\n".join(self._facts.quote.problems)

    @Property(str, notify=changed)
    def instead(self) -> str:
        """The next free session, when this one can't be booked: `Wire workshop, 15:30. 4 places left`."""
        return self._other.spoken if self._other else ""

    @Property(str, notify=changed)
    def insteadTime(self) -> str:
        """When that one begins."""
        return self._other.time if self._other else ""

    @Property(str, notify=changed)
    def insteadLine(self) -> str:
        """Which one it is, and on which day."""
        if self._other is None:
            return ""
        said = translate("SessionPage", "Next with places: {workshop}, {day}")
        return said.format(workshop=self._other.name, day=self._other.day)

    # ---- what a tap asks for

    @Slot()
    def goOn(self) -> None:
        """On to the review, which holds the seats."""
        if self._facts is not None and self.ready:
            self.services.visitor.party = dict(self._facts.party)
            self.services.visitor.wheelchairs = self._facts.wheelchairs
            self.services.visitor.notes[SESSION_NOTE] = str(self._id)
            self.go_on("review")

    @Slot()
    def chooseParty(self) -> None:
        """More people, children, concessions."""
        if self._facts is not None:
            self.services.visitor.party = dict(self._facts.party)
            self.services.visitor.wheelchairs = self._facts.wheelchairs
            self.services.shell.go("party", {"id": str(self._id)})

    @Slot()
    def takeInstead(self) -> None:
        """The next free session in place of this one."""
        if self._facts is not None and self._facts.instead is not None:
            self.services.shell.go("session", {"id": str(self._facts.instead.id)})

    # ---- inside

    def refresh(self) -> None:
        """Ask for the session again."""
        site, lang, session_id = self.services.site, self.lang, self._id
        party = dict(self.services.visitor.party)
        wheelchairs = self.services.visitor.wheelchairs if party else 0

        def ask(app: "App") -> SessionFacts:
            return ask_session(app, site, session_id, lang, party=party, wheelchairs=wheelchairs)

        self.ask(ask, self._show, self.went_wrong)

    def _show(self, facts: SessionFacts) -> None:
        self._facts = facts
        self._row = session_row(facts.session, facts.today, self.lang)
        self._other = session_row(facts.instead, facts.today, self.lang) if facts.instead else None
        self.set_trouble(None)
        self.set_title(self._row.name)
        self.changed.emit()
        told = [self._row.spoken, self.summary, self.meetingPoint, self.age, self.needs]
        if self.bookable:
            told.append(translate("SessionPage", "For {who}: {price}").format(who=self.who, price=self.total))
        elif self._other is not None:
            told.append(translate("SessionPage", "The next free session: {session}").format(session=self.instead))
        self.set_read_aloud("\n".join(sentence for sentence in told if sentence))
