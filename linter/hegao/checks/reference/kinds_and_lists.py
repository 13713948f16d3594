"""Kinds and lists told twice (种类和名单前后不一): a kind that the text does not have among those it counts, a list of lines with one of them changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from hegao.checks.reference.numbered_names import Otherwise
from hegao.checks.shared.passages import Found, Running
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

#: 分为红色、橙色、黄色、蓝色; 河流型4个、水库型2个、地下水型1个: kinds of one word, counted perhaps.
_KIND = r"(?:[\u3400-\u9fff]{{1,3}}|[一二三四五ⅠⅡⅢⅣⅤIVA-E]{{1,3}}){}"
_COUNT = r"(?:\d+(?:\.\d+)?[\u3400-\u9fff]{1,3})?"
_LIST = {
    suffix: Scanner(
        rf"(?:分为|划分为|依次为|其中|包括|共有?|为|：)(?P<list>{_KIND.format(suffix)}{_COUNT}(?:[、和及]{_KIND.format(suffix)}{_COUNT}){{2,6}})",
        sign=rf"{suffix}[^。；，]{{0,8}}[、和及][^。；，]{{1,8}}{suffix}",
    )
    for suffix in ("色", "型")
}
_ITEM = {suffix: Pattern(rf"(?<![\u3400-\u9fff])(?P<kind>[\u3400-\u9fff]{{1,3}}{suffix})") for suffix in _LIST}
_AGAIN = {
    "色": Scanner(r"(?<![\u3400-\u9fff])(?:发布|启动|达到|为|由|和|或|及)?(?P<kind>[\u3400-\u9fff]色)(?=预警|警报|风险|等级|、[\u3400-\u9fff]色)", sign="色(?:预警|警报|风险|等级|、)"),
    "型": Scanner(r"^(?P<kind>[\u3400-\u9fff]{2,4}型)$", sign="型$"),
}
#: Colours of things that have many.
_LEAST = 3


def kinds_otherwise(text: Running) -> Iterator[Otherwise]:
    """Kinds that are none of those that the document tells by one list."""
    for suffix, pattern in _LIST.items():
        lists = list(text.find(pattern))
        if len(lists) != 1:
            continue
        told = {item["kind"] for item in _ITEM[suffix].finditer(lists[0].match["list"])}
        for found in text.find(_AGAIN[suffix]) if len(told) >= _LEAST else ():
            if found.match["kind"] not in told and any(one.match["kind"] in told for one in text.find(_AGAIN[suffix])):
                yield Otherwise(found.at("kind"), lists[0].match["list"], lists[0].at("list"))


#: 1路、6路、12路; 3号楼、5号楼、9号楼.
_LINES = Scanner(r"(?<![\dA-Za-z])(?P<list>[A-Z]?\d{1,3}(?P<unit>路|号线|号楼|栋|幢|标段)(?:[、和及][A-Z]?\d{1,3}(?P=unit)){2,})", sign=r"\d(?:路|号线|号楼|栋|幢|标段)[、和及]")
_LINE = Pattern(r"[A-Z]?\d{1,3}")


def lists_otherwise(text: Running) -> Iterator[Otherwise]:
    """Lists of numbered lines or houses of which one is another one but for one item."""
    lists = [(found, _items(found)) for found in text.find(_LINES)]
    for (one, ours), (other, theirs) in combinations(lists, 2):
        if one.match["unit"] == other.match["unit"] and len(ours) == len(theirs) and len(set(ours) ^ set(theirs)) == 2 and len(set(ours) & set(theirs)) > 1:
            yield Otherwise(other.at("list"), one.match["list"], one.at("list"))


def _items(found: Found) -> list[str]:
    return _LINE.findall(found.match["list"])
