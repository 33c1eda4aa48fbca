"""Lists change by rows, so that nothing jumps under a finger."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex

from ui.shell.plain import plain
from ui.shell.rows import Rows


@dataclass(frozen=True, slots=True)
class Session:
    id: str
    seats_left: int
    tags: tuple[str, ...] = ()


def read(rows: Rows[Session]) -> list[tuple[object, ...]]:
    names = {bytes(name.data()).decode(): role for role, name in rows.roleNames().items()}
    return [
        tuple(rows.data(rows.index(i), names[name]) for name in ("id", "seatsLeft")) for i in range(rows.rowCount())
    ]


def test_roles_are_the_fields_in_camel_case() -> None:
    names = {bytes(name.data()).decode() for name in Rows(Session).roleNames().values()}
    assert names == {"id", "seatsLeft", "tags"}


def test_a_seat_sold_changes_one_row_and_moves_none() -> None:
    rows: Rows[Session] = Rows(Session)
    rows.show([Session("a", 3), Session("b", 2)])
    told: list[str] = []
    rows.dataChanged.connect(lambda first, last, *_: told.append(f"changed {first.row()}-{last.row()}"))
    rows.rowsInserted.connect(lambda *_: told.append("inserted"))
    rows.rowsRemoved.connect(lambda *_: told.append("removed"))
    rows.modelReset.connect(lambda: told.append("reset"))
    rows.show([Session("a", 3), Session("b", 1)])
    assert told == ["changed 1-1"]


@given(st.lists(st.lists(st.integers(0, 9), unique=True, max_size=8), max_size=6))
def test_a_follower_that_hears_only_rows_ends_with_the_same_list(states: list[list[int]]) -> None:
    rows: Rows[Session] = Rows(Session)
    mirror: list[str] = []

    def inserted(_: QModelIndex, first: int, last: int) -> None:
        for i in range(first, last + 1):
            mirror.insert(i, rows.rows[i].id)

    def removed(_: QModelIndex, first: int, last: int) -> None:
        del mirror[first : last + 1]

    def moved(_: QModelIndex, first: int, last: int, __: QModelIndex, to: int) -> None:
        part = mirror[first : last + 1]
        del mirror[first : last + 1]
        mirror[to if to < first else to - len(part) : to if to < first else to - len(part)] = part

    rows.rowsInserted.connect(inserted)
    rows.rowsRemoved.connect(removed)
    rows.rowsMoved.connect(moved)
    rows.modelReset.connect(lambda: pytest.fail("a reset loses the scroll position"))
    for state in states:
        rows.show([Session(str(i), i) for i in state])
        assert mirror == [str(i) for i in state]
        assert read(rows) == [(str(i), i) for i in state]


def test_two_rows_of_one_key_are_a_fault() -> None:
    with pytest.raises(ValueError, match="same key"):
        Rows(Session).show([Session("a", 1), Session("a", 2)])


def test_a_row_is_given_whole_to_a_tap() -> None:
    rows: Rows[Session] = Rows(Session)
    rows.show([Session("a", 3, ("x", "y"))])
    assert rows.get(0) == {"id": "a", "seatsLeft": 3, "tags": ["x", "y"]}
    assert rows.get(5) == {}


def test_park_values_become_what_qml_reads(tmp_path: Path) -> None:
    assert plain(UUID(int=5)) == "00000000-0000-0000-0000-000000000005"
    assert plain(tmp_path).startswith("file:///")
    assert plain((Session("a", 1),)) == [{"id": "a", "seatsLeft": 1, "tags": []}]
