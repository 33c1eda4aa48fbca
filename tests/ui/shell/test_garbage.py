"""The collector never takes a Qt object apart on a worker's thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from ui.shell.garbage import YOUNG, Garbage


class Ring:
    """Something that only the collector can take away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def garbage(qapp: object) -> Iterator[Garbage]:
    garbage = Garbage()
    yield garbage
    garbage.close()


def litter(count: int = YOUNG * 2) -> None:
    """Allocate as a busy worker does, on a thread of its own."""
    thread = threading.Thread(target=lambda: [Ring() for _ in range(count)])
    thread.start()
    thread.join()


def test_a_busy_worker_collects_nothing(garbage: Garbage) -> None:
    gone = weakref.ref(Ring())
    litter()
    assert gone() is not None
    garbage.look()
    assert gone() is None


def test_a_handful_of_objects_is_not_worth_a_look(garbage: Garbage) -> None:
    gc.collect()
    gone = weakref.ref(Ring())
    garbage.look()
    assert gone() is not None


def test_what_was_there_at_the_start_is_not_looked_through_again(garbage: Garbage) -> None:
    garbage.settle()
    assert gc.get_freeze_count() > 0
    garbage.close()
    assert gc.get_freeze_count() == 0


def test_after_the_window_the_collector_is_its_own_again(qapp: object) -> None:
    assert gc.isenabled()
    garbage = Garbage()
    assert not gc.isenabled()
    garbage.close()
    assert gc.isenabled()
