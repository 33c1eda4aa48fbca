"""Which device this is: every row of the trade says who wrote it, and serials begin with the device's number."""

import secrets
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.ids import new_id
from db.models import Device, Setting
from db.store import Store

_KEY = "device"
NUMBERS = 4095
"""Device numbers run from 1 to this: 12 bits of a ticket's serial."""


def this_device(store: Store, file: Path, now: datetime, name: str, kind: str = "kiosk") -> UUID:
    """The id of the device that runs here; enrolled in the database the first time.

    An embedded database belongs to one device and remembers it. Beside a shared one, the id lies in `file`."""
    with store.write() as session:
        known = session.get(Setting, _KEY) if store.is_sqlite else None
        if known is not None:
            return UUID(str(known.value))
        wanted = new_id() if store.is_sqlite else _id_in(file)
        if session.get(Device, wanted) is None:
            session.add(Device(id=wanted, name=name, kind=kind, number=free_number(session), created_at=now))
            session.flush()
        if store.is_sqlite:
            session.add(Setting(key=_KEY, value=str(wanted), device_id=wanted, changed_at=now))
            session.flush()
        return wanted


def free_number(session: Session) -> int:
    """A device number that this database does not know, drawn by chance: two kiosks that never met differ as a rule,
    and a kiosk whose backup was restored does not go on with the serials that the backup has forgotten."""
    taken = set(session.scalars(select(Device.number)))
    free = [number for number in range(1, NUMBERS + 1) if number not in taken]
    return secrets.choice(free)


def _id_in(file: Path) -> UUID:
    """The id written in `file`; made with it where there is none (of two programs at once, one makes it)."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="ascii") as fresh:
            fresh.write(f"{new_id()}\n")
    except FileExistsError:
        pass
    return UUID(file.read_text(encoding="ascii").strip())
