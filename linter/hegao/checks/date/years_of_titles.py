"""Years beside those of the titles (标题年份与正文): a matter, a school year, an ordinal or the period of a plan told otherwise below than the title over it says (norm DAT-11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.calendar import years_named
from hegao.checks.date.repeated_years import Repeated
from hegao.checks.date.years_of_phrases import TELLING
from hegao.checks.shared.passages import Found, running
from hegao.document.model import Heading, Paragraph, Table
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import issuing_words

#: 2027年部门预算: a year and the first letters, without marks, of what is of it.
_OF_YEAR = Scanner(r"(?P<year>20\d\d)年度?[“《]?(?P<of>[\u3400-\u9fff]{4})", sign=r"20\d\d年")
#: What is told of another year on purpose.
_ON_PURPOSE = Pattern(lambda: rf"{one_of(issuing_words())}|同比|上年|去年|往年|较(?![好大快强为差])|比(?![例重])|原(?![则料因])|此前|曾|已|(?<!为)了(?![解结])|废止|总结经验|完成情况|执行情况|决算|截[至止]|延续|继续|结转|根据|依据|按照|以来|历年|三年|五年|跨年|先进|优秀|奖")

#: In the first months of a year the last one is summed up.
_FIRST_MONTHS = 4


def matters_of_the_title(context: Context) -> Iterator[Repeated]:
    """The one place where what the title is about bears the year before that of the title."""
    document = context.document
    title = document.title.text if document.title is not None else None
    years = years_named(title.value) if title is not None else set()
    if title is None or len(years) != 1 or document.genre in TELLING or _ON_PURPOSE.search(title.value.rpartition("关于")[2].removeprefix("印发")) and "印发" not in title.value:
        return
    year, text = years.pop(), context.once(running)
    own = {found.match["of"] for found in text.find(_OF_YEAR, "title", "attachment") if int(found.match["year"]) == year}
    odd = [found for found in text.find(_OF_YEAR, "heading", "paragraph", "row") if int(found.match["year"]) == year - 1 and found.match["of"] in own]
    early = document.issued is not None and document.issued.month <= _FIRST_MONTHS
    if len(odd) == 1 and not _ON_PURPOSE.search(_sentence(odd[0])) and not (early and "总结" in _sentence(odd[0])):
        yield _against(odd[0], "year", f"{year}年", title)


#: 2026年度一般公共预算财政拨款支出: whose year a budget or a final account is.
_ACCOUNT = Scanner(r"(?P<year>20\d\d)年度?[^，。；\d]{0,20}?(?P<of>预算|决算)", sign="预算|决算")
_OFTEN = 3


def accounts_of_the_title(context: Context) -> Iterator[Repeated]:
    """The year of a budget's title, where the text tells of the next one's budget throughout."""
    title = context.document.title.text if context.document.title is not None else None
    own = [match for _start, match in _ACCOUNT.hits(title.value)] if title is not None else []
    if title is None or len(own) != 1:
        return
    told = [found for found in context.once(running).find(_ACCOUNT, "heading", "paragraph") if found.match["of"] == own[0]["of"]]
    year = int(own[0]["year"])
    next_one = [found for found in told if int(found.match["year"]) == year + 1]
    if len(next_one) >= _OFTEN and len(next_one) == max(len([found for found in told if found.match["year"] == one.match["year"]]) for one in told):
        at = title.slice(own[0].start("year"), own[0].end("year") + 1)
        yield Repeated(at, at.value, f"{year + 1}年", next_one[0].at("year"))


#: 2026—2027学年.
_SCHOOL_YEAR = Scanner(r"(?<![\d.])(?P<year>20\d\d)年?[—－–～至-]{1,2}20\d\d年?(?:度)?(?P<of>学年|采暖季|供暖季|供暖期)", sign="学年|[采供]暖")


def seasons_of_the_title(context: Context) -> Iterator[Repeated]:
    """The one school year of a text that is the one before that of the title."""
    title = context.document.title.text if context.document.title is not None else None
    own = next(_SCHOOL_YEAR.hits(title.value), None) if title is not None else None
    if title is None or own is None:
        return
    match = own[1]
    odd = [found for found in context.once(running).find(_SCHOOL_YEAR, "heading", "paragraph", "row") if found.match["of"] == match["of"] and int(found.match["year"]) == int(match["year"]) - 1]
    if len(odd) == 1 and not _ON_PURPOSE.search(_sentence(odd[0])) and "总结" not in _sentence(odd[0]):
        yield _against(odd[0], "year", match[0], title)


#: 第十一届临河茶叶博览会.
_ORDINAL = Scanner(r"第(?P<count>[一二三四五六七八九十]{1,4}|\d{1,3})(?P<of>[届次期批轮个][\u3400-\u9fff“]{4})", sign=r"第[一二三四五六七八九十\d]{1,4}[届次期批轮个]")
_BEFORE_IT = Pattern(r"上一?[届次期批轮]|往届|历[届次]|首届|继|自|上年|去年|已|曾|以来|获|根据|按照|依据|、第|至第")


def ordinals_of_the_title(context: Context) -> Iterator[Repeated]:
    """The one place where the festival, the meeting, the batch that the title names bears the ordinal next to that."""
    title = context.document.title.text if context.document.title is not None else None
    own = {match["of"]: match for _start, match in _ORDINAL.hits(title.value)} if title is not None else {}
    odd = [found for found in context.once(running).find(_ORDINAL, "heading", "paragraph", "row") if own and found.match["of"] in own and value_of(found.match["count"]) != value_of(own[found.match["of"]]["count"])]
    if title is not None and len(odd) == 1 and not _BEFORE_IT.search(_sentence(odd[0])):
        yield _against(odd[0], "count", "第" + own[odd[0].match["of"]]["count"] + odd[0].match["of"][:1], title)


#: 2025年，全县…: what a report begins to tell of, among its first paragraphs; 2023年以来 goes back further.
_OPENING = Pattern(r"^[　 ]*(?P<year>20\d\d)年(?:度|上半年|下半年|第?[一二三四]季度|前?[一二三四五六七八九十\d]{1,2}个?月份?)?[，,]")
_TOLD = Pattern(r"(?:报告|通报|公报|总结|年报)(?:[〔（［\[]\d[〕）］\]])?$")
_FIRST = 5


#: 现将2025年工作情况报告如下.
_LED_IN_YEAR = Pattern(r"现[将就](?:我[\u3400-\u9fff])?(?P<year>20\d\d)年[^。；：]{0,40}(?:报告|通报|汇报|总结)如下")


def opening_of_the_report(context: Context) -> Iterator[Repeated]:
    """The year of a report's title, where the report itself begins with another one; an attached report has its own title."""
    document = context.document
    for part in document.parts:
        title = part.title.text if part.title is not None else document.title.text if document.title is not None and part is document.parts[0] else None
        match = _YEAR_OF_TITLE.search(title.value) if title is not None and _TOLD.search(title.value) else None
        if title is None or match is None or len(years_named(title.value)) != 1:
            continue
        texts = [node.body if isinstance(node, Heading) else node.text for node in part.nodes[:_FIRST] if isinstance(node, Heading | Paragraph)]
        opening = next(((text, begun) for pattern in (_LED_IN_YEAR, _OPENING) for text in texts if (begun := pattern.search(text.value)) is not None), None)
        if opening is not None and opening[1]["year"] != match["year"]:
            text, begun = opening
            yield Repeated(title.slice(*match.span()), match[0], f"{begun['year']}年", text.slice(begun.start("year"), begun.end("year") + 1))


_YEAR_OF_TITLE = Pattern(r"(?P<year>20\d\d)年")


#: 上半年, 第一季度: the part of a year that a report is on, in its title and where it is led in.
_PART_OF_YEAR = r"上半年|下半年|第?[一二三四]季度|前[一二三四五六七八九十]{1,2}个?(?:月|季度)"
_PART = Pattern(_PART_OF_YEAR)
_LED_IN = Scanner(rf"现[将就][^。；：]{{0,60}}?(?P<part>{_PART_OF_YEAR})[^。；：]{{0,40}}(?:报告|通报|汇报|总结)如下", sign="如下")


def part_of_the_year(context: Context) -> Iterator[Repeated]:
    """The part of the year that a report says it is on, where its title names another one."""
    title = context.document.title.text if context.document.title is not None else None
    parts = list(_PART.finditer(title.value)) if title is not None else []
    if title is None or len(parts) != 1:
        return
    for found in context.once(running).find(_LED_IN, "paragraph"):
        if found.match["part"].removeprefix("第") != parts[0][0].removeprefix("第"):
            yield Repeated(found.at("part"), found.match["part"], parts[0][0], title.slice(*parts[0].span()))


#: 本规划期限为2026—2030年.
_TERM = Scanner(r"(?:本)?(?:规划|计划|方案)(?:的)?(?:实施)?(?:期限?|年限|时限)(?:为|是|：|自)?(?P<first>20\d\d)年?(?:[—－–～至到-]{1,2})(?P<last>20\d\d)年", sign="[规计]划|方案")
#: The first years of the five that are numbered so.
_FIVE_YEARS = Pattern("“?十(?P<count>[三四五六])五”?")
_FIRST_OF_THEM = {"三": 2016, "四": 2021, "五": 2026, "六": 2031}


def terms_of_plans(context: Context) -> Iterator[Repeated]:
    """The period of a plan that is not the five years which its title numbers."""
    title = context.document.title.text if context.document.title is not None else None
    match = _FIVE_YEARS.search(title.value) if title is not None else None
    if title is None or match is None:
        return
    first = _FIRST_OF_THEM[match["count"]]
    for found in context.once(running).find(_TERM, "heading", "paragraph"):
        if int(found.match["last"]) < first or int(found.match["first"]) > first + 4:
            yield _against(found, "first", f"{match[0]}（{first}—{first + 4}年）", title)


#: A column of what is planned: 2025年计划投资.
_PLANNED = Pattern(r"^(?P<year>20\d\d)年(?:度)?[\u3400-\u9fff]{0,6}(?:计划|目标|任务|拟|预计|安排)")


def columns_of_plans(context: Context) -> Iterator[Repeated]:
    """The only column of a table that plans for a year, and for the one before that of all titles over it."""
    document = context.document
    for part in document.parts:
        title = part.title.text if part.title is not None else document.title.text if document.title is not None else None
        years = years_named(title.value) if title is not None else set()
        year = max(years, default=0)
        for table in (node for node in part.nodes if isinstance(node, Table)) if title is not None and len(years) == 1 else ():
            heads = [column.head for column in table.columns]
            planned = [head for head in heads if (match := _PLANNED.search(head)) is not None and int(match["year"]) == year - 1]
            start = table.text.value.find(planned[0]) if len(planned) == 1 else -1
            if title is not None and start >= 0 and not any(f"{year}年" in head for head in heads):
                at = table.text.slice(start, start + 5)
                yield Repeated(at, at.value, f"{year}年", title)


#: 表1　2025年农村供水工程建设情况: the line over a table.
_CAPTION = Scanner(r"^[#　 ]*附?表\s*[\d一二三四五六]*[　 ：:.、-]*(?:[^。，；\d—]{0,12})(?P<year>20\d\d)年(?![—至到])[^。；]{0,40}$", sign="表")


def captions_of_tables(context: Context) -> Iterator[Repeated]:
    """The year of a table's caption that is none of those which the title names or spans."""
    title = context.document.title.text if context.document.title is not None else None
    years = years_named(title.value) if title is not None else set()
    for found in context.once(running).find(_CAPTION) if years else ():
        if title is not None and not min(years) <= int(found.match["year"]) <= max(years) and abs(int(found.match["year"]) - max(years)) == 1:
            yield _against(found, "year", f"{max(years)}年", title)


#: 截至2026年底，全市已建成: a state as of a day to come; 今年完成…，2026年计划: this year beside its own figure.
_STATE = Scanner(r"截[至止](?P<year>20\d\d)年(?:底|末|年底|12月(?:底|31日)?)，?[^。；]{0,24}?(?:已|累计|共有|达到)", sign="截[至止]20")
_THIS_YEAR = Scanner(r"(?P<word>今年|本年度?)(?:以来)?，?[^。；]{2,60}?[，；](?P<year>20\d\d)年(?:度)?(?:计划|拟|将|力争|预计|安排)", sign="今年|本年")


def states_to_come(context: Context) -> Iterator[Repeated]:
    """The state of things as of the end of a year that was not over when the text was issued; 今年 beside what is planned for the same year."""
    issued, own = context.document.issued, context.document.date
    if issued is None or own is None:
        return
    for found in context.once(running).find(_STATE, "heading", "paragraph"):
        if int(found.match["year"]) == issued.year and issued.month < 12 and not re.search("将|力争|预计|要|确保|应", found.match[0]):
            yield _against(found, "year", own.phrase.written, own.text)
    for found in context.once(running).find(_THIS_YEAR, "heading", "paragraph"):
        if int(found.match["year"]) == issued.year:
            at = found.at("word")
            yield Repeated(at, at.value, f"{issued.year}年", found.at("year"))


def _against(found: Found, group: str, other: str, there: Text) -> Repeated:
    start = found.match.start(group)
    at = found.passage.slice(start - (group == "count"), found.match.end(group) + 1)
    return Repeated(at, at.value, other, there)


def _sentence(found: Found) -> str:
    value, start = found.passage.value, found.match.start()
    end = value.find("。", start)
    return value[value.rfind("。", 0, start) + 1 : end if end >= 0 else len(value)]


def years_of_titles(context: Context) -> Iterator[Repeated]:
    """All years and ordinals that are not those of the titles over them."""
    for look in (matters_of_the_title, accounts_of_the_title, seasons_of_the_title, opening_of_the_report, part_of_the_year, ordinals_of_the_title, terms_of_plans, columns_of_plans, captions_of_tables, states_to_come):
        yield from look(context)
