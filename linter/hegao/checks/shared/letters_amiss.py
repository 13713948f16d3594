"""Letters lost or exchanged in what the document tells whole elsewhere (同一词语两处不一): 保科 beside 保卫科, 公开招骋 beside 公开招聘.

What differs by one letter is a slip where that letter leaves a word in pieces: the run that lacks it costs more, parted into words, than
the whole one, or the letter that stands in its place belongs to no word.  The longer the words around are the same, the surer it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from operator import add
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running, running_without_names
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.parting import cost_alone, cost_in_words, costs_from_here, costs_so_far
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, duty_words

_HAN = Pattern(r"[\u3400-\u9fff]")
#: Letters that say little, and that count.
_LITTLE = frozenset("十一二三四五六七八九百和与及的之或等在于为将要就给关")
#: Letters that phrases have or lack as they like, or that make another body or place.
_FREE = _LITTLE | frozenset("告送通副局各级度得镇乡市县区州省")
#: Letters that stand in place of another by right: the next one, the other one.
_OTHER = frozenset("次旬周月日季年场盘上下内外前后左右有无未新老男女长片甲乙丙丁厅")
#: So many letters around decide, so many are told, and so many are compared.
_AROUND, _TOLD, _LIKE = 6, 3, 20
#: What the run costs more than the whole one, told so often, the same for so many letters around it.
_LOST = ((2.5, 1, 4), (-0.6, 1, 7), (-2.9, 2, 7))
#: The same for a letter in place of another.
_EXCHANGED = ((4.0, 1, 5),)
#: A longer text is one of many tables, whose words are told otherwise.
_LONGEST = 200_000
_Bounds = tuple[tuple[float, int, int], ...]
#: The letter and the rest of a body's name.
_NAME = Pattern(
    lambda: (
        rf"[\u3400-\u9fff]{{0,8}}?(?:{one_of(ending for use in ('official', 'office', 'sign') for ending in body_endings(use))})"
        rf"(?:(?![\u3400-\u9fff])|(?=[等和与及按要应于负]|{one_of(duty_words('verb', 'lead', 'coop'))}))"
    )
)
#: What such words are slips of is told as wrong words.
_WORDS = "人民"
#: Elements that rules of their own hold against one another.
_COMPARED = frozenset({"attachment", "entry", "imprint", "signature"})


class Amiss(NamedTuple):
    """A few letters with a slip among them: where they begin in the running text, what is right, where that stands.

    ``titled`` is whether they are of the title of the document, ``named`` whether of the name of a body elsewhere.
    """

    start: int
    at: Text
    right: str
    usual: Text
    titled: bool
    named: bool


def letters_amiss(context: Context) -> tuple[Amiss, ...]:
    """The slips of a document in the order of their places."""
    text = context.once(running)
    whole = text.text
    if len(whole) > _LONGEST:
        return ()
    found = {place: (other, lost) for place, other, lost in (*_exchanged(whole), *_lost(whole)) if _told_here(context, place)}
    slips: list[Amiss] = []
    for place, (other, lost) in sorted(found.items()):
        slip = _amiss(context, place, other, lost)
        if not slips or slip.start >= slips[-1].start + len(slips[-1].at):
            slips.append(slip)
    return tuple(slips)


def _told_here(context: Context, place: int) -> bool:
    """Whether no other rule holds what stands there against its twin: names in marks, titles of annexes, lists of attachments."""
    node = context.once(running).node_at(place)
    if node.kind in _COMPARED or node.kind == "title" and node is not context.document.title:
        return False
    return context.once(running_without_names).text[place - 1 : place + 1] == context.once(running).text[place - 1 : place + 1]


def _amiss(context: Context, place: int, other: int, lost: bool) -> Amiss:
    text = context.once(running)
    whole = text.text
    behind = place if lost else place + 1
    before, after = min(_TOLD, _alike(whole, place, other, -1)), min(_TOLD, _alike(whole, behind, other + 1, 1))
    at, usual = text.at(place - before, behind + after), text.at(other - before, other + 1 + after)
    titled = text.node_at(place).kind == "title"
    named = not titled and _WORDS not in usual.value and _NAME.match(whole, other) is not None
    return Amiss(place - before, at, usual.value, usual, titled, named)


def _pairs(text: str) -> tuple[dict[str, int], frozenset[str]]:
    """Where the pairs of letters of a text stand at last, and those that stand once."""
    last: dict[str, int] = {}
    several: set[str] = set()
    for at, pair in enumerate(map(add, text, text[1:])):
        if pair in last:
            several.add(pair)
        last[pair] = at
    return last, frozenset(last.keys() - several)


def _lost(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where a letter is lost, and where the one stands that the whole has there."""
    last, once = _pairs(text)
    wider: dict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(map(add, text, text[2:]), 1):
        if pair in once and at - 1 != last[pair] and _is_han(text[at]):
            wider[pair].append(at)
    for pair, places in wider.items():
        letters = {text[at] for at in places}
        if len(letters) == 1 and not letters & _FREE and all(map(_is_han, pair)):
            place = last[pair] + 1
            other = max(places, key=lambda at: _alike(text, place, at, -1) + _alike(text, place, at + 1, 1))
            if _sure(text, place, place, other, len(places), _LOST):
                yield place, other, True


def _exchanged(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where a letter stands in place of another, and where that one stands."""
    _last, once = _pairs(text)
    pairs = list(map(add, text, text[1:]))
    odd = {at: text[at - 1] + text[at + 1] for at in range(1, len(text) - 1) if pairs[at - 1] in once and pairs[at] in once and _is_han(text[at])}
    wanted = frozenset(odd.values())
    others: dict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(map(add, text, text[2:]), 1):
        if pair in wanted:
            others[pair].append(at)
    for place, pair in odd.items():
        if text[place] in _LITTLE | _OTHER or not all(map(_is_han, pair)):
            continue
        for other in others[pair]:
            if text[other] == text[place] or not _is_han(text[other]) or text[other] in _OTHER:
                continue
            times = sum(text[at] == text[other] for at in others[pair])
            if _sure(text, place, place + 1, other, times, _EXCHANGED) and _stands_alone(text, place) and not _stands_alone(text, other):
                yield place, other, False
                break


def _is_han(letter: str) -> bool:
    return _HAN.match(letter) is not None


def _sure(text: str, place: int, behind: int, other: int, times: int, bounds: _Bounds) -> bool:
    """Whether the run costs enough more than the whole one for as many letters as are the same around them."""
    alike = _alike(text, place, other, -1) + _alike(text, behind, other + 1, 1)
    if all(alike < least for _dearer, _times, least in bounds):
        return False
    before, after = _around(text, place, behind)
    dearer = cost_in_words(before + text[place:behind] + after) - cost_in_words(before + text[other] + after)
    return any(dearer >= more and times >= often and alike >= least for more, often, least in bounds)


def _stands_alone(text: str, place: int) -> bool:
    """Whether a letter belongs to no word, as the run around it is parted."""
    before, after = _around(text, place, place + 1)
    parted = costs_so_far(before)[-1] + cost_alone(text[place]) + costs_from_here(after)[0]
    return parted <= cost_in_words(before + text[place] + after) + 1e-6


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters that stand around a place, up to a mark."""
    before = next((at for at in range(start, max(0, start - _AROUND), -1) if not _is_han(text[at - 1])), max(0, start - _AROUND))
    after = next((at for at in range(end, min(len(text), end + _AROUND)) if not _is_han(text[at])), min(len(text), end + _AROUND))
    return text[before:start], text[end:after]


def _alike(text: str, one: int, other: int, step: int) -> int:
    """How many letters are the same on from two places, or back from them."""
    alike = 0
    one, other = (one - 1, other - 1) if step < 0 else (one, other)
    while alike < _LIKE and 0 <= one < len(text) and 0 <= other < len(text) and text[one] == text[other] and _is_han(text[one]):
        alike, one, other = alike + 1, one + step, other + step
    return alike
