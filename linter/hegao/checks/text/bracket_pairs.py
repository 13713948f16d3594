"""Brackets, title marks and quotation marks that do not pair, or stand inside their like (norms PUN-02, PUN-03, TTL-07)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.number.document_number import OTHER_SYSTEM
from hegao.checks.text.title_marks import title_marks
from hegao.document.model import Document, Entry, Heading, Paragraph, Table
from hegao.phrases.brackets import PAIRS, ROUND_END, bracket_faults
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Sieve
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_OPENED_BY = {closing: opening for opening, closing in reversed(PAIRS.items())}
_QUOTE_ENDS = {closing: opening for opening, closing in _QUOTES.items()}
#: A quotation over several paragraphs closes in the last of them only (GB/T 15834—2011, 4.8.3.5).
_LONGEST_QUOTATION = 40
_CONTEXT = 8


class Fault(NamedTuple):
    """A faulty mark: the text it stands in, its offset there, its kind, and the offset of the other side."""

    text: Text
    start: int
    kind: str
    partner: int | None = None

    @property
    def mark(self) -> str:
        """The mark itself."""
        return self.text.value[self.start]

    @property
    def facts(self) -> dict[str, str]:
        """What is wrong: the kind of fault, the mark, the one on the other side, and the one that should stand there."""
        if self.kind == "lone":
            fault, missing = ("unclosed", PAIRS[self.mark]) if self.mark in PAIRS else ("unopened", _OPENED_BY[self.mark])
            return {"fault": fault, "mark": self.mark, "other": "", "right": missing}
        other = self.text.value[self.partner] if self.partner is not None else ""
        return {"fault": self.kind, "mark": self.mark, "other": other, "right": PAIRS.get(other, "")}


@check("brackets", {"document", "entry"}, facts=("mark", "other", "right"), faults=("unclosed", "unopened", "mixed", "nested", "inner", "angled", "quoted"))
def brackets(node: Document | Entry, context: Context) -> Iterator[Hit]:
    """Marks that do not pair within their paragraph, heading or cell, and round brackets within round brackets."""
    texts = [node.text] if isinstance(node, Entry) else list(_texts(node))
    for fault in _joined_quotations(texts, _all_faults(texts)):
        at = _beside(fault)
        mark = fault.text.slice(fault.start, fault.start + 1)
        related = (fault.text.slice(fault.partner, fault.partner + 1),) if fault.partner is not None else ()
        yield Hit(at, fault.facts, related, about=(mark, *related))
    if isinstance(node, Document):
        yield from title_marks(context)


def _beside(fault: Fault) -> Text:
    """The mark with what stands inside of it, as far as it stands on the line of the mark."""
    text = fault.text
    line = text.place(fault.start)[0]
    start = end = fault.start
    if fault.mark in PAIRS:
        while end < min(fault.start + _CONTEXT, len(text) - 1) and text.place(end + 1)[0] == line:
            end += 1
    else:
        while start > max(0, fault.start - _CONTEXT) and text.place(start - 1)[0] == line:
            start -= 1
    return text.slice(start, end + 1)


def _texts(document: Document) -> Iterator[Text]:
    """Everything in which a pair of marks must open and close: titles, paragraphs, headings with what runs on, cells."""
    if document.title:
        yield document.title.text
    if document.addressee:
        yield document.addressee.text
    for few in (document.notes, document.attachments, document.copies, document.imprints):
        for one in few:
            yield one.text
    for part in document.parts:
        if part.title:
            yield part.title.text
        for node in part.nodes:
            if isinstance(node, Heading):
                yield node.body
            elif isinstance(node, Paragraph):
                yield node.text
            elif isinstance(node, Table):
                if any(column.head for column in node.columns):
                    yield node.text
                for row in node.rows:
                    yield from row.cells


_MARKS = Sieve(*PAIRS, *PAIRS.values())


def _all_faults(texts: Sequence[Text]) -> dict[int, list[Fault]]:
    """The faults of the texts that have some, by the number of the text; of most their marks alone tell that they have none."""
    return {
        number: list(_faults(texts[number]))
        for number, marks in enumerate(_MARKS.left_of(text.value for text in texts))
        if marks and (not _in_order(marks) or marks[0] in ROUND_END and _BROKEN_NUMBER.match(texts[number].value))
    }


@lru_cache(maxsize=4096)
def _in_order(marks: str) -> bool:
    """Whether these marks, the words between them left out, pair without nesting; most texts share few such patterns."""
    return not bracket_faults(marks) and not any(True for _ in _nested(marks))


def _faults(text: Text) -> Iterator[Fault]:
    value = text.value
    faults = [fault for fault in bracket_faults(value) if not _mentioned(value, fault.start)]
    faults = [fault for fault in faults if not (fault.kind == "lone" and _opens_anew(text, fault.start))]
    alone = {fault.start for fault in faults if fault.kind == "lone"}
    for fault in faults:
        if fault.start - 1 in alone and value[fault.start - 1] == value[fault.start]:
            # ((: one slip.
            continue
        yield Fault(text, fault.start, fault.kind, fault.partner)
    number = _BROKEN_NUMBER.match(value)
    if number and not any(fault.start == number.end(1) for fault in faults):
        yield Fault(text, number.end(1), "lone")
    for start, partner in _nested(value, alone):
        yield Fault(text, start, "nested", partner)


#: 三）… at the head of a paragraph: （三） that lost its first half.  Arabic 1） is a list mark in its own right.
_BROKEN_NUMBER = Pattern(r"([一二三四五六七八九十]{1,3})[）)]")


def _opens_anew(text: Text, offset: int) -> bool:
    """Whether a quotation goes on over several lines, each of which opens it anew, to be closed in the last (GB/T 15834, 4.8.3.5)."""
    mark = text.value[offset]
    following = text.value.find(mark, offset + 1)
    closing = text.value.find(PAIRS[mark], offset + 1) if mark in _QUOTES else -1
    return closing > following > 0 and any(piece.offset == following for piece in text.pieces)


def _mentioned(value: str, offset: int) -> bool:
    """Whether the mark itself is what is spoken of: 隔音符号“’”."""
    return value[offset - 1 : offset] in ("“", "‘", "「") and value[offset + 1 : offset + 2] in ("”", "’", "」")


_OPENING = "（(〔［[【《“"
_BRACKET = Pattern(f"[{re.escape(_OPENING + '）)〕］]】》”')}]")
_YEAR_PAIR = Pattern(r"[（(](?:19|20)\d\d[）)](?=第?\d{1,5}号)")
_SERIAL = Pattern(r"[（(][一二三四五六七八九十0-9]{1,3}[）)]")
#: 各县（市、区）: levels beside a level.
_LEVELS = Pattern(lambda: rf"[（(]{one_of(level_names('each'))}(?:[、/和及]{one_of(level_names('each'))})*[）)]")


def _nested(value: str, alone: Collection[int] = ()) -> Iterator[tuple[int, int]]:
    """Round brackets inside round brackets: the inner and the outer mark; those ``alone`` pair with none.

    A number of an item, （见附件（一））, levels, （各县（市、区）…）, the brackets of a title in 《》, and those round the year in numbers that are no document's,
    （…字（2024）5号）, are left alone; of several inner pairs in one outer pair the first is told.
    """
    stack: list[int] = []
    told: set[int] = set()
    for match in _BRACKET.finditer(value):
        offset, c = match.start(), match[0]
        if offset in alone or _of_other_number(value, offset):
            continue
        if c in _OPENING:
            outer = next((at for at in reversed(stack) if value[at] in "（(《"), None)
            if c in "（(" and outer is not None and value[outer] in "（(" and outer not in told and not _left_alone(value, offset):
                told.add(outer)
                yield offset, outer
            stack.append(offset)
        elif stack:
            stack.pop()


def _left_alone(value: str, offset: int) -> bool:
    """Whether nobody would write the brackets round the outer words otherwise."""
    return bool(_SERIAL.match(value, offset) or _LEVELS.match(value, offset))


def _of_other_number(value: str, offset: int) -> bool:
    """Whether a bracket stands round the year of a number of another system than the documents'."""
    opening = offset if value[offset] in "（(" else offset - 5
    return _YEAR_PAIR.match(value, max(0, opening)) is not None and OTHER_SYSTEM.search(value, max(0, opening - 8), opening) is not None


def _joined_quotations(texts: Sequence[Text], blocks: Mapping[int, Sequence[Fault]]) -> Iterator[Fault]:
    """The faults without the quotation marks that open in one paragraph and close in a later one.

    Each paragraph of a long quotation may open anew, so a mark is right where the next paragraph begins with its like.
    """
    open_at: dict[str, tuple[int, int]] = {}
    dropped: set[tuple[int, int]] = set()
    for block, faults in blocks.items():
        for number, fault in enumerate(faults):
            if fault.kind != "lone":
                continue
            if fault.mark in _QUOTES:
                if block + 1 < len(texts) and texts[block + 1].value.startswith(fault.mark):
                    dropped.add((block, number))
                open_at[fault.mark] = block, number
            elif fault.mark in _QUOTE_ENDS:
                opened = open_at.pop(_QUOTE_ENDS[fault.mark], None)
                if opened is not None and 0 < block - opened[0] <= _LONGEST_QUOTATION:
                    dropped |= {opened, (block, number)}
    for block, faults in blocks.items():
        for number, fault in enumerate(faults):
            if (block, number) not in dropped:
                yield fault
