"""site.toml: the park itself."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.content import limits
from kiosk.content.faults import quoted
from kiosk.content.pack import (
    CONDITIONS,
    FORMAT,
    CategoryRow,
    ClosedRow,
    Drawing,
    HolidayRule,
    HoursRow,
    RefundRow,
    SitePart,
    SourceRow,
    ZoneRow,
)
from kiosk.content.tables import Table, is_slug
from kiosk.resources import resource


@dataclass
class Names:
    """What site.toml names, for the other files to refer to; filled also where the rest of it has faults."""

    zones: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    categories: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What lies beside site.toml and belongs to the park as a whole."""

    map: Drawing | None
    motif: Drawing | None
    colours: Mapping[str, Mapping[str, str]]


def read_site(table: Table, names: Names, drawn: Drawn, machines: Collection[str] | None) -> SitePart | None:
    """Read site.toml; None where the faults noted leave too little to stand on.

    `machines`: those that may play on the attract page; None where the caller can't say which there are."""
    _format(table)
    slug = table.slug()
    theme = table.slug("theme")
    if theme is not None:
        _known_theme(table, theme)
    attract = table.slug("attract") if machines is None else table.one_of("attract", sorted(machines))
    timezone = _timezone(table)
    here = table.slug("here")
    name = table.texts("name")
    tagline = table.texts("tagline", most=limits.SHORT_TEXT)
    about = table.texts("about", most=limits.LONG_TEXT)
    address = table.texts("address", most=limits.SHORT_TEXT)
    sources = _sources(table, names)
    hours = tuple(h for row in table.rows("hours", required=True) if (h := _hours(row)) is not None)
    closed = tuple(c for row in table.rows("closed") if (c := _closed(row)) is not None)
    holidays = _holidays(table)
    zones = _zones(table, names)
    categories = _categories(table, names)
    if here is not None and names.zones and here not in names.zones:
        table.fault("here", f"here = {quoted(here)} is no zone of this park", "Write the slug of a [[zone]]")
    days_ahead, cutoff, refund = _rules(table)
    table.end("map", "motif")
    if slug is None or theme is None or attract is None or timezone is None or here is None:
        return None
    return SitePart(
        slug=slug,
        theme=theme,
        colours=drawn.colours,
        attract=attract,
        timezone=timezone,
        here=here,
        name=name,
        tagline=tagline,
        about=about,
        address=address,
        map=drawn.map,
        motif=drawn.motif,
        sources=sources,
        hours=hours,
        closed=closed,
        holidays=holidays,
        zones=zones,
        categories=categories,
        days_ahead=days_ahead,
        cutoff_minutes=cutoff,
        refund=refund,
    )


def _format(table: Table) -> None:
    found = table.whole("format", 1, 1_000_000)
    if found is not None and found != FORMAT:
        table.fault(
            "format", f"format {found} is newer than this program knows", f"Update the program, or use {FORMAT}"
        )


def _known_theme(table: Table, theme: str) -> None:
    try:
        resource("themes", f"{theme}.toml")
    except FileNotFoundError:
        try:
            known = ", ".join(sorted(p.stem for p in resource("themes").glob("*.toml")))
        except FileNotFoundError:
            known = ""
        if known:  # a program without any theme at all is not the pack's fault
            table.fault("theme", f"no theme {quoted(theme)} comes with the program", f"Use one of {known}")


def _timezone(table: Table) -> str | None:
    name = table.text("timezone", most=60)
    if name is None:
        return None
    try:
        # Only names as the tz database writes them: ZoneInfo looks for files.
        if not all(part.replace("_", "").replace("-", "").replace("+", "").isalnum() for part in name.split("/")):
            raise ZoneInfoNotFoundError(name)
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        table.fault("timezone", f"{quoted(name)} is no time zone", 'Write timezone = "Asia/Shanghai"')
        return None
    return name


def _sources(table: Table, names: Names) -> tuple[SourceRow, ...]:
    rows = []
    for row in table.rows("source"):
        ident = row.slug("id")
        text = row.texts("text", most=limits.SHORT_TEXT)
        row.end()
        if ident is not None:
            names.sources.add(ident)
            rows.append((row, SourceRow(ident, text)))
    table.unique(rows, lambda s: s.id, "source")
    return tuple(s for _, s in rows)


def _hours(row: Table) -> HoursRow | None:
    days = row.days("days")
    opens, closes = row.clock("open"), row.clock("close")
    first, last = row.day("from", required=False), row.day("to", required=False)
    row.end()
    if first is not None and last is not None and last < first:
        row.fault("to", "the season ends before it begins", "Exchange from and to")
    if opens is None or closes is None:
        return None
    if closes <= opens:
        row.fault("close", "the park closes before it opens", "A day ends at 23:59 at the latest")
    return HoursRow(days, opens, closes, first, last)


def _closed(row: Table) -> ClosedRow | None:
    first, last = row.day("from"), row.day("to")
    note = row.texts("note", required=False, most=limits.SHORT_TEXT)
    row.end()
    if first is None or last is None:
        return None
    if last < first:
        row.fault("to", "the last closed day lies before the first", "Exchange from and to")
    return ClosedRow(first, last, note)


def _holidays(table: Table) -> HolidayRule:
    rules = table.table("holidays")
    if rules is None:
        return HolidayRule("cn", None, None)
    calendar = rules.slug("calendar") if rules.has("calendar") else "cn"
    if calendar is not None:
        try:
            resource("holidays", f"{calendar}.toml")
        except FileNotFoundError:
            rules.fault("calendar", f"there is no holiday table {quoted(calendar)}", 'Write calendar = "cn"')
    opens, closes = rules.clock("open", required=False), rules.clock("close", required=False)
    rules.end()
    if (opens is None) != (closes is None):
        rules.fault(None, "of open and close on holidays only one is given", "Give both, or none: then as the weekday")
    elif opens is not None and closes is not None and closes <= opens:
        rules.fault("close", "the park closes before it opens on holidays", "Exchange open and close")
    return HolidayRule(calendar or "cn", opens, closes)


def _zones(table: Table, names: Names) -> tuple[ZoneRow, ...]:
    rows = []
    for row in table.rows("zone", required=True):
        slug = row.slug()
        level = row.whole("level", -5, 50, default=1)
        name = row.texts("name")
        row.end()
        if slug is not None and level is not None:
            names.zones.add(slug)
            rows.append((row, ZoneRow(slug, level, name)))
    table.unique(rows, lambda z: z.slug, "zone")
    return tuple(z for _, z in rows)


def _categories(table: Table, names: Names) -> tuple[CategoryRow, ...]:
    rows: list[tuple[Table, CategoryRow]] = []
    for row in table.rows("category", required=True, most=30):
        category = _category(row)
        if category is not None:
            names.categories.add(category.slug)
            rows.append((row, category))
    table.unique(rows, lambda c: c.slug, "category")
    for row, category in rows:
        whom = category.companion_of
        if whom is not None and (whom not in names.categories or whom == category.slug):
            row.fault("companion_of", f"{quoted(whom)} is no other category", "Write the slug of one of them")
    if rows and not any(c.adult for _, c in rows):
        table.fault("category", "no category is of adults", "Write adult = true in one: it is “one person”")
    return tuple(c for _, c in rows)


def _category(row: Table) -> CategoryRow | None:
    slug = row.slug()
    name = row.texts("name")
    percent = row.whole("percent", 0, 100)
    adult = row.flag("adult", default=False)
    needs_adult = row.flag("needs_adult", default=False)
    any_of = _conditions(row)
    proof = row.texts("proof", required=False, most=limits.SHORT_TEXT)
    seat = row.flag("seat", default=True)
    companion_of = row.slug("companion_of") if row.has("companion_of") else None
    row.end()
    if adult and needs_adult:
        row.fault("needs_adult", "an adult can't need an adult", "Take one of adult and needs_adult away")
    if any_of and not proof:
        row.findings.warn(row.line(), "a discount without proof", "Say in proof = {…} what is shown at the desk")
    if slug is None or percent is None:
        return None
    return CategoryRow(slug, name, percent, adult, needs_adult, any_of, proof, seat, companion_of)


def _conditions(row: Table) -> tuple[Mapping[str, int | str], ...]:
    found: list[Mapping[str, int | str]] = []
    for part in row.rows("any_of", most=10):
        condition: dict[str, int | str] = {}
        for key in CONDITIONS:
            if not part.has(key):
                continue
            if key == "card":
                card = part.text(key, most=40)
                if card is not None and not is_slug(card):
                    part.fault(key, f"{quoted(card)} can't be the name of a card", "Small letters, digits and dashes")
                elif card is not None:
                    condition[key] = card
            elif (value := part.whole(key, 0, 250)) is not None:
                condition[key] = value
        part.end()
        if not part.values:
            part.fault(None, "an alternative that asks for nothing", f"Write one of {', '.join(CONDITIONS)}")
        found.append(condition)
    return tuple(found)


def _rules(table: Table) -> tuple[int, int, tuple[RefundRow, ...]]:
    rules = table.table("rules")
    if rules is None:
        return 30, 0, ()
    days_ahead = rules.whole("days_ahead", 0, 366, default=30)
    cutoff = rules.whole("cutoff_minutes", 0, 7 * 24 * 60, default=0)
    refund: list[tuple[Table, RefundRow]] = []
    for row in rules.rows("refund", most=10):
        hours, percent = row.whole("hours_before", 0, 24 * 366), row.whole("percent", 0, 100)
        row.end()
        if hours is not None and percent is not None:
            if refund and hours >= refund[-1][1].hours_before:
                row.fault("hours_before", "this rule is never reached", "Write the rule with the most hours first")
            refund.append((row, RefundRow(hours, percent)))
    rules.end()
    return days_ahead or 0, cutoff or 0, tuple(r for _, r in refund)
