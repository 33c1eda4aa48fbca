"""What is wrong with a pack, said so that its author can mend it: file, line, what, mend."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

# A pack made by a hostile hand must not fill the memory with complaints about it; a person mends the first
# hundred and asks again.
MOST_FAULTS = 300


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend. `line` counts from 1; 0 where the fault is of the file as a whole."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.what}. {self.mend}"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a check found: faults refuse the pack, warnings don't."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        return not self.faults


class ContentError(Exception):
    """Root of what this subject raises."""


class PackRefused(ContentError):
    """The pack has faults, so nothing of it was taken in. `report` names them all."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"the pack has {len(report.faults)} faults")
        self.report = report


@dataclass
class Findings:
    """Where the parts of a check write down what they find."""

    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    _file: str = ""

    @contextmanager
    def within(self, file: str) -> Iterator[None]:
        """Everything found inside belongs to `file` (its path inside the pack, with forward slashes)."""
        before, self._file = self._file, file
        try:
            yield
        finally:
            self._file = before

    def fault(self, line: int, what: str, mend: str, *, file: str | None = None) -> None:
        _add(self.faults, Fault(self._file if file is None else file, line, what, mend))

    def warn(self, line: int, what: str, mend: str, *, file: str | None = None) -> None:
        _add(self.warnings, Fault(self._file if file is None else file, line, what, mend))

    @property
    def full(self) -> bool:
        return len(self.faults) >= MOST_FAULTS

    def report(self) -> Report:
        """What was found, in the order of files and lines, each thing once."""
        return Report(tuple(sorted(set(self.faults))), tuple(sorted(set(self.warnings))))


def _add(found: list[Fault], fault: Fault) -> None:
    if len(found) < MOST_FAULTS:
        found.append(fault)
    elif len(found) == MOST_FAULTS:
        found.append(Fault("~", 0, f"there is more than these {MOST_FAULTS}", "Mend these first, then check again"))


def quoted(text: object, most: int = 40) -> str:
    """A value of the pack as it may be shown in a message: short, on one line, without control signs."""
    try:
        written = str(text)
    except ValueError:  # Python refuses to write whole numbers of thousands of digits
        written = "a huge number"
    shown = "".join(sign if sign.isprintable() else "·" for sign in written[: most + 1])
    return f"“{shown[:most]}…”" if len(shown) > most else f"“{shown}”"
