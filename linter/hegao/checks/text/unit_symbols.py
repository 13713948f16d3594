"""Names and symbols of units (计量单位): legal ones, written as GB 3100—93 says (norms FIG-17 to FIG-20)."""

from __future__ import annotations

import re
from collections.abc import Callable

from hegao.sources.scanner import Scanner

_UNITS = {
    "公尺": "米",
    "公分": "厘米",
    "公厘": "毫米",
    "公升": "升",
    "公吨": "吨",
    "公克": "克",
    "平方千": "平方千米",
    "平米": "平方米",
    "立米": "立方米",
    "平方公尺": "平方米",
    "立方公尺": "立方米",
    "市斤": "千克（1市斤合0.5千克）",
    "市尺": "米（3市尺合1米）",
    "毫微米": "纳米",
    "华氏度": "摄氏度（须换算）",
    "英里": "千米（1英里合1.609千米）",
    "英尺": "米（1英尺合0.3048米）",
    "加仑": "升（须换算）",
    "马力": "千瓦（1马力合0.735千瓦）",
    "华里": "千米（1华里合0.5千米）",
    "市担": "千克（1市担合50千克）",
    "公亩": "平方米（1公亩合100平方米）",
    "公斤力": "牛（1公斤力合9.807牛）",
}
#: Short forms that are units only where nothing follows that makes another word of them.
_SHORT_UNITS = {"cc": "毫升", "CC": "毫升", "平方": "平方米", "立方": "立方米"}
#: By their letters without case.
_SYMBOLS = {
    **{symbol.casefold(): symbol for symbol in ("km", "cm", "mm", "kg", "kW", "kV", "kPa", "MPa", "Hz", "kHz", "MHz", "dB")},
    "kwh": "kW·h", "kva": "kV·A", "m2": "m²", "m3": "m³",
}
_NAMES = {"m³": "立方米", "m3": "立方米", "m²": "平方米", "m2": "平方米", "L": "升", "g": "克", "km": "千米", "kg": "千克", "mg": "毫克", "kW": "千瓦", "t": "吨", "m": "米"}
_DIVISORS = {"m3": "立方米", "m³": "立方米", "m2": "平方米", "m²": "平方米", "km": "千米", "h": "小时", "d": "天", "s": "秒", "L": "升", "kg": "千克"}
#: Symbols of units with the names that mean the same, those of more letters first.
SYMBOLS_AND_NAMES: tuple[tuple[str, str], ...] = (
    *(("km²", "平方千米|平方公里"), ("㎡", "平方米"), ("m²", "平方米"), ("m2", "平方米"), ("㎥", "立方米"), ("m³", "立方米"), ("m3", "立方米")),
    *(("kWh", "千瓦时"), ("kW·h", "千瓦时"), ("MW", "兆瓦"), ("kW", "千瓦"), ("kV", "千伏"), ("km", "千米|公里"), ("kg", "千克|公斤"), ("mg", "毫克"), ("cm", "厘米"), ("mm", "毫米")),
    *(("mL", "毫升"), ("ml", "毫升"), ("dB", "分贝"), ("℃", "摄氏度|度"), ("hm²", "公顷"), ("min", "分钟"), ("g", "克"), ("m", "米"), ("L", "升"), ("t", "吨"), ("h", "小时")),
)
UNIT_STYLES = {
    # 500平米
    "unit": Scanner(rf"(?<=[\d万千百余多每])(?:{'|'.join(_UNITS)})(?<!平方千(?=[米瓦]))|(?<=\d)(?:cc|CC)(?![A-Za-z\d@.])|(?<=[\d万])[平立]方(?=[，。；、）]|以上|以下|左右)"),
    # 60km/小时
    "compound": Scanner(r"(?<=\d)(?:km|kg|mg|kW|m[³²23]|t|m|L|g)/(?:小时|秒|分钟|公顷|升|立方米|平方米|天|日)"),
    # 5KM
    "symbol": Scanner(r"(?<=[\d万亿])(?:[Kk](?:M|G|m(?<=Km)|g(?<=Kg)|[Vv][Aa](?<!kVA)|[Vv](?<!kV)|[Ww][Hh](?<!kWh)|[Ww](?<!kW)|[Hh][Zz](?<!kHz)|[Pp][Aa](?<!kPa))|[MC][Mm]|M(?:[23]|pa|PA)|HZ|hz|DB|db)(?![A-Za-z0-9·])", sign=r"[\d万亿][KkMCHhDd]"),
    # 30毫克/m3
    "divisor": Scanner(r"(?<=\d)(?:毫克|微克|千克|公斤|克|吨|千瓦|升|立方米|千米|公里|毫米|米)/(?:m[23³²]|km|kg|[hdsL])(?![A-Za-z0-9])"),
    "prefix": Scanner("千千[瓦克米]"),
}


def right_symbol(written: str) -> str:
    """The symbol of a unit as it is to be written, from its letters in any case; what is none as it stands."""
    return _SYMBOLS.get(written.casefold(), written)


def _divided(match: re.Match[str]) -> str:
    unit, divisor = match[0].split("/")
    return f"{unit}/{_DIVISORS[divisor]}"


UNIT_RIGHT: dict[str, Callable[[re.Match[str]], str]] = {
    "unit": lambda match: _UNITS.get(match[0]) or _SHORT_UNITS[match[0]],
    "compound": lambda match: _NAMES[match[0].split("/")[0]] + "/" + match[0].split("/")[1],
    "symbol": lambda match: right_symbol(match[0]),
    "prefix": lambda match: {"瓦": "兆瓦", "克": "吨", "米": "兆米"}[match[0][-1]],
    "divisor": _divided,
}
