"""A ticket's text as scanners type it: through other keyboards, Caps Lock, small letters and Chinese input (RULES 1).

A hand scanner that types like a keyboard sends key positions of a US keyboard; the computer turns them into letters by
its own layout. The signature tells which layout it was: each reading is tried until one is genuine.
Layout tables: Microsoft's keyboard layout reference (kbdgr, kbdfr, kbdbe, kbdcz), the digit row and moved letters.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_LENGTHS = range(24 + 64, 30 + 64 + 1)

# What the computer shows -> the sign of the US key that was pressed. Shifted and unshifted signs both lead to it.
_SWAP_YZ = {"Y": "Z", "Z": "Y"}
_AZERTY = {"A": "Q", "Q": "A", "Z": "W", "W": "Z", ",": "M", "?": "M"}
_LAYOUTS: tuple[dict[str, str], ...] = (
    {},
    _SWAP_YZ,  # German, Austrian, Swiss, Hungarian
    {**_AZERTY, "É": "2", '"': "3", "'": "4", "(": "5", "-": "6", "È": "7"},  # French
    {**_AZERTY, "É": "2", '"': "3", "'": "4", "(": "5", "§": "6", "È": "7"},  # Belgian
    {**_SWAP_YZ, "Ě": "2", "Š": "3", "Č": "4", "Ř": "5", "Ž": "6", "Ý": "7"},  # Czech
)
# Small letters whose capital Python makes a different one of, and quotation marks that Chinese input bends.
_PLAIN = str.maketrans({"ı": "I", "İ": "I", "“": '"', "”": '"', "‘": "'", "’": "'", "，": ",", "？": "?", "（": "("})
_MUTE = re.compile(r"[\s\u200b\ufeff]+")


def readings(text: str) -> Iterator[bytes]:
    """Every byte string that the typed text may stand for, the likeliest first; nothing where it can be no ticket."""
    shown = _MUTE.sub("", unicodedata.normalize("NFKC", text.translate(_PLAIN))).upper()
    if len(shown) > 400:  # a ticket has at most 151 signs: what is far longer is not looked at
        return
    seen: set[bytes] = set()
    for layout in _LAYOUTS:
        signs = "".join(layout.get(sign, sign) for sign in shown).replace("-", "")
        packed = _decode(signs)
        if packed is not None and packed not in seen:
            seen.add(packed)
            yield packed


def encode(packed: bytes) -> str:
    """The text of a code: base32 capitals without padding."""
    return base64.b32encode(packed).decode("ascii").rstrip("=")


def _decode(signs: str) -> bytes | None:
    signs = signs.rstrip("=")
    if any(sign not in ALPHABET for sign in signs):
        return None
    try:
        packed = base64.b32decode(signs + "=" * (-len(signs) % 8))
    except binascii.Error:
        return None
    # One text a ticket: the unused bits of the last sign are zero.
    return packed if len(packed) in _LENGTHS and encode(packed) == signs else None
