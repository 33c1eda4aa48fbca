"""Column types that are STRICT on SQLite and native on PostgreSQL."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Float, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import UUID as PgUuid
from sqlalchemy.engine import Dialect
from sqlalchemy.types import REAL, TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def _postgres(dialect: Dialect) -> bool:
    return dialect.name == "postgresql"


class Uuid(TypeDecorator[UUID]):
    """`uuid` on PostgreSQL, 16 bytes of BLOB on SQLite (both sort by time, as UUIDv7 does)."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(PgUuid(as_uuid=True) if _postgres(dialect) else LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        if value is None or _postgres(dialect):
            return value
        return value.bytes

    def process_result_value(self, value: Any, _dialect: Dialect) -> UUID | None:
        if value is None or isinstance(value, UUID):
            return value
        return UUID(bytes=bytes(value))


class UtcTime(TypeDecorator[datetime]):
    """An aware datetime: `timestamptz` on PostgreSQL, whole microseconds since 1970 on SQLite. Refuses naive ones."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=True) if _postgres(dialect) else Integer())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without its zone can't be stored: {value!r}")
        return value if _postgres(dialect) else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return _EPOCH + timedelta(microseconds=value)


class Day(TypeDecorator[date]):
    """A calendar day: `date` on PostgreSQL, `YYYY-MM-DD` text on SQLite (which sorts the same)."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Date() if _postgres(dialect) else Text())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        if value is None or _postgres(dialect):
            return value
        return value.isoformat()

    def process_result_value(self, value: Any, _dialect: Dialect) -> date | None:
        if value is None or isinstance(value, date):
            return value
        return date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """`boolean` on PostgreSQL, 0 or 1 on SQLite, whose STRICT tables know no boolean."""

    impl = Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Boolean() if _postgres(dialect) else Integer())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return bool(value) if _postgres(dialect) else int(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Json(TypeDecorator[Any]):
    """A small document: `jsonb` on PostgreSQL, compact JSON text on SQLite. None is NULL, not the JSON null."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(JSONB(none_as_null=True) if _postgres(dialect) else Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        if value is None or _postgres(dialect):
            return value
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        if value is None or _postgres(dialect):
            return value
        return json.loads(value)


Big = BigInteger().with_variant(Integer(), "sqlite")  # 64 bits on both; STRICT knows no BIGINT
Real = Float(53).with_variant(REAL(), "sqlite")  # 64 bits on both; STRICT knows no FLOAT
