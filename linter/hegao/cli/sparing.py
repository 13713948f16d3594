"""No report takes the place of what it was made from."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

#: Disk and number of a file, the same under all its names; of one that is still to be written, its path without links.
_Identity = tuple[int, int] | str
_STDIN, _STDOUT = 0, 1


def spare(target: Path | None, inputs: Iterable[str | os.PathLike[str] | None], word: str = "--output") -> None:
    """See to it that a report goes into none of the files that are read, whatever name they are given by.

    ``target`` is where it goes, None for standard output; an input of None is the standard input; ``word`` is the option that gave
    the target.  Raises ``click.UsageError``.
    """
    written = _identity(_STDOUT if target is None else target)
    if written is None:
        return
    for one in inputs:
        if _identity(_STDIN if one is None else one) == written:
            where = "标准输出" if target is None else f"{word} 写的 {target}"
            read = "标准输入" if one is None else str(one)
            raise click.UsageError(f"{where} 就是要读的 {read}，会把它冲掉；请另写一个文件", click.get_current_context())


def _identity(file: int | str | os.PathLike[str]) -> _Identity | None:
    """What is the same for all names of an ordinary file; None for anything else."""
    try:
        state = os.stat(file)
    except (OSError, ValueError):
        return None if isinstance(file, int) else os.path.normcase(os.path.realpath(file))
    return (state.st_dev, state.st_ino) if stat.S_ISREG(state.st_mode) else None
