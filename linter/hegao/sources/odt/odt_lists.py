"""Automatic numbers (自动编号) of an OpenDocument text: lists that lie in one another, and headings by their level."""

from __future__ import annotations

from dataclasses import dataclass, field

from hegao.sources.odt.odt_styles import Levels, Styles, label


@dataclass(slots=True)
class _List:
    """A list that is open: its levels, the numbers reached by depth, whether its item waits for its number, and which it sets."""

    levels: Levels
    counts: dict[int, int]
    waits: bool = False
    start: int | None = None


@dataclass(slots=True)
class Lists:
    """Counts the items and headings of a document, which must be told in their order."""

    styles: Styles
    _open: list[_List] = field(default_factory=list)
    #: The numbers that the last list of a style has reached: the next one may count on.
    _left: dict[str, dict[int, int]] = field(default_factory=dict)
    _by_key: dict[str, dict[int, int]] = field(default_factory=dict)
    _headings: dict[int, int] = field(default_factory=dict)

    def begin(self, style: str, goes_on: bool, behind: str, key: str) -> None:
        """``text:list``; inside another it counts at the next depth.  It may count on behind the list of that ``key``."""
        if self._open:
            levels = self.styles.lists[style] if style in self.styles.lists else self._open[-1].levels
            self._open.append(_List(levels, self._open[-1].counts))
            return
        counts = self._by_key.get(behind) or (self._left.get(style) if goes_on else None)
        one = _List(self.styles.lists.get(style, {}), counts if counts is not None else {})
        self._left[style] = one.counts
        if key:
            self._by_key[key] = one.counts
        self._open.append(one)

    def end(self) -> None:
        """The end of the innermost list."""
        if self._open:
            self._open.pop()

    def item(self, start: int | None) -> None:
        """``text:list-item``: its first paragraph bears the next number, or the one that it sets; one with a list alone bears none."""
        if self._open:
            self._open[-1].waits, self._open[-1].start = True, start

    def paragraph(self) -> str:
        """The number of a paragraph: the first of an item has it."""
        if not self._open or not self._open[-1].waits:
            return ""
        one = self._open[-1]
        one.waits = False
        _count(one.counts, one.levels, len(self._open), one.start)
        return label(one.levels, len(self._open), one.counts)

    def heading(self, depth: int, start: int | None) -> str:
        """The number of a heading outside of lists, by its level."""
        if self._open or depth not in self.styles.outline:
            return self.paragraph()
        _count(self._headings, self.styles.outline, depth, start)
        return label(self.styles.outline, depth, self._headings)


def _count(counts: dict[int, int], levels: Levels, depth: int, start: int | None) -> None:
    """Take the next number at a depth, or the one that is set; deeper ones start anew."""
    first = levels[depth].start if depth in levels else 1
    counts[depth] = start if start is not None else counts.get(depth, first - 1) + 1
    for deeper in [other for other in counts if other > depth]:
        del counts[deeper]
