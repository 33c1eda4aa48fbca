"""The program `kiosk`: one command with sub-commands, each in a module of its own.

A command's module is imported only when that command runs, so that `--help` and the first frame are quick. It offers
`add_parser(subparsers)` and `run(args) -> int`; `args.home` is the home folder that was named, or None.
"""

import argparse
import importlib
import logging
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

from ui.commandline.errors import WrongUse, is_users_fault

EXIT_DONE, EXIT_NO, EXIT_WRONG_USE, EXIT_OUR_FAULT, EXIT_INTERRUPTED = 0, 1, 2, 70, 130


class Command(NamedTuple):
    """A sub-command: where it lives and the line that `--help` gives it."""

    name: str
    module: str
    line: str


COMMANDS = (
    Command("run", "run", "open the visitor's kiosk"),
    Command("tour", "tour", "walk the visitor's journey without a screen and leave its pictures and its ticket"),
    Command("shots", "shots", "render every page in every language, orientation and text size"),
    Command("content", "content", "check, compare, import or export a site pack"),
    Command("ticket", "ticket", "say whether a ticket's text is genuine, and for what"),
    Command("sessions", "selling", "list the sessions that can be booked"),
    Command("book", "selling", "book seats in a session"),
    Command("bookings", "selling", "list bookings"),
    Command("cancel", "selling", "cancel a booking by its code"),
    Command("gallery", "gallery", "look at the plates that visitors want kept; show or hide them"),
    Command("machine", "machine", "run an interactive's model without its face"),
    Command("db", "database", "bring the database up to date, or say where it stands"),
    Command("settings", "settings", "show the settings in force, or an example of all of them"),
    Command("doctor", "doctor", "check this machine and say how to mend what is wrong"),
    Command("translations", "translations", "make or check the translations (for those who write pages)"),
)

DESCRIPTION = """\
Gongfang, the kiosk of a factory turned park: look, play, book, and walk off with a printed ticket. No network needed.

Everything a kiosk stores lies in one folder: --home DIR, or the environment variable KIOSK_HOME, or the platform's
folder for the data of programs. A new folder starts from nothing and works."""

EPILOG = """\
exit codes: 0 done; 1 the answer is no (a ticket refused, a check that found faults, sold out);
2 wrong use or bad input, with a sentence on standard error; 70 a fault of the program, with a traceback in the log.

to begin with:
  kiosk run --windowed                  the kiosk in a window
  kiosk tour --site enamel --lang zh --out build/tour
  kiosk doctor                          what is missing on this machine
  kiosk COMMAND --help                  more about a command"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit code; argparse leaves by SystemExit for --help and wrong use."""
    args = _parse(list(sys.argv[1:] if argv is None else argv))
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    try:
        module = importlib.import_module(f"ui.commandline.{args.module}")
        return int(module.run(args))
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone (kiosk … | head): nothing is left to be said
        return EXIT_DONE
    except Exception as error:
        if isinstance(error, WrongUse) or is_users_fault(error):
            print(f"kiosk {args.command}: {error}", file=sys.stderr)
            return EXIT_WRONG_USE
        return _our_fault(args, error)


def _parse(argv: list[str]) -> argparse.Namespace:
    # --home is taken out first, because it may stand before the command or behind it.
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    early.add_argument("--home")
    known, rest = early.parse_known_args(argv)
    parser = argparse.ArgumentParser(
        prog="kiosk", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--home", metavar="DIR", help="the home folder, before or after the command")
    parser.add_argument("--version", action="version", version=_version() if "--version" in rest else "")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    wanted = next((word for word in rest if not word.startswith("-")), None)
    # The other commands are named for help and for a word that is no command; a start has no time for them.
    alone = wanted in {command.name for command in COMMANDS} and not {"-h", "--help"} & set(rest)
    loaded: set[str] = set()
    for command in COMMANDS:
        if command.name != wanted:
            if not alone and command.module not in loaded:
                subparsers.add_parser(command.name, help=command.line)
        elif command.module not in loaded:
            loaded.add(command.module)
            module: Any = importlib.import_module(f"ui.commandline.{command.module}")
            module.add_parser(_Named(subparsers, command))
    args = parser.parse_args(rest)
    args.home = known.home
    args.module = next(command.module for command in COMMANDS if command.name == args.command)
    return args


class _Named:
    """Gives a command's module the sub-parser of its own name only, with the help line that the table has."""

    def __init__(self, subparsers: Any, command: Command) -> None:
        self._subparsers, self._command = subparsers, command

    def add_parser(self, name: str, **words: Any) -> argparse.ArgumentParser:
        words.setdefault("description", words.get("help", self._command.line))
        words["help"] = self._command.line
        words.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        if name != self._command.name:  # a module of several commands: only the one that was asked for is shown
            return argparse.ArgumentParser(prog=f"kiosk {name}")
        parser: argparse.ArgumentParser = self._subparsers.add_parser(name, **words)
        return parser


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"gongfang {version('gongfang')}"
    except PackageNotFoundError:
        return "gongfang (from its sources, not installed)"


def _our_fault(args: argparse.Namespace, error: Exception) -> int:
    """An error that no user can mend: a sentence on the screen, everything in the log."""
    import traceback
    from datetime import UTC, datetime

    from kiosk.home import BadHome, home_folder

    text = "".join(traceback.format_exception(error))
    try:
        log = home_folder(args.home) / "faults.log"
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} kiosk {args.command}\n{text}\n")
    except (BadHome, OSError):
        print(text, file=sys.stderr)
    else:
        print(
            f"kiosk {args.command}: a fault of the program ({type(error).__name__}). Its traceback is in {log}.",
            file=sys.stderr,
        )
    return EXIT_OUR_FAULT
