"""Slips of the pen within a figure and its unit (数字与单位的笔误): 125g克, 42M, 57千M, 12..5元, 95%%, l00万元, 2026——2027学年, 第6届 (norms FIG)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running, running_without_names
from hegao.checks.text.figures_in_words import Amiss
from hegao.checks.text.unit_symbols import SYMBOLS_AND_NAMES
from hegao.document.model import Table
from hegao.phrases.numbers import chinese_number
from hegao.phrases.quantities import unit_words
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of

_N = r"\d+(?:\.\d+)?"
_HAN = "\u3400-\u9fff"
_KINDS = ("title", "heading", "paragraph", "row", "note", "attachment")
_Kind = tuple[Scanner, Callable[[re.Match[str]], str], bool]
#: What is measured in mega- and not in metres.
_DATA = Pattern("宽带|带宽|网|文件|图片|照片|附件|大小|流量|内存|存储|光纤|光缆|速率|[KMG]B|像素|视频|传输|空间|压缩|格式|U盘|邮箱|系统")
_WARM = Pattern("温|热|冷|℃|冰|暖|烧")


def _unit() -> str:
    return one_of(unit_words())


def _metres(match: re.Match[str]) -> str:
    begin = max(match.string.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
    return match["at"] if _DATA.search(match.string, begin, match.end() + 12) else "米" if match["at"] == "M" else match["at"].replace("M", "米")


def _degrees(match: re.Match[str]) -> str:
    return "℃" if _WARM.search(match.string, max(0, match.start() - 30), match.end() + 10) else match["at"]


def _once(match: re.Match[str]) -> str:
    return match["unit"]


def _mixed(match: re.Match[str]) -> str:
    """2万7千米 is 2.7万米."""
    return f"{(Decimal(match['n']) + Decimal(match['m']) / 10).normalize():f}万" if "." not in match["n"] else match["at"]


def _neighbours(match: re.Match[str]) -> str:
    low, high = int(match["low"]), int(match["high"])
    return chinese_number(low) + chinese_number(high) if high == low + 1 else match["at"]


_LETTERS = str.maketrans("lIＩOoＯ", "111000")
_SLIPS: tuple[_Kind, ...] = (
    # 125g克, 12km千米: one unit, by its symbol and by its name
    (Scanner(lambda: rf"(?<=[\d万亿百千])(?P<at>(?:{'|'.join(rf'{re.escape(symbol)}(?P<n{place}>{name})' for place, (symbol, name) in enumerate(SYMBOLS_AND_NAMES))}))", sign=r"[\d万亿百千][A-Za-z㎡㎥℃²³]"), lambda match: next(name for name in match.groupdict().values() if name and name != match["at"]), False),
    # 300克g
    (Scanner(lambda: rf"(?<=[\d万亿])(?P<at>(?:{'|'.join(rf'(?P<n{place}>{name}){re.escape(symbol)}' for place, (symbol, name) in enumerate(SYMBOLS_AND_NAMES))}))(?![A-Za-z])", sign=rf"\d[{_HAN}]{{1,4}}[A-Za-z㎡㎥℃]"), lambda match: next(name for name in match.groupdict().values() if name and name != match["at"]), False),
    # 被冲毁42M, 57千M, 500M²
    (Scanner(r"(?<=\d)(?P<at>M)(?=[，。；、）及和长宽高深处]|$)"), _metres, False),
    (Scanner(r"(?<=\d)(?P<at>[百千万][KkMm]?M)(?![A-Za-z²³\d])"), lambda match: match["at"][0] + ("公里" if len(match["at"]) > 2 else "米"), False),
    # 2万7千米
    (Scanner(rf"(?<![\d.])(?P<at>(?P<n>\d+)万(?P<m>\d)千)(?=米|克|瓦|[{_HAN}])"), _mixed, False),
    # 由35个降至21个，下降40个百分点
    (
        Scanner(
            rf"(?:由|从)[^，。；]{{0,16}}?\d(?P<unit>[\u3400-\u9fff]{{1,3}})[^，。；\d]{{0,10}}(?:[增降升减下缩][\u3400-\u9fff]{{0,2}})?[到至为]\d[\d.]*(?P=unit)，[^，。；\d]{{0,4}}(?:提高|提升|上升|增加|增长|下降|降低|减少|压减|缩短)了?(?P<at>(?P<n>{_N})个?百分点)",
            sign="百分点",
        ),
        lambda match: f"{match['n']}%",
        False,
    ),
    # 3、4分钟
    (Scanner(r"(?<![\d.、，第和与及—～~-])(?<!\d[至到])(?P<at>(?P<low>[1-9])、(?P<high>[2-9]))(?=分钟|小时|公里|千米|里路|米|岁|元|万|亩|批次|倍|吨|公斤|周(?!年))", sign=r"\d、\d[\u3400-\u9fff]"), _neighbours, False),
    # 不超过.5NTU, 降至.8，
    (Scanner(r"(?<=[\u3400-\u9fff])(?P<at>\.\d+)(?=[A-Za-z℃‰μ，。；、）]|以[上下内]|$)"), lambda match: "0" + match["at"], False),
    # 12..5元, 12。5元
    (Scanner(r"(?<=\d)(?P<at>\.{2,3}|．\.|\.．|．．)(?=\d)"), lambda match: ".", False),
    (Scanner(lambda: rf"(?<=[{_HAN}])\d{{1,6}}(?P<at>。)(?=\d{{1,3}}(?:[万亿]|[%％‰℃]|个百分点|元|(?!年|月|日|时|人|个|户|家|名|条|处){_unit()}))", sign=r"\d。\d"), lambda match: ".", False),
    # 补助120.元, 14::30, 32微克/立方
    (Scanner(r"(?<=[\u3400-\u9fff])\d{1,6}(?P<at>[.．])(?=[万亿]?元|[%％])"), lambda match: "", False),
    (Scanner(r"(?<=\d)(?P<at>[:：]{2,3})(?=[0-5]\d(?!\d))"), lambda match: ":", False),
    (Scanner(r"(?<=[克升斤吨人]/)(?P<at>立方|平方)(?![\u3400-\u9fff])"), lambda match: match["at"] + "米", False),
    # 95%%, 4℃℃
    (Scanner(r"(?<=\d)(?P<at>(?P<unit>[%％‰℃])[%％‰℃])"), _once, False),
    # 95%个百分点, 百分之98%
    (Scanner(r"(?<=\d)(?P<at>[%％]个?百分点)"), lambda match: "个百分点", False),
    # 100多名以上
    (Scanner(rf"\d[多余][万亿]?[{_HAN}]{{1,3}}?(?P<at>以上)(?=[，。；、）的]|[{_HAN}])"), lambda match: "", False),
    # 12 500元
    (Scanner(lambda: r"(?<![\d.])(?P<at>\d{1,3}(?: \d{3})+)(?=(?:\.\d+)?[万亿]?(?:元|人|户|亩|吨|平方米|公里|件|株))", sign=r"\d \d{3}"), lambda match: match["at"].replace(" ", ""), True),
    # l00万元, 2O0万元
    (Scanner(lambda: rf"(?<![A-Za-z\d.\-/〔])(?P<at>(?=[\dlIＩOoＯ]*\d)(?=\d*[lIＩOoＯ])[\dlIＩOoＯ]{{2,9}})(?=[万亿%％]|年|月|日|{_unit()})", sign=r"\d[lIＩOoＯ]|[lIＩOoＯ]\d"), lambda match: match["at"].translate(_LETTERS), False),
    # 储存温度不高于4C
    (Scanner(r"(?<=\d)(?P<at>C)(?=[，。；、）以]|$)"), _degrees, False),
    # 36平方公，
    (Scanner(r"(?<=[\d万亿])(?P<at>平方[公千](?![里米尺顷瓦]))"), lambda match: "平方公里", False),
    # 300元/吨/吨, 元元/
    (Scanner(r"(?<=[元人户吨])(?P<at>/(?P<unit>[\u3400-\u9fff]{1,3})/(?P=unit))(?![\u3400-\u9fff])"), lambda match: f"/{match['unit']}", False),
)
#: Dashes typed twice, within titles, too.
_DASHES: tuple[_Kind, ...] = (
    # 2026——2027学年, 9:00--17:00
    (Scanner(r"(?<=\d)(?P<at>——|---?|－－|—-|-—)(?=\d)"), lambda match: "—", False),
    (Scanner(r"(?<=\d年|\d月|\d日)(?P<at>——|--|－－)(?=\d)"), lambda match: "—", False),
)
#: 第6届文化旅游周 (FIG-12)
_EDITION = Scanner(r"第(?P<at>\d{1,2})(?=届)")
#: 40张张 in a cell.
_DOUBLED_IN_CELL = Pattern(lambda: rf"{_N}(?P<scale>[万亿]?)(?P<at>(?P<unit>{_unit()})(?P=unit))")
_CELL = Pattern(lambda: rf"{_N}(?P<unit>[万亿]?{_unit()})")
_PERCENT_CELL, _FIGURE_CELL = Pattern(r"\d{1,3}(?:\.\d+)?[%％]"), Pattern(r"\d{1,3}(?:\.\d+)?")
_RATE_HEAD = Pattern("率|比重|占比|比例|满意度|覆盖面|%|％")
_FEWEST = 3


def slipped_figures(context: Context) -> Iterator[Amiss]:
    """The figures of a document in which something was typed twice, left out, or typed for something like it."""
    text = context.once(running_without_names)
    for passages, slips in ((text, _SLIPS), (context.once(running), _DASHES)):
        for scanner, right, doubtful in slips:
            for found in passages.find(scanner, *_KINDS):
                if right(found.match) != found.match["at"]:
                    yield Amiss(found.at("at"), right(found.match), doubtful)
    for found in context.once(running).find(_EDITION, *_KINDS):
        number = int(found.match["at"])
        if number:
            yield Amiss(found.at("at"), chinese_number(number), True)
    for table in context.document.of("table"):
        if isinstance(table, Table):
            yield from _in_cells(table)


def _in_cells(table: Table) -> Iterator[Amiss]:
    """Units given twice, and the one rate of a column without its sign."""
    for place, column in enumerate(table.columns):
        cells = [row.cells[place] for row in table.rows if place < len(row.cells) and row.cells[place].value.strip()]
        for cell in cells:
            doubled = _DOUBLED_IN_CELL.fullmatch(cell.value.strip())
            if doubled is not None:
                yield Amiss(cell, cell.value.strip()[: doubled.start("at")] + doubled["unit"])
        bare = [cell for cell in cells if _FIGURE_CELL.fullmatch(cell.value.strip())]
        signed = sum(1 for cell in cells if _PERCENT_CELL.fullmatch(cell.value.strip()))
        if len(bare) == 1 and signed >= _FEWEST and signed + 1 == len(cells) and _RATE_HEAD.search(unspaced(column.head)):
            yield Amiss(bare[0], f"{bare[0].value.strip()}%")
