"""One exhibit, read, looked into, and left by swipe and by button."""

from math import hypot

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.ui.conftest import OpenKiosk
from ui.shell.walker import Walker
from ui.visitor.exhibit_page import ExhibitPageModel


def model_of(kiosk: Walker) -> ExhibitPageModel:
    page = kiosk.program.shell.page
    assert page is not None
    assert isinstance(page.model, ExhibitPageModel)
    return page.model


def slug_of(kiosk: Walker) -> str:
    return kiosk.program.shell.flow.here.params["slug"]


def swipe(kiosk: Walker, start: QPoint, by: int) -> None:
    window = kiosk.program.window
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, Qt.MouseButton.LeftButton, none, start)
    for step in range(1, 9):
        QTest.mouseMove(window, start + QPoint(by * step // 8, 0))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, none, start + QPoint(by, 0))


def test_an_exhibit_says_its_name_in_both_languages_and_its_figures(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="en")
    kiosk.go("exhibit", {"slug": "pump"})
    assert kiosk.sees("Centrifugal pump")
    assert kiosk.sees("离心水泵")
    assert kiosk.sees("shaft power at 75 % efficiency 11.6 kW")
    assert kiosk.sees("Sources…")


def test_a_hotspot_is_told_of_at_a_tap_and_let_go_at_the_next(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibit", {"slug": "vase"})
    text = "Each petal is a cell of copper wire that holds one colour."
    assert not kiosk.sees(text)
    kiosk.tap("Lotus")
    assert kiosk.sees(text)
    kiosk.tap("Lotus")
    assert not kiosk.sees(text)


def test_only_a_machine_offers_to_be_played_with(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="en")
    kiosk.go("exhibit", {"slug": "pump"})
    assert kiosk.sees("Play")
    kiosk.go("exhibit", {"slug": "chimney"})
    assert not kiosk.sees("Play")


def test_after_the_last_exhibit_comes_the_first(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibit", {"slug": "vase"})
    kiosk.tap("Before…")
    kiosk.settle()
    assert kiosk.sees("12 of 12")
    kiosk.tap("Next…")
    kiosk.settle()
    assert slug_of(kiosk) == "vase"


def test_a_swipe_to_the_left_opens_the_next_and_a_short_one_nothing(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibit", {"slug": "vase"})
    swipe(kiosk, QPoint(700, 1300), -60)
    kiosk.settle()
    assert slug_of(kiosk) == "vase"
    swipe(kiosk, QPoint(900, 1300), -600)
    kiosk.settle()
    assert slug_of(kiosk) == "plate"
    swipe(kiosk, QPoint(200, 1300), 600)
    kiosk.settle()
    assert slug_of(kiosk) == "vase"


def test_the_map_shows_where_it_stands(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibit", {"slug": "body"})
    model_of(kiosk).showOnMap()
    kiosk.settle()
    assert kiosk.program.shell.flow.here.params == {"zone": "metal"}


def test_a_numeral_in_the_picture_and_its_word_below_are_one(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibit", {"slug": "vase"})
    kiosk.tap("1. Lotus")
    assert model_of(kiosk).hotspotTitle == "Lotus"
    kiosk.tap("Scroll", QAccessible.Role.Button)
    assert model_of(kiosk).hotspotTitle == "Scroll"
    page = kiosk.program.shell.page
    assert page is not None
    picture = next(item for item in page.item.findChildren(QQuickItem) if item.property("zoom"))
    assert picture.property("currentHotspot") == 1


def apart(kiosk: Walker) -> float:
    """Between two numerals of the picture, in px: it grows with the picture."""
    one, two = (kiosk.find(name).rect.center() for name in ("1. Lotus", "2. Scroll"))
    return hypot(one.x() - two.x(), one.y() - two.y())


def test_the_picture_comes_nearer_by_button_and_by_two_taps_and_goes_back(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibit", {"slug": "vase"})
    far = apart(kiosk)
    kiosk.tap("Picture larger")
    near = apart(kiosk)
    assert near > far * 1.3
    kiosk.tap("Picture smaller")
    assert abs(apart(kiosk) - far) < 2
    # Beside the vase, where no numeral stands.
    beside = kiosk.find("1. Lotus").rect.center() + QPoint(-330, 60)
    QTest.mouseDClick(kiosk.program.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, beside)
    kiosk.wait_for(lambda: apart(kiosk) > far * 2, "the picture nearer by two taps")


def test_a_picture_that_is_near_is_moved_and_not_left_by_a_swipe(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibit", {"slug": "vase"})
    kiosk.tap("Picture larger")
    kiosk.tap("Picture larger")
    swipe(kiosk, QPoint(900, 420), -600)
    kiosk.settle()
    assert slug_of(kiosk) == "vase"


def test_what_happened_when_and_what_else_there_is(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("exhibit", {"slug": "steps"})
    moments = model_of(kiosk).timeline.rows
    assert [moment.when for moment in moments] == sorted(moment.when for moment in moments)
    for moment in moments:
        assert kiosk.sees(f"{moment.when}: {moment.text}")
    also = model_of(kiosk).related.rows
    assert also
    assert kiosk.sees(also[0].spoken)
    model_of(kiosk).open(also[0].slug)
    kiosk.settle()
    assert slug_of(kiosk) == also[0].slug


def test_read_aloud_says_the_story_and_follows_the_language(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="erqi", lang="en")
    kiosk.go("exhibit", {"slug": "valve-gear"})
    model = model_of(kiosk)
    assert model.teaser in kiosk.program.shell.property("readAloud")
    kiosk.tap("中文")
    kiosk.settle()
    assert model_of(kiosk) is model
    said = kiosk.program.shell.property("readAloud")
    assert model.teaser in said
    assert not any("a" <= sign <= "z" for sign in said.replace("mm", "").replace("km", "").replace("h", ""))


def test_arrow_keys_go_through_the_exhibits(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="shougang", lang="zh")
    kiosk.go("exhibit", {"slug": "timeline-1919"})
    kiosk.press(Qt.Key.Key_Right)
    kiosk.settle()
    assert slug_of(kiosk) == "no1-furnace"
    kiosk.press(Qt.Key.Key_Left)
    kiosk.settle()
    assert slug_of(kiosk) == "timeline-1919"
