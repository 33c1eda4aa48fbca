"""What the catalogue raises."""


class CatalogueError(Exception):
    """Root of this subject's errors."""


class UnknownSite(CatalogueError):
    """There is no such park in the database."""

    def __init__(self, slug: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(f"there is no park {slug!r}" + (f"; known: {', '.join(known)}" if known else ""))
        self.slug = slug
        self.known = known


class UnknownExhibit(CatalogueError):
    """The park has no such exhibit."""

    def __init__(self, site: str, slug: str) -> None:
        super().__init__(f"the park {site!r} has no exhibit {slug!r}")
        self.site = site
        self.slug = slug


class UnknownWorkshop(CatalogueError):
    """The park has no such workshop, or no longer."""

    def __init__(self, site: str, slug: str) -> None:
        super().__init__(f"the park {site!r} has no workshop {slug!r}")
        self.site = site
        self.slug = slug


class BadHolidayTable(CatalogueError):
    """A holiday table that cannot be used; every fault with its line and mend is in the text."""

    def __init__(self, file: str, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.file = file
        self.faults = faults
