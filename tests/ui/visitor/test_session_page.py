"""One session: what one learns of it, one person chosen, and what is offered when it can't be had."""

from datetime import timedelta

from PySide6.QtCore import Qt

from kiosk.clock import SetClock
from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit
from ui.visitor.review_page import ReviewPageModel
from ui.visitor.session_page import SessionPageModel

SMALL = (540, 960)


def visit(open_kiosk: OpenKiosk, lang: str = "en") -> tuple[Visit, SessionPageModel]:
    visit = Visit(open_kiosk(site="tianning", lang=lang, size=SMALL))
    visit.go("session", {"id": str(visit.priced_session().id)})
    return visit, visit.model(SessionPageModel)


def test_it_says_what_when_where_for_whom_and_what_one_person_pays(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.session(visitor.priced_session().id)
    for words in (view.workshop_name, view.other_name, f"{view.local_start:%H:%M}", "Today, Saturday 6 June"):
        assert visitor.sees(words)
    assert visitor.sees(f"Meet at: {view.meeting_point}")
    assert visitor.sees(f"{view.free} places left · {view.wheelchair_free} wheelchair places")
    assert (model.who, model.total) == ("1 × Adult", f"¥{view.price_fen // 100}")
    assert model.pictureAlt in visitor.kiosk.names()
    assert view.workshop_name in model.readAloud


def test_one_tap_goes_on_and_holds_one_seat(open_kiosk: OpenKiosk) -> None:
    visitor, _ = visit(open_kiosk)
    before = visitor.priced_session()
    visitor.tap("Continue")
    assert visitor.page == "review"
    assert visitor.session(before.id).free == before.free - 1


def test_coming_back_from_the_review_gives_the_seat_back(open_kiosk: OpenKiosk) -> None:
    visitor, _ = visit(open_kiosk)
    before = visitor.priced_session()
    visitor.tap("Continue")
    assert visitor.model(ReviewPageModel).held
    visitor.tap("Back")
    assert visitor.page == "session"
    assert visitor.kiosk.program.shell.visitor.hold is None
    assert visitor.session(before.id).free == before.free


def test_wheelchair_places_go_along_to_another_session(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    visitor.tap("More people")
    visitor.tap("One more: Wheelchair places")
    visitor.tap("Continue")
    visitor.go("session", {"id": str(view.id)})
    model = visitor.model(SessionPageModel)
    visitor.kiosk.wait_for(lambda: model.ready, "its price")
    assert model.who == "1 × Adult · 1 wheelchair place"
    visitor.tap("Continue")
    assert visitor.sees("Seats: 1 wheelchair place")
    assert visitor.session(view.id).wheelchair_free == view.wheelchair_free - 1


def test_more_people_are_chosen_on_a_page_of_their_own(open_kiosk: OpenKiosk) -> None:
    visitor, _ = visit(open_kiosk)
    visitor.tap("More people")
    assert visitor.page == "party"


def test_seats_follow_what_others_take(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    visitor.take_seats(view.id, 3)
    visitor.kiosk.wait_for(lambda: model.free == view.free - 3, "three seats fewer")
    assert visitor.sees(f"{view.free - 3} places left…")


def test_a_sold_out_session_offers_the_next_that_has_places(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    visitor.sell_out(view.id)
    visitor.kiosk.wait_for(lambda: not model.bookable, "sold out")
    assert visitor.sees("Sold out")
    assert not visitor.sees("More people")
    later = next(other for other in visitor.sessions(view.workshop) if other.id != view.id)
    assert model.insteadTime == f"{later.local_start:%H:%M}"
    assert visitor.sees(f"Next with places: {later.workshop_name}, Today, Saturday 6 June")
    visitor.tap("See that session")
    assert (visitor.page, visitor.params) == ("session", {"id": str(later.id)})
    assert visitor.model(SessionPageModel).bookable


def test_a_session_that_has_begun_says_so_and_offers_another(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    clock.pass_time(view.starts_at - clock.now() + timedelta(minutes=5))
    model.refresh()
    visitor.kiosk.settle()
    assert not model.bookable
    assert model.seats == visitor.session(view.id).reason
    assert visitor.sees("See that session")


def test_a_party_that_no_longer_fits_is_told_so_and_cannot_go_on(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    visitor.kiosk.program.shell.visitor.party = {"adult": 3}
    visitor.take_seats(view.id, view.free - 2)
    visitor.kiosk.wait_for(lambda: model.whyNot != "", "the reason")
    assert visitor.sees(model.whyNot)
    assert not visitor.kiosk.find("Continue").enabled


def test_a_session_that_is_gone_from_the_programme_is_told(open_kiosk: OpenKiosk) -> None:
    visitor, _ = visit(open_kiosk)
    visitor.go("session", {"id": "00000000-0000-7000-8000-000000000000"})
    assert visitor.sees("This session is no longer in the programme.")


def test_a_change_of_language_in_its_place(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    visitor.tap("中文")
    assert visitor.model(SessionPageModel) is model
    assert visitor.sees(view.other_name)
    assert model.who == "成人 1 位"
    assert visitor.sees("继续")


def test_the_first_key_of_a_keyboard_goes_on(open_kiosk: OpenKiosk) -> None:
    visitor, _ = visit(open_kiosk)
    for _ in range(12):
        visitor.kiosk.press(Qt.Key.Key_Tab)
        if any(seen.focused and seen.name == "Continue" for seen in visitor.kiosk.seen()):
            break
    visitor.kiosk.press(Qt.Key.Key_Return)
    visitor.kiosk.settle()
    assert visitor.page == "review"
