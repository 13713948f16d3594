"""Figures that the words around them show to be wrong: 罚款128.5万, 比上年同期提高5.2%, 97%以上和85以上, 每日3万立方米/日, 2026年5月31开工."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Running, running, running_without_names
from hegao.checks.text.rates_without_sign import lost_signs
from hegao.checks.text.unit_symbols import right_symbol
from hegao.phrases.numbers import chinese, chinese_number
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_N = r"\d+(?:\.\d+)?"
_END = r"(?=[，。；、）]|$)"
#: What is told in money, so that 万 and 亿 want 元.
_MONEY = (
    "罚款|罚没款|收入|支出|投资|贷款|融资|税收|利润|经费|奖金|捐款|债券|金额|造价|概算|预算|交易额|销售额|贸易额|总产值|增加值|费用|工程款|欠款|薪酬|合同额|补偿|赔偿|拨款|补助|奖补|捐赠|所得|标价|总价|报价|售价|成交价"
)
#: What is told in rates, whose difference is told in points.
_RATE = "率|比重|占比|比例|覆盖面|满意度|达标面"
_MOVED = "提高|提升|上升|增加|下降|降低|减少|回落|高|低"
_BESIDE = r"(?:上年|上季|去年|同期|全[省市县国]|目标|平均|现有|原有|第[一二三四]季|一季|上半年|上月|上周|20\d\d年|年初|计划|[省市]级)"
#: Counters of what statistics count.
_COUNTED = "个|件|人|户|家|名|项|亩|元|万元|亿元|公里|千米|所|座|处|台|套|次|起|份|辆|条|吨|人次|平方米|小时|分钟|天|公顷|平方公里|立方米|千克|公斤|毫米|厘米|场|座|株|盏|册|幅|艘|架|头|只"


class Amiss(NamedTuple):
    """A figure: its place, what should stand there, whether another way of writing may be meant."""

    at: Text
    right: str
    doubtful: bool = False


_Kind = tuple[Scanner, Callable[[re.Match[str]], str], bool]
#: By what is wrong: where, the part at fault in the group ``at``, what should stand there, and whether that is doubtful.
_IN_WORDS: tuple[_Kind, ...] = (
    # 罚款128.5万, 实现旅游收入28亿
    (Scanner(rf"(?:{_MONEY})[^，。；、：（）\d]{{0,6}}(?P<at>{_N}[万亿]){_END}"), lambda match: match["at"] + "元", False),
    # 开工率68.1%，高于全省平均水平3.6%; 参与率提高到90%，比现有水平提高5%
    (
        Scanner(
            rf"(?:{_RATE})[^，。；]{{0,8}}?(?P<rate>{_N})[%％]，(?:比|较(?![好大快强为差])|高于|低于|高出)[^，。；（）\d%]{{0,6}}{_BESIDE}[^，。；（）\d%]{{0,8}}?(?:{_MOVED})?了?(?<!的)(?P<at>(?P<change>{_N})[%％])(?![点的])",
            sign="[%％]，(?:比|较|高于|低于|高出)",
        ),
        lambda match: f"{match['change']}个百分点" if 2 * Decimal(match["change"]) < Decimal(match["rate"]) else match["at"],
        False,
    ),
    # 覆盖率比上年提高3%
    (
        Scanner(rf"(?:{_RATE})(?:同比|环比|(?:比|较)(?:20\d\d年)?[^，。；（）\d%]{{0,14}}?)(?:{_MOVED})了?(?P<at>(?P<change>{_N})[%％]){_END}"),
        lambda match: f"{match['change']}个百分点",
        True,
    ),
    # 97%以上和85以上
    (
        Scanner(r"\d[%％](?:以上|以下|左右)?(?:、|和|及)(?P<at>\d{2}(?:\.\d+)?)(?=(?:以上|以下|左右)?(?:[，。；、）]|$))", sign=r"[%％](?:以[上下]|左右)?[、和及]\d"),
        lambda match: match["at"] + "%",
        False,
    ),
    # 两2小时
    (
        Scanner(r"(?<![第一二两三四五六七八九十百千万零〇\d])(?P<at>(?P<word>[一二两三四五六七八九十])(?P<figure>10?|[2-9]))(?=小时|分钟|[天日年月名人户家次项条处座台辆套场份批轮倍元亩吨米]|个|公里|千米|平方|万|亿|%)"),
        lambda match: match["figure"] if chinese(match["word"].replace("两", "二")) == int(match["figure"]) else match["at"],
        False,
    ),
    # 第7七次
    (Scanner(r"第(?P<at>\d{1,3}[一二三四五六七八九十]{1,3})(?=[次届批期轮])"), lambda match: _figures_once(match["at"]), False),
    # 三分之2, 3分之二, 3分之2
    (Scanner(r"(?P<at>[一二三四五六七八九十]分之\d+|(?<![\d.])\d{1,2}分之(?:[一二三四五六七八九]|\d))(?![\d.%])"), lambda match: _fraction(match["at"]), False),
    # 下降.5个百分点
    (Scanner(r"(?<=[\u3400-\u9fff])(?P<at>\.\d+)(?=个(?:百分点|工作日|月)|元|公里|千米|米|亩|吨|倍|小时|天|公顷|平方)"), lambda match: "0" + match["at"], False),
    # 二名, 二个
    (Scanner(r"(?<=[\u3400-\u9fff])(?<![第一二三四五六七八九十百千万零〇头前十])(?P<at>二)(?=名|个(?!月|阶段|维护)|位(?!一体)|家(?!庭)|辆|台|套|间(?!房))"), lambda match: "两", True),
    # 装机50mw
    (Scanner(r"(?:装机|光伏|风电|发电|储能|机组|负荷)[^，。；]{0,12}\d(?P<at>mw|Mw|mwh|Mwh)(?![A-Za-z])"), lambda match: match["at"].replace("m", "M").replace("w", "W"), False),
    # 每日3万立方米/日
    (
        Scanner(rf"每(?P<each>日|天|小时|月|年)(?P<what>[^，。；\d]{{0,8}}{_N}[万亿]?[\u3400-\u9fff]{{1,4}}|[^，。；\d]{{0,8}}{_N}[万亿]?(?:m³|t|L|kg))(?P<at>/(?:日|天|d|小时|h|月|年))"),
        lambda match: "",
        False,
    ),
)
#: The same of days and of signs of units.
_OF_DAYS_AND_SIGNS: tuple[_Kind, ...] = (
    # 5月31开工
    (
        Scanner(r"(?<=\d月)(?P<at>3[01]|[12]\d|[1-9])(?=[\u3400-\u9fff])(?![日号余多个家人项天件次所起户亩万千百名元级届期份周至到和及与、前年月岁时点米吨公批种座处条台门场节课])"),
        lambda match: match["at"] + "日",
        False,
    ),
    # 3月1起施行
    (Scanner(r"(?<=\d月)(?P<at>3[01]|[12]\d|[1-9])(?=起(?:施行|实施|执行|实行|生效|至))"), lambda match: match["at"] + "日", False),
    # 30万kw
    (Scanner(r"(?<=[\d万亿])(?P<at>kwh|kw|kv|kva|hz|khz|mhz|db|Mpa|mpa|Kpa|kpa)(?![A-Za-z0-9/])"), lambda match: right_symbol(match["at"]), False),
    # 五、六分钟
    (
        Scanner(r"(?<=[^第\d、一二三四五六七八九十])(?P<at>[二三四五六七八]、[三四五六七八九])(?=分钟|小时|公里|千米|里路|岁)", sign="、[三四五六七八九](?:分钟|小时|公里|千米|里路|岁)"),
        lambda match: match["at"].replace("、", ""),
        False,
    ),
    # 1.0-2.5 in a cell
    (Scanner(r"^(?P<at>\d+\.\d+-\d+\.\d+)$"), lambda match: match["at"].replace("-", "～"), True),
)
#: Across quotations and titles.
_AS_IT_STANDS: tuple[_Kind, ...] = (
    # “124”国家宪法日
    (
        Scanner(r"“(?P<at>(?!1(?:10|19|20|22)”)(?P<month>1[0-2]|[1-9])(?P<day>[12]\d|3[01]|[1-9]))”(?=(?:国家|国际|世界|全国|全民)[^，。；“”]{2,10}[日周月]|消费者权益)", sign=r"“\d{2,4}”[国世全消]"),
        lambda match: f"{match['month']}·{match['day']}",
        False,
    ),
    # 《办法》（江政发〔2026〕5号）第9条
    (Scanner(r"》（[^（）《》]{2,40}）(?P<at>第\d{1,3}条)", sign=r"）第\d{1,3}条"), lambda match: _article(match["at"]), False),
)
#: 完工率61.7%，较上年同期提高5.2%（上年同期为56.5%）
_REMARKED = Scanner(
    rf"(?P<high>{_N})[%％]，[^，。；（）%]{{0,14}}(?:{_MOVED})了?(?P<at>(?P<change>{_N})[%％])（[^（）%]{{2,14}}?(?P<low>{_N})[%％]）", sign=r"[%％]（[^（）]*[%％]）"
)
#: 销号率40%，比上次的20%（1件）提高20%: the difference of the two.
_THAN_BEFORE = Scanner(
    rf"(?P<high>{_N})[%％]，(?:比|较)[^，。；%]{{0,14}}?(?P<low>{_N})[%％](?:（[^（）%]{{1,14}}）)?(?:{_MOVED})了?(?P<at>(?P<change>{_N})[%％])", sign=r"[%％]，[比较][^，。；%]{0,14}\d[%％]"
)
#: 百分之三点一 among rates in figures.
_SPOKEN = Scanner("(?P<at>百分之(?P<whole>[一二三四五六七八九十]{1,3})点(?P<rest>[零一二三四五六七八九]{1,3}))")
_DECIMAL = Pattern(r"\d\.\d")
#: 第27次常务会议 beside 第二十七次.
_SESSION = Scanner(r"第(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,5})次(?=[\u3400-\u9fff]{0,8}会议)")
#: 五十八人 beside 368人: no round number, no ordinal, no day.
_COUNT = Scanner(rf"(?<![第一二三四五六七八九十百千万零〇\d初上下几])(?P<at>(?:[一二三四五六七八九]千)?零?(?:[一二三四五六七八九]百)?零?(?:[一二三四五六七八九]?十)?[一二三四五六七八九])(?=(?:{_COUNTED})(?!月|方面))", sign=f"[十百千零][一二三四五六七八九](?:{_COUNTED})")
#: 二十六万元 among amounts in figures; 十万元, 数百万元, 近千万元 tell about how much.
_SUM = Scanner(
    r"(?<![第一二三四五六七八九十百千万亿零〇\d几数多约近上余壹])(?P<at>(?P<number>[一二三四五六七八九][一二三四五六七八九十百千零]{0,6}|十[一二三四五六七八九])(?P<scale>[万亿]?)元)",
    sign="[一二三四五六七八九十百千][万亿]?元",
)
_SUMS = Scanner(r"\d[万亿]?元")
_ROUND_LETTERS = 2
_FINE = Pattern("罚款|处以|罚金")
#: 叁拾贰人: figures of banks, but for amounts on cheques and in contracts.
_OF_BANKS = Scanner(r"(?<![壹贰叁肆伍陆柒捌玖拾佰仟零])(?!(?<=[队入退行落])伍)(?P<at>(?P<number>[壹贰叁肆伍陆柒捌玖拾佰仟零]{1,9})(?P<scale>万?))(?=(?P<unit>[\u3400-\u9fff]))")
_BANK_DIGITS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
#: What behind such a figure shows that it is one.
_BANK_COUNTERS = frozenset("人名个户家项件次处座台套辆亩吨份所条天日月年元")
_CHEQUE = Pattern("大写|人民币|元整")
#: 二十个工作日, 八百人次 among figures.
_ROUND_COUNT = Scanner(r"(?<![第一二三四五六七八九十百千万零〇\d初上下几数近约多])(?P<at>(?:[二三四五六七八九]十|[一二三四五六七八九]百(?:[一二三四五六七八九]十)?))(?=人次|个工作日|[人户名台辆](?![大代]))", sign="[十百](?:人|个工|户|名|台|辆)")
#: What is no more than this may be told in words; one figure beside it is no usage.
_ROUND, _BESIDE_FIGURES, _THROUGHOUT, _HUNDRED = 10, 1, 5, 100
_BEFORE_ALL = frozenset(("", "|", "\t", "\n", " ", "　", "。"))
_ARABIC = Pattern(rf"\d(?:{_COUNTED}|%)")


def figures_in_words(context: Context) -> Iterator[Amiss]:
    """The figures of a document that their words show to be wrong, each once."""
    text = context.once(running_without_names)
    amisses = list(_by_kind(context))
    yield from amisses
    told = {amiss.at.span() for amiss in amisses}
    for found in (*text.find(_REMARKED), *text.find(_THAN_BEFORE)):
        low, high, change = (Decimal(found.match[name]) for name in ("low", "high", "change"))
        if abs(high - low) == change and found.at("at").span() not in told:
            yield Amiss(found.at("at"), f"{change}个百分点")
    for found in text.find(_SPOKEN):
        if "%" in found.match.string or _DECIMAL.search(found.match.string) and "第一条" not in text.text:
            rest = "".join(str(chinese(one)) for one in found.match["rest"])
            yield Amiss(found.at("at"), f"{chinese(found.match['whole'])}.{rest}%")
    yield from (Amiss(*lost) for lost in lost_signs(text) if lost.at.span() not in told)
    for amiss in _sums(text):
        told.add(amiss.at.slice(0, len(amiss.at) - 2).span())
        yield amiss
    yield from _sessions(text)
    in_figures = "第一条" not in text.text and len(_ARABIC.findall(text.text)) >= _THROUGHOUT
    for found in text.find(_COUNT, "heading", "paragraph", "row"):
        beside = len(_ARABIC.findall(found.match.string)) >= _BESIDE_FIGURES or in_figures
        if chinese(found.match["at"]) > _ROUND and beside and found.at("at").span() not in told:
            # What a sentence or a cell begins with may well be a word: 十二所学校食堂收支核算不规范.
            yield Amiss(found.at("at"), str(chinese(found.match["at"])), found.match.string[: found.match.start("at")][-1:] in _BEFORE_ALL)
    for found in text.find(_ROUND_COUNT, "heading", "paragraph", "row") if in_figures else ():
        yield Amiss(found.at("at"), str(chinese(found.match["at"])), True)


def _sums(text: Running) -> Iterator[Amiss]:
    """Amounts in words where the others are in figures, and figures of banks; what is made of articles is law, which tells fines in words."""
    for found in text.find(_OF_BANKS, "heading", "paragraph", "row"):
        unit, number = found.match["unit"], chinese(found.match["number"].translate(_BANK_DIGITS))
        if unit in _BANK_COUNTERS and (unit != "元" or found.match["scale"]) and not _CHEQUE.search(found.match.string) and number:
            yield Amiss(found.at("at"), f"{number}{found.match['scale']}")
    spoken = [] if "第一条" in text.text else list(text.find(_SUM, "heading", "paragraph", "row"))
    if not spoken or not any(True for _ in text.find(_SUMS)):
        return
    for found in spoken:
        if _FINE.search(found.match.string):
            continue
        written = found.match["number"]
        yield Amiss(found.at("at"), f"{chinese(written)}{found.match['scale']}元", len(written) <= _ROUND_LETTERS)


def _by_kind(context: Context) -> Iterator[Amiss]:
    for passages, kinds in ((context.once(running_without_names), (*_IN_WORDS, *_OF_DAYS_AND_SIGNS)), (context.once(running), _AS_IT_STANDS)):
        for scanner, right, doubtful in kinds:
            for found in passages.find(scanner):
                if right(found.match) != found.match["at"]:
                    yield Amiss(found.at("at"), right(found.match), doubtful)


def _sessions(text: Running) -> Iterator[Amiss]:
    """One meeting, its number in figures here and in words there: the rarer way, and of two the later."""
    written: dict[str, list[Text]] = defaultdict(list)
    for found in text.find(_SESSION):
        written[found.match["number"]].append(found.at("number"))
    for number, places in written.items():
        spoken = chinese_number(int(number)) if number.isdigit() and 0 < int(number) < _HUNDRED else ""
        others = written.get(spoken, [])
        rarer, right = (places, spoken) if len(places) <= len(others) else (others, number)
        for at in rarer if others else ():
            yield Amiss(at, right)


def _article(written: str) -> str:
    number = int(written[1:-1])
    return f"第{chinese_number(number)}条" if 0 < number < _HUNDRED else "第×条（汉字序数）"


def _figures_once(written: str) -> str:
    """An ordinal told in figures and in words, in words alone: 7七."""
    return written.lstrip("0123456789")


def _fraction(written: str) -> str:
    """A fraction in words alone."""
    low, high = written.split("分之")
    return "分之".join(chinese_number(int(part)) if part.isdigit() else part for part in (low, high))
