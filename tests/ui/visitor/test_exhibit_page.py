"""One exhibit, read, looked into, and left by swipe and by button."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import OpenKiosk
from ui.shell.walker import Walker


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
    page = kiosk.program.shell.page
    assert page is not None
    page.model.showOnMap()  # type: ignore[attr-defined]  # every page's model is a PageModel to the shell
    kiosk.settle()
    assert kiosk.program.shell.flow.here.params == {"zone": "metal"}
