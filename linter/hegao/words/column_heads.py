"""Heads of columns of tables that list tasks (栏目): the words by which a column is known, as patterns."""

from __future__ import annotations

from hegao.words.builtin_tables import TableRow, builtin
from hegao.words.patterns import one_of

#: How closely a head tells the task itself, 0 most.
MEASURE_RANKS = ("0", "1", "2")
#: Where in a head a word stands: anywhere, at the end, alone.
_AT = {"any": "{}", "end": "{}$", "whole": "^{}$"}


def heads_of(*uses: str, rank: str = "") -> str:
    """A pattern, to be searched for, of the heads with one of these uses (``rules/tables/README.md``)."""
    rows = [row for row in builtin("column-heads") if set(uses).intersection(row["uses"].split()) and row["rank"] == rank]
    return "|".join(form.format(one_of(_words(rows, at))) for at, form in _AT.items() if _words(rows, at))


def _words(rows: list[TableRow], at: str) -> list[str]:
    return [row["word"] for row in rows if row["at"] == at]
