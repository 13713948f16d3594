"""The files to be checked: from paths, folders, patterns of paths, archives and the standard input."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from hegao.engine.configuration.options import UsageProblem
from hegao.sources.bounded_reading import read_all
from hegao.sources.files import ARCHIVE, LARGEST, LOCK, MARKED, SUFFIXES, read, source_of
from hegao.sources.source import Source, Unreadable
from hegao.sources.system_errors import Refusal, why_unread

STDIN = "-"
#: The name of settings files; they are no rule files, wherever they lie.
SETTINGS = "hegao.toml"
_WILD = ("*", "?")
#: Stands in addresses of files that lie elsewhere.
ADDRESS = "://"


class Target(NamedTuple):
    """A file to be checked and the name it is shown under: what ``data`` holds, else what is at the path, else the standard input.

    Of an archive at the path the ``member`` of that index is meant, which unpacked has so many bytes (``size``); ``fault`` says why it is
    not read.
    """

    name: str
    path: str | None = None
    data: bytes | None = None
    member: int | None = None
    size: int = 0
    fault: str = ""

    @property
    def remote(self) -> bool:
        """Whether it lies where an address leads (``s3://…``), not on a disk of this machine."""
        return self.path is not None and ADDRESS in self.path

    @property
    def fixed(self) -> bool:
        """Whether it can be read only: a member of an archive, a file elsewhere."""
        return self.member is not None or self.remote

    def source(self) -> Source:
        """The source read; raises ``Unreadable``."""
        if self.path is not None and self.data is None and not self.fixed and not self.fault:
            return read(self.path, self.name)
        try:
            return source_of(self.content(), self.name)
        except OSError as error:
            raise Unreadable(why_unread(error)) from error

    def content(self) -> bytes:
        """The bytes of the file; raises ``OSError``."""
        if self.fault:
            raise Refusal(self.fault)
        if self.data is not None:
            return self.data
        if self.member is not None:
            from hegao.engine.run.archive_members import content_of

            return content_of(self)
        if self.path is not None and self.remote:
            from hegao.engine.run.remote_files import content_at

            return content_at(self.path, LARGEST)
        if self.path is not None:
            with open(self.path, "rb") as file:
                return read_all(file, LARGEST)
        import sys

        if sys.stdin is None:
            raise Refusal("标准输入没有打开")
        return read_all(sys.stdin.buffer, LARGEST)


def targets(
    paths: Sequence[str], stdin_name: str = "<stdin>", suffixes: Sequence[str] = (), *, empty: bool = False
) -> tuple[list[Target], list[str]]:
    """The files at the paths, each once, in the order given, those of a folder sorted; and what is wrong with paths.

    Folders are searched with their sub-folders for ``suffixes``, with or without their point, else for all ``SUFFIXES``; what is hidden,
    what Word keeps beside an open document, and what was marked, is left out.  So are patterns of paths (``*``, ``?``, ``**``) and archives.
    That there is nothing at a path is not wrong where it may be ``empty``.  Raises ``UsageProblem`` for suffixes of files that are not read.
    """
    wanted = _endings(suffixes)
    found: list[Target] = []
    problems: list[str] = []
    for given in paths:
        if ADDRESS in given:
            from hegao.engine.run.remote_files import listed

            found += listed(given, wanted, problems, empty=empty)
            continue
        path = _plain(given)
        if given == STDIN:
            found.append(Target(stdin_name))
            continue
        several, missing = _at(path, wanted, problems)
        found += several
        if not several and not empty:
            problems.append(f"{_shown(path)}：{missing}（{'、'.join(wanted)}）" if missing else f"{_shown(path)}：没有这个文件或文件夹")
    return _once(found), problems


def _endings(suffixes: Sequence[str]) -> tuple[str, ...]:
    """What the names of files end with that are searched for; raises ``UsageProblem``."""
    wanted = tuple(f".{suffix.lower().lstrip('.')}" for suffix in suffixes) or SUFFIXES
    strange = [suffix for suffix in wanted if suffix not in SUFFIXES]
    if strange:
        raise UsageProblem(f"--suffix 只能是 {'、'.join(SUFFIXES)}，不能是“{strange[0]}”")
    return wanted


def in_scope(lost: str, paths: Sequence[str], suffixes: Sequence[str]) -> bool:
    """Whether a file that is no more (an absolute path) would be found by a search of the paths."""
    if not is_sought(os.path.basename(lost), _endings(suffixes)):
        return False
    for given in map(_plain, paths):
        if os.path.isdir(given):
            inner = os.path.relpath(lost, os.path.realpath(given)).split(os.sep)
            if not any(part.startswith(".") for part in inner):
                return True
        elif any(mark in given for mark in _WILD) and not os.path.exists(given):
            folder, meant, _begins = _pattern(given)
            if meant.fullmatch(os.path.relpath(lost, os.path.realpath(folder)).replace(os.sep, "/")):
                return True
    return False


def _at(path: str, wanted: tuple[str, ...], problems: list[str]) -> tuple[list[Target], str]:
    """What is meant by a path, and what is said where that is nothing though there is something at the path."""
    if os.path.isdir(path):
        return list(_search(path, wanted, problems)), "文件夹里没有可检查的文件"
    if path.lower().endswith(ARCHIVE) and os.path.isfile(path):
        from hegao.engine.run.archive_members import in_archive

        return in_archive(path, _shown(path), wanted), "压缩包里没有可检查的文件"
    if os.path.exists(path):
        return [Target(_shown(path), path)], ""
    if any(mark in path for mark in _WILD):
        return list(_matching(path, wanted, problems)), "没有这样的文件"
    return [], ""


def is_sought(name: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a search takes a file of that name, without its folder: not what is hidden, locked, marked, or of another ending."""
    low = name.lower()
    return not low.startswith((".", LOCK)) and low.endswith(suffixes) and not low.endswith(MARKED)


def _search(
    folder: str, suffixes: tuple[str, ...], problems: list[str], enters: Callable[[str], bool] = lambda _folder: True
) -> Iterator[Target]:
    """The files in a folder and those below that it ``enters``."""

    def report(error: OSError) -> None:
        problems.append(f"{_shown(_plain(error.filename))}：{why_unread(error)}")

    for root, folders, files in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and enters(os.path.join(root, name)))
        for name in sorted(files):
            path = _plain(os.path.join(root, name))
            if is_sought(name, suffixes) and os.path.isfile(path):
                yield Target(_shown(path), path)


def _matching(pattern: str, wanted: tuple[str, ...], problems: list[str]) -> Iterator[Target]:
    """The files that a pattern means, archives among them where it ends as their names do."""
    folder, meant, begins = _pattern(pattern)
    archives = (ARCHIVE,) if pattern.lower().endswith(ARCHIVE) else ()

    def enters(path: str) -> bool:
        return all(begin.fullmatch(part) for begin, part in zip(begins, os.path.relpath(path, folder).split(os.sep), strict=False))

    for target in _search(folder, wanted + archives, problems, enters) if os.path.isdir(folder) else ():
        path = target.path or ""
        if meant.fullmatch(_plain(os.path.relpath(path, folder)).replace(os.sep, "/")):
            yield from _at(path, wanted, problems)[0] if archives else [target]


def _pattern(pattern: str) -> tuple[str, re.Pattern[str], list[re.Pattern[str]]]:
    """The folder that a pattern is sought in, what the paths from there must match, and what their first folders must.

    [ and ] stand for themselves, as they do in the names of documents (江政发[2024]8号).
    """
    from hegao.engine.configuration.path_globs import compiled

    parts = pattern.split(os.sep)
    first = next(index for index, part in enumerate(parts) if any(mark in part for mark in _WILD))
    begins = [compiled(["/" + part]) for part in takewhile(lambda part: "**" not in part, parts[first:])]
    return os.sep.join(parts[:first]) or (os.sep if first else os.curdir), compiled(["/" + "/".join(parts[first:])]), begins


def _plain(path: str) -> str:
    """The path without ``./`` and doubled strokes; ``..`` stays, since the folder before it may be a link."""
    drive, rest = os.path.splitdrive(path)
    parts = rest.replace("/", os.sep).split(os.sep)
    root = os.sep if rest and not parts[0] else ""
    return drive + root + os.sep.join(part for part in parts if part not in ("", ".")) or "."


def _shown(path: str) -> str:
    """The path as reports print it: with /, and with a mark for bytes that are no text."""
    return os.fsencode(path.replace(os.sep, "/")).decode("utf-8", "replace")


def near(path: str | os.PathLike[str]) -> str:
    """A path that the user did not give, as messages print it: what lies below the current folder without that folder."""
    place, here = os.fspath(path), os.getcwd()
    below = place == here or place.startswith(os.path.join(here, ""))
    return _shown(_plain(place[len(here) :].lstrip(os.sep)) if below else place)


def inside(path: str | os.PathLike[str], folder: str | os.PathLike[str]) -> bool:
    """Whether a path leads to something in the folder or below, whatever links there are on the way."""
    return os.path.join(os.path.realpath(path), "").startswith(os.path.join(os.path.realpath(folder), ""))


def _once(found: Sequence[Target]) -> list[Target]:
    """Without files named twice: a document is not a duplicate of itself."""
    by_place: dict[tuple[str, int | None], Target] = {}
    for target in found:
        place = STDIN if target.path is None else target.path if target.remote else os.path.realpath(target.path)
        by_place.setdefault((place, target.member), target)
    return list(by_place.values())
