"""What an office looks for: words, and patterns between slashes.

``["请批准", "/第[0-9]+款/"]`` is a word and a pattern.  A replacement adds what is right behind an arrow: ``其它→其他``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hegao.sources.kept_patterns import clues
from hegao.sources.lazy_pattern import Pattern

#: Longest text that a pattern is run over; longer ones are cut at the end of a sentence, so that the work stays within bounds.
LONGEST = 1000
#: Steps that all patterns of a list may take in such a text; well below a second of work, whatever the text.
MOST_STEPS = 20_000_000

#: More needles than this are looked for no faster than the terms themselves.
_MANY = 16

ARROW = "→"
_SENTENCE_ENDS = "。；！？"


class Terms(NamedTuple):
    """The words and patterns of a list as one pattern.  Where none of the ``needles`` stands, if there are any, none is found.

    Of replacements also ``rights``, what is right for each.
    """

    pattern: Pattern
    needles: tuple[str, ...]
    rights: tuple[str, ...] = ()

    def perhaps_in(self, text: str) -> bool:
        """Whether one of them may stand in the text."""
        return not self.needles or any(needle in text for needle in self.needles)

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """All places where one of them stands, in order; none overlaps another."""
        for start, end in pieces(text) if self.perhaps_in(text) else ():
            yield from self.pattern.finditer(text, start, end)

    def right(self, match: re.Match[str]) -> str | None:
        """The replacement of what was found; None where it stands there already (账户 in 账户名称)."""
        right, written = self.rights[int((match.lastgroup or "_0")[1:])], match[0]
        at = right.find(written)
        while at >= 0:
            if at <= match.start() and match.string.startswith(right, match.start() - at):
                return None
            at = right.find(written, at + 1)
        return right


@lru_cache(maxsize=256)
def terms(written: tuple[str, ...]) -> Terms:
    """The terms of a list of words and patterns that was found valid."""
    return Terms(Pattern("|".join(map(pattern_of, written))), _needles(written))


@lru_cache(maxsize=256)
def replacements(written: tuple[str, ...]) -> Terms:
    """The terms of a list of replacements that was found valid."""
    wrongs, rights = zip(*map(pair, written), strict=True)
    # The group around a term is closed last, so it is the one that a match tells.
    groups = (f"(?P<_{number}>{pattern_of(wrong)})" for number, wrong in enumerate(wrongs))
    return Terms(Pattern("|".join(groups)), _needles(wrongs), rights)


def _needles(written: Sequence[str]) -> tuple[str, ...]:
    """Strings of which one stands wherever a term does; none where a term has none, or where they are too many to look for."""
    found: list[str] = []
    for term in written:
        own = clues(term[1:-1]).needles if is_pattern(term) else (term,)
        if not own:
            return ()
        found += own
    return tuple(dict.fromkeys(found)) if len(found) <= _MANY else ()


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
