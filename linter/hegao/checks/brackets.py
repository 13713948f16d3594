"""Brackets, title marks and quotation marks that do not pair, or stand inside their like (norms PUN-02, PUN-03, TTL-07)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hegao.checks.base import Context, Hit, check
from hegao.document.model import Document, Heading, Paragraph, Table
from hegao.phrases.brackets import PAIRS, bracket_faults
from hegao.sources.places import Text

_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_QUOTE_ENDS = {closing: opening for opening, closing in _QUOTES.items()}
#: A quotation over several paragraphs closes in the last of them only (GB/T 15834—2011, 4.8.3.5).
_LONGEST_QUOTATION = 40
_CONTEXT = 8


@dataclass(slots=True, frozen=True)
class Fault:
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
    def pattern(self) -> str:
        """What is wrong, as a picture: （… for one never closed, 〔…] for two that are no pair."""
        if self.kind == "nested":
            return "（…（…）…）"
        if self.partner is not None:
            return f"{self.text.value[self.partner]}…{self.mark}"
        return f"{self.mark}…" if self.mark in PAIRS else f"…{self.mark}"


@check("brackets", {"document"}, facts=("pattern", "part"))
def brackets(document: Document, context: Context) -> Iterator[Hit]:
    """Marks that do not pair within their paragraph, heading or cell, and round brackets within round brackets."""
    texts = list(_texts(document))
    for fault in _joined_quotations(texts, [list(_faults(text)) for text in texts]):
        opening = fault.mark in PAIRS
        start = fault.start if opening else max(0, fault.start - _CONTEXT)
        end = fault.start + _CONTEXT + 1 if opening else fault.start + 1
        at = fault.text.slice(start, end)
        related = (fault.text.slice(fault.partner, fault.partner + 1),) if fault.partner is not None else ()
        yield Hit(at, {"pattern": fault.pattern, "part": at.value}, related)


def _texts(document: Document) -> Iterator[Text]:
    """Everything in which a pair of marks must open and close: titles, paragraphs, headings with what runs on, cells."""
    if document.title:
        yield document.title.text
    if document.addressee:
        yield document.addressee.text
    for part in document.parts:
        if part.title:
            yield part.title.text
        for node in part.nodes:
            if isinstance(node, Heading):
                yield node.body
            elif isinstance(node, Paragraph):
                yield node.text
            elif isinstance(node, Table):
                for row in node.rows:
                    yield from row.cells


def _faults(text: Text) -> Iterator[Fault]:
    value = text.value
    for fault in bracket_faults(value):
        yield Fault(text, fault.start, fault.kind, fault.partner)
    for start, partner in _nested(value):
        yield Fault(text, start, "nested", partner)


_SERIAL = re.compile(r"[（(][一二三四五六七八九十0-9]{1,3}[）)]")


def _nested(value: str) -> Iterator[tuple[int, int]]:
    """Round brackets inside round brackets: the inner and the outer mark.

    A number of an item, （见附件（一））, and the brackets of a title in 《》 are left alone; of several inner pairs in one
    outer pair the first is told.
    """
    stack: list[int] = []
    told: set[int] = set()
    for offset, c in enumerate(value):
        if c in "（(〔《“":
            outer = next((at for at in reversed(stack) if value[at] in "（(《"), None)
            if c in "（(" and outer is not None and value[outer] in "（(" and outer not in told and not _SERIAL.match(value, offset):
                told.add(outer)
                yield offset, outer
            stack.append(offset)
        elif c in "）)〕》”" and stack:
            stack.pop()


def _joined_quotations(texts: Sequence[Text], blocks: Sequence[Sequence[Fault]]) -> Iterator[Fault]:
    """The faults without the quotation marks that open in one paragraph and close in a later one.

    Each paragraph of a long quotation may open anew, so a mark is right where the next paragraph begins with its like.
    """
    open_at: dict[str, tuple[int, int]] = {}
    dropped: set[tuple[int, int]] = set()
    for block, faults in enumerate(blocks):
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
    for block, faults in enumerate(blocks):
        for number, fault in enumerate(faults):
            if (block, number) not in dropped:
                yield fault
