"""A name, a number, a need: optional, kept for this booking, gone with its visitor."""

from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit
from ui.visitor.details_page import LONGEST, DetailsPageModel
from ui.visitor.review_page import ReviewPageModel

SMALL = (540, 960)


def visit(open_kiosk: OpenKiosk, lang: str = "en") -> tuple[Visit, DetailsPageModel]:
    visit = Visit(open_kiosk(site="tianning", lang=lang, size=SMALL))
    visit.go("session", {"id": str(visit.priced_session().id)})
    visit.tap(visit.said("SessionPage", "Continue"))
    visit.tap(visit.said("ReviewPage", "Leave a name (optional)"))
    return visit, visit.model(DetailsPageModel)


def typed(visitor: Visit) -> dict[str, str]:
    return dict(visitor.kiosk.program.shell.visitor.details)


def test_it_says_why_nothing_has_to_be_told_and_the_way_on_is_without(open_kiosk: OpenKiosk) -> None:
    visitor, _ = visit(open_kiosk)
    assert visitor.sees("You need not. Your ticket works without it.")
    assert visitor.sees("Why optional…")
    visitor.tap("Go on without")
    assert visitor.page == "review"
    assert visitor.model(ReviewPageModel).held
    assert typed(visitor) == {}


def test_what_is_typed_stands_on_the_review_and_goes_with_the_booking(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    visitor.tap("What may we call you?")
    visitor.kiosk.type("Ming")
    assert model.name == "Ming"
    model.type("needs", "a low table")
    visitor.tap("Keep and go on")
    assert visitor.model(ReviewPageModel).details == "Ming · a low table"
    visitor.tap("Confirm the booking")
    assert visitor.page == "ticket"
    assert visitor.booking(visitor.params["code"]).needs == "a low table"


def test_the_keyboard_on_the_screen_leaves_its_field_in_sight(open_kiosk: OpenKiosk) -> None:
    visitor, _ = visit(open_kiosk)
    visitor.tap("Is there something you need?")
    visitor.kiosk.wait_for(lambda: visitor.kiosk.keyboard_open, "the keyboard")
    field = visitor.find("Is there something you need?")
    page = visitor.kiosk.program.shell.page
    assert page is not None

    def in_sight() -> bool:
        return bottom(field) <= bottom(page.item)

    visitor.kiosk.wait_for(in_sight, "the field above the keyboard")


def test_a_name_that_still_waits_for_a_choice_of_signs_is_kept(open_kiosk: OpenKiosk) -> None:
    visitor, _ = visit(open_kiosk, "zh")
    visitor.tap("怎样称呼您？")
    visitor.kiosk.wait_for_keyboard("q")
    for key in "liming":
        visitor.kiosk.tap(key)
    visitor.tap("不填，继续")
    assert visitor.page == "review"
    assert typed(visitor) == {"name": "黎明"}


def bottom(item: QQuickItem) -> float:
    return item.mapToScene(QPointF(0, item.height())).y()


def test_fields_take_no_more_than_they_are_meant_for(open_kiosk: OpenKiosk) -> None:
    _, model = visit(open_kiosk)
    for field, longest in LONGEST.items():
        model.type(field, "x" * 500)
        assert len(getattr(model, field)) == longest
    model.type("password", "x")
    assert not model.empty


def test_a_change_of_language_keeps_what_is_typed_and_the_seats(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    hold = visitor.kiosk.program.shell.visitor.hold
    model.type("name", "Ming")
    visitor.tap("中文")
    assert visitor.model(DetailsPageModel) is model
    assert model.name == "Ming"
    assert visitor.sees("留个称呼吗？")
    assert visitor.kiosk.program.shell.visitor.hold is hold


def test_who_goes_home_from_here_gives_the_seats_back_and_who_leaves_takes_the_name_along(
    open_kiosk: OpenKiosk,
) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.priced_session()
    model.type("name", "Ming")
    visitor.tap("Home")
    assert visitor.kiosk.program.shell.visitor.hold is None
    assert visitor.session(view.id).free == view.capacity
    visitor.kiosk.program.shell.reset()
    visitor.kiosk.settle()
    assert typed(visitor) == {}
