"""A valid row of every table, and copies of it: what a constraint refuses differs from them in one thing."""

from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, ForeignKeyConstraint, Table, UniqueConstraint, insert
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from db.ids import new_id
from db.models import Base
from tests.builders import NOON

Row = dict[str, Any]

PLAIN: dict[str, Any] = {
    "Text": "x",
    "Integer": 1,
    "BigInteger": 1,
    "Float": 1.0,
    "LargeBinary": b"x" * 32,
    "Day": date(2027, 3, 1),
    "UtcTime": NOON,
    "Flag": False,
    "Json": {},
}
"""A value of each column type."""

VALID: dict[str, Row] = {
    "media": {"sha256": "0" * 64},
    "sites": {"holiday_open": 540, "holiday_close": 1080},
    "clock_jumps": {"kind": "jump"},
    "closed_days": {"first_day": date(2027, 3, 1), "last_day": date(2027, 3, 1)},
    "holidays": {"kind": "holiday"},
    "kiosk_visits": {"outcome": "left"},
    "opening_hours": {"open_minute": 540, "close_minute": 1080},
    "staff": {"role": "desk"},
    "counts": {"kind": "counted"},
    "exhibits": {"picture": None},
    "workshops": {"picture": None, "capacity": 8},
    "facts": {"confidence": "high"},
    "moments": {"confidence": "high"},
    "sessions": {"ends_at": NOON + timedelta(days=9999), "capacity": 8, "granted": 8, "wheelchair_places": 2},
    "bookings": {"code": "77777777X", "heads": 3, "seats": 2, "ended_at": None, "moved_to_id": None},
    "seat_rights": {"granted": 8, "held": 2, "sold": 3, "returned": 1, "wheelchairs_granted": 2},
    "blocks": {"state": "kept"},
    "booking_lines": {"count": 2, "each_fen": 50, "total_fen": 100},
    "payments": {"kind": "payment", "corrects_id": None},
    "refunds": {"reason": "cancelled"},
    "check_ins": {"kind": "entry", "nth": 1, "corrects_id": None},
    "holds": {"seats": 2, "block_id": None},
    "print_jobs": {"state": "sending"},
    "keepsakes": {"code": "777F", "drawing": "{}"},
    "ticket_drawings": {"drawing": "{}"},
    "categories": {"companion_of": None},
}


def make_one_of_each(tx: Connection) -> dict[str, Row]:
    """Insert a row into every table; by table, what was inserted."""
    rows: dict[str, Row] = {}
    for table in Base.metadata.sorted_tables:
        row = {column.name: plain(column) for column in table.columns}
        for key in foreign_keys(table):
            if key.referred_table is not table:
                row.update(key_of(rows[key.referred_table.name], key))
        row.update(VALID.get(table.name, {}))
        rows[table.name] = row
        tx.execute(insert(table), row)
    return rows


def plain(column: Column[Any]) -> Any:
    """Nothing where there may be nothing, else the column's default, else some value of its kind."""
    if column.nullable:
        return None
    if isinstance(column.default, ScalarElementColumnDefault):
        return column.default.arg
    kind = type(column.type).__name__
    return new_id() if kind == "Uuid" else PLAIN[kind]


def foreign_keys(table: Table) -> list[ForeignKeyConstraint]:
    return [each for each in table.constraints if isinstance(each, ForeignKeyConstraint)]


def key_of(referred: Row, key: ForeignKeyConstraint) -> Row:
    return {element.parent.name: referred[element.column.name] for element in key.elements}


_fresh = count(100)


def a_copy(table: Table, rows: dict[str, Row]) -> Row:
    """A row like the one there is, with keys of its own."""
    row = dict(rows[table.name])
    owned = [set(table.primary_key.columns.keys())]
    owned += [set(each.columns.keys()) for each in table.constraints if isinstance(each, UniqueConstraint)]
    owned += [{column.name for column in index.columns} for index in table.indexes if index.unique]
    borrowed = {element.parent.name for key in foreign_keys(table) for element in key.elements}
    for names in owned:
        for name in sorted(names - borrowed):
            row[name] = another(table.columns[name], row[name])
    return row


def another(column: Column[Any], value: Any) -> Any:
    """A value of the same kind that nobody has."""
    number = next(_fresh)
    formed = {"code": f"{number:0{len(str(value))}}", "sha256": f"{number:064}", "reason": "goodwill"}
    if isinstance(value, str):
        return formed.get(column.name, f"{value}{number}")
    if isinstance(value, UUID):
        return new_id()
    if isinstance(value, date):  # and instants
        return value + timedelta(days=number)
    return number if type(value) is int else value
