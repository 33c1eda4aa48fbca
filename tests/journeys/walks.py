"""What visitors come to do, from the attract page on: by the names of things, in any language, on any screen."""

from tests.ui.visitor.a_visit import Visit
from ui.visitor.move_page import MovePageModel
from ui.visitor.my_booking_page import MyBookingPageModel
from ui.visitor.ticket_page import TicketPageModel
from ui.visitor.workshops_page import WorkshopsPageModel


def wake(visit: Visit) -> None:
    """Touch the glass."""
    assert visit.page == "attract"
    visit.tap_glass()
    assert visit.page == "home"


def one_person(visit: Visit) -> str:
    """The shortest way to a ticket: the next session, one person. Returns the booking's code."""
    wake(visit)
    visit.tap(visit.said("HomePage", "Book") + ": …")
    assert visit.page == "session"
    visit.tap(visit.said("SessionPage", "Continue"))
    assert visit.page == "review"
    visit.tap(visit.said("ReviewPage", "Confirm the booking"))
    assert visit.page == "ticket"
    return visit.params["code"]


def family(visit: Visit) -> str:
    """Two adults and a child, to the first session that costs something today. Returns the booking's code."""
    wake(visit)
    visit.tap(visit.said("HomePage", "Take part"))
    view = visit.priced_session()
    rows = visit.asked(lambda app: app.booking.categories(view.id, visit.lang))
    adult = next(row for row in rows if row.is_adult)
    child = next(row for row in rows if row.needs_adult)
    visit.tap(next(row.spoken for row in visit.model(WorkshopsPageModel).sessions.rows if row.id == str(view.id)))
    visit.tap(visit.said("SessionPage", "More people"))
    visit.tap(visit.said("Stepper", "One more: %1").replace("%1", adult.name))
    visit.tap(visit.said("Stepper", "One more: %1").replace("%1", child.name))
    visit.tap(visit.said("PartyPage", "Continue"))
    visit.tap(visit.said("ReviewPage", "Confirm the booking"))
    assert visit.page == "ticket"
    return visit.params["code"]


def paper(visit: Visit) -> str:
    """Wait at the ticket page until the printer has done. Returns the file that it wrote."""
    model = visit.model(TicketPageModel)
    visit.kiosk.wait_for(lambda: model.printState == "printed", "the paper")
    code = visit.params["code"]
    job = visit.asked(lambda app: next(job for job in app.ticketing.jobs() if job.booking_code == code))
    return job.output


def done(visit: Visit) -> None:
    """Away from the ticket, home."""
    visit.tap(visit.said("TicketPage", "Done"))
    assert visit.page == "home"


def look_up(visit: Visit, code: str) -> MyBookingPageModel:
    """From home to one's booking, by the signs of its code."""
    visit.tap(visit.said("HomePage", "My ticket"))
    assert visit.page == "find"
    for sign in code:
        visit.tap(sign)
    visit.tap(visit.said("FindPage", "Find my booking"))
    assert visit.page == "mybooking"
    return visit.model(MyBookingPageModel)


def move(visit: Visit) -> str:
    """From one's booking to the first other session that can be had. Returns the new code."""
    visit.tap(visit.said("MyBookingPage", "Move to another session"))
    model = visit.model(MovePageModel)
    row = next(row for row in model.offers.rows if row.bookable)
    visit.tap(row.spoken)
    visit.tap(visit.said("MovePage", "Move to {time}", time=row.time))
    assert visit.page == "ticket"
    return visit.params["code"]
