"""The composition root: the one place that builds the subjects and hands them to each other.

Heavy (SQLAlchemy, cryptography, Pillow come in with it): the window builds it on its worker, after the first frame.
"""

import logging
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from db.devices import this_device
from db.store import Store, open_store
from kiosk.booking import Booking
from kiosk.catalogue import Catalogue
from kiosk.clock import Clock, SystemClock
from kiosk.content import Content, put_away_tables
from kiosk.devices.printers import make_printer
from kiosk.devices.speech import Speech, make_speech
from kiosk.events import ContentChanged, Events
from kiosk.footfall import Feedback, Visits
from kiosk.gallery import Gallery
from kiosk.home import database_url
from kiosk.machines import allowed_parameters
from kiosk.resources import resource
from kiosk.ticketing import Keys, Ticketing
from kiosk.upkeep.database import bring_up

if TYPE_CHECKING:
    from kiosk.settings import Settings  # pydantic comes in with it

log = logging.getLogger(__name__)

MEDIA_FOLDER, KEY_FOLDER, HOLIDAY_FOLDER, DEVICE_FILE = "media", "keys", "holidays", "device.id"


@dataclass(frozen=True, slots=True)
class App:
    """Everything the park does, ready to be asked. Any thread may ask; `close` ends it."""

    settings: "Settings"
    home: Path
    clock: Clock
    events: Events
    store: Store
    catalogue: Catalogue
    booking: Booking
    ticketing: Ticketing
    content: Content
    visits: Visits
    feedback: Feedback
    gallery: Gallery
    speech: Speech

    def close(self) -> None:
        """Stop printing and speaking, and let go of the database. What waits to be printed stays stored."""
        self.speech.stop()
        self.ticketing.close()
        self.store.close()


def build(settings: "Settings", home: Path, *, clock: Clock | None = None, printing: bool = True) -> App:
    """Open or make the database, take in the shipped packs that are missing, lay out the coming sessions.

    With `printing` false, tickets are stored to be printed and nothing prints them (a command that only books).
    Raises DatabaseRefused, BadKeys, StoreTrouble.
    """
    url = database_url(home, settings.database)
    bring_up(url)
    store = open_store(url)
    try:
        return _compose(settings, home, clock or SystemClock(), store, printing=printing)
    except BaseException:
        store.close()
        raise


def shipped_packs() -> dict[str, Path]:
    """The site packs that come with the program: slug to folder."""
    return {folder.name: folder for folder in sorted(resource("sites").iterdir()) if (folder / "site.toml").is_file()}


def _compose(settings: "Settings", home: Path, clock: Clock, store: Store, *, printing: bool) -> App:
    events = Events()
    media = home / MEDIA_FOLDER
    device = this_device(store, home / DEVICE_FILE, clock.now(), settings.name)
    content = Content(store, media, clock, events, allowed_parameters())
    content.import_missing(shipped_packs())
    put_away_tables()
    catalogue = Catalogue(store, media, clock, events)
    catalogue.renew_holidays(home / HOLIDAY_FOLDER)  # before sessions are planned: they ask what kind of day it is
    booking = Booking(
        store,
        clock,
        events,
        device,
        catalogue,
        hold_for=timedelta(seconds=settings.booking.hold_s),
        keep_details=timedelta(days=settings.booking.erase_after_days),
    )
    ticketing = Ticketing(
        store=store,
        clock=clock,
        events=events,
        bookings=booking,
        sites=catalogue,
        keys=Keys.open(home / KEY_FOLDER, now=clock.now()),
        device=device,
        printer=make_printer(settings.printer, home),
        paper=settings.printer.paper,
        stale_after_s=settings.printer.stale_after_s,
    )
    app = App(
        settings=settings,
        home=home,
        clock=clock,
        events=events,
        store=store,
        catalogue=catalogue,
        booking=booking,
        ticketing=ticketing,
        content=content,
        visits=Visits(store, clock, events, device),
        feedback=Feedback(store, clock, events, device),
        gallery=Gallery(store, clock, events, device),
        speech=make_speech(settings.sound.voice if settings.sound.read_aloud else "none"),
    )
    _plan(app)
    booking.erase_details()
    events.follow(ContentChanged, lambda _: _plan(app))  # a workshop that a pack brings can be booked at once
    if printing:
        ticketing.start()
    return app


def _plan(app: App) -> None:
    """Lay out the sessions of every park up to the horizon: done again it changes nothing."""
    until = app.clock.now().date() + timedelta(days=app.settings.booking.plan_days)
    for site in app.catalogue.sites("en"):
        app.booking.plan_sessions(site.slug, until)
