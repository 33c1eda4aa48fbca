"""`kiosk sessions`, `book`, `bookings`, `cancel`: what a script or a technician needs of the kiosk's own use cases."""

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from ui.commandline.errors import WrongUse
from ui.commandline.opening import opened

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookingView, SessionView


def add_parser(subparsers: Any) -> None:
    """Add the four commands."""
    sessions = subparsers.add_parser("sessions")
    sessions.add_argument("--site", help="the park (as the settings say)")
    sessions.add_argument("--day", type=_day, metavar="YYYY-MM-DD", help="one day only")
    sessions.add_argument("--workshop", metavar="SLUG", help="one workshop only")

    book = subparsers.add_parser("book")
    book.add_argument("--session", required=True, metavar="ID", help="the session's id, as `kiosk sessions` gives it")
    book.add_argument(
        "--party", required=True, metavar="N", help="how many: 2 is two of the first adult category; or adult=2,child=1"
    )

    book.add_argument(
        "--wheelchairs", type=int, default=0, metavar="N", help="so many of them need a place for a wheelchair (0)"
    )

    bookings = subparsers.add_parser("bookings")
    bookings.add_argument("--site", help="the park (as the settings say)")

    cancel = subparsers.add_parser("cancel")
    cancel.add_argument("code", metavar="CODE", help="the booking's code, with or without dashes")

    for parser in (sessions, book, bookings, cancel):
        parser.add_argument("--json", action="store_true", help="one JSON document")
        parser.add_argument("--lang", choices=("zh", "en"), default="en", help="language of names and reasons (en)")


def run(args: argparse.Namespace) -> int:
    """Run the command that was named."""
    with opened(args) as app:
        return {"sessions": _sessions, "book": _book, "bookings": _bookings, "cancel": _cancel}[args.command](app, args)


def _sessions(app: "App", args: argparse.Namespace) -> int:
    site = args.site or app.settings.site
    found = app.booking.sessions(site, args.lang, day=args.day, workshop=args.workshop)
    if args.json:
        _print_json([session_json(session) for session in found])
    else:
        for session in found:
            start = f"{session.local_start:%Y-%m-%d %H:%M}"
            print(f"{session.id}  {start}  {session.free:3}/{session.capacity:<3} {session.workshop_name}")
    return 0


def _book(app: "App", args: argparse.Namespace) -> int:
    from kiosk.booking import ClockDoubtful, HoldExpired, PartyRefused, SessionClosed, SoldOut, UnknownSession

    session = _session_id(args.session)
    try:
        party = _party(args.party, app.booking.categories(session, args.lang))
        hold = app.booking.hold(session, party, args.lang, wheelchairs=args.wheelchairs)
        booking = app.booking.confirm(hold.id, args.lang)
    except (UnknownSession, PartyRefused) as error:
        raise WrongUse(str(error)) from error
    except (SoldOut, SessionClosed, HoldExpired, ClockDoubtful) as error:
        return _no(args, error)
    answer = booking_json(booking) | {"ticket": app.ticketing.text(booking)}
    if args.json:
        _print_json(answer)
    else:
        print(f"{answer['code']}  {booking.session.workshop_name}  {booking.session.local_start:%Y-%m-%d %H:%M}")
    return 0


def _bookings(app: "App", args: argparse.Namespace) -> int:
    found = app.booking.bookings(args.site or app.settings.site, args.lang)
    if args.json:
        _print_json([booking_json(booking) for booking in found])
    else:
        for booking in found:
            start = f"{booking.session.local_start:%Y-%m-%d %H:%M}"
            print(f"{booking.code}  {booking.state:9}  {start}  {booking.heads:3}  {booking.session.workshop_name}")
    return 0


def _cancel(app: "App", args: argparse.Namespace) -> int:
    from kiosk.booking import BadCode, TooLateToChange, UnknownBooking

    try:
        booking = app.booking.cancel(args.code, args.lang)
    except (BadCode, UnknownBooking) as error:
        raise WrongUse(str(error)) from error
    except TooLateToChange as error:
        return _no(args, error)
    if args.json:
        _print_json(booking_json(booking))
    else:
        print(f"{booking.code} is cancelled; to be refunded: {booking.refund_fen} fen")
    return 0


def session_json(session: "SessionView") -> dict[str, Any]:
    """A session as DESIGN §5 promises it to scripts."""
    return {
        "id": str(session.id),
        "workshop": session.workshop,
        "starts_at": session.local_start.isoformat(),
        "capacity": session.capacity,
        "free": session.free,
        "price_fen": session.price_fen,
    }


def booking_json(booking: "BookingView") -> dict[str, Any]:
    """A booking for scripts."""
    return {
        "id": str(booking.id),
        "code": booking.code,
        "site": booking.site,
        "session": str(booking.session.id),
        "workshop": booking.session.workshop,
        "starts_at": booking.session.local_start.isoformat(),
        "party": {line.category: line.count for line in booking.lines if line.count},
        "heads": booking.heads,
        "wheelchairs": booking.wheelchairs,
        "price_fen": booking.total_fen,
        "state": booking.state,
        "payment": booking.payment,
        "refund_fen": booking.refund_fen,
        "moved_to": booking.moved_to,
    }


def _party(text: str, categories: Any) -> dict[str, int]:
    try:
        if text.isdigit():
            adult = next(category.slug for category in categories if category.is_adult)
            return {adult: int(text)}
        return {key.strip(): int(count) for key, count in (part.split("=") for part in text.split(","))}
    except (ValueError, StopIteration) as error:
        raise WrongUse(f"--party {text}: write a number, or categories like adult=2,child=1") from error


def _session_id(text: str) -> Any:
    from uuid import UUID

    try:
        return UUID(text)
    except ValueError as error:
        raise WrongUse(f"--session {text}: that is not the id of a session; `kiosk sessions` lists them") from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("write a day as YYYY-MM-DD") from error


def _no(args: argparse.Namespace, error: Exception) -> int:
    """The answer is no: said in a sentence, and to a script in its document too."""
    if args.json:
        _print_json({"error": type(error).__name__, "reason": str(error)})
    print(f"kiosk {args.command}: {error}", file=sys.stderr)
    return 1


def _print_json(document: Any) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))
