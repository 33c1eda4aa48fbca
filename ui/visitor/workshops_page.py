"""What is on: today and by day, all workshops or one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import ContentChanged, SeatsChanged
from ui.shell.properties import Property
from ui.shell.rows import RowMaker, Rows
from ui.shell.services import Services
from ui.visitor.booking_model import BookingPageModel, today_of
from ui.visitor.day_rows import DayRow, day_row
from ui.visitor.formats import spoken_day
from ui.visitor.session_rows import SessionRow, session_row

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookableDay, SessionView
    from kiosk.catalogue import Workshop

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class WorkshopChoice:
    """One of the park's workshops to look at alone; an empty slug is all of them."""

    slug: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Programme:
    """What the page asks for, in one go."""

    today: date
    day: date
    workshops: "tuple[Workshop, ...]"
    days: "tuple[BookableDay, ...]"
    sessions: "tuple[SessionView, ...]"


def ask_programme(app: "App", site: str, lang: str, day: date | None, workshop: str | None) -> Programme:
    """The sessions of one day: of `day`, or of today, or of the first day that still has some. Runs on the worker."""
    today = today_of(app, site, lang)
    days = tuple(app.booking.days(site, lang, workshop))
    if day is None:
        day = next((found.date for found in days if found.free), today)
    sessions = tuple(
        view
        for view in app.booking.sessions(site, lang, day=day, workshop=workshop)
        if view.state not in ("over", "running")
    )
    return Programme(today, day, tuple(app.catalogue.workshops(site, lang)), days, sessions)


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class WorkshopsPageModel(BookingPageModel):
    """A strip of days, the workshops to choose from, and the sessions of the chosen day."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        noted = services.visitor.notes.get("workshops", {})
        told = {**noted, **params}
        self._day = date.fromisoformat(told["day"]) if told.get("day") else None
        self._workshop: str = told.get("workshop", "")
        self._programme: Programme | None = None
        self._shown: tuple[Programme, str, str] | None = None
        self._days: Rows[DayRow] = Rows(DayRow, parent=self)
        self._day_maker: RowMaker[BookableDay, DayRow] = RowMaker()
        self._session_maker: RowMaker[SessionView, SessionRow] = RowMaker()
        self._workshops: Rows[WorkshopChoice] = Rows(WorkshopChoice, parent=self)
        self._sessions: Rows[SessionRow] = Rows(SessionRow, parent=self)
        self.follow(SeatsChanged, ContentChanged)

    changed = Signal()

    @Property(Rows, constant=True)
    def days(self) -> Rows[DayRow]:
        """The days that can be booked."""
        return self._days

    @Property(Rows, constant=True)
    def workshops(self) -> Rows[WorkshopChoice]:
        """All, and each workshop."""
        return self._workshops

    @Property(Rows, constant=True)
    def sessions(self) -> Rows[SessionRow]:
        """The chosen day's sessions that have not begun."""
        return self._sessions

    @Property(str, notify=changed)
    def heading(self) -> str:
        """The chosen day, in full."""
        shown = self._programme
        return spoken_day(shown.day, shown.today, self.lang) if shown else ""

    @Property(str, notify=changed)
    def note(self) -> str:
        """What is special about the day (a public holiday, closed), in the park's own words."""
        shown = self._programme
        if shown is None:
            return ""
        return next((day.note for day in shown.days if day.date == shown.day), "")

    @Property(str, notify=changed)
    def nothing(self) -> str:
        """Said in place of the list where there are no sessions."""
        if self._programme is None or self._programme.sessions:
            return ""
        return translate("WorkshopsPage", "Nothing is on that day. Choose another day above.")

    @Property(str, notify=changed)
    def firstBookable(self) -> str:
        """The id of the first session with free places: the one that gets the filled button."""
        return next((row.id for row in self._sessions.rows if row.bookable), "")

    @Slot(str)
    def chooseDay(self, iso: str) -> None:
        """Show another day."""
        self._day = date.fromisoformat(iso)
        self._note_choice()
        self.refresh()

    @Slot(str)
    def chooseWorkshop(self, slug: str) -> None:
        """Show one workshop, or all with an empty slug."""
        self._workshop = slug
        self._note_choice()
        self.refresh()

    @Slot(str)
    def openSession(self, session_id: str) -> None:
        """Look at a session."""
        self.services.shell.go("session", {"id": session_id})

    def refresh(self) -> None:
        """Ask for the programme again."""
        site, lang, day, workshop = self.services.site, self.lang, self._day, self._workshop or None
        self.ask(lambda app: ask_programme(app, site, lang, day, workshop), self._show, self.went_wrong)

    def _note_choice(self) -> None:
        self.services.visitor.notes["workshops"] = {
            "day": self._day.isoformat() if self._day else "",
            "workshop": self._workshop,
        }

    def _show(self, programme: Programme) -> None:
        self.set_trouble(None)
        asked = (programme, self._workshop, self.lang)
        if asked == self._shown:
            return
        self._shown = asked
        self._programme = programme
        self.set_title(translate("WorkshopsPage", "Workshops"))
        day, today, lang = programme.day, programme.today, self.lang
        self._days.show(
            self._day_maker.rows(programme.days, lambda found: day_row(found, day, today, lang), day, today, lang)
        )
        everything = WorkshopChoice("", translate("WorkshopsPage", "All"), not self._workshop)
        self._workshops.show(
            [everything, *(WorkshopChoice(w.slug, w.name, w.slug == self._workshop) for w in programme.workshops)]
        )
        self._sessions.show(
            self._session_maker.rows(programme.sessions, lambda view: session_row(view, today, lang), today, lang)
        )
        self.changed.emit()
        rows = self._sessions.rows
        self.set_read_aloud("\n".join([self.heading, self.note, self.nothing, *(row.spoken for row in rows)]).strip())
