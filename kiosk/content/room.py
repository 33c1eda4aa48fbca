"""The subject with its collaborators: what the composition root hands to those who take packs in and give them out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from db.store import Store
from kiosk.clock import Clock
from kiosk.content import exporting, importing
from kiosk.content.changes import Changes
from kiosk.content.check import check
from kiosk.content.exhibit_part import Machines
from kiosk.content.faults import Report
from kiosk.content.pack import Pack
from kiosk.content.watch import ContentWatch
from kiosk.events import Events


@dataclass(frozen=True, slots=True)
class Content:
    """Site packs of one database. `machines` are the interactives that exhibits may name, with their parameters."""

    store: Store
    media_folder: Path
    clock: Clock
    events: Events
    machines: Machines | None = None

    def check(self, folder: Path) -> Report:
        """Every fault and warning of a pack. Raises NoFolder."""
        return check(folder, self.machines)

    def diff(self, folder: Path) -> Changes:
        """What an import would change. Raises NoFolder, PackRefused."""
        return importing.diff(folder, self.store, self.machines)

    def import_pack(self, folder: Path) -> Changes:
        """Take a pack in, all or nothing. Raises NoFolder, PackRefused, PackChanged."""
        return importing.import_pack(
            folder, self.store, self.media_folder, clock=self.clock, events=self.events, machines=self.machines
        )

    def import_missing(self, folders: Mapping[str, Path]) -> tuple[Changes, ...]:
        """Take in those of the packs (slug to folder) whose park is not there yet."""
        return importing.import_missing(
            folders, self.store, self.media_folder, clock=self.clock, events=self.events, machines=self.machines
        )

    def export(self, site: str, folder: Path) -> Pack:
        """Write a site's pack into a new folder. Raises NoSuchSite, FolderInUse, MediaMissing."""
        return exporting.export(site, folder, self.store, self.media_folder)

    def watch(self) -> ContentWatch:
        """Notices what other processes take in from now on. Raises StoreTrouble."""
        return ContentWatch(self.store, self.events)
