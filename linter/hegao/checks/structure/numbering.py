"""Numbering: headings and rows that skip, repeat or stand on the wrong level (norms HDG-01 to HDG-06)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.parameters import quantity
from hegao.checks.shared.passages import bodies, running
from hegao.checks.structure.copied_cells import Copied, copied_cells
from hegao.checks.structure.counted_rows import miscounted_rows
from hegao.checks.structure.heading_labels import broken_label, label_like, quoted_headings, stands_above
from hegao.checks.structure.heading_strays import strays
from hegao.checks.structure.name_lists import attendants_twice, listed_persons_twice, names_twice, persons_twice
from hegao.checks.structure.row_content import ANOTHER, DOUBTFUL, TWICE, Repeated, repeated_rows, same_rows
from hegao.checks.structure.row_keys import files_in_two_lists, keys_twice, lines_twice
from hegao.checks.structure.spoken_numbering import ORDINALS, RUN_IN, TURNS, Spoken, captions, cell_series, run_in_series, spoken_series
from hegao.document.model import Document, Heading, Part, Row, Table
from hegao.phrases.numbers import chinese_number
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_KIND = {"kind": {"enum": ["gap", "duplicate"]}}
_WIDEST_GAP = 3
_WIDEST = {"widest": quantity("More numbers than this are not skipped by a slip: the text was cut, or the number is none.", _WIDEST_GAP)}


class Slip(NamedTuple):
    """Where a run of numbers goes wrong: the place of the number in the run, and the number expected there."""

    kind: str
    at: int
    expected: int
    before: int


def slips(numbers: Sequence[int], widest: int = _WIDEST_GAP) -> Iterator[Slip]:
    """Gaps and repeats in a run of numbers, each told once at the number behind the slip.

    A run may begin with any number (an excerpt) and begin anew with 1.  After 三、三、 both 四、 and 五、 are right.  In 一、三、三、
    the first 三 is a 二 gone wrong: one slip.
    """
    places: dict[int, int] = {}
    last: int | None = None
    doubled = False
    for at, number in enumerate(numbers):
        if last is not None and number not in (last + 1, last + 2) and list(numbers[at + 1 : at + 2]) == [last + 2]:
            # Out of line, and taken up again by the next: 一 二 十九 四.
            yield Slip("duplicate" if number in places else "gap", at, last + 1, places.get(number, at - 1))
            last, doubled = last + 1, False
            places[last] = at
            continue
        if number == 1 and last is not None and not (last == 1 and list(numbers[at + 1 : at + 2]) == [3]):
            places.clear()
            doubled = False
        elif last is not None and number in places:
            yield Slip("duplicate", at, last + 1, places[number])
            doubled = True
            continue
        elif last is not None and last + 1 < number <= last + 1 + widest and not (doubled and number == last + 2):
            yield Slip("gap", at, last + 1, at - 1)
            doubled = False
            if number == last + 2 and list(numbers[at + 1 : at + 2]) == [number]:
                number -= 1
        else:
            doubled = False
        places[number] = at
        last = number


@check("heading-numbering", {"document"}, parameters=_KIND | _WIDEST, facts=("label", "expected", "before"))
def heading_numbering(document: Document, context: Context, kind: str, widest: int) -> Iterator[Hit]:
    """Headings numbered together whose numbers skip (``gap``) or repeat (``duplicate``)."""
    for series in context.once(_spoken_in_turn):
        yield from _spoken(series, kind, widest)
    for part, run, found, begun in context.once(_judged, widest):
        yield from () if begun else _first(part, run, kind)
        for slip in found:
            heading, before = run[slip.at], run[slip.before]
            if slip.at == slip.before:
                yield from _not_one(part, heading) if kind == "gap" else ()
                continue
            if slip.kind != kind or kind == "gap" and broken_label(part, before, heading, slip.expected) is not None:
                continue
            if not _printed_twice(before, heading):
                facts = {"label": heading.label, "before": before.label, "expected": label_like(before, slip.expected)}
                yield Hit(heading.text, facts, (before.text,))


def broken_labels(context: Context) -> Iterator[tuple[Text, str]]:
    """The labels that stand broken where their numbers seem to be missing, each with what it should be."""
    for part, run, found, _begun in context.once(_judged, _WIDEST_GAP):
        for slip in found:
            broken = broken_label(part, run[slip.before], run[slip.at], slip.expected) if slip.kind == "gap" else None
            if broken is not None:
                yield broken, label_like(run[slip.before], slip.expected)
        behind = _next_of_its_level(part, run[-1])
        broken = broken_label(part, run[-1], behind, run[-1].number + 1) if run[-1].style in _ENDS else None
        if broken is not None and broken.value[-1] in _MARKS:
            yield broken, label_like(run[-1], run[-1].number + 1)


#: The lists of which the last label is sought where it stands broken, and the marks behind it.
_ENDS, _MARKS = ("han",), "，,：:；;"


def _next_of_its_level(part: Part, heading: Heading) -> Heading | None:
    """The next heading behind that is of no lower level; None where the part ends before."""
    behind = part.nodes[part.nodes.index(heading) + 1 :]
    return next((node for node in behind if isinstance(node, Heading) and node.level <= heading.level), None)


def _spoken_in_turn(context: Context) -> tuple[Sequence[Spoken], ...]:
    """The series of ordinals in the parts of the document."""
    told = context.once(bodies).nodes(ORDINALS)
    in_text = (series for part in context.document.parts for series in (*spoken_series(part, told), *run_in_series(part, told)))
    in_cells = (series for cell, _line in context.once(running).bearing(ORDINALS, "row") for series in cell_series(cell))
    return (*in_text, *in_cells, *captions(context.document))


def _spoken(series: Sequence[Spoken], kind: str, widest: int) -> Iterator[Hit]:
    """一是, 三是; （一）…。（三）…: the ordinals in the text that skip or repeat."""
    if kind == "gap" and series[0].kind in RUN_IN and series[0].number != 1 and [one.number for one in series[1:2]] == [2]:
        first = series[0].at
        yield Hit(first, {"label": first.value, "before": "开头", "expected": _numbered(first.value, 1)})
    if series[0].number == 1:
        for slip in slips([one.number for one in series], widest):
            if slip.kind == kind:
                label = series[slip.at].at
                expected = _numbered(label.value, slip.expected)
                facts = {"label": label.value, "before": series[slip.before].at.value, "expected": expected}
                yield Hit(label, facts, (series[slip.before].at,))


def _numbered(label: str, number: int) -> str:
    """The label with another number."""
    if label in TURNS:
        return TURNS[number - 1] if number <= len(TURNS) else "最后"
    if "①" <= label[:1] <= "⑳":
        return chr(ord("①") + number - 1)
    return re.sub(r"\d+", str(number), re.sub("[一二三四五六七八九十]+", chinese_number(number), label))


class _Judged(NamedTuple):
    """Headings numbered together, the slips in their numbers, whether the first one stands before them under another label."""

    part: Part
    run: list[Heading]
    slips: list[Slip]
    begun: bool


def _judged(context: Context, widest: int) -> tuple[_Judged, ...]:
    """The headings numbered together, run by run, with the slips in their numbers."""
    judged = []
    for part in context.document.parts:
        quoted = quoted_headings(part)
        headings = [node for node in part.nodes if isinstance(node, Heading) and node not in quoted]
        stray = strays(headings)
        places = {(before, heading.number) for heading, before in stray.items()}
        for run in _runs([heading for heading in headings if heading not in stray], widest):
            found = [slip for slip in _in_run(run, widest) if (run[slip.before], slip.expected) not in places]
            judged.append(_Judged(part, run, found, (run[0], 1) in places))
    return tuple(judged)


def _in_run(run: Sequence[Heading], widest: int) -> Iterator[Slip]:
    """The slips in a run; a heading that is the first below its own and bears another number than 1, though 2 follows it, is the one with the slip."""
    numbers = [heading.number for heading in run]
    wrong = [
        at
        for at, number in enumerate(numbers[:-1])
        if number != 1 and numbers[at + 1] == 2 and run[at + 1].parent is run[at].parent and (at == 0 or run[at - 1].parent is not run[at].parent)
    ]
    for at in wrong:
        yield Slip("gap", at, 1, max(0, at - 1))
        numbers[at] = 1
    yield from slips(numbers, widest)


def _runs(headings: Sequence[Heading], widest: int) -> list[list[Heading]]:
    """The runs of headings numbered together.

    Where numbering goes on through several parents on purpose, a slip at the head of the next parent breaks the group; such a
    piece is put to the run that it belongs to.
    """
    runs: list[list[Heading]] = []
    latest: dict[str, list[Heading]] = {}
    wanted = set(headings)
    for numbering in dict.fromkeys(heading.numbering for heading in headings):
        group = [one for one in numbering.headings if one in wanted]
        heading = group[0]
        before = latest.get(heading.style)
        first = heading.number
        through = before is not None and (heading.style == "article" or len({one.parent for one in before}) > 1)
        if before is not None and through and 1 < first and before[-1].number <= first <= before[-1].number + 1 + widest:
            before.extend(group)
        else:
            latest[heading.style] = list(group)
            runs.append(latest[heading.style])
    return runs


def _printed_twice(first: Heading, second: Heading) -> bool:
    """Whether a page break printed one heading twice."""
    return first.number == second.number and first.title == second.title


def _first(part: Part, run: Sequence[Heading], kind: str) -> Iterator[Hit]:
    """A run that begins with 2 (``gap``), or consists of two times 1, one right below the other (``duplicate``)."""
    numbers = [heading.number for heading in run]
    if kind == "gap" and numbers[:2] == [2, 3] and run[0].style in _BEGINS_WITH_ONE:
        yield from _not_one(part, run[0])
    if kind == "duplicate" and numbers == [1, 1] and (_adjacent(part, run) or _both_head(part, run)):
        facts = {"label": run[1].label, "before": run[0].label, "expected": label_like(run[0], 2)}
        yield Hit(run[1].text, facts, (run[0].text,))


def _not_one(part: Part, heading: Heading) -> Iterator[Hit]:
    """The first heading of a run, which should bear the number 1; that may stand above in another form."""
    if not stands_above(part, heading):
        yield Hit(heading.text, {"label": heading.label, "before": "开头", "expected": label_like(heading, 1)})


def _adjacent(part: Part, run: Sequence[Heading]) -> bool:
    return part.nodes.index(run[1]) == part.nodes.index(run[0]) + 1


def _both_head(part: Part, run: Sequence[Heading]) -> bool:
    """Whether both of two headings stand alone over numbered items of the next level, in one section."""
    return run[0].parent is run[1].parent is not None and all(not heading.runs_on and len(heading.children) > 1 for heading in run)


_BEGINS_WITH_ONE = ("han", "han-paren")


@check("row-numbering", {"table", "document"}, parameters=_KIND | _WIDEST, facts=("serial", "expected"), faults=("serial", "item", "doubtful", "twice"))
def row_numbering(table: Table | Document, context: Context, kind: str, widest: int) -> Iterator[Hit]:
    """Rows of a table whose serials (序号) skip or repeat within a section; rows and, of a document, names in lists that stand twice.

    A serial that stands for several rows (merged cells) and a row printed again behind a page break are no repeats.
    """
    if isinstance(table, Document):
        for name in (*names_twice(table), *attendants_twice(table), *listed_persons_twice(table), *persons_twice(table), *lines_twice(table), *files_in_two_lists(table)) if kind == "duplicate" else ():
            yield Hit(name.at, {"serial": name.written, "expected": name.expected, "fault": "twice" if name.expected == TWICE else "item"}, (name.before,))
        return
    copies = list(copied_cells(table, context.document)) if kind == "duplicate" else []
    for repeated in (*repeated_rows(table),) or _told_once(table, copies) if kind == "duplicate" else ():
        if repeated.expected == DOUBTFUL and copies:
            continue
        fault = "doubtful" if repeated.expected == DOUBTFUL else "twice" if repeated.expected == TWICE else "item" if repeated.expected == ANOTHER else "serial"
        yield Hit(repeated.at, {"serial": repeated.written, "expected": repeated.expected, "fault": fault}, (repeated.before,))
    for copied in copies:
        yield Hit(copied.at, {"serial": copied.written, "expected": copied.expected, "fault": "serial"}, (copied.before,))
    for counted in miscounted_rows(table):
        if counted.kind == kind:
            yield Hit(counted.at, {"serial": counted.written, "expected": counted.expected, "fault": "serial"}, (counted.before,))
    sections: dict[tuple[int, bool], list[Row]] = {}
    for row in table.rows:
        if row.serial is not None:
            # 一, 二, 三 beside 1, 2, 3 count the groups of rows, through all sections.
            groups = _counts_groups(row)
            sections.setdefault((0 if groups else row.section, groups), []).append(row)
    for rows in sections.values():
        found = list(slips([row.serial for row in rows if row.serial is not None], widest))
        if len(found) * 4 > len(rows) + 4:
            # Not a count of the rows at all: item numbers of something else, or a badly read table.
            continue
        shared = _shared_names(rows)
        for slip in found:
            row, before = rows[slip.at], rows[slip.before]
            if kind == "gap" and _accounted_for(slip.expected, context):
                continue
            if slip.kind != kind or kind == "duplicate" and _one_item(before, row) and not shared and not _goes_on_behind(rows, slip):
                continue
            cell = row.cell("serial")
            at = cell if cell is not None and cell.value else row.text
            yield Hit(at, {"serial": row.serial or 0, "expected": slip.expected, "fault": "serial"}, (before.text,))


#: 序号为审计报告原编号，其中第6号在复核中撤销.
_LEFT_OUT = Scanner(
    r"(?:(?:序号|编号)[^。；，]{0,12}(?:原|沿用|不连续|保留|不变)|(?:撤销|撤回|撤项|销号|取消|删除|合并|空缺|缺号|移交|作废|不再列)[^。]{0,16}\d|第\d{1,3}[^。；]{0,24}(?:撤销|撤回|撤项|销号|取消|删除|合并|空缺|缺号|移交|作废|不再列))[^。；\n]{0,60}",
    sign="原|沿用|不连续|保留|不变|撤|销号|取消|删除|合并|空缺|缺号|移交|作废|不再列",
)


def _accounted_for(serial: int, context: Context) -> bool:
    """Whether the text tells that a number was left out, or that the numbers are those of another list."""
    return any(
        found.match[0].startswith(("序号", "编号")) or re.search(rf"(?<!\d){serial}(?!\d)", found.match[0]) for found in context.once(running).find(_LEFT_OUT, "heading", "paragraph")
    )


def _shared_names(rows: Sequence[Row]) -> bool:
    """Whether rows with serials of their own share what stands beside them (1 云岭县, 2 云岭县): it does not tell their items then."""
    beside = [(row.serial, row.cells[1].value) for row in rows if len(row.cells) > 1 and row.cells[1].value]
    return sum(1 for one, other in pairwise(beside) if one[0] != other[0] and one[1] == other[1]) > 1


def _goes_on_behind(rows: Sequence[Row], slip: Slip) -> bool:
    """Whether the next row counts on as if the repeated number were the right one: 3 3 5."""
    return slip.at + 1 < len(rows) and rows[slip.at + 1].serial == slip.expected + 1


_HAN_SERIAL = Pattern(r"\s*[（(]?[一二三四五六七八九十]{1,3}[）)]?\s*")


def _counts_groups(row: Row) -> bool:
    cell = row.cell("serial")
    return cell is not None and _HAN_SERIAL.fullmatch(cell.value) is not None


def _one_item(first: Row, second: Row) -> bool:
    """Whether two rows with one serial are one item: what stands beside the serial is the same or left empty."""
    pairs = [
        (a.value.strip(), b.value.strip())
        for column, a, b in zip(first.table.columns, first.cells, second.cells, strict=False)
        if column.role != "serial"
    ]
    return not pairs or (pairs[0][0] == pairs[0][1] or not pairs[0][1]) and not same_rows(first, second)


def _told_once(table: Table, copies: Sequence[Copied]) -> Iterator[Repeated]:
    """The names of rows that stand twice, where neither a copied cell of the row nor its serial tells of it."""
    copied = {slip.at.line for slip in copies}
    serials = {row.text.line: row.serial for row in table.rows}
    for twice in keys_twice(table):
        serial = serials.get(twice.at.line)
        if twice.at.line not in copied and (serial is None or serial != serials.get(twice.before.line)):
            yield twice


__all__ = ["broken_labels", "heading_numbering", "row_numbering", "slips"]
