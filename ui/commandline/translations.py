"""`kiosk translations`: the Chinese and the English plurals, from TOML to what Qt reads; and whether any is missing."""

import argparse
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from kiosk.resources import resource
from ui.commandline.errors import WrongUse

LANGUAGES = {"zh": ("zh_CN", ("one",)), "en": ("en", ("one", "other"))}
"""Language -> its name for Qt, and the plural forms that it has."""

Entries = dict[tuple[str, str], str | dict[str, str]]
"""(context, English source) -> words, or words by plural form."""


class Message(NamedTuple):
    """A string that the program says."""

    context: str
    source: str
    plural: bool


def add_parser(subparsers: Any) -> None:
    """Add `translations`."""
    parser = subparsers.add_parser("translations")
    parser.add_argument("do", choices=("update", "check"), help="make the .qm files, or say what is missing")


def run(args: argparse.Namespace) -> int:
    """Make, or check: 1 when something is missing or nothing uses it."""
    folder = resource("translations")
    if args.do == "update":
        for lang in LANGUAGES:
            make(folder, lang)
            print(f"gongfang_{lang}.qm: {len(read_entries(folder / lang))} entries")
        return 0
    faults = list(find_faults(folder, Path(__file__).resolve().parent.parent))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def make(folder: Path, lang: str, target: Path | None = None) -> None:
    """Make `gongfang_LANG.qm` of the tables in `folder/LANG/*.toml`, in `target` or beside them.

    Raises WrongUse for a table that cannot be read.
    """
    entries = read_entries(folder / lang)
    made = (target or folder) / f"gongfang_{lang}.qm"
    with tempfile.TemporaryDirectory() as scratch:
        ts = Path(scratch) / f"gongfang_{lang}.ts"
        ts.write_text(_ts(entries, lang), encoding="utf-8")
        _qt_tool("lrelease", "-silent", str(ts), "-qm", str(made))


def read_entries(folder: Path) -> Entries:
    """All tables of one language. Raises WrongUse, naming the file."""
    entries: Entries = {}
    for file in sorted(folder.glob("*.toml")):
        try:
            tables = tomllib.loads(file.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise WrongUse(f"{file.name}: {error}") from error
        for context, table in tables.items():
            if not isinstance(table, dict):
                raise WrongUse(f"{file.name}: {context!r} stands in no table; begin with a line [Context]")
            for source, words in table.items():
                if (context, source) in entries and entries[context, source] != words:
                    raise WrongUse(f"{file.name}: [{context}] {source!r} is translated twice, differently")
                entries[context, source] = words
    return entries


def find_messages(sources: Path) -> set[Message]:
    """Every string that QML and Python below `sources` say, as Qt's own tool finds them."""
    with tempfile.TemporaryDirectory() as scratch:
        ts = Path(scratch) / "all.ts"
        files = [str(f) for f in sorted(sources.rglob("*")) if f.suffix in (".qml", ".py")]
        listed = Path(scratch) / "files.lst"
        listed.write_text("\n".join(files), encoding="utf-8")
        _qt_tool("lupdate", "-silent", "-locations", "none", f"@{listed}", "-ts", str(ts))
        # Made by Qt's tool from our own sources a moment ago: nothing here comes from outside.
        tree = ElementTree.parse(ts)
    found = set()
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found.add(Message(name, message.findtext("source", ""), message.get("numerus") == "yes"))
    return found


def find_faults(folder: Path, sources: Path) -> Iterator[str]:
    """What is missing, superfluous or stale, one sentence each."""
    messages = find_messages(sources)
    known = {(m.context, m.source) for m in messages}
    plurals = {(m.context, m.source) for m in messages if m.plural}
    for lang, (_, forms) in LANGUAGES.items():
        entries = read_entries(folder / lang)
        wanted = known if lang == "zh" else plurals
        for context, source in sorted(wanted - set(entries)):
            yield f"{lang}: [{context}] {source!r} has no translation"
        for context, source in sorted(set(entries) - known):
            yield f"{lang}: [{context}] {source!r} is said nowhere"
        for key in sorted(plurals & set(entries)):
            words = entries[key]
            if len(forms) > 1 and not (isinstance(words, dict) and set(words) == set(forms)):
                yield f"{lang}: [{key[0]}] {key[1]!r} needs the forms {', '.join(forms)}"
        for key, words in sorted(entries.items()):
            for place in ("%n", "%1", "%2", "{"):
                for text in words.values() if isinstance(words, dict) else (words,):
                    # "one" may say the number in a word.
                    if key[1].count(place) != text.count(place) and not (place == "%n" and isinstance(words, dict)):
                        yield f"{lang}: [{key[0]}] {key[1]!r}: {place} stands not as often in {text!r}"
        if _stale(folder, lang):
            yield f"{lang}: gongfang_{lang}.qm is not what the tables say; run `kiosk translations update`"


def _stale(folder: Path, lang: str) -> bool:
    kept = folder / f"gongfang_{lang}.qm"
    if not kept.exists():
        return True
    with tempfile.TemporaryDirectory() as scratch:
        make(folder, lang, Path(scratch))
        return (Path(scratch) / kept.name).read_bytes() != kept.read_bytes()


def _ts(entries: Entries, lang: str) -> str:
    name, forms = LANGUAGES[lang]
    contexts: dict[str, list[str]] = {}
    for (context, source), words in sorted(entries.items()):
        head = f"<source>{escape(source)}</source>"
        if "%n" in source:
            parts = words if isinstance(words, dict) else dict.fromkeys(forms, words)
            body = "".join(f"<numerusform>{escape(parts.get(form, ''))}</numerusform>" for form in forms)
            message = f'<message numerus="yes">{head}<translation>{body}</translation></message>'
        elif isinstance(words, str):
            message = f"<message>{head}<translation>{escape(words)}</translation></message>"
        else:
            raise WrongUse(f"{lang}: [{context}] {source!r} has plural forms but no %n")
        contexts.setdefault(context, []).append(message)
    body = "".join(f"<context><name>{escape(c)}</name>{''.join(m)}</context>" for c, m in contexts.items())
    return (
        f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="{name}"'
        f' sourcelanguage="en">{body}</TS>'
    )


def _qt_tool(name: str, *arguments: str) -> None:
    import PySide6

    program = Path(PySide6.__file__).parent / name
    if not program.exists():
        program = program.with_suffix(".exe")
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False, timeout=120)
    if done.returncode != 0:
        raise WrongUse(f"{name}: {done.stderr.strip() or done.stdout.strip()}")
