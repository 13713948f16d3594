"""Cells that a spreadsheet would run as a formula: written behind a mark that keeps them text, and read without it."""

from __future__ import annotations

#: How a formula begins; some spreadsheets take the wide forms for the narrow ones.
_FORMULA = tuple("=+-@＝＋－＠")
_GUARD = "'"
_BLANK = " \u3000\xa0"


def guarded(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return _GUARD + text if text.lstrip(_BLANK).startswith(_FORMULA) else text


def unguarded(cell: str) -> str:
    """The text that ``guarded`` made the cell of."""
    return cell[1:] if cell.startswith(_GUARD) and cell[1:].lstrip(_BLANK).startswith(_FORMULA) else cell
