"""Whatever bytes a pack is made of, checking it gives faults and never raises."""

import string
import tempfile
import tomllib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content import check
from kiosk.content.drawings import check_svg
from kiosk.content.faults import Findings
from kiosk.content.toml_lines import read_toml
from tests.kiosk.content.a_pack import FACT, SITE, WORKSHOP, an_exhibit, write_pack

RARE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FILES = {
    "site.toml": SITE,
    "exhibits/01-jingtailan.md": an_exhibit("jingtailan", 1, "景泰蓝", "Cloisonné", more=FACT),
    "workshops/wire.toml": WORKSHOP.format(zh_story="做", en_story="Do"),
    "map.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><use href="#a"/></g></svg>',
}
TOML_BITS = st.sampled_from(
    [
        *"[]{}\"'=.,#\n\\ ",
        "[[",
        "]]",
        '"""',
        "'''",
        "a",
        "zh",
        "1",
        "-1e9",
        "inf",
        "true",
        "2026-01-01",
        "09:00:00",
        "景",
    ]
)


@RARE
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_file_with_something_torn_out_and_something_put_in_gives_faults_only(name: str, data: st.DataObject) -> None:
    whole = FILES[name].encode()
    first = data.draw(st.integers(0, len(whole)))
    last = data.draw(st.integers(first, min(len(whole), first + 200)))
    put_in = data.draw(
        st.one_of(st.binary(max_size=40), st.lists(TOML_BITS, max_size=20).map(lambda b: "".join(b).encode()))
    )
    with tempfile.TemporaryDirectory() as folder:
        pack = write_pack(Path(folder) / "works")
        (pack / name).write_bytes(whole[:first] + put_in + whole[last:])
        report = check(pack)
        assert all(fault.what and fault.mend and fault.line >= 0 for fault in report.faults)


@settings(max_examples=400)
@given(st.lists(TOML_BITS, max_size=40).map("".join))
def test_the_reader_of_toml_agrees_with_the_language_about_what_toml_is(text: str) -> None:
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError):
        values = None
    findings = Findings()
    read = read_toml(text, findings)
    if values is None:
        assert read is None
        assert findings.faults
    elif read is not None:
        assert str(read.values) == str(values)  # by their text: nan is no other nan
    else:
        assert "nested deeper" in findings.faults[0].what or "parts" in findings.faults[0].what


KEYS = st.text(string.ascii_lowercase, min_size=1, max_size=6)
TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=30)


@settings(max_examples=150)
@given(st.lists(st.tuples(KEYS, TEXTS), min_size=1, max_size=12, unique_by=lambda row: row[0]), st.integers(0, 3))
def test_every_key_is_found_on_the_line_on_which_it_was_written(rows: list[tuple[str, str]], gap: int) -> None:
    written = []
    lines = {}
    for key, text in rows:
        written += ["# a remark"] * gap
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        lines[key] = len(written) + 1
        written.append(f'{key} = "{escaped}"')
    read = read_toml("\n".join(written), Findings())
    assert read is not None
    assert {key: read.line((key,)) for key, _ in rows} == lines


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_as_a_drawing_give_faults_only(data: bytes) -> None:
    findings = Findings()
    assert (check_svg(data, findings) is None) == bool(findings.faults)
