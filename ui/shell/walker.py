"""Walks the real pages as a person would, by what a screen reader hears: for the tour, the picture book and the
tests."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QWindow
from PySide6.QtQml import QQmlContext, QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from ui.shell.window import KioskProgram

_STEP_MS = 10
_LOADING = 2


class NothingSoNamed(LookupError):
    """No control of that name can be seen. `names` are those that can."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(f"nothing named {name!r} can be seen; there are: {', '.join(names)}")
        self.name = name
        self.names = names


class NeverCame(TimeoutError):
    """What was waited for did not come."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Something on the screen as a screen reader meets it. `rect` is in px of the window."""

    name: str
    description: str
    role: QAccessible.Role
    rect: QRect
    enabled: bool
    focusable: bool
    checked: bool
    focused: bool


class Walker:
    """A pair of hands and eyes for an open kiosk. Waits for conditions, never for a time."""

    def __init__(self, program: KioskProgram, patience_s: float = 60.0) -> None:
        self.program = program
        self._patience = patience_s
        QAccessible.setActive(True)

    # ---- waiting

    def wait_for(self, condition: Callable[[], bool], what: str = "") -> None:
        """Let the program run until `condition` holds. Raises NeverCame."""
        end = time.monotonic() + self._patience
        while not condition():
            if time.monotonic() > end:
                raise NeverCame(what or "the condition did not come true")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _STEP_MS)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.001)  # the worker's threads want their turn; without it a test takes half as long again

    def settle(self) -> None:
        """Until the page has slid in and takes taps, the worker has answered, and every picture has been loaded."""
        program = self.program
        self.wait_for(lambda: bool(program.sheet.property("furnished")), "the furniture")
        try:
            self.wait_for(self._quiet)
        except NeverCame:
            raise NeverCame(f"page «{program.shell.pageName}» did not come to rest: {self._unrest()}") from None

    def _quiet(self) -> bool:
        page = self.program.shell.page
        if self.program.background.pending or page is None or not page.item.property("shown") or self._guarded():
            return False
        return not any(_is_loading(item) for item in _items(page.item))

    def _unrest(self) -> str:
        page = self.program.shell.page
        if page is None:
            return "there is no page"
        loading = [item.metaObject().className() for item in _items(page.item) if _is_loading(item)]
        shown = page.item.property("shown")
        pending = self.program.background.pending
        return f"slid in: {shown}, guarded: {self._guarded()}, jobs under way: {pending}, loading: {loading}"

    def _guarded(self) -> bool:
        """Taps are still swallowed, so that a second tap of the same hand presses nothing on the page that came."""
        host = self.program.window.findChild(QQuickItem, "pageHost")
        return host is not None and bool(host.property("guarded"))

    # ---- looking

    def seen(self) -> tuple[Seen, ...]:
        """Everything that has a name, a place and is visible, from the top of the tree to its end."""
        return tuple(_walk(QAccessible.queryAccessibleInterface(self.program.window)))

    def names(self) -> tuple[str, ...]:
        """The names of all that can be seen."""
        return tuple(thing.name for thing in self.seen() if thing.name)

    def find(self, name: str, role: QAccessible.Role | None = None) -> Seen:
        """The first thing of that name; a name that ends with … is a beginning. Raises NothingSoNamed."""
        for thing in self.seen():
            fits = thing.name.startswith(name[:-1]) if name.endswith("…") else thing.name == name
            if fits and (role is None or thing.role == role):
                return thing
        raise NothingSoNamed(name, self.names())

    def sees(self, name: str) -> bool:
        """Something of that name can be seen."""
        try:
            self.find(name)
        except NothingSoNamed:
            return False
        return True

    def picture(self) -> QImage:
        """The window as it is drawn now."""
        return self.program.window.grabWindow()

    def save_picture(self, file: Path) -> None:
        """Write the picture as PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        if not self.picture().save(str(file)):
            raise OSError(f"{file}: the picture could not be written")

    @property
    def keyboard_open(self) -> bool:
        """The on-screen keyboard is up."""
        return self.keyboard_height > 0

    @property
    def keyboard_height(self) -> int:
        """px of the sheet that the on-screen keyboard takes."""
        furniture = self.program.window.findChild(QQuickItem, "furniture")
        return int(furniture.property("keyboardHeight")) if furniture is not None else 0

    def wait_for_keyboard(self, key: str) -> None:
        """Until the on-screen keyboard is up and has a key of that name. Its rows are laid out in the frame after the
        one in which they are made: until then some stand outside the window. Raises NeverCame."""

        def is_laid_out() -> bool:
            if not self.keyboard_open:
                return False
            window = QRect(QPoint(), self.program.window.size())
            keys = [thing for thing in self.seen() if len(thing.name) == 1]
            return any(thing.name == key for thing in keys) and all(window.contains(thing.rect) for thing in keys)

        self.wait_for(is_laid_out, f"the keyboard with a key «{key}»")

    # ---- doing

    def tap(self, name: str, role: QAccessible.Role | None = None) -> Seen:
        """Tap the middle of what is named so. Raises NothingSoNamed."""
        thing = self.find(name, role)
        self.tap_at(thing.rect.center())
        return thing

    def tap_at(self, point: QPoint) -> None:
        """Tap the glass there."""
        QTest.mouseClick(self.program.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        QCoreApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key of a keyboard."""
        QTest.keyClick(self.program.window, key, modifier)
        QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        """Type ASCII signs, as a keyboard or a hand scanner does."""
        for sign in text:
            QTest.keyClick(self.program.window, ord(sign))
        QCoreApplication.processEvents()

    def go(self, name: str, params: Mapping[str, Any] | None = None) -> None:
        """Go to a page straight away, and wait for it."""
        self.program.shell.go(name, params)
        self.settle()


def _walk(thing: QAccessibleInterface | None, depth: int = 0) -> Iterator[Seen]:
    if thing is None:
        return
    state = thing.state()
    rect = thing.rect()
    if not state.invisible and not rect.isEmpty():
        yield Seen(
            name=thing.text(QAccessible.Text.Name),
            description=thing.text(QAccessible.Text.Description),
            role=thing.role(),
            rect=_in_window(rect, thing.window()),
            enabled=not state.disabled,
            focusable=bool(state.focusable),
            checked=bool(state.checked),
            focused=bool(state.focused),
        )
    if depth > 60:
        return
    for index in range(thing.childCount()):
        yield from _walk(thing.child(index), depth + 1)


def _in_window(rect: QRect, window: QWindow | None) -> QRect:
    return rect.translated(-window.position()) if window is not None else rect


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _items(child)


def _is_loading(item: QQuickItem) -> bool:
    """An Image or a Loader that is still at it: status 2 means so for both."""
    if not (item.inherits("QQuickImageBase") or item.inherits("QQuickLoader")) or not item.isVisible():
        return False
    context: QQmlContext | None = qmlContext(item)
    if context is None:
        return False
    # The property itself is an enum that PySide cannot convert; as a QML expression it is a number.
    status, _ = QQmlExpression(context, item, "status + 0").evaluate()
    return bool(status == _LOADING)
