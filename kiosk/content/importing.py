"""A pack taken into the database, all of it or nothing; and what that will change, asked before."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, time
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db.models import Site
from db.store import Store
from kiosk.clock import Clock
from kiosk.content.changes import Changes, compare
from kiosk.content.check import Checked, read_pack
from kiosk.content.exhibit_part import Machines
from kiosk.content.faults import PackRefused
from kiosk.content.media import store_media
from kiosk.content.pack import Pack
from kiosk.content.rows import write_pack
from kiosk.content.stored import stored_pack
from kiosk.events import ContentChanged, Events


def diff(folder: Path, store: Store, machines: Machines | None = None) -> Changes:
    """What an import of `folder` would change. Raises NoFolder, PackRefused, StoreTrouble."""
    _, pack = _sound(folder, machines)
    with store.read() as session:
        return compare(stored_pack(session, pack.site.slug), pack)


def import_pack(
    folder: Path,
    store: Store,
    media_folder: Path,
    *,
    clock: Clock,
    events: Events,
    machines: Machines | None = None,
) -> Changes:
    """Take a pack in, in one transaction, and tell those who show it. What it changed; false where nothing did.

    Raises NoFolder, PackRefused, PackChanged, StoreTrouble, OSError; then the database is as it was.
    """
    checked, pack = _sound(folder, machines)
    # Files first: rows never name a file that is not there. One that no row names after a failure does no harm.
    store_media(checked.folder, pack.drawings(), media_folder)
    with store.write() as session:
        changes = compare(stored_pack(session, pack.site.slug), pack)
        if changes:
            write_pack(session, pack, pack_hash(pack), clock.now())
    if changes:
        events.publish(ContentChanged(pack.site.slug))
    return changes


def import_missing(
    folders: Mapping[str, Path],
    store: Store,
    media_folder: Path,
    *,
    clock: Clock,
    events: Events,
    machines: Machines | None = None,
) -> tuple[Changes, ...]:
    """Take in the packs whose park is not in the database yet; one that is there is the park's own and stays."""
    with store.read() as session:
        there = set(session.scalars(select(Site.slug)))
    return tuple(
        import_pack(folder, store, media_folder, clock=clock, events=events, machines=machines)
        for slug, folder in folders.items()
        if slug not in there
    )


def pack_hash(pack: Pack) -> str:
    """SHA-256 of all that a pack says, pictures by their own hash; the same however its files are laid out."""
    text = json.dumps(asdict(pack), sort_keys=True, ensure_ascii=False, default=_plain, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, (date, time)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} in a pack")


def _sound(folder: Path, machines: Machines | None) -> tuple[Checked, Pack]:
    checked = read_pack(folder, machines)
    if checked.pack is None:
        raise PackRefused(checked.report)
    return checked, checked.pack
