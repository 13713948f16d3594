"""Where output goes: reports to standard output or a file, all else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


def emit(text: str, machine: bool = False, target: Path | None = None, mark: bool = False) -> None:
    """Write a report to ``target`` or to standard output.

    Machine formats are UTF-8 always (``mark`` puts a byte order mark before them), text for people is in
    the encoding of the terminal.  A reader that has gone (``… | head``) is no error.  Raises
    ``click.ClickException`` with a Chinese sentence where the target cannot be written.
    """
    if target is not None:
        write_atomically(target, text.encode("utf-8-sig" if mark else "utf-8", "backslashreplace"))
        return
    encoding = "utf-8" if machine else sys.stdout.encoding
    emit_bytes(text.encode("utf-8-sig" if mark else encoding, "backslashreplace"))


def emit_bytes(data: bytes) -> None:
    """Write bytes to standard output; a reader that has gone is no error."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python would complain once more when it closes the stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_atomically(target: Path, data: bytes) -> None:
    """Replace the file in one step, so that nobody ever reads half a report; its mode is kept.

    Raises ``click.ClickException`` where that is not possible.
    """
    from hegao.engine.fixing.whole_file import write_whole

    try:
        write_whole(target, data)
    except OSError as error:
        raise click.ClickException(f"不能写入 {target}：{reason_of(error)}") from error


def reason_of(error: OSError) -> str:
    """Why a file cannot be written, in Chinese."""
    known = {
        FileNotFoundError: "没有这个文件夹",
        PermissionError: "没有权限",
        IsADirectoryError: "它是文件夹",
        NotADirectoryError: "上级不是文件夹",
    }
    return known.get(type(error), error.strerror or str(error))


def colourful() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def warn(sentences: str) -> None:
    """Sentences, a line each, on standard error."""
    for sentence in sentences.splitlines():
        print(f"hegao：{sentence}", file=sys.stderr)


#: Below so many files nobody looks at a progress bar.
_MANY = 50


def progress(total: int) -> Callable[[Iterator[T]], Iterable[T]] | None:
    """What shows the progress of a long run on a terminal, on standard error; None where there is nobody to see it."""
    if total < _MANY or not sys.stderr.isatty():
        return None

    def follow(items: Iterator[T]) -> Iterable[T]:
        with click.progressbar(items, length=total, label="检查", file=sys.stderr) as bar:
            yield from bar

    return follow


def debugging() -> bool:
    """Whether errors of the program itself are to be shown with their traceback."""
    return bool(os.environ.get("HEGAO_DEBUG"))
