"""The course of a duty (工作次序): faults are found, mended and reported in that order, applicants sign up before they are examined (norm DAT-07).

Compared are days that one sentence, or the items of one list, set for steps of one course; and what is to be told the public of a closure
or an event, with the day on which it begins.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.course import Reversed
from hegao.checks.shared.passages import bodies, running
from hegao.document.model import Document, Heading, Numbering
from hegao.phrases.dates import DatePhrase, find_dates
from hegao.phrases.ranges import find_ranges, first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of


class _Step(NamedTuple):
    """A step of a course with its days and its place."""

    course: str
    rank: int
    first: datetime.date
    last: datetime.date
    at: Text


def _steps() -> dict[str, tuple[str, int]]:
    """The words for a step, with its course and its place there."""
    return {row["word"]: (row["course"], int(row["rank"])) for row in builtin("duty-steps")}


_WORD = Pattern(lambda: one_of(_steps()))
_SPOKEN = Scanner(lambda: one_of(word for word, (_course, rank) in _steps().items() if rank > 1))
_SENTENCE = Pattern(r"[^。；\n]+")
_CLAUSE = Pattern(r"[^，]+")
#: Parts, turns and grades of the work have courses of their own.
_SEVERAL = Pattern(r"第[一二三四五六\d]+(?:批|轮|次|类|组)|分批|[一二三]类|首批|再次|重新|另|其余|其中|上[次轮年]|已|原|每")


def reversed_duties(context: Context) -> Iterator[Reversed]:
    """Steps that one sentence sets in the order of their course, the later one for an earlier day."""
    text = context.once(running)
    year = context.document.issued.year if context.document.issued else 2024
    for passage, value in text.bearing(_SPOKEN, "heading", "paragraph"):
        for sentence in _SENTENCE.finditer(value):
            if not _SEVERAL.search(sentence[0]):
                yield from _turned(list(_bound_steps(passage, sentence[0], sentence.start(), year)))


def _bound_steps(passage: Text, sentence: str, offset: int, year: int) -> Iterator[_Step]:
    """The steps of a sentence, clause by clause, each with the day by which it is due."""
    steps = _steps()
    for clause in _CLAUSE.finditer(sentence):
        bounds = [phrase for phrase in find_dates(clause[0]) if phrase.after == "前" and phrase.month is not None and phrase.exists]
        if len(bounds) != 1:
            continue
        phrase: DatePhrase = bounds[0]
        year = phrase.year or year
        last = phrase.last(year)
        words = [steps[word] for word in _WORD.findall(clause[0], phrase.end)]
        if last is not None and words:
            course, rank = max(words, key=lambda word: word[1])
            yield _Step(course, rank, last, last, passage.slice(offset + clause.start() + phrase.start, offset + clause.start() + phrase.end + 1))


def _turned(steps: Sequence[_Step]) -> Iterator[Reversed]:
    for index, step in enumerate(steps):
        before = next((one for one in steps[:index] if one.course == step.course and one.rank < step.rank and step.last < one.first), None)
        if before is not None:
            yield Reversed(step.at, before.at.value, step.at.value, before.at)


#: 一、报名时间：…, （二）资格审查（…）: the step that an item is about, and when it is.
_ITEM = Pattern(lambda: rf"[^，。；：（）()\d]{{0,6}}?(?P<word>{one_of(_steps())})[^，。；：（）()\d]{{0,8}}[（(：。为][^，。；\d]{{0,8}}")
_LISTED = ("招录", "评选")


def reversed_items(document: Document) -> Iterator[Reversed]:
    """Items of one list about steps of one course, of which a later one is over before an earlier one begins."""
    seen: set[Numbering] = set()
    for node in document.of("heading"):
        if isinstance(node, Heading) and node.numbering not in seen:
            seen.add(node.numbering)
            year = document.issued.year if document.issued else 2024
            yield from _turned([step for heading in node.numbering.headings if (step := _item(heading, year)) is not None])


def _item(heading: Heading, year: int) -> _Step | None:
    value = heading.body.value
    match = _ITEM.match(value, len(heading.label))
    if match is None:
        return None
    course, rank = _steps()[match["word"]]
    for days in find_ranges(value):
        begin, end = first_day(days.first, year), days.last.last(days.first.year or year)
        if days.start == match.end() and begin is not None and end is not None and course in _LISTED:
            return _Step(course, rank, begin, end, heading.body.slice(days.start, days.end))
    return None


#: 自2026年6月20日零时起全桥封闭; 定于2026年6月18日举行.
_DAY = r"20\d\d年\d{1,2}月\d{1,2}日"
_CLOSED = Scanner(rf"(?:自|从)(?P<day>{_DAY})(?:\d{{1,2}}[时点:：]\d{{0,2}}|零时)?起[^，。；]{{0,16}}(?:封闭|断航|断交|交通管制|停运|停水|停气|停电)")
#: The public is to be told beforehand: 拟于…发布封闭施工通告.
_TOLD = Scanner(
    rf"(?:(?:拟|应|将|须)?于|在)(?P<day>{_DAY})(?:之|以)?前?[^，。；]{{0,20}}(?:发布|公布|刊登|张贴)[^，。；]{{0,10}}(?:封闭|断航|断交|管制|停运|停水|停气|停电|绕行)[^，。；]{{0,6}}(?:通告|公告|通知|告示|提示|方案)"
)


def told_late(context: Context) -> Iterator[Reversed]:
    """What the public is told of a closure after the one day on which it begins."""
    text = context.once(running)
    told = list(text.find(_TOLD, "heading", "paragraph"))
    closed = list(text.find(_CLOSED, "heading", "paragraph")) if told else []
    if len({found.match["day"] for found in closed}) != 1:
        return
    begin = next(find_dates(closed[0].match["day"])).date()
    for found in told:
        day = next(find_dates(found.match["day"])).date()
        if day is not None and begin is not None and day > begin:
            yield Reversed(found.at("day"), found.match["day"], closed[0].match["day"], closed[0].at("day"))


#: 开展整改复核: what looks at the mended faults once more.
_AGAIN = Scanner(r"(?:将|拟)?于(?P<day>20\d\d年\d{1,2}月\d{1,2}日)(?:至[^，。；]{2,12})?(?:前)?[^，。；]{0,12}(?:复核|复查|回头看)")
_MENDED = Scanner(r"于(?P<day>20\d\d年\d{1,2}月\d{1,2}日)前(?:全部|全面)?(?:完成(?:全部|全面)?整改|整改到位)")


def looked_at_early(context: Context) -> Iterator[Reversed]:
    """A second look (复核、回头看) before the one day by which all faults are to be mended."""
    texts = context.once(bodies)
    again = {found.node: found for found in reversed([*texts.find(_AGAIN)])}
    mended = list(texts.find(_MENDED)) if again else []
    if len(mended) != 1 or len(again) != 1:
        return
    (look,), there = again.values(), mended[0]
    day, bound = next(find_dates(look.match["day"])).date(), next(find_dates(there.match["day"])).date()
    if day is not None and bound is not None and day < bound:
        yield Reversed(look.at("day"), there.match["day"], look.match["day"], there.at("day"))
