"""The passes over the lines of a file, in order: each undoes one thing that a copy did to the text, or decides one thing.

First what the lines look like, then what stands before the documents; then what was cut is put together, and the place of each line
tells what it is.  A pass may rely on all that those before it did.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.origins import Layout
from hegao.sources.source import Source
from hegao.sources.white_space import BLANK
from hegao.syntax.classifier import kind_of
from hegao.syntax.contents import listed_titles, mark_contents
from hegao.syntax.document_head import mark_heads
from hegao.syntax.field_list import REACH, Fields, mark_fields, read_fields
from hegao.syntax.flat_tables import raise_flat_tables
from hegao.syntax.furniture import take_out_furniture
from hegao.syntax.joining import join_lines
from hegao.syntax.line_kinds import DATES, DECIMALS, NUMBERS, Kind
from hegao.syntax.lines import Line, logical_lines
from hegao.syntax.rows import shape_tables
from hegao.syntax.spaced_tables import raise_spaced_tables
from hegao.syntax.tails import mark_tail
from hegao.syntax.unroll import unroll

#: A chapter over 1.1: its figure stands apart from its name by blanks alone.
_CHAPTER = Pattern(r"(\d{1,2})[ \u3000\xa0]+(?=[\u3400-\u9fff])")
_LONGEST_CHAPTER = 30
#: What the name of a chapter may look like: 2 工作机构 reads like a body.
_BARE_CHAPTERS = frozenset([Kind.TEXT, Kind.BODY])
_PARTED = Pattern(rf"(?:(?P<article>第[一二三四五六七八九十百零〇]{{1,6}}条)[{BLANK}]+(?![至和及]第)[\u3400-\u9fff]|(?P<decimal>\d{{1,2}}[.．]\d{{1,2}})[{BLANK}]+[\u3400-\u9fff]{{2}}|\d{{1,3}}[.．、][{BLANK}]+\d)")
#: An item's number or a count of two kinds: 二、三类.
_NUMERALS = "一二三四五六七八九十"
_COUNTED = Pattern(rf"([{_NUMERALS}])、[{_NUMERALS}]{{1,2}}[类级]")
#: So many rows a table may have that sets copies and imprint.
_IMPRINT_ROWS = 4
#: So short a title in a contents list may be the head of anything.
_SHORTEST_TITLE = 8
#: So many lines at the end of a file may tell that it is a gazette's.
_COLOPHON_LINES = 6
_CONTACT = ("联系电话", "电话", "地址", "邮编", "邮政编码", "网址")
#: What may stand in the head of a document, and what neither a body nor a tail may hold.
_HEAD = NUMBERS | DATES | {Kind.MASTHEAD, Kind.BODY, Kind.TITLE, Kind.ORDER_NUMBER, Kind.HEAD_NOTE, Kind.FIELD, Kind.ADDRESSEE}
_HEAD_ONLY = NUMBERS | DATES | {Kind.ORDER_NUMBER, Kind.MASTHEAD, Kind.BODY, Kind.COLOPHON}


@dataclass(slots=True)
class Reading:
    """A file while it is read: what the passes hand on to one another.

    ``furniture`` are lines that are no part of any document.  ``behind`` is the index behind field list, cover and contents,
    ``end`` that of the colophon; ``starts`` are the indexes at which documents begin.  ``layout`` is what the file itself tells of its
    lines, ``notes`` are those at its foot.
    """

    lines: list[Line]
    furniture: list[Line]
    fields: Fields = field(default_factory=Fields)
    behind: int = 0
    end: int = 0
    starts: list[int] = field(default_factory=list)
    layout: Layout | None = None
    notes: list[Line] = field(default_factory=list)

    def documents(self) -> Iterator[tuple[int, int]]:
        """From where to where each document goes."""
        return pairwise([*self.starts, self.end])


def lay_out(reading: Reading) -> None:
    """Undoes: a database stored a whole document on one line; it is laid out in lines again."""
    reading.lines = unroll(reading.lines)


def put_tables_together(reading: Reading) -> None:
    """Undoes: a copy of a web page or a PDF set each cell of a table on a line of its own, or its columns with blanks alone."""
    reading.lines = raise_spaced_tables(raise_flat_tables(reading.lines))


def tell_by_look(reading: Reading) -> None:
    """Decides what each line looks like; rows of tables are known already."""
    for line in reading.lines:
        if line.cells is None:
            line.kind = kind_of(line.squeezed)


def heed_layout(reading: Reading) -> None:
    """Decides by what the file itself tells: what is printed on every page, what is a field list, a note, a merged cell.

    Of what is printed on every page, degree of secrecy and urgency belong to the head of the document; so does its number where the
    text has none, for some set the whole masthead (红头) as the header of the first page.
    """
    layout = reading.layout
    if layout is None:
        return
    text: list[Line] = []
    numbered = any(line.kind in NUMBERS and line.line not in layout.running for line in reading.lines)
    of_head = {Kind.MASTHEAD} if numbered else {Kind.MASTHEAD, *NUMBERS}
    for line in reading.lines:
        line.merged = layout.merged.get(line.line, line.merged)
        if line.line in layout.running and line.kind not in of_head:
            line.kind = Kind.RUNNING
            reading.furniture.append(line)
        elif line.line in layout.notes:
            line.kind = Kind.TABLE if line.cells is not None else Kind.TEXT
            reading.notes.append(line)
        else:
            line.kind = Kind.FIELD if line.line in layout.fields else line.kind
            text.append(line)
    reading.lines = text


def take_out_of_tables(reading: Reading) -> None:
    """Undoes: a small table sets copies and imprint in their place; its rows are lines like any other."""
    for rows, run in groupby(reading.lines, key=_is_row):
        several = list(run) if rows else []
        if 0 < len(several) <= _IMPRINT_ROWS:
            kinds = [kind_of(line.squeezed) for line in several]
            if Kind.COPIES in kinds or set(kinds) == {Kind.IMPRINT}:
                for line, kind in zip(several, kinds, strict=True):
                    if kind in (Kind.COPIES, Kind.IMPRINT):
                        line.cells, line.kind = None, kind


def _is_row(line: Line) -> bool:
    return line.cells is not None


def tell_parted_numbers(reading: Reading) -> None:
    """Decides: a blank parts a number from words that would go on from it: 第二十六条　规模以上企业…; 5. 100周岁以上的."""
    for line in reading.lines:
        if line.kind == Kind.TEXT and line.cells is None and (match := _PARTED.match(line.text.value)):
            line.kind = Kind.ARTICLE if match["article"] else Kind.DECIMAL if match["decimal"] else Kind.DIGIT


def tell_chapters(reading: Reading) -> None:
    """Decides: where 1.1 stands in a file, 1 总则 is its chapter, though no mark follows the figure; so is the next one, though it has no 2.1."""
    tops = {int(match[0]) for line in reading.lines if line.kind in DECIMALS and (match := re.match(r"\d{1,2}", line.squeezed))}
    last = 0
    for line in reading.lines:
        if line.kind in _BARE_CHAPTERS and line.cells is None and len(line.squeezed) <= _LONGEST_CHAPTER:
            match = _CHAPTER.match(line.text.value)
            if match and (int(match[1]) in tops or tops and int(match[1]) == last + 1) and not line.squeezed.endswith(("。", "；", "：", "，")):
                line.kind, last = Kind.DIGIT, int(match[1])


def tell_numbered_counts(reading: Reading) -> None:
    """Decides: 二、三类数据更新 is item 二, not two or three kinds, where it stands between item 一 and item 三."""
    last = ""
    for place, line in enumerate(reading.lines):
        if line.kind == Kind.TEXT and line.cells is None and (match := _COUNTED.match(line.squeezed)):
            behind = next((one.squeezed for one in reading.lines[place + 1 :] if one.kind == Kind.HAN), "")
            if _NUMERALS.find(match[1]) - _NUMERALS.find(last) == 1 == _NUMERALS.find(behind[:1]) - _NUMERALS.find(match[1]):
                line.kind = Kind.HAN
        last = line.squeezed[0] if line.kind == Kind.HAN else last


def take_out_page_marks(reading: Reading) -> None:
    """Undoes: pages were printed with running heads and numbers, which stand between the lines of the text."""
    reading.lines = take_out_furniture(reading.lines, reading.furniture)


def find_field_list(reading: Reading) -> None:
    """Decides which lines at the top are a field list (著录项), and reads it."""
    reading.behind = mark_fields(reading.lines)
    front = [line for line in reading.furniture if line.kind == Kind.FRONT]
    reading.fields = read_fields(front + [line for line in reading.lines[:REACH] if line.kind == Kind.FIELD])


def find_contents(reading: Reading) -> None:
    """Decides which lines at the top are the cover and the contents list of a gazette; undoes its columns."""
    reading.behind = max(mark_contents(reading.lines), reading.behind)


def join_what_was_cut(reading: Reading) -> None:
    """Undoes: a page break or a scan cut sentences, headings and clauses into lines."""
    reading.lines[reading.behind :] = join_lines(reading.lines[reading.behind :], reading.furniture)


def build_tables(reading: Reading) -> None:
    """Undoes: a page break cut tables, printed their heads again and broke their rows; decides which row begins a table."""
    reading.lines[reading.behind :] = shape_tables(reading.lines[reading.behind :], reading.furniture)


def find_colophon(reading: Reading) -> None:
    """Decides which lines at the end are the list of publishers of a gazette; elsewhere such a line is text.

    Without a contents list one label alone (主办单位) may be anybody's.
    """
    lines, behind = reading.lines, reading.behind
    reading.end = len(lines)
    gazette = any(line.kind == Kind.ENTRY for line in lines[:behind])
    if gazette or sum(1 for line in lines[-_COLOPHON_LINES:] if line.kind == Kind.COLOPHON) > 1:
        while reading.end > behind and (lines[reading.end - 1].kind == Kind.COLOPHON or _in_colophon(lines, reading.end)):
            reading.end -= 1
            lines[reading.end].kind = Kind.COLOPHON
    for line in lines[behind : reading.end]:
        if line.kind == Kind.COLOPHON:
            line.kind = Kind.TEXT


def _in_colophon(lines: list[Line], end: int) -> bool:
    """Whether a telephone line and the like stands below the lines of a colophon, at the very end."""
    contact = end >= 2 and lines[end - 1].squeezed.startswith(_CONTACT)
    return contact and (lines[end - 2].kind == Kind.COLOPHON or _in_colophon(lines, end - 1))


def find_heads(reading: Reading) -> None:
    """Decides where documents begin, and what the lines of their heads are; what stands before the first is cover."""
    listed = listed_titles([line for line in reading.lines[: reading.behind] if line.kind == Kind.ENTRY])
    body = reading.lines[: reading.end]
    reading.starts = mark_heads(body, reading.behind, [title for title in listed if len(title) >= _SHORTEST_TITLE])
    for line in body[reading.behind : reading.starts[0] if reading.starts else reading.end]:
        line.kind = Kind.COVER


def find_tails(reading: Reading) -> None:
    """Decides what stands behind the text of each document: attachments, signatures, dates, notes, imprint, titles of annexes."""
    body = reading.lines[: reading.end]
    for start, end in reading.documents():
        first = start
        while first < end and body[first].kind in _HEAD:
            first += 1
        title = "".join(line.squeezed for line in body[start:first] if line.kind == Kind.TITLE)
        mark_tail(body, first, end, title)


def settle(reading: Reading) -> None:
    """Decides: what only a head may hold is text, or a table, where it stands behind one."""
    for start, end in reading.documents():
        in_head = True
        for line in reading.lines[start:end]:
            in_head = in_head and line.kind in _HEAD
            if not in_head and line.kind == Kind.FIELD:
                line.kind = Kind.TABLE if line.cells is not None else Kind.TEXT
            elif not in_head and line.kind in _HEAD_ONLY:
                line.kind = Kind.TEXT


def drop_folded(reading: Reading) -> None:
    """Undoes: titles and names of attachments went over several lines; what was made part of the line before goes."""
    kept = [place for place, line in enumerate(reading.lines) if line.kind != Kind.FOLDED]
    begins = set(reading.starts)
    reading.starts = [index for index, place in enumerate(kept) if place in begins]
    reading.lines = [reading.lines[place] for place in kept]


def add_notes(reading: Reading) -> None:
    """Decides: notes at the foot of pages are text, read behind all else, whatever they look like."""
    if reading.starts:
        reading.lines += reading.notes
    else:
        reading.furniture += reading.notes


#: The passes in their order.
PASSES: tuple[Callable[[Reading], None], ...] = (
    lay_out,
    put_tables_together,
    tell_by_look,
    heed_layout,
    take_out_of_tables,
    tell_chapters,
    tell_numbered_counts,
    tell_parted_numbers,
    take_out_page_marks,
    find_field_list,
    find_contents,
    join_what_was_cut,
    build_tables,
    find_colophon,
    find_heads,
    find_tails,
    settle,
    drop_folded,
    add_notes,
)


def read_lines(source: Source) -> Reading:
    """The lines of a source, each with its kind."""
    layout = source.layout
    reading = Reading(*logical_lines(source.lines, layout.rows if layout is not None else ()), layout=layout)
    for one in PASSES:
        one(reading)
    return reading
