"""Frames (句式框架): two words that do not go together, with a little between them: 约……左右, 防止……不再发生."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.shared.masking import MASK
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.word_finder import WordFinder
from hegao.words.builtin_tables import split_cell

_MARKS = "，。；：！？,;:!?（）()“”《》\n"
_END = _MARKS + "、】"
_NUMBER = rf"(?:[\d{MASK}][\d{MASK}.～~—–-]*|[一二两三四五六七八九十百千]+)[十百千]?[万亿]?"
_LEAD = rf"[^{_MARKS}、\d]{{0,4}}?"
_UNIT = "个?百分点|平方(?:米|公里|千米)|立方米|个(?:工作日|小时|季度)|工作日|人次"
#: What may stand between the two words, by its name in the table; else the greatest number of characters.
_BETWEEN = {
    "number": Pattern(_NUMBER),
    "measure": Pattern(rf"{_LEAD}{_NUMBER}(?:{_UNIT}|[^{_MARKS}、\d]{{0,2}})"),
    "quantity": Pattern(rf"{_LEAD}{_NUMBER}[^{_MARKS}、\d]{{0,6}}"),
}
_LONGEST = 16
#: The strength of forms that dictionaries list beside the usual one: they are told as doubtful.
VARIANT = "variant"


class Frame(NamedTuple):
    """A row of the table of frames; ``right`` is what is to stand for the first word and for the last."""

    first: tuple[str, ...]
    between: str
    right: tuple[str, str]
    note: str
    strength: str
    ends: bool
    unless: tuple[str, ...]

    def start(self, text: str, end: int) -> tuple[int, str] | None:
        """Where the frame begins whose last word begins at ``end``, and its first word; None if there is none."""
        reach = _LONGEST if self.between in _BETWEEN else int(self.between)
        for first in self.first:
            start = text.rfind(first, max(0, end - reach - len(first)), end)
            if start >= 0 and self._may_part(text[start + len(first) : end]):
                return start, first
        return None

    def _may_part(self, between: str) -> bool:
        pattern = _BETWEEN.get(self.between)
        return bool(pattern.fullmatch(between)) if pattern else not any(mark in between for mark in _MARKS)

    def excused(self, text: str, start: int, end: int) -> bool:
        """Whether one of the words that make it right overlaps the frame, or its clause goes on though it should end."""
        if self.ends and text[end : end + 1] not in _END:
            return True
        return any(text.find(word, max(0, start - len(word) + 1), end + len(word) - 1) >= 0 for word in self.unless)


class Broken(NamedTuple):
    """A place where a frame stands: from where to where, what is right for each of its two words, and the table's remark."""

    start: int
    end: int
    first: tuple[str, str]
    last: tuple[str, str]
    note: str
    doubtful: bool

    def mended(self, written: str) -> str:
        """What is right, from what stands there."""
        between = written[len(self.first[0]) : len(written) - len(self.last[0])]
        return self.first[1] + between + self.last[1]


class Frames:
    """The frames of a run."""

    def __init__(self, tables: Tables) -> None:
        """Take the rows of the table."""
        self._by_last: dict[str, list[Frame]] = defaultdict(list)
        for row in tables.rows("frames"):
            before, _gap, behind = row["right"].partition("…")
            frame = Frame(
                tuple(sorted(split_cell(row["first"]), key=len, reverse=True)),
                row["between"],
                (before, behind),
                row.get("note", ""),
                row["strength"],
                row.get("ends") == "yes",
                tuple(row.get("unless", "").split()),
            )
            for last in split_cell(row["last"]) or [row["last"]]:
                self._by_last[last].append(frame)
        self.finder = WordFinder(dict.fromkeys(self._by_last, ""))

    def found(self, text: str, strengths: tuple[str, ...], met: frozenset[int] | None = None) -> Iterator[Broken]:
        """The frames of these strengths in a text, in order; of those that overlap the first and longest.  ``met`` as for a ``WordFinder``."""
        found = sorted(self._all(text, strengths, met), key=lambda one: (one.start, -one.end))
        end = 0
        for one in found:
            if one.start >= end:
                end = one.end
                yield one

    def _all(self, text: str, strengths: tuple[str, ...], met: frozenset[int] | None) -> Iterator[Broken]:
        for at, last in self.finder.find(text, met):
            for frame in self._by_last[last]:
                begin = frame.start(text, at) if frame.strength in strengths else None
                if begin is None or frame.excused(text, begin[0], at + len(last)):
                    continue
                right = frame.right[0].replace("=", begin[1]), frame.right[1].replace("=", last)
                yield Broken(begin[0], at + len(last), (begin[1], right[0]), (last, right[1]), frame.note, frame.strength == VARIANT)
