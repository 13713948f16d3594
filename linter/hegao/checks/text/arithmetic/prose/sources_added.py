"""What sources give together (资金来源), against the whole that stands elsewhere: in the text, or as the sum of a table (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped_sum
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, is_total
from hegao.document.model import Table
from hegao.phrases.quantities import Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_SOURCES = Pattern(r"(?:资金|投资|经费)(?:的)?(?:来源|筹措|渠道|构成|组成)[^，。；、\d]{0,10}?(?:[：:]|为|是|有|包括|如下)")
_WHOLE = Pattern(r"总投资|总概算|投资(?:估算|概算|规模)|资金需求|总?需资金|总经费|投入资金|计划投资")
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|每|均|占|已|累计|合计|共(?!同)|总")
_UNIT = Pattern(r"单位[：:]\s*(?P<unit>[万亿]?元)|[（(](?P<unit2>[万亿]?元)[）)]")
_MONEY = "金额"
_FEWEST = 2


def wrong_sources(context: Context) -> Iterator[Odd]:
    """Lists of sources of money that nearly make up the one whole that the document names."""
    for sentence in context.once(figure_sentences):
        if len(sentence.told) < _FEWEST or _SOURCES.search(sentence.value, sentence.start, sentence.told[0].one.start) is None:
            continue
        parts = sentence.told
        if any(told.one.dimension != _MONEY or told.one.rough or _NO_PART.search(told.label) for told in parts) or not _listed(sentence, parts):
            continue
        summed = sum((told.one.value for told in parts), Decimal(0))
        wholes = _wholes(context, sentence)
        if not wholes or any(whole == summed for whole in wholes):
            continue
        meant = [whole for whole in wholes if near(whole, abs(whole - summed)) or slipped_sum(parts[0].one._replace(value=whole), [told.one for told in parts])]
        if len(meant) == 1:
            last = parts[-1].one
            yield Odd(sentence.at(last), f"各项合计{last.say(summed)}，应为{last.say(meant[0])}", [wholes[meant[0]]])


def _listed(sentence: Sentence, parts: Sequence[Told]) -> bool:
    return all(sentence.between(one.one, other.one)[:1] in ("、", "，", ",", "；", "和") for one, other in pairwise(parts))


def _wholes(context: Context, sentence: Sentence) -> Mapping[Decimal, Text]:
    """The amounts that the text calls a whole, and the sums of tables of money."""
    found: dict[Decimal, Text] = {}
    for other in context.once(figure_sentences):
        for told in other.told if other is not sentence else ():
            if told.one.dimension == _MONEY and _WHOLE.search(told.label):
                found.setdefault(told.one.value, other.at(told.one))
    for part in context.document.parts:
        for node in part.nodes:
            if isinstance(node, Table):
                found.update((value, text) for text, value in _sums(node) if value not in found)
    return found


def _sums(table: Table) -> Iterator[tuple[Text, Decimal]]:
    caption = _UNIT.search(table.caption.value) if table.caption is not None else None
    for row in (row for row in table.rows if is_total(row)):
        for column, cell in zip(table.columns, row.cells, strict=False):
            figure, head = figure_in(cell), _UNIT.search(column.head)
            unit = next((match["unit"] or match["unit2"] for match in (head, caption) if match is not None), None)
            if figure is not None and unit is not None:
                yield figure.text, _value(f"{figure.value}{unit}")


def _value(written: str) -> Decimal:
    found: Sequence[Quantity] = find_quantities(written)
    return found[0].value if found else Decimal(0)
