"""The states that the booking pages can be in beside the usual one: sold out, too late, no paper, moved, cancelled…"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ui.shell.scene import NoScene, Scene

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookingView, SessionView

MakeScene = Callable[["App", str, str], Scene]
_WRONG_SIGN = "77777777Y"
_NOBODY_HAS_IT = "77777777X"
"""A code as it should be (the example in `kiosk.booking.codes`); a park gives out as good as none of the 10¹²."""


def hold_one(app: "App", site: str, lang: str, *, wheelchairs: int = 0) -> Any:
    """A seat of the next free session, held for one adult, as a wheelchair place where it has one. Raises NoScene."""
    session = app.booking.next_free(site, lang)
    if session is None:
        raise NoScene(f"{site}: no free session")
    places = min(wheelchairs, session.wheelchair_free)
    return app.booking.hold(session.id, {_adult(app, session): 1}, lang, wheelchairs=places)


def book_one(app: "App", site: str, lang: str, *, wheelchairs: int = 0) -> "BookingView":
    """The same, booked. Raises NoScene."""
    return app.booking.confirm(hold_one(app, site, lang, wheelchairs=wheelchairs).id, lang)


def _adult(app: "App", session: "SessionView") -> str:
    return next(category.slug for category in app.booking.categories(session.id, "en") if category.is_adult)


def _full_session(app: "App", site: str, lang: str) -> "SessionView":
    """The last session of the day, with every seat sold."""
    free = app.booking.next_free(site, lang)
    if free is None:
        raise NoScene(f"{site}: no free session")
    day = [
        view
        for view in app.booking.sessions(site, lang, day=free.local_start.date())
        if view.state in ("open", "sold_out") and view.id != free.id
    ]
    if not day:
        raise NoScene(f"{site}: no second session on that day")
    view, adult = day[-1], _adult(app, day[-1])
    while view.free:
        app.booking.confirm(app.booking.hold(view.id, {adult: min(view.free, view.max_party)}, lang).id, lang)
        view = app.booking.session(view.id, lang)
    return view


# ---- before booking


def _session_sold_out(app: "App", site: str, lang: str) -> Scene:
    return Scene({"id": str(_full_session(app, site, lang).id)})


def _session_too_late(app: "App", site: str, lang: str) -> Scene:
    free = app.booking.next_free(site, lang)
    if free is None:
        raise NoScene(f"{site}: no free session")
    return Scene({"id": str(free.id)}, wall_off=free.starts_at - app.clock.now() + timedelta(minutes=5))


def _party_of_children(app: "App", site: str, lang: str) -> Scene:
    free = app.booking.next_free(site, lang)
    rows = app.booking.categories(free.id, lang) if free is not None else ()
    child = next((row for row in rows if row.needs_adult), None)
    if free is None or child is None:
        raise NoScene(f"{site}: no category that needs an adult")
    return Scene({"id": str(free.id)}, party={child.slug: 2})


def _party_family(app: "App", site: str, lang: str) -> Scene:
    free = app.booking.next_free(site, lang)
    if free is None:
        raise NoScene(f"{site}: no free session")
    rows = app.booking.categories(free.id, lang)
    places = min(1, free.wheelchair_free)
    return Scene({"id": str(free.id)}, party={rows[0].slug: 2, rows[1].slug: 1}, wheelchairs=places)


# ---- the review


def _review_family(app: "App", site: str, lang: str) -> Scene:
    family = _party_family(app, site, lang)
    free = app.booking.next_free(site, lang)
    assert free is not None
    details = {"name": "王小明" if lang == "zh" else "Ming Wang", "phone": "138 0000 0000"}
    hold = app.booking.hold(free.id, family.party, lang, wheelchairs=family.wheelchairs)
    return Scene(hold=hold, party=family.party, wheelchairs=family.wheelchairs, details=details)


def _review_sold_out(app: "App", site: str, lang: str) -> Scene:
    full = _full_session(app, site, lang)
    return Scene(party={_adult(app, full): 1}, notes={"booked session": str(full.id)})


def _review_expired(app: "App", site: str, lang: str) -> Scene:
    return Scene(hold=hold_one(app, site, lang), later_s=1000, act=lambda model: model.tick())


def _review_clock(app: "App", site: str, lang: str) -> Scene:
    hold_one(app, site, lang)  # what is written now makes an earlier clock doubtful
    free = app.booking.next_free(site, lang)
    assert free is not None
    return Scene(party={_adult(app, free): 1}, notes={"booked session": str(free.id)}, wall_off=timedelta(hours=-2))


# ---- the ticket


def _ticket_as(state: str, reason: str = "", *, wheelchairs: int = 0) -> MakeScene:
    def scene(app: "App", site: str, lang: str) -> Scene:
        from kiosk.ticketing import print_jobs

        booking = book_one(app, site, lang, wheelchairs=wheelchairs)
        job = app.ticketing.print(booking, lang)
        if state != job.state or reason:
            # The pictures' kiosk prints nothing by itself (its queue is not started), so that a job stays as it is put.
            job = print_jobs.set_state(app.store, app.clock, job.id, state, reason=reason)  # type: ignore[arg-type]  # one of JobState
        return Scene({"code": booking.code}, booking=booking, notes={"print job": job})

    return scene


# ---- looking up


def _find_typed(code: str) -> MakeScene:
    def scene(_app: "App", _site: str, _lang: str) -> Scene:
        def type_it(model: Any) -> None:
            for sign in code:
                model.type(sign)
            model.submit()

        return Scene(act=type_it)

    return scene


def _mine_moved(app: "App", site: str, lang: str) -> Scene:
    booking = book_one(app, site, lang)
    app.booking.move(booking.code, _another(app, booking, lang).id, lang)
    return Scene({"code": booking.code}, booking=booking)


def _another(app: "App", booking: "BookingView", lang: str) -> "SessionView":
    start = booking.session.local_start.date()
    for days in range(8):
        for view in app.booking.sessions(
            booking.site, lang, day=start + timedelta(days=days), workshop=booking.session.workshop
        ):
            if view.state == "open" and view.id != booking.session.id:
                return view
    raise NoScene(f"{booking.site}: no second session of {booking.session.workshop}")


def _paid(app: "App", site: str, lang: str, *, wheelchairs: int = 0) -> "BookingView":
    booking = book_one(app, site, lang, wheelchairs=wheelchairs)
    return app.booking.pay(booking.code, booking.total_fen, "cash", lang) if booking.total_fen else booking


def _mine_asking(app: "App", site: str, lang: str) -> Scene:
    booking = _paid(app, site, lang, wheelchairs=1)
    return Scene({"code": booking.code}, booking=booking, act=lambda model: model.askCancel())


def _mine_cancelled(app: "App", site: str, lang: str) -> Scene:
    booking = _paid(app, site, lang)

    def cancel(model: Any) -> None:
        model.askCancel()
        model.cancel()

    return Scene({"code": booking.code}, booking=booking, act=cancel)


def _mine_too_late(app: "App", site: str, lang: str) -> Scene:
    booking = book_one(app, site, lang)
    late = booking.session.starts_at - app.clock.now() + timedelta(minutes=5)
    return Scene({"code": booking.code}, booking=booking, wall_off=late)


def _move_chosen(app: "App", site: str, lang: str) -> Scene:
    booking = book_one(app, site, lang)

    def choose(model: Any) -> None:
        row = next((row for row in model.offers.rows if row.bookable), None)
        if row is not None:
            model.choose(row.id)

    return Scene({"code": booking.code}, booking=booking, act=choose)


STATES: Mapping[str, tuple[str, MakeScene]] = {
    "session-sold-out": ("session", _session_sold_out),
    "session-too-late": ("session", _session_too_late),
    "party-family": ("party", _party_family),
    "party-children": ("party", _party_of_children),
    "review-family": ("review", _review_family),
    "review-sold-out": ("review", _review_sold_out),
    "review-expired": ("review", _review_expired),
    "review-clock": ("review", _review_clock),
    "ticket-printing": ("ticket", _ticket_as("queued")),
    "ticket-printed": ("ticket", _ticket_as("confirmed", wheelchairs=1)),
    "ticket-unknown": ("ticket", _ticket_as("unknown", "no_answer")),
    "ticket-no-paper": ("ticket", _ticket_as("queued", "paper_out")),
    "ticket-failed": ("ticket", _ticket_as("failed", "fault")),
    "find-wrong": ("find", _find_typed(_WRONG_SIGN)),
    "find-unknown": ("find", _find_typed(_NOBODY_HAS_IT)),
    "mybooking-asking": ("mybooking", _mine_asking),
    "mybooking-cancelled": ("mybooking", _mine_cancelled),
    "mybooking-moved": ("mybooking", _mine_moved),
    "mybooking-too-late": ("mybooking", _mine_too_late),
    "move-chosen": ("move", _move_chosen),
}
"""Name of the state → the page it is a state of, and what makes it."""
