"""Days in one column of a table that are not all written alike (norm DAT-02): 2018.2.6 among 2018年3月1日."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.document.model import Document, Table
from hegao.phrases.dates import DatePhrase, find_dates
from hegao.sources.text import Text

#: So many other days must have the usual form, all of them.
_OTHERS = 2


def odd_days(document: Document) -> Iterator[tuple[Text, DatePhrase]]:
    """The one cell of a column that is a day in the short form, where all others that are days have the long one."""
    for table in document.of("table"):
        if isinstance(table, Table):
            for index in range(len(table.columns)):
                days = [(row.cells[index], phrase) for row in table.rows if index < len(row.cells) and (phrase := _day(row.cells[index].value))]
                short = [pair for pair in days if pair[1].form == "short"]
                if len(short) == 1 and len(days) > _OTHERS:
                    yield short[0]


def _day(cell: str) -> DatePhrase | None:
    """The whole day that a cell is and nothing besides."""
    phrase = next(find_dates(cell), None)
    return phrase if phrase is not None and phrase.day is not None and phrase.year is not None and phrase.written == cell.strip() else None
