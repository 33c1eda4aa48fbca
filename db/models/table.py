"""What every table has in common."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import Integer, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.schema import SchemaItem

from db.ids import new_id
from db.types import Big, Day, Flag, Json, Real, UtcTime, Uuid

Id = Annotated[UUID, mapped_column(Uuid(), primary_key=True, default=new_id)]
"""A UUIDv7 that the program makes."""

BigInt = Annotated[int, mapped_column(Big)]
"""64 bits; a plain `int` has 32 on PostgreSQL."""

Texts = dict[str, str]
"""One text in several languages: {"zh": …, "en": …}."""


class Base(DeclarativeBase):
    """The declarative base; `Base.metadata` is all that is stored."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - read once by SQLAlchemy, which wants a plain class attribute
        UUID: Uuid(),
        datetime: UtcTime(),
        date: Day(),
        bool: Flag(),
        int: Integer(),
        float: Real,
        str: Text(),
        bytes: LargeBinary(),
        dict[str, Any]: Json(),
        dict[str, str]: Json(),
        dict[str, int]: Json(),
        dict[str, float]: Json(),
        list[str]: Json(),
        list[dict[str, Any]]: Json(),
    }


def table(*items: SchemaItem) -> tuple[Any, ...]:
    """The `__table_args__` of a table: its constraints and indexes, and STRICT on SQLite."""
    return (*items, {"sqlite_strict": True})
