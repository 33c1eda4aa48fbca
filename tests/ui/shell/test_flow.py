"""Page flow is data: these tests need no window."""

import importlib.util

import pytest

from ui.shell.flow import MORE_TIME, PAGES, Flow, Kind, Page, UnknownPage


def test_a_visitor_goes_back_the_way_they_came() -> None:
    flow = Flow()
    flow.go("home")
    flow.go("exhibits", {"zone": "hall"})
    flow.go("exhibit", {"slug": "vase"})
    assert flow.back().params == {"zone": "hall"}
    assert flow.back().page.name == "home"
    assert not flow.can_go_back


def test_five_taps_lead_from_attract_to_the_ticket() -> None:
    flow = Flow()
    taps = 0
    for name, params in (("home", {}), ("session", {"id": "1"}), ("review", {}), ("ticket", {"code": "7K3M-92QF-4"})):
        flow.go(name, params)
        taps += 1
    assert flow.here.page.name == "ticket"
    assert taps <= 5


def test_back_from_a_ticket_never_leads_into_the_booking_again() -> None:
    flow = Flow()
    for name, params in (("home", {}), ("session", {"id": "1"}), ("review", {}), ("ticket", {"code": "X"})):
        flow.go(name, params)
    assert flow.back().page.name == "home"
    assert [step.page.name for step in flow.trail] == ["attract", "home"]


def test_going_to_a_page_again_does_not_lengthen_the_way_back() -> None:
    flow = Flow()
    flow.go("home")
    for _ in range(50):
        flow.go("map")
        flow.go("exhibits")
    assert [step.page.name for step in flow.trail] == ["attract", "home", "map", "exhibits"]


def test_the_next_exhibit_takes_the_place_of_the_last() -> None:
    flow = Flow()
    flow.go("home")
    flow.go("exhibits")
    flow.go("exhibit", {"slug": "vase"})
    flow.go("exhibit", {"slug": "wire"})
    assert flow.back().page.name == "exhibits"


def test_home_forgets_the_way() -> None:
    flow = Flow()
    flow.go("home")
    flow.go("map")
    flow.go("home")
    assert [step.page.name for step in flow.trail] == ["attract", "home"]


@pytest.mark.parametrize(("name", "params"), [("exhibit", {}), ("ticket", {"slug": "x"}), ("home", {"zone": "hall"})])
def test_a_page_is_told_exactly_what_it_must_know(name: str, params: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="missing"):
        Flow().go(name, params)


def test_a_page_that_is_not_in_the_flow_is_refused() -> None:
    with pytest.raises(UnknownPage):
        Flow().go("settings")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_every_page_can_be_reached_and_left(page: Page) -> None:
    flow = Flow()
    flow.go("home")
    flow.go(page.name, dict.fromkeys(page.params, "x"))
    assert page.back in PAGES
    for _ in range(len(PAGES)):
        flow.back()
    assert flow.here.page.name == ("attract" if page.name == "attract" else "home")


def test_idle_times_are_those_of_the_design() -> None:
    flow = Flow()
    assert flow.idle_seconds(more_time=False) is None
    flow.go("home")
    assert flow.idle_seconds(more_time=False) == 60
    assert flow.idle_seconds(more_time=True) == 60 * MORE_TIME
    assert flow.idle_seconds(more_time=False, busy_with=True) is None
    flow.go("review")
    assert flow.idle_seconds(more_time=False) == 90
    assert flow.idle_seconds(more_time=False, table={Kind.BOOKING: 120}) == 120


def test_a_machine_that_runs_asks_nobody_and_one_left_alone_does_so_late() -> None:
    flow = Flow()
    flow.go("home")
    flow.go("play", {"slug": "pump"})
    assert flow.idle_seconds(more_time=False) == 180
    assert flow.idle_seconds(more_time=False, busy_with=True) is None
    assert flow.idle_seconds(more_time=False, table={Kind.BROWSING: 60, Kind.BOOKING: 90}) == 180


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_every_page_of_the_flow_exists(page: Page) -> None:
    assert importlib.util.find_spec(f"ui.visitor.{page.module}") is not None
