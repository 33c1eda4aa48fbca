"""Where the visitor is, in which language, and the end of their visit: the QML singleton `Shell`."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk.clock import Clock
from ui.shell.background import Background
from ui.shell.ease import Ease
from ui.shell.first_frame import FirstSight
from ui.shell.flow import Flow, Step, UnknownPage
from ui.shell.pages import OpenPage, PageBroken, PageMaker, found_by_engine
from ui.shell.properties import Property
from ui.shell.services import Services
from ui.shell.visitor_session import VisitorSession

QML_IMPORT_NAME = "ui.shell"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

CLEANING_SECONDS = 30
LANGUAGES = {"zh": "中文", "en": "English"}


@QmlElement
@QmlSingleton
class Shell(QObject):
    """QML singleton `Shell`: `Shell.go("exhibit", {"slug": …})`, `Shell.back()`, `Shell.home()`."""

    # The page item to show, and whether the visitor goes on (or back).
    pageOpened = Signal(QQuickItem, bool, arguments=["page", "onward"])
    pageChanged = Signal()
    titleChanged = Signal()
    readAloudChanged = Signal()
    langChanged = Signal()
    # The visit ends, as `left` or `timed_out`; everything of the visitor is still there.
    visitEnding = Signal(str)
    # Everything of the last visitor has gone.
    wasReset = Signal()
    # The hidden corner was touched as staff know it; who they are is asked elsewhere.
    staffAsked = Signal()
    cleaningChanged = Signal()

    def __init__(
        self,
        engine: QQmlEngine,
        *,
        background: Background,
        ease: Ease,
        clock: Clock,
        site: str,
        lang: str,
        translate: Callable[[str], None],
        first: FirstSight,
        maker: PageMaker,
    ) -> None:
        super().__init__(engine)
        self._background = background
        self._ease = ease
        self._clock = clock
        self._site = site
        self._first_lang = lang
        self._translate = translate
        self._first = first
        self._maker = maker
        self._flow = Flow()
        self._host: QQuickItem | None = None
        self._page: OpenPage | None = None
        self._leaving: list[OpenPage] = []
        self._cleaning_left = 0
        self._cleaning = QTimer(self, interval=1000)
        self._cleaning.timeout.connect(self._clean_on)
        self._visitor = VisitorSession(lang)
        self._ease.belong_to(self._visitor.ease)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """Called by QML: the one that was given to the engine."""
        return found_by_engine(engine, Shell)

    # ---- what QML shows

    @Property(str, notify=pageChanged)
    def pageName(self) -> str:
        """The page of the flow that is shown."""
        return self._flow.here.page.name

    @Property(bool, notify=pageChanged)
    def canGoBack(self) -> bool:
        """There is a way back."""
        return self._flow.can_go_back

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        """The page's name."""
        return self._page.model.title if self._page else ""

    @Property(str, notify=readAloudChanged)
    def readAloud(self) -> str:
        """What the page wants read aloud."""
        return self._page.model.readAloud if self._page else ""

    @Property(str, notify=langChanged)
    def lang(self) -> str:
        """The visitor's language."""
        return self._visitor.lang

    @Property(str, notify=langChanged)
    def otherLanguage(self) -> str:
        """The other language's own name, for the foot."""
        return LANGUAGES["en" if self._visitor.lang == "zh" else "zh"]

    @Property(bool, notify=cleaningChanged)
    def cleaning(self) -> bool:
        """The glass is being wiped: touches are swallowed for 30 s."""
        return self._cleaning_left > 0

    @Property(int, notify=cleaningChanged)
    def cleaningSeconds(self) -> int:
        """How long that still goes on."""
        return self._cleaning_left

    # ---- what Python sees

    @property
    def visitor(self) -> VisitorSession:
        """Who stands there."""
        return self._visitor

    @property
    def page(self) -> OpenPage | None:
        """The page that is shown."""
        return self._page

    @property
    def flow(self) -> Flow:
        """Where the visitor is and came from."""
        return self._flow

    @property
    def maker(self) -> PageMaker:
        """Makes the pages."""
        return self._maker

    @property
    def site(self) -> str:
        """The slug of the site that is shown."""
        return self._site

    def use_first(self, sight: FirstSight) -> None:
        """The database says otherwise what the park is called: an attract page that stands is made anew."""
        before, self._first = self._first, sight
        if self._flow.here.page.name == "attract" and _words(before) != _words(sight):
            self._show(self._flow.here, onward=True)

    def open_in(self, host: QQuickItem) -> None:
        """Show the attract page in `host`, and every page from now on."""
        self._host = host
        self._show(self._flow.here, onward=True)

    def close(self) -> None:
        """The window goes: so do its pages."""
        self._drop_leaving()
        if self._page is not None:
            self._page.close()
            self._page = None

    # ---- going

    @Slot(str)
    @Slot(str, "QVariantMap")
    def go(self, name: str, params: Mapping[str, Any] | None = None) -> None:
        """Go on to a page. To the attract page is to end the visit."""
        if name == "attract":
            self.reset()
            return
        try:
            step = self._flow.go(name, params)
        except (UnknownPage, ValueError):
            log.exception("a page asked for what the flow does not have")
            return
        self._show(step, onward=True)

    @Slot()
    def back(self) -> None:
        """Go back."""
        if self._flow.can_go_back:
            self._show(self._flow.back(), onward=False)

    @Slot()
    def home(self) -> None:
        """Go home."""
        if self._flow.here.page.name != "home":
            self._show(self._flow.go("home"), onward=False)

    @Slot()
    @Slot(str)
    def reset(self, ending: str = "left") -> None:
        """Throw away everything of this visitor: page, language, choices, hold, what was typed."""
        self.visitEnding.emit(ending)
        hold = self._visitor.hold
        if hold is not None:
            hold_id = hold.id
            self._background.run(
                lambda app: app.booking.release(hold_id),
                lambda _: None,
                lambda error: log.warning("release: %r", error),
            )
        self._visitor = VisitorSession(self._first_lang)
        self._ease.belong_to(self._visitor.ease)
        self._translate(self._first_lang)
        self.langChanged.emit()
        self._show(self._flow.reset(), onward=False)
        self.wasReset.emit()

    # ---- language

    @Slot()
    def switchLanguage(self) -> None:
        """The other language, here and now."""
        self.set_language("en" if self._visitor.lang == "zh" else "zh")

    @Slot(str)
    def setLanguage(self, lang: str) -> None:
        """Choose `zh` or `en`."""
        self.set_language(lang)

    def set_language(self, lang: str) -> None:
        """Choose a language. Raises ValueError for one that the kiosk does not speak."""
        if lang not in LANGUAGES:
            raise ValueError(f"no language {lang!r}")
        if lang == self._visitor.lang:
            return
        self._visitor.lang = lang
        self._translate(lang)
        self.langChanged.emit()
        if self._page is not None:
            self._page.model.change_language(lang)

    # ---- staff

    @Slot()
    def askForStaff(self) -> None:
        """The hidden corner."""
        self.staffAsked.emit()

    @Slot()
    def clean(self) -> None:
        """Swallow every touch for 30 s, so that the glass can be wiped."""
        self._cleaning_left = CLEANING_SECONDS
        self._cleaning.start()
        self.cleaningChanged.emit()

    @Slot()
    def _clean_on(self) -> None:
        self._cleaning_left -= 1
        if self._cleaning_left <= 0:
            self._cleaning.stop()
        self.cleaningChanged.emit()

    # ---- inside

    def _show(self, step: Step, *, onward: bool) -> None:
        if self._host is None:
            return
        services = Services(self._background, self._visitor, self._site, self._clock, self, self._first)
        try:
            page = self._maker.make(step, services, self._host)
        except PageBroken as error:
            log.error("page «%s» is broken: %s", step.page.name, error)
            if step.page.name not in ("attract", "home"):
                self._show(self._flow.go("home"), onward=False)
            return
        self._drop_leaving()
        if self._page is not None:
            self._leaving.append(self._page)
            self._page.model.close()
        self._page = page
        page.model.titleChanged.connect(self.titleChanged)
        page.model.readAloudChanged.connect(self.readAloudChanged)
        self.pageOpened.emit(page.item, onward)
        self.pageChanged.emit()
        self.titleChanged.emit()
        self.readAloudChanged.emit()

    @Slot()
    def pageSettled(self) -> None:
        """The slide has ended: what has slid out is thrown away."""
        self._drop_leaving()

    def _drop_leaving(self) -> None:
        for page in self._leaving:
            page.close()
        self._leaving.clear()


def _words(sight: FirstSight) -> tuple[str, ...]:
    """What the attract page shows of it."""
    return (sight.attract, *(said.get(lang, "") for said in (sight.name, sight.tagline) for lang in LANGUAGES))
