"""RULES 5: the code has a check sign: one wrong sign, or two swapped, are always found."""

import random
from itertools import combinations

import pytest

from kiosk.booking import BadCode, group_code, new_code, parse_code
from kiosk.codes import ALPHABET
from tests.builders import Park

SOME = [new_code(random.Random(seed).choice) for seed in range(40)]


def is_refused(text: str) -> bool:
    try:
        parse_code(text)
    except BadCode:
        return True
    return False


def test_every_single_wrong_sign_is_found() -> None:
    wrong = [
        code[:place] + sign + code[place + 1 :]
        for code in SOME
        for place in range(9)
        for sign in ALPHABET
        if sign != code[place]
    ]
    assert len(wrong) == 40 * 9 * 31
    assert [text for text in wrong if not is_refused(text)] == []


def test_any_two_signs_swapped_are_found() -> None:
    for code in SOME:
        for one, other in combinations(range(9), 2):
            signs = list(code)
            signs[one], signs[other] = signs[other], signs[one]
            assert is_refused("".join(signs)) == (code[one] != code[other])


@pytest.mark.parametrize(
    "typed",
    [
        "7777-7777-x",
        "7777 7777 X",
        " 77777777x\n",
        "７７７７－７７７７－Ｘ",
        "7777–7777—X",
        "77·77·77·77·X",
        "7777_7777_X",
    ],
)
def test_how_a_code_is_typed_does_not_matter(typed: str) -> None:
    assert parse_code(typed) == "77777777X"


def test_letters_that_look_like_digits_are_read_as_those() -> None:
    drawn = iter("01010101")
    code = new_code(lambda _: next(drawn))
    for look_alike in ("OIOIOIOI", "olololol", "0L0L0L0L", "oioioioi"):
        assert parse_code(look_alike + code[8]) == code


@pytest.mark.parametrize(
    "typed", ["", "7777-7777", "7777-7777-XX", "7777-7777-U", "七七七七七七七七X", "77777777$", "\u202e"]
)
def test_what_can_be_no_code_is_refused(typed: str) -> None:
    with pytest.raises(BadCode):
        parse_code(typed)


def test_a_code_has_no_letter_that_is_misread_and_is_shown_in_groups() -> None:
    assert set(ALPHABET).isdisjoint("ILOU")
    assert len(ALPHABET) == 32
    for code in SOME:
        assert parse_code(group_code(code)) == code
        assert [len(part) for part in group_code(code).split("-")] == [4, 4, 1]


def test_a_code_that_is_taken_is_drawn_again(park: Park) -> None:
    from kiosk.booking import Booking

    signs = iter("77777777" + "77777777" + "88888888")
    room = Booking(park.store, park.clock, park.events, park.device, park.catalogue, choose=lambda _: next(signs))
    session = park.a_session()
    codes = [room.confirm(room.hold(session, {"adult": 1}, "zh").id, "zh").code for _ in range(2)]
    assert [code[:8] for code in codes] == ["77777777", "88888888"]
