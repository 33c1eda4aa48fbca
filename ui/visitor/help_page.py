"""How the kiosk works, and what the park says about itself: its hours, its address, where its workshops meet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import ContentChanged
from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services
from ui.visitor.opening_times import OpeningFacts, ask_opening, opening_sentence

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.catalogue import Site, Workshop

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A question and its answer. `action`: the page of the flow that it leads to, or empty; `button`: its name."""

    key: str
    heading: str
    text: str
    action: str
    button: str


@dataclass(frozen=True, slots=True)
class ParkRow:
    """A line of what the park says about itself."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """What the park's own data say."""

    site: "Site"
    opening: OpeningFacts
    workshops: "tuple[Workshop, ...]"


def ask_help(app: "App", site: str, lang: str) -> HelpAnswer:
    """Ask for the park's own words. Runs on the worker."""
    park = app.catalogue.site(site, lang)
    now = app.clock.now().astimezone(ZoneInfo(park.timezone))
    return HelpAnswer(park, ask_opening(app, site, now, lang), tuple(app.catalogue.workshops(site, lang)))


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class HelpPageModel(PageModel):
    """Help: what the kiosk does is the program's to say, what the park has is the pack's. Nothing else is claimed."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._topics: Rows[HelpRow] = Rows(HelpRow, parent=self)
        self._park: Rows[ParkRow] = Rows(ParkRow, parent=self)
        self._about = ""
        self._site_name = ""
        self.follow(ContentChanged)

    @Property(Rows, constant=True)
    def topics(self) -> Rows[HelpRow]:
        """How the kiosk works."""
        return self._topics

    @Property(Rows, constant=True)
    def park(self) -> Rows[ParkRow]:
        """What the park says."""
        return self._park

    changed = Signal()

    @Property(str, notify=changed)
    def siteName(self) -> str:
        """The park's name."""
        return self._site_name

    @Property(str, notify=changed)
    def about(self) -> str:
        """What the park says about itself."""
        return self._about

    @Slot(str)
    def open(self, page: str) -> None:
        """Go where an answer leads."""
        self.services.shell.go(page)

    # ---- inside

    def refresh(self) -> None:
        """The kiosk's part is known at once; the park's is asked for."""
        self.set_title(translate("HelpPage", "Help"))
        self._topics.show(kiosk_topics())
        self.changed.emit()
        self._speak()
        site, lang = self.services.site, self._lang
        self.ask(lambda app: ask_help(app, site, lang), self._took)

    def _took(self, answer: HelpAnswer) -> None:
        self._site_name = answer.site.name
        self._about = answer.site.about
        rows = [ParkRow(translate("HelpPage", "Today"), opening_sentence(answer.opening, self._lang))]
        if answer.site.address:
            rows.append(ParkRow(translate("HelpPage", "Address"), answer.site.address))
        rows += [ParkRow(w.name, w.meeting_point or w.zone_name) for w in answer.workshops if w.name != rows[0].label]
        self._park.show(rows)
        self.set_problem("")
        self.changed.emit()
        self._speak()

    def _speak(self) -> None:
        lines = [self._title]
        lines += [f"{row.heading} {row.text}" for row in self._topics.rows]
        lines += [f"{row.label}: {row.text}" for row in self._park.rows]
        self.set_read_aloud("\n".join(lines))


def kiosk_topics() -> list[HelpRow]:
    """What the program itself can answer, in the visitor's language."""
    return [
        HelpRow(
            "book",
            translate("HelpPage", "How do I book a workshop?"),
            translate(
                "HelpPage",
                "Choose a session, check the price, and confirm. Your seats are kept for 3 minutes while you decide. "
                "No name is needed. You get a paper ticket with a code.",
            ),
            "workshops",
            translate("HelpPage", "See workshops"),
        ),
        HelpRow(
            "change",
            translate("HelpPage", "Can I change or cancel?"),
            translate(
                "HelpPage",
                "Yes: scan your ticket here or type its code. You can move to another session, cancel, "
                "or print the ticket again.",
            ),
            "find",
            translate("HelpPage", "My booking"),
        ),
        HelpRow(
            "way",
            translate("HelpPage", "Where do I find something?"),
            translate("HelpPage", "The map shows where you stand, and the way to every zone. Tap a zone to see it."),
            "map",
            translate("HelpPage", "Open the map"),
        ),
        HelpRow(
            "ease",
            translate("HelpPage", "Is it hard to read, hear or reach?"),
            translate(
                "HelpPage",
                'Tap "Easier" at the foot of any page: larger text, strong contrast, the page brought down to a seated '
                "height, less motion, more time, and reading aloud. It ends with your visit.",
            ),
            "",
            "",
        ),
        HelpRow(
            "paper",
            translate("HelpPage", "No paper came out?"),
            translate(
                "HelpPage",
                "Your booking is safe. Photograph the code on the screen or go to the desk: it opens the door as well.",
            ),
            "",
            "",
        ),
        HelpRow(
            "privacy",
            translate("HelpPage", "What is kept about me?"),
            translate(
                "HelpPage",
                "Nothing is needed from you. A name or phone number that you choose to give is kept apart from the "
                "booking and erased after your visit. This screen forgets you when you go.",
            ),
            "feedback",
            translate("HelpPage", "Tell us how it was"),
        ),
    ]
