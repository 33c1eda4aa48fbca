"""Help says how the kiosk works, and of the park nothing but what its pack says."""

from kiosk.resources import resource
from tests.ui.conftest import OpenKiosk
from ui.shell.walker import Walker
from ui.visitor.help_page import HelpPageModel


def model_of(kiosk: Walker) -> HelpPageModel:
    page = kiosk.program.shell.page
    assert page is not None
    assert isinstance(page.model, HelpPageModel)
    return page.model


def test_the_parks_own_words_come_from_its_pack(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="zh")
    kiosk.go("help")
    folder = resource("sites", "tianning")
    said = "".join(
        file.read_text(encoding="utf-8") for file in (folder / "site.toml", *folder.glob("workshops/*.toml"))
    )
    rows = model_of(kiosk).park.rows
    assert len(rows) > 2
    for row in rows[1:]:
        assert row.text in said


def test_an_answer_leads_to_where_it_is_done(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en", size=(1920, 1080))
    kiosk.go("help")
    model_of(kiosk).open("map")
    kiosk.settle()
    assert kiosk.program.shell.flow.here.page.name == "map"


def test_help_can_be_read_out_in_both_languages(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("help")
    assert "How do I book a workshop?" in kiosk.program.shell.property("readAloud")
    kiosk.tap("中文")
    kiosk.settle()
    assert "怎样预订活动？" in kiosk.program.shell.property("readAloud")
    assert "workshop" not in kiosk.program.shell.property("readAloud")


def test_help_says_when_the_park_is_open_in_the_visitors_language(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="tianning", lang="en")
    kiosk.go("help")
    assert model_of(kiosk).park.rows[0].text == "Open until 20:00"
    kiosk.tap("中文")
    kiosk.settle()
    assert model_of(kiosk).park.rows[0].text == "开放至 20:00"
    assert "示例" in model_of(kiosk).about
