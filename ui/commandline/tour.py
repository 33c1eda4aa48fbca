"""`kiosk tour`: the visitor's journey in the real pages, without a screen: its pictures, its ticket and a report."""

import argparse
import json
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.commandline.errors import WrongUse

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.booking import BookingView, SessionView

SHEET = (1080, 1920)
_FINAL_STATES = ("confirmed", "unknown", "failed", "expired")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the journey: the page that came, what was tapped to get there, in how many ms, and its picture."""

    page: str
    tapped: str
    ms: float
    picture: str


class JourneyBroken(Exception):
    """The walk could not go on; the text says where."""


def add_parser(subparsers: Any) -> None:
    """Add `tour`."""
    parser = subparsers.add_parser("tour")
    parser.add_argument("--site", metavar="SLUG", help="the park (as the settings say)")
    parser.add_argument("--lang", choices=("zh", "en"), help="the language (as the settings say)")
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder for pictures, ticket and journey.json")


def run(args: argparse.Namespace) -> int:
    """Walk. 0 when a ticket came out at the end; 1 when there was no free session to book or the walk broke."""
    return walk(args.home, args.site, args.lang, Path(args.out))


def walk(home: str | None, site: str | None, lang: str | None, out: Path) -> int:
    """Walk the whole journey in the home folder `home` and leave what came of it in `out`."""
    from kiosk.home import home_folder
    from kiosk.settings_cache import checked_settings
    from ui.shell.first_frame import shipped_sight

    out = out.absolute()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUse(f"--out {out}: the folder cannot be made ({error.strerror})") from error
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("XDG_CONFIG_HOME", str(out / ".config"))
    folder = home_folder(home)
    settings = checked_settings(folder)
    site, lang = site or str(settings["site"]), lang or str(settings["language"])
    if not shipped_sight(site).name and site != settings["site"]:
        from kiosk.app import shipped_packs

        raise WrongUse(f"--site {site}: there is no such park; there are {', '.join(shipped_packs())}")
    journey = Journey(folder, site, lang, out)
    try:
        journey.walk()
    except JourneyBroken as error:
        print(f"kiosk tour: {error}")
        return 1
    finally:
        journey.close()
    print(f"code {journey.report['code']}; {len(journey.steps)} pictures, ticket and journey.json in {out}")
    return 0


class Journey:
    """One walk: opens the kiosk off the screen, does what a visitor does, and notes each step."""

    def __init__(self, home: Path, site: str, lang: str, out: Path) -> None:
        from kiosk.clock import SystemClock
        from ui.shell.application import application_or_new
        from ui.shell.first_frame import ScreenSettings, ShellSettings
        from ui.shell.qml_log import collect_qt_messages
        from ui.shell.walker import Walker
        from ui.shell.window import KioskProgram, Opening

        self._home, self._site, self._lang, self._out = home, site, lang, out
        self.steps: list[Step] = []
        self.report: dict[str, Any] = {}
        collect_qt_messages()
        application_or_new("software")
        settings = ShellSettings(site=site, language=lang, screen=ScreenSettings(inches=32))
        self._program = KioskProgram(Opening(home, settings, SystemClock(), self._build, SHEET, staffed=False))
        self._program.show()
        self._walker: Walker = Walker(self._program, patience_s=60)

    def close(self) -> None:
        """Close the kiosk."""
        self._program.close()

    def walk(self) -> None:
        """Look round, play, then book from the attract page. Raises JourneyBroken."""
        from ui.shell.walker import NeverCame, NothingSoNamed

        try:
            self._look_and_play()
            taps_before = self._come_back_to_attract()
            self._book(taps_before)
        except (NothingSoNamed, NeverCame) as error:
            picture = self._out / "broken.png"
            self._walker.save_picture(picture)
            page = self._program.shell.pageName
            raise JourneyBroken(f"on page «{page}»: {error}; its picture is {picture}") from error

    # ---- the parts of the journey

    def _look_and_play(self) -> None:
        cards = self._ask(lambda app: app.catalogue.exhibits(self._site, self._lang))
        chosen = next((card for card in cards if card.interactive), cards[0])
        self._note("attract", "", 0.0)
        self._tap_glass("home")
        self._tap(self._said("HomePage", "Exhibits") + "…", "exhibits")
        line = next((name for name in self._walker.names() if chosen.name in name), chosen.name)
        self._bring_into_view(line)
        self._tap(line, "exhibit")
        if chosen.interactive:
            play = self._said("ExhibitPage", "Play")
            self._bring_into_view(play)
            self._tap(play, "play")
            self._use_first_knob(chosen.interactive)

    def _come_back_to_attract(self) -> int:
        """The visitor walks away; the kiosk takes itself back. The taps until now belong to looking round."""
        self._program.shell.reset()
        self._walker.settle()
        return sum(1 for step in self.steps if step.tapped)

    def _book(self, taps_before: int) -> None:
        session = self._ask(lambda app: app.booking.next_free(self._site, self._lang))
        if session is None:
            raise JourneyBroken("no session with free places can be booked now")
        self._tap_glass("home")
        self._tap(self._said("HomePage", "Book") + ": …", "session")
        self._tap(self._said("SessionPage", "Continue"), "review")
        self._tap(self._said("ReviewPage", "Confirm the booking"), "ticket")
        taps = sum(1 for step in self.steps if step.tapped) - taps_before
        code = self._program.shell.flow.here.params["code"]
        booking = self._ask(lambda app: app.booking.find(code, self._lang))
        after = self._ask(lambda app: app.booking.session(booking.session.id, self._lang))
        before = session if session.id == after.id else after
        self._leave_ticket(booking)
        self._write_report(booking, before, after, taps)

    # ---- hands and eyes

    def _tap(self, name: str, page: str) -> None:
        start = time.perf_counter()
        seen = self._walker.tap(name)
        self._arrive(page, seen.name, start)

    def _tap_glass(self, page: str) -> None:
        from PySide6.QtCore import QPoint

        start = time.perf_counter()
        self._walker.tap_at(QPoint(SHEET[0] // 2, SHEET[1] // 3))
        self._arrive(page, "glass", start)

    def _arrive(self, page: str, tapped: str, start: float) -> None:
        self._walker.wait_for(lambda: self._program.shell.pageName == page, f"page «{page}» after {tapped!r}")
        ms = (time.perf_counter() - start) * 1000
        self._walker.settle()
        self._note(page, tapped, ms)

    def _bring_into_view(self, name: str) -> None:
        """Tap «scroll down» until the middle of what is named so lies on the page, as a visitor would."""
        down = self._said("ScrollArea", "Scroll down")
        for _ in range(30):
            if self._walker.sees(name):
                middle = self._walker.find(name).rect.center().y()
                if 0 < middle < SHEET[1] - 120:
                    return
            self._walker.tap(down)
            self._come_to_rest()

    def _come_to_rest(self) -> None:
        """Until what can be seen stays where it is for two looks."""
        places: list[list[Any]] = [[], []]

        def still() -> bool:
            end = time.perf_counter() + 0.05
            self._walker.wait_for(lambda: time.perf_counter() > end)
            places.append([(seen.name, seen.rect) for seen in self._walker.seen()])
            return places[-1] == places[-2]

        self._walker.wait_for(still, "the end of scrolling")

    def _use_first_knob(self, machine: str) -> None:
        """Turn a slider, or where the machine begins without one, push a button of its own."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QAccessible

        from ui.interactives.header import read_header, said

        pushes = {said(knob.label, self._lang) for knob in read_header(machine).knobs if knob.kind == "push"}
        seen = self._walker.seen()
        slider = next((thing for thing in seen if thing.role == QAccessible.Role.Slider), None)
        knob = slider or next((thing for thing in seen if thing.name in pushes and thing.enabled), None)
        if knob is None:
            raise JourneyBroken("the machine has nothing to turn or to push")
        start = time.perf_counter()
        self._walker.tap_at(knob.rect.center())
        if knob is slider:
            for _ in range(3):
                self._walker.press(Qt.Key.Key_Right)
        ms = (time.perf_counter() - start) * 1000
        ready = time.perf_counter() + 1.5  # let the machine answer the hand, so that its picture shows it
        self._walker.wait_for(lambda: time.perf_counter() > ready)
        self._note("play", knob.name, ms)

    def _note(self, page: str, tapped: str, ms: float) -> None:
        if not self.steps:
            self._walker.settle()
        picture = f"{len(self.steps) + 1:02d}-{page}.png"
        self._walker.save_picture(self._out / picture)
        self.steps.append(Step(page, tapped, round(ms, 2), picture))

    def _said(self, context: str, text: str) -> str:
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate(context, text)

    def _ask(self, work: "Callable[[App], Any]") -> Any:
        answers: list[Any] = []
        errors: list[Exception] = []
        self._program.background.run(work, answers.append, errors.append, query=True)
        self._walker.wait_for(lambda: bool(answers or errors), "an answer of the kiosk")
        if errors:
            raise errors[0]
        return answers[0]

    # ---- what is left behind

    def _leave_ticket(self, booking: "BookingView") -> None:
        def last_job(app: "App") -> Any:
            return next((job for job in app.ticketing.jobs() if job.booking_code == booking.code), None)

        end = time.monotonic() + 30
        job = self._ask(last_job)
        while (job is None or job.state not in _FINAL_STATES) and time.monotonic() < end:
            job = self._ask(last_job)
        if job is None or job.state not in ("confirmed", "unknown") or not job.output:
            raise JourneyBroken(f"the ticket was not printed: {job.reason or job.state if job else 'no print job'}")
        shutil.copyfile(job.output, self._out / "ticket.pdf")
        raster = self._ask(lambda app: app.ticketing.compose(booking, self._lang))
        raster.image().save(self._out / "ticket.png")
        self._text = self._ask(lambda app: app.ticketing.text(booking))

    def _write_report(self, booking: "BookingView", before: "SessionView", after: "SessionView", taps: int) -> None:
        self.report = {
            "site": self._site,
            "lang": self._lang,
            "session": str(after.id),
            "workshop": after.workshop,
            "starts_at": after.local_start.isoformat(),
            "seats_before": before.free,
            "seats_after": after.free,
            "price_fen": booking.total_fen,
            "code": booking.code,
            "ticket_text": self._text,
            "booking_taps": taps,
            "ticket_png": "ticket.png",
            "ticket_pdf": "ticket.pdf",
            "steps": [asdict(step) for step in self.steps],
        }
        text = json.dumps(self.report, ensure_ascii=False, indent=2)
        (self._out / "journey.json").write_text(text + "\n", encoding="utf-8")

    def _build(self) -> "App":
        from kiosk.app import build
        from kiosk.settings import load

        settings = load(self._home, site=self._site)
        # Whatever printer the kiosk has, a tour uses no paper.
        printer = settings.printer.model_copy(update={"kind": "pdf"})
        return build(settings.model_copy(update={"printer": printer}), self._home)
