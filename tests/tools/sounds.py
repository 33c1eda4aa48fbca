"""Makes the kiosk's sounds, all of them, out of sines and noise: `python tests/tools/sounds.py [folder]`.

They are short (half a second at most), soft, and the same to the byte at every run. What they are for says
`docs/interactives.md`.
"""

import sys
import wave
from array import array
from collections.abc import Callable, Mapping
from math import exp, pi, sin, tau
from pathlib import Path
from random import Random

RATE = 22_050  # samples a second: they hold nothing above 8 kHz
LONGEST_S = 0.5
PEAK = 0.5  # of full scale: 6 dB below what a loudspeaker at full volume could give
FADE_S = 0.004  # at both ends, so that nothing clicks

Wave = list[float]


def samples(seconds: float, at: Callable[[float], float]) -> Wave:
    """A sound from its value at each moment."""
    return [at(number / RATE) for number in range(round(seconds * RATE))]


def bell(seconds: float, pitch: float, partials: Mapping[float, float], decay_s: float) -> Wave:
    """Something struck: partials (times the pitch: loudness) that fade, the higher ones sooner."""
    return samples(
        seconds,
        lambda t: sum(
            part * sin(tau * pitch * times * t) * exp(-t * times / decay_s) for times, part in partials.items()
        ),
    )


def noise(seconds: float, dark: float, seed: int) -> Wave:
    """Rushing: noise through a low pass, from 0 (bright) to nearly 1 (dark)."""
    chance, before, out = Random(seed), 0.0, []
    for _ in range(round(seconds * RATE)):
        before = dark * before + (1 - dark) * chance.uniform(-1, 1)
        out.append(before)
    loudest = max(map(abs, out))
    return [value / loudest for value in out]


def shaped(sound: Wave, loudness: Callable[[float], float]) -> Wave:
    """A sound whose loudness goes with time."""
    return [value * loudness(number / RATE) for number, value in enumerate(sound)]


def mixed(*sounds: tuple[float, float, Wave]) -> Wave:
    """Sounds laid over each other: when each begins, how loud, and itself."""
    length = max(round(start * RATE) + len(sound) for start, _, sound in sounds)
    out = [0.0] * length
    for start, loud, sound in sounds:
        first = round(start * RATE)
        for number, value in enumerate(sound):
            out[first + number] += loud * value
    return out


def tap() -> Wave:
    """A knuckle on wood."""
    return bell(0.07, 620, {1: 1.0, 2.4: 0.4, 4.1: 0.12}, 0.016)


def goal() -> Wave:
    """Two notes, a fifth up: something has come right."""
    struck = {1: 1.0, 2: 0.35, 3.01: 0.15, 4.2: 0.06}
    return mixed((0, 0.8, bell(0.48, 659.3, struck, 0.16)), (0.13, 1.0, bell(0.35, 987.8, struck, 0.17)))


def ticket() -> Wave:
    """Paper that is fed step by step, then cut."""
    feed = shaped(noise(0.36, 0.35, 3), lambda t: (0.35 + 0.65 * max(0.0, sin(tau * 34 * t))) * min(1.0, t / 0.03))
    return mixed((0, 0.6, feed), (0.37, 1.0, shaped(noise(0.09, 0.1, 4), lambda t: exp(-t / 0.012))))


def door() -> Wave:
    """A heavy iron door that falls to."""
    iron = bell(0.48, 187, {1: 0.5, 2.76: 0.3, 5.4: 0.16}, 0.14)
    thump = samples(0.3, lambda t: sin(tau * (58 * t + 1.6 * (1 - exp(-t / 0.03)))) * exp(-t / 0.07))
    return mixed((0, 1.0, thump), (0, 0.5, iron), (0, 0.35, shaped(noise(0.06, 0.6, 5), lambda t: exp(-t / 0.015))))


def valve() -> Wave:
    """Water that is cut off, and the gate that meets its seat."""
    hiss = shaped(noise(0.26, 0.15, 6), lambda t: (1 - t / 0.26) ** 2 * min(1.0, t / 0.02))
    seat = bell(0.2, 880, {1: 0.7, 2.76: 0.4, 5.4: 0.15}, 0.05)
    return mixed((0, 0.5, hiss), (0.22, 0.9, seat))


def landing() -> Wave:
    """Skis on snow: a thud, and the powder."""
    thud = samples(0.3, lambda t: sin(tau * (64 * t + 0.9 * (1 - exp(-t / 0.025)))) * exp(-t / 0.06))
    powder = shaped(noise(0.46, 0.55, 7), lambda t: min(1.0, t / 0.02) * exp(-t / 0.12))
    return mixed((0, 1.0, thud), (0.01, 0.55, powder))


SOUNDS: Mapping[str, Callable[[], Wave]] = {
    "tap": tap,
    "goal": goal,
    "ticket": ticket,
    "door": door,
    "valve": valve,
    "landing": landing,
}


def as_pcm(sound: Wave) -> bytes:
    """16 bits a sample, as loud as all the others, faded at both ends."""
    loudest, fade = max(map(abs, sound)), round(FADE_S * RATE)
    out = array("h")
    for number, value in enumerate(sound):
        edge = min(1.0, number / fade, (len(sound) - 1 - number) / fade)
        out.append(round(32_767 * PEAK * value / loudest * (1 - sin(pi / 2 * (1 - edge)) ** 2)))
    if sys.byteorder == "big":
        out.byteswap()
    return out.tobytes()


def write(folder: Path) -> None:
    """All of them, as WAV."""
    for name, make in SOUNDS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(as_pcm(make()))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "resources" / "sounds")
