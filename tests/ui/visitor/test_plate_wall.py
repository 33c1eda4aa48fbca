"""Visitors' plates on the attract page: seen only between two rounds, and only what staff have shown."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.app import App
from kiosk.clock import SetClock
from kiosk.gallery import Keepsake
from tests.ui.conftest import OpenKiosk
from ui.interactives.plate_pictures import FOLDER
from ui.shell.gallery_scenes import some_plates
from ui.shell.walker import Walker
from ui.visitor.attract_page import AttractPageModel
from ui.visitor.plate_wall import AT_ONCE, TURN_S, whose_turn

CAPTION = "Plates our visitors made"


def model_of(kiosk: Walker) -> AttractPageModel:
    page = kiosk.program.shell.page
    assert page is not None
    assert isinstance(page.model, AttractPageModel)
    return page.model


def asked(kiosk: Walker, work: Callable[[App], Any]) -> Any:
    answers: list[Any] = []
    kiosk.program.background.run(work, answers.append, answers.append)
    kiosk.wait_for(lambda: bool(answers), "the park's answer")
    assert not isinstance(answers[0], Exception), answers[0]
    return answers[0]


def keep(kiosk: Walker, *, shown: bool = True) -> list[Keepsake]:
    """Four plates, as a visitor and staff at another device leave them."""

    def work(app: App) -> list[Keepsake]:
        kept = [app.gallery.keep("enamel", drawing) for drawing in some_plates()]
        return [app.gallery.show(plate.id) for plate in kept] if shown else kept

    kept: list[Keepsake] = asked(kiosk, work)
    return kept


def shown(id: UUID, app: App) -> Keepsake:
    """Staff have looked at one."""
    return app.gallery.show(id)


def hangs(kiosk: Walker) -> bool:
    """The wall is to be seen."""
    return model_of(kiosk).wall.hung


def rest(kiosk: Walker) -> None:
    """The round is over."""
    loop = model_of(kiosk)._loop
    assert loop is not None
    loop.stop()
    model_of(kiosk).wall._soon.setInterval(1)


def test_they_hang_while_the_machine_rests_and_go_when_it_moves(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en", size=(540, 960))
    kept = keep(kiosk)
    model = model_of(kiosk)
    kiosk.wait_for(lambda: len(model.wall.plates.rows) == AT_ONCE, "the plates")
    assert not kiosk.sees(CAPTION)
    rest(kiosk)
    kiosk.wait_for(lambda: kiosk.sees(CAPTION), "the wall")
    kiosk.settle()
    assert all(kiosk.sees(plate.code) for plate in kept)
    assert model._loop is not None
    model._loop.next_round()
    assert not hangs(kiosk)
    kiosk.wait_for(lambda: not kiosk.sees(CAPTION), "the machine")


def test_a_hand_on_the_handle_brings_the_machine_back(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en", size=(540, 960))
    keep(kiosk)
    model = model_of(kiosk)
    kiosk.wait_for(lambda: len(model.wall.plates.rows) > 0, "the plates")
    rest(kiosk)
    kiosk.wait_for(lambda: model.wall.hung, "the wall")
    rail = kiosk.find(model.invitation, QAccessible.Role.Slider).rect
    kiosk.tap_at(QPoint(rail.left() + rail.width() // 3, rail.bottom() - rail.height() // 4))
    kiosk.wait_for(lambda: not model.wall.hung, "the machine")


def test_a_touch_on_a_plate_opens_as_everywhere(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en", size=(540, 960))
    kept = keep(kiosk)
    model = model_of(kiosk)
    kiosk.wait_for(lambda: len(model.wall.plates.rows) > 0, "the plates")
    model.wall.hang()
    kiosk.wait_for(lambda: kiosk.sees(kept[0].code), "the wall")
    kiosk.tap_at(kiosk.find(kept[0].code).rect.center())
    kiosk.settle()
    assert kiosk.program.shell.pageName == "home"


def test_what_waits_is_not_seen_and_what_is_hidden_goes_with_its_picture(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en", size=(540, 960))
    model = model_of(kiosk)
    waiting = keep(kiosk, shown=False)
    kiosk.settle()
    model.wall.hang()
    assert not hangs(kiosk)
    asked(kiosk, lambda app: app.gallery.show(waiting[0].id))
    kiosk.wait_for(lambda: len(model.wall.plates.rows) == 1, "the one plate")
    assert hangs(kiosk)
    pictures = kiosk.program.opening.home / FOLDER
    assert [file.name for file in pictures.iterdir()] == [f"{waiting[0].id}.png"]
    asked(kiosk, lambda app: app.gallery.hide(waiting[0].id))
    kiosk.wait_for(lambda: not model.wall.hung, "the machine")
    kiosk.settle()
    assert list(pictures.iterdir()) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [(540, 960), (960, 540)])
def test_plates_lie_whole_in_the_machines_place(open_kiosk: OpenKiosk, size: tuple[int, int], count: int) -> None:
    kiosk = open_kiosk(site="enamel", lang="en", size=size)
    model = model_of(kiosk)
    for plate in keep(kiosk, shown=False)[:count]:
        asked(kiosk, partial(shown, plate.id))
    kiosk.wait_for(lambda: len(model.wall.plates.rows) == count, "the plates")
    model.wall.hang()
    kiosk.settle()
    page = kiosk.program.shell.page
    assert page is not None
    pictures = [item for item in everything(page.item) if item.inherits("QQuickImage") and "/plates/" in source(item)]
    assert len(pictures) == count
    places = [item.mapRectToScene(item.boundingRect()) for item in pictures]
    wall = pictures[0].parentItem().parentItem()
    room = wall.mapRectToScene(wall.boundingRect())
    for index, place in enumerate(places):
        assert room.contains(place)
        assert place.width() > size[0] / 8
        assert not any(place.intersects(other) for other in places[index + 1 :])


def test_without_room_on_the_disk_the_machine_plays_on(open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ui.interactives.plate_pictures.save_picture", full)
    kiosk = open_kiosk(site="enamel", lang="en", size=(540, 960))
    keep(kiosk)
    kiosk.settle()
    assert len(model_of(kiosk).wall.plates.rows) == 0
    assert kiosk.sees("Beijing Enamel Factory")


def test_every_plate_has_its_turn(clock: SetClock) -> None:
    plates = [Keepsake(UUID(int=n), f"{n:04}", "enamel", "shown", clock.now(), some_plates()[0]) for n in range(10)]
    seen: set[str] = set()
    for turn in range(5):
        hung = whose_turn(plates, clock.now() + timedelta(seconds=turn * TURN_S))
        assert len({plate.code for plate in hung}) == AT_ONCE
        seen |= {plate.code for plate in hung}
    assert seen == {plate.code for plate in plates}
    assert whose_turn(plates[:2], clock.now()) in (plates[:2], plates[1::-1])
    assert whose_turn([], clock.now()) == []


def everything(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(below for child in item.childItems() for below in everything(child))]


def source(item: QQuickItem) -> str:
    return str(item.property("source").toString())
