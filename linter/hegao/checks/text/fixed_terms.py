"""Fixed terms (固定术语) of which one character was typed for another: 人民调节委员会, 劳务排遣, 增值放流, 应急处治.

What was typed is often a word itself, so neither pairs nor costs of words tell it (``slips``): that all around it is a term of the table does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from hegao.checks.text.names_in_runs import behind_surname, is_name, of_person
from hegao.sources.word_finder import numbers_of, pair_numbers
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.homophones import sounds_of, sounds_typed
from hegao.words.office_runs import met
from hegao.words.parting import cost_alone
from hegao.words.word_costs import SPOKEN_FIGURES, is_pair, is_usual, sound_alike, taken_for

#: Words that cost less are usual ones: what was typed may then have been meant.
_USUAL = 13.0
#: So far from what is strange the pair by which a term is found stands.
_REACH = (-3, -2, -1, 1, 2, 3)
#: What a character costs at least that is seldom a word of its own.
_OWN_WORD = 8.5
#: In hardly more documents of offices a word stands that may be a slip for another one of its sound, as a natural logarithm.
_HARDLY_MET, _NEVER_MET = 2.1, 1.0
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

    ``pairs`` are the numbers of the first and the last two characters of the longer terms, ``at`` these terms by such a pair, each with how far
    behind its beginning the pair stands.  ``short`` are the terms of two and three characters by the others where one is a blank, ``sounding`` those of
    three by the sounds of two characters side by side and the third.  ``phrases`` are no terms: documents of offices have them often, so that only a word
    of the same sound that they hardly ever have is a slip there.
    """

    all: frozenset[str]
    pairs: frozenset[int]
    at: Mapping[str, Sequence[tuple[str, int]]]
    short: Mapping[str, Sequence[str]]
    sounding: Mapping[str, Sequence[str]]
    phrases: frozenset[str]


@cache
def _terms() -> _Terms:
    terms = [term for row in builtin("terms") for term in split_cell(row["terms"])]
    phrases = frozenset(row["first"] + behind for row in builtin("office-phrases") for behind in split_cell(row["behind"])).difference(terms)
    at: dict[str, list[tuple[str, int]]] = defaultdict(list)
    short: dict[str, list[str]] = defaultdict(list)
    sounding: dict[str, list[str]] = defaultdict(list)
    for term in (*dict.fromkeys(terms), *sorted(phrases)):
        if len(term) >= _SHORT:
            at[term[:2]].append((term, 0))
            at[term[-2:]].append((term, len(term) - 2))
            continue
        for place in range(len(term)):
            short[f"{term[:place]} {term[place + 1 :]}"].append(term)
        if len(term) > 2:
            for sounds in sounds_typed(term[:2]):
                sounding[f"{sounds}|{term[2]}"].append(term)
            for sounds in sounds_typed(term[1:]):
                sounding[f"{term[0]}|{sounds}"].append(term)
    return _Terms(phrases.union(terms), frozenset(numbers_of(list(at))), at, short, sounding, phrases)


def slips_in_terms(text: str, strange: Sequence[int]) -> Iterator[TermSlip]:
    """The terms of a text in which a character is wrong, lost or one too many, two have changed places, or a word stands for another of its sound.

    In order; of those that overlap the longest.  ``strange`` are the places behind which two characters stand side by side as they hardly ever do: one
    of them is in or beside every slip.
    """
    terms = _terms()
    numbers, different = pair_numbers(text)
    here = different & terms.pairs
    odd = frozenset(strange)
    last = len(numbers) - 1
    near = {place + by for place in strange for by in _REACH if 0 <= place + by <= last and numbers[place + by] in here}
    found = set(_short_slips(text, strange))
    found.update(_words_in_short(text, strange))
    for at in near:
        for term, offset in _likely(text, at):
            start = at - offset
            if start >= 0 and not text.startswith(term, start):
                if term in terms.phrases:
                    found.update(_word_in_phrase(text, start, term))
                    continue
                found.update(_slip(text, start, term))
                found.update(_lost_or_added(text, at, term, offset, odd))
    told: list[TermSlip] = []
    for slip in sorted(found, key=lambda slip: (slip.doubtful, slip.start - slip.end, slip)):
        if all(slip.end <= other.start or other.end <= slip.start for other in told):
            told.append(slip)
    yield from sorted(told)


@cache
def _beside(pair: str) -> Mapping[str, Sequence[tuple[str, int]]]:
    """The terms that begin or end with a pair, by the two characters beside it, each with its side and its place, and by the sound of the nearer one."""
    beside: dict[str, list[tuple[str, int]]] = {}
    phrases = _terms().phrases
    for term, offset in _terms().at[pair]:
        side, near, far = (">", term[2], term[3]) if offset == 0 else ("<", term[-3], term[-4])
        # Of a phrase nothing but another word of the same sound is a slip.
        looks = () if term in phrases else (side + near, side + side + far)
        for key in (*looks, *[side + sound for sound in sounds_of(near)]):
            beside.setdefault(key, []).append((term, offset))
    return beside


def _likely(text: str, at: int) -> Iterable[tuple[str, int]]:
    """The terms that a pair may begin or end, one of the two characters beside it being as they have it, be it out of place, or sounding so."""
    beside = _beside(text[at : at + 2])
    found: list[tuple[str, int]] = []
    before, behind = text[max(0, at - 2) : at], text[at + 2 : at + 4]
    for side, one, other in ((">", behind[:1], behind[1:]), ("<", before[-1:], before[:-1])):
        if "\u3400" <= one <= "\u9fff":
            for key in (side + one, side + other, side + side + one, side + side + other, *[side + sound for sound in sounds_of(one)]):
                if key in beside:
                    found += beside[key]
    return sorted(set(found)) if found else ()


def _word_in_phrase(text: str, start: int, phrase: str) -> Iterator[TermSlip]:
    """The word of a phrase that stands for another one of its sound, which documents of offices hardly ever have: 低压|登记, 新历|健康."""
    written = text[start : start + len(phrase)]
    half = 0 if written[2:] == phrase[2:] else 2
    word, right = written[half : half + 2], phrase[half : half + 2]
    if written[2 - half : 4 - half] != phrase[2 - half : 4 - half] or met(word) > _NEVER_MET or not _sounds_alike(word, right):
        return
    if not _bound_outside(text, start, start + 4) and SPOKEN_FIGURES.isdisjoint(word) and not of_person(text, start + half) and not behind_surname(text, start + half):
        yield TermSlip(start + half, start + half + 2, right, True)


def _sounds_alike(written: str, right: str) -> bool:
    return written != right and len(written) == len(right) and all(map(sound_alike, written, right))


def _lost_or_added(text: str, at: int, term: str, offset: int, odd: frozenset[int]) -> Iterator[TermSlip]:
    """The term without one of its characters, or with one more, where nothing else goes together there: 网格化|理, 保障|施, 路线|路."""
    size, end = len(term), at + 2
    if offset == 0:
        same = next((place for place in range(2, size) if text[at + place : at + place + 1] != term[place]), size)
        if same < size - 1 and text.startswith(term[same + 1 :], at + same) and at + same - 1 in odd:
            yield from _doubtful(text, at, at + size - 1, term, same)
        elif same < size and text.startswith(term[same:], at + same + 1) and {at + same - 1, at + same} <= odd:
            yield from _doubtful(text, at, at + size + 1, term, same)
        return
    same = next((place for place in range(3, size + 1) if text[max(0, end - place) : max(0, end - place) + 1] != term[size - place]), size + 1)
    lost, added = end - size + 1, end - size - 1
    # The character that is not as it should be stands ``same`` from the end.
    if 3 <= same < size and lost >= 0 and text[lost:end] == term[: size - same] + term[size - same + 1 :] and end - same in odd:
        yield from _doubtful(text, lost, end, term, size - same)
    elif 3 <= same <= size and added >= 0 and text[added : end - same] == term[: size - same + 1] and {end - same - 1, end - same} <= odd:
        yield from _doubtful(text, added, end, term, size - same)


def _doubtful(text: str, start: int, end: int, term: str, place: int) -> Iterator[TermSlip]:
    """The slip, if what is left of the term is no part of another word and no word by itself; figures and names are left alone."""
    written = text[start:end]
    if len(written) > len(term) and not set(written) <= set(term):
        # Who types one character too many mostly types one of the word again.
        return
    if len(written) < len(term) and is_pair(term[place + 1 : place + 3]) and is_pair(term[max(0, place - 2) : place]):
        # Nothing is left without its other half: 带薪|休假.
        return
    if len(term) == _SHORT and len(written) < len(term) and "\u3400" <= (text[end : end + 1] if place > 1 else text[start - 1 : start]) <= "\u9fff":
        return
    plain = SPOKEN_FIGURES.isdisjoint(written) and all("\u3400" <= one <= "\u9fff" for one in written) and term not in text[max(0, start - 2) : end + 2]
    # What is left of a word at one end may belong to what is beyond it.
    beyond = text[end - 1 : end + 1] if 2 * place >= len(term) else text[start - 1 : start + 1] if start else ""
    if plain and not is_pair(beyond) and not any(of_person(text, at) for at in range(start, end)):
        yield TermSlip(start, end, term, True)


def _words_in_short(text: str, strange: Sequence[int]) -> Iterator[TermSlip]:
    """Terms of three characters of which two are typed as another word of their sound, which goes with nothing there: 公正书, 警界线."""
    sounding, terms = _terms().sounding, _terms().all
    for place in strange:
        one, other = text[place - 1 : place + 1] if place else "", text[place + 1 : place + 3]
        keys = [f"{sounds}|{other[:1]}" for sounds in sounds_typed(one)] + [f"{text[place]}|{sounds}" for sounds in sounds_typed(other)]
        for key in keys:
            for term in sounding.get(key, ()):
                start = place if key.startswith(f"{text[place]}|") else place - 1
                written = text[start : start + 3]
                known = written == term or met(written) or any(text[start:end] in terms for end in (start + 3, start + 4, start + 5))
                named = of_person(text, start) or is_name(text, start, start + 3, term)
                if not known and not named and not _bound_outside(text, start, start + 3) and SPOKEN_FIGURES.isdisjoint(written):
                    yield TermSlip(start, start + 3, term, True)


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
                    sounds = sound_alike(text[spot], term[at])
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
    elif last == first + 1 and met(written[first : last + 1]) <= _HARDLY_MET and all(sound_alike(written[place], term[place]) for place in unlike):
        yield TermSlip(start, end, term, True)


def _bound_outside(text: str, start: int, end: int) -> bool:
    """Whether one of the characters at the ends makes a word with what is beyond."""
    return start > 0 and is_pair(text[start - 1 : start + 1]) or is_pair(text[end - 1 : end + 1])


def _belongs_outside(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether what is unlike at an end of the term makes a word with what is beyond: 土地出让|进度, 终止|原服务."""
    return first == 0 and start > 0 and is_pair(text[start - 1 : start + 1]) or start + last == end - 1 and is_pair(text[end - 1 : end + 1])
