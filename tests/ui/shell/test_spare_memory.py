"""Memory is given back when nobody is there."""

import sys

import pytest

from tests.ui.conftest import OpenKiosk
from ui.shell import spare_memory


def test_only_linux_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert spare_memory.give_back() in {True, False}
    monkeypatch.setattr(sys, "platform", "win32")
    assert spare_memory.give_back() is False


def test_it_is_given_back_on_the_attract_page_alone(open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(spare_memory, "give_back", lambda: asked.append(True))
    walker = open_kiosk(site="enamel", lang="zh")
    walker.go("home")
    walker.program.spare.look()
    walker.settle()
    assert not asked
    walker.program.shell.reset()
    walker.program.spare.look()
    walker.settle()
    assert asked
