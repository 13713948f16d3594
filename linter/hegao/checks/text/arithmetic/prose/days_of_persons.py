"""So much for each person and day (每人每天), for so many persons and days (人天标准相乘): 每人每天300元，60人2天，共3.6万元 (norms FIG-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

#: What each person costs each day, and the clauses behind it.
_PRICE = Scanner(r"(?:每人每(?:天|日|晚)[^，。；\d]{0,8}(?P<told>\d[\d.]*)元|(?P<by>\d[\d.]*)元[／/](?:人[·.•／/每]?[天日晚]|[天日晚][·.•／/每]?人))(?P<behind>[^。；\n]{4,80})", sign=r"每人每|元[／/][人天日晚]")
_COUNT = Pattern(r"(?P<n>\d+)(?P<of>人|名|天|日|晚)(?![次均前后内起以])")
_IN_ALL = Pattern(r"(?:合计|共计|总计|共|计|需)[^，。；、\d]{0,8}(?P<n>\d[\d.,]*)(?P<unit>万?元)")
#: What is no product of the three alone.
_APART = Pattern(r"不超过|最高|其中|另|补贴后|分别|减免|自理|以内|起|名额|每\d")
_TEN_THOUSAND = 10_000
_BOTH, _BESIDE = 2, 1


def days_of_persons(context: Context) -> Iterator[Odd]:
    """The sums that are not what the price makes of the persons and days told in front of them."""
    for found in context.once(running).find(_PRICE, "heading", "paragraph", "row"):
        if not _APART.search(found.match["behind"]):
            yield from _odd(found)


def _odd(found: Found) -> Iterator[Odd]:
    behind, begin = found.match["behind"], found.match.start("behind")
    counts = list(_COUNT.finditer(behind))
    persons, days = ([match for match in counts if match["of"] in of] for of in ("人名", "天日晚"))
    if len(persons) > 1 or len(days) > 1:
        return
    price = "told" if found.match["told"] else "by"
    for total in _IN_ALL.finditer(behind):
        factors = [match for match in (*persons, *days) if match.end() <= total.start()]
        if len(factors) < _BOTH and not (factors and total.start() - factors[0].end() <= _BESIDE and days == factors):
            continue
        made = Decimal(found.match[price])
        for factor in factors:
            made *= Decimal(factor["n"])
        stated, scale = _figure(total), _TEN_THOUSAND if total["unit"] == "万元" else 1
        step = Decimal(10) ** int(stated.as_tuple().exponent)
        # Further off it is of more persons than these.
        if step <= abs(stated - made / scale) <= made / scale:
            at = found.passage.slice(begin + total.start("n"), begin + total.end("unit"))
            yield Odd(at, f"{(made / scale).normalize():f}{total['unit']}", [found.at(price)], False)


def _figure(total: re.Match[str]) -> Decimal:
    return Decimal(total["n"].replace(",", "").rstrip("."))
