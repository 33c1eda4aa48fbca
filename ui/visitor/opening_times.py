"""When the park is open, in a sentence: today, and where it is shut now, when again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.visitor.formats import clock_time, spoken_day

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.catalogue import Day, Opening

translate = QCoreApplication.translate

LOOK_AHEAD = 14
"""Days that are searched for the next opening: longer than any park is shut for a festival."""


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """Today in a park. `now` is in the site's zone; `again` is the next day's opening where today's is over or none."""

    now: datetime
    day: "Day"
    opening: "Opening | None"
    again: "Opening | None"


def ask_opening(app: "App", site: str, now: datetime, lang: str) -> OpeningFacts:
    """Ask for today's opening and, where the park is shut for today, for the next. Runs on the worker."""
    today = now.date()
    opening = app.catalogue.opening(site, today, lang)
    again = None
    if opening is None or now >= opening.closes:
        days = (today + timedelta(days=ahead) for ahead in range(1, LOOK_AHEAD + 1))
        openings = (app.catalogue.opening(site, day, lang) for day in days)
        again = next((found for found in openings if found is not None), None)
    return OpeningFacts(now, app.catalogue.day(site, today, lang), opening, again)


def opening_sentence(facts: OpeningFacts, lang: str) -> str:
    """`Open until 18:00`, `Closed today · Closed for Spring Festival · Open again: Tomorrow, Monday 8 February, …`."""
    zone = facts.now.tzinfo
    note = facts.day.note or facts.day.name
    if facts.opening is None:
        said = translate("OpeningTimes", "Closed today")
    else:
        opens, closes = facts.opening.opens.astimezone(zone), facts.opening.closes.astimezone(zone)
        note = facts.opening.note or note
        if facts.now < opens:
            said = translate("OpeningTimes", "Open today from {opens} to {closes}").format(
                opens=clock_time(opens), closes=clock_time(closes)
            )
        elif facts.now < closes:
            said = translate("OpeningTimes", "Open until {closes}").format(closes=clock_time(closes))
        else:
            said = translate("OpeningTimes", "Closed since {closes}").format(closes=clock_time(closes))
    return " · ".join(part for part in (said, note, _again(facts, lang)) if part)


def _again(facts: OpeningFacts, lang: str) -> str:
    if facts.again is None:
        return ""
    zone = facts.now.tzinfo
    opens, closes = facts.again.opens.astimezone(zone), facts.again.closes.astimezone(zone)
    return translate("OpeningTimes", "Open again: {day}, {opens} to {closes}").format(
        day=spoken_day(opens.date(), facts.now.date(), lang), opens=clock_time(opens), closes=clock_time(closes)
    )
