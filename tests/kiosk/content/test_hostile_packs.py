"""Packs made to do harm: each gives a named fault, in bounded time, and nothing outside the pack is read."""

import os
import struct
import zlib
from pathlib import Path

import pytest

from kiosk.content import check, limits
from tests.kiosk.content.a_pack import a_drawing, an_exhibit, change, put

SVG_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in check(folder).faults]


def picture_faults(pack: Path, content: str | bytes, name: str = "pictures/pump.svg") -> list[str]:
    """The faults of a pack in which one picture is replaced."""
    put(pack, name, content)
    if name != "pictures/pump.svg":
        change(pack, "exhibits/02-pump.md", "pictures/pump.svg", name)
    found = faults(pack)
    assert all(f.startswith(name) for f in found if "nothing uses" not in f), found
    return found


@pytest.mark.parametrize(
    "path", ["../secret.svg", "/etc/passwd.svg", "pictures/../../secret.svg", "C:/secret.svg", "pictures\\\\secret.svg"]
)
def test_a_path_that_leads_out_of_the_pack_is_refused(pack: Path, path: str) -> None:
    put(pack.parent, "secret.svg", a_drawing(""))
    change(pack, "exhibits/02-pump.md", "pictures/pump.svg", path)
    assert [f for f in faults(pack) if f.startswith("exhibits/02-pump.md:6:") and "leads out of the pack" in f]


def test_links_to_files_and_folders_outside_are_never_followed(pack: Path) -> None:
    secret = put(pack.parent, "secret.svg", a_drawing("<title>secret</title>"))
    (pack / "pictures/pump.svg").unlink()
    (pack / "pictures/pump.svg").symlink_to(secret)
    (pack / "more").symlink_to(pack.parent, target_is_directory=True)
    found = faults(pack)
    assert "pictures/pump.svg: this is a link to another place. Put the file itself here" in found
    assert "more: this is a link to another place. Put the file itself here" in found
    assert len(found) == 2  # the exhibit that names it is not blamed too


def test_a_folder_that_is_a_link_inside_the_pack_is_not_followed(pack: Path) -> None:
    (pack / "exhibits").rename(pack.parent / "elsewhere")
    (pack / "exhibits").symlink_to(pack.parent / "elsewhere", target_is_directory=True)
    assert [f for f in faults(pack) if f.startswith("exhibits: this is a link")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_that_would_never_end_is_not_opened(pack: Path) -> None:
    (pack / "pictures/pump.svg").unlink()
    os.mkfifo(pack / "pictures/pump.svg")
    assert [f for f in faults(pack) if "neither a file nor a folder" in f]


@pytest.mark.parametrize("name", ["site.toml", "exhibits/03-big.md", "pictures/pump.svg", "pictures/big.png"])
def test_a_file_of_a_hundred_megabytes_is_not_read(pack: Path, name: str) -> None:
    put(pack, name, b"")
    os.truncate(pack / name, 100 * 1024 * 1024)
    assert [f for f in faults(pack) if f.startswith(f"{name}: the file has 102400 KiB")]


def test_a_pack_that_is_too_large_as_a_whole_is_not_read(pack: Path) -> None:
    for number in range(7):
        os.truncate(put(pack, f"pictures/{number}.png", b""), limits.RASTER_BYTES)
    assert faults(pack) == [".: the pack has 112 MiB, more than 96. Make its pictures smaller"]


def test_a_pack_of_very_many_files_is_not_read(pack: Path) -> None:
    for number in range(limits.MOST_FILES + 1):
        put(pack, f"pictures/{number}.svg", b"")
    assert [f for f in faults(pack) if f.startswith(".: the pack has more than 500 files")]


def test_folders_within_folders_within_folders_are_not_walked(pack: Path) -> None:
    put(pack, "pictures/" + "deep/" * 40 + "x.svg", a_drawing(""))
    assert [f for f in faults(pack) if "this folder lies too deep" in f]


def test_text_that_is_not_utf8_is_told_with_its_line(pack: Path) -> None:
    put(pack, "exhibits/02-pump.md", b'+++\nslug = "\xb1\xc3"\n+++\n')  # GBK
    assert "exhibits/02-pump.md:2: this line is not UTF-8 text. Save the file with the encoding UTF-8" in faults(pack)


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e", "\u2066"])
def test_signs_that_nobody_sees_are_refused(pack: Path, sign: str) -> None:
    change(pack, "site.toml", "The Works", f"The {sign}Works")
    assert [f for f in faults(pack) if f.startswith("site.toml:9: there is an invisible control sign")]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("a = " + "[" * 5_000 + "]" * 5_000, "brackets nested deeper"),
        ("a = " + "{ a = " * 5_000, "brackets nested deeper"),
        ("[" + ".".join("a" * 30_000) + "]", "a key of more than"),
        (".".join("a" * 30_000) + " = 1", "a key of more than"),
        ("a = [" + "1," * 25_000 + "]", "more than 20000 keys"),
        ("a = 1\na = 2", "this is not TOML"),
        ('a = "never ends', "not closed"),
        ('a = """never ends', "not closed"),
        ("a = " + "9" * 5_000, "a value can't be read"),
        ("a = 0x" + "f" * 9_000, "“a” is not known here"),
        ("a = 2026-13-45", "this is not TOML"),
        ("a", "a key without “= value”"),
        ("= 1", "a key was expected"),
    ],
)
def test_toml_that_is_broken_or_built_to_exhaust_is_a_fault(pack: Path, toml: str, said: str) -> None:
    put(pack, "workshops/wire.toml", toml)
    assert [f for f in faults(pack) if f.startswith("workshops/wire.toml") and said in f], faults(pack)[:3]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "<script> may not be in a drawing"),
        ('<rect onclick="alert(1)"/>', "an event handler “onclick”"),
        ('<g onload="alert(1)"/>', "an event handler “onload”"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject> may not be in a drawing"),
        ('<image href="file:///etc/passwd"/>', "<image> may not be in a drawing"),
        ('<use href="http://example.org/x.svg#a"/>', "a link out of the drawing"),
        ('<use xlink:href="other.svg#a"/>', "a link out of the drawing"),
        ('<a href="javascript:alert(1)"><rect/></a>', "a link in <a>"),
        ('<rect fill="url(http://example.org/#a)"/>', "fill names a place out of the drawing"),
        ('<rect style="fill:url(//example.org/#a)"/>', "names a place out of the drawing"),
        ("<style>@import url(http://example.org/x.css);</style>", "a style with “@” in it"),
        ('<rect style="behavior: expression(1)"/>', "a style with “expression” in it"),
        ("<style>rect { fill: \\75rl(x) }</style>", "a style with “\\” in it"),
        ('<animate attributeName="href" to="javascript:alert(1)"/>', "<animate> may not be in a drawing"),
        ('<set attributeName="onclick" to="alert(1)"/>', "<set> may not be in a drawing"),
        ('<filter id="f"><feImage href="x"/></filter>', "<filter> may not be in a drawing"),
        ('<x:script xmlns:x="http://www.inkscape.org/namespaces/inkscape">1</x:script>', "hidden in an editor"),
        ('<x:image xmlns:x="http://evil.example/"/>', "that is no SVG"),
        ('<svg xmlns="http://www.w3.org/1999/xhtml"><iframe/></svg>', "that is no SVG"),
        ("<?xml-stylesheet href='x.css'?>", "a processing instruction"),
        ('<g id="a"/><g id="a"/>', "two elements have the id “a”"),
        ('<use href="#nobody"/>', "nothing here has the id “nobody”"),
        ('<path d="M0 0H9" stroke-dasharray="0.00001"/>', "makes too many dashes"),
        ("<g>" * 60 + "</g>" * 60, "nested deeper than"),
        ("<rect/>" * 20_001, "more than 20000 elements"),
        ('<rect fill="' + "url(" * 200_000 + '"/>', "fill has 800000 signs"),
        ("<style>" + "a{fill:url(#a)}" * 50_000 + "</style>", "a style of 750000 signs"),
        ('<rect fill="url( "/>', "a broken url"),
        ("<rect", "this is not XML"),
        ("<rect></g>", "this is not XML"),
    ],
)
def test_a_drawing_with_more_than_a_drawing_in_it_is_refused(pack: Path, inside: str, said: str) -> None:
    found = picture_faults(pack, f"{SVG_HEAD}{inside}</svg>")
    assert [f for f in found if said in f], found


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg SYSTEM "http://example.org/x.dtd">',
        '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY % p SYSTEM "file:///dev/zero"> %p;]>',
    ],
)
def test_document_types_and_entities_are_refused_before_they_do_anything(pack: Path, prolog: str) -> None:
    found = picture_faults(pack, f"{prolog}{SVG_HEAD}<text>&x;</text></svg>")
    assert [f for f in found if "document type or entities" in f], found


def test_a_billion_laughs_made_of_uses_is_weighed_and_refused(pack: Path) -> None:
    groups = '<g id="a0"><rect/></g>' + "".join(
        f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 11)
    )
    assert [f for f in picture_faults(pack, f"{SVG_HEAD}{groups}</svg>") if "with its references" in f]


def test_a_pattern_of_patterns_is_weighed_too(pack: Path) -> None:
    patterns = "".join(
        f'<pattern id="p{n}">' + f'<rect fill="url(#p{n - 1})"/>' * 10 + "</pattern>" for n in range(1, 11)
    )
    drawing = f'{SVG_HEAD}<pattern id="p0"><rect/></pattern>{patterns}<rect fill="url(#p10)"/></svg>'
    assert [f for f in picture_faults(pack, drawing) if "with its references" in f]


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<style>g { fill: url(#p) }</style><pattern id="p"><use href="#p"/></pattern>',
    ],
)
def test_a_drawing_that_contains_itself_is_refused(pack: Path, inside: str) -> None:
    assert [f for f in picture_faults(pack, f"{SVG_HEAD}{inside}</svg>") if "contains itself" in f]


def test_a_long_chain_of_uses_is_refused(pack: Path) -> None:
    chain = '<g id="a0"/>' + "".join(f'<g id="a{n}"><use href="#a{n - 1}"/></g>' for n in range(1, 5_000))
    assert [f for f in picture_faults(pack, f"{SVG_HEAD}{chain}</svg>") if "references to references" in f]


@pytest.mark.parametrize(
    "data",
    [
        "<svg viewBox='0 0 9 9'>".encode("utf-16"),
        b"<?xml version='1.0' encoding='utf-7'?>+ADw-svg+AD4-",
        b"\xff\xfe\x00\x00",
        b"",
        b"\x89PNG\r\n\x1a\n",
        SVG_HEAD.replace("0 0 9 9", "0 0 1e99 1").encode() + b"</svg>",
        SVG_HEAD.replace(' viewBox="0 0 9 9"', "").encode() + b"</svg>",
        SVG_HEAD.replace("<svg ", '<svg width="99999in" ').encode() + b"</svg>",
    ],
)
def test_what_only_calls_itself_a_drawing_is_refused(pack: Path, data: bytes) -> None:
    assert picture_faults(pack, data)


def test_an_honest_drawing_of_a_drawing_program_passes(pack: Path) -> None:
    drawing = """<?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100"
         xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.3"
         xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd">
      <sodipodi:namedview id="v" pagecolor="#fff"/><title>vase</title>
      <defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient>
        <g id="leaf"><path d="M0 0C1 1 2 2 3 3z"/></g></defs>
      <style>.wire { stroke: #E3B34C; stroke-width: 2 }</style>
      <g inkscape:label="layer" style="fill:url(#g)"><use xlink:href="#leaf" x="9"/><use href="#leaf"/></g>
      <path class="wire" d="M0 0H100" stroke-dasharray="4 2" aria-label="wire"/>
    </svg>"""
    assert picture_faults(pack, drawing.strip()) == []


def png(width: int, height: int, rows: bytes = b"\0") -> bytes:
    """A PNG with any header one likes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (8_193, 1), (5_900, 5_900), (2**31 - 1, 2**31 - 1)])
def test_a_small_file_with_a_huge_picture_in_its_header_is_not_unpacked(pack: Path, width: int, height: int) -> None:
    found = picture_faults(pack, png(width, height, b"\0" * 100_000), "pictures/pump.png")
    assert [f for f in found if "pixels" in f or "damaged" in f], found


def test_a_picture_that_breaks_off_or_lies_about_its_kind_is_refused(pack: Path) -> None:
    assert [f for f in picture_faults(pack, png(40, 40), "pictures/cut.png") if "damaged" in f]
    change(pack, "exhibits/02-pump.md", "pictures/cut.png", "pictures/pump.svg")
    assert [f for f in picture_faults(pack, png(2, 1, b"\0\0\0"), "pictures/lie.jpg") if "is a PNG" in f]
    change(pack, "exhibits/02-pump.md", "pictures/lie.jpg", "pictures/pump.svg")
    assert picture_faults(pack, png(2, 1, b"\0\0\0"), "pictures/good.png") == []


def test_a_pack_of_nothing_but_faults_does_not_fill_the_memory(pack: Path) -> None:
    hotspots = "\n".join("[[hotspot]]\nx = 7\ny = 7\ntitle = 3\ntext = 3\nwhat = 1" for _ in range(200))
    for number in range(30):
        more = hotspots
        put(pack, f"exhibits/x{number}.md", an_exhibit(f"x{number}", 100 + number, "泵", "Pump", more=more))
    report = check(pack)
    assert len(report.faults) <= 301
    assert report.faults[-1].what == "there is more than these 300"
