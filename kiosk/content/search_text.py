"""What a search looks through: names and tags, and for Chinese their pinyin and its initials, made at import."""

import re
import sys
import unicodedata
from collections.abc import Iterable

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_LARGE = 1_000
_NOT_TYPED = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """A text as it is compared: width, case, accents, spaces and punctuation don't count.

    >>> folded("  Cloisonné Vase — No. 1"), folded("ＪＴＬ")
    ('cloisonnevaseno1', 'jtl')
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _NOT_TYPED.sub("", unicodedata.normalize("NFC", plain))


def search_text(words: Iterable[str]) -> str:
    """One line for each way to type one of the words.

    >>> search_text(["景泰蓝"]).split()
    ['景泰蓝', 'jingtailan', 'jtl']
    """
    lines: dict[str, None] = {}
    for word in words:
        lines[folded(word)] = None
        if _HAN.search(word):
            full, initials = _pinyin(word)
            lines[full] = None
            lines[initials] = None
    return "\n".join(line for line in lines if line)


def _pinyin(word: str) -> tuple[str, str]:
    from pypinyin import Style, lazy_pinyin  # late: its tables take 0.2 s, and only an import needs them

    full = lazy_pinyin(word, style=Style.NORMAL)
    # The first letter of each syllable, as people type it: zh is z; what is not Chinese stays as it is.
    initials = [s[:1] if _HAN.fullmatch(s_from) else s for s, s_from in _aligned(full, word)]
    return folded("".join(full)), folded("".join(initials))


def _aligned(syllables: list[str], word: str) -> list[tuple[str, str]]:
    """Each syllable with the sign it stands for: pypinyin gives one for a Han sign and leaves other runs whole."""
    found: list[tuple[str, str]] = []
    at = 0
    for syllable in syllables:
        sign = word[at : at + 1]
        found.append((syllable, sign))
        at += 1 if _HAN.fullmatch(sign) else len(syllable)
    return found


def put_away_tables() -> None:
    """Let go of pypinyin's tables: 55 MiB that only an import needs. The next one reads them again, in 0.2 s.

    Not while another thread imports. They are emptied and not only forgotten: what is in a cycle waits for the garbage
    collector, and a kiosk's collector lets be what a start has left.
    """
    names = [name for name in sys.modules if name.partition(".")[0] == "pypinyin"]
    for name in names:
        for thing in vars(sys.modules.pop(name)).values():
            for table in (thing, getattr(thing, "_set", None)):  # a set of prefixes keeps them there
                if isinstance(table, dict | set) and len(table) > _LARGE:
                    table.clear()
