"""How many rows are of each kind (分类计数): 继续有效4件、废止3件 over a table whose column 清理结果 says so three and four times (norms FIG-16)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, is_total, written
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced

_KIND = Pattern(r"[\u3400-\u9fffA-Da-d]{1,8}")
_COUNTED = Scanner(r"(?P<what>[\u3400-\u9fffA-D]{1,12}?)(?P<tail>[”\"]?(?:等次|等级|的|有|类|共)*)(?P<n>\d{1,3})(?:个|家|名|件|人|项|处|条|户|所|座|篇|种)")
_FEWEST, _MOST_KINDS, _MOST_OFF = 2, 6, 3


def told_categories(context: Context) -> Iterator[Odd]:
    """The counts of kinds in a passage that tells all kinds of a column, where the rows are otherwise."""
    tables = [node for node in context.document.of("table") if isinstance(node, Table) and len(node.rows) > _FEWEST]
    if not tables:
        return
    passages: dict[Text, list[tuple[str, int, Text]]] = {}
    for found in context.once(running).find(_COUNTED, "heading", "paragraph"):
        passages.setdefault(found.passage, []).append((found.match["what"] + found.match["tail"], int(found.match["n"]), found.at("n")))
    several = [told for told in passages.values() if len(told) >= _FEWEST]
    for table in tables if several else ():
        for place in range(len(table.columns)):
            counts = _counts(table, place)
            for told in several if counts else ():
                yield from _odd(counts, told)


def _counts(table: Table, place: int) -> Counter[str]:
    """How often each kind stands in a column, if it tells few."""
    cells = [unspaced(row.cells[place].value) for row in table.rows if not is_total(row) and place < len(row.cells)]
    kinds = Counter(cells)
    sound = all(_KIND.fullmatch(cell) for cell in cells) and _FEWEST <= len(kinds) <= _MOST_KINDS and len(kinds) < len(cells)
    return kinds if sound else Counter()


def _is_of(what: str, kind: str) -> bool:
    """Whether words before a count end with a kind, or with it and one word that such things are called by: 续建项目."""
    bare = _CALLED.sub("", what)
    return what.endswith(kind) or bare.endswith(kind) or len(kind) >= _FEWEST and bare[:-_FEWEST].endswith(kind)


#: What may stand between a kind and how many there are.
_CALLED = Pattern(r"[”\"]?(?:等次|等级|的|有|类|共)+$")


def _odd(counts: Counter[str], told: list[tuple[str, int, Text]]) -> Iterator[Odd]:
    named = {kind: [(n, at) for what, n, at in told if _is_of(what, kind)] for kind in counts}
    if any(len(found) != 1 for found in named.values()):
        return
    odd = [(kind, *found[0]) for kind, found in named.items() if found[0][0] != counts[kind]]
    # Counts of something else are far off.
    if 0 < len(odd) and all(abs(n - counts[kind]) <= _MOST_OFF for kind, n, _at in odd):
        whole = sum(n for found in named.values() for n, _at in found) == sum(counts.values())
        right = "、".join(f"“{kind}”为{counts[kind]}" for kind, _n, _at in odd)
        yield Odd(odd[0][2], f"表中{right}", [at for _kind, _n, at in odd[1:]], whole and len(odd) == _FEWEST)


#: 笔试成绩×60%＋面试成绩×40%, 笔试占60%、面试占40%.
_WEIGHT = Scanner(r"(?P<what>[\u3400-\u9fff]{2,8}?)(?:成绩|得分|分数)?(?:[×xX*✕]|按|占|权重为?)(?P<n>\d{1,2})[%％]")
_ALL, _NEAR = 100, 10


def wrong_weighted(context: Context) -> Iterator[Odd]:
    """The one row whose result is not that of its columns by the weights of the text."""
    tables = [node for node in context.document.of("table") if isinstance(node, Table) and len(node.rows) > _FEWEST]
    if not tables:
        return
    passages: dict[Text, list[tuple[str, int]]] = {}
    for found in context.once(running).find(_WEIGHT, "heading", "paragraph"):
        passages.setdefault(found.passage, []).append((found.match["what"], int(found.match["n"])))
    for weights in (told for told in passages.values() if len(told) >= _FEWEST and sum(n for _what, n in told) == _ALL):
        for table in tables:
            yield from _odd_result(table, weights)


def _odd_result(table: Table, weights: list[tuple[str, int]]) -> Iterator[Odd]:
    heads = [unspaced(column.head) for column in table.columns]
    places = [next((index for index, head in enumerate(heads) if head.startswith(what[-_LEAST:]) or what.endswith(head) and head), None) for what, _n in weights]
    if None in places or len(set(places)) != len(places):
        return
    for result in (index for index in range(len(heads)) if index not in places):
        right, odd = 0, []
        for row in table.rows:
            cells = [figure_in(row.cells[index]) if index is not None and index < len(row.cells) else None for index in (*places, result)]
            figures = [cell for cell in cells if cell is not None]
            if len(figures) != len(cells):
                continue
            made = sum((figure.value * n for figure, (_what, n) in zip(figures, weights, strict=False)), Decimal(0)) / _ALL
            if abs(made - figures[-1].value) <= figures[-1].step:
                right += 1
            elif abs(made - figures[-1].value) <= _NEAR:
                odd.append(Odd(figures[-1].text, written(made.quantize(figures[-1].step)), [figure.text for figure in figures[:-1]]))
        if len(odd) == 1 and right >= _FEWEST:
            yield odd[0]


_LEAST = 2
