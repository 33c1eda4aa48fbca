"""The database refuses what must never be, whoever asks: every constraint is seen to refuse, on both databases."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKeyConstraint,
    Index,
    Table,
    UniqueConstraint,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError

from db.ids import new_id
from db.models import Base
from db.store import Store
from tests.builders import NOON, a_store
from tests.db.one_of_each import Row, a_copy, foreign_keys, make_one_of_each

TABLES = Base.metadata.sorted_tables
APPEND_ONLY = ("payments", "refunds", "check_ins", "counts", "audit_entries")
ITSELF = object()
"""The id of the row that is there."""

# What each CHECK must refuse: one thing about a valid row, changed.
REFUSED: dict[str, tuple[Row, ...]] = {
    "ck_devices_incarnation": ({"incarnation": 0},),
    "ck_devices_kind": ({"kind": "toaster"},),
    "ck_devices_next_serial": ({"next_serial": 0}, {"next_serial": 1 << 28}),
    "ck_devices_number": ({"number": 0}, {"number": 4096}),
    "ck_media_extent": ({"width": 0}, {"height": -1}),
    "ck_media_sha256": ({"sha256": "abc"},),
    "ck_media_size": ({"size": -1},),
    "ck_sites_cutoff": ({"cutoff_minutes": -1},),
    "ck_sites_days_ahead": ({"days_ahead": -1},),
    "ck_sites_holiday": ({"holiday_open": -1}, {"holiday_open": 1080}),
    "ck_sites_holiday_close": ({"holiday_close": 1441},),
    "ck_sites_holiday_hours": ({"holiday_open": None},),
    "ck_categories_companion": ({"companion_of": "x"},),
    "ck_categories_percent": ({"percent": -1}, {"percent": 101}),
    "ck_clock_jumps_kind": ({"kind": "hop"},),
    "ck_closed_days_order": ({"last_day": date(2027, 2, 28)},),
    "ck_feedback_score": ({"score": 0}, {"score": 6}),
    "ck_holidays_kind": ({"kind": "weekend"},),
    "ck_kiosk_visits_outcome": ({"outcome": "angry"},),
    "ck_kiosk_visits_seconds": ({"seconds": -0.1},),
    "ck_kiosk_visits_taps": ({"taps": -1},),
    "ck_opening_hours_minutes": ({"open_minute": -1}, {"open_minute": 1080}, {"close_minute": 1441}),
    "ck_opening_hours_season": ({"first_day": date(2027, 3, 2), "last_day": date(2027, 3, 1)},),
    "ck_refund_rules_hours": ({"hours_before": -1},),
    "ck_refund_rules_percent": ({"percent": -1}, {"percent": 101}),
    "ck_staff_failed_tries": ({"failed_tries": -1},),
    "ck_staff_role": ({"role": "king"},),
    "ck_audit_entries_hash": ({"hash": b"short"}, {"previous_hash": b"x" * 33}),
    "ck_audit_entries_sequence": ({"sequence": 0},),
    "ck_counts_kind": ({"kind": "guessed"},),
    "ck_counts_named": ({"kind": "correction", "reason": ""}, {"kind": "correction", "reason": "so", "staff_id": None}),
    "ck_counts_not_negative": ({"went_in": -1}, {"went_out": -1}),
    "ck_exhibits_minutes": ({"minutes": -1},),
    "ck_kiosk_pages_seconds": ({"seconds": -0.1},),
    "ck_workshops_capacity": ({"capacity": 0, "wheelchair_places": 0},),
    "ck_workshops_min_age": ({"min_age": -1},),
    "ck_workshops_minutes": ({"minutes": 0},),
    "ck_workshops_party": ({"min_party": 0}, {"min_party": 2}),
    "ck_workshops_price": ({"price_fen": -1},),
    "ck_workshops_wheelchair": ({"wheelchair_places": -1}, {"wheelchair_places": 9}),
    "ck_facts_confidence": ({"confidence": "low"},),
    "ck_hotspots_inside": ({"x": -0.1}, {"x": 1.1}, {"y": -0.1}, {"y": 1.1}),
    "ck_moments_confidence": ({"confidence": "low"},),
    "ck_weekly_capacity": ({"capacity": 0},),
    "ck_weekly_season": ({"first_day": date(2027, 3, 2), "last_day": date(2027, 3, 1)},),
    "ck_workshop_prices_price": ({"price_fen": -1},),
    "ck_sessions_capacity": ({"capacity": 0, "granted": 0, "wheelchair_places": 0},),
    "ck_sessions_granted": ({"granted": 9}, {"granted": -1}),
    "ck_sessions_order": ({"ends_at": NOON},),
    "ck_sessions_origin": ({"origin": "elsewhere"},),
    "ck_sessions_price": ({"price_fen": -1},),
    "ck_sessions_state": ({"state": "perhaps"},),
    "ck_sessions_wheelchair": ({"wheelchair_places": 9}, {"wheelchair_places": -1, "wheelchairs_granted": -1}),
    "ck_sessions_wheelchairs_granted": ({"wheelchairs_granted": 3}, {"wheelchairs_granted": -1}),
    "ck_bookings_code": ({"code": "7777"},),
    "ck_bookings_ended": ({"ended_at": NOON}, {"state": "cancelled"}),
    "ck_bookings_moved": ({"moved_to_id": ITSELF}, {"state": "moved", "ended_at": NOON}),
    "ck_bookings_seats": ({"heads": 0, "seats": 0}, {"seats": 4}, {"seats": -1, "wheelchairs": -1}),
    "ck_bookings_state": ({"state": "perhaps", "ended_at": NOON},),
    "ck_bookings_total": ({"total_fen": -1},),
    "ck_bookings_version": ({"version": 0},),
    "ck_bookings_wheelchairs": ({"wheelchairs": 3}, {"wheelchairs": -1}),
    "ck_seat_rights_not_negative": ({"held": -1}, {"sold": -1}, {"returned": -1}),
    "ck_seat_rights_wheelchairs_not_negative": ({"wheelchairs_held": -1}, {"wheelchairs_sold": -1}),
    "ck_seat_rights_wheelchairs_within": ({"wheelchairs_sold": 3}, {"wheelchairs_held": 2, "wheelchairs_returned": 1}),
    "ck_seat_rights_within": ({"held": 5}, {"sold": 6}, {"returned": 4}, {"granted": 5}),
    "ck_blocks_released_is_empty": ({"state": "released"},),
    "ck_blocks_seats": ({"seats": -1},),
    "ck_blocks_state": ({"state": "perhaps", "seats": 0},),
    "ck_booking_lines_count": ({"count": 0, "total_fen": 0},),
    "ck_booking_lines_each": ({"each_fen": -1, "total_fen": -2},),
    "ck_booking_lines_kind": ({"kind": "tip"},),
    "ck_booking_lines_total": ({"total_fen": 101},),
    "ck_payments_amount": ({"kind": "transfer", "amount_fen": 0},),
    "ck_payments_correction": ({"kind": "correction"}, {"corrects_id": ITSELF}),
    "ck_payments_kind": ({"kind": "gift"},),
    "ck_payments_payment": ({"amount_fen": -1},),
    "ck_payments_refund": ({"kind": "refund"},),
    "ck_refunds_amount": ({"amount_fen": -1},),
    "ck_refunds_percent": ({"percent": -1}, {"percent": 101}),
    "ck_refunds_reason": ({"reason": "whim"},),
    "ck_tickets_admits": ({"admits": 0},),
    "ck_tickets_serial": ({"serial": 0},),
    "ck_tickets_state": ({"state": "lost"},),
    "ck_check_ins_heads": ({"heads": -1},),
    "ck_check_ins_kind": ({"kind": "peek", "nth": None},),
    "ck_check_ins_nth": ({"nth": None}, {"kind": "exit"}),
    "ck_check_ins_undo": ({"kind": "undo", "nth": None}, {"corrects_id": ITSELF}),
    "ck_holds_seats": ({"seats": -1}, {"wheelchairs": -1}, {"wheelchairs": 3}),
    "ck_holds_total": ({"total_fen": -1},),
    "ck_print_jobs_attempts": ({"attempts": -1},),
    "ck_print_jobs_state": ({"state": "eaten"},),
    "ck_keepsakes_code": ({"code": "77777777X"}, {"code": ""}),
    "ck_keepsakes_drawing": ({"drawing": ""}, {"drawing": "x" * 160_001}),
    "ck_keepsakes_looked_at": ({"looked_at": NOON}, {"state": "shown"}),
    "ck_keepsakes_state": ({"state": "perhaps", "looked_at": NOON},),
    "ck_ticket_drawings_drawing": ({"drawing": ""}, {"drawing": "x" * 160_001}),
}


class Filled(NamedTuple):
    """A database with a row of each table."""

    store: Store
    rows: dict[str, Row]


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    for url in a_database(request, tmp_path_factory):
        store = a_store(url)
        with store.engine.begin() as tx:
            rows = make_one_of_each(tx)
        yield Filled(store, rows)
        store.close()


def a_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from tests.builders import POSTGRES, a_postgres_database, sqlite_url

    if request.param == "sqlite":
        yield sqlite_url(tmp_path_factory.mktemp("filled"))
        return
    if not POSTGRES:
        pytest.skip("KIOSK_TEST_POSTGRES names no server")
    with a_postgres_database() as url:
        yield url


def refusal(filled: Filled, table: Table, change: Row, *, fresh: bool) -> str:
    """Why the database refuses the change, in its own words; empty where it does not. Nothing stays of it."""
    with filled.store.engine.connect() as tx:
        try:
            write(tx, filled, table, change, fresh=fresh)
            if tx.dialect.name == "postgresql":
                tx.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
            else:  # a key that is looked at when all is done
                broken = tx.execute(text("PRAGMA foreign_key_check")).all()
                return f"FOREIGN KEY {broken}" if broken else ""
        except IntegrityError as error:
            return str(error.orig)
        finally:
            tx.rollback()
    return ""


def write(tx: Connection, filled: Filled, table: Table, change: Row, *, fresh: bool) -> None:
    own = filled.rows[table.name].get("id")
    values = {name: own if value is ITSELF else value for name, value in change.items()}
    if fresh or table.name in APPEND_ONLY:
        tx.execute(insert(table), a_copy(table, filled.rows) | values)
    else:
        tx.execute(update(table).values(values))


def all_of(kind: type[Any]) -> list[Any]:
    # A table's constraints are a set: in the same order in every process that runs tests.
    found = [each for table in TABLES for each in table.constraints if isinstance(each, kind)]
    return sorted(found, key=lambda each: (each.table.name, str(each.name), *each.columns.keys()))


def test_every_check_is_in_the_table_above() -> None:
    assert set(REFUSED) == {str(each.name) for each in all_of(CheckConstraint)}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_valid_row_is_taken(filled: Filled, table: Table) -> None:
    """So that the refusals below are for what they say, and for nothing else."""
    keys = {element.parent.name for key in foreign_keys(table) for element in key.elements}
    if set(table.primary_key.columns.keys()) <= keys and table.name not in APPEND_ONLY:
        name, value = next(iter(filled.rows[table.name].items()))
        assert refusal(filled, table, {name: value}, fresh=False) == ""
    else:
        assert refusal(filled, table, {}, fresh=True) == ""


@pytest.mark.parametrize("name", REFUSED)
def test_a_check_refuses_what_must_never_be(filled: Filled, name: str) -> None:
    table = next(each.table for each in all_of(CheckConstraint) if each.name == name)
    for change in REFUSED[name]:
        assert name in refusal(filled, table, change, fresh=False), change


@pytest.mark.parametrize("unique", all_of(UniqueConstraint), ids=lambda each: each.name)
def test_what_is_unique_is_not_written_twice(filled: Filled, unique: UniqueConstraint) -> None:
    table = unique.table
    row = filled.rows[table.name]
    same = {name: row[name] for name in unique.columns.keys()}  # noqa: SIM118 - no dict
    if None in same.values():  # nothing is equal to nothing
        pointing = {name: row["id"] if value is None else value for name, value in same.items()}
        assert_only_one_points(filled, table, pointing)
        return
    assert "uniq" in refusal(filled, table, same, fresh=True).lower()


def assert_only_one_points(filled: Filled, table: Table, pointing: Row) -> None:
    """`moved_to_id` and the like: two rows never point at the same one."""
    states: dict[str, Row] = {
        "moved_to_id": {"state": "moved", "ended_at": NOON},
        "corrects_id": {"kind": "undo", "nth": None},
        "hold_id": {},
    }
    (column,) = pointing
    state = states[column]
    with filled.store.engine.connect() as tx:
        write(tx, filled, table, pointing | state, fresh=True)
        with pytest.raises(IntegrityError, match=r"(?i)unique"):
            write(tx, filled, table, pointing | state, fresh=True)
        tx.rollback()


INDEXES = sorted(
    (index for table in TABLES for index in table.indexes if index.unique), key=lambda index: str(index.name)
)


@pytest.mark.parametrize("index", INDEXES, ids=lambda each: each.name)
def test_an_entry_and_a_place_in_the_printer_are_taken_once(filled: Filled, index: Index) -> None:
    """Two doors that were cut off from each other both keep theirs: the index looks away for those."""
    table = index.table
    assert table is not None
    if table.name == "check_ins":
        first = second = {"ticket_id": filled.rows["tickets"]["id"], "nth": 7}
    else:  # one is being sent to that printer; a second may wait
        printer = filled.rows["print_jobs"]["printer"]
        first, second = {"printer": printer, "state": "queued"}, {"printer": printer, "state": "sent"}
    with filled.store.engine.connect() as tx:
        if index.name == "uq_check_ins_ticket_nth":
            other = filled.rows["devices"] | {"id": new_id(), "number": 77}
            tx.execute(insert(Base.metadata.tables["devices"]), other)
            write(tx, filled, table, first | {"cut_off": True, "device_id": other["id"]}, fresh=True)
        write(tx, filled, table, first, fresh=True)
        with pytest.raises(IntegrityError, match=r"(?i)unique"):
            write(tx, filled, table, second, fresh=True)
        tx.rollback()


KEYS = [(key.table.name, tuple(key.column_keys)) for key in all_of(ForeignKeyConstraint)]


@pytest.mark.parametrize(("name", "columns"), KEYS, ids=str)
def test_a_key_names_a_row_that_is_there(filled: Filled, name: str, columns: tuple[str, ...]) -> None:
    table = Base.metadata.tables[name]
    change: Row = {}
    for column in columns:
        change[column] = elsewhere(table.columns[column])
    # What must go together with the key, so that the key alone is wrong.
    alone: dict[tuple[str, str], Row] = {
        ("payments", "corrects_id"): {"kind": "correction"},
        ("check_ins", "corrects_id"): {"kind": "undo", "nth": None},
        ("bookings", "moved_to_id"): {"state": "moved", "ended_at": NOON},
    }
    change |= alone.get((name, columns[0]), {})
    assert "foreign key" in refusal(filled, table, change, fresh=False).lower()


def elsewhere(column: Column[Any]) -> Any:
    return {"Uuid": new_id(), "Text": "nowhere", "Integer": 1999, "Day": date(1999, 1, 1)}[type(column.type).__name__]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_must_be_said_is_not_left_out(filled: Filled, table: Table) -> None:
    for column in table.columns:
        if not column.nullable:
            why = refusal(filled, table, {column.name: None}, fresh=False)
            assert "null" in why.lower(), column.name


@pytest.mark.parametrize("name", APPEND_ONLY)
def test_what_is_written_once_is_neither_changed_nor_deleted(filled: Filled, name: str) -> None:
    statements = [f"UPDATE {name} SET id = id", f"DELETE FROM {name}"]
    if filled.store.is_sqlite:
        columns = ", ".join(Base.metadata.tables[name].columns.keys())
        statements.append(f"INSERT OR REPLACE INTO {name} SELECT {columns} FROM {name}")
    else:
        statements.append(f"TRUNCATE {name} CASCADE")
    for statement in statements:
        with filled.store.engine.connect() as tx, pytest.raises(IntegrityError, match="append-only"):
            tx.execute(text(statement))
    with filled.store.engine.connect() as tx:
        assert tx.execute(select(text("count(*)")).select_from(text(name))).scalar() == 1


def test_personal_details_lie_in_one_table_and_go_without_a_trace_elsewhere(filled: Filled) -> None:
    """RULES 20: apart from the booking, and erasable: nothing names them, and nothing hinders their delete."""
    persons = Base.metadata.tables["persons"]
    assert [key.table.name for key in all_of(ForeignKeyConstraint) if key.referred_table is persons] == []
    personal = {"name", "phone", "needs"}
    for table in TABLES:
        if table.name not in {"persons", "devices", "staff"}:
            kinds = {type(column.type).__name__ for column in table.columns if column.name in personal}
            assert "Text" not in kinds or table.name.endswith("_texts"), table.name
    with filled.store.engine.connect() as tx:
        assert tx.execute(persons.delete()).rowcount == 1
        assert tx.execute(select(Base.metadata.tables["bookings"].c.id)).all()
        tx.rollback()


def test_sqlite_keeps_a_value_in_the_kind_of_its_column(filled: Filled) -> None:
    """STRICT: no text in a number; on PostgreSQL it never was possible."""
    with filled.store.engine.connect() as tx:
        with pytest.raises(Exception, match=r"(?i)cannot store TEXT|invalid input syntax"):
            tx.execute(text("UPDATE sessions SET capacity = 'eight'"))
        tx.rollback()
        if filled.store.is_sqlite:
            loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
            names = {name for name in tx.scalars(text(loose)) if not name.startswith("sqlite_")}
            assert names == {"alembic_version"}


def test_the_time_of_a_row_is_the_instant_that_was_written(filled: Filled) -> None:
    sessions = Base.metadata.tables["sessions"]
    with filled.store.engine.connect() as tx:
        at = NOON + timedelta(microseconds=123_457)
        tx.execute(update(sessions).values(ends_at=at))
        assert tx.execute(select(sessions.c.ends_at)).scalar() == at
        with pytest.raises(Exception, match="without its zone"):
            tx.execute(update(sessions).values(ends_at=at.replace(tzinfo=None)))
        tx.rollback()
