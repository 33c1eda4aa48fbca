"""What a view model is given to work with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from kiosk.clock import Clock
from ui.shell.background import Background
from ui.shell.first_frame import FirstSight
from ui.shell.visitor_session import VisitorSession


class Navigator(Protocol):
    """Where a page can ask to go; the flow decides where that leads."""

    def go(self, name: str, params: Mapping[str, Any] | None = None) -> None:
        """Go on to a page of the flow, with what it must be told."""
        ...

    def back(self) -> None:
        """Go back."""
        ...

    def home(self) -> None:
        """Go home."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """Made anew for every visitor: what comes late finds its own, gone visitor, never the next one."""

    background: Background
    visitor: VisitorSession
    site: str
    """The slug of the site that this kiosk shows."""
    clock: Clock
    shell: Navigator
    first: FirstSight
    """What is known of the site before the database is open."""
