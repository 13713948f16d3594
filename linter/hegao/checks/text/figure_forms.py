"""Figures whose form the standards do not know: 2万五千元, 8项规定, 12至15%, 24~30米, 毫千米, ppm (GB/T 15835—2011, GB 3100—93; norms FIG).

Each kind names the requirement that it breaks; what stands in documents that are right now and then is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import Running, running, running_without_names
from hegao.checks.text.figures_in_words import Amiss
from hegao.document.model import Row, Table
from hegao.phrases.numbers import chinese, chinese_number
from hegao.phrases.quantities import unit_words
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

_N = r"\d+(?:\.\d+)?"
_NUMERALS = "一二三四五六七八九"
_ONES = f"{_NUMERALS}两"
_LARGE = f"{_ONES}十百千零"
#: Where the figure is over.
_SIGN = "[%％]"
_END = r"(?=(?:以上|以下|以内|左右)?(?:[，。；、）的]|$))"
#: What holds a range, at both its ends.
_RANGED = "个百分点|周岁|岁|度|米|公里|千米|厘米|毫米|℃|人|名|户|家|个|天|日|小时|分钟|亩|公顷|吨|公斤|千克|元|年|倍|次|件|台|层|厘米|平方米|立方米"
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


_Kind = tuple[Scanner, Callable[[re.Match[str]], str], bool]


def _unit() -> str:
    return one_of(unit_words())


def value_in_words(written: str) -> Decimal:
    """The value of a number in figures and numerals, with 万 and 亿: 十二万三千, 3百零5."""
    total = part = Decimal(0)
    ones: Decimal | None = None
    for figure, letter in re.findall(r"(\d+(?:\.\d+)?)|(.)", written):
        if figure:
            ones = Decimal(figure)
        elif letter in "万亿":
            total = (total + part + (ones or 0)) * _SCALES[letter]
            part, ones = Decimal(0), None
        elif letter in _SCALES:
            part += (1 if ones is None else ones) * _SCALES[letter]
            ones = None
        elif letter != "零":
            ones = Decimal(chinese(letter.replace("两", "二")))
    return total + part + (ones or 0)


def _plain(value: Decimal) -> str:
    """A value in figures, those of whole ten thousands with 万."""
    if value >= 10_000 and value % 1000 == 0:
        return f"{(value / 10_000).normalize():f}万"
    return f"{value.normalize():f}"


def _in_figures(match: re.Match[str]) -> str:
    return _plain(value_in_words(match["at"]))


def _decimal_in_figures(match: re.Match[str]) -> str:
    """三点二亿 in figures; the numerals behind the point tell digits."""
    rest = "".join(str(chinese(one)) for one in match["rest"])
    return f"{_plain(value_in_words(match['whole']))}.{rest}"


#: Values and the ends of ranges.
_VALUES: tuple[_Kind, ...] = (
    # 3百零5人次, 2万五千元, 一万2千株, 3十公里, 十2万人: figures and numerals in one value (FIG-08)
    (
        Scanner(
            lambda: (
                rf"(?<![\d.{_LARGE}万亿第几表图件式项])(?P<at>(?:\d+[十百千](?:零?[{_LARGE}\d]+)|\d+(?:\.\d+)?万零?(?=[{_ONES}])[{_LARGE}]+"
                rf"|[{_ONES}][{_LARGE}]*万\d+[千百]?|[十百千]\d+万?|\d+十|[{_ONES}][十百千万]零?\d+[千百]?))(?=[多余]?(?:{_unit()}|万元|亿元))"
            ),
            sign=r"\d[十百千万]|[十百千万零]\d",
        ),
        _in_figures,
        False,
    ),
    # 三点二亿元, 八点六公里 (FIG-01)
    (
        Scanner(lambda: rf"(?<![{_LARGE}第])(?P<at>(?P<whole>[{_NUMERALS}十百千]{{1,5}})点(?P<rest>[零{_NUMERALS}]{{1,3}}))(?=[万亿]|{_unit()})", sign=rf"[{_NUMERALS}十百千]点[零{_NUMERALS}]"),
        _decimal_in_figures,
        False,
    ),
    # 200几十处, 1000几百人次, 50几期 (FIG-03)
    (Scanner(lambda: rf"(?<![\d.])(?P<at>(?P<n>\d{{1,3}}0)几(?P<tens>[十百]?))(?={_unit()}|[期处岁])", sign="0几"), lambda match: f"{match['n']}多" if match["tens"] or len(match["n"]) > 2 else f"{chinese_number(int(match['n'])).removeprefix('一')}几", False),
    # 12至15% (FIG-04)
    (Scanner(rf"(?<![\d.%％～~—–-])(?<![由从])(?P<at>(?P<low>{_N})(?P<to>[至到])(?P<high>{_N}){_SIGN})", sign="[至到][\\d.]+[%％]"), lambda match: f"{match['low']}%{match['to']}{match['high']}%", False),
    # 3%至5， (FIG-04)
    (Scanner(rf"\d{_SIGN}[至到](?P<at>{_N})(?=(?:以上|以下|以内|左右)?(?:[，。；、）的确给予执安补]|$))"), lambda match: match["at"] + "%", False),
    # 3至5万人次 (FIG-05)
    (Scanner(rf"(?<![\d.万亿～~—–至年月日时-])(?P<at>(?P<low>{_N})(?P<to>[至到])(?P<high>{_N})(?P<scale>[万亿]))(?=\S)"), lambda match: f"{match['low']}{match['scale']}{match['to']}{match['high']}{match['scale']}" if Decimal(match["low"]) < Decimal(match["high"]) else match["at"], True),
    # 24~30米 (FIG-06)
    (Scanner(rf"(?<=[\d%％℃元万])(?P<at>[~〜∼])(?={_N})"), lambda match: "～", True),
    # 35-64周岁, 15-25度 (FIG-06)
    (Scanner(rf"(?<![0-9A-Za-z.\-/—〔])(?P<at>{_N}--?{_N})(?=(?:周岁|度|层|平方米|万?立方米|亿立方米|床|株|处|座|辆|台|所|套|头|倍|克|升|摄氏度|学时|课时)(?![\-\d]))"), lambda match: re.sub("--?", "～", match["at"]), False),
    # 1、2位监测员, 4、5辆车 (FIG-02)
    (Scanner(r"(?<![\d.、，至到第和与及—～~-])(?P<at>(?P<low>\d)、(?P<high>\d))(?=(?:[位名人天次户辆台件座处根只头艘顶套间]|个(?!方面|问题))(?![级数]))", sign=r"\d、\d[位名人天次户辆台件座处根只头艘顶套间个]"), lambda match: _numerals_beside(match), False),
    # 八、九百个 (FIG-02)
    (Scanner(rf"(?<![第\d、{_NUMERALS}十])(?P<at>[一二两三四五六七八]、[二三四五六七八九])(?=[十百千万][个名人户亩多余辆台家元公])", sign="、[二三四五六七八九][十百千万]"), lambda match: match["at"].replace("、", ""), False),
    # 五、六起 (FIG-02)
    (
        Scanner(rf"(?<=[^第\d、{_NUMERALS}十])(?P<at>二、三|三、四|四、五|五、六|六、七|七、八|八、九)(?=[起户人位家辆台处座间套只头株亩吨元](?![级类]))", sign="、[三四五六七八九][起户人位家辆台处座间套只头株亩吨元]"),
        lambda match: match["at"].replace("、", ""),
        False,
    ),
    # 5千株 (FIG-07)
    (Scanner(lambda: rf"(?<![\d.])(?P<at>\d{{1,3}}(?:\.\d+)?[百千])(?=(?![米克瓦伏升帕赫卡兆]|公顷)(?:{_unit()})(?!级))", sign=r"\d[百千]"), lambda match: f"{(Decimal(match['at'][:-1]) * _SCALES[match['at'][-1]]).normalize():f}", False),
    # 3，456，000千瓦时 (FIG-09)
    (Scanner(lambda: rf"(?<![\d，:：.])(?P<at>\d{{1,3}}(?:，\d{{3}})+)(?=[万亿]?(?:{_unit()}))", sign=r"\d，\d{3}"), lambda match: match["at"].replace("，", ","), False),
    # 坡度降至.5度 (FIG-10)
    (Scanner(lambda: rf"(?<=[\u3400-\u9fff])(?P<at>\.\d+)(?=[%％]|度|{_unit()})", sign=r"[\u3400-\u9fff]\.\d"), lambda match: "0" + match["at"], False),
    # 1200m2 (FIG-19)
    (Scanner(r"(?<=[\d万亿])(?P<at>m[23])(?![A-Za-z0-9])"), lambda match: match["at"].replace("2", "²").replace("3", "³"), True),
    # 。3毫克/升 (FIG-10)
    (Scanner(r"(?<=[于过为达至到约])(?P<at>。\d+)(?=[%万亿个毫元米公吨度])"), lambda match: f"0.{match['at'][1:]}", False),
    # 12，500 in a cell (FIG-09)
    (Scanner(r"^(?P<at>\d{1,3}(?:，\d{3})+(?:\.\d+)?)$"), lambda match: match["at"].replace("，", ","), False),
    # 容积率 .9 in a cell (FIG-10)
    (Scanner(r"^(?P<at>\.\d+)$"), lambda match: "0" + match["at"], False),
)
#: Rates and changes.
_CHANGES: tuple[_Kind, ...] = (
    # 比例92.6%，同比提高1.4%; 控制在4.5%以内，比上年回落0.3% (FIG-14)
    (
        Scanner(
            lambda: rf"{one_of(figure_words('rate'))}[^，。；\d%]{{0,6}}(?P<rate>{_N}){_SIGN}(?:以内|以上|以下|左右)?，{one_of(figure_words('since'))}(?:同期)?(?:提高|提升|上升|下降|降低|回落)了?(?P<at>(?P<n>{_N}){_SIGN}){_END}",
            sign="[%％][^，]{0,2}，[同环比较]",
        ),
        lambda match: f"{match['n']}个百分点",
        True,
    ),
    # 降低近三倍 (FIG-13)
    (
        Scanner(rf"(?:(?:下降|减少|降低|缩减|压缩|压减|缩短|缩小|少)了?(?:近|约|超|超过|将近|至少)|(?:节约|节省|减轻|节支)了?(?:近|约|超)?)(?P<at>(?:{_N}|[一两二三四五六七八九十]{{1,2}})倍)(?!以下)"),
        lambda match: "（百分数或分数：减少不用倍数）",
        False,
    ),
    # 高于全省平均水平2.4% of a rate (FIG-14)
    (
        Scanner(lambda: rf"{one_of(figure_words('rate'))}[^，。；、\d（）]{{0,4}}(?:高于|低于|高出)[^，。；\d（）]{{2,12}}(?:平均|水平|平均水平|目标|均值)(?P<at>(?P<n>{_N}){_SIGN}){_END}"),
        lambda match: f"{match['n']}个百分点",
        True,
    ),
    # 交易额同比增长15个百分点 (FIG-14)
    (
        Scanner(lambda: rf"[\u3400-\u9fff](?:额|量|值|数|收入|[资金款税]|支出|面积|人次)(?:{one_of(figure_words('since'))})?(?:同期)?(?:增长|增加|下降|减少)了?(?P<at>(?P<n>{_N})个?百分点)", sign="百分点"),
        lambda match: f"{match['n']}%",
        True,
    ),
    # 120亿元，同比多增8个百分点 (FIG-14)
    (Scanner(lambda: rf"[万亿]元，{one_of(figure_words('since'))}(?:同期)?(?:增长|多增|少增|下降|减少)了?(?P<at>(?P<n>{_N})个?百分点)", sign="元，.{2,6}[增降减]"), lambda match: f"{match['n']}%", True),
    # 5月1日－5月5日, 3－5人 (PUN-09)
    (Scanner(r"(?<=[日月年\d%])(?P<at>－)(?=\d)"), lambda match: "—" if match.string[match.start() - 1] in "日月年" else "～", True),
    # 由80%提高了95% (FIG-14)
    (
        Scanner(
            rf"(?:由|从)[^，。；\d]{{0,12}}(?P<low>{_N})(?P<unit>{_SIGN}|[\u3400-\u9fff]{{1,3}})(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|压缩|缩短|压减)(?P<at>了)(?P<high>{_N})(?P=unit)", sign=r"了\d"
        ),
        lambda match: _level_told(match),
        False,
    ),
    # 约有近百人 (FIG-15)
    (Scanner(r"(?<![\u3400-\u9fff][签履违节预集续公])(?P<at>约)(?=有?近(?:\d|[一二两三四五六七八九十百千万]))"), lambda match: "", False),
    # 最多不超过90天 (FIG-15)
    (Scanner(rf"(?P<at>最多不超过|至多不超过|最少不少于|至少不少于|至少不低于|最长不超过)(?=[^，。；\d]{{0,4}}{_N})"), lambda match: match["at"][2:], True),
    # 约占总数的近四成 (FIG-15)
    (Scanner(r"约占[^，。；]{1,12}的?(?P<at>近)(?=[一二三四五六七八九\d])"), lambda match: "", False),
)
#: Units.
_MEASURES: tuple[_Kind, ...] = (
    # 36万度 of electricity, 20ppm (FIG-17)
    (Scanner(r"(?:节电|用电量?|发电量?|耗电量?|电量)[^，。；、]{0,8}\d[万亿]?(?P<at>度)(?=[，。；、）以左电]|$)"), lambda match: "千瓦时", False),
    (Scanner(r"(?<=\d)(?P<at>ppm|ppb|PPM)(?![A-Za-z])"), lambda match: "（毫克/升或毫克/立方米等，须换算）", True),
    (Scanner(r"(?<=[\d万亿])(?P<at>方)(?=[，。；、）]|以[上下]|$)"), lambda match: "立方米", True),
    # kW·小时, 千克/hm² (FIG-18)
    (Scanner(r"(?<=\d)(?P<at>(?:kW|MW|W)·?(?:小时|时)|(?:千瓦|兆瓦)·h)"), lambda match: "千瓦时" if match["at"][0] in "kK千" else match["at"].replace("MW", "兆瓦").replace("·h", "时").replace("·", "").replace("小时", "时"), False),
    (Scanner(r"(?<=\d)(?P<at>(?P<unit>千克|公斤|克|吨|升|立方米|株|人|粒)/(?P<symbol>hm[2²]))"), lambda match: f"{match['unit']}/公顷", False),
    # 毫千米, 千兆瓦 (FIG-20)
    (Scanner(r"(?<=[\d万亿])(?P<at>(?:[毫微厘分纳][千兆毫微厘]|[千兆][兆毫微厘分]|兆千)(?:米|克|瓦|伏|安|帕|升|赫))(?!时?网)"), lambda match: {"千兆瓦": "吉瓦", "兆千瓦": "吉瓦"}.get(match["at"], "（不用重叠的词头）"), False),
)


def _numerals_beside(match: re.Match[str]) -> str:
    low, high = int(match["low"]), int(match["high"])
    return chinese_number(low) + chinese_number(high) if low and high == low + 1 else match["at"]


def _level_told(match: re.Match[str]) -> str:
    """到, where the second figure is no change of the first."""
    word, low, high = match.string[match.start("at") - 2 : match.start("at")], Decimal(match["low"]), Decimal(match["high"])
    rises = word in ("提高", "提升", "上升", "增加", "增长", "扩大")
    return "到" if rises == (high > low) and high != low and (not rises or 2 * high > 3 * low or match["unit"] in "%％") else match["at"]


#: 十二万三千亩, 两千四百个: a count that is no round one (FIG-01).
_COUNT = Scanner(
    lambda: (
        rf"(?<![第几数多约近上余\d.{_LARGE}万亿])(?P<at>(?:[{_ONES}十][{_LARGE}]*[万亿](?=[{_ONES}])[{_LARGE}]+|[{_ONES}]千(?=[{_ONES}零])[{_LARGE}]+|[{_ONES}]百(?=[{_ONES}零])[{_LARGE}]+))(?=(?P<unit>[万亿]?{_unit()}))"
    ),
    sign=rf"[万千百][{_ONES}零]",
)
_POINTS = Pattern(r"\d个百分点")
_FIGURE, _AMOUNT = Pattern(r"\d"), Pattern(r"\d[万亿]?元")
#: 百分之九十四点二, told by itself (FIG-01); with its decimals in no law.
_RATE = Scanner(rf"(?P<at>百分之(?P<whole>[{_NUMERALS}十]{{1,3}})(?:点(?P<rest>[零{_NUMERALS}]{{1,3}}))?)", sign="百分之")
_LAW = "第一条"


def odd_forms(context: Context) -> Iterator[Amiss]:
    """The figures of a document whose form is wrong, each once."""
    text = context.once(running_without_names)
    for scanner, right, doubtful in (*_VALUES, *_CHANGES, *_MEASURES):
        for found in text.find(scanner, "heading", "paragraph", "row", "note"):
            if right(found.match) != found.match["at"]:
                yield Amiss(found.at("at"), right(found.match), doubtful)
    if _LAW not in text.text:
        yield from _counts(text)
    yield from _named(context.once(running))
    for table in context.document.of("table"):
        if isinstance(table, Table):
            yield from _in_columns(table)


_CELL_IN_WORDS = Pattern(lambda: rf"(?P<at>[{_ONES}十百]{{1,5}})(?P<unit>{_unit()})")
_CELL_IN_FIGURES = Pattern(lambda: rf"\d+(?:\.\d+)?(?P<unit>{_unit()})")


def _in_columns(table: Table) -> Iterator[Amiss]:
    """The one count of a column in words, where the others of its unit are in figures: 三座 over 5座 (FIG-01)."""
    for place in range(len(table.columns)):
        cells = [row.cells[place] for row in table.rows if place < len(row.cells)]
        spoken = [(cell, match) for cell in cells if (match := _CELL_IN_WORDS.fullmatch(cell.value.strip())) is not None]
        units = {match["unit"] for cell in cells if (match := _CELL_IN_FIGURES.fullmatch(cell.value.strip())) is not None}
        if len(spoken) == 1 and spoken[0][1]["unit"] in units:
            yield Amiss(spoken[0][0], f"{value_in_words(spoken[0][1]['at'])}{spoken[0][1]['unit']}", True)


def _counts(text: Running) -> Iterator[Amiss]:
    for found in text.find(_COUNT, "heading", "paragraph", "row"):
        # Amounts beside others in figures are told where those are looked at.
        if _FIGURE.search(found.match.string) and not (found.match["unit"].endswith("元") and _AMOUNT.search(text.text)):
            yield Amiss(found.at("at"), _in_figures(found.match))
    for found in text.find(_RATE, "heading", "paragraph", "row"):
        rest = found.match["rest"]
        if isinstance(found.node, Row) and found.match.string.strip() == found.match["at"] and not rest:
            yield Amiss(found.at("at"), f"{chinese(found.match['whole'])}%")
        if not rest and "%" not in found.match.string and _POINTS.search(found.match.string):
            yield Amiss(found.at("at"), f"{chinese(found.match['whole'])}%")
        if rest and "%" not in text.text and not re.search(r"\d\.\d", found.match.string):
            yield Amiss(found.at("at"), f"{chinese(found.match['whole'])}.{''.join(str(chinese(one)) for one in rest)}%")


#: Names that tell their number in numerals (FIG-12), by what is behind it.
_NAMED_BY_NUMBER = {
    "3": "农(?=问题|工作|领域|服务|资金|干部|政策|投入|[”、，。])|公经费|重一大|北防护林|资平台|个责任|个区分开来|不两保障|会一课|保障[””]|张清单",
    "4": "风(?=[”问方建])|个意识|个自信|个全面|好农村路|不两直|不放过|议两公开|下基层|上企业",
    "5": "位一体|保户|保供养|保对象|级书记|级联动|好党员|个振兴",
    "2": "个维护|个确立|会(?:精神|期间|召开|服务|胜利)|不愁三保障|免一补",
    "6": "稳|保(?=任务|工作|[”、，])",
    "8": "项规定",
    "1": "岗双责|票否决|网通办|窗受理|事一议|把手|带一路|刻钟|户一策|户一档|村一品|河一策|线工作",
}
_NAMED = Scanner(rf"(?<![\d.第、])(?P<at>[1-8])(?={'|'.join(rf'(?<={number})(?:{names})' for number, names in _NAMED_BY_NUMBER.items())})")
#: 20届4中全会, 第2产业, “15五”, 第8届…大会, 9届6次
_OF_ORDER: tuple[tuple[Scanner, Callable[[re.Match[str]], str]], ...] = (
    (Scanner(r"(?<![\d第])(?P<at>\d{1,2}届\d{1,2}中)(?=全会)"), lambda match: _all_numerals(match["at"])),
    (Scanner(r"(?<=届)(?P<at>\d{1,2})(?=次(?:全会|全体会议|会议))"), lambda match: _all_numerals(match["at"])),
    (Scanner(rf"(?<=[{_NUMERALS}十]届)(?P<at>\d{{1,2}})(?=中全会)"), lambda match: _all_numerals(match["at"])),
    (Scanner(r"(?<=第)(?P<at>[1-9])(?=次?产业|次全国[\u3400-\u9fff]{2,6}普查|季度|责任人)"), lambda match: _all_numerals(match["at"])),
    (Scanner(r"(?<!\d)(?P<at>1\d)(?=五[”规时期末])"), lambda match: _all_numerals(match["at"])),
)


def _all_numerals(written: str) -> str:
    return re.sub(r"\d+", lambda figure: chinese_number(int(figure[0])) if int(figure[0]) else figure[0], written)


def _named(text: Running) -> Iterator[Amiss]:
    """Names and sessions with figures in place of their numerals."""
    for found in text.find(_NAMED, "title", "heading", "paragraph", "row"):
        yield Amiss(found.at("at"), chinese_number(int(found.match["at"])) if found.match["at"] != "2" or not found.match.string.startswith(("个", "免", "不"), found.match.end("at")) else "两")
    for scanner, right in _OF_ORDER:
        for found in text.find(scanner, "title", "heading", "paragraph", "row"):
            if right(found.match) != found.match["at"]:
                yield Amiss(found.at("at"), right(found.match))
