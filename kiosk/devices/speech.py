"""Reading aloud by the speech program of the system. Nothing needs it, and it never fails before a visitor."""

import contextlib
import logging
import shutil
import subprocess
import sys
import threading
from typing import Literal, Protocol

log = logging.getLogger(__name__)

Voice = Literal["auto", "espeak", "say", "sapi", "none"]
_WORDS_A_MINUTE = 165  # at rate 1; 150 to 180 is the usual pace of announcements
_LONGEST = 4_000  # signs


class Speech(Protocol):
    """Speaks one text at a time."""

    @property
    def available(self) -> bool:
        """Whether anything would be heard."""
        ...

    def speak(self, text: str, lang: str, rate: float = 1.0) -> None:
        """Begin to speak, in place of what is being spoken. `rate` from 0.5 to 2. Never raises."""
        ...

    @property
    def speaking(self) -> bool:
        """Whether a text is still being spoken."""
        ...

    def stop(self) -> None:
        """Be silent now. Never raises."""
        ...


class Silence:
    """Where there is no speech program, or none is wanted."""

    @property
    def available(self) -> bool:
        return False

    def speak(self, text: str, lang: str, rate: float = 1.0) -> None:
        """Say nothing."""

    @property
    def speaking(self) -> bool:
        return False

    def stop(self) -> None:
        """Nothing is being said."""


class SpokenByProgram:
    """One run of a program a text; the text goes in by standard input, so that no text becomes an option."""

    def __init__(self, kind: Literal["espeak", "say", "sapi"], program: str) -> None:
        self._kind: Literal["espeak", "say", "sapi"] = kind
        self._program = program
        self._running: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    @property
    def available(self) -> bool:
        return True

    def speak(self, text: str, lang: str, rate: float = 1.0) -> None:
        self.stop()
        pace = round(_WORDS_A_MINUTE * min(2.0, max(0.5, rate)))
        try:
            running = subprocess.Popen(
                command(self._kind, self._program, lang, pace),
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except OSError as error:
            log.warning("%s does not speak: %s", self._program, error)
            return
        with self._lock:
            self._running = running
        with contextlib.suppress(OSError):  # it has ended already: nothing to be told to
            assert running.stdin is not None
            running.stdin.write(" ".join(text[:_LONGEST].split()).encode("utf-8"))
            running.stdin.close()

    @property
    def speaking(self) -> bool:
        with self._lock:
            return self._running is not None and self._running.poll() is None

    def stop(self) -> None:
        with self._lock:
            running, self._running = self._running, None
        if running is None:
            return
        with contextlib.suppress(OSError):
            running.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(2)

    def wait(self, seconds: float) -> bool:
        """Until the text has been spoken: whether it was in time, and well."""
        with self._lock:
            running = self._running
        if running is None:
            return True
        with contextlib.suppress(subprocess.TimeoutExpired):
            return running.wait(seconds) == 0
        return False


def command(kind: Literal["espeak", "say", "sapi"], program: str, lang: str, pace: int) -> list[str]:
    """The command that speaks its standard input; `pace` in words a minute."""
    if kind == "espeak":
        # espeak-ng: cmn is Mandarin, en-gb the English that its rules know best.
        return [program, "-v", "cmn" if lang == "zh" else "en-gb", "-s", str(pace), "--stdin"]
    if kind == "say":
        return [program, "-v", "Tingting" if lang == "zh" else "Samantha", "-r", str(pace), "-f", "-"]
    culture = "zh-CN" if lang == "zh" else "en-US"
    steps = max(-10, min(10, round((pace / _WORDS_A_MINUTE - 1) * 10)))  # SAPI counts from -10 to 10
    script = (
        "[Console]::InputEncoding=[Text.Encoding]::UTF8;Add-Type -AssemblyName System.Speech;"
        "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
        f"try{{$s.SelectVoiceByHints('NotSet','NotSet',0,'{culture}')}}catch{{}};"
        f"$s.Rate={steps};$s.Speak([Console]::In.ReadToEnd())"
    )
    return [program, "-NoProfile", "-NonInteractive", "-Command", script]


def make_speech(voice: Voice = "auto") -> Speech:
    """The speech that the settings name; `auto` takes what the system has. Silence where it has nothing."""
    programs: dict[Literal["espeak", "say", "sapi"], tuple[str, ...]] = {
        "espeak": ("espeak-ng", "espeak"),
        "say": ("say",) if sys.platform == "darwin" else (),  # elsewhere `say` is something else
        "sapi": ("powershell.exe",) if sys.platform == "win32" else (),
    }
    for kind, names in programs.items():
        if voice in ("auto", kind):
            found = next((path for path in map(shutil.which, names) if path), None)
            if found:
                return SpokenByProgram(kind, found)
    return Silence()
