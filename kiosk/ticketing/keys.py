"""The keys that sign tickets: made at the first start, readable by the kiosk's user alone, and rotated.

In the folder lie one `key-XXXX.pem` (private, 0600) and `public.json`, which is all that a door gets and which cannot
sign. A key's number is the first two bytes of the SHA-256 of its public half, so that kiosks which know nothing of each
other do not take the same one.
"""

import base64
import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.ticketing.errors import BadKeys, CannotSign, NotGenuine

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PUBLIC_FILE = "public.json"
KeyState = Literal["signing", "alive", "withdrawn"]


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """One key as the public file tells it. `number` from 1 to 65535, shown as four hexadecimal digits."""

    number: int
    public: bytes
    state: KeyState
    made_at: datetime
    note: str = ""

    @property
    def name(self) -> str:
        return f"{self.number:04x}"


class PublicKeys:
    """Public keys, for checking: what a door has."""

    def __init__(self, infos: Iterable[KeyInfo]) -> None:
        self._infos = {info.number: info for info in infos}
        self._loaded: dict[int, Ed25519PublicKey] = {}

    @classmethod
    def read(cls, file: Path) -> "PublicKeys":
        """The keys in a `public.json`. Raises BadKeys."""
        return cls(_read_public(file))

    @property
    def all(self) -> tuple[KeyInfo, ...]:
        """Every key that was ever made here, oldest first."""
        return tuple(sorted(self._infos.values(), key=lambda info: (info.made_at, info.number)))

    def withdrawn(self) -> tuple[KeyInfo, ...]:
        """The keys whose tickets are refused and are to be issued again."""
        return tuple(info for info in self.all if info.state == "withdrawn")

    def check(self, number: int, message: bytes, signature: bytes) -> None:
        """Raises NotGenuine("unknown_key", "withdrawn_key" or "forged") unless that key signed the message."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        info = self._infos.get(number)
        if info is None:
            raise NotGenuine("unknown_key", f"{number:04x}")
        key = self._loaded.get(number)
        if key is None:
            key = self._loaded[number] = Ed25519PublicKey.from_public_bytes(info.public)
        try:
            key.verify(signature, message)
        except InvalidSignature:
            raise NotGenuine("forged", info.name) from None
        if info.state == "withdrawn":  # said of true tickets only, so that they can be issued again
            raise NotGenuine("withdrawn_key", info.name)

    def write(self, file: Path) -> None:
        """Write them for a door: nothing in the file can sign."""
        _replace(file, _public_text(self.all))


class Keys:
    """The keys of this kiosk: signs with the newest, checks with all that are not withdrawn.

    Another process may rotate meanwhile: the public file is looked at again before each use, which costs one `stat`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stamp: tuple[int, int] = (0, 0)
        self._public = PublicKeys(())
        self._private: dict[int, Ed25519PrivateKey] = {}

    @classmethod
    def open(cls, folder: Path, *, now: datetime | None = None) -> "Keys":
        """The keys in a folder; a first key is made where there is none. Raises BadKeys."""
        keys = cls(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not keys._file.exists():
                keys._make_first(now or datetime.now(UTC))
        except OSError as error:
            raise BadKeys(f"{folder}: the keys cannot be kept here ({error.strerror}). Make it writable.") from error
        keys.public()
        return keys

    @property
    def signing(self) -> int:
        """The number of the key that signs new tickets. Raises CannotSign."""
        for info in self.public().all:
            if info.state == "signing":
                return info.number
        raise CannotSign(f"{self._file}: no key of these may sign.")

    def public(self) -> PublicKeys:
        """The public halves, as they stand now. Raises BadKeys."""
        try:
            about = self._file.stat()
        except OSError as error:
            raise BadKeys(f"{self._file}: cannot be read ({error.strerror}). Restore the folder of keys.") from error
        stamp = (about.st_mtime_ns, about.st_ino)
        if stamp != self._stamp:
            self._public, self._stamp = PublicKeys(_read_public(self._file)), stamp
        return self._public

    def sign(self, number: int, message: bytes) -> bytes:
        """The signature (64 bytes) of a message by that key. Raises CannotSign."""
        key = self._private.get(number)
        if key is None:
            key = self._private[number] = self._load(number)
        return key.sign(message)

    def rotate(self, *, now: datetime | None = None) -> int:
        """Sign with a new key from now on; tickets of the old one still enter. Returns the new key's number.

        The old private half is destroyed: nothing will be signed with it again.
        """
        old = self.public()
        fresh = self._make_private({info.number for info in old.all}, now or datetime.now(UTC))
        kept = [replace(info, state="alive") if info.state == "signing" else info for info in old.all]
        _replace(self._file, _public_text([*kept, fresh]))
        for info in old.all:
            self._forget(info.number)
        return fresh.number

    def withdraw(self, number: int, note: str, *, now: datetime | None = None) -> None:
        """Refuse every ticket of a key from now on, as after a theft. Where it is the one that signs, rotates first."""
        if number not in {info.number for info in self.public().all}:
            raise BadKeys(f"{self._file}: there is no key {number:04x}. `kiosk ticket keys` lists them.")
        if number == self.signing:
            self.rotate(now=now)
        infos = [
            replace(info, state="withdrawn", note=note) if info.number == number else info for info in self.public().all
        ]
        _replace(self._file, _public_text(infos))

    @property
    def _file(self) -> Path:
        return self.folder / PUBLIC_FILE

    def _path(self, number: int) -> Path:
        return self.folder / f"key-{number:04x}.pem"

    def _make_first(self, now: datetime) -> None:
        first = self._make_private(set(), now)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".public-")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(_public_text([first]))
            out.flush()
            os.fsync(out.fileno())
        try:
            # Of several processes that start at once on a new home, one wins: neither call overwrites.
            if os.name == "posix":
                os.link(name, self._file)
            else:
                os.rename(name, self._file)  # noqa: PTH104 - Path.rename overwrites on some systems; this raises on Windows
        except FileExistsError:
            self._forget(first.number)
        finally:
            Path(name).unlink(missing_ok=True)

    def _make_private(self, taken: set[int], now: datetime) -> KeyInfo:
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        while True:
            key = Ed25519PrivateKey.generate()
            public = key.public_key().public_bytes_raw()
            number = int.from_bytes(hashlib.sha256(public).digest()[:2], "big")
            if number and number not in taken:
                break
        text = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path = self._path(number)
        path.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        return KeyInfo(number, public, "signing", now)

    def _load(self, number: int) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        path = self._path(number)
        try:
            key = serialization.load_pem_private_key(path.read_bytes(), password=None)
        except FileNotFoundError:
            raise CannotSign(f"{path}: there is no private key here. Restore the folder of keys, or rotate.") from None
        except (OSError, ValueError) as error:
            raise CannotSign(
                f"{path}: this key cannot be used ({error}). Rotate, and withdraw {number:04x}."
            ) from error
        if not isinstance(key, Ed25519PrivateKey):
            raise CannotSign(f"{path}: not an Ed25519 key. Rotate, and withdraw {number:04x}.")
        return key

    def _forget(self, number: int) -> None:
        self._private.pop(number, None)
        with contextlib.suppress(OSError):  # a file that stays is only the chance to sign, which `state` takes away
            self._path(number).unlink(missing_ok=True)


def _public_text(infos: Iterable[KeyInfo]) -> str:
    rows = [
        {
            "number": info.name,
            "public": base64.b64encode(info.public).decode("ascii"),
            "state": info.state,
            "made_at": info.made_at.astimezone(UTC).isoformat(timespec="seconds"),
            "note": info.note,
        }
        for info in infos
    ]
    return json.dumps({"format": 1, "algorithm": "Ed25519", "keys": rows}, indent=1, ensure_ascii=False) + "\n"


def _read_public(file: Path) -> list[KeyInfo]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        if told["format"] != 1:
            raise BadKeys(f"{file}: format {told['format']} is newer than this program. Update it.")
        return [_info(row) for row in told["keys"]]
    except OSError as error:
        raise BadKeys(f"{file}: cannot be read ({error.strerror}). Name a file of public keys.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadKeys(f"{file}: not a file of public keys ({error}). Copy it from the kiosk again.") from error


def _info(row: dict[str, str]) -> KeyInfo:
    number, public = int(row["number"], 16), base64.b64decode(row["public"], validate=True)
    if row["state"] not in ("signing", "alive", "withdrawn"):
        raise ValueError(f"state {row['state']!r}")
    if hashlib.sha256(public).digest()[:2] != number.to_bytes(2, "big") or len(public) != 32:
        raise ValueError(f"key {row['number']} is damaged")
    state: KeyState = "signing" if row["state"] == "signing" else "alive" if row["state"] == "alive" else "withdrawn"
    return KeyInfo(number, public, state, datetime.fromisoformat(row["made_at"]), row.get("note", ""))


def _replace(file: Path, text: str) -> None:
    """Write a whole file or nothing."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        os.replace(name, file)  # noqa: PTH105 - the name is a string here
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
