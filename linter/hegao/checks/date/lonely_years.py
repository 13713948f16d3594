"""The one day of last year (孤零零的上年日期) in a document of this year: a year on, it would lie where days of its role lie (norm DAT-11).

Nobody can tell from the text that such a day is wrong, so all of them are but asked about.  What shows it: no other day of the document is of
that year, and the same day of the year behind lies about the day of the document or ahead of it; a meeting passes a text soon before it is
issued; the state of things is told as of a day not long ago.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.repeated_years import Repeated
from hegao.checks.date.set_bounds import only_mentioned
from hegao.checks.date.years_of_phrases import TELLING
from hegao.document.model import Date, Document
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import issuing_words

#: So many days before the document is issued a text is passed at most, and a state told.
_PASSED_WITHIN, _TOLD_WITHIN = 200, 330
#: A year on, a slip lies so many days before the document at most, or so many behind it.
_BEFORE, _BEHIND = 75, 330
#: What lies no further back is still of the time before the document, whatever its year.
_RECENT = 150
#: So many days of the document, at least, are of its own year or of those to come.
_OTHERS = 2
_PASSED = Pattern(r"经(?:由|过)?[^，。；]{0,8}$")
_PASSING = Pattern(r"^(?:[（(][^）)]{1,6}[）)])?[^，。；]{0,40}(?:会议?|常委会|党组|党委)[^，。；]{0,16}(?:通过|同意|审定|审议|研究|讨论|批准)")
_AS_OF = Pattern(r"截[至止]$")
#: The last day of a month, or of the year, tells a period that may be long over.
_YEAR_END = ((12, 31), (1, 1), (6, 30))
#: From the first of a month to the last of another: a period that is counted by.
_WHOLE_MONTHS = Pattern(r"(?:至|到|—|-|～)(?:20\d\d年)?\d{1,2}月(?:28|29|30|31)日")
#: What is told of last year on purpose.
_ON_PURPOSE = Pattern(
    lambda: (
        rf"{one_of(issuing_words())}|同比|上年|去年|往年|较(?![好大快强为差])|比(?![例重])|周年|原(?![则料因])|此前|曾|有效期|届满|失效|废止|修[订正]|签[订署]|出生|以来|期限|任期|合同|协议|聘期|租期|不再|事故|发生|成立|获|批复|批准|立项|中标|起施行"
        r"|开工|验收|入库|备案|登记|注册|取得|参保|毕业|入职|来函|收悉|函|文件|号"
    )
)


def _shifted(day: datetime.date) -> datetime.date:
    """The same day a year on."""
    return day.replace(year=day.year + 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def lonely_years(context: Context) -> Iterator[Repeated]:
    """The days of a document whose year is asked about."""
    document, issued = context.document, context.document.issued
    if issued is None or document.date is None:
        return
    days = [date for date in document.dates if date.role == "text" and date.day is not None]
    years = Counter(date.day.year for date in days if date.day is not None)
    for date in days:
        day = date.day
        if day is None or day >= issued or date.phrase.year is None or only_mentioned(date.block.value, date.start):
            continue
        if _long_ago(date, day, issued) or years[day.year] == 1 and _alone(date, day, issued, document):
            yield Repeated(date.text.slice(0, 5), date.phrase.written, document.date.phrase.written, document.date.text)


def _long_ago(date: Date, day: datetime.date, issued: datetime.date) -> bool:
    """Whether a text was passed, or the state of things told, longer ago than is usual."""
    value, gap = date.block.value, (issued - day).days
    before = value[max(0, date.start - 12) : date.start]
    if gap > _PASSED_WITHIN and _PASSED.search(before):
        return _PASSING.match(value[date.start + len(date.text) :]) is not None and _shifted(day) <= issued and "现" in value[date.start :]
    return gap > _TOLD_WITHIN and (day.month, day.day) != (12, 31) and _AS_OF.search(before) is not None and _shifted(day) <= issued


def _alone(date: Date, day: datetime.date, issued: datetime.date, document: Document) -> bool:
    """Whether the only day of its year would, a year on, lie about the day of the document or ahead of it."""
    later = _shifted(day)
    others = sum(1 for other in document.dates if other.role == "text" and other.day is not None and other.day.year >= issued.year)
    # Where the past is told, what would lie ahead a year on may well be past.
    if later > issued and document.genre in TELLING and not _beside_one_ahead(date, issued) or day.day == 1 and _WHOLE_MONTHS.match(date.block.value, date.start + len(date.text)):
        return False
    if day.year != issued.year - 1 or others < _OTHERS or (issued - day).days <= _RECENT or (day.month, day.day) in _YEAR_END or not -_BEFORE <= (later - issued).days <= _BEHIND:
        return False
    return _ON_PURPOSE.search(sentence_of(date)) is None


def _beside_one_ahead(date: Date, issued: datetime.date) -> bool:
    """Whether its sentence tells a day with its year that lies ahead, in one list with it: 分别为2025年10月30日和2026年12月20日."""
    beside = _LISTED.match(date.block.value, date.start + len(date.text))
    return beside is not None and any(phrase.year is not None and (day := phrase.date()) is not None and day > issued for phrase in find_dates(beside[0]))


_LISTED = Pattern(r"(?:前|止)?(?:[（(][^）)]{1,6}[）)])?(?:[和、及]|(?:\d{1,2}[:：]\d\d)?[^。，；]{0,24}[，；]第[二三四五][批轮期次])20\d\d年\d{1,2}月\d{1,2}日")


def sentence_of(date: Date) -> str:
    """The sentence, up to 。 or ；, that a date stands in."""
    value = date.block.value
    begin = max(value.rfind(mark, 0, date.start) for mark in "。；") + 1
    end = min((at for mark in "。；" if (at := value.find(mark, date.start)) >= 0), default=len(value))
    return value[begin:end]
