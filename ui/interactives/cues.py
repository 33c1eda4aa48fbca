"""What a machine is heard doing: a sound each time that something comes true (`[[sound]]` of a header)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.interactives.header import Bounds


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound of resources/sounds, and the bounds that must all hold for it to begin."""

    sound: str
    bounds: tuple["Bounds", ...]

    def holds(self, state: Mapping[str, float]) -> bool:
        """Whether they do so now."""
        return all(bounds.hold(state) for bounds in self.bounds)


class Cues:
    """Listens to one machine. What holds when it begins to listen is not news."""

    def __init__(self, cues: tuple[Cue, ...], state: Mapping[str, float]) -> None:
        self._cues = cues
        self._held = [cue.holds(state) for cue in cues]

    def heard(self, state: Mapping[str, float]) -> list[str]:
        """The sounds of what has come true since it was last asked."""
        before, self._held = self._held, [cue.holds(state) for cue in self._cues]
        return [cue.sound for cue, was, now in zip(self._cues, before, self._held, strict=True) if now and not was]
