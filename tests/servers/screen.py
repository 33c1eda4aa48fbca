"""A virtual screen (Xvfb) for tests of real windows."""

import os
import shutil
import subprocess
from contextlib import suppress


class ScreenMissing(Exception):
    """No Xvfb is installed; the text says how to get it."""


class Screen:
    """`with Screen() as display:` gives the name of an X display, like `:7`."""

    def __init__(self, size: str = "1080x1920x24") -> None:
        self._size = size
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> str:
        if shutil.which("Xvfb") is None:
            raise ScreenMissing("Xvfb is not installed: python3 kiosk/upkeep/machine.py install test")
        read, write = os.pipe()
        # The server picks a free display itself and writes its number when it is ready.
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        return f":{number}"

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._server.wait(10)
            if self._server.poll() is None:
                self._server.kill()
                self._server.wait()
