"""Furniture: running heads and page numbers, which belong to the page and to no document."""

from __future__ import annotations

from collections import Counter

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.line_kinds import DATES, PLAIN, Kind
from hegao.syntax.lines import Line
from hegao.syntax.titles import ABOUT_WORDS
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings

_DASHED = Pattern(r"^[—–―─-]{1,3}([\u3400-\u9fff（）()]{4,40})[—–―─-]{0,3}$")
_PAGE_NUMBER = Pattern(r"^(?:[—–―─·•-]*\d{1,4}[—–―─·•-]*|第\d{1,4}页(?:[，,/]?共\d{1,4}页)?|\d{1,4}/\d{1,4})$")
_NUMBERED = Pattern(r"[\d—–―─·•-]+")
#: What a running head says: the body that publishes, the gazette, its issue.
_PUBLISHES = Pattern(rf"{ending_in((*body_endings('sign'), '公报', '政报', '文件'))}$")
#: The issue of a gazette, the page number perhaps beside it.
_ISSUE = Pattern(r"第\d{1,5}期[）)]?[\d—–―─·•-]*$")
#: What a running head may look like.
_RUNNING_KINDS = PLAIN | {Kind.MASTHEAD}
#: Lines that need the name of a body above them.
_NEEDS_NAME = DATES | {Kind.ORDER_NUMBER}
#: A line that stands on so many pages is printed by the page.
_REPEATS = 3


def take_out_furniture(lines: list[Line], furniture: list[Line]) -> list[Line]:
    """The lines without running heads and page numbers, which go to ``furniture``.

    A running head is known by its dashes on one page, so that it is known without them on the next; without
    any dashes it is known by standing alone on three pages.  What follows one stands behind a page break.
    """
    dashed = {match[1] for line in lines if line.cells is None and (match := _DASHED.match(line.squeezed)) and _PUBLISHES.search(match[1])}
    often = Counter(_key(lines[i]) for i in range(len(lines)) if _stands_alone(lines, i))
    kept: list[Line] = []
    crossing = False
    for index, line in enumerate(lines):
        if _is_furniture(lines, index, dashed, often):
            line.kind = Kind.RUNNING
            furniture.append(line)
            crossing = True
            continue
        if crossing:
            line.gap = True
            crossing = False
        kept.append(line)
    return kept


def _is_furniture(lines: list[Line], index: int, dashed: set[str], often: Counter[str]) -> bool:
    line = lines[index]
    if line.cells is not None or len(line.squeezed) > 44:
        return False
    match = _DASHED.match(line.squeezed)
    if match:
        return match[1] in dashed
    if _page_number(lines, index):
        return True
    if not line.gap or _belongs_below(lines, index):
        return False
    return line.squeezed in dashed or (_stands_alone(lines, index) and often[_key(line)] >= _REPEATS and _publishes(line))


def _key(line: Line) -> str:
    """The line without the page number beside it."""
    return _NUMBERED.sub("", line.squeezed)


def _publishes(line: Line) -> bool:
    return bool(_PUBLISHES.search(_key(line)) or _ISSUE.search(line.squeezed))


def _stands_alone(lines: list[Line], index: int) -> bool:
    """Whether a line of text stands between two gaps."""
    line = lines[index]
    if line.cells is not None or line.kind not in _RUNNING_KINDS or len(line.squeezed) > 44:
        return False
    return line.gap and (index + 1 == len(lines) or lines[index + 1].gap or lines[index + 1].cells is not None)


def _belongs_below(lines: list[Line], index: int) -> bool:
    """Whether the next line needs the name: a date makes it a signature, 关于 and 令 a title."""
    if index + 1 == len(lines):
        return False
    below = lines[index + 1]
    return below.kind in _NEEDS_NAME or below.squeezed.startswith((*ABOUT_WORDS, "令"))


def _page_number(lines: list[Line], index: int) -> bool:
    """Whether a line is a page number: alone, and if it is bare digits not longer than those of pages."""
    line = lines[index]
    if not _PAGE_NUMBER.match(line.squeezed):
        return False
    if line.squeezed.startswith(("第", "—")) and index > 0:
        # 第1页共2页 and —3— are nothing else, wherever they stand.
        return True
    between_rows = 0 < index < len(lines) - 1 and lines[index - 1].cells is not None and lines[index + 1].cells is not None
    alone = (line.gap or between_rows) and (index + 1 == len(lines) or lines[index + 1].gap or lines[index + 1].cells is not None)
    return alone and (not line.squeezed.isdigit() or (len(line.squeezed) <= 3 and index > 0))
