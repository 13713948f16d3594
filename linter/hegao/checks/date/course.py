"""The course of things (先后次序): what comes later bears the later date (norms DAT-07, SIG-04).

Works begin before they are finished and are finished before they are used; what is over lies before the day of the document; what
prepares an event is done before it.  Looked at are dates that stand side by side, and columns of one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.calendar import date_ranges, say
from hegao.checks.date.own_day import written
from hegao.checks.shared.passages import running
from hegao.document.model import Document, Heading, Paragraph, Row, Table
from hegao.phrases.dates import DatePhrase, find_dates
from hegao.phrases.ranges import find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of


class Reversed(NamedTuple):
    """Two days in the wrong order: where the later thing stands, both days as they are told, and the place of the earlier thing."""

    at: Text
    before: str
    after: str
    other: Text


def _milestones() -> dict[str, int]:
    """The words for a step of works, with its place among them."""
    return {row["word"]: int(row["rank"]) for row in builtin("milestones")}


#: 2026年3月底前开工, 2026年3月动工建设: the step right behind its day.
_STEP = Pattern(lambda: rf"\s*(?:之|以)?前?(?:全面|全部|正式|基本|力争|确保|如期|实现|组织)*(?P<word>{one_of(_milestones())})")
#: What may stand between the first step and the next day: nothing that could be another work.
_NEXT = Pattern(r"(?:建设)?[，、；,;]?(?:计划|预计|力争|确保|争取|拟|并|于|在|到|至|并于|原则上)*")
_SPOKEN = Scanner(lambda: one_of(_milestones()))


def reversed_works(context: Context) -> Iterator[Reversed]:
    """Steps of one work that are due in the wrong order: 2026年10月底前开工、2026年6月底前竣工."""
    ranks = _milestones()
    for passage, value in context.once(running).bearing(_SPOKEN, "heading", "paragraph", "row"):
        steps: list[tuple[DatePhrase, int, int]] = []
        for phrase in find_dates(value):
            step = _STEP.match(value, phrase.end) if phrase.exists else None
            if step is None:
                continue
            rank = ranks[step["word"]]
            if steps and _NEXT.fullmatch(value, steps[-1][2], phrase.start):
                first, earlier = steps[-1][0], steps[-1][1]
                if earlier < rank and _precedes(phrase, first):
                    yield Reversed(passage.slice(phrase.start, phrase.end), first.written, phrase.written, passage.slice(first.start, first.end))
                elif earlier > rank and _precedes(first, phrase):
                    yield Reversed(passage.slice(phrase.start, phrase.end), phrase.written, first.written, passage.slice(first.start, first.end))
            steps.append((phrase, rank, step.end()))


def _precedes(one: DatePhrase, other: DatePhrase) -> bool:
    """Whether the first day lies before the second for sure; a year that only one of them names holds for both."""
    year = one.year or other.year or 2024
    first, second = one.last(year), other.last(year)
    return first is not None and second is not None and first < second


#: 自2026年5月1日起，至2026年4月30日止; 自2026年5月1日起开展巡查，…，至2026年4月16日结束: ranges with words between their days.
_HOUR = r"(?:\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分?)?))?"
_LONG_RANGE = Scanner(
    rf"(?P<first>20\d\d年\d{{1,2}}月\d{{1,2}}日){_HOUR}(?:起?[，,]?(?:至|到)|起[^。；\d]{{1,40}}(?:\d{{1,3}}[^。；\d]{{1,20}})?[，,](?:至|到))(?P<last>20\d\d年\d{{1,2}}月\d{{1,2}}日)(?={_HOUR}(?P<end>止|结束|为止|截止|期满|届满)?)"
)
_JOINED_DIRECTLY = 8


def reversed_periods(context: Context) -> Iterator[Reversed]:
    """Ranges of days with words between them that end before they begin."""
    for found in context.once(running).find(_LONG_RANGE):
        match = found.match
        first, last = (next(find_dates(match[end])).date() for end in ("first", "last"))
        apart = match.start("last") - match.end("first")
        if first is not None and last is not None and last < first and (apart <= _JOINED_DIRECTLY or match["end"]):
            if any(one.reversed for one in find_ranges(match[0])):
                continue
            yield Reversed(found.at(), match["first"], match["last"], found.at("first"))


#: A season that no turn of the year falls into; its words stand in front of its days.
_SUMMER = Pattern(r"(?:汛期|汛限期|暑期|暑假|伏季|夏季|夏秋)[^，。；\d]{0,8}$")


def reversed_seasons(context: Context) -> Iterator[Reversed]:
    """A season of the warm half of the year whose end, without a year, lies before its begin: 汛期（9月30日—5月1日）."""
    for block, found in context.once(date_ranges):
        begin = found.first.month or 0
        if found.turns and not found.next_year and not found.reversed and begin > (found.last.month or 12) and _SUMMER.search(block.value[: found.start]):
            at = block.slice(found.start, found.end)
            yield Reversed(at, say(found.first), say(found.last), at)


#: Heads of columns for the day on which something begins, and on which it ends.
BEGIN_HEAD = Pattern(r"(?:开工|动工|开始|起始|启动|开建|进场|入场|受理|收件|收到|立项|签订|交办|起)(?:时间|日期|时限|年月|日)?$|^起$")
END_HEAD = Pattern(r"(?:竣工|完工|完成|结束|终止|建成|投用|通车|止)(?:时间|日期|时限|年月|日)?$|^止$")


def reversed_columns(context: Context) -> Iterator[Reversed]:
    """Rows of a table in which the day of the end lies before that of the begin."""
    for table in context.document.of("table"):
        if isinstance(table, Table):
            begins = [index for index, column in enumerate(table.columns) if BEGIN_HEAD.search(column.head)]
            ends = [index for index, column in enumerate(table.columns) if END_HEAD.search(column.head)]
            if len(begins) == len(ends) == 1:
                yield from _reversed_rows(table.rows, begins[0], ends[0])


def _reversed_rows(rows: Sequence[Row], begin: int, end: int) -> Iterator[Reversed]:
    for row in rows:
        if max(begin, end) < len(row.cells):
            first, last = ([phrase for phrase in find_dates(row.cells[index].value) if phrase.exists] for index in (begin, end))
            if len(first) == len(last) == 1 and first[0].year and last[0].year and _precedes(last[0], first[0]):
                yield Reversed(row.cells[end], first[0].written, last[0].written, row.cells[begin])


#: 2026年3月2日（星期一）上午，市长李明主持召开…: when the meeting was that minutes tell of.
_HELD = Pattern(
    r"(?:会议(?:召开)?时间[：:]|^)\s*(?P<day>20\d\d年\d{1,2}月\d{1,2}日)(?:[（(](?:星期|周).[）)])?(?:(?:上午|下午|晚上?)|\d{1,2}[:：]\d\d|\d{1,2}[时点])?[^。；]{0,60}?(?:召开|主持|听取|研究)"
)
_PASSING = Pattern(r"[（(](?P<day>20\d\d年\d{1,2}月\d{1,2}日)[^（）()]{2,40}(?:会议|大会)[^（）()]{0,8}(?:审议|表决|讨论|研究)?通过[）)]$")


def told_before_held(document: Document) -> Iterator[Reversed]:
    """Minutes that are dated before their meeting, and texts that were passed after they were signed."""
    own, issued = document.date, document.issued
    if own is None or issued is None:
        return
    for node in list(document.of("paragraph"))[:12]:
        for pattern, told in ((_HELD, document.genre == "纪要"), (_PASSING, True)):
            match = pattern.search(node.text.value) if told else None
            day = next(find_dates(match["day"])).date() if match else None
            if match is not None and day is not None and day > issued:
                at = node.text.slice(*match.span("day"))
                if told and pattern is _HELD:
                    yield Reversed(own.text, match["day"], written(issued), at)
                else:
                    yield Reversed(at, match["day"], written(issued), own.text)
                return


_DAY = r"20\d\d年\d{1,2}月\d{1,2}日"
#: 定于2026年6月18日召开, and what stands under 一、会议时间.
_SET = Pattern(
    rf"(?:(?:定|拟|将|计划)于|会议时间(?:为|定于))(?P<day>{_DAY})(?:[^，。；]{{0,16}}?(?:召开|举办|举行|开幕|开展)|(?:[（(]星期.[）)])?(?:上午|下午|\d{{1,2}}[:：]))"
)
_TIME_HEADING = Pattern(r"(?:会议|活动|培训|比赛|召开|举办)?时间(?:[：:。]|$)")
_FIRST_DAY = Pattern(rf"^(?:[^，。；\d]{{0,10}})(?P<day>{_DAY})")
#: What is made ready for an event (筹备).
_READY = Pattern(r"(?:会场|场地|舞台|展位|赛道)?(?:布置|搭建|调试|彩排)|会议材料|会务|回执|报名|参会名单|安全保障方案|交通组织")


def event_days(document: Document) -> Iterator[Reversed]:
    """An event for which two days are told, and what is to be made ready for it after its day."""
    texts = [node.body for node in document.parts[0].nodes if isinstance(node, Heading | Paragraph)] if document.parts else []
    told = [(text, match) for text in texts[:8] if (match := _SET.search(text.value))]
    under = [(text, match) for above, text in pairwise(texts[:12]) if _TIME_HEADING.search(above.value) and (match := _FIRST_DAY.search(text.value))]
    if told and under and told[0][1]["day"] != under[0][1]["day"] and not _also_told(told[0][1], under[0]) and not told[0][0].value[told[0][1].end("day") :].startswith(("至", "—")):
        (text, match), (other, there) = told[0], under[0]
        yield Reversed(text.slice(*match.span("day")), match["day"], there["day"], other.slice(*there.span("day")))
    days = {match["day"] for _text, match in (*told, *under)}
    held = next(find_dates(days.pop())).date() if len(days) == 1 else None
    place = next((text.slice(*match.span("day")) for text, match in (*told, *under)), None)
    for date in document.dates if held is not None and place is not None else ():
        day = date.phrase.date(held.year if held is not None else None)
        clause = date.block.value[date.start : date.start + _READY_WITHIN]
        if held is not None and day is not None and day > held and date.phrase.after == "前" and _READY.search(_CLAUSE_END.split(clause)[0]) and place is not None:
            yield Reversed(date.text, date.phrase.written, written(held), place)


def _also_told(told: re.Match[str], under: tuple[Text, re.Match[str]]) -> bool:
    """Whether the text under the heading tells the day, too, behind that of the arrival."""
    text, match = under
    held, first = (next(find_dates(one["day"])) for one in (told, match))
    return any(phrase.date(first.year) == held.date() for phrase in find_dates(text.value[match.end() :]))


_READY_WITHIN = 40
_CLAUSE_END = Pattern("[。；]")
