"""Plates that are kept: seen by nobody before staff have looked, found by their code, never more than there is room."""

import random
from datetime import timedelta
from itertools import combinations

import pytest

from db.ids import new_id
from db.models import Keepsake as Row
from kiosk import codes
from kiosk.catalogue import UnknownSite
from kiosk.events import GalleryChanged
from kiosk.gallery import Gallery, Keepsake, NothingDrawn, UnknownKeepsake
from kiosk.machines.plate_drawing import PlateDrawing, Stage
from tests.builders import Park
from tests.kiosk.gallery.a_plate import a_flower, a_line, the_fullest


def a_gallery(park: Park, **more: int) -> Gallery:
    return Gallery(park.store, park.clock, park.events, park.device, choose=random.Random(7).choice, **more)


def drawings(plates: tuple[Keepsake, ...]) -> list[PlateDrawing]:
    return [plate.drawing for plate in plates]


def test_a_plate_waits_is_shown_and_is_hidden(park_anywhere: Park) -> None:
    park = park_anywhere
    gallery = a_gallery(park)
    told: list[GalleryChanged] = []
    park.events.follow(GalleryChanged, told.append)
    kept = gallery.keep("works", a_flower())
    assert (kept.state, kept.drawing, kept.made_at) == ("waiting", a_flower(), park.clock.now())
    assert gallery.waiting("works") == (kept,)
    assert gallery.shown("works") == ()
    park.clock.pass_time(timedelta(minutes=1))
    shown = gallery.show(kept.id)
    assert shown.state == "shown"
    assert gallery.shown("works") == (shown,)
    assert gallery.waiting("works") == ()
    gallery.hide(kept.id)
    assert gallery.shown("works") == gallery.waiting("works") == ()
    assert [plate.state for plate in gallery.plates("works")] == ["hidden"]
    assert told == [GalleryChanged("works")] * 3


def test_the_newest_are_shown_and_the_oldest_are_looked_at_first(park: Park) -> None:
    gallery = a_gallery(park)
    ids = []
    for count in range(4):
        ids.append(gallery.keep("works", a_line(count / 10)).id)
        park.clock.pass_time(timedelta(seconds=1))
    assert drawings(gallery.waiting("works")) == [a_line(count / 10) for count in range(4)]
    for id in ids:
        gallery.show(id)
    assert drawings(gallery.shown("works", 2)) == [a_line(0.3), a_line(0.2)]


def test_the_code_finds_it_however_it_is_typed_and_in_its_own_park_alone(park: Park) -> None:
    gallery = a_gallery(park)
    kept = gallery.keep("works", a_flower())
    assert len(kept.code) == 4
    for typed in (kept.code, kept.code.lower(), " ".join(kept.code), f"{kept.code[:2]}-{kept.code[2:]}"):
        assert gallery.find("works", typed) == kept
    wrong = ("A" if kept.code[0] != "A" else "B") + kept.code[1:]
    for typed in ("", "77777777X", wrong, codes.draw(3)):
        if typed != kept.code:
            with pytest.raises(UnknownKeepsake):
                gallery.find("works", typed)
    with pytest.raises(UnknownSite, match="known: works"):
        gallery.find("elsewhere", kept.code)


def test_a_short_code_finds_every_slip_of_one_sign_and_every_swap() -> None:
    code = codes.draw(3, random.Random(3).choice)
    wrong = {code[:at] + sign + code[at + 1 :] for at in range(4) for sign in codes.ALPHABET} - {code}
    for one, other in combinations(range(4), 2):
        signs = list(code)
        signs[one], signs[other] = signs[other], signs[one]
        wrong |= {"".join(signs)} - {code}
    for text in wrong:
        with pytest.raises(codes.NoCode):
            codes.read(text, 3)


def test_no_two_plates_of_a_park_have_the_same_code(park: Park) -> None:
    signs = iter("777" + "777" + "777" + "888")
    gallery = Gallery(park.store, park.clock, park.events, park.device, choose=lambda _: next(signs))
    first, second = gallery.keep("works", a_line()), gallery.keep("works", a_line())
    assert (first.code[:3], second.code[:3]) == ("777", "888")


def test_a_plate_that_is_gone_on_with_is_another_so_that_nothing_is_shown_unseen(park_anywhere: Park) -> None:
    gallery = a_gallery(park_anywhere)
    first = gallery.keep("works", a_flower(stage=Stage.FIRED))
    second = gallery.keep("works", a_flower(), first.id)
    assert second.code != first.code
    assert gallery.plates("works") == (second,)
    with pytest.raises(UnknownKeepsake):
        gallery.show(first.id)  # by staff who have just looked at it as it was
    gallery.show(second.id)
    third = gallery.keep("works", a_line(), second.id)
    assert drawings(gallery.shown("works")) == [a_flower()]
    assert gallery.waiting("works") == (third,)
    assert len({gallery.keep("works", a_line(), new_id()).id, third.id}) == 2


def test_bare_copper_is_not_kept_and_the_fullest_plate_is(park_anywhere: Park) -> None:
    gallery = a_gallery(park_anywhere)
    with pytest.raises(NothingDrawn):
        gallery.keep("works", PlateDrawing(stage=Stage.COPPER))
    kept = gallery.keep("works", the_fullest())
    assert gallery.find("works", kept.code).drawing == the_fullest()


def test_what_is_too_much_goes_the_hidden_first_then_what_nobody_looked_at(park_anywhere: Park) -> None:
    park = park_anywhere
    gallery = a_gallery(park, most=4)
    kept = []
    for count in range(4):
        kept.append(gallery.keep("works", a_line(count / 10)))
        park.clock.pass_time(timedelta(seconds=1))
    gallery.show(kept[0].id)
    gallery.hide(kept[3].id)
    for count in range(4, 7):
        gallery.keep("works", a_line(count / 10))
        park.clock.pass_time(timedelta(seconds=1))
    assert drawings(gallery.plates("works")) == [a_line(0.6), a_line(0.5), a_line(0.4), a_line(0.0)]
    assert gallery.shown("works")[0].id == kept[0].id
    with pytest.raises(UnknownKeepsake):
        gallery.show(kept[3].id)


def test_a_plate_that_cannot_be_read_costs_the_others_nothing(park: Park, caplog: pytest.LogCaptureFixture) -> None:
    gallery = a_gallery(park)
    bad, good = gallery.keep("works", a_line()), gallery.keep("works", a_flower())
    park.change(Row, bad.id, drawing='{"wires":"?"}')
    assert [plate.id for plate in gallery.plates("works")] == [good.id]
    assert bad.code in caplog.text


def test_what_is_not_there_can_neither_be_shown_nor_hidden(park: Park) -> None:
    gallery = a_gallery(park)
    for act in (gallery.show, gallery.hide):
        with pytest.raises(UnknownKeepsake):
            act(new_id())
    with pytest.raises(UnknownSite):
        gallery.keep("elsewhere", a_line())


def test_deciding_twice_changes_nothing(park: Park) -> None:
    gallery = a_gallery(park)
    kept = gallery.keep("works", a_line())
    gallery.show(kept.id)
    looked = park.rows("SELECT looked_at FROM keepsakes")
    park.clock.pass_time(timedelta(hours=1))
    gallery.show(kept.id)
    assert park.rows("SELECT looked_at FROM keepsakes") == looked
