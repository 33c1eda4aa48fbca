"""Ways to an ESC/POS printer: network, serial, USB. Each writes bytes and reads what comes back."""

import importlib.util
import socket
import time
from typing import Any, Protocol


class LinkTrouble(Exception):
    """The way to the printer is broken; the text says how."""


class Link(Protocol):
    """An open way to a printer. Raises LinkTrouble."""

    def write(self, data: bytes) -> None: ...
    def read(self, seconds: float) -> bytes:
        """What has come back, waiting so long for the first byte; empty where nothing has."""
        ...

    def close(self) -> None: ...


class TcpLink:
    """Port 9100 of a network printer."""

    def __init__(self, host: str, port: int, *, connect_s: float = 1.5, stall_s: float = 20.0) -> None:
        self._stall = stall_s
        try:
            self._socket = socket.create_connection((host, port), timeout=connect_s)
        except OSError as error:
            raise LinkTrouble(f"{host}:{port}: {error}") from error

    def write(self, data: bytes) -> None:
        try:
            self._socket.settimeout(self._stall)  # a printer takes bytes no faster than it prints them
            self._socket.sendall(data)
        except OSError as error:
            raise LinkTrouble(str(error)) from error

    def read(self, seconds: float) -> bytes:
        try:
            self._socket.settimeout(seconds)
            got = self._socket.recv(64)
        except TimeoutError:
            return b""
        except OSError as error:
            raise LinkTrouble(str(error)) from error
        if not got:
            raise LinkTrouble("the printer closed the connection")
        return got

    def close(self) -> None:
        self._socket.close()


class EscposLink:
    """A serial or USB printer through python-escpos, which needs pyserial or pyusb for it."""

    def __init__(self, device: Any) -> None:
        self._device = device

    def write(self, data: bytes) -> None:
        try:
            self._device._raw(data)  # its only way to send bytes as they are
        except Exception as error:  # an edge: pyserial's, pyusb's and the system's errors have no common class
            raise LinkTrouble(str(error)) from error

    def read(self, seconds: float) -> bytes:
        until = time.monotonic() + seconds
        while True:
            try:
                got = bytes(self._device._read() or b"")
            except Exception as error:  # an edge, as above; a USB read that runs out of time is an error there
                if "timed out" in str(error).lower() or "timeout" in str(error).lower():
                    got = b""
                else:
                    raise LinkTrouble(str(error)) from error
            left = until - time.monotonic()
            if got or left <= 0:
                return got
            time.sleep(min(0.05, left))  # the device has no way to wait for a byte

    def close(self) -> None:
        self._device.close()


def serial_link(device: str, baud: int) -> Link:
    """A printer on a serial port. Raises LinkTrouble, also where pyserial is missing."""
    _need("serial", "pyserial")
    try:
        from escpos.printer import Serial

        printer = Serial(devfile=device, baudrate=baud, timeout=1)
        printer.open()
    except Exception as error:  # an edge: see EscposLink
        raise LinkTrouble(f"{device}: {error}") from error
    return EscposLink(printer)


def usb_link(device: str) -> Link:
    """A printer on USB, named `vendor:product` in hexadecimal. Raises LinkTrouble, also where pyusb is missing."""
    _need("usb", "pyusb")
    vendor, _, product = device.partition(":")
    try:
        from escpos.printer import Usb

        printer = Usb(int(vendor, 16), int(product, 16), timeout=1000)
        printer.open()
    except Exception as error:  # an edge: see EscposLink
        raise LinkTrouble(f"{device}: {error}") from error
    return EscposLink(printer)


def _need(module: str, package: str) -> None:
    """Asked before python-escpos is: its printers without their library raise once more when they are thrown away."""
    if importlib.util.find_spec(module) is None:
        raise LinkTrouble(f"the Python package {package} is not installed: pip install {package}")
