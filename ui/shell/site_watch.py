"""What the database says of the site, now and whenever it changes, also when another process has changed it."""

import logging
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.clock import Clock
from kiosk.events import ContentChanged
from ui.shell.background import AppUnavailable, Background
from ui.shell.first_frame import FirstSight, keep_sight

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.content.watch import ContentWatch

log = logging.getLogger(__name__)


class SiteWatch(QObject):
    """Learns what the first frame of the next start is made of; looks for new content whenever a visit is over."""

    # A FirstSight: what the site is called and how it looks.
    learnt = Signal(object)
    # The first return to the attract page on another day than the last.
    newDay = Signal()

    def __init__(self, background: Background, home: Path, site: str, clock: Clock) -> None:
        super().__init__(background)
        self._background = background
        self._home = home
        self._site = site
        self._clock = clock
        self._day: date = clock.now().date()
        # Made and asked by the queries' thread alone.
        self._watch: ContentWatch | None = None
        self._missed = False
        background.ready.connect(self._app_is_there)

    def start(self) -> None:
        """The worker has begun: learn, and follow what is published."""
        self._background.follow(ContentChanged, lambda _: self.learn())
        self.learn()
        self.look()

    def learn(self) -> None:
        """Ask what the site is called and how it looks, and leave it for the next start."""
        home, site = self._home, self._site
        self._background.run(lambda app: learn_sight(app, home, site), self.learnt.emit, self._failed, query=True)

    @Slot()
    def look(self) -> None:
        """Has another process imported a pack? What it brought is published, and every page follows."""
        self._background.run(self._look, lambda _: None, self._failed, query=True)
        today = self._clock.now().date()
        if today != self._day:
            self._day = today
            self.newDay.emit()

    # ---- inside

    def _look(self, app: "App") -> None:
        if self._watch is None:
            self._watch = app.content.watch()
        else:
            self._watch.look()

    @Slot()
    def _app_is_there(self) -> None:
        if self._missed:  # it could not be built at first
            self._missed = False
            self.learn()

    def _failed(self, error: Exception) -> None:
        self._missed = self._missed or isinstance(error, AppUnavailable)
        log.info("site «%s»: %r", self._site, error)


def learn_sight(app: "App", home: Path, site: str) -> FirstSight:
    """What the database says of the site, kept for the next first frame. Runs on the worker."""
    zh, en = app.catalogue.site(site, "zh"), app.catalogue.site(site, "en")
    names, taglines = {"zh": zh.name, "en": en.name}, {"zh": zh.tagline, "en": en.tagline}
    colours = {table: dict(own) for table, own in zh.colours.items()}
    sight = FirstSight(site, names, taglines, zh.theme, zh.attract, colours, zh.timezone)
    keep_sight(home, sight)
    return sight
