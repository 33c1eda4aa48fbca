"""Reading aloud never fails before a visitor; a scan is told from typing by its pace."""

import shutil
import threading

import pytest

from kiosk.devices.scanner import KeyRun, SerialScanner
from kiosk.devices.speech import Silence, SpokenByProgram, command, make_speech


def keys(run: KeyRun, text: str, gap: float, start: float = 0.0) -> list[str]:
    scans = [run.key(sign, start + n * gap) for n, sign in enumerate(text)]
    return [scan for scan in scans if scan]


def test_a_scanner_is_told_from_a_hand() -> None:
    assert keys(KeyRun(), "7K3M92QF4\r", 0.01) == ["7K3M92QF4"]
    assert keys(KeyRun(), "7K3M92QF4\r", 0.15) == []


def test_typing_before_a_scan_is_not_part_of_it() -> None:
    run = KeyRun()
    keys(run, "abc", 0.2)
    assert keys(run, "7K3M92QF4\n", 0.005, start=2.0) == ["7K3M92QF4"]


def test_a_scanner_without_enter_ends_by_its_silence() -> None:
    run = KeyRun()
    keys(run, "7K3M92QF4", 0.005)
    assert run.running
    assert run.pause(0.05) is None
    assert run.pause(0.5) == "7K3M92QF4"
    assert run.pause(1.0) is None


class Port:
    def __init__(self, lines: list[bytes], broken: bool = False) -> None:
        self.lines, self.broken = lines, broken

    def readline(self) -> bytes:
        if self.broken:
            raise OSError("unplugged")
        return self.lines.pop(0) if self.lines else b""

    def close(self) -> None:
        pass


def test_a_serial_scanner_comes_back_after_it_was_unplugged() -> None:
    ports = [Port([], broken=True), Port([b"AFPT\r\n", b"", b"\r\n"])]
    heard: list[str] = []
    done = threading.Event()
    scanner = SerialScanner(lambda: ports.pop(0) if len(ports) > 1 else ports[0], again_s=0)

    def scanned(text: str) -> None:
        heard.append(text)
        done.set()

    scanner.start(scanned)
    assert done.wait(30)
    scanner.stop()
    assert heard == ["AFPT"]


def test_silence_says_nothing() -> None:
    speech = make_speech("none")
    assert isinstance(speech, Silence)
    assert not speech.available
    speech.speak("你好", "zh")
    speech.stop()


def test_a_speech_program_that_is_missing_is_no_error() -> None:
    speech = SpokenByProgram("espeak", "/no/such/program")
    speech.speak("hello", "en")
    speech.stop()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_commands_speak_the_language_at_the_rate(lang: str) -> None:
    assert command("espeak", "espeak-ng", lang, 200)[1:5] == ["-v", "cmn" if lang == "zh" else "en-gb", "-s", "200"]
    assert command("say", "say", lang, 200)[2] == ("Tingting" if lang == "zh" else "Samantha")
    assert ("zh-CN" in command("sapi", "powershell.exe", lang, 200)[-1]) == (lang == "zh")


def test_espeak_speaks_and_is_stopped() -> None:
    program = shutil.which("espeak-ng")
    if program is None:
        pytest.skip("espeak-ng is not installed")
    speech = SpokenByProgram("espeak", program)
    speech.speak("--help " * 400, "en")  # no text is an option
    speech.stop()
    speech.stop()
    assert speech.wait(1)
