"""Figures, units and names mistyped: a unit by its symbol and its name, M for metres, marks doubled within a figure, one name for two rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.breaks import SUM_ROW, Break, Lines, Way, changed, replaced, row_of, tables

_SYMBOLS = {"千克": "kg", "公斤": "kg", "克": "g", "千米": "km", "公里": "km", "厘米": "cm", "毫米": "mm", "毫升": "mL", "千瓦": "kW", "平方米": "㎡", "立方米": "m³", "小时": "h"}
_WITH_UNIT = re.compile(rf"(?<=\d)(?P<unit>{'|'.join(_SYMBOLS)})(?=[，。；、）以])")
_METRES = re.compile(r"(?<=\d)米(?=[，。；、）])")
_POINT = re.compile(r"(?<![\d.])\d{1,5}(?P<point>\.)\d{1,2}(?=[万亿]?(?:元|亩|公里|千米|吨|平方米)|%)")
_RATE = re.compile(r"率(?:为|达到?|保持在|不低于|提高到)\d{1,3}(?:\.\d+)?(?P<sign>%)(?=(?:以上)?[，。；])")
_NOUGHT = re.compile(r"(?<![\d.〔A-Za-z])[1-9]\d?0(?=\d{0,2}(?:万元|元|户|人|亩|件|公里)[，。；、])")
_YEARS = re.compile(r"(?<=20\d\d)—(?=20\d\d(?:年|学年))")
_BEHIND = re.compile(r"(?<=[\u3400-\u9fff]{3})(?P<word>后)，(?=[\u3400-\u9fff]{2})")
_NAMED = re.compile(r"(?:单位|部门|乡镇|街道|企业|学校|县（区）|县（市、区）|镇|村)(?:名称)?$")
_FIGURES = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?|—|-|")


def _doubled(match: re.Match[str]) -> str:
    return match[0] * 2


def _name_of_another(lines: Lines) -> Iterator[Break]:
    """The body that a row of figures is about, given to the row after next, too; four rows at least, each with a name of its own."""
    for table in tables(lines):
        head = [cell.strip() for cell in table[0][1]]
        rows = [(index, cells) for index, cells in table[1:] if not SUM_ROW.search(lines[index])]
        if len(rows) < 4 or len(head) < 4 or not _NAMED.search(head[1]) or len({cells[1].strip() for _index, cells in rows}) < len(rows):
            continue
        if not all(_FIGURES.fullmatch(cell.strip()) for _index, cells in rows for cell in cells[2:]):
            continue
        index, cells = rows[2]
        yield changed(lines, index, row_of([cells[0], rows[0][1][1], *cells[2:]], lines[index]))


#: The ways to mistype a figure, its unit or the name it is of.
FIGURE_SLIP_WAYS: dict[str, Way] = {
    "a unit by its symbol and its name": replaced(_WITH_UNIT, lambda match: _SYMBOLS[match["unit"]] + match["unit"]),
    "metres by a capital letter": replaced(_METRES, lambda match: "M"),
    "a decimal point typed twice": replaced(_POINT, lambda match: match[0].replace(".", "..")),
    "a percent sign typed twice": replaced(re.compile(r"(?<=\d)%(?=[，。；、）])"), _doubled),
    "a percent sign lost from a rate": replaced(_RATE, lambda match: match[0].replace("%", "")),
    "a letter O for a nought": replaced(_NOUGHT, lambda match: match[0].replace("0", "O", 1) if match[0].count("0") == 1 else None),
    "a dash typed twice between years": replaced(_YEARS, _doubled),
    "a word again behind its comma": replaced(_BEHIND, lambda match: "后，后，"),
    "the body of another row": _name_of_another,
}
