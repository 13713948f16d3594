"""Fixed terms (固定术语) of which one character was typed for another: 人民调节委员会, 劳务排遣, 增值放流, 应急处治.

What was typed is often a word itself, so neither pairs nor costs of words tell it (``slips``): that all around it is a term of the table does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from hegao.checks.text.names_in_runs import behind_surname, is_name, of_person
from hegao.sources.word_finder import numbers_of, pair_numbers
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.parting import cost_alone
from hegao.words.word_costs import SPOKEN_FIGURES, is_pair, is_usual, same_sound, taken_for

#: Words that cost less are usual ones: what was typed may then have been meant.
_USUAL = 13.0
#: So far from what is strange the pair by which a term is found stands.
_REACH = (-3, -2, -1, 1, 2, 3)
#: What a character costs at least that is seldom a word of its own.
_OWN_WORD = 8.5
#: Terms so long are told by pairs; of longer ones all the rest leaves no doubt.
_SHORT = 4


class TermSlip(NamedTuple):
    """A slip within a term: from where to where, the term as it should read, whether that is doubtful."""

    start: int
    end: int
    right: str
    doubtful: bool


class _Terms(NamedTuple):
    """The terms, and where each begins by what a slip may leave of it.

    ``pairs`` are the numbers of the first and the last two characters of the longer terms, ``beside`` these, and how far behind their beginning
    the pair stands, by the pair and one of the two characters next to it, a blank for the other one, or by the pair and both in the wrong order.
    ``short`` are those of two and three characters by the others where one is a blank.
    """

    all: frozenset[str]
    pairs: frozenset[int]
    beside: Mapping[str, Sequence[tuple[str, int]]]
    short: Mapping[str, Sequence[str]]


@cache
def _terms() -> _Terms:
    terms = [term for row in builtin("terms") for term in split_cell(row["terms"])]
    beside: dict[str, list[tuple[str, int]]] = defaultdict(list)
    short: dict[str, list[str]] = defaultdict(list)
    longer = [term for term in terms if len(term) >= _SHORT]
    for term in longer:
        last = len(term) - 2
        before, behind = term[last - 2 : last], term[2:4]
        for key in (term[:3], f"{term[:2]} {behind[1]}", f"{term[:2]}{behind[::-1]}"):
            beside[key].append((term, 0))
        for key in (term[last - 1 :], f"{before[0]} {term[last:]}", f"{before[::-1]}{term[last:]}"):
            beside[key].append((term, last))
    for term in terms:
        for place in range(len(term) if len(term) < _SHORT else 0):
            short[f"{term[:place]} {term[place + 1 :]}"].append(term)
    return _Terms(frozenset(terms), frozenset(numbers_of([pair for term in longer for pair in (term[:2], term[-2:])])), beside, short)


def slips_in_terms(text: str, strange: Sequence[int]) -> Iterator[TermSlip]:
    """The terms of a text in which a character is wrong or two have changed places, in order; of those that overlap the longest.

    ``strange`` are the places behind which two characters stand side by side as they hardly ever do: one of them is in or beside every slip.
    """
    terms = _terms()
    numbers, different = pair_numbers(text)
    met, beside = different & terms.pairs, terms.beside
    last = len(numbers) - 1
    near = {place + by for place in strange for by in _REACH if 0 <= place + by <= last and numbers[place + by] in met}
    found = set(_short_slips(text, strange))
    for at in near:
        around = text[at - 2 : at + 4] if at > 1 else text[: at + 4].rjust(6)
        pair = around[2:4]
        for key in (around[2:5], f"{pair} {around[5:]}", around[2:], around[1:4], f"{around[0]} {pair}", around[:4]):
            for term, offset in beside.get(key, ()):
                if not text.startswith(term, at - offset) and at >= offset:
                    found.update(_slip(text, at - offset, term))
    told: list[TermSlip] = []
    for slip in sorted(found, key=lambda slip: (slip.start - slip.end, slip)):
        if all(slip.end <= other.start or other.end <= slip.start for other in told):
            told.append(slip)
    yield from sorted(told)


def _short_slips(text: str, strange: Sequence[int]) -> Iterator[TermSlip]:
    """The slips in terms of two and three characters; what stands there is no word, nor may it be of a name."""
    short, odd = _terms().short, frozenset(strange)
    for place in strange:
        for start, end in ((place, place + 2), (place, place + 3), (place - 1, place + 2)):
            written = text[max(0, start) : end]
            for at in range(end - start if len(written) == end - start else 0):
                for term in short.get(f"{written[:at]} {written[at + 1 :]}", ()):
                    spot = start + at
                    # It goes with none of its neighbours within the term, and of two characters none with what is beyond.
                    alone = (at == 0 or spot - 1 in odd) and (spot + 1 == end or spot in odd)
                    alone = alone and (len(term) > 2 or cost_alone(text[spot]) > _OWN_WORD and not _bound_outside(text, start, end))
                    sounds = term[at] in same_sound().get(text[spot], "")
                    if alone and sounds and written != term and not of_person(text, spot) and not is_name(text, spot, end, term[at]) and not behind_surname(text, spot):
                        yield from _slip(text, start, term)


def _slip(text: str, start: int, term: str) -> Iterator[TermSlip]:
    """The slip in a term that is to stand at a place."""
    end = start + len(term)
    written = text[start:end]
    unlike = [place for place, (one, other) in enumerate(zip(written, term, strict=False)) if one != other]
    if len(written) < len(term) or len(unlike) > 2 or any(text[start:longer] in _terms().all for longer in (end, end + 1, end + 2)):
        return
    first, last = unlike[0], unlike[-1]
    if not SPOKEN_FIGURES.isdisjoint(written[first : last + 1]) or _belongs_outside(text, start, end, first, last):
        return
    if first == last:
        if term[first] in taken_for(written[first]):
            doubtful = len(term) < _SHORT or len(term) == _SHORT and any(is_usual(written[at : at + 2], _USUAL) for at in (first - 1, first) if at >= 0)
            yield TermSlip(start, end, term, doubtful)
    elif last == first + 1 and written[first] == term[last] and written[last] == term[first]:
        yield TermSlip(start, end, term, is_pair(written[first : last + 1]))
    elif last == first + 1 and all(term[place] in same_sound().get(written[place], "") for place in unlike):
        yield TermSlip(start, end, term, True)


def _bound_outside(text: str, start: int, end: int) -> bool:
    """Whether one of the characters at the ends makes a word with what is beyond."""
    return start > 0 and is_pair(text[start - 1 : start + 1]) or is_pair(text[end - 1 : end + 1])


def _belongs_outside(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether what is unlike at an end of the term makes a word with what is beyond: 土地出让|进度, 终止|原服务."""
    return first == 0 and start > 0 and is_pair(text[start - 1 : start + 1]) or start + last == end - 1 and is_pair(text[end - 1 : end + 1])
