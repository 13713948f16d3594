"""Days and years written as the standard has them not (日期写法): 2026，6，1; 5-1至9-30; 4.20至4.26; '25年; 23、24年度; 二O二五年 (norms DAT-01 to DAT-05, DAT-09, DAT-10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text


class Written(NamedTuple):
    """A place, what should stand there, and whether that is doubtful."""

    at: Text
    right: str
    doubtful: bool


_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_NUMERAL = "[〇零○oO0一二三四五六七八九]"
_HAN_MONTH = "(?:十[一二]?|[一二三四五六七八九])月"
_HAN_DAY = "(?:二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])日"


def _figures(written: str) -> str:
    """A year or a day in figures."""
    year = "".join(str("〇一二三四五六七八九".index("〇" if one in "零○oO0" else one)) for one in written.partition("年")[0]) + "年" if "年" in written else ""
    rest = re.sub("[一二三四五六七八九十]+", lambda numeral: str(chinese(numeral[0])), written.rpartition("年")[2])
    return year + rest


def _day(written: str) -> str:
    parts = [int(one) for one in re.findall(r"\d+", written)]
    return (f"{parts[0]}年" if len(parts) > 2 else "") + f"{parts[-2]}月{parts[-1]}日"


#: Before figures with a point stands what they are the days of; others are decimals.
_OF_DAYS = Pattern(r"(?:期|时间|时段|阶段|日期|于|自|从|报名|值班|值守|开放|放假)[^，。；\d]{0,8}$")


def _both(match: re.Match[str]) -> str:
    if match["mark"] == "." and not _OF_DAYS.search(match.string[max(0, match.start() - 12) : match.start()]):
        return match["at"]
    return f"{_day(match['from'])}至{_day(match['to'])}"


_Kind = tuple[Scanner, Callable[[re.Match[str]], str], bool]
_KINDS: tuple[_Kind, ...] = (
    # 自2026，6，1起
    (Scanner(rf"(?P<at>20\d\d(?P<mark>[，,])\s?{_MONTH}(?P=mark)\s?{_DAY})(?=日?(?:起|前|至|召开|举行|，|。))", sign=r"20\d\d[，,]"), lambda match: _day(match["at"]), False),
    # 公示期为4.20至4.26, 5-1至9-30
    (
        Scanner(rf"(?<![\d.\-/年])(?P<at>(?P<from>{_MONTH}(?P<mark>[./-]){_DAY})(?:日)?(?:至|到|—|～|~)(?P<to>{_MONTH}(?P=mark){_DAY}))(?![\d.%％万亿元]|[个人米吨亩倍度分小公平立千毫]|号线)", sign=r"\d[./-]\d{1,2}日?[至到—～~]"),
        _both,
        False,
    ),
    # 于2026-6-30前: figures of one place want their 0 (ISO 8601); 数据截至2026-3
    (Scanner(rf"(?<![\d.\-/A-Za-z])(?P<at>20\d\d-(?:[1-9]-{_DAY}|1[0-2]-[1-9]|0[1-9]-[1-9])(?!\d))(?=前|起|至|止|召开|完成|，|。|；)", sign=r"20\d\d-\d"), lambda match: _day(match["at"]), False),
    (Scanner(rf"(?:截至|截止|于|自|从|到|至)(?P<at>(?P<year>20\d\d)[-.](?P<month>{_MONTH}))(?![\d.\-%％万亿]|[元个人])(?=月?(?:[，。；、]|$|底|末|前|起|，))", sign=r"20\d\d[-.]\d"), lambda match: f"{match['year']}年{int(match['month'])}月", False),
    # 7月10至9月30日: the first day of a stretch without 日
    (Scanner(rf"(?<!\d)(?P<at>{_MONTH}月{_DAY})(?=[至—－]{_MONTH}月{_DAY}日)", sign=r"月\d{1,2}[至—－]\d{1,2}月"), lambda match: match["at"] + "日", False),
    # 05月12日, no year before it
    (Scanner(rf"(?<![\d年])(?P<at>0[1-9]月{_DAY}日|{_MONTH}月0[1-9]日)", sign=r"(?<!\d)0\d月|月0\d日"), lambda match: _day(match["at"]), True),
    # '25年
    (Scanner(r"(?P<at>[’'‘`]\d\d)(?=年)"), lambda match: "20" + match["at"][1:], False),
    # 23、24年度, 2024—25学年
    (Scanner(r"(?<![\d.、第至—])(?P<at>[12]\d、[12]\d)(?=年度|学年|年底|年末)"), lambda match: "、".join("20" + one for one in match["at"].split("、")), False),
    (Scanner(r"(?<=20\d\d[—–\-～~/])(?P<at>[12]\d)(?=学年|年度|年(?!级))", sign=r"20\d\d[—–\-～~/]\d\d[学年]"), lambda match: "20" + match["at"], False),
    # 22年投入资金, 去年 is none: a year of two figures before what was done in it.
    (Scanner(r"(?<![\d.第满约近超达至到—～])(?P<at>2[0-9])年(?=(?:全年|年初|投入|完成|实施|建成|累计|共|预算|决算|实现|新增|下达|[上下]半年|第[一二三四]季度|[一二三四]季度|春季|秋季|以来))", sign=r"(?<!\d)2\d年"), lambda match: "20" + match["at"], True),
    # 二O二五年
    (Scanner(rf"(?<![\d〇一二三四五六七八九])(?P<at>(?:二[oO0]{_NUMERAL}{{2}}|二[〇零○]{_NUMERAL}{{0,1}}[oO0]{_NUMERAL}{{0,1}}))(?=年)"), lambda match: _figures(match["at"] + "年").rstrip("年"), False),
    # 九一八 and the like with figures: 5.12防灾减灾日, 12.4国家宪法日
    (Scanner(rf"(?<![\d.“])(?P<at>{_MONTH}[.．]{_DAY})(?=[\u3400-\u9fff]{{0,6}}(?:防灾减灾|宪法日|禁毒日|消防宣传|爱耳日|环境日|安全日|艾滋病日|学雷锋|植树节|消费者|全民国家安全|国家公祭|助残))", sign=r"\d[.．]\d"), lambda match: f"“{match['at'].replace('.', '·').replace('．', '·')}”", False),
    # 周一至周5
    (Scanner(r"(?<=[至到—、和]周)(?P<at>[1-7])(?=[上下晚每]|[\u3400-\u9fff，。；]|$)(?![周次年月天])", sign=r"周[1-7]"), lambda match: "一二三四五六日"[int(match["at"]) - 1], False),
)
#: Whole days in numerals, where the text has others in figures; the style of laws and old forms has them throughout.
_IN_NUMERALS = Scanner(rf"(?<![历\d〇一二三四五六七八九十年])(?<!农历)(?:(?:一九|二〇)[〇一二三四五六七八九]{{2}}年(?:{_HAN_MONTH}(?:{_HAN_DAY})?)?(?!纪念|\d)|{_HAN_MONTH}{_HAN_DAY})(?!的?(?:节|纪念))", sign="[一二三四五六七八九十]月|二〇|一九")
#: Years with 零 or ○, of which another kind tells.
_ROUND = Pattern("二[零○][零○〇一二三四五六七八九]{2}年|二〇[一二三四五六七八九][零○]年")
_DATED = Pattern(r"\d{1,2}月\d{1,2}日|20\d\d年")


def date_writing(context: Context) -> Iterator[Written]:
    """The days and years of a document written in none of the usual ways."""
    text = context.once(running_without_names)
    for scanner, right, doubtful in _KINDS:
        for found in text.find(scanner, "heading", "paragraph"):
            if right(found.match) != found.match["at"]:
                yield Written(found.at("at"), right(found.match), doubtful)
    own = context.document.date
    figured = len(_DATED.findall(text.text)) + (own is not None and _DATED.search(own.text.value) is not None)
    spoken = list(text.find(_IN_NUMERALS, "heading", "paragraph"))
    if figured >= len(spoken) + len(_ROUND.findall(text.text)):
        for found in spoken:
            # A year alone may be set as it is in titles.
            yield Written(found.at(), _figures(found.match[0]), "月" not in found.match[0])
