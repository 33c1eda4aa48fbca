"""Tickets of one kiosk: what their QR says, whether one is genuine, and how they get onto paper."""

import logging
import threading
from collections import OrderedDict
from typing import Protocol
from uuid import UUID

from sqlalchemy import select

from db.models import Booking as BookingRow
from db.models import Session as SessionRow
from db.models import Ticket
from db.store import Store
from kiosk.clock import Clock
from kiosk.devices.paper import PAPERS, PaperName
from kiosk.devices.printers import Printer, Status
from kiosk.devices.raster import Raster
from kiosk.events import ContentChanged, Events, PrintJobChanged
from kiosk.machines.plate_drawing import BadDrawing, PlateDrawing
from kiosk.ticketing import print_jobs
from kiosk.ticketing.booked import Booked, PrintedSite
from kiosk.ticketing.errors import BadKeys, CannotState
from kiosk.ticketing.keys import Keys, PublicKeys
from kiosk.ticketing.page import Page
from kiosk.ticketing.print_jobs import JobState, PrintJob
from kiosk.ticketing.print_queue import PrintQueue
from kiosk.ticketing.signing import sign, verify
from kiosk.ticketing.standing import Standing, category_names, standing
from kiosk.ticketing.statement import Statement, state
from kiosk.ticketing.words import facts

log = logging.getLogger(__name__)


class Bookings(Protocol):
    """Where bookings are looked up: `kiosk.booking.Booking`."""

    def find(self, code: str, lang: str) -> Booked: ...
    def refund_rule(self, code: str, lang: str) -> str: ...


class Sites(Protocol):
    """Where parks are looked up: `kiosk.catalogue.Catalogue`."""

    def site(self, slug: str, lang: str) -> PrintedSite: ...


class Ticketing:
    """The subject's face. Any thread may call it; printing happens on its own."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        events: Events,
        bookings: Bookings,
        sites: Sites,
        keys: Keys,
        device: UUID,
        printer: Printer | None,
        paper: PaperName = "80mm",
        stale_after_s: float = 180.0,
    ) -> None:
        self._store, self._clock, self._events = store, clock, events
        self._bookings, self._sites = bookings, sites
        self._device, self._printer, self._paper = device, printer, paper
        self.keys = keys
        self._page = Page()
        self._drawing = threading.Lock()  # a Page is for one thread at a time
        self._texts: OrderedDict[tuple[UUID, int], str] = OrderedDict()
        self._printed_sites: dict[tuple[str, str], PrintedSite] = {}
        self._unfollow = events.follow(ContentChanged, self._forget_sites)
        self._queue: PrintQueue | None = None
        if printer is not None:
            self._queue = PrintQueue(
                store=store,
                clock=clock,
                events=events,
                printer=printer,
                device=device,
                compose=self._compose_job,
                stale_after_s=stale_after_s,
            )

    @property
    def paper(self) -> PaperName:
        """What this kiosk prints on."""
        return self._paper

    def start(self) -> None:
        """Begin to print what waits; what nobody will ask for again is forgotten."""
        print_jobs.forget_drawings(self._store, self._clock)
        if self._queue is not None:
            self._queue.start()

    def close(self) -> None:
        """Stop printing; what waits stays stored."""
        self._unfollow()
        if self._queue is not None:
            self._queue.stop()

    def printer_status(self) -> Status | None:
        """How the printer is now; None where there is none. Takes up to two seconds: not for the screen's thread."""
        return self._printer.status() if self._printer is not None else None

    def text(self, booking: Booked) -> str:
        """What the QR of a booking's ticket says. Raises CannotSign, CannotState.

        The number of the key is written to the ticket the first time, so that a withdrawn key can list its tickets.
        """
        text, new = self._signed(booking)
        if new:
            print_jobs.note_key(self._store, booking.tickets[0].id, new)
            self._keep(booking, new, text)
        return text

    def verify(self, text: str, keys: PublicKeys | None = None) -> Statement:
        """What a genuine ticket says. Raises NotGenuine."""
        return verify(text, keys or self.keys.public(), category_names(self._store))

    def standing(self, statement: Statement) -> Standing:
        """Whether this kiosk's database knows the ticket, and as what."""
        return standing(self._store, statement.serial)

    def compose(self, booking: Booked, lang: str, paper: PaperName | None = None, *, copy: bool = False) -> Raster:
        """The ticket as dots, read back by our own reader. Raises what `Page.draw` raises."""
        other = self._bookings.refund_rule(booking.code, "en" if lang == "zh" else "zh")
        told = facts(
            booking,
            self._site(booking.site, lang),
            lang,
            text=self.text(booking),
            rule_other=other if other != booking.refund_rule else "",
            copy=copy,
            plate=self.plate_of(booking.id),
        )
        with self._drawing:
            return self._page.draw(told, PAPERS[paper or self._paper])

    def print(self, booking: Booked, lang: str, *, copy: bool = False, plate: PlateDrawing | None = None) -> PrintJob:
        """Store a print job, with the number of the key that signs its ticket, and let the worker know. Never waits for
        the printer.

        What may be on paper already comes out marked as a copy, with the same serial. `plate`: what the visitor has
        made, printed in place of the park's motif; the first job of a booking decides, and copies are like it.
        """
        try:
            text, key = self._signed(booking)
        except (BadKeys, CannotState):  # the job says so, as "unprintable", when it is drawn
            text, key = "", 0
        job = print_jobs.queue(
            self._store,
            self._clock,
            booking=booking.id,
            code=booking.code,
            ticket=booking.tickets[0].id if booking.tickets else None,
            device=self._device,
            printer=self._printer.name if self._printer else "",
            paper=self._paper,
            lang=lang,
            copy=copy,
            refused="" if self._printer else "no_printer",
            signed_with=key or None,
            drawing=plate.to_json() if plate is not None and plate.wires else None,
        )
        if key:
            self._keep(booking, key, text)
        self._events.publish(PrintJobChanged(job.id, job.state))
        if self._queue is not None:
            self._queue.wake()
        return job

    def plate_of(self, booking: UUID) -> PlateDrawing | None:
        """The plate that a booking's tickets are printed with; None: with the park's motif.

        One that can't be read costs nobody a ticket.
        """
        stored = print_jobs.drawing_of(self._store, booking)
        if stored is None:
            return None
        try:
            return PlateDrawing.from_json(stored)
        except BadDrawing as error:
            log.warning("the plate on a ticket can't be read: %s", error)
            return None

    def job(self, id: UUID) -> PrintJob:
        """One job. Raises UnknownJob."""
        return print_jobs.find(self._store, id)

    def jobs(self, *, states: tuple[JobState, ...] = (), limit: int = 100) -> tuple[PrintJob, ...]:
        """This kiosk's jobs, newest first."""
        return print_jobs.latest(self._store, self._device, states=states, limit=limit)

    def settle(self, id: UUID, *, printed: bool) -> PrintJob:
        """Staff have looked at an `unknown` job: it came out, or it did not and may be printed anew."""
        job = print_jobs.set_state(
            self._store, self._clock, id, "confirmed" if printed else "failed", reason="" if printed else "not_printed"
        )
        self._events.publish(PrintJobChanged(job.id, job.state))
        return job

    def to_issue_again(self, key_number: int) -> tuple[str, ...]:
        """The codes of the bookings whose valid tickets were signed by a key, of sessions that are still to come."""
        with self._store.read() as db:
            codes = db.scalars(
                select(BookingRow.code)
                .join(Ticket, Ticket.booking_id == BookingRow.id)
                .join(SessionRow, SessionRow.id == BookingRow.session_id)
                .where(Ticket.key_number == key_number, Ticket.state == "valid", SessionRow.ends_at > self._clock.now())
                .order_by(SessionRow.starts_at, BookingRow.code)
            )
            return tuple(codes)

    def _signed(self, booking: Booked) -> tuple[str, int]:
        """The ticket's text, and the key's number if that is still to be written to the ticket, else 0."""
        if not booking.tickets:
            raise CannotState(f"booking {booking.code} has no ticket")
        ticket, key = booking.tickets[0], self.keys.signing
        known = self._texts.get((ticket.id, key))
        if known is not None:
            return known, 0
        session = booking.session
        told = state(
            key=key,
            site=booking.site,
            serial=ticket.serial,
            session=session.id,
            starts_at=session.starts_at,
            party=[(line.category, line.count) for line in booking.lines if line.count > 0],
        )
        return sign(told, self.keys), key

    def _keep(self, booking: Booked, key: int, text: str) -> None:
        self._texts[booking.tickets[0].id, key] = text
        while len(self._texts) > 200:
            self._texts.popitem(last=False)

    def _site(self, slug: str, lang: str) -> PrintedSite:
        """The park, kept until its content changes; asked again where its motif has gone from the disk meanwhile."""
        site = self._printed_sites.get((slug, lang))
        if site is None or not (site.motif is None or site.motif.is_file()):
            site = self._printed_sites[slug, lang] = self._sites.site(slug, lang)
        return site

    def _forget_sites(self, _: ContentChanged) -> None:
        self._printed_sites = {}

    def _compose_job(self, job: PrintJob) -> Raster:
        return self.compose(self._bookings.find(job.booking_code, job.lang), job.lang, job.paper, copy=job.copy)
