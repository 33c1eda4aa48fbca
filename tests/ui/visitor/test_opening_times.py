"""The sentence of opening times, for every hour of a day and every kind of day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.catalogue import Day, DayKind, Opening
from ui.visitor.opening_times import OpeningFacts, opening_sentence

BEIJING = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 10, 1)


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BEIJING)


def opened(day: date = TODAY, note: str = "") -> Opening:
    return Opening(at(9, day=day), at(18, day=day), DayKind.WORK, True, note)


def a_day(kind: DayKind = DayKind.WORK, name: str = "", note: str = "") -> Day:
    return Day(TODAY, kind, True, name, note)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (at(8), "Open today from 09:00 to 18:00"),
        (at(9), "Open until 18:00"),
        (at(17, 59), "Open until 18:00"),
        (at(18), "Closed since 18:00"),
        (at(23), "Closed since 18:00"),
    ],
)
def test_each_hour_of_a_day_has_its_sentence(now: datetime, said: str) -> None:
    assert opening_sentence(OpeningFacts(now, a_day(), opened(), None), "en") == said


def test_a_holiday_is_named() -> None:
    facts = OpeningFacts(at(10), a_day(DayKind.HOLIDAY, "National Day"), opened(note="National Day"), None)
    assert opening_sentence(facts, "en") == "Open until 18:00 · National Day"


def test_a_closed_day_says_why_and_when_again() -> None:
    again = opened(TODAY + timedelta(days=2))
    facts = OpeningFacts(at(10), a_day(DayKind.CLOSED, "National Day", "Closed for repairs"), None, again)
    assert opening_sentence(facts, "en") == (
        "Closed today · Closed for repairs · Open again: Saturday 3 October, 09:00 to 18:00"
    )


def test_a_day_without_a_reason_is_closed_all_the_same() -> None:
    assert opening_sentence(OpeningFacts(at(10), a_day(DayKind.CLOSED), None, None), "en") == "Closed today"
