"""Stops behind what is no sentence: the caption of a table or a figure, the head of a column, the note of a unit (GB/T 15834—2011, A.1; norm PUN-18)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hegao.checks.base import Hit
from hegao.checks.shared.passages import edit_at
from hegao.document.model import Document, Heading, Paragraph, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: A phrase with its stop.
_CAPTION = Pattern(r"^(?:附?[表图]\s*[\d一二三四五六七八九十]*(?:[-—.]\d+)?[ 　:：]?)?(?![^，。；：]{0,40}(?:见|如|下表|上表|[^附]附表))[^，。；：]{2,40}(?:表|图|清单|名单|明细|一览|台账|名录|计划|汇总|统计)[。；，]$")
_LABELLED = Pattern(r"^(?:附?[表图][\d一二三四五六七八九十]+(?:[-—.]\d+)?)(?![^，。；：]{0,40}[如以]下)[^，。；：]{2,40}[。；，：]$")
_UNIT = Pattern(r"^[（(]?(?:计量|金额)?单位[：:][^，。；：]{1,8}[。；，][）)]?$")
_STOPS = "。；，、："


def stops_of_captions(document: Document) -> Iterator[Hit]:
    """The captions, notes of units and heads of columns that end with a stop."""
    for part in document.parts:
        for node, following in pairwise([*part.nodes, None]):
            if isinstance(node, Paragraph | Heading):
                value = node.text.value.strip()
                if _LABELLED.match(value) or isinstance(following, Table) and (_CAPTION.match(value) or _UNIT.match(value)):
                    yield _hit(node.text)
        for node in part.nodes:
            if isinstance(node, Table):
                yield from _of_table(node)


def _of_table(table: Table) -> Iterator[Hit]:
    if table.caption is not None and (_CAPTION.match(table.caption.value.strip()) or _LABELLED.match(table.caption.value.strip())):
        yield _hit(table.caption)
    for column in table.columns:
        start = table.text.value.find(column.head) if len(column.head) > 1 and column.head[-1] in _STOPS else -1
        if start >= 0:
            yield _hit(table.text.slice(start, start + len(column.head)))


def _hit(text: Text) -> Hit:
    value = text.value.rstrip("）) ")
    at = text.slice(max(0, len(value) - 4), len(value))
    mark = text.slice(len(value) - 1, len(value))
    return Hit(at, {"written": at.value, "right": at.value[:-1]}, edits=edit_at(mark, "", False), about=(mark,))
