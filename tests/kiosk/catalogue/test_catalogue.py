"""What there is to see and to do, in the language asked for."""

from pathlib import Path

import pytest
from sqlalchemy import event

from db.store import Store
from kiosk.catalogue import Catalogue, UnknownExhibit, UnknownSite, UnknownWorkshop
from kiosk.clock import SetClock
from kiosk.events import Events
from kiosk.resources import resource
from tests.kiosk.content import a_pack

SHIPPED = ("enamel", "tianning", "erqi", "shougang")


def test_a_park_speaks_the_language_asked_for_and_shows_the_other_name(catalogue: Catalogue, tmp_path: Path) -> None:
    zh, en = catalogue.site("works", "zh"), catalogue.site("works", "en")
    assert (zh.name, zh.other_name) == ("工厂", "The Works")
    assert (en.name, en.other_name) == ("The Works", "工厂")
    assert en.here == "hall"
    assert en.map is not None
    assert en.map.is_file()
    assert en.map.is_relative_to(tmp_path / "media")
    assert catalogue.sites("en") == (en,)


def test_zones_come_in_the_parks_order_with_their_exhibits_counted(catalogue: Catalogue) -> None:
    assert [(z.slug, z.name, z.exhibits) for z in catalogue.zones("works", "en")] == [
        ("hall", "Hall", 1),
        ("yard", "Yard", 1),
    ]


def test_an_exhibits_page_tells_story_facts_places_and_times(catalogue: Catalogue) -> None:
    exhibit = catalogue.exhibit("works", "jingtailan", "en")
    assert exhibit.card.teaser == "The teaser of Cloisonné."
    assert exhibit.story == (a_pack.EN.strip(),)  # the teaser is not told twice
    assert [(f.value, f.unit, f.label, f.source) for f in exhibit.facts] == [("800", "°C", "Heat", "A textbook")]
    assert [(m.when, m.text) for m in exhibit.timeline] == [("1970s", "Built.")]
    assert [(h.x, h.y, h.title) for h in exhibit.hotspots] == [(0.25, 0.5, "Edge")]
    assert exhibit.sources == ("A textbook",)
    assert exhibit.card.picture is not None
    assert exhibit.card.picture.alt == "A drawing"
    assert (exhibit.card.picture.width, exhibit.card.picture.height) == (1600, 1000)
    assert exhibit.read_aloud.split("\n") == [
        "Cloisonné",
        "The teaser of Cloisonné.",
        a_pack.EN.strip(),
        "Heat: 800 °C",
    ]
    assert catalogue.exhibit("works", "jingtailan", "zh").read_aloud.endswith("温度：800°C")


def test_a_missing_translation_falls_back_to_the_other_language(store: Store, tmp_path: Path) -> None:
    pack = tmp_path / "works"
    a_pack.change(pack, "exhibits/02-pump.md", '{ zh = "离心泵", en = "Centrifugal pump" }', '{ zh = "离心泵" }')
    a_pack.a_room(store, tmp_path / "media").import_pack(pack)
    catalogue = Catalogue(store, tmp_path / "media", SetClock(a_pack.NOON), Events())
    card = catalogue.exhibits("works", "en")[1]
    assert (card.name, card.other_name) == ("离心泵", "离心泵")
    assert card.teaser == "The teaser of Centrifugal pump."
    assert catalogue.exhibits("works", "fr")[0].name == "景泰蓝"


def test_a_workshops_price_begins_where_one_who_comes_alone_pays_least(catalogue: Catalogue) -> None:
    (workshop,) = catalogue.workshops("works", "en")
    assert workshop.from_fen == 12801  # the child's half price needs an adult
    assert workshop == catalogue.workshop("works", "wire", "en")
    assert workshop.zone_name == "Yard"


def test_half_a_fen_goes_up(store: Store, tmp_path: Path, catalogue: Catalogue) -> None:
    a_pack.change(tmp_path / "works", "site.toml", "needs_adult = true\n", "adult = true\n")
    a_pack.a_room(store, tmp_path / "media").import_pack(tmp_path / "works")
    assert catalogue.workshop("works", "wire", "en").from_fen == 6401


def test_what_is_not_there_is_named(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownSite, match="known: works"):
        catalogue.site("nowhere", "zh")
    with pytest.raises(UnknownSite):
        catalogue.search("nowhere", "x", "zh")
    with pytest.raises(UnknownExhibit):
        catalogue.exhibit("works", "wire", "zh")
    with pytest.raises(UnknownWorkshop):
        catalogue.workshop("works", "pump", "zh")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jtl", ["jingtailan"]),
        ("JTL", ["jingtailan"]),
        ("ｊｔｌ", ["jingtailan"]),
        ("j t l", ["jingtailan"]),
        ("jingtai", ["jingtailan"]),
        ("Jing Tai Lan", ["jingtailan"]),
        ("景泰", ["jingtailan"]),
        ("泰 蓝", ["jingtailan"]),
        ("cloisonne", ["jingtailan"]),
        ("CLOISONNÉ", ["jingtailan"]),
        ("pump centrifugal", ["pump"]),
        ("lxb", ["pump"]),
        ("metal", ["jingtailan", "pump"]),
        ("js", ["jingtailan", "pump"]),
        ("2", ["pump"]),
        ("zzz", []),
        ("  ", []),
        ("%", []),
        ("_", []),
    ],
)
def test_a_visitor_finds_an_exhibit_however_it_is_typed(catalogue: Catalogue, typed: str, found: list[str]) -> None:
    for lang in ("zh", "en"):
        assert [card.slug for card in catalogue.search("works", typed, lang)] == found


def test_the_nearest_comes_first(store: Store, tmp_path: Path, catalogue: Catalogue) -> None:
    pack = tmp_path / "works"
    a_pack.put(pack, "exhibits/00-x.md", a_pack.an_exhibit("x", 9, "泵", "Pump"))
    a_pack.put(
        pack, "exhibits/00-y.md", a_pack.an_exhibit("y", 1, "水泵房", "Pump house").replace("number = 1", "number = 8")
    )
    for slug in ("x", "y"):
        a_pack.put(pack, f"pictures/{slug}.svg", a_pack.a_drawing(f"<title>{slug}</title>"))
    a_pack.a_room(store, tmp_path / "media").import_pack(pack)
    assert [card.name for card in catalogue.search("works", "pump", "en")] == ["Pump", "Pump house", "Centrifugal pump"]


@pytest.fixture(scope="module")
def parks(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The four parks that come with the program."""
    folder = tmp_path_factory.mktemp("parks")
    store = a_pack.a_store(folder)
    room = a_pack.a_room(store, folder / "media")
    room.import_missing({slug: resource("sites", slug) for slug in SHIPPED})
    return Catalogue(store, folder / "media", SetClock(a_pack.NOON), Events())


@pytest.mark.parametrize("slug", SHIPPED)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_exhibit_and_workshop_of_the_program_can_be_shown_in_full(parks: Catalogue, slug: str, lang: str) -> None:
    cards = parks.exhibits(slug, lang)
    assert len(cards) >= 8
    for card in cards:
        exhibit = parks.exhibit(slug, card.slug, lang)
        assert exhibit.story
        assert exhibit.sources
        assert card.name
        assert card.teaser
        assert card.picture is not None
        assert card.picture.alt
        assert card.picture.path.is_file()
        assert all(fact.value and fact.label and fact.source for fact in exhibit.facts)
    workshops = parks.workshops(slug, lang)
    assert len(workshops) >= 3
    assert all(w.name and w.summary and w.story and w.meeting_point and w.picture for w in workshops)


def test_jtl_finds_cloisonne_in_the_enamel_factory(parks: Catalogue) -> None:
    assert parks.search("enamel", "jtl", "zh")


def test_a_list_costs_as_many_statements_for_thirteen_exhibits_as_for_two(
    parks: Catalogue, catalogue: Catalogue
) -> None:
    def statements(of: Catalogue, site: str) -> int:
        seen: list[str] = []
        event.listen(of.store.engine, "before_cursor_execute", lambda *a: seen.append(a[2]))
        of.exhibits(site, "zh")
        return len(seen)

    assert statements(parks, "tianning") == statements(catalogue, "works") <= 7
