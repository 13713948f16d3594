"""Items that share out a score (分值): 实行100分制，由下列4项构成, each item with its marks (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, is_total
from hegao.document.model import Document, Heading, Node, Paragraph, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: 满分100分, 总分为100分, 实行100分制, 百分制.
_FULL = Pattern(r"(?:满分|总分|共计?|总计|合计|总分值)(?:为|是)?(?P<n>\d{2,4})分(?!以上|及)|(?P<m>\d{2,4})分制|(?P<hundred>百分制)")
_SCORE = Pattern(r"(?<![\d.])(?P<n>\d{1,3}(?:\.5)?)分(?!钟|[之以及]|为|的|至)")
_LEADS = Pattern("[：:]$")
_FEWEST, _NEAR, _HUNDRED = 3, 20, 100


def wrong_scores(context: Context) -> Iterator[Odd]:
    """Marks of items that do not make up the full marks of the sentence that leads into them."""
    for node, group in _groups(context.document):
        text = node.body if isinstance(node, Heading) else node.text
        full = list(_FULL.finditer(text.value)) if len(group) >= _FEWEST and _LEADS.search(text.value) else []
        told = [score for heading in group if (score := _score(heading)) is not None] if len(full) == 1 else []
        if not told or len(told) != len(group):
            continue
        stated = int(full[0]["n"] or full[0]["m"] or _HUNDRED)
        summed = sum(float(score.value.removesuffix("分")) for score in told)
        if summed != stated and abs(summed - stated) * 100 <= stated * _NEAR:
            yield Odd(text.slice(*full[0].span()), f"{summed:g}分", told)


_WEIGHT = Pattern(r"权重(?:为|占)?(?P<n>\d{1,3}(?:\.\d+)?)[%％]")


def wrong_weights(context: Context) -> Iterator[Odd]:
    """Weights (权重) of the items of a list that do not make up a hundred."""
    for _before, group in _groups(context.document):
        told = [(heading.body.slice(*match.span()), Decimal(match["n"])) for heading in group if (match := _WEIGHT.search(heading.body.value)) is not None]
        summed = sum((value for _at, value in told), Decimal(0))
        if len(told) == len(group) >= _FEWEST and summed != _HUNDRED and abs(summed - _HUNDRED) <= _NEAR:
            yield Odd(told[-1][0], f"各项合计{summed.normalize():f}%", [at for at, _value in told[:-1]])


_SCORE_HEAD = Pattern(r"^[\s*]*(?:标准|满|基础|评价|考核)?分值?(?:[（(]分[）)])?[\s*]*$|^[\s*]*权重(?:[（(][%％分][）)])?[\s*]*$|^[\s*]*(?:分值|权重)[\s*]*$")


def wrong_score_columns(context: Context) -> Iterator[Odd]:
    """Marks down a column without a sum that do not make up the full marks told before it."""
    for part in context.document.parts:
        for index, table in enumerate(part.nodes):
            if not isinstance(table, Table) or any(is_total(row) for row in table.rows) or len(table.rows) < _FEWEST:
                continue
            before = [node.body if isinstance(node, Heading) else node.text for node in part.nodes[max(0, index - _BACK) : index] if isinstance(node, Heading | Paragraph)]
            full = [(text, match) for text in before for match in _FULL.finditer(text.value)]
            places = [place for place, column in enumerate(table.columns) if _SCORE_HEAD.match(column.head)]
            weighed = len(places) == 1 and _IN_PERCENT.search(table.columns[places[0]].head) is not None
            if len(places) != 1 or len({match["n"] or match["m"] or str(_HUNDRED) for _text, match in full}) != (0 if weighed and not full else 1):
                continue
            cells = [figure for row in table.rows if places[0] < len(row.cells) and (figure := figure_in(row.cells[places[0]])) is not None]
            stated = Decimal(full[0][1]["n"] or full[0][1]["m"] or _HUNDRED) if full else Decimal(_HUNDRED)
            summed = sum((figure.value for figure in cells), Decimal(0))
            if len(cells) == len(table.rows) and summed != stated and abs(summed - stated) * 100 <= stated * _NEAR:
                leads = [text.slice(*match.span()) for text, match in full]
                if leads and summed == _HUNDRED:
                    yield Odd(leads[0], f"{summed.normalize():f}分", [figure.text for figure in cells[:_FEWEST]])
                    continue
                # Full marks of a hundred are seldom wrong; which of the cells is, nothing tells.
                middle = cells.pop(len(cells) // 2)
                yield Odd(middle.text, f"各项合计{summed.normalize():f}", [*leads, *(figure.text for figure in cells)])


_BACK, _IN_PERCENT = 4, Pattern("权重.*[%％]")


def _groups(document: Document) -> Iterator[tuple[Heading | Paragraph, Sequence[Heading]]]:
    """What leads into each run of numbered items, and these."""
    for part in document.parts:
        before: Node | None = None
        for node in part.nodes:
            if isinstance(node, Heading) and isinstance(before, Heading | Paragraph) and node.numbering.headings[0] is node:
                yield before, node.numbering.headings
            before = node


def _score(heading: Heading) -> Text | None:
    """The one score that an item bears."""
    found = list(_SCORE.finditer(heading.body.value))
    return heading.body.slice(*found[0].span()) if len(found) == 1 else None
