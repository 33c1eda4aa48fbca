"""The park's plan: where one stands, what is where, and the way there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import ContentChanged
from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.rows import Rows
from ui.shell.services import Services

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.catalogue import Site, Workshop, Zone
    from ui.visitor.plan import Plan

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A zone on the plan and in the list beside it. `place`: from 0 to 1 of the plan; empty where it is not on it."""

    slug: str
    name: str
    other_name: str
    facts: str
    here: bool
    chosen: bool
    place: QRectF
    spoken: str


@dataclass(frozen=True, slots=True)
class MapAnswer:
    """What the page asks for: the park, its zones and workshops, and its plan, measured (None: it has none)."""

    site: "Site"
    zones: "tuple[Zone, ...]"
    workshops: "tuple[Workshop, ...]"
    plan: "Plan | None"


def ask_map(app: "App", site: str, lang: str) -> MapAnswer:
    """Ask for the plan and what is on it. Runs on the worker: a drawing is measured."""
    from ui.visitor.plan import read_plan

    park = app.catalogue.site(site, lang)
    zones = tuple(app.catalogue.zones(site, lang))
    plan = read_plan(park.map, [zone.slug for zone in zones]) if park.map is not None else None
    return MapAnswer(park, zones, tuple(app.catalogue.workshops(site, lang)), plan)


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class MapPageModel(PageModel):
    """The plan, with one zone chosen."""

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._answer: MapAnswer | None = None
        self._chosen = params.get("zone", "")
        self._zones: Rows[ZoneRow] = Rows(ZoneRow, parent=self)
        self.follow(ContentChanged)

    @Property(Rows, constant=True)
    def zones(self) -> Rows[ZoneRow]:
        """The zones, in the park's order."""
        return self._zones

    changed = Signal()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The plan is there."""
        return self._answer is not None

    @Property(QUrl, notify=changed)
    def plan(self) -> QUrl:
        """The drawing."""
        path = self._answer.site.map if self._answer else None
        return QUrl.fromLocalFile(str(path)) if path else QUrl()

    @Property(float, notify=changed)
    def aspect(self) -> float:
        """Width of the plan by its height."""
        plan = self._answer.plan if self._answer else None
        return plan.width / plan.height if plan else 4 / 3

    @Property(bool, notify=changed)
    def hasHere(self) -> bool:
        """The plan shows where this kiosk stands."""
        return self._here() is not None

    @Property(QPointF, notify=changed)
    def here(self) -> QPointF:
        """Where this kiosk stands, from 0 to 1."""
        return QPointF(*(self._here() or (0.0, 0.0)))

    @Property(str, notify=changed)
    def hereLine(self) -> str:
        """`You are here: Entrance hall`."""
        return self._here_line()

    @Property("QVariantList", notify=changed)
    def way(self) -> list[QPointF]:
        """The points of the way to the chosen zone, from 0 to 1."""
        plan = self._answer.plan if self._answer else None
        if plan is None or self._answer is None:
            return []
        return [QPointF(x, y) for x, y in plan.way(self._answer.site.here, self._chosen)]

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The chosen zone; empty when none is."""
        return self._chosen

    @Property(str, notify=changed)
    def chosenName(self) -> str:
        """Its name."""
        return self._name(self._chosen)

    @Property(str, notify=changed)
    def chosenOtherName(self) -> str:
        """Its name in the other language."""
        row = next((row for row in self._zones.rows if row.slug == self._chosen), None)
        return row.other_name if row else ""

    @Property(str, notify=changed)
    def chosenFacts(self) -> str:
        """What is there: its level, its exhibits, its workshops."""
        return self._chosen_facts()

    @Property(str, notify=changed)
    def wayLine(self) -> str:
        """How one gets to the chosen zone, in words; empty when none is chosen."""
        return self._way_line()

    @Property(bool, notify=changed)
    def hasExhibits(self) -> bool:
        """There are exhibits to be listed in the chosen zone."""
        zones = self._answer.zones if self._answer else ()
        return any(zone.slug == self._chosen and zone.exhibits for zone in zones)

    # ---- what a tap asks for

    @Slot(str)
    def choose(self, zone: str) -> None:
        """Choose a zone, on the plan or in the list; the same again lets it go."""
        self._chosen = "" if zone == self._chosen else zone
        self._show_zones()

    @Slot()
    def showExhibits(self) -> None:
        """The exhibits of the chosen zone."""
        if self._chosen:
            self.services.shell.go("exhibits", {"zone": self._chosen})

    # ---- inside

    def refresh(self) -> None:
        """Ask for everything again."""
        site, lang = self.services.site, self._lang
        self.ask(lambda app: ask_map(app, site, lang), self._took)

    def _took(self, answer: MapAnswer) -> None:
        self._answer = answer
        if all(zone.slug != self._chosen for zone in answer.zones):
            self._chosen = ""
        self.set_problem("")
        self.set_title(translate("MapPage", "Map"))
        self._show_zones()

    def _show_zones(self) -> None:
        if self._answer is None:
            return
        self._zones.show([self._row(zone) for zone in self._answer.zones])
        self.changed.emit()
        lines = [self._title, self._here_line()]
        lines += (
            [self._name(self._chosen), self._chosen_facts(), self._way_line()]
            if self._chosen
            else [r.spoken for r in self._zones.rows]
        )
        self.set_read_aloud("\n".join(line for line in lines if line))

    def _row(self, zone: "Zone") -> ZoneRow:
        assert self._answer is not None
        area = self._answer.plan.zones.get(zone.slug) if self._answer.plan else None
        here = zone.slug == self._answer.site.here
        parts = [translate("MapPage", "Level {level}").format(level=zone.level)]
        if count := zone.exhibits:
            parts.append(translate("MapPage", "%n exhibit(s)", None, count))
        facts = " · ".join(parts)
        said = [zone.name, facts] + ([translate("MapPage", "You are here")] if here else [])
        return ZoneRow(
            slug=zone.slug,
            name=zone.name,
            other_name=zone.other_name if zone.other_name != zone.name else "",
            facts=facts,
            here=here,
            chosen=zone.slug == self._chosen,
            place=QRectF(area.x, area.y, area.width, area.height) if area else QRectF(),
            spoken=", ".join(said),
        )

    def _passed(self) -> list[str]:
        """The zones that the way goes through, by name."""
        if self._answer is None or self._answer.plan is None:
            return []
        plan = self._answer.plan
        points = plan.way(self._answer.site.here, self._chosen)
        at = {place: slug for slug, place in plan.ways.items()}
        return [name for point in points if (name := self._name(at[point]))]

    def _here_line(self) -> str:
        name = self._name(self._answer.site.here) if self._answer else ""
        return translate("MapPage", "You are here: {zone}").format(zone=name) if name else ""

    def _chosen_facts(self) -> str:
        row = next((row for row in self._zones.rows if row.slug == self._chosen), None)
        if row is None or self._answer is None:
            return ""
        names = [workshop.name for workshop in self._answer.workshops if workshop.zone == self._chosen]
        return "\n".join([row.facts, *([translate("MapPage", ", ").join(names)] if names else [])])

    def _way_line(self) -> str:
        if self._answer is None or not self._chosen:
            return ""
        if self._chosen == self._answer.site.here:
            return translate("MapPage", "You are here")
        passed = self._passed()
        if len(passed) < 2:
            return ""
        return translate("MapPage", "The way: {zones}").format(zones=" → ".join(passed))

    def _name(self, slug: str) -> str:
        zones = self._answer.zones if self._answer else ()
        return next((zone.name for zone in zones if zone.slug == slug), "")

    def _here(self) -> tuple[float, float] | None:
        if self._answer is None or self._answer.plan is None:
            return None
        return self._answer.plan.place(self._answer.site.here)
