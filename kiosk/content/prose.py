"""How long texts may be, judged for a reader who stands: warnings, never faults.

A screen holds 60–100 English words and sentences stay under 25, at the reading level of a twelve-year-old. A Chinese
text of the same content has about 1.8 Han characters for an English word, and runs clauses together with commas; the
figures for it are those of English times 1.8, and 60 for a sentence.
"""

import re
from collections.abc import Sequence

from kiosk.content.faults import Findings, quoted
from kiosk.content.pack import Texts
from kiosk.content.tables import Table

EN_SCREEN = (60, 100)
EN_SENTENCE = 25
EN_NOTE = 45
HAN_SCREEN = (100, 180)
HAN_SENTENCE = 60
HAN_NOTE = 90
SCREENS = 3

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+(?:['’.,:/-][^\W_]+)*")
_HAN_END = re.compile(r"[。！？；!?]+")
_LATIN_END = re.compile(r"[.!?;:]+(?=[\s”\"')]|$)")
_BETWEEN_WIDE = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef“”]) (?=[\u2e80-\u9fff\uff00-\uffef“”])")


def join_rows(rows: Sequence[str]) -> str:
    """The lines of a paragraph as one; Chinese closes up where the file breaks the line."""
    return _BETWEEN_WIDE.sub("", " ".join(rows))


def paragraphs(text: str) -> list[str]:
    """A text of several paragraphs, which blank lines divide."""
    found = [
        join_rows([row.strip() for row in part.split("\n") if row.strip()]) for part in re.split(r"\n[ \t]*\n", text)
    ]
    return [part for part in found if part]


def length(lang: str, text: str) -> int:
    """Han characters in Chinese, words elsewhere."""
    return len(_HAN.findall(text)) if lang.startswith("zh") else len(_WORD.findall(text))


def judge_story(lang: str, story: Sequence[tuple[int, str]], findings: Findings) -> None:
    """Warn of a story that is too short or too long, and of each paragraph and sentence too long. Lines with texts."""
    unit = "characters" if lang.startswith("zh") else "words"
    low, high = HAN_SCREEN if lang.startswith("zh") else EN_SCREEN
    most = HAN_SENTENCE if lang.startswith("zh") else EN_SENTENCE
    whole = sum(length(lang, paragraph) for _, paragraph in story)
    if story and whole < low:
        findings.warn(story[0][0], f"the story in {lang} has only {whole} {unit}", f"{low} to {high} fill a screen")
    if whole > high * SCREENS:
        findings.warn(
            story[0][0], f"the story in {lang} has {whole} {unit}", f"Nobody stands that long: {SCREENS} × {high}"
        )
    for line, paragraph in story:
        size = length(lang, paragraph)
        if size > high:
            findings.warn(line, f"a paragraph of {size} {unit} in {lang}", f"Divide it: at most {high}")
        for sentence in _sentences(lang, paragraph):
            if (size := length(lang, sentence)) > most:
                what = f"a sentence of {size} {unit} in {lang}: {quoted(sentence.strip(), 30)}"
                findings.warn(line, what, f"Make two of it: at most {most}")


def judge_note(key: str, texts: Texts, table: Table) -> None:
    """Warn of a short text, such as a hotspot's, that has grown long."""
    for lang, text in texts.items():
        most = HAN_NOTE if lang.startswith("zh") else EN_NOTE
        if (size := length(lang, text)) > most:
            unit = "characters" if lang.startswith("zh") else "words"
            table.findings.warn(table.line(key), f"{key}.{lang} has {size} {unit}", f"At most {most} are read here")


def _sentences(lang: str, text: str) -> list[str]:
    return (_HAN_END if lang.startswith("zh") else _LATIN_END).split(text)
