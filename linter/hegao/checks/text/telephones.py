"""Telephone numbers that nobody can dial (电话号码位数不对): subscribers have seven or eight figures, those of one area alike many, mobiles eleven."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

#: A number with the code of its area, behind a word for it or alone in a cell.
_WITH_AREA = Scanner(
    r"(?:(?:电话|传真|热线|手机|联系方式|值守|咨询)[^\n；。]{0,24}?|^\s*)(?<![\d.．\-－—])(?P<at>(?P<area>0\d{2,3})[-－—](?P<number>[1-9]\d{3,9}))(?![\d\-－—])(?:(?=[^\d\n]*[，、；。）)转])|(?=\s*$))"
)
_LOCAL = Scanner(r"(?:电话|传真|热线|手机)(?:号码)?[：:]\s*(?P<at>\d{5,13})(?![\d\-－—])")
#: 010 and 02x are followed by eight figures.
_LONG_AREA, _EIGHT = ("01", "02"), 8
_LENGTHS = (7, _EIGHT)
_MOBILE = 11
#: Numbers of services, which every area has.
_SERVICE = ("1", "95", "96")
_SHORT_SERVICE = 6
#: So many others of an area show how long its numbers are.
_OTHERS = 2


def wrong_numbers(context: Context) -> Iterator[tuple[Text, str]]:
    """The numbers, each with what is wrong."""
    text = context.once(running)
    areas: dict[str, list[Found]] = {}
    for found in text.find(_WITH_AREA):
        number, area = found.match["number"], found.match["area"]
        if _is_service(number):
            continue
        areas.setdefault(area, []).append(found)
    usual: tuple[int, ...]
    for area, several in areas.items():
        lengths = [len(found.match["number"]) for found in several]
        for found, length in zip(several, lengths, strict=True):
            usual = (_EIGHT,) if area.startswith(_LONG_AREA) else _LENGTHS
            odd = length not in usual
            if not odd and lengths.count(length) == 1 and len(several) > _OTHERS and len({*lengths}) == len(usual):
                odd, usual = True, tuple(one for one in usual if one != length)
            if odd:
                yield found.at("at"), f"（号码应为{'位或'.join(map(str, usual))}位，现{length}位，请核对）"
    for found in text.find(_LOCAL):
        number = found.match["at"]
        if number.startswith(("13", "14", "15", "16", "17", "18", "19")) and len(number) != _MOBILE and len(number) >= _MOBILE - 2:
            yield found.at("at"), f"（手机号码应为{_MOBILE}位，现{len(number)}位，请核对）"
        elif len(number) == min(_LENGTHS) - 1 and not _is_service(number):
            yield found.at("at"), f"（号码应为7位或8位，现{len(number)}位，请核对）"


def _is_service(number: str) -> bool:
    return len(number) <= _SHORT_SERVICE and number.startswith(_SERVICE)
