"""Lists all of whose labels have the wrong mark (序号标点通篇有误): 1，…2，…; 一　…二　…; 1、甲；2、乙 in one sentence; 1）甲 (norms HDG-02 to HDG-05)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import bodies
from hegao.document.model import Heading, Node, Paragraph, Part
from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text


class Label(NamedTuple):
    """A label with its place, and how it should be written."""

    at: Text
    right: str


#: At the beginning of a line, no list of the grammar: 1，排查; 一 目标 (a blank that the text as read no longer has is told by its place).
_LINE = Pattern(r"(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<mark>[，,：:；;。])(?=[\u3400-\u9fff《“])")
_HAN = Pattern("[一二三四五六七八九十]{1,3}(?=[\u3400-\u9fff])")
_FIGURE = Pattern(r"\d{1,2}(?=[\u3400-\u9fff])")
_CALENDAR = "年月日时点分号楼栋是要个"
#: What a line ends with that is no row of a table.
_STOPS = ("。", "；")
#: Lines of one list stand no further apart.
_FAR = 12


def label_series(context: Context) -> Iterator[Label]:
    """The labels of each such list."""
    for part in context.document.parts:
        yield from _below_one_another(part)
    yield from _in_a_row(context)


def _below_one_another(part: Part) -> Iterator[Label]:
    series: list[tuple[int, int, str, Label]] = []
    last: dict[str, int] = {}
    for place, node in enumerate(part.nodes):
        if isinstance(node, Heading) and node.style in ("han", "digit"):
            last[node.style] = node.number
        read = _read(node)
        if read is None:
            continue
        number, mark, label = read
        if number > 1 and number == last.get("han" if mark == "han" else "digit", 0) + 1 and mark in ("han", "figure"):
            # It goes on with a list whose other labels have their marks.
            yield label
            continue
        if series and (series[-1][2] != mark or number != series[-1][1] + 1 or place - series[-1][0] > _FAR):
            yield from _whole(series)
            series = []
        if series or number == 1:
            series.append((place, number, mark, label))
    yield from _whole(series)


def _whole(series: Sequence[tuple[int, int, str, Label]]) -> Iterator[Label]:
    if len(series) > 1:
        yield from (label for _place, _number, _mark, label in series)


def _read(node: Node) -> tuple[int, str, Label] | None:
    """The number at the beginning of a line, its mark and kind, and the label as it should be."""
    if isinstance(node, Heading):
        if node.style == "digit-paren" and node.label.rstrip()[-1:] in "）)" and node.label[0] not in "（(":
            return node.number, "half", Label(node.text.slice(0, len(node.label)), f"（{node.number}）")
        return None
    if not isinstance(node, Paragraph):
        return None
    text = node.text
    match = _LINE.match(text.value)
    if match is not None:
        figure = match["number"].isdigit()
        number = int(match["number"]) if figure else chinese(match["number"])
        return number, f"{figure}{match['mark']}", Label(text.slice(0, match.end()), f"{match['number']}{'.' if figure else '、'}")
    for kind, pattern in (("han", _HAN), ("figure", _FIGURE)):
        found = pattern.match(text.value)
        if found is not None and text.value[found.end()] not in _CALENDAR and _blank_behind(text, found.end()) and (kind == "han" or text.value.endswith(_STOPS)):
            number = int(found[0]) if kind == "figure" else chinese(found[0])
            return number, kind, Label(text.slice(0, found.end()), f"{found[0]}{'.' if kind == 'figure' else '、'}")
    return None


def _blank_behind(text: Text, at: int) -> bool:
    """Whether the file has a blank before a character that the text as read has not."""
    before, behind = text.place(at - 1), text.place(at)
    return before[0] == behind[0] and behind[1] - before[1] > 1


#: 应当提交：1、申请书；2、合同; 有下列情形之一：1）未报送的；2）弄虚作假的.
_ITEM = Scanner(r"(?:^|(?<=[。；：，]))(?P<label>(?P<number>\d{1,2})(?P<mark>[、，）)]))(?=[\u3400-\u9fff《“])", sign=r"\d[、，）)]")


def _in_a_row(context: Context) -> Iterator[Label]:
    """Items told one behind the other in one paragraph."""
    together: dict[tuple[int, str], list[tuple[int, Text]]] = {}
    for found in context.once(bodies).find(_ITEM):
        mark = found.match["mark"].replace(")", "）")
        together.setdefault((found.offset, mark), []).append((int(found.match["number"]), found.at("label")))
    for (_offset, mark), labels in together.items():
        if len(labels) > 1 and labels[0][0] == 1 and all(other == one + 1 for (one, _), (other, _at) in pairwise(labels)):
            for number, at in labels:
                yield Label(at, f"（{number}）" if mark == "）" else f"{number}.")
