"""A PostgreSQL server of our own for one run of the tests: loopback, a free port, a folder that goes with it."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path


class PostgresMissing(Exception):
    """No PostgreSQL server is installed; the text says how to get one."""


def _bin() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    if on_path:
        return Path(on_path).resolve().parent
    raise PostgresMissing("PostgreSQL is not installed: python3 kiosk/upkeep/machine.py install test")


def free_port() -> int:
    """A port of the loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Postgres:
    """`with Postgres() as url:` gives the URL of an empty database, as SQLAlchemy wants it."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="gongfang-postgres-"))
        self._server: subprocess.Popen[bytes] | None = None
        # PostgreSQL refuses to run as root; Debian's package makes this user.
        self._user = "postgres" if os.geteuid() == 0 else None

    def __enter__(self) -> str:
        binaries, port, data = _bin(), free_port(), self._folder / "data"
        if self._user:
            account = pwd.getpwnam(self._user)
            os.chown(self._folder, account.pw_uid, account.pw_gid)
        self._run(binaries / "initdb", "-D", str(data), "-U", "gongfang", "-A", "trust", "-E", "UTF8", "--no-sync")
        with (self._folder / "log").open("wb") as log:
            self._server = subprocess.Popen(
                [
                    *(binaries / "postgres", "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", self._folder),
                    # Nothing of it is to outlive the machine, so nobody waits for the disk.
                    *("-c", "fsync=off", "-c", "full_page_writes=off"),
                ],
                stdout=log,
                stderr=subprocess.STDOUT,
                user=self._user,
                cwd=self._folder,
            )
        ready = [str(binaries / "pg_isready"), "-h", "127.0.0.1", "-p", str(port), "-q"]
        end = time.monotonic() + 60
        while subprocess.run(ready, check=False).returncode:
            if time.monotonic() > end or self._server.poll() is not None:
                raise RuntimeError("PostgreSQL did not start: " + (self._folder / "log").read_text(errors="replace"))
            time.sleep(0.1)
        self._run(binaries / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "gongfang", "gongfang")
        return f"postgresql+psycopg://gongfang@127.0.0.1:{port}/gongfang"

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.send_signal(2)  # SIGINT: fast shutdown
            with suppress(subprocess.TimeoutExpired):
                self._server.wait(30)
            if self._server.poll() is None:
                self._server.kill()
                self._server.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, *command: str | Path) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=self._user, cwd=self._folder)
