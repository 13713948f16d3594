"""Figures put wrong where the document itself says what they must be: a sum beside its parts, a difference beside what it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from benchmarks.breaks import SUM_ROW, Break, Lines, Way, changed, tables

_FIGURE = re.compile(r"(?<![\d.〔%])(\d{1,7}(?:\.\d{1,3})?)(亿元|万元|元|万亩|亩|公顷|公里|千米|万人次|人次|万人|人|户|家|个|名|处|件|台|辆|项|座|吨|万吨)(?![\d])")
_STEP = re.compile(r"由[^，。；\d]{0,12}(\d+(?:\.\d+)?)[^，。；\d]{1,8}[到至为](\d+(?:\.\d+)?)[^，。；\d]{1,4}，[^，。；\d]{2,6}(\d+(?:\.\d+)?)")
#: 登记600点，合格540点，合格率为90%.
_RATED = re.compile(r"(?<![\d.])(?P<whole>\d{2,7})(?P<unit>[\u3400-\u9fff])[^。；\d]{1,24}?(?P<part>\d{1,7})(?P=unit)[^。；\d]{1,16}(?P<rate>\d{1,2}(?:\.\d)?)%")
_SENTENCE = re.compile(r"[^。；]+")
#: So many parts, at least, say that a sum is one.
_PARTS = 2


def _sum_in_sentence(lines: Lines) -> Iterator[Break]:
    """A figure that is the sum of two or more that follow it in the sentence, all of one unit, made a little greater or less."""
    for index, line in enumerate(lines):
        for sentence in _SENTENCE.finditer(line):
            if "\t" in sentence[0] or "|" in sentence[0] or not re.search("其中|包括|分别|合计|共", sentence[0]):
                continue
            figures = list(_FIGURE.finditer(sentence[0]))
            for place, whole in enumerate(figures):
                if _is_sum(whole, figures[place + 1 :]):
                    start = sentence.start() + whole.start(1)
                    yield changed(lines, index, line[:start] + _other(whole[1], sentence[0]) + line[start + len(whole[1]) :])


def _other(whole: str, sentence: str) -> str:
    """The sum made a little less where 其中 may leave parts out: more than their whole they never are."""
    return str(Decimal(whole) - Decimal(2).scaleb(-len(whole.partition(".")[2]))) if "其中" in sentence and Decimal(whole) > 2 else _little_more(whole)


def _is_sum(whole: re.Match[str], behind: list[re.Match[str]]) -> bool:
    total = Decimal(0)
    for count, part in enumerate(behind, 1):
        if part[2] != whole[2]:
            return False
        total += Decimal(part[1])
        if total == Decimal(whole[1]) and count >= _PARTS:
            return True
    return False


def _little_more(written: str) -> str:
    """The figure with its last digit but one step on, with as many places behind the point."""
    return str(Decimal(written) + Decimal(2).scaleb(-len(written.partition(".")[2])))


#: 7个，其中市级3个: a whole, and the first of its parts.
_OF_WHOLE = re.compile(r"(?<![\d.])(?P<whole>\d{1,6}(?:\.\d+)?)(?P<unit>亿元|万元|元|万亩|亩|公里|千米|万人|人|户|家|个|名|处|件|台|辆|项|座)，其中[^，。；\d]{2,16}(?P<part>\d{1,6}(?:\.\d+)?)(?P=unit)(?=[、，；。])")


def _part_above_whole(lines: Lines) -> Iterator[Break]:
    """The first part behind 其中 made greater than its whole."""
    for index, line in enumerate(lines):
        for match in _OF_WHOLE.finditer(line):
            if Decimal(match["part"]) <= Decimal(match["whole"]):
                greater = str(Decimal(match["whole"]) + Decimal(match["part"]))
                yield changed(lines, index, line[: match.start("part")] + greater + line[match.end("part") :])


def _step_off(lines: Lines) -> Iterator[Break]:
    """由…增加到…，增加… with a difference that is right, made one that is not."""
    for index, line in enumerate(lines):
        for match in _STEP.finditer(line):
            before, after, step = (Decimal(match[group]) for group in (1, 2, 3))
            if abs(after - before) == step:
                yield changed(lines, index, line[: match.start(3)] + _little_more(match[3]) + line[match.end(3) :])


def _rate_off(lines: Lines) -> Iterator[Break]:
    """A rate behind a whole and a part of one unit that give it, made a little greater."""
    for index, line in enumerate(lines):
        for match in _RATED.finditer(line):
            whole, part, rate = (Decimal(match[group]) for group in ("whole", "part", "rate"))
            places = Decimal(1).scaleb(-len(match["rate"].partition(".")[2]))
            if whole > part and (part * 100 / whole).quantize(places) == rate:
                yield changed(lines, index, line[: match.start("rate")] + _little_more(match["rate"]) + line[match.end("rate") :])


def _sum_of_table(lines: Lines) -> Iterator[Break]:
    """A figure of the text that a row of sums has, too, no other cell and no other sentence."""
    inside = {index for table in tables(lines) for index, _cells in table}
    for table in tables(lines):
        for row, cells in table:
            if not SUM_ROW.search(lines[row]):
                continue
            for cell in {cell.strip() for cell in cells if re.fullmatch(r"\d{3,}(?:\.\d+)?|\d+\.\d+", cell.strip())}:
                spoken = [(index, match) for index, line in enumerate(lines) if index not in inside for match in _FIGURE.finditer(line) if match[1] == cell]
                if len(spoken) == 1:
                    index, match = spoken[0]
                    yield changed(lines, index, lines[index][: match.start(1)] + _little_more(cell) + lines[index][match.end(1) :])


#: The ways to put a figure wrong, by what is done.
FIGURE_WAYS: dict[str, Way] = {
    "a sum in a sentence a little off": _sum_in_sentence,
    "a part greater than its whole": _part_above_whole,
    "a difference of two figures off": _step_off,
    "a rate of two figures off": _rate_off,
    "a sum in the text unlike that of the table": _sum_of_table,
}
