"""Codes that a person reads, types and spells on the telephone: some signs by chance and one that checks them.

Crockford's base 32 (no I, L, O, U). The signs c0…cn are elements of GF(32) with Σ wᵢ·cᵢ = 0, the weights wᵢ being
distinct non-zero elements. One wrong sign changes the sum by wᵢ·e, two swapped ones by (wᵢ+wⱼ)·(cᵢ+cⱼ): neither is
ever 0, so both are always found.
"""

import secrets
import unicodedata
from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MOST_SIGNS = 30
"""More would need a weight twice."""
_READ_AS = {"I": "1", "L": "1", "O": "0"}
_PRIMITIVE = 0b100101  # x⁵ + x² + 1, primitive over GF(2)


class NoCode(ValueError):
    """The text can't be a code of that length."""


def draw(signs: int, choose: Callable[[str], str] = secrets.choice) -> str:
    """So many signs by chance, and the one that checks them.

    >>> draw(8, lambda signs: signs[7]), draw(3, lambda signs: signs[7])
    ('77777777X', '777F')
    """
    drawn = "".join(choose(ALPHABET) for _ in range(signs))
    return drawn + _check_sign(drawn)


def read(text: str, signs: int) -> str:
    """The code that somebody meant: case, spaces, dashes and full-width signs do not matter, I and L are 1, O is 0.

    Raises NoCode for what can't be one, which includes every single wrong sign and any two signs swapped.

    >>> read(" 7777-7777-x ", 8)
    '77777777X'
    """
    meant = ""
    for sign in unicodedata.normalize("NFKC", text).upper():
        if sign.isspace() or unicodedata.category(sign) in {"Pd", "Pc", "Cf"} or sign in "−·.":
            continue
        meant += _READ_AS.get(sign, sign)
    if len(meant) != signs + 1 or any(sign not in ALPHABET for sign in meant):
        raise NoCode(text)
    if _check_sign(meant[:signs]) != meant[signs]:
        raise NoCode(text)
    return meant


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0b100000:
            a ^= _PRIMITIVE
        b >>= 1
    return product


def _powers_of_x() -> tuple[int, ...]:
    powers = [1]
    for _ in range(MOST_SIGNS):
        powers.append(_times(powers[-1], 2))
    return tuple(powers)


_WEIGHTS = _powers_of_x()[1:]  # x¹, x², … for the signs; the one that checks them has x⁰


def _check_sign(signs: str) -> str:
    total = 0
    for weight, sign in zip(_WEIGHTS, signs, strict=False):
        total ^= _times(weight, ALPHABET.index(sign))
    return ALPHABET[total]
