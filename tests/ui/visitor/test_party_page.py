"""Who comes: steppers, a sum that adds up, and why a party can't come."""

from PySide6.QtCore import Qt

from kiosk.app import App
from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit
from ui.visitor.party_page import PartyPageModel
from ui.visitor.review_page import ReviewPageModel

SMALL = (540, 960)


def visit(open_kiosk: OpenKiosk, lang: str = "en") -> tuple[Visit, PartyPageModel]:
    visit = Visit(open_kiosk(site="tianning", lang=lang, size=SMALL))
    visit.go("party", {"id": str(visit.priced_session().id)})
    return visit, visit.model(PartyPageModel)


def counts(model: PartyPageModel) -> dict[str, int]:
    return {row.slug: row.count for row in model.categories.rows if row.count}


def test_one_adult_is_chosen_and_every_category_says_its_price_and_rule(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    assert counts(model) == {"adult": 1}
    assert model.total == f"¥{view.price_fen // 100}"
    table = visitor.asked(lambda app: app.booking.categories(view.id, "en"))
    assert [row.name for row in model.categories.rows] == [category.name for category in table]
    for category, row in zip(table, model.categories.rows, strict=True):
        assert visitor.sees(f"{category.name}, {row.count}")
        assert category.rule in row.line


def test_the_price_adds_up_as_the_booking_reckons_it(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    visitor.tap("One more: Adult")
    visitor.tap("One more: Child")
    party = {"adult": 2, "child": 1}
    assert counts(model) == party
    quote = visitor.asked(lambda app: app.booking.quote(view.id, party, "en"))
    assert model.total == f"¥{quote.total_fen / 100:.2f}".removesuffix(".00")
    assert visitor.sees("3 people")
    assert model.proof
    assert visitor.sees(f"Please show at the desk:\n{model.proof}")


def test_children_alone_are_told_who_must_come_with_them(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    visitor.tap("One more: Child")
    visitor.tap("One less: Adult")
    assert counts(model) == {"child": 1}
    assert visitor.sees(model.whyNot)
    assert not visitor.kiosk.find("Continue").enabled
    visitor.tap("One more: Adult")
    assert model.whyNot == ""
    assert visitor.kiosk.find("Continue").enabled


def test_nobody_cannot_come(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    visitor.tap("One less: Adult")
    assert counts(model) == {}
    assert model.whyNot
    assert not visitor.kiosk.find("Continue").enabled
    assert not visitor.kiosk.find("One less: Adult").enabled


def test_a_party_grows_to_the_largest_that_the_workshop_takes(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    most = visitor.priced_session().max_party
    for _ in range(most - 1):
        visitor.tap("One more: Adult")
    assert counts(model) == {"adult": most}
    assert not visitor.kiosk.find("One more: Adult").enabled
    assert not visitor.kiosk.find("One more: Child").enabled


def test_on_to_the_review_with_seats_for_all(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    before = visitor.priced_session()
    visitor.tap("One more: Adult")
    visitor.tap("One more: Child")
    total = model.total
    visitor.tap("Continue")
    assert visitor.page == "review"
    review = visitor.model(ReviewPageModel)
    assert [row.who for row in review.lines.rows] == ["2 × Adult", "1 × Child"]
    assert review.total == total
    assert visitor.session(before.id).free == before.free - 3


def test_wheelchair_places_go_along_to_the_ticket(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    before = visitor.priced_session()
    assert visitor.sees("Wheelchair places, 0")
    assert model.wheelchairsLine == f"{before.wheelchair_free} left in this session"
    visitor.tap("One more: Wheelchair places")
    assert model.wheelchairs == 1
    assert not visitor.kiosk.find("One more: Wheelchair places").enabled  # one person, one place
    visitor.tap("Continue")
    assert visitor.page == "review"
    assert visitor.sees("Seats: 1 wheelchair place")
    assert visitor.session(before.id).wheelchair_free == before.wheelchair_free - 1
    visitor.tap("Confirm the booking")
    assert visitor.page == "ticket"
    assert visitor.sees("1 wheelchair place")
    booking = visitor.kiosk.program.shell.visitor.booking
    assert booking.wheelchairs == 1
    assert visitor.booking(booking.code).wheelchairs == 1


def test_the_last_wheelchair_places_that_one_holds_oneself_stay_ones_own(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    before = visitor.priced_session()
    most = before.wheelchair_free
    for _ in range(most):
        visitor.tap("One more: Adult")
        visitor.tap("One more: Wheelchair places")
    assert not visitor.kiosk.find("One more: Wheelchair places").enabled  # the session has no more
    visitor.tap("Continue")
    assert visitor.session(before.id).wheelchair_free == 0
    visitor.tap("Change who is coming")
    model = visitor.model(PartyPageModel)
    assert (model.wheelchairs, model.wheelchairsMost, model.whyNot) == (most, most, "")
    visitor.tap("One less: Wheelchair places")
    visitor.tap("Continue")
    assert visitor.model(ReviewPageModel).held
    assert visitor.session(before.id).wheelchair_free == 1


def test_fewer_people_need_fewer_wheelchair_places(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    visitor.tap("One more: Adult")
    visitor.tap("One more: Wheelchair places")
    visitor.tap("One more: Wheelchair places")
    assert model.wheelchairs == 2
    visitor.tap("One less: Adult")
    assert (model.wheelchairs, model.whyNot) == (1, "")
    visitor.tap("One less: Adult")
    assert model.wheelchairs == 0


def test_where_no_wheelchair_place_is_left_the_page_says_so(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()

    def take_all(app: App) -> None:
        app.booking.hold(view.id, {"adult": view.wheelchair_free}, "en", wheelchairs=view.wheelchair_free)

    visitor.tap("One more: Wheelchair places")
    visitor.asked(take_all)
    visitor.kiosk.wait_for(lambda: model.whyNot != "", "the news")
    assert model.whyNot == "No wheelchair place is free in this session. Please ask at the desk."
    assert not model.ready
    visitor.tap("One less: Wheelchair places")
    assert visitor.kiosk.find("Continue").enabled
    assert not visitor.kiosk.find("One more: Wheelchair places").enabled
    assert model.wheelchairsLine == "None is free in this session. Please ask at the desk."
    visitor.tap("中文")
    assert visitor.sees("轮椅位, 0")
    assert model.wheelchairsLine == "这一场没有空余的轮椅位，请到服务台询问。"


def test_seats_follow_what_others_take_until_the_party_no_longer_fits(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    visitor.tap("One more: Adult")
    visitor.take_seats(view.id, view.free - 1)
    visitor.kiosk.wait_for(lambda: model.free == 1, "one seat left")
    assert visitor.sees("1 place left")
    assert model.whyNot
    assert not model.ready


def test_a_change_of_language_keeps_who_is_coming(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    visitor.tap("One more: Adult")
    visitor.tap("中文")
    assert visitor.model(PartyPageModel) is model
    assert counts(model) == {"adult": 2}
    assert visitor.sees("几位参加？")
    assert visitor.sees("成人, 2")


def test_steppers_by_keyboard(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    kiosk = visitor.kiosk
    for _ in range(8):
        if any(seen.focused and seen.name.startswith("Child") for seen in kiosk.seen()):
            break
        kiosk.press(Qt.Key.Key_Tab)
    kiosk.press(Qt.Key.Key_Up)
    kiosk.press(Qt.Key.Key_Right)
    kiosk.press(Qt.Key.Key_Down)
    kiosk.settle()
    assert counts(model) == {"adult": 1, "child": 1}
