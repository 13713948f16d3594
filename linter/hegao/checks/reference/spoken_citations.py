"""Texts that are cited in words of the sentence alone: laws without 《》, what is repealed without its title, numbers padded as codes are (norms REF-01, REF-03)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running, running_without_names
from hegao.phrases.numbers import chinese_number, own_code
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.laws import STATE, law_of, replaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import citing_words, genre_words, issuing_words


class Spoken(NamedTuple):
    """A citation in words of the sentence: where it stands, how it should be written, whether that is but a guess."""

    at: Text
    right: str
    doubtful: bool


#: 依据中华人民共和国水法等: the law by its whole title, which only 《》 set off from the sentence.
_LAW = Scanner(rf"(?P<title>{STATE}[\u3400-\u9fff]{{1,24}}?法)(?=等|的?(?:有关|相关|规定|要求)|第[一二三四五六七八九十百]+条|[、，。；和及与]|$)", sign=STATE)
#: 以前印发的方案同时废止: what is repealed must be known by its title.
_REPEALED = Scanner(
    lambda: (
        rf"(?:^|(?<=[，。；、]))(?P<said>(?:本[\u3400-\u9fff]{{2}}(?:施行|印发|实施|发布)(?:以)?前|以前|此前|过去|先前|之前|原来?|原先|原有|旧的?)"
        rf"(?:由?[^，。；《》]{{0,8}}?{one_of((*issuing_words(), '制定', '出台', '施行'))})?的?(?:有关|相关|同类)?(?:各项)?{one_of((*genre_words(use='plan'), *genre_words(use='standing'), '规定', '文件', '通知', '预案', '制度', '政策'))}"
        rf"(?:自[^，。；]{{2,16}}起)?(?:同时|即行|一并|一律|相应|自行|均|全部|予以)*(?:废止|失效|停止执行))(?=[，。；]|$)"
    ),
    sign=r"废止|失效|停止执行",
)
#: 根据土地管理法, 依据固废法: a law by its short name, no 《》 round it; and the words that end so and are no law.
_SHORT_LAW = Scanner(
    lambda: rf"(?:{one_of(citing_words())}|违反|遵守|适用|符合|对照|触犯)(?P<title>(?!{STATE})[\u3400-\u9fff]{{1,16}}?法)(?=等|的?(?:有关|相关|规定|要求)|第[一二三四五六七八九十百]+条|予以|给予|进行|处[理罚以]|追究|依法|[、，。；和及与的]|$)",
    sign="法",
)
_NO_LAW = ("办法", "方法", "做法", "算法", "用法", "依法", "合法", "司法", "执法", "立法", "手法", "说法", "本法", "该法", "此法", "位法", "憲法", "普法", "违法", "书法", "疗法", "民法", "刑法", "宪法", "加分法", "国法", "家法", "评标法", "评分法", "评估法", "想法", "看法", "守法", "语法", "乘法", "加法", "分析法")
_LONGEST_COINED = 4
#: 《安全生产法》: the same in 《》.
_SHORT_TITLE = Scanner(rf"《(?P<title>(?!{STATE})[^《》（）]{{1,24}}法)》", sign="法》")
#: 原《公租房管理办法》同时废止: a text repealed without its number.
_UNNUMBERED = Scanner(r"《(?P<title>[^《》]{4,60})》(?=(?:自[^，。；《》]{2,20}起)?(?:同时|即行|一并|相应|自行|予以|随之)+(?:废止|失效|停止执行))", sign="废止|失效|停止执行")
#: 根据有关规定, 按照上级要求: the ground is named in no way (REF-09).
_VAGUE = Scanner(
    r"(?:^|(?<=[，。；]))(?P<at>(?P<verb>根据|按照|依据|遵照|依照)(?:上级|(?:国家|省|自治区|市|县)(?:的|里的?)?(?:有关|相关)|有关|相关|省里的?|市里的?)(?:部门)?的?(?:有关|相关)?(?:文件|规定|政策|会议|通知|工作)?(?:精神|要求|规定|文件|部署)|(?P<of>按照|根据)(?:省里|市里|县里|上级|上面)的?[^，。；《]{0,6}(?:会议|文件|通知|部署)的?(?:精神|要求))(?=，(?:现|决定|结合|制定|经|为|特|对|推进|开展|组织|实施|调整)|和[^，。；]{2,14}(?:要求|精神)，)",
    sign="精神|要求|规定|文件|部署",
)
#: Of these the form of citations tells.
_BY_FORM = Pattern("(?:上级|有关|相关)的?(?:有关|相关)?(?:文件|规定|政策|通知)精神$")
#: GB/T 9704—1999: an edition of the standards on documents that a later one replaced, and that one.
_OLD_STANDARD = Scanner(r"GB(?:/T)? ?(?:9704[—－-]{1,2}(?:1999|1988)|1583[45][—－-]{1,2}1995)", sign="GB")
_EDITIONS = {"9704": "GB/T 9704—2012", "15834": "GB/T 15834—2011", "15835": "GB/T 15835—2011"}
#: 第八条第（三）项, 第二十一条第1款, 第四十一条一款, 《办法》12条 (REF-06).
_HAN = "[一二三四五六七八九十百零]"
_CLAUSES = Scanner(
    rf"(?<=》)(?P<bare>\d{{1,3}}条)|(?<=》第\d条)第\d{{1,2}}[款项]|第{_HAN}+条(?:第?{_HAN}+款)?(?P<figure>第?\d{{1,2}}[款项])|第{_HAN}+条(?P<short>{_HAN}{{1,2}}[款项])|第{_HAN}+条(?:第{_HAN}+款)?(?P<round>第[（(]{_HAN}{{1,2}}[）)]项)",
    sign=r"[款项条]",
)
#: 江水审〔2026〕048号: of what is examined or permitted some have numbers of this form, too.
_PADDED = Scanner(r"(?P<code>[\u3400-\u9fff]{2,10}[审批])〔(?P<year>20\d\d)〕0+(?P<serial>[1-9]\d{0,3})号", sign="〕0")
#: （江政发〔2024〕22号文号）: a number that says once more that it is one.
_SAID_AGAIN = Scanner(r"(?<=[（(])(?P<number>[^（）()《》]{2,14}〔20\d\d〕\d{1,4}号)(?:文号|字号|号|文件号)(?=[）)])", sign="〕\\d{1,4}号(?:文|字|号)")


def spoken_citations(context: Context) -> Iterator[Spoken]:
    """The citations of the running text that lack their marks, their titles or the form of their numbers."""
    for found in context.once(running_without_names).find(_LAW, "heading", "paragraph", "row"):
        title = found.match["title"]
        if law_of(title) is not None or title in replaced():
            yield Spoken(found.at("title"), f"《{title}》", False)
    for found in context.once(running_without_names).find(_REPEALED, "heading", "paragraph"):
        yield Spoken(found.at("said"), "《文件标题》（发文字号）同时废止", True)
    yield from _short_laws(context) if context.profile != "published" else ()
    yield from _clauses(context)
    for found in context.once(running_without_names).find(_VAGUE, "heading", "paragraph"):
        if found.match["at"].endswith("精神") and _BY_FORM.search(found.match["at"]):
            continue
        yield Spoken(found.at("at"), f"{found.match['verb'] or found.match['of']}《文件标题》（发文字号）", True)
    for found in context.once(running).find(_UNNUMBERED, "heading", "paragraph"):
        title = found.match["title"]
        if law_of(title) is None and title not in replaced():
            yield Spoken(found.at(), f"《{title}》（发文字号）", True)
    for found in context.once(running).find(_OLD_STANDARD, "heading", "paragraph", "row"):
        yield Spoken(found.at(), next(right for number, right in _EDITIONS.items() if number in found.match[0]), False)
    for found in context.once(running).find(_PADDED):
        code = own_code(found.match["code"])
        right = f"{code}〔{found.match['year']}〕{found.match['serial']}号"
        yield Spoken(found.at().slice(len(found.match["code"]) - len(code)), right, True)

    for found in context.once(running).find(_SAID_AGAIN):
        yield Spoken(found.at(), found.match["number"], False)


def _short_laws(context: Context) -> Iterator[Spoken]:
    """Laws by their short names, where nothing before tells the whole title."""
    whole = context.once(running).text
    for found in context.once(running_without_names).find(_SHORT_LAW, "heading", "paragraph", "row"):
        title = found.match["title"]
        if title.endswith(_NO_LAW) or f"{STATE}{title}" in whole[: found.offset]:
            continue
        if law_of(title) is not None:
            yield Spoken(found.at("title"), f"《{STATE}{title}》", True)
        elif len(title) <= _LONGEST_COINED:
            yield Spoken(found.at("title"), "法律全称（加书名号）", True)
    told: set[str] = set()
    for found in context.once(running).find(_SHORT_TITLE, "heading", "paragraph", "row"):
        title = found.match["title"]
        if title not in told and law_of(STATE + title) is not None and STATE + title not in whole[: found.offset] and f"简称《{title}" not in whole:
            yield Spoken(found.at(), f"《{STATE}{title}》", True)
        told.add(title)


def _clauses(context: Context) -> Iterator[Spoken]:
    """Articles, paragraphs and items whose numbers are not written 第三条第一款第四项."""
    for found in context.once(running).find(_CLAUSES, "heading", "paragraph", "row"):
        group = found.match.lastgroup
        if group is None:
            continue
        written = found.match[group]
        number = written.removeprefix("第").strip("（()）条款项")
        unit = written[-1]
        if group == "round":
            number = written[2:-2]
        right = f"第{chinese_number(int(number)) if number.isdigit() else number}{unit}"
        yield Spoken(found.at(group), right, group == "round")
