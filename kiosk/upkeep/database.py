"""Where the database stands, and bringing it to this program's schema."""

from dataclasses import dataclass

from db.upgrade import UpgradeRefused, head, revision, upgrade


class DatabaseRefused(Exception):
    """The database cannot be used by this program, and was left as it was; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Schema:
    """Revisions: `before` and `after` of what was done (None: there was nothing), `newest` that this program knows."""

    before: str | None
    after: str | None
    newest: str

    @property
    def current(self) -> bool:
        """Whether this program can use it."""
        return self.after == self.newest


def schema(url: str) -> Schema:
    """Where the database stands. Raises DatabaseRefused where there is a file that is no database."""
    try:
        found = revision(url)
    except UpgradeRefused as error:
        raise DatabaseRefused(str(error)) from error
    return Schema(found, found, head())


def bring_up(url: str) -> Schema:
    """Make the database, or upgrade it; everything in it stays. Raises DatabaseRefused."""
    try:
        before = revision(url)
        if before != head():
            upgrade(url)
        return Schema(before, revision(url), head())
    except UpgradeRefused as error:
        raise DatabaseRefused(str(error)) from error
