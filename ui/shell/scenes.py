"""A named scene for every page: what a visitor would have done to stand there, so that pictures and tests show real
states."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ui.shell import booking_scenes
from ui.shell.booking_scenes import MakeScene, book_one, hold_one
from ui.shell.gallery_scenes import attract_gallery
from ui.shell.scene import NoScene, Scene

if TYPE_CHECKING:
    from kiosk.app import App

__all__ = ["SCENE_DAY", "STATES", "NoScene", "Scene", "make_scene", "page_of"]

SCENE_DAY = datetime(2026, 6, 6, 6, 12, tzinfo=UTC)
"""A Saturday in June, 14:12 in Beijing: the day of the sketches."""


STATES: Mapping[str, tuple[str, MakeScene]] = {**booking_scenes.STATES, "attract-gallery": ("attract", attract_gallery)}
"""Name of the state → the page it is a state of, and what makes it."""


def make_scene(app: "App", site: str, page: str, lang: str) -> Scene:
    """Put the park into the state that `page` (or a state of one, `review-sold-out`) is drawn in.

    Runs on the worker. Raises NoScene.
    """
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
    if page in STATES:
        return STATES[page][1](app, site, lang)
    if page in ("session", "party", "details", "review"):
        return _booking_scene(app, site, page, lang)
    if page in ("ticket", "mybooking", "move"):
        booking = book_one(app, site, lang)
        return Scene({"code": booking.code}, booking=booking)
    return Scene()


def page_of(name: str) -> str:
    """The page that a scene shows: its own name, or that of the page it is a state of."""
    return STATES[name][0] if name in STATES else name


def _booking_scene(app: "App", site: str, page: str, lang: str) -> Scene:
    if page in ("session", "party"):
        session = app.booking.next_free(site, lang)
        if session is None:
            raise NoScene(f"{site}: no free session")
        return Scene({"id": str(session.id)})
    return Scene(hold=hold_one(app, site, lang))
