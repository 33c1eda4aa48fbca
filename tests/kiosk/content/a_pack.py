"""Packs for tests: a small sound one, written to a folder, to be changed file by file."""

from datetime import UTC, datetime
from pathlib import Path

from db.store import Store, open_store
from db.upgrade import upgrade
from kiosk.clock import SetClock
from kiosk.content import Content
from kiosk.events import Events

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}">{inside}</svg>'
NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)  # in Beijing

SITE = """\
format = 1
slug = "works"
theme = "tianning"
attract = "pump"
timezone = "Asia/Shanghai"
map = "map.svg"
motif = "motif.svg"
here = "hall"
name = { zh = "工厂", en = "The Works" }
tagline = { zh = "看得见的机器", en = "Machines to see" }
about = { zh = "一座小工厂。", en = "A small works." }
address = { zh = "北京", en = "Beijing" }

[[source]]
id = "book"
text = { zh = "教科书", en = "A textbook" }

[[hours]]
days = ["tue", "wed", "thu", "fri", "sat", "sun"]
open = "09:00"
close = "17:30"

[[closed]]
from = 2026-12-08
to = 2026-12-09
note = { zh = "检修", en = "Repairs" }

[holidays]
calendar = "cn"
open = "08:30"
close = "18:00"

[[zone]]
slug = "hall"
level = 1
name = { zh = "大厅", en = "Hall" }

[[zone]]
slug = "yard"
level = 1
name = { zh = "院子", en = "Yard" }

[[category]]
slug = "adult"
name = { zh = "成人", en = "Adult" }
percent = 100
adult = true

[[category]]
slug = "child"
name = { zh = "儿童", en = "Child" }
percent = 50
needs_adult = true
any_of = [{ max_age = 6 }, { max_height_cm = 120 }]
proof = { zh = "量身高", en = "The desk measures" }

[rules]
days_ahead = 30
cutoff_minutes = 0

[[rules.refund]]
hours_before = 2
percent = 100
"""

EXHIBIT = """\
+++
slug = "{slug}"
number = {number}
zone = "{zone}"
minutes = 3
picture = "pictures/{slug}.svg"
name = {{ zh = "{zh}", en = "{en}" }}
alt = {{ zh = "一张图", en = "A drawing" }}
tags = {{ zh = ["金属"], en = ["metal"] }}
related = []
{more}
+++
# zh
{zh}的引言。

{zh_story}

# en
The teaser of {en}.

{en_story}
"""
FACT = """
[[fact]]
value = "800"
unit = { zh = "°C", en = "°C" }
label = { zh = "温度", en = "Heat" }
source = "book"
confidence = "medium"

[[hotspot]]
x = 0.25
y = 0.5
title = { zh = "边", en = "Edge" }
text = { zh = "在这里。", en = "Here it is." }

[[moment]]
when = { zh = "20世纪70年代", en = "1970s" }
text = { zh = "建成。", en = "Built." }
source = "book"
confidence = "high"
"""

WORKSHOP = """\
slug = "wire"
zone = "yard"
minutes = 60
capacity = 12
max_party = 6
wheelchair_places = 2
picture = "pictures/wire.svg"
price = 12801
name = {{ zh = "掐丝", en = "Bending wire" }}
summary = {{ zh = "弯一朵花", en = "Bend a flower" }}
meeting_point = {{ zh = "门口", en = "At the door" }}
alt = {{ zh = "一张图", en = "A drawing" }}

[story]
zh = "{zh_story}"
en = "{en_story}"

[[weekly]]
days = ["tue", "sat"]
times = ["09:30", "14:30"]
language = "zh"
"""

ZH = "师傅先做一遍给大家看，然后每个人自己动手。" * 6
EN = "The maker shows each step first, and then everybody tries it by hand. " * 6


def write_pack(folder: Path) -> Path:
    """A sound pack without a warning: two exhibits, one workshop."""
    put(folder, "site.toml", SITE)
    put(folder, "exhibits/01-jingtailan.md", an_exhibit("jingtailan", 1, "景泰蓝", "Cloisonné", more=FACT))
    put(folder, "exhibits/02-pump.md", an_exhibit("pump", 2, "离心泵", "Centrifugal pump", zone="yard"))
    put(folder, "workshops/wire.toml", WORKSHOP.format(zh_story=ZH, en_story=EN))
    for name in ("jingtailan", "pump", "wire"):
        put(folder, f"pictures/{name}.svg", a_drawing(f"<title>{name}</title>"))
    zones = '<path id="zone-hall" d="M0 0h9v9z"/><path id="zone-yard" d="M9 9h9v9z"/>'
    ways = '<circle id="way-hall" r="1"/><circle id="way-yard" r="1"/>'
    put(folder, "map.svg", a_drawing(zones + ways))
    put(folder, "motif.svg", a_drawing('<path d="M0 0h9"/>', 528, 150))
    return folder


def an_exhibit(slug: str, number: int, zh: str, en: str, *, zone: str = "hall", more: str = "") -> str:
    return EXHIBIT.format(slug=slug, number=number, zone=zone, zh=zh, en=en, more=more, zh_story=ZH, en_story=EN)


def a_drawing(inside: str, w: int = 1600, h: int = 1000) -> str:
    return SVG.format(w=w, h=h, inside=inside)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write one file of a pack."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Change one place of a file; it must be there, and once."""
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def a_store(folder: Path) -> Store:
    """An empty database of today's schema."""
    store = open_store(f"sqlite:///{(folder / 'kiosk.sqlite3').as_posix()}")
    upgrade(store)
    return store


def a_room(store: Store, media: Path, events: Events | None = None) -> Content:
    """The subject over a store."""
    return Content(store, media, SetClock(NOON), events or Events())
