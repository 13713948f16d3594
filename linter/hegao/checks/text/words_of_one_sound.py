"""Words typed for others of the same sound (同音词): 当事人要求听政, 第一实践报告, 阻止村民参加培训.

Who types whole words gets whole words: the one that stands there is a word, so nothing within it is odd.  What is odd is what it stands beside.
It is looked at where two characters stand side by side as they hardly ever do and no document of an office has it with what is before or
behind; how sure it is that another one was meant, say signs weighed over documents (rules/tables/word-signs.csv).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import add
from typing import NamedTuple

from hegao.checks.text.names_in_runs import name_signs
from hegao.words.builtin_tables import builtin
from hegao.words.homophones import homophones_of
from hegao.words.office_runs import EDGE, flat, met
from hegao.words.parting import cost_in_words
from hegao.words.word_costs import looseness, sound_alike, word_cost

#: What a word costs of which nothing is known.
_UNKNOWN = 18.0
#: So many characters before and behind are parted into words with it.
_AROUND = 4
#: What the signs that are told last can add to the odds.
_MOST_MORE = 3.5


class WordReading(NamedTuple):
    """A word that may be meant where another one stands: where that begins, the word, how much of each sign speaks for it but for those of ``dear_signs``."""

    start: int
    meant: str
    signs: dict[str, float]


def words_meant(text: str, strange: Iterable[int], least: float) -> Iterator[tuple[int, str, float]]:
    """Where a word stands for another of its sound, that one, and how sure that is, as the natural logarithm of the odds, in order."""
    best: dict[int, tuple[float, str]] = {}
    for reading in readings_of_words(text, strange):
        odds = _odds(reading.signs)
        if odds + _MOST_MORE >= least:
            odds += _odds(dear_signs(text, reading))
            if odds >= max(least, best.get(reading.start, (least, ""))[0]):
                best[reading.start] = (odds, reading.meant)
    last = 0
    for start, (odds, meant) in sorted(best.items()):
        if start >= last and odds >= max((best[near][0] for near in (start - 1, start + 1) if near in best), default=least):
            last = start + 2
            yield start, meant, odds


def _odds(signs: Mapping[str, float]) -> float:
    weights = _weights()
    return sum(weights[sign] * much for sign, much in signs.items())


def readings_of_words(text: str, strange: Iterable[int]) -> Iterator[WordReading]:
    """The words of a text for each of which another of its sound goes with what is beside it; ``strange`` as ``Slips`` tells it."""
    line, pairs = "", frozenset[str]()
    for start in sorted({start for place in strange for start in (place - 1, place, place + 1) if start >= 0}):
        others = homophones_of(text[start : start + 2])
        if others:
            line, pairs = line or flat(text), pairs or frozenset(map(add, text, text[1:]))
            yield from _readings(text, line, start, [(meant, meant in pairs) for meant in others])


def _readings(text: str, line: str, start: int, others: Iterable[tuple[str, bool]]) -> Iterator[WordReading]:
    """The readings of a word; ``line`` is the text as runs of offices have it, ``others`` are of the sound of the word, each with whether the text has it."""
    written, before, behind = text[start : start + 2], line[max(0, start - 2) : start].rjust(2, EDGE), line[start + 2 : start + 4].ljust(2, EDGE)
    if met(before[1] + written) or met(written + behind[0]):
        return
    for meant, elsewhere in others:
        inner = met(before[1] + meant), met(meant + behind[0])
        if elsewhere or any(inner):
            yield WordReading(start, meant, _signs(written, meant, (before, behind), inner) | {"elsewhere": float(elsewhere)})


def _signs(written: str, meant: str, around: tuple[str, str], inner: tuple[float, float]) -> dict[str, float]:
    """How much of each sign the words and the two characters on either side tell; ``inner``: how often documents have the word meant beside each."""
    before, behind = around
    pairs = met(before[1] + meant[0]), met(meant[1] + behind[0])
    same = list(map(sound_alike, written, meant))
    return {
        "base": 1.0,
        "seldom-written": word_cost(written) or _UNKNOWN,
        "seldom-meant": word_cost(meant) or _UNKNOWN,
        "runs-beside": sum(inner),
        "runs-both": float(all(inner)),
        "runs-any": float(any(inner)),
        "runs-beyond": met(before + meant[0]) + met(meant[1] + behind),
        "runs-beyond-written": met(before + written[0]) + met(written[1] + behind),
        "pairs-meant": sum(pairs),
        "no-pairs-meant": float(pairs.count(0.0)),
        "no-pairs-written": float(not met(before[1] + written[0])) + float(not met(written[1] + behind[0])),
        "office-written": met(written),
        "office-meant": met(meant),
        "loose-meant": float(_loose(before[1], meant[0]) + _loose(meant[1], behind[0])),
        "loose-written": float(_loose(before[1], written[0]) + _loose(written[1], behind[0])),
        "one-alike": float(written[0] == meant[0] or written[1] == meant[1]),
        "blurred": float(not all(same)),
    }


def dear_signs(text: str, reading: WordReading) -> dict[str, float]:
    """The signs that take longer to tell: what the words around cost, whether it may be a name, how often the text has it."""
    start, end = reading.start, reading.start + 2
    written = text[start:end]
    head, tail = _run_before(text[max(0, start - _AROUND) : start]), _run_behind(text[end : end + _AROUND])
    named = [name_signs(text, place) for place in (start, start + 1)]
    return {
        "gain": cost_in_words(head + written + tail) - cost_in_words(head + reading.meant + tail),
        "several": float(text.count(written) > 1),
        **{sign: max(one[sign] for one in named) for sign in named[0]},
    }


def _loose(one: str, other: str) -> int:
    return looseness(one, other) if one >= "\u3400" and other >= "\u3400" else 0


def _run_before(text: str) -> str:
    """What of a text at its end is characters alone."""
    return text[max((at + 1 for at, one in enumerate(text) if not "\u3400" <= one <= "\u9fff"), default=0) :]


def _run_behind(text: str) -> str:
    """The same at its begin."""
    return text[: next((at for at, one in enumerate(text) if not "\u3400" <= one <= "\u9fff"), len(text))]


@cache
def _weights() -> dict[str, float]:
    return {row["sign"]: float(row["weight"]) for row in builtin("word-signs")}
