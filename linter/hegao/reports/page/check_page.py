"""The findings of a run as a page: summary, the text of each document with the findings beside it, ledger of tasks, time line.

It is written as a stream.  Documents are read and shown one after the other into a temporary file, while they are counted; then the
page is put together around it.  So what it takes does not grow with documents or findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from tempfile import TemporaryFile
from typing import IO

from markupsafe import Markup

from hegao import __version__
from hegao.document.model import Document
from hegao.engine.findings.finding import RunResult
from hegao.engine.rules.rule import Rule
from hegao.engine.run.readings import Reading, Readings
from hegao.reports.page.bilingual import Both
from hegao.reports.page.finding_cards import Cards
from hegao.reports.page.page_tally import MOST, Tally
from hegao.reports.page.page_templates import CHUNK, environment, written
from hegao.reports.page.page_views import Album
from hegao.reports.page.section_views import section_views
from hegao.reports.page.task_lines import task_lines
from hegao.reports.task_entries import Entry, ledger


def page_pieces(result: RunResult, readings: Readings, rules: Mapping[str, Rule], lang: str = "zh") -> Iterator[str]:
    """The page in pieces, in order; ``rules`` are those that found something, by their codes, ``lang`` is what it opens in."""
    with TemporaryFile("w+", encoding="utf-8", errors="backslashreplace", newline="") as spool:
        tally = _write_sections(result, readings, rules, lang, spool)
        spool.seek(0)
        yield from written(
            "check.html",
            title=Both("核稿报告", "Checking report"),
            lang=lang,
            version=__version__,
            tally=tally,
            rules=rules,
            most=MOST,
            files=len(result.files),
            failed=sum(file.failed for file in result.files),
            suppressed=sum(file.suppressed for file in result.files),
            sections=map(Markup, iter(lambda: spool.read(CHUNK), "")),
        )


def _write_sections(result: RunResult, readings: Readings, rules: Mapping[str, Rule], lang: str, spool: IO[str]) -> Tally:
    """Write the sections of all files; gives what they sum up to."""
    tally = Tally()
    template = environment().get_template("section.html")
    cards = Cards({file.path: file for file in result.files}, rules, lang)
    album = Album()
    at = 1
    for file in result.files:
        reading = readings(file.path)
        entries = _entries(reading)
        for view in section_views(file, reading, cards, album, at):
            mine = entries.get(view.document, []) if view.document is not None else []
            tally.section(view)
            tally.entries(mine)
            spool.writelines(template.generate(section=view, lang=lang, tasks=task_lines(mine, view.at) if mine else ""))
            at += 1
    return tally


def _entries(reading: Reading | None) -> dict[Document, list[Entry]]:
    """The entries of the ledger of a file by its documents."""
    found: dict[Document, list[Entry]] = {}
    for entry in ledger([reading.file]).entries if reading is not None else ():
        found.setdefault(entry.document, []).append(entry)
    return found
