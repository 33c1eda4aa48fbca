"""The exhibits by zone, searched and filtered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import ContentChanged
from ui.shell.background import Job
from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services
from ui.visitor.exhibit_rows import ExhibitRow, exhibit_row, rows_by_zone

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.catalogue import ExhibitCard, Zone

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

SHORT_MINUTES = 3
"""«Quick looks»: what takes no longer than this."""
TAGS_OFFERED = 8
"""So many tags are offered as a filter, the most used first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: `value` is empty for «all»."""

    value: str
    name: str
    count: int
    chosen: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a visitor looks for. Kept in the visitor's session, so that the way back finds it again."""

    text: str = ""
    zone: str = ""
    tag: str = ""
    hands_on: bool = False
    short: bool = False

    def wants(self, card: "ExhibitCard") -> bool:
        """Whether an exhibit that the search has found passes the filters."""
        return (
            (not self.zone or card.zone == self.zone)
            and (not self.tag or self.tag in card.tags)
            and (not self.hands_on or bool(card.interactive))
            and (not self.short or card.minutes <= SHORT_MINUTES)
        )

    @property
    def filters(self) -> bool:
        """Anything is searched for or filtered."""
        return self != Wanted()


def ask_exhibits(
    app: "App", site: str, text: str, lang: str
) -> "tuple[tuple[Zone, ...], tuple[ExhibitCard, ...], tuple[ExhibitCard, ...]]":
    """The zones, all exhibits, and those that `text` finds. Runs on the worker."""
    everything = app.catalogue.exhibits(site, lang)
    found = app.catalogue.search(site, text, lang) if text.strip() else everything
    return tuple(app.catalogue.zones(site, lang)), everything, found


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class ExhibitsPageModel(PageModel):
    """The list, and what it is narrowed by."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        kept = services.visitor.notes.get("exhibits")
        self._wanted = kept if isinstance(kept, Wanted) else Wanted()
        if params.get("zone"):
            self._wanted = Wanted(zone=params["zone"])
        self._zones_known: tuple[Zone, ...] = ()
        self._everything: tuple[ExhibitCard, ...] = ()
        self._found: tuple[ExhibitCard, ...] = ()
        self._known = False
        self._asked: Job | None = None
        self._exhibits: Rows[ExhibitRow] = Rows(ExhibitRow, parent=self)
        self._zones: Rows[Choice] = Rows(Choice, parent=self)
        self._tags: Rows[Choice] = Rows(Choice, parent=self)
        self.follow(ContentChanged)

    @Property(Rows, constant=True)
    def exhibits(self) -> Rows[ExhibitRow]:
        """What is shown, zone by zone."""
        return self._exhibits

    @Property(Rows, constant=True)
    def zones(self) -> Rows[Choice]:
        """The zones to choose from; the first is «all»."""
        return self._zones

    @Property(Rows, constant=True)
    def tags(self) -> Rows[Choice]:
        """The tags to choose from."""
        return self._tags

    changed = Signal()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The answers are there."""
        return self._known

    @Property(str, notify=changed)
    def searchText(self) -> str:
        """What is searched for."""
        return self._wanted.text

    @Property(bool, notify=changed)
    def handsOn(self) -> bool:
        """Only what can be tried."""
        return self._wanted.hands_on

    @Property(bool, notify=changed)
    def short(self) -> bool:
        """Only what takes a few minutes."""
        return self._wanted.short

    @Property(bool, notify=changed)
    def hasHandsOn(self) -> bool:
        """There is something to try, so that the filter makes sense."""
        return any(card.interactive for card in self._everything)

    @Property(bool, notify=changed)
    def narrowed(self) -> bool:
        """Something is searched for or filtered, and can be cleared."""
        return self._wanted.filters

    @Property(str, notify=changed)
    def countLine(self) -> str:
        """How many are shown, or that none is."""
        return self._count_line()

    @Property(str, notify=changed)
    def shortName(self) -> str:
        """The name of the filter for what takes a few minutes: `Up to 3 min`."""
        return translate("ExhibitsPage", "Up to %n min", None, SHORT_MINUTES)

    # ---- what a tap asks for

    @Slot(str)
    def search(self, text: str) -> None:
        """Search for `text`: a name, a tag, pinyin or its initials."""
        if text == self._wanted.text:
            return
        self._want(replace(self._wanted, text=text))
        self.refresh()

    @Slot(str)
    def chooseZone(self, zone: str) -> None:
        """Only this zone; all of them with an empty name."""
        self._want(replace(self._wanted, zone=zone))

    @Slot(str)
    def chooseTag(self, tag: str) -> None:
        """Only this tag; the same again lets it go."""
        self._want(replace(self._wanted, tag="" if tag == self._wanted.tag else tag))

    @Slot(bool)
    def setHandsOn(self, on: bool) -> None:
        """Only what can be tried, or everything."""
        self._want(replace(self._wanted, hands_on=on))

    @Slot(bool)
    def setShort(self, on: bool) -> None:
        """Only what takes a few minutes, or everything."""
        self._want(replace(self._wanted, short=on))

    @Slot()
    def clear(self) -> None:
        """Everything again."""
        searched = bool(self._wanted.text)
        self._want(Wanted())
        if searched:
            self.refresh()

    @Slot(str)
    def open(self, slug: str) -> None:
        """Go to an exhibit."""
        self.services.shell.go("exhibit", {"slug": slug})

    # ---- inside

    def refresh(self) -> None:
        """Ask again; what was asked before and has not come back is of no use any more."""
        if self._asked is not None:
            self._asked.cancel()
        site, lang, text = self.services.site, self._lang, self._wanted.text
        self._asked = self.ask(lambda app: ask_exhibits(app, site, text, lang), self._took)

    def change_language(self, lang: str) -> None:
        """A tag is a word of a language: a filter by it does not outlive a change of language."""
        if lang != self._lang:
            self._wanted = replace(self._wanted, tag="")
        super().change_language(lang)

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.services.visitor.notes["exhibits"] = wanted
        self._show()

    def _took(self, answer: "tuple[tuple[Zone, ...], tuple[ExhibitCard, ...], tuple[ExhibitCard, ...]]") -> None:
        self._zones_known, self._everything, self._found = answer
        self._known = True
        self.set_problem("")
        self._show()

    def _show(self) -> None:
        if not self._known:
            self.changed.emit()
            return
        order = {zone.slug: place for place, zone in enumerate(self._zones_known)}
        shown = [card for card in self._found if self._wanted.wants(card)]
        if self._wanted.text.strip():
            rows = [exhibit_row(card) for card in shown]  # the nearest first, as the catalogue gives them
        else:
            rows = rows_by_zone(sorted(shown, key=lambda card: order.get(card.zone, len(order))))
        self._exhibits.show(rows)
        self._zones.show(self._zone_choices())
        self._tags.show(self._tag_choices())
        self.set_title(translate("ExhibitsPage", "Exhibits"))
        self.changed.emit()
        names = [f"{row.number} {row.name}." for row in self._exhibits.rows]
        self.set_read_aloud("\n".join([translate("ExhibitsPage", "Exhibits"), self._count_line(), *names]))

    def _count_line(self) -> str:
        if not self._known:
            return ""
        if shown := len(self._exhibits.rows):
            return translate("ExhibitsPage", "%n exhibit(s)", None, shown)
        return translate("ExhibitsPage", "Nothing found. Try fewer letters, or clear the filters.")

    def _zone_choices(self) -> list[Choice]:
        counts = {zone.slug: 0 for zone in self._zones_known}
        for card in self._everything:
            counts[card.zone] = counts.get(card.zone, 0) + 1
        everywhere = translate("ExhibitsPage", "All zones")
        choices = [_choice("", everywhere, len(self._everything), not self._wanted.zone)]
        choices += [
            _choice(zone.slug, zone.name, counts[zone.slug], zone.slug == self._wanted.zone)
            for zone in self._zones_known
            if counts[zone.slug]
        ]
        return choices

    def _tag_choices(self) -> list[Choice]:
        counts: dict[str, int] = {}
        for card in self._everything:
            for tag in card.tags:
                counts[tag] = counts.get(tag, 0) + 1
        # A tag of one exhibit is that exhibit: a filter by it would be a list of one.
        shared = sorted((tag for tag, count in counts.items() if count > 1), key=lambda tag: (-counts[tag], tag))
        offered = shared[:TAGS_OFFERED]
        if self._wanted.tag and self._wanted.tag not in offered:
            offered.append(self._wanted.tag)
        return [_choice(tag, tag, counts.get(tag, 0), tag == self._wanted.tag) for tag in offered]


def _choice(value: str, name: str, count: int, chosen: bool) -> Choice:
    said = translate("ExhibitsPage", "%n exhibit(s)", None, count)
    return Choice(value, name, count, chosen, f"{name}, {said}")
