"""What names each row of a table, or each line of a list, by itself (关键列): a name, a number or a day that two of them bear.

姓名, 文号, 车牌号, 部门 in a ranking, 日期 of a rota: each row has its own, but for the one that was copied and not mended.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from hegao.checks.structure.row_content import ANOTHER, TWICE, Repeated
from hegao.document.model import Column, Document, Heading, Node, Paragraph, Row, Table
from hegao.document.told_by_cells import is_total
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.column_heads import MEASURE_RANKS, heads_of
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, level_names, surnames

#: Heads of numbers that each stand for one row.
_OWN_NUMBER = Pattern(r"^(?:发文)?(?:文号|字号)$|^(?:车牌号码?|车号|号牌号码|身份证号码?|公民身份号码|统一社会信用代码|信用代码|证书编号|许可证号|合同编号|设备编号|档案号|图斑编号|项目代码|准考证号|工号)$")
_NUMBER_LIKE = Pattern(r"[^，。；、]*\d[^，。；、]*")
_PERSON_HEAD = Pattern("^姓名$|^名单$")
_PERSON = Pattern(lambda: rf"[{''.join(sorted(surnames()))}][\u3400-\u9fff·]{{1,3}}")
#: A person may well be told in each row of these: who is on duty, who teaches, who is paid by month.
_BY_TURNS = Pattern(lambda: "|".join((heads_of("deadline"), *(heads_of("measure", rank=rank) for rank in MEASURE_RANKS), "班次|场次|课|月|期次|次数|星期|问题|原因|金额|线路|路线|成果|论文|奖|地点|区域")))
_ENTITY_HEAD = Pattern(lambda: rf"^(?:责任)?(?:{_entity()}|镇街|县区|区县|市县|(?:{_entity()}|项目|文件|设备|物资|产品|品种|店铺|小区|桥梁|水库|公园|线路|道路)名称|小区|线路|站点|河流|岗位)(?:[（(][^（）()]*[）)])?$")
_NAMED_THINGS = Pattern("名称$")
_RANK_HEAD = Pattern(lambda: rf"^(?:排名|名次|位次|排序)$|{heads_of('serial')}")
_FIGURE = Pattern(r"[-—/]|\d{1,2}[:：]\d{2}|-?\d[\d,]*(?:\.\d+)?[%％]?")
_REMARK = Pattern("备注|等次|等级|档次|评价|评定|说明|级别|排名|名次|趋势")
_FEWEST, _FEWEST_NUMBERS, _FEWEST_DAYS = 4, 3, 4


def _entity() -> str:
    """What a head calls the bodies and places that rows are about."""
    return one_of((*level_names("place"), *(kind.ending for kind in body_kinds()), "社区", "村"))


def keys_twice(table: Table) -> Iterator[Repeated]:
    """The one name or number of a table that two rows bear."""
    rows = [row for row in table.rows if row.cells and not is_total(row)]
    found = next(iter((*_numbers(table, rows), *_persons(table, rows), *_entities(table, rows))), None)
    if found is not None:
        yield found
    yield from _days(table, rows)


def _again(rows: Sequence[Row], place: int) -> Repeated | None:
    """The one cell of a column that says what another says, where all cells are filled and all others differ."""
    cells = [row.cells[place] for row in rows if place < len(row.cells)]
    said = [unspaced(cell.value) for cell in cells]
    if len(cells) != len(rows) or "" in said or len(set(said)) != len(said) - 1:
        return None
    again = next(index for index, one in enumerate(said) if one in said[:index])
    return Repeated(cells[again], cells[said.index(said[again])], said[again], TWICE)


def _numbers(table: Table, rows: Sequence[Row]) -> Iterator[Repeated]:
    for place, column in enumerate(table.columns):
        if len(rows) >= _FEWEST_NUMBERS and _OWN_NUMBER.search(unspaced(column.head)):
            again = _again(rows, place)
            if again is not None and _NUMBER_LIKE.fullmatch(again.written):
                yield again


def _persons(table: Table, rows: Sequence[Row]) -> Iterator[Repeated]:
    heads = [unspaced(column.head) for column in table.columns]
    if len(rows) < _FEWEST or any(_BY_TURNS.search(head) for head in heads):
        return
    for place, head in enumerate(heads):
        if _PERSON_HEAD.search(head):
            again = _again(rows, place)
            if again is not None and _PERSON.fullmatch(again.written):
                yield again


def _entities(table: Table, rows: Sequence[Row]) -> Iterator[Repeated]:
    """A body, a place or a thing, behind the serial or the rank."""
    place = next((index for index, column in enumerate(table.columns) if not _RANK_HEAD.search(unspaced(column.head))), None)
    if place is None or place > 1 or len(rows) < _FEWEST or not _ENTITY_HEAD.search(unspaced(table.columns[place].head)):
        return
    again = _again(rows, place)
    if again is None or len(again.written) < 2:
        return
    behind = [index for index in range(place + 1, len(table.columns)) if not _REMARK.search(unspaced(table.columns[index].head))]
    figures = [_all_figures(rows, index) for index in behind]
    if len(figures) > 1 and all(figures):
        yield again._replace(expected=ANOTHER)
    elif _NAMED_THINGS.search(unspaced(table.columns[place].head)) or figures and all(figures):
        yield again


def _all_figures(rows: Sequence[Row], place: int) -> bool:
    return all(place < len(row.cells) and (not row.cells[place].value.strip() or _FIGURE.fullmatch(unspaced(row.cells[place].value))) for row in rows)


def _days(table: Table, rows: Sequence[Row]) -> Iterator[Repeated]:
    """The one day of a rota that stands twice, where the days of all other rows follow one another."""
    for place in range(min(2, len(table.columns))):
        cells = [row.cells[place] for row in rows if place < len(row.cells)]
        days = [_day(cell) for cell in cells]
        known = [day for day in days if day is not None]
        if len(known) != len(rows) or len(known) < _FEWEST_DAYS:
            continue
        run = [known[0] + datetime.timedelta(days=index) for index in range(len(known))]
        odd = [index for index, day in enumerate(known) if day != run[index]]
        if len(odd) == 1 and known[odd[0]] in run:
            right = run[odd[0]]
            yield Repeated(cells[odd[0]], cells[run.index(known[odd[0]])], unspaced(cells[odd[0]].value), f"{right.month}月{right.day}日")


def _day(cell: Text) -> datetime.date | None:
    found = [date for date in find_dates(unspaced(cell.value)) if date.month and date.day]
    try:
        return datetime.date(found[0].year or 2024, found[0].month or 1, found[0].day or 1) if len(found) == 1 else None
    except ValueError:
        return None


#: A body or a place by itself on a line.
_LINE = Pattern(lambda: rf"[\u3400-\u9fff（）()]{{2,24}}{one_of((*level_names('place'), *(kind.ending for kind in body_kinds()), '林场', '村', '社区', '合作社'))}")


def lines_twice(document: Document) -> Iterator[Repeated]:
    """The body that a list of bodies, one a line, names twice."""
    for part in document.parts:
        yield from _items_twice(part.nodes)
        for listed, nodes in groupby(part.nodes, key=_is_name):
            lines = [node.text for node in nodes] if listed else []
            seen: dict[str, Text] = {}
            for line in lines if len(lines) >= _FEWEST - 1 else ():
                first = seen.setdefault(line.value.strip(), line)
                if first is not line:
                    yield Repeated(line, first, line.value.strip(), ANOTHER)


def _items_twice(nodes: Sequence[Node]) -> Iterator[Repeated]:
    """The one numbered item, a name and no sentence, that says what another of its list says."""
    for node in nodes:
        group = node.numbering.headings if isinstance(node, Heading) and node.numbering.headings[0] is node else []
        said = [heading.text.value[len(heading.label) :].strip().rstrip("；。") for heading in group]
        if len(group) < _FEWEST or any(heading.children or not _ITEM.fullmatch(words) for heading, words in zip(group, said, strict=True)) or len(set(said)) != len(said) - 1:
            continue
        again = next(index for index, words in enumerate(said) if words in said[:index])
        yield Repeated(group[again].text, group[said.index(said[again])].text, said[again], TWICE)


_ITEM = Pattern(r"[^，。；：]{4,40}")


def _is_name(node: Node) -> bool:
    return isinstance(node, Paragraph) and len(node.text) <= 26 and _LINE.fullmatch(node.text.value.strip()) is not None


def _number_column(columns: Sequence[Column]) -> int | None:
    places = [place for place, column in enumerate(columns) if _FILE_NUMBER.search(unspaced(column.head))]
    return places[0] if len(places) == 1 else None


_FILE_NUMBER = Pattern("^(?:发文)?(?:文号|字号)$")


def files_in_two_lists(document: Document) -> Iterator[Repeated]:
    """The one document number that two lists of documents hold: it is in force, or it is repealed."""
    lists = [(table, place) for table in document.of("table") if isinstance(table, Table) and (place := _number_column(table.columns)) is not None]
    for (one, first), (other, second) in pairwise(lists):
        known = {unspaced(row.cells[first].value): row.cells[first] for row in one.rows if first < len(row.cells) and _NUMBER_LIKE.fullmatch(row.cells[first].value)}
        again = [row.cells[second] for row in other.rows if second < len(row.cells) and unspaced(row.cells[second].value) in known]
        if len(again) == 1 and len(other.rows) > 1:
            yield Repeated(again[0], known[unspaced(again[0].value)], unspaced(again[0].value), TWICE)
