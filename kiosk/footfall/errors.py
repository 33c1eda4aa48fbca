"""What footfall raises."""


class FootfallError(Exception):
    """Root of this subject's errors."""


class UnknownPark(FootfallError):
    """There is no such park in the database."""

    def __init__(self, site: str) -> None:
        super().__init__(f"there is no park {site!r}")
        self.site = site


class BadScore(FootfallError):
    """A score lies between 1 and 5."""

    def __init__(self, score: int) -> None:
        super().__init__(f"{score} is no score from 1 to 5")
        self.score = score
