"""Ordinals in running text (序次语): 一是, 二是; 第一，第二，; （一）…。（二）… within a paragraph; the ones that skip or repeat."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from hegao.document.model import Heading, Node, Paragraph, Part
from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_ORDINAL = Pattern(r"(?:^|(?<=[。；：，]))[“（]?(?P<label>(?P<figure>[一二三四五六七八九十]{1,2})(?P<kind>是)|第(?P<first>[一二三四五六七八九])(?=，)|其(?P<among>[一二三四五六七八九])(?=[，、]))")
#: Labels of items told one behind the other in one paragraph: （一）…。（二）…, 1.…；2.….
_RUN_IN = Pattern(
    r"(?:^|(?<=[。；：]))[ 　]*(?P<label>（(?P<han>[一二三四五六七八九十]{1,3})）|（(?P<paren>\d{1,2})）|(?P<digit>\d{1,2})[.．、](?=[\u3400-\u9fff《“]|(?P<decimal>\d{1,4}[\u3400-\u9fff～~—]))|(?P<circled>[①-⑳]))"
)
#: The kinds of these labels, which are the names of their groups.
RUN_IN = ("han", "paren", "digit", "circled")
#: What each has.
ORDINALS = Scanner(r"[一二三四五六七八九十]是|[第其][一二三四五六七八九]，|其[一二三四五六七八九]、|[。；：](?:（[一二三四五六七八九十\d]|\d{1,2}[.．、][\u3400-\u9fff《“]|[①-⑳])")


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
        kind = match["kind"] or match["label"][0]
        yield Spoken(chinese(match["figure"] or match["first"] or match["among"]), kind, text.slice(*match.span("label")))
