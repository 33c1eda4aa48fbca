"""How it was, in one tap; what it is about can be chosen before it, and needs not: it is the whole visit otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.catalogue import Workshop

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StepRow:
    """One of the five faces: `score` from 1 to 5, 5 the best."""

    score: int
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TopicRow:
    """What it can have been about: a workshop's slug; empty for the visit as a whole."""

    slug: str
    name: str
    chosen: bool


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class FeedbackPageModel(PageModel):
    """Two taps at most: nothing is stored about who gave them."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._score = 0
        self._topic = ""
        self._given: UUID | None = None
        self._workshops: tuple[Workshop, ...] = ()
        self._steps: Rows[StepRow] = Rows(StepRow, parent=self)
        self._topics: Rows[TopicRow] = Rows(TopicRow, parent=self)

    @Property(Rows, constant=True)
    def steps(self) -> Rows[StepRow]:
        """The five faces, the best first."""
        return self._steps

    @Property(Rows, constant=True)
    def topics(self) -> Rows[TopicRow]:
        """What it can have been about."""
        return self._topics

    changed = Signal()

    @Property(int, notify=changed)
    def score(self) -> int:
        """What was tapped; 0 before."""
        return self._score

    @Property(bool, notify=changed)
    def thanked(self) -> bool:
        """It has been stored."""
        return self._given is not None

    # ---- what a tap asks for

    @Slot(int)
    def give(self, score: int) -> None:
        """Store how it was: once a visit to this page."""
        if self._score:
            return
        self._score = score
        self._show()
        site, lang, topic = self.services.site, self._lang, self._topic
        self.change(lambda app: app.feedback.give(site, score, lang, topic), self._stored, self._not_stored)

    @Slot(str)
    def about(self, topic: str) -> None:
        """Say what it is about, before the tap that stores it."""
        self._topic = topic
        self._show()

    # ---- inside

    def refresh(self) -> None:
        """Ask for the workshops that it can be about."""
        self._show()
        site, lang = self.services.site, self._lang
        self.ask(lambda app: _workshops(app, site, lang), self._took)

    def _took(self, workshops: "tuple[Workshop, ...]") -> None:
        self._workshops = workshops
        self._show()

    def _stored(self, given: UUID) -> None:
        self._given = given
        self._show()

    def _not_stored(self, error: Exception) -> None:
        self._score = 0
        self.set_problem(self.sentence(error))
        self._show()

    def _show(self) -> None:
        self.set_title(translate("FeedbackPage", "How was it?"))
        self._steps.show([StepRow(score, name, score == self._score) for score, name in step_names()])
        whole = TopicRow("", translate("FeedbackPage", "The whole visit"), not self._topic)
        rows = [TopicRow(shop.slug, shop.name, shop.slug == self._topic) for shop in self._workshops]
        self._topics.show([whole, *rows])
        self.changed.emit()
        names = ", ".join(name for _, name in step_names())
        thanks = translate("FeedbackPage", "Thank you. It helps us to do better.")
        self.set_read_aloud(thanks if self._given else f"{self._title}\n{names}")


def step_names() -> tuple[tuple[int, str], ...]:
    """The five steps, the best first."""
    return (
        (5, translate("FeedbackPage", "Wonderful")),
        (4, translate("FeedbackPage", "Good")),
        (3, translate("FeedbackPage", "All right")),
        (2, translate("FeedbackPage", "Not so good")),
        (1, translate("FeedbackPage", "Poor")),
    )


def _workshops(app: "App", site: str, lang: str) -> "tuple[Workshop, ...]":
    return tuple(app.catalogue.workshops(site, lang))
