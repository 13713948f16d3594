"""What the program says, so that several machines can tell whether they run the same one; times of files do not count."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import hegao
import hegao.grammars
import hegao.rules
from hegao.sources.digest import digest_all

#: Endings of the files that decide what is found.
_DECIDING = {".py", ".toml", ".csv", ".json", ".lark"}


@cache
def content() -> str:
    """The version, and what stands for code, rules, tables and grammars."""
    code = (path for path in _files(Path(hegao.__path__[0])) if path[1].suffix == ".py")
    data = (path for module in (hegao.rules, hegao.grammars) for path in _files(Path(next(iter(module.__path__)))))
    found = (part for several in (code, data) for name, path in several for part in (name.encode(), path.read_bytes()))
    return f"{hegao.__version__} {digest_all(found)}"


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The deciding files in a folder and below, with their paths from there, in order."""
    yield from sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.suffix in _DECIDING)
