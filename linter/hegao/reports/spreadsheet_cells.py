"""Cells of tables that spreadsheets open: text stays text, whatever it begins with."""

from __future__ import annotations

from hegao.reports.terminal_width import show

#: A spreadsheet would run a cell that starts so as a formula; some take the wide forms for the narrow ones.
_FORMULA = tuple("=+-@＝＋－＠")


def csv_cell(text: str) -> str:
    """The text as a cell of a CSV file: on one line, without control characters, and no formula."""
    shown = show(text)
    return "'" + shown if shown.lstrip(" \u3000\xa0").startswith(_FORMULA) else shown
