"""`kiosk shots`: every page in every language, orientation and size of text, and a page to leaf through them."""

import argparse
import html
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ui.commandline.errors import WrongUse

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.clock import Clock, SetClock
    from ui.shell.walker import Walker
    from ui.shell.window import KioskProgram

SITES = ("enamel", "tianning", "erqi", "shougang")
SIZES = ("1080x1920", "1920x1080", "3840x2160")


class Manner(NamedTuple):
    """How a visitor wants it: a name for the file, and the choices."""

    name: str
    text: float = 1.0
    contrast: bool = False
    reach: bool = False


MANNERS = (Manner("normal"), Manner("large", text=2.0), Manner("contrast", contrast=True), Manner("reach", reach=True))


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to be taken."""

    site: str
    page: str
    lang: str
    size: tuple[int, int]
    manner: Manner

    @property
    def file(self) -> str:
        """Its name in the folder."""
        return f"{self.site}-{self.page}-{self.lang}-{self.size[0]}x{self.size[1]}-{self.manner.name}.png"


def add_parser(subparsers: Any) -> None:
    """Add `shots`."""
    parser = subparsers.add_parser("shots")
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder for the pictures")
    parser.add_argument("--site", action="append", metavar="SLUG", help="may be repeated; without it the four parks")
    parser.add_argument(
        "--page",
        action="append",
        metavar="NAME",
        help="may be repeated, also a state of a page (review-sold-out); without it every page",
    )
    parser.add_argument("--states", action="store_true", help="the states of the booking pages too: sold out, moved…")
    parser.add_argument("--lang", action="append", choices=("zh", "en"), help="without it both")
    parser.add_argument("--size", action="append", metavar="WxH", help=f"without it {', '.join(SIZES)}")
    parser.add_argument("--param", action="append", default=[], metavar="KEY=VALUE", help="what the page is told")
    parser.add_argument("--text", type=float, metavar="S", help="one size of text, 1 to 2, instead of every manner")
    parser.add_argument("--contrast", action="store_true", help="strong contrast alone")
    parser.add_argument("--reach", action="store_true", help="reach mode alone")


def run(args: argparse.Namespace) -> int:
    """Take the pictures and write index.html. 1 when a page could not be drawn."""
    from ui.shell.flow import PAGES
    from ui.shell.scenes import STATES

    pages = (args.page or list(PAGES)) + (list(STATES) if args.states else [])
    for page in pages:
        if page not in PAGES and page not in STATES:
            raise WrongUse(f"there is no page «{page}»; there are {', '.join((*PAGES, *STATES))}")
    sizes = [_size(text) for text in args.size or SIZES]
    params = dict(_pair(text) for text in args.param)
    manners: tuple[Manner, ...] = MANNERS
    if args.text or args.contrast or args.reach:
        manners = (Manner("chosen", args.text or 1.0, args.contrast, args.reach),)
    elif args.size:
        manners = MANNERS[:1]
    out = Path(args.out).absolute()
    out.mkdir(parents=True, exist_ok=True)
    # Pictures are drawn off the screen, whatever screen there is, so that they are the same everywhere.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["XDG_CONFIG_HOME"] = str(out / ".home")
    home = out / ".home"
    home.mkdir(parents=True, exist_ok=True)
    if args.home or os.environ.get("KIOSK_HOME"):
        _take_over(args, args.site or SITES, home)
    taken: list[Shot] = []
    missed: list[str] = []
    for site in args.site or SITES:
        shots = [
            Shot(site, page, lang, size, manner)
            for page in pages
            for size in sizes
            for lang in args.lang or ("zh", "en")
            for manner in manners
        ]
        for shot, fault in _take(home, site, shots, params, out):
            if fault:
                missed.append(f"{shot.file}: {fault}")
                print(missed[-1])
            else:
                taken.append(shot)
    (out / "index.html").write_text(_index(taken, missed), encoding="utf-8")
    print(f"{len(taken)} pictures in {out}" + (f", {len(missed)} missing" if missed else ""))
    return 1 if missed else 0


def _take(home: Path, site: str, shots: list[Shot], params: dict[str, str], out: Path) -> Iterator[tuple[Shot, str]]:
    """Take each shot with one open kiosk; gives back each with the fault that kept it from being taken, or ""."""
    from dataclasses import replace

    from kiosk.clock import SetClock
    from ui.shell.application import application_or_new
    from ui.shell.first_frame import ScreenSettings, ShellSettings
    from ui.shell.qml_log import collect_qt_messages
    from ui.shell.scenes import SCENE_DAY
    from ui.shell.walker import Walker
    from ui.shell.window import KioskProgram, Opening

    collect_qt_messages()
    application_or_new("software")
    settings = ShellSettings(site=site, screen=ScreenSettings(inches=32))
    clock = SetClock(SCENE_DAY)
    program = KioskProgram(Opening(home, settings, clock, lambda: _build(home, site, clock), shots[0].size))
    program.show()
    walker = Walker(program)
    try:
        for shot in shots:
            program.shell.reset()
            program.window.resize(*shot.size)
            ease = program.shell.visitor.ease
            chosen = replace(
                ease,
                text_scale=shot.manner.text,
                high_contrast=shot.manner.contrast,
                reach=shot.manner.reach,
                less_motion=True,
            )
            program.shell.visitor.ease = chosen
            program.ease.belong_to(chosen)
            program.shell.set_language(shot.lang)
            try:
                with _scene_open(program, walker, clock, shot, params):
                    walker.save_picture(out / shot.file)
            except (LookupError, TimeoutError) as error:
                yield shot, str(error)
            else:
                yield shot, ""
    finally:
        program.close()


@contextmanager
def _scene_open(
    program: "KioskProgram", walker: "Walker", clock: "SetClock", shot: Shot, params: dict[str, str]
) -> Iterator[None]:
    from ui.shell.background import AppUnavailable
    from ui.shell.flow import PAGES
    from ui.shell.scene import Scene
    from ui.shell.scenes import make_scene, page_of

    walker.wait_for(lambda: bool(program.sheet.property("furnished")), "the furniture")
    page = page_of(shot.page)
    answers: list[Scene | Exception] = []
    program.background.run(lambda app: make_scene(app, shot.site, shot.page, shot.lang), answers.append, answers.append)
    walker.wait_for(lambda: bool(answers), "the scene")
    answer = answers[0]
    if isinstance(answer, AppUnavailable):
        # Without a database a page is still to be seen, as a visitor would see it then.
        answer = Scene(dict.fromkeys(PAGES[page].params, "none"))
    if isinstance(answer, Exception):
        raise LookupError(f"{type(answer).__name__}: {answer}") from answer
    if page == "attract":
        walker.settle()
        if program.shell.page is not None:
            program.shell.page.model.change_language(shot.lang)  # its languages alternate: begin with this one
            if answer.act is not None:
                walker.settle()  # what the scene has brought is asked for
                answer.act(program.shell.page.model)
                walker.settle()
        yield
        return
    visitor = program.shell.visitor
    visitor.hold, visitor.booking = answer.hold, answer.booking
    visitor.wheelchairs = answer.wheelchairs
    visitor.party, visitor.details, visitor.notes = dict(answer.party), dict(answer.details), dict(answer.notes)
    clock.at += answer.wall_off
    try:
        walker.go(page, {**answer.params, **params})
        if program.shell.pageName != page or program.shell.page is None:
            raise LookupError(f"the page is broken; «{program.shell.pageName}» came instead")
        clock.seconds += answer.later_s
        if answer.act is not None:
            answer.act(program.shell.page.model)
            walker.settle()
        yield
        program.shell.reset()
        walker.settle()
    finally:
        clock.at -= answer.wall_off
        clock.seconds -= answer.later_s


def _take_over(args: argparse.Namespace, sites: Iterable[str], scratch: Path) -> None:
    """The parks as the named home has them, in the home of the pictures: scenes book, and no park wants to find their
    bookings among its own."""
    from kiosk.clock import SetClock
    from kiosk.content import NoSuchSite
    from ui.commandline.opening import opened
    from ui.shell.scenes import SCENE_DAY

    with tempfile.TemporaryDirectory() as folder:
        packs = [Path(folder) / site for site in sites]
        with opened(args) as app:
            for pack in packs:
                try:
                    app.content.export(pack.name, pack)
                except NoSuchSite as error:
                    raise WrongUse(str(error)) from error
        app = _build(scratch, packs[0].name, SetClock(SCENE_DAY))
        try:
            for pack in packs:
                app.content.import_pack(pack)
        finally:
            app.close()


def _build(home: Path, site: str, clock: "Clock") -> "App":
    from kiosk.app import build
    from kiosk.settings import load

    # Whatever database the settings name, it is not written into; and nothing prints: a job stays as the scene puts it.
    return build(load(home, site=site, database=""), home, clock=clock, printing=False)


def _size(text: str) -> tuple[int, int]:
    width, sign, height = text.partition("x")
    if not (sign and width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        raise WrongUse(f"--size {text}: write WIDTHxHEIGHT in px, from 200x200 to 8000x8000")
    return int(width), int(height)


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign:
        raise WrongUse(f"--param {text}: write KEY=VALUE")
    return key, value


def _index(shots: list[Shot], missed: list[str]) -> str:
    rows = []
    for site in dict.fromkeys(shot.site for shot in shots):
        for page in dict.fromkeys(shot.page for shot in shots if shot.site == site):
            pictures = "".join(
                f'<a href="{shot.file}"><img loading="lazy" src="{shot.file}" alt="{html.escape(shot.file)}">'
                f"<span>{shot.lang} {shot.size[0]} × {shot.size[1]} {shot.manner.name}</span></a>"
                for shot in shots
                if shot.site == site and shot.page == page
            )
            rows.append(f"<h2>{site} · {page}</h2><div>{pictures}</div>")
    missing = "".join(f"<li>{html.escape(text)}</li>" for text in missed)
    return (
        "<!doctype html><meta charset=utf-8><title>Gongfang: every page</title><style>body{background:#222;color:#eee;"
        "font:16px sans-serif;margin:2em}div{display:flex;flex-wrap:wrap;gap:12px}a{color:#bbb;text-decoration:none}"
        "img{height:420px;display:block}</style>"
        f"<h1>Every page</h1>{''.join(rows)}" + (f"<h2>Missing</h2><ul>{missing}</ul>" if missing else "")
    )
