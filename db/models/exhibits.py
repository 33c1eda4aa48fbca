"""What there is to see: exhibits, their texts, and the pictures they are shown with."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.table import Base, BigInt, Id, Texts, table
from db.types import Json


class Media(Base):
    """A file by its content. It lies in the home's `media/`, under the name that `path` says."""

    __tablename__ = "media"
    __table_args__ = table(
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("size >= 0", name="size"),
        CheckConstraint("width > 0 AND height > 0", name="extent"),
    )
    id: Mapped[Id]
    sha256: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    """`svg`, `png` or `jpg`."""
    path: Mapped[str]
    """Below `media/`, with forward slashes."""
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[BigInt]
    """Bytes."""
    stored_at: Mapped[datetime]


class SiteFile(Base):
    """Which file a pack means by a path of its own, so that an export gives the same pack back."""

    __tablename__ = "site_files"
    __table_args__ = table()
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    media_id: Mapped[UUID] = mapped_column(ForeignKey("media.id"), index=True)


class Exhibit(Base):
    """Something to see, and perhaps to play with."""

    __tablename__ = "exhibits"
    __table_args__ = table(
        UniqueConstraint("site_id", "slug"),
        ForeignKeyConstraint(
            ["site_id", "picture"],
            ["site_files.site_id", "site_files.path"],
            deferrable=True,  # an import may write in any order
            initially="DEFERRED",
        ),
        CheckConstraint("minutes >= 0", name="minutes"),
    )
    id: Mapped[Id]
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    zone_id: Mapped[UUID] = mapped_column(ForeignKey("zones.id"), index=True)
    slug: Mapped[str]
    file_name: Mapped[str]
    """In the pack, e.g. `01-vase.md`."""
    number: Mapped[int]
    minutes: Mapped[int]
    picture: Mapped[str | None]
    interactive: Mapped[str | None]
    parameters: Mapped[dict[str, float]]
    """Settings of the interactive."""
    related: Mapped[list[str]]
    """Slugs of exhibits of the same site."""


class ExhibitText(Base):
    """An exhibit's texts in one language."""

    __tablename__ = "exhibit_texts"
    __table_args__ = table()
    exhibit_id: Mapped[UUID] = mapped_column(ForeignKey("exhibits.id", ondelete="CASCADE"), primary_key=True)
    lang: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    alt: Mapped[str] = mapped_column(default="")
    teaser: Mapped[str] = mapped_column(default="")
    story: Mapped[str] = mapped_column(default="")
    """Paragraphs, the teaser first, with an empty line between."""
    tags: Mapped[list[str]]
    search: Mapped[str] = mapped_column(default="")
    """What a search looks through, lower case: name, tags, and for Chinese their pinyin and pinyin initials,
    made once at import so that a kiosk at work needs no pinyin table."""


class Fact(Base):
    """A number of an exhibit, with its source."""

    __tablename__ = "facts"
    __table_args__ = table(CheckConstraint("confidence IN ('high', 'medium')", name="confidence"))
    exhibit_id: Mapped[UUID] = mapped_column(ForeignKey("exhibits.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(Json(), nullable=False)
    """A text, or texts by language."""
    unit: Mapped[Texts]
    label: Mapped[Texts]
    source: Mapped[str]
    """Slug of a source of the site."""
    confidence: Mapped[str]


class Hotspot(Base):
    """A place in an exhibit's picture that has something to say."""

    __tablename__ = "hotspots"
    __table_args__ = table(CheckConstraint("x >= 0 AND x <= 1 AND y >= 0 AND y <= 1", name="inside"))
    exhibit_id: Mapped[UUID] = mapped_column(ForeignKey("exhibits.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[float]
    """From 0 to 1, from the picture's left."""
    y: Mapped[float]
    """From 0 to 1, from the picture's top."""
    title: Mapped[Texts]
    text: Mapped[Texts]


class Moment(Base):
    """A point of an exhibit's timeline."""

    __tablename__ = "moments"
    __table_args__ = table(CheckConstraint("confidence IN ('high', 'medium')", name="confidence"))
    exhibit_id: Mapped[UUID] = mapped_column(ForeignKey("exhibits.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    when: Mapped[Any] = mapped_column(Json(), nullable=False)
    """A text such as a year, or texts by language."""
    text: Mapped[Texts]
    source: Mapped[str]
    confidence: Mapped[str]
