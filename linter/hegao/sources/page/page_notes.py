"""Footnotes (脚注): small lines at the foot of a page under a short rule; what refers to them in the text is a raised figure."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from hegao.sources.page.page_model import Page
from hegao.sources.page.printed_lines import PrintedLine

#: The rule is shorter than this part of the page, and begins in this one.
_SHORT, _BEGINS = 0.5, 0.4
#: A note is smaller than the text by so much.
_SMALLER = 0.87


def short_rules(page: Page) -> list[float]:
    """The heights at which short rules lie on a page."""
    return [one.at for one in page.strokes if one.level and one.end - one.start < page.width * _SHORT and one.start < page.width * _BEGINS]


def take_notes(lines: list[PrintedLine], rules: Sequence[float], size: float) -> list[PrintedLine]:
    """Take the footnotes out of the lines of a page, the text of which is of that size; the marks of notes go from all its lines."""
    first = len(lines)
    while first and lines[first - 1].size < size * _SMALLER:
        first -= 1
    if first in (0, len(lines)) or not any(lines[first - 1].baseline < rule < lines[first].baseline for rule in rules):
        return []
    notes = lines[first:]
    del lines[first:]
    _unmark(lines)
    _unmark(notes)
    return [note for note in notes if note.text.strip()]


def _unmark(lines: Iterable[PrintedLine]) -> None:
    for line in lines:
        if line.raised:
            kept = [index for index in range(len(line.text)) if index not in line.raised]
            line.text = "".join(line.text[index] for index in kept)
            line.edges = array("f", [edge for index in kept for edge in line.edges[2 * index : 2 * index + 2]])
