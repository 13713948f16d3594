"""Rows of tables that repeat: decimal serials (1.2, 1.2), ranks without a tie, rows that are one but for a cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, level_names

_DECIMAL = Pattern(r"^(?P<stem>\d{1,2}(?:\.\d{1,2})*)\.(?P<last>\d{1,3})$")
_RANK = Pattern("^(?:排名|名次|位次|排序|名 ?次)$")
_NUMBER = Pattern(r"^\d+(?:\.\d+)?%?$")
#: A list of fewer rows proves nothing.
_LEAST_ROWS = 5
#: So many cells that say the same are no chance.
_SAME_CELLS = 3
#: How the names of a list are headed, each of which stands once: by the kind of body or place, 名称, 姓名.
_KEY = Pattern(lambda: rf"名称|姓名|{one_of((*level_names('place'), *_bodies()))}(?:[（(].*)?$")
_ENTITY = Pattern(lambda: rf"(?:文件|法规|{one_of(_bodies())})名称")
_NAMES_LEAST = 4


#: What should stand where a whole item stands twice, and where it may do so.
ANOTHER, DOUBTFUL, TWICE = "另一项", "另一项？", "只列一次？"


def _bodies() -> tuple[str, ...]:
    return tuple(kind.ending for kind in body_kinds())


class Repeated(NamedTuple):
    """A cell that repeats another one above: where both stand, what is written, what should be."""

    at: Text
    before: Text
    written: str
    expected: str


def repeated_rows(table: Table) -> Iterator[Repeated]:
    """The repeats in a table, each once."""
    yield from _decimals(table)
    yield from _ranks(table)
    yield from _codes(table)
    twins = list(_twins(table))
    yield from twins
    yield from _places(table) if not twins else ()


def same_rows(first: Row, second: Row) -> bool:
    """Whether two rows say the same in every cell, a serial of their own apart, and enough of it to be one row set twice."""
    places = [place for place, column in enumerate(first.table.columns) if column.role != "serial"]
    pairs = [(_said(first, place), _said(second, place)) for place in places]
    return len(pairs) >= _SAME_CELLS and all(a == b for a, b in pairs) and sum(1 for a, _b in pairs if a) >= _SAME_CELLS


def _said(row: Row, place: int) -> str:
    return unspaced(row.cells[place].value) if place < len(row.cells) else ""


def _decimals(table: Table) -> Iterator[Repeated]:
    previous: tuple[str, int, Text] | None = None
    for row in table.rows:
        cell = row.cells[0] if row.cells else None
        match = _DECIMAL.match(unspaced(cell.value)) if cell is not None else None
        if cell is None or match is None:
            continue
        stem, last = match["stem"], int(match["last"])
        if previous is not None and previous[0] == stem and previous[1] == last and not _one_item(row, previous[2], table):
            yield Repeated(cell, previous[2], cell.value, f"{stem}.{last + 1}")
        previous = stem, last, cell


def _one_item(row: Row, before: Text, table: Table) -> bool:
    """Whether a row goes on with the item of the one above: its next cell is empty or the same."""
    above = next(one for one in table.rows if one.cells and one.cells[0] is before)
    return len(row.cells) < 2 or not row.cells[1].value or row.cells[1].value == above.cells[1].value


def _ranks(table: Table) -> Iterator[Repeated]:
    """Two rows of one rank that no figure of theirs makes equal."""
    place = next((index for index, column in enumerate(table.columns) if _RANK.match(unspaced(column.head))), None)
    if place is None:
        return
    rows = [row for row in table.rows if len(row.cells) > place and row.cells[place].value.isdigit()]
    if len(rows) < _LEAST_ROWS - 1:
        return
    seen: dict[str, Row] = {}
    ranks = {row.cells[place].value for row in rows}
    for row in rows:
        cell = row.cells[place]
        first = seen.setdefault(cell.value, row)
        if first is row:
            continue
        span = slice(1, place) if place else slice(1, None)
        pairs = zip(first.cells[span], row.cells[span], strict=False)
        figures = [(a.value, b.value) for a, b in pairs if _NUMBER.match(unspaced(a.value)) and _NUMBER.match(unspaced(b.value))]
        expected = next((str(rank) for rank in range(1, len(rows) + 1) if str(rank) not in ranks), "")
        if figures and expected and all(a != b for a, b in figures):
            yield Repeated(cell, first.cells[place], cell.value, expected)


#: Heads of numbers that each stand for one row: 岗位代码, 项目编号; those of a form or a class of things stand for several.
_CODE_HEAD = Pattern(r"(?:岗位|职位|项目|成果|档案|合同|证书|标段|地块|报名)?(?:代码|编码|编号)$")
_CODE = Pattern(r"^[A-Za-z\d][A-Za-z\d〔〕\[\]（）()._/—-]{2,}$")


def _codes(table: Table) -> Iterator[Repeated]:
    """The one number of a row that another row bears, too, where those of all others differ."""
    for place, column in enumerate(table.columns):
        if place == 0 or column.role == "serial" or not _CODE_HEAD.search(unspaced(column.head)):
            continue
        cells = [row.cells[place] for row in table.rows if place < len(row.cells) and row.cells[place].value]
        codes = [unspaced(cell.value) for cell in cells]
        if len(codes) < _LEAST_ROWS or len(set(codes)) != len(codes) - 1 or not all(map(_CODE.match, codes)):
            continue
        again = next(index for index, code in enumerate(codes) if code in codes[:index])
        yield Repeated(cells[again], cells[codes.index(codes[again])], cells[again].value, ANOTHER)


def _twins(table: Table) -> Iterator[Repeated]:
    """Rows with serials of their own that are one and the same, or that bear one name where the names of all other rows differ."""
    rows = [row for row in table.rows if row.serial is not None and len(row.cells) > 2]
    if not rows and not table.has("serial"):
        yield from _copies(table)
        return
    names = [_said(row, 1) for row in rows]
    whole = _same_twice(rows)
    if whole is not None:
        first, second = whole
        yield Repeated(second.cells[1], first.cells[1], second.cells[1].value or second.text.value, ANOTHER)
        return
    if "" in names or len(set(names)) != len(names) - 1:
        return
    again = next(place for place, name in enumerate(names) if name in names[:place])
    first, second = rows[names.index(names[again])], rows[again]
    if first.serial == second.serial:
        return
    differing = sum(1 for a, b in zip(first.cells[1:], second.cells[1:], strict=False) if unspaced(a.value) != unspaced(b.value))
    # 石桥村, 黄茅镇 twice, the number apart: all that two short rows say is the same.
    alike = not differing and len(names[again]) > _SHORT and not _NUMBER.match(names[again])
    keyed = len(rows) >= _NAMES_LEAST and (alike or _is_key(table, rows))
    if keyed or len(rows) >= _LEAST_ROWS and len(first.cells) > 3 and names.index(names[again]) == again - 1 and differing <= 1:
        yield Repeated(second.cells[1], first.cells[1], second.cells[1].value, ANOTHER)
    elif len(rows) >= _NAMES_LEAST and len(names[again]) >= _LONG:
        # One matter may be handed to two bodies.
        yield Repeated(second.cells[1], first.cells[1], second.cells[1].value, TWICE)


def _copies(table: Table) -> Iterator[Repeated]:
    """The one row of a table without numbers that says in each cell what another says, a name first."""
    seen: dict[tuple[str, ...], Row] = {}
    twice = []
    for row in table.rows:
        said = tuple(_said(row, place) for place in range(len(row.cells)))
        first = seen.setdefault(said, row)
        if first is not row and sum(1 for cell in said if cell and not _NUMBER.match(cell)) > 1 and len(said[0]) > 1:
            twice.append((first, row))
    if len(twice) == 1 and len(table.rows) >= _NAMES_LEAST:
        yield Repeated(twice[0][1].cells[0], twice[0][0].cells[0], twice[0][1].cells[0].value, ANOTHER)


#: Names so long are not shared by chance; what is no longer is mostly no name.
_LONG, _SHORT = 8, 2
#: A place that a row is about, beside what it is responsible for.
_PLACE = Pattern(lambda: rf"[\u3400-\u9fff]{{1,6}}(?:{one_of(level_names('place'))}|街道|村|社区)$")
_PLACES_LEAST = 4


def _places(table: Table) -> Iterator[Repeated]:
    """The one place of a column that the row right below has, too, where each other row has its own: a row copied and not mended."""
    for place, column in enumerate(table.columns):
        cells = [row.cells[place] for row in table.rows if place < len(row.cells) and _PLACE.fullmatch(unspaced(row.cells[place].value))]
        said = [unspaced(cell.value) for cell in cells]
        filled = sum(1 for row in table.rows if row.serial is not None or place and row.cells[0].value and "计" not in row.cells[0].value)
        if column.role != "other" or len(said) < _PLACES_LEAST - 1 or len(said) < filled or len(set(said)) != len(said) - 1:
            continue
        again = next(index for index, name in enumerate(said) if name in said[:index])
        if said[again - 1] == said[again]:
            yield Repeated(cells[again], cells[again - 1], said[again], DOUBTFUL)
            return


def _same_twice(rows: list[Row]) -> tuple[Row, Row] | None:
    """The two rows that say the same, where no others do; one number twice is told elsewhere, but not a 1, which may begin anew."""
    seen: dict[tuple[str, ...], Row] = {}
    twice: list[tuple[Row, Row]] = []
    places = [place for place, column in enumerate(rows[0].table.columns) if column.role != "serial"] if rows else []
    for row in rows:
        first = seen.setdefault(tuple(_said(row, place) for place in places), row)
        if first is not row and (first.serial != row.serial or row.serial == 1) and same_rows(first, row):
            twice.append((first, row))
    return twice[0] if len(twice) == 1 else None


def _is_key(table: Table, rows: list[Row]) -> bool:
    """Whether the column behind the serial names what each row is about, and nothing but figures or what is told of it follows."""
    if not _KEY.search(unspaced(table.columns[1].head)):
        return False
    third = [_said(row, 2) for row in rows]
    return all(_NUMBER.match(said) for said in third) or _ENTITY.search(table.columns[1].head) is not None or "名" in table.columns[1].head and len(set(third)) < len(third)
