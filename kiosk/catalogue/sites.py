"""Parks and their zones."""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Exhibit, Media, SiteFile, SiteText, ZoneText
from db.models import Site as SiteRow
from db.models import Zone as ZoneRow
from kiosk.catalogue.errors import UnknownSite
from kiosk.catalogue.picking import column, pick, pick_other
from kiosk.catalogue.views import Picture, Site, Zone


class ZoneNames(NamedTuple):
    """A zone as exhibits and workshops name it."""

    slug: str
    name: str


def site_row(session: Session, slug: str) -> SiteRow:
    """The stored park. Raises UnknownSite."""
    row = session.scalar(select(SiteRow).where(SiteRow.slug == slug))
    if row is None:
        raise UnknownSite(slug, tuple(session.scalars(select(SiteRow.slug).order_by(SiteRow.position))))
    return row


def read_sites(session: Session, lang: str, media_folder: Path, slug: str | None = None) -> tuple[Site, ...]:
    """Every park in the order in which they came, or the one that is named. Raises UnknownSite."""
    rows = (
        list(session.scalars(select(SiteRow).order_by(SiteRow.position))) if slug is None else [site_row(session, slug)]
    )
    texts = defaultdict(list)
    for text in session.scalars(select(SiteText).where(SiteText.site_id.in_([row.id for row in rows]))):
        texts[text.site_id].append(text)
    return tuple(_site(session, row, texts[row.id], lang, media_folder) for row in rows)


def _site(session: Session, row: SiteRow, texts: list[SiteText], lang: str, media_folder: Path) -> Site:
    names = column(texts, "name")
    files = pictures(session, row.id, media_folder, [row.map_path, row.motif_path])
    plan, motif = files.get(row.map_path or ""), files.get(row.motif_path or "")
    return Site(
        id=row.id,
        slug=row.slug,
        name=pick(names, lang),
        other_name=pick_other(names, lang),
        tagline=pick(column(texts, "tagline"), lang),
        about=pick(column(texts, "about"), lang),
        address=pick(column(texts, "address"), lang),
        timezone=row.timezone,
        theme=row.theme,
        attract=row.attract,
        map=plan.path if plan else None,
        motif=motif.path if motif else None,
        here=row.here,
        colours=row.theme_colours or {},
    )


def read_zones(session: Session, site: UUID, lang: str) -> tuple[Zone, ...]:
    """The zones of a park in its own order."""
    counted = select(Exhibit.zone_id, func.count()).where(Exhibit.site_id == site).group_by(Exhibit.zone_id)
    exhibits = dict(session.execute(counted).tuples().all())
    names = _zone_names(session, site)
    return tuple(
        Zone(
            row.id,
            row.slug,
            pick(names[row.id], lang),
            pick_other(names[row.id], lang),
            row.level,
            exhibits.get(row.id, 0),
        )
        # a negative position is a zone that the park has given up but that figures still speak of
        for row in session.scalars(
            select(ZoneRow).where(ZoneRow.site_id == site, ZoneRow.position >= 0).order_by(ZoneRow.position)
        )
    )


def zones_by_id(session: Session, site: UUID, lang: str) -> dict[UUID, ZoneNames]:
    """Slug and name of each zone."""
    names = _zone_names(session, site)
    slugs = session.execute(select(ZoneRow.id, ZoneRow.slug).where(ZoneRow.site_id == site)).tuples()
    return {ident: ZoneNames(slug, pick(names[ident], lang)) for ident, slug in slugs}


def _zone_names(session: Session, site: UUID) -> dict[UUID, dict[str, str]]:
    names: dict[UUID, dict[str, str]] = defaultdict(dict)
    asked = select(ZoneText).join(ZoneRow, ZoneRow.id == ZoneText.zone_id).where(ZoneRow.site_id == site)
    for text in session.scalars(asked):
        names[text.zone_id][text.lang] = text.name
    return names


def pictures(
    session: Session, site: UUID, media_folder: Path, paths: list[str | None] | None = None
) -> dict[str, Picture]:
    """The stored files of a park by the path that its pack gives them; without alt texts."""
    asked = select(SiteFile.path, Media).join(Media, Media.id == SiteFile.media_id).where(SiteFile.site_id == site)
    if paths is not None:
        asked = asked.where(SiteFile.path.in_([path for path in paths if path]))
    return {
        path: Picture(media_folder / media.path, "", media.width, media.height)
        for path, media in session.execute(asked).tuples()
    }
