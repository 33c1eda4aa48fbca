"""RULES 12 and what a park's week gives: seasons, holidays, blackout days, zones of time, lead time and cut-off."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from db.models import Session, Site, Weekly, Workshop
from kiosk.booking import Booking, SessionClosed, SessionView, UnknownSession
from kiosk.catalogue import DayKind
from tests.builders import Park, a_park

TUESDAY = date(2027, 3, 2)
SHANGHAI = ZoneInfo("Asia/Shanghai")


def starts(park: Park, day: date) -> list[str]:
    """When the sessions of a day begin, park time."""
    return [f"{view.local_start:%H:%M}" for view in park.booking.sessions(park.slug, "en", day=day)]


def days_with_sessions(park: Park) -> set[date]:
    return {view.local_start.date() for view in park.booking.sessions(park.slug, "en", limit=5000)}


def all_views(park: Park) -> Iterator[SessionView]:
    yield from park.booking.sessions(park.slug, "en", limit=5000)


def test_a_week_lays_out_sessions_within_the_opening_hours(park_anywhere: Park) -> None:
    park = park_anywhere
    park.weekly("08:30", "09:00", "13:00", "17:00", "17:01", days=["wed", "fri"])
    planned = park.booking.plan_sessions("works", TUESDAY + timedelta(days=7))
    assert planned.made == 9 * 3  # nine Wednesdays and Fridays in thirty days; too early and too late are none
    assert starts(park, date(2027, 3, 3)) == ["09:00", "13:00", "17:00"]
    assert starts(park, date(2027, 3, 4)) == []
    assert {(view.capacity, view.free, view.price_fen) for view in all_views(park)} == {(8, 8, 12_800)}


def test_planning_again_costs_nothing_and_changes_nothing(park_anywhere: Park) -> None:
    park = park_anywhere
    park.weekly("10:00")
    assert park.booking.plan_sessions("works").made == 30  # ten has passed today
    before = park.rows("SELECT id, starts_at, granted FROM sessions ORDER BY starts_at")
    assert park.booking.plan_sessions("works").made == 0
    again = park.booking.plan_sessions("works", again=True)
    assert (again.made, again.changed, again.dropped, again.kept) == (0, 0, 0, ())
    assert park.rows("SELECT id, starts_at, granted FROM sessions ORDER BY starts_at") == before


def test_sessions_of_a_day_that_has_begun_are_not_made_for_the_past(park: Park) -> None:
    park.weekly("10:00", "14:00")
    park.booking.plan_sessions("works")  # it is noon
    assert starts(park, TUESDAY) == ["14:00"]


def test_a_season_begins_and_ends(park: Park) -> None:
    park.weekly("10:00", first_day=date(2027, 3, 10), last_day=date(2027, 3, 12))
    park.weekly("11:00", position=1, first_day=date(2027, 3, 30))
    park.booking.plan_sessions("works")
    expected = {date(2027, 3, day) for day in (10, 11, 12, 30, 31)} | {date(2027, 4, 1)}
    assert days_with_sessions(park) == expected


def test_blackout_days_have_no_sessions(park: Park) -> None:
    park.weekly("10:00")
    park.closed(date(2027, 3, 5), date(2027, 3, 7))
    park.booking.plan_sessions("works")
    assert days_with_sessions(park).isdisjoint({date(2027, 3, 5), date(2027, 3, 6), date(2027, 3, 7)})
    assert starts(park, date(2027, 3, 4)) == starts(park, date(2027, 3, 8)) == ["10:00"]
    of_days = {each.date: each for each in park.booking.days("works", "zh")}
    shut = of_days[date(2027, 3, 6)]
    assert (shut.kind, shut.sessions, shut.free, shut.note) == (DayKind.CLOSED, 0, 0, "检修")


def test_holidays_and_shifted_working_days_are_what_the_table_says(park: Park) -> None:
    monday, sunday = date(2027, 3, 8), date(2027, 3, 14)
    park.holiday(monday)
    park.holiday(sunday, "shifted_work")
    park.weekly("10:00", on_holidays=False)
    park.weekly("11:00", position=1, days=["mon", "sun"])
    park.booking.plan_sessions("works")
    assert starts(park, monday) == ["11:00"]
    assert starts(park, sunday) == ["10:00", "11:00"]  # others work on it; a park's Sunday stays a Sunday
    of_days = {each.date: each for each in park.booking.days("works", "en")}
    assert (of_days[monday].kind, of_days[monday].note) == (DayKind.HOLIDAY, "Feast")
    assert of_days[sunday].kind == DayKind.SHIFTED_WORK
    assert of_days[date(2027, 3, 13)].kind == DayKind.WEEKEND


def test_a_holiday_that_is_announced_later_changes_what_is_laid_out(park: Park) -> None:
    park.weekly("10:00", on_holidays=False)
    park.booking.plan_sessions("works")
    park.holiday(date(2027, 3, 8))
    assert park.booking.plan_sessions("works").dropped == 1
    assert starts(park, date(2027, 3, 8)) == []


def test_in_a_year_that_nobody_has_announced_a_day_follows_its_week(park: Park) -> None:
    """The clock in 2031."""
    park.holiday(date(2027, 3, 8))
    park.clock.at = datetime(2031, 1, 28, 4, tzinfo=UTC)
    park.weekly("10:00", days=["mon", "tue"], on_holidays=False)
    park.booking.plan_sessions("works")
    mondays_and_tuesdays = {
        day for day in (date(2031, 1, 29) + timedelta(days=n) for n in range(30)) if day.weekday() < 2
    }
    assert days_with_sessions(park) == mondays_and_tuesdays
    assert not park.catalogue.day("works", date(2031, 2, 3), "en").known


def test_two_languages_at_one_time_are_two_sessions(park: Park) -> None:
    park.weekly("10:00", days=["wed"])
    english = park.weekly("10:00", position=1, days=["wed"])
    park.change(Weekly, english, language="en", capacity=5)
    park.booking.plan_sessions("works")
    views = park.booking.sessions("works", "zh", day=date(2027, 3, 3))
    assert sorted((view.language, view.capacity, view.wheelchair_free) for view in views) == [
        ("en", 5, 2),
        ("zh", 8, 2),
    ]


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Pacific/Auckland"])
def test_a_session_is_at_its_hour_in_the_park_on_every_day(park: Park, tmp_path: Path, zone: str) -> None:
    """Berlin puts its clocks forward on 28 March 2027, New York on 14 March, Auckland back on 4 April."""
    elsewhere = a_park(park.store, tmp_path, slug="elsewhere", timezone=zone, days_ahead=40)
    elsewhere.weekly("09:00", "17:00")
    elsewhere.booking.plan_sessions("elsewhere")
    views = list(all_views(elsewhere))
    assert len(views) >= 2 * 39
    for view in views:
        assert view.local_start.time() in {time(9), time(17)}
        assert view.local_end - view.local_start == timedelta(hours=1)
        assert view.starts_at == view.local_start
        assert view.starts_at.tzinfo == UTC
    tomorrow = elsewhere.clock.now().astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    assert starts(elsewhere, tomorrow) == ["09:00", "17:00"]
    offsets = {view.local_start.utcoffset() for view in views}
    assert len(offsets) == (1 if zone == "Asia/Shanghai" else 2)


def test_an_hour_lasts_an_hour_in_the_night_when_the_clocks_change(park: Park, tmp_path: Path) -> None:
    night = a_park(park.store, tmp_path, slug="night", timezone="Europe/Berlin")
    with night.store.write() as tx:
        tx.connection().exec_driver_sql("UPDATE opening_hours SET open_minute = 0, close_minute = 1440")
    night.weekly("01:30", days=["sun"])
    night.booking.plan_sessions("night")
    (changed,) = night.booking.sessions("night", "en", day=date(2027, 3, 28))
    assert changed.ends_at - changed.starts_at == timedelta(hours=1)
    assert f"{changed.local_start:%H:%M}–{changed.local_end:%H:%M}" == "01:30–03:30"


def test_a_day_is_the_day_of_the_park_and_not_of_greenwich(park: Park) -> None:
    with park.store.write() as tx:
        tx.connection().exec_driver_sql("UPDATE opening_hours SET open_minute = 360")
    park.weekly("06:30", days=["wed"])  # 22:30 on Tuesday in Greenwich
    park.booking.plan_sessions("works")
    assert starts(park, date(2027, 3, 3)) == ["06:30"]
    assert starts(park, TUESDAY) == []


def test_booking_opens_so_many_days_ahead_at_midnight_in_the_park(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    park.change(Site, park.site_id, days_ahead=2)
    session = park.a_session(timedelta(days=3))  # Friday noon
    park.clock.at = datetime(2027, 3, 2, 23, 59, tzinfo=SHANGHAI).astimezone(UTC)
    view = room.session(session, "en")
    assert (view.state, view.reason) == ("too_early", "This session can be booked from 3 March.")
    with pytest.raises(SessionClosed, match="from 3 March"):
        room.hold(session, {"adult": 1}, "en")
    park.clock.pass_time(timedelta(minutes=1))
    assert room.session(session, "en").state == "open"
    assert room.hold(session, {"adult": 1}, "en").seats == 1


def test_booking_stops_so_many_minutes_before_the_start(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    park.change(Site, park.site_id, cutoff_minutes=20)
    session, later = park.a_session(timedelta(hours=1)), park.a_session(timedelta(hours=2))
    seen = []
    for minute in range(0, 122, 20):
        view = room.session(session, "en")
        following = room.next_free("works", "en")
        seen.append((minute, view.state, following and following.id))
        park.clock.pass_time(timedelta(minutes=20, seconds=1))
    assert seen == [
        (0, "open", session),
        (20, "open", session),
        (40, "too_late", later),
        (60, "running", later),
        (80, "running", later),
        (100, "running", None),
        (120, "over", None),
    ]


def test_a_hold_made_in_time_is_confirmed_after_the_cut_off(park: Park) -> None:
    park.change(Site, park.site_id, cutoff_minutes=20)
    session = park.a_session(timedelta(minutes=21))
    held = park.booking.hold(session, {"adult": 1}, "zh")
    park.clock.pass_time(timedelta(minutes=2))
    assert park.booking.session(session, "zh").state == "too_late"
    assert park.booking.confirm(held.id, "zh").state == "confirmed"


def test_a_kiosk_that_runs_over_midnight_lays_out_the_next_day(park: Park) -> None:
    park.weekly("10:00")
    park.booking.plan_sessions("works")
    last = TUESDAY + timedelta(days=30)
    assert starts(park, last) == ["10:00"]
    assert starts(park, last + timedelta(days=1)) == []
    park.clock.pass_time(timedelta(hours=13))
    assert starts(park, last + timedelta(days=1)) == ["10:00"]
    assert park.booking.days("works", "en")[-1].sessions == 1


def test_two_kiosks_that_start_at_once_lay_out_one_week(park_anywhere: Park) -> None:
    park = park_anywhere
    park.weekly("10:00", "14:00")
    other = park.another_room(park.another_device())
    failures: list[Exception] = []

    def start(room: Booking) -> None:
        try:
            room.plan_sessions("works")
        except Exception as failure:
            failures.append(failure)

    threads = [Thread(target=start, args=(room,)) for room in (park.booking, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert park.rows("SELECT count(*) FROM sessions") == [(61,)]


# What a new pack changes, and what it leaves alone


def a_booked_week(park: Park) -> tuple[SessionView, str]:
    """Wednesdays at 10:00, one of them booked."""
    park.weekly("10:00", days=["wed"])
    park.booking.plan_sessions("works")
    (view,) = park.booking.sessions("works", "en", day=date(2027, 3, 3))
    booked = park.booking.confirm(park.booking.hold(view.id, {"adult": 2, "child": 1}, "en").id, "en")
    return view, booked.code


def test_a_retired_workshop_sells_no_more_and_its_bookings_stay(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    view, code = a_booked_week(park)
    park.change(Workshop, park.workshop_id, active=False)
    planned = room.plan_sessions("works", again=True)
    assert (planned.dropped, planned.kept) == (4, (view.id,))
    assert [(left.id, left.state) for left in all_views(park)] == [(view.id, "closed")]
    assert room.next_free("works", "en") is None
    with pytest.raises(SessionClosed, match="not booked here"):
        room.hold(view.id, {"adult": 1}, "en")
    found = room.find(code, "en")
    assert (found.state, found.session.workshop_name, found.can_cancel) == ("confirmed", "Workshop wire", True)
    moved = room.move(code, park.a_session(workshop_id=park.a_workshop("new", position=1)), "en")
    assert moved.total_fen == 2 * 12_800 + 6_400
    park.clock.pass_time(timedelta(minutes=1))
    assert room.plan_sessions("works", again=True).kept == (view.id,)  # a booking, if a moved one, speaks of it


def test_a_workshop_that_comes_back_is_sold_again(park: Park) -> None:
    view, _ = a_booked_week(park)
    for active, state in ((False, "closed"), (True, "open")):
        park.change(Workshop, park.workshop_id, active=active)
        park.booking.plan_sessions("works", again=True)
        assert park.booking.session(view.id, "en").state == state
    assert len(list(all_views(park))) == 5


def test_another_week_moves_what_is_unsold_and_leaves_what_is_booked(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    view, code = a_booked_week(park)
    with park.store.write() as tx:  # an import writes the recurrence anew when it has changed
        tx.connection().exec_driver_sql("DELETE FROM weekly")
    park.weekly("11:00", days=["wed"])
    planned = room.plan_sessions("works", again=True)
    assert (planned.made, planned.dropped, planned.kept) == (5, 4, (view.id,))
    assert starts(park, date(2027, 3, 10)) == ["11:00"]
    assert starts(park, date(2027, 3, 3)) == ["10:00", "11:00"]
    assert room.session(view.id, "en").state == "closed"
    assert room.find(code, "en").can_move


def test_a_hold_on_a_session_that_is_dropped_meanwhile_is_kept_as_promised(park: Park) -> None:
    park.weekly("10:00", days=["wed"])
    park.booking.plan_sessions("works")
    (view,) = park.booking.sessions("works", "en", day=date(2027, 3, 3))
    held = park.booking.hold(view.id, {"adult": 1}, "en")
    park.change(Workshop, park.workshop_id, active=False)
    park.booking.plan_sessions("works", again=True)
    assert park.booking.confirm(held.id, "en").state == "confirmed"
    (unheld,) = {each.id for each in all_views(park)}
    assert unheld == view.id
    with pytest.raises(UnknownSession):
        park.booking.hold(park.device, {"adult": 1}, "en")


def test_a_category_that_leaves_the_table_stays_with_those_who_booked_by_it(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    _, code = a_booked_week(park)
    with park.store.write() as tx:
        tx.connection().exec_driver_sql("UPDATE categories SET active = '0' WHERE slug = 'child'")
    session = park.a_session(timedelta(days=2))
    assert "child" not in {row.slug for row in room.categories(session, "en")}
    moved = room.move(code, session, "en")
    assert [(line.category, line.count) for line in moved.lines] == [("adult", 2), ("child", 1)]
    assert room.cancel(moved.code, "en").state == "cancelled"


def test_a_session_of_staff_stays_whatever_the_pack_says(park: Park) -> None:
    by_hand = park.a_session(timedelta(days=1))
    park.weekly("12:00")
    assert park.booking.plan_sessions("works").made == 29  # noon has begun today, and tomorrow's is there
    park.change(Workshop, park.workshop_id, active=False)
    park.booking.plan_sessions("works", again=True)
    assert [view.id for view in all_views(park)] == [by_hand]


def test_price_and_length_follow_the_pack_and_bookings_keep_their_price(park: Park) -> None:
    _, code = a_booked_week(park)
    park.change(Workshop, park.workshop_id, price_fen=20_000, minutes=90, wheelchair_places=0)
    assert park.booking.plan_sessions("works", again=True).changed == 5
    assert {(each.price_fen, each.ends_at - each.starts_at, each.wheelchair_free) for each in all_views(park)} == {
        (20_000, timedelta(minutes=90), 0)
    }
    assert park.booking.find(code, "en").total_fen == 2 * 12_800 + 6_400
    assert park.rows("SELECT count(*) FROM sessions WHERE state <> 'planned'") == [(0,)]


def test_a_smaller_capacity_stops_at_what_is_sold_and_lists_it(park_anywhere: Park) -> None:
    """RULES 8: an import never sells past, and never hides, what is sold."""
    park, room = park_anywhere, park_anywhere.booking
    view, _ = a_booked_week(park)
    park.change(Workshop, park.workshop_id, capacity=2, wheelchair_places=1)
    planned = room.plan_sessions("works", again=True)
    assert planned.kept == (view.id,)
    assert {each.capacity for each in all_views(park)} == {2, 3}
    full = room.session(view.id, "en")
    assert (full.capacity, full.free, full.state) == (3, 0, "sold_out")
    park.change(Workshop, park.workshop_id, capacity=10, wheelchair_places=4)
    assert room.plan_sessions("works", again=True).kept == ()
    assert {(each.capacity, each.wheelchair_free) for each in all_views(park)} == {(10, 4)}
    assert room.session(view.id, "en").free == 7


def test_sessions_further_than_the_horizon_follow_the_pack_too(park: Park) -> None:
    park.weekly("10:00")
    far = TUESDAY + timedelta(days=60)
    park.booking.plan_sessions("works", far)
    park.change(Workshop, park.workshop_id, active=False)
    park.booking.plan_sessions("works", again=True)
    assert park.rows("SELECT count(*) FROM sessions") == [(0,)]


def test_a_second_device_gets_its_share_of_what_was_granted_to_one(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    park.weekly("10:00", days=["wed"])
    room.plan_sessions("works")
    (view,) = room.sessions("works", "en", day=date(2027, 3, 3))
    desk = park.another_room(park.another_device("desk"))
    assert desk.session(view.id, "en").free == 0  # a kiosk alone was granted all
    room.plan_sessions("works")
    assert desk.session(view.id, "en").free == room.session(view.id, "en").free == 8
    booked = desk.confirm(desk.hold(view.id, {"adult": 3}, "en").id, "en")
    assert room.find(booked.code, "en").heads == 3
    assert room.session(view.id, "en").free == 5
    assert park.rows("SELECT count(*) FROM sessions WHERE granted > capacity") == [(0,)]


def test_the_note_of_a_session_is_said_in_the_language_there_is(park: Park) -> None:
    session = park.a_session()
    park.change(Session, session, state="closed", note={"zh": "仅限团体。"})
    assert park.booking.session(session, "en").reason == "仅限团体。"
