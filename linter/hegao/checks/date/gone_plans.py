"""What is planned for a day gone by (拟办的日子已过): 拟于…举行, 定于…召开 before the day on which the document is signed (norms TSK-07)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.document.model import Date, Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import task_verbs

#: A plan stands right in front of its day.
_PLANNED = Pattern(r"(?P<sure>拟|拟定|(?<!按)计划|预计|预定|定|决定|拟安排|安排|暂定|兹定|现定|将)[于在]$")
#: Plans of others, those that were, and those told with what became of them.
_TOLD = Pattern(r"原[拟定计预]|曾|此前|本[应来]|因|推迟|延期|调整|改[为至于期]|[来]函|[贵你][局委厅县市区单]|申请人|当事人|报[来称]|请示|印发|规定|要求|了")
#: What is told in the past: minutes tell of days before they are signed.
_TELLING = ("纪要", "批复", "公报")
_SENTENCE_END = "。；！？"
#: 完成首批资金的拨付: a work by its name, behind what it is done with.
WORK_OF = Pattern(lambda: rf"(?<=[\u3400-\u9fff])的(?={one_of(task_verbs())}$)")


def gone_plans(document: Document, issued: datetime.date, telling: bool = False) -> Iterator[Date]:
    """The days of plans that were over when the document was issued; those of other years than the two before it are no slips.

    ``telling``: of texts that tell of days before they are signed, where a plan may have been one; else of all others.
    """
    for date in document.dates if (document.genre in _TELLING) is telling else ():
        phrase, value = date.phrase, date.block.value
        if date.role != "text" or phrase.year is None or phrase.month is None or not phrase.exists or not _PLANNED.search(value, max(0, date.start - 6), date.start):
            continue
        last = phrase.last(phrase.year)
        begin = max(value.rfind(mark, 0, date.start) for mark in _SENTENCE_END) + 1
        end = min((at for mark in _SENTENCE_END if (at := value.find(mark, date.start)) >= 0), default=len(value))
        if last is not None and issued.year - 1 <= last.year and last < issued and not _TOLD.search(value, begin, end):
            yield date


#: （三）到2024年底，12个工作室全部通过验收, and what shows that it is told of what was.
_GOAL = Scanner(r"(?:^|(?<=[。；：]))(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?到(?P<at>(?P<year>20\d\d)年(?:底|末|年底|\d{1,2}月底?))[，前](?P<goal>[^。；]*)", sign="到20")
_WAS = Pattern(r"已|了(?!解)|累计|共有|当时|原|上年|去年|[比较]20|仅|尚|曾")


def gone_goals(context: Context, issued: datetime.date) -> Iterator[Text]:
    """The years by whose end something is to be reached, before the year of the document."""
    for found in context.once(running).find(_GOAL, "heading", "paragraph"):
        if int(found.match["year"]) < issued.year and not _WAS.search(found.match["goal"]):
            yield found.at("at")
