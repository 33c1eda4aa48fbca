"""What the kiosk's process keeps out of its memory."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
AFTER_A_START = """
import json, sys
from pathlib import Path
from kiosk.settings_cache import checked_settings
from ui.commandline.run import build_app
home = Path(sys.argv[1])
build_app(home, checked_settings(home)).close()
print(json.dumps(sorted(sys.modules)))
"""
SOURCES = """
import json, linecache
import ui.shell
import calendar, csv, wave
print(json.dumps(sorted(linecache.cache)))
"""


def said_by(program: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def test_pyside_reads_no_source_of_what_is_imported_after_it() -> None:
    assert [name for name in said_by(SOURCES) if Path(name).name in ("calendar.py", "csv.py", "wave.py")] == []


def test_a_start_that_takes_in_no_pack_does_without_what_only_packs_and_new_settings_need(tmp_path: Path) -> None:
    first = said_by(AFTER_A_START, str(tmp_path))
    assert {"pydantic", "xml.sax"} <= set(first)  # so that the names below are the right ones
    second = set(said_by(AFTER_A_START, str(tmp_path)))
    assert "sqlalchemy.orm" in second
    assert second & {"pydantic", "pypinyin", "xml.sax"} == set()
