"""The plan: a zone is chosen on it or in the list, and the way there is drawn and said."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.ui.conftest import OpenKiosk
from ui.shell.walker import Walker
from ui.visitor.map_page import MapPageModel


def model_of(kiosk: Walker) -> MapPageModel:
    page = kiosk.program.shell.page
    assert page is not None
    assert isinstance(page.model, MapPageModel)
    return page.model


def test_every_zone_of_the_park_is_on_the_plan_and_in_the_list(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("map")
    zones = model_of(kiosk).zones.rows
    assert [zone.slug for zone in zones if zone.here] == ["hall"]
    for zone in zones:
        assert not zone.place.isEmpty(), zone.slug
        assert kiosk.find(zone.spoken, QAccessible.Role.Button).rect.height() >= 54


def test_the_way_begins_here_and_ends_at_the_zone_that_was_tapped(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("map")
    model = model_of(kiosk)
    zone = next(zone for zone in model.zones.rows if zone.slug == "gallery")
    kiosk.tap(zone.spoken, QAccessible.Role.Button)
    assert model.chosen == "gallery"
    assert kiosk.sees("The way: Entrance hall…")
    way = model.way
    assert way[0] == model.here
    assert zone.place.adjusted(-0.1, -0.1, 0.1, 0.1).contains(way[-1])
    kiosk.picture()  # drawn once, so that the button that came has its place
    kiosk.tap("See its exhibits")
    kiosk.settle()
    assert kiosk.program.shell.flow.here.page.name == "exhibits"


def test_the_list_does_what_the_plan_does(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("map")
    kiosk.tap("Copper shop", QAccessible.Role.ListItem)
    assert model_of(kiosk).chosen == "metal"
    kiosk.tap("Copper shop", QAccessible.Role.ListItem)
    assert model_of(kiosk).chosen == ""


def test_where_one_stands_needs_no_way(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="zh")
    kiosk.go("map", {"zone": "hall"})
    assert model_of(kiosk).way == []
    assert kiosk.sees("您在这里")


def test_every_zone_of_every_park_can_be_walked_to(open_kiosk: OpenKiosk) -> None:
    for site in ("enamel", "tianning", "erqi", "shougang"):
        kiosk = open_kiosk(site=site, lang="en")
        kiosk.go("map")
        model = model_of(kiosk)
        for zone in model.zones.rows:
            if zone.here:
                continue
            model.choose(zone.slug)
            assert model.way[0] == model.here, zone.slug
            # Straight there: the way goes through no other zone, for every park's ways meet before their doors.
            assert model.wayLine.count("→") <= 2, model.wayLine


def test_the_map_says_itself_and_changes_its_language_in_its_place(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="shougang", lang="en")
    kiosk.go("map", {"zone": "bigair"})
    model = model_of(kiosk)
    said = kiosk.program.shell.property("readAloud")
    assert "You are here: Visitor Hall" in said
    assert "The way: Visitor Hall → Big Air" in said
    kiosk.tap("中文")
    kiosk.settle()
    assert model_of(kiosk) is model
    assert model.chosen == "bigair"
    assert "路线：游客大厅 → 滑雪大跳台" in kiosk.program.shell.property("readAloud")


def test_a_zone_is_chosen_by_the_keyboard_alone(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("map")
    kiosk.press(Qt.Key.Key_Tab)
    for _ in range(40):
        if any(thing.focused and thing.name.startswith("Gallery") for thing in kiosk.seen()):
            break
        kiosk.press(Qt.Key.Key_Tab)
    kiosk.press(Qt.Key.Key_Return)
    assert model_of(kiosk).chosen == "gallery"
