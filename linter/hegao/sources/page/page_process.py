"""Page files read in a process of their own: no file may take the run with it.

A file may be made so that a program that reads it crashes (what reads a PDF is compiled code), never ends, or takes all memory.  The process
has bounds on time and memory; what it says on its standard output is one JSON value.  It is told by its arguments the form of the file, and
how many bytes of its standard input, before the file, are the passages (JSON) for which pages are to be drawn: none where it is only read.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from hegao.sources.bounded_reading import MEGA
from hegao.sources.origins import Cell, Place
from hegao.sources.page.page_layout import PageLines
from hegao.sources.page.page_pictures import Passage, Pictures, pictures_of
from hegao.sources.source import PDF, Unreadable
from hegao.sources.table_grid import TooLarge, Written

#: The longest that a file may take, in seconds, and of the processor; a gazette of five hundred pages takes five.
_SECONDS, _OF_PROCESSOR = 55, 30
_MEMORY = 1_024 * MEGA
_BROKEN = "{} 读不出（文件损坏，或页面过于复杂）；请重新取得文件，或用原来的 Word 文件检查"
_MISSING = "是 PDF 文件，读 PDF 要另装 pypdfium2（pip install 'hegao[pdf]'）；也可以用原来的 Word 文件检查"


def read_apart(data: bytes, form: str) -> PageLines:
    """The lines of a document of a form (PDF, OFD), read in another process; raises ``Unreadable``."""
    if form == PDF and find_spec("pypdfium2") is None:
        raise Unreadable(_MISSING)
    try:
        said = _ask(data, form)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"{form.upper()} 读了 {_SECONDS} 秒还没有读完，没有再读；请用原来的 Word 文件检查") from error
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        raise Unreadable(_BROKEN.format(form.upper())) from error
    return lines_of(said)


def draw_apart(data: bytes, form: str, passages: Sequence[Passage]) -> Pictures | None:
    """The pages of a document on which passages stand, drawn in another process; None where that fails."""
    try:
        said = _ask(data, form, json.dumps(passages).encode())
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return pictures_of(said) if "pages" in said else None


def _ask(data: bytes, form: str, passages: bytes = b"") -> dict[str, Any]:
    """What another process says; raises ``OSError``, ``ValueError`` and what ``subprocess`` raises."""
    command = [sys.executable, "-P", "-m", __name__, form, str(len(passages))]
    done = subprocess.run(command, input=passages + data, capture_output=True, timeout=_SECONDS, check=True)
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def lines_of(said: dict[str, Any]) -> PageLines:
    """The lines that the process gave; raises ``Unreadable`` where it gave a reason instead."""
    if "unreadable" in said:
        raise Unreadable(said["unreadable"])
    headers, body, notes, footers = ([_line(*line) for line in part] for part in said["parts"])
    return PageLines(headers, body, notes, footers, tuple(said["unread"]))


def _line(text: str, row: bool, places: list[Any], merged: list[int]) -> Written:
    return Written(text, row, tuple((column, _place(*place)) for column, place in places), merged=frozenset(merged))


def _place(paragraph: int | None, cell: list[int] | None, *rest: Any) -> Place:
    return Place(paragraph, Cell(*cell) if cell is not None else None, *rest)


def answer(data: bytes, form: str, passages: Sequence[Passage] | None = None) -> dict[str, Any]:
    """What the process says of a file: its lines, or the pages on which passages stand, or why it cannot be read."""
    try:
        if passages is not None:
            from hegao.sources.page.page_drawing import drawn

            return drawn(data, form, passages)
        read = _read(data, form)
    except (Unreadable, TooLarge) as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"unreadable": _BROKEN.format(form.upper())}
    parts = [[[line.text, line.row, line.places, sorted(line.merged)] for line in part] for part in read.parts]
    return {"parts": parts, "unread": read.unread}


def _read(data: bytes, form: str) -> PageLines:
    if form == PDF:
        from hegao.sources.page.pdf_reader import read_pdf

        return read_pdf(data)
    from hegao.sources.page.ofd_reader import read_ofd

    return read_ofd(data)


def bound() -> None:
    """Bound what this process may take, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _OF_PROCESSOR), (resource.RLIMIT_CORE, 0)):
        _soft, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))


if __name__ == "__main__":
    bound()
    asked = sys.stdin.buffer.read(int(sys.argv[2]))
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read(), sys.argv[1], json.loads(asked) if asked else None)))
