"""What is about to be booked, with the seats held while the visitor decides, and one button that books it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services
from ui.shell.visitor_session import PLATE_NOTE
from ui.visitor.booking_model import SESSION_NOTE, BookingPageModel, party_of
from ui.visitor.formats import countdown, money
from ui.visitor.price_rows import PriceRow, place_of, price_rows, proof_of, wheelchairs_in_words
from ui.visitor.sentences import hold_expired, trouble
from ui.visitor.session_rows import SessionRow, session_row
from ui.visitor.ticket_page import PRINT_NOTE, TICKET_NOTE, TicketFacts, new_ticket

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookingView, Hold, SessionView
    from kiosk.ticketing import PrintJob

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_ONLY_THE_DESK = ("clock_doubtful", "at_the_desk")
"""Troubles for which no other session is any better."""
LENGTHEN_AT = 30
"""A visitor who asked for more time gets it when so many seconds are left."""


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class ReviewPageModel(BookingPageModel):
    """Holds the seats on entry, counts down, books."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._shown: Hold | None = None
        self._row: SessionRow | None = None
        self._lines: Rows[PriceRow] = Rows(PriceRow, parent=self)
        self._until = 0.0
        self._whole = 1.0
        self._lengthened = 0
        self._booking = False
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    # ---- what is booked

    changed = Signal()

    @Property(bool, notify=changed)
    def held(self) -> bool:
        """The seats are held."""
        return self.services.visitor.hold is not None and self._shown is not None

    @Property(str, notify=changed)
    def what(self) -> str:
        """The workshop."""
        return self._row.name if self._row else ""

    @Property(str, notify=changed)
    def day(self) -> str:
        """On which day."""
        return self._row.day if self._row else ""

    @Property(str, notify=changed)
    def time(self) -> str:
        """From when to when."""
        return self._row.span if self._row else ""

    @Property(str, notify=changed)
    def facts(self) -> str:
        """How long, and in which language."""
        return self._row.facts if self._row else ""

    @Property(str, notify=changed)
    def where(self) -> str:
        """Where to be."""
        return place_of(self._shown.session) if self._shown else ""

    @Property(Rows, constant=True)
    def lines(self) -> Rows[PriceRow]:
        """Who, and what each pays."""
        return self._lines

    @Property(str, notify=changed)
    def wheelchairs(self) -> str:
        """The wheelchair places among the seats; empty when there are none."""
        return wheelchairs_in_words(self._shown.wheelchairs) if self._shown else ""

    @Property(str, notify=changed)
    def total(self) -> str:
        """What all of them pay."""
        return money(self._shown.total_fen) if self._shown else ""

    @Property(str, notify=changed)
    def payment(self) -> str:
        """How it is paid."""
        if self._shown is None or not self._shown.total_fen:
            return ""
        return translate("ReviewPage", "You pay at the desk, before it starts.")

    @Property(str, notify=changed)
    def proof(self) -> str:
        """What is to be shown at the desk."""
        return proof_of(self._shown.lines) if self._shown else ""

    @Property(str, notify=changed)
    def refundRule(self) -> str:
        """What comes back when it is cancelled."""
        return self._shown.refund_rule if self._shown else ""

    @Property(str, notify=changed)
    def details(self) -> str:
        """What the visitor has typed, in one line; empty when nothing."""
        typed = self.services.visitor.details
        return " · ".join(typed[key] for key in ("name", "phone", "needs") if typed.get(key))

    # ---- the countdown

    ticked = Signal()

    @Property(str, notify=ticked)
    def left(self) -> str:
        """How long the seats are still held: `2:41`."""
        return countdown(self._seconds_left())

    @Property(float, notify=ticked)
    def leftPart(self) -> float:
        """The same as a part of the whole, from 1 to 0, for the rail."""
        return max(0.0, min(1.0, self._seconds_left() / self._whole))

    @Property(bool, notify=ticked)
    def hurry(self) -> bool:
        """Less than half a minute is left."""
        return self.held and self._seconds_left() < 30

    # ---- the one filled button

    @Property(str, notify=changed)
    def action(self) -> str:
        """What the filled button does now."""
        met = self._trouble
        if met is None:
            return translate("ReviewPage", "Confirm the booking")
        if self._offered is not None:
            return translate("ReviewPage", "Take {time} instead").format(time=self._offered.time)
        if met.code == "hold_expired":
            return translate("ReviewPage", "Hold the places again")
        if met.code == "party_refused":
            return translate("ReviewPage", "Choose who is coming")
        if met.code in _ONLY_THE_DESK:
            return translate("ReviewPage", "Back to the start")
        return translate("ReviewPage", "See other sessions")

    @Property(str, notify=changed)
    def offer(self) -> str:
        """The session that is offered instead, all of it in words; empty when none is."""
        return self._offered.spoken if self._offered else ""

    @Property(str, notify=changed)
    def offerName(self) -> str:
        """Its workshop."""
        return self._offered.name if self._offered else ""

    @Property(str, notify=changed)
    def offerTime(self) -> str:
        """When it begins."""
        return self._offered.time if self._offered else ""

    @Property(str, notify=changed)
    def offerDay(self) -> str:
        """On which day."""
        return self._offered.day if self._offered else ""

    @Property(str, notify=changed)
    def offerFacts(self) -> str:
        """How long it takes, and in which language."""
        return self._offered.facts if self._offered else ""

    @Property(str, notify=changed)
    def offerSeats(self) -> str:
        """Its free seats in words."""
        return self._offered.seats if self._offered else ""

    @Property(int, notify=changed)
    def offerFree(self) -> int:
        """Its free seats, to draw."""
        return self._offered.free if self._offered else 0

    @Property(int, notify=changed)
    def offerCapacity(self) -> int:
        """All its seats, to draw."""
        return self._offered.capacity if self._offered else 0

    @Slot()
    def act(self) -> None:
        """The filled button."""
        met = self._trouble
        if met is None:
            self.confirm()
        elif met.instead is not None:
            self.services.visitor.notes[SESSION_NOTE] = str(met.instead.id)
            self.hold()
        elif met.code == "hold_expired":
            self.hold()
        elif met.code == "party_refused":
            self.changeParty()
        elif met.code in _ONLY_THE_DESK:
            self.services.shell.home()
        else:
            self.services.shell.go("workshops")

    @Slot()
    def confirm(self) -> None:
        """Book. Asked once: whatever is tapped meanwhile, nothing is booked twice."""
        hold = self.services.visitor.hold
        if hold is None or self._booking or self._trouble is not None:
            return
        self._booking = True
        self._goes_on = True  # the hold is the booking's from here: leaving must not give it back
        self._second.stop()
        lang, details, hold_id = self.lang, dict(self.services.visitor.details), hold.id
        visitor = self.services.visitor
        plate = visitor.notes.get(PLATE_NOTE)

        def book(app: "App") -> "tuple[BookingView, PrintJob | None, TicketFacts | None]":
            from kiosk.booking import Person

            booking = app.booking.confirm(hold_id, lang, Person(**details) if details else None)
            return booking, *new_ticket(app, booking, lang, plate)

        def booked(result: "tuple[BookingView, PrintJob | None, TicketFacts | None]") -> None:
            booking, job, facts = result
            visitor.hold = None
            visitor.booking = booking
            visitor.notes[PRINT_NOTE], visitor.notes[TICKET_NOTE] = job, facts
            self.go_on("ticket", {"code": booking.code})

        self.change(book, booked, self._not_booked)

    @Slot()
    def changeParty(self) -> None:
        """Other people; the seats stay held."""
        self.go_on("party", {"id": self._session_id()})

    @Slot()
    def addDetails(self) -> None:
        """Leave a name; the seats stay held."""
        self.go_on("details")

    # ---- holding

    @Slot()
    def hold(self) -> None:
        """Hold the seats for the party, anew or changed."""
        self.set_trouble(None)
        self.changed.emit()
        visitor, lang = self.services.visitor, self.lang
        session_id, held = UUID(self._session_id()), visitor.hold
        if visitor.party or held is None:
            party, wheelchairs = dict(visitor.party), visitor.wheelchairs
        else:
            party, wheelchairs = party_of(held.lines), held.wheelchairs

        def work(app: "App") -> "Hold":
            if held is not None and held.session.id == session_id:
                return app.booking.change_hold(held.id, party, lang, wheelchairs=wheelchairs)
            if held is not None:
                app.booking.release(held.id)
            return app.booking.hold(session_id, party, lang, wheelchairs=wheelchairs)

        self.ask_for_seats(work, self._seats_held, self._not_held)

    def refresh(self) -> None:
        """On entry and on a change of language: the same hold, said in the visitor's language."""
        self._name_page()
        if not self._booking and self._trouble is None:
            self.hold()
        elif self._trouble is not None:
            self.changed.emit()

    @Slot()
    def tick(self) -> None:
        """A second has gone by."""
        self.ticked.emit()
        left = self._seconds_left()
        visitor = self.services.visitor
        if visitor.hold is None:
            self._second.stop()
        elif left <= 0:
            self._second.stop()
            self.let_go()
            self.set_trouble(hold_expired())
            self._name_page()
            self.changed.emit()
        elif left <= LENGTHEN_AT and visitor.ease.more_time and self._lengthened < 2 and not self.changing:
            self._lengthened += 1
            hold_id, lang = visitor.hold.id, self.lang
            self.change(lambda app: app.booking.lengthen(hold_id, lang), self._count_from, self._not_held)

    def close(self) -> None:
        """The page has gone, its seconds with it."""
        self._second.stop()
        super().close()

    # ---- inside

    def _session_id(self) -> str:
        noted, hold = self.services.visitor.notes.get(SESSION_NOTE), self.services.visitor.hold
        return str(noted or (hold.session.id if hold is not None else ""))

    def _row_of(self, view: "SessionView") -> SessionRow:
        return session_row(view, self.services.clock.now().astimezone(view.local_start.tzinfo).date(), self.lang)

    @property
    def _offered(self) -> SessionRow | None:
        met = self._trouble
        return self._row_of(met.instead) if met is not None and met.instead is not None else None

    def _seconds_left(self) -> float:
        return max(0.0, self._until - self.services.clock.uptime()) if self.services.visitor.hold is not None else 0.0

    def _seats_held(self, hold: "Hold") -> None:
        self._lengthened = 0
        self._whole = max(1.0, hold.seconds_left)
        self._count_from(hold)

    def _count_from(self, hold: "Hold") -> None:
        self.services.visitor.hold = hold
        self._shown = hold
        self._row = self._row_of(hold.session)
        self._until = self.services.clock.uptime() + hold.seconds_left
        self._lines.show(price_rows(hold.lines))
        self.show_art(hold.session)
        self.set_trouble(None)
        self._name_page()
        self._second.start()
        self.changed.emit()
        self.ticked.emit()
        told = [self.title, self._row.spoken, *(line.spoken for line in self._lines.rows), self.wheelchairs, self.total]
        told += [self.where, self.payment, self.proof, self.refundRule]
        told.append(translate("ReviewPage", "The places are held for you for {time}.").format(time=self.left))
        self.set_read_aloud("\n".join(sentence for sentence in told if sentence))

    def _name_page(self) -> None:
        self.set_title(
            {
                "": translate("ReviewPage", "Is this right?"),
                "sold_out": translate("ReviewPage", "Just sold"),
                "hold_expired": translate("ReviewPage", "Time is up"),
            }.get(self.troubleCode, translate("ReviewPage", "Not just now"))
        )

    def _not_held(self, error: Exception) -> None:
        self._second.stop()
        self.services.visitor.hold = None
        met = trouble(error)
        self.set_trouble(met)
        if met.instead is not None:
            self.show_art(met.instead)
        elif self._shown is None and self._session_id():
            wanted, lang = UUID(self._session_id()), self.lang
            self.ask(lambda app: app.booking.session(wanted, lang), self.show_art, lambda _: None)
        self._name_page()
        self.set_read_aloud("\n".join((self.trouble, self.offer)).strip())
        self.changed.emit()
        self.ticked.emit()

    def _not_booked(self, error: Exception) -> None:
        self._booking = False
        self._goes_on = False
        met = trouble(error)
        if met.code in ("hold_expired", "sold_out", "session_closed", "unknown_session"):
            self._not_held(error)  # there is no hold any more
        else:
            self.let_go()
            self._not_held(error)
