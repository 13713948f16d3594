"""Names and how many they are said to be (列举与数目): 新建甲、乙、丙4座泵站; 分别为 two values for three; “四个一”，即 three (norms FIG-16).

Words alone tell that a count is of the names right beside it.  None of it is certain: the findings say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running, running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names, surnames

_N = r"(?:\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)"
_COUNTERS = "[个名位家座所条处种类项门支辆户栋校部]"


def _unit() -> str:
    return rf"(?:{_COUNTERS}|{one_of(level_names('place'))})"


#: 、大湾3座: the last name, and how many.
_COUNT = Scanner(lambda: rf"(?<![涉普波顾触]及)(?<=[、和及])(?P<last>[^，。；：、（）()“”《》\d\s等每各共约]{{2,14}}?|[A-Z]?\d{{1,4}}(?:路|号线?))(?:这|共)?(?<![第十])(?P<n>{_N})(?P<unit>{_unit()})(?!、|以[上下]|月|工作日|级|[、，]?第)", sign=r"[\u3400-\u9fff](?:\d{1,2}|[两二三四五六七八九十])[\u3400-\u9fff]")
_MARKS = "，。；：（）()！？\n“”"
_AND = Pattern(r"(?<=[\u3400-\u9fff])(?<![涉普波顾触])(?:以及|[和及与])(?=[\u3400-\u9fff])")
#: What ends so names nothing: what follows is an object of its own.
_NO_NAME = Pattern(lambda: rf"(?:{one_of(row['word'] for row in builtin('task-verbs'))}|[有为设建第前后近余超至到于满了的达比增减或任如上下中是分另有其新]|不少|至少|其他|设置|选派|配备|组成|形成|开展|分为|合计|累计|涉及|覆盖)$")
_MOST_OFF, _MOST_NAMES, _LONG = 2, 15, 4


def names_counted(context: Context) -> Iterator[Odd]:
    """Counts that the names beside them contradict."""
    text = context.once(running_without_names)
    for found in text.find(_COUNT, "heading", "paragraph"):
        odd = _named_before(found)
        if odd is not None:
            yield odd
    for found in text.find(_EACH_ITS_OWN, "heading", "paragraph"):
        odd = _each_its_own(found)
        if odd is not None:
            yield odd
    for found in text.find(_SUMMED_UP, "heading", "paragraph"):
        odd = _summed_up(found)
        if odd is not None:
            yield odd
    for found in text.find(_STEPS, "heading", "paragraph"):
        many, stated = len(found.match["steps"].split("，")), value_of(found.match["n"])
        if many != stated and abs(many - stated) <= _MOST_OFF:
            yield Odd(found.at("n"), f"列了{many}步", [found.at("steps")], False)
    for found in text.find(_THAT_IS, "heading", "paragraph"):
        odd = _that_is(found)
        if odd is not None:
            yield odd
    for pattern, judged in ((_QUOTED, _quoted), (_NAMED_SO, _named_so)):
        for found in context.once(running).find(pattern, "heading", "paragraph"):
            odd = judged(found)
            if odd is not None:
                yield odd


def _named_before(found: Found) -> Odd | None:
    value, stated = found.match.string, value_of(found.match["n"])
    if _EACH_COUNTED.search(value, 0, found.match.start()):
        return None
    begin = max(value.rfind(mark, 0, found.match.start()) for mark in _MARKS) + 1
    names = value[begin : found.match.start("n")].removesuffix("共").split("、")
    if "等" in value[begin : found.match.start("n")] or len(names) < 2 and not _AND.search(names[0]) or len(names) > _MOST_NAMES:
        return None
    names = [*names[:-1], *_AND.split(names[-1])] if len(names) > 1 else _AND.split(names[0])
    fewest, most = value[begin : found.match.start("n")].count("、") + 1, len(names) + len(_AND.findall(names[0]))
    if stated < 2 or fewest <= stated <= most or min(abs(stated - fewest), abs(stated - most)) > _MOST_OFF:
        return None
    if found.match["unit"] in _PERSONS and not all(_is_person(name) for name in names[1:]):
        # 专家、学者3名: kinds of persons, not their names.
        return None
    if _NO_NAME.search(names[-1]) or not (_alike(names) or _of_lines(names)) or not _of_lines(names) and re.search(r"\d", "".join(names)):
        return None
    return Odd(found.at("n"), f"列了{len(names)}个", [found.passage.slice(begin, found.match.start("n"))], False)


#: 信息不当1个（次）、|链接失效3个（次）: each with its count.
_EACH_COUNTED = Pattern(rf"\d{_COUNTERS}(?:（[^（）]{{1,4}}）)?[、和及]$")
_PERSONS = "名位"


def _is_person(name: str) -> bool:
    return 2 <= len(name) <= _LONG and name[0] in surnames()


def _of_lines(names: Sequence[str]) -> bool:
    """1路、6路、12路: numbers by which lines are called."""
    return all(_LINE.search(name) for name in names)


_LINE = Pattern(r"[A-Z]?\d{1,4}(?:路|号线?)$")


def _alike(names: Sequence[str]) -> bool:
    """Whether what stands side by side is names: short ones, or such as end alike; before the first there may be other words."""
    return all(2 <= len(name) <= _LONG for name in names[1:]) and len(names[0]) >= 2 or len({name[-1] for name in names if name}) == 1


_ONE_NAME = r"[^，。；：、（）()“”\d\s]{2,20}"
#: 甲、乙、丙，以上4项材料; 由甲局牵头，乙局、丙局参加，共4个单位; 任命甲、乙、丙为工程师（共4人）.
_SUMMED_UP = Scanner(
    rf"(?:由(?P<leads>{_ONE_NAME})牵头，)?(?P<list>{_ONE_NAME}(?:、{_ONE_NAME}){{1,14}})(?:，(?:以上|上述)(?:共|合计)?|，共|[（(]共)(?P<n>{_N})(?P<unit>[个名位人家项条种类份])(?![^，。；）]{{0,8}}\d)",
    sign=rf"(?:以上|上述|，共|[（(]共)(?:共|合计)?{_N}[个名位人家项条种类份]",
)
_ENDS = Pattern(r"(?:等|参加|参与|配合|为|任|担任)[^、]*$|等")


def _summed_up(found: Found) -> Odd | None:
    """A list, and right behind it how many it names."""
    listed = found.match["list"]
    names = listed.split("、")
    if "等" in listed or _ENDS.sub("", names[-1]) == "":
        return None
    last = _AND.split(_ENDS.sub("", names[-1]))
    leads = len(_AND.split(found.match["leads"])) if found.match["leads"] else 0
    fewest, most = len(names) + leads, len(names) - 1 + len(last) + leads
    stated = value_of(found.match["n"])
    if found.match["unit"] in "名位人" and not all(_is_person(name) for name in (*names[1:-1], *last)):
        return None
    if fewest <= stated <= most or not 0 < min(abs(stated - fewest), abs(stated - most)) <= 1:
        return None
    return Odd(found.at("n"), f"列了{most}个", [found.at("list")], False)


#: 分四步实施：先……，再……，最后…….
_STEPS = Scanner(rf"分(?P<n>{_N})步[\u3400-\u9fff]{{0,6}}[：，](?P<steps>(?:先|首先)[^，。；：]{{2,30}}(?:，(?:再|然后|接着|其次|后|最后|之后)[^，。；：]{{2,30}}){{1,5}})(?=[。；]|$)", sign=r"分[^，。；：]{1,10}[：，](?:先|首先)")
#: 包括四个方面，即甲、乙、丙和丁.
_THAT_IS = Scanner(rf"(?<![第各每])(?P<n>{_N})(?:个方面|[项类种条个名家所座处支])[\u3400-\u9fff]{{0,6}}(?:，(?:即|包括|分别是|分别为)|：)(?P<list>{_ONE_NAME}(?:、{_ONE_NAME}){{1,10}})(?=[。；，]|$)", sign=r"(?:，(?:即|包括|分别是|分别为)|：)[^，。；：、]{2,20}、")


def _that_is(found: Found) -> Odd | None:
    """How many, and then which: 和 joins the last two where what it joins is much longer than the other names."""
    names = found.match["list"].split("、")
    halves = _AND.split(names[-1])
    longest = max(len(name) for name in names[:-1])
    if len(halves) != 2 or len(names[-1]) * 2 <= longest * 3 or any(len(half) > longest + 1 or len(half) < 2 for half in halves) or "等" in names[-1]:
        return None
    stated, many = value_of(found.match["n"]), len(names) + 1
    return Odd(found.at("n"), f"列了{many}项", [found.at("list")], False) if abs(stated - many) == 1 else None


_VALUE = r"(?:约|近)?\d+(?:\.\d+)?(?:[%％]|[万亿]?[\u3400-\u9fff]{1,4}?)"
#: 甲、乙、丙……分别为1天、2天.
_EACH_ITS_OWN = Scanner(
    rf"分别(?:[^，。；：、\d]{{0,10}}?)(?P<values>{_VALUE}(?:[、，]{_VALUE}){{0,11}}(?:[和及]{_VALUE})?)(?=[。；，）]|以[内上下]|$)", sign=r"分别[^，。；：、\d]{0,10}\d"
)
_LISTED = Pattern(r"[^，。；：、（）()\d]{2,20}(?:、[^，。；：、（）()\d]{2,20})+")


def _each_its_own(found: Found) -> Odd | None:
    """Values told one by one, of things named before in one list."""
    values = len(re.split("[、，和及]", found.match["values"]))
    value = found.match.string
    begin = max(value.rfind(mark, 0, found.match.start()) for mark in "。；\n") + 1
    lists = list(_LISTED.finditer(value, begin, found.match.start()))
    if not lists or value[lists[-1].end() : found.match.start()].count("，") > 1:
        return None
    names = lists[-1][0].split("、")
    fewest, most = len(names), len(names) + len(_AND.findall(lists[-1][0]))
    if fewest <= values <= most or values < 2 or min(abs(values - fewest), abs(values - most)) > 1 or "等" in names[-1]:
        return None
    return Odd(found.at("values"), f"前面列了{most}项，此处{values}个数", [found.passage.slice(*lists[-1].span())], False)


#: “四个一”要求，即一支队伍、一本台账; “1+4”工作体系，即1个总体方案和…3个专项方案.
_QUOTED = Scanner(
    r"[“](?P<said>(?P<n>[一二两三四五六七八九十])[个项大类]?[\u3400-\u9fff]{1,4}|(?P<sum>\d{1,2}(?:[+＋]\d{1,2}){1,3}))[”][^，。；：（“]{0,12}(?:，(?:即|也就是|包括)|[：（]即?)(?P<list>[^。；：（）“”]{6,160})(?=[。；）]|$)",
    sign=r"[“](?:[一二两三四五六七八九十]|\d{1,2}[+＋]\d)",
)
_COUNTED = Pattern(rf"(?<![\d.第])(?P<n>{_N})[个套项支张本类大家份条份部]")


def _quoted(found: Found) -> Odd | None:
    """A saying with numbers, and what it is said to be made of."""
    listed = found.match["list"]
    if found.match["sum"]:
        stated = [int(one) for one in re.split("[+＋]", found.match["sum"])]
        told = [value_of(match["n"]) for match in _COUNTED.finditer(listed)]
        if len(told) == len(stated) and sum(one != other for one, other in zip(stated, told, strict=True)) == 1:
            return Odd(found.at("sum"), "+".join(map(str, told)), [found.at("list")], False)
        return None
    names = re.split("[、，]", listed)
    fewest, most = len(names), len(names) + len(_AND.findall(names[-1]))
    stated_one = value_of(found.match["n"])
    if len(names) < 2 or fewest <= stated_one <= most or min(abs(stated_one - fewest), abs(stated_one - most)) > 1 or "等" in names[-1]:
        return None
    if "，" in listed and "、" in listed or re.search(r"\d", listed):
        return None
    return Odd(found.at("n"), f"列了{most}项", [found.at("list")], False)


#: 覆盖率、整改率、培训率“三个100%”; 人防、物防、技防“三防”.
_NAMED_SO = Scanner(rf"(?P<list>{_ONE_NAME}(?:、{_ONE_NAME}){{1,8}})(?:均?(?:达到?|实现|做到))?[“](?P<n>[两三四五六七八九])个?(?:100[%％]|[\u3400-\u9fff]{{1,4}})[”]", sign=r"[“][两三四五六七八九]个?(?:100|[\u3400-\u9fff]{1,4}”)")


def _alike_in_list(names: Sequence[str]) -> bool:
    """Whether names end alike, or all but the first, before which a verb may stand, are of one length."""
    return len({name[-1] for name in names if name}) == 1 or len(names) > _MOST_OFF and {len(name) for name in names[1:]} == {_LONG} and len(names[0]) >= _LONG


def _named_so(found: Found) -> Odd | None:
    """A list whose names end alike, and what they are together called by their number."""
    names = found.match["list"].split("、")
    halves = _AND.split(names[-1])
    many, stated = len(names) - 1 + len(halves), value_of(found.match["n"])
    if "等" in names[-1] or abs(stated - many) != 1 or stated == len(names) or not _alike_in_list([*names[:-1], *halves]):
        return None
    return Odd(found.at("n"), f"列了{many}项", [found.at("list")], False)
