"""RULES 9, 13: who may come together, what it costs, what is to be shown at the desk."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from db.models import Category, Workshop, WorkshopPrice
from kiosk.booking import PartyRefused, holds
from tests.builders import Park

ADULT, CHILD = 12_800, 6_400


@pytest.mark.parametrize(
    ("party", "fen", "seats"),
    [
        ({"adult": 1}, ADULT, 1),
        ({"adult": 2, "child": 3}, 2 * ADULT + 3 * CHILD, 5),
        ({"adult": 1, "baby": 2}, ADULT, 1),
        ({"disabled": 1, "companion": 1}, 0, 2),
        ({"disabled": 2, "companion": 1, "child": 1}, CHILD, 4),
        ({"adult": 6}, 6 * ADULT, 6),
        ({"adult": 1, "child": 0}, ADULT, 1),
    ],
)
def test_a_party_and_its_price(park: Park, party: dict[str, int], fen: int, seats: int) -> None:
    session = park.a_session()
    quote = park.booking.quote(session, party, "en")
    assert (quote.total_fen, quote.seats, quote.problems) == (fen, seats, ())
    assert quote.heads == sum(party.values())
    booked = park.booking.confirm(park.booking.hold(session, party, "en").id, "en")
    assert (booked.total_fen, booked.heads, booked.lines) == (fen, quote.heads, quote.lines)
    assert park.booking.session(session, "en").free == 8 - seats


@pytest.mark.parametrize(
    ("party", "why"),
    [
        ({}, "at least one person"),
        ({"adult": 0}, "at least one person"),
        ({"adult": -1}, "below zero"),
        ({"adult": 2, "child": -1}, "below zero"),
        ({"child": 1}, "Child: an adult must come along"),
        ({"baby": 1}, "Baby: an adult must come along"),
        ({"companion": 1}, "one for each “Disabled visitor”"),
        ({"disabled": 1, "companion": 2}, "one for each “Disabled visitor”"),
        ({"adult": 7}, "At most 6 people"),
        ({"wizard": 1, "adult": 1}, "has no “wizard”"),
    ],
)
def test_a_party_that_may_not_come_is_told_why(park: Park, party: dict[str, int], why: str) -> None:
    session = park.a_session()
    assert why in " ".join(park.booking.quote(session, party, "en").problems)
    with pytest.raises(PartyRefused) as refused:
        park.booking.hold(session, party, "en")
    assert why in " ".join(refused.value.problems)
    assert park.rows("SELECT count(*) FROM holds") == [(0,)]


def test_a_workshop_has_a_least_party(park: Park) -> None:
    workshop = park.a_workshop("duo", position=1, min_party=2)
    session = park.a_session(workshop_id=workshop)
    with pytest.raises(PartyRefused, match="parties of 2 or more"):
        park.booking.hold(session, {"adult": 1, "baby": 1}, "en")  # a baby on a lap takes no part
    assert park.booking.hold(session, {"adult": 1, "child": 1}, "en").seats == 2


@pytest.mark.parametrize(("age", "fits"), [(None, True), (1, True), (2, False), (6, False), (7, False)])
def test_an_age_limit_refuses_those_who_are_certainly_younger(park: Park, age: int | None, fits: bool) -> None:
    """A child may be let in by height alone, so only a baby is certainly too young."""
    session = park.a_session(workshop_id=park.a_workshop("hot", position=1, min_age=age))
    problems = park.booking.quote(session, {"adult": 1, "baby": 1}, "en").problems
    assert problems == (() if fits else (f"This workshop is for people of {age} and older.",))
    assert park.booking.quote(session, {"adult": 1, "child": 1}, "en").problems == ()


def test_an_age_limit_refuses_a_category_by_age(park: Park) -> None:
    with park.store.write() as tx:
        tx.execute(update(Category).where(Category.slug == "child").values(any_of=[{"max_age": 12}]))
    session = park.a_session(workshop_id=park.a_workshop("hot", position=1, min_age=13))
    assert park.booking.quote(session, {"adult": 1, "child": 1}, "en").problems
    session = park.a_session(workshop_id=park.a_workshop("warm", position=2, min_age=12))
    assert park.booking.quote(session, {"adult": 1, "child": 1}, "en").problems == ()


def test_wheelchair_places_are_counted_apart(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(wheelchair_places=2)
    held = room.hold(session, {"adult": 1, "disabled": 1}, "en", wheelchairs=1)
    assert (held.session.wheelchair_free, held.session.free) == (1, 6)
    with pytest.raises(PartyRefused, match="Wheelchair places left in this session: 1"):
        room.hold(session, {"adult": 2}, "en", wheelchairs=2)
    room.confirm(held.id, "en")
    other = room.hold(session, {"adult": 2}, "en", wheelchairs=1)
    assert room.session(session, "en").wheelchair_free == 0
    with pytest.raises(PartyRefused, match="more wheelchair places than people"):
        room.change_hold(other.id, {"adult": 1}, "en", wheelchairs=2)
    park.clock.pass_time(timedelta(minutes=3))
    assert room.session(session, "en").wheelchair_free == 1
    assert room.hold(session, {"adult": 2}, "en", wheelchairs=1).session.wheelchair_free == 0


def test_a_booking_says_its_wheelchair_places_and_a_cancellation_gives_them_back(park_anywhere: Park) -> None:
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session(wheelchair_places=2)
    held = room.hold(session, {"adult": 2}, "en", wheelchairs=1)
    assert held.wheelchairs == 1
    assert room.change_hold(held.id, {"adult": 2}, "en", wheelchairs=2).wheelchairs == 2
    assert room.change_hold(held.id, {"adult": 3}, "en").wheelchairs == 2  # not said otherwise: as before
    booked = room.confirm(held.id, "en")
    assert booked.wheelchairs == 2
    assert room.find(booked.code, "zh").wheelchairs == 2
    assert (room.session(session, "en").wheelchair_free, room.session(session, "en").free) == (0, 5)
    ended = room.cancel(booked.code, "en")
    assert ended.wheelchairs == 2  # what was agreed stays written
    assert (room.session(session, "en").wheelchair_free, room.session(session, "en").free) == (2, 8)


def test_where_no_wheelchair_place_is_left_it_says_so_but_not_to_those_who_hold_the_last(park: Park) -> None:
    room = park.booking
    session = park.a_session(wheelchair_places=1)
    room.hold(session, {"adult": 2}, "en", wheelchairs=1)
    told = "No wheelchair place is free in this session. Please ask at the desk."
    assert room.quote(session, {"adult": 1}, "en", wheelchairs=1).problems == (told,)
    assert room.quote(session, {"adult": 1}, "en", wheelchairs=1, own_seats=2, own_wheelchairs=1).problems == ()
    assert room.session(session, "en").with_own(2, 1).wheelchair_free == 1
    with pytest.raises(PartyRefused, match="No wheelchair place is free"):
        room.hold(session, {"adult": 1}, "en", wheelchairs=1)


def test_a_wheelchair_place_that_goes_between_look_and_hold_is_said_as_what_it_is(park_anywhere: Park) -> None:
    """Not as a session that is sold out: it has seats enough."""
    park, room, quicker = park_anywhere, park_anywhere.booking, park_anywhere.another_room()
    session = park.a_session(wheelchair_places=1)
    look = holds.look

    with pytest.MonkeyPatch.context() as patched:

        def slow_look(*asked: Any, **more: Any) -> holds.Offer:
            offer = look(*asked, **more)
            patched.undo()
            quicker.hold(session, {"adult": 1}, "en", wheelchairs=1)
            return offer

        patched.setattr(holds, "look", slow_look)
        with pytest.raises(PartyRefused, match="No wheelchair place is free"):
            room.hold(session, {"adult": 1}, "en", wheelchairs=1)
    assert (room.session(session, "en").free, room.session(session, "en").wheelchair_free) == (7, 0)


def test_a_discount_is_a_list_of_alternatives_with_proof(park: Park) -> None:
    """RULES 13: the kiosk asks for no papers; the ticket prints what to show."""
    session = park.a_session()
    child = next(row for row in park.booking.categories(session, "en") if row.slug == "child")
    assert child.rule == "up to 6 years or up to 1.2 m tall"
    assert child.proof == "A document, or the measure at the desk"
    booked = park.booking.confirm(park.booking.hold(session, {"adult": 1, "child": 1}, "zh").id, "zh")
    assert [line.proof for line in booked.lines] == ["", "身份证或量身高"]
    assert [row.rule for row in park.booking.categories(session, "zh") if row.slug == "child"] == [
        "6 岁及以下或身高 1.2 米及以下"
    ]


def test_a_price_never_changes_after_booking_even_when_the_table_does(park_anywhere: Park) -> None:
    """RULES 13."""
    park, room = park_anywhere, park_anywhere.booking
    session = park.a_session()
    held = room.hold(session, {"adult": 1, "child": 1}, "en")
    with park.store.write() as tx:
        tx.execute(update(Category).values(percent=90, name={"zh": "人", "en": "Person"}, proof={}))
    booked = room.confirm(held.id, "en")  # what the visitor saw is what is booked
    assert booked.total_fen == ADULT + CHILD
    with park.store.write() as tx:
        tx.execute(update(Category).values(active=False))
    found = room.find(booked.code, "en")
    assert [(line.name, line.each_fen, line.proof) for line in found.lines] == [
        ("Adult", ADULT, ""),
        ("Child", CHILD, "A document, or the measure at the desk"),
    ]


def test_a_workshop_may_have_its_own_price_of_a_category(park: Park) -> None:
    child = park.rows("SELECT id FROM categories WHERE slug = 'child'")
    assert len(child) == 1
    with park.store.write() as tx:
        category = tx.query(Category).filter_by(slug="child").one()
        tx.add(WorkshopPrice(workshop_id=park.workshop_id, category_id=category.id, price_fen=999))
    session = park.a_session()
    assert park.booking.quote(session, {"adult": 1, "child": 2}, "en").total_fen == ADULT + 2 * 999


def test_half_a_fen_is_rounded_up(park: Park) -> None:
    session = park.a_session(price_fen=1)
    assert park.booking.quote(session, {"adult": 1, "child": 1}, "en").total_fen == 2


def test_a_quote_says_how_many_places_are_left(park: Park) -> None:
    session = park.a_session(capacity=3)
    park.booking.hold(session, {"adult": 1}, "en")
    assert park.booking.quote(session, {"adult": 3}, "en").problems == ("Only 2 places are left in this session.",)
    park.booking.hold(session, {"adult": 1}, "en")
    assert park.booking.quote(session, {"adult": 2}, "zh").problems == ("这一场只剩 1 个名额。",)


def test_the_rules_of_a_workshop_hold_for_an_exchange_too(park: Park) -> None:
    booked = park.booking.confirm(park.booking.hold(park.a_session(), {"adult": 3}, "en").id, "en")
    small = park.a_session(workshop_id=park.a_workshop("small", position=1, max_party=2))
    with pytest.raises(PartyRefused, match="At most 2 people"):
        park.booking.move(booked.code, small, "en")
    park.change(Workshop, park.workshop_id, max_party=2)  # the park thinks again: who is booked stays booked
    moved = park.booking.move(booked.code, park.a_session(timedelta(hours=9)), "en")
    assert moved.heads == 3
