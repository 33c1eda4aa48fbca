"""An exhibit as a row of a list: every string ready, so that QML only binds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl

if TYPE_CHECKING:  # the catalogue brings SQLAlchemy along, which the first frame must not wait for
    from kiosk.catalogue import ExhibitCard, Picture

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One exhibit, shown and spoken. `facts`: minutes, and whether there is something to try."""

    slug: str
    number: str
    name: str
    other_name: str
    zone: str
    zone_name: str
    teaser: str
    facts: str
    hands_on: bool
    picture: QUrl
    alt: str
    spoken: str
    opens_zone: bool = False
    """The first of its zone in a list by zones: the zone's name stands above it."""


def exhibit_row(card: "ExhibitCard") -> ExhibitRow:
    """The row of `card`, in the language the card is in."""
    parts = [minutes(card.minutes)]
    if card.interactive:
        parts.append(translate("Exhibits", "hands-on"))
    facts = " · ".join(parts)
    return ExhibitRow(
        slug=card.slug,
        number=two_signs(card.number),
        name=card.name,
        other_name=card.other_name if card.other_name != card.name else "",
        zone=card.zone,
        zone_name=card.zone_name,
        teaser=card.teaser,
        facts=facts,
        hands_on=bool(card.interactive),
        picture=picture_url(card.picture),
        alt=card.picture.alt if card.picture else "",
        spoken=translate("Exhibits", "{number}, {name}, {zone}, {facts}").format(
            number=card.number, name=card.name, zone=card.zone_name, facts=facts
        ),
    )


def rows_by_zone(cards: "Sequence[ExhibitCard]") -> list[ExhibitRow]:
    """The rows of `cards`, which come zone by zone; the first of each zone opens it."""
    rows = [exhibit_row(card) for card in cards]
    before = [None, *(row.zone for row in rows)]
    return [replace(row, opens_zone=row.zone != last) for row, last in zip(rows, before, strict=False)]


def picture_url(picture: "Picture | None") -> QUrl:
    """Where QML loads a picture from; empty without one."""
    return QUrl.fromLocalFile(str(picture.path)) if picture else QUrl()


def minutes(count: int) -> str:
    """`3 min`: how long one stands before an exhibit."""
    return translate("Exhibits", "%n min", None, count)


def two_signs(number: int) -> str:
    """`03`: numbers of one sheet have one width."""
    return f"{number:02d}"
