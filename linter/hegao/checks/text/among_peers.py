"""Marks that only show beside their like: in a column of cells, in a list of bodies, in a term used twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from hegao.checks.base import Hit
from hegao.checks.shared.passages import Found, Running, edit_at
from hegao.document.model import Document, Heading, Node, Paragraph, Table, Task
from hegao.phrases.brackets import ROUND, bracket_faults
from hegao.phrases.units import looks_like_body, split_units
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.duty_labels import BODY_NOUN, LABEL_LINE
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words

#: Shorter than this a cell or an item is no sentence.
_SHORTEST = 6
_STOPS = "。；！？"
_ENDS_OPEN = Pattern(r"[\u3400-\u9fff%％0-9”）》]$")
#: A figure behind the full stop is a page number that stayed in the cell, no end of a sentence.
_STRAY = Pattern(r"[。；]\d{1,3}$")
#: A paragraph this long with a comma in it is made of sentences.
_LONG = 30
#: One with a mark inside may be shorter.
_SPOKEN = 15
_INSIDE = Pattern("[，。]")
#: Longer than any paragraph: a text stored without line breaks.
_ENDLESS = 1200
#: A last sentence without its stop; what goes on much longer is a list of names.
_OPEN_SENTENCE = Pattern(r"(?:^|[。；！？])[^。；！？]{1,150}[\u3400-\u9fff]$")
#: A sentence that ends with a remark, a quotation or a rate: …180万元（含装备类85万元）; who is in charge stands behind the stop.
_REMARKED = Pattern(r"，[^。；！？]{4,120}(?:[\u3400-\u9fff\d%]（[^（）：:牵责]{2,60}）|[\u3400-\u9fff]”|\d[%％])$")
_DANGLING = "，、,"
#: So many cells without a stop show that a column has none; what is longer than that is a sentence.
_BESIDE, _PHRASE = 2, 24
_ROLE = Pattern(rf"(?:{BODY_NOUN}|{one_of(duty_words('label', 'lead', 'responsible', 'coop'))})\s*[：:]")
#: A line of labels (责任单位：…) needs no stop.
_LABELS = Pattern(LABEL_LINE)
#: Columns set with blanks, no running text.
_SET_APART = Pattern(r"\S[ \u3000]{2,}\S")
#: A label and what it is of, in no sentence that is over: 会议议程：一、学习；二、通报事项.
_LABELLED = Pattern("^[\u3400-\u9fff]{2,6}：[^。]*$")
#: Who was there, at the end of minutes: names, no sentence.
_ATTENDANCE = Pattern("(?:出席|列席|请假|缺席|记录)(?:人员?)?[：:]")
_TIME = Pattern(r"时限|时间|\d|[年月日]底?前|完成|推进|长期|持续|年内")
_QUOTED_TERM = Scanner(r"“([^“”]{3,24})”")
_MARKS_WITHIN = Pattern(r"[、，,·\s]")


def _tail(text: Text, start: int, end: int, right: str) -> Hit:
    """The hit at the end of a text: the last characters before ``start`` go with it so that it can be found."""
    left = max(0, start - 6)
    at = text.slice(left, end)
    return Hit(at, {"written": at.value, "right": text.value[left:start] + right}, edits=edit_at(at, text.value[left:start] + right, False))


def dangling_cells(table: Table) -> Iterator[Hit]:
    """Cells that end with a comma: the mark is one too many, or what followed is lost."""
    for row in table.rows:
        for cell in row.cells:
            if len(cell) > 2 and cell.value[-1] in _DANGLING:
                yield _tail(cell, len(cell) - 1, len(cell), "")


def unstopped_cells(table: Table, fewest: int, share: int) -> Iterator[Hit]:
    """Cells without a full stop in a column where so many cells, and such a share in a hundred, have one."""
    # A row whose first cell is empty may be the rest of the one above it, which then does not end where it seems to.
    whole = [row for row, below in zip_longest(table.rows, table.rows[1:]) if row.cells and (below is None or any(below.cells[:1]))]
    for index in range(len(table.columns)):
        cells = [row.cells[index] for row in whole if index < len(row.cells) and len(row.cells[index]) >= _SHORTEST]
        stopped = [cell for cell in cells if cell.value[-1] in _STOPS]
        if len(stopped) >= fewest and len(stopped) * 100 >= share * len(cells):
            for cell in cells:
                if _ENDS_OPEN.search(cell.value) and not _STRAY.search(cell.value):
                    hit = _tail(cell, len(cell), len(cell), "。")
                    yield Hit(hit.at, hit.facts, (stopped[0].slice(max(0, len(stopped[0]) - 7)),), hit.edits)


def stopped_cells(table: Table) -> Iterator[Hit]:
    """The one cell of a column that ends with a stop, where so many others have none and none has one."""
    for index in range(len(table.columns)):
        cells = [row.cells[index] for row in table.rows if index < len(row.cells) and row.cells[index].value]
        stopped = [cell for cell in cells if cell.value[-1] in "。；"]
        spoken = [cell for cell in cells if cell.value[-1] not in _STOPS and len(cell) > 1]
        if len(stopped) != 1 or len(spoken) < _BESIDE or len(spoken) + 1 < len(cells):
            continue
        (cell,) = stopped
        if not _INSIDE.search(cell.value[:-1]) and len(cell) <= _PHRASE:
            hit = _tail(cell, len(cell) - 1, len(cell), "")
            yield Hit(hit.at, {**hit.facts, "fault": "doubtful"}, (spoken[0],), hit.edits)


def split_lists(task: Task) -> Iterator[Hit]:
    """A semicolon inside a list of bodies: in a clause with 牵头单位：…；配合单位：… it ends the role."""
    value = task.text.value
    start = 0
    named = False
    # A half-width one is found with the other half-width marks.
    for end in [*(match.start() for match in re.finditer("；", value)), len(value)]:
        segment = value[start:end].strip("（）()〔〕[]【】。 　")
        if _ROLE.search(segment):
            named = True
        elif named and start and "：" not in segment and not _TIME.search(segment):
            units = split_units(segment)
            if units and all(looks_like_body(unit) for unit in units):
                at = task.text.slice(max(0, start - 5), min(len(value), start + 4))
                mark = task.text.slice(start - 1, start)
                right = at.value.replace(value[start - 1], "，", 1)
                yield Hit(at, {"written": at.value, "right": right}, edits=edit_at(mark, "，", False))
        start = end + 1


def terms(text: Running) -> Iterator[Hit]:
    """A quoted term that bears other marks inside than everywhere else in the document."""
    places: dict[str, list[Found]] = defaultdict(list)
    for found in text.find(_QUOTED_TERM):
        places[found.match[1]].append(found)
    alike: dict[str, list[str]] = defaultdict(list)
    for form in places:
        alike[_MARKS_WITHIN.sub("", form)].append(form)
    for forms in alike.values():
        usual = max(forms, key=lambda form: len(places[form]))
        for form in forms:
            if form != usual and len(places[usual]) >= max(2, 2 * len(places[form])):
                for found in places[form]:
                    at = found.at()
                    yield Hit(at, {"written": form, "right": usual}, (places[usual][0].at(),), edit_at(at, f"“{usual}”", False))


def markup(document: Document, most: int) -> Iterator[Hit]:
    """Marks of Markdown or HTML left in a text; a text with more lines of them is a web page and meant to be."""
    by_line: dict[int, list[Text]] = defaultdict(list)
    for mark in document.markup:
        by_line[mark.line].append(mark.text)
    if len(by_line) <= most:
        for marks in by_line.values():
            edits = [edit for mark in marks for edit in edit_at(mark, "")]
            yield Hit(marks[0], {"written": marks[0].value, "right": ""}, tuple(marks[1:]), tuple(edits))


class _Block(NamedTuple):
    """A paragraph, or a heading with what runs on behind it: what it is like, and whether a heading or the end follows."""

    text: Text
    like: str
    last: bool
    #: Whether the line above or below ends without a mark, too: entries of a form or a timetable, no sentences.
    listed: bool = False


def _blocks(nodes: Sequence[Node]) -> Iterator[_Block]:
    for index, node in enumerate(nodes):
        last = index + 1 == len(nodes) or isinstance(nodes[index + 1], Heading)
        if isinstance(node, Paragraph):
            yield _Block(node.text, "paragraph", last, any(_is_entry(other) for other in (*nodes[max(0, index - 1) : index], *nodes[index + 1 : index + 2])))
        elif isinstance(node, Heading):
            yield _Block(node.body, "paragraph", last) if node.runs_on else _Block(node.text, node.style, last)


def _is_entry(node: Node) -> bool:
    """Whether a line beside a paragraph ends as an entry does: with neither a mark nor what leads on."""
    return isinstance(node, Paragraph) and _ENDS_OPEN.search(node.text.value) is not None


def _is_open(value: str) -> bool:
    """Whether a paragraph ends with a sentence that lacks its stop."""
    if _REMARKED.search(value):
        return not _open_bracket(value)
    return "\u3400" <= value[-1] <= "\u9fff" and _OPEN_SENTENCE.search(value) is not None and not _open_bracket(value)


def _open_bracket(value: str) -> bool:
    """Whether a bracket is still open at the end: the text breaks off within it, and nobody can tell where its stop stood."""
    return any(fault.kind == "lone" and value[fault.start] in ROUND for fault in bracket_faults(value))


def _speaks(block: _Block) -> bool:
    """Whether a block is made of sentences, by its length and the marks inside."""
    length, value = len(block.text), block.text.value
    if block.listed or _SET_APART.search(value) or _LABELS.match(value) or _ATTENDANCE.match(value):
        return False
    if _LABELLED.match(value) and "；" in value:
        return False
    if block.like != "paragraph":
        return _LONG <= length <= _ENDLESS and "，" in value
    return (_LONG if not block.last else _SPOKEN) <= length <= _ENDLESS and bool(_INSIDE.search(value))


def unstopped_paragraphs(document: Document, fewest: int, share: int) -> Iterator[Hit]:
    """Paragraphs that end with a comma, or without any mark where of ``fewest`` of their like such a share in a hundred has one (PUN-17)."""
    blocks = [block for part in document.parts for block in _blocks(part.nodes)]
    kinds: dict[str, list[_Block]] = defaultdict(list)
    for block in blocks:
        if _speaks(block):
            kinds[block.like].append(block)
    for alike in kinds.values():
        open_ended = [block for block in alike if _is_open(block.text.value)]
        if len(alike) >= fewest and (len(alike) - len(open_ended)) * 100 >= len(alike) * share:
            for block in open_ended:
                # In a gazette a paragraph may be cut by the page and go on in the next one.
                if block.last or not document.in_gazette:
                    yield _tail(block.text, len(block.text), len(block.text), "。")
    for block in blocks:
        if block.last and len(block.text) > 8 and block.text.value[-1] in "，、":
            yield _tail(block.text, len(block.text) - 1, len(block.text), "。")
