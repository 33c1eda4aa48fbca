"""Noticing what another program has imported: events end at the border of a process, the database doesn't."""

import threading

from sqlalchemy import select

from db.models import Site
from db.store import Store
from kiosk.events import ContentChanged, Events


class ContentWatch:
    """Remembers which packs were shown, and publishes ContentChanged for each that has changed since.

    Asked whenever a kiosk goes back to its attract page: one small read.
    """

    def __init__(self, store: Store, events: Events) -> None:
        self._store = store
        self._events = events
        self._lock = threading.Lock()
        self._seen = self._hashes()

    def look(self) -> tuple[str, ...]:
        """Slugs of the parks that are new or changed since the last look. Raises StoreTrouble."""
        now = self._hashes()
        with self._lock:
            changed = tuple(sorted(slug for slug, pack in now.items() if self._seen.get(slug) != pack))
            self._seen = now
        for slug in changed:
            self._events.publish(ContentChanged(slug))
        return changed

    def _hashes(self) -> dict[str, str]:
        with self._store.read() as session:
            return dict(session.execute(select(Site.slug, Site.pack_hash)).tuples().all())
