"""What the text says of single rows of a table (文表一致): a figure by row and column, who is first or last, how far it rose (norms FIG-16).

The text names the row and the column in the words of the table, so that both speak of one cell; that they speak of one time is likely only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.figure_cells import NO_SUM, Figure, figure_in, is_total, written
from hegao.document.model import Row, Table
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.column_heads import heads_of

_NO_MEASURE = Pattern(heads_of("serial", "no-figure"))
_UNIT = Pattern(r"[（(](?P<unit>[^（）()]{1,6})[）)]$")
_NAME = Pattern(r"[\u3400-\u9fff（）()]{2,16}")
_YEAR = Pattern(r"20\d\d")
#: Words by which a figure is another one than that of the cell.
_ANOTHER = Pattern(r"上年|去年|同期|比(?![例重])|较(?![好大快强为差])|增|减|提高|下降|累计|截至|其中|目前|目标|力争|不低于|以上|达到?到|平均|差|距|每|分别|依次")
_LARGEST, _FEWEST, _NEAR, _REACH = 200, 2, 50, 40


def told_of_rows(context: Context) -> Iterator[Odd]:
    """The figures and names of the text that the rows they speak of contradict."""
    tables = [table for part in context.document.parts for table in part.nodes if isinstance(table, Table) and _FEWEST <= len(table.rows) <= _LARGEST]
    if not tables:
        return
    sentences = context.once(figure_sentences)
    for table in tables:
        named = _named(table)
        if len(named) >= _FEWEST:
            for sentence in sentences:
                yield from _by_cell(sentence, table, named)
                yield from _by_share(sentence, table, named)
            yield from _best(context, table, named)
        for sentence in sentences:
            yield from _risen(sentence, table)


def _named(table: Table) -> Mapping[str, Row]:
    """The rows by the first cell that is a name, where each name stands once."""
    for place in range(min(3, len(table.columns))):
        named = [(name, row) for row in table.rows if place < len(row.cells) and _NAME.fullmatch(name := unspaced(row.cells[place].value).strip("*"))]
        if len(named) * 3 >= len(table.rows) * 2 and len(dict(named)) == len(named):
            return dict(named)
    return {}


def _bare(head: str) -> tuple[str, str]:
    """What a head says is counted, and in what unit."""
    whole = unspaced(head).strip("*")
    match = _UNIT.search(whole)
    return (whole[: match.start()], match["unit"]) if match is not None else (whole, "")


def _by_cell(sentence: Sentence, table: Table, named: Mapping[str, Row]) -> Iterator[Odd]:
    """高新区亩均税收最高，为36.2万元 beside 32.6 in the row 高新区 under 亩均税收（万元）."""
    value = sentence.value[sentence.start : sentence.end]
    spoken = [name for name in named if name in value and value.count(name) == 1]
    for place, column in enumerate(table.columns) if spoken else ():
        head, unit = _bare(column.head)
        if len(head) < _FEWEST or head not in value or _NO_MEASURE.search(head) or _YEAR.search(head):
            continue
        for name in spoken:
            row = named[name]
            cell = figure_in(row.cells[place]) if place < len(row.cells) else None
            told = _next(sentence, name, head, [other for other in spoken if other not in name])
            if cell is None or told is None or told.one.rough or told.one.unit not in (unit, "%" if cell.percent else unit):
                continue
            said = Decimal(told.one.say(told.one.value).removesuffix(told.one.unit))
            alike = slipped(said, cell.value) or abs(said - cell.value) * 100 <= cell.value * _NEAR
            if said != cell.value and alike and not any(other.value == said for other in _figures(row)):
                yield Odd(sentence.at(told.one), f"表中“{name}”为{cell.text.value}", [cell.text], False)


_NUMBERS = Pattern(r"\d+(?:\.\d+)?")
_SHARE = Pattern(r"[\u3400-\u9fff]{0,4}占(?:比|全[\u3400-\u9fff]|总[\u3400-\u9fff]{1,3})*的?(?:为|约)?$")


def _by_share(sentence: Sentence, table: Table, named: Mapping[str, Row]) -> Iterator[Odd]:
    """其中南港区占40%, where the table has one column of figures, and the row makes 44% of it."""
    shares = [told for told in sentence.told if told.one.dimension == PERCENT and not told.one.rough and "占" in sentence.value]
    columns = [index for index, column in enumerate(table.columns) if not _NO_MEASURE.search(column.head) and all(index < len(row.cells) and figure_in(row.cells[index]) for row in table.rows)]
    if not shares or len(columns) != 1 or NO_SUM.search(table.columns[columns[0]].head):
        return
    cells = {name: figure for name, row in named.items() if not is_total(row) and (figure := figure_in(row.cells[columns[0]])) is not None}
    whole = sum((figure.value for figure in cells.values()), Decimal(0))
    # 全市共1000套: that the passage tells the sum, too, shows that it speaks of the table.
    if str(whole) not in _NUMBERS.findall(sentence.value):
        return
    for told in shares:
        before = sentence.value[sentence.start : told.one.start]
        name = next((name for name in cells if name in before and _SHARE.fullmatch(before, before.rfind(name) + len(name))), "")
        said = told.one.value
        if name and whole and abs(cells[name].value * 100 / whole - said) > told.one.step:
            yield Odd(sentence.at(told.one), f"{written((cells[name].value * 100 / whole).quantize(told.one.step))}%", [cells[name].text], False)


def _figures(row: Row) -> list[Figure]:
    return [figure for cell in row.cells if (figure := figure_in(cell)) is not None]


def _next(sentence: Sentence, name: str, head: str, others: Sequence[str]) -> Told | None:
    """The first figure behind the name of a row and that of a column, where nothing else is named in between."""
    at = sentence.value.find(name, sentence.start, sentence.end)
    head_at = sentence.value.find(head, sentence.start, sentence.end)
    behind = max(at + len(name), head_at + len(head))
    told = next((one for one in sentence.told if one.one.start >= behind), None)
    if told is None or told.one.start - behind > _REACH:
        return None
    between = sentence.value[min(at, head_at) : told.one.start].replace(name, "").replace(head, "")
    return None if _ANOTHER.search(between) or any(other in between for other in others) or any(mark.isdigit() for mark in between) else told


#: 完成率最低的是西岭县, 前三名分别为甲、乙、丙.
_FIRST = Scanner(
    r"(?:排名?)?前(?P<n>[两二三四五六七八九十2-9])(?:名|位|的)?(?:[\u3400-\u9fff]{0,6}?)(?:分别|依次)?(?:为|是)(?:[：:])?(?P<names>[^，。；：\d]{5,80})"
    r"|最(?P<way>高|多|大|低|少|小|快|慢)的?(?:[\u3400-\u9fff]{0,4})?(?:为|是)(?P<name>[\u3400-\u9fff（）]{2,12})"
    r"|(?P<name2>[\u3400-\u9fff（）]{2,12}?)[\u3400-\u9fff]{0,10}?最(?P<way2>高|多|大|低|少|小|快|慢)[，。；（]"
    r"|(?P<name3>[\u3400-\u9fff（）]{2,12}?)(?:得分|成绩|总分)?(?:排名|排在|排|位列|位居|居|列|处于?)(?P<place>第一|首位|榜首|末位|末尾|最后|倒数第一)(?:位|名)?(?=[，。；（])",
    sign="前[两二三四五六七八九十2-9]|最[高多大低少小快慢]|第一|首位|榜首|末位|末尾|最后",
)
_LAST = frozenset(("末位", "末尾", "最后", "倒数第一"))
_LEAST = frozenset("低少小慢")
_RANKED = Pattern(r"得分|总分|评分|成绩")


def _best(context: Context, table: Table, named: Mapping[str, Row]) -> Iterator[Odd]:
    """The names that the text gives as the first or the last, against the figures of their rows."""
    rows = {name: row for name, row in named.items() if not is_total(row)}
    for found in context.once(running).find(_FIRST, "heading", "paragraph"):
        match = found.match
        begin = max(match.string.rfind(mark, 0, match.start()) for mark in "。；") + 1
        place = _column(table, match.string[begin : match.end()], match["n"] is not None or match["place"] is not None or _cell_behind(table, match.string, match.end()), _figure_unit(match.string, match.end()))
        figures = {name: figure for name, row in rows.items() if place is not None and place < len(row.cells) and (figure := figure_in(row.cells[place]))}
        if place is None or len(figures) < max(_FEWEST + 1, len(rows)):
            continue
        if match["n"] is not None:
            yield from _first_ones(found.at("names"), value_of(match["n"]), figures)
            continue
        group, way = ("name", match["way"]) if match["name"] else ("name2", match["way2"]) if match["name2"] else ("name3", "少" if match["place"] in _LAST else "多")
        words = match[group] if group == "name" else match.string[match.start(group) : match.end()]
        words = words.removeprefix("其中")
        name = next((name for name in figures if words.startswith(name) or words.endswith(name)), "")
        values = [figure.value for figure in figures.values()]
        best = min(values) if way in _LEAST else max(values)
        if name and figures[name].value != best and values.count(best) == 1:
            right = next(other for other, figure in figures.items() if figure.value == best)
            start = match.string.index(name, match.start(group))
            yield Odd(found.passage.slice(start, start + len(name)), f"表中为{right}（{written(best)}）", [figures[right].text], False)


_BEHIND = Pattern(r"[，,（(]?(?:为|达到?|是)?(?P<figure>\d+(?:\.\d+)?)(?P<unit>[%％]|[\u3400-\u9fff]{1,3})")


def _cell_behind(table: Table, value: str, at: int) -> bool:
    """Whether the figure that stands behind is a cell of the table to the letter."""
    match = _BEHIND.match(value, max(0, at - 1)) or _BEHIND.match(value, at)
    return match is not None and any(figure.value == Decimal(match["figure"]) for row in table.rows for cell in row.cells if (figure := figure_in(cell)) is not None)


def _figure_unit(value: str, at: int) -> str:
    """The unit of the figure that stands behind: 增长最慢，为5.1%."""
    match = _BEHIND.match(value, max(0, at - 1)) or _BEHIND.match(value, at)
    return match["unit"] if match is not None else ""


def _column(table: Table, words: str, ranked: bool, unit: str) -> int | None:
    """The column that is spoken of: the one whose head stands there; else that of the scores, or the only one of figures."""
    columns = [index for index, column in enumerate(table.columns) if not _NO_MEASURE.search(column.head) and any(figure_in(row.cells[index]) for row in table.rows if index < len(row.cells))]
    named = [index for index in columns if len(_bare(table.columns[index].head)[0]) >= _FEWEST and _bare(table.columns[index].head)[0] in words]
    scores = [index for index in columns if _RANKED.search(table.columns[index].head)]
    of_unit = [index for index in columns if unit and _bare(table.columns[index].head)[1] and unit.startswith(_bare(table.columns[index].head)[1])]
    told = named or of_unit or scores[-1:] or (columns if ranked else [])
    return told[0] if len(told) == 1 else None


def _first_ones(at: Text, many: int, figures: Mapping[str, Figure]) -> Iterator[Odd]:
    said = [name for name in figures if name in at.value]
    best = sorted(figures, key=lambda name: -figures[name].value)[:many]
    # One name may lie within another; who is equal may be told or not.
    values = [figure.value for figure in figures.values()]
    if len(said) == many < len(figures) and set(said) != set(best) and len(set(said) & set(best)) >= many - 1 and len(set(values)) == len(values):
        odd = next(name for name in said if name not in best)
        start = at.value.index(odd)
        yield Odd(at.slice(start, start + len(odd)), f"表中前{many}名为{'、'.join(best)}", [figures[best[-1]].text], False)


_COMPARED = Pattern(r"[，,（(]?(?:比|较(?![好大快强为差])|同比)(?:上年|去年|上年同期|20\d\d年)?(?:净|实际)?(?:增加|增长|减少|下降|上升|提高|降低|多|少)了?[\u3400-\u9fff]{0,4}")
_REAL = Pattern("可比|不变价|实际增长")


def _risen(sentence: Sentence, table: Table) -> Iterator[Odd]:
    """128.5亿元，比上年增加9.3亿元 beside 120.2 and 128.5 under 2024年 and 2025年."""
    years = {match[0]: place for place, column in enumerate(table.columns) if (match := _YEAR.search(column.head)) and not NO_SUM.search(column.head)}
    pairs = [(years[year], years[str(int(year) - 1)]) for year in years if str(int(year) - 1) in years]
    for told, by in zip(sentence.told, sentence.told[1:], strict=False) if len(pairs) == 1 else ():
        if by.one.dimension == POINTS or told.one.dimension == PERCENT or not _COMPARED.fullmatch(sentence.between(told.one, by.one)) or _REAL.search(sentence.value):
            continue
        now, before = pairs[0]
        said = Decimal(told.one.say(told.one.value).removesuffix(told.one.unit))
        rows = [row for row in table.rows if now < len(row.cells) and (figure := figure_in(row.cells[now])) is not None and figure.value == said]
        base = figure_in(rows[0].cells[before]) if len(rows) == 1 and before < len(rows[0].cells) else None
        if base is None or not base.value:
            continue
        change = abs(said - base.value)
        stated = Decimal(by.one.say(by.one.value).removesuffix(by.one.unit))
        step = Decimal(10) ** min(0, int(stated.as_tuple().exponent))
        right = change if by.one.unit == told.one.unit else change * 100 / base.value if by.one.dimension == PERCENT else None
        if right is not None and abs(right - stated) > (step if by.one.dimension == PERCENT else 0):
            yield Odd(sentence.at(by.one), f"{written(right.quantize(step))}{by.one.unit}", [base.text], False)
