"""What stands in the window: first the attract page, then everything else."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk.clock import Clock
from kiosk.resources import resource
from ui.shell import rows  # noqa: F401 - registers `Rows` for QML
from ui.shell.background import Background
from ui.shell.ease import Ease
from ui.shell.first_frame import PLAIN_THEME, FirstSight, ShellSettings, first_sight
from ui.shell.flow import PAGES
from ui.shell.garbage import Garbage
from ui.shell.idle import Idle
from ui.shell.pages import UI, VISITOR_PAGES, PageMaker
from ui.shell.poster import keep_poster, poster_file
from ui.shell.shell import Shell
from ui.shell.signs import Signs
from ui.shell.site_watch import SiteWatch
from ui.shell.spare_memory import SpareMemory, keep_little
from ui.shell.staff_notices import StaffNotices
from ui.shell.stage import Stage, window_size
from ui.shell.theme_feed import MM_PER_INCH, ThemeFeed
from ui.shell.theme_files import ThemeData, ThemeFault, read_theme
from ui.shell.touch_keyboard import KEYBOARD_STYLES
from ui.shell.visit_keeper import VisitKeeper
from ui.shell.voice import Voice
from ui.shell.words import Words

if TYPE_CHECKING:
    from kiosk.app import App

log = logging.getLogger(__name__)

_LIFE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
    }
)
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})
SEATED_REACH_MM = 1220
"""The highest that a seated visitor reaches (EN 301 549 8.3.2, ADA 308)."""
LOOK_MS, LOOKS = 5, 300
"""A page that is not whole after so many looks is shown as it is."""
LEAST_PAGE = 0.52
"""In reach mode a page keeps at least this part of the screen, however high the screen hangs."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a kiosk window is opened with."""

    home: Path
    settings: ShellSettings
    clock: Clock
    build: "Callable[[], App]"
    size: tuple[int, int] | None = None
    """px of a window; None: the screen's, or a fit one for `windowed`."""
    pages: Path = VISITOR_PAGES
    """The folder of the pages' QML, and the Python package of their view models."""
    package: str = "ui.visitor"
    staffed: bool = True
    """It stands in a park, and somebody reads its log; a walk through the pages tells nobody of missing paper."""


class KioskProgram(QObject):
    """The engine, the window and everything between: built in the order in which a visitor sees it."""

    live = Signal()
    """The whole attract page has been painted: itself, and not its poster."""

    def __init__(self, opening: Opening, stage: Stage | None = None) -> None:
        super().__init__()
        self.opening = opening
        settings = opening.settings
        self.garbage = Garbage(self)
        self.stage = stage or Stage(self._size())
        self.window = self.stage.window
        self.engine = QQmlEngine()
        self.engine.addImportPath(str(UI.parent))
        self.engine.addImportPath(str(KEYBOARD_STYLES))
        self.engine.addImageProvider("sign", Signs(resource("icons")))
        self.sight: FirstSight = first_sight(opening.home, settings.site)
        self.background = Background(self._build_app, self)
        self.words = Words(self.engine)
        self.ease = Ease(self.engine)
        self.shell = Shell(
            self.engine,
            background=self.background,
            ease=self.ease,
            clock=opening.clock,
            site=settings.site,
            lang=settings.language,
            translate=self.words.use,
            first=self.sight,
            maker=PageMaker(self.engine, opening.pages, opening.package),
        )
        self.idle = Idle(
            self.engine,
            self.shell.flow,
            settings.idle,
            lambda: self.shell.visitor.ease.more_time,
            opening.clock.uptime,
        )
        self.voice = Voice(self.engine, self.background, self.idle)
        self.visits = VisitKeeper(self.shell, self.ease, self.background)
        self.notices = StaffNotices(self.background, self, staffed=opening.staffed)
        self.watch = SiteWatch(self.background, opening.home, settings.site, opening.clock)
        self.watch.learnt.connect(self._show_site)
        self.watch.newDay.connect(self.notices.ask_for_holidays)
        self.idle.ended.connect(self.shell.reset)
        self.shell.wasReset.connect(self.watch.look)
        self.spare = SpareMemory(self.shell, self.background)
        # Who may do more than wipe the glass is asked at the staff desk.
        self.shell.staffAsked.connect(self.shell.clean)
        self.shell.pageChanged.connect(self._page_changed)
        self.shell.langChanged.connect(self._fall_silent)
        self.shell.readAloudChanged.connect(self._speak)
        self.ease.changed.connect(self._speak)
        self._spoken = ""
        self._closed = False
        self.preparing = False
        """Pages are being compiled before they are wanted."""
        self.theme: ThemeData = self._first_theme()
        self.feed = ThemeFeed(self.engine)
        self.words.use(settings.language)
        self._feed_theme()
        self.ease.changed.connect(self._feed_theme)
        self.shell.langChanged.connect(self._feed_theme)
        self._lay_sheet()
        self.window.widthChanged.connect(self._measure)
        self.window.heightChanged.connect(self._measure)
        self._poster = (
            None if stage is None else poster_file(opening.home, settings.site, settings.language, self._size())
        )
        self._unveil = QTimer(self, interval=LOOK_MS)
        self._unveil.timeout.connect(self._look_behind)
        self._looks = 0
        self._keeping: Thread | None = None
        self.window.installEventFilter(self)

    # ---- opening

    def show(self) -> None:
        """Show the window with the attract page in it."""
        self._measure()
        self.window.frameSwapped.connect(self.background.frame_painted)
        host = self.window.findChild(QQuickItem, "pageHost")
        if host is None:
            raise RuntimeError("KioskSheet.qml has no pageHost")
        self.shell.open_in(host)
        if self.stage.posted:
            self.sheet.setVisible(False)  # until its page is as whole as the poster
        self.stage.show(whole_screen=not self.opening.settings.screen.windowed and self.opening.size is None)
        self._unveil.start()

    def furnish(self) -> None:
        """Load what stands round the pages, and start the worker. By itself after the first frame."""
        if self.sheet.property("furnished"):
            return
        self.sheet.setProperty("furnished", True)
        self.background.start()
        self.visits.start()
        self.watch.start()
        self.notices.ask_for_holidays()
        self.preparing = True
        self._prepare = iter(PAGES)
        QTimer.singleShot(0, self._prepare_next)

    def close(self) -> None:
        """Everything ends: pages, worker, window, engine. A second time does nothing."""
        if self._closed:
            return
        self._closed = True
        self._unveil.stop()
        self.spare.stop()
        if self._keeping is not None:
            self._keeping.join()
        self.window.removeEventFilter(self)
        self.background.stop()
        self.idle.stop()
        self.shell.close()
        self.words.put_away()
        self.window.close()
        self.window.deleteLater()
        self.engine.deleteLater()
        self.garbage.close()

    # ---- inside

    def _build_app(self) -> "App":
        keep_little()  # on the worker: the first frame does not wait for it
        return self.opening.build()

    def _size(self) -> QSize:
        return QSize(*self.opening.size) if self.opening.size else window_size(self.opening.settings.screen.windowed)

    def _lay_sheet(self) -> None:
        component = QQmlComponent(self.engine, QUrl.fromLocalFile(str(UI / "shell" / "KioskSheet.qml")), self.engine)
        sheet = component.createWithInitialProperties(
            {"parent": self.window.contentItem(), "turned": self.opening.settings.screen.turned}
        )
        if not isinstance(sheet, QQuickItem):
            raise RuntimeError(f"KioskSheet.qml: {component.errorString()}")
        sheet.setParent(self.window)
        self.sheet = sheet

    @Slot()
    def _measure(self) -> None:
        settings = self.opening.settings.screen
        width, height = float(self.window.width()), float(self.window.height())
        if settings.turned % 180:
            width, height = height, width
        if width <= 0 or height <= 0:
            return
        inches = settings.inches
        if settings.windowed:
            # A window on a desk shows the kiosk smaller: as if the whole screen of the kiosk were that window.
            self.feed.use_screen(width, height, 32.0)
        else:
            self.feed.use_screen(width, height, inches)
        px_per_mm = (width * width + height * height) ** 0.5 / (inches * MM_PER_INCH)
        above = max(0.0, settings.reach_top_mm - SEATED_REACH_MM) * px_per_mm
        self.sheet.setProperty("aboveReach", round(min(above, height * (1 - LEAST_PAGE))))

    def _first_theme(self) -> ThemeData:
        try:
            return read_theme(resource("themes"), self.sight.theme, self.sight.colours)
        except (ThemeFault, FileNotFoundError) as error:
            log.warning("theme «%s»: %s", self.sight.theme, error)
            return read_theme(resource("themes"), PLAIN_THEME)

    @Slot()
    def _feed_theme(self) -> None:
        self.feed.use(self.theme, self.shell.visitor.ease, self.shell.lang)

    @Slot(object)
    def _show_site(self, sight: FirstSight) -> None:
        before, self.sight = self.sight, sight
        self.shell.use_first(sight)
        if (sight.theme, sight.colours) == (before.theme, before.colours):
            return
        try:
            self.theme = read_theme(resource("themes"), sight.theme, sight.colours)
        except (ThemeFault, FileNotFoundError) as error:
            # A fault in a pack's theme is the pack's: the kiosk keeps the colours that it has.
            log.warning("theme «%s»: %s", sight.theme, error)
            return
        self._feed_theme()

    @Slot()
    def _look_behind(self) -> None:
        """When the attract page is whole the poster comes down, and the next start gets a picture of the page."""
        page = self.shell.page
        self._looks += 1
        if page is not None and not page.item.property("whole") and self._looks < LOOKS:
            return
        self._unveil.stop()
        self.sheet.setVisible(True)
        self.stage.take_down_poster()
        if self._poster is not None and self.shell.pageName == "attract":
            file, picture = self._poster, self.window.grabWindow()
            self._keeping = Thread(target=keep_poster, args=(file, picture), name="poster")
            self._keeping.start()
        self.window.frameSwapped.connect(self._seen)
        self.window.update()

    @Slot()
    def _seen(self) -> None:
        self.window.frameSwapped.disconnect(self._seen)
        self.live.emit()
        QTimer.singleShot(0, self.furnish)

    @Slot()
    def _prepare_next(self) -> None:
        # A page a turn of the event loop: taps that come meanwhile are answered in between.
        name = next(self._prepare, None)
        if name is None or self._closed:
            self.preparing = False
            self.background.run(lambda _: None, lambda _: self.garbage.settle(), lambda _: self.garbage.settle())
            self.spare.soon()
            return
        self.shell.maker.prepare(name)
        QTimer.singleShot(5, self._prepare_next)

    @Slot()
    def _page_changed(self) -> None:
        self.idle.page_changed()
        self._fall_silent()

    @Slot()
    def _fall_silent(self) -> None:
        self.voice.stop()
        self._spoken = ""

    @Slot()
    def _speak(self) -> None:
        """Read the page that has opened, for a visitor who wants each page read; once, not at every change of its
        seats."""
        text = self.shell.readAloud
        if text and not self._spoken and self.shell.visitor.ease.speech:
            self._spoken = text
            self.voice.read_page(text, self.shell.lang)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch and any key counts as life; no key and no window manager closes a kiosk."""
        if event.type() in _LIFE:
            self.idle.touched()
            if event.type() in _PRESSES:
                self.visits.touched()
        elif event.type() == QEvent.Type.Close and not self.opening.settings.screen.windowed:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
