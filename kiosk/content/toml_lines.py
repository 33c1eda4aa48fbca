"""TOML with line numbers: `tomllib` reads the values, and this tells on which line each of them stands.

It is also the guard before `tomllib`, which spends time quadratic in the parts of a dotted key and recurses with
every bracket: a text that nests or dots too deep never reaches it.
"""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from kiosk.content import limits
from kiosk.content.faults import Findings, quoted

Key = str | int
Place = tuple[Key, ...]

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*+")
_SPACE = re.compile(r"[ \t]*+")
_LINE_END = re.compile(r"[ \t]*+(?:#[^\n]*)?+(?:\n|\Z)")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_BASIC = re.compile(r'"((?:[^"\\\n]|\\[^\n])*+)"')
_LITERAL = re.compile(r"'([^'\n]*+)'")
_BARE_VALUE = re.compile(r"[^,\]}#\n]++")
_LONG_BASIC_PART = re.compile(r'\\[\s\S]|"""')
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class Located:
    """A TOML document: its values, and the line of each."""

    values: dict[str, Any]
    lines: dict[Place, int]
    first_line: int = 1

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest thing that holds it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1) + self.first_line - 1


def read_toml(text: str, findings: Findings, *, first_line: int = 1) -> Located | None:
    """Read one document; None, and a fault with its line, where it is not TOML or nests too deep."""
    scan = _Scan(text)
    try:
        scan.document()
        values = tomllib.loads(text)
    except _NotToml as error:
        line = text.count("\n", 0, min(error.at, len(text))) + first_line
        findings.fault(line, error.what, error.mend)
        return None
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        found = _AT_LINE.search(said)
        line = int(found[1]) + first_line - 1 if found else first_line + text.count("\n")
        what = _AT_LINE.sub("", said).removesuffix("(at end of document)").strip()
        findings.fault(line, f"this is not TOML: {quoted(what, 100)[1:-1]}", _HOW)
        return None
    except (ValueError, RecursionError, OverflowError) as error:
        # Impossible dates and numbers of thousands of digits come as plain ValueError, without a line.
        findings.fault(first_line, f"a value can't be read: {quoted(error, 80)[1:-1]}", _HOW)
        return None
    return Located(values, scan.lines, first_line)


_HOW = 'Write it as key = "text", key = 12, or [table]; texts stand between quotes'


class _NotToml(Exception):
    def __init__(self, at: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.at = at
        self.what = what
        self.mend = mend


@dataclass
class _Scan:
    text: str
    at: int = 0
    lines: dict[Place, int] = field(default_factory=dict)
    _rows: dict[Place, int] = field(default_factory=dict)  # how often [[this]] has been opened
    _counted: tuple[int, int] = (0, 1)  # position, and the line it is on

    def document(self) -> None:
        table: Place = ()
        while True:
            self._skip(_BLANK)
            if self.at >= len(self.text):
                return
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table, 0)
            end = _LINE_END.match(self.text, self.at)
            if end is None:
                raise _NotToml(self.at, "something stands behind the end of this line", "One key, one value, one line")
            self.at = end.end()

    def _header(self) -> Place:
        start = self.at
        is_row = self.text.startswith("[[", self.at)
        self.at += 2 if is_row else 1
        place: Place = ()
        parts = self._key()
        for number, part in enumerate(parts):
            place = (*place, part)
            last = number == len(parts) - 1
            if last and is_row:
                self._note(place, start)  # the list itself stands where its first row does
                row = self._rows.get(place, 0)
                self._rows[place] = row + 1
                place = (*place, row)
            elif place in self._rows:
                place = (*place, self._rows[place] - 1)
        closing = "]]" if is_row else "]"
        if not self.text.startswith(closing, self.at):
            raise _NotToml(start, f"this table's name is not closed with {closing}", _HOW)
        self.at += len(closing)
        self._note(place, start)
        return place

    def _pair(self, table: Place, depth: int) -> None:
        start = self.at
        place = (*table, *self._key())
        if not self.text.startswith("=", self.at):
            raise _NotToml(start, "a key without “= value”", _HOW)
        self.at += 1
        self._skip(_SPACE)
        self._note(place, start)
        self._value(place, depth)

    def _key(self) -> tuple[str, ...]:
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            found = _match_any(self.text, self.at, _BARE_KEY, _BASIC, _LITERAL)
            if found is None:
                raise _NotToml(self.at, "a key was expected here", _HOW)
            parts.append(found[found.lastindex or 0])
            if len(parts) > limits.TOML_KEY_PARTS:
                raise _NotToml(self.at, f"a key of more than {limits.TOML_KEY_PARTS} parts", "Use fewer dots")
            self.at = found.end()
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return tuple(parts)
            self.at += 1

    def _value(self, place: Place, depth: int) -> None:
        if depth > limits.TOML_DEPTH:
            raise _NotToml(self.at, f"brackets nested deeper than {limits.TOML_DEPTH}", "Make it flatter")
        first = self.text[self.at : self.at + 1]
        if first in ('"', "'"):
            self._string(first)
        elif first == "[":
            self._array(place, depth)
        elif first == "{":
            self._inline(place, depth)
        else:
            found = _BARE_VALUE.match(self.text, self.at)
            if found is None or not found[0].strip():
                raise _NotToml(self.at, "a value is missing here", _HOW)
            self.at = found.end()

    def _string(self, quote: str) -> None:
        start = self.at
        if not self.text.startswith(quote * 3, self.at):
            found = (_BASIC if quote == '"' else _LITERAL).match(self.text, self.at)
            if found is None:
                raise _NotToml(start, f"the text that begins here is not closed with {quote}", _HOW)
            self.at = found.end()
            return
        self.at += 3
        if quote == "'":
            end = self.text.find("'''", self.at)
            self.at = end + 3
        else:
            end = -1
            while (part := _LONG_BASIC_PART.search(self.text, self.at)) is not None:
                self.at = part.end()
                if part[0] == '"""':
                    end = part.start()
                    break
        if end < 0:
            raise _NotToml(start, f"the text that begins here is not closed with {quote * 3}", _HOW)
        for _ in range(2):  # the text may end with one or two quotes of its own
            if self.text.startswith(quote, self.at):
                self.at += 1

    def _array(self, place: Place, depth: int) -> None:
        start = self.at
        self.at += 1
        row = 0
        while True:
            self._skip(_BLANK)
            if self.text.startswith("]", self.at):
                self.at += 1
                return
            if self.at >= len(self.text):
                raise _NotToml(start, "the list that begins here is not closed with ]", _HOW)
            self._note((*place, row), self.at)
            self._value((*place, row), depth + 1)
            row += 1
            self._skip(_BLANK)
            if self.text.startswith(",", self.at):
                self.at += 1
            elif not self.text.startswith("]", self.at):
                raise _NotToml(self.at, "between two values of a list stands a comma", "Add the comma or close with ]")

    def _inline(self, place: Place, depth: int) -> None:
        start = self.at
        self.at += 1
        self._skip(_SPACE)
        if self.text.startswith("}", self.at):
            self.at += 1
            return
        while True:
            self._skip(_SPACE)
            self._pair(place, depth + 1)
            self._skip(_SPACE)
            if self.text.startswith("}", self.at):
                self.at += 1
                return
            if not self.text.startswith(",", self.at):
                raise _NotToml(
                    start,
                    "the { that begins here is not closed on its line, or lacks a comma",
                    "Write { zh = “…”, en = “…” } on one line, without a comma at its end; for long texts use [table]",
                )
            self.at += 1

    def _skip(self, blank: re.Pattern[str]) -> None:
        found = blank.match(self.text, self.at)
        if found is not None:
            self.at = found.end()

    def _note(self, place: Place, at: int) -> None:
        if len(self.lines) >= limits.TOML_KEYS:
            raise _NotToml(at, f"more than {limits.TOML_KEYS} keys", "Split the file")
        seen, line = self._counted
        line += self.text.count("\n", seen, at)
        self._counted = (at, line)
        self.lines.setdefault(place, line)


def _match_any(text: str, at: int, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.match(text, at))), None)
