"""`Property` as a type checker can read it: reading it gives a value, where PySide6's stub says that it is a Property.

One that can be set is written `running = Property(bool, _is_running, _run, notify=runningChanged)` after its two
functions: a checker takes a second function of the same name for a method, to which nothing can be assigned.
At run time it is PySide6's own. To be tried without when the stub of 6.12 or later has `__get__`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Generic, Self, TypeVar, overload

    T = TypeVar("T")

    class _Read(Generic[T]):
        """A property whose getter gives T."""

        @overload
        def __get__(self, thing: None, owner: type) -> Self: ...
        @overload
        def __get__(self, thing: object, owner: type) -> T: ...
        def __get__(self, thing: object, owner: type) -> Any: ...
        def __set__(self, thing: object, value: T) -> None: ...

    @overload
    def Property(
        kind: type | str, *, notify: object = None, constant: bool = False
    ) -> Callable[[Callable[[Any], T]], _Read[T]]: ...
    @overload
    def Property(
        kind: type | str, read: Callable[[Any], T], write: Callable[[Any, T], None], /, *, notify: object = None
    ) -> _Read[T]: ...
    def Property(*arguments: Any, **options: Any) -> Any: ...

else:
    from PySide6.QtCore import Property

__all__ = ["Property"]
