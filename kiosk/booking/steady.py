"""The device's steady time, on which holds run, and doubts about the wall clock. Why: docs/decisions on steady time.

Steady time is the machine's uptime plus an offset that the database keeps for each boot, so that all processes of the
machine agree. A new boot begins after everything that was ever promised in steady time: a reboot ends holds, and no
clock that is put back can revive one.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, Text, bindparam, case, func, select, update
from sqlalchemy.orm import Session

from db.models import ClockAnchor, ClockJump, Device, Hold, PrintJob
from db.store import Store
from db.types import UtcTime, Uuid
from kiosk.booking.errors import ClockDoubtful
from kiosk.clock import Clock

JUMP = timedelta(minutes=2)
"""A wall clock that moves by more than this against the steady one has jumped; RULES 14."""

BUILT = datetime(2026, 1, 1, tzinfo=UTC)
"""No release of the program is older than this: a wall clock that shows less is wrong. Raised with releases."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_anchor = ClockAnchor.__table__.c

_WALL = bindparam("at_wall", type_=UtcTime())
_VOUCH = (
    update(ClockAnchor)
    .where(
        _anchor.device_id == bindparam("of_device", type_=Uuid()),
        _anchor.boot == bindparam("of_boot", type_=Text()),
        _anchor.latest_wall <= bindparam("not_after", type_=UtcTime()),
    )
    .values(latest_wall=case((_anchor.latest_wall > _WALL, _anchor.latest_wall), else_=_WALL))
)


class SteadyTime:
    """One device's steady time. Threads may share it."""

    def __init__(self, store: Store, clock: Clock, device: UUID) -> None:
        self._store = store
        self._clock = clock
        self._device = device
        self._anchored: tuple[str, int] | None = None  # boot, offset in microseconds
        self._wall_offset = 0

    def now(self) -> int:
        """Microseconds of steady time. Writes once a boot, so it is asked before a transaction begins, not in it."""
        boot = self._clock.boot()
        anchored = self._anchored
        if anchored is None or anchored[0] != boot:
            anchored = self._drop_anchor(boot)
        return self._uptime() + anchored[1]

    def observe(self) -> datetime:
        """The wall clock's time; a jump since the last look is stored first, in a transaction of its own, because the
        one that follows may be refused for it."""
        self.now()
        wall = self._clock.now()
        offset = self._offset_of(wall)
        if abs(offset - self._wall_offset) * _MICROSECOND > JUMP:
            self._store_jump(wall, offset)
        self._wall_offset = offset
        return wall

    def vouch(self, tx: Connection, wall: datetime) -> None:
        """Mark `wall` as the time of a row that is being written. Raises ClockDoubtful as `doubt` does."""
        boot = self._clock.boot()
        done = tx.execute(
            _VOUCH, {"of_device": self._device, "of_boot": boot, "at_wall": wall, "not_after": wall + JUMP}
        )
        if wall < BUILT or done.rowcount != 1:
            self.doubt(tx, wall)

    def doubt(self, tx: Connection, wall: datetime) -> None:
        """Raises ClockDoubtful if `wall` is earlier than the last row of this device, by more than a correction of the
        clock explains, or than the program."""
        mine = (_anchor.device_id == self._device) & (_anchor.boot == self._clock.boot())
        latest = tx.execute(select(_anchor.latest_wall).where(mine)).scalar_one()
        for least, allowed in ((BUILT, BUILT), (latest, latest - JUMP)):
            if wall < allowed:
                raise ClockDoubtful(wall.isoformat(), least.isoformat())

    def accept_wall(self) -> None:
        """Staff have set the clock and vouch for it: sales go on from the time that it shows now."""
        wall = self.observe()
        boot = self._clock.boot()
        with self._store.write() as session:
            anchor = session.get_one(ClockAnchor, (self._device, boot))
            session.add(self._jump(boot, "set_by_staff", anchor.latest_wall, wall))
            anchor.latest_wall = wall

    def _uptime(self) -> int:
        return round(self._clock.uptime() * 1_000_000)

    def _offset_of(self, wall: datetime) -> int:
        return (wall - _EPOCH) // _MICROSECOND - self._uptime()

    def _jump(self, boot: str, kind: str, before: datetime, after: datetime) -> ClockJump:
        return ClockJump(
            device_id=self._device,
            boot=boot,
            kind=kind,
            wall_before=before,
            wall_after=after,
            seconds=(after - before).total_seconds(),
        )

    def _drop_anchor(self, boot: str) -> tuple[str, int]:
        with self._store.write() as session:
            session.get_one(Device, self._device, with_for_update=True)  # two processes start at once
            anchor = session.get(ClockAnchor, (self._device, boot))
            if anchor is None:
                anchor = self._new_anchor(session, boot)
                session.add(anchor)
                session.flush()
            self._wall_offset = anchor.wall_offset
            self._anchored = (boot, anchor.offset)
        return self._anchored

    def _new_anchor(self, session: Session, boot: str) -> ClockAnchor:
        tx = session.connection()
        wall = self._clock.now()
        mine = ClockAnchor.device_id == self._device
        before = tx.execute(select(func.max(_anchor.offset), func.max(_anchor.latest_wall)).where(mine)).one()
        promised = [
            tx.execute(select(func.max(Hold.until)).where(Hold.device_id == self._device)).scalar(),
            tx.execute(select(func.max(PrintJob.queued_steady)).where(PrintJob.device_id == self._device)).scalar(),
        ]
        start = max([1, *(value + 1 for value in promised if value is not None)])
        offset = max(start - self._uptime(), 0 if before[0] is None else before[0] + 1)
        latest = wall if before[1] is None else max(before[1], BUILT)
        if before[1] is not None and wall < before[1] - JUMP:
            session.add(self._jump(boot, "boot", before[1], wall))
        return ClockAnchor(
            device_id=self._device,
            boot=boot,
            offset=offset,
            wall_offset=self._offset_of(wall),
            latest_wall=latest,
            anchored_at=wall,
        )

    def _store_jump(self, wall: datetime, offset: int) -> None:
        boot = self._clock.boot()
        with self._store.write() as session:
            anchor = session.get_one(ClockAnchor, (self._device, boot), with_for_update=True)
            # Another process of this machine may have seen and stored the same jump already.
            if abs(offset - anchor.wall_offset) * _MICROSECOND > JUMP:
                expected = wall - (offset - anchor.wall_offset) * _MICROSECOND
                session.add(self._jump(boot, "jump", expected, wall))
                anchor.wall_offset = offset
