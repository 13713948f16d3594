"""The parser: lines are placed, fed to the grammar token by token, and repaired where they do not fit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hegao.sources.files import Source
from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.automaton import Parser
from hegao.syntax.classifier import kind_of
from hegao.syntax.contents import listed_titles, mark_contents
from hegao.syntax.document_head import mark_heads
from hegao.syntax.field_list import Fields, mark_fields, read_fields
from hegao.syntax.furniture import take_out_furniture
from hegao.syntax.joining import join_lines
from hegao.syntax.line_kinds import DATES, DECIMALS, NUMBERS, Kind
from hegao.syntax.lines import Line, logical_lines
from hegao.syntax.rows import shape_tables
from hegao.syntax.tails import mark_tail
from hegao.syntax.trees import Token, Tree
from hegao.syntax.unroll import unroll
from hegao.words.grammar_tables import tables

_CHAPTER = Pattern(r"(\d{1,2})[ \u3000\xa0]+(?=[\u3400-\u9fff])")


@dataclass(slots=True)
class Parsed:
    """The tree of a file; its tokens are indexes in ``lines``.

    ``furniture`` are lines that are no part of any document (running heads, repeated table heads, marks of a
    conversion), ``unparsed`` those that the grammar had no place for.
    """

    tree: Tree
    lines: list[Line]
    furniture: list[Line] = field(default_factory=list)
    unparsed: list[Line] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)


def parse_lines(source: Source) -> Parsed:
    """The tree of a source; it always exists."""
    lines, furniture = logical_lines(source.lines)
    lines = unroll(lines)
    for line in lines:
        if line.cells is None:
            line.kind = kind_of(line.squeezed)
    _mark_chapters(lines)
    lines = take_out_furniture(lines, furniture)
    behind_fields = mark_fields(lines)
    fields = read_fields([line for line in furniture if line.kind == Kind.FRONT] + [line for line in lines[:40] if line.kind == Kind.FIELD])
    behind = max(mark_contents(lines), behind_fields)
    lines = lines[:behind] + shape_tables(join_lines(lines[behind:], furniture), furniture)
    lines, starts = place(lines, behind)
    lines, starts = _drop_folded(lines, starts)
    tree, unparsed = _feed(lines, starts)
    return Parsed(tree, lines, furniture, unparsed, fields)


def _mark_chapters(lines: list[Line]) -> None:
    """Where 1.1 stands in a file, 1 总则 is its chapter, though no mark follows the figure."""
    tops = {match[0] for line in lines if line.kind in DECIMALS and (match := re.match(r"\d{1,2}", line.squeezed))}
    for line in lines:
        if line.kind == Kind.TEXT and line.cells is None and len(line.squeezed) <= 30:
            match = _CHAPTER.match(line.text.value)
            if match and match[1] in tops and not line.squeezed.endswith(("。", "；", "：", "，")):
                line.kind = Kind.DIGIT


def place(lines: list[Line], behind: int) -> tuple[list[Line], list[int]]:
    """Judge the kinds of the lines by their place; also where each document begins.

    ``behind`` is the index behind field list, cover and contents.
    """
    colophon = len(lines)
    # A list of publishers is a gazette's: without a contents list one label alone (主办单位) may be anybody's.
    gazette = any(line.kind == Kind.ENTRY for line in lines[:behind]) or sum(1 for line in lines[-6:] if line.kind == Kind.COLOPHON) > 1
    while gazette and colophon > behind and (lines[colophon - 1].kind == Kind.COLOPHON or _in_colophon(lines, colophon)):
        colophon -= 1
        lines[colophon].kind = Kind.COLOPHON
    body = lines[:colophon]
    for line in body[behind:]:
        if line.kind == Kind.COLOPHON:
            line.kind = Kind.TEXT
    listed = listed_titles([line for line in lines[:behind] if line.kind == Kind.ENTRY])
    starts = mark_heads(body, behind, [title for title in listed if len(title) >= 8])
    ends = [*starts[1:], len(body)] if starts else []
    for start, end in zip(starts, ends, strict=True):
        first = start
        while first < end and body[first].kind in _HEAD:
            first += 1
        title = "".join(line.squeezed for line in body[start:first] if line.kind == Kind.TITLE)
        mark_tail(body, first, end, title)
    first_start = starts[0] if starts else len(body)
    for line in body[behind:first_start]:
        line.kind = Kind.COVER
    for start, end in zip(starts, ends, strict=True):
        _settle(body[start:end])
    return lines, starts


#: What may stand in the head of a document; of these what a body may not hold.
_HEAD = (
    NUMBERS
    | DATES
    | {Kind.MASTHEAD, Kind.BODY, Kind.TITLE, Kind.ORDER_NUMBER, Kind.HEAD_NOTE, Kind.FIELD, Kind.ADDRESSEE}
)
_HEAD_ONLY = NUMBERS | DATES | {Kind.ORDER_NUMBER, Kind.MASTHEAD, Kind.BODY, Kind.COLOPHON}
#: Lines that are no text even where the grammar has no place for them.
_ROWS = frozenset([Kind.TABLE, Kind.SUBHEAD, Kind.ROW])


def _in_colophon(lines: list[Line], end: int) -> bool:
    """Whether a telephone line and the like stands below the lines of a colophon, at the very end."""
    contact = end >= 2 and lines[end - 1].squeezed.startswith(("联系电话", "电话", "地址", "邮编", "邮政编码", "网址"))
    return contact and (lines[end - 2].kind == Kind.COLOPHON or _in_colophon(lines, end - 1))


def _settle(lines: list[Line]) -> None:
    """Kinds that only a head may hold become text where they stand in a body."""
    in_head = True
    for line in lines:
        in_head = in_head and line.kind in _HEAD
        if not in_head and line.kind == Kind.FIELD:
            line.kind = Kind.TABLE if line.cells is not None else Kind.TEXT
        elif not in_head and line.kind in _HEAD_ONLY:
            line.kind = Kind.TEXT


def _drop_folded(lines: list[Line], starts: list[int]) -> tuple[list[Line], list[int]]:
    """Lines folded into others dropped; the starts follow their lines."""
    begins = {id(lines[start]) for start in starts if start < len(lines)}
    kept = [line for line in lines if line.kind != Kind.FOLDED]
    return kept, [index for index, line in enumerate(kept) if id(line) in begins]


def _feed(lines: list[Line], starts: list[int]) -> tuple[Tree, list[Line]]:
    """The tree of the lines; those that fit nowhere are left out and returned."""
    parser = Parser(tables())
    unparsed: list[Line] = []
    begins = set(starts)
    for index, line in enumerate(lines):
        if index in begins:
            parser.feed(Token(Kind.BEGIN, index))
        if not parser.feed(Token(line.kind, index)) and not _mend(parser, line.kind, index):
            unparsed.append(line)
    return parser.finish(), unparsed


def _mend(parser: Parser, kind: Kind, index: int) -> bool:
    """Try to place a line that did not fit as plain text; False where even that does not fit."""
    return kind not in _ROWS and parser.fits(Kind.TEXT) and parser.feed(Token(Kind.TEXT, index))
