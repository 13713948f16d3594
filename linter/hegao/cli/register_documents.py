"""What documents bring into the register: their numbers, and the texts that they repeal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.reference.citation_form import collect_abolished
from hegao.cli.file_commands import Parsed
from hegao.document.model import Document, File
from hegao.register.entry import Entry
from hegao.register.number_register import Repeal
from hegao.register.written_numbers import entry_of, read_number
from hegao.sources.white_space import unspaced


class Collected(NamedTuple):
    """Entries with the paths of their files; what the documents repeal; files without a number."""

    entries: list[tuple[str, Entry]]
    repeals: list[Repeal]
    unnumbered: list[str]


def collected(paths: Sequence[str], suffixes: Sequence[str], codes: Sequence[str]) -> tuple[Collected, int]:
    """What the documents in files and folders bring in, those of some agency codes only where such are given, and the exit status.

    What is missing or cannot be read is told on standard error.  Raises ``UsageProblem`` for suffixes that are not known.
    """
    found = Collected([], [], [])
    files = Parsed(paths, None, None, suffixes)
    for file in files:
        _take(file, codes, found)
    return found, files.status


def _take(file: File, codes: Sequence[str], found: Collected) -> None:
    numbered = False
    for document in file.documents:
        entry = _entry(document)
        numbered = numbered or entry is not None
        if entry is not None and (not codes or entry.code in codes):
            found.entries.append((file.path, entry))
            found.repeals.extend(_repealed(document, entry.number))
    if not numbered:
        found.unnumbered.append(file.path)


def _entry(document: Document) -> Entry | None:
    number = document.number
    if number is None or number.phrase.year is None or not number.phrase.code:
        return None
    title = unspaced(document.title.text.value) if document.title is not None else ""
    return entry_of(number.phrase, document.issuers)._replace(title=title, day=document.issued.isoformat() if document.issued else "")


def _repealed(document: Document, by: str) -> Iterator[Repeal]:
    for _text, data in collect_abolished(document):
        if data["role"] == "abolished":
            text = read_number(data["number"]) if data["number"] else Entry("", 0, 0)
            if text is not None:
                yield Repeal(text._replace(title=data["title"]), data["day"], by)
