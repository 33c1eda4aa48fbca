"""TOML written the way people write it in a pack: short tables on one line, long texts over several."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}
ONE_LINE = 300  # signs: a table of texts that is longer gets a line for each language


def value(of: Any) -> str:
    """One value.

    >>> value({"zh": "铜", "en": 'a "name"'}), value([1, 2.5]), value(True)
    ('{ zh = "铜", en = "a \\\\"name\\\\"" }', '[1, 2.5]', 'true')
    """
    if isinstance(of, str):
        return '"' + "".join(_ESCAPES.get(sign, sign) for sign in of) + '"'
    if isinstance(of, (bool, int, float)):
        return repr(of).lower()
    if isinstance(of, (time, date)):
        return f'"{of:%H:%M}"' if isinstance(of, time) else of.isoformat()
    if isinstance(of, Mapping):
        inside = ", ".join(f"{_key(k)} = {value(v)}" for k, v in _ordered(of))
        return f"{{ {inside} }}" if inside else "{}"
    return "[" + ", ".join(value(item) for item in of) + "]"


def _key(key: str) -> str:
    return key if key and all(s.isascii() and (s.isalnum() or s in "_-") for s in key) else value(key)


def _ordered(of: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """zh and en before other languages; anything else as it comes."""
    rank = {"zh": 0, "en": 1}
    return sorted(of.items(), key=lambda item: rank.get(item[0], 2))


class Document:
    """A document that grows: keys first, then tables."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._late: list[tuple[str, Mapping[str, Any]]] = []

    def put(self, key: str, of: Any, *, unless: Any = None) -> None:
        """A key; left out where its value is None, empty text or table, or the default `unless`.

        Texts too long for a line become a table of their own, which comes behind the keys.
        """
        if of is None or of == unless or (isinstance(of, (str, Mapping, tuple)) and not of):
            return
        if isinstance(of, Mapping) and list(of) == [""]:
            of = of[""]
        line = f"{_key(key)} = {value(of)}"
        if isinstance(of, Mapping) and (len(line) > ONE_LINE or "\\n" in line):
            self._late.append((key, of))
        else:
            self._lines.append(line)

    def table(self, name: str, rows: Mapping[str, Any]) -> None:
        """A table [name] behind the keys."""
        if rows:
            self._late.append((name, rows))

    def row(self, name: str, rows: Iterable[tuple[str, Any]]) -> None:
        """One [[name]] behind all that was put before; keys with None or empty values are left out."""
        self._settle()
        self._lines += ["", f"[[{name}]]"]
        for key, of in rows:
            # Long texts stay on their line here: a sub-table would read as if it stood apart.
            if of is not None and (isinstance(of, bool) or of == 0 or of):
                texts = of[""] if isinstance(of, Mapping) and list(of) == [""] else of
                self._lines.append(f"{_key(key)} = {value(texts)}")

    def text(self) -> str:
        """The whole document."""
        self._settle()
        return "\n".join(self._lines) + "\n"

    def _settle(self) -> None:
        for name, rows in self._late:
            self._lines += ["", f"[{name}]"]
            self._lines += [f"{_key(key)} = {_long(of)}" for key, of in _ordered(rows)]
        self._late.clear()


def _long(of: Any) -> str:
    """A value alone on its line: a text of several paragraphs keeps them apart."""
    if not isinstance(of, str) or "\n" not in of:
        return value(of)
    return '"""\n' + of.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"""'
