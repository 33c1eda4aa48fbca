"""A name can be written: sign by sign, the likely ones first."""

import pytest

from ui.shell.pinyin import PinyinTable, load_table


@pytest.fixture(scope="module")
def table() -> PinyinTable:
    return load_table()


@pytest.mark.parametrize(
    ("syllable", "sign"), [("li", "李"), ("wang", "王"), ("ming", "明"), ("lv", "吕"), ("chang", "常")]
)
def test_common_signs_are_offered_on_the_first_page(table: PinyinTable, syllable: str, sign: str) -> None:
    assert sign in table.offer(syllable)[:12]


def test_surnames_come_first(table: PinyinTable) -> None:
    assert table.offer("zhang")[0] == "张"


@pytest.mark.parametrize(("typed", "first"), [("liming", "li"), ("xian", "xian"), ("zhangwei", "zhang"), ("zh", "zh")])
def test_the_longest_syllable_is_taken(table: PinyinTable, typed: str, first: str) -> None:
    assert table.split(typed) == first


def test_a_beginning_offers_something_already(table: PinyinTable) -> None:
    assert "张" in table.offer("zh")


def test_what_is_no_pinyin_offers_nothing(table: PinyinTable) -> None:
    assert table.offer("qqq") == ()
    assert table.offer("") == ()
