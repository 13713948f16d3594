"""Page files read in a process of their own: no file may take the run with it.

A file may be made so that a program that reads it crashes (what reads a PDF is compiled code), never ends, or takes all memory.  The process
has bounds on time and memory; what it says on its standard output is one JSON value.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

from hegao.sources.bounded_reading import MEGA
from hegao.sources.files import PDF, Unreadable
from hegao.sources.origins import Cell, Place
from hegao.sources.page.page_layout import PageLines
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
        done = subprocess.run([sys.executable, "-P", "-m", __name__, form], input=data, capture_output=True, timeout=_SECONDS, check=True)
        said = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"{form.upper()} 读了 {_SECONDS} 秒还没有读完，没有再读；请用原来的 Word 文件检查") from error
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        raise Unreadable(_BROKEN.format(form.upper())) from error
    return lines_of(said)


def lines_of(said: dict[str, Any]) -> PageLines:
    """The lines that the process gave; raises ``Unreadable`` where it gave a reason instead."""
    if "unreadable" in said:
        raise Unreadable(said["unreadable"])
    return PageLines(*([_line(*line) for line in part] for part in said["parts"]))


def _line(text: str, row: bool, places: list[Any], merged: list[int]) -> Written:
    return Written(text, row, tuple((column, _place(*place)) for column, place in places), merged=frozenset(merged))


def _place(paragraph: int | None, cell: list[int] | None, *rest: Any) -> Place:
    return Place(paragraph, Cell(*cell) if cell is not None else None, *rest)


def answer(data: bytes, form: str) -> dict[str, Any]:
    """What the process says of a file: its lines, or why it cannot be read."""
    try:
        parts = _read(data, form)
    except (Unreadable, TooLarge) as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"unreadable": _BROKEN.format(form.upper())}
    return {"parts": [[[line.text, line.row, line.places, sorted(line.merged)] for line in part] for part in parts]}


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
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read(), sys.argv[1])))
