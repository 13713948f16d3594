"""Where output goes: reports to standard output or a file, all else to standard error."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import click

from hegao.cli.status import USAGE
from hegao.reports.terminal_width import COLUMNS, show

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


def emit(text: str | Iterable[str], machine: bool = False, target: Path | None = None, mark: bool = False) -> None:
    """Write a report, whole or in pieces, to ``target`` or to standard output.

    Machine formats are UTF-8 always (``mark`` puts a byte order mark before them), text for people is in
    the encoding of the terminal.  A reader that has gone (``… | head``) is no error.  Raises
    ``click.ClickException`` with a Chinese sentence where the target cannot be written.
    """
    encoding = "utf-8" if machine or target is not None else sys.stdout.encoding
    pieces = [text] if isinstance(text, str) else text
    data = chain([BOM_UTF8] if mark else [], (piece.encode(encoding, "backslashreplace") for piece in pieces))
    if target is not None:
        write_atomically(target, data)
    else:
        emit_bytes(data)


def emit_bytes(data: Iterable[bytes]) -> None:
    """Write bytes, in pieces, to standard output; a reader that has gone is no error.

    Raises ``click.ClickException`` where it is closed, or its disk is full.
    """
    if sys.stdout is None:
        raise click.ClickException("标准输出没有打开")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _let_go()
    except OSError as error:
        from hegao.sources.system_errors import why_unwritten

        _let_go()
        raise click.ClickException(f"不能写到标准输出：{why_unwritten(error)}") from error


def _let_go() -> None:
    """Send to nowhere what is left for standard output: Python would complain once more when it closes the stream at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_atomically(target: Path, data: bytes | Iterable[bytes], *, replace: bool = True, before: bytes | None = None) -> None:
    """Replace the file in one step, so that nobody ever reads half a report; its mode is kept.

    ``before`` is what it must still hold.  Raises ``click.ClickException`` where that is not possible.
    """
    from hegao.engine.fixing.whole_file import write_whole
    from hegao.sources.system_errors import why_unwritten

    try:
        write_whole(target, data, replace=replace, before=before)
    except OSError as error:
        raise click.ClickException(f"不能写入 {target}：{why_unwritten(error)}") from error


#: Narrower than this nothing can be read, so that a terminal that says so is not believed.
_NARROWEST = 40


def columns(target: Path | None) -> int:
    """How many columns a report may take: those of the terminal that shows it, else a fixed number."""
    if target is not None or not sys.stdout.isatty():
        return COLUMNS
    from shutil import get_terminal_size

    return max(_NARROWEST, get_terminal_size((COLUMNS, 24)).columns)


def colourful() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


#: Columns of a sentence on standard error; longer ones are cut in the middle, where a name or a value stands.
_LONGEST = 600


def warn(sentence: str) -> None:
    """A sentence on standard error, on one line whatever names and texts it speaks of."""
    shown = show(sentence)
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST // 2]}……{shown[-_LONGEST // 2 :]}"
    print(f"hegao：{shown}", file=sys.stderr)


class Problems(click.ClickException):
    """What is wrong, a sentence each, and the exit status."""

    def __init__(self, sentences: Iterable[str], status: int = USAGE) -> None:
        self.sentences = list(sentences)
        self.status = status
        super().__init__("\n".join(self.sentences))


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
