"""Who comes: so many of each category, with the price adding up and what is to be shown at the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import ContentChanged, SeatsChanged
from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services
from ui.visitor.booking_model import SESSION_NOTE, BookingPageModel, today_of
from ui.visitor.formats import money
from ui.visitor.price_rows import proof_of, wheelchairs_in_words
from ui.visitor.session_page import one_person
from ui.visitor.session_rows import SessionRow, session_row

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import Category, Quote, SessionView

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category with how many of it come. `most` is how many the stepper goes up to."""

    slug: str
    name: str
    line: str
    price: str
    count: int
    most: int


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """What the page asks for, in one go."""

    today: date
    session: "SessionView"
    categories: "tuple[Category, ...]"
    party: Mapping[str, int]
    wheelchairs: int
    quote: "Quote"


def ask_party(
    app: "App",
    site: str,
    session_id: UUID,
    lang: str,
    *,
    party: Mapping[str, int],
    wheelchairs: int,
    own: tuple[int, int] = (0, 0),
) -> PartyFacts:
    """The categories of a session, and what `party` pays. Runs on the worker.

    `own`: seats and wheelchair places that are held for these people already, on the way back from the review: to them
    they are free.
    """
    view = app.booking.session(session_id, lang).with_own(*own)
    categories = tuple(app.booking.categories(session_id, lang))
    quote = app.booking.quote(
        session_id, party, lang, wheelchairs=wheelchairs, own_seats=own[0], own_wheelchairs=own[1]
    )
    return PartyFacts(today_of(app, site, lang), view, categories, dict(party), wheelchairs, quote)


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class PartyPageModel(BookingPageModel):
    """Steppers, a sum, and in words why a party can't come."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._id = UUID(self.params["id"])
        self._facts: PartyFacts | None = None
        self._row: SessionRow | None = None
        self._party: dict[str, int] = dict(services.visitor.party)
        self._wheelchairs = services.visitor.wheelchairs if self._party else 0
        self._categories: Rows[CategoryRow] = Rows(CategoryRow, parent=self)
        self.follow(SeatsChanged, ContentChanged)

    changed = Signal()

    @Property(Rows, constant=True)
    def categories(self) -> Rows[CategoryRow]:
        """The park's price table, in its order."""
        return self._categories

    @Property(int, notify=changed)
    def wheelchairs(self) -> int:
        """Wheelchair places that are wanted."""
        return self._wheelchairs

    @Property(int, notify=changed)
    def wheelchairsMost(self) -> int:
        """How many the stepper goes up to: no more than are free, and than people who take a seat."""
        if self._facts is None:
            return 0
        return max(self._wheelchairs, min(self._wheelchairs_free(self._facts), self._seats(self._facts)))

    @Property(str, notify=changed)
    def wheelchairsLine(self) -> str:
        """How many the session has left, or that it has none."""
        if self._facts is None:
            return ""
        free = self._wheelchairs_free(self._facts)
        if not free:
            return translate("PartyPage", "None is free in this session. Please ask at the desk.")
        return translate("PartyPage", "%n left in this session", None, free)

    @Property(str, notify=changed)
    def session(self) -> str:
        """What for: `Wire workshop`."""
        return self._row.name if self._row else ""

    @Property(str, notify=changed)
    def when(self) -> str:
        """`Today, Saturday 6 June · 14:30–15:30`."""
        return f"{self._row.day} · {self._row.span}" if self._row else ""

    @Property(int, notify=changed)
    def free(self) -> int:
        """Seats to draw as free."""
        return self._row.free if self._row else 0

    @Property(int, notify=changed)
    def capacity(self) -> int:
        """All seats."""
        return self._row.capacity if self._row else 0

    @Property(str, notify=changed)
    def seats(self) -> str:
        """The free seats in words."""
        return self._row.seats if self._row else ""

    @Property(str, notify=changed)
    def total(self) -> str:
        """What all of them pay together."""
        return money(self._facts.quote.total_fen) if self._facts else ""

    @Property(str, notify=changed)
    def people(self) -> str:
        """How many they are."""
        heads = self._facts.quote.heads if self._facts else 0
        return translate("PartyPage", "%n person(s)", None, heads) if heads else ""

    @Property(str, notify=changed)
    def proof(self) -> str:
        """What is to be shown at the desk; empty when nothing is."""
        return proof_of(self._facts.quote.lines) if self._facts else ""

    @Property(str, notify=changed)
    def whyNot(self) -> str:
        """Why this party can't come, in sentences; empty when it can."""
        return "\n".join(self._facts.quote.problems) if self._facts else ""

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """These people can book."""
        return self._facts is not None and not self._facts.quote.problems and self._is_about_us(self._facts)

    # ---- what a tap asks for

    @Slot(str, int)
    def choose(self, slug: str, count: int) -> None:
        """So many of this category."""
        self._party = {key: heads for key, heads in {**self._party, slug: count}.items() if heads > 0}
        if self._facts is not None:
            self._wheelchairs = min(self._wheelchairs, self._seats(self._facts))
            self._show_rows(self._facts)  # the stepper answers at once, the price when it has been reckoned
        self.changed.emit()
        self.refresh()

    @Slot(int)
    def chooseWheelchairs(self, count: int) -> None:
        """So many wheelchair places among the seats."""
        self._wheelchairs = count
        self.changed.emit()
        self.refresh()

    @Slot()
    def goOn(self) -> None:
        """On to the review, which holds the seats."""
        if self.ready:
            self.services.visitor.party = dict(self._party)
            self.services.visitor.wheelchairs = self._wheelchairs
            self.services.visitor.notes[SESSION_NOTE] = str(self._id)
            self.go_on("review")

    # ---- inside

    def refresh(self) -> None:
        """Ask for the price of these people."""
        site, lang, session_id = self.services.site, self.lang, self._id
        party, wheelchairs, first = dict(self._party), self._wheelchairs, self._facts is None
        held, own = self.services.visitor.hold, (0, 0)
        if held is not None and held.session.id == session_id:
            own = int(held.seats), int(held.wheelchairs)

        def ask(app: "App") -> PartyFacts:
            who = party or (one_person(app.booking.categories(session_id, lang)) if first else {})
            return ask_party(app, site, session_id, lang, party=who, wheelchairs=wheelchairs, own=own)

        def show(facts: PartyFacts) -> None:
            if self._facts is None or self._is_about_us(facts):  # an answer to an older question is not shown
                self._show(facts)

        self.ask(ask, show, self.went_wrong)

    def _is_about_us(self, facts: PartyFacts) -> bool:
        return (dict(facts.party), facts.wheelchairs) == (self._party, self._wheelchairs)

    def _seats(self, facts: PartyFacts) -> int:
        """How many of those who are chosen take a seat."""
        return sum(self._party.get(category.slug, 0) for category in facts.categories if category.takes_seat)

    @staticmethod
    def _wheelchairs_free(facts: PartyFacts) -> int:
        return facts.session.wheelchair_free if facts.session.state == "open" else 0

    def _show(self, facts: PartyFacts) -> None:
        if self._facts is None and not self._party:
            self._party = dict(facts.party)
        self._facts = facts
        self._row = session_row(facts.session, facts.today, self.lang)
        self.set_trouble(None)
        self.set_title(translate("PartyPage", "Who is coming?"))
        self._show_rows(facts)
        self.show_art(facts.session)
        self.changed.emit()
        told = [f"{row.name}: {row.count}, {row.price}" for row in self._categories.rows]
        told.append(wheelchairs_in_words(self._wheelchairs))
        self.set_read_aloud(
            "\n".join(part for part in (self.title, *told, self.total, self.proof, self.whyNot) if part)
        )

    def _show_rows(self, facts: PartyFacts) -> None:
        heads = sum(self._party.values())
        room = max(0, facts.session.max_party - heads)
        self._categories.show(
            [
                CategoryRow(
                    slug=category.slug,
                    name=category.name,
                    line=" · ".join(part for part in (money(category.each_fen), category.rule) if part),
                    price=money(category.each_fen),
                    count=self._party.get(category.slug, 0),
                    most=self._party.get(category.slug, 0) + room,
                )
                for category in facts.categories
            ]
        )
