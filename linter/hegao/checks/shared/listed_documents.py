"""Lists of documents in tables: rows with a title, a number and perhaps a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from hegao.document.model import Document, Row, Table
from hegao.phrases.dates import find_date
from hegao.phrases.numbers import NumberPhrase, find_number
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: Heads of columns that hold the titles.
_TITLES = Pattern("名称|标题|题名|文件名|文件$|制度")


class ListedDocument(NamedTuple):
    """A document in a list: its number and where that stands, its title and day as far as the row gives them, and the table."""

    number: NumberPhrase
    at: Text
    title: Text | None
    day: datetime.date | None
    day_at: Text | None
    table: Table


def documents_in(document: Document) -> Iterator[ListedDocument]:
    """The documents that the tables of a document list, two rows at least of each table."""
    for table in document.of("table"):
        if isinstance(table, Table):
            rows = [listed for row in table.rows if (listed := _read(row, table)) is not None]
            if len(rows) > 1:
                yield from rows


def _read(row: Row, table: Table) -> ListedDocument | None:
    numbered: tuple[NumberPhrase, Text] | None = None
    title: Text | None = None
    day: tuple[datetime.date | None, Text] | None = None
    for column, cell in zip(table.columns, row.cells, strict=False):
        value = cell.value.strip("（）() 　")
        number = find_number(value) if "号" in value else None
        if number is not None and number.year is not None and number.end - number.start == len(value) and numbered is None:
            numbered = number, cell
        elif "年" in value and (phrase := find_date(value)) is not None and phrase.end - phrase.start == len(value) and day is None:
            day = phrase.date(), cell
        elif title is None and _TITLES.search(column.head) and len(value) > 3:
            title = cell
    if numbered is None:
        return None
    return ListedDocument(*numbered, title, day[0] if day else None, day[1] if day else None, table)
