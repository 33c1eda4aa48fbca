"""exhibits/*.md: front matter between two +++ lines, then the story in each language."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.content import limits, prose
from kiosk.content.faults import Findings, quoted
from kiosk.content.pack import CONFIDENCES, Drawing, ExhibitPart, FactRow, HotspotRow, MomentRow
from kiosk.content.site_part import Names
from kiosk.content.tables import Table
from kiosk.content.toml_lines import read_toml

# name of an interactive -> its parameters: lowest, highest, unit
Machines = Mapping[str, Mapping[str, tuple[float, float, str]]]
FindDrawing = Callable[[Table, str], Drawing | None]

_HEADING = re.compile(r"#[ \t]+([a-z]{2,3}(?:-[A-Z][A-Za-z]{1,3})?)[ \t]*")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an exhibit or a workshop may refer to. `machines` is None where the caller can't say which there are."""

    names: Names
    machines: Machines | None
    drawing: FindDrawing


def read_exhibit(
    file_name: str, text: str, around: Surroundings, findings: Findings
) -> tuple[Table, ExhibitPart] | None:
    """Read one file; None where the faults noted leave too little to stand on."""
    front, story_text, story_line = _split(text, findings)
    if front is None:
        return None
    story = _story(story_text, story_line, findings)
    document = read_toml(front, findings, first_line=2)
    if document is None:
        return None
    table = Table(document.values, document, findings)
    table.missing_translations("story", story)
    slug = table.slug()
    number = table.whole("number", 1, 9_999)
    zone = table.slug("zone")
    if zone is not None and around.names.zones and zone not in around.names.zones:
        table.fault("zone", f"{quoted(zone)} is no zone of this park", "Write the slug of a [[zone]] of site.toml")
    minutes = table.whole("minutes", 1, 600, default=3)
    picture = around.drawing(table, "picture")
    name = table.texts("name")
    alt = table.texts("alt", required=False, most=limits.SHORT_TEXT)
    if not alt:
        table.findings.warn(
            table.line(), "the picture has no alt text", "Say in alt = {…} what it shows, for the blind"
        )
    tags = table.words("tags")
    related = table.slugs("related")
    interactive, parameters = _interactive(table, around.machines)
    facts = tuple(f for row in table.rows("fact") if (f := _fact(row, around.names)) is not None)
    hotspots = tuple(h for row in table.rows("hotspot") if (h := _hotspot(row)) is not None)
    timeline = tuple(m for row in table.rows("moment") if (m := _moment(row, around.names)) is not None)
    table.end()
    if slug is None or number is None or zone is None or minutes is None or not story:
        return None
    return table, ExhibitPart(
        file_name=file_name,
        slug=slug,
        number=number,
        zone=zone,
        minutes=minutes,
        picture=picture,
        name=name,
        alt=alt,
        tags=tags,
        related=related,
        interactive=interactive,
        parameters=parameters,
        facts=facts,
        hotspots=hotspots,
        timeline=timeline,
        story=story,
    )


def _split(text: str, findings: Findings) -> tuple[str | None, str, int]:
    """Front matter (None where there is none), story, and the line on which the story begins."""
    rows = text.split("\n")
    if rows[0].rstrip() != "+++":
        findings.fault(1, "the file does not begin with +++", "Write +++ as the first line, then the table, then +++")
        return None, "", 1
    for number, row in enumerate(rows[1:], start=1):
        if row.rstrip() == "+++":
            return "\n".join(rows[1:number]), "\n".join(rows[number + 1 :]), number + 2
    findings.fault(1, "the table that begins here has no end", "Write +++ alone on a line below it")
    return None, "", 1


def _story(text: str, first_line: int, findings: Findings) -> dict[str, tuple[str, ...]]:
    """The paragraphs of each language that the text has."""
    found = _by_language(text, first_line, findings)
    if not found:
        findings.fault(first_line, "there is no story", "Write # zh and # en, each with its text, below the second +++")
    story: dict[str, tuple[str, ...]] = {}
    for lang in sorted(found):
        filled = [p for p in found[lang] if p]
        if not filled:
            findings.fault(first_line, f"the story in {lang} is empty", "Write it, or delete its heading")
        elif sum(len(row) for p in filled for _, row in p) > limits.LONG_TEXT or len(filled) > limits.ROWS:
            findings.fault(filled[0][0][0], f"the story in {lang} is too long", f"At most {limits.LONG_TEXT} signs")
        else:
            whole = [(p[0][0], prose.join_rows([row for _, row in p])) for p in filled]
            prose.judge_story(lang, whole, findings)
            story[lang] = tuple(paragraph for _, paragraph in whole)
    return story


_Paragraphs = list[list[tuple[int, str]]]  # rows with their lines


def _by_language(text: str, first_line: int, findings: Findings) -> dict[str, _Paragraphs]:
    found: dict[str, _Paragraphs] = {}
    now: _Paragraphs | None = None
    for line, row in enumerate(text.split("\n"), start=first_line):
        heading = _HEADING.fullmatch(row)
        if heading is not None:
            if heading[1] in found:
                findings.fault(line, f"the story in {heading[1]} is there twice", "Join the two")
            now = found.setdefault(heading[1], [])
            now.append([])
        elif row.lstrip().startswith("#"):
            findings.fault(
                line, f"{quoted(row.strip())} is not a language", "Only # zh, # en and the like head a story"
            )
        elif now is not None:
            if row.strip():
                now[-1].append((line, row.strip()))
            else:
                now.append([])
        elif row.strip():
            findings.fault(line, "this text stands under no language", "Write # zh or # en above it")
            now = [[]]
    return found


def _interactive(table: Table, machines: Machines | None) -> tuple[str | None, dict[str, float]]:
    name = table.slug("interactive") if table.has("interactive") else None
    given = table.table("parameters")
    if given is not None and name is None and not table.has("interactive"):
        table.fault("parameters", "parameters without an interactive", "Name the interactive that they are for")
    known = None if machines is None or name is None else machines.get(name)
    if machines is not None and name is not None and known is None:
        table.fault(
            "interactive", f"there is no interactive {quoted(name)}", f"Use one of {', '.join(sorted(machines))}"
        )
    parameters: dict[str, float] = {}
    for key in sorted(given.values) if given is not None else ():
        assert given is not None
        if len(parameters) >= 40 or len(key) > 60:
            given.fault(key, "too many parameters, or too long a name", "At most 40, as docs/interactives.md lists")
            break
        if known is not None and key not in known:
            mend = f"It has {', '.join(sorted(known))}"
            given.fault(key, f"{quoted(name)} has no parameter {quoted(key)}", mend)
            continue
        low, high = known[key][:2] if known is not None else (-1e12, 1e12)
        value = given.number(key, low, high)
        if value is not None:
            parameters[key] = value
    return name, parameters


def _known_source(table: Table, key: str, source: str, names: Names) -> bool:
    if source not in names.sources:
        table.fault(key, f"the source {quoted(source)} is not listed", "Add it as a [[source]] of site.toml")
        return False
    return True


def _fact(row: Table, names: Names) -> FactRow | None:
    value = row.plain_or_texts("value")
    unit = row.plain_or_texts("unit", empty=True) if row.has("unit") else {}
    label = row.texts("label")
    source = row.slug("source")
    confidence = row.one_of("confidence", CONFIDENCES)
    row.end()
    if source is None or not _known_source(row, "source", source, names) or confidence is None:
        return None
    return FactRow(value, unit, label, source, confidence)


def _hotspot(row: Table) -> HotspotRow | None:
    x, y = row.number("x", 0, 1), row.number("y", 0, 1)
    title = row.texts("title", most=60)
    text = row.texts("text", most=limits.SHORT_TEXT)
    prose.judge_note("text", text, row)
    row.end()
    return None if x is None or y is None else HotspotRow(x, y, title, text)


def _moment(row: Table, names: Names) -> MomentRow | None:
    when = row.plain_or_texts("when")
    text = row.texts("text", most=limits.SHORT_TEXT)
    source = row.slug("source")
    confidence = row.one_of("confidence", CONFIDENCES)
    row.end()
    if source is None or not _known_source(row, "source", source, names) or confidence is None:
        return None
    return MomentRow(when, text, source, confidence)
