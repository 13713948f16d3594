"""Lists of persons (名单): a name given twice, side by side, parted by wide blanks, or among those who sat in a meeting or were absent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from hegao.checks.structure.row_content import ANOTHER, Repeated
from hegao.document.model import Document, Node, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Piece, Text
from hegao.words.vocabulary import surnames
from hegao.words.word_costs import word_cost

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


#: Those of whom each sits in a meeting once, or is absent; who presides or keeps the record may be told twice.
_ATTENDS = Pattern(r"^(?:出席|参加|参会|与会|列席|请假|缺席)(?:会议)?(?:人员|领导|人|单位)?[：:]")
_LABEL = Pattern(r"^[\u3400-\u9fff]{2,8}[：:]")
_PERSON = Pattern(lambda: rf"[{''.join(sorted(surnames()))}][\u3400-\u9fff·]{{1,2}}(?=[（(]|$)")
_MARKS = Pattern("[、，；。：:]")


def attendants_twice(document: Document) -> Iterator[Repeated]:
    """Who is told twice among those who attended, sat in or were absent."""
    for part in document.parts:
        seen: dict[str, Text] = {}
        attends = False
        for node in part.nodes:
            text = node.text
            label = _LABEL.match(text.value) if isinstance(node, Paragraph) else None
            if not isinstance(node, Paragraph) or label is None and text.value.endswith("。") and not attends:
                attends = False
                continue
            attends = _ATTENDS.match(text.value) is not None if label is not None else attends
            for word in _listed(text.slice(label.end() if label is not None else 0)) if attends else ():
                name = _PERSON.match(word.value)
                if name is not None:
                    first = seen.setdefault(name[0], word)
                    if first is not word:
                        yield Repeated(word.slice(0, name.end()), first, name[0], ANOTHER)


#: 委员：甲某、乙某（女）、甲某: persons behind a label, or alone on their line, parted by 、.
_LISTED = Pattern("^(?:[\u3400-\u9fff　 ]{2,12}[：:])?(?P<names>[^：:，。；]{2,}(?:、[^：:，。；]{2,})+)[。]?$")


def listed_persons_twice(document: Document) -> Iterator[Repeated]:
    """Who stands twice in one line that holds nothing but persons."""
    for part in document.parts:
        for node in part.nodes:
            match = _LISTED.match(node.text.value) if isinstance(node, Paragraph) else None
            names = list(_listed(node.text.slice(*match.span("names")))) if match is not None else []
            persons = [_PERSON.match(name.value) for name in names]
            seen: dict[str, Text] = {}
            for name, person in zip(names, persons, strict=True) if len(names) >= _IN_A_LINE and all(persons) else ():
                first = seen.setdefault(person[0], name) if person is not None else name
                if person is not None and first is not name:
                    yield Repeated(name.slice(0, person.end()), first, person[0], ANOTHER)


#: A person at the head of a line, what is said of him or her behind a blank: 岳怀舟　市人民政府副市长.
_AT_HEAD = Pattern(lambda: rf"(?:[\u3400-\u9fff]{{2,6}}[：:])?(?P<name>[{''.join(sorted(surnames()))}][\u3400-\u9fff·]{{1,3}})$")
#: A post has so many letters; so many lines with persons make a list.
_POST, _LINES = 4, 3


def persons_twice(document: Document) -> Iterator[Repeated]:
    """Who heads two lines of one list, with another post in each."""
    for part in document.parts:
        for lines, nodes in groupby(part.nodes, key=lambda node: isinstance(node, Paragraph)):
            for list_of in ([name for node in nodes for name in _heads(node.text)],) if lines else ():
                seen: dict[str, Text] = {}
                for name in list_of if len(list_of) >= _LINES else ():
                    first = seen.setdefault(name.value, name)
                    if first is not name:
                        yield Repeated(name, first, name.value, ANOTHER)


def _heads(text: Text) -> Iterator[Text]:
    """The names at the heads of the lines of a text, each with something behind a blank on its line."""
    ends = [*(piece.offset for piece in text.pieces[1:]), len(text)]
    line = 0
    for place, piece in enumerate(text.pieces):
        if piece.line == line or place + 1 == len(text.pieces) or text.pieces[place + 1].line != piece.line:
            line = piece.line
            continue
        line = piece.line
        match = _AT_HEAD.match(text.value[piece.offset : ends[place]])
        # 全天　讲座: a word is no name.
        if match is not None and word_cost(match["name"]) is None and ends[place + 1] - ends[place] >= _POST:
            yield text.slice(piece.offset + match.start("name"), piece.offset + match.end("name"))


def _listed(text: Text) -> Iterator[Text]:
    """What is listed, parted by wide blanks or marks."""
    for piece in _names(text):
        begin = 0
        for mark in _MARKS.finditer(piece.value):
            yield piece.slice(begin, mark.start())
            begin = mark.end()
        yield piece.slice(begin)


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
