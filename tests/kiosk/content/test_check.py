"""A pack is told all that is wrong with it, at once, with file, line and mend."""

from pathlib import Path

import pytest

from kiosk.content import NoFolder, check
from kiosk.content.__main__ import main
from kiosk.machines import allowed_parameters
from kiosk.resources import resource
from tests.kiosk.content.a_pack import an_exhibit, change, put

SHIPPED = ("enamel", "tianning", "erqi", "shougang")


def faults(folder: Path, machines: dict[str, dict[str, tuple[float, float, str]]] | None = None) -> list[str]:
    return [str(fault) for fault in check(folder, machines).faults]


def warnings(folder: Path) -> list[str]:
    return [str(warning) for warning in check(folder).warnings]


def line_of(folder: Path, name: str, text: str) -> int:
    """The line on which a text stands, counted as an editor does."""
    whole = (folder / name).read_text(encoding="utf-8")
    return whole[: whole.index(text)].count("\n") + 1


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_pack_that_comes_with_the_program_is_without_fault(slug: str) -> None:
    report = check(resource("sites", slug), allowed_parameters())
    assert report.faults == ()


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_pack_that_comes_with_the_program_lacks_no_translation_and_no_alt_text(slug: str) -> None:
    said = [str(w) for w in check(resource("sites", slug)).warnings]
    assert [w for w in said if "translation" in w or "alt text" in w or "contrast" in w or "nothing uses" in w] == []


def test_a_sound_pack_has_neither_faults_nor_warnings(pack: Path) -> None:
    assert check(pack) == check(pack)
    assert faults(pack) == []
    assert warnings(pack) == []


def test_faults_of_several_files_are_told_at_once_each_with_its_line(pack: Path) -> None:
    change(pack, "site.toml", 'here = "hall"', 'here = "cellar"')
    change(pack, "site.toml", 'close = "17:30"', 'close = "25:00"')
    change(pack, "exhibits/01-jingtailan.md", 'confidence = "medium"', 'confidence = "low"')
    change(pack, "workshops/wire.toml", "capacity = 12", "capacity = 4")
    assert [(f.file, f.line) for f in check(pack).faults] == [
        ("exhibits/01-jingtailan.md", line_of(pack, "exhibits/01-jingtailan.md", 'confidence = "low"')),
        ("site.toml", line_of(pack, "site.toml", 'here = "cellar"')),
        ("site.toml", line_of(pack, "site.toml", 'close = "25:00"')),
        ("workshops/wire.toml", line_of(pack, "workshops/wire.toml", "max_party")),
    ]
    assert all(f.what and f.mend for f in check(pack).faults)


@pytest.mark.parametrize(
    ("name", "old", "new", "at", "said"),
    [
        ("site.toml", 'slug = "works"', "slug = 7", "", "slug is a whole number, not a text"),
        ("site.toml", 'slug = "works"', 'slug = "../works"', "", "can't be a slug"),
        ("site.toml", "format = 1", "format = 2", "", "newer than this program"),
        ("site.toml", 'theme = "tianning"', 'theme = "neon"', "", "no theme “neon”"),
        ("site.toml", 'timezone = "Asia/Shanghai"', 'timezone = "../../etc/passwd"', "", "no time zone"),
        ("site.toml", 'attract = "pump"', 'atract = "pump"', "", "“atract” is not known here. Did you mean attract?"),
        ("site.toml", "to = 2026-12-09", "to = 2026-12-01", "", "lies before the first"),
        (
            "site.toml",
            '[[category]]\nslug = "child"',
            '[[category]]\nslug = "adult"',
            '[[category]]\nslug = "adult"\nname = { zh = "儿童"',
            "“adult” is there twice",
        ),
        (
            "site.toml",
            'slug = "yard"',
            'slug = "hall"',
            '[[zone]]\nslug = "hall"\nlevel = 1\nname = { zh = "院子"',
            "zone “hall” is there twice",
        ),
        ("site.toml", "percent = 100\nadult = true", "percent = 100", "[[category]]", "no category is of adults"),
        ("site.toml", "percent = 50", "percent = 150", "", "out of range"),
        ("exhibits/02-pump.md", "number = 2", "number = 1", "", "number “1” is that of exhibits/01-jingtailan.md too"),
        ("exhibits/02-pump.md", 'zone = "yard"', 'zone = "roof"', "", "“roof” is no zone of this park"),
        ("exhibits/02-pump.md", "# en\n", "# english\n", "# english", "“# english” is not a language"),
        ("exhibits/01-jingtailan.md", "x = 0.25", "x = nan", "", "out of range"),
        (
            "exhibits/01-jingtailan.md",
            "[[fact]]\nvalue",
            "[[fact]]\nsources = 3\nvalue",
            "sources = 3",
            "“sources” is not known",
        ),
        ("workshops/wire.toml", "price = 12801", 'price = "128.01"', "", "price is a text, not a whole number"),
        ("workshops/wire.toml", 'times = ["09:30", "14:30"]', 'times = ["23:30"]', "", "end after midnight"),
        ("workshops/wire.toml", 'days = ["tue", "sat"]', 'days = ["tuesday"]', "", "“tuesday” is not a day"),
    ],
)
def test_a_fault_names_its_line(pack: Path, name: str, old: str, new: str, *, at: str, said: str) -> None:
    change(pack, name, old, new)
    line = line_of(pack, name, at or new)
    found = check(pack).faults
    assert [(f.file, f.line) for f in found if said in str(f)] == [(name, line)], found


def test_a_fact_without_a_listed_source_is_a_fault(pack: Path) -> None:
    change(pack, "site.toml", 'id = "book"', 'id = "diary"')
    assert [f for f in faults(pack) if "the source “book” is not listed" in f]


def test_a_picture_that_is_not_there_is_named_and_near_spelling_is_told(pack: Path) -> None:
    (pack / "pictures/pump.svg").rename(pack / "pictures/Pump.svg")
    assert [f for f in faults(pack) if "not in the pack" in f and "It is written pictures/Pump.svg" in f]


def test_the_map_must_show_every_zone_and_its_ways_are_circles(pack: Path) -> None:
    change(pack, "map.svg", 'id="zone-yard"', 'id="zone-roof"')
    change(pack, "map.svg", '<circle id="way-hall" r="1"/>', '<path id="way-hall" d="M0 0"/>')
    assert [f.split(". ")[0] for f in faults(pack)] == [
        'map.svg: id="way-hall" is a <path>',
        "map.svg: the map does not show the zone “yard”",
    ]


def test_the_motif_has_the_tickets_own_viewbox(pack: Path) -> None:
    change(pack, "motif.svg", "0 0 528 150", "0 0 100 100")
    assert [f for f in faults(pack) if f.startswith("motif.svg") and "0 0 528 150" in f]


def test_an_interactive_is_looked_up_where_the_machines_are_known(pack: Path) -> None:
    machines = {"pump": {"speed": (0.0, 1450.0, "r/min")}}
    put(pack, "exhibits/02-pump.md", an_exhibit("pump", 2, "泵", "Pump", zone="yard", more='interactive = "pomp"'))
    assert [f for f in faults(pack, machines) if "no interactive “pomp”" in f]
    assert faults(pack) == []  # without the machines' names nobody can say
    more = 'interactive = "pump"\n[parameters]\nspeed = 9000\ncolour = 1'
    put(pack, "exhibits/02-pump.md", an_exhibit("pump", 2, "泵", "Pump", zone="yard", more=more))
    assert len([f for f in faults(pack, machines) if "speed = 9000 is out of range" in f or "“colour”" in f]) == 2


def test_any_machine_may_play_on_the_attract_page_and_no_other(pack: Path) -> None:
    change(pack, "site.toml", 'attract = "pump"', 'attract = "steam-hammer"')
    machines: dict[str, dict[str, tuple[float, float, str]]] = {"pump": {}, "steam-hammer": {}}
    assert faults(pack, machines) == []
    del machines["steam-hammer"]
    assert [f for f in faults(pack, machines) if "“steam-hammer” is not known" in f and "Write one of pump" in f]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("site.toml", ', en = "Machines to see"', "", "tagline has no translation into en"),
        ("exhibits/02-pump.md", 'alt = { zh = "一张图", en = "A drawing" }\n', "", "no alt text"),
        ("exhibits/02-pump.md", "related = []", 'related = ["lathe"]', "“lathe” is no other exhibit"),
        ("site.toml", 'proof = { zh = "量身高", en = "The desk measures" }', "", "a discount without proof"),
        ("site.toml", 'map = "map.svg"', "", "there is no map"),
    ],
)
def test_what_is_unwise_is_a_warning_and_no_fault(pack: Path, name: str, old: str, new: str, said: str) -> None:
    change(pack, name, old, new)
    assert faults(pack) == []
    assert [w for w in warnings(pack) if said in w]


def test_long_texts_and_long_sentences_are_warned_of_in_both_languages(pack: Path) -> None:
    long = an_exhibit("pump", 2, "泵", "Pump", zone="yard").replace("by hand. ", "by hand and ")
    put(pack, "exhibits/02-pump.md", long.replace("自己动手。", "自己动手，"))
    said = warnings(pack)
    assert [w for w in said if "words in en" in w and "a sentence of" in w]
    assert [w for w in said if "characters in zh" in w and "a sentence of" in w]


def test_a_themes_low_contrast_is_warned_of_over_the_theme_that_it_changes(pack: Path) -> None:
    put(pack, "theme.toml", '[colours]\ndim = "#404040"\naccent = "#EE9A5B"\n')
    said = warnings(pack)
    assert [w for w in said if w.startswith("theme.toml:2: dim on ground has a contrast of 1.7:1")]
    assert not [w for w in said if "accent on ground" in w]
    put(pack, "theme.toml", '[colours]\ndim = "grey"\n')
    assert [f for f in faults(pack) if f.startswith("theme.toml:2: dim = “grey” is no colour")]


def test_a_picture_that_nobody_uses_is_a_warning(pack: Path) -> None:
    put(pack, "pictures/spare.svg", (pack / "pictures/pump.svg").read_bytes())
    assert warnings(pack) == ["pictures/spare.svg: nothing uses this picture. Name it somewhere, or take it away"]


def test_a_folder_that_is_none_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(NoFolder):
        check(tmp_path / "nowhere")
    with pytest.raises(NoFolder):
        check(put(tmp_path, "file", "x"))


def test_the_check_for_authors_prints_and_answers(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(pack)]) == 0
    change(pack, "site.toml", 'here = "hall"', 'here = "cellar"')
    assert main([str(pack)]) == 1
    assert "FAULT    site.toml:8:" in capsys.readouterr().out
    assert main([]) == 2
    assert main([str(pack / "nowhere")]) == 2
