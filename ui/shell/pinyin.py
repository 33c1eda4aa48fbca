"""Chinese signs for what is typed as pinyin, sign by sign: enough for a name, and nothing of it is remembered.

The Qt Virtual Keyboard's own pinyin lies in PySide6-Addons (QtWebEngine comes along, 170 MB); this needs what the
search needs anyway. Common signs come first: the surnames, then the 3,755 of the first level of GB 2312-80, then those
of the second.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    "贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
"""The hundred commonest, in the order of the Ministry of Public Security's report on names for 2020."""
MOST = 60
"""Signs offered for one syllable."""


@dataclass(frozen=True, slots=True)
class PinyinTable:
    """Syllable without tone -> its signs, the likely first."""

    signs: Mapping[str, str]

    def split(self, typed: str) -> str:
        """The first syllable of what has been typed: the longest that there is; or all of it when it is a beginning
        only.

        >>> PinyinTable({"li": "李", "ming": "明", "xi": "西", "xian": "先", "an": "安"}).split("liming")
        'li'
        """
        for end in range(min(6, len(typed)), 0, -1):
            if typed[:end] in self.signs:
                return typed[:end]
        return typed

    def offer(self, typed: str) -> tuple[str, ...]:
        """Signs for the first syllable of `typed`; for a mere beginning, the first signs of all syllables that it
        begins."""
        if not typed:
            return ()
        syllable = self.split(typed)
        found = self.signs.get(syllable)
        if found is not None:
            return tuple(found[:MOST])
        begun = [signs for name, signs in sorted(self.signs.items()) if name.startswith(syllable)]
        near = [sign for turn in range(4) for signs in begun for sign in signs[turn : turn + 1]]
        return tuple(dict.fromkeys(near))[:MOST]


def load_table() -> PinyinTable:
    """Read the signs of GB 2312 with pypinyin's readings. About 0.1 s: call on the worker."""
    from pypinyin import Style, pinyin

    table: dict[str, list[str]] = {}
    for sign in dict.fromkeys((*SURNAMES, *_gb2312())):
        for reading in pinyin(sign, style=Style.NORMAL, heteronym=True)[0]:
            signs = table.setdefault(reading.replace("ü", "v"), [])
            if sign not in signs:
                signs.append(sign)
    return PinyinTable({syllable: "".join(signs) for syllable, signs in table.items() if syllable.isascii()})


def _gb2312() -> Iterator[str]:
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield bytes((high, low)).decode("gb2312")
            except UnicodeDecodeError:
                continue  # a place that the standard leaves empty
