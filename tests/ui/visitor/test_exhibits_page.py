"""The list of exhibits: by zone, searched, filtered, and found again."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenKiosk
from ui.shell.walker import Walker
from ui.visitor.exhibits_page import ExhibitsPageModel


def model_of(kiosk: Walker) -> ExhibitsPageModel:
    page = kiosk.program.shell.page
    assert page is not None
    assert isinstance(page.model, ExhibitsPageModel)
    return page.model


def shown(kiosk: Walker) -> list[str]:
    return [row.slug for row in model_of(kiosk).exhibits.rows]


def test_every_exhibit_stands_under_its_zone_in_the_parks_order(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibits")
    rows = model_of(kiosk).exhibits.rows
    assert len(rows) >= 8
    zones = list(dict.fromkeys(row.zone for row in rows))
    assert [row.zone for row in rows if row.opens_zone] == zones
    assert zones[0] == "hall"
    assert kiosk.sees("1, Lotus-scroll vase, Entrance hall, 3 min")


def test_the_initials_of_its_pinyin_find_an_exhibit(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="zh")
    kiosk.go("exhibits")
    everything = shown(kiosk)
    kiosk.tap("搜索")
    kiosk.type("czlp")
    kiosk.wait_for(lambda: shown(kiosk) == ["vase"], "the vase alone")
    kiosk.tap("清除")
    kiosk.wait_for(lambda: shown(kiosk) == everything, "everything again")


def test_what_is_found_nowhere_is_said_in_a_sentence(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibits")
    model_of(kiosk).search("zzzz")
    kiosk.wait_for(lambda: kiosk.sees("Nothing found. Try fewer letters, or clear the filters."))


def test_a_filter_takes_rows_away_and_never_resets_the_list(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibits")
    rows = model_of(kiosk).exhibits
    with qtbot.assertNotEmitted(rows.modelReset), qtbot.waitSignal(rows.rowsRemoved):
        kiosk.tap("Copper shop…")
    assert {row.zone for row in rows.rows} == {"metal"}


def test_the_way_back_finds_the_filter_again_but_the_next_visitor_does_not(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibits", {"zone": "metal"})
    kiosk.tap("Copper shop…")
    narrowed = shown(kiosk)
    kiosk.go("exhibit", {"slug": narrowed[0]})
    kiosk.tap("Back")
    kiosk.settle()
    assert shown(kiosk) == narrowed
    kiosk.program.shell.reset()
    kiosk.settle()
    kiosk.go("exhibits")
    assert len(shown(kiosk)) > len(narrowed)


def test_only_what_can_be_tried(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="en")
    kiosk.go("exhibits")
    kiosk.tap("Hands-on")
    rows = model_of(kiosk).exhibits.rows
    assert rows
    assert all(row.hands_on for row in rows)


def test_a_change_of_language_keeps_the_zone_and_drops_the_word(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibits")
    model = model_of(kiosk)
    model.chooseZone("hall")
    model.chooseTag(model.tags.rows[0].value)
    kiosk.tap("中文")
    kiosk.settle()
    assert model_of(kiosk) is model
    assert {row.zone for row in model.exhibits.rows} == {"hall"}
    assert not any(tag.chosen for tag in model.tags.rows)
    assert kiosk.sees("1号，缠枝莲瓶，大厅，3 分钟")


def test_a_zone_and_a_word_narrow_together_and_are_both_taken_back(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="en")
    kiosk.go("exhibits")
    everything = shown(kiosk)
    model = model_of(kiosk)
    model.chooseZone("pumps")
    in_zone = shown(kiosk)
    tag = next(tag.value for tag in model.tags.rows if tag.value)
    model.chooseTag(tag)
    assert set(shown(kiosk)) <= set(in_zone)
    model.chooseTag(tag)
    assert shown(kiosk) == in_zone
    model.chooseZone("")
    assert shown(kiosk) == everything


def test_an_exhibit_is_opened_by_the_keyboard_alone(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en", size=(1920, 1080))
    kiosk.go("exhibits")
    first = model_of(kiosk).exhibits.rows[0]
    for _ in range(60):
        if any(thing.focused and thing.name == first.spoken for thing in kiosk.seen()):
            break
        kiosk.press(Qt.Key.Key_Tab)
    kiosk.press(Qt.Key.Key_Return)
    kiosk.settle()
    assert kiosk.program.shell.flow.here.params == {"slug": first.slug}
