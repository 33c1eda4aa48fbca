"""A named scene for every page: what a visitor would have done to stand there, so that pictures and tests show real
states."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.app import App

SCENE_DAY = datetime(2026, 6, 6, 6, 12, tzinfo=UTC)
"""A Saturday in June, 14:12 in Beijing: the day of the sketches."""


class NoScene(LookupError):
    """The site has nothing that this page could show (no exhibit to play, no free session)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page is told, and what the visitor's session holds when they come to it."""

    params: Mapping[str, str] = field(default_factory=dict)
    hold: Any = None
    booking: Any = None


def make_scene(app: "App", site: str, page: str, lang: str) -> Scene:
    """Put the park into the state that `page` is drawn in. Runs on the worker. Raises NoScene."""
    if page == "exhibit":
        cards = app.catalogue.exhibits(site, lang)
        if not cards:
            raise NoScene(f"{site}: no exhibits")
        return Scene({"slug": cards[0].slug})
    if page == "play":
        slug = next((card.slug for card in app.catalogue.exhibits(site, lang) if card.interactive), None)
        if slug is None:
            raise NoScene(f"{site}: no exhibit to play with")
        return Scene({"slug": slug})
    if page in ("session", "party", "details", "review"):
        return _booking_scene(app, site, page, lang)
    if page in ("ticket", "mybooking", "move"):
        booking = app.booking.confirm(_hold(app, site, lang).id, lang)
        if page == "ticket":
            app.ticketing.print(booking, lang)
        return Scene({"code": booking.code}, booking=booking)
    return Scene()


def _booking_scene(app: "App", site: str, page: str, lang: str) -> Scene:
    if page in ("session", "party"):
        session = app.booking.next_free(site, lang)
        if session is None:
            raise NoScene(f"{site}: no free session")
        return Scene({"id": str(session.id)})
    return Scene(hold=_hold(app, site, lang))


def _hold(app: "App", site: str, lang: str) -> Any:
    session = app.booking.next_free(site, lang)
    if session is None:
        raise NoScene(f"{site}: no free session")
    adult = next(category for category in app.booking.categories(session.id, lang) if category.is_adult)
    return app.booking.hold(session.id, {adult.slug: 1}, lang)
