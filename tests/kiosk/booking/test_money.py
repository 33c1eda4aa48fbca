"""What is given back, by the rule that was printed; and that every fen is a row."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete

from db.models import RefundRule, Session
from kiosk.booking import TooLateToChange, UnknownBooking
from kiosk.booking.refunds import percent_back, refund_of, rule_sentence
from tests.builders import NOON, Park

RULES = [{"hours_before": 24, "percent": 100}, {"hours_before": 2, "percent": 50}, {"hours_before": 0, "percent": 0}]


@pytest.mark.parametrize(
    ("left", "percent"),
    [
        (timedelta(hours=24), 100),
        (timedelta(hours=24) - timedelta(microseconds=1), 50),
        (timedelta(hours=2), 50),
        (timedelta(hours=2) - timedelta(microseconds=1), 0),
        (timedelta(0), 0),
        (timedelta(hours=-1), 0),
        (timedelta(days=300), 100),
    ],
)
def test_the_first_rule_that_fits_holds(left: timedelta, percent: int) -> None:
    assert percent_back(RULES, NOON + left, NOON) == percent


@pytest.mark.parametrize(
    ("rules", "fen", "zh", "en"),
    [
        (
            RULES,
            100,
            "开场 24 小时前取消，全额退款；开场 2 小时前取消，退 50%；之后不退款。",
            "Full refund up to 24 hours before the start; 50 % back up to 2 hours before the start;"
            " after that, no refund.",
        ),
        ([], 100, "售出后不退款。", "No refund."),
        ([{"hours_before": 0, "percent": 100}], 100, "开场前取消，全额退款。", "Full refund up to the start."),
        ([{"hours_before": 0, "percent": 30}], 100, "开场前取消，退 30%。", "30 % back up to the start."),
        ([{"hours_before": 0, "percent": 0}], 100, "售出后不退款。", "No refund."),
        (RULES, 0, "免费，可随时取消。", "Free of charge; cancel at any time."),
    ],
)
def test_the_rules_as_a_visitor_reads_them(rules: list[dict[str, Any]], fen: int, zh: str, en: str) -> None:
    assert (rule_sentence(rules, fen, "zh"), rule_sentence(rules, fen, "en")) == (zh, en)


@given(paid=st.integers(-100, 10**7), hours=st.floats(-5, 60), percent=st.integers(0, 100))
def test_never_more_comes_back_than_was_paid(paid: int, hours: float, percent: int) -> None:
    rules = [{"hours_before": 24, "percent": 100}, {"hours_before": 0, "percent": percent}]
    back = refund_of(paid, rules, NOON + timedelta(hours=hours), NOON)
    assert 0 <= back <= max(0, paid)
    assert refund_of(paid, rules, NOON + timedelta(hours=hours + 1), NOON) >= (0 if hours + 1 <= 0 else back)


@pytest.mark.parametrize(("hours", "percent", "fen"), [(30, 100, 12_801), (23, 50, 6_401), (1, 0, 0)])
def test_a_cancellation_owes_what_the_printed_rule_says_and_a_later_look_still_knows(
    park_anywhere: Park, hours: int, percent: int, fen: int
) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(timedelta(hours=hours), price_fen=12_801)
    booked = room.confirm(room.hold(session, {"adult": 1}, "en").id, "en")
    with park.store.write() as tx:
        tx.execute(delete(RefundRule))  # the park thinks again; what was printed holds
    paid = room.pay(booked.code, 12_801, "cash", "en")
    assert paid.refund_fen == fen
    ended = room.cancel(booked.code, "en")
    # Where nothing comes back, nothing is called refunded.
    assert (ended.state, ended.payment) == ("cancelled", "refunded" if fen else "paid")
    assert (ended.can_cancel, ended.refund_fen) == (False, fen)
    park.clock.pass_time(timedelta(days=3))
    assert room.find(booked.code, "en").refund_fen == fen
    if fen:  # the desk has handed it out: it is still what came back
        ended = room.pay(booked.code, -fen, "cash", "en")
        assert (ended.payment, ended.refund_fen, ended.paid_fen) == ("refunded", fen, 12_801 - fen)
    assert ended.refund_rule == booked.refund_rule
    assert park.rows("SELECT reason, percent, amount_fen FROM refunds") == [("cancelled", percent, fen)]
    assert room.session(session, "en").free == 8
    assert park.rows("SELECT state FROM tickets") == [("cancelled",)]


def test_what_an_exchange_left_over_is_no_refund_of_the_cancellation(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = room.confirm(room.hold(park.a_session(timedelta(days=2)), {"adult": 1}, "en").id, "en")
    room.pay(booked.code, 12_800, "cash", "en")
    cheaper = room.move(booked.code, park.a_session(timedelta(days=3), price_fen=10_000), "en")
    room.pay(cheaper.code, -2_800, "cash", "en")
    ended = room.cancel(cheaper.code, "en")
    assert (ended.payment, ended.refund_fen) == ("refunded", 10_000)
    left = room.find(booked.code, "en")
    assert (left.state, left.payment, left.refund_fen) == ("moved", "free", 0)


def test_what_an_exchange_left_over_is_not_given_back_a_second_time(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = room.confirm(room.hold(park.a_session(timedelta(days=2)), {"adult": 1}, "en").id, "en")
    room.pay(booked.code, 12_800, "cash", "en")
    cheaper = room.move(booked.code, park.a_session(timedelta(days=3), price_fen=10_000), "en")
    assert (cheaper.paid_fen, cheaper.payment, cheaper.refund_fen) == (10_000, "paid", 10_000)
    cheapest = room.move(cheaper.code, park.a_session(timedelta(days=4), price_fen=7_000), "en")
    assert (cheapest.paid_fen, cheapest.payment) == (7_000, "paid")
    room.cancel(cheapest.code, "en")
    owed = dict(park.rows("SELECT amount_fen, reason FROM refunds"))
    assert owed == {2_800: "exchange", 3_000: "exchange", 7_000: "cancelled"}
    assert sum(owed) == 12_800


def test_what_nobody_has_paid_is_not_given_back(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = room.confirm(room.hold(park.a_session(timedelta(days=3)), {"adult": 1}, "en").id, "en")
    assert booked.refund_fen == 0
    assert room.cancel(booked.code, "en").payment == "free"
    assert park.rows("SELECT count(*) FROM refunds") == [(0,)]


def test_a_session_that_the_park_calls_off_gives_all_back(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(timedelta(hours=1))
    booked = room.confirm(room.hold(session, {"adult": 1}, "en").id, "en")
    room.pay(booked.code, 12_800, "cash", "en")
    park.change(Session, session, state="cancelled")
    assert room.find(booked.code, "en").refund_fen == 12_800
    room.cancel(booked.code, "en")
    assert park.rows("SELECT reason, percent, amount_fen FROM refunds") == [("session_cancelled", 100, 12_800)]


def test_a_cancellation_sent_twice_owes_once(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = room.confirm(room.hold(park.a_session(timedelta(days=3)), {"adult": 1}, "en").id, "en")
    room.pay(booked.code, 12_800, "cash", "en")
    room.cancel(booked.code, "en")
    with pytest.raises(TooLateToChange, match="cancelled"):
        room.cancel(booked.code, "en")
    assert park.rows("SELECT count(*) FROM refunds") == [(1,)]
    assert park.rows("SELECT sold FROM seat_rights") == [(0,)]


def test_money_that_goes_out_is_a_row_of_its_own(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    booked = room.confirm(room.hold(park.a_session(), {"adult": 1}, "en").id, "en")
    assert room.pay(booked.code, 20_000, "cash", "en").paid_fen == 20_000
    assert room.pay(booked.code, -7_200, "cash", "en").payment == "paid"
    assert sorted(park.rows("SELECT kind, amount_fen FROM payments")) == [("payment", 20_000), ("refund", -7_200)]
    with pytest.raises(UnknownBooking):
        room.pay("77777777X", 1, "cash", "en")


def test_a_free_booking_is_free(park: Park) -> None:
    booked = park.booking.confirm(park.booking.hold(park.a_session(), {"disabled": 1}, "en").id, "en")
    assert (booked.payment, booked.total_fen, booked.refund_rule) == ("free", 0, "Free of charge; cancel at any time.")
