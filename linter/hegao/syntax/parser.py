"""The parser: lines with their kinds are fed to the grammar token by token, and repaired where they do not fit."""

from __future__ import annotations

from dataclasses import dataclass, field

from hegao.sources.source import Source
from hegao.syntax.automaton import Parser
from hegao.syntax.field_list import Fields
from hegao.syntax.line_kinds import Kind
from hegao.syntax.lines import Line
from hegao.syntax.passes import read_lines
from hegao.syntax.trees import Token, Tree
from hegao.words.grammar_tables import tables

#: Lines that are no text even where the grammar has no place for them.
_ROWS = frozenset([Kind.TABLE, Kind.SUBHEAD, Kind.ROW])


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
    reading = read_lines(source)
    tree, unparsed = _feed(reading.lines, reading.starts)
    return Parsed(tree, reading.lines, reading.furniture, unparsed, reading.fields)


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
