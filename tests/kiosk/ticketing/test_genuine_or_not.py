"""What a ticket says comes back, and nothing else passes: forged, bent, of other keys, typed through any keyboard."""

import os
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ticketing.errors import BadKeys, CannotSign, CannotState, NotGenuine
from kiosk.ticketing.keys import Keys, PublicKeys
from kiosk.ticketing.signing import sign, verify
from kiosk.ticketing.statement import CATEGORIES, EPOCH, MAX_BODY, Statement, names_of, own_number, pack, state, unpack
from kiosk.ticketing.typed import ALPHABET, encode, readings

SESSION = UUID("0197f3c2-5a41-7b6e-9d10-4f2a86c3e955")


def a_statement(keys: Keys, serial: int = 5) -> Statement:
    return state(
        key=keys.signing, site="enamel", serial=serial, session=SESSION,
        starts_at=datetime(2026, 12, 5, 6, 30, tzinfo=UTC), party=[("adult", 2), ("child", 1)],
    )  # fmt: skip


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys.open(tmp_path / "keys")


@given(
    numbers=st.tuples(st.integers(1, 2**16 - 1), st.integers(1, 2**40 - 1)),
    site=st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True),
    session=st.uuids(),
    minute=st.integers(0, 2**24 - 1),
    party=st.lists(
        st.tuples(st.sampled_from([*CATEGORIES.values(), "own-200"]), st.integers(1, 60)), min_size=1, max_size=4
    ),
)
def test_every_statement_comes_back_from_its_bytes(
    numbers: tuple[int, int], site: str, session: UUID, minute: int, party: list[tuple[str, int]]
) -> None:
    (key, serial), starts_at = numbers, EPOCH + timedelta(minutes=minute)
    said = state(key=key, site=site, serial=serial, session=session, starts_at=starts_at, party=party)
    assert unpack(pack(said)) == said
    assert said.heads == sum(count for _, count in party)
    assert len(pack(said)) <= MAX_BODY


def test_the_longest_text_has_151_signs_and_fits_into_version_6(keys: Keys) -> None:
    party = [(name, 1) for name in ("adult", "child", "student", "senior", "disabled", "companion", "infant")]
    said = state(
        key=keys.signing, site="tianning", serial=1, session=SESSION, starts_at=EPOCH + timedelta(days=9), party=party
    )
    assert len(sign(said, keys)) == 151


def test_a_parks_own_category_is_read_by_its_table() -> None:
    said = state(key=1, site="erqi", serial=1, session=SESSION, starts_at=EPOCH, party=[("rail-friend", 3)])
    assert unpack(pack(said)).party[0].category == f"own-{own_number('rail-friend')}"
    assert unpack(pack(said), names_of(["adult", "rail-friend"])).party[0].category == "rail-friend"


@pytest.mark.parametrize(
    "wrong",
    [
        {"serial": 2**40},
        {"serial": 0},
        {"site": "Enamel"},
        {"party": []},
        {"party": [("adult", 256)]},
        {"starts_at": EPOCH - timedelta(minutes=1)},
        {"key": 0},
    ],
)
def test_what_does_not_fit_is_refused_by_name(wrong: dict[str, object]) -> None:
    facts: dict[str, object] = {
        "key": 1, "site": "erqi", "serial": 1, "session": SESSION, "starts_at": EPOCH, "party": [("adult", 1)],
    }  # fmt: skip
    with pytest.raises(CannotState):
        state(**{**facts, **wrong})  # type: ignore[arg-type]  # wrong on purpose


def test_every_bent_bit_is_noticed(keys: Keys) -> None:
    text = sign(a_statement(keys), keys)
    packed = next(iter(readings(text)))
    for at in range(len(packed)):
        bent = bytearray(packed)
        bent[at] ^= 1 << at % 8
        with pytest.raises(NotGenuine):
            verify(encode(bytes(bent)), keys.public())


@pytest.mark.parametrize(
    "text", ["", "HELLO", "7K3M-92QF-4", "A" * 151, "工坊" * 60, "https://example.org/?x=" + "A" * 120]
)
def test_other_codes_are_no_tickets(keys: Keys, text: str) -> None:
    with pytest.raises(NotGenuine):
        verify(text, keys.public())


def test_a_second_spelling_of_the_same_bytes_is_refused(keys: Keys) -> None:
    text = sign(a_statement(keys), keys)
    packed = next(iter(readings(text)))
    spare = len(text) * 5 - len(packed) * 8
    assert spare > 0
    other = text[:-1] + ALPHABET[ALPHABET.index(text[-1]) + 1]
    assert list(readings(other)) == [] or next(iter(readings(other))) != packed


def test_a_ticket_of_another_park_is_not_ours(keys: Keys, tmp_path: Path) -> None:
    other = Keys.open(tmp_path / "other")
    with pytest.raises(NotGenuine) as refused:
        verify(sign(a_statement(other), other), keys.public())
    assert refused.value.reason == "unknown_key"


# A virtual keyboard. The scanner presses the keys of a US keyboard, with Shift for capitals; the computer's layout says
# what is written. Each row: the US key (unshifted) -> (unshifted, shifted) of that layout, where it differs.
LAYOUTS: dict[str, dict[str, tuple[str, str]]] = {
    "us": {},
    "german": {"y": ("z", "Z"), "z": ("y", "Y")},
    "french": {
        "a": ("q", "Q"), "q": ("a", "A"), "z": ("w", "W"), "w": ("z", "Z"), "m": (",", "?"),
        "2": ("é", "2"), "3": ('"', "3"), "4": ("'", "4"), "5": ("(", "5"), "6": ("-", "6"), "7": ("è", "7"),
    },
    "belgian": {
        "a": ("q", "Q"), "q": ("a", "A"), "z": ("w", "W"), "w": ("z", "Z"), "m": (",", "?"),
        "2": ("é", "2"), "3": ('"', "3"), "4": ("'", "4"), "5": ("(", "5"), "6": ("§", "6"), "7": ("è", "7"),
    },
    "czech": {
        "y": ("z", "Z"), "z": ("y", "Y"), "2": ("ě", "2"), "3": ("š", "3"), "4": ("č", "4"), "5": ("ř", "5"),
        "6": ("ž", "6"), "7": ("ý", "7"),
    },
}  # fmt: skip


def typed(text: str, layout: str, *, caps_lock: bool = False, full_width: bool = False, shift: bool = True) -> str:
    """What appears when a scanner types the text on that keyboard."""
    shown = ""
    for sign_ in text:
        plain, shifted = LAYOUTS[layout].get(sign_.lower(), (sign_.lower(), sign_.upper()))
        written = shifted if sign_.isalpha() and shift else plain
        if caps_lock and written.isalpha():
            written = written.swapcase()
        if full_width and "!" <= written <= "~":
            written = chr(ord(written) + 0xFEE0)
        shown += written
    return shown


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("caps_lock", [False, True])
@pytest.mark.parametrize("full_width", [False, True])
@pytest.mark.parametrize("shift", [True, False])
def test_the_verdict_is_the_same_through_every_keyboard(
    keys: Keys, layout: str, caps_lock: bool, full_width: bool, shift: bool
) -> None:
    for serial in range(1, 12):  # other texts have other signs in them
        said = a_statement(keys, serial)
        shown = typed(sign(said, keys), layout, caps_lock=caps_lock, full_width=full_width, shift=shift)
        assert verify(shown, keys.public()) == said


def test_line_breaks_and_blanks_of_a_scanner_do_not_matter(keys: Keys) -> None:
    said = a_statement(keys)
    text = sign(said, keys)
    assert verify(f"  {text[:40]}\n{text[40:]}\r\n", keys.public()) == said


def test_the_private_half_is_the_kiosks_alone(keys: Keys) -> None:
    private = list(keys.folder.glob("key-*.pem"))
    assert len(private) == 1
    if os.name == "posix":
        assert stat.S_IMODE(private[0].stat().st_mode) == 0o600


def test_after_a_rotation_old_tickets_enter_and_new_ones_are_signed_anew(keys: Keys) -> None:
    old = a_statement(keys)
    old_text = sign(old, keys)
    fresh = keys.rotate()
    assert fresh == keys.signing != old.key
    assert verify(old_text, keys.public()) == old
    assert verify(sign(a_statement(keys), keys), keys.public()).key == fresh
    with pytest.raises(CannotSign):
        sign(old, keys)


def test_a_withdrawn_key_refuses_its_true_tickets_by_name(keys: Keys) -> None:
    said = a_statement(keys)
    text = sign(said, keys)
    keys.withdraw(said.key, "laptop stolen")
    with pytest.raises(NotGenuine) as refused:
        verify(text, keys.public())
    assert (refused.value.reason, refused.value.detail) == ("withdrawn_key", f"{said.key:04x}")
    assert [info.note for info in keys.public().withdrawn()] == ["laptop stolen"]


def test_another_process_learns_of_a_rotation(keys: Keys) -> None:
    other = Keys.open(keys.folder)
    assert other.signing == keys.signing
    keys.rotate()
    assert other.signing == keys.signing
    said = a_statement(other)
    assert verify(sign(said, other), keys.public()) == said


def test_a_door_can_tell_but_not_sign(keys: Keys, tmp_path: Path) -> None:
    door = tmp_path / "door"
    door.mkdir()
    keys.public().write(door / "public.json")
    text = sign(a_statement(keys), keys)
    assert verify(text, PublicKeys.read(door / "public.json")).serial == 5
    with pytest.raises(CannotSign):
        sign(a_statement(keys), Keys.open(door))
    secret = b"".join(file.read_bytes() for file in keys.folder.glob("key-*.pem")).splitlines()[1]
    assert all(secret not in file.read_bytes() and b"PRIVATE" not in file.read_bytes() for file in door.iterdir())


def test_of_many_that_start_at_once_one_makes_the_key(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    numbers: list[int] = []
    threads = [threading.Thread(target=lambda: numbers.append(Keys.open(folder).signing)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(numbers) == 12
    assert len(set(numbers)) == 1
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("content", ["", "{}", '{"format": 9, "keys": []}', "[1]", "\x00"])
def test_a_damaged_file_of_keys_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "public.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadKeys, match=r"public\.json"):
        PublicKeys.read(file)
