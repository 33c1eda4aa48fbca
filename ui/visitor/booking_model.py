"""What the booking pages' view models share: troubles in sentences, and a hold that never outlives its visitor."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.services import Services
from ui.visitor.exhibit_rows import picture_url
from ui.visitor.sentences import Trouble, trouble

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.app import App
    from kiosk.booking import Line, SessionView
    from kiosk.catalogue import Picture

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

SESSION_NOTE = "booked session"
"""Key of `VisitorSession.notes`: the id of the session that is being booked."""


@dataclass(eq=False, slots=True)
class SeatsAsked:
    """Seats that have been asked for: what the worker got for it, for the case that nobody waits any more."""

    hold_ids: "list[UUID]" = field(default_factory=list)


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class BookingPageModel(PageModel):
    """A page of the booking flow. Leaving it any way but by `go_on` gives held seats back."""

    troubleChanged = Signal()

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._trouble: Trouble | None = None
        self._goes_on = False
        self._asked = SeatsAsked()
        self._art: Picture | None = None
        self._art_of = ("", "")

    # ---- trouble

    @Property(str, notify=troubleChanged)
    def trouble(self) -> str:
        """What did not work and what to do now, in a sentence or two; empty when all is well."""
        return self._trouble.text if self._trouble else ""

    @Property(str, notify=troubleChanged)
    def troubleCode(self) -> str:
        """The same as a stable word: `sold_out`, `hold_expired`, `at_the_desk`…"""
        return self._trouble.code if self._trouble else ""

    def set_trouble(self, met: Trouble | None) -> None:
        """Show a trouble, or take it away."""
        if met != self._trouble:
            self._trouble = met
            self.troubleChanged.emit()

    def went_wrong(self, error: Exception) -> None:
        """Say what an error means: give it to `ask` and `change` as `failed`."""
        self.set_trouble(trouble(error))

    def sentence(self, error: Exception) -> str:
        """The shell's way to the same sentences."""
        return trouble(error).text

    # ---- the workshop's picture

    artChanged = Signal()

    @Property(QUrl, notify=artChanged)
    def art(self) -> QUrl:
        """The workshop's drawn picture, for the room that the page leaves free."""
        return picture_url(self._art)

    @Property(str, notify=artChanged)
    def artAlt(self) -> str:
        """What it shows, in words."""
        return self._art.alt if self._art else ""

    def show_art(self, view: "SessionView") -> None:
        """Show the picture of a session's workshop. A park without one goes without."""
        wanted, lang = (view.workshop, self.lang), self.lang
        if wanted == self._art_of:
            return
        self._art_of = wanted

        def show(picture: "Picture | None") -> None:
            self._art = picture
            self.artChanged.emit()

        site, workshop = view.site, view.workshop
        self.ask(lambda app: app.catalogue.workshop(site, workshop, lang).picture, show, lambda _: show(None))

    # ---- seats that are held

    def ask_for_seats(
        self,
        work: "Callable[[App], Any]",
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """`work` holds seats and returns the Hold. If the visitor has left by then, the seats go back too."""
        asked = self._asked

        def hold(app: "App") -> Any:
            held = work(app)
            asked.hold_ids.append(held.id)
            return held

        self.change(hold, done, failed)

    def go_on(self, name: str, params: Mapping[str, str] | None = None) -> None:
        """Go to a page that goes on with this booking: the seats stay held."""
        self._goes_on = True
        self.services.shell.go(name, params)

    def let_go(self) -> None:
        """Give back what is held, if anything is. What is still under way is given back when it comes."""
        visitor, asked = self.services.visitor, self._asked
        if visitor.hold is not None and visitor.hold.id not in asked.hold_ids:
            asked.hold_ids.append(visitor.hold.id)
        visitor.hold = None

        def release(app: "App") -> None:
            for hold_id in asked.hold_ids:
                app.booking.release(hold_id)

        # Not `change`: its jobs are cancelled when the page closes, and this one begins there. The thread for changes
        # keeps their order, so a hold that is still being written is in the list when this runs.
        self.services.background.run(release, lambda _: None, lambda _: None)
        self._asked = SeatsAsked()

    def close(self) -> None:
        """The page has gone."""
        if not self._goes_on and (self.services.visitor.hold is not None or self.changing):
            self.let_go()
        super().close()


@dataclass(frozen=True, slots=True)
class Seen:
    """A session with the day on which it is looked at, both in the site's zone."""

    session: "SessionView"
    today: date


def today_of(app: "App", site: str, lang: str) -> date:
    """What day it is in that park. Runs on the worker."""
    return app.clock.now().astimezone(ZoneInfo(app.catalogue.site(site, lang).timezone)).date()


def party_of(lines: "Iterable[Line]") -> dict[str, int]:
    """The heads that the lines of a price stand for, by category; a difference in price is nobody."""
    return {line.category: line.count for line in lines if line.each_fen >= 0 and line.category}
