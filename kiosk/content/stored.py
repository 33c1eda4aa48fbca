"""The pack that the database holds, read back as values."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    Category,
    ClosedDays,
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
from kiosk.content.pack import (
    CategoryRow,
    ClosedRow,
    Drawing,
    ExhibitPart,
    FactRow,
    HolidayRule,
    HotspotRow,
    HoursRow,
    MomentRow,
    Pack,
    RefundRow,
    SitePart,
    SourceRow,
    WeeklyRow,
    WorkshopPart,
    ZoneRow,
)

RETIRED = -1
"""The position of a zone that the pack no longer has, but that counts or old sessions still speak of."""


def stored_pack(session: Session, slug: str) -> Pack | None:
    """The pack of a site as it was imported last; None where there is no such site."""
    site = session.scalar(select(Site).where(Site.slug == slug))
    if site is None:
        return None
    drawings = _drawings(session, site.id)
    zones = session.scalars(select(Zone).where(Zone.site_id == site.id).order_by(Zone.position, Zone.slug)).all()
    zone_slugs = {zone.id: zone.slug for zone in zones}
    return Pack(
        _site_part(session, site, [z for z in zones if z.position != RETIRED], drawings),
        tuple(_exhibits(session, site.id, zone_slugs, drawings)),
        tuple(_workshops(session, site.id, zone_slugs, drawings)),
    )


def minutes_as_time(minutes: int) -> time:
    """Minutes after midnight as a time of day; the end of a day, 1440, is its last minute."""
    return time(*divmod(min(minutes, 24 * 60 - 1), 60))


def value_as_texts(value: Any) -> Mapping[str, str]:
    """A stored text, or texts by language, as texts: one without language stands under the empty language."""
    return {"": value} if isinstance(value, str) else value


def _drawings(session: Session, site: UUID) -> dict[str, Drawing]:
    rows = session.execute(
        select(SiteFile.path, Media).join(Media, Media.id == SiteFile.media_id).where(SiteFile.site_id == site)
    ).all()
    return {path: Drawing(path, m.sha256, f".{m.kind}", m.width, m.height, m.size) for path, m in rows}


def _column(rows: Iterable[Any], name: str) -> dict[str, str]:
    """One column of the rows of a text table, by language; the empty text is a missing one."""
    return {row.lang: text for row in sorted(rows, key=lambda r: str(r.lang)) if (text := getattr(row, name))}


def _site_part(session: Session, site: Site, zones: list[Zone], drawings: Mapping[str, Drawing]) -> SitePart:
    texts = session.scalars(select(SiteText).where(SiteText.site_id == site.id)).all()
    names = defaultdict(list)
    for row in session.scalars(select(ZoneText).join(Zone, Zone.id == ZoneText.zone_id).where(Zone.site_id == site.id)):
        names[row.zone_id].append(row)
    sources = session.scalars(select(Source).where(Source.site_id == site.id).order_by(Source.position))
    hours = session.scalars(select(OpeningHours).where(OpeningHours.site_id == site.id).order_by(OpeningHours.position))
    closed = session.scalars(select(ClosedDays).where(ClosedDays.site_id == site.id).order_by(ClosedDays.position))
    categories = session.scalars(
        select(Category).where(Category.site_id == site.id, Category.active).order_by(Category.position)
    )
    refund = session.scalars(select(RefundRule).where(RefundRule.site_id == site.id).order_by(RefundRule.position))
    return SitePart(
        slug=site.slug,
        theme=site.theme,
        colours=site.theme_colours or {},
        attract=site.attract,
        timezone=site.timezone,
        here=site.here,
        name=_column(texts, "name"),
        tagline=_column(texts, "tagline"),
        about=_column(texts, "about"),
        address=_column(texts, "address"),
        map=drawings.get(site.map_path or ""),
        motif=drawings.get(site.motif_path or ""),
        sources=tuple(SourceRow(row.slug, row.text) for row in sources),
        hours=tuple(
            HoursRow(
                tuple(row.days),
                minutes_as_time(row.open_minute),
                minutes_as_time(row.close_minute),
                row.first_day,
                row.last_day,
            )
            for row in hours
        ),
        closed=tuple(ClosedRow(row.first_day, row.last_day, row.note) for row in closed),
        holidays=HolidayRule(
            site.calendar or "",
            None if site.holiday_open is None else minutes_as_time(site.holiday_open),
            None if site.holiday_close is None else minutes_as_time(site.holiday_close),
        ),
        zones=tuple(ZoneRow(zone.slug, zone.level, _column(names[zone.id], "name")) for zone in zones),
        categories=tuple(
            CategoryRow(
                slug=row.slug,
                name=row.name,
                percent=row.percent,
                adult=row.is_adult,
                needs_adult=row.needs_adult,
                any_of=tuple(row.any_of),
                proof=row.proof,
                seat=row.takes_seat,
                companion_of=row.companion_of,
            )
            for row in categories
        ),
        days_ahead=site.days_ahead,
        cutoff_minutes=site.cutoff_minutes,
        refund=tuple(RefundRow(row.hours_before, row.percent) for row in refund),
    )


def _exhibits(
    session: Session, site: UUID, zones: Mapping[UUID, str], drawings: Mapping[str, Drawing]
) -> Iterable[ExhibitPart]:
    mine = Exhibit.site_id == site
    texts, facts, hotspots, moments = defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    for text in session.scalars(select(ExhibitText).join(Exhibit, Exhibit.id == ExhibitText.exhibit_id).where(mine)):
        texts[text.exhibit_id].append(text)
    for fact in session.scalars(
        select(Fact).join(Exhibit, Exhibit.id == Fact.exhibit_id).where(mine).order_by(Fact.position)
    ):
        facts[fact.exhibit_id].append(
            FactRow(value_as_texts(fact.value), fact.unit, fact.label, fact.source, fact.confidence)
        )
    for spot in session.scalars(
        select(Hotspot).join(Exhibit, Exhibit.id == Hotspot.exhibit_id).where(mine).order_by(Hotspot.position)
    ):
        hotspots[spot.exhibit_id].append(HotspotRow(spot.x, spot.y, spot.title, spot.text))
    for moment in session.scalars(
        select(Moment).join(Exhibit, Exhibit.id == Moment.exhibit_id).where(mine).order_by(Moment.position)
    ):
        row = MomentRow(value_as_texts(moment.when), moment.text, moment.source, moment.confidence)
        moments[moment.exhibit_id].append(row)
    for exhibit in session.scalars(select(Exhibit).where(mine).order_by(Exhibit.number, Exhibit.slug)):
        own = sorted(texts[exhibit.id], key=lambda row: row.lang)
        yield ExhibitPart(
            file_name=exhibit.file_name,
            slug=exhibit.slug,
            number=exhibit.number,
            zone=zones[exhibit.zone_id],
            minutes=exhibit.minutes,
            picture=drawings.get(exhibit.picture or ""),
            name=_column(own, "name"),
            alt=_column(own, "alt"),
            tags={row.lang: tuple(row.tags) for row in own if row.tags},
            related=tuple(exhibit.related),
            interactive=exhibit.interactive,
            parameters=exhibit.parameters,
            facts=tuple(facts[exhibit.id]),
            hotspots=tuple(hotspots[exhibit.id]),
            timeline=tuple(moments[exhibit.id]),
            story={row.lang: tuple(row.story.split("\n\n")) for row in own if row.story},
        )


def _workshops(
    session: Session, site: UUID, zones: Mapping[UUID, str], drawings: Mapping[str, Drawing]
) -> Iterable[WorkshopPart]:
    mine = (Workshop.site_id == site, Workshop.active)
    texts, weekly = defaultdict(list), defaultdict(list)
    prices: dict[UUID, dict[str, int]] = defaultdict(dict)
    for text in session.scalars(select(WorkshopText).join(Workshop).where(*mine)):
        texts[text.workshop_id].append(text)
    priced = select(WorkshopPrice, Category.slug).join(Workshop, Workshop.id == WorkshopPrice.workshop_id)
    for price, category in session.execute(
        priced.join(Category, Category.id == WorkshopPrice.category_id).where(*mine).order_by(Category.slug)
    ):
        prices[price.workshop_id][category] = price.price_fen
    for row in session.scalars(select(Weekly).join(Workshop).where(*mine).order_by(Weekly.position)):
        weekly[row.workshop_id].append(weekly_as_row(row))
    for workshop in session.scalars(select(Workshop).where(*mine).order_by(Workshop.slug)):
        own = texts[workshop.id]
        yield WorkshopPart(
            slug=workshop.slug,
            zone=zones[workshop.zone_id],
            minutes=workshop.minutes,
            capacity=workshop.capacity,
            min_party=workshop.min_party,
            max_party=workshop.max_party,
            min_age=workshop.min_age,
            wheelchair_places=workshop.wheelchair_places,
            picture=drawings.get(workshop.picture or ""),
            price=workshop.price_fen,
            name=_column(own, "name"),
            summary=_column(own, "summary"),
            story=_column(own, "story"),
            meeting_point=_column(own, "meeting_point"),
            alt=_column(own, "alt"),
            needs=_column(own, "needs"),
            prices=prices[workshop.id],
            weekly=tuple(weekly[workshop.id]),
        )


def weekly_as_row(row: Weekly) -> WeeklyRow:
    """A stored weekly recurrence as a value."""
    return WeeklyRow(
        tuple(row.days),
        tuple(time.fromisoformat(start) for start in row.times),
        row.language,
        row.first_day,
        row.last_day,
        row.capacity,
        row.on_holidays,
    )
