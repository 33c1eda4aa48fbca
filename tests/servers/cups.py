"""A private CUPS scheduler with a cups-pdf queue `TicketPDF`: its own folder, port and user, started and stopped by us.

    with started(folder) as scheduler: …          # in Python
    python -m tests.servers.cups FOLDER            # by hand: prints host:port, runs until its input ends

Needs cupsd and cups-pdf (Debian: cups, printer-driver-cups-pdf) and root: cups-pdf can be read by root alone.
"""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

QUEUE = "TicketPDF"
OUT = Path("/var/spool/cups-pdf/ANONYMOUS")
"""Where cups-pdf lays the jobs of users whom the system does not know, as Debian sets it up: its own configuration is
compiled in as /etc/cups, so that it can't be moved. Tests take away what they have printed."""
_CUPSD = ("/usr/sbin/cupsd", "/usr/bin/cupsd")
_BIN = Path("/usr/lib/cups")
_PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")


class CupsMissing(RuntimeError):
    """The scheduler cannot be started here; the text says what is missing."""


@dataclass(frozen=True)
class Scheduler:
    """A running scheduler: `server` is host:port."""

    server: str
    process: "subprocess.Popen[bytes]"


def start(folder: Path) -> Scheduler:
    """Start it, its data below the folder. Raises CupsMissing."""
    cupsd = next((path for path in _CUPSD if Path(path).exists()), None)
    if cupsd is None or not _PPD.exists():
        raise CupsMissing("cupsd or cups-pdf is not installed: apt-get install cups printer-driver-cups-pdf")
    if os.geteuid() != 0:
        raise CupsMissing("cups-pdf can only be run by root: start the tests as root, or through sudo")
    folder = folder.absolute()
    port = _free_port()
    _lay_out(folder, port)
    log = (folder / "log" / "cupsd.out").open("wb")
    with log:
        process = subprocess.Popen(
            [cupsd, "-f", "-c", str(folder / "root/cupsd.conf"), "-s", str(folder / "root/cups-files.conf")],
            stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        _until_it_listens(port, process, folder)
        _add_queue(f"localhost:{port}")
    except BaseException:
        _end(process)
        raise
    return Scheduler(f"localhost:{port}", process)


def stop(scheduler: Scheduler) -> None:
    """Stop what `start` has started, and nothing else."""
    _end(scheduler.process)


@contextlib.contextmanager
def started(folder: Path) -> Iterator[Scheduler]:
    """A scheduler for the length of a block."""
    scheduler = start(folder)
    try:
        yield scheduler
    finally:
        stop(scheduler)


class Cups:
    """`with Cups() as environment:` — what tests are told of the scheduler; nothing where it cannot run (they skip)."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="gongfang-cups-")
        self._scheduler: Scheduler | None = None

    def __enter__(self) -> dict[str, str]:
        try:
            self._scheduler = start(Path(self._folder.name))
        except CupsMissing as missing:
            print(f"tests of CUPS are left out: {missing}")
            return {}
        return {"KIOSK_TEST_CUPS_SERVER": self._scheduler.server}

    def __exit__(self, *_: object) -> None:
        if self._scheduler is not None:
            stop(self._scheduler)
        self._folder.cleanup()


def _lay_out(folder: Path, port: int) -> None:
    """Its files: everything of the system's that is written is moved here; programs and filters stay the system's."""
    for name in ("root/ppd", "spool/tmp", "cache", "run/certs", "log"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    (folder / "root" / "cups-files.conf").write_text(
        f"ServerRoot {folder}/root\nServerBin {_BIN}\nDataDir /usr/share/cups\nRequestRoot {folder}/spool\n"
        f"TempDir {folder}/spool/tmp\nCacheDir {folder}/cache\nStateDir {folder}/run\nAccessLog {folder}/log/access\n"
        f"ErrorLog {folder}/log/error\nPageLog {folder}/log/page\nPrintcap\nUser lp\nGroup lp\nSystemGroup root\n",
        encoding="utf-8",
    )
    (folder / "root" / "cupsd.conf").write_text(
        f"Listen localhost:{port}\nBrowsing no\nWebInterface no\nLogLevel info\nDefaultAuthType None\nMaxJobs 0\n"
        "DefaultShared no\nJobRetryInterval 1\n"
        "<Location />\n Order allow,deny\n Allow localhost\n</Location>\n"
        "<Location /admin>\n Order allow,deny\n Allow localhost\n</Location>\n"
        "<Policy default>\n JobPrivateAccess all\n JobPrivateValues none\n SubscriptionPrivateAccess all\n"
        " SubscriptionPrivateValues none\n <Limit All>\n  Order allow,deny\n  Allow localhost\n </Limit>\n</Policy>\n",
        encoding="utf-8",
    )


def _add_queue(server: str) -> None:
    environment = {**os.environ, "CUPS_SERVER": server}
    # `-P` is said to be deprecated on the error stream; cups-pdf has no driverless way yet (CUPS 2.4).
    subprocess.run(
        ["lpadmin", "-h", server, "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", str(_PPD)],
        check=True, timeout=30, env=environment, capture_output=True,
    )  # fmt: skip
    subprocess.run(["lpadmin", "-h", server, "-d", QUEUE], check=True, timeout=30, env=environment, capture_output=True)


def _until_it_listens(port: int, process: "subprocess.Popen[bytes]", folder: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("localhost", port), timeout=1):
            return
        time.sleep(0.05)
    said = (folder / "log" / "cupsd.out").read_text(encoding="utf-8", errors="replace")
    raise CupsMissing(f"cupsd does not listen: {said.strip()[-400:]}")


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    """By hand: start, print the address, run until the input ends."""
    try:
        with started(Path(sys.argv[1])) as scheduler:
            print(scheduler.server, flush=True)
            sys.stdin.read()
    except CupsMissing as missing:
        print(missing, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
