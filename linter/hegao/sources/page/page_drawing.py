"""Drawing pages with places on them, in the process that reads the file: the boxes of passages, and the pages on which they stand.

The file is read once more as it was for the check, by the same steps, so that its lines are the same; only here it is kept where each
character of them was printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from hegao.sources.page.page_layout import PageCollector
from hegao.sources.page.page_model import Page
from hegao.sources.page.page_pictures import BOXES, PAGES, PASSAGES, Box, PagePicture, Passage, Said
from hegao.sources.page.printed_lines import PrintedLine, printed_lines
from hegao.sources.personal_numbers import starred_lines
from hegao.sources.source import PDF
from hegao.sources.table_grid import Written

#: What stands on a page and takes more bytes in a report is no text.
_BYTES = 400_000
#: So far beyond the edges of its characters a box reaches, in points.
_MARGIN = 0.5


def drawn(data: bytes, form: str, passages: Sequence[Passage]) -> dict[str, Any]:
    """The pages and boxes for passages of a document; raises ``Unreadable`` and ``TooLarge``."""
    if form == PDF:
        return _drawn_pdf(data, passages)
    from hegao.sources.page.ofd_reader import collected, ofd_pages

    boxes, wanted, hidden = _found(collected(data), passages)
    pages = []
    for number, (page, _unknown) in enumerate(islice(ofd_pages(data), max(wanted, default=0)), 1):
        if number in wanted:
            pages.append(_ofd_picture(page, number, hidden.get(number, [])))
    return _told(pages, boxes)


def _drawn_pdf(data: bytes, passages: Sequence[Passage]) -> dict[str, Any]:
    from hegao.sources.page.pdf_picture import pdf_picture
    from hegao.sources.page.pdf_reader import collected, opened, read_page

    document = opened(data)
    boxes, wanted, hidden = _found(collected(document), passages)
    pages = []
    for number in wanted:
        page, _unknown = read_page(document, number - 1)
        covered = [*hidden.get(number, ()), *_hidden_on(printed_lines(page.glyphs), number)]
        pages.append(pdf_picture(document, page, number, covered))
    return _told(pages, boxes)


def _told(pages: Sequence[PagePicture | None], boxes: Sequence[Sequence[Box]]) -> dict[str, Any]:
    return {"pages": [page for page in pages if page is not None], "boxes": boxes}


def _found(collector: PageCollector, passages: Sequence[Passage]) -> tuple[list[list[Box]], list[int], Mapping[int, list[Box]]]:
    """The boxes of each passage, the pages to be shown, and by page the boxes of what must not be seen."""
    lines = collector.lines().all()
    printed = collector.printed
    boxes = [list(islice(_boxes(lines, printed, passage), BOXES)) for passage in passages[:PASSAGES]]
    wanted = sorted({box.page for several in boxes for box in several})[:PAGES]
    hidden: dict[int, list[Box]] = {}
    for number, start, end in _starred([line.text for line in lines]):
        for box in _boxes(lines, printed, (number + 1, start + 1, number + 1, end + 1)):
            hidden.setdefault(box.page, []).append(box)
    return boxes, wanted, hidden


def _boxes(lines: Sequence[Written], printed: Sequence[PrintedLine], passage: Passage) -> Iterator[Box]:
    """The boxes of a passage, one a printed line; of an empty one, that of the character there."""
    line, column, end_line, end_column = passage
    if (end_line, end_column) <= (line, column):
        end_line, end_column = line, column + 1
    for number in range(max(line, 1), min(end_line, len(lines)) + 1):
        start = column if number == line else 1
        end = end_column if number == end_line else len(lines[number - 1].text) + 1
        for at, length, serial, skip in lines[number - 1].stretches:
            first, last = max(at, start), min(at + length, end)
            if first < last:
                one = printed[serial]
                yield _box(one, first - at + skip, last - at + skip)


def _box(line: PrintedLine, first: int, last: int) -> Box:
    """The box of characters of a printed line."""
    edges = line.edges[2 * first : 2 * last] or line.edges
    left, right = min(edges), max(edges)
    return Box(line.page, *(round(edge, 2) for edge in (left - _MARGIN, line.top - _MARGIN, right + _MARGIN, line.bottom + line.size * 0.05)))


def _starred(texts: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Which characters of texts are in numbers of persons that must not be seen: the index of the text, from where to where."""
    for number, (text, shown) in enumerate(zip(texts, starred_lines(texts), strict=True)):
        if text != shown:
            start = 0
            while (start := _differs(text, shown, start)) < len(text):
                end = start
                while end < len(text) and text[end] != shown[end]:
                    end += 1
                yield number, start, end
                start = end


def _differs(text: str, shown: str, start: int) -> int:
    return next((at for at in range(start, len(text)) if text[at] != shown[at]), len(text))


def _hidden_on(lines: Sequence[PrintedLine], page: int) -> Iterator[Box]:
    """The boxes of numbers of persons among the lines of a page, whatever parts of it were read as text."""
    for number, start, end in _starred([line.text for line in lines]):
        yield _box(lines[number], start, end)._replace(page=page)


def _ofd_picture(page: Page, number: int, hidden: Sequence[Box]) -> PagePicture | None:
    """The page as what stands on it; None where that is more than a page of text."""
    lines = printed_lines(page.glyphs)
    shown = starred_lines([line.text for line in lines])
    said = [_said(line, text, hidden) for line, text in zip(lines, shown, strict=True)]
    rules = []
    for one in page.strokes:
        at, start, end = round(one.at, 1), round(one.start, 1), round(one.end, 1)
        rules.append((start, at, end, at) if one.level else (at, start, at, end))
    made = PagePicture(number, round(page.width, 1), round(page.height, 1), "", said, rules)
    return made if page.width and page.height and made.size <= _BYTES else None


def _said(line: PrintedLine, text: str, hidden: Sequence[Box]) -> Said:
    """A printed line, what must not be seen starred out and blanks left out."""
    lefts, rights = line.edges[::2], line.edges[1::2]
    near = [box for box in hidden if box.top < line.baseline - line.size * 0.3 < box.bottom]
    kept = [
        ("*" if any(box.left < (left + right) / 2 < box.right for box in near) else character, round(left, 1))
        for character, left, right in zip(text, lefts, rights, strict=True)
        if not character.isspace()
    ]
    return Said("".join(one for one, _left in kept), [left for _one, left in kept], round(line.baseline, 1), round(line.size, 1))
