"""Site packs: the parks' content, made by people who don't program. The format: docs/site-packs.md."""

from kiosk.content.changes import Changes, KindChanges
from kiosk.content.check import Checked, check, read_pack
from kiosk.content.exporting import FolderInUse, NoSuchSite, export
from kiosk.content.faults import ContentError, Fault, PackRefused, Report
from kiosk.content.folder import NoFolder
from kiosk.content.importing import diff, import_missing, import_pack
from kiosk.content.media import MediaMissing, PackChanged
from kiosk.content.pack import Pack
from kiosk.content.room import Content

__all__ = [
    "Changes",
    "Checked",
    "Content",
    "ContentError",
    "Fault",
    "FolderInUse",
    "KindChanges",
    "MediaMissing",
    "NoFolder",
    "NoSuchSite",
    "Pack",
    "PackChanged",
    "PackRefused",
    "Report",
    "check",
    "diff",
    "export",
    "import_missing",
    "import_pack",
    "read_pack",
]
