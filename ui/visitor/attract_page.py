"""The attract page: the park's machine, playing by itself until a hand takes its one handle; languages alternate."""

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import ContentChanged, GalleryChanged, SeatsChanged
from ui.interactives.attract_loop import AttractLoop
from ui.interactives.hands import hands_of
from ui.interactives.header import LANGUAGES, BadHeader, Header, Knob, read_header, said
from ui.interactives.machine_runner import MachineRunner
from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.services import Services
from ui.visitor.plate_wall import PlateWallModel, ask_plates

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import SessionView

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

ALTERNATE_MS = 10_000
LEFT_ALONE_MS = 4_000
"""After a hand has let go of the handle, the visitor is shown in."""
ASK_AGAIN_MS = 60_000

# Both languages are wanted at once, so these do not go through Qt's translator, which speaks one at a time.
WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "hint": "轻触屏幕，开始参观",
        "next": "下一场",
        "free": "余 {n} 座",
        "one": "余 1 座",
        "none": "今天看展品，玩机器",
        "plates": "观众亲手做的掐丝盘",
    },
    "en": {
        "hint": "Touch the screen to begin",
        "next": "Next",
        "free": "{n} places left",
        "one": "1 place left",
        "none": "Look round, and play with the machines",
        "plates": "Plates our visitors made",
    },
}


def ask_next(app: "App", site: str) -> "dict[str, SessionView | None]":
    """The next free session in every language. Runs on the worker."""
    return {lang: app.booking.next_free(site, lang) for lang in LANGUAGES}


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class AttractPageModel(PageModel):
    """What is seen from across the hall. Its first frame needs no database."""

    frame_first = True

    changed = Signal()
    machineChanged = Signal()
    handleMoved = Signal()
    readingChanged = Signal()

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._shown = services.visitor.lang
        self._header: Header | None = None
        self._loop: AttractLoop | None = None
        self._wall = PlateWallModel(self)
        self._may_move = False
        self._gripped = False
        self._next: dict[str, SessionView | None] | None = None
        self.follow(ContentChanged, GalleryChanged)
        self.follow_seats(SeatsChanged)
        self._alternate = self._timer(ALTERNATE_MS, self._other_language)
        self._ask_again = self._timer(ASK_AGAIN_MS, self.refresh)
        self._go_in = QTimer(self, singleShot=True, interval=LEFT_ALONE_MS)
        self._go_in.timeout.connect(services.shell.home)

    # ---- words

    @Property(str, notify=changed)
    def shownLang(self) -> str:
        """The language of the moment."""
        return self._shown

    @Property(str, notify=changed)
    def siteName(self) -> str:
        """The park's name."""
        return said(self.services.first.name, self._shown)

    @Property(str, notify=changed)
    def tagline(self) -> str:
        """What stands under it."""
        return said(self.services.first.tagline, self._shown)

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do."""
        return WORDS[self._shown]["hint"]

    @Property(str, notify=changed)
    def nextLabel(self) -> str:
        """The word before the next session."""
        return WORDS[self._shown]["next"] if self._session() else ""

    @Property(str, notify=changed)
    def nextName(self) -> str:
        """The next workshop with free places, or what else there is to do."""
        session = self._session()
        return session.workshop_name if session else (WORDS[self._shown]["none"] if self._next is not None else "")

    @Property(str, notify=changed)
    def nextWhen(self) -> str:
        """When it begins: `14:30`, with its date when that is not today."""
        session = self._session()
        if session is None:
            return ""
        start = session.local_start
        today = self.services.clock.now().astimezone(start.tzinfo).date()
        time = f"{start:%H:%M}"
        if start.date() == today:
            return time
        return f"{start.month}/{start.day} {time}"

    @Property(str, notify=changed)
    def nextFree(self) -> str:
        """How many places are left."""
        session = self._session()
        if session is None:
            return ""
        words = WORDS[self._shown]
        return words["one"] if session.free == 1 else words["free"].format(n=session.free)

    @Property(str, notify=changed)
    def platesCaption(self) -> str:
        """What stands over the visitors' plates."""
        return WORDS[self._shown]["plates"]

    # ---- the machine

    @Property(PlateWallModel, constant=True)
    def wall(self) -> PlateWallModel:
        """The visitors' plates, which hang while the machine rests."""
        return self._wall

    @Property(QUrl, notify=machineChanged)
    def face(self) -> QUrl:
        """The QML that draws the machine; empty until it is there."""
        return QUrl.fromLocalFile(str(self._header.face)) if self._header else QUrl()

    @Property(MachineRunner, notify=machineChanged)
    def runner(self) -> MachineRunner | None:
        """The machine."""
        return self._loop.runner if self._loop else None

    @Property(float, notify=machineChanged)
    def shape(self) -> float:
        """Width of the machine's sheet over its height."""
        return self._header.sheet[0] / self._header.sheet[1] if self._header else 1.0

    @Property(str, notify=changed)
    def invitation(self) -> str:
        """What stands at the handle."""
        return said(self._header.attract.invitation, self._shown) if self._header else ""

    @Property(float, notify=machineChanged)
    def low(self) -> float:
        """The handle's lowest value."""
        return self._knob(self._header).low if self._header else 0.0

    @Property(float, notify=machineChanged)
    def high(self) -> float:
        """The handle's highest value."""
        return self._knob(self._header).high if self._header else 1.0

    @Property(float, notify=handleMoved)
    def handle(self) -> float:
        """Where the handle stands."""
        if self._loop is None or self._header is None:
            return 0.0
        return self._loop.runner.inputs[self._header.attract.handle]

    @Property(str, notify=readingChanged)
    def reading(self) -> str:
        """What the machine answers, `100 m³/h`."""
        if self._loop is None or self._header is None:
            return ""
        gauge = self._header.attract.headline
        shown = f"{self._loop.runner.state[gauge.name]:.{gauge.decimals}f}"
        # Nought has no sign.
        return f"{shown.removeprefix('-') if float(shown) == 0 else shown} {gauge.unit[self._shown]}"

    @Slot(float)
    def turn(self, value: float) -> None:
        """A hand moves the handle: the machine runs for it."""
        if self._loop is not None:
            self._loop.take(value)
            if not self._gripped:
                self._go_in.start()

    @Slot(bool)
    def move(self, may: bool) -> None:
        """The page is seen by somebody who doesn't mind motion: the machine plays. Else it stands as in its picture."""
        self._may_move = may
        if self._loop is not None and not self._loop.held:
            if may:
                self._loop.begin()
            else:
                self._loop.pose()

    @Slot(bool)
    def grip(self, held: bool) -> None:
        """A hand is on the handle, or has let go: nobody is shown in while it holds."""
        self._gripped = held
        if held:
            self._go_in.stop()
        elif self._loop is not None and self._loop.held:
            self._go_in.start()

    # ---- inside

    def refresh(self) -> None:
        """Ask for the next session and for the plates; the machine is fetched once, after the first frame."""
        if self._header is None:
            QTimer.singleShot(0, self, self._fetch_machine)
        self.refresh_seats()
        site = self.services.site
        self.ask(lambda app: ask_plates(app, site), self._wall.show, lambda _: None)
        for timer in (self._alternate, self._ask_again):
            timer.start()

    def refresh_seats(self) -> None:
        """Ask for the next session; the languages go on changing at their time."""
        site = self.services.site
        self.ask(lambda app: ask_next(app, site), self._show_next, lambda _: None)

    def change_language(self, lang: str) -> None:
        """The visitor's language changed, as it does at a reset."""
        self._shown = lang
        super().change_language(lang)
        self._say()

    def close(self) -> None:
        """Somebody has come: the page goes, and its machine stands still."""
        for timer in (self._alternate, self._ask_again, self._go_in):
            timer.stop()
        if self._loop is not None:
            self._loop.stop()
        self._wall.close()
        super().close()

    def _timer(self, interval: int, then: "Callable[[], None]") -> QTimer:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(then)
        return timer

    def _fetch_machine(self) -> None:
        # A small TOML file and a few pages of arithmetic, once, before any hand can be there; and it must not wait for
        # a database that may never open.
        from kiosk.machines import DESIGNS

        name = self.services.first.attract
        if name not in DESIGNS or self._header is not None:
            return
        try:
            header = read_header(name)
            hands_of(header)  # for the types that its face is drawn with
            self._header = header
        except BadHeader:
            log.exception("the attract page has no machine")
            return
        self._loop = AttractLoop(self._header, self)
        self._loop.runner.inputsChanged.connect(self.handleMoved)
        self._loop.runner.stateChanged.connect(self.readingChanged)
        self._loop.runner.runningChanged.connect(self._machine_turned)
        self.machineChanged.emit()
        self.handleMoved.emit()
        self._say()
        if self._may_move:
            self._loop.begin()

    @Slot()
    def _machine_turned(self) -> None:
        loop = self._loop
        self._wall.machine_stands(loop is not None and not loop.runner.running and not loop.held and self._may_move)

    def _knob(self, header: Header) -> Knob:
        return next(knob for knob in header.knobs if knob.name == header.attract.handle)

    def _say(self) -> None:
        self.changed.emit()
        self.readingChanged.emit()

    def _session(self) -> "SessionView | None":
        return self._next.get(self._shown) if self._next else None

    def _show_next(self, found: "dict[str, SessionView | None]") -> None:
        self.set_title(said(self.services.first.name, self.lang))
        if found != self._next:
            self._next = found
            self._say()

    @Slot()
    def _other_language(self) -> None:
        self._shown = LANGUAGES[(LANGUAGES.index(self._shown) + 1) % len(LANGUAGES)]
        self._say()
