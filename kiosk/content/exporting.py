"""A pack written back as a folder, which imports to the same database again."""

import shutil
import tempfile
from pathlib import Path

from db.store import Store
from kiosk.content.faults import ContentError
from kiosk.content.media import read_media
from kiosk.content.pack import FORMAT, ExhibitPart, Pack, SitePart, WorkshopPart
from kiosk.content.stored import stored_pack
from kiosk.content.toml_text import Document


class NoSuchSite(ContentError):
    """There is no such park in the database."""

    def __init__(self, slug: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(f"there is no park {slug!r}" + (f"; known: {', '.join(known)}" if known else ""))
        self.slug = slug


class FolderInUse(ContentError):
    """The folder to export into has something in it already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not an empty folder; name a new one")
        self.folder = folder


def export(slug: str, folder: Path, store: Store, media_folder: Path) -> Pack:
    """Write the pack of a site into `folder`, which must be new or empty: all of it, or nothing.

    The same database gives the same bytes. Raises NoSuchSite, FolderInUse, MediaMissing, OSError, StoreTrouble.
    """
    with store.read() as session:
        pack = stored_pack(session, slug)
    if pack is None:
        raise NoSuchSite(slug)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUse(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    coming = Path(tempfile.mkdtemp(prefix=".coming-", dir=folder.parent))
    try:
        write_folder(pack, coming, media_folder)
        coming.chmod(0o755)  # mkdtemp makes it for us alone; a pack is there to be handed on
        if folder.exists():
            folder.rmdir()
        coming.replace(folder)
    except BaseException:
        shutil.rmtree(coming, ignore_errors=True)
        raise
    return pack


def write_folder(pack: Pack, folder: Path, media_folder: Path) -> None:
    """Write a pack's files into an empty folder. Raises MediaMissing, OSError."""
    _write(folder / "site.toml", site_text(pack.site))
    if pack.site.colours:
        document = Document()
        for name, colours in sorted(pack.site.colours.items()):
            document.table(name, dict(sorted(colours.items())))
        _write(folder / "theme.toml", document.text().lstrip("\n"))
    for exhibit in pack.exhibits:
        _write(folder / "exhibits" / _plain_name(exhibit), exhibit_text(exhibit))
    for workshop in pack.workshops:
        _write(folder / "workshops" / f"{workshop.slug}.toml", workshop_text(workshop))
    for drawing in dict.fromkeys(pack.drawings()):
        target = folder / drawing.name
        if not target.resolve().is_relative_to(folder.resolve()):
            raise ContentError(f"the stored picture {drawing.name!r} leads out of the pack")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(read_media(drawing, media_folder))


def _plain_name(exhibit: ExhibitPart) -> str:
    name = exhibit.file_name
    return name if name == Path(name).name and name.endswith(".md") else f"{exhibit.number:02d}-{exhibit.slug}.md"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def site_text(site: SitePart) -> str:
    """site.toml."""
    document = Document()
    for key, of in (("format", FORMAT), ("slug", site.slug), ("theme", site.theme), ("attract", site.attract)):
        document.put(key, of)
    document.put("timezone", site.timezone)
    document.put("map", site.map.name if site.map else None)
    document.put("motif", site.motif.name if site.motif else None)
    document.put("here", site.here)
    for key in ("name", "tagline", "about", "address"):
        document.put(key, getattr(site, key))
    rules = {"calendar": site.holidays.calendar, "open": site.holidays.open, "close": site.holidays.close}
    document.table("holidays", {key: of for key, of in rules.items() if of is not None})
    for source in site.sources:
        document.row("source", (("id", source.id), ("text", source.text)))
    for hours in site.hours:
        times = (("open", hours.open), ("close", hours.close), ("from", hours.first), ("to", hours.last))
        document.row("hours", (("days", hours.days), *times))
    for closed in site.closed:
        document.row("closed", (("from", closed.first), ("to", closed.last), ("note", closed.note)))
    for zone in site.zones:
        document.row("zone", (("slug", zone.slug), ("level", zone.level), ("name", zone.name)))
    for category in site.categories:
        document.row(
            "category",
            (
                ("slug", category.slug),
                ("name", category.name),
                ("percent", category.percent),
                ("adult", category.adult or None),
                ("needs_adult", category.needs_adult or None),
                ("any_of", category.any_of),
                ("proof", category.proof),
                ("seat", None if category.seat else False),
                ("companion_of", category.companion_of),
            ),
        )
    document.table("rules", {"days_ahead": site.days_ahead, "cutoff_minutes": site.cutoff_minutes})
    for rule in site.refund:
        document.row("rules.refund", (("hours_before", rule.hours_before), ("percent", rule.percent)))
    return document.text()


def exhibit_text(exhibit: ExhibitPart) -> str:
    """exhibits/*.md."""
    document = Document()
    for key in ("slug", "number", "zone", "minutes"):
        document.put(key, getattr(exhibit, key))
    document.put("picture", exhibit.picture.name if exhibit.picture else None)
    for key in ("name", "alt", "tags", "related", "interactive"):
        document.put(key, getattr(exhibit, key))
    document.table("parameters", dict(sorted(exhibit.parameters.items())))
    for fact in exhibit.facts:
        names = ("value", "unit", "label", "source", "confidence")
        document.row("fact", [(name, getattr(fact, name)) for name in names])
    for spot in exhibit.hotspots:
        document.row("hotspot", [(name, getattr(spot, name)) for name in ("x", "y", "title", "text")])
    for moment in exhibit.timeline:
        document.row("moment", [(name, getattr(moment, name)) for name in ("when", "text", "source", "confidence")])
    languages = sorted(exhibit.story, key=lambda lang: ({"zh": 0, "en": 1}.get(lang, 2), lang))
    story = "\n\n".join(f"# {lang}\n" + "\n\n".join(exhibit.story[lang]) for lang in languages)
    return f"+++\n{document.text()}+++\n{story}\n"


def workshop_text(workshop: WorkshopPart) -> str:
    """workshops/*.toml."""
    document = Document()
    for key in ("slug", "zone", "minutes", "capacity", "min_party", "max_party", "min_age", "wheelchair_places"):
        document.put(key, getattr(workshop, key))
    document.put("picture", workshop.picture.name if workshop.picture else None)
    document.put("price", workshop.price)
    for key in ("name", "summary", "story", "meeting_point", "alt", "needs"):
        document.put(key, getattr(workshop, key))
    document.table("prices", dict(sorted(workshop.prices.items())))
    for row in workshop.weekly:
        document.row(
            "weekly",
            (
                ("days", row.days),
                ("times", row.times),
                ("language", row.language),
                ("from", row.first),
                ("to", row.last),
                ("capacity", row.capacity),
                ("on_holidays", None if row.on_holidays else False),
            ),
        )
    return document.text()
