"""Site packs: the parks' content, made by people who don't program. The format: docs/site-packs.md."""

from kiosk.content.changes import Changes, KindChanges
from kiosk.content.check import Checked, check, read_pack
from kiosk.content.exporting import FolderInUse, NoSuchSite, export
from kiosk.content.faults import ContentError, Fault, Findings, PackRefused, Report
from kiosk.content.folder import NoFolder
from kiosk.content.importing import diff, import_missing, import_pack
from kiosk.content.media import MediaMissing, PackChanged
from kiosk.content.pack import Pack
from kiosk.content.room import Content
from kiosk.content.search_text import folded, put_away_tables
from kiosk.content.stored import value_as_texts as stored_texts
from kiosk.content.tables import Table
from kiosk.content.toml_lines import read_toml
from kiosk.content.watch import ContentWatch

__all__ = [
    "Changes",
    "Checked",
    "Content",
    "ContentError",
    "ContentWatch",
    "Fault",
    "Findings",
    "FolderInUse",
    "KindChanges",
    "MediaMissing",
    "NoFolder",
    "NoSuchSite",
    "Pack",
    "PackChanged",
    "PackRefused",
    "Report",
    "Table",
    "check",
    "diff",
    "export",
    "folded",
    "import_missing",
    "import_pack",
    "put_away_tables",
    "read_pack",
    "read_toml",
    "stored_texts",
]
