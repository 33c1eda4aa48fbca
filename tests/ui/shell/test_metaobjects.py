"""What PySide does to an object whose undecorated method is connected to a signal must not happen to what QML reads."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal, Slot

from tests.ui.conftest import OpenKiosk
from ui.shell.flow import PAGES
from ui.shell.scenes import Scene, make_scene


def has_its_own(thing: QObject) -> bool:
    """A metaobject of the instance stands before its class's, under the same name."""
    return thing.metaObject().superClass().className() == thing.metaObject().className()


class Bell(QObject):
    """Rings two methods: one that Qt knows, one that it does not."""

    rung = Signal()

    @Slot()
    def known(self) -> None: ...

    def unknown(self) -> None: ...


def test_only_an_undecorated_method_gives_an_instance_a_metaobject_of_its_own() -> None:
    bell = Bell()
    bell.rung.connect(bell.known)
    assert not has_its_own(bell)
    bell.rung.connect(bell.unknown)
    assert has_its_own(bell)


@pytest.mark.parametrize("page", list(PAGES))
def test_no_page_is_read_by_a_metaobject_that_goes_with_another(open_kiosk: OpenKiosk, page: str) -> None:
    kiosk = open_kiosk(site="enamel", lang="zh")
    program = kiosk.program
    if page != "attract":
        scenes: list[Any] = []
        program.background.run(lambda app: make_scene(app, "enamel", page, "zh"), scenes.append, scenes.append)
        kiosk.wait_for(lambda: bool(scenes), "the scene")
        assert isinstance(scenes[0], Scene)
        program.shell.visitor.hold, program.shell.visitor.booking = scenes[0].hold, scenes[0].booking
        kiosk.go(page, scenes[0].params)
    opened = program.shell.page
    assert opened is not None
    assert opened.step.page.name == page
    things = [opened.model, *opened.model.findChildren(QObject), program.shell, program.voice, program]
    assert [type(thing).__name__ for thing in things if has_its_own(thing)] == []
