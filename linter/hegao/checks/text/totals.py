"""Totals (合计): figures against their parts, counts against what is listed (norms FIG-16).

Only what is listed right there counts: the rows of the table that follows, the numbered items below the announcing sentence,
一是…二是… behind it, the addends in the same sentence.  其中 names some parts and proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.masking import mask_names
from hegao.checks.shared.passages import Running, running_without_names
from hegao.document.model import Heading, Node, Paragraph, Part, Row, Table
from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_COUNTERS = "项|件|个|条|点|种|类|家|户|名|人|张|份|处|所|座|辆|台"
_NUMBER = r"\d{1,6}|[一二两三四五六七八九十]{1,3}"
#: 以下四项措施：, 如下5个方面。
_ANNOUNCED = Pattern(
    rf"(?:(?:以下|下列|如下)(?:这|主要|的)?(?P<n>{_NUMBER})(?:大|个|项|条|点|种|类|方面|件|部|份|家|名|处)[^，。；：、]{{0,20}}"
    rf"|分(?P<stages>[二两三四五六七八])(?:个(?:阶段|步骤)|步|批)(?:进行|实施|推进|组织实施|开展)?)[：。]?$"
)
#: 做到五个坚持：一是
_INLINE = Scanner(rf"(?P<n>{_NUMBER})(?:大|个|项|条|点|种|类|方面)[^，。；：、（）]{{0,10}}：一(?P<mark>是|要)")
_ORDINAL = "一二三四五六七八九十"
#: 共21件, 合计35人, at the end of what stands right before a table.
_COUNTED = Pattern(rf"(?:共|共计|合计|总计|一共)(?P<n>\d{{1,5}})(?P<unit>{_COUNTERS})[）)。：]*$")
_UNDER_TITLE = Pattern(rf"[（(]共(?P<n>\d{{1,5}})(?:{_COUNTERS})[）)]$")
_PART = Pattern(rf"(?<![\d.%])(?P<n>\d+(?:\.\d+)?)(?P<unit>万元|亿元|元|万人|万吨|公里|平方公里|平方米|亩|万亩|{_COUNTERS})")
#: A sum of money and, behind 其中, a list of its shares up to the end of the sentence.
_OF_WHICH = Scanner(
    r"(?<![\d.])(?P<n>\d+(?:\.\d+)?)(?P<unit>万元|亿元)，其中[：:]?(?P<shares>(?:[^，。；、\d]{2,16}\d+(?:\.\d+)?(?:万元|亿元)[、，]?){2,8})(?=[。；])"
)
_COMPARED = Pattern("[比增减降升]")
_MONEY_SHARE = Pattern(r"(?P<n>\d+(?:\.\d+)?)(?P<unit>万元|亿元)")
_SUM_WORD = "共计|合计|总计|总共"
_SUMMED = Scanner(_SUM_WORD)
_SUM = Pattern(rf"(?:{_SUM_WORD})$")
#: Kinds of node that speak in sentences; figures in tables are added up by column.
_SPOKEN = ("heading", "paragraph")
_SENTENCE = Pattern(r"[^。；]+")
_TOTAL_ROW = Pattern(r"^(?:合计|总计|总　*计|合　*计)$")
_FIGURE = Pattern(r"^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^-?\d+(?:\.\d+)?$")


def _value(written: str) -> int:
    return int(written) if written.isdigit() else chinese(written)


def _hit(at: Text, stated: object, found: object, related: Sequence[Text] = ()) -> Hit:
    return Hit(at, {"stated": str(stated), "found": str(found)}, tuple(related))


def _columns(table: Table) -> Iterator[Hit]:
    """A row 合计 at the head or the foot of the table against the column above or below."""
    rows = [row for row in table.rows if any(row.cells)]
    marks = [index for index, row in enumerate(rows) if _is_total(row)]
    if len(marks) != 1 or marks[0] not in (0, len(rows) - 1) or len(rows) < 3 or _subtotals(rows):
        return
    total = rows[marks[0]]
    parts = [row for index, row in enumerate(rows) if index != marks[0]]
    for index, cell in enumerate(total.cells):
        stated = _figure(cell.value)
        figures = [_figure(row.cells[index].value) for row in parts if index < len(row.cells)]
        if stated is None or len(figures) != len(parts) or any(figure is None for figure in figures):
            continue
        found = sum((figure for figure in figures if figure is not None), Decimal(0))
        places = max(0, -int(stated.as_tuple().exponent))
        rounding = Decimal(len(parts)) * Decimal(10) ** -places / 2 if places else Decimal(0)
        if abs(found - stated) > rounding and found:
            yield _hit(cell, cell.value, found)


def _is_total(row: Row) -> bool:
    first = next((cell.value for cell in row.cells if cell), "")
    return bool(_TOTAL_ROW.match(first))


def _subtotals(rows: Sequence[Row]) -> bool:
    return any("小计" in cell.value or "其中" in cell.value for row in rows for cell in row.cells[:3])


def _figure(written: str) -> Decimal | None:
    return Decimal(written.replace(",", "")) if _FIGURE.match(written) else None


def _rows(text: Text, table: Table) -> Iterator[Hit]:
    """共21件 right before a table against the serial numbers in it: only where they run from 1 without a gap."""
    match = _COUNTED.search(text.value)
    serials = [row.serial for row in table.rows if row.serial is not None]
    if match and len(serials) >= 2 and serials == list(range(1, len(serials) + 1)) and int(match["n"]) != len(serials):
        yield _hit(text.slice(*match.span()), match["n"], len(serials), [table.rows[-1].text])


def _numbered(part: Part) -> Iterator[Hit]:
    """（共130项） under a title against the items of the text, where these are numbered through from 1."""
    headings = [node for node in part.nodes if isinstance(node, Heading)]
    for style in ("digit", "han-paren", "han"):
        items = [heading for heading in headings if heading.style == style]
        if len(items) < 3 or [item.number for item in items] != list(range(1, len(items) + 1)):
            continue
        heads = [part.title.text] if part.title is not None else []
        heads += [node.text for node in part.nodes[:2] if isinstance(node, Paragraph)]
        for text in heads:
            match = _UNDER_TITLE.search(text.value)
            if match and int(match["n"]) != len(items):
                yield _hit(text.slice(*match.span()), match["n"], len(items), [items[-1].text])
        return


def _items(node: Node, text: Text, following: Node | None) -> Iterator[Hit]:
    """以下四项： against the numbered headings right below."""
    if not isinstance(following, Heading) or following.number != 1:
        return
    match = _ANNOUNCED.search(text.value)
    if not match:
        return
    group = following.numbering.headings
    below = isinstance(node, Paragraph) or isinstance(node, Heading) and following in node.children
    if below and len(group) >= 2 and group[0] is following and following.numbering.counts_up:
        stated = _value(match["n"] or match["stages"])
        if stated != len(group):
            yield _hit(text.slice(*match.span()), stated, len(group), [group[-1].text])


def _spoken_items(text: Text, following: Node | None) -> Iterator[Hit]:
    """以下四项措施： against 一是…；二是… in the paragraph below."""
    if not isinstance(following, Paragraph) or not following.text.value.startswith(("一是", "一要")):
        return
    match = _ANNOUNCED.search(text.value)
    if match is None or match["n"] is None:
        return
    last = _last_ordinal(mask_names(following.text.value), 0, following.text.value[1])
    stated = _value(match["n"])
    if last >= 2 and stated != last and stated <= 10:
        yield _hit(text.slice(*match.span()), stated, last, [following.text])


def _inline(text: Running) -> Iterator[Hit]:
    """五个坚持：一是…；二是… against the ordinals that follow in the paragraph."""
    for found in text.find(_INLINE, *_SPOKEN):
        match = found.match
        last = _last_ordinal(match.string, match.end(), match["mark"])
        stated = _value(match["n"])
        if last >= 2 and stated != last and stated <= 10:
            yield _hit(found.passage.slice(match.start(), match.end() - 2), stated, last)


def _last_ordinal(value: str, at: int, mark: str) -> int:
    """How far 一是, 二是, 三是 count in a text from ``at`` on, where the first has been met."""
    last = 1
    while last < 10:
        following = value.find(_ORDINAL[last] + mark, at)
        again = value.find("一" + mark, max(at, 1))
        if following < 0 or 0 <= again < following or value[following - 1] not in "，。；：":
            break
        at = following + 2
        last += 1
    return last


def _shares(text: Running) -> Iterator[Hit]:
    """总投资9600万元，其中甲4800万元、乙5000万元: shares of a sum of money that make up more than it.

    Those named behind 其中 need not be all, and other things than money may be counted in several of them.
    """
    for found in text.find(_OF_WHICH, *_SPOKEN):
        match = found.match
        shares = list(_MONEY_SHARE.finditer(match["shares"]))
        compared = _COMPARED.search(match.string, max(0, match.start() - 12), match.end())
        if compared or len(shares) < 2 or any(share["unit"] != match["unit"] for share in shares):
            continue
        summed = sum((Decimal(share["n"]) for share in shares), Decimal(0))
        if summed > Decimal(match["n"]):
            first = match.start("shares")
            parts = [found.passage.slice(first + share.start("n"), first + share.end()) for share in shares]
            yield _hit(found.passage.slice(match.start("n"), match.end("unit")), match["n"], summed, parts)


def _addends(text: Text, masked: str) -> Iterator[Hit]:
    """甲12项、乙15项，共计28项: figures of one unit in one sentence against the total behind them."""
    for sentence in _SENTENCE.finditer(masked):
        found = list(_PART.finditer(masked, *sentence.span()))
        for index, total in enumerate(found):
            if index < 2 or not _SUM.search(masked, total.start() - 2, total.start()):
                continue
            parts = [match for match in found[:index] if match["unit"] == total["unit"]]
            between = masked[found[0].start() : total.start()]
            plain = len(parts) == index and not re.search(r"其中|比|较|增|减|原|每|均|约|余|多|从|由|至|以上|第|上年|同期|达|等", between)
            stated = Decimal(total["n"])
            summed = sum((Decimal(match["n"]) for match in parts), Decimal(0))
            if plain and all(Decimal(match["n"]) < stated for match in parts) and summed != stated:
                yield _hit(text.slice(*total.span()), total["n"], summed, [text.slice(*match.span()) for match in parts])
            break


@check("totals", nodes={"document"}, facts=("stated", "found"))
def totals(_node: Node, context: Context) -> Iterator[Hit]:
    """Stated totals and counts that what is listed beside them contradicts.

    Facts: ``stated``, the figure in the text, and ``found``, what the parts add up to or how many are listed.
    """
    text = context.once(running_without_names)
    yield from _inline(text)
    yield from _shares(text)
    for passage, masked in text.bearing(_SUMMED, *_SPOKEN):
        yield from _addends(passage, masked)
    for part in context.document.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[Hit]:
    yield from _numbered(part)
    for index, node in enumerate(part.nodes):
        following = part.nodes[index + 1] if index + 1 < len(part.nodes) else None
        if isinstance(node, Table):
            yield from _columns(node)
            if node.caption is not None:
                yield from _rows(node.caption, node)
        elif isinstance(node, Heading | Paragraph):
            text = node.body if isinstance(node, Heading) and node.runs_on else node.text
            if isinstance(following, Table):
                yield from _rows(text, following)
            yield from _items(node, text, following)
            yield from _spoken_items(text, following)
