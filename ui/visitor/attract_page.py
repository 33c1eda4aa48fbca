"""The attract page: the park's machine, playing by itself until a hand takes its one handle; languages alternate."""

import logging
from collections.abc import Mapping
from math import pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.events import BookingChanged, ContentChanged, SeatsChanged
from ui.interactives.header import BadHeader, Header, Knob, read_header, said
from ui.interactives.machine_runner import MachineRunner
from ui.shell.page_model import PageModel
from ui.shell.properties import Property
from ui.shell.services import Services

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import SessionView

QML_IMPORT_NAME = "ui.visitor"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

LANGUAGES = ("zh", "en")
ALTERNATE_MS = 8_000
# A machine that nobody touches plays for a while and rests for a while: moving all day would cost the processor, the
# fan and the eyes of the guard. In the rhythm below it takes under one per cent of a core.
PLAY_MS, REST_MS = 5_000, 15_000
SWING_S = 10.0
"""In which time the handle goes there and back while the machine plays by itself."""
LEFT_ALONE_MS = 4_000
"""After a hand has let go of the handle, the visitor is shown in."""
ASK_AGAIN_MS = 60_000

# Both languages are wanted at once, so these do not go through Qt's translator, which speaks one at a time.
WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "hint": "轻触屏幕，开始参观",
        "next": "下一场",
        "free": "余 {n} 座",
        "on": "{date} {time}",
        "none": "今天看展品，玩机器",
    },
    "en": {
        "hint": "Touch the screen to begin",
        "next": "Next",
        "free": "{n} places left",
        "on": "{date} {time}",
        "none": "Look round, and play with the machines",
    },
}


def ask_next(app: "App", site: str) -> "dict[str, SessionView | None]":
    """The next free session in every language. Runs on the worker."""
    return {lang: app.booking.next_free(site, lang) for lang in LANGUAGES}


@QmlElement
@QmlUncreatable("made in Python by the shell, from the page flow")
class AttractPageModel(PageModel):
    """What is seen from across the hall. Its first frame needs no database."""

    changed = Signal()
    machineChanged = Signal()
    handleMoved = Signal()

    def __init__(self, services: Services, params: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(services, params, parent)
        self._shown = services.visitor.lang
        self._header: Header | None = None
        self._runner: MachineRunner | None = None
        self._next: dict[str, SessionView | None] | None = None
        self._held = False
        self._swing_from = 0.0
        self.follow(SeatsChanged, BookingChanged, ContentChanged)
        self._alternate = self._timer(ALTERNATE_MS, self._other_language)
        self._rhythm = self._timer(REST_MS, self._play_or_rest)
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
        return WORDS[self._shown]["on"].format(date=f"{start.month}/{start.day}", time=time)

    @Property(str, notify=changed)
    def nextFree(self) -> str:
        """How many places are left."""
        session = self._session()
        return WORDS[self._shown]["free"].format(n=session.free) if session else ""

    # ---- the machine

    @Property(QUrl, notify=machineChanged)
    def face(self) -> QUrl:
        """The QML that draws the machine; empty until it is there."""
        return QUrl.fromLocalFile(str(self._header.face)) if self._header else QUrl()

    @Property(MachineRunner, notify=machineChanged)
    def runner(self) -> MachineRunner | None:
        """The machine."""
        return self._runner

    @Property(str, notify=changed)
    def invitation(self) -> str:
        """What stands at the handle."""
        return said(self._header.invitation, self._shown) if self._header else ""

    @Property(float, notify=machineChanged)
    def low(self) -> float:
        """The handle's lowest value."""
        return self._knob().low if self._header else 0.0

    @Property(float, notify=machineChanged)
    def high(self) -> float:
        """The handle's highest value."""
        return self._knob().high if self._header else 1.0

    @Property(float, notify=handleMoved)
    def handle(self) -> float:
        """Where the handle stands."""
        return self._runner.machine.inputs[self._header.handle] if self._runner and self._header else 0.0

    @Property(str, notify=handleMoved)
    def reading(self) -> str:
        """What the machine answers, `100 m³/h`."""
        if self._runner is None or self._header is None:
            return ""
        gauge = next((g for g in self._header.gauges if g.name == self._header.headline), None)
        if gauge is None:
            return ""
        value = self._runner.values.get(gauge.name, 0.0)
        shown = f"{value:.{gauge.decimals}f}".replace("-0", "0") if abs(value) < 0.5 else f"{value:.{gauge.decimals}f}"
        return f"{shown} {said(gauge.unit, self._shown)}"

    @Slot(float)
    def turn(self, value: float) -> None:
        """A hand moves the handle: the machine runs for it."""
        if self._runner is None or self._header is None:
            return
        self._held = True
        self._go_in.start()
        self._rhythm.stop()
        self._runner.calm = False
        self._runner.running = True
        self._runner.turn(self._header.handle, value)

    # ---- inside

    def refresh(self) -> None:
        """Ask for the next session; the machine is fetched once, after the first frame."""
        if self._header is None:
            QTimer.singleShot(0, self, self._fetch_machine)
        site = self.services.site
        self.ask(lambda app: ask_next(app, site), self._show_next, lambda _: None)
        for timer in (self._alternate, self._ask_again):
            timer.start()

    def change_language(self, lang: str) -> None:
        """The visitor's language changed, as it does at a reset."""
        self._shown = lang
        super().change_language(lang)
        self.changed.emit()

    def close(self) -> None:
        """Somebody has come: the page goes, and its machine stands still."""
        for timer in (self._alternate, self._rhythm, self._ask_again, self._go_in):
            timer.stop()
        if self._runner is not None:
            self._runner.running = False
        super().close()

    def _timer(self, interval: int, then: "object") -> QTimer:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(then)
        return timer

    def _fetch_machine(self) -> None:
        # A small TOML file and four pages of arithmetic: a millisecond, once, before any hand can be there.
        from kiosk.machines import DESIGNS, build

        name = self.services.first.attract
        if name not in DESIGNS or self._header is not None:
            return
        try:
            self._header = read_header(name)
        except BadHeader:
            log.exception("the attract page has no machine")
            return
        self._runner = MachineRunner(build(name), self._header.pace, self)
        for knob in self._header.knobs:
            self._runner.turn(knob.name, self._header.prepared.get(knob.name, knob.start))
        self._runner.calm = True
        self._runner.stateChanged.connect(self._moved)
        self._runner.advance(8.0)
        self.machineChanged.emit()
        self.changed.emit()
        self._play_or_rest()

    def _play_or_rest(self) -> None:
        """Play a while, rest a while; quiet for those who want less motion."""
        if self._runner is None:
            return
        still = self.services.visitor.ease.less_motion
        self._runner.running = not self._runner.running and not still
        self._swing_from = self._runner.values["time"]
        self._rhythm.start(PLAY_MS if self._runner.running else REST_MS)

    def _moved(self) -> None:
        if self._runner is not None and self._header is not None and not self._held and self._runner.running:
            knob, t = self._knob(), (self._runner.values["time"] - self._swing_from) / self._runner.pace_
            middle, swing = knob.start, (knob.high - knob.low) * 0.22
            value = min(knob.high, max(knob.low, middle + swing * sin(2 * pi * t / SWING_S)))
            self._runner.machine.set(self._header.handle, value)
        self.handleMoved.emit()

    def _knob(self) -> Knob:
        header = self._header
        if header is None:
            raise LookupError("the machine is not there yet")
        return next(knob for knob in header.knobs if knob.name == header.handle)

    def _session(self) -> "SessionView | None":
        return self._next.get(self._shown) if self._next else None

    def _show_next(self, found: "dict[str, SessionView | None]") -> None:
        self._next = found
        self.set_title(said(self.services.first.name, self.lang))
        self.changed.emit()

    def _other_language(self) -> None:
        self._shown = LANGUAGES[(LANGUAGES.index(self._shown) + 1) % len(LANGUAGES)]
        self.changed.emit()
        self.handleMoved.emit()
