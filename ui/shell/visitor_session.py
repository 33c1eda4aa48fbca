"""Everything that belongs to one visitor, in one object that is thrown away when they go."""

from dataclasses import dataclass, field
from typing import Any

PLATE_NOTE = "plate"
"""Key of `VisitorSession.notes`: the `PlateDrawing` that the visitor has made and wants kept. Tickets made after it in
the same visit are printed with it."""


@dataclass(slots=True)
class Ease:
    """How a visitor wants the kiosk to be: chosen one by one, or all at once as the accessible mode."""

    text_scale: float = 1.0
    high_contrast: bool = False
    reach: bool = False
    less_motion: bool = False
    speech: bool = False
    more_time: bool = False
    silent: bool = False
    """No sounds. It makes nothing easier to see, and the accessible mode leaves it as it was."""

    @classmethod
    def accessible(cls) -> "Ease":
        """The accessible mode: text at 150 %, contrast, reach, less motion, speech, time x 3."""
        return cls(1.5, True, True, True, True, True)

    @property
    def is_accessible(self) -> bool:
        """All of it is on (whatever the exact size of text)."""
        return (
            self.text_scale > 1
            and self.high_contrast
            and self.reach
            and self.less_motion
            and self.speech
            and self.more_time
        )


@dataclass(slots=True)
class VisitorSession:
    """Language, ease, what is being booked, what has been typed. Never stored, never logged."""

    lang: str = "zh"
    ease: Ease = field(default_factory=Ease)
    hold: Any = None
    """The live `kiosk.booking.Hold`, or None."""
    booking: Any = None
    """The `kiosk.booking.BookingView` just made or looked up, or None."""
    party: dict[str, int] = field(default_factory=dict)
    wheelchairs: int = 0
    """Wheelchair places among the seats of the party."""
    details: dict[str, str] = field(default_factory=dict)
    """What was typed: `name`, `phone`, `needs`."""
    notes: dict[str, Any] = field(default_factory=dict)
    """What pages want to find again when they are come back to (a chosen day, a search): page name -> anything."""
