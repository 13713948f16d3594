"""Places in the original file: spans that are in order, quotes, and what a finding is known by."""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from hegao.sources.digest import digest_of
from hegao.sources.personal_numbers import starred
from hegao.sources.text import Span, Text

if TYPE_CHECKING:
    from hegao.document.model import Document, Heading


def span_of(text: Text) -> Span:
    """The place of a text in its file.

    A text joined from several cells may end before the place where it starts; it is then shown by its
    first stretch.
    """
    span = text.span()
    if (span.end_line, span.end_column) >= (span.line, span.column):
        return span
    end = text.pieces[1].offset if len(text.pieces) > 1 else len(text.value)
    return text.span(0, end)


def quote_at(lines: Sequence[str], span: Span) -> str:
    """What stands at the span in the physical lines; of several lines, what stands on the first."""
    if not 1 <= span.line <= len(lines):
        return ""
    line = lines[span.line - 1]
    if span.end_line == span.line:
        return line[span.column - 1 : span.end_column - 1]
    return line[span.column - 1 :].rstrip()


def label_of(document: Document) -> str:
    """What a report calls a document: its number, else its title, as it may be shown."""
    if document.number is not None:
        return document.number.phrase.normal
    return starred(document.title.text.value) if document.title is not None else ""


def identity_of(document: Document) -> str:
    """What tells a document from others: its number, else the name of its file, from whatever folder it was called."""
    return document.number.phrase.normal if document.number is not None else posixpath.basename(document.path)


class Locator:
    """Tells where in the structure of a document a place lies: its title and the headings above."""

    def __init__(self, document: Document) -> None:
        """Read the headings of the document; they may stand in any order."""
        from hegao.document.model import Heading

        self._title = document.title.text.value if document.title is not None else ""
        marks: list[tuple[tuple[int, int], str]] = []
        for part in document.parts:
            base = self._title
            if part.title is not None:
                base += "/" + part.title.text.value
                marks.append((part.title.text.place(0), base))
            marks += [(node.text.place(0), base + _path(node)) for node in part.nodes if isinstance(node, Heading)]
        marks.sort(key=lambda mark: mark[0])
        self._starts = [start for start, _path in marks]
        self._paths = [path for _start, path in marks]

    def __call__(self, span: Span) -> str:
        """The title and the titles of the headings above the place, without their numbers."""
        index = bisect_right(self._starts, (span.line, span.column)) - 1
        return self._paths[index] if index >= 0 else self._title


def _path(heading: Heading) -> str:
    above = ""
    at: Heading | None = heading
    while at is not None:
        above = f"/{at.title}{above}"
        at = at.parent
    return above


@lru_cache(maxsize=256)
def comparable(text: str) -> str:
    """The text in one form, whatever its widths and spaces; without numbers of persons, which a fingerprint would betray."""
    return starred("".join(normalize("NFKC", text).split()))


#: What a finding is known by from run to run: rule, document, headings above, quote; never a line number.
Mark = tuple[str, str, str, str]


class Fingerprints:
    """Turns marks into fingerprints; of several equal marks in one file, each bears its count."""

    def __init__(self) -> None:
        """Start counting: one for each file."""
        self._seen: Counter[Mark] = Counter()

    def __call__(self, mark: Mark) -> str:
        """The fingerprint: 16 hexadecimal digits."""
        code, identity, place, quote = mark
        key = (code, starred(identity), comparable(place), comparable(quote))
        self._seen[key] += 1
        return digest_of("\x00".join((*key, str(self._seen[key]))), 8)
