"""Workshops: what there is to take part in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Category, WorkshopPrice, WorkshopText
from db.models import Workshop as WorkshopRow
from kiosk.catalogue.errors import UnknownWorkshop
from kiosk.catalogue.picking import column, pick, pick_other
from kiosk.catalogue.sites import pictures, site_row, zones_by_id
from kiosk.catalogue.views import Workshop


def read_workshops(
    session: Session, site: str, lang: str, media_folder: Path, slug: str | None = None
) -> tuple[Workshop, ...]:
    """The workshops that a park holds, or the one that is named. Raises UnknownSite, UnknownWorkshop."""
    park = site_row(session, site).id
    asked = select(WorkshopRow).where(WorkshopRow.site_id == park, WorkshopRow.active)
    if slug is not None:
        asked = asked.where(WorkshopRow.slug == slug)
    rows = session.scalars(asked.order_by(WorkshopRow.position, WorkshopRow.slug)).all()
    if slug is not None and not rows:
        raise UnknownWorkshop(site, slug)
    texts: dict[UUID, list[WorkshopText]] = defaultdict(list)
    prices: dict[UUID, dict[UUID, int]] = defaultdict(dict)
    ids = [row.id for row in rows]
    for text in session.scalars(select(WorkshopText).where(WorkshopText.workshop_id.in_(ids))):
        texts[text.workshop_id].append(text)
    for price in session.scalars(select(WorkshopPrice).where(WorkshopPrice.workshop_id.in_(ids))):
        prices[price.workshop_id][price.category_id] = price.price_fen
    categories = session.scalars(select(Category).where(Category.site_id == park, Category.active)).all()
    zones = zones_by_id(session, park, lang)
    files = pictures(session, park, media_folder)
    found = []
    for row in rows:
        own = texts[row.id]
        names = column(own, "name")
        picture = files.get(row.picture or "")
        found.append(
            Workshop(
                id=row.id,
                slug=row.slug,
                name=pick(names, lang),
                other_name=pick_other(names, lang),
                summary=pick(column(own, "summary"), lang),
                story=pick(column(own, "story"), lang),
                minutes=row.minutes,
                zone=zones[row.zone_id].slug,
                zone_name=zones[row.zone_id].name,
                meeting_point=pick(column(own, "meeting_point"), lang),
                picture=replace(picture, alt=pick(column(own, "alt"), lang)) if picture else None,
                min_age=row.min_age,
                needs=pick(column(own, "needs"), lang),
                from_fen=_from(row, categories, prices[row.id]),
            )
        )
    return tuple(found)


def _from(workshop: WorkshopRow, categories: Sequence[Category], own: Mapping[UUID, int]) -> int:
    """The least that somebody who comes alone pays: no child's price, and no companion's."""
    alone = [c for c in categories if not c.needs_adult and c.companion_of is None]
    # Half a fen goes up, as on every line of a bill.
    each = [own.get(c.id, (workshop.price_fen * c.percent + 50) // 100) for c in alone]
    return min(each, default=workshop.price_fen)
