"""Who came by and how it was: visits to the kiosk, anonymous, and feedback in one tap."""

from kiosk.footfall.errors import BadScore, FootfallError, UnknownPark
from kiosk.footfall.feedback import Feedback, FeedbackDay, FeedbackGiven
from kiosk.footfall.visits import Outcome, PageSeen, Visit, VisitEnded, VisitNotes, Visits

__all__ = [
    "BadScore",
    "Feedback",
    "FeedbackDay",
    "FeedbackGiven",
    "FootfallError",
    "Outcome",
    "PageSeen",
    "UnknownPark",
    "Visit",
    "VisitEnded",
    "VisitNotes",
    "Visits",
]
