"""What an editor tells of the words under the pointer: a document number, a day or deadline, a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.shared.lookup_tables import Tables
from hegao.document.model import Date, Document, File, Number, Task, Unit
from hegao.editor.body_names import Body, BodyNames
from hegao.phrases.dates import WEEKDAYS
from hegao.phrases.deadlines import Deadline
from hegao.sources.personal_numbers import starred
from hegao.sources.text import Places, Span
from hegao.words.builtin_tables import split_cell

_KINDS = {
    "open": "没有终点的时限",
    "relative": "从某事起算的时限，原文没有可以起算的日子",
    "recurring": "按周期完成",
    "vague": "没有写明哪天，无法判定",
    "prompt": "由事件触发的时限",
    "unclear": "看不出是哪天",
}


class Told(NamedTuple):
    """What is told of a place: where the words stand, and lines of text on them."""

    at: Span
    lines: tuple[str, ...]


def tell(file: File, lines: Sequence[str], tables: Tables, line: int, column: int) -> Told | None:
    """What is known of the words at a place; None where that is nothing."""
    at = Span(line, column, line, column)
    document = next((one for one in reversed(file.documents) if one.line <= line), file.documents[0] if file.documents else None)
    if document is not None:
        for told in _in_document(document, tables):
            if Places([told.at]).meet(at):
                return told
    return _body_in_line(lines, tables, line, column)


def _in_document(document: Document, tables: Tables) -> Iterator[Told]:
    """All that can be told of a document, the narrower before the wider."""
    names = tables.made(BodyNames)
    for number in document.numbers:
        yield Told(number.text.span(), tuple(_number(number, tables)))
    for task in document.tasks:
        for unit in _units(task):
            yield from _unit(unit, names)
        if task.deadline is not None and task.deadline_text is not None:
            yield Told(task.deadline_text.span(), tuple(_deadline(task.deadline)))
    for date in document.dates:
        said = _date(date, document)
        if said:
            yield Told(date.text.span(), (said,))


def _units(task: Task) -> list[Unit]:
    return [*task.units, *task.upper_lead, *task.upper_coop]


def _number(number: Number, tables: Tables) -> Iterator[str]:
    phrase = number.phrase
    yield f"{'本文字号' if number.own else '引用的字号'}：{phrase.normal}"
    if phrase.year is not None:
        yield f"机关代字 {phrase.code}，{phrase.year} 年第 {phrase.serial} 号"
    issuers = [one for row in tables.rows("agency-codes") if row["code"] == phrase.code for one in split_cell(row["issuer"])]
    if issuers:
        yield f"发文机关：{'、'.join(dict.fromkeys(issuers))}"
    if phrase.faults:
        yield "写法不合标准"


def _deadline(deadline: Deadline) -> Iterator[str]:
    yield f"时限：{starred(deadline.written)}"
    if deadline.last is not None:
        yield f"到期日：{deadline.last.isoformat()}（星期{WEEKDAYS[deadline.last.weekday()]}）"
    else:
        yield _KINDS.get(deadline.kind, "没有写明年份，算不出哪天")


def _date(date: Date, document: Document) -> str:
    day = date.day
    if day is not None:
        return f"{day.isoformat()}（星期{WEEKDAYS[day.weekday()]}）"
    last = date.phrase.last(document.issued.year if document.issued else None)
    return f"最后一天：{last.isoformat()}（星期{WEEKDAYS[last.weekday()]}）" if last is not None else ""


def _unit(unit: Unit, names: BodyNames) -> Iterator[Told]:
    body = names.body(unit.resolved) or names.body(unit.name)
    if body is None and unit.resolved == unit.name:
        return
    yield Told(unit.text.span(), tuple(_body(body or Body(unit.resolved), unit.name)))


def _body_in_line(lines: Sequence[str], tables: Tables, line: int, column: int) -> Told | None:
    """A body that is named at a place outside of tasks."""
    names = tables.made(BodyNames)
    if not 1 <= line <= len(lines):
        return None
    found = names.around(lines[line - 1], column - 1)
    if found is None:
        return None
    start, end = found
    name = lines[line - 1][start:end]
    body = names.body(name)
    return Told(Span(line, start + 1, line, end + 1), tuple(_body(body, name))) if body is not None else None


def _body(body: Body, name: str) -> Iterator[str]:
    yield f"{name} → {body.full}" if name != body.full else body.full
    if body.short:
        yield f"简称：{'、'.join(body.short)}"
    if body.former:
        yield f"旧名：{'、'.join(body.former)}{'（这里用的是旧名）' if name in body.former else ''}"
    if body.in_roster:
        yield "见本单位的机构名册"
