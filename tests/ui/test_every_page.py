"""What holds for every page, asked of every page: it can be read aloud, made easier and left, and a finger finds its
controls on every size of screen."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtGui import QAccessible

from tests.ui.conftest import OpenKiosk
from ui.shell.flow import PAGES
from ui.shell.scenes import Scene, make_scene
from ui.shell.walker import Seen, Walker

FOOT = {
    "zh": ("返回", "首页", "更易用", "朗读", "帮助", "English"),
    "en": ("Back", "Home", "Easier", "Read aloud", "Help", "中文"),
}
TOUCHED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ListItem,
    QAccessible.Role.Link,
}
TARGET_MM = 20.0
MM_PER_INCH = 25.4


def pages(kiosk: Walker, site: str, lang: str) -> Iterator[str]:
    """Opens one page after another, each in its scene."""
    program = kiosk.program
    for page in PAGES:
        if page == "attract":
            continue
        scenes: list[Any] = []
        program.background.run(partial(make_scene, site=site, page=page, lang=lang), scenes.append, scenes.append)
        while not scenes:
            kiosk.settle()
        scene = scenes[0]
        assert isinstance(scene, Scene), f"{page}: {scene!r}"
        visitor = program.shell.visitor
        visitor.hold, visitor.booking = scene.hold, scene.booking
        kiosk.go(page, scene.params)
        assert program.shell.pageName == page
        yield page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_can_be_read_aloud_made_easier_and_left(open_kiosk: OpenKiosk, lang: str) -> None:
    kiosk = open_kiosk(site="erqi", lang=lang)
    silent: list[str] = []
    nameless: list[str] = []
    for page in pages(kiosk, "erqi", lang):
        if not kiosk.program.shell.readAloud.strip():
            silent.append(page)
        if not kiosk.program.shell.title.strip():
            nameless.append(page)
        buttons = [thing for thing in kiosk.seen() if thing.role == QAccessible.Role.Button]
        can_be_tapped = {thing.name for thing in buttons if thing.enabled}
        missing = [word for word in FOOT[lang] if word not in can_be_tapped]
        # Home has no «back», and nobody needs the way to where they are.
        assert missing == {"home": list(FOOT[lang][:2]), "help": [FOOT[lang][4]]}.get(page, [])
    assert (silent, nameless) == ([], [])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_read_aloud_is_in_the_language_of_the_page(open_kiosk: OpenKiosk, lang: str) -> None:
    kiosk = open_kiosk(site="enamel", lang=lang)
    for page in pages(kiosk, "enamel", lang):
        words = kiosk.program.shell.readAloud
        han = sum("\u4e00" <= sign <= "\u9fff" for sign in words)
        latin = sum(sign.isascii() and sign.isalpha() for sign in words)
        assert (han > latin) == (lang == "zh"), f"{page}: {words}"


@pytest.mark.parametrize("inches", [21.5, 32.0, 43.0, 55.0])
def test_a_finger_finds_every_control_on_every_size_of_screen(open_kiosk: OpenKiosk, inches: float) -> None:
    kiosk = open_kiosk(site="tianning", lang="en", inches=inches)
    px_per_mm = (1080**2 + 1920**2) ** 0.5 / (inches * MM_PER_INCH)
    small = {
        f"{page}: {thing.name!r} {thing.rect.width() / px_per_mm:.1f} x {thing.rect.height() / px_per_mm:.1f} mm"
        for page in pages(kiosk, "tianning", "en")
        for thing in kiosk.seen()
        if is_too_small(thing, TARGET_MM * px_per_mm)
    }
    assert small == set()


def is_too_small(thing: Seen, least: float) -> bool:
    """A control that can be seen whole, and is smaller than a fingertip. A px may be lost to rounding.

    A row of a list that cannot have the focus is there to be read.
    """
    if thing.role not in TOUCHED or not thing.name or not thing.focusable:
        return False
    whole = thing.rect.top() >= 0 and thing.rect.bottom() <= 1920 and thing.rect.right() <= 1080
    return whole and min(thing.rect.width(), thing.rect.height()) < least - 1
