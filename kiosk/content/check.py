"""The whole check of a pack: every fault at once, and the pack as values where there is none."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content import limits
from kiosk.content.exhibit_part import Machines, Surroundings, read_exhibit
from kiosk.content.faults import Findings, Report, quoted
from kiosk.content.folder import PICTURE_SUFFIXES, PackFolder, open_folder
from kiosk.content.pack import Drawing, ExhibitPart, Pack, SitePart, WorkshopPart
from kiosk.content.pictures import Gallery
from kiosk.content.site_part import Drawn, Names, read_site
from kiosk.content.tables import Table
from kiosk.content.theme_part import read_theme
from kiosk.content.toml_lines import read_toml
from kiosk.content.workshop_part import read_workshop

if TYPE_CHECKING:
    from kiosk.content.drawings import Svg

MOTIF_BOX = (0.0, 0.0, 528.0, 150.0)  # dots of the ticket's head, at 203 dpi across 66 mm


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check gives: the report; the pack, or None where it has faults; and the folder that it was read from."""

    report: Report
    pack: Pack | None
    folder: PackFolder


def check(folder: Path, machines: Machines | None = None) -> Report:
    """Tell every fault and every warning of the pack in `folder`.

    `machines` names the interactives with lowest, highest and unit of each parameter; None where the caller can't say,
    and then interactives are not looked up. Raises NoFolder; of what is in the pack nothing raises.
    """
    return read_pack(folder, machines).report


def read_pack(folder: Path, machines: Machines | None = None) -> Checked:
    """Check a pack and read it. Raises NoFolder."""
    findings = Findings()
    files = open_folder(folder, findings)
    if any(fault.file == "." for fault in findings.faults):  # too much of it: nothing was listed to the end
        return Checked(findings.report(), None, files)
    gallery = Gallery(files, findings)
    names = Names()
    site, zones = _site(files, gallery, names, machines, findings)
    around = Surroundings(names, machines, gallery.of)
    exhibits = _exhibits(files, around, findings)
    workshops = _workshops(files, around, findings)
    _strays(files, gallery, findings)
    if zones:
        _zones_in_use(zones, exhibits, workshops, findings)
    report = findings.report()
    if not report.ok or site is None:
        return Checked(report, None, files)
    pack = Pack(
        site,
        tuple(sorted((e for _, e in exhibits), key=lambda e: (e.number, e.slug))),
        tuple(sorted((w for _, w in workshops), key=lambda w: w.slug)),
    )
    return Checked(report, pack, files)


def _site(
    files: PackFolder, gallery: Gallery, names: Names, machines: Machines | None, findings: Findings
) -> tuple[SitePart | None, list[tuple[int, str]]]:
    """site.toml with its theme, map and motif; and its zones with their lines."""
    with findings.within("site.toml"):
        table = _table(files, "site.toml", findings)
        if table is None:
            return None, []
        theme = table.values.get("theme")
        colours = {}
        if files.has("theme.toml"):
            with findings.within("theme.toml"):
                themed = _table(files, "theme.toml", findings)
                if themed is not None:
                    colours = read_theme(themed, theme if isinstance(theme, str) else None)
        drawn = Drawn(_svg_of(table, "map", gallery), _svg_of(table, "motif", gallery), colours)
        site = read_site(table, names, drawn, machines)
        zones = [(row.line(), slug) for row in table.rows("zone") if isinstance(slug := row.values.get("slug"), str)]
    if drawn.map is not None and drawn.map.name in gallery.svgs:
        with findings.within(drawn.map.name):
            _check_map(gallery.svgs[drawn.map.name], sorted(names.zones), findings)
    if drawn.motif is not None and drawn.motif.name in gallery.svgs:
        with findings.within(drawn.motif.name):
            _check_motif(gallery.svgs[drawn.motif.name], findings)
    return site, zones


def _table(files: PackFolder, name: str, findings: Findings) -> Table | None:
    if not files.has(name):
        if name not in files.refused:
            findings.fault(0, f"{name} is missing", "Every pack has one; docs/site-packs.md shows it", file=name)
        return None
    text = files.text(name, findings)
    document = None if text is None else read_toml(text, findings)
    return None if document is None else Table(document.values, document, findings)


def _svg_of(table: Table, key: str, gallery: Gallery) -> Drawing | None:
    if not table.has(key):
        table.findings.warn(table.line(), f"there is no {key}", f'Draw {key}.svg and write {key} = "{key}.svg"')
        return None
    drawing = gallery.of(table, key)
    if drawing is not None and drawing.suffix != ".svg":
        table.fault(key, f"{key} = {quoted(drawing.name)} is not an SVG", "Save it as SVG")
        return None
    return drawing


def _check_map(svg: "Svg", zones: list[str], findings: Findings) -> None:
    for zone in zones:
        if f"zone-{zone}" not in svg.ids:
            findings.fault(0, f"the map does not show the zone {quoted(zone)}", f'Give its shape id="zone-{zone}"')
        way = svg.ids.get(f"way-{zone}")
        if way is None:
            findings.warn(
                0, f"no way leads to the zone {quoted(zone)}", f'Put a circle with id="way-{zone}" at its door'
            )
        elif way != "circle":
            findings.fault(0, f'id="way-{zone}" is a <{way}>', "The way runs through circles: draw a small circle")
    for ident in sorted(svg.ids):
        found = re.fullmatch(r"(zone|way)-(.+)", ident)
        if found is not None and found[1] == "zone" and found[2] not in zones:
            findings.warn(0, f"the map shows {quoted(ident)}, which is no zone of site.toml", "Correct one of them")


def _check_motif(svg: "Svg", findings: Findings) -> None:
    if svg.view_box != MOTIF_BOX:
        shown = " ".join(f"{number:g}" for number in svg.view_box)
        findings.fault(0, f"the motif's viewBox is {quoted(shown)}", 'Draw it in viewBox="0 0 528 150"')


def _exhibits(files: PackFolder, around: Surroundings, findings: Findings) -> list[tuple[Table, ExhibitPart]]:
    found: list[tuple[str, Table, ExhibitPart]] = []
    names = files.below("exhibits", ".md")
    if not names:
        findings.fault(0, "there is no exhibit", "Add exhibits/01-name.md", file="exhibits")
    if len(names) > limits.EXHIBITS:
        findings.fault(0, f"there are {len(names)} exhibits", f"At most {limits.EXHIBITS}", file="exhibits")
        return []
    for name in names:
        with findings.within(name):
            if name.count("/") > 1:
                findings.fault(0, "exhibits lie in exhibits/ itself", "Move the file up")
                continue
            text = files.text(name, findings)
            read = None if text is None else read_exhibit(name.removeprefix("exhibits/"), text, around, findings)
            if read is not None:
                found.append((name, *read))
    _each_once([(n, t, e.slug) for n, t, e in found], "slug", findings)
    _each_once([(n, t, e.number) for n, t, e in found], "number", findings)
    slugs = {e.slug for _, _, e in found}
    for name, table, exhibit in found:
        for other in exhibit.related:
            if other == exhibit.slug or (other not in slugs and len(found) == len(names)):
                with findings.within(name):
                    findings.warn(table.line("related"), f"{quoted(other)} is no other exhibit", "Correct or delete it")
    return [(table, exhibit) for _, table, exhibit in found]


def _workshops(files: PackFolder, around: Surroundings, findings: Findings) -> list[tuple[Table, WorkshopPart]]:
    found: list[tuple[str, Table, WorkshopPart]] = []
    names = files.below("workshops", ".toml")
    if not names:
        findings.warn(
            0, "there is no workshop", "Add workshops/name.toml, so that there is something to book", file="workshops"
        )
    if len(names) > limits.WORKSHOPS:
        findings.fault(0, f"there are {len(names)} workshops", f"At most {limits.WORKSHOPS}", file="workshops")
        return []
    for name in names:
        with findings.within(name):
            table = _table(files, name, findings)
            workshop = None if table is None else read_workshop(table, around)
            if table is not None and workshop is not None:
                found.append((name, table, workshop))
    _each_once([(n, t, w.slug) for n, t, w in found], "slug", findings)
    return [(table, workshop) for _, table, workshop in found]


def _each_once(items: list[tuple[str, Table, object]], key: str, findings: Findings) -> None:
    seen: dict[object, str] = {}
    for name, table, value in items:
        if value in seen:
            what = f"{key} {quoted(value)} is that of {seen[value]} too"
            findings.fault(table.line(key), what, "Give one of them another", file=name)
        seen.setdefault(value, name)


def _zones_in_use(
    zones: list[tuple[int, str]],
    exhibits: list[tuple[Table, ExhibitPart]],
    workshops: list[tuple[Table, WorkshopPart]],
    findings: Findings,
) -> None:
    used = {e.zone for _, e in exhibits} | {w.zone for _, w in workshops}
    for line, zone in zones:
        if zone not in used:
            what = f"nothing is in the zone {quoted(zone)}"
            findings.warn(line, what, "Put an exhibit or a workshop there, or delete the zone", file="site.toml")


def _strays(files: PackFolder, gallery: Gallery, findings: Findings) -> None:
    is_text = re.compile(r"site\.toml|theme\.toml|exhibits/.+\.md|workshops/.+\.toml")
    for name in sorted(files.sizes):
        if name.lower().endswith(PICTURE_SUFFIXES):
            if name not in gallery.used:
                findings.warn(0, "nothing uses this picture", "Name it somewhere, or take it away", file=name)
        elif not is_text.fullmatch(name) and not name.upper().startswith("README"):
            findings.warn(0, "nothing in a pack uses this file", "Is it in the right folder?", file=name)
