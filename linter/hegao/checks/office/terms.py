"""What an office looks for: words, and patterns between slashes.

``["请批准", "/第[0-9]+款/"]`` is a word and a pattern.  A replacement adds what is right behind an arrow: ``其它→其他``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hegao.sources.lazy_pattern import Pattern

#: Longest text that a pattern is run over; longer ones are cut at the end of a sentence, so that the work stays within bounds.
LONGEST = 1000
#: Steps that all patterns of a list may take in such a text; well below a second of work, whatever the text.
MOST_STEPS = 20_000_000

ARROW = "→"
_SENTENCE_ENDS = "。；！？"


class Terms(NamedTuple):
    """The words and patterns of a list as one pattern.

    Of replacements also ``rights``, what is right for each, and those of them that hold what is wrong (账户 in 账户名称): ``sound``.
    """

    pattern: Pattern
    rights: tuple[str, ...] = ()
    sound: tuple[str, ...] = ()

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """All places where one of them stands, in order; none overlaps another."""
        for start, end in pieces(text):
            yield from self.pattern.finditer(text, start, end)

    def right(self, match: re.Match[str]) -> str:
        """The replacement of what was found."""
        return self.rights[int((match.lastgroup or "_0")[1:])]


@lru_cache(maxsize=256)
def terms(written: tuple[str, ...]) -> Terms:
    """The terms of a list of words and patterns that was found valid."""
    return Terms(Pattern("|".join(map(pattern_of, written))))


@lru_cache(maxsize=256)
def replacements(written: tuple[str, ...]) -> Terms:
    """The terms of a list of replacements that was found valid."""
    pairs = [pair(one) for one in written]
    # The group around a term is closed last, so it is the one that a match tells.
    groups = (f"(?P<_{number}>{pattern_of(wrong)})" for number, (wrong, _right) in enumerate(pairs))
    found = Terms(Pattern("|".join(groups)), tuple(right for _wrong, right in pairs))
    return found._replace(sound=tuple(right for right in found.rights if next(found.find(right), None)))


def is_pattern(term: str) -> bool:
    """Whether a term is a pattern between slashes."""
    return len(term) > 2 and term[0] == term[-1] == "/"


def pattern_of(term: str) -> str:
    """The pattern that a term stands for."""
    return f"(?:{term[1:-1]})" if is_pattern(term) else re.escape(term)


def pair(replacement: str) -> tuple[str, str]:
    """What is wrong and what is right; both are empty where there is no arrow, or more than one."""
    if replacement.count(ARROW) != 1:
        return "", ""
    wrong, _arrow, right = replacement.partition(ARROW)
    return wrong.strip(), right.strip()


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the stretches of a text lie that a pattern is run over one by one."""
    start = 0
    while len(text) - start > LONGEST:
        end = max(text.rfind(mark, start, start + LONGEST) for mark in _SENTENCE_ENDS) + 1
        if end <= start:
            end = start + LONGEST
        yield start, end
        start = end
    yield start, len(text)


def faults_of_terms(written: Sequence[str]) -> Iterator[str]:
    """What is wrong with a list of words and patterns: sentences for its author."""
    from hegao.checks.office.pattern_effort import PatternError, steps_of

    total = 0
    for term in written:
        if not term.strip() or "\n" in term:
            yield f"“{term}”：应为一个词，或两条斜线之间的表达式，写在一行里"
            continue
        try:
            steps = steps_of(term[1:-1] if is_pattern(term) else re.escape(term), LONGEST)
        except PatternError as error:
            yield f"“{term}”：{error}"
            continue
        if steps > MOST_STEPS:
            yield f"“{term}”：表达式可能要试的次数太多，会拖住检查；给 * 或 + 写上限，如 {{0,20}}，重复里不要再套重复"
        else:
            total += steps
    if total > MOST_STEPS:
        yield "词和表达式合起来太多，请分成几条规则"


def faults_of_replacements(written: Sequence[str]) -> Iterator[str]:
    """What is wrong with a list of replacements."""
    pairs = [pair(one) for one in written]
    for one, (wrong, right) in zip(written, pairs, strict=True):
        if not wrong or not right:
            yield f"“{one}”：应写作 错的{ARROW}对的"
        elif wrong == right:
            yield f"“{one}”：两边相同"
        elif is_pattern(right):
            yield f"“{one}”：对的一边不能是表达式"
    wrongs = [wrong for wrong, right in pairs if wrong and right]
    for wrong in sorted({wrong for wrong in wrongs if wrongs.count(wrong) > 1}):
        yield f"“{wrong}”写了两次，删去一个"
    yield from faults_of_terms(list(dict.fromkeys(wrongs)))
