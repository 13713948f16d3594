"""Counts of the text against the list of an attachment (件数与附件): 甲局等9个单位, 已出台制度5件（见附件2） (norms FIG-16).

Which list is meant is told by the number of the attachment, or by the name that the text gives as the first of many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.counts.miscounts import Miscounted
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, plain_rows
from hegao.document.model import Heading, Paragraph, Part, Table
from hegao.phrases.numbers import A_COUNT, value_of
from hegao.phrases.units import looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_COUNTER = "[个家件项名条处所座户部位种类]"
#: 甲局等9个单位; 《…》等8件文件.
_AND_SO_ON = Scanner(rf"等{A_COUNT}(?P<unit>{_COUNTER})")
#: 已出台制度文件5件（见附件2）; 设停泊点9处，见附件1; 附件1所列9家企业.
_SEE = Scanner(rf"{A_COUNT}(?P<unit>{_COUNTER})(?P<noun>[\u3400-\u9fff]{{0,14}})[（(，,]?(?:具体)?(?:名单|清单|目录|名录|情况|明细)?(?:详?见|如)附件(?P<a>\d{{1,2}})?(?=[。；，）)])")
_MARK = Pattern(r"附\s*件\s*(?P<n>\d{1,2})?")
_TITLED = Pattern(r"^(?:《(?P<title>[^》]+)》|(?P<name>[^《》]+))")
_BRACKETS = Pattern(r"[（(][^（）()]*[）)]$")
_NAMES = Pattern(r"[\u3400-\u9fff·]{2,5}(?:[ \u3000]+[\u3400-\u9fff·]{2,5})*")
_COUNT_LINE = Pattern(r"^[（(]?共")
_PERSON = Pattern("姓\\s*名")
_SENTENCE = Pattern("[，。；：]")
_LONGEST, _MOST_OFF, _FEWEST, _REACH = 40, 2, 3, 90


class _Listing(NamedTuple):
    """What an attachment lists: its number, its names, and all numbers that may be a count of them."""

    number: int | None
    names: frozenset[str]
    counts: frozenset[int]
    many: int
    at: Text

    @property
    def sizes(self) -> list[int]:
        """How long its names are, the longest first."""
        return sorted({len(name) for name in self.names}, reverse=True)


def miscounted_annexes(context: Context) -> Iterator[Miscounted]:
    """Counts that the list of the attachment contradicts."""
    text = context.once(running)
    pointed = list(text.find(_SEE, "heading", "paragraph"))
    several = list(text.find(_AND_SO_ON, "heading", "paragraph"))
    listings = context.once(_listings) if pointed or several else ()
    for found in pointed:
        number = int(found.match["a"]) if found.match["a"] else None
        meant = [one for one in listings if one.number == number]
        if len(meant) == 1 and (odd := _odd(value_of(found.match["n"]), meant[0])):
            yield Miscounted(found.at("n"), odd, meant[0].at)
    for found in several if listings else ():
        before = _BRACKETS.sub("", found.match.string[max(0, found.match.start() - _REACH) : found.match.start()]).rstrip("》")
        if "、" in before[-_SHORT:]:
            continue
        meant = [one for one in listings if any(before[-size:] in one.names for size in one.sizes)]
        if meant and all(_odd(value_of(found.match["n"]), one) for one in meant):
            yield Miscounted(found.at("n"), meant[0].many, meant[0].at)


#: Several names before 等 are told by those who look at lists.
_SHORT = 4


def _odd(stated: int, listing: _Listing) -> int:
    """How many are listed, where so few more or less are stated that they are meant."""
    return listing.many if stated not in listing.counts and 0 < abs(stated - listing.many) <= max(_MOST_OFF, listing.many // 8) else 0


def _listings(context: Context) -> tuple[_Listing, ...]:
    return tuple(found for part in context.document.parts if part.mark is not None and (found := _listing(part)) is not None)


def _listing(part: Part) -> _Listing | None:
    mark = _MARK.search(part.mark.value) if part.mark is not None else None
    number = int(mark["n"]) if mark is not None and mark["n"] else None
    tables = [node for node in part.nodes if isinstance(node, Table)]
    if len(tables) == 1 and not any(isinstance(node, Heading) for node in part.nodes):
        return _of_table(number, tables[0])
    headings = [node for node in part.nodes if isinstance(node, Heading)]
    if not tables and len(headings) >= _FEWEST and len({heading.style for heading in headings}) == 1 and not any(isinstance(node, Paragraph) and _SENTENCE.search(node.text.value) for node in part.nodes):
        titles = [heading.body.value[len(heading.label) :].strip() for heading in headings]
        return _Listing(number, frozenset(titles), frozenset({len(titles)}), len(titles), headings[-1].text) if all(len(title) <= _LONGEST and not _SENTENCE.search(title) for title in titles) else None
    if tables or headings:
        return None
    lines = [node.text for node in part.nodes if isinstance(node, Paragraph) and not _COUNT_LINE.match(node.text.value)]
    if len(lines) < _FEWEST or any(len(line.value) > _LONGEST or any(mark in line.value for mark in "，。：；") for line in lines):
        return None
    rows = [line.value.split() for line in lines]
    columns = {len(row) for row in rows}
    if len(columns) == 1 and columns != {1} and any(len(row[-1]) >= _SHORT and looks_like_body(row[-1]) for row in rows):
        # A name and where it is from, set as columns.
        return _Listing(number, frozenset(row[0] for row in rows), frozenset({len(rows)}), len(rows), lines[-1])
    spaced = [line for line in lines if " " in line.value.strip() or "\u3000" in line.value.strip()]
    names = [name for line in lines for name in (line.value.split() if spaced and _NAMES.fullmatch(line.value.strip()) else [line.value.strip()])]
    return _Listing(number, frozenset(names), frozenset({len(names)}), len(names), lines[-1])


def _of_table(number: int | None, table: Table) -> _Listing | None:
    rows = plain_rows(table)
    serials = [row.serial for row in rows]
    if len(rows) < _FEWEST or serials[0] != 1 or serials[-1] != len(rows) or len({row.line for row in rows}) != len(rows):
        return None
    counts = {len(rows)}
    names: list[str] = []
    for column in range(max(len(row.cells) for row in rows)):
        cells = [row.cells[column] if column < len(row.cells) else None for row in rows]
        values = [cell.value.strip() if cell is not None else "" for cell in cells]
        # So many kinds, places, bodies; so many things that a column of figures adds up to.
        kinds = Counter(value for value in values if value)
        counts |= {len(kinds), *kinds.values()}
        figures = [figure_in(cell) for cell in cells if cell is not None]
        counts.add(int(sum(figure.value for figure in figures if figure is not None)))
        if column < len(table.columns) and _PERSON.match(table.columns[column].head):
            names += [value for value in values if value]
        if all(_TITLED.match(value) and not value.isdigit() for value in values if value):
            names += [match["title"] or match["name"] for value in values if len(value) >= _SHORT and (match := _TITLED.match(value)) is not None]
    return _Listing(number, frozenset(names), frozenset(counts), len(rows), rows[-1].text)
