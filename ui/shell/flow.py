"""Which page follows which, what "back" means, and how long a page may stand untouched: data and a plain machine, no
Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


class UnknownPage(LookupError):
    """A page that the flow does not list."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no page «{name}» in the flow")
        self.name = name


class Kind(Enum):
    """What a visitor does on a page, which decides how long it may stand untouched."""

    ATTRACT = "attract"
    BROWSING = "browsing"
    BOOKING = "booking"
    PLAYING = "playing"


IDLE_SECONDS: Mapping[Kind, int | None] = {
    Kind.ATTRACT: None,
    Kind.BROWSING: 60,
    Kind.BOOKING: 90,
    # Never during play. A hand plays as long as it comes back within three minutes; a machine that nobody has touched
    # for longer runs for nobody, and a kiosk that stayed on it would never greet the next visitor.
    Kind.PLAYING: 180,
}
MORE_TIME = 3
"""In accessible mode all times are this many times as long."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the flow. `back` is where «back» leads when there is nothing behind it, or when `fixed_back` is set."""

    name: str
    kind: Kind
    qml: str
    back: str = "home"
    fixed_back: bool = False
    params: tuple[str, ...] = ()
    """What it must be told."""
    optional: tuple[str, ...] = ()
    """What it may be told."""
    once: bool = False
    """Not to be come back to: left out of the way behind, as a confirmed review."""

    @property
    def module(self) -> str:
        """The Python module of its view model beside it: `home_page` for `HomePage`."""
        return "".join("_" + c.lower() if c.isupper() else c for c in self.qml).lstrip("_")

    @property
    def model(self) -> str:
        """The name of its view model's class: `HomePageModel` for `HomePage`."""
        return self.qml + "Model"


PAGES: Mapping[str, Page] = {
    page.name: page
    for page in (
        Page("attract", Kind.ATTRACT, "AttractPage", back="attract"),
        Page("home", Kind.BROWSING, "HomePage", back="attract", fixed_back=True),
        Page("exhibits", Kind.BROWSING, "ExhibitsPage", optional=("zone",)),
        Page("exhibit", Kind.BROWSING, "ExhibitPage", back="exhibits", params=("slug",)),
        Page("play", Kind.PLAYING, "PlayPage", back="exhibits", params=("slug",)),
        Page("map", Kind.BROWSING, "MapPage", optional=("zone",)),
        Page("workshops", Kind.BROWSING, "WorkshopsPage", optional=("day", "workshop")),
        Page("session", Kind.BOOKING, "SessionPage", back="workshops", params=("id",)),
        Page("party", Kind.BOOKING, "PartyPage", back="session", params=("id",)),
        Page("details", Kind.BOOKING, "DetailsPage", back="review"),
        Page("review", Kind.BOOKING, "ReviewPage", back="session", once=True),
        Page("ticket", Kind.BOOKING, "TicketPage", back="home", fixed_back=True, params=("code",)),
        Page("find", Kind.BOOKING, "FindPage"),
        Page("mybooking", Kind.BOOKING, "MyBookingPage", back="find", params=("code",)),
        Page("move", Kind.BOOKING, "MovePage", back="mybooking", params=("code",), once=True),
        Page("feedback", Kind.BROWSING, "FeedbackPage"),
        Page("help", Kind.BROWSING, "HelpPage"),
    )
}


@dataclass(frozen=True, slots=True)
class Step:
    """A page with what it was told."""

    page: Page
    params: Mapping[str, str] = field(default_factory=dict)


class Flow:
    """Where a visitor is and came from."""

    def __init__(self) -> None:
        self._trail: list[Step] = [Step(PAGES["attract"])]

    @property
    def here(self) -> Step:
        """The page that is shown."""
        return self._trail[-1]

    @property
    def trail(self) -> tuple[Step, ...]:
        """The way from attract to here."""
        return tuple(self._trail)

    @property
    def can_go_back(self) -> bool:
        """Attract and home have no «back»: the first is the start, from the second «home» would be the same place."""
        return self.here.page.name not in ("attract", "home")

    def go(self, name: str, params: Mapping[str, str] | None = None) -> Step:
        """Go on to a page. Raises UnknownPage, and ValueError for a missing or an unknown parameter."""
        page = page_named(name)
        told = {key: str(value) for key, value in (params or {}).items()}
        missing = [key for key in page.params if key not in told]
        unknown = [key for key in told if key not in page.params + page.optional]
        if missing or unknown:
            raise ValueError(f"page «{name}»: missing {missing}, unknown {unknown}")
        if name in ("attract", "home"):
            return self._start_from(name)
        if self.here.page.once:
            self._trail.pop()
        # A page that is gone to again takes its old place: no loop behind «back», and a trail that cannot grow for
        # ever.
        for index, step in enumerate(self._trail):
            if step.page is page:
                del self._trail[index:]
                break
        self._trail.append(Step(page, told))
        return self.here

    def back(self) -> Step:
        """Go back: to where the visitor came from, or to the page's own «back»."""
        if not self.can_go_back:
            return self.here
        page, params = self.here.page, self.here.params
        self._trail.pop()
        if page.fixed_back or len(self._trail) <= 1:
            target = page_named(page.back)
            if target.name in ("attract", "home"):
                return self._start_from(target.name)
            told = {key: params[key] for key in target.params if key in params}
            if len(told) < len(target.params):
                return self._start_from("home")
            self._start_from("home")
            self._trail.append(Step(target, told))
        return self.here

    def reset(self) -> Step:
        """Back to the attract page, nothing behind it."""
        return self._start_from("attract")

    def idle_seconds(
        self, *, more_time: bool, busy_with: bool = False, table: Mapping[Kind, int] = MappingProxyType({})
    ) -> int | None:
        """How long this page may stand untouched before the countdown; None: for ever.

        `busy_with`: something plays or is being read aloud. `table` overrules IDLE_SECONDS, as the settings do.
        """
        kind = self.here.page.kind
        seconds = table.get(kind, IDLE_SECONDS[kind])
        if seconds is None or busy_with:
            return None
        return seconds * (MORE_TIME if more_time else 1)

    def _start_from(self, name: str) -> Step:
        self._trail = [Step(PAGES["attract"])]
        if name != "attract":
            self._trail.append(Step(PAGES[name]))
        return self.here


def page_named(name: str) -> Page:
    """The page of that name. Raises UnknownPage."""
    try:
        return PAGES[name]
    except KeyError:
        raise UnknownPage(name) from None
