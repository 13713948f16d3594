"""Tabs in paragraphs: in Word they set things apart on a line, and sometimes whole tables are typed with them.

Rows typed so stand one below the other, three cells or more each; so do the entries of a contents list, a page number behind the tab.
Any other tab is a wide blank: the signer beside the number, two bodies that sign, the day beside the office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from hegao.sources.table_grid import Written

#: So many cells make a row, so many rows a table or a list.
_CELLS, _ROWS, _ENTRIES = 3, 2, 3
_PAGE = re.compile(r"[-—–\s]*\d{1,4}[-—–\s]*")
WIDE_BLANK = "\u3000"


def settle_tabs(lines: Iterable[Written]) -> None:
    """Put a wide blank for each tab that parts no cells."""
    for tabbed, run in groupby(lines, key=_is_tabbed):
        if tabbed:
            several = list(run)
            cells = [[cell.strip() for cell in line.text.split("\t") if cell.strip()] for line in several]
            if not _is_table(cells) and not _is_list(cells):
                for line in several:
                    line.text = line.text.replace("\t", WIDE_BLANK)


def _is_tabbed(line: Written) -> bool:
    return "\t" in line.text and not line.row


def _is_table(cells: list[list[str]]) -> bool:
    return len(cells) >= _ROWS and sum(1 for row in cells if len(row) >= _CELLS) * 2 >= len(cells)


def _is_list(cells: list[list[str]]) -> bool:
    return len(cells) >= _ENTRIES and all(len(row) == 2 and _PAGE.fullmatch(row[1]) for row in cells)
