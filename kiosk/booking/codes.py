"""The code that a person reads, types and spells on the telephone: eight signs by chance and one that checks them.

Crockford's base 32 (no I, L, O, U). The nine signs c0…c8 are elements of GF(32) with Σ wᵢ·cᵢ = 0, the weights wᵢ being
nine distinct non-zero elements. One wrong sign changes the sum by wᵢ·e, two swapped ones by (wᵢ+wⱼ)·(cᵢ+cⱼ): neither
is ever 0, so both are always found.
"""

import secrets
import unicodedata
from collections.abc import Callable

from kiosk.booking.errors import BadCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS = 8
_READ_AS = {"I": "1", "L": "1", "O": "0"}
_PRIMITIVE = 0b100101  # x⁵ + x² + 1, primitive over GF(2)


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
    for _ in range(SIGNS):
        powers.append(_times(powers[-1], 2))
    return tuple(powers)


_WEIGHTS = (*_powers_of_x()[1:], 1)  # x¹…x⁸ and, for the check sign, x⁰


def _check_sign(signs: str) -> str:
    total = 0
    for weight, sign in zip(_WEIGHTS, signs, strict=False):
        total ^= _times(weight, ALPHABET.index(sign))
    return ALPHABET[total]


def new_code(choose: Callable[[str], str] = secrets.choice) -> str:
    """Nine signs, e.g. `7K3M92QF4`: 40 bits by chance and a check sign.

    >>> new_code(lambda signs: signs[7])
    '77777777X'
    """
    signs = "".join(choose(ALPHABET) for _ in range(SIGNS))
    return signs + _check_sign(signs)


def parse_code(text: str) -> str:
    """The code that somebody meant: case, spaces, dashes and full-width signs do not matter, I and L are 1, O is 0.

    Raises BadCode for what can't be one, which includes every single wrong sign and any two signs swapped.

    >>> parse_code(" 7777-7777-x ")
    '77777777X'
    """
    signs = ""
    for sign in unicodedata.normalize("NFKC", text).upper():
        if sign.isspace() or unicodedata.category(sign) in {"Pd", "Pc", "Cf"} or sign in "−·.":
            continue
        signs += _READ_AS.get(sign, sign)
    if len(signs) != SIGNS + 1 or any(sign not in ALPHABET for sign in signs):
        raise BadCode(text)
    if _check_sign(signs[:SIGNS]) != signs[SIGNS]:
        raise BadCode(text)
    return signs


def group_code(code: str) -> str:
    """The code as it is shown.

    >>> group_code("77777777X")
    '7777-7777-X'
    """
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"
