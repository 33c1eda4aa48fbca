"""Kinds of day, opening hours, and a holiday table that ends and says so."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from db.models import Holiday, HolidayYear
from db.store import Store
from kiosk.catalogue import BadHolidayTable, Catalogue, DayKind
from kiosk.catalogue.holidays import read_table
from kiosk.clock import SetClock
from kiosk.events import Events, StaffNotice
from kiosk.resources import resource
from tests.kiosk.content import a_pack

BEIJING = ZoneInfo("Asia/Shanghai")


@pytest.fixture(autouse=True)
def _table(catalogue: Catalogue) -> None:
    catalogue.load_holidays()


@pytest.mark.parametrize(
    ("day", "kind", "name"),
    [
        (date(2026, 11, 24), DayKind.WORK, ""),  # a Tuesday
        (date(2026, 11, 28), DayKind.WEEKEND, ""),
        (date(2026, 10, 1), DayKind.HOLIDAY, "National Day"),
        (date(2026, 2, 23), DayKind.HOLIDAY, "Spring Festival"),  # a Monday, on which the works are else closed
        (date(2026, 2, 28), DayKind.SHIFTED_WORK, ""),  # a Saturday
        (date(2025, 9, 28), DayKind.SHIFTED_WORK, ""),
        (date(2025, 10, 8), DayKind.HOLIDAY, "National Day and Mid-Autumn Festival"),
        (date(2026, 11, 23), DayKind.CLOSED, ""),  # Monday
        (date(2026, 12, 8), DayKind.CLOSED, ""),  # repairs
    ],
)
def test_a_day_is_what_the_state_council_and_the_park_say(
    catalogue: Catalogue, day: date, kind: DayKind, name: str
) -> None:
    found = catalogue.day("works", day, "en")
    assert (found.kind, found.known, found.name) == (kind, True, name)
    assert catalogue.kind_of_day("works", day) is kind


def test_hours_are_of_the_weekday_of_the_holiday_or_none(catalogue: Catalogue) -> None:
    tuesday = catalogue.opening("works", date(2026, 11, 24))
    assert tuesday is not None
    assert tuesday.opens == datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    assert tuesday.opens.tzinfo == BEIJING
    assert (tuesday.opens.hour, tuesday.closes.hour, tuesday.closes.minute) == (9, 17, 30)
    holiday = catalogue.opening("works", date(2026, 2, 23), "en")
    assert holiday is not None
    assert (holiday.opens.hour, holiday.opens.minute, holiday.note) == (8, 30, "Spring Festival")
    assert catalogue.opening("works", date(2026, 11, 23)) is None
    assert catalogue.opening("works", date(2026, 12, 9)) is None
    assert catalogue.day("works", date(2026, 12, 9), "en").note == "Repairs"


def test_a_season_of_hours_holds_in_its_season_only(store: Store, tmp_path: Path, catalogue: Catalogue) -> None:
    winter = (
        '[[hours]]\ndays = ["tue"]\nopen = "10:00"\nclose = "16:00"\nfrom = 2026-12-01\nto = 2027-02-28\n\n[[hours]]'
    )
    a_pack.change(tmp_path / "works", "site.toml", "[[hours]]", winter)
    a_pack.a_room(store, tmp_path / "media").import_pack(tmp_path / "works")
    hours = [catalogue.opening("works", day) for day in (date(2026, 11, 24), date(2026, 12, 1), date(2027, 3, 2))]
    assert [found and found.opens.hour for found in hours] == [9, 10, 9]


def test_in_2031_days_follow_their_weekday_and_say_that_nobody_knows(catalogue: Catalogue, clock: SetClock) -> None:
    clock.jump(datetime(2031, 10, 1, 12, tzinfo=BEIJING) - clock.now())
    national_day = catalogue.day("works", date(2031, 10, 1), "en")  # a Wednesday
    assert (national_day.kind, national_day.known) == (DayKind.WORK, False)
    opening = catalogue.opening("works", date(2031, 10, 4))
    assert opening is not None
    assert (opening.kind, opening.known) == (DayKind.WEEKEND, False)
    assert [notice.key for notice in catalogue.missing_holidays()] == ["holidays-cn-2031"]


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        ("2026-10-31", []),
        ("2026-11-14", []),
        ("2026-11-15", ["holidays-cn-2027"]),
        ("2026-12-31", ["holidays-cn-2027"]),
        ("2027-01-01", ["holidays-cn-2027"]),
        ("2027-11-15", ["holidays-cn-2027", "holidays-cn-2028"]),
        ("2031-06-01", ["holidays-cn-2031"]),
    ],
)
def test_staff_are_told_from_15_november_while_the_next_year_is_missing(
    catalogue: Catalogue, clock: SetClock, today: str, missing: list[str]
) -> None:
    clock.jump(datetime.fromisoformat(today).replace(hour=0, minute=1, tzinfo=BEIJING) - clock.now())
    heard: list[StaffNotice] = []
    catalogue.events.follow(StaffNotice, heard.append)
    catalogue.tell_missing_holidays()
    assert [notice.key for notice in heard] == missing


TABLE_2027 = """\
calendar = "cn"
[[year]]
year = 2027
document = "a notice"
title = "of the State Council"
issued = 2026-11-20
[[year.holiday]]
name = { zh = "元旦", en = "New Year's Day" }
from = 2027-01-01
to = 2027-01-03
"""


def test_staff_enter_the_next_year_by_a_table_of_their_own(
    catalogue: Catalogue, clock: SetClock, tmp_path: Path
) -> None:
    a_pack.put(tmp_path / "home", "cn-2027.toml", TABLE_2027)
    assert catalogue.load_holidays(tmp_path / "home") == (("cn", 2027),)
    assert catalogue.load_holidays(tmp_path / "home") == ()
    assert catalogue.missing_holidays() == ()
    assert catalogue.kind_of_day("works", date(2027, 1, 1)) is DayKind.HOLIDAY
    assert catalogue.day("works", date(2027, 5, 4)).known


def test_a_year_taken_from_another_document_stays_as_it_is(catalogue: Catalogue, store: Store) -> None:
    with store.write() as session:
        year = session.get_one(HolidayYear, ("cn", 2026))
        year.source = "entered at the desk"
        session.delete(session.get_one(Holiday, ("cn", date(2026, 10, 7))))
    assert catalogue.load_holidays() == ()
    with store.write() as session:
        session.get_one(HolidayYear, ("cn", 2026)).source = read_table(resource("holidays", "cn.toml"))[1].source
    assert catalogue.load_holidays() == (("cn", 2026),)  # the program's own table is put right again
    with store.read() as session:
        assert session.scalars(select(Holiday.kind).where(Holiday.day == date(2026, 10, 7))).all() == ["holiday"]


def test_the_shipped_table_agrees_with_the_notices_own_counts_of_days() -> None:
    """国办发明电〔2024〕12号 and 国办发明电〔2025〕7号 say how many days each holiday has."""
    years = {year.year: year for year in read_table(resource("holidays", "cn.toml"))}
    counts = {
        2025: {"元旦": 1, "春节": 8, "清明节": 3, "劳动节": 5, "端午节": 3, "国庆节、中秋节": 8},
        2026: {"元旦": 3, "春节": 9, "清明节": 3, "劳动节": 5, "端午节": 3, "中秋节": 3, "国庆节": 7},
    }
    for year, expected in counts.items():
        found: dict[str, int] = {}
        for day in years[year].days:
            if day.kind == "holiday":
                found[day.name["zh"]] = found.get(day.name["zh"], 0) + 1
        assert found == expected
    # Days off in the week are bought with weekends, but for the 13 days that the law of 2024 gives.
    for year in counts:
        off = sum(1 for d in years[year].days if d.kind == "holiday" and d.day.weekday() < 5)
        shifted = sum(1 for d in years[year].days if d.kind == "shifted_work")
        assert off - shifted <= 13


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("to = 2027-01-03", "to = 2026-12-03", "is no holiday"),
        ("to = 2027-01-03", "to = 2027-03-03", "is no holiday"),
        ("to = 2027-01-03", "to = 2027-01-03\nshifted_work = [2027-01-05]", "is no weekend"),
        ("to = 2027-01-03", "to = 2027-01-03\nshifted_work = [2027-01-02]", "is there twice"),
        ("from = 2027-01-01", "from = 2024-01-01", "is no holiday"),
        ("year = 2027", 'year = "2027"', "not a whole number"),
        ('calendar = "cn"', "", "calendar is missing"),
        ("issued", "isued", "Did you mean issued?"),
        ("[[year]]", "[[year", "not closed"),
    ],
)
def test_a_table_with_a_mistake_is_refused_with_its_line(
    catalogue: Catalogue, tmp_path: Path, old: str, new: str, said: str
) -> None:
    a_pack.put(tmp_path / "home", "cn.toml", TABLE_2027.replace(old, new, 1))
    with pytest.raises(BadHolidayTable, match=r"cn\.toml:\d+: ") as refused:
        catalogue.load_holidays(tmp_path / "home")
    assert said in str(refused.value)
    assert not catalogue.day("works", date(2027, 1, 1)).known


def test_a_start_goes_on_with_a_faulty_table_and_tells_staff(catalogue: Catalogue, tmp_path: Path) -> None:
    a_pack.put(tmp_path / "home", "a.toml", "calendar = ")
    a_pack.put(tmp_path / "home", "b.toml", TABLE_2027)
    heard: list[StaffNotice] = []
    catalogue.events.follow(StaffNotice, heard.append)
    catalogue.renew_holidays(tmp_path / "home")
    assert [notice.key for notice in heard] == ["holiday-table-a.toml"]
    assert catalogue.kind_of_day("works", date(2027, 1, 1)) is DayKind.HOLIDAY
    heard.clear()
    catalogue.renew_holidays(tmp_path / "nowhere")
    assert heard == []


def test_a_park_without_a_calendar_knows_no_holidays_and_misses_none(store: Store, tmp_path: Path) -> None:
    """Another country's park would have a calendar of another name; none at all is possible in the database."""
    from db.models import Site

    with store.write() as session:
        session.scalars(select(Site)).one().calendar = None
    clock = SetClock(datetime(2031, 1, 1, tzinfo=UTC) + timedelta(days=200))
    catalogue = Catalogue(store, tmp_path / "media", clock, Events())
    assert catalogue.missing_holidays() == ()
    assert catalogue.day("works", date(2026, 10, 1)).kind is DayKind.WORK
