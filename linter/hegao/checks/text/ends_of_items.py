"""The marks at the end of items that stand below one another (分项), as their like show them: the last one with a semicolon, one without a stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from hegao.checks.base import Hit
from hegao.checks.shared.passages import edit_at
from hegao.document.model import Document, Heading, Node, Paragraph, Part, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: The end of a text: its stop, within a quotation or before the bracket that closes it, too.
_END = Pattern(r"(?P<stop>[。；，、！？：])?[”’）〕】》]*$")
_OPEN = Pattern(r"[\u3400-\u9fff\d%％”]$")
#: 令第5号公布）: the bracket is closed, the sentence is not; within a bracket of duties (牵头单位：…） nothing follows.
_CLOSED = Pattern(r"（[^（）：:]*）$")
_SPOKEN = Pattern(r"[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]，|(?:首先|其次|再次|最后)，")
#: Items that one paragraph holds, and what begins with one.
_LABELLED = Pattern(r"[。：；][（(]?1[）).．、].*；[（(]?2[）).．、]|一是.*；二是|（一）.*；（二）|①.*②")
_LABEL = Pattern(r"[（(]?\d{1,2}[）).．、]|[（(]?[一二三四五六七八九十]{1,2}[）)是、]|[①-⑳]")
#: Where the next of them begins on a line that goes on with the one before.
_NEXT = Pattern(r"[；。](?=[二三四五六七八九]是)")
#: What leads into what is told below: 分为四级；, 提出以下意见；.
_LEADS = Pattern(r"(?:如下|(?:以下|下列)[^，。；：、]{1,12}|分[为成][一二三四五六七八九十\d]+[级类种个步档][^，。；：、]{0,6})；\s*$")
_UNIT = Pattern(r"\s*[（(]?(?:计量|金额)?单位[：:]")
#: Shorter ones are names.
_SHORTEST = 8
#: So many of one kind show what the others should be; of so few none shows it.
_FEWEST, _FEW = 2, 3
_STOPS = "。；"
#: What a last item never ends with.
_DANGLING = ("；", "，", "、")


def ends_of_items(document: Document) -> Iterator[Hit]:
    """Items that end otherwise than all others of their list, and what ends with a semicolon while nothing follows."""
    for part in document.parts:
        followed = dict(zip_longest(part.nodes, part.nodes[1:]))
        for items in _lists(part, followed):
            yield from _odd_ends(items)
        for node, following in followed.items():
            if isinstance(node, Heading) and isinstance(following, Heading) and _ends_alone(node, following):
                hit = _mended(node.body, "；" if _ends_with(node.body, "；") else "", "。")
                yield Hit(hit.at, {**hit.facts, "fault": "doubtful"}, hit.related, hit.edits, about=hit.about)
            elif isinstance(node, Heading | Paragraph) and _ends_with(node.body, "；"):
                if _LEADS.search(node.body.value):
                    yield _mended(node.body, "；", "：")
                elif not _goes_on(node, following):
                    yield _mended(node.body, "；", "。")
        if sum(1 for node in part.nodes if isinstance(node, Heading) and node.style == "article") > _FEWEST:
            yield from _open_articles(part)


def _open_articles(part: Part) -> Iterator[Hit]:
    """Paragraphs of articles (条) without a stop, but for what stands over a table and its unit."""
    for node, following in zip_longest(part.nodes, part.nodes[1:]):
        if isinstance(following, Table) or isinstance(following, Paragraph) and _UNIT.match(following.text.value):
            continue
        of_article = node.heading is not None and node.heading.style == "article" if isinstance(node, Paragraph) else False
        if isinstance(node, Paragraph) and of_article and len(node.text) >= _SHORTEST and _OPEN.search(node.text.value) and "：" not in node.text.value:
            yield _mended(node.text, "", "。")


class _List(NamedTuple):
    """The texts of items, and whether they are all items of their list."""

    items: Sequence[Text]
    whole: bool


def _lists(part: Part, followed: dict[Node, Node | None]) -> Iterator[_List]:
    """The items of each numbering that have nothing below; the paragraphs that begin with 一是, 二是, 三是, or hold several such items."""
    spoken: list[Text] = []
    for node, following in followed.items():
        if isinstance(node, Heading) and node.numbering.headings[0] is node:
            items = [item for item in node.numbering.headings if item in followed and (not _has_below(item, followed[item]) or _is_item(item, followed[item]))]
            last, behind = node.numbering.headings[-1], followed.get(node.numbering.headings[-1])
            ends = not (isinstance(behind, Heading) and behind.parent is not last and _within(last, behind))
            yield _List([item.body for item in items], ends and len(items) == len(node.numbering.headings))
        if isinstance(node, Paragraph) and _SPOKEN.match(node.text.value):
            spoken += _parted(node.text)
            if not (isinstance(following, Paragraph) and _SPOKEN.match(following.text.value)):
                yield _List(spoken, True)
                spoken = []


def _is_item(heading: Heading, following: Node | None) -> bool:
    """Whether the last of a list is an item of it though a paragraph follows: it ends as those above it do."""
    return isinstance(following, Paragraph) and heading.numbering.headings[-1] is heading and _end_of(heading.body) in _DANGLING


def _parted(text: Text) -> Iterator[Text]:
    """The items that one paragraph holds, a line each in the file."""
    lines = {piece.offset for piece in text.pieces}
    starts = [0, *(match.end() for match in _NEXT.finditer(text.value) if match.end() in lines), len(text)]
    for start, end in pairwise(starts):
        yield text.slice(start, end)


def _has_below(heading: Heading, following: Node | None) -> bool:
    return following is not None and (not isinstance(following, Heading) or following.parent is heading)


def _goes_on(node: Heading | Paragraph, following: Node | None) -> bool:
    """Whether the list goes on behind an item: with the next one, or a paragraph that may be it."""
    if isinstance(following, Paragraph) and _LABELLED.search(node.body.value):
        return _LABEL.match(following.text.value) is not None
    if isinstance(following, Paragraph):
        return not _SPOKEN.match(node.text.value) or bool(_SPOKEN.match(following.text.value))
    if not isinstance(node, Heading) or not isinstance(following, Heading) or following.parent is node:
        return False
    return node.numbering.headings[-1] is not node or _within(node, following)


def _within(node: Heading, following: Heading) -> bool:
    """Whether the last item of a list stands within an item of another one that goes on, whose items end with semicolons."""
    outer = node.parent
    return isinstance(outer, Heading) and following.numbering is outer.numbering and any(_ends_with(one.body, "；") for one in outer.numbering.headings if one is not outer)


def _odd_ends(listed: _List) -> Iterator[Hit]:
    """The one item that ends otherwise than all others."""
    items = listed.items
    ends = [_end_of(item) for item in items]
    counted = Counter(ends)
    yield from _odd_stop(items, ends)
    yield from _stops_within(listed, ends)
    for place, (item, end) in enumerate(zip(items, ends, strict=True)):
        others = [other for index, other in enumerate(ends) if index != place]
        if end in _DANGLING and place == len(items) - 1 and len(others) >= _FEWEST and set(others) == {"；"} and listed.whole:
            yield _mended(item, end, "。")
        if not others or counted[end] > 1:
            continue
        if end == "" and set(others) <= set(_STOPS) and len(item) >= _SHORTEST:
            value = item.value.rstrip()
            if _OPEN.search(value) or _CLOSED.search(value) and all(other.value.rstrip().endswith("）。") for other in items if other is not item):
                yield _mended(item, "", "；" if place < len(items) - 1 and others[0] == "；" else "。")
        elif end in "；，、" and end and len(others) >= _FEWEST and set(others) == {"。"}:
            yield _mended(item, end, "。")


def _ends_alone(item: Heading, following: Heading) -> bool:
    """Whether an item made of sentences (（一）开展自查。…) ends with a semicolon or without a mark, and the next of its list, made of sentences too, with a full stop."""
    beside = item.parent is following.parent and item.style == following.style and len(item.numbering.headings) <= _FEW
    value = item.body.value.rstrip()
    open_end = len(value) - value.rfind("。") > _SHORTEST and "\u3400" <= value[-1:] <= "\u9fff"
    return beside and (value.endswith("；") or open_end) and _ends_with(following.body, "。") and all("。" in one.body.value.rstrip()[:-1] for one in (item, following))


def _odd_stop(items: Sequence[Text], ends: Sequence[str]) -> Iterator[Hit]:
    """The one full stop within a list of semicolons, where none of the items is made of more sentences than the others."""
    inner = ends[:-1]
    if ends[-1:] != ["。"] or inner.count("。") != 1 or inner.count("；") != len(inner) - 1 or len(inner) <= _FEWEST:
        return
    place = inner.index("。")
    within = ["。" in item.value.rstrip()[:-1] or "；" in item.value.rstrip()[:-1] for item in items]
    if not within[place] or all(within):
        yield _mended(items[place], "。", "；")


#: What stands in brackets or is quoted has its own stops.
_ASIDE = Pattern(r"（[^（）]*）|“[^“”]*”")


def _stops_within(listed: _List, ends: Sequence[str]) -> Iterator[Hit]:
    """Items made of several sentences, but parted by semicolons (GB/T 15834, A.5)."""
    several = ["。" in _ASIDE.sub("", item.value.rstrip()[:-1]) for item in listed.items]
    parted = ends[:-1] if listed.whole else ends
    if len(ends) >= _FEWEST and any(several) and set(parted) == {"；"}:
        place = min(several.index(True), len(parted) - 1)
        hit = _mended(listed.items[place], "；", "。")
        yield hit._replace(facts={**hit.facts, "fault": "doubtful"})


def _end_of(text: Text) -> str:
    match = _END.search(text.value.rstrip())
    return match["stop"] or "" if match else ""


def _ends_with(text: Text, mark: str) -> bool:
    return text.value.rstrip().endswith(mark)


def _mended(text: Text, written: str, right: str) -> Hit:
    """The end of a text with the mark that should stand there."""
    value = text.value.rstrip()
    stem = len(value) - len(written)
    start = max(0, stem - 6)
    at = text.slice(start, len(value))
    mended = value[start:stem] + right
    return Hit(at, {"written": at.value, "right": mended}, edits=edit_at(at, mended, False), about=(text.slice(len(value) - 1, len(value)),))
