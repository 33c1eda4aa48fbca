"""What an import will change, kind by kind."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from kiosk.content.pack import Drawing, Pack


@dataclass(frozen=True, slots=True)
class KindChanges:
    """Of one kind (exhibits, workshops, …): slugs that come, that go, and that differ, with the fields that differ."""

    added: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between a pack and the database; false where nothing does."""

    site: str
    new: bool
    kinds: Mapping[str, KindChanges]

    def __bool__(self) -> bool:
        return self.new or any(self.kinds.values())

    def as_dict(self) -> dict[str, Any]:
        """As the JSON of `kiosk content diff` has it; kinds without a change are left out."""
        return {
            "site": self.site,
            "new": self.new,
            "changes": {
                kind: {
                    "added": list(k.added),
                    "changed": {slug: list(what) for slug, what in k.changed.items()},
                    "removed": list(k.removed),
                }
                for kind, k in self.kinds.items()
                if k
            },
        }

    def lines(self) -> list[str]:
        """The same for people, a line a change."""
        found = [f"the park {self.site} is new"] if self.new else []
        for kind, k in self.kinds.items():
            found += [f"+ {kind} {slug}" for slug in k.added]
            found += [f"~ {kind} {slug}: {', '.join(what)}" for slug, what in k.changed.items()]
            found += [f"- {kind} {slug}" for slug in k.removed]
        return found


_APART = ("zones", "categories", "sources")  # parts of the site that have slugs of their own


def compare(old: Pack | None, new: Pack) -> Changes:
    """What has to change for the database (`old`, None where the park is not in it) to say what `new` says."""
    kinds = {
        "site": _rows((old.site,) if old else (), (new.site,), lambda s: s.slug, without=_APART),
        "zones": _rows(old.site.zones if old else (), new.site.zones, lambda z: z.slug),
        "categories": _rows(old.site.categories if old else (), new.site.categories, lambda c: c.slug),
        "sources": _rows(old.site.sources if old else (), new.site.sources, lambda s: s.id),
        "exhibits": _rows(old.exhibits if old else (), new.exhibits, lambda e: e.slug),
        "workshops": _rows(old.workshops if old else (), new.workshops, lambda w: w.slug),
        "pictures": _rows(_pictures(old), _pictures(new), lambda d: d.name),
    }
    return Changes(new.site.slug, old is None, kinds)


def _pictures(pack: Pack | None) -> tuple[Drawing, ...]:
    return () if pack is None else tuple(sorted(set(pack.drawings()), key=lambda d: d.name))


def _rows(
    old: Iterable[Any], new: Iterable[Any], name: Callable[[Any], str], without: tuple[str, ...] = ()
) -> KindChanges:
    before, after = {name(row): row for row in old}, {name(row): row for row in new}
    changed = {}
    for slug in after.keys() & before.keys():
        what = [f for f in _names(after[slug]) if f not in without]
        differ = tuple(f for f in what if getattr(before[slug], f) != getattr(after[slug], f))
        if differ:
            changed[slug] = differ
    order = [slug for slug in after if slug in before]
    if order != [slug for slug in before if slug in after]:
        for slug in order:
            changed.setdefault(slug, ("order",))
    return KindChanges(
        tuple(slug for slug in after if slug not in before),
        {slug: changed[slug] for slug in sorted(changed)},
        tuple(slug for slug in before if slug not in after),
    )


def _names(row: Any) -> list[str]:
    return [field.name for field in fields(row)]
