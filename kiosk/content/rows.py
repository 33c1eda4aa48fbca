"""A pack written into the tables, in the caller's transaction. What is there already keeps its id by its slug."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from db.models import (
    Base,
    Category,
    ClosedDays,
    Count,
    Exhibit,
    ExhibitText,
    Fact,
    Hotspot,
    Media,
    Moment,
    OpeningHours,
    RefundRule,
    Site,
    SiteFile,
    SiteText,
    Source,
    Weekly,
    Workshop,
    WorkshopPrice,
    WorkshopText,
    Zone,
    ZoneText,
)
from db.models import Session as WorkshopSession
from kiosk.content.media import media_path
from kiosk.content.pack import FORMAT, ExhibitPart, Pack, SitePart, Texts, WorkshopPart
from kiosk.content.search_text import search_text
from kiosk.content.stored import RETIRED, weekly_as_row

Row = TypeVar("Row", bound=Base)


def write_pack(session: Session, pack: Pack, pack_hash: str, now: datetime) -> UUID:
    """Make the tables say what the pack says. Returns the site's id.

    A workshop that ran once, a category, and a zone that counts speak of are retired and not deleted.
    """
    site = _site(session, pack.site, pack_hash, now)
    zones = _zones(session, site, pack.site)
    categories = _categories(session, site, pack.site)
    _files(session, site, pack, now)
    _exhibits(session, site, pack.exhibits, zones)
    _workshops(session, site, pack.workshops, zones, categories)
    _drop_zones(session, site, pack.site)
    _drop_files(session, site, pack)
    session.flush()
    return site


def _site(session: Session, part: SitePart, pack_hash: str, now: datetime) -> UUID:
    site = session.scalar(select(Site).where(Site.slug == part.slug))
    if site is None:
        last = session.scalar(select(Site.position).order_by(Site.position.desc()).limit(1))
        site = Site(slug=part.slug, position=0 if last is None else last + 1)
        session.add(site)
    site.theme = part.theme
    site.theme_colours = {name: dict(colours) for name, colours in part.colours.items()} or None
    site.attract = part.attract
    site.timezone = part.timezone
    site.map_path = part.map.name if part.map else None
    site.motif_path = part.motif.name if part.motif else None
    site.here = part.here
    site.calendar = part.holidays.calendar
    site.holiday_open = _minutes(part.holidays.open)
    site.holiday_close = _minutes(part.holidays.close)
    site.days_ahead = part.days_ahead
    site.cutoff_minutes = part.cutoff_minutes
    site.pack_format = FORMAT
    site.pack_hash = pack_hash
    site.imported_at = now
    session.flush()
    for kind in (SiteText, Source, OpeningHours, ClosedDays, RefundRule):
        session.execute(delete(kind).where(kind.site_id == site.id))
    columns = {"name": part.name, "tagline": part.tagline, "about": part.about, "address": part.address}
    session.add_all(SiteText(site_id=site.id, lang=lang, **row) for lang, row in _by_language(columns))
    session.add_all(
        Source(site_id=site.id, slug=source.id, position=at, text=dict(source.text))
        for at, source in enumerate(part.sources)
    )
    session.add_all(
        OpeningHours(
            site_id=site.id,
            position=at,
            days=list(hours.days),
            open_minute=_minutes(hours.open),
            close_minute=_minutes(hours.close),
            first_day=hours.first,
            last_day=hours.last,
        )
        for at, hours in enumerate(part.hours)
    )
    session.add_all(
        ClosedDays(site_id=site.id, position=at, first_day=row.first, last_day=row.last, note=dict(row.note))
        for at, row in enumerate(part.closed)
    )
    session.add_all(
        RefundRule(site_id=site.id, position=at, hours_before=row.hours_before, percent=row.percent)
        for at, row in enumerate(part.refund)
    )
    session.flush()
    return site.id


def _zones(session: Session, site: UUID, part: SitePart) -> dict[str, UUID]:
    known = _by_slug(session.scalars(select(Zone).where(Zone.site_id == site)))
    for at, row in enumerate(part.zones):
        zone = _known_or_new(session, known, row.slug, lambda slug: Zone(site_id=site, slug=slug))
        zone.position = at
        zone.level = row.level
    session.flush()
    ids = {row.slug: known[row.slug].id for row in part.zones}
    session.execute(delete(ZoneText).where(ZoneText.zone_id.in_(list(ids.values()))))
    for row in part.zones:
        session.add_all(ZoneText(zone_id=ids[row.slug], lang=lang, name=name) for lang, name in row.name.items())
    session.flush()
    return ids


def _categories(session: Session, site: UUID, part: SitePart) -> dict[str, UUID]:
    known = _by_slug(session.scalars(select(Category).where(Category.site_id == site)))
    for category in known.values():
        category.active = False
    for at, row in enumerate(part.categories):
        category = _known_or_new(session, known, row.slug, lambda slug: Category(site_id=site, slug=slug))
        category.position = at
        category.name = dict(row.name)
        category.percent = row.percent
        category.is_adult = row.adult
        category.needs_adult = row.needs_adult
        category.takes_seat = row.seat
        category.companion_of = row.companion_of
        category.any_of = [dict(condition) for condition in row.any_of]
        category.proof = dict(row.proof)
        category.active = True
    session.flush()
    return {row.slug: known[row.slug].id for row in part.categories}


def _files(session: Session, site: UUID, pack: Pack, now: datetime) -> None:
    """The files that the pack names: a row of each content, and what the pack calls it."""
    known = {file.path: file for file in session.scalars(select(SiteFile).where(SiteFile.site_id == site))}
    for drawing in dict.fromkeys(pack.drawings()):
        media = session.scalar(select(Media).where(Media.sha256 == drawing.sha256))
        if media is None:
            media = Media(
                sha256=drawing.sha256,
                kind=drawing.suffix.removeprefix("."),
                path=media_path(drawing),
                width=drawing.width,
                height=drawing.height,
                size=drawing.size,
                stored_at=now,
            )
            session.add(media)
            session.flush()
        file = known.get(drawing.name)
        if file is None:
            session.add(SiteFile(site_id=site, path=drawing.name, media_id=media.id))
        else:
            file.media_id = media.id
    session.flush()


def _exhibits(session: Session, site: UUID, parts: Iterable[ExhibitPart], zones: Mapping[str, UUID]) -> None:
    known = _by_slug(session.scalars(select(Exhibit).where(Exhibit.site_id == site)))
    gone = known.keys() - {part.slug for part in parts}
    session.execute(delete(Exhibit).where(Exhibit.id.in_([known[slug].id for slug in gone])))
    for part in parts:
        exhibit = _known_or_new(session, known, part.slug, lambda slug: Exhibit(site_id=site, slug=slug))
        exhibit.zone_id = zones[part.zone]
        exhibit.file_name = part.file_name
        exhibit.number = part.number
        exhibit.minutes = part.minutes
        exhibit.picture = part.picture.name if part.picture else None
        exhibit.interactive = part.interactive
        exhibit.parameters = dict(part.parameters)
        exhibit.related = list(part.related)
        session.flush()
        _exhibit_rows(session, exhibit.id, part)
    session.flush()


def _exhibit_rows(session: Session, exhibit: UUID, part: ExhibitPart) -> None:
    for kind in (ExhibitText, Fact, Hotspot, Moment):
        session.execute(delete(kind).where(kind.exhibit_id == exhibit))
    columns = {"name": part.name, "alt": part.alt}
    columns["story"] = {lang: "\n\n".join(paragraphs) for lang, paragraphs in part.story.items()}
    for lang, row in _by_language(columns, also=part.tags):
        tags = part.tags.get(lang, ())
        session.add(
            ExhibitText(
                exhibit_id=exhibit,
                lang=lang,
                teaser=part.story.get(lang, ("",))[0],
                tags=list(tags),
                search=search_text([row["name"], *tags]),
                **row,
            )
        )
    session.add_all(
        Fact(
            exhibit_id=exhibit,
            position=at,
            value=_plain(fact.value),
            unit=dict(fact.unit),
            label=dict(fact.label),
            source=fact.source,
            confidence=fact.confidence,
        )
        for at, fact in enumerate(part.facts)
    )
    session.add_all(
        Hotspot(exhibit_id=exhibit, position=at, x=spot.x, y=spot.y, title=dict(spot.title), text=dict(spot.text))
        for at, spot in enumerate(part.hotspots)
    )
    session.add_all(
        Moment(
            exhibit_id=exhibit,
            position=at,
            when=_plain(moment.when),
            text=dict(moment.text),
            source=moment.source,
            confidence=moment.confidence,
        )
        for at, moment in enumerate(part.timeline)
    )
    session.flush()


def _workshops(
    session: Session,
    site: UUID,
    parts: Iterable[WorkshopPart],
    zones: Mapping[str, UUID],
    categories: Mapping[str, UUID],
) -> None:
    known = _by_slug(session.scalars(select(Workshop).where(Workshop.site_id == site)))
    for slug in known.keys() - {part.slug for part in parts}:
        _retire_workshop(session, known[slug])
    for at, part in enumerate(parts):
        workshop = _known_or_new(session, known, part.slug, lambda slug: Workshop(site_id=site, slug=slug))
        workshop.zone_id = zones[part.zone]
        workshop.position = at
        workshop.minutes = part.minutes
        workshop.capacity = part.capacity
        workshop.min_party = part.min_party
        workshop.max_party = part.max_party
        workshop.min_age = part.min_age
        workshop.wheelchair_places = part.wheelchair_places
        workshop.picture = part.picture.name if part.picture else None
        workshop.price_fen = part.price
        workshop.active = True
        session.flush()
        _workshop_rows(session, workshop.id, part, categories)


def _retire_workshop(session: Session, workshop: Workshop) -> None:
    """What was ever run is kept, so that bookings and figures go on to have a name; the rest goes."""
    if session.scalar(select(exists().where(WorkshopSession.workshop_id == workshop.id))):
        workshop.active = False
    else:
        session.execute(delete(Workshop).where(Workshop.id == workshop.id))
    session.flush()


def _workshop_rows(session: Session, workshop: UUID, part: WorkshopPart, categories: Mapping[str, UUID]) -> None:
    for kind in (WorkshopText, WorkshopPrice):
        session.execute(delete(kind).where(kind.workshop_id == workshop))
    columns = {
        "name": part.name,
        "summary": part.summary,
        "story": part.story,
        "meeting_point": part.meeting_point,
        "alt": part.alt,
        "needs": part.needs,
    }
    session.add_all(WorkshopText(workshop_id=workshop, lang=lang, **row) for lang, row in _by_language(columns))
    session.add_all(
        WorkshopPrice(workshop_id=workshop, category_id=categories[category], price_fen=price)
        for category, price in part.prices.items()
    )
    _weekly(session, workshop, part)
    session.flush()


def _weekly(session: Session, workshop: UUID, part: WorkshopPart) -> None:
    """A recurrence that is still in the pack keeps its id, wherever it stands: sessions name the one they came from."""
    before = list(session.scalars(select(Weekly).where(Weekly.workshop_id == workshop).order_by(Weekly.position)))
    kept: list[Weekly | None] = []
    for row in part.weekly:
        same = next((old for old in before if weekly_as_row(old) == row), None)
        if same is not None:
            before.remove(same)
        kept.append(same)
    session.execute(delete(Weekly).where(Weekly.id.in_([old.id for old in before])))
    for at, found in enumerate(kept):
        if found is not None:
            found.position = -1 - at  # out of the way first: positions are unique at every moment
    session.flush()
    for at, (row, found) in enumerate(zip(part.weekly, kept, strict=True)):
        if found is not None:
            found.position = at
            continue
        session.add(
            Weekly(
                workshop_id=workshop,
                position=at,
                days=list(row.days),
                times=[f"{start:%H:%M}" for start in row.times],
                language=row.language,
                first_day=row.first,
                last_day=row.last,
                capacity=row.capacity,
                on_holidays=row.on_holidays,
            )
        )


def _drop_zones(session: Session, site: UUID, part: SitePart) -> None:
    wanted = {row.slug for row in part.zones}
    for zone in session.scalars(select(Zone).where(Zone.site_id == site)).all():
        if zone.slug in wanted:
            continue
        spoken_of = (
            select(exists().where(Workshop.zone_id == zone.id)),
            select(exists().where(Count.zone_id == zone.id)),
        )
        if any(session.scalar(asked) for asked in spoken_of):
            zone.position = RETIRED
        else:
            session.execute(delete(Zone).where(Zone.id == zone.id))


def _drop_files(session: Session, site: UUID, pack: Pack) -> None:
    wanted = {drawing.name for drawing in pack.drawings()}
    # Retired workshops keep their pictures too.
    wanted |= {name for name in session.scalars(select(Workshop.picture).where(Workshop.site_id == site)) if name}
    session.execute(delete(SiteFile).where(SiteFile.site_id == site, SiteFile.path.not_in(wanted)))


def _by_slug(rows: Iterable[Row]) -> dict[str, Row]:
    return {row.slug: row for row in rows}  # type: ignore[attr-defined]  # every table that comes here has a slug


def _known_or_new(session: Session, known: dict[str, Row], slug: str, make: Callable[[str], Row]) -> Row:
    row = known.get(slug)
    if row is None:
        row = known[slug] = make(slug)
        session.add(row)
    return row


def _by_language(columns: Mapping[str, Texts], also: Iterable[str] = ()) -> list[tuple[str, dict[str, str]]]:
    """The columns of a text table turned into its rows: a row for each language that says anything."""
    languages = sorted({lang for texts in columns.values() for lang in texts} | set(also))
    return [(lang, {name: texts.get(lang, "") for name, texts in columns.items()}) for lang in languages]


def _plain(texts: Texts) -> Any:
    """A text without language as itself, others by language."""
    return texts[""] if list(texts) == [""] else dict(texts)


def _minutes(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute
