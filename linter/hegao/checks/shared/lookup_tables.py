"""Tables (CSV) that checks look words up in: the built-in ones of rules/tables, and the office's own rows behind them.

A check takes a table from ``Context.tables``: ``tables.rows("words")`` gives the rows by the English names of their
columns.  What a check makes of the rows once it asks for by ``tables.made``, so that it is made once a run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from hegao.sources.digest import digest_of
from hegao.words.builtin_tables import TableRow, builtin

T = TypeVar("T")


class Tables:
    """The tables of a run: the built-in rows, and behind them those that the office gives."""

    def __init__(self, own: Mapping[str, Sequence[TableRow]] | None = None) -> None:
        """Take the office's rows by the names of the tables."""
        self._own = {name: tuple(rows) for name, rows in (own or {}).items()}
        self._made: dict[Any, Any] = {}

    def rows(self, name: str) -> tuple[TableRow, ...]:
        """The built-in rows of a table, then the office's."""
        return builtin(name) + self.own(name)

    def own(self, name: str) -> tuple[TableRow, ...]:
        """The office's rows of a table."""
        return self._own.get(name, ())

    def made(self, make: Callable[[Tables], T]) -> T:
        """What ``make`` makes of these tables; made at the first call only."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @property
    def digest(self) -> str:
        """Stands for all that the office's rows say; empty without any.  The built-in rows belong to the rules."""
        if not self._own:
            return ""
        said = json.dumps({name: [dict(row) for row in rows] for name, rows in self._own.items()}, sort_keys=True)
        return digest_of(said)


#: The built-in tables alone.
BUILTIN = Tables()
