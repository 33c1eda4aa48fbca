"""One language out of several, and another where the text is missing."""

from collections.abc import Iterable, Mapping
from typing import Any

_ORDER = ("zh", "en")


def pick(texts: Mapping[str, str], lang: str) -> str:
    """The text in `lang`, else without language, else in zh, en or any other.

    >>> pick({"zh": "瓶", "en": "vase"}, "en"), pick({"zh": "瓶"}, "en"), pick({"": "800"}, "zh"), pick({}, "zh")
    ('vase', '瓶', '800', '')
    """
    if lang in texts:  # also the empty text: a unit that this language does not say
        return texts[lang]
    order = ("", *_ORDER, *sorted(texts))
    return next((texts[other] for other in order if texts.get(other)), "")


def pick_other(texts: Mapping[str, str], lang: str) -> str:
    """The name to show under the name: Chinese under any other language, English under Chinese; empty if none.

    >>> pick_other({"zh": "瓶", "en": "vase"}, "en"), pick_other({"zh": "瓶"}, "zh")
    ('瓶', '')
    """
    other = "en" if lang.startswith("zh") else "zh"
    return texts.get(other, "")


def column(rows: Iterable[Any], name: str) -> dict[str, str]:
    """One column of a text table's rows by language; the empty text is a missing one."""
    return {row.lang: text for row in rows if (text := getattr(row, name))}
