"""The packs that come with the program: whole, drawn, in two languages, and held on days and at hours that can be."""

from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.content import Pack, read_pack
from kiosk.content.pack import WeeklyRow
from kiosk.resources import resource
from kiosk.ticketing.motif import draw_motif

PARKS = ("enamel", "tianning", "erqi", "shougang")
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GUIDED = ("tour", "rails-tour", "park-walk")
"""Walks: two guides may be out at once, each in another language. At a bench there is one course at a time."""


def pack_of(slug: str) -> Pack:
    pack = read_pack(resource("sites", slug)).pack
    assert pack is not None
    return pack


@pytest.mark.parametrize("slug", PARKS)
def test_a_park_has_enough_to_see_and_to_do_in_both_languages(slug: str) -> None:
    pack = pack_of(slug)
    assert len(pack.exhibits) >= 8
    assert len(pack.workshops) >= 3
    for exhibit in pack.exhibits:
        assert exhibit.picture is not None
        for texts in (exhibit.name, exhibit.alt, exhibit.story, exhibit.tags):
            assert set(texts) == {"zh", "en"}, exhibit.slug
    for workshop in pack.workshops:
        assert workshop.picture is not None
        for said in (workshop.name, workshop.alt, workshop.story, workshop.summary, workshop.meeting_point):
            assert set(said) == {"zh", "en"}, workshop.slug


@pytest.mark.parametrize("slug", PARKS)
def test_every_fact_has_its_source_and_is_held_true(slug: str) -> None:
    pack = pack_of(slug)
    known = {source.id for source in pack.site.sources}
    for exhibit in pack.exhibits:
        told = [(fact.source, fact.confidence) for fact in exhibit.facts]
        told += [(moment.source, moment.confidence) for moment in exhibit.timeline]
        for source, confidence in told:
            assert source in known, exhibit.slug
            assert confidence in ("high", "medium"), exhibit.slug


@pytest.mark.parametrize("slug", PARKS)
def test_invented_prices_and_hours_are_said_to_be_examples(slug: str) -> None:
    about = pack_of(slug).site.about
    assert "示例" in about["zh"]
    assert "examples" in about["en"]


def test_no_two_drawings_are_the_same() -> None:
    # A plain picture that stood in for eight others went unseen once.
    drawings: dict[str, Path] = {}
    for slug in PARKS:
        for file in resource("sites", slug).rglob("*.svg"):
            digest = sha256(file.read_bytes()).hexdigest()
            assert digest not in drawings, f"{file} is {drawings.get(digest)}"
            drawings[digest] = file
    assert len(drawings) > 60


@pytest.mark.parametrize("slug", PARKS)
def test_the_motif_prints_as_a_drawing_of_lines(slug: str) -> None:
    for width in (384, 528):
        motif = draw_motif(resource("sites", slug) / "motif.svg", width)
        ink = motif.histogram()[255] / (motif.width * motif.height)
        # A line alone is under 5 %; more than a third would soak a thermal print.
        assert 0.05 < ink < 0.34, (slug, width, ink)
        left, top, right, bottom = motif.getbbox() or (0, 0, 0, 0)
        assert right - left > width * 0.9
        assert bottom - top > motif.height * 0.6


@pytest.mark.parametrize("slug", PARKS)
def test_every_session_ends_before_the_park_closes(slug: str) -> None:
    pack = pack_of(slug)
    for workshop in pack.workshops:
        for day in WEEK:
            hours = next((hours for hours in pack.site.hours if day in hours.days), None)
            for start in starts(workshop.weekly, day):
                assert hours is not None, f"{workshop.slug} on {day}"
                assert start.time() >= hours.open
                assert (start + timedelta(minutes=workshop.minutes)).time() <= hours.close, f"{workshop.slug} {start}"


@pytest.mark.parametrize("slug", PARKS)
def test_one_bench_holds_one_course_at_a_time(slug: str) -> None:
    for workshop in pack_of(slug).workshops:
        if workshop.slug in GUIDED:
            continue
        for day in WEEK:
            for one, next_one in pairwise(starts(workshop.weekly, day)):
                assert one + timedelta(minutes=workshop.minutes) <= next_one, f"{workshop.slug} {day} {next_one:%H:%M}"


@pytest.mark.parametrize("slug", PARKS)
def test_every_day_of_the_week_has_something_to_take_part_in(slug: str) -> None:
    pack = pack_of(slug)
    for day in WEEK:
        held = [row for workshop in pack.workshops for row in workshop.weekly if day in row.days]
        assert len(held) >= 3, day
        assert any(row.language == "zh" for row in held), day
    assert any(row.language == "en" for workshop in pack.workshops for row in workshop.weekly)


def starts(weekly: tuple[WeeklyRow, ...], day: str) -> list[datetime]:
    """When a workshop begins on a day of the week, in order."""
    on = date(2026, 6, 1)
    return sorted(datetime.combine(on, time) for row in weekly if day in row.days for time in row.times)
