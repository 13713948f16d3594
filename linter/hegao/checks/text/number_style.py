"""Figures and units (数字用法): what GB/T 15835—2011 and GB 3100—93 allow only in one form (norms FIG)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from hegao.checks.base import Context, Hit, check
from hegao.checks.date.column_forms import odd_days
from hegao.checks.shared.passages import Running, edit_at, in_force, running_without_names
from hegao.checks.text.date_writing import date_writing
from hegao.checks.text.figure_forms import odd_forms
from hegao.checks.text.figure_slips import slipped_figures
from hegao.checks.text.figures_in_words import figures_in_words
from hegao.checks.text.odd_units import odd_units
from hegao.checks.text.table_units import wrong_units
from hegao.checks.text.telephones import wrong_numbers
from hegao.checks.text.two_units import two_units
from hegao.checks.text.unit_symbols import UNIT_RIGHT, UNIT_STYLES
from hegao.document.model import Node
from hegao.phrases.numbers import chinese, chinese_number, value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Span

_N = r"\d+(?:\.\d+)?"
#: Marks between the two ends of a range.
_RANGE = "～~—–-"
#: What is counted in whole things: no part of one is left over (余).
_WHOLE = "篇家个户名项件次条人起处座台辆所份"
_COUNTED = "年|月|日|天|人|个|岁|倍|元|米|公里|千米|小时|分钟|户|亩|吨|家|件|名|次|公顷|平方米|厘米|毫米|千克|公斤"
#: And what a range may be of besides: 开放480-520张床位.
_COUNTED_SO = f"{_COUNTED}|张|座|台|辆|处|套|场|份|株|盏|艘|架|头|只|所|学时|课时"
#: Units that ranges of physical quantities have, at both ends mostly: 2℃～8℃.
_MEASURED = "℃|°C|摄氏度|毫克|微克|毫升|千瓦|千伏|分贝|米|毫米|厘米|千米|公里|公斤|千克|吨|亩|公顷|元|岁|小时|分钟|mm|cm|km|kg|mg|dB"
#: What amounts of money are called; a figure with 万 or 亿 behind them wants its unit.
_MONEY = "资金|补助|补贴|奖补|投资额|贷款额|产值|营业收入|销售收入|注册资本"
_HAN = "\u3400-\u9fff"
_NEARLY = "一、二|二、三|两、三|三、四|三、五|四、五|五、六|六、七|七、八|八、九"
_STYLES = {
    **UNIT_STYLES,
    # 15～30%
    "percent": Scanner(rf"(?<![\d.%％～~—–-])\d+(?:\.\d+)?[{_RANGE}]{_N}[%％]"),
    # 13～17万元
    "large": Scanner(rf"(?<![\d.～~—–-])\d+(?:\.\d+)?[{_RANGE}]{_N}[万亿](?:元)?"),
    # 10-20人
    "hyphen": Scanner(rf"(?<![0-9A-Za-z.\-/—〔])\d+(?:\.\d+)?(?:年|月|日|%|％|万|亿|{_MEASURED})?--?{_N}(?:[年月](?!-)|[万亿]?(?:{_COUNTED_SO}|{_MEASURED}|%|％)(?![-\d]))"),
    # 5千元
    "mixed": Scanner(r"(?<![\d.])\d+(?:\.\d+)?(?:百(?=米|平方|公斤|千克)|[百千](?=万?(?:元|户|人|名|个|家|亩|件|辆|台|吨(?!级)|公里|平方米|多|余)))"),
    # .5%
    "zero": Scanner(r"(?<![\dA-Za-z.）)])\.\d+(?=[%％‰万亿]|毫?克|微克|毫?升|平方|立方|千瓦|兆瓦|[吨户人件次分])"),
    # 12，500元
    "grouped": Scanner(r"(?<![\d，])\d{1,3}(?:，\d{3})+(?=(?:\.\d+)?(?:万|亿)?(?:元|人|户|亩|吨|平方米|公里|件))", sign=r"，\d{3}"),
    # 约50人左右
    "about": Scanner(rf"(?<!大)[约大将](?:约|近)?(?P<n>{_N}[^，。；、（）\d]{{0,6}}?)(?:左右|上下)"),
    # 超过100家以上
    "over": Scanner(rf"(?:超过|逾)(?P<n>{_N}[^，。；、（）\d及]{{0,4}}?)以上|(?:超过|逾)(?P<some>{_N}[万亿]?)[多余](?=[{_HAN}])"),
    # 资金达2000万以上
    "money": Scanner(rf"(?:{_MONEY})[^，。；、：（）\d]{{0,6}}{_N}[万亿](?=以上|以下|以内|左右|[，。；）])"),
    # 5百20卷, 3百五十元, 一千500字
    "cased": Scanner(
        r"(?<![\d.])\d[百千][一二三四五六七八九]十?(?=[^\d年月日])|(?<![\d.])\d[十百千]\d{1,3}(?=[^\d年月日])|(?<![一二三四五六七八九十百千\d])[一二三四五六七八九][百千]\d{2,3}(?!\d)",
        sign=r"[十百千]\d|\d[百千][一二三四五六七八九]",
    ),
    # ２０万人次
    "wide": Scanner("[０-９]+(?:．[０-９]+)?"),
    # 到25年底, 24年7月15日
    "year": Scanner(r"(?<![\d.第满约])[23]\d年(?=底|末|初|\d{1,2}月)|(?<=[就好展])2\d年(?=度|我[省市县区]|全[省市县区]|[上下]半年)", sign=r"(?<!\d)[23]\d年"),
    # 2024、25年
    "years": Scanner(r"(?<=20\d\d、)\d\d(?=年)"),
    # 由180辆增加了260辆
    "risen": Scanner(rf"由(?P<low>{_N})(?P<unit>[{_HAN}]{{1,3}})(?:增加|提高|上升|增长|增至)(?P<at>了)(?P<high>{_N})(?P=unit)"),
    # 5月29号
    "day": Scanner(r"(?:(?<=\d月)|(?<=[每当次]月)|(?<=季度末月))\d{1,2}号(?!线|楼|院|文|令|公告|路|井|机)"),
    # 4月30前
    "dayless": Scanner(r"(?<=\d月)(?:3[01]|[12]\d|[1-9])(?=(?:之|以)?前(?!后))"),
    # 于2026年04月09日
    "padded": Scanner(r"(?<=[于在至到自从：]20\d\d年)0\d月(?:\d{1,2}日)?|(?<=[于在至到自从：]20\d\d年\d月)0\d日|(?<=20\d\d年)0[1-9]月\d{1,2}日(?=(?:之|以)?前|起|止|至|到)"),
    # 二〇〇四年9月, 2004年九月
    "blend": Scanner(
        r"(?<!历)(?:一九|二〇)[〇一二三四五六七八九]{2}年\d{1,2}月(?:\d{1,2}日)?|(?<![历\d])(?:19|20)\d\d年(?:十[一二]?|[一二三四五六七八九])月(?!初|廿)",
        sign=r"[〇一二三四五六七八九]年\d|\d年[十一二三四五六七八九]",
    ),
    # 2027、12、20, 2027/12/20
    "dotted": Scanner(r"(?<![\d.、/A-Za-z])20\d\d(?P<dot>[.、/])(?:1[0-2]|0?[1-9])(?P=dot)(?:3[01]|[12]\d|0?[1-9])(?![\d.、/])"),
    # 自2026-5起, 2026.4—2026.12
    "month": Scanner(r"(?<![\d.-])(?P<first>20\d\d-(?:1[0-2]|0?[1-9]))(?=起|前|底|施行|实施|完成)|(?<![\d.])20\d\d\.(?:1[0-2]|[1-9])[—–-]20\d\d\.(?:1[0-2]|[1-9])(?![.\d])"),
    # 5-1前
    "stroke": Scanner(r"(?<![\d\-—.第A-Za-z/])(?P<month>1[0-2]|[1-9])[-/](?P<date>3[01]|[12]\d|[1-9])(?=(?:之|以)?前(?![后置]))"),
    # 四月二十日 beside 5月8日
    "spoken-date": Scanner(r"(?<![历\d〇一二三四五六七八九十年])(?<!农历)(?:十[一二]?|[一二三四五六七八九])月(?:二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])日"),
    # 秘密★十年
    "term": Scanner(r"(?<=密★)[一二三四五六七八九十]{1,3}(?=年)"),
    # 5月二十日
    "spoken-day": Scanner(r"(?<=\d月)(?:二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])日"),
    # 二零三零年, 二○二六年
    "round": Scanner(r"(?<![〇零○一二三四五六七八九\d])(?:二[零○OＯo0][零○OＯo0〇一二三四五六七八九]{2}|一九[〇一二三四五六七八九]?[零○][〇一二三四五六七八九]?|二〇(?:[零○][零○〇一二三四五六七八九]|[〇一二三四五六七八九][零○]))(?=年|[）—～])"),
    # 下午20:00
    "clock": Scanner(r"(?:下午|晚上|(?<!每)晚)(?=(?:1[3-9]|2[0-3])(?:[:：]\d\d|[时点]))"),
    # 由88%提高到96%，提高8%
    "points": Scanner(
        rf"(?:由|从)[^，。；]{{0,16}}?(?P<low>{_N})[%％][^，。；\d]{{0,8}}(?:提高|提升|上升|增加|增长|下降|降低|减少|压缩|压减|缩短|缩小|收窄|回落|扩大|下调|上调|升|降)[到至为](?P<high>{_N})[%％]，"
        rf"(?:提高|提升|上升|增加|增长|下降|降低|减少|压缩|压减|缩短|缩小|收窄|回落|扩大|下调|上调|升|降)了?(?P<at>(?P<change>{_N})[%％])(?!点)"
    ),
    # 达到8.7%，比上年的11.2%下降2.5%
    "against": Scanner(
        rf"(?P<high>{_N})[%％]，[^，。；\d]{{0,8}}(?:比|较)[^，。；]{{0,14}}?(?P<low>{_N})[%％](?:提高|提升|上升|增加|增长|下降|降低|减少|回落|高|低)了?(?P<at>(?P<change>{_N})[%％])(?!点)"
    ),
    # 由88%提高到百分之九十五
    "spoken": Scanner("百分之[一二三四五六七八九十百零]{1,6}(?!点)"),
    # 25～20分钟; 五千元以上一千元以下
    "reversed": Scanner(
        rf"(?<![\d.~～—–A-Za-z-])(?P<first>{_N})(?P<unit>[^\d，。；、～~]{{0,3}})[～~](?P<second>{_N})(?=(?:{_COUNTED}|分钟|%|％|毫克|℃|度))(?!(?<![～~]\d)年|年[级度]|月|日|岁|时|点)"
        rf"|(?P<from>[一二三四五六七八九十百千]{{1,3}}万?|\d+万?)(?P<of>元|年|个月|[日天人名倍%％]|周?岁|小时|万元|平方米|公里|千米|米|吨)(?:及?以上|至|～)(?P<to>[一二三四五六七八九十百千]{{1,3}}万?|\d+万?)(?P=of)以下"
    ),
    # 5万～8元
    "scale": Scanner(rf"(?<![\d.~～—–A-Za-z-])(?P<low>{_N})[万亿][～~—至](?P<high>{_N})元(?!/)"),
    # 三、五天
    "several": Scanner(
        f"(?<![一二三四五六七八九])十[一二三四五六七]、[二三四五六七八九](?=[天户人名家个件次])|(?<=[^第\\d、一二三四五六七八九十])(?:{_NEARLY})(?=天|年(?!级)|个(?!方面)|次(?!会)|名|遍|件)",
        sign="、[二三四五六七八九][天年个次名遍件户人家]",
    ),
}
#: Figures where words belong, or the other way round, and quantities that are said twice.
_MIXED = {
    # 百分之14.3
    "half-spoken": Scanner(rf"百分之{_N}"),
    # 2余篇
    "odd": Scanner(rf"(?<![\d.,，第、～~—–-])[1-9][余多](?=[{_WHOLE}](?!月))"),
    # 第五六次常务会议
    "which": Scanner(rf"第[一二三四五六七八九]{{2}}(?=次[{_HAN}]{{0,8}}会议)"),
    # 20几家
    "some": Scanner(rf"(?<![\d.])几\d0(?={_COUNTED})|(?<![\d.])\d{{1,3}}0几十?(?={_COUNTED})|(?<![\d.])\d0几(?={_COUNTED})"),
    # 3、4个
    "either": Scanner(r"(?<![\d.、，至到第和与及—～~-])[2-9]、[2-9](?=[天次名家人户遍]|个(?!方面))"),
    # 14届人大
    "sitting": Scanner(rf"(?<![\d第])\d{{1,2}}届(?=[{_HAN}]{{0,4}}(?:人大|人民代表大会|政协))|(?<=第)\d{{1,2}}(?=届[{_HAN}]{{0,4}}(?:人大|人民代表大会|政协))"
        rf"|(?<![\d第])\d{{1,2}}届(?=[\d一二三四五六七八九十]{{1,2}}次(?:全会|全体会议|会议))|(?<=大会第)\d{{1,2}}(?=次(?:全体)?会议)|(?<=政协第)\d{{1,2}}(?=届)|(?<=[第])1\d(?=个五年)|(?<!\d)1\d(?=五[”规时期])|(?<=党的)(?:1\d|20)(?=大(?!于|约|概|小))",
        sign=r"\d届|第\d|党的\d",
    ),
    # 下降2倍
    "times": Scanner(rf"(?:下降|减少|降低|缩减|压缩|缩短|缩小)了?(?:{_N}|[一两二三四五六七八九十]{{1,2}})倍"),
    # 星期5, 每周5下午
    "week": Scanner(r"星期[1-7](?!\d)|(?<=[每上下本]周)[1-7](?=[上下]午|晚|前|例|召开|组织|，)"),
    # 9：30召开
    "colon": Scanner(r"(?<=[日午晚晨上于）—～至])(?:[01]?\d|2[0-3])：[0-5]\d(?![\d：])|(?<=为)(?:1\d|2[0-3])：[0-5]\d(?=[至—～，。])"),
    # 第11条规定, 《…》第11条
    "article": Scanner(r"(?<=》)第\d{1,3}条|第\d{1,3}条(?=的?之?规定|第.{1,3}[款项]|修改为|增加一款)"),
    # 6:30分
    "minutes": Scanner(r"(?<![\d:：.])(?:[01]?\d|2[0-3])[:：][0-5]\d(?:分(?![钟值数之组别享工头散批类发配送装段次开])|时(?![间分期段]))"),
    # 每张2元、叁元
    "bank": Scanner(rf"(?<=[{_HAN}、])(?<![大写币计零壹贰叁肆伍陆柒捌玖拾佰仟])[壹贰叁肆伍陆柒捌玖](?=元(?![整（(壹贰叁肆伍陆柒捌玖零]))"),
    # 近50人左右
    "nearly": Scanner(rf"(?:接近|大概|至少|最少|最多|不超过|不少于|不低于|(?<!附)近)(?P<n>{_N}[^，。；、（）\d]{{0,6}}?)(?:左右|上下)"),
}
#: Kinds that count in sentences only: tables write days short.
_IN_SENTENCES = {kind: ("heading", "paragraph") for kind in ("dotted", "month", "stroke", "spoken-date", "round")}
_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")
_DASHES = Pattern(f"[{_RANGE}]")


def _both(match: re.Match[str]) -> str:
    """The unit at both ends of the range (5.1.3)."""
    low, high = _DASHES.split(match[0], maxsplit=1)
    mark = match[0][len(low)]
    unit = re.sub(r"^[\d.]+", "", high)
    return f"{low}{unit}{'～' if mark in '~-–' else mark}{high}"


def _span(match: re.Match[str]) -> str:
    """A one-em dash for spans of time, a wave dash for quantities (GB/T 15834 4.13, GB/T 15835 5.1.3)."""
    return match[0].replace("--", "-").replace("-", "—" if re.search(r"[年月日]$", match[0]) else "～")


def _digits(match: re.Match[str]) -> str:
    """The value written out, where it is whole."""
    value = float(match[0][:-1]) * (100 if match[0][-1] == "百" else 1000)
    return str(int(value)) if value == int(value) else str(value)


def _written_out(match: re.Match[str]) -> str:
    """A value in figures alone: 5百20 is 520."""
    head, unit, tail = match[0][0], match[0][1], match[0][2:]
    whole = value_of(head)
    scale = {"十": 10, "百": 100, "千": 1000}[unit]
    # 3百五十 tells tens, 3百五 tells them short.
    rest = int(tail) if tail.isdigit() else value_of(tail) * (1 if tail.endswith("十") else scale // 10)
    return str(whole * scale + rest)


def _points(match: re.Match[str]) -> str:
    """The difference of two rates in points; what is no difference of them is a rate of its own."""
    low, high, change = (Decimal(match[name]) for name in ("low", "high", "change"))
    return f"{match['change']}个百分点" if abs(high - low) == change else match["at"]


def _spoken(match: re.Match[str]) -> str:
    """In figures, where the passage writes other rates so; laws write all of them in words."""
    return f"{chinese(match[0][3:])}%" if "%" in match.string else match[0]


def _some(match: re.Match[str]) -> str:
    """20几 in words alone, and 几10."""
    figure = match[0].strip("几十")
    return match[0].replace(figure, chinese_number(int(figure)).removeprefix("一") if match[0].startswith("几") else chinese_number(int(figure)))


def _either(match: re.Match[str]) -> str:
    """Two figures side by side, where the second is the next one: they tell about how many."""
    low, high = (int(one) for one in match[0].split("、"))
    return chinese_number(low) + chinese_number(high) if high == low + 1 or (low, high) == (3, 5) else match[0]


#: Of so many rates written in figures, one in words is the odd one; from so much on a figure without 万 is an amount in 元.
_RATES, _THOUSAND = 4, 1000


def _in_figures(text: Running) -> bool:
    """Whether a document writes its rates in figures; what is made of articles is law, which writes them in words."""
    rates = text.text.count("%")
    return rates >= _RATES * text.text.count("百分之") and "第一条" not in text.text


def _turned(match: re.Match[str]) -> str:
    """The ends of a range the other way round, where the first is the greater one."""
    if match["from"]:
        turned = _amount(match["from"]) > _amount(match["to"])
        return match[0].replace(match["from"], "\0", 1).replace(match["to"], match["from"], 1).replace("\0", match["to"], 1) if turned else match[0]
    if Decimal(match["first"]) <= Decimal(match["second"]):
        return match[0]
    return match[0].replace(match["first"], "\0", 1).replace(match["second"], match["first"], 1).replace("\0", match["second"], 1)


def _amount(written: str) -> int:
    """A sum of money in words or figures: 五千, 二万, 3万."""
    body, scale = (written[:-1], 10_000) if written.endswith("万") else (written, 1)
    return value_of(body) * scale


def _day_written(match: re.Match[str]) -> str:
    return "{}年{}月{}日".format(*map(int, re.split("[.、/]", match[0])))


_MONTH = Pattern(r"(20\d\d)[.-](\d{1,2})")
_DATED = Pattern(r"\d月\d{1,2}日")
_PADDING = Pattern(r"(?<!\d)0")
_NUMERALS = Pattern("[〇一二三四五六七八九十]+")


def _one_kind(match: re.Match[str]) -> str:
    return _NUMERALS.sub(lambda numeral: str(chinese(numeral[0])), match[0])


_RIGHT: dict[str, Callable[[re.Match[str]], str]] = {
    **UNIT_RIGHT,
    "percent": _both,
    "large": _both,
    "hyphen": _span,
    "mixed": _digits,
    "zero": lambda match: "0" + match[0],
    "grouped": lambda match: match[0].replace("，", ","),
    "about": lambda match: "约" + match["n"],
    "over": lambda match: "超过" + (match["n"] or match["some"]),
    "money": lambda match: match[0] + "元",
    "reversed": _turned,
    "scale": lambda match: match[0].replace("元", match[0][len(match["low"])] + "元") if Decimal(match["high"]) < _THOUSAND else match[0],
    "several": lambda match: match[0].replace("、", ""),
    "cased": _written_out,
    "wide": lambda match: match[0].translate(_WIDE),
    "year": lambda match: "20" + match[0],
    "years": lambda match: "20" + match[0],
    "risen": lambda match: "到" if Decimal(match["high"]) > Decimal(match["low"]) else "了",
    "day": lambda match: match[0][:-1] + "日",
    "dayless": lambda match: match[0] + "日",
    "padded": lambda match: _PADDING.sub("", match[0]),
    "blend": _one_kind,
    "dotted": _day_written,
    "month": lambda match: _MONTH.sub(lambda month: f"{month[1]}年{int(month[2])}月", match[0]),
    "stroke": lambda match: f"{match['month']}月{match['date']}日",
    "spoken-date": lambda match: _NUMERALS.sub(lambda numeral: str(chinese(numeral[0])), match[0]) if _DATED.search(match.string) else match[0],
    "term": lambda match: str(chinese(match[0])),
    "spoken-day": lambda match: f"{chinese(match[0][:-1])}日",
    "round": lambda match: "".join(str("〇一二三四五六七八九".index(one if one not in "零○OＯo0" else "〇")) for one in match[0]),
    "clock": lambda match: "",
    "minutes": lambda match: match[0][:-1],
    "bank": lambda match: str("零壹贰叁肆伍陆柒捌玖".index(match[0])),
    "half-spoken": lambda match: f"{match[0][3:]}%",
    "odd": lambda match: "（几，或整十以上的概数）",
    "which": lambda match: f"第{match[0][1]}十{match[0][2]}",
    "some": _some,
    "either": _either,
    "sitting": lambda match: chinese_number(int(match[0].removesuffix("届"))) + match[0].lstrip("0123456789"),
    "times": lambda match: "（百分数或分数：减少不用倍数）",
    "week": lambda match: match[0][:-1] + "一二三四五六日"[int(match[0][-1]) - 1],
    "colon": lambda match: match[0].replace("：", ":"),
    "article": lambda match: f"第{chinese_number(int(match[0][1:-1]))}条" if 0 < int(match[0][1:-1]) < 100 else "第×条（汉字序数）",
    "nearly": lambda match: match[0].removesuffix("左右").removesuffix("上下"),
    "points": _points,
    "against": _points,
    "spoken": _spoken,
}


@check(
    "number-style",
    nodes={"document"},
    parameters={
        "since": {
            "description": "Day (YYYY-MM-DD) from which the standard binds: older documents are left alone.",
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "default": "2012-06-01",
        },
        "leave": {
            "description": "Kinds of slip that are left alone.",
            "type": "array",
            "items": {"enum": [*_RIGHT, "telephone", "words"]},
            "default": [],
        },
    },
    facts=("written", "right"),
    faults=("doubtful",),
)
def number_style(_node: Node, context: Context, since: str, leave: list[str]) -> Iterator[Hit]:
    """Figures, ranges and units in a form that the standards do not allow.  Facts: ``written`` and ``right``."""
    if not in_force(context.document, since):
        return
    text, told = context.once(running_without_names), set[Span]()
    for kind, style in (*_STYLES.items(), *_MIXED.items()):
        for found in text.find(style, *_IN_SENTENCES.get(kind, ())) if kind not in leave else ():
            right = _RIGHT[kind](found.match)
            if kind == "spoken" and _in_figures(text):
                right = f"{chinese(found.match[0][3:])}%"
            at = found.at("at") if "at" in found.match.groupdict() else found.at()
            if right != at.value:
                # Where the value changes with the unit, the new one is the drafter's to reckon.
                edits = edit_at(at, right, False) if "（" not in right else ()
                told.add(at.span())
                yield Hit(at, {"written": at.value, "right": right}, edits=edits)
    for amiss in (*figures_in_words(context), *odd_forms(context), *slipped_figures(context)) if "words" not in leave else ():
        edits = edit_at(amiss.at, amiss.right, False) if "（" not in amiss.right else ()
        if amiss.at.span() not in told:
            told.add(amiss.at.span())
            yield Hit(amiss.at, {"written": amiss.at.value, "right": amiss.right, "fault": "doubtful" if amiss.doubtful else ""}, edits=edits)
    telephones = ((at, right, False) for at, right in wrong_numbers(context)) if "telephone" not in leave else ()
    for at, right, doubtful in (*telephones, *wrong_units(context), *two_units(context), *odd_units(context), *date_writing(context)):
        yield Hit(at, {"written": at.value, "right": right, "fault": "doubtful" if doubtful else ""})
    for cell, day in odd_days(context.document):
        yield Hit(cell, {"written": cell.value, "right": f"{day.year}年{day.month}月{day.day}日"})
