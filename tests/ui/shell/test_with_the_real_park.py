"""What the shell asks of the park, asked of the real one."""

import shutil
from pathlib import Path

from kiosk.app import build
from kiosk.clock import SetClock
from kiosk.footfall import VisitEnded
from kiosk.resources import resource
from kiosk.settings import load
from tests.ui.conftest import OpenKiosk


def test_a_visit_is_stored_when_it_is_over(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(site="enamel", lang="zh")
    ended: list[VisitEnded] = []
    kiosk.program.background.follow(VisitEnded, ended.append)
    kiosk.go("home")
    kiosk.go("help")
    kiosk.program.shell.reset()
    kiosk.wait_for(lambda: bool(ended), "the visit")
    assert ended == [VisitEnded("enamel", "left")]


def test_a_pack_that_another_process_imports_is_seen_by_the_next_visitor(
    open_kiosk: OpenKiosk, tmp_path: Path, clock: SetClock
) -> None:
    kiosk = open_kiosk(site="enamel", lang="en")
    kiosk.go("home")
    assert kiosk.sees("Beijing Enamel Factory")
    pack = tmp_path / "pack"
    shutil.copytree(resource("sites", "enamel"), pack)
    site = pack / "site.toml"
    words = site.read_text(encoding="utf-8")
    assert "Beijing Enamel Factory" in words
    site.write_text(words.replace("Beijing Enamel Factory", "The Enamel Works"), encoding="utf-8")
    (pack / "theme.toml").write_text('[colours]\nground = "#0A1A3F"\n', encoding="utf-8")
    other = build(load(tmp_path, site="enamel"), tmp_path, clock=clock, printing=False)
    try:
        other.content.import_pack(pack)
    finally:
        other.close()
    assert kiosk.program.sight.name["en"] == "Beijing Enamel Factory"
    kiosk.program.shell.reset()
    kiosk.wait_for(lambda: kiosk.program.sight.name["en"] == "The Enamel Works", "the new name")
    page = kiosk.program.shell.page
    assert page is not None
    assert page.model.services.first.name["en"] == "The Enamel Works"
    assert kiosk.program.shell.pageName == "attract"
    kiosk.go("home")
    assert kiosk.sees("The Enamel Works")
    assert kiosk.picture().pixelColor(3, 3).name() == "#0a1a3f"
