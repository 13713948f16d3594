"""Pages of a PDF or OFD as a report shows them behind the text that was read: each with the places of findings framed.

A picture is large.  So there are as many as a reader will look at, and what they take altogether is bounded; what is left out is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hegao.engine.findings.finding import SEVERITIES, FileResult
from hegao.engine.run.readings import Reading
from hegao.reports.page.bilingual import Both
from hegao.reports.page.finding_cards import Card
from hegao.reports.page.marked_runs import Mark, stands
from hegao.sources.page.page_pictures import PASSAGES, Box, PagePicture
from hegao.sources.text import Span

#: Bytes of all pictures of a report.
_MOST = 32 * 1024 * 1024


class Frame(NamedTuple):
    """A finding framed on a page: its number in its section, its severity, its boxes there, what is said of it to who cannot see it.

    ``first`` says that its place begins on this page.
    """

    number: int
    severity: str
    boxes: Sequence[Box]
    said: Both
    first: bool


class PageView(NamedTuple):
    """A page with its frames, the gravest last, so that they lie on top."""

    picture: PagePicture
    frames: Sequence[Frame]


class PageViews(NamedTuple):
    """The pages shown of a document, and how many with findings are not."""

    pages: Sequence[PageView] = ()
    left_out: int = 0

    @property
    def framed(self) -> set[int]:
        """The numbers of the findings whose places are framed."""
        return {frame.number for page in self.pages for frame in page.frames if frame.first}


class FilePages(NamedTuple):
    """The pages of a file on which something was found, by their numbers, and the boxes of findings by their places.

    ``failed`` says that the pages could not be drawn.
    """

    pages: Mapping[int, PagePicture] = {}
    boxes: Mapping[Span, Sequence[Box]] = {}
    failed: bool = False


class Album:
    """The pictures of a report, which are counted."""

    def __init__(self, most: int = _MOST) -> None:
        """Begin with room for so many bytes."""
        self._room = most

    def of_file(self, file: FileResult, reading: Reading) -> FilePages:
        """The pages of a file; none where it does not consist of pages."""
        layout = reading.file.layout
        if layout is None or layout.pictures is None:
            return FilePages()
        spans = list(dict.fromkeys(finding.span for finding in file.findings if stands(finding, reading.lines)))[:PASSAGES]
        if not spans:
            return FilePages()
        drawn = layout.pictures([(span.line, span.column, span.end_line, span.end_column) for span in spans])
        if drawn is None:
            return FilePages(failed=True)
        return FilePages(drawn.pages, dict(zip(spans, drawn.boxes, strict=False)))

    def views(self, file: FilePages, marks: Sequence[Mark], cards: Sequence[Card]) -> PageViews:
        """The pages on which the marks of a document stand; ``cards`` are those of all its findings."""
        frames: dict[int, list[Frame]] = {}
        for mark in sorted(marks, key=lambda mark: (-SEVERITIES.index(mark.severity), mark.number)):
            boxes = file.boxes.get(mark.span, ())
            for page in sorted({box.page for box in boxes}):
                there = [box for box in boxes if box.page == page]
                frame = Frame(mark.number, mark.severity, there, _said(cards[mark.number - 1]), page == boxes[0].page)
                frames.setdefault(page, []).append(frame)
        pages: list[PageView] = []
        for number in sorted(frames):
            picture = file.pages.get(number)
            if picture is not None and picture.size <= self._room:
                self._room -= picture.size
                pages.append(PageView(picture, frames[number]))
        return PageViews(pages, len(frames) - len(pages))


def _said(card: Card) -> Both:
    """What is said of a frame: which finding, where, and the words there."""
    return Both(f"问题{card.number}，{card.where.zh}：“{card.quote}”", f"finding {card.number}, {card.where.en}: “{card.quote}”")
