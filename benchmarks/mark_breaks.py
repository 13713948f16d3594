"""Marks and figures broken, and words said again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.breaks import Break, Lines, Way, changed, replaced

_HAN = "\u3400-\u9fff"
_CLAUSE = re.compile(rf"(?<=，)[{_HAN}\d]{{6,16}}(?=，)")
_LIST = re.compile(rf"(?<=[由：（、])(?P<first>[{_HAN}]{{4,10}}局)、(?P<second>[{_HAN}]{{4,10}}局)(?=[，；。）、])")
_WORD = re.compile(rf"(?<=[{_HAN}])(?:设施|人员|项目|措施|资金|群众|企业|情况|任务|制度)(?=[，。；、])")
_COUNTED = re.compile(r"(?<![\d.])\d{2,6}(?=[件个户家项名处座所台][，。；、])")
_MONEY = re.compile(r"(?:投资|资金|收入|支出|补助|预算)\d+(?:\.\d+)?[万亿]元(?=[，。；])")
_POINTS = re.compile(r"\d+(?:\.\d+)?%，(?:提高|提升|上升|下降|降低)\d+(?:\.\d+)?个百分点")
_DAY = re.compile(r"(?<=\d月)(?P<day>\d{1,2})日(?=[召举开启施实])")
_ITEM = re.compile(r"[（(][一二三四五六七八九十]{1,2}[）)]|\d{1,2}[.．]")
_TITLED = re.compile(r"《(?P<name>[^《》（）]{3,30})（(?P<note>试行|暂行)）》")
_COUNT = re.compile(r"(?<![\d.])(?P<number>[2-9][1-9])(?=[个户家名件处座][，。；、])")
_NUMERALS = "〇一二三四五六七八九"


def _ends_broken(written: str, broken: str) -> Way:
    """The stop of an item within a list of three or more items, each on its line, all of which have it."""

    def way(lines: Lines) -> Iterator[Break]:
        for run in _runs(lines):
            if len(run) > 2 and all(lines[index].rstrip().endswith(written) for index in run):
                for index in run[:-1]:
                    yield changed(lines, index, lines[index].rstrip()[: -len(written)] + broken)

    return way


def _runs(lines: Lines) -> Iterator[list[int]]:
    """The lines of items one below the other, blank lines between them left out."""
    run: list[int] = []
    before = ""
    for index, line in [*((index, line.strip()) for index, line in enumerate(lines) if line.strip()), (len(lines), "")]:
        match = _ITEM.match(line)
        kind = match[0][-1] if match else ""
        if kind and kind == before:
            run.append(index)
            continue
        if run:
            yield run
        run, before = [index] if kind else [], kind


def _last_goes_on(lines: Lines) -> Iterator[Break]:
    """The last item of a list closed by a semicolon where the others have one."""
    for run in _runs(lines):
        *others, last = run
        if len(others) > 1 and all(lines[index].rstrip().endswith("；") for index in others) and lines[last].rstrip().endswith("。"):
            yield changed(lines, last, lines[last].rstrip()[:-1] + "；")


def _lead_colon(lines: Lines) -> Iterator[Break]:
    """A colon behind a run-in heading, where those beside it have a full stop."""
    lead = re.compile(rf"[（(][一二三四五六七八九十][）)][{_HAN}]{{4,12}}。(?=[{_HAN}])")
    headed = [(index, match) for index, line in enumerate(lines) if (match := lead.match(line.strip()))]
    for (one, _match), (two, match) in pairwise(headed):
        if two - one <= 2:
            yield changed(lines, two, lines[two].replace(match[0], match[0][:-1] + "：", 1))


def _in_words(match: re.Match[str]) -> str:
    tens, ones = (int(one) for one in match["number"])
    return f"{_NUMERALS[tens]}十{_NUMERALS[ones]}"


#: The ways to break them, by what is done.
MARK_WAYS: dict[str, Way] = {
    "a clause said twice": replaced(_CLAUSE, lambda match: f"{match[0]}，{match[0]}"),
    "a body again behind the next one": replaced(_LIST, lambda match: f"{match[0]}、{match['first']}"),
    "a word twice before a mark": replaced(_WORD, lambda match: match[0] * 2),
    "a comma before a counter": replaced(_COUNTED, lambda match: f"{match[0]}，"),
    "money without its unit": replaced(_MONEY, lambda match: match[0][:-1]),
    "points told as a rate": replaced(_POINTS, lambda match: match[0].replace("个百分点", "%")),
    "a day of a month without 日": replaced(_DAY, lambda match: match["day"]),
    "an item without its stop": _ends_broken("。", ""),
    "an item with a semicolon among full stops": _ends_broken("。", "；"),
    "the last item with a semicolon": _last_goes_on,
    "a run-in heading with a colon": _lead_colon,
    "a note outside of its title": replaced(_TITLED, lambda match: f"《{match['name']}》（{match['note']}）"),
    "a count in words among figures": replaced(_COUNT, _in_words),
}
