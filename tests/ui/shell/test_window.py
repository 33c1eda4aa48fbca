"""The window and what holds for every page, in a real window with sample pages."""

import logging

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QCloseEvent, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.clock import SetClock
from kiosk.events import ContentChanged, SeatsChanged
from tests.ui.conftest import OpenKiosk
from tests.ui.shell.a_park import Park, QuietPark, pass_time, sample_pages
from ui.shell.walker import NothingSoNamed, Walker


def test_the_foot_has_the_same_words_in_the_same_places_on_every_page(walker: Walker) -> None:
    places = {}
    for page in ("home", "exhibits", "review", "help"):
        walker.go(page)
        places[page] = [walker.find(name).rect for name in ("返回", "首页", "更易用", "朗读", "帮助", "English")]
    assert len({tuple(rect.getRect() for rect in rects) for rects in places.values()}) == 1


def test_back_and_home_lead_where_they_say(walker: Walker) -> None:
    walker.go("home")
    walker.go("exhibits")
    walker.go("help")
    walker.tap("返回")
    walker.settle()
    assert walker.program.shell.pageName == "exhibits"
    walker.tap("首页")
    walker.settle()
    assert walker.program.shell.pageName == "home"


def test_the_language_changes_at_once_and_back(walker: Walker) -> None:
    walker.go("home")
    walker.tap("English")
    walker.settle()
    assert walker.sees("Read aloud")
    assert walker.program.shell.title == "home en"
    walker.tap("中文")
    walker.settle()
    assert walker.sees("朗读")


def test_the_accessible_mode_is_one_button_on_every_page(walker: Walker) -> None:
    for page in ("home", "exhibits"):
        walker.go(page)
        walker.tap("更易用")
        walker.tap("全部打开")
        walker.settle()
        ease = walker.program.shell.visitor.ease
        assert (ease.text_scale, ease.high_contrast, ease.reach, ease.less_motion, ease.speech, ease.more_time) == (
            1.5,
            True,
            True,
            True,
            True,
            True,
        )
        walker.tap("恢复正常")
        assert not walker.program.shell.visitor.ease.reach
        walker.tap("更易用")


@pytest.mark.parametrize(("inches", "px_per_mm"), [(55, 1.577), (43, 2.017)])
def test_reach_brings_the_page_into_the_lower_band(
    open_kiosk: OpenKiosk, park: QuietPark, inches: float, px_per_mm: float, qt_warnings: list[logging.LogRecord]
) -> None:
    walker = open_kiosk(build=lambda: park, inches=inches, **sample_pages())
    walker.go("home")
    walker.program.ease.setReach(True)
    walker.settle()
    page = walker.program.shell.page
    assert page is not None
    # The screen's upper edge hangs 1800 mm high; a seated visitor reaches 1220. On 43 inch that would leave too
    # little of a page, which keeps half the screen.
    above = min((1800 - 1220) * px_per_mm, 1920 * 0.48)
    assert walker.find("press").rect.top() >= above
    assert page.item.height() >= 1920 * 0.4
    assert walker.find("首页").rect.bottom() <= 1920
    qt_warnings.clear()


def test_text_grows_to_twice_its_size(walker: Walker) -> None:
    walker.go("home")
    before = walker.find("field").rect.height()
    walker.tap("更易用")
    walker.tap("文字大小: 双倍")
    walker.tap("更易用")
    walker.settle()
    assert walker.find("field").rect.height() > before * 1.3


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_the_choices_stay_on_a_small_screen_with_the_largest_text(
    open_kiosk: OpenKiosk,
    park: QuietPark,
    clock: SetClock,
    size: tuple[int, int],
    qt_warnings: list[logging.LogRecord],
) -> None:
    walker = open_kiosk(build=lambda: park, size=size, inches=21.5, **sample_pages())
    walker.go("home")
    walker.program.ease.setTextScale(2)
    walker.program.ease.setReach(True)
    walker.tap("更易用")
    walker.settle()
    screen = walker.program.window.geometry().translated(-walker.program.window.position())
    for choice in ("关闭", "全部打开", "文字大小: 正常", "低位显示"):
        assert screen.contains(walker.find(choice).rect), choice
    walker.tap("关闭")
    pass_time(walker, clock, 60)
    for choice in ("继续", "重新开始"):
        assert screen.contains(walker.find(choice).rect), choice
    qt_warnings.clear()


def test_less_motion_changes_pages_without_sliding(walker: Walker) -> None:
    walker.go("home")
    walker.program.ease.setLessMotion(True)
    walker.program.shell.go("exhibits")
    page = walker.program.shell.page
    assert page is not None
    assert page.item.x() == 0
    assert page.item.property("shown") is True


def test_thirty_hand_overs_end_like_a_fresh_start(walker: Walker) -> None:
    fresh = walker.picture()
    for _ in range(30):
        walker.program.shell.go("home")
        walker.program.ease.setAccessible(True)
        walker.program.shell.set_language("en")
        walker.program.shell.go("review")
        walker.program.shell.reset()
    walker.settle()
    assert walker.picture() == fresh


def test_pages_that_were_left_are_gone(walker: Walker) -> None:
    walker.go("home")
    for _ in range(30):
        walker.program.shell.go("exhibits")
        walker.program.shell.go("review")
        walker.program.shell.home()
    walker.settle()
    host = walker.program.window.findChild(QQuickItem, "pageHost")
    assert host is not None
    walker.wait_for(lambda: pages_in(host) == 1, "old pages to go")


def pages_in(host: QQuickItem) -> int:
    """How many pages stand in the host: whatever has a `shown`."""
    return sum(item.property("shown") is not None for item in host.childItems())


def test_a_seat_sold_elsewhere_refreshes_the_page_that_follows(walker: Walker, park: QuietPark) -> None:
    walker.go("home")
    page = walker.program.shell.page
    assert page is not None
    page.model.follow(SeatsChanged)
    before = page.model.refreshed  # type: ignore[attr-defined]  # a sample model counts
    for _ in range(12):
        park.events.publish(SeatsChanged(session_id=None))  # type: ignore[arg-type]  # which one does not matter here
    walker.wait_for(lambda: page.model.refreshed > before, "the refresh")  # type: ignore[attr-defined]
    assert page.model.refreshed == before + 1  # type: ignore[attr-defined]


def test_a_page_that_has_gone_hears_nothing_any_more(walker: Walker) -> None:
    walker.go("home")
    page = walker.program.shell.page
    assert page is not None
    heard: list[str] = []
    page.model.ask(lambda app: "late", heard.append)
    walker.program.shell.go("exhibits")
    walker.settle()
    assert heard == []


def test_alt_f4_and_the_window_manager_do_not_close_a_kiosk(walker: Walker) -> None:
    walker.go("home")
    walker.press(Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    event = QCloseEvent()
    QGuiApplication.sendEvent(walker.program.window, event)
    assert walker.program.window.isVisible()


def test_the_whole_foot_is_reached_by_the_keyboard_with_a_ring_to_see(walker: Walker) -> None:
    walker.go("home")
    focused = set()
    for _ in range(14):
        walker.press(Qt.Key.Key_Tab)
        focused |= {thing.name for thing in walker.seen() if thing.focused}
    assert {"press", "field", "更易用", "朗读", "帮助", "English"} <= focused


def test_enter_does_what_a_tap_does(walker: Walker) -> None:
    walker.go("home")
    while not any(thing.focused and thing.name == "press" for thing in walker.seen()):
        walker.press(Qt.Key.Key_Tab)
    walker.press(Qt.Key.Key_Return)
    walker.settle()
    assert walker.program.shell.pageName == "exhibits"


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_a_field_is_seen_above_the_keyboard_in_reach_mode_too(
    open_kiosk: OpenKiosk, park: QuietPark, size: tuple[int, int], qt_warnings: list[logging.LogRecord]
) -> None:
    walker = open_kiosk(build=lambda: park, size=size, **sample_pages())
    walker.go("home")
    walker.program.ease.setReach(True)
    walker.settle()
    walker.tap("field", QAccessible.Role.EditableText)
    walker.wait_for(lambda: walker.keyboard_open, "the keyboard")
    walker.settle()
    page = walker.program.shell.page
    assert page is not None
    assert page.item.height() >= size[1] * 0.44
    field = walker.find("field", QAccessible.Role.EditableText)
    assert field.rect.top() >= 0
    assert field.rect.bottom() <= size[1] - walker.keyboard_height
    qt_warnings.clear()


def test_five_taps_in_the_corner_are_for_wiping_the_glass(walker: Walker) -> None:
    walker.go("home")
    cleaning = []
    for _ in range(5):
        walker.tap_at(QPoint(5, 5))
        cleaning.append(walker.program.shell.cleaning)
    assert cleaning == [False, False, False, False, True]
    assert walker.program.shell.pageName == "home"


def test_while_the_glass_is_wiped_no_touch_and_no_key_does_anything(walker: Walker) -> None:
    walker.go("home")
    target = walker.find("press").rect.center()
    walker.program.shell.clean()
    walker.settle()
    walker.tap_at(target)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        walker.press(key)
    assert walker.program.shell.pageName == "home"
    assert walker.program.shell.cleaningSeconds == 30
    assert walker.sees("正在清洁屏幕")


def test_the_glass_is_wiped_in_time(walker: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.shell.shell.CLEANING_SECONDS", 1)
    walker.go("home")
    walker.program.shell.clean()
    walker.wait_for(lambda: not walker.program.shell.cleaning, "the end of it")
    walker.settle()
    walker.tap("press")
    walker.settle()
    assert walker.program.shell.pageName == "exhibits"


def test_what_is_not_there_is_named_with_what_is(walker: Walker) -> None:
    walker.go("home")
    with pytest.raises(NothingSoNamed) as fault:
        walker.tap("no such button")
    assert "press" in fault.value.names


def test_a_kiosk_whose_app_cannot_be_built_still_shows_its_pages(
    open_kiosk: OpenKiosk, qt_warnings: list[logging.LogRecord]
) -> None:
    def broken() -> QuietPark:
        raise OSError("no space left on device")

    walker = open_kiosk(build=broken, **sample_pages())
    walker.go("home")
    page = walker.program.shell.page
    assert page is not None
    page.model.ask(lambda app: None, lambda _: None)
    walker.wait_for(lambda: page.model.problem != "", "the sentence")
    assert page.model.problem == "本机暂停服务，请到服务台。"
    assert any("building the App failed" in record.getMessage() for record in qt_warnings)
    qt_warnings.clear()


@pytest.mark.parametrize("turned", [90, 270])
def test_touch_turns_with_a_turned_screen(
    open_kiosk: OpenKiosk, park: QuietPark, turned: int, qt_warnings: list[logging.LogRecord]
) -> None:
    from ui.shell.first_frame import ScreenSettings, ShellSettings

    settings = ShellSettings("enamel", "zh", ScreenSettings(turned=turned))
    walker = open_kiosk(build=lambda: park, settings=settings, size=(1920, 1080), **sample_pages())
    walker.go("home")
    assert walker.program.shell.page is not None
    assert walker.program.shell.page.item.width() == 1080
    walker.tap("press")
    walker.settle()
    assert walker.program.shell.pageName == "exhibits"
    qt_warnings.clear()


def test_the_app_is_closed_with_the_window(open_kiosk: OpenKiosk, qt_warnings: list[logging.LogRecord]) -> None:
    park = QuietPark()
    walker = open_kiosk(build=lambda: park, **sample_pages())
    walker.program.close()
    assert park.closed
    qt_warnings.clear()


def test_the_theme_follows_the_site_while_the_window_is_open(
    walker: Walker, park: QuietPark, qt_warnings: list[logging.LogRecord]
) -> None:
    before = walker.picture().pixelColor(5, 5).name()
    park.catalogue.park = Park(theme="erqi")
    park.events.publish(ContentChanged(site="enamel"))
    walker.wait_for(lambda: walker.program.theme.name == "erqi", "the other theme")
    assert before == "#0b1e4b"
    assert walker.picture().pixelColor(5, 5).name() == "#0f2a22"


def test_a_theme_that_is_not_there_leaves_the_colours_as_they_are(
    walker: Walker, park: QuietPark, qt_warnings: list[logging.LogRecord]
) -> None:
    park.catalogue.park = Park(theme="gone")
    park.events.publish(ContentChanged(site="enamel"))
    walker.wait_for(lambda: any("gone" in record.getMessage() for record in qt_warnings), "the log")
    assert walker.program.theme.name == "enamel"
    qt_warnings.clear()
