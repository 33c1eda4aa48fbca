"""The lines of a price as a page shows them: who, how many, what each pays, what they pay together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.visitor.formats import amount, money

if TYPE_CHECKING:
    from kiosk.booking import Line, SessionView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One line. `key` tells lines apart when a category stands twice (a difference after a move)."""

    key: str
    who: str
    each: str
    total: str
    spoken: str


def price_rows(lines: "Iterable[Line]") -> tuple[PriceRow, ...]:
    """A row of each line, in their order."""
    rows = []
    for position, line in enumerate(lines):
        who = translate("Prices", "{count} × {category}").format(count=line.count, category=line.name)
        each = (
            translate("Prices", "{price} each").format(price=amount(line.each_fen))
            if line.count > 1 and line.each_fen
            else ""
        )
        total = money(line.total_fen)
        rows.append(PriceRow(f"{position} {line.category}", who, each, total, f"{who}: {total}"))
    return tuple(rows)


def party_in_words(lines: "Iterable[Line]") -> str:
    """Who comes, in one line: `2 × Adult, 1 × Child`."""
    return translate("Prices", ", ").join(
        translate("Prices", "{count} × {category}").format(count=line.count, category=line.name)
        for line in lines
        if line.count
    )


def wheelchairs_in_words(count: int) -> str:
    """So many wheelchair places: `1 wheelchair place`; empty when none was asked for."""
    return translate("Prices", "%n wheelchair place(s)", None, count) if count else ""


def proof_of(lines: "Iterable[Line]") -> str:
    """What is to be shown at the desk, each thing once; empty when nothing is."""
    return "\n".join(dict.fromkeys(line.proof for line in lines if line.count and line.proof))


def place_of(view: "SessionView") -> str:
    """Where to be: the zone and the meeting point, or the one where they say the same."""
    parts = [part for part in (view.zone_name, view.meeting_point) if part]
    return parts[-1] if len(parts) == 2 and parts[0].lower() in parts[1].lower() else " · ".join(parts)
