"""Years that a phrase or a goal bears (年份与所指事项): one matter told with two years, plans and goals of a year gone by (norm DAT-11).

Reports compare years, so what tells of the past is left alone; whatever is found is but asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.calendar import years_named
from hegao.checks.date.document_parts import DocumentParts
from hegao.checks.date.repeated_years import Repeated
from hegao.checks.shared.passages import Found, running
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.vocabulary import genre_names

#: 2026年秋季学期…: a year and the first letters of what is of it.
_OF_YEAR = Scanner(r"(?P<year>20\d\d)年度?(?P<of>[\u3400-\u9fff]{6})", sign=r"20\d\d年")
#: So often, at the least, a matter is told with the document's own year where once another one is.
_OFTEN = 2
_COMPARED = Pattern(r"同比|上年|去年|往年|较(?![好大快强为差])|比(?![例重])|原(?![则料因])|此前|曾|已|(?<!为)了(?![解结])|废止|完成情况|执行情况|决算|截至|延续|继续|总结")
#: What tells of years that were beside this one.
TELLING = frozenset((*genre_names("up"), "通报", "公报", "纪要", "议案"))


def matters_of_two_years(context: Context) -> Iterator[Repeated]:
    """The one place where a matter bears the year before that of the document, with which it is told again and again."""
    document = context.document
    if document.issued is None or document.genre in TELLING:
        return
    matters: dict[str, list[Found]] = {}
    for found in context.once(running).find(_OF_YEAR, "title", "heading", "paragraph", "attachment"):
        matters.setdefault(found.match["of"], []).append(found)
    for several in matters.values():
        years = {int(found.match["year"]) for found in several}
        odd = [found for found in several if int(found.match["year"]) == min(years)]
        own = [found for found in several if int(found.match["year"]) == max(years)]
        if max(years) not in (document.issued.year, document.issued.year + 1) or max(years) - min(years) != 1 or len(odd) != 1 or len(own) < _OFTEN:
            continue
        if not _COMPARED.search(_sentence(odd[0])) and not any(one.offset == odd[0].offset for one in own):
            yield _repeated(odd[0], own[0])


#: So long a matter is the same wherever it is told.
_LONG_MATTER = Scanner(r"(?P<year>20\d\d)年度?(?P<of>[\u3400-\u9fff]{7})", sign=r"20\d\d年")
_OF_OTHER_YEARS = Pattern(r"废止|总结|原(?![则料因])|去年|上年|往年|较(?![好大快强为差])|曾|比(?![例重])|修[订改]|滚动|延续|分别")


def matters_told_otherwise(context: Context) -> Iterator[Repeated]:
    """A matter told at length that bears one year in one place and another in all others: in its heading, its row, the line that announces it."""
    title = context.document.title
    matters: dict[str, list[Found]] = {}
    for found in context.once(running).find(_LONG_MATTER, "title", "heading", "paragraph", "row", "attachment"):
        matters.setdefault(found.match["of"], []).append(found)
    for several in matters.values():
        told = Counter(found.match["year"] for found in several)
        if len(told) != 2 or len({found.offset for found in several}) < len(several) or any(_OF_OTHER_YEARS.search(_sentence(found)) for found in several):
            continue
        alone = [found for found in several if told[found.match["year"]] == 1]
        own = years_named(title.text.value) if title is not None else set()
        odd = next((found for found in reversed(alone) if int(found.match["year"]) not in own), alone[-1]) if alone else None
        if odd is not None:
            yield _repeated(odd, next(found for found in several if found.match["year"] != odd.match["year"]))


#: 比2025年同期增长: the year that a report compares with.
_COMPARED_WITH = Scanner(r"[比较](?P<year>20\d\d)年(?![—至到-])", sign=r"[比较]20\d\d年")
_MOSTLY = 3


def compared_otherwise(context: Context) -> Iterator[Repeated]:
    """The one figure of a report that is compared with the year beside that with which all others are."""
    told = list(context.once(running).find(_COMPARED_WITH, "heading", "paragraph"))
    (usual, often), *rest = Counter(int(found.match["year"]) for found in told).most_common() or [(0, 0)]
    if often >= _MOSTLY and len(rest) == 1 and rest[0][1] == 1 and abs(rest[0][0] - usual) == 1:
        odd, other = (next(found for found in told if int(found.match["year"]) == year) for year in (rest[0][0], usual))
        if _sentence(odd) != _sentence(other):
            yield _repeated(odd, other)


def _repeated(odd: Found, usual: Found) -> Repeated:
    at, there = (found.passage.slice(found.match.start("year"), found.match.end("year") + 1) for found in (odd, usual))
    return Repeated(at, at.value, there.value, there)


def _sentence(found: Found) -> str:
    value, start = found.passage.value, found.match.start()
    end = value.find("。", start)
    return value[value.rfind("。", 0, start) + 1 : end if end >= 0 else len(value)]


#: 2026—2027学年, 2026—2027年度采暖季: a season over the turn of one year.
_SEASON = Scanner(r"(?<![\d.])(?P<first>20\d\d)年?[—－–～至-]{1,2}(?P<last>20\d\d)年?(?:度)?(?:学年|采暖[季期]|供[暖热][季期]|榨季|雪季|赛季|冬春)", sign=r"学年|采暖|供[暖热]|[榨雪赛]季|冬春")


def seasons_over_years(context: Context) -> Iterator[Repeated]:
    """The seasons that are told to last from one year to another than the next."""
    for found in context.once(running).find(_SEASON, "title", "heading", "paragraph", "row"):
        first, last = int(found.match["first"]), int(found.match["last"])
        if last != first + 1:
            at = found.passage.slice(found.match.start("first"), found.match.end())
            yield Repeated(at, at.value, f"{first}—{first + 1}", at)


#: 2025—2025年度: from a year to the same.
_NO_SPAN = Scanner(r"(?<![\d.])(?P<year>20\d\d)年?[—－–～至]{1,2}(?P=year)年(?!\d)", sign=r"20\d\d年?[—－–～至]{1,2}20\d\d年")


def spans_of_one_year(context: Context) -> Iterator[Repeated]:
    """Periods that begin and end with one year."""
    for found in context.once(running).find(_NO_SPAN, "title", "heading", "paragraph", "row"):
        at = found.at()
        yield Repeated(at, at.value, f"{int(found.match['year']) - 1}—{found.match['year']}年", at)


#: 2025年1月至12月: a whole year, and the year that the rest of the text is about.
_WHOLE_YEAR = Scanner(r"(?P<year>20\d\d)年1月(?:1日)?(?:至|—|-|～|到)(?:(?P=year)年)?12月(?:31日)?(?!期间)", sign=r"年1月(?:1日)?[至到—～-]")
_YEAR_ROUND = Scanner(r"(?P<year>20\d\d)年度", sign="年度")


def whole_years(context: Context) -> Iterator[Repeated]:
    """The one period of a whole year, where the text speaks of another year only as that which it is about."""
    text = context.once(running)
    told = list(text.find(_WHOLE_YEAR, "heading", "paragraph"))
    round_it = [found for found in text.find(_YEAR_ROUND, "title", "heading", "paragraph")] if len(told) == 1 else []
    years = {found.match["year"] for found in round_it}
    if len(round_it) < _OFTEN or len(years) != 1 or told[0].match["year"] in years or abs(int(told[0].match["year"]) - int(round_it[0].match["year"])) != 1:
        return
    if not _COMPARED.search(_sentence(told[0])):
        yield _repeated(told[0], round_it[0])


#: 35周岁以下（1990年3月26日以后出生）: an age and the year of birth that it means.
_AGE = Scanner(r"(?P<age>[1-6]\d)(?:周岁|岁)(?:以[上下]|及以[上下])?[（(，]?[^，。；（）()\d]{0,8}?(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:（?含）?)?(?:以|之)?[后前][^，。；]{0,6}出生", sign="岁")


def years_of_birth(context: Context) -> Iterator[Repeated]:
    """The age whose year of birth is not as many years ago as those of the others, or as the document's own year wants."""
    told = list(context.once(running).find(_AGE, "heading", "paragraph", "row"))
    issued = context.document.issued
    wanted = Counter(int(found.match["age"]) + int(found.match["year"]) for found in told)
    for found in told:
        year = int(found.match["age"]) + int(found.match["year"])
        others = [other for other in told if other is not found and int(other.match["age"]) + int(other.match["year"]) != year]
        near = issued is not None and abs(year - issued.year) <= 1
        if others and wanted[year] == 1 and not near and all(issued is None or abs(int(other.match["age"]) + int(other.match["year"]) - issued.year) <= 1 for other in others):
            yield _repeated(found, others[0])


#: 2027年5月16日年满18周岁，即2009年5月16日以前出生: an age on a day, and the day of birth that it means.
_FULL_AGE = Scanner(
    r"(?P<day>20\d\d)年(?:\d{1,2}月\d{1,2}日)?[^，。；\d]{0,8}满(?P<age>[1-9]\d)(?:周?岁)[^。；\d]{0,12}?(?:即|（)[^。；\d]{0,8}?(?P<year>(?:19|20)\d\d)年\d{1,2}月\d{1,2}日[^。；]{0,20}?出生", sign="岁[^。；]*出生"
)


def births_of_full_age(context: Context) -> Iterator[Repeated]:
    """The year of birth that is not as many years before the day told beside it as the age says."""
    for found in context.once(running).find(_FULL_AGE, "heading", "paragraph", "row"):
        right = int(found.match["day"]) - int(found.match["age"])
        if int(found.match["year"]) != right:
            at = found.passage.slice(found.match.start("year"), found.match.end("year") + 1)
            yield Repeated(at, at.value, f"{right}年", found.at("day"))


#: 四、2025年工作打算: a heading over what is to be done.
_PLANNED = Scanner(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(?P<year>20\d\d)年度?(?:下半年)?(?:主要|重点)?(?:工作|发展)?(?:的)?(?:初步)?(?:安排|打算|计划|重点|任务|思路|目标)(?:和[\u3400-\u9fff]{2,6})?$", sign=r"20\d\d年")
#: 到2025年底，建成…: a goal at the head of its sentence.
_GOAL = Scanner(
    r"(?:^|(?<=[。；：]))(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(?P<aim>力争|确保|争取)?(?:到|至)(?P<year>20\d\d)年(?:底|末|年底|\d{1,2}月[底末])[，,]?(?P<rest>[^。；]{4,60})", sign=r"[到至]20\d\d年"
)
_DONE = Pattern(r"已|(?<!为)了(?![解结])|累计|实有|共有|拥有|为止|以来|只有|仅|尚|仍")


def goals_gone_by(context: Context) -> Iterator[Repeated]:
    """Headings of plans, and goals, of a year that was over when the document was issued."""
    document = context.document
    issued, own = document.issued, document.date
    if issued is None or own is None:
        return
    text, parts = context.once(running), None
    for pattern, kinds in ((_PLANNED, ("heading",)), (_GOAL, ("heading", "paragraph"))):
        for found in text.find(pattern, *kinds):
            if int(found.match["year"]) != issued.year - 1:
                continue
            parts = parts or DocumentParts(document)
            at = found.passage.slice(found.match.start("year"), found.match.end("year") + 1)
            if parts.binding(at) and (pattern is _PLANNED or _ahead(found, parts, document)):
                yield Repeated(at, at.value, f"{own.phrase.year}年{own.phrase.month}月", own.text)


def _ahead(found: Found, parts: DocumentParts, document: Document) -> bool:
    """Whether a goal is one to come: it is aimed at, or nothing says that it was reached where no past is told."""
    if _DONE.search(found.match["rest"]):
        return False
    telling = document.genre in TELLING and not parts.sections.ahead(found.passage.line) or parts.told(found.passage)
    return found.match["aim"] is not None or not telling


#: A title that sets going what is to be done in a year: 关于开展2025年秋季学期…整治的通知.
_SETS_GOING = Pattern(r"关于[^《》]*?《?[^《》]*?(?P<year>20\d\d)年(?!以来|前)")
_TOLD_OF = Pattern(r"情况|结果|总结|考[核评]|评[价估]|[决清汇]算|审计|验收|表[彰扬]|通报|整改|补报|年报|统计|公布|延长|调整")


def title_of_last_year(context: Context) -> Iterator[Repeated]:
    """The only year of a title that sets something going, gone by when the document was issued, where the text does not name it, but its own."""
    document = context.document
    title, issued, own = document.title, document.issued, document.date
    match = _SETS_GOING.search(title.text.value) if title is not None else None
    if title is None or issued is None or own is None or match is None or int(match["year"]) >= issued.year or _TOLD_OF.search(title.text.value):
        return
    opening = next((node.text.value for node in document.of("paragraph")), "")
    told = {int(year) for year in _ANY_YEAR.findall(opening)}
    if len(years_named(title.text.value)) == 1 and issued.year in told and int(match["year"]) not in told:
        at = title.text.slice(match.start("year"), match.end("year") + 1)
        yield Repeated(at, at.value, f"{issued.year}年", own.text)


_ANY_YEAR = Pattern(r"(?<!\d)20\d\d(?=年)")


def years_of_phrases(context: Context) -> Iterator[Repeated]:
    """All years of matters, goals and titles that are asked about."""
    yield from title_of_last_year(context)
    yield from matters_of_two_years(context)
    yield from matters_told_otherwise(context)
    yield from compared_otherwise(context)
    yield from goals_gone_by(context)
    yield from seasons_over_years(context)
    yield from spans_of_one_year(context)
    yield from whole_years(context)
    yield from years_of_birth(context)
    yield from births_of_full_age(context)
