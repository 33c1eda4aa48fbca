"""Read aloud: what is read, what the button says, and when it ends; and the words themselves where nothing is heard."""

import pytest

from kiosk.clock import SetClock
from kiosk.devices.speech import Silence, Speech
from tests.ui.shell.a_park import QuietPark, Reader, pass_time
from ui.shell.walker import Walker


def test_the_samples_voice_is_one_that_the_park_could_have() -> None:
    voice: Speech = Reader()
    assert voice.available
    assert not Silence().speaking


def test_the_button_reads_and_then_says_how_to_stop(walker: Walker, park: QuietPark) -> None:
    walker.go("home")
    walker.tap("朗读")
    walker.wait_for(lambda: park.speech.talking, "the voice")
    assert park.speech.said == [("This is home.", "zh")]
    assert not walker.sees("朗读")
    walker.tap("停止朗读")
    walker.wait_for(lambda: not park.speech.talking, "silence")
    assert walker.sees("朗读")


def test_at_the_end_of_the_text_the_button_offers_it_again(walker: Walker, park: QuietPark) -> None:
    walker.go("home")
    walker.tap("朗读")
    walker.wait_for(lambda: park.speech.talking, "the voice")
    park.speech.talking = False
    walker.wait_for(lambda: walker.sees("朗读"), "the button")


@pytest.mark.parametrize("then", ["page", "language", "reset"])
def test_the_voice_falls_silent_when_what_it_reads_has_gone(walker: Walker, park: QuietPark, then: str) -> None:
    walker.go("home")
    walker.tap("朗读")
    walker.wait_for(lambda: park.speech.talking, "the voice")
    if then == "page":
        walker.go("help")
    elif then == "language":
        walker.tap("English")
    else:
        walker.program.shell.reset()
    walker.wait_for(lambda: not park.speech.talking, "silence")
    assert not walker.program.voice.reading


def test_each_page_is_spoken_once_for_who_wants_it(walker: Walker, park: QuietPark) -> None:
    walker.go("home")
    walker.program.ease.setSpeech(True)
    walker.wait_for(lambda: park.speech.said == [("This is home.", "zh")], "this page")
    walker.go("help")
    walker.wait_for(lambda: park.speech.said[1:] == [("This is help.", "zh")], "the next page")
    page = walker.program.shell.page
    assert page is not None
    page.model.refresh()
    walker.settle()
    assert len(park.speech.said) == 2


def test_without_a_voice_the_words_are_shown_until_they_are_closed(walker: Walker, park: QuietPark) -> None:
    park.speech.available = False
    walker.go("home")
    walker.tap("朗读")
    walker.wait_for(lambda: walker.sees("This is home."), "the words")
    assert park.speech.said == []
    assert walker.sees("停止朗读")
    walker.tap("关闭")
    assert not walker.sees("This is home.")
    assert walker.sees("朗读")


def test_words_that_are_shown_go_with_their_page(walker: Walker, park: QuietPark) -> None:
    park.speech.available = False
    walker.go("home")
    walker.tap("朗读")
    walker.wait_for(lambda: walker.sees("This is home."), "the words")
    walker.go("help")
    assert not walker.sees("This is home.")


def test_words_that_are_shown_do_not_keep_a_kiosk_from_its_next_visitor(
    walker: Walker, park: QuietPark, clock: SetClock
) -> None:
    park.speech.available = False
    walker.go("home")
    walker.tap("朗读")
    walker.wait_for(lambda: walker.sees("This is home."), "the words")
    pass_time(walker, clock, 60)
    assert not walker.program.idle.asking
    # 13 signs of Chinese at a slow reader's pace are over after three seconds and a bit.
    walker.wait_for(lambda: walker.program.idle.may_ask, "the end of reading")
    pass_time(walker, clock, 60)
    assert walker.program.idle.asking


def test_without_a_voice_a_page_that_opens_is_not_covered(walker: Walker, park: QuietPark) -> None:
    park.speech.available = False
    walker.program.ease.setSpeech(True)
    walker.go("home")
    walker.settle()
    assert not walker.sees("This is home.")
    assert not walker.program.voice.reading
