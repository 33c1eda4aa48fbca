"""Exhibits: in lists, by themselves, and found by what somebody types."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Exhibit as ExhibitRow
from db.models import ExhibitText, Source
from db.models import Fact as FactRow
from db.models import Hotspot as HotspotRow
from db.models import Moment as MomentRow
from kiosk.catalogue.errors import UnknownExhibit
from kiosk.catalogue.picking import column, pick, pick_other
from kiosk.catalogue.sites import pictures, site_row, zones_by_id
from kiosk.catalogue.views import Exhibit, ExhibitCard, Fact, Hotspot, Moment
from kiosk.content import folded, stored_texts


def read_cards(session: Session, site: str, lang: str, media_folder: Path) -> tuple[ExhibitCard, ...]:
    """The exhibits of a park by number. Raises UnknownSite."""
    park = site_row(session, site).id
    rows = session.scalars(
        select(ExhibitRow).where(ExhibitRow.site_id == park).order_by(ExhibitRow.number, ExhibitRow.slug)
    ).all()
    return _cards(session, park, rows, _texts(session, [row.id for row in rows]), lang=lang, media_folder=media_folder)


def search_cards(session: Session, site: str, text: str, lang: str, media_folder: Path) -> tuple[ExhibitCard, ...]:
    """Exhibits whose name, tags, pinyin or initials hold what was typed; the nearest first. Raises UnknownSite.

    Case, width, accents, spaces and punctuation don't count. Where the words together are found nowhere, exhibits that
    hold each of them are given. All languages are searched: a visitor types what the sign says.
    """
    park = site_row(session, site).id
    wanted = folded(text)
    words = [word for part in text.split() if (word := folded(part))]
    rows = session.scalars(
        select(ExhibitRow).where(ExhibitRow.site_id == park).order_by(ExhibitRow.number, ExhibitRow.slug)
    ).all()
    texts = _texts(session, [row.id for row in rows])
    if not wanted:
        return ()
    ranked: list[tuple[int, int, ExhibitRow]] = []
    for at, row in enumerate(rows):
        lines = [line for found in texts[row.id] for line in found.search.split("\n")]
        lines.append(str(row.number))
        rank = _rank(lines, wanted, words)
        if rank is not None:
            ranked.append((rank, at, row))
    together = any(rank < _EACH_WORD for rank, _, _ in ranked)
    ordered = [row for rank, _, row in sorted(ranked, key=lambda item: item[:2]) if rank < _EACH_WORD or not together]
    return _cards(session, park, ordered, texts, lang=lang, media_folder=media_folder)


_EACH_WORD = 3


def _rank(lines: Sequence[str], wanted: str, words: Sequence[str]) -> int | None:
    """0: it is this; 1: it begins with this; 2: it holds this; 3: it holds each of the words; None: not found."""
    if wanted in lines:
        return 0
    if any(line.startswith(wanted) for line in lines):
        return 1
    # A number is looked up whole or from its beginning: "1" is not in "1956".
    if any(wanted in line for line in lines if not wanted.isdigit()):
        return 2
    if len(words) > 1 and all(any(word in line for line in lines) for word in words):
        return _EACH_WORD
    return None


def read_exhibit(session: Session, site: str, slug: str, lang: str, media_folder: Path) -> Exhibit:
    """One exhibit with all that is told of it. Raises UnknownSite, UnknownExhibit."""
    park = site_row(session, site).id
    row = session.scalar(select(ExhibitRow).where(ExhibitRow.site_id == park, ExhibitRow.slug == slug))
    if row is None:
        raise UnknownExhibit(site, slug)
    texts = _texts(session, [row.id])
    card = _cards(session, park, [row], texts, lang=lang, media_folder=media_folder)[0]
    sources = {s.slug: pick(s.text, lang) for s in session.scalars(select(Source).where(Source.site_id == park))}
    facts = [
        (fact.source, Fact(*_said(fact, lang), sources.get(fact.source, fact.source), fact.confidence))
        for fact in session.scalars(select(FactRow).where(FactRow.exhibit_id == row.id).order_by(FactRow.position))
    ]
    moments = [
        (
            moment.source,
            Moment(
                pick(stored_texts(moment.when), lang),
                pick(moment.text, lang),
                sources.get(moment.source, moment.source),
            ),
        )
        for moment in session.scalars(
            select(MomentRow).where(MomentRow.exhibit_id == row.id).order_by(MomentRow.position)
        )
    ]
    spots = session.scalars(select(HotspotRow).where(HotspotRow.exhibit_id == row.id).order_by(HotspotRow.position))
    told = pick(column(texts[row.id], "story"), lang).split("\n\n")[1:]
    named = dict.fromkeys(source for source, _ in (*facts, *moments))
    return Exhibit(
        card=card,
        story=tuple(told),
        facts=tuple(fact for _, fact in facts),
        hotspots=tuple(Hotspot(s.x, s.y, pick(s.title, lang), pick(s.text, lang)) for s in spots),
        timeline=tuple(moment for _, moment in moments),
        sources=tuple(sources[source] for source in named if source in sources),
        related=tuple(row.related),
        read_aloud=_read_aloud(card, told, [fact for _, fact in facts], lang),
        parameters=row.parameters,
    )


def _said(fact: FactRow, lang: str) -> tuple[str, str, str]:
    return pick(stored_texts(fact.value), lang), pick(fact.unit, lang), pick(fact.label, lang)


def _read_aloud(card: ExhibitCard, story: Iterable[str], facts: Iterable[Fact], lang: str) -> str:
    """The page as a voice reads it: name, story, numbers, a line each."""
    colon, space = ("：", "") if lang.startswith("zh") else (": ", " ")
    numbers = [f"{fact.label}{colon}{space.join(part for part in (fact.value, fact.unit) if part)}" for fact in facts]
    return "\n".join(line for line in (card.name, card.teaser, *story, *numbers) if line)


def _texts(session: Session, exhibits: list[UUID]) -> dict[UUID, list[ExhibitText]]:
    texts: dict[UUID, list[ExhibitText]] = defaultdict(list)
    for text in session.scalars(select(ExhibitText).where(ExhibitText.exhibit_id.in_(exhibits))):
        texts[text.exhibit_id].append(text)
    return texts


def _cards(
    session: Session,
    site: UUID,
    rows: Sequence[ExhibitRow],
    texts: dict[UUID, list[ExhibitText]],
    *,
    lang: str,
    media_folder: Path,
) -> tuple[ExhibitCard, ...]:
    zones = zones_by_id(session, site, lang)
    files = pictures(session, site, media_folder)
    cards = []
    for row in rows:
        own = texts[row.id]
        names = column(own, "name")
        picture = files.get(row.picture or "")
        tags = {text.lang: text.tags for text in own if text.tags}
        cards.append(
            ExhibitCard(
                id=row.id,
                slug=row.slug,
                number=row.number,
                name=pick(names, lang),
                other_name=pick_other(names, lang),
                zone=zones[row.zone_id].slug,
                zone_name=zones[row.zone_id].name,
                teaser=pick(column(own, "teaser"), lang),
                picture=replace(picture, alt=pick(column(own, "alt"), lang)) if picture else None,
                tags=tuple(tags.get(lang) or next((tags[other] for other in ("zh", "en") if other in tags), ())),
                minutes=row.minutes,
                interactive=row.interactive,
            )
        )
    return tuple(cards)
