"""A pack goes in whole or not at all, says before what it will change, and comes out as it went in."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Category, Exhibit, ExhibitText, Media, Session, Site, SiteText, Weekly, Workshop, Zone
from db.store import Store, open_store
from db.upgrade import upgrade
from kiosk.content import Content, ContentWatch, FolderInUse, MediaMissing, NoSuchSite, PackRefused
from kiosk.content.search_text import put_away_tables, search_text
from kiosk.events import ContentChanged, Events
from kiosk.resources import resource
from tests.kiosk.content.a_pack import EN, NOON, a_drawing, a_room, an_exhibit, change, put

SHIPPED = ("enamel", "tianning", "erqi", "shougang")


@pytest.fixture
def events() -> Events:
    return Events()


@pytest.fixture
def content(store: Store, tmp_path: Path, events: Events) -> Content:
    return a_room(store, tmp_path / "media", events)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_pack_that_goes_in_comes_out_and_in_again_without_a_change(
    pack: Path, content: Content, tmp_path: Path
) -> None:
    put(pack, "theme.toml", '[colours]\naccent = "#EE9A5B"\n')
    assert content.import_pack(pack)
    assert not content.import_pack(pack)
    content.export("works", tmp_path / "out" / "works")
    assert not content.diff(tmp_path / "out" / "works")
    assert not content.import_pack(tmp_path / "out" / "works")
    content.export("works", tmp_path / "again")
    assert files_of(tmp_path / "out" / "works") == files_of(tmp_path / "again")
    assert set(files_of(pack)) == set(files_of(tmp_path / "again"))


@pytest.mark.parametrize("slug", SHIPPED)
def test_the_parks_of_the_program_come_out_as_they_went_in(slug: str, content: Content, tmp_path: Path) -> None:
    content.import_pack(resource("sites", slug))
    content.export(slug, tmp_path / slug)
    assert content.diff(tmp_path / slug).lines() == []
    content.import_pack(tmp_path / slug)
    content.export(slug, tmp_path / "again")
    assert files_of(tmp_path / slug) == files_of(tmp_path / "again")


@pytest.mark.postgres
@pytest.mark.skipif("KIOSK_TEST_POSTGRES" not in os.environ, reason="tests/run.py starts the server")
def test_the_same_on_postgresql(pack: Path, tmp_path: Path) -> None:
    with empty_postgres() as store:
        content = a_room(store, tmp_path / "media")
        assert content.import_pack(pack)
        assert not content.import_pack(pack)
        content.export("works", tmp_path / "out")
        assert not content.import_pack(tmp_path / "out")
        change(pack, "site.toml", 'slug = "child"', 'slug = "kid"')
        assert content.import_pack(pack).kinds["categories"].removed == ("child",)


@contextmanager
def empty_postgres() -> Iterator[Store]:
    """A database of its own on the server that the tests were given."""
    from sqlalchemy import create_engine, text
    from sqlalchemy.engine import make_url

    url = make_url(os.environ["KIOSK_TEST_POSTGRES"])
    name = f"content_{os.getpid()}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    store = open_store(url.set(database=name).render_as_string(hide_password=False))
    try:
        upgrade(store)
        yield store
    finally:
        store.close()
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


def test_what_an_import_changes_is_told_before_and_done_after(pack: Path, content: Content, store: Store) -> None:
    assert content.diff(pack).new
    content.import_pack(pack)
    change(pack, "exhibits/02-pump.md", "minutes = 3", "minutes = 7")
    put(pack, "exhibits/03-valve.md", an_exhibit("valve", 3, "阀", "Valve"))
    put(pack, "pictures/valve.svg", a_drawing("<title>valve</title>"))
    (pack / "exhibits/01-jingtailan.md").unlink()
    told = content.diff(pack)
    assert told.as_dict()["changes"]["exhibits"] == {
        "added": ["valve"],
        "changed": {"pump": ["minutes"]},
        "removed": ["jingtailan"],
    }
    with store.read() as session:  # nothing has been done yet
        assert session.scalars(select(Exhibit.slug).order_by(Exhibit.number)).all() == ["jingtailan", "pump"]
    assert content.import_pack(pack) == told
    with store.read() as session:
        assert session.scalars(select(Exhibit.slug).order_by(Exhibit.number)).all() == ["pump", "valve"]


def test_ids_stay_when_texts_change(pack: Path, content: Content, store: Store) -> None:
    content.import_pack(pack)
    before = ids(store)
    change(pack, "exhibits/02-pump.md", 'en = "Centrifugal pump"', 'en = "The pump"')
    change(pack, "workshops/wire.toml", "price = 12801", "price = 9900")
    change(pack, "site.toml", 'en = "The Works"', 'en = "The Old Works"')
    content.import_pack(pack)
    assert ids(store) == before


def ids(store: Store) -> set[object]:
    with store.read() as session:
        return {
            i for kind in (Site, Zone, Category, Exhibit, Workshop, Weekly) for i in session.scalars(select(kind.id))
        }


def test_those_who_show_a_park_are_told_once_and_only_of_a_change(pack: Path, content: Content, events: Events) -> None:
    heard: list[ContentChanged] = []
    events.follow(ContentChanged, heard.append)
    content.import_pack(pack)
    content.import_pack(pack)
    assert heard == [ContentChanged("works")]


def test_a_kiosk_notices_what_another_program_has_imported(pack: Path, content: Content, store: Store) -> None:
    elsewhere = Events()
    heard: list[ContentChanged] = []
    elsewhere.follow(ContentChanged, heard.append)
    watch = ContentWatch(store, elsewhere)
    content.import_pack(pack)
    assert (watch.look(), watch.look()) == (("works",), ())
    change(pack, "site.toml", 'en = "The Works"', 'en = "The Old Works"')
    content.import_pack(pack)
    assert watch.look() == ("works",)
    assert heard == [ContentChanged("works")] * 2


def test_a_pack_with_a_fault_leaves_everything_as_it_was(
    pack: Path, content: Content, store: Store, tmp_path: Path
) -> None:
    content.import_pack(pack)
    media = files_of(tmp_path / "media")
    change(pack, "site.toml", 'en = "The Works"', 'en = "Ruined"')
    put(pack, "pictures/pump.svg", a_drawing("<title>new</title>"))
    put(pack, "map.svg", a_drawing("<script/>"))
    with pytest.raises(PackRefused) as refused:
        content.import_pack(pack)
    assert [fault.file for fault in refused.value.report.faults if "script" in fault.what] == ["map.svg"]
    with store.read() as session:
        names = session.scalars(select(SiteText.name).where(SiteText.lang == "en")).all()
    assert names == ["The Works"]
    assert files_of(tmp_path / "media") == media


def test_a_failure_in_the_middle_undoes_the_whole_import(
    pack: Path, content: Content, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.import_pack(pack)
    change(pack, "site.toml", 'en = "The Works"', 'en = "Half done"')

    def break_down(*_: object) -> None:
        raise OSError("the power went")

    monkeypatch.setattr("kiosk.content.rows._drop_files", break_down)  # the last step of all
    with pytest.raises(OSError, match="power"):
        content.import_pack(pack)
    monkeypatch.undo()
    assert content.diff(pack).kinds["site"].changed == {"works": ("name",)}  # still to be done


def test_pictures_are_stored_once_by_their_content_and_whole(
    pack: Path, content: Content, store: Store, tmp_path: Path
) -> None:
    put(pack, "pictures/wire.svg", (pack / "pictures/pump.svg").read_bytes())
    content.import_pack(pack)
    with store.read() as session:
        rows = session.scalars(select(Media)).all()
    assert len(rows) == 4  # two of the five pictures are the same
    assert all((tmp_path / "media" / row.path).stat().st_size == row.size for row in rows)
    assert not [name for name in files_of(tmp_path / "media") if ".coming" in name]


def test_a_stored_picture_that_was_damaged_is_mended_by_importing_again(
    pack: Path, content: Content, tmp_path: Path
) -> None:
    content.import_pack(pack)
    for path in (tmp_path / "media").rglob("*.svg"):
        path.write_bytes(b"x" * path.stat().st_size)
    with pytest.raises(MediaMissing):
        content.export("works", tmp_path / "out")
    assert not (tmp_path / "out").exists()
    content.import_pack(pack)
    content.export("works", tmp_path / "out")


def test_a_workshop_that_once_ran_is_retired_and_not_deleted(pack: Path, content: Content, store: Store) -> None:
    content.import_pack(pack)
    put(
        pack,
        "workshops/tour.toml",
        (pack / "workshops/wire.toml").read_text().replace('slug = "wire"', 'slug = "tour"'),
    )
    content.import_pack(pack)
    with store.write() as session:
        wire = session.scalars(select(Workshop).where(Workshop.slug == "wire")).one()
        start = datetime(2026, 12, 1, 2, tzinfo=UTC)
        session.add(
            Session(
                site_id=wire.site_id,
                workshop_id=wire.id,
                starts_at=start,
                ends_at=start + timedelta(hours=1),
                language="zh",
                capacity=12,
                wheelchair_places=0,
                price_fen=12801,
            )
        )
    (pack / "workshops/wire.toml").unlink()
    change(pack, "site.toml", '[[zone]]\nslug = "yard"', '[[zone]]\nslug = "court"')
    change(pack, "exhibits/02-pump.md", 'zone = "yard"', 'zone = "court"')
    change(pack, "workshops/tour.toml", 'zone = "yard"', 'zone = "court"')
    put(pack, "map.svg", (pack / "map.svg").read_text().replace("-yard", "-court"))
    assert content.import_pack(pack).kinds["workshops"].removed == ("wire",)
    assert not content.diff(pack)
    with store.read() as session:
        assert dict(session.execute(select(Workshop.slug, Workshop.active)).tuples().all()) == {
            "wire": False,
            "tour": True,
        }
        assert set(session.scalars(select(Zone.slug))) == {"hall", "yard", "court"}  # the yard is where it ran
    (pack / "workshops/tour.toml").unlink()  # never ran: it goes
    content.import_pack(pack)
    with store.read() as session:
        assert session.scalars(select(Workshop.slug)).all() == ["wire"]


def test_a_recurrence_that_moves_in_the_file_keeps_its_id(pack: Path, content: Content, store: Store) -> None:
    content.import_pack(pack)
    with store.read() as session:
        (before,) = session.scalars(select(Weekly.id))
    change(
        pack,
        "workshops/wire.toml",
        '[[weekly]]\ndays = ["tue", "sat"]',
        '[[weekly]]\ndays = ["sun"]\ntimes = ["10:00"]\n[[weekly]]\ndays = ["tue", "sat"]',
    )
    content.import_pack(pack)
    with store.read() as session:
        rows = session.execute(select(Weekly.days, Weekly.id).order_by(Weekly.position)).tuples().all()
    assert [days for days, _ in rows] == [["sun"], ["tue", "sat"]]
    assert rows[1][1] == before


def test_a_category_that_goes_is_only_put_aside(pack: Path, content: Content, store: Store) -> None:
    content.import_pack(pack)
    site = (pack / "site.toml").read_text()
    first, last = site.index('[[category]]\nslug = "child"'), site.index("[rules]")
    put(pack, "site.toml", site[:first] + site[last:])
    content.import_pack(pack)
    with store.read() as session:
        assert dict(session.execute(select(Category.slug, Category.active)).tuples().all()) == {
            "adult": True,
            "child": False,
        }
    put(pack, "site.toml", site)
    content.import_pack(pack)
    assert not content.diff(pack)


def test_only_parks_that_are_not_there_are_taken_in_by_themselves(pack: Path, content: Content) -> None:
    assert [c.site for c in content.import_missing({"works": pack})] == ["works"]
    change(pack, "site.toml", 'en = "The Works"', 'en = "The shipped works"')
    assert content.import_missing({"works": pack}) == ()  # what the park has made of it since is the park's


def test_an_export_never_writes_into_a_folder_with_something_in_it(
    pack: Path, content: Content, tmp_path: Path
) -> None:
    content.import_pack(pack)
    put(tmp_path / "out", "mine.txt", "mine")
    with pytest.raises(FolderInUse):
        content.export("works", tmp_path / "out")
    assert files_of(tmp_path / "out") == {"mine.txt": b"mine"}
    with pytest.raises(NoSuchSite):
        content.export("nowhere", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_texts_with_quotes_paragraphs_and_a_third_language_come_back(
    pack: Path, content: Content, tmp_path: Path
) -> None:
    change(pack, "site.toml", 'en = "A small works." }', 'en = \'He said "oh" \\ once\', ja = "工場" }')
    change(pack, "workshops/wire.toml", f'en = "{EN}"', f'en = """\n{EN}\n\n{EN}"""')
    content.import_pack(pack)
    content.export("works", tmp_path / "out")
    assert not content.diff(tmp_path / "out")
    site = (tmp_path / "out" / "site.toml").read_text(encoding="utf-8")
    assert 'en = "He said \\"oh\\" \\\\ once", ja = "工場"' in site


def test_the_search_text_knows_names_tags_pinyin_and_initials(pack: Path, content: Content, store: Store) -> None:
    content.import_pack(pack)
    with store.read() as session:
        found = session.scalars(
            select(ExhibitText.search).join(Exhibit).where(Exhibit.slug == "jingtailan", ExhibitText.lang == "zh")
        ).one()
    assert found.split("\n") == ["景泰蓝", "jingtailan", "jtl", "金属", "jinshu", "js"]
    assert search_text(["2号 Steam 汽轮机"]).split("\n")[1:] == ["2haosteamqilunji", "2hsteamqlj"]


def test_the_import_is_dated_by_the_clock_that_was_given(pack: Path, content: Content, store: Store) -> None:
    content.import_pack(pack)
    with store.read() as session:
        assert session.scalars(select(Site.imported_at)).one() == NOON


def test_pinyin_tables_are_put_away_and_read_again() -> None:
    before = search_text(["重庆长辛店"])
    put_away_tables()
    assert not [name for name in sys.modules if name.partition(".")[0] == "pypinyin"]
    assert search_text(["重庆长辛店"]) == before
    assert "chongqing" in before
