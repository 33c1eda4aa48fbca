"""What stands for a visitor who has come as far as a page: what the page is told and what their session holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any


class NoScene(LookupError):
    """The site has nothing that this page could show (no exhibit to play, no free session)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page is told, what the visitor's session holds when they come to it, and what happens then."""

    params: Mapping[str, str] = field(default_factory=dict)
    hold: Any = None
    booking: Any = None
    party: Mapping[str, int] = field(default_factory=dict)
    wheelchairs: int = 0
    details: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Any] = field(default_factory=dict)
    wall_off: timedelta = timedelta()
    """How wrong, or how much later, the clock on the wall is while the page is shown."""
    later_s: float = 0.0
    """Seconds that go by once the page is there."""
    act: Callable[[Any], None] | None = None
    """What the visitor then does, asked of the page's view model."""
