"""A batch as it was at a revision: the same files, with what they said, and those that are no more."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from hegao.engine.run.git_history import Changes, Revision
from hegao.engine.run.targets import Target, in_scope


def earlier_targets(targets: Sequence[Target], paths: Sequence[str], suffixes: Sequence[str], asked: str) -> list[Target]:
    """The files of a batch as they were at the revision that is ``asked`` for, under the names that they have now.

    ``paths`` and ``suffixes`` are those that the batch was searched with: what lay there and is no more belongs to it, too.  What says
    the same as then is read from where it lies, the rest from git.  Raises ``UsageProblem``.
    """
    files = [target for target in targets if target.path is not None or os.path.lexists(os.path.dirname(os.path.abspath(target.name)))]
    first = os.path.dirname(os.path.abspath(_path(files[0]))) if files else os.getcwd()
    revision = Revision(first, asked)
    places = {target: _within(revision.top, _path(target)) for target in files}
    here = dict.fromkeys(place for place in places.values() if place is not None)
    changes = revision.changes(place for place in here if not revision.had(place))
    return list(_then(places, changes, revision, paths, suffixes))


def _path(target: Target) -> str:
    return target.path if target.path is not None else target.name


def _within(top: str, path: str) -> str | None:
    """The path with / from the top of the repository; None where it lies elsewhere."""
    real = os.path.realpath(path)
    return os.path.relpath(real, top).replace(os.sep, "/") if real.startswith(os.path.join(top, "")) else None


def _then(
    places: dict[Target, str | None], changes: Changes, revision: Revision, paths: Sequence[str], suffixes: Sequence[str]
) -> Iterator[Target]:
    changed: dict[str, list[Target]] = {}
    for target, place in places.items():
        if place in changes.changed:
            changed.setdefault(changes.changed[place], []).append(target)
        elif place is not None and revision.had(place):
            yield target
    wanted = [*changed, *(path for path in changes.deleted if in_scope(os.path.join(revision.top, path), paths, suffixes))]
    for path, data in revision.contents(wanted):
        several = changed.get(path, [])
        if several and several[0].member is not None:
            yield from _members(several[0], data)
        elif several:
            yield from (target._replace(data=data) for target in several)
        else:
            lay = os.path.join(revision.top, path)
            yield Target(os.path.relpath(lay).replace(os.sep, "/"), lay, data)


def _members(one: Target, data: bytes) -> Iterator[Target]:
    """The members of the archive of a target, as it was."""
    from hegao.engine.run.archive_members import documents
    from hegao.sources.archives import Archive, BadArchive
    from hegao.sources.files import LARGEST, SUFFIXES, WITHIN

    try:
        archive = Archive(data)
    except BadArchive:
        return
    for member in documents(archive, one.path or "", one.name.partition(WITHIN)[0], SUFFIXES):
        if not member.fault and member.member is not None:
            try:
                yield member._replace(data=archive.content(member.member, LARGEST), member=None)
            except OSError:
                continue
