"""`Property` as a type checker can read it: reading it gives a value, where PySide6's stub says that it is a Property.

At run time it is PySide6's own. To be tried without when the stub of 6.12 or later has `__get__`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from typing import Self

    T = TypeVar("T")

    class _Read(Generic[T]):
        """A property whose getter gives T."""

        @overload
        def __get__(self, thing: None, owner: type) -> Self: ...
        @overload
        def __get__(self, thing: object, owner: type) -> T: ...
        def __get__(self, thing: object, owner: type) -> Any: ...
        def __set__(self, thing: object, value: T) -> None: ...
        def setter(self, write: Callable[[Any, T], None]) -> "_Read[T]": ...

    def Property(
        kind: type | str, *, notify: object = None, constant: bool = False
    ) -> Callable[[Callable[[Any], T]], _Read[T]]: ...

else:
    from PySide6.QtCore import Property

__all__ = ["Property"]
