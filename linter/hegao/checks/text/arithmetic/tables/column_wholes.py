"""Wholes that a column of an attachment makes up (全部课程共24学时，课程安排见附件2), where the table has no row of sums (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Told, figure_sentences, near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, is_total
from hegao.document.model import Document, Table
from hegao.phrases.quantities import PERCENT, POINTS, unit_measure
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_IN_ALL = Pattern(r"(?:共计?|合计|总计|总|累计)[\u3400-\u9fff]{0,8}$")
_SEE = Pattern(r"(?:[见如])(?:附件|附表|下表)|如下|见表")
_NO_WHOLE = Pattern(r"每|均|比(?![例重])|较(?![好大快强为差])|其中")
_FEWEST = 3


def wrong_column_wholes(context: Context) -> Iterator[Odd]:
    """Wholes of sentences that point to a table whose one column of that unit adds up to nearly as much."""
    for sentence in context.once(figure_sentences):
        if _SEE.search(sentence.value, sentence.start, sentence.end) is None:
            continue
        for told in sentence.told:
            if _IN_ALL.search(told.label) and not _NO_WHOLE.search(told.label) and not told.one.rough and told.one.dimension not in (PERCENT, POINTS):
                columns = list(_columns(context.document, told))
                head, cells = columns[0] if len(columns) == 1 else ("", [])
                summed = sum((value for _cell, value in cells), Decimal(0))
                stated = Decimal(told.one.say(told.one.value).removesuffix(told.one.unit))
                if summed and stated != summed and near(summed, abs(stated - summed)):
                    yield Odd(sentence.at(told.one), f"{summed.normalize():f}{told.one.unit}", [cells[-1][0]], _same_thing(told.label, head))


def _same_thing(label: str, head: str) -> bool:
    """Whether a head is what the label ends with; 总投资 is another thing than 年度计划投资, and a unit alone says nothing."""
    bare = _BRACKETS.sub("", head)
    return len(bare) >= _SHORTEST and label.removesuffix("为").endswith(bare) or unit_measure(bare) is not None


_BRACKETS, _SHORTEST = Pattern(r"[（(][^（）()]*[）)]$"), 2


def _columns(document: Document, told: Told) -> Iterator[tuple[str, list[tuple[Text, Decimal]]]]:
    """The columns of figures in that unit, of tables without a row of sums, with their heads."""
    for node in document.of("table"):
        if not isinstance(node, Table) or any(is_total(row) for row in node.rows):
            continue
        for index, column in enumerate(node.columns):
            head = column.head.strip()
            if head == told.one.unit or head.endswith((f"（{told.one.unit}）", f"({told.one.unit})")):
                cells = [row.cells[index] for row in node.rows if index < len(row.cells) and row.cells[index].value.strip(" 　—－-/")]
                figures = [figure_in(cell) for cell in cells]
                known = [(figure.text, figure.value) for figure in figures if figure is not None]
                if len(known) == len(cells) and len(known) >= _FEWEST:
                    yield head, known
