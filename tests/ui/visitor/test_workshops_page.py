"""What is on: days, workshops, sessions with the seats that are left."""

from datetime import timedelta

from PySide6.QtCore import Qt

from kiosk.clock import SetClock
from tests.ui.conftest import OpenKiosk
from tests.ui.visitor.a_visit import Visit
from ui.visitor.session_rows import SessionRow
from ui.visitor.workshops_page import WorkshopsPageModel

SMALL = (540, 960)


def visit(open_kiosk: OpenKiosk, lang: str = "en", site: str = "tianning") -> tuple[Visit, WorkshopsPageModel]:
    visit = Visit(open_kiosk(site=site, lang=lang, size=SMALL))
    visit.go("workshops")
    return visit, visit.model(WorkshopsPageModel)


def rows(model: WorkshopsPageModel) -> list[SessionRow]:
    return list(model.sessions.rows)


def test_todays_sessions_that_have_not_begun_are_listed_with_their_seats(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    assert visitor.sees("Workshops")
    assert model.heading == "Today, Saturday 6 June"
    assert [row.id for row in rows(model)] == [str(view.id) for view in visitor.sessions()]
    assert all(row.time > "14:12" for row in rows(model))
    for row in rows(model)[:3]:
        assert visitor.sees(row.spoken)
        assert f"{row.free} places left" in row.spoken


def test_another_day_shows_its_sessions_and_is_still_chosen_on_coming_back(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    today = [row.id for row in rows(model)]
    visitor.tap("Tomorrow, Sunday 7 June…")
    assert model.heading == "Tomorrow, Sunday 7 June"
    assert not set(today) & {row.id for row in rows(model)}
    visitor.tap(rows(model)[0].spoken)
    assert visitor.page == "session"
    visitor.tap("Back")
    assert visitor.page == "workshops"
    assert visitor.model(WorkshopsPageModel).heading == "Tomorrow, Sunday 7 June"


def test_days_further_on_are_reached_by_the_sign_at_the_end_of_the_strip(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    last = model.days.rows[-1]
    while not visitor.sees(last.spoken):
        visitor.tap("Later days")
    visitor.tap(last.spoken)
    assert model.days.rows[-1].chosen
    assert visitor.sees("Earlier days")


def test_one_workshop_alone(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    wanted = model.workshops.rows[1]
    visitor.tap(wanted.name)
    assert {row.name for row in rows(model)} <= {wanted.name}
    visitor.tap("All")
    assert len({row.name for row in rows(model)}) > 1


def test_a_day_on_which_nothing_is_says_so(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    visitor.go("workshops", {"day": "2031-03-04"})
    model = visitor.model(WorkshopsPageModel)
    assert not rows(model)
    assert visitor.sees("Nothing is on that day. Choose another day above.")


def test_a_tap_opens_the_session_and_the_filled_button_the_first(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    first, second = rows(model)[:2]
    visitor.tap(second.spoken)
    assert (visitor.page, visitor.params) == ("session", {"id": second.id})
    visitor.tap("Back")
    visitor.tap("Book, " + first.spoken)
    assert (visitor.page, visitor.params) == ("session", {"id": first.id})


def test_seats_follow_what_others_take_and_what_is_sold_out_cannot_be_tapped(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    view = visitor.sessions()[1]
    visitor.take_seats(view.id, 2)
    visitor.kiosk.wait_for(lambda: rows(model)[1].free == view.free - 2, "two seats fewer")
    visitor.sell_out(view.id)
    visitor.kiosk.wait_for(lambda: not rows(model)[1].bookable, "sold out")
    assert rows(model)[1].seats == "Sold out"
    assert not visitor.kiosk.find(rows(model)[1].spoken).enabled


def test_a_session_that_has_begun_is_no_longer_offered(open_kiosk: OpenKiosk, clock: SetClock) -> None:
    visitor, model = visit(open_kiosk)
    first = rows(model)[0]
    clock.pass_time(timedelta(minutes=40))
    model.refresh()
    visitor.kiosk.settle()
    assert first.id not in {row.id for row in rows(model)}


def test_a_change_of_language_in_its_place(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    before = [row.id for row in rows(model)]
    visitor.tap("中文")
    assert visitor.model(WorkshopsPageModel) is model
    assert visitor.sees("工坊")
    assert model.heading == "今天 6月6日 星期六"
    assert [row.id for row in rows(model)] == before
    assert "places left" not in model.readAloud


def test_days_and_sessions_by_keyboard(open_kiosk: OpenKiosk) -> None:
    visitor, model = visit(open_kiosk)
    kiosk = visitor.kiosk
    tomorrow = model.days.rows[1].spoken

    def tab_to(name: str) -> None:
        for _ in range(40):
            kiosk.press(Qt.Key.Key_Tab)
            if any(seen.focused and seen.name == name for seen in kiosk.seen()):
                return
        raise AssertionError(f"Tab never came to {name}")

    tab_to(tomorrow)
    kiosk.press(Qt.Key.Key_Return)
    kiosk.settle()
    assert model.heading.startswith("Tomorrow")
    tab_to(rows(model)[0].spoken)
    kiosk.press(Qt.Key.Key_Return)
    kiosk.settle()
    assert visitor.page == "session"
