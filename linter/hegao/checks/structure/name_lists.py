"""Lists of persons (名单) whose names stand side by side, parted by wide blanks: a name given twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from hegao.checks.structure.row_content import ANOTHER, Repeated
from hegao.document.model import Document, Node, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Piece, Text

_NAME = Pattern(r"[\u3400-\u9fff][\u3400-\u9fff·]{1,5}")
#: Fewer names on a line are no list of persons.
_IN_A_LINE = 3


def names_twice(document: Document) -> Iterator[Repeated]:
    """The names that stand twice in one list."""
    for part in document.parts:
        for listed, nodes in groupby(part.nodes, key=_lists_names):
            seen: dict[str, Text] = {}
            for name in [name for node in nodes for name in _names(node.text)] if listed else ():
                first = seen.setdefault(name.value, name)
                if first is not name:
                    yield Repeated(name, first, name.value, ANOTHER)


def _lists_names(node: Node) -> bool:
    """Whether a line holds nothing but names side by side."""
    if not isinstance(node, Paragraph) or len(node.text.pieces) < _IN_A_LINE:
        return False
    names = _names(node.text)
    return len(names) >= _IN_A_LINE and all(_NAME.fullmatch(name.value) for name in names)


def _names(text: Text) -> list[Text]:
    """What stands side by side; the text knows by its places where blanks stood, of which a single one may part a short name."""
    starts = [0, *(after.offset for before, after in pairwise(text.pieces) if _parted(before, after)), len(text)]
    return [text.slice(*bounds) for bounds in pairwise(starts)]


def _parted(before: Piece, after: Piece) -> bool:
    end = before.column + after.offset - before.offset
    return before.line != after.line or after.column - end > 1
