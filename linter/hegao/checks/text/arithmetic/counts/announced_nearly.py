"""Counts that lead into items (引出各项的数目), near what is listed: 五项重点工作。一要……四要; 本通知所列6项任务……： over five (norms FIG-16).

Nothing but its place says that the count is of the items.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.arithmetic.counts.announced_items import last_ordinal
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.document.model import Heading, Paragraph, Part
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_N = r"(?:(?<![\d.第])\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)"
_OF = r"(?:[项条类点种]|大|个(?=方面|问题|环节|步骤|阶段|重点|专题|部分|议题|专项|板块))"
#: 抓好五项重点工作。一要……
_SPOKEN = Scanner(rf"(?<![第每各前后之余多“两二三四五六七八九十百])(?P<n>{_N})(?P<unit>{_OF}|个)[\u3400-\u9fff]{{0,10}}[：:。；，](?P<at>一(?P<mark>是|要))", sign=r"[\u3400-\u9fff][：:。；，]一[是要]")
#: 下列五类纠纷……可委派调解：
_LEADING = Pattern(rf"(?<![第每各前后之余多“两二三四五六七八九十百])(?P<n>{_N}){_OF}(?!以上|以下|次)")
_NO_LEAD = Pattern(r"《|见附件|附件|其中|已|完成了|共有|截至")
_MOST_OFF, _FEWEST, _FAR = 2, 2, 40


def announced_nearly(context: Context) -> Iterator[Odd]:
    """Counts right before what is numbered, that so many or so few are not."""
    for found in context.once(running_without_names).find(_SPOKEN, "heading", "paragraph"):
        odd = _spoken(found)
        if odd is not None:
            yield odd
    for part in context.document.parts:
        yield from _leading(part)


def _spoken(found: Found) -> Odd | None:
    match = found.match
    last = last_ordinal(match.string, match.end(), match["mark"])
    stated = value_of(match["n"])
    return Odd(found.at("n"), f"列了{last}项", [], False) if last >= _FEWEST and _meant(stated, last) else None


def _meant(stated: int, many: int) -> bool:
    return 0 < abs(stated - many) <= _MOST_OFF


def _leading(part: Part) -> Iterator[Odd]:
    """The one count of the sentence that ends in a colon, right above numbered items."""
    for node, following in zip(part.nodes, part.nodes[1:]):
        if not isinstance(node, Heading | Paragraph) or not isinstance(following, Heading) or following.numbering.headings[0] is not following:
            continue
        if isinstance(node, Heading) and following not in node.children:
            continue
        text: Text = node.body if isinstance(node, Heading) and node.runs_on else node.text
        start = max(text.value.rfind(mark, 0, len(text.value) - 1) for mark in "。；") + 1
        group = following.numbering.headings
        told = list(_LEADING.finditer(text.value, start)) if text.value.endswith(("：", ":")) else []
        if len(told) != 1 or len(group) < _FEWEST or _NO_LEAD.search(text.value, start) or len(text.value) - told[0].end() > _FAR:
            continue
        stated = value_of(told[0]["n"])
        if _meant(stated, len(group)):
            yield Odd(text.slice(*told[0].span("n")), f"列了{len(group)}项", [group[-1].text], False)
