"""Who comes: steppers, a sum that adds up, and why a party can't come."""

from PySide6.QtCore import Qt

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
