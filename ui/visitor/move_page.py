"""Moving a booking: pick another session of the same workshop, see the difference in price, confirm once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import BookingChanged, SeatsChanged
from ui.shell.properties import Property
from ui.shell.rows import RowMaker, Rows
from ui.shell.services import Services
from ui.shell.visitor_session import PLATE_NOTE
from ui.visitor.booking_model import BookingPageModel, party_of, today_of
from ui.visitor.day_rows import DayRow, day_row
from ui.visitor.formats import amount, spoken_day, time_span
from ui.visitor.session_rows import SessionRow, difference, session_row
from ui.visitor.ticket_page import PRINT_NOTE, TICKET_NOTE, TicketFacts, new_ticket

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookableDay, BookingView, SessionView
    from kiosk.ticketing import PrintJob

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Offer:
    """A session to move to, and how much more (or less, below nought) the same party pays there, in fen."""

    session: "SessionView"
    more_fen: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveFacts:
    """What the page asks for, in one go."""

    today: date
    day: date
    booking: "BookingView"
    days: "tuple[BookableDay, ...]"
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A session to move to, as it is shown."""

    id: str
    time: str
    name: str
    line: str
    seats: str
    free: int
    capacity: int
    price: str
    bookable: bool
    chosen: bool
    spoken: str


def ask_offers(app: "App", code: str, lang: str, day: date | None) -> MoveFacts:
    """The other sessions of the booking's workshop on one day, with their price for its party. Runs on the worker."""
    booking = app.booking.find(code, lang)
    site, workshop = booking.site, booking.session.workshop
    today = today_of(app, site, lang)
    days = tuple(app.booking.days(site, lang, workshop))
    if day is None:
        booked = booking.session.local_start.date()
        day = next((found.date for found in days if found.free and found.date >= booked), None) or today
    party = party_of(booking.lines)
    offers = []
    for view in app.booking.sessions(site, lang, day=day, workshop=workshop):
        if view.id != booking.session.id and view.state != "over":
            quote = app.booking.quote(view.id, party, lang, wheelchairs=booking.wheelchairs)
            offers.append(Offer(view, quote.total_fen - booking.total_fen, quote.problems))
    return MoveFacts(today, day, booking, days, tuple(offers))


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class MovePageModel(BookingPageModel):
    """Days, sessions with the difference, and one button that moves. Exactly one booking is there before and after."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._code = self.params["code"]
        self._day: date | None = None
        self._chosen = ""
        self._moving = False
        self._facts: MoveFacts | None = None
        self._shown: tuple[MoveFacts, str, bool, str] | None = None
        self._days: Rows[DayRow] = Rows(DayRow, parent=self)
        self._day_maker: RowMaker[BookableDay, DayRow] = RowMaker()
        self._offer_maker: RowMaker[Offer, OfferRow] = RowMaker()
        self._offers: Rows[OfferRow] = Rows(OfferRow, parent=self)
        self.follow(SeatsChanged, BookingChanged)

    changed = Signal()

    @Property(Rows, constant=True)
    def days(self) -> Rows[DayRow]:
        """The days that can be booked."""
        return self._days

    @Property(Rows, constant=True)
    def offers(self) -> Rows[OfferRow]:
        """The chosen day's other sessions of this workshop."""
        return self._offers

    @Property(str, notify=changed)
    def what(self) -> str:
        """The workshop."""
        return self._facts.booking.session.workshop_name if self._facts else ""

    @Property(str, notify=changed)
    def now(self) -> str:
        """What is booked now: `Saturday 6 June, 14:30–15:30`."""
        return self._when(self._facts.booking.session) if self._facts else ""

    @Property(str, notify=changed)
    def nothing(self) -> str:
        """Said in place of the list where there are no other sessions."""
        if self._facts is None or self._facts.offers:
            return ""
        return translate("MovePage", "No other session that day. Choose another day above.")

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """A session has been picked that has places."""
        return self._offer() is not None and not self._moving

    @Property(str, notify=changed)
    def then(self) -> str:
        """What is picked."""
        offer = self._offer()
        return self._when(offer.session) if offer else ""

    @Property(str, notify=changed)
    def difference(self) -> str:
        """The difference in price in a sentence."""
        offer = self._offer()
        if offer is None or self._facts is None:
            return ""
        if offer.more_fen > 0:
            said = translate("MovePage", "{amount} more, to pay at the desk.")
        elif offer.more_fen < 0 and self._facts.booking.payment == "paid":
            said = translate("MovePage", "{amount} less: you get it back at the desk.")
        elif offer.more_fen < 0:
            said = translate("MovePage", "{amount} less to pay.")
        else:
            said = translate("MovePage", "The price stays the same.")
        return said.format(amount=amount(abs(offer.more_fen)))

    @Property(str, notify=changed)
    def action(self) -> str:
        """What the filled button does."""
        offer = self._offer()
        if offer is None or self._facts is None:
            return translate("MovePage", "Choose a session")
        row = session_row(offer.session, self._facts.today, self.lang)
        return translate("MovePage", "Move to {time}").format(time=row.time)

    # ---- what a tap asks for

    @Slot(str)
    def chooseDay(self, iso: str) -> None:
        """Look at another day."""
        self._day = date.fromisoformat(iso)
        self._chosen = ""
        self.refresh()

    @Slot(str)
    def choose(self, session_id: str) -> None:
        """Pick a session."""
        self._chosen = session_id
        if self._facts is not None:
            self._show(self._facts)

    @Slot()
    def confirm(self) -> None:
        """Move. Asked once: whatever is tapped meanwhile, nothing is moved twice."""
        offer = self._offer()
        if offer is None or self._moving or self._facts is None:
            return
        self._moving = True
        self.changed.emit()
        code, lang, target, visitor = self._code, self.lang, UUID(str(offer.session.id)), self.services.visitor
        seen, before = self._facts.booking.version, self._facts.booking.id
        plate = visitor.notes.get(PLATE_NOTE)

        def move(app: "App") -> "tuple[BookingView, PrintJob | None, TicketFacts | None]":
            moved = app.booking.move(code, target, lang, seen=seen)
            return moved, *new_ticket(app, moved, lang, plate or app.ticketing.plate_of(before))

        def moved(result: "tuple[BookingView, PrintJob | None, TicketFacts | None]") -> None:
            booking, job, facts = result
            visitor.booking = booking
            visitor.notes[PRINT_NOTE], visitor.notes[TICKET_NOTE] = job, facts
            self.go_on("ticket", {"code": booking.code})

        self.change(move, moved, self._not_moved)

    # ---- inside

    def refresh(self) -> None:
        """Ask for the sessions again."""
        code, lang, day = self._code, self.lang, self._day
        if not self._moving:
            self.ask(lambda app: ask_offers(app, code, lang, day), self._show, self.went_wrong)

    def _not_moved(self, error: Exception) -> None:
        self._moving = False
        self._chosen = ""
        self.went_wrong(error)
        self.changed.emit()
        self.refresh()  # what is offered, and the booking, as they are now

    def _offer(self) -> Offer | None:
        """The one that is picked, while it can be had."""
        offers = self._facts.offers if self._facts else ()
        return next((offer for offer in offers if str(offer.session.id) == self._chosen and _can_be_had(offer)), None)

    def _when(self, view: "SessionView") -> str:
        today = self._facts.today if self._facts else view.local_start.date()
        day = spoken_day(view.local_start.date(), today, self.lang)
        return f"{day} · {time_span(view.local_start, view.local_end)}"

    def _show(self, facts: MoveFacts) -> None:
        if self._facts is not None and facts.day != self._facts.day:
            self.set_trouble(None)
        asked = (facts, self._chosen, self._moving, self.lang)
        if asked == self._shown:
            return
        self._shown = asked
        self._facts = facts
        self.set_title(translate("MovePage", "Move my booking"))
        self.show_art(facts.booking.session)
        day, today, lang = facts.day, facts.today, self.lang
        self._days.show(
            self._day_maker.rows(facts.days, lambda found: day_row(found, day, today, lang), day, today, lang)
        )
        self._offers.show(
            self._offer_maker.rows(facts.offers, lambda offer: self._offer_row(offer, today), self._chosen, today, lang)
        )
        self.changed.emit()
        told = [self.title, self.what, self.now, *(row.spoken for row in self._offers.rows), self.nothing]
        self.set_read_aloud("\n".join(sentence for sentence in told if sentence))

    def _offer_row(self, offer: Offer, today: date) -> OfferRow:
        row: SessionRow = session_row(offer.session, today, self.lang)
        can = _can_be_had(offer)
        seats = row.seats if can or not row.bookable else " ".join(offer.problems)
        price = difference(offer.more_fen) if can else ""
        return OfferRow(
            id=row.id,
            time=row.time,
            name=row.day,
            line=row.facts,
            seats=seats,
            free=row.free,
            capacity=row.capacity,
            price=price,
            bookable=can,
            chosen=can and row.id == self._chosen,
            spoken=", ".join(part for part in (row.time, row.facts, seats, price) if part),
        )


def _can_be_had(offer: Offer) -> bool:
    return offer.session.state == "open" and offer.session.free > 0 and not offer.problems
