"""As much of IPP/1.1 (RFC 8010, RFC 8011) as a ticket needs: send a document, ask for a job and for the printer.

Spoken over HTTP to `host:port`, or over the scheduler's own socket. The encoding is small, and the answer names states
that `lp` and `lpstat` only print as sentences of the system's language.
"""

import http.client
import itertools
import socket
from collections.abc import Iterable, Mapping

PRINT_JOB, CANCEL_JOB, GET_JOB, GET_PRINTER = 0x0002, 0x0008, 0x0009, 0x000B
CUPS_GET_DEFAULT = 0x4001  # CUPS' own: the queue that is used where none is named
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_KEYWORD, _URI, _CHARSET, _LANGUAGE, _MIME, _NAME = 0x44, 0x45, 0x47, 0x48, 0x49, 0x42
_OPERATION, _JOB, _END = 0x01, 0x02, 0x03

Value = str | int | bool


class IppTrouble(Exception):
    """The scheduler cannot be reached or says no. `status` is IPP's code, 0 where there was no answer."""

    def __init__(self, detail: str, status: int = 0) -> None:
        super().__init__(detail)
        self.status = status


class IppClient:
    """Talks to one scheduler, given as `host:port` or as the path of its socket."""

    def __init__(self, server: str, *, seconds: float = 5.0) -> None:
        self._server = server
        self._seconds = seconds
        self._numbers = itertools.count(1)

    @property
    def host(self) -> str:
        """For addresses of printers on this scheduler."""
        return "localhost" if self._server.startswith("/") else self._server

    def ask(
        self,
        operation: int,
        path: str,
        attributes: Iterable[tuple[int, str, Value | tuple[str, ...]]],
        *,
        job: Iterable[tuple[int, str, Value]] = (),
        document: bytes = b"",
    ) -> Mapping[str, tuple[Value, ...]]:
        """Ask, and get the answer's attributes by name. Raises IppTrouble."""
        body = b"\x01\x01" + operation.to_bytes(2, "big") + next(self._numbers).to_bytes(4, "big")
        body += bytes((_OPERATION,)) + _attribute(_CHARSET, "attributes-charset", "utf-8")
        body += _attribute(_LANGUAGE, "attributes-natural-language", "en")
        body += b"".join(_attribute(tag, name, value) for tag, name, value in attributes)
        jobs = b"".join(_attribute(tag, name, value) for tag, name, value in job)
        if jobs:
            body += bytes((_JOB,)) + jobs
        answer = self._post(path, body + bytes((_END,)) + document)
        status = int.from_bytes(answer[2:4], "big")
        told = _attributes(answer[8:])
        if status >= 0x0100:
            raise IppTrouble(str(told.get("status-message", (f"IPP status {status:#06x}",))[0]), status)
        return told

    def _post(self, path: str, body: bytes) -> bytes:
        connection = self._connection()
        try:
            connection.request("POST", path, body, {"Content-Type": "application/ipp"})
            answer = connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise IppTrouble(f"{self._server}: {error}") from error
        finally:
            connection.close()
        if answer.status != 200 or len(content) < 8:
            raise IppTrouble(f"{self._server}: HTTP {answer.status} {answer.reason}")
        return content

    def _connection(self) -> http.client.HTTPConnection:
        if self._server.startswith("/"):
            return _SocketConnection(self._server, self._seconds)
        host, _, port = self._server.rpartition(":")
        if host and port.isdigit():
            return http.client.HTTPConnection(host, int(port), timeout=self._seconds)
        return http.client.HTTPConnection(self._server, 631, timeout=self._seconds)


class _SocketConnection(http.client.HTTPConnection):
    """HTTP over the scheduler's socket in the file system (POSIX)."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__("localhost", timeout=seconds)
        self._path = path
        self._limit = seconds

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self._limit)
        self.sock.connect(self._path)


def uri(name: str, value: str) -> tuple[int, str, Value]:
    """An attribute that is an address."""
    return _URI, name, value


def text_name(name: str, value: str) -> tuple[int, str, Value]:
    """An attribute that is a name."""
    return _NAME, name, value


def mime(name: str, value: str) -> tuple[int, str, Value]:
    """An attribute that is a kind of document."""
    return _MIME, name, value


def keyword(name: str, value: str) -> tuple[int, str, Value]:
    """An attribute that is one of a list of words."""
    return _KEYWORD, name, value


def keywords(name: str, *values: str) -> tuple[int, str, tuple[str, ...]]:
    """An attribute of several words."""
    return _KEYWORD, name, values


def integer(name: str, value: int) -> tuple[int, str, Value]:
    """An attribute that is a number."""
    return _INTEGER, name, value


def _attribute(tag: int, name: str, value: Value | tuple[str, ...]) -> bytes:
    values: tuple[Value, ...] = value if isinstance(value, tuple) else (value,)
    out = b""
    for index, one in enumerate(values):
        key = name.encode() if not index else b""  # a further value of the same attribute has no name
        data = one.encode() if isinstance(one, str) else int(one).to_bytes(1 if tag == _BOOLEAN else 4, "big")
        out += bytes((tag,)) + len(key).to_bytes(2, "big") + key + len(data).to_bytes(2, "big") + data
    return out


def _attributes(data: bytes) -> dict[str, tuple[Value, ...]]:
    found: dict[str, tuple[Value, ...]] = {}
    at, name = 0, ""
    while at < len(data) and data[at] != _END:
        tag = data[at]
        at += 1
        if tag < 0x10:  # the start of another group
            continue
        size = int.from_bytes(data[at : at + 2], "big")
        name = data[at + 2 : at + 2 + size].decode("utf-8", "replace") if size else name
        at += 2 + size
        size = int.from_bytes(data[at : at + 2], "big")
        raw = data[at + 2 : at + 2 + size]
        at += 2 + size
        value: Value = raw.decode("utf-8", "replace")
        if tag in (_INTEGER, _ENUM):
            value = int.from_bytes(raw, "big", signed=True)
        elif tag == _BOOLEAN:
            value = raw != b"\0"
        found[name] = (*found.get(name, ()), value)
    return found
