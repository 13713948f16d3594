"""Blanks between Chinese characters of a sentence (多余空格): 人民政 府, 加强 协作, 问题 ，要 (norm PUN-22).

Reading takes blanks out; where one stood shows by the places of the characters beside it.  Columns, aligned names and texts that are
set or converted with blanks throughout are left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from hegao.checks.base import Context, Hit
from hegao.checks.shared.passages import running
from hegao.document.model import Node
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings
from hegao.words.word_costs import is_pair

#: So many blanks in a document are the way it is set; so many in a passage are columns.
_MOST, _IN_PASSAGE = 4, 2
_STOP = Pattern("[，。；、：]")
#: A sentence, and what ends a heading, a label or an item that a blank may stand behind.
_SENTENCE = Pattern("[，。；]")
_LABEL_END = Pattern(r"(?:第[一二三四五六七八九十百零]+[章节条款项编]|^[（(]?[一二三四五六七八九十]+[）)、.．]?|附件|附表|[表图]|[：:])$")
#: 第一章 总 则: letters set apart; 中共中央 国务院: bodies set apart.
_SHORT_HEADING, _BODY_END = 8, Pattern(lambda: rf".{one_of(body_endings('sign'))}$|中央$")
#: A cell so long is no name.
_LONG_CELL = 5


class _Gap(NamedTuple):
    """A blank of a passage, by the offset of the character behind it."""

    text: Text
    place: int


def stray_blanks(context: Context) -> Iterator[Hit]:
    """The blanks within the sentences of a document that has few of them; within a word they are sure."""
    blanks = context.file.blanks
    if not blanks:
        return
    # A mark of Markdown was taken out, too.
    marked = {mark.line for mark in context.document.markup}
    spoken = [(node, text) for node, text, _line in context.once(running).lines() if node.kind in _KINDS and text.line not in marked]
    gaps = [_Gap(text, place) for node, text in spoken if len(text.pieces) > 1 for place in _gaps(node, text, blanks)]
    for gap in gaps if len(gaps) <= _MOST else ():
        value, place = gap.text.value, gap.place
        at = gap.text.slice(place - 1, place + 1)
        sure = bool(_STOP.match(value, place)) or is_pair(at.value)
        yield Hit(at, {"written": f"{at.value[0]} {at.value[1]}", "right": at.value, "fault": "" if sure else "doubtful"})


_KINDS = ("heading", "paragraph", "row")


def _parts_names(value: str, place: int) -> bool:
    """Whether a body ends before the blank, and no word goes on over it."""
    return _BODY_END.search(value, 0, place) is not None and not is_pair(value[place - 1 : place + 1])


def _gaps(node: Node, text: Text, blanks: Collection[tuple[int, int]]) -> list[int]:
    """Where a blank stands within a sentence, or a longer cell or heading: behind no label."""
    value = text.value
    spoken = len(value) > _LONG_CELL if node.kind == "row" else node.kind == "heading" or _SENTENCE.search(value) is not None
    found = [piece.offset for piece in text.pieces[1:] if spoken and (piece.line, piece.column) in blanks]
    found = [place for place in found if place and _LABEL_END.search(value, 0, place) is None and not _parts_names(value, place)]
    if node.kind == "heading" and len(value) <= _SHORT_HEADING:
        return []
    return found if len(found) <= _IN_PASSAGE else []
