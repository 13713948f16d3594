"""Last year's number left over (上年年份未改): the one mention of the year before in a text that otherwise speaks of its own year (norm DAT-11).

Days that are told with their year are looked at elsewhere; here it is years alone: 2025年新建…, 列2025年支出, the head of a column.
"""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.calendar import years_named
from hegao.checks.date.repeated_years import Repeated
from hegao.checks.date.years_of_phrases import TELLING
from hegao.checks.shared.passages import Found, running_without_names
from hegao.phrases.ranges import find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import issuing_words, task_verbs, time_words

_YEAR = Scanner(r"(?<![\d〔\[（(—－～~-])(?<!至)(?<!到)(?P<year>20\d\d)年(?![\d—－～~-]|至|到20)(?P<of>[^。；\n]{0,2})", sign=r"20\d\d年")
_SILENT = TELLING | {"函"}
_KINDS = ("heading", "paragraph", "row", "table", "attachment")
#: So often, at the least, the text names its own year.
_OFTEN = 3
#: A title of what tells of the past.
TITLE_TELLS = Pattern(lambda: one_of(time_words("told-title")))
#: What the clause, or the whole sentence, says of what lies behind.
_IN_CLAUSE = Pattern(lambda: rf"{one_of((*issuing_words(), *time_words('past')))}|之?[前后](?:[，：、]|$)")
_IN_SENTENCE = Pattern(r"占|同比|上年|去年|往年|上一年|较(?![好大快强为差])|比(?![例重])|已(?!批复)|增[长加]|下降|提高|减少|降低|新增|(?<!规定)实现|(?<![须应])达到|第一年|次年|跨年|更正|延续|继续|转结")
_GONE = Pattern(r"原(?![则料因])|上年|去年|曾|结[余转]|(?<!为)了(?![解结])|实际|完成率?\d|同时废止")
_SEVERAL = Pattern(r"20\d\d年")
#: What is done for a year that is to come or goes on.
_PURPOSE = Pattern(
    lambda: (
        r"为(?:切实|进一步|扎实|认真)?(?:做好|保障|确保|落实|推进|抓好|加强|规范)20\d\d年|20\d\d年度?[^，。；]{0,16}(?:计划(?!的?完成|执行|》)|拟(?!定了)|总体要求|指导思想)|制[定订]20\d\d年|(?<!已)(?<!已经)(?:纳入|列入|列)20\d\d年"
        rf"|(?:定于|决定|拟|将)[^，。；]{{0,30}}{one_of(task_verbs())}20\d\d年|^20\d\d年，[^，。；]{{0,24}}工作(?:要|坚持|以)|20\d\d年[^，。；]{{2,16}}(?:将|定)于20\d\d年"
    )
)


def left_over_years(context: Context) -> Iterator[Repeated]:
    """The one mention of last year in a text that plans for its own, and names that again and again."""
    document = context.document
    issued = document.issued
    if issued is None or document.title is None or document.genre in _SILENT or TITLE_TELLS.search(document.title.text.value):
        return
    title = document.title.text.value
    year = max(years_named(title), default=issued.year)
    if year not in (issued.year, issued.year + 1) or next(find_ranges(title), None) is not None or f"{year}年" not in title or f"{year - 1}年" in title:
        return
    text = context.once(running_without_names)
    told = list(text.find(_YEAR, *_KINDS))
    odd = [found for found in told if int(found.match["year"]) == year - 1]
    own = next((found for found in told if int(found.match["year"]) == year), None)
    sure = [found for found in odd if _for_a_purpose(found)]
    odd = sure if len(sure) == 1 else odd
    if len(odd) == 1 and text.text.count(f"{year}年") >= _OFTEN and _meant_now(odd[0]):
        at = _year_at(odd[0])
        there = _year_at(own) if own is not None else document.title.text
        yield Repeated(at, at.value, f"{year}年", there)


def _year_at(found: Found) -> Text:
    return found.passage.slice(found.match.start("year"), found.match.end("year") + 1)


def _meant_now(found: Found) -> bool:
    """Whether it is told what the year is for, or nothing around it says that it tells of the past."""
    if _for_a_purpose(found):
        return True
    beside = found.node.kind == "table" and len(_SEVERAL.findall(found.passage.value)) > 1
    return not beside and not found.match["of"].startswith("月") and not _IN_CLAUSE.search(_around(found, "，。；：")) and not _IN_SENTENCE.search(_around(found, "。；"))


def _for_a_purpose(found: Found) -> bool:
    """Whether what is said with the year itself is to come or goes on."""
    sentence, at = _around(found, "。；"), found.match.start() - _begin(found, "。；")
    return not _GONE.search(sentence) and any(match.start() <= at < match.end() for match in _PURPOSE.finditer(sentence))


def _begin(found: Found, marks: str) -> int:
    return max(found.match.string.rfind(mark, 0, found.match.start()) + 1 for mark in f"{marks}\n")


def _around(found: Found, marks: str) -> str:
    """What stands around a year between two of these marks."""
    value, start = found.match.string, found.match.start()
    end = min((at for mark in f"{marks}\n" if (at := value.find(mark, start)) >= 0), default=len(value))
    return value[_begin(found, marks) : end]
