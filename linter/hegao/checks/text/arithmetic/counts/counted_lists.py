"""Counts and the lists behind or before them (列举数): 三个小组：甲组、乙组、丙组; 甲、乙、丙等3家单位 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.arithmetic.counts.miscounts import Miscounted, named_otherwise
from hegao.phrases.numbers import A_COUNT, value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

_UNIT = r"(?:人|个|项|条|类|种|家|名|位|处|所|座|件|份|张|支|套|步|批|场|组|方面)"
#: 下设三个小组：…; 5名同志受到表彰：…; what is listed behind the colon, up to the end of the sentence.
_BEHIND = Scanner(rf"{A_COUNT}(?P<unit>{_UNIT})(?P<noun>[\u3400-\u9fff]{{0,14}})(?:[：:]|[，,](?:即|分别(?:位于|为|是|设在|设于)))(?P<list>[^：:。；\n]{{4,300}})(?=[。；]|$)", sign=rf"[\d两三四五六七八九十]{_UNIT}[\u3400-\u9fff]{{0,14}}(?:[：:]|[，,](?:即|分别))")
_SPLIT = Pattern(r"[（(][^（）()]*[）)]")
#: A name of the list; a longer one is a clause.
_WORD = r"[^，、\s]{2,24}"
_NAME = Pattern(_WORD)
_AND = Pattern(r"(?<=.{2})(?:和|以及|及|与)(?=.{2})")
_OPEN = Pattern(r"等(?:$|[^级待候效同于])|其他|其它|之一|分别|…|例如|比如|包括但不限于|主要[是有为]|特别是")
#: 一是…；二是… behind 三件事, where the unit is one that the other scanner does not know.
_SPOKEN = Scanner(rf"{A_COUNT}(?P<unit>件|步|招|关|类|场|条|批|篇)(?P<noun>[\u3400-\u9fff]{{0,8}})[：:，。](?=一[是要])")
#: 1.任务清单；2.联系人名单：numbered within the sentence.
_NUMBERED = Scanner(rf"{A_COUNT}(?P<unit>{_UNIT})(?P<noun>[\u3400-\u9fff]{{0,10}})[：:](?=(?:1[.．、]|[（(]1[）)]|①))", sign=r"[：:](?:1[.．、]|[（(]1[）)]|①)")
_MARKS = (("1.", "2.", "3."), ("1．", "2．", "3．"), ("1、", "2、", "3、"), ("（1）", "（2）", "（3）"), ("①", "②", "③"))
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
#: 甲、乙、丙、丁等3家单位: more are named than counted, or all of many but one; names may be numbers (3路、12路).
_AND_SO_ON = Scanner(
    rf"(?P<list>[^，。；：、（）()\s]{{2,20}}(?:、[^，。；：、（）()\s]{{2,20}}){{2,40}})等(?P<n>\d{{1,2}}|[两三四五六七八九十])(?P<unit>{_UNIT}|部门)",
    sign=rf"等(?:\d{{1,2}}|[两三四五六七八九十])(?:{_UNIT}|部门)",
)
#: Of so many names (and more) the list is meant to be whole.
_MANY_NAMED = 4
_OWN_FIGURE = Pattern(rf"\d{_UNIT}(?:、|$)")
#: 分为优秀、良好、合格三个等次; 包括总则、管理、附则三章.
_OWN_COUNT = Pattern(rf"\d{_UNIT}$")
_PARTED = ("分为", "分成", "划为", "划分为", "分")
_DIVIDED = Scanner(
    r"(?:分为|分成|划分为|包括|包含|设有|下设|设置|分设|设立|实行|按照?|由|分)(?P<list>[^，。；：、（）()\d\s]{1,14}(?:、[^，。；：、（）()\d\s]{1,14}){0,11}(?:和|及|以及|、)[^，。；：、（）()\d\s]{1,14}?)"
    r"(?P<n>\d{1,2}|[两三四五六七八九十])(?:章|编|篇|个?部分|个?(?:等次|等级|档次|层次|阶段|步骤|环节|类别|级别|档|班次|年级)|大?类|大?片区|种(?:类型|情形|方式)|级|班)(?=[，。；：、（]|$|组成|构成|进行|实施|推进|认定|评定|管理|计)"
)
#: （黄精、天麻、重楼）三个品牌: a list in brackets right before its count.
_BRACKETED = Scanner(r"[（(](?!含|不含|其中|包括|除|如|见|详)(?P<list>[^，。；：（）()\d\s等]{2,16}(?:、[^，。；：（）()\d\s等]{2,16}){1,11})[）)](?P<n>\d{1,2}|[两三四五六七八九十])(?:个|种|类|家|条|项|大)", sign=r"[）)](?:\d{1,2}|[两三四五六七八九十])[个种类家条项大]")
#: 对甲镇、乙局、丙公司3个先进单位: what is listed ends as bodies and places do.
_KINDS = Scanner(
    lambda: rf"(?P<list>[^，。；：、（）()\d\s等]{{2,16}}(?:、[^，。；：、（）()\d\s等]{{2,16}}){{2,11}}?)(?P<n>\d{{1,2}}|[三四五六七八九十])(?:个|家|名|位|所)(?P<noun>[\u3400-\u9fff]{{2,6}}?)(?={one_of(figure_words('listed'))})",
    sign=r"、[^，。；：、（）()\d\s等]{2,16}(?:\d{1,2}|[三四五六七八九十])[个家名位所]",
)
#: 出席：甲　乙　丙（共3人）: names parted by blanks.
_SPACED = Scanner(r"[：:](?P<list>[\u3400-\u9fff·]{2,5}(?:[ \u3000]+[\u3400-\u9fff·]{2,5}){2,40})[ \u3000]*[（(]共(?:计)?(?P<n>\d{1,3})[人名位][）)]")


#: 精品线路7条（甲线、乙线、丙线……）: a whole list in brackets behind its count.
_ENCLOSED = Scanner(rf"(?<![每各第]){A_COUNT}{_UNIT}(?P<noun>[\u3400-\u9fff]{{0,8}})[（(](?!含|不含|其中|包括|除|如|等|见|详)(?P<list>[^（）()。；：\d]{{5,200}})[）)]", sign=r"[\d两三四五六七八九十][\u3400-\u9fff]{1,9}[（(][^（）()。；：\d]{2,30}、")
#: 黄茅镇（3个）：甲村、乙村、丙村；
_GROUPED = Scanner(rf"[（(](?:共计?)?{A_COUNT}{_UNIT}(?P<noun>[\u3400-\u9fff]{{0,4}})[）)][：:](?P<list>{_WORD}(?:、{_WORD}){{1,40}})(?=[。；]|$)", sign=r"[）)][：:][^，、\s]{2,24}、")
#: 成员单位包括甲科、乙科和丙中心，共8个单位.
_BEFORE = Scanner(
    rf"(?:包括|包含|涉及|分别为|分别是|：)(?P<list>{_WORD}(?:、{_WORD}){{2,20}}?)，共(?:计)?{A_COUNT}(?P<unit>个|家|名|所|处|条|项)(?P<noun>[\u3400-\u9fff]{{0,4}})(?=[。；，（]|$)",
    sign=r"、[^，、\s]{2,24}，共(?:计)?(?:\d{1,3}|[两三四五六七八九十]{1,3})[个家名所处条项]",
)


def miscounted_lists(context: Context) -> Iterator[Miscounted]:
    """Counts that the list beside them contradicts."""
    text = context.once(running_without_names)
    for found in text.find(_BEHIND, "heading", "paragraph"):
        named = _named(found)
        if named is not None:
            yield Miscounted(found.at("n"), named)
    for pattern in (_ENCLOSED, _BEFORE, _GROUPED):
        for found in text.find(pattern, "heading", "paragraph"):
            named = _named(found)
            if named is not None:
                yield Miscounted(found.at("n"), named)
    for found in text.find(_SPOKEN, "heading", "paragraph"):
        named = _ordinals(found, [f"{numeral}{mark}" for numeral in "一二三四五六七八九十" for mark in found.match.string[found.match.end() + 1]])
        if named is not None:
            yield Miscounted(found.at("n"), named)
    for found in text.find(_NUMBERED, "heading", "paragraph"):
        named = _ordinals(found, _marks(found.match.string[found.match.end() :]))
        if named is not None:
            yield Miscounted(found.at("n"), named)
    for found in text.find(_DIVIDED, "heading", "paragraph"):
        names = found.match["list"]
        if names.endswith(_PARTED):
            # 按照重要程度和影响范围分为四级: what it goes by is no grade.
            continue
        many = names.count("、") + 1
        joined = many + len(_AND.findall(names)) if "、" not in names or _AND.search(names.rsplit("、", 1)[-1]) else many
        stated = value_of(found.match["n"])
        if stated not in range(many, joined + 1) and abs(stated - joined) <= 2 and "等" not in names.rsplit("、", 1)[-1]:
            yield Miscounted(found.at("n"), joined)
    for pattern in (_BRACKETED, _KINDS):
        for found in text.find(pattern, "heading", "paragraph"):
            many = named_otherwise(found.match["list"], value_of(found.match["n"]))
            if many is not None:
                yield Miscounted(found.at("n"), many)
    for found in text.find(_SPACED, "heading", "paragraph"):
        many = len(found.match["list"].split())
        if many != int(found.match["n"]):
            yield Miscounted(found.at("n"), many)
    for found in text.find(_AND_SO_ON, "heading", "paragraph"):
        if _OWN_FIGURE.search(found.match["list"]):
            # 综合窗口30个、绿色通道等3个: each name has its own.
            continue
        listed = found.match["list"].count("、") + 1
        stated = value_of(found.match["n"])
        # Who names so many leaves none out alone.
        but_one = stated == listed + 1 and listed >= _MANY_NAMED and found.match.string[found.match.start() - 1 : found.match.start()] != "、"
        if (listed > stated >= 2 and listed - stated <= 2 or but_one) and not _AND.search(found.match["list"]):
            yield Miscounted(found.at("n"), listed)


def _marks(behind: str) -> list[str]:
    first = next(marks[0] for marks in _MARKS if behind.startswith(marks[0]))
    return list(_CIRCLED) if first == "①" else [first.replace("1", str(number)) for number in range(1, 21)]


def _ordinals(found: Found, ordinals: list[str]) -> int | None:
    """How many ordinals follow one another behind a count, where it says otherwise."""
    value, at = found.match.string, found.match.end()
    last = 0
    for ordinal in ordinals:
        following = value.find(ordinal, at)
        if following < 0 or last and value[following - 1] not in "，。；：、 ":
            break
        at, last = following + len(ordinal), last + 1
    stated = value_of(found.match["n"])
    return last if last >= 2 and stated != last and abs(stated - last) <= 2 else None


#: 累计销号应不少于4件，即……: some of them were told before.
_NOT_ALL, _JUST_BEFORE = Pattern("不少于|不低于|至少|累计|超过|约$|余$"), 8


def _named(found: Found) -> int | None:
    """How many names the list behind a colon holds, where the count says one or two more or less."""
    if _NOT_ALL.search(found.match.string, max(0, found.match.start() - _JUST_BEFORE), found.match.start()):
        return None
    listed = _SPLIT.sub("", found.match["list"])
    if "，" in listed or "、" not in listed or _OPEN.search(listed) or _OPEN.search(found.match["noun"]):
        return None
    names = listed.split("、")
    if all(_OWN_COUNT.search(name) for name in names):
        # 4件的理由为：案卷2件、信息1件、其他1件: they are added, not counted.
        return None
    if not all(_NAME.fullmatch(name) for name in names):
        return None
    stated, many = value_of(found.match["n"]), len(names)
    joined = many + len(_AND.findall(names[-1]))
    if stated in range(many, joined + 1) or min(abs(stated - many), abs(stated - joined)) > 2 or stated < 2:
        return None
    return many if _alike([*names[:-1], *_AND.split(names[-1])], found.match["noun"]) else None


def _alike(names: list[str], noun: str) -> bool:
    """Whether names are names of what is counted: persons, or words that end alike or as the noun does."""
    if all(2 <= len(name) <= 4 for name in names):
        return True
    tails = [name[-1] for name in names]
    most = max(map(tails.count, tails))
    return bool(noun) and all(name.endswith(noun[-1]) for name in names) or most == len(names) or len(names) >= 2 and all(len(name) <= 10 for name in names)
