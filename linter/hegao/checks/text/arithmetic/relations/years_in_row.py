"""Editions and years in a row (届次、连续年数), against the year in which it began: 自2016年首次举办，每两年一届，2026年举办第六届 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.numbers import chinese_number, value_of
from hegao.sources.scanner import Scanner

_COUNT = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})"
_BEGAN = r"(?P<first>(?:19|20)\d\d)年(?:\d{1,2}月)?"
_EACH = r"每(?P<every>[两二三四五])?年(?:[\u3400-\u9fff]{0,4})?(?:一|1)(?:届|次)"
_EDITIONS = (
    # 自2016年首次举办，每两年一届，2026年将举办第六届
    Scanner(rf"{_BEGAN}(?:首次|首届|第一届|创办|开办|创立|设立|启动|起)[^。；]{{0,16}}?{_EACH}[^。；]{{0,30}}?(?P<year>20\d\d)年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?[^。；\d]{{0,30}}?(?P<at>第{_COUNT}届)", sign="第[^。；]{1,3}届"),
    # 每两年举办一届，首届于2016年举办，2026年为第六届
    Scanner(rf"{_EACH}[^。；]{{0,20}}?(?:首届|首次|第一届|始于|创办于|创于)[^。；\d]{{0,6}}{_BEGAN}[^。；]{{0,30}}?(?P<year>20\d\d)年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?[^。；\d]{{0,30}}?(?P<at>第{_COUNT}届)", sign="第[^。；]{1,3}届"),
)
#: 自2020年起至2025年，连续6年; 2021—2025年连续五年.
_FROM_TO = Scanner(
    rf"(?P<first>20\d\d)年?(?:起|以来|开始|初|\d{{1,2}}月)?(?:至|到|[—～~–-]{{1,2}})(?P<year>20\d\d)年(?:底|末|\d{{1,2}}月)?[，,]?[^。；，\d]{{0,24}}(?P<at>连续{_COUNT}(?P<unit>个?年(?:度|头)?))(?!第)",
    sign="连续",
)
#: 自2020年以来，已连续6年.
_SINCE = Scanner(rf"(?P<first>20\d\d)年(?:\d{{1,2}}月)?(?P<since>起|以来|开始)[，,]?(?P<between>[^。；\d]{{0,30}})(?P<at>连续{_COUNT}(?P<unit>个?年(?:度|头)?))(?!第)", sign="连续")
_FAR = 4


def wrong_editions(context: Context) -> Iterator[Odd]:
    """Editions that do not follow from the first one and the years between two; years in a row that are not as many as from the first to the last."""
    text = context.once(running_without_names)
    for scanner in _EDITIONS:
        for found in text.find(scanner, "heading", "paragraph"):
            years = int(found.match["year"]) - int(found.match["first"])
            many, rest = divmod(years, value_of(found.match["every"] or "1"))
            if not rest and years > 0 and 0 < abs(many + 1 - value_of(found.match["n"])) <= _FAR:
                yield Odd(found.at("at"), f"第{_written(many + 1, found)}届", [found.at("first"), found.at("year")])
    for found in text.find(_FROM_TO, "heading", "paragraph"):
        right = int(found.match["year"]) - int(found.match["first"]) + 1
        # Of years that are compared with the one before, the first is none.
        if right > 1 and value_of(found.match["n"]) not in (right, right - 1):
            yield Odd(found.at("at"), f"连续{_written(right, found)}年", [found.at("first"), found.at("year")])
    for found in text.find(_SINCE, "heading", "paragraph"):
        yield from _since(found, context.document.issued.year if context.document.issued else None)


def _since(found: Found, year: int | None) -> Iterator[Odd]:
    """More years in a row than there have been since."""
    most = year - int(found.match["first"]) + 1 if year is not None else 0
    stated = value_of(found.match["n"])
    if found.match["since"] != "以来" and "已" not in found.match["between"]:
        # What begins then may go on for years to come.
        return
    if most > 1 and most < stated <= most + _FAR or most > _FAR and found.match["between"].endswith(("已", "，", "")) and most - _FAR <= stated < most - 2:
        yield Odd(found.at("at"), f"连续{_written(most - 1, found)}年", [found.at("first")], stated > most)


def _written(value: int, found: Found) -> str:
    return str(value) if found.match["n"].isdecimal() else chinese_number(value)
