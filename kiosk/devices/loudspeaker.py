"""Whether this machine can be heard, asked without a sound system: Qt's takes 19 MiB to say that there is none."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def has_loudspeaker(environment: Mapping[str, str] = os.environ, devices: Path = Path("/dev/snd")) -> bool:
    """A sound card that plays (ALSA: `pcmC0D0p`), or a sound server of this session. Elsewhere than on Linux there
    always is one, as far as can be told."""
    if not sys.platform.startswith("linux"):
        return True
    if environment.get("PULSE_SERVER") or any(devices.glob("pcmC*p")):
        return True
    session = environment.get("XDG_RUNTIME_DIR", "")
    return bool(session) and any((Path(session) / socket).exists() for socket in ("pulse/native", "pipewire-0"))
