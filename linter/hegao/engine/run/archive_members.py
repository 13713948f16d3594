"""The documents in an archive, each a target: ``a.zip!/dir/b.txt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hegao.engine.run.targets import Target, is_sought
from hegao.sources.archives import Archive, BadArchive, archive_at
from hegao.sources.files import ARCHIVE, LARGEST, WITHIN
from hegao.sources.system_errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What macOS keeps beside each file in the archives that it makes.
_FOREIGN = "__MACOSX"


def in_archive(path: str, shown: str, suffixes: Sequence[str]) -> list[Target]:
    """The documents in the archive at a path, which is ``shown`` so; what cannot be read is told by its target.

    What is a document itself, whatever it is called, is taken as it is.
    """
    try:
        archive = archive_at(path)
    except BadArchive as error:
        return [Target(shown, path, fault=str(error))]
    if archive.is_document:
        return [Target(shown, path)]
    return list(documents(archive, path, shown, suffixes))


def documents(archive: Archive, path: str, shown: str, suffixes: Sequence[str]) -> Iterator[Target]:
    """The documents in the archive at a path, which is ``shown`` so.  An archive within is told, too."""
    wanted = (*suffixes, ARCHIVE)
    for member in archive.members():
        *folders, name = member.name.split("/")
        hidden = any(folder.startswith(".") and folder != ".." for folder in folders) or _FOREIGN in folders
        if not hidden and is_sought(name, wanted):
            yield Target(f"{shown}{WITHIN}{member.name}", path, None, member.at, member.size, member.fault)


def content_of(target: Target) -> bytes:
    """The bytes of a member; raises ``Refusal``."""
    assert target.path is not None and target.member is not None
    try:
        return archive_at(target.path).content(target.member, LARGEST)
    except BadArchive as error:
        raise Refusal(str(error)) from error
