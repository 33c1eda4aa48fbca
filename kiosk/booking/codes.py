"""A booking's code: eight signs by chance and one that checks them (`kiosk.codes`)."""

import secrets
from collections.abc import Callable

from kiosk import codes
from kiosk.booking.errors import BadCode

SIGNS = 8


def new_code(choose: Callable[[str], str] = secrets.choice) -> str:
    """Nine signs, e.g. `7K3M92QF4`: 40 bits by chance and a check sign.

    >>> new_code(lambda signs: signs[7])
    '77777777X'
    """
    return codes.draw(SIGNS, choose)


def parse_code(text: str) -> str:
    """The code that somebody meant, see `kiosk.codes.read`. Raises BadCode for what can't be one.

    >>> parse_code(" 7777-7777-x ")
    '77777777X'
    """
    try:
        return codes.read(text, SIGNS)
    except codes.NoCode as error:
        raise BadCode(text) from error


def group_code(code: str) -> str:
    """The code as it is shown.

    >>> group_code("77777777X")
    '7777-7777-X'
    """
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"
