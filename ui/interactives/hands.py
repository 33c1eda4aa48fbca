"""A machine that is worked with more than knobs brings hands of its own: a view model between face and model."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.interactives.header import BadHeader, Header
from ui.interactives.machine_runner import MachineRunner
from ui.shell.properties import Property

if TYPE_CHECKING:
    from ui.shell.visitor_session import VisitorSession

QML_IMPORT_NAME = "ui.interactives"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python by the page that shows the machine")
class MachineHands(QObject):
    """The base of every machine's hands. The play page makes them, and they end with it."""

    knobsChanged = Signal()
    # What `told()` says is another now, and the knobs are not.
    toldChanged = Signal()
    # (work with the App, what takes its result, what takes its error): something that the park is to do for them. The
    # page has it done off the UI thread; when it has been left nothing comes back.
    changeAsked = Signal(object, object, object)

    def __init__(self, runner: MachineRunner, visitor: "VisitorSession", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.visitor = visitor

    @Property(list, notify=knobsChanged)
    def knobs(self) -> list[str]:
        """The inputs of the header that lie at hand now, by name."""
        return self.at_hand()

    def at_hand(self) -> list[str]:
        """Which these are. A subclass that says otherwise emits `knobsChanged` when they change."""
        return list(self.runner.inputs)

    def told(self) -> str:
        """What to do now, for reading aloud; it changes with `knobsChanged` and `toldChanged`."""
        return ""

    def begin(self) -> None:
        """The runner has a new machine: everything as it is when the page opens."""

    def say(self) -> None:
        """The language has changed: the words again."""


def hands_of(header: Header) -> type[MachineHands] | None:
    """The class of a machine's hands, None where knobs do. Imports it, and with it the types that its face is drawn
    with: to be called on the UI thread before the face is loaded. Raises BadHeader."""
    if not header.hands:
        return None
    folder = header.face.parent.name
    module = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in header.hands).lstrip("_")
    found = getattr(import_module(f"ui.interactives.{folder}.{module}"), header.hands, None)
    if not (isinstance(found, type) and issubclass(found, MachineHands)):
        raise BadHeader(f"{folder}/{module}.py has no MachineHands {header.hands!r}")
    return found
