"""One exhibit: its story, its picture, its figures, and what lies next to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import ContentChanged
from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services
from ui.visitor.exhibit_rows import ExhibitRow, exhibit_row, minutes, picture_url, two_signs

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.catalogue import Exhibit, ExhibitCard

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FactRow:
    """A figure: value large, unit dim, label at the right edge."""

    key: int
    value: str
    unit: str
    label: str


@dataclass(frozen=True, slots=True)
class HotspotRow:
    """A numeral in a ring on the picture; `x` and `y` from 0 to 1."""

    number: int
    x: float
    y: float
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class MomentRow:
    """A moment of the timeline."""

    key: int
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class ExhibitAnswer:
    """What the page asks the App for: the exhibit, its related ones and its neighbours by number."""

    exhibit: "Exhibit"
    related: "tuple[ExhibitCard, ...]"
    before: "ExhibitCard"
    after: "ExhibitCard"
    place: int
    count: int


def ask_exhibit(app: "App", site: str, slug: str, lang: str) -> ExhibitAnswer:
    """Ask for an exhibit and what lies next to it; the last is followed by the first. Runs on the worker."""
    exhibit = app.catalogue.exhibit(site, slug, lang)
    cards = sorted(app.catalogue.exhibits(site, lang), key=lambda card: card.number)
    by_slug = {card.slug: card for card in cards}
    place = next(place for place, card in enumerate(cards) if card.slug == slug)
    return ExhibitAnswer(
        exhibit=exhibit,
        related=tuple(by_slug[other] for other in exhibit.related if other in by_slug and other != slug),
        before=cards[place - 1],
        after=cards[(place + 1) % len(cards)],
        place=place + 1,
        count=len(cards),
    )


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class ExhibitPageModel(PageModel):
    """One exhibit; everything on the page changes together."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._answer: ExhibitAnswer | None = None
        self._hotspot = 0
        self._facts: Rows[FactRow] = Rows(FactRow, parent=self)
        self._hotspots: Rows[HotspotRow] = Rows(HotspotRow, parent=self)
        self._timeline: Rows[MomentRow] = Rows(MomentRow, parent=self)
        self._related: Rows[ExhibitRow] = Rows(ExhibitRow, parent=self)
        self.follow(ContentChanged)

    changed = Signal()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The exhibit is there."""
        return self._answer is not None

    @Property(str, notify=changed)
    def number(self) -> str:
        """`03`."""
        return two_signs(self._answer.exhibit.card.number) if self._answer else ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """Its name."""
        return self._answer.exhibit.card.name if self._answer else ""

    @Property(str, notify=changed)
    def otherName(self) -> str:
        """Its name in the other language, to be shown under it."""
        card = self._answer.exhibit.card if self._answer else None
        return card.other_name if card and card.other_name != card.name else ""

    @Property(str, notify=changed)
    def where(self) -> str:
        """`Entrance hall · 3 min`."""
        card = self._answer.exhibit.card if self._answer else None
        return f"{card.zone_name} · {minutes(card.minutes)}" if card else ""

    @Property("QStringList", notify=changed)
    def story(self) -> list[str]:
        """The story, paragraph by paragraph."""
        return list(self._answer.exhibit.story) if self._answer else []

    @Property(str, notify=changed)
    def teaser(self) -> str:
        """The first paragraph of what is told, set larger."""
        return self._answer.exhibit.card.teaser if self._answer else ""

    @Property(str, notify=changed)
    def sources(self) -> str:
        """Where the facts come from, in one line."""
        if self._answer is None or not self._answer.exhibit.sources:
            return ""
        return translate("ExhibitPage", "Sources: {sources}").format(
            sources=translate("ExhibitPage", "; ").join(self._answer.exhibit.sources)
        )

    @Property(QUrl, notify=changed)
    def picture(self) -> QUrl:
        """The drawing."""
        return picture_url(self._answer.exhibit.card.picture) if self._answer else QUrl()

    @Property(str, notify=changed)
    def alt(self) -> str:
        """What the drawing shows, in words."""
        picture = self._answer.exhibit.card.picture if self._answer else None
        return picture.alt if picture else ""

    @Property(float, notify=changed)
    def aspect(self) -> float:
        """Width of the drawing by its height."""
        picture = self._answer.exhibit.card.picture if self._answer else None
        return picture.width / picture.height if picture and picture.width and picture.height else 4 / 3

    @Property(bool, notify=changed)
    def canPlay(self) -> bool:
        """There is a machine behind it that can be set going."""
        return bool(self._answer and self._answer.exhibit.card.interactive)

    @Property(str, notify=changed)
    def placeLine(self) -> str:
        """`3 of 12`."""
        if self._answer is None:
            return ""
        return translate("ExhibitPage", "{place} of {count}").format(place=self._answer.place, count=self._answer.count)

    @Property(str, notify=changed)
    def beforeName(self) -> str:
        """The name of the exhibit before this one; empty when there is no other."""
        return self._neighbour("before")

    @Property(str, notify=changed)
    def afterName(self) -> str:
        """The name of the exhibit after this one."""
        return self._neighbour("after")

    @Property(Rows, constant=True)
    def facts(self) -> Rows[FactRow]:
        """The figures."""
        return self._facts

    @Property(Rows, constant=True)
    def hotspots(self) -> Rows[HotspotRow]:
        """What is worth looking at in the picture."""
        return self._hotspots

    @Property(Rows, constant=True)
    def timeline(self) -> Rows[MomentRow]:
        """What happened when."""
        return self._timeline

    @Property(Rows, constant=True)
    def related(self) -> Rows[ExhibitRow]:
        """What else to see."""
        return self._related

    @Property("QVariantList", notify=changed)
    def spots(self) -> list[dict[str, object]]:
        """The hotspots as the picture wants them."""
        return [{"x": row.x, "y": row.y, "title": row.title} for row in self._hotspots.rows]

    hotspotChanged = Signal()

    @Property(int, notify=hotspotChanged)
    def hotspot(self) -> int:
        """The number of the hotspot that is told about; 0 for none."""
        return self._hotspot

    @Property(str, notify=hotspotChanged)
    def hotspotTitle(self) -> str:
        """Its title."""
        row = self._hotspot_row()
        return row.title if row else ""

    @Property(str, notify=hotspotChanged)
    def hotspotText(self) -> str:
        """What is told about it."""
        row = self._hotspot_row()
        return row.text if row else ""

    # ---- what a tap asks for

    @Slot(int)
    def choose(self, number: int) -> None:
        """Tell about a hotspot; the same again closes it."""
        self._set_hotspot(0 if number == self._hotspot else number)

    @Slot()
    def goBefore(self) -> None:
        """The exhibit before this one."""
        if self._answer is not None:
            self.open(self._answer.before.slug)

    @Slot()
    def goAfter(self) -> None:
        """The exhibit after this one."""
        if self._answer is not None:
            self.open(self._answer.after.slug)

    @Slot(str)
    def open(self, slug: str) -> None:
        """Another exhibit."""
        if slug != self.params["slug"]:
            self.services.shell.go("exhibit", {"slug": slug})

    @Slot()
    def play(self) -> None:
        """Set the machine going."""
        self.services.shell.go("play", {"slug": self.params["slug"]})

    @Slot()
    def showOnMap(self) -> None:
        """Where it stands."""
        if self._answer is not None:
            self.services.shell.go("map", {"zone": self._answer.exhibit.card.zone})

    # ---- inside

    def refresh(self) -> None:
        """Ask for everything again."""
        site, slug, lang = self.services.site, self.params["slug"], self._lang
        self.ask(lambda app: ask_exhibit(app, site, slug, lang), self._show)

    def _show(self, answer: ExhibitAnswer) -> None:
        self._answer = answer
        exhibit = answer.exhibit
        self._facts.show([FactRow(i, fact.value, fact.unit, fact.label) for i, fact in enumerate(exhibit.facts)])
        self._hotspots.show(
            [HotspotRow(i, spot.x, spot.y, spot.title, spot.text) for i, spot in enumerate(exhibit.hotspots, 1)]
        )
        self._timeline.show([MomentRow(i, moment.when, moment.text) for i, moment in enumerate(exhibit.timeline)])
        self._related.show([exhibit_row(card) for card in answer.related])
        self.set_problem("")
        self.set_title(exhibit.card.name)
        self.changed.emit()
        self.hotspotChanged.emit()
        self.set_read_aloud(exhibit.read_aloud)

    def _neighbour(self, side: str) -> str:
        if self._answer is None or self._answer.count < 2:
            return ""
        card = self._answer.before if side == "before" else self._answer.after
        return card.name

    def _hotspot_row(self) -> HotspotRow | None:
        return next((row for row in self._hotspots.rows if row.number == self._hotspot), None)

    def _set_hotspot(self, number: int) -> None:
        if number != self._hotspot:
            self._hotspot = number
            self.hotspotChanged.emit()
