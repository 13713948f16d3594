"""Ordinals in running text (序次语): 一是, 二是; 第一，第二，; （一）…。（二）… within a paragraph; the ones that skip or repeat."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise
from typing import NamedTuple

from hegao.document.model import Document, Heading, Node, Paragraph, Part, Table
from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_ORDINAL = Pattern(r"(?:^|(?<=[。；：，]))[“（]?(?P<label>(?P<figure>[一二三四五六七八九十]{1,2})(?P<kind>是)|第(?P<first>[一二三四五六七八九])(?=，)|其(?P<among>[一二三四五六七八九])(?=[，、])|(?P<turn>首先|其次|再次)(?=，)|第(?P<stage>[一二三四五六七八九])(?P<step>阶段|环节|步|批次?|轮)(?=[：:（]))")
#: Labels of items told one behind the other in one paragraph: （一）…。（二）…, 1.…；2.….
_RUN_IN = Pattern(
    r"(?:^|(?<=[。；：]))[ 　]*(?P<label>（(?P<han>[一二三四五六七八九十]{1,3})）|（(?P<paren>\d{1,2})）|(?P<digit>\d{1,2})[.．、](?=[\u3400-\u9fff《“]|(?P<decimal>\d{1,4}[\u3400-\u9fff～~—]))|(?P<circled>[①-⑳]))"
)
#: The kinds of these labels, which are the names of their groups.
RUN_IN = ("han", "paren", "digit", "circled")
#: Words of turn by their number.
TURNS = ("首先", "其次", "再次")
#: Two labels alone may be figures of something.
_FEWEST = 2
#: What each has.
ORDINALS = Scanner(r"(?:首先|其次)，|第[一二三四五六七八九](?:阶段|环节|步|批次?|轮)[：:（]|[一二三四五六七八九十]是|[第其][一二三四五六七八九]，|其[一二三四五六七八九]、|[。；：](?:（[一二三四五六七八九十\d]|\d{1,2}[.．、][\u3400-\u9fff《“]|[①-⑳])")


class Spoken(NamedTuple):
    """An ordinal: its number, and where it stands."""

    number: int
    kind: str
    at: Text


def spoken_series(part: Part, told: Container[Node]) -> Iterator[list[Spoken]]:
    """The ordinals of each kind that belong together: from 一是 on, in one paragraph or in paragraphs that begin with them one below the other.

    ``told`` are the nodes whose bodies have any of ``ORDINALS``.
    """
    open_series: list[Spoken] = []
    for node in part.nodes:
        if isinstance(node, Heading):
            texts: list[Text] = [node.body]
        elif isinstance(node, Paragraph):
            texts = [node.text]
        else:
            texts = []
        found = [spoken for text in texts for spoken in _spoken(text)] if node in told else []
        begins = bool(found) and bool(texts) and found[0].at.value == texts[0].value[: len(found[0].at.value)]
        if open_series and not (begins and isinstance(node, Paragraph)):
            yield open_series
            open_series = []
        for spoken in found:
            if open_series and (spoken.number == 1 or spoken.kind != open_series[-1].kind):
                yield open_series
                open_series = []
            open_series.append(spoken)
    if open_series:
        yield open_series


def run_in_series(part: Part, told: Container[Node]) -> Iterator[list[Spoken]]:
    """The labels of items within one paragraph, kind by kind, from the first or from a 1 on; the label of a heading counts where it is a 1."""
    for node in part.nodes:
        if node not in told or not isinstance(node, Heading | Paragraph):
            continue
        start = len(node.label) if isinstance(node, Heading) and node.number != 1 else 0
        text = node.body
        kinds: dict[str, list[list[Spoken]]] = {}
        for match in _RUN_IN.finditer(text.value, start):
            kind = next(name for name in RUN_IN if match[name])
            spoken = Spoken(_worth(match[kind]), kind, text.slice(*match.span("label")))
            several = kinds.setdefault(kind, [[]])
            if match["decimal"] and not (several[-1] and several[-1][-1].number == spoken.number - 1):
                # 2.5万元; an item may begin with a figure where it is the next: 1.毕业生；2.16～24岁青年.
                continue
            if spoken.number == 1 and several[-1]:
                several.append([])
            several[-1].append(spoken)
        yield from (series for several in kinds.values() for series in several if len(series) > 1)


def _worth(figure: str) -> int:
    return ord(figure) - ord("①") + 1 if "①" <= figure <= "⑳" else int(figure) if figure.isdigit() else chinese(figure)


def _spoken(text: Text) -> Iterator[Spoken]:
    for match in _ORDINAL.finditer(text.value):
        kind = match["kind"] or match["step"] or ("turn" if match["turn"] else match["label"][0])
        number = TURNS.index(match["turn"]) + 1 if match["turn"] else chinese(match["figure"] or match["first"] or match["among"] or match["stage"])
        yield Spoken(number, kind, text.slice(*match.span("label")))


def cell_series(cell: Text) -> Iterator[list[Spoken]]:
    """The labels of items within a cell, kind by kind, from a 1 on."""
    kinds: dict[str, list[Spoken]] = {}
    for match in _RUN_IN.finditer(cell.value):
        kind = next(name for name in RUN_IN if match[name])
        if match["decimal"] and not kinds.get(kind):
            continue
        kinds.setdefault(kind, []).append(Spoken(_worth(match[kind]), kind, cell.slice(*match.span("label"))))
    for series in kinds.values():
        if len(series) > _FEWEST and series[0].number == 1 and [one.number for one in series].count(1) == 1:
            yield series


#: The number of a table above it: 表3　经费数额.
_CAPTION = Pattern(r"表 ?(?P<number>\d{1,2})(?![\d\-—.－])")


def captions(document: Document) -> Iterator[list[Spoken]]:
    """The numbers of the tables of each part, in order, where the first is 1."""
    for part in document.parts:
        series: list[Spoken] = []
        for node, following in pairwise([*part.nodes, None]):
            text = node.caption if isinstance(node, Table) else node.text if isinstance(node, Paragraph) and isinstance(following, Table) else None
            match = _CAPTION.match(text.value) if text is not None else None
            if text is not None and match is not None and not (series and series[-1].at.place(0) == text.place(0)):
                series.append(Spoken(int(match["number"]), "table", text.slice(*match.span())))
        if len(series) > 1 and series[0].number == 1:
            yield series
