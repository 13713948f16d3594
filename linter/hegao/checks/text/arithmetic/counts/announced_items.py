"""What a sentence announces (以下四项、共130项), against the numbered items right below it (norms FIG-16).

Items that bear counts of their own (一、运动员（12名）) are groups of what is counted: together they have as many as was announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.shared.masking import mask_names
from hegao.document.model import Heading, Node, Paragraph, Part
from hegao.phrases.numbers import A_COUNT, value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text


class Announced(NamedTuple):
    """Words that announce a number, that number, how many there are, and where that is seen."""

    at: Text
    stated: int
    found: int
    there: Text


_COUNTERS = "项|件|个|条|点|种|类|家|户|名|人|张|份|处|所|座|辆|台"
_NUMBER = r"\d{1,6}|[一二两三四五六七八九十]{1,3}"
#: 以下四项措施：, 如下5个方面。
_ANNOUNCED = Pattern(
    rf"(?:(?:以下|下列|如下)(?:这|主要|的)?(?P<n>{_NUMBER})(?:大|个|项|条|点|种|类|方面|件|部|份|家|名|处)[^，。；：、]{{0,20}}"
    rf"|(?<![第一二三四五六七八九十百千\d])(?P<m>{_NUMBER})(?:大|个|项|条|点)(?:方面)?[^，。；：、]{{0,16}}如下"
    rf"|分(?:为|成)?(?P<stages>[二两三四五六七八2-8])(?:个(?:阶段|步骤|环节|层次|档次|等级|批次|方面|部分)|步|批|期|类|档)[^，。；：、]{{0,10}})[：。]?$"
)
#: 指挥部下设5个工作组：; what is set up is listed right below.
_SET_UP = Pattern(rf"(?:下设|分设|设立?|设置|成立|组建|组成|分为|划分为|包括|开展|实施|建立)(?P<n>(?<![第\d])(?:{_NUMBER}))(?:个|支|项|大|类)(?P<noun>[\u3400-\u9fff]{{1,12}})[：:]$")
#: 一、集体奖（4个）: a heading that says how many it has below.
_OWN_COUNT = Pattern(rf"[（(]共?(?P<n>\d{{1,5}})(?P<unit>{_COUNTERS})[）)]")
#: （共130项） at the end of a title or of the line below it.
_UNDER_TITLE = Pattern(rf"[（(]共(?P<n>\d{{1,5}})(?P<unit>{_COUNTERS})[）)]$")
_FEWEST, _HEADS, _FIRST = 3, 2, 2
#: Further off, the items are not what the heading counts.
_MOST_OFF = 2


def items_otherwise(part: Part) -> Iterator[Announced]:
    """The announced numbers of a part of the document that what is listed below contradicts."""
    yield from _under_title(part)
    for node, following in zip(part.nodes, [*part.nodes[1:], None], strict=False):
        if isinstance(node, Heading | Paragraph):
            text = node.body if isinstance(node, Heading) and node.runs_on else node.text
            yield from _below(node, text, following)
            yield from _set_up(text, following)
            yield from _spoken(text, following)
            yield from _of_kind(text, following)
    yield from _above(part)


def _under_title(part: Part) -> Iterator[Announced]:
    """（共130项） under a title against the items of the text, numbered through from 1, or against the counts of these."""
    headings = [node for node in part.nodes if isinstance(node, Heading)]
    stated = list(_title_counts(part))
    for style in ("digit", "han-paren", "han") if stated else ():
        items = [heading for heading in headings if heading.style == style]
        if len(items) < _FEWEST or [item.number for item in items] != list(range(1, len(items) + 1)):
            if any(_OWN_COUNT.search(item.text.value) for item in items):
                return
            continue
        if any(_OWN_COUNT.search(item.text.value) for item in items):
            for text, match in stated:
                yield from _counted_in(text, match.span(), int(match["n"]), items, match["unit"])
            return
        for text, match in stated:
            if int(match["n"]) != len(items):
                yield Announced(text.slice(*match.span()), int(match["n"]), len(items), items[-1].text)
        return


def _listed_below(heading: Heading) -> int | None:
    """How many items a heading has, where they are numbered from 1; two of one number are two."""
    items = [child for child in heading.children if isinstance(child, Heading)]
    several = len(items) >= _FIRST and items[0].number == 1 and items[-1].number == len(items)
    return len(items) if several and not any(item.children or _OWN_COUNT.search(item.text.value) for item in items) else None


def _title_counts(part: Part) -> Iterator[tuple[Text, re.Match[str]]]:
    heads = [part.title.text] if part.title is not None else []
    heads += [node.text for node in part.nodes[:_HEADS] if isinstance(node, Paragraph)]
    for text in heads:
        match = _UNDER_TITLE.search(text.value)
        if match is not None:
            yield text, match


def _below(node: Node, text: Text, following: Node | None) -> Iterator[Announced]:
    """以下四项： against the numbered headings right below."""
    if not isinstance(following, Heading) or following.number != 1:
        return
    match = _ANNOUNCED.search(text.value)
    if not match:
        return
    group = following.numbering.headings
    below = isinstance(node, Paragraph) or isinstance(node, Heading) and following in node.children
    if not below or len(group) < _FIRST or group[0] is not following:
        return
    stated = value_of(match["n"] or match["m"] or match["stages"])
    if all(_OWN_COUNT.search(heading.text.value) for heading in group):
        if match["n"] and stated != len(group):
            yield from _counted_in(text, match.span(), stated, group, "")
    elif stated != len(group) and following.numbering.counts_up:
        yield Announced(text.slice(*match.span()), stated, len(group), group[-1].text)


def _set_up(text: Text, following: Node | None) -> Iterator[Announced]:
    """下设5个工作组： against the numbered items right below, which are all of what is counted."""
    match = _SET_UP.search(text.value)
    if match is None or not isinstance(following, Heading) or following.number != 1:
        return
    group = following.numbering.headings
    stated = value_of(match["n"])
    if len(group) >= _FIRST and group[0] is following and following.numbering.counts_up and 0 < abs(stated - len(group)) <= _MOST_OFF:
        yield Announced(text.slice(*match.span()), stated, len(group), group[-1].text)


#: 您提出的4条建议……分项落实：; 会议研究6个议题，现纪要如下：
_KINDS = Pattern(rf"(?<![第前后其各\d.]){A_COUNT}(?:个|条|项|类)(?:方面的?)?(?P<noun>建议|意见|问题|议题|事项|议案|提案|要求|请求)")
_ANY_COUNT = Pattern(r"(?:(?<![\d.第])\d{1,3}|[一二两三四五六七八九十]{1,2})(?:个|条|项|类|件)")
_LEADS = Pattern(r"(?:：|如下：?|如下。)$")


def _of_kind(text: Text, following: Node | None) -> Iterator[Announced]:
    """The one count of things to be dealt with, in a sentence that leads into numbered items."""
    if not isinstance(following, Heading) or following.number != 1 or not _LEADS.search(text.value) or _ANNOUNCED.search(text.value):
        return
    group = following.numbering.headings
    told = list(_KINDS.finditer(text.value))
    if len(told) != 1 or len(_ANY_COUNT.findall(text.value)) != 1 or len(group) < _FIRST or group[0] is not following or not following.numbering.counts_up:
        return
    stated = value_of(told[0]["n"])
    if stated != len(group) and abs(stated - len(group)) == 1:
        yield Announced(text.slice(*told[0].span()), stated, len(group), group[-1].text)


#: 以上材料共6项, right behind a list.
_ABOVE = Pattern(rf"^(?:以上|上述)(?:[^，。；：\d]{{0,8}}(?:共计?|合计|总计)|(?:所列|各项)?){A_COUNT}(?:项|条|类|种|件|份|个)")


def _with_parents(heading: Heading) -> Iterator[Heading]:
    """An item and those that it stands under: 上述4件 may be of any of them."""
    node: Node | None = heading
    while isinstance(node, Heading):
        yield node
        node = node.parent


def _above(part: Part) -> Iterator[Announced]:
    """What is said to have been listed above, against the numbered items right above."""
    for before, node in pairwise(part.nodes):
        match = _ABOVE.match(node.text.value) if isinstance(node, Paragraph) and isinstance(before, Heading) else None
        group = before.numbering.headings if isinstance(before, Heading) else []
        if match is None or not isinstance(before, Heading) or len(group) < _FIRST or group[-1] is not before or not before.numbering.counts_up:
            continue
        stated = value_of(match["n"])
        if stated not in {len(one.numbering.headings) for one in _with_parents(before)} and abs(stated - len(group)) <= _MOST_OFF:
            yield Announced(node.text.slice(*match.span()), stated, len(group), before.text)


def _counted_in(text: Text, at: tuple[int, int], stated: int, group: Sequence[Heading], unit: str) -> Iterator[Announced]:
    """A number against the sum of those that the headings bear, all of one unit."""
    counts = [match for heading in group if (match := _OWN_COUNT.search(heading.text.value)) is not None]
    units = {match["unit"] for match in counts}
    summed = sum(int(match["n"]) for match in counts)
    listed = [_listed_below(heading) or int(match["n"]) for heading, match in zip(group, counts, strict=False)]
    if len(counts) == len(group) and len(units) == 1 and (not unit or units == {unit}) and stated not in (summed, sum(listed)):
        yield Announced(text.slice(*at), stated, summed, group[-1].text)


def _spoken(text: Text, following: Node | None) -> Iterator[Announced]:
    """以下四项措施： against 一是…；二是… in the paragraph below."""
    if not isinstance(following, Paragraph) or not following.text.value.startswith(("一是", "一要")):
        return
    match = _ANNOUNCED.search(text.value)
    if match is None or match["n"] is None:
        return
    last = last_ordinal(mask_names(following.text.value), 0, following.text.value[1])
    stated = value_of(match["n"])
    if last >= _FIRST and stated != last and stated <= len(_ORDINAL):
        yield Announced(text.slice(*match.span()), stated, last, following.text)


_ORDINAL = "一二三四五六七八九十"


def last_ordinal(value: str, at: int, mark: str) -> int:
    """How far 一是, 二是, 三是 count in a text from ``at`` on, where the first has been met."""
    last = 1
    while last < len(_ORDINAL):
        following = value.find(_ORDINAL[last] + mark, at)
        again = value.find("一" + mark, max(at, 1))
        if following < 0 or 0 <= again < following or value[following - 1] not in "，。；：":
            break
        at = following + 2
        last += 1
    return last
