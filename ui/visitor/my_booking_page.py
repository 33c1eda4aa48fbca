"""One's booking: what it is, what can still be done with it, and what comes back before it is given up."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import BookingChanged, PrintJobChanged
from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services
from ui.visitor.booking_model import BookingPageModel
from ui.visitor.formats import full_day, money, time_span
from ui.visitor.price_rows import PriceRow, place_of, price_rows, wheelchairs_in_words
from ui.visitor.sentences import Trouble, trouble
from ui.visitor.ticket_page import PRINT_NOTE, paid_in_words, print_state, print_ticket

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookingView
    from kiosk.ticketing import PrintJob

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class MyBookingPageModel(BookingPageModel):
    """A booking that was looked up. Cancelling asks first, and says what comes back."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._code = self.params["code"]
        self._booking: BookingView | None = None
        self._grouped = ""
        self._lines: Rows[PriceRow] = Rows(PriceRow, parent=self)
        self._asking = False
        self._news: Trouble | None = None
        self._copy: PrintJob | None = None
        self._copy_asked = False
        self.follow(BookingChanged, PrintJobChanged)

    changed = Signal()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The booking is there."""
        return self._booking is not None

    @Property(str, notify=changed)
    def code(self) -> str:
        """Its code in groups."""
        return self._grouped

    @Property(str, notify=changed)
    def what(self) -> str:
        """The workshop."""
        return self._booking.session.workshop_name if self._booking else ""

    @Property(str, notify=changed)
    def day(self) -> str:
        """On which day."""
        return full_day(self._booking.session.local_start.date(), self.lang) if self._booking else ""

    @Property(str, notify=changed)
    def time(self) -> str:
        """From when to when."""
        view = self._booking.session if self._booking else None
        return time_span(view.local_start, view.local_end) if view else ""

    @Property(str, notify=changed)
    def where(self) -> str:
        """Where to be."""
        return place_of(self._booking.session) if self._booking else ""

    @Property(Rows, constant=True)
    def lines(self) -> Rows[PriceRow]:
        """Who, and what each pays."""
        return self._lines

    @Property(str, notify=changed)
    def wheelchairs(self) -> str:
        """The wheelchair places among the seats; empty when there are none."""
        return wheelchairs_in_words(self._booking.wheelchairs) if self._booking else ""

    @Property(str, notify=changed)
    def price(self) -> str:
        """What it costs and whether it has been paid."""
        return paid_in_words(self._booking) if self._booking else ""

    @Property(str, notify=changed)
    def needs(self) -> str:
        """What was told about needs."""
        return self._booking.needs if self._booking else ""

    @Property(str, notify=changed)
    def refundRule(self) -> str:
        """What comes back, by the rule of the day on which it was booked."""
        return self._booking.refund_rule if self._booking else ""

    @Property(str, notify=changed)
    def state(self) -> str:
        """`confirmed`, `moved` or `cancelled`: a word for the page's sign."""
        return self._booking.state if self._booking else ""

    @Property(str, notify=changed)
    def stateLine(self) -> str:
        """The same in a sentence."""
        if self._booking is None:
            return ""
        if self._booking.state == "moved":
            return translate("MyBookingPage", "This booking has been moved. The new code is {code}.").format(
                code=_groups(self._booking.moved_to or "")
            )
        if self._booking.state == "cancelled":
            said = translate("MyBookingPage", "This booking has been cancelled. The places are free again.")
            return "\n".join(part for part in (said, self._came_back()) if part)
        return translate("MyBookingPage", "Booked: we are looking forward to you.")

    @Property(str, notify=changed)
    def whyNot(self) -> str:
        """Why it can't be changed here; empty when it can."""
        booking = self._booking
        if booking is None or booking.state != "confirmed" or (booking.can_move and booking.can_cancel):
            return ""
        return booking.why_not

    @Property(bool, notify=changed)
    def canMove(self) -> bool:
        """It can be moved to another session."""
        return self._booking is not None and self._booking.can_move and not self.changing

    @Property(bool, notify=changed)
    def canCancel(self) -> bool:
        """It can be cancelled."""
        return self._booking is not None and self._booking.can_cancel and not self.changing

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Its ticket can be printed again."""
        return self._booking is not None and self._booking.state == "confirmed" and not self.changing

    @Property(str, notify=changed)
    def printed(self) -> str:
        """What becomes of printing it again; empty before."""
        if not self._copy_asked:
            return ""
        return {
            "printing": translate("MyBookingPage", "A copy of your ticket is being printed."),
            "printed": translate("MyBookingPage", "The copy of your ticket has been printed. Please take it below."),
            "unknown": translate("MyBookingPage", "If no paper came out, show the ticket on the screen instead."),
            "failed": translate("MyBookingPage", "The printer is resting. Show the ticket on the screen instead."),
        }[print_state(self._copy)]

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        """Asked whether it is really to be cancelled."""
        return self._asking

    @Property(str, notify=changed)
    def refund(self) -> str:
        """What comes back if it is cancelled now."""
        if self._booking is None:
            return ""
        if self._booking.payment == "paid" and self._booking.refund_fen:
            return _at_the_desk(self._booking.refund_fen)
        if self._booking.payment == "paid":
            return _nothing_back()
        return translate("MyBookingPage", "You have paid nothing yet, so there is nothing to pay back.")

    # ---- what a tap asks for

    @Slot()
    def move(self) -> None:
        """Choose another session."""
        if self.canMove:
            self.services.shell.go("move", {"code": self._code})

    @Slot()
    def openNew(self) -> None:
        """The booking that this one was moved to."""
        if self._booking is not None and self._booking.moved_to:
            self._code = self._booking.moved_to
            self.refresh()

    @Slot()
    def showTicket(self) -> None:
        """The ticket on the screen."""
        self.services.visitor.notes.pop(PRINT_NOTE, None)
        self.services.shell.go("ticket", {"code": self._code})

    @Slot()
    def askCancel(self) -> None:
        """Ask first."""
        self._set_asking(self.canCancel)

    @Slot()
    def keep(self) -> None:
        """No: it stays as it is."""
        self._set_asking(False)

    @Slot()
    def cancel(self) -> None:
        """Yes: give it up."""
        if not self._asking or self.changing:
            return
        code, lang = self._code, self.lang
        seen = self._booking.version if self._booking is not None else None
        self.change(lambda app: app.booking.cancel(code, lang, seen=seen), self._show, self._not_cancelled)
        self._set_asking(False)

    @Slot()
    def printAgain(self) -> None:
        """Print the ticket again, marked as a copy."""
        booking, lang = self._booking, self.lang
        if booking is None or not self.canPrint:
            return

        def queued(job: "PrintJob | None") -> None:
            self._copy, self._copy_asked = job, True
            self.refresh()

        self.change(lambda app: print_ticket(app, booking, lang, copy=True), queued, self.went_wrong)
        self.changed.emit()

    # ---- inside

    def refresh(self) -> None:
        """Ask for the booking again."""
        code, lang, copy = self._code, self.lang, self._copy

        def look(app: "App") -> "tuple[BookingView, PrintJob | None]":
            return app.booking.find(code, lang), app.ticketing.job(copy.id) if copy else None

        self.ask(look, self._found, self.went_wrong)

    def _came_back(self) -> str:
        """What its cancellation gave back, however long ago that was; empty where nothing had been paid."""
        if self._booking is None:
            return ""
        if self._booking.payment == "refunded":
            return _at_the_desk(self._booking.refund_fen)
        return _nothing_back() if self._booking.payment == "paid" else ""

    def _set_asking(self, asking: bool) -> None:
        self._asking = asking
        self.changed.emit()

    def _not_cancelled(self, error: Exception) -> None:
        self._news = trouble(error)  # shown beside the booking as it is now
        self.refresh()

    def _found(self, answer: "tuple[BookingView, PrintJob | None]") -> None:
        booking, copy = answer
        if copy is not None:
            self._copy = copy
        self._show(booking)

    def _show(self, booking: "BookingView") -> None:
        self._booking = booking
        self._grouped = _groups(booking.code)
        self.services.visitor.booking = booking
        self._lines.show(price_rows(booking.lines))
        self.show_art(booking.session)
        self.set_trouble(self._news)
        self._news = None
        self.set_title(translate("MyBookingPage", "My booking"))
        self.changed.emit()
        told = [self.title, self.stateLine, self.what, f"{self.day}, {self.time}", self.where]
        told += [
            *(line.spoken for line in self._lines.rows),
            self.wheelchairs,
            self.price,
            self.refundRule,
            self.whyNot,
        ]
        self.set_read_aloud("\n".join(sentence for sentence in told if sentence))


def _at_the_desk(fen: int) -> str:
    return translate("MyBookingPage", "{amount} is refunded at the desk.").format(amount=money(fen))


def _nothing_back() -> str:
    return translate("MyBookingPage", "By the rule of this booking, nothing is paid back.")


def _groups(code: str) -> str:
    from kiosk.booking import group_code

    return group_code(code) if code else ""
