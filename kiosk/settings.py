"""What a park decides about one kiosk: one TOML file and environment variables over it.

Everything a kiosk stores lies in its home folder; `kiosk.toml` in it holds the settings. `KIOSK_PRINTER__KIND=cups` in
the environment wins over `kind` under `[printer]` in the file. This module imports pydantic; `kiosk.settings_cache`
gives the same values before the first frame without it.
"""

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from kiosk.home import ENVIRONMENT_OF_TOOLS, SETTINGS_FILE


class BadSettings(Exception):
    """The settings cannot be used. `faults` are whole sentences that name file, key and mend."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Screen(_Table):
    """The screen and what is drawn on it."""

    inches: float = Field(
        32.0, ge=7, le=110, description="Diagonal of the screen in inches: sizes on it are in millimetres."
    )
    turned: Literal[0, 90, 180, 270] = Field(0, description="Degrees by which the picture is turned clockwise.")
    windowed: bool = Field(False, description="true: a window on a desktop, for trying out; false: the whole screen.")
    renderer: Literal["auto", "software", "opengl"] = Field(
        "auto",
        description="auto: OpenGL where there is a GPU, else the software renderer, which is quicker without one.",
    )
    reach_top_mm: int = Field(
        1800,
        ge=500,
        le=3000,
        description="Height of the screen's upper edge above the floor, in mm, for the reach mode.",
    )


class Idle(_Table):
    """When a kiosk takes itself back after a visitor who has gone. All times are trebled in accessible mode."""

    browsing_s: int = Field(60, ge=20, le=600, description="Seconds without a touch while looking round.")
    booking_s: int = Field(90, ge=30, le=900, description="Seconds without a touch while booking.")
    countdown_s: int = Field(
        20, ge=20, le=120, description="Seconds of countdown before the reset (WCAG 2.2.1: at least 20)."
    )


class Printer(_Table):
    """Where tickets come out."""

    kind: Literal["pdf", "cups", "tcp", "serial", "usb", "none"] = Field(
        "pdf",
        description="pdf: a folder of PDF files; cups: a queue of this machine or of a server; tcp: an ESC/POS printer "
        "in the network (port 9100); serial, usb: an ESC/POS printer on a cable; none: tickets on the screen alone.",
    )
    paper: Literal["80mm", "58mm", "a6", "a5"] = Field("80mm", description="Thermal roll (203 dpi) or sheet.")
    folder: str = Field("tickets", description="For pdf: the folder, below the home folder unless absolute.")
    queue: str = Field("", description="For cups: the queue's name; empty is the default queue.")
    server: str = Field("", description="For cups: host:port or socket of the scheduler; empty is this machine's.")
    host: str = Field("", description="For tcp: name or address of the printer.")
    port: int = Field(9100, ge=1, le=65535, description="For tcp: its port.")
    device: str = Field(
        "", description="For serial: the port, e.g. /dev/ttyUSB0 or COM3; for usb: vendor:product, e.g. 04b8:0e15."
    )
    baud: int = Field(38400, ge=1200, le=921600, description="For serial: bits per second.")
    done_after_s: float = Field(
        6.0, ge=1, le=120, description="For printers that do not answer: seconds after which the next ticket is sent."
    )
    stale_after_s: int = Field(
        180,
        ge=30,
        le=3600,
        description="Seconds after which a ticket that could not be printed is no longer printed by itself.",
    )


class Scanner(_Table):
    """How a printed ticket is read at the kiosk."""

    kind: Literal["keyboard", "serial", "none"] = Field(
        "keyboard", description="Most hand scanners type like a keyboard."
    )
    device: str = Field("", description="For serial: the port.")
    baud: int = Field(9600, ge=1200, le=921600, description="For serial: bits per second.")


class Sound(_Table):
    """Sound, which nothing needs."""

    volume: float = Field(0.6, ge=0, le=1, description="Set back to this for each visitor; 0 is silence.")
    read_aloud: bool = Field(True, description="Whether pages can be read aloud.")
    voice: Literal["auto", "espeak", "say", "sapi", "none"] = Field(
        "auto", description="The speech program; auto finds one."
    )
    quiet_from: str = Field(
        "21:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="From then on no sound of its own."
    )
    quiet_to: str = Field("08:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="Until then.")


class Booking(_Table):
    """How seats are kept."""

    hold_s: int = Field(180, ge=60, le=1800, description="Seconds for which seats are kept while a visitor decides.")
    plan_days: int = Field(35, ge=1, le=400, description="How many days ahead sessions are laid out.")
    erase_after_days: int = Field(
        30, ge=0, le=3650, description="Days after a visit when its name and phone number are erased."
    )


class Settings(BaseSettings):
    """All settings of one kiosk, checked. Frozen: a change needs a new start."""

    model_config = SettingsConfigDict(
        env_prefix="KIOSK_",
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        validate_default=True,
        nested_model_default_partial_update=True,
    )

    site: str = Field(
        "enamel",
        pattern=r"^[a-z0-9-]{1,40}$",
        description="The park that this kiosk stands in: the slug of its site pack.",
    )
    zone: str = Field("", description="The zone that it stands in; empty: as the site pack says.")
    name: str = Field("kiosk-1", min_length=1, max_length=40, description="What staff call this machine.")
    language: Literal["zh", "en"] = Field(
        "zh", description="The language that the kiosk goes back to for each visitor."
    )
    database: str = Field(
        "",
        description="Database URL; empty: the embedded database in the home folder. PostgreSQL: postgresql+psycopg://user@host/name",
    )
    screen: Screen = Field(default_factory=lambda: Screen.model_validate({}), description="The screen.")
    idle: Idle = Field(
        default_factory=lambda: Idle.model_validate({}), description="Going back to the start by itself."
    )
    printer: Printer = Field(default_factory=lambda: Printer.model_validate({}), description="The ticket printer.")
    scanner: Scanner = Field(default_factory=lambda: Scanner.model_validate({}), description="The ticket scanner.")
    sound: Sound = Field(default_factory=lambda: Sound.model_validate({}), description="Sound and speech.")
    booking: Booking = Field(default_factory=lambda: Booking.model_validate({}), description="Seats and data.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is pydantic-settings'
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        # The environment wins over what is handed in, which is the file.
        return env_settings, init_settings


def load(home: Path, **over: Any) -> Settings:
    """The settings of the kiosk whose home folder is `home`; `over` are the command line's, which win over all.

    Raises BadSettings, naming every fault with its file, key and mend.
    """
    file = home / SETTINGS_FILE
    values = _read(file)
    try:
        settings = Settings(**values)
    except ValidationError as error:
        raise BadSettings(tuple(_sentence(file, fault) for fault in error.errors())) from error
    strangers = _unknown_variables()
    if strangers:
        raise BadSettings(strangers)
    return settings.model_copy(update=over) if over else settings


def keys() -> list[tuple[str, str, Any, str]]:
    """Every key as (table, key, default, description), in the order of the file; the table of a top key is empty."""
    rows: list[tuple[str, str, Any, str]] = []
    tables: list[tuple[str, str, Any, str]] = []
    for name, field in Settings.model_fields.items():
        default = field.get_default(call_default_factory=True, validated_data={})
        if isinstance(default, _Table):
            for inner, inner_field in type(default).model_fields.items():
                tables.append((name, inner, getattr(default, inner), _described(inner_field)))
        else:
            rows.append(("", name, default, _described(field)))
    return rows + tables


def _described(field: Any) -> str:
    text = str(field.description or "")
    choices = getattr(field.annotation, "__args__", None)
    if choices and not isinstance(field.annotation, type):
        text += f" One of: {', '.join(str(choice) for choice in choices)}."
    limits = [
        f"{sign} {getattr(m, name)}"
        for m in field.metadata
        for name, sign in (("ge", "at least"), ("le", "at most"))
        if hasattr(m, name)
    ]
    return text + (f" {', '.join(limits).capitalize()}." if limits else "")


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        raise BadSettings((f"{file}: this is not TOML: {error}. Compare it with `kiosk settings example`.",)) from error
    except UnicodeDecodeError as error:
        raise BadSettings((f"{file}: this is not UTF-8 text. Save it again as UTF-8.",)) from error
    except OSError as error:
        raise BadSettings(
            (f"{file}: cannot be read ({error.strerror}). Make it readable for the kiosk's user.",)
        ) from error


def _sentence(file: Path, fault: Any) -> str:
    path = tuple(str(part) for part in fault["loc"])
    key = ".".join(path)
    variable = "KIOSK_" + "__".join(path).upper()
    where = f"environment variable {variable}" if variable in os.environ else f"{file}{_line(file, path)}"
    if fault["type"] == "extra_forbidden":
        return (
            f"{where}: there is no setting `{key}`. Did you mean {_nearest(path)}? `kiosk settings example` lists all."
        )
    if fault["type"] == "literal_error":
        return f"{where}: `{key}` is {fault['input']!r}; it must be one of {fault['ctx']['expected']}."
    text = str(fault["msg"]).removeprefix("Value error, ")
    return f"{where}: `{key}` is {fault['input']!r}: {text[0].lower()}{text[1:]}."


def _line(file: Path, path: tuple[str, ...]) -> str:
    """`, line N` of the key in the file, or nothing where it does not stand there."""
    table = ""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    for number, raw in enumerate(lines, 1):
        line = raw.split("#")[0].strip()
        if line.startswith("[") and line.endswith("]"):
            table = line.strip("[] ")
        name = ".".join(part for part in (table, line.split("=")[0].strip()) if part)
        if "=" in line and name == ".".join(path):
            return f", line {number}"
        if table and table == ".".join(path) and "=" not in line:
            return f", line {number}"
    return ""


def _nearest(path: tuple[str, ...]) -> str:
    import difflib

    known = [f"{table}.{key}" if table else key for table, key, _, _ in keys()]
    near = difflib.get_close_matches(".".join(path), known, n=1, cutoff=0.3)
    return f"`{near[0]}`" if near else "a key of another name"


def _unknown_variables() -> tuple[str, ...]:
    """Environment variables that look like settings and are none: pydantic-settings passes over them in silence."""
    known = {f"KIOSK_{table}__{key}".upper() if table else f"KIOSK_{key}".upper() for table, key, _, _ in keys()}
    source = EnvSettingsSource(Settings)
    prefix = source.env_prefix.upper()
    strangers = sorted(
        name
        for name in os.environ
        if name.startswith(prefix)
        and name not in known
        and not name.startswith(ENVIRONMENT_OF_TOOLS)
        and name.removeprefix(prefix).lower() not in Settings.model_fields
    )
    return tuple(
        f"environment variable {name}: there is no such setting. Did you mean "
        f"{_nearest(tuple(name.removeprefix(prefix).lower().split('__')))}? `kiosk settings example` lists all."
        for name in strangers
    )
