"""The marks of headings: behind their labels, and at the end of those that stand alone (norms HDG-02 to HDG-07, HDG-13)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from hegao.checks.base import Context, Edit, Hit, check
from hegao.checks.shared.passages import running
from hegao.checks.structure.label_series import label_series
from hegao.checks.structure.numbering import broken_labels
from hegao.document.model import Document, Heading, Node, Paragraph, Part
from hegao.phrases.numbers import chinese_number
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_HALF = Pattern(r"[0-9]+[）)]")
_WHOLE = Pattern(r"[（(]")
_NEVER = Pattern(r"(?!)")
_MARK = {
    "han": Pattern(r"[一二三四五六七八九十百]+([.．，,。])"),
    "han-paren": Pattern(r"[（(][一二三四五六七八九十百]+[）)]([、.．，,。])"),
    "digit": Pattern(r"[0-9]+([、，,])"),
    "digit-paren": Pattern(r"[（(][0-9]+[）)]([、.．，,。])"),
}
#: A second mark behind the label: 2．、, （二）、、.
_MARKS = "、.．，,。：；"
_SECOND = Pattern(rf"[ 　]*[{re.escape(_MARKS)}]+(?!\d)")
#: Of half a pair of brackets another rule speaks.
_BRACKETS = Pattern("[（）()]")
_ARTICLE = Pattern(r"第([0-9]+)条")
#: What may stand on a line of its own over a text, and the marks that it has none of.
_HEADING_STYLES = ("part", "chapter", "section", *_MARK)
_NEVER_LAST, _FIRST_LEVELS = "；，、;", ("han", "han-paren", "chapter", "section")
#: A heading as short as this with a colon behind it, and the words by which it leads in a list.
_SHORT = 9
_LEADS_ON = Pattern("(?:以下|下列|如下)[^，。；]*[：:]$")
_LEADS_IN = Pattern("以下|下列|如下|[要应请给按须由为是有]|做好|不得|决定|议程")
_STOPS = ("。", "：", "；", "，", "、", "．", ":", ";")
#: A heading of more letters than this is a sentence.
_LONGEST_ALONE = 22


@check("heading-style", {"document"}, facts=("label", "right"), faults=("label", "stop", "lead", "doubtful"))
def heading_style(document: Document, context: Context) -> Iterator[Hit]:
    """Labels with the wrong mark: 一. （一）、 1、 for 一、 （一） 1., 1） among （2） and （3）, 第3条; a stop behind a heading that stands alone."""
    for node in document.of("heading"):
        for hit in _labelled(node) if isinstance(node, Heading) else ():
            yield hit._replace(facts={**hit.facts, "fault": "label"})
    for part in document.parts:
        yield from _stopped(part)
        yield from _among_points(part)
    styles: dict[str, list[Heading]] = defaultdict(list)
    for numbering in document.numberings:
        styles[numbering.headings[0].style] += numbering.headings
    for numbering in document.numberings:
        # Of two the others of the kind tell which one is odd.
        headings = numbering.headings if len(numbering.headings) > _LEADS_LEAST else styles[numbering.headings[0].style]
        yield from (hit for hit in _leads(headings) if hit.at.place(0)[0] in {heading.body.place(0)[0] for heading in numbering.headings})
    for bracketed in context.once(running).find(_BRACKETED, "heading", "paragraph"):
        at = bracketed.at("label")
        right = at.value[:-1]
        yield Hit(at, {"label": at.value, "right": right, "fault": "label"}, edits=(Edit(at.slice(len(at) - 1), "", False),))
    for broken, right in broken_labels(context):
        if not _BRACKETS.search(broken.value):
            yield Hit(broken, {"label": broken.value, "right": right, "fault": "label"})
    told = set()
    for series in label_series(context):
        told.add(series.at.span())
        yield Hit(series.at, {"label": series.at.value, "right": series.right, "fault": "label"})
    for found in _run_on(context):
        if found.span() in told:
            continue
        yield Hit(found, {"label": found.value, "right": found.value[:-1] + ".", "fault": "label"}, edits=(Edit(found.slice(len(found) - 1), ".", True),))


#: Items told one behind the other in one paragraph: 1.甲。2.乙。
_ITEMS = Scanner(r"(?:^|(?<=[。；：]))[ 　]*(?P<label>\d{1,2}[.．、])(?=[\u3400-\u9fff《“])")


_COMMA = Pattern(r"(?P<label>(?P<number>\d{1,2})[，,；;：:])(?=[\u3400-\u9fff])")


def _among_points(part: Part) -> Iterator[Hit]:
    """An item 2， or 2） in a list of items 1. and 3.: what stands before or behind it in the list shows how it should be."""
    headings = [node for node in part.nodes if isinstance(node, Heading)]
    for heading, following in pairwise(headings):
        if _HALF.fullmatch(heading.label) and len(heading.numbering.headings) == 1 and following.style == "digit" and following.number == heading.number + 1:
            yield Hit(heading.text.slice(0, len(heading.label)), {"label": heading.label, "right": f"{heading.number}.", "fault": "label"})
    above: Heading | None = None
    for node in part.nodes:
        match = _COMMA.match(node.text.value) if isinstance(node, Paragraph) else None
        if match is not None and above is not None and above.style == "digit" and above.number + 1 == int(match["number"]):
            yield Hit(node.text.slice(*match.span("label")), {"label": match["label"], "right": f"{match['number']}.", "fault": "label"})
        above = node if isinstance(node, Heading) else above


#: A label in brackets with a mark of its own, within a paragraph: …。（二）、….
_BRACKETED = Scanner(r"(?<=[。；：])(?P<label>[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)][、.．，,])(?!\d)")
#: The words that a run-in heading (段首小标题) begins with, up to the mark behind them.
_LEAD = Pattern(r"[^，。；：（）“”]{2,20}(?P<mark>[。：，；])")
_LEADS_LEAST = 2


def _leads(headings: Sequence[Heading]) -> Iterator[Hit]:
    """The one run-in heading with a colon or a comma behind it, where those of all others of its list have a full stop."""
    leads = [_LEAD.match(heading.body.value, len(heading.label)) for heading in headings]
    within = [lead is not None and lead.end() < len(heading.body.value.rstrip()) for lead, heading in zip(leads, headings, strict=True)]
    odd = [place for place, lead in enumerate(leads) if lead is None or not within[place] or lead["mark"] != "。"]
    if len(odd) != 1 or len(headings) - 1 < _LEADS_LEAST or not within[odd[0]]:
        return
    lead, text = leads[odd[0]], headings[odd[0]].body
    if lead is None or lead["mark"] not in "：，" or lead["mark"] == "，" and _is_clause(lead, [one for place, one in enumerate(leads) if one is not None and place != odd[0]]):
        return
    at = text.slice(0, lead.end())
    fault = "lead" if lead["mark"] == "：" else "doubtful"
    yield Hit(at, {"label": at.value, "right": at.value[:-1] + "。", "fault": fault}, about=(text.slice(lead.end() - 1, lead.end()),))


#: A clause that says something already; and the other half of a heading of two: 建立台账，压实责任。
_SAYS = Pattern(r"[\d由于将已]")
_OTHER_HALF = Pattern(r"[^，。；：]{2,10}[。；]")


def _is_clause(lead: re.Match[str], others: Sequence[re.Match[str]]) -> bool:
    """Whether words with a comma behind them are no heading: they tell a figure or a body, are longer than all other headings, or half of one."""
    longest = max((len(one[0]) for one in others), default=0)
    half = _OTHER_HALF.match(lead.string, lead.end())
    return len(lead[0]) > longest or _SAYS.search(lead[0]) is not None or half is not None and len(half[0]) == len(lead[0])


def _run_on(context: Context) -> Iterator[Text]:
    """Labels with 、 (1、) of items within a paragraph whose other ones have the point."""
    together: dict[tuple[int, Node], list[Text]] = {}
    for found in context.once(running).find(_ITEMS, "heading", "paragraph"):
        together.setdefault((found.offset, found.node), []).append(found.at("label"))
    for labels in together.values():
        slips = [label for label in labels if label.value.endswith("、")]
        if 0 < len(slips) < len(labels) and [int(label.value[:-1]) for label in labels] == list(range(1, len(labels) + 1)):
            yield from slips


def _labelled(heading: Heading) -> Iterator[Hit]:
    label = heading.label.rstrip(" 　")
    article = _ARTICLE.fullmatch(label) if heading.style == "article" else None
    if article is not None:
        right = f"第{chinese_number(int(article[1]))}条" if 0 < int(article[1]) < 100 else "第×条（汉字序数）"
        yield Hit(heading.text.slice(0, len(label)), {"label": label, "right": right})
        return
    second = _SECOND.match(heading.body.value, len(label)) if heading.style in _MARK else None
    if second is not None:
        marked = label.rstrip(_MARKS)
        right = f"{marked}、" if heading.style == "han" else f"{marked}." if heading.style == "digit" else label
        yield Hit(heading.body.slice(0, second.end()), {"label": heading.body.value[: second.end()], "right": right})
        return
    match = _MARK.get(heading.style, _NEVER).fullmatch(label)
    if match is None:
        if (
            _HALF.fullmatch(label)
            and len(heading.numbering.headings) > 2
            and all(_WHOLE.match(other.label) for other in heading.numbering.headings if other is not heading)
        ):
            yield Hit(heading.text.slice(0, len(label)), {"label": label, "right": f"（{label[:-1]}）"})
        return
    right = label[: match.start(1)] + {"han": "、", "digit": "."}.get(heading.style, "")
    at = heading.text.slice(match.start(1), match.end(1))
    if at.value != match[1]:
        return
    yield Hit(heading.text.slice(0, len(label)), {"label": label, "right": right}, (), (Edit(at, right[match.start(1) :], safe=True),))


def _stopped(part: Part) -> Iterator[Hit]:
    """Headings on lines of their own that end with a mark, where others of the same style have text below and no mark.

    Items that are whole sentences have stops, too: their like stand below one another, or beside them under the same heading.
    """
    alone: dict[str, list[tuple[Heading, bool]]] = {}
    nodes = part.nodes
    for node, following in zip_longest(nodes, nodes[1:]):
        if isinstance(node, Heading) and node.style in _HEADING_STYLES and not node.runs_on and _heads(node, following):
            alone.setdefault(node.style, []).append((node, node.body.value[-1:] in _STOPS))
    for headings in alone.values():
        stopped = [heading for heading, stop in headings if stop]
        few = 0 < len(stopped) <= len(headings) / 2
        for heading in stopped:
            value = heading.body.value
            # A heading never ends with these, however many do.
            wrong = few and _LEADS_ON.search(value) is None or _never_ends_so(heading)
            if wrong and len(heading.title) <= _LONGEST_ALONE and not _among_sentences(heading, nodes) and not re.search("[，；：。]", value[:-1]):
                at = heading.body.slice(len(value) - 1)
                yield Hit(heading.body, {"label": value, "right": value[:-1], "fault": "stop"}, (), (Edit(at, "", True),), about=(at,))


def _never_ends_so(heading: Heading) -> bool:
    """Whether a heading ends with a mark that it would not have if it led in what follows: 一、总体目标：, but not 五、请你县做好以下工作：."""
    mark = heading.body.value[-1:]
    return heading.style in _FIRST_LEVELS and (mark in _NEVER_LAST or mark in "：:" and heading.style == "han" and len(heading.title) <= _SHORT and not _LEADS_IN.search(heading.title))


def _among_sentences(heading: Heading, nodes: Sequence[Node]) -> bool:
    """Whether one of its like under the same heading is a whole sentence without anything below."""
    beside = (
        (node, following)
        for node, following in zip_longest(nodes, nodes[1:])
        if isinstance(node, Heading) and node is not heading and node.style == heading.style and node.parent is heading.parent
    )
    return any(node.text.value.endswith("。") and not _heads(node, following) for node, following in beside)


def _heads(heading: Heading, following: Node | None) -> bool:
    """Whether text or a deeper heading follows at once."""
    if isinstance(following, Heading):
        return following.parent is heading
    return isinstance(following, Paragraph)


