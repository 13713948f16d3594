"""Anchors: which characters of the main part a comment stands on, or which paragraph bears it where Word takes none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from hegao.reports.annotation.part_anatomy import Anatomy, Boundary
from hegao.reports.annotation.part_walk import Element
from hegao.sources.origins import CELL_BREAK, Cell, Origin, Place, Stretch
from hegao.sources.source import Source
from hegao.sources.text import Span

#: Stand between characters of a line, but in no element.
_BETWEEN = ("\t", CELL_BREAK)


class Stand(NamedTuple):
    """Where a finding stands in the main part: its first character and its last, each by the byte of its element and what lies before.

    ``exact``: these and all between are the characters of the finding and nothing else.  Without a byte the first paragraph bears it.
    """

    first: tuple[int, int] | None
    last: tuple[int, int] | None
    exact: bool


class Anchor(NamedTuple):
    """The places between which a comment stands, in which paragraph, and what its reference may not stand in."""

    host: Element
    start: Boundary
    end: Boundary
    around: Element | None
    exact: bool


class Stands:
    """Finds where the characters of a source stand in the main part of its document."""

    def __init__(self, source: Source, part: str) -> None:
        """Take the source, which has a layout, and the name of the part."""
        assert source.layout is not None
        self._lines, self._origins, self._part = source.lines, source.layout.origins, part

    def of(self, span: Span) -> Stand:
        """Where a finding stands: of several lines, by what stands on the first."""
        if not 1 <= span.line <= len(self._origins):
            return Stand(None, None, False)
        origin, line = self._origins[span.line - 1], self._lines[span.line - 1]
        end = span.end_column if span.end_line == span.line else len(line.rstrip()) + 1
        own = list(self.stretches(span.line, span.column, end))
        if own:
            first, last = own[0], own[-1]
            gaps = sum(1 for c in line[span.column - 1 : end - 1] if c in _BETWEEN)
            told = sum(one.length for one in own)
            exact = end - span.column - gaps <= told <= end - span.column
            return Stand((first.at, first.skip), (last.at, last.skip + last.length), exact)
        at = self._host(span, origin)
        return Stand((at, 0), None, False) if at is not None else Stand(None, None, False)

    def stretches(self, line: int, start: int, end: int) -> Iterator[Stretch]:
        """The parts of stretches in the main part that lie from one column up to, without, another."""
        origin = self._origins[line - 1]
        stretches = origin.stretches if origin.part == self._part else ()
        for column, length, at, skip in islice(stretches, max(0, bisect_right(stretches, start, key=_column) - 1), None):
            if column >= end:
                return
            first, last = max(column, start), min(column + length, end)
            if first < last:
                yield Stretch(first, last - first, at, skip + first - column)

    def _host(self, span: Span, origin: Origin) -> int | None:
        """The byte of an element in the paragraph or the cell that a finding without characters of its own belongs to."""
        if not origin.places:
            return None
        if origin.part == self._part and origin.stretches:
            index = bisect_right(origin.stretches, span.column, key=_column)
            beside = origin.stretches[max(0, index - 1) : index + 1]
            return min(beside, key=lambda one: max(one.column - span.column, span.column - one.column - one.length + 1)).at
        wanted = origin.place(span.column)
        return self._bearers.get((wanted.paragraph, wanted.cell))

    @cached_property
    def _bearers(self) -> dict[tuple[int | None, Cell | None], int]:
        """By paragraph or cell of the running text the byte of its first element with characters."""
        found: dict[tuple[int | None, Cell | None], int] = {}
        for origin in self._origins:
            for stretch in origin.stretches if origin.part == self._part else ():
                place = origin.place(stretch.column)
                if not place.part and place != Place():
                    found.setdefault((place.paragraph, place.cell), stretch.at)
        return found


def _column(stretch: Stretch) -> int:
    return stretch.column


def anchor_of(stand: Stand, anatomy: Anatomy) -> Anchor | None:
    """The anchor of a finding; None where the document has no paragraph to bear it."""
    leaf = anatomy.leaves.get(stand.first[0]) if stand.first is not None else None
    if leaf is None or stand.first is None:
        return _borne(anatomy.first, anatomy)
    last = anatomy.leaves.get(stand.last[0]) if stand.last is not None else None
    if last is None or stand.last is None or leaf.boxed or last.boxed:
        return _borne(leaf.host, anatomy)
    start, end = leaf.boundary(stand.first[1]), last.boundary(stand.last[1], after=True)
    if end.at <= start.at:
        return _borne(leaf.host, anatomy)
    return Anchor(leaf.host, start, end, last.closed_to_references, stand.exact and leaf.shell is None and last.shell is None)


def _borne(host: Element | None, anatomy: Anatomy) -> Anchor | None:
    """The anchor on a whole paragraph."""
    if host is None:
        return None
    if host.empty:
        return Anchor(host, Boundary(host.end), Boundary(host.end), None, False)
    return Anchor(host, Boundary(anatomy.inside(host)), Boundary(host.close), None, False)


def bytes_of(stands: Sequence[Stand]) -> set[int]:
    """The bytes of the elements that anchors need."""
    return {place[0] for stand in stands for place in (stand.first, stand.last) if place is not None}
