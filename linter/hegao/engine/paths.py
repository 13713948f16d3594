"""The files to be checked: from paths, folders and the standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from hegao.sources.files import SUFFIXES, Source, read, source_of

STDIN = "-"
#: The name of settings files; they are no rule files, wherever they lie.
SETTINGS = "hegao.toml"


class Target(NamedTuple):
    """A file to be checked and the name it is shown under; without a path, what ``data`` holds, else the standard input."""

    name: str
    path: Path | None = None
    data: bytes | None = None

    def source(self) -> Source:
        """The source read; raises ``Unreadable``."""
        return read(self.path, self.name) if self.path is not None else source_of(self.content(), self.name)

    def content(self) -> bytes:
        """The bytes of the file; raises ``OSError``."""
        if self.data is not None:
            return self.data
        if self.path is not None:
            return self.path.read_bytes()
        import sys

        return sys.stdin.buffer.read()


def targets(paths: Sequence[str], stdin_name: str = "<stdin>") -> tuple[list[Target], list[str]]:
    """The files at the paths, each once, in the order given, those of a folder sorted; and what is wrong with paths.

    Folders are searched with their sub-folders for ``SUFFIXES``; what is hidden is left out.
    """
    found: list[Target] = []
    problems: list[str] = []
    for given in paths:
        path = Path(given)
        if given == STDIN:
            found.append(Target(stdin_name))
        elif path.is_dir():
            several = list(_search(path, problems))
            found += several
            if not several:
                problems.append(f"{_shown(path)}：文件夹里没有可检查的文件（{'、'.join(SUFFIXES)}）")
        elif path.exists():
            found.append(Target(_shown(path), path))
        else:
            problems.append(f"{_shown(path)}：没有这个文件或文件夹")
    return _once(found), problems


def _search(folder: Path, problems: list[str]) -> Iterator[Target]:
    def report(error: OSError) -> None:
        problems.append(f"{_shown(Path(error.filename))}：打不开（{error.strerror}）")

    for root, folders, files in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and name.lower().endswith(SUFFIXES) and path.is_file():
                yield Target(_shown(path), path)


def _shown(path: Path) -> str:
    """The path as reports print it: with /, and with a mark for bytes that are no text."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def near(path: Path) -> str:
    """A path that the user did not give, as messages print it: what lies below the current folder without that folder."""
    try:
        return _shown(path.relative_to(Path.cwd()))
    except ValueError:
        return _shown(path)


def _once(found: Sequence[Target]) -> list[Target]:
    """Without files named twice: a document is not a duplicate of itself."""
    by_place: dict[str, Target] = {}
    for target in found:
        by_place.setdefault(os.path.realpath(target.path) if target.path is not None else STDIN, target)
    return list(by_place.values())
