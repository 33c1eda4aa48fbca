"""The park of the booking's tests, for the gallery too."""

from tests.kiosk.booking.conftest import park, park_anywhere, postgres_template, sqlite_template

__all__ = ["park", "park_anywhere", "postgres_template", "sqlite_template"]
