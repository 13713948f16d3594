"""The ledger of tasks as a page: table with filters and sort, time line of due dates."""

from __future__ import annotations

from collections.abc import Iterator

from hegao import __version__
from hegao.reports.page.bilingual import Both
from hegao.reports.page.page_tally import Tally
from hegao.reports.page.page_templates import written
from hegao.reports.page.task_lines import task_lines
from hegao.reports.task_entries import Ledger

#: Entries that are written at once.
_CHUNK = 500


def task_page_pieces(found: Ledger, lang: str = "zh") -> Iterator[str]:
    """The page in pieces, in order; it opens in the language."""
    tally = Tally()
    tally.entries(found.entries)
    chunks = (task_lines(found.entries[at : at + _CHUNK]) for at in range(0, len(found.entries), _CHUNK))
    title = Both("任务台账", "Ledger of tasks")
    yield from written("tasks.html", title=title, lang=lang, version=__version__, tally=tally, files=len(found.files), data=chunks)
