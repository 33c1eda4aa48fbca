"""What a party costs, and whether it may come."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, or_, select

from db.models import Category as CategoryRow
from db.models import Session, Workshop, WorkshopPrice
from db.types import Uuid
from kiosk.booking.errors import UnknownSession
from kiosk.booking.texts import pick, rule_text, say, wheelchairs_left
from kiosk.booking.views import Category, Line, Party, Quote, SessionView


@dataclass(frozen=True, slots=True)
class Row:
    """A category with what it costs in one session."""

    slug: str
    name: dict[str, str]
    proof: dict[str, str]
    any_of: list[dict[str, Any]]
    needs_adult: bool
    is_adult: bool
    takes_seat: bool
    companion_of: str | None
    each_fen: int


@dataclass(frozen=True, slots=True)
class Tariff:
    """The price table and the rules of one session."""

    rows: tuple[Row, ...]
    min_party: int
    max_party: int
    min_age: int | None

    def row(self, slug: str) -> Row | None:
        return next((row for row in self.rows if row.slug == slug), None)

    def categories(self, lang: str) -> tuple[Category, ...]:
        """The table as it is shown, in the park's order."""
        return tuple(
            Category(
                slug=row.slug,
                name=pick(row.name, lang),
                each_fen=row.each_fen,
                rule=rule_text(row.any_of, lang),
                proof=pick(row.proof, lang),
                needs_adult=row.needs_adult,
                is_adult=row.is_adult,
                takes_seat=row.takes_seat,
                companion_of=row.companion_of,
            )
            for row in self.rows
        )

    def lines(self, party: Party) -> list[dict[str, Any]]:
        """The lines as a booking keeps them, with their texts in every language."""
        return [
            {
                "kind": "party",
                "category": row.slug,
                "name": row.name,
                "proof": row.proof,
                "count": party[row.slug],
                "each_fen": row.each_fen,
                "total_fen": party[row.slug] * row.each_fen,
            }
            for row in self.rows
            if party.get(row.slug, 0) > 0
        ]

    def seats(self, party: Party) -> int:
        """How many chairs the party needs: a baby on a lap needs none."""
        return sum(max(0, party.get(row.slug, 0)) for row in self.rows if row.takes_seat)

    def problems(self, party: Party, lang: str, *, of_group: bool = False) -> tuple[str, ...]:
        """Why this party can't come to this workshop, one sentence each. Seats that are left are not looked at; a group
        for which seats are kept may be greater than a party."""
        found = [say("unknown_category", lang, slug=slug) for slug in party if self.row(slug) is None]
        if any(count < 0 for count in party.values()):
            return (*found, say("negative", lang))
        if not any(party.values()):
            return (*found, say("nobody", lang))
        seats = self.seats(party)
        if seats < self.min_party:
            found.append(say("too_few", lang, n=self.min_party))
        if seats > self.max_party and not of_group:
            found.append(say("too_many", lang, n=self.max_party))
        present = [row for row in self.rows if party.get(row.slug, 0) > 0]
        adults = any(row.is_adult for row in present)
        found += [
            say("needs_adult", lang, name=pick(row.name, lang)) for row in present if row.needs_adult and not adults
        ]
        found += self._companions(party, present, lang)
        if self.min_age is not None and any(_all_below(row.any_of, self.min_age) for row in present):
            found.append(say("too_young", lang, age=self.min_age))
        return tuple(found)

    def _companions(self, party: Party, present: list[Row], lang: str) -> list[str]:
        """One free companion for each visitor of the category that it goes with, whatever the companions are called."""
        wanted: Counter[str] = Counter()
        for row in present:
            if row.companion_of is not None:
                wanted[row.companion_of] += party[row.slug]
        found = []
        for row in present:
            if row.companion_of is not None and wanted[row.companion_of] > party.get(row.companion_of, 0):
                of = self.row(row.companion_of)
                name = row.companion_of if of is None else pick(of.name, lang)
                found.append(say("companion", lang, of=name, name=pick(row.name, lang)))
        return found


_BASE = (
    select(
        Session.site_id,
        Session.workshop_id,
        Session.price_fen,
        Workshop.min_party,
        Workshop.max_party,
        Workshop.min_age,
    )
    .join(Workshop, Workshop.id == Session.workshop_id)
    .where(Session.id == bindparam("of_session", type_=Uuid()))
)
_own_price = and_(
    WorkshopPrice.category_id == CategoryRow.id, WorkshopPrice.workshop_id == bindparam("of_workshop", type_=Uuid())
)
_ROWS = (
    select(
        CategoryRow.slug,
        CategoryRow.name,
        CategoryRow.proof,
        CategoryRow.any_of,
        CategoryRow.needs_adult,
        CategoryRow.is_adult,
        CategoryRow.takes_seat,
        CategoryRow.companion_of,
        CategoryRow.percent,
        WorkshopPrice.price_fen,
    )
    .join(WorkshopPrice, _own_price, isouter=True)
    .where(
        CategoryRow.site_id == bindparam("of_site", type_=Uuid()),
        or_(CategoryRow.active, CategoryRow.slug.in_(bindparam("also", expanding=True))),
    )
    .order_by(CategoryRow.position, CategoryRow.slug)
)


def read_tariff(tx: Connection, session_id: UUID, *, also: Iterable[str] = ()) -> Tariff:
    """The price table of a session, with rows that have left the table where somebody is booked by them (`also`).

    Raises UnknownSession."""
    base = tx.execute(_BASE, {"of_session": session_id}).first()
    if base is None:
        raise UnknownSession(session_id)
    asked = {"of_site": base.site_id, "of_workshop": base.workshop_id, "also": list(also)}
    rows = tuple(
        Row(
            slug=row.slug,
            name=row.name,
            proof=row.proof,
            any_of=row.any_of,
            needs_adult=row.needs_adult,
            is_adult=row.is_adult,
            takes_seat=row.takes_seat,
            companion_of=row.companion_of,
            each_fen=share(base.price_fen, row.percent) if row.price_fen is None else row.price_fen,
        )
        for row in tx.execute(_ROWS, asked)
    )
    return Tariff(rows, base.min_party, base.max_party, base.min_age)


def share(fen: int, percent: int) -> int:
    """Percent of an amount in whole fen, half a fen rounded up.

    >>> share(12800, 50), share(1, 50), share(999, 33)
    (6400, 1, 330)
    """
    return (fen * percent + 50) // 100


def show_lines(lines: list[dict[str, Any]], lang: str) -> tuple[Line, ...]:
    """Stored lines in one language."""
    return tuple(
        Line(
            category=line["category"],
            name=pick(line["name"], lang),
            count=line["count"],
            each_fen=line["each_fen"],
            total_fen=line["total_fen"],
            proof=pick(line["proof"], lang),
        )
        for line in lines
    )


def quote(tariff: Tariff, session: SessionView, party: Party, wheelchairs: int, lang: str) -> Quote:
    """What the party costs, with everything that stands against holding it."""
    lines = tariff.lines(party)
    seats = tariff.seats(party)
    problems = list(tariff.problems(party, lang))
    if wheelchairs < 0 or wheelchairs > seats:
        problems.append(say("wheelchairs_seats", lang))
    elif wheelchairs > session.wheelchair_free:
        problems.append(wheelchairs_left(session.wheelchair_free, lang))
    if session.state != "open":
        problems.append(session.reason)
    elif seats > session.free:
        problems.append(say("one_left" if session.free == 1 else "few_left", lang, n=session.free))
    return Quote(
        lines=show_lines(lines, lang),
        total_fen=sum(line["total_fen"] for line in lines),
        heads=sum(line["count"] for line in lines),
        seats=seats,
        problems=tuple(problems),
    )


def _all_below(any_of: list[dict[str, Any]], age: int) -> bool:
    """Whether nobody of the category can be as old as that; by height alone nobody can tell."""
    return bool(any_of) and all("max_age" in conditions and conditions["max_age"] < age for conditions in any_of)
