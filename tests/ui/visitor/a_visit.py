"""A visitor before an open kiosk: finds things by the names that a screen reader hears, scrolls to them, taps them."""

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from ui.shell.page_model import PageModel
from ui.shell.walker import NothingSoNamed, Walker
from ui.visitor.booking_model import today_of

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookingView, SessionView

_FOUR_FRAMES_S = 0.07
M = TypeVar("M", bound=PageModel)
T = TypeVar("T")


class Visit:
    """Hands, eyes and a count of the taps. `site` and `lang` are those that the kiosk was opened with."""

    def __init__(self, kiosk: Walker) -> None:
        self.kiosk = kiosk
        self.site = kiosk.program.shell.site
        self.taps = 0

    # ---- where

    @property
    def lang(self) -> str:
        """The visitor's language now."""
        return self.kiosk.program.shell.visitor.lang

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.kiosk.program.shell.flow.here.page.name

    @property
    def params(self) -> dict[str, str]:
        """What the page was told."""
        return dict(self.kiosk.program.shell.flow.here.params)

    def model(self, kind: type[M]) -> M:
        """The view model of the page, which must be of that kind."""
        page = self.kiosk.program.shell.page
        assert page is not None
        assert isinstance(page.model, kind)
        return page.model

    # ---- eyes

    def said(self, context: str, text: str, **parts: str) -> str:
        """A page's words in the visitor's language."""
        return QCoreApplication.translate(context, text).format(**parts)

    def sees(self, name: str) -> bool:
        """Something of that name is on the page, or can be scrolled to."""
        return self.kiosk.sees(name)

    def find(self, name: str) -> QQuickItem:
        """The item that a screen reader calls so; `…` at the end: that begins so. Raises NothingSoNamed."""
        begins = name[:-1] if name.endswith("…") else None
        for thing in _all(QAccessible.queryAccessibleInterface(self.kiosk.program.window)):
            said = thing.text(QAccessible.Text.Name)
            if said.startswith(begins) if begins is not None else said == name:
                item = thing.object()
                if isinstance(item, QQuickItem):
                    return item
        raise NothingSoNamed(name, self.kiosk.names())

    # ---- hands

    def tap(self, name: str) -> None:
        """Scroll to what is named so, tap it, and wait until the kiosk has answered."""
        item = self.find(name)
        self.rest(item)
        self._scroll_to(item)
        self.kiosk.tap_at(_middle(item).toPoint())
        self.taps += 1
        self.kiosk.settle()

    def tap_glass(self) -> None:
        """Touch the attract page somewhere."""
        size = self.kiosk.program.window.size()
        self.kiosk.tap_at(QPoint(size.width() // 2, size.height() // 3))
        self.taps += 1
        self.kiosk.settle()

    def go(self, page: str, params: dict[str, Any] | None = None) -> None:
        """Be on a page straight away."""
        self.kiosk.go(page, params)

    def _scroll_to(self, item: QQuickItem) -> None:
        for _ in range(40):
            side = outside(item)
            if side == "":
                return
            way = {
                "below": self.said("ScrollArea", "Scroll down"),
                "above": self.said("ScrollArea", "Scroll up"),
                "right": self.said("DayStrip", "Later days"),
                "left": self.said("DayStrip", "Earlier days"),
            }[side]
            self.kiosk.tap(way)
            self.rest(item)
        raise AssertionError("it cannot be scrolled to")

    def rest(self, item: QQuickItem) -> None:
        """Until the page has been laid out and stands still: the same place over four frames."""
        place, since = _middle(item), time.monotonic()

        def still() -> bool:
            nonlocal place, since
            if _middle(item) != place:
                place, since = _middle(item), time.monotonic()
            return time.monotonic() - since > _FOUR_FRAMES_S

        self.kiosk.wait_for(still, "the page to stand still")

    # ---- what the park does meanwhile

    def asked(self, work: "Callable[[App], T]") -> T:
        """What the App answers."""
        answers: list[T] = []
        self.kiosk.program.background.run(work, answers.append, lambda error: pytest.fail(repr(error)))
        self.kiosk.wait_for(lambda: bool(answers), "the App's answer")
        return answers[0]

    def sessions(self, workshop: str | None = None) -> "tuple[SessionView, ...]":
        """Today's sessions that can be booked."""
        site, lang = self.site, self.lang

        def ask(app: "App") -> "tuple[SessionView, ...]":
            today = today_of(app, site, lang)
            return tuple(
                view
                for view in app.booking.sessions(site, lang, day=today, workshop=workshop)
                if view.state == "open" and view.free
            )

        return self.asked(ask)

    def priced_session(self) -> "SessionView":
        """The first of today's that costs something."""
        return next(view for view in self.sessions() if view.price_fen)

    def session(self, session_id: UUID) -> "SessionView":
        """A session as it is now."""
        lang = self.lang
        return self.asked(lambda app: app.booking.session(session_id, lang))

    def take_seats(self, session_id: UUID, count: int) -> None:
        """Somebody else holds so many seats."""
        lang = self.lang

        def take(app: "App") -> None:
            left = count
            most = app.booking.session(session_id, lang).max_party
            while left:
                app.booking.hold(session_id, {adult(app, session_id): min(left, most)}, lang)
                left -= min(left, most)

        self.asked(take)

    def sell_out(self, session_id: UUID) -> None:
        """Somebody else holds all the seats that are left."""
        self.take_seats(session_id, self.session(session_id).free)

    def booked(self, session_id: UUID, count: int = 1, *, paid: bool = False) -> "BookingView":
        """A booking that somebody has made."""
        lang = self.lang

        def book(app: "App") -> "BookingView":
            hold = app.booking.hold(session_id, {adult(app, session_id): count}, lang)
            made = app.booking.confirm(hold.id, lang)
            return app.booking.pay(made.code, made.total_fen, "cash", lang) if paid else made

        return self.asked(book)

    def booking(self, code: str) -> "BookingView":
        """A booking as it is now."""
        lang = self.lang
        return self.asked(lambda app: app.booking.find(code, lang))


def adult(app: "App", session_id: UUID) -> str:
    """The category of an ordinary adult."""
    return next(row.slug for row in app.booking.categories(session_id, "en") if row.is_adult)


def _all(thing: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if thing is None:
        return
    if not thing.state().invisible and not thing.rect().isEmpty():
        yield thing
    for index in range(thing.childCount()):
        yield from _all(thing.child(index))


def _middle(item: QQuickItem) -> QPointF:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def outside(item: QQuickItem) -> str:
    """On which side of what clips it the middle of an item lies; empty when it can be seen."""
    middle = _middle(item)
    above: QQuickItem | None = item.parentItem()
    while above is not None:
        if above.clip():
            room = above.mapRectToScene(QRectF(0, 0, above.width(), above.height()))
            if middle.y() >= room.bottom():
                return "below"
            if middle.y() <= room.top():
                return "above"
            if middle.x() >= room.right():
                return "right"
            if middle.x() <= room.left():
                return "left"
        above = above.parentItem()
    return ""
