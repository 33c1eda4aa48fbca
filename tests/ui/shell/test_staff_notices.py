"""What staff must know reaches them, and no visitor; what another process brought reaches everybody."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.clock import SetClock
from kiosk.events import ContentChanged, StaffNotice
from tests.ui.conftest import OpenKiosk
from tests.ui.shell.a_park import Guide, Park, QuietPark, sample_pages
from ui.shell.background import Background
from ui.shell.first_frame import first_sight
from ui.shell.walker import Walker

NO_2027 = StaffNotice("holidays-2027", "The holidays of 2027 are missing.")


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.INFO, "gongfang.staff"):
        yield caplog


def opened(open_kiosk: OpenKiosk, park: QuietPark, qt_warnings: list[logging.LogRecord]) -> Walker:
    """A kiosk of this park, at rest."""
    walker = open_kiosk(build=lambda: park, **sample_pages())
    walker.wait_for(lambda: not walker.program.preparing, "all pages to be compiled")
    walker.settle()
    qt_warnings.clear()
    return walker


def standing(walker: Walker) -> list[str]:
    """What staff would read now."""
    return [notice.text for notice in walker.program.notices.standing]


def test_holidays_that_are_missing_are_told_to_staff_once_the_window_is_up(
    open_kiosk: OpenKiosk,
    park: QuietPark,
    qt_warnings: list[logging.LogRecord],
    said: pytest.LogCaptureFixture,
) -> None:
    park.catalogue.notices = (NO_2027,)
    walker = opened(open_kiosk, park, qt_warnings)
    assert standing(walker) == [NO_2027.text]
    assert "holidays-2027: The holidays of 2027 are missing." in said.messages
    walker.go("home")
    assert not any("2027" in name for name in walker.names())


def test_a_walk_through_the_pages_has_no_staff_to_tell(
    open_kiosk: OpenKiosk, park: QuietPark, qt_warnings: list[logging.LogRecord], said: pytest.LogCaptureFixture
) -> None:
    park.catalogue.notices = (NO_2027,)
    walker = open_kiosk(build=lambda: park, staffed=False, **sample_pages())
    walker.wait_for(lambda: standing(walker) == [NO_2027.text], "the notice")
    assert [record.levelname for record in said.records if record.name == "gongfang.staff"] == ["INFO"]
    qt_warnings.clear()


def test_they_are_asked_for_again_on_another_day(
    open_kiosk: OpenKiosk, park: QuietPark, qt_warnings: list[logging.LogRecord], clock: SetClock
) -> None:
    walker = opened(open_kiosk, park, qt_warnings)
    park.catalogue.notices = (NO_2027,)
    walker.go("home")
    walker.program.shell.reset()
    walker.settle()
    assert standing(walker) == []
    clock.pass_time(timedelta(days=1))
    walker.go("home")
    walker.program.shell.reset()
    walker.settle()
    assert standing(walker) == [NO_2027.text]


def test_a_notice_takes_the_one_before_back(
    open_kiosk: OpenKiosk, park: QuietPark, qt_warnings: list[logging.LogRecord]
) -> None:
    walker = opened(open_kiosk, park, qt_warnings)
    for text in ("paper low", "paper out"):
        park.events.publish(StaffNotice("printer", text))
    walker.wait_for(lambda: standing(walker) == ["paper out"], "the notice")
    park.events.publish(StaffNotice("printer", ""))
    walker.wait_for(lambda: standing(walker) == [], "its end")


def test_a_database_that_cannot_be_opened_is_a_sentence_for_visitors_and_a_line_for_staff(
    open_kiosk: OpenKiosk, qt_warnings: list[logging.LogRecord]
) -> None:
    def broken() -> QuietPark:
        raise OSError("kiosk.db: the disk is full")

    walker = open_kiosk(build=broken, **sample_pages())
    walker.wait_for(lambda: bool(walker.program.notices.standing), "the notice")
    (notice,) = walker.program.notices.standing
    assert "kiosk.db: the disk is full" in notice.text
    walker.go("home")
    assert not any("disk" in name for name in walker.names())
    qt_warnings.clear()


def test_an_app_that_could_not_be_built_is_tried_again(
    qapp: object, qt_warnings: list[logging.LogRecord], open_kiosk: OpenKiosk
) -> None:
    tries: list[int] = []
    park = QuietPark()

    def second_time() -> QuietPark:
        tries.append(1)
        if len(tries) < 2:
            raise OSError("the server is not up yet")
        return park

    walker = opened(open_kiosk, QuietPark(), qt_warnings)
    background = Background(second_time, try_again_s=0.05)  # type: ignore[arg-type]  # stands for the App
    came: list[object] = []
    background.ready.connect(lambda: came.append(True))
    background.start()
    walker.wait_for(lambda: bool(came), "the App")
    answers: list[object] = []
    background.run(lambda app: app, answers.append, answers.append, query=True)
    walker.wait_for(lambda: bool(answers), "an answer")
    background.stop()
    assert answers == [park]
    assert len(tries) == 2
    qt_warnings.clear()


def test_every_return_to_the_attract_page_looks_for_what_was_imported(
    open_kiosk: OpenKiosk, park: QuietPark, qt_warnings: list[logging.LogRecord]
) -> None:
    walker = opened(open_kiosk, park, qt_warnings)
    assert park.content.looked == 0
    for visits in (1, 2):
        walker.go("home")
        walker.program.shell.reset()
        walker.settle()
        assert park.content.looked == visits


def test_a_packs_own_colours_lie_over_its_theme_now_and_at_the_next_start(
    open_kiosk: OpenKiosk, park: QuietPark, qt_warnings: list[logging.LogRecord], tmp_path: Path
) -> None:
    walker = opened(open_kiosk, park, qt_warnings)
    assert walker.picture().pixelColor(5, 5).name() == "#0b1e4b"
    park.catalogue = Guide(Park(colours={"colours": {"ground": "#102030"}}))
    park.events.publish(ContentChanged(site="enamel"))
    walker.wait_for(lambda: walker.program.theme.colours["ground"] == "#102030", "the colours")
    assert walker.picture().pixelColor(5, 5).name() == "#102030"
    assert first_sight(tmp_path, "enamel").colours == {"colours": {"ground": "#102030"}}
    again = open_kiosk(build=lambda: park, settle=False, **sample_pages())
    assert again.program.theme.colours["ground"] == "#102030"
    qt_warnings.clear()


def test_colours_that_are_none_leave_the_theme_as_it_is(
    open_kiosk: OpenKiosk, park: QuietPark, qt_warnings: list[logging.LogRecord]
) -> None:
    walker = opened(open_kiosk, park, qt_warnings)
    park.catalogue = Guide(Park(colours={"colours": {"ground": "blue"}}))
    park.events.publish(ContentChanged(site="enamel"))
    walker.wait_for(lambda: any("#RRGGBB" in record.getMessage() for record in qt_warnings), "the log")
    assert walker.program.theme.colours["ground"] == "#0B1E4B"
    qt_warnings.clear()
