"""Slips of typing (同音、形近误字): words with one character that sounds or looks like the right one (服丛, 统一成车).

A slip is looked for only where two characters stand side by side that do so neither in words nor in print.  There each of the two is
replaced by those that it may have been typed for, and the passage around is parted into words with either: where the words become so much
more usual that no chance explains it, the character is a slip.  So what arises where two right words meet is left alone (落实|使用).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.text.names_in_runs import may_be_name
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.word_finder import pairs_once
from hegao.words.builtin_tables import split_cell
from hegao.words.parting import LONGEST, begins_longer, cost_alone, cost_in_words, words_at
from hegao.words.word_costs import same_sound, taken_for, usual_after, usual_behind, word_cost

#: So many characters before and behind decide.
_AROUND = 6
#: By how much a likeness less close than the same sound counts less.
_LESS_CLOSE = 1.5
#: What two characters cost that never stand side by side.
_ODD = 2.0
#: What it counts that the right word stands elsewhere in the document, that the passage is a few characters long, that the right word is a longer one.
_ELSEWHERE, _SHORT = 2.0, 2.5
_SHORT_RUN = 4
_HAN_BEFORE, _HAN_BEHIND = Pattern(r"[\u3400-\u9fff]*\Z"), Pattern(r"[\u3400-\u9fff]*")
#: By how much less sums of costs may be than they are.
_ROUNDING = 1e-6


class Slip(NamedTuple):
    """A slip: from where to where the word stands, what is right, and by how much that is more usual."""

    start: int
    end: int
    right: str
    gain: float


class Slips:
    """What finds slips of typing; pairs that are no sign of one are remembered from text to text."""

    def __init__(self, tables: Tables) -> None:
        """Take the office's tables; a word that an office calls right is struck."""
        self._struck = {row["right"] for row in tables.own("words") if row["right"] in split_cell(row["wrong"])}
        self._usual: set[int] = set()

    def found(self, text: str, margin: float) -> Iterator[Slip]:
        """The slips of a text whose gain is at least the margin, in order, none within another."""
        last = 0
        for slip in sorted(self._all(text, margin), key=lambda slip: (slip.start, -slip.gain)):
            if slip.start >= last and text[slip.start : slip.end] not in self._struck:
                last = slip.end
                yield slip

    def _all(self, text: str, margin: float) -> Iterator[Slip]:
        best: dict[int, Slip] = {}
        once, often = self._odd(text)
        for at in once:
            for slip, place in _judged(text, at, margin):
                if place not in best or best[place].gain < slip.gain:
                    best[place] = slip
        for place, slip in best.items():
            if often.isdisjoint((text[place - 1 : place + 1], text[place : place + 2])) and not may_be_name(text, place, slip.end):
                yield slip

    def _odd(self, text: str) -> tuple[list[int], set[str]]:
        """Where two characters stand side by side that usually do not, and those that stand so several times: a name or a term has them."""
        once, often = [], set()
        for number, at in pairs_once(text, self._usual).items():
            first, second = chr(number & 0xFFFF), chr(number >> 16)
            if not ("\u3400" <= first <= "\u9fff" >= second >= "\u3400") or second in usual_behind(first):
                self._usual.add(number)
            elif at is not None:
                once.append(at)
            else:
                often.add(first + second)
        return sorted(once), often


def meets(text: str, start: int, written: str, right: str) -> bool:
    """Whether what is no word of two characters arises where two right words meet: 申辩|理由; 新建|竹林 costs less than 新|建筑|林."""
    if len(written) != 2 or len(right) != 2 or word_cost(written) is not None:
        return False
    if start and word_cost(text[start - 1 : start + 1]) is not None and word_cost(text[start + 1 : start + 3]) is not None:
        return True
    (first, _middle), (_start, last) = _run_around(text, start), _run_around(text, start + 1)
    head, tail = text[first:start], text[start + 2 : last]
    return cost_in_words(head + written + tail) <= cost_in_words(head + right + tail)


def _is_han(one: str) -> bool:
    return "\u3400" <= one <= "\u9fff"


def _judged(text: str, at: int, margin: float) -> Iterator[tuple[Slip, int]]:
    """What either character of the pair at ``at`` may have been typed for, the most usual of each whose gain is at least the margin, and its place."""
    first, second, before, behind = text[at], text[at + 1], text[at - 1 : at], text[at + 2 : at + 3]
    before, behind = before if _is_han(before) else "", behind if _is_han(behind) else ""
    # The pair is odd; whether the other neighbour is, too, is to be seen.
    fits_first = _fitting(before, first, second, before != "" and first not in usual_after(before))
    fits_second = _fitting(first, second, behind, behind != "" and behind not in usual_behind(second))
    for place, odd, candidates in ((at, first, fits_first), (at + 1, second, fits_second)):
        if not candidates:
            continue
        start, end = _run_around(text, place)
        run, within = text[start:end], place - start
        starts = [start for start in range(max(0, within - LONGEST + 1), within + 1) if start >= within - 1 or begins_longer(run, start)]
        short = _SHORT if end - start <= _SHORT_RUN else 0.0
        alone = cost_alone(odd)
        written: float | None = None
        best: Slip | None = None
        for meant, less in candidates:
            mended = run[:within] + meant + run[within + 1 :]
            word, saved = _word_around(mended, within, starts)
            # Parted as the mended run is, but with the characters of this word alone, the written one costs no less than it does: no gain is higher.
            bound = saved + alone - cost_alone(meant) + _ODD * (less - 1) - short + _ELSEWHERE
            if word is None or bound < margin - _ROUNDING:
                continue
            if written is None:
                written = cost_in_words(run)
            spelt = mended[word[0] : word[1]]
            gain = written - cost_in_words(mended) + _ODD * (less - 1) - short
            if meant not in same_sound().get(odd, ()):
                gain -= _LESS_CLOSE
            if spelt in text:
                gain += _ELSEWHERE
            if gain >= margin and (best is None or gain > best.gain):
                best = Slip(start + word[0], start + word[1], spelt, gain)
        if best is not None:
            yield best, place


def _fitting(before: str, written: str, behind: str, odd_with_both: bool) -> list[tuple[str, int]]:
    """What a character may have been typed for that goes better with its neighbours, in order; each with by how many pairs less odd it is."""
    meant = taken_for(written)
    if before:
        goes_before = meant & usual_after(before)
        if odd_with_both:
            goes_behind = {one for one in meant if behind in usual_behind(one)}
            return sorted([(one, (one in goes_before) + (one in goes_behind)) for one in goes_before | goes_behind])
        meant = goes_before
    if not meant:
        return []
    return sorted([(one, 1) for one in meant if not behind or behind in usual_behind(one)])


def _run_around(text: str, place: int) -> tuple[int, int]:
    """The run of characters around a place, as far as it decides."""
    before = _HAN_BEFORE.search(text, max(0, place - _AROUND), place)
    behind = _HAN_BEHIND.match(text, place + 1, place + _AROUND + 1)
    return before.start() if before else place, behind.end() if behind else place + 1


def _word_around(mended: str, within: int, starts: Sequence[int]) -> tuple[tuple[int, int] | None, float]:
    """From where to where the word stands that the character at ``within`` makes, the one that saves most against single characters, and how much.

    It begins at one of ``starts``.
    """
    best, saved = None, 0.0
    for start in starts:
        for end, cost in words_at(mended, start, max(2, within - start + 1)):
            if (saving := sum(map(cost_alone, mended[start:end])) - cost) > saved:
                best, saved = (start, end), saving
    return best, saved
