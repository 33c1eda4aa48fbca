"""Values taken out of a TOML table one by one, each checked, every fault noted with its line."""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeVar

from kiosk.content import limits
from kiosk.content.faults import Findings, quoted
from kiosk.content.pack import DAYS, LANGUAGES, Texts
from kiosk.content.toml_lines import Located, Place

T = TypeVar("T")

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][A-Za-z]{1,3})?")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_KINDS = {str: "text", int: "whole number", float: "number", bool: "true or false", dict: "table", list: "list"}


def is_slug(text: str) -> bool:
    """Small letters, digits and single dashes between them; at most 40 signs."""
    return len(text) <= 40 and _SLUG.fullmatch(text) is not None


def kind_of(value: object) -> str:
    """What a TOML value is called in a message."""
    if isinstance(value, (datetime, date, time)):
        return "date or time"
    return _KINDS.get(type(value), type(value).__name__)


@dataclass
class Table:
    """One table of a document. What is not taken out of it by the time of `end` is an unknown key."""

    values: Mapping[str, Any]
    document: Located
    findings: Findings
    place: Place = ()
    _known: set[str] = field(default_factory=set)

    def line(self, key: str | int | None = None) -> int:
        """The line of one of its keys, or of the table."""
        return self.document.line(self.place if key is None else (*self.place, key))

    def fault(self, key: str | None, what: str, mend: str) -> None:
        self.findings.fault(self.line(key), what, mend)

    def has(self, key: str) -> bool:
        self._known.add(key)
        return key in self.values

    def end(self, *also: str) -> None:
        """Name every key that nobody asked for."""
        known = sorted(self._known | set(also))
        for key in self.values:
            if key not in self._known and key not in also:
                near = _nearest(key, known)
                mend = f"Did you mean {near}?" if near else f"Known here: {', '.join(known)}"
                self.fault(key, f"{quoted(key)} is not known here", mend)

    def _take(self, key: str, kind: type[T], required: bool, mend: str) -> T | None:
        self._known.add(key)
        if key not in self.values:
            if required:
                self.fault(None, f"{key} is missing", mend)
            return None
        value = self.values[key]
        if kind is float and type(value) is int:
            value = float(value) if abs(value) < 1e15 else math.inf
        if type(value) is not kind:
            self.fault(key, f"{key} is a {kind_of(value)}, not a {_KINDS.get(kind, kind.__name__)}", mend)
            return None
        return value

    def text(self, key: str, *, required: bool = True, most: int = limits.LINE_TEXT) -> str | None:
        """One line of text in no particular language."""
        value = self._take(key, str, required, f'Write {key} = "…"')
        return None if value is None else self._clean(key, key, value, most)

    def _clean(self, key: str, shown: str, value: str, most: int) -> str | None:
        bad = next((s for s in value if not s.isprintable() and s != "\n"), None)
        if bad is not None:
            self.fault(key, f"{shown} holds an invisible sign (U+{ord(bad):04X})", "Delete it")
            return None
        value = value.strip()
        if not value:
            self.fault(key, f"{shown} is empty", "Write the text, or delete the key")
            return None
        if len(value) > most:
            self.fault(key, f"{shown} has {len(value)} signs, more than {most}", "Make it shorter")
            return None
        return value

    def slug(self, key: str = "slug") -> str | None:
        """A name for machines."""
        value = self._take(key, str, True, f'Write {key} = "small-letters"')
        if value is not None and not is_slug(value):
            self.fault(key, f"{quoted(value)} can't be a slug", "Small letters, digits and dashes, at most 40 signs")
            return None
        return value

    def one_of(self, key: str, allowed: Sequence[str], *, required: bool = True) -> str | None:
        mend = f"Write one of {', '.join(allowed)}"
        value = self._take(key, str, required, mend)
        if value is not None and value not in allowed:
            self.fault(key, f"{key} = {quoted(value)} is not known", mend)
            return None
        return value

    def whole(self, key: str, low: int, high: int, *, default: int | None = None) -> int | None:
        """A whole number from `low` to `high`; without a default it must be there."""
        value = self._take(key, int, default is None, f"Write {key} = {low} … {high}")
        if value is None:
            return default
        if not low <= value <= high:
            self.fault(key, f"{key} = {quoted(value)} is out of range", f"Between {low} and {high}")
            return default
        return value

    def whole_or_none(self, key: str, low: int, high: int) -> int | None:
        return self.whole(key, low, high) if self.has(key) else None

    def number(self, key: str, low: float, high: float) -> float | None:
        """A finite number from `low` to `high`."""
        value = self._take(key, float, True, f"Write {key} = {low:g} … {high:g}")
        if value is not None and not low <= value <= high:  # refuses nan too
            self.fault(key, f"{key} = {value:g} is out of range", f"Between {low:g} and {high:g}")
            return None
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self._take(key, bool, False, f"Write {key} = true or {key} = false")
        return default if value is None else value

    def day(self, key: str, *, required: bool = True) -> date | None:
        """A calendar day of this century."""
        value = self._take(key, date, required, f"Write {key} = 2026-12-31, without quotes")
        if value is not None and not 2000 <= value.year <= 2100:
            self.fault(key, f"{key} = {value} is not in this century", "Correct the year")
            return None
        return value

    def dates(self, key: str) -> tuple[date, ...]:
        """A list of calendar days; may be missing."""
        if not self.has(key):
            return ()
        mend = f"Write {key} = [2026-02-14, 2026-02-28], without quotes"
        found = []
        for value in self._items(key, mend):
            if type(value) is not date:
                self.fault(key, f"{quoted(value)} in {key} is not a day", mend)
            else:
                found.append(value)
        return self._each_once(key, found)

    def clock(self, key: str, *, required: bool = True) -> time | None:
        """A time of day in quotes: "09:00"; also TOML's own 09:00:00."""
        self._known.add(key)
        mend = f'Write {key} = "09:00"'
        if key not in self.values:
            if required:
                self.fault(None, f"{key} is missing", mend)
            return None
        return self._time(key, self.values[key], key)

    def _time(self, key: str, value: object, shown: str) -> time | None:
        if isinstance(value, time):
            return value.replace(second=0, microsecond=0, tzinfo=None)
        found = _TIME.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            self.fault(key, f"{shown}: {quoted(value)} is not a time", 'Write it as "09:00", from "00:00" to "23:59"')
            return None
        return time(int(found[1]), int(found[2]))

    def times(self, key: str) -> tuple[time, ...]:
        """A list of times of day, each once, in order."""
        found = [self._time(key, value, key) for value in self._items(key, f'Write {key} = ["09:30", "14:00"]')]
        return self._each_once(key, sorted(t for t in found if t is not None))

    def days(self, key: str) -> tuple[str, ...]:
        """Weekdays, each once, in the order of the week."""
        mend = f"Write {key} = [{', '.join(DAYS)}], each in quotes"
        found = []
        for value in self._items(key, mend):
            if not isinstance(value, str) or value not in DAYS:
                self.fault(key, f"{quoted(value)} is not a day", mend)
            else:
                found.append(value)
        return self._each_once(key, sorted(found, key=DAYS.index))

    def slugs(self, key: str) -> tuple[str, ...]:
        """A list of slugs; may be missing."""
        if not self.has(key):
            return ()
        found = []
        for value in self._items(key, f'Write {key} = ["one", "two"]', empty=True):
            if not isinstance(value, str) or not is_slug(value):
                self.fault(key, f"{quoted(value)} in {key} can't be a slug", "Small letters, digits and dashes")
            else:
                found.append(value)
        return self._each_once(key, found)

    def _each_once(self, key: str, found: list[T]) -> tuple[T, ...]:
        once = tuple(dict.fromkeys(found))
        if len(once) < len(found):
            self.fault(key, f"{key} names something twice", "Each once")
        return once

    def _items(self, key: str, mend: str, *, empty: bool = False) -> list[Any]:
        found: list[Any] | None = self._take(key, list, True, mend)
        if found is None:
            return []
        if not found and not empty:
            self.fault(key, f"{key} is empty", mend)
        if len(found) > limits.ROWS:
            self.fault(key, f"{key} has {len(found)} items, more than {limits.ROWS}", "Make the list shorter")
            return []
        return found

    def texts(self, key: str, *, required: bool = True, most: int = limits.LINE_TEXT, empty: bool = False) -> Texts:
        """A text in several languages. A missing translation is a warning; none at all is a fault."""
        mend = f'Write {key} = {{ zh = "…", en = "…" }}'
        self._known.add(key)
        if not required and key not in self.values:
            return {}
        value: dict[str, Any] | None = self._take(key, dict, True, mend)
        if value is None:
            return {}
        found: dict[str, str] = {}
        for lang, text in sorted(value.items()):
            if not _LANGUAGE.fullmatch(lang):
                self.fault(key, f"{quoted(lang)} in {key} is not a language", "Write zh, en or another language's code")
            elif not isinstance(text, str):
                self.fault(key, f"{key}.{lang} is a {kind_of(text)}, not a text", f'Write {lang} = "…"')
            elif empty and not text.strip():
                found[lang] = ""
            elif (clean := self._clean(key, f"{key}.{lang}", text, most)) is not None:
                found[lang] = clean
        if not value:
            self.fault(key, f"{key} has no text in any language", mend)
        self.missing_translations(key, value)
        return found if any(found.values()) else {}

    def missing_translations(self, key: str, languages: Mapping[str, object]) -> None:
        """Warn of each language of a complete pack that is not there."""
        for lang in LANGUAGES:
            if languages and lang not in languages:
                self.findings.warn(
                    self.line(key), f"{key} has no translation into {lang}", f'Add {lang} = "…"; until then others show'
                )

    def plain_or_texts(self, key: str, *, empty: bool = False) -> Texts:
        """A text that needs no translation (kept under the empty language) or one in several languages.

        With `empty` a text may say nothing, as a unit does that one language has and the other has not.
        """
        value = self.values.get(key)
        if isinstance(value, str):
            if empty and not value.strip():
                self._known.add(key)
                return {}
            text = self.text(key)
            return {} if text is None else {"": text}
        return self.texts(key, empty=empty)

    def words(self, key: str) -> dict[str, tuple[str, ...]]:
        """Lists of words per language, such as tags; may be missing."""
        self._known.add(key)
        if key not in self.values:
            return {}
        mend = f'Write {key} = {{ zh = ["…"], en = ["…"] }}'
        value: dict[str, Any] | None = self._take(key, dict, True, mend)
        found: dict[str, tuple[str, ...]] = {}
        for lang, words in sorted((value or {}).items()):
            if not _LANGUAGE.fullmatch(lang) or not isinstance(words, list) or len(words) > 30:
                self.fault(key, f"{key}.{quoted(lang)[1:-1]} is not a list of at most 30 words in a language", mend)
                continue
            clean = []
            for word in words:
                if not isinstance(word, str):
                    self.fault(key, f"{key}.{lang} holds a {kind_of(word)}", mend)
                elif (text := self._clean(key, f"a word of {key}.{lang}", word, 40)) is not None:
                    clean.append(text)
            if clean:
                found[lang] = tuple(dict.fromkeys(clean))
        if value:
            self.missing_translations(key, value)
        return found

    def table(self, key: str, *, required: bool = False) -> "Table | None":
        """A table below this one."""
        value: dict[str, Any] | None = self._take(key, dict, required, f"Write it as a table [{key}]")
        return None if value is None else Table(value, self.document, self.findings, (*self.place, key))

    def rows(self, key: str, *, required: bool = False, most: int = limits.ROWS) -> "Iterator[Table]":
        """The tables of a list [[key]]."""
        self._known.add(key)
        if key not in self.values:
            if required:
                self.fault(None, f"there is no [[{key}]]", f"Add at least one [[{key}]]")
            return
        value = self.values[key]
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            self.fault(key, f"{key} is not a list of tables", f"Write [[{key}]], with two brackets")
            return
        if len(value) > most:
            self.fault(key, f"there are {len(value)} [[{key}]], more than {most}", "Make the list shorter")
            return
        for number, row in enumerate(value):
            yield Table(row, self.document, self.findings, (*self.place, key, number))

    def unique(self, items: Sequence[tuple["Table", T]], name: Callable[[T], object], what: str) -> None:
        """Fault every row whose name an earlier row has."""
        seen: set[object] = set()
        for table, item in items:
            if name(item) in seen:
                table.fault(None, f"{what} {quoted(name(item))} is there twice", "Give one of them another name")
            seen.add(name(item))


def _nearest(key: str, known: Sequence[str]) -> str | None:
    from difflib import get_close_matches  # only when there is a fault to explain

    found = get_close_matches(key[:60], known, n=1)
    return found[0] if found else None
