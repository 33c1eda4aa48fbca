"""The subject with its collaborators: each call one transaction; what changed is told after commit."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import Select, case, delete, func, select
from sqlalchemy.orm import Session

from db.ids import new_id
from db.models import Keepsake as Row
from db.models import Site
from db.store import Store
from kiosk import codes
from kiosk.catalogue import UnknownSite
from kiosk.clock import Clock
from kiosk.events import Events, GalleryChanged
from kiosk.gallery.errors import NothingDrawn, UnknownKeepsake
from kiosk.machines.plate_drawing import BadDrawing, PlateDrawing

log = logging.getLogger(__name__)

KeepsakeState = Literal["waiting", "shown", "hidden"]

MOST_KEPT = 500
"""In a park. What is over goes: first what staff have hidden, then what nobody has looked at, the oldest first."""
CODE_SIGNS = 3
"""And one that checks them: 32 768 codes for 500 plates, and four signs to remember."""

_GOES_FIRST = case({"hidden": 0, "waiting": 1}, value=Row.state, else_=2)


@dataclass(frozen=True, slots=True)
class Keepsake:
    """A plate that is kept. `waiting`: staff have not looked at it; only what is `shown` is ever on the screen."""

    id: UUID
    code: str
    site: str
    state: KeepsakeState
    made_at: datetime
    drawing: PlateDrawing


class Gallery:
    """Keeps plates of visitors. Nothing in it says who made one. Every method may raise StoreTrouble."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        events: Events,
        device: UUID,
        *,
        most: int = MOST_KEPT,
        choose: Callable[[str], str] = secrets.choice,
    ) -> None:
        self._store, self._clock, self._events, self._device = store, clock, events, device
        self._most, self._choose = most, choose

    def keep(self, site: str, drawing: PlateDrawing, instead: UUID | None = None) -> Keepsake:
        """Keep a plate until staff have looked at it. Raises NothingDrawn, UnknownSite.

        `instead`: the same plate as it was kept a moment ago, before its maker went on. If it still waits, it goes, and
        its code with it: staff who have just looked at that one cannot show this one unseen.
        """
        if drawing.empty:
            raise NothingDrawn
        with self._store.write() as session:
            park = _park(session, site)
            if instead is not None:
                session.execute(delete(Row).where(Row.id == instead, Row.site_id == park, Row.state == "waiting"))
            kept = Keepsake(new_id(), self._free_code(session, park), site, "waiting", self._clock.now(), drawing)
            session.add(
                Row(
                    id=kept.id,
                    site_id=park,
                    device_id=self._device,
                    code=kept.code,
                    state=kept.state,
                    drawing=drawing.to_json(),
                    made_at=kept.made_at,
                )
            )
            session.flush()
            self._make_room(session, park, kept.id)
        self._events.publish(GalleryChanged(site))
        return kept

    def plates(self, site: str, *states: KeepsakeState, limit: int | None = None) -> tuple[Keepsake, ...]:
        """The plates of a park, the newest first; only those in `states`, where given. Raises UnknownSite."""
        with self._store.read() as session:
            query = _rows(site).order_by(Row.made_at.desc(), Row.id.desc())
            if states:
                query = query.where(Row.state.in_(states))
            if limit is not None:
                query = query.limit(limit)
            _park(session, site)
            return _views(session, site, query)

    def waiting(self, site: str) -> tuple[Keepsake, ...]:
        """What staff have not looked at, the oldest first. Raises UnknownSite."""
        return self.plates(site, "waiting")[::-1]

    def shown(self, site: str, limit: int = 12) -> tuple[Keepsake, ...]:
        """What the attract screen may show, the newest first. Raises UnknownSite."""
        return self.plates(site, "shown", limit=limit)

    def find(self, site: str, code: str) -> Keepsake:
        """The plate kept under a code, however that is typed. Raises UnknownKeepsake, UnknownSite."""
        try:
            meant = codes.read(code, CODE_SIGNS)
        except codes.NoCode as error:
            raise UnknownKeepsake(code) from error
        with self._store.read() as session:
            _park(session, site)
            found = _views(session, site, _rows(site).where(Row.code == meant))
        if not found:
            raise UnknownKeepsake(meant)
        return found[0]

    def show(self, id: UUID) -> Keepsake:
        """Staff have looked at a plate, and visitors may see it. Raises UnknownKeepsake."""
        return self._decide(id, "shown")

    def hide(self, id: UUID) -> Keepsake:
        """Staff have looked at a plate, and visitors do not see it, or no longer. Raises UnknownKeepsake."""
        return self._decide(id, "hidden")

    def _decide(self, id: UUID, state: KeepsakeState) -> Keepsake:
        with self._store.write() as session:
            row = session.get(Row, id)
            if row is None:
                raise UnknownKeepsake(str(id))
            if row.state != state:
                row.state, row.looked_at = state, self._clock.now()
                session.flush()
            site = session.execute(select(Site.slug).where(Site.id == row.site_id)).scalar_one()
            found = _views(session, site, select(Row).where(Row.id == id))
        self._events.publish(GalleryChanged(site))
        if not found:  # unreadable, see `_views`: it can be hidden, and is never shown
            raise UnknownKeepsake(str(id))
        return found[0]

    def _free_code(self, session: Session, park: UUID) -> str:
        taken = set(session.scalars(select(Row.code).where(Row.site_id == park)))
        code = codes.draw(CODE_SIGNS, self._choose)
        while code in taken:
            code = codes.draw(CODE_SIGNS, self._choose)
        return code

    def _make_room(self, session: Session, park: UUID, newest: UUID) -> None:
        count = session.execute(select(func.count()).select_from(Row).where(Row.site_id == park)).scalar_one()
        if count > self._most:
            oldest = (
                select(Row.id)
                .where(Row.site_id == park, Row.id != newest)
                .order_by(_GOES_FIRST, Row.made_at, Row.id)
                .limit(count - self._most)
            )
            session.execute(delete(Row).where(Row.id.in_(session.scalars(oldest).all())))


def _park(session: Session, site: str) -> UUID:
    park = session.scalar(select(Site.id).where(Site.slug == site))
    if park is None:
        raise UnknownSite(site, tuple(session.scalars(select(Site.slug).order_by(Site.position))))
    return park


def _rows(site: str) -> Select[tuple[Row]]:
    return select(Row).join(Site, Site.id == Row.site_id).where(Site.slug == site)


def _views(session: Session, site: str, query: Select[tuple[Row]]) -> tuple[Keepsake, ...]:
    found = []
    for row in session.scalars(query):
        try:
            drawing = PlateDrawing.from_json(row.drawing)
        except BadDrawing as error:  # another version's, or a damaged disk: the others are still there
            log.warning("the plate %s can't be read: %s", row.code, error)
            continue
        found.append(Keepsake(row.id, row.code, site, cast(KeepsakeState, row.state), row.made_at, drawing))
    return tuple(found)
