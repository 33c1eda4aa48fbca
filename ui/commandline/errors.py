"""Which errors are the user's to mend, and are told in one sentence without a traceback."""


class WrongUse(Exception):
    """Wrong use or bad input; the text is one sentence that says what to do."""


# By name, because importing the classes would import SQLAlchemy for `kiosk --help`.
_USERS_FAULTS = frozenset(
    {
        "kiosk.settings.BadSettings",
        "kiosk.home.BadHome",
        "db.store.StoreTrouble",
        "kiosk.upkeep.database.DatabaseRefused",
        "kiosk.catalogue.errors.UnknownSite",
    }
)


def is_users_fault(error: Exception) -> bool:
    """Whether the error's own text is a sentence for the person at the terminal."""
    return any(f"{kind.__module__}.{kind.__qualname__}" in _USERS_FAULTS for kind in type(error).__mro__)
