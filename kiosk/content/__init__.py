"""Site packs: the parks' content, made by people who don't program. The format: docs/site-packs.md."""

from kiosk.content.check import Checked, check, read_pack
from kiosk.content.faults import ContentError, Fault, PackRefused, Report
from kiosk.content.folder import NoFolder
from kiosk.content.pack import Pack

__all__ = [
    "Checked",
    "ContentError",
    "Fault",
    "NoFolder",
    "Pack",
    "PackRefused",
    "Report",
    "check",
    "read_pack",
]
