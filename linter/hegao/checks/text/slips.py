"""Slips of typing (同音、形近误字): words with one character that sounds or looks like the right one (服丛, 统一成车).

A slip is looked for only where a character belongs to no word: two characters stand side by side that do so neither in words nor in
print, or it stands alone between words though it is seldom a word.  There it is replaced by those that it may have been typed for, and the
passage around is parted into words with either.  How sure it is that the other was meant, say the signs of ``slip_signs``.  Only pairs of
characters that a text has once are looked at: what it has throughout is its name or its term.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.text.names_in_runs import is_name
from hegao.checks.text.slip_signs import Reading, odds_of
from hegao.sources.word_finder import pairs_once
from hegao.words.builtin_tables import split_cell
from hegao.words.parting import LONGEST, cost_alone, cost_in_words
from hegao.words.word_costs import is_pair, looseness, taken_for, word_cost, words_from

#: So many characters before and behind decide.
_AROUND = 6
#: What a character costs at least that is seldom a word of its own.
_SELDOM_ALONE = 6.0
#: By how much the words must be more usual for the rest to be asked.
_LEAST_GAIN = 2.0
_NEVER = 2


class Slip(NamedTuple):
    """A slip: from where to where the word stands, what is right, and how sure that is, as the natural logarithm of the odds."""

    start: int
    end: int
    right: str
    odds: float


class Slips:
    """What finds slips of typing; pairs that are bound in words are remembered from text to text."""

    def __init__(self, tables: Tables) -> None:
        """Take the office's tables; a word that an office calls right is struck."""
        self._struck = {row["right"] for row in tables.own("words") if row["right"] in split_cell(row["wrong"])}
        self._bound: set[int] = set()

    def found(self, text: str, margin: float) -> Iterator[Slip]:
        """The slips of a text that are at least as sure as the margin, in order, none within another."""
        last = 0
        for slip in sorted(self._all(text, margin), key=lambda slip: (slip.start, -slip.odds)):
            if slip.start >= last and text[slip.start : slip.end] not in self._struck:
                last = slip.end
                yield slip

    def _all(self, text: str, margin: float) -> Iterator[Slip]:
        best: dict[int, Slip] = {}
        for reading in self.readings(text):
            odds = odds_of(text, reading)
            if odds >= margin and (reading.place not in best or odds > best[reading.place].odds):
                best[reading.place] = Slip(reading.start, reading.start + len(reading.word), reading.word, odds)
        yield from best.values()

    def readings(self, text: str) -> Iterator[Reading]:
        """The passages of a text that read better with another character."""
        loose, often = self._loose(text)
        for place in _alone(text, loose, often):
            for reading in _readings(text, place):
                if not is_name(text, place, reading.start + len(reading.word), reading.meant):
                    yield reading

    def _loose(self, text: str) -> tuple[dict[int, int], set[int]]:
        """Where two characters stand side by side that no word binds, each with how seldom they do, and the pairs that stand so several times."""
        once, often = {}, set()
        for number, at in pairs_once(text, self._bound).items():
            first, second = chr(number & 0xFFFF), chr(number >> 16)
            seldom = looseness(first, second) if _is_han(first) and _is_han(second) else 0
            if not seldom:
                self._bound.add(number)
            elif at is not None:
                once[at] = seldom
            else:
                often.add(number)
        return once, often


def _alone(text: str, loose: dict[int, int], often: set[int]) -> Iterator[int]:
    """The places of characters that no word binds, neither with what is before nor with what is behind, or that go with one of them nowhere else."""
    for place in sorted({*loose, *(at + 1 for at in loose)}):
        left, right = _beside(text, place - 1, loose, often), _beside(text, place, loose, often)
        if left < 0 or right < 0:
            continue
        ends = place == 0 or not _is_han(text[place - 1]), place + 1 == len(text) or not _is_han(text[place + 1])
        alone = (left or ends[0]) and (right or ends[1]) and not all(ends)
        if _NEVER in (left, right) or alone and cost_alone(text[place]) > _SELDOM_ALONE:
            yield place


def _beside(text: str, at: int, loose: dict[int, int], often: set[int]) -> int:
    """How loose the pair is that stands there; below 0 where the text has it, loose as it is, more than once."""
    if at in loose:
        return loose[at]
    if not often or at < 0 or at + 1 >= len(text):
        return 0
    return -1 if ord(text[at]) | ord(text[at + 1]) << 16 in often else 0


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


def _readings(text: str, place: int) -> Iterator[Reading]:
    """What the character may have been typed for that goes better with its neighbours, each as the whole passage is then read."""
    start, end = _run_around(text, place)
    run, within = text[start:end], place - start
    before, behind, written = run[within - 1 : within] if within else "", run[within + 1 : within + 2], run[within]
    left, right = _loose_with(before, written), _loose_with(written, behind)
    cost: float | None = None
    for meant in sorted(taken_for(written)):
        binds = before != "" and is_pair(before + meant), behind != "" and is_pair(meant + behind)
        if not any(binds):
            continue
        still = (0 if binds[0] else _loose_with(before, meant)) + (0 if binds[1] else _loose_with(meant, behind))
        if still > left + right or still == left + right and not (binds[0] and left or binds[1] and right):
            continue
        mended = run[:within] + meant + run[within + 1 :]
        if (word := _word_around(mended, within)) is None:
            continue
        cost = cost_in_words(run) if cost is None else cost
        mended_cost = cost_in_words(mended)
        if cost - mended_cost > _LEAST_GAIN:
            spelt = mended[word[0] : word[1]]
            yield Reading(place, start + word[0], spelt, meant, cost - mended_cost, mended_cost, len(run), within in (0, len(run) - 1), left + right, still)


def _loose_with(one: str, other: str) -> int:
    return looseness(one, other) if one and other else 0


def _run_around(text: str, place: int) -> tuple[int, int]:
    """The run of characters around a place, as far as it decides."""
    start, end = place, place + 1
    while start > max(0, place - _AROUND) and _is_han(text[start - 1]):
        start -= 1
    while end < min(len(text), place + _AROUND + 1) and _is_han(text[end]):
        end += 1
    return start, end


def _word_around(mended: str, within: int) -> tuple[int, int] | None:
    """From where to where the word stands that the character at ``within`` makes: the one that saves most against single characters."""
    best, saved = None, 0.0
    for start in range(max(0, within - LONGEST + 1), within + 1):
        words = words_from(mended[start])
        for end in range(max(within + 1, start + 2), min(len(mended), start + LONGEST) + 1):
            cost = words.cost(mended[start + 1 : end])
            if cost is not None and (saving := sum(cost_alone(one) for one in mended[start:end]) - cost) > saved:
                best, saved = (start, end), saving
    return best
