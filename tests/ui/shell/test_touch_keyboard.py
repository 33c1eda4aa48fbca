"""The on-screen keyboard: Qt's own, in our window; what is written on it, and that nothing of it is left."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QStandardPaths, Qt
from PySide6.QtGui import QAccessible

from tests.ui.conftest import OpenKiosk
from tests.ui.shell.a_park import QuietPark, sample_pages
from ui.shell.first_frame import ScreenSettings, ShellSettings
from ui.shell.touch_keyboard import KEYBOARD_STYLES, STYLE, use_touch_keyboard
from ui.shell.walker import Walker

FIELD = QAccessible.Role.EditableText
TOUCH_MM = 20


def open_with_samples(open_kiosk: OpenKiosk, qt_warnings: list[logging.LogRecord], **how: object) -> Walker:
    """A kiosk whose home page has one field at its lower end."""
    walker = open_kiosk(build=QuietPark, **sample_pages(), **how)
    walker.wait_for(lambda: not walker.program.preparing, "all pages to be compiled")
    # Most of the flow's pages have no sample: the shell says so of each, and goes on.
    assert all("page «" in record.getMessage() for record in qt_warnings)
    qt_warnings.clear()
    walker.go("home")
    return walker


@pytest.fixture
def walker(open_kiosk: OpenKiosk, qt_warnings: list[logging.LogRecord]) -> Walker:
    return open_with_samples(open_kiosk, qt_warnings)


def write(walker: Walker, key: str = "q") -> None:
    """Tap the field, and wait until the keyboard has a key of that name."""
    walker.tap("field", FIELD)
    walker.wait_for_keyboard(key)


def tap_keys(walker: Walker, keys: str) -> None:
    for key in keys:
        walker.tap(key)


def text(walker: Walker) -> str:
    """What stands in the field that has the focus."""
    return str(walker.program.window.activeFocusItem().property("text"))


def half_typed(walker: Walker) -> str:
    """Pinyin that waits for a choice."""
    return str(walker.program.window.activeFocusItem().property("preeditText")).replace(" ", "")


def offered(walker: Walker) -> list[str]:
    """The signs and words that can be chosen, in their order."""
    keyboard_top = walker.program.window.height() - walker.keyboard_height
    row = range(keyboard_top, walker.find("q").rect.top())
    return [thing.name for thing in walker.seen() if thing.rect.center().y() in row and thing.name[:1] >= "\u4e00"]


def test_it_comes_up_and_the_field_stays_above_it(walker: Walker) -> None:
    write(walker)
    field = walker.find("field", FIELD)
    assert field.rect.bottom() <= walker.program.window.height() - walker.keyboard_height
    walker.program.shell.go("exhibits")
    walker.settle()
    assert not walker.keyboard_open


@pytest.mark.parametrize(
    ("size", "inches"), [((1080, 1920), 32.0), ((1080, 1920), 21.5), ((1920, 1080), 32.0), ((1920, 1080), 55.0)]
)
def test_every_letter_is_a_fingers_width(
    open_kiosk: OpenKiosk, qt_warnings: list[logging.LogRecord], size: tuple[int, int], inches: float
) -> None:
    walker = open_with_samples(open_kiosk, qt_warnings, size=size, inches=inches)
    write(walker)
    px_per_mm = (size[0] ** 2 + size[1] ** 2) ** 0.5 / (inches * 25.4)

    for letter in "qwertyuiopasdfghjklzxcvbnm":
        key = walker.find(letter).rect
        assert QRect(0, 0, *size).contains(key)
        assert min(key.width(), key.height()) >= TOUCH_MM * px_per_mm


def test_a_name_is_written_in_pinyin_by_tapping(walker: Walker) -> None:
    write(walker)
    tap_keys(walker, "liming")
    assert half_typed(walker) == "liming"
    walker.wait_for(lambda: walker.sees("李明"), "the words to choose from")
    walker.tap("李明")
    assert text(walker) == "李明"
    walker.tap("删除")
    assert text(walker) == "李"
    walker.tap("完成")
    assert not walker.keyboard_open
    assert text(walker) == "李"


def test_the_space_key_takes_the_first_that_is_offered(walker: Walker) -> None:
    write(walker)
    tap_keys(walker, "beijing")
    walker.wait_for(lambda: offered(walker)[:1] == ["北京"], "the words to choose from")
    walker.tap("空格")
    assert text(walker) == "北京"


def test_letters_are_written_in_english(walker: Walker) -> None:
    walker.program.shell.set_language("en")
    write(walker, "Q")
    tap_keys(walker, "Ann")
    walker.tap("Space")
    walker.tap("Signs")
    walker.wait_for(lambda: walker.sees("7"), "the figures")
    walker.tap("7")
    assert text(walker) == "Ann 7"


def test_a_visitor_who_reads_chinese_can_write_letters(walker: Walker) -> None:
    write(walker)
    walker.tap("写英文")
    walker.wait_for(lambda: walker.sees("写中文"), "the other letters")
    walker.wait_for(lambda: walker.sees("Q"), "capitals at the beginning")
    tap_keys(walker, "Ann")
    assert text(walker) == "Ann"


def test_a_number_is_written_on_figures_alone(open_kiosk: OpenKiosk) -> None:
    walker = open_kiosk()
    walker.go("home")
    walker.go("details")
    walker.tap("电话", FIELD)
    walker.wait_for_keyboard("5")
    assert not walker.sees("q")
    tap_keys(walker, "138")
    assert text(walker) == "138"


def test_done_puts_it_away_and_another_tap_brings_it_back(walker: Walker) -> None:
    write(walker)
    walker.tap("完成")
    assert not walker.keyboard_open
    write(walker)
    walker.tap("收起键盘")
    assert not walker.keyboard_open
    write(walker)


def test_another_page_puts_it_away(walker: Walker) -> None:
    write(walker)
    tap_keys(walker, "li")
    walker.tap("press")
    walker.settle()
    assert walker.program.shell.pageName == "exhibits"
    assert not walker.keyboard_open


def test_a_real_keyboard_and_a_hand_scanner_write_while_it_is_open_and_while_it_is_not(walker: Walker) -> None:
    write(walker)
    walker.type("7K3M92QF4")
    assert text(walker) == "7K3M92QF4"
    walker.press(Qt.Key.Key_Left)
    walker.press(Qt.Key.Key_Backspace)
    assert text(walker) == "7K3M92Q4"
    walker.press(Qt.Key.Key_Return)
    assert not walker.keyboard_open
    walker.type("XY")
    assert text(walker) == "7K3M92QXY4"
    assert not walker.keyboard_open


def test_what_a_scanner_types_into_half_written_pinyin_is_not_swallowed(walker: Walker) -> None:
    write(walker)
    tap_keys(walker, "li")
    walker.type("7K3M")
    assert text(walker).endswith("7K3M")
    assert half_typed(walker) == ""


@pytest.mark.parametrize("turned", [90, 270])
def test_it_turns_with_a_turned_screen(
    open_kiosk: OpenKiosk, qt_warnings: list[logging.LogRecord], turned: int
) -> None:
    settings = ShellSettings("enamel", "zh", ScreenSettings(turned=turned))
    walker = open_with_samples(open_kiosk, qt_warnings, settings=settings, size=(1920, 1080))
    write(walker)
    tap_keys(walker, "wo")
    walker.wait_for(lambda: walker.sees("我"), "the signs to choose from")
    walker.tap("我")
    assert text(walker) == "我"


def test_what_was_half_typed_is_gone_with_the_visitor(walker: Walker) -> None:
    write(walker)
    tap_keys(walker, "li")
    walker.program.shell.reset()
    walker.settle()
    assert not walker.keyboard_open
    walker.go("home")
    write(walker)
    assert text(walker) == ""
    assert half_typed(walker) == ""
    assert offered(walker) == []


def test_the_next_visitor_finds_the_language_of_the_kiosk_on_it(walker: Walker) -> None:
    write(walker)
    walker.tap("写英文")
    walker.wait_for(lambda: walker.sees("写中文"), "the other letters")
    walker.program.shell.reset()
    walker.settle()
    walker.go("home")
    write(walker)
    assert walker.sees("写英文")


def test_nothing_is_learned_from_what_a_visitor_writes(walker: Walker) -> None:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    assert folder.parent != Path.home(), "the test's own folder"
    write(walker)
    tap_keys(walker, "liming")
    walker.wait_for(lambda: walker.sees("李明"), "the words to choose from")
    fresh = offered(walker)
    assert fresh.index("李明") > 0
    for _ in range(5):
        walker.tap("李明")
        tap_keys(walker, "liming")
        walker.wait_for(lambda: walker.sees("李明"), "the words to choose from")
    walker.program.shell.reset()
    walker.settle()
    walker.go("home")
    write(walker)
    tap_keys(walker, "liming")
    walker.wait_for(lambda: walker.sees("李明"), "the words to choose from")
    assert offered(walker) == fresh
    kept = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    for code in ("utf-8", "utf-16-le", "gb18030"):
        assert "李明".encode(code) not in kept


def test_what_the_desktop_has_set_is_put_aside() -> None:
    environment = {"QT_IM_MODULES": "wayland;ibus", "QT_IM_MODULE": "fcitx"}
    use_touch_keyboard(environment)
    assert environment["QT_IM_MODULE"] == "qtvirtualkeyboard"
    assert "QT_IM_MODULES" not in environment
    assert (KEYBOARD_STYLES / "QtQuick" / "VirtualKeyboard" / "Styles" / STYLE / "style.qml").exists()
