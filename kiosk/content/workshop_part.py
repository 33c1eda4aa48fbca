"""workshops/*.toml: something to take part in, and when."""

from kiosk.content import limits, prose
from kiosk.content.exhibit_part import Surroundings
from kiosk.content.faults import quoted
from kiosk.content.pack import WeeklyRow, WorkshopPart
from kiosk.content.tables import Table

MOST_FEN = 10_000_000  # 100,000 yuan a head


def read_workshop(table: Table, around: Surroundings) -> WorkshopPart | None:
    """Read one file; None where the faults noted leave too little to stand on."""
    slug = table.slug()
    zone = table.slug("zone")
    if zone is not None and around.names.zones and zone not in around.names.zones:
        table.fault("zone", f"{quoted(zone)} is no zone of this park", "Write the slug of a [[zone]] of site.toml")
    minutes = table.whole("minutes", 5, 24 * 60)
    capacity = table.whole("capacity", 1, 10_000)
    min_party = table.whole("min_party", 1, 1_000, default=1) or 1
    max_party = table.whole("max_party", 1, 1_000, default=min(capacity or 1, 10)) or 1
    min_age = table.whole_or_none("min_age", 0, 120)
    wheelchair_places = table.whole("wheelchair_places", 0, 10_000, default=0) or 0
    picture = around.drawing(table, "picture")
    price = table.whole("price", 0, MOST_FEN)
    name = table.texts("name")
    summary = table.texts("summary", most=limits.SHORT_TEXT)
    story = table.texts("story", most=limits.LONG_TEXT)
    prose.judge_note("summary", summary, table)
    for lang, text in story.items():
        prose.judge_story(lang, [(table.line("story"), p) for p in prose.paragraphs(text)], table.findings)
    meeting_point = table.texts("meeting_point", most=limits.SHORT_TEXT)
    alt = table.texts("alt", required=False, most=limits.SHORT_TEXT)
    if not alt:
        table.findings.warn(
            table.line(), "the picture has no alt text", "Say in alt = {…} what it shows, for the blind"
        )
    needs = table.texts("needs", required=False, most=limits.SHORT_TEXT)
    prices = _prices(table, around)
    weekly = tuple(w for row in table.rows("weekly", most=60) if (w := _weekly(row, minutes, capacity)) is not None)
    if not weekly and not table.has("weekly"):
        table.findings.warn(table.line(), "this workshop is never held", "Add a [[weekly]] with days and times")
    table.end()
    _sizes(table, capacity, min_party, max_party, wheelchair_places)
    if slug is None or zone is None or minutes is None or capacity is None or price is None:
        return None
    return WorkshopPart(
        slug=slug,
        zone=zone,
        minutes=minutes,
        capacity=capacity,
        min_party=min_party,
        max_party=max_party,
        min_age=min_age,
        wheelchair_places=wheelchair_places,
        picture=picture,
        price=price,
        name=name,
        summary=summary,
        story=story,
        meeting_point=meeting_point,
        alt=alt,
        needs=needs,
        prices=prices,
        weekly=weekly,
    )


def _sizes(table: Table, capacity: int | None, min_party: int, max_party: int, wheelchair_places: int) -> None:
    if min_party > max_party:
        table.fault("min_party", f"min_party {min_party} is more than max_party {max_party}", "Correct one of them")
    if capacity is not None and max_party > capacity:
        table.fault("max_party", f"a party of {max_party} never fits into {capacity} seats", "Lower max_party")
    if capacity is not None and wheelchair_places > capacity:
        table.fault("wheelchair_places", "more wheelchair places than seats", "They are some of the seats")


def _prices(table: Table, around: Surroundings) -> dict[str, int]:
    given = table.table("prices")
    found: dict[str, int] = {}
    for category in sorted(given.values) if given is not None else ():
        assert given is not None
        price = given.whole(category, 0, MOST_FEN)
        if category not in around.names.categories:
            known = ", ".join(sorted(around.names.categories))
            given.fault(category, f"{quoted(category)} is no category of this park", f"Known here: {known}")
        elif price is not None:
            found[category] = price
    return found


def _weekly(row: Table, minutes: int | None, capacity: int | None) -> WeeklyRow | None:
    days = row.days("days")
    times = row.times("times")
    language = row.one_of("language", ("zh", "en")) if row.has("language") else "zh"
    first, last = row.day("from", required=False), row.day("to", required=False)
    own = row.whole_or_none("capacity", 1, 10_000)
    on_holidays = row.flag("on_holidays", default=True)
    row.end()
    if first is not None and last is not None and last < first:
        row.fault("to", "the season ends before it begins", "Exchange from and to")
    if own is not None and capacity is not None and own > capacity:
        row.fault("capacity", f"{own} is more than the workshop's own {capacity} seats", "Raise that, or lower this")
    if minutes is not None:
        starts = [t.hour * 60 + t.minute for t in times]
        if starts and starts[-1] + minutes > 24 * 60:
            row.fault("times", "the last session would end after midnight", "Begin earlier")
    if not days or not times or language is None:
        return None
    return WeeklyRow(days, times, language, first, last, own, on_holidays)
