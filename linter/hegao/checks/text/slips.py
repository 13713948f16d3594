"""Slips of typing (同音、形近误字): words with one character that sounds or looks like the right one (服丛, 统一成车).

A slip is looked for only where a character belongs to no word: two characters stand side by side that do so neither in words nor in
print, or it stands alone between words though it is seldom a word.  There it is replaced by those that it may have been typed for, and the
passage around is parted into words with either.  How sure it is that the other was meant, say the signs of ``slip_signs``.  Only pairs of
characters that a text has once are looked at: what it has throughout is its name or its term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.shared.masking import MASK
from hegao.checks.text.names_in_runs import behind_surname, is_name, is_surname, of_person
from hegao.checks.text.slip_signs import Reading, odds_of, runs_through
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.word_finder import pair_numbers, pair_of
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.office_runs import EDGE, flat, met, office_behind
from hegao.words.parting import LONGEST, begins_longer, cost_alone, cost_in_words, costs_from_here, costs_so_far, words_at
from hegao.words.word_costs import (
    SPOKEN_FIGURES,
    behind_in_words,
    bound_behind,
    confused_with,
    is_usual,
    looseness,
    taken_for,
    word_cost,
    words_from,
)

#: So many characters before and behind decide.
_AROUND = 4
#: What a character costs at least that is seldom a word of its own.
_SELDOM_ALONE = 6.0
#: What a word costs that is a rare one.
_RARE = 15.5
#: So many starts has a run in which no word of three characters and more begins before the place.
_NO_LONGER = 2
#: By how much the words must be more usual for the rest to be asked.
_LEAST_GAIN = 2.5
#: The same where nothing else speaks for it: no run in documents of offices, no textbook.
_LEAST_ALONE = 6.5
#: By how much less sure a slip is, as the natural logarithm of the odds, where the name of a person may stand.
_IN_NAMES, _BEHIND_SURNAMES = 3.0, 1.2
#: The same where the character is seldom a word and the text has it again and again: a letter of its place's name, a term of its own.
_OF_THE_TEXT, _SELDOM, _AGAIN = 2.0, 9.0, 4
#: What names of streets and houses end with, behind the character: 法苑路3号.
_STREET = Pattern(rf"[\u3400-\u9fff]{{1,2}}(?:路|街|巷|大道|小区|花园|公寓|大厦)(?:[\d{MASK}]|[东西南北]段|[与和、，。）]|$)", re.MULTILINE)
#: What stands before a figure as a word of its own: 并|于|2026年, 每|有|1项.
_TO_FIGURE = Pattern(rf"[于自至到有扣达共约计超近逾满减增按以优良占每]{{1,2}}[\d{MASK}]")
#: How two characters stand side by side, beside ``looseness``, of which 2 is the most: hardly ever in words or in print; where one is a mark
#: or the like; loose, but several times in the text; and what stands so in words or in print, but in hardly any document of an office.
_NEVER, _MARKED, _SEVERAL, _STRANGE = range(2, 6)
#: Of a character that no word binds, how it stands with what is before it, followed by how it stands with what is behind.
_LOOSE_ON_A_SIDE = Pattern("\2(?=[\0-\3\5])|[\0\1\3\5](?=\2)|\1(?=[\1\3\5])|[\3\5](?=[\1\5])|\5(?=\3)")
#: What hardly any document has side by side.
_HARDLY_EVER = Pattern("[\2\5]")
#: How two characters stand that do so once in a text, if it is a slip.
_ONCE = frozenset({1, _NEVER, _STRANGE})
#: So many pairs are remembered.
_MOST_KNOWN = 200_000
_HAN_BEFORE, _HAN_BEHIND = Pattern(r"[\u3400-\u9fff]*\Z"), Pattern(r"[\u3400-\u9fff]*")
#: By how much less sums of costs may be than they are.
_ROUNDING = 1e-6


class Slip(NamedTuple):
    """A slip: from where to where the word stands, what is right, and how sure that is, as the natural logarithm of the odds.

    ``named`` is whether it may be of the name of a person: then nobody can be sure.
    """

    start: int
    end: int
    right: str
    odds: float
    named: bool = False


class Slips:
    """What finds slips of typing; how pairs stand is remembered from text to text."""

    def __init__(self, tables: Tables) -> None:
        """Take the office's tables; a word that an office calls right is struck."""
        #: What an office calls right.
        self.struck = {row["right"] for row in tables.own("words") if row["right"] in split_cell(row["wrong"])}
        self._known: dict[int, int] = {}
        self._last = ("", "")

    def found(self, text: str, margin: float) -> Iterator[Slip]:
        """The slips of a text that are at least as sure as the margin, in order, none within another."""
        last = 0
        for slip in sorted(self._all(text, margin), key=lambda slip: (slip.start, -slip.odds)):
            if slip.start >= last and text[slip.start : slip.end] not in self.struck:
                last = slip.end
                yield slip

    def _all(self, text: str, margin: float) -> Iterator[Slip]:
        best: dict[int, Slip] = {}
        for reading in self.readings(text):
            odds = odds_of(text, reading)
            name = _of_name(text, reading.place) if odds >= margin else 0.0
            odds -= name + (_OF_THE_TEXT if odds >= margin and _is_of_the_text(text[reading.place], text) else 0.0)
            if odds >= margin and (reading.place not in best or odds > best[reading.place].odds) and not is_right(text, reading.place):
                best[reading.place] = Slip(reading.start, reading.start + len(reading.word), reading.word, odds, name == _IN_NAMES)
        yield from best.values()

    def readings(self, text: str) -> Iterator[Reading]:
        """The passages of a text that read better with another character."""
        line = flat(text)
        for place, left, right in _alone(text, self._standing_in(text)):
            for reading in _readings(text, line, place, left, right):
                end = reading.start + len(reading.word)
                # The last word of a firm's name tells its trade: 咨询|有限公司.
                if text.startswith("有限", end) and met(runs_through(reading.around, reading.meant)[2]) or not is_name(text, place, end, reading.meant):
                    yield reading

    def strange(self, text: str) -> list[int]:
        """The places behind which two characters stand side by side as they hardly ever do."""
        return [match.start() for match in _HARDLY_EVER.finditer(self._standing_in(text))]

    def _standing_in(self, text: str) -> str:
        """How the characters of a text stand side by side; kept for the next who asks of the same text."""
        if self._last[0] != text:
            self._last = (text, self._standing(text))
        return self._last[1]

    def _standing(self, text: str) -> str:
        """How the characters of a text stand side by side, as characters of these values; one for each place but the last."""
        known = self._known
        numbers, different = pair_numbers(text)
        if len(known) > _MOST_KNOWN:
            known.clear()
        for number in different.difference(known):
            first, second = pair_of(number)
            known[number] = _looseness(first, second) if "\u3400" <= first <= "\u9fff" and "\u3400" <= second <= "\u9fff" else _MARKED
        standing = bytearray(map(known.__getitem__, numbers))
        places: dict[int, int] = {}
        for at in [at for at, value in enumerate(standing) if 0 < value and value in _ONCE]:
            before = places.setdefault(numbers[at], at)
            if before != at:
                standing[before] = standing[at] = _SEVERAL
        return standing.decode("latin-1")


def _of_name(text: str, place: int) -> float:
    """By how much less sure a slip is because the character may be of the name of a person."""
    if of_person(text, place) or is_surname(text, place) or _STREET.match(text, place):
        return _IN_NAMES
    return _BEHIND_SURNAMES if behind_surname(text, place) else 0.0


def _is_of_the_text(one: str, text: str) -> bool:
    """Whether a text has a character that is seldom a word again and again."""
    return cost_alone(one) >= _SELDOM and text.count(one) >= _AGAIN


def is_right(text: str, place: int) -> bool:
    """Whether the character leads to a figure or stands in a word that dictionaries lack."""
    if _TO_FIGURE.match(text, place):
        return True
    return any(at <= place and text.startswith(word, place - at) for word, at in _right_words().get(text[place], ()))


@cache
def _right_words() -> dict[str, list[tuple[str, int]]]:
    """Words of offices that dictionaries lack, by each of their characters, with its place in them."""
    words: dict[str, list[tuple[str, int]]] = {}
    for word in (word for row in builtin("right-words") for word in split_cell(row["words"])):
        for at, one in enumerate(word):
            words.setdefault(one, []).append((word, at))
    return words


def _looseness(one: str, other: str) -> int:
    """How two characters stand side by side."""
    loose = looseness(one, other)
    return loose if loose == _NEVER or other in office_behind(one) or is_usual(one + other, _RARE) else _STRANGE


def _alone(text: str, standing: str) -> Iterator[tuple[int, int, int]]:
    """The places of characters that no word binds, neither with what is before nor with what is behind, or that go with one of them nowhere else.

    Each with how it stands with what is before it and with what is behind.
    """
    standing = f"{chr(_MARKED)}{standing}{chr(_MARKED)}"
    for match in _LOOSE_ON_A_SIDE.finditer(standing):
        place = match.start()
        left, right = ord(standing[place]), ord(standing[place + 1])
        if _NEVER in (left, right) or _STRANGE in (left, right) or cost_alone(text[place]) > _SELDOM_ALONE:
            yield place, 1 if left == _STRANGE else left, 1 if right == _STRANGE else right


def meets(text: str, start: int, written: str, right: str) -> bool:
    """Whether what is no word of two characters arises where two right words meet: 申辩|理由; 新建|竹林 costs less than 新|建筑|林."""
    if len(written) != 2 or len(right) != 2 or word_cost(written) is not None:
        return False
    if start and word_cost(text[start - 1 : start + 1]) is not None and word_cost(text[start + 1 : start + 3]) is not None:
        return True
    (first, _middle), (_start, last) = _run_around(text, start), _run_around(text, start + 1)
    head, tail = text[first:start], text[start + 2 : last]
    return cost_in_words(head + written + tail) <= cost_in_words(head + right + tail)


def _readings(text: str, line: str, place: int, left: int, right: int) -> Iterator[Reading]:
    """What the character may have been typed for that goes better with its neighbours, each as the whole passage is then read."""
    written = text[place]
    before, left = ("", 0) if left == _MARKED else (text[place - 1], left)
    behind, right = ("", 0) if right == _MARKED else (text[place + 1], right)
    around = line[max(0, place - 2) : place].rjust(2, EDGE), line[place + 1 : place + 3].ljust(2, EDGE)
    through = runs_through(around, written)
    if met(through[1]):
        return
    in_runs = frozenset() if met(through[0]) or met(through[2]) else _met_in_runs(around, written, before, behind)
    candidates = in_runs.union(_fitting(before, written, behind, left, right))
    if not candidates:
        return
    start, end = _run_around(text, place)
    run, within = text[start:end], place - start
    starts = [start for start in range(max(0, within - LONGEST + 1), within + 1) if start >= within - 1 or begins_longer(run, start)]
    head: list[float] = []
    cost = 0.0
    for meant in sorted(candidates if written not in SPOKEN_FIGURES else candidates - SPOKEN_FIGURES):
        asked = _LEAST_GAIN if meant in confused_with(written) else _LEAST_ALONE
        least = asked - _ROUNDING - cost_alone(written) + cost_alone(meant)
        if meant not in in_runs and len(starts) <= _NO_LONGER and not _may_save(before, meant, behind, least):
            continue
        mended = run[:within] + meant + run[within + 1 :]
        words = _words_around(mended, within, starts)
        word, saved = _most_saving(mended, words)
        # Parted as the mended run is, but with the characters of this word alone, the written one costs no less than it does: no gain is higher.
        if meant not in in_runs and (word is None or saved < least):
            continue
        if not head:
            head, tail = costs_so_far(run[:within]), [*[0.0] * (within + 1), *costs_from_here(run[within + 1 :])]
            cost = _least(head, tail, cost_alone(written), _words_around(run, within, starts))
        mended_cost = _least(head, tail, cost_alone(meant), words)
        first, last = word or (within, within + 1)
        # What makes no word with its neighbours is told only of characters that textbooks warn of.
        if (cost - mended_cost > asked or meant in in_runs) if word else meant in confused_with(written):
            at_end, still = within in (0, len(run) - 1), _loose_with(before, meant) + _loose_with(meant, behind)
            yield Reading(place, start + first, mended[first:last], meant, cost - mended_cost, mended_cost, len(run), at_end, left + right, still, around)


def _may_save(before: str, meant: str, behind: str, least: float) -> bool:
    """Whether a character makes a word with one of its neighbours that saves so much against its characters alone, or may make a longer one."""
    for first, second in ((before, meant), (meant, behind)):
        if first and second:
            costs, longer = words_from(first)
            if second in costs and cost_alone(first) + cost_alone(second) - costs[second] >= least or second in longer:
                return True
    return False


def _met_in_runs(around: tuple[str, str], written: str, before: str, behind: str) -> frozenset[str]:
    """What a character may have been typed for that documents of offices have between these neighbours, and the written one not.

    It makes a word with one of them, or textbooks call it easily confused with the written one.
    """
    near, follows = office_behind(around[0][1]), around[1][0]
    likely = taken_for(written) & near
    if likely:
        bound = behind_in_words(before) if before else frozenset()
        likely = frozenset([one for one in likely if one in bound or behind and behind in bound_behind(one)])
    likely = likely.union([one for one in confused_with(written) if one in near or follows in office_behind(one)])
    return frozenset([one for one in likely if any(map(met, runs_through(around, one)))]) if likely else likely


def _fitting(before: str, written: str, behind: str, left: int, right: int) -> list[str]:
    """What a character may have been typed for that words bind with one of its neighbours, in order.

    ``left`` and ``right`` are how loose it stands.  What was meant stands less loose, or as loose, but bound where that was not.
    """
    fitting: set[str] = set()
    if left or right == _NEVER:
        most = left + right if left else right - 1
        with_before = taken_for(written) & behind_in_words(before)
        fitting |= {one for one in with_before if most >= _NEVER or _loose_with(one, behind) <= most}
    if behind:
        most = left + right if right else left - 1
        fitting |= {one for one in _bound_before(written, behind) if most >= _NEVER or _loose_with(before, one) <= most}
    return sorted(fitting)


def _bound_before(written: str, behind: str) -> Iterator[str]:
    """What a character may have been typed for that stands in words before the one behind it."""
    lines = _bound_lines(written)
    at = lines.find(behind)
    while at >= 0:
        end = lines.find("\n", at)
        if at < end - 1:
            yield lines[end - 1]
        at = lines.find(behind, end)


@cache
def _bound_lines(written: str) -> str:
    """A line for each that a character may have been typed for: the characters that stand behind it within words, and that one."""
    return "".join(map(_bound_line, taken_for(written)))


@cache
def _bound_line(one: str) -> str:
    return f"{bound_behind(one)}{one}\n"


def _loose_with(one: str, other: str) -> int:
    return looseness(one, other) if one and other else 0


def _run_around(text: str, place: int) -> tuple[int, int]:
    """The run of characters around a place, as far as it decides."""
    before = _HAN_BEFORE.search(text, max(0, place - _AROUND), place)
    behind = _HAN_BEHIND.match(text, place + 1, place + _AROUND + 1)
    return before.start() if before else place, behind.end() if behind else place + 1


def _words_around(run: str, within: int, starts: list[int]) -> list[tuple[int, int, float]]:
    """The words that the character at ``within`` makes, each from where to where it stands and what it costs; they begin at one of ``starts``."""
    return [(start, end, cost) for start in starts for end, cost in words_at(run, start, max(2, within - start + 1))]


def _most_saving(run: str, words: list[tuple[int, int, float]]) -> tuple[tuple[int, int] | None, float]:
    """The word that saves most against its characters alone, and how much."""
    best, saved = None, 0.0
    for start, end, cost in words:
        if (saving := sum(map(cost_alone, run[start:end])) - cost) > saved:
            best, saved = (start, end), saving
    return best, saved


def _least(head: list[float], tail: list[float], alone: float, words: list[tuple[int, int, float]]) -> float:
    """What a run costs of which the character behind the head stands alone or makes one of these words."""
    within = len(head) - 1
    return min([head[within] + alone + tail[within + 1], *(head[start] + cost + tail[end] for start, end, cost in words)])
