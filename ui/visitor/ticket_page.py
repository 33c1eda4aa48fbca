"""The ticket on the screen: the code to scan, the code to read, what to do now, and how the printing goes."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import BookingChanged, PrintJobChanged
from ui.shell.properties import Property
from ui.shell.services import Services
from ui.visitor.booking_model import BookingPageModel
from ui.visitor.formats import clock_time, full_day, money
from ui.visitor.price_rows import party_in_words, place_of, proof_of, wheelchairs_in_words
from ui.visitor.sentences import Trouble

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookingView
    from kiosk.machines.plate_drawing import PlateDrawing
    from kiosk.ticketing import PrintJob

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
log = logging.getLogger(__name__)

PRINT_NOTE = "print job"
"""Key of `VisitorSession.notes`: the print job of the ticket just made, or None when it could not be queued."""
TICKET_NOTE = "ticket just made"
"""Key of `VisitorSession.notes`: its `TicketFacts`, which the page begins with and takes away."""


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """What the page shows: the booking, its code as rows of 0 and 1, and its print job, if it has one."""

    booking: "BookingView"
    grouped: str
    modules: tuple[str, ...]
    job: "PrintJob | None"
    tried: bool
    lang: str


def print_ticket(
    app: "App", booking: "BookingView", lang: str, *, copy: bool = False, plate: "PlateDrawing | None" = None
) -> "PrintJob | None":
    """Queue the ticket for the printer. A printer that can't take it costs nobody a booking: None comes back.

    `plate`: what the visitor has made today, printed on it. Runs on the worker.
    """
    from kiosk.ticketing import TicketingError

    try:
        return app.ticketing.print(booking, lang, copy=copy, plate=plate)
    except TicketingError as error:
        log.warning("the ticket of a booking could not be queued: %r", error)
        return None


def new_ticket(
    app: "App", booking: "BookingView", lang: str, plate: "PlateDrawing | None" = None
) -> "tuple[PrintJob | None, TicketFacts | None]":
    """Queue the ticket of a booking that has just been made, and say all that its page shows, so that the page need
    not ask. Nothing here costs anybody the booking: what could not be done comes back as None.

    Runs on the worker.
    """
    job: PrintJob | None = None
    try:
        job = print_ticket(app, booking, lang, plate=plate)
        return job, _facts_of(app, booking, lang, job, tried=True)
    except Exception:  # an edge: the booking is committed, whatever fails after it; the page asks, and says what it can
        log.exception("the ticket of a booking could not be made")
        return job, None


def code_rows(text: str) -> tuple[str, ...]:
    """A ticket's text as the rows of its QR code, dark modules as 1. Runs on the worker."""
    from kiosk.ticketing import qr

    cells = qr.matrix(text)
    signs = "".join("1" if cell else "0" for cell in cells)
    return tuple(signs[at : at + qr.MODULES] for at in range(0, len(signs), qr.MODULES))


def ask_ticket(app: "App", code: str, lang: str, job: "PrintJob | None", *, tried: bool) -> TicketFacts:
    """The booking in the visitor's language, with its code drawn; its last print job, where none is named.

    `tried`: the ticket has just been given to the printer. Runs on the worker.
    """
    booking = app.booking.find(code, lang)
    if not tried:
        job = next((found for found in app.ticketing.jobs() if found.booking_code == booking.code), None)
    return _facts_of(app, booking, lang, app.ticketing.job(job.id) if job else None, tried=tried or job is not None)


def _facts_of(app: "App", booking: "BookingView", lang: str, job: "PrintJob | None", *, tried: bool) -> TicketFacts:
    from kiosk.booking import group_code

    return TicketFacts(
        booking=booking,
        grouped=group_code(booking.code),
        modules=code_rows(app.ticketing.text(booking)),
        job=job,
        tried=tried,
        lang=lang,
    )


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class TicketPageModel(BookingPageModel):
    """What the ticket page shows. A dead printer changes one line of it, and no more."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._code = self.params["code"]
        self._facts: TicketFacts | None = None
        fresh = services.visitor.notes.pop(TICKET_NOTE, None)
        if isinstance(fresh, TicketFacts) and (fresh.booking.code, fresh.lang) == (self._code, self.lang):
            self._facts = fresh  # before the page is made: it is laid out once, with all its words
            self._tell(fresh)
        self._begun = False
        self.follow(PrintJobChanged, BookingChanged)

    changed = Signal()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The ticket is there."""
        return self._facts is not None

    @Property(bool, notify=changed)
    def valid(self) -> bool:
        """The booking stands: it has not been moved or cancelled meanwhile, at the desk or on another screen."""
        return self._facts is not None and self._facts.booking.state == "confirmed"

    @Property("QStringList", notify=changed)
    def modules(self) -> list[str]:
        """The QR code, a string of 0 and 1 for each row; none of a ticket that no door would take."""
        return list(self._facts.modules) if self._facts and self.valid else []

    @Property(str, notify=changed)
    def code(self) -> str:
        """The code in groups: `7K3M-92QF-4`."""
        return self._facts.grouped if self._facts else ""

    @Property(str, notify=changed)
    def what(self) -> str:
        """The workshop."""
        return self._facts.booking.session.workshop_name if self._facts else ""

    @Property(str, notify=changed)
    def otherName(self) -> str:
        """Its name in the other language."""
        return self._facts.booking.session.other_name if self._facts else ""

    @Property(str, notify=changed)
    def time(self) -> str:
        """When it begins: the largest thing on the ticket."""
        return clock_time(self._facts.booking.session.local_start) if self._facts else ""

    @Property(str, notify=changed)
    def day(self) -> str:
        """On which day."""
        return full_day(self._facts.booking.session.local_start.date(), self.lang) if self._facts else ""

    @Property(str, notify=changed)
    def who(self) -> str:
        """Who comes."""
        return party_in_words(self._facts.booking.lines) if self._facts else ""

    @Property(str, notify=changed)
    def wheelchairs(self) -> str:
        """The wheelchair places among the seats; empty when there are none."""
        return wheelchairs_in_words(self._facts.booking.wheelchairs) if self._facts else ""

    @Property(str, notify=changed)
    def where(self) -> str:
        """Where to be."""
        return place_of(self._facts.booking.session) if self._facts else ""

    @Property(str, notify=changed)
    def price(self) -> str:
        """What it costs, and whether it has been paid."""
        if self._facts is None:
            return ""
        return paid_in_words(self._facts.booking)

    @Property(str, notify=changed)
    def refundRule(self) -> str:
        """What comes back when it is cancelled."""
        return self._facts.booking.refund_rule if self._facts else ""

    @Property("QStringList", notify=changed)
    def steps(self) -> list[str]:
        """What to do now, one thing after the other."""
        if self._facts is None or not self.valid:
            return []
        booking = self._facts.booking
        steps = [self._take_it()]
        proof = proof_of(booking.lines)
        if booking.payment == "to_pay":
            price = money(booking.total_fen)
            pay = translate("TicketPage", "Pay {price} at the desk before it starts.").format(price=price)
            steps.append(f"{pay} {proof}".replace("\n", " ").strip())
        elif proof:
            steps.append(proof.replace("\n", " "))
        place, time = place_of(booking.session), clock_time(booking.session.local_start)
        steps.append(translate("TicketPage", "Be there at {time}: {place}").format(time=time, place=place))
        return steps

    # ---- printing

    @Property(str, notify=changed)
    def printState(self) -> str:
        """`none` (nobody asked for paper yet), `printing`, `printed`, `unknown` or `failed`: a word for the sign."""
        if self._facts is None or not self._facts.tried:
            return "none"
        return print_state(self._facts.job)

    @Property(str, notify=changed)
    def printLine(self) -> str:
        """How the printing goes, in a sentence."""
        return {
            "none": translate("TicketPage", "This screen is your ticket; paper is there if you want it."),
            "printing": translate("TicketPage", "Your ticket is being printed."),
            "printed": translate("TicketPage", "Your ticket has been printed."),
            "unknown": translate("TicketPage", "If no paper came out, this screen is as good: photograph it."),
            "failed": translate(
                "TicketPage",
                "{why} Your booking stands: photograph this screen, or go to the desk with the code.",
            ).format(why=self._why_no_paper()),
        }[self.printState]

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Another one can be printed: none is on its way."""
        return self.valid and self.printState != "printing" and not self.changing

    @Slot()
    def printAgain(self) -> None:
        """Print it again: marked as a copy, unless the first one never came out."""
        if not self.canPrint or self._facts is None:
            return
        booking, lang, copy = self._facts.booking, self.lang, self.printState != "failed"
        self.change(lambda app: print_ticket(app, booking, lang, copy=copy), self._printing, self.went_wrong)
        self.changed.emit()

    @Slot()
    def finish(self) -> None:
        """Done: home."""
        self.services.shell.home()

    # ---- inside

    def refresh(self) -> None:
        """Ask for the ticket again; a ticket just made is shown as it came."""
        begun, self._begun = self._begun, True
        if not begun and self._facts is not None:
            return
        code, lang, notes = self._code, self.lang, self.services.visitor.notes
        job, tried = notes.get(PRINT_NOTE), PRINT_NOTE in notes
        self.ask(lambda app: ask_ticket(app, code, lang, job, tried=tried), self._show, self.went_wrong)

    def _on_event(self, event: Any) -> None:
        """Another booking's ticket is not this page's matter, and of the own one's printing only the job is asked."""
        facts = self._facts
        if isinstance(event, BookingChanged) and event.code != self._code:
            return
        if isinstance(event, PrintJobChanged) and facts is not None and facts.job is not None:
            if event.job_id == facts.job.id:
                self.ask(lambda app: app.ticketing.job(event.job_id), self._show_job, self.went_wrong)
            return
        super()._on_event(event)

    def _show_job(self, job: "PrintJob") -> None:
        if self._facts is not None and self._facts.job is not None and self._facts.job.id == job.id:
            self._show(replace(self._facts, job=job))

    def _printing(self, job: "PrintJob | None") -> None:
        self.services.visitor.notes[PRINT_NOTE] = job
        self.refresh()

    def _why_no_paper(self) -> str:
        job = self._facts.job if self._facts else None
        if job is not None and job.reason == "paper_out":
            return translate("TicketPage", "The printer has run out of paper.")
        return translate("TicketPage", "The printer is resting.")

    def _take_it(self) -> str:
        if self.printState in ("printing", "printed"):
            return translate("TicketPage", "Take the paper ticket below, or photograph this screen.")
        return translate("TicketPage", "Photograph this screen, or note the code.")

    def _show(self, facts: TicketFacts) -> None:
        self._facts = facts
        self.changed.emit()
        self._tell(facts)

    def _tell(self, facts: TicketFacts) -> None:
        """Title, trouble, words to read aloud."""
        self.services.visitor.booking = facts.booking
        self.set_trouble(None if self.valid else no_longer(facts.booking.state))
        self.set_title(translate("TicketPage", "Booked") if self.valid else translate("TicketPage", "No longer booked"))
        if not self.valid:
            self.set_read_aloud(f"{self.title}\n{self.trouble}")
            return
        told = [self.title, self.what, f"{self.day}, {self.time}", self.who, self.price, *self.steps, self.printLine]
        told.append(translate("TicketPage", "Your code: {code}").format(code=" ".join(self.code.replace("-", ","))))
        self.set_read_aloud("\n".join(sentence for sentence in told if sentence))


def no_longer(state: str) -> Trouble:
    """What is said in place of a ticket that was moved or cancelled."""
    if state == "moved":
        said = translate("TicketPage", "This booking has been moved to another session. Look it up by its new code.")
    else:
        said = translate("TicketPage", "This booking has been cancelled. Its ticket no longer lets anybody in.")
    return Trouble(state, said)


def print_state(job: "PrintJob | None") -> str:
    """`printing`, `printed`, `unknown` or `failed`: what a visitor can count on. A job that could not be stored, or
    that waits for a printer in trouble, is `failed` to them: nobody should stand and wait for it."""
    if job is None:
        return "failed"
    if job.state == "unknown":
        return "unknown"
    return {"printing": "printing", "take": "printed", "keep_screen": "failed"}[job.advice]


def paid_in_words(booking: "BookingView") -> str:
    """The price with what has become of it: `¥128, to pay at the desk`."""
    price = money(booking.total_fen)
    if booking.state != "confirmed":  # what came back is said where it is given up; nothing is owed here any more
        return price
    said = {
        "to_pay": translate("Prices", "{price}, to pay at the desk"),
        "paid": translate("Prices", "{price}, paid"),
    }.get(booking.payment, "{price}")
    return said.format(price=price)
