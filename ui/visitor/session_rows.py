"""A session as a row that a page shows: every string ready, so that QML only binds."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.visitor.formats import amount, clock_time, minutes_long, money, spoken_day, time_span

if TYPE_CHECKING:  # the booking room brings SQLAlchemy along, which the first frame must not wait for
    from kiosk.booking import SessionView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session, said and drawn. `stools` are drawn up to a dozen or two; `seats` says the same in words."""

    id: str
    time: str
    span: str
    day: str
    name: str
    other_name: str
    facts: str
    seats: str
    free: int
    capacity: int
    price: str
    bookable: bool
    why: str
    spoken: str


def session_row(view: "SessionView", today: date, lang: str) -> SessionRow:
    """The row of `view`, in the visitor's language, as seen on `today` (a day in the site's zone)."""
    bookable = view.state == "open" and view.free > 0
    why = "" if bookable else closed_because(view)
    day = spoken_day(view.local_start.date(), today, lang)
    facts = " · ".join((minutes_long(view.local_start, view.local_end), spoken_language(view.language)))
    seats = seats_left(view.free) if bookable else why
    return SessionRow(
        id=str(view.id),
        time=clock_time(view.local_start),
        span=time_span(view.local_start, view.local_end),
        day=day,
        name=view.workshop_name,
        other_name=view.other_name,
        facts=facts,
        seats=seats,
        free=view.free if bookable else 0,
        capacity=view.capacity,
        price=money(view.price_fen),
        bookable=bookable,
        why=why,
        spoken=translate("Sessions", "{workshop}, {day}, {time}. {seats}. {price}").format(
            workshop=view.workshop_name,
            day=day,
            time=clock_time(view.local_start),
            seats=seats,
            price=money(view.price_fen),
        ),
    )


def seats_left(free: int) -> str:
    """The places in words: `5 places left`."""
    return translate("Sessions", "%n place(s) left", None, free)


def closed_because(view: "SessionView") -> str:
    """Why nothing can be booked: the booking room's own reason where it gives one, else the state in a word."""
    if view.state in ("open", "sold_out"):
        return translate("Sessions", "Sold out")
    if view.reason:
        return view.reason
    return {
        "too_early": translate("Sessions", "Not on sale yet"),
        "too_late": translate("Sessions", "Booking has ended"),
        "running": translate("Sessions", "Has begun"),
        "over": translate("Sessions", "Over"),
        "cancelled": translate("Sessions", "Cancelled"),
    }.get(view.state, translate("Sessions", "Not on sale"))


def spoken_language(code: str) -> str:
    """The language in which a session is held: `in Chinese`."""
    return {
        "zh": translate("Sessions", "in Chinese"),
        "en": translate("Sessions", "in English"),
    }.get(code, code)


def difference(fen: int) -> str:
    """What a move costs or gives back, in words: `¥10 more`, `¥10 less`, `same price`."""
    if fen > 0:
        return translate("Sessions", "{amount} more").format(amount=amount(fen))
    if fen < 0:
        return translate("Sessions", "{amount} less").format(amount=amount(-fen))
    return translate("Sessions", "same price")
