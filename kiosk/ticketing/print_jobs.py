"""Print jobs as they are stored: what failed is never lost, and nothing is printed twice by itself (RULES 15)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import Integer, bindparam, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from db.ids import new_id
from db.models import Booking, Ticket, TicketDrawing
from db.models import PrintJob as Row
from db.models import Session as Run
from db.store import Store
from db.types import Uuid
from kiosk.clock import Clock
from kiosk.devices.paper import PaperName
from kiosk.ticketing.errors import UnknownJob

JobState = Literal["queued", "sending", "sent", "confirmed", "unknown", "failed", "expired"]
Advice = Literal["printing", "take", "keep_screen"]
IN_PRINTER = ("sending", "sent")
KEEP_DRAWINGS = timedelta(days=14)
"""A drawing may be of anything, a name too: it stays no longer after the visit than personal details do."""
PERHAPS_PRINTED = ("sending", "sent", "confirmed", "unknown")

_EARLIER = select(Row.id, Row.state).where(Row.booking_id == bindparam("of_booking", type_=Uuid()))
_NEW_JOB = insert(Row)
_NEW_DRAWING = insert(TicketDrawing)
_WITH_KEY = bindparam("with_key", type_=Integer())
_SIGNED = (
    update(Ticket)
    .where(
        Ticket.id == bindparam("of_ticket", type_=Uuid()),
        or_(Ticket.key_number.is_(None), Ticket.key_number != _WITH_KEY),
    )
    .values(key_number=_WITH_KEY)
)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A ticket on its way to paper.

    `reason` is a stable code of why it waits, failed, expired or is unknown: a `devices.printers.Trouble`, or
    `interrupted`, `stale`, `no_printer`, `unprintable`. `advice` is what the visitor is to be told.
    """

    id: UUID
    booking_code: str
    state: JobState
    copy: bool
    reason: str
    lang: str
    paper: PaperName
    output: str
    queued_at: datetime

    @property
    def advice(self) -> Advice:
        """`printing`: wait a moment · `take`: take it · `keep_screen`: photograph the screen or go to the desk."""
        if self.state == "confirmed":
            return "take"
        waits = self.state == "queued" and not self.reason
        return "printing" if waits or self.state in IN_PRINTER else "keep_screen"


def queue(
    store: Store,
    clock: Clock,
    *,
    booking: UUID,
    code: str,
    ticket: UUID | None,
    device: UUID,
    printer: str,
    paper: PaperName,
    lang: str,
    copy: bool,
    refused: str = "",
    signed_with: int | None = None,
    drawing: str | None = None,
) -> PrintJob:
    """Store a job. One that waits already is given back instead of a second; what may be on paper makes this a copy.

    With `refused` the job is stored as failed for that reason. `code` is the booking's. `signed_with`: the number of
    the key that has just signed the ticket, written down in the same transaction. `drawing`: the visitor's own, which
    the first job of a booking decides, so that every copy is like the first paper. Put together of plain statements: it
    is on the way from tap to ticket.
    """
    now = clock.now()
    with store.write() as session:
        tx = session.connection()
        if ticket is not None and signed_with is not None:
            tx.execute(_SIGNED, {"of_ticket": ticket, "with_key": signed_with})
        earlier = tx.execute(_EARLIER, {"of_booking": booking}).all()
        waiting = None if refused else next((id for id, state in earlier if state == "queued"), None)
        if waiting is not None:
            return _view(session, session.get_one(Row, waiting))
        if drawing is not None and not earlier:
            tx.execute(_NEW_DRAWING, {"booking_id": booking, "drawing": drawing})
        job = PrintJob(
            id=new_id(), booking_code=code, state="failed" if refused else "queued", reason=refused, lang=lang,
            copy=copy or any(state in PERHAPS_PRINTED for _, state in earlier), paper=paper, output="", queued_at=now,
        )  # fmt: skip
        tx.execute(
            _NEW_JOB,
            {
                "id": job.id, "booking_id": booking, "ticket_id": ticket, "device_id": device, "printer": printer,
                "paper": paper, "lang": lang, "copy": job.copy, "state": job.state, "reason": refused, "attempts": 0,
                "queued_at": now, "queued_steady": _steady(clock), "boot": clock.boot(),
                "ended_at": now if refused else None,
            },
        )  # fmt: skip
        return job


def drawing_of(store: Store, booking: UUID) -> str | None:
    """What the tickets of a booking are printed with in place of the park's motif, as it was given to `queue`."""
    with store.read() as session:
        return session.scalar(select(TicketDrawing.drawing).where(TicketDrawing.booking_id == booking))


def forget_drawings(store: Store, clock: Clock) -> int:
    """Remove the drawings whose session is long over: nobody asks for that paper again. How many went."""
    with store.write() as session:
        over = (
            select(Booking.id).join(Run, Run.id == Booking.session_id).where(Run.ends_at < clock.now() - KEEP_DRAWINGS)
        )
        return session.connection().execute(delete(TicketDrawing).where(TicketDrawing.booking_id.in_(over))).rowcount


def note_key(store: Store, ticket: UUID, key: int) -> None:
    """Write down which key last signed a ticket, so that a withdrawn key can list its tickets."""
    with store.write() as session:
        session.connection().execute(_SIGNED, {"of_ticket": ticket, "with_key": key})


def take_next(store: Store, device: UUID, printer: str) -> PrintJob | None:
    """The oldest job that waits, now `sending`; None while one is in the printer or none waits."""
    with store.write() as session:
        mine = select(Row).where(Row.device_id == device, Row.printer == printer)
        if session.scalars(mine.where(Row.state.in_(IN_PRINTER)).limit(1)).first() is not None:
            return None
        row = session.scalars(mine.where(Row.state == "queued").order_by(Row.queued_at, Row.id).limit(1)).first()
        if row is None:
            return None
        row.state, row.reason, row.attempts = "sending", "", row.attempts + 1
        return _view(session, row)


def set_state(
    store: Store, clock: Clock, job: UUID, state: JobState, *, reason: str = "", output: str | None = None
) -> PrintJob:
    """Write down what became of a job. Raises UnknownJob."""
    with store.write() as session:
        row = session.get(Row, job)
        if row is None:
            raise UnknownJob(str(job))
        row.state, row.reason = state, reason
        if output is not None:
            row.output = output
        if state == "sent":
            row.sent_at = clock.now()
        row.ended_at = None if state in ("queued", *IN_PRINTER) else clock.now()
        return _view(session, row)


def expire(store: Store, clock: Clock, device: UUID, stale_after_s: float) -> list[PrintJob]:
    """End the jobs that have waited too long, or since before the machine was started again.

    Their visitors have gone: after a refill of paper nothing pours out. Age is counted on the steady clock.
    """
    now, boot = _steady(clock), clock.boot()
    with store.read() as session:  # most of the time there is nothing to write
        waiting = session.scalars(select(Row).where(Row.device_id == device, Row.state == "queued")).all()
        old = [row.id for row in waiting if row.boot != boot or now - (row.queued_steady or 0) > stale_after_s * 1e6]
    if not old:
        return []
    with store.write() as session:
        rows = session.scalars(select(Row).where(Row.id.in_(old), Row.state == "queued")).all()
        for row in rows:
            row.state, row.reason, row.ended_at = "expired", row.reason or "stale", clock.now()
        return [_view(session, row) for row in rows]


def recover(store: Store, clock: Clock, device: UUID) -> list[PrintJob]:
    """After a crash or a power cut: what was in the printer is unknown, and stays so until a person has looked."""
    with store.write() as session:
        rows = session.scalars(select(Row).where(Row.device_id == device, Row.state.in_(IN_PRINTER))).all()
        for row in rows:
            row.state, row.reason, row.ended_at = "unknown", "interrupted", clock.now()
        return [_view(session, row) for row in rows]


def find(store: Store, job: UUID) -> PrintJob:
    """One job. Raises UnknownJob."""
    with store.read() as session:
        row = session.get(Row, job)
        if row is None:
            raise UnknownJob(str(job))
        return _view(session, row)


def latest(store: Store, device: UUID, *, states: tuple[JobState, ...] = (), limit: int = 100) -> tuple[PrintJob, ...]:
    """The device's jobs, newest first; only those in `states`, where given."""
    with store.read() as session:
        query = select(Row).where(Row.device_id == device)
        if states:
            query = query.where(Row.state.in_(states))
        rows = session.scalars(query.order_by(Row.queued_at.desc(), Row.id.desc()).limit(limit)).all()
        return tuple(_view(session, row) for row in rows)


def _view(session: Session, row: Row) -> PrintJob:
    code = session.scalars(select(Booking.code).where(Booking.id == row.booking_id)).one()
    return PrintJob(
        id=row.id,
        booking_code=code,
        state=cast(JobState, row.state),
        copy=row.copy,
        reason=row.reason,
        lang=row.lang,
        paper=cast(PaperName, row.paper),
        output=row.output or "",
        queued_at=row.queued_at,
    )


def _steady(clock: Clock) -> int:
    return int(clock.uptime() * 1e6)
