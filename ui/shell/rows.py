"""One list model for all lists: its roles are the fields of a dataclass, and it changes by rows, never by reset."""

import dataclasses
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.shell.plain import camel, plain

QML_IMPORT_NAME = "ui.shell"
QML_IMPORT_MAJOR_VERSION = 1

Row = TypeVar("Row")
Fact = TypeVar("Fact", bound=Hashable)
_Index = QModelIndex | QPersistentModelIndex
# Qt.ItemDataRole.DisplayRole, and the one after UserRole: importing Qt makes a hundred enumerations, which takes 20 ms
# before the first frame.
_DISPLAY_ROLE, _FIRST_ROLE = 0, 0x0101
_NONE = QModelIndex()


class RowMaker(Generic[Fact, Row]):
    """Makes rows of facts; where a fact is as it was its row is the one that was made before.

    Words, dates and numbers of a row cost some 50 µs, and of thirty rows mostly one has changed.
    """

    def __init__(self) -> None:
        self._told: tuple[Hashable, ...] = ()
        self._made: dict[Fact, Row] = {}

    def rows(self, facts: Iterable[Fact], make: Callable[[Fact], Row], *told: Hashable) -> list[Row]:
        """A row of each fact. `told` is all else that a row is made of: with another, each is made anew."""
        if told != self._told:
            self._told, self._made = told, {}
        before = self._made
        self._made = {fact: before.get(fact) or make(fact) for fact in facts}
        return list(self._made.values())


@QmlElement
@QmlUncreatable("made in Python by a view model")
class Rows(QAbstractListModel, Generic[Row]):
    """Rows of one frozen dataclass. In QML each field is a role of the same name in camel case: `seats_left` ->
    `seatsLeft`.

    `key` names a row across changes (its slug, its id): with it a row that only changed stays where it is under the
    finger.
    """

    countChanged = Signal()

    def __init__(
        self, kind: type[Row], key: Callable[[Row], Hashable] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        fields = dataclasses.fields(kind)  # type: ignore[arg-type]  # `type[Row]` cannot say "a dataclass" in typeshed
        self._fields = tuple(field.name for field in fields)
        self._roles = {_FIRST_ROLE + i: QByteArray(camel(name).encode()) for i, name in enumerate(self._fields)}
        self._key: Callable[[Row], Hashable] = key or (lambda row: getattr(row, self._fields[0]))
        self._rows: list[Row] = []

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return tuple(self._rows)

    def show(self, rows: Sequence[Row]) -> None:
        """Make these the rows: what went is removed, what came is inserted, what moved is moved, what changed is
        changed."""
        before = len(self._rows)
        key = self._key
        wanted = [key(row) for row in rows]
        if len(set(wanted)) != len(wanted):
            raise ValueError(f"two rows have the same key: {wanted}")
        keep = set(wanted)
        self._remove_all_but(keep)
        for at, row in enumerate(rows):
            here = self._find(wanted[at], at)
            if here is None:
                self.beginInsertRows(_NONE, at, at)
                self._rows.insert(at, row)
                self.endInsertRows()
                continue
            if here != at:
                self.beginMoveRows(_NONE, here, here, _NONE, at)
                self._rows.insert(at, self._rows.pop(here))
                self.endMoveRows()
            if self._rows[at] != row:
                self._rows[at] = row
                index = self.index(at)
                self.dataChanged.emit(index, index)
        if len(self._rows) != before:
            self.countChanged.emit()

    def _remove_all_but(self, keep: set[Hashable]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            if self._key(self._rows[last]) in keep:
                last -= 1
                continue
            first = last
            while first > 0 and self._key(self._rows[first - 1]) not in keep:
                first -= 1
            self.beginRemoveRows(_NONE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _find(self, key: Hashable, start: int) -> int | None:
        for index in range(start, len(self._rows)):
            if self._key(self._rows[index]) == key:
                return index
        return None

    # ---- QAbstractListModel

    def rowCount(self, parent: _Index = _NONE) -> int:
        """How many rows; a list has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = _DISPLAY_ROLE) -> Any:
        """One field of one row."""
        if not index.isValid() or index.row() >= len(self._rows) or role not in self._roles:
            return None
        return plain(getattr(self._rows[index.row()], self._fields[role - _FIRST_ROLE]))

    def roleNames(self) -> dict[int, QByteArray]:
        """The fields, as roles."""
        return self._roles

    @Slot(int, result="QVariantMap")
    def get(self, row: int) -> dict[str, Any]:
        """A whole row, for a tap on it; empty when there is none."""
        if not 0 <= row < len(self._rows):
            return {}
        return {camel(name): plain(getattr(self._rows[row], name)) for name in self._fields}
