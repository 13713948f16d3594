"""Cells of tables that spreadsheets open: text stays text, whatever it begins with."""

from __future__ import annotations

from hegao.reports.terminal_width import show
from hegao.sources.formula_cells import guarded


def csv_cell(text: str) -> str:
    """The text as a cell of a CSV file: on one line, without control characters, and no formula."""
    return guarded(show(text))
