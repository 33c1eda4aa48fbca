"""Values of the park as QML reads them."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID


def camel(name: str) -> str:
    """`seats_left` as QML writes it.

    >>> camel("seats_left")
    'seatsLeft'
    """
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


def plain(value: Any) -> Any:
    """A value that QML can hold: tuples become lists, dataclasses maps with camel-case keys, paths file addresses,
    ids and enums their text, times ISO text (what people read is formatted by the view model)."""
    if isinstance(value, Enum):
        return plain(value.value)
    for kinds, turn in _TURNS:
        if isinstance(value, kinds):
            return turn(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {camel(field.name): plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


_TURNS: tuple[tuple[tuple[type, ...], Callable[[Any], Any]], ...] = (
    ((str, bool, int, float), lambda value: value),
    ((UUID,), str),
    ((Path,), lambda path: path.absolute().as_uri()),
    ((date,), lambda moment: moment.isoformat()),
    ((Mapping,), lambda mapping: {str(key): plain(item) for key, item in mapping.items()}),
    ((tuple, list, frozenset), lambda items: [plain(item) for item in items]),
)
