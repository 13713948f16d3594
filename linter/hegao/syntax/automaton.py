"""The LALR automaton of document.lark: lines in, tree out.

Lark makes the tables from the grammar (``hegao.words.lark_tables``); to follow them takes a page, so that Lark, which takes
longer to import than a document to be parsed, is imported only when the grammar changed.
"""

from __future__ import annotations

from typing import Any

from hegao.syntax.trees import Token, Tree
from hegao.words.grammar_tables import Tables

END = "$END"


class Parser:
    """A parser at work on one file."""

    def __init__(self, tables: Tables) -> None:
        """Begin before the first line."""
        self._tables = tables
        self._states = [tables.start]
        self._values: list[Any] = []

    def feed(self, token: Token) -> bool:
        """Take the next line; False where it does not fit, and is left out."""
        action = self._reduce(token.kind)
        if action is None:
            return False
        self._states.append(action)
        self._values.append(token)
        return True

    def fits(self, kind: str) -> bool:
        """Whether a line of that kind could come next."""
        tables = self._tables
        states = list(self._states)
        while True:
            action = tables.states[states[-1]].get(kind)
            if action is None or action >= 0:
                return action is not None
            name, size = tables.rules[-1 - action]
            del states[len(states) - size :]
            states.append(tables.states[states[-1]][name])

    def finish(self) -> Tree:
        """The tree, when all lines have been taken."""
        self._reduce(END)
        tree: Tree = self._values[-1]
        return tree

    def _reduce(self, kind: str) -> int | None:
        """End all rules that a line of that kind ends; the state behind it, None where it does not fit."""
        tables, states = self._tables, self._states
        while True:
            if kind == END and states[-1] == tables.end:
                return tables.end
            action = tables.states[states[-1]].get(kind)
            if action is None or action >= 0:
                return action
            name, size = tables.rules[-1 - action]
            at = len(states) - size
            del states[at:]
            made = self._made(name, at - 1)
            del self._values[at - 1 :]
            self._values.append(made)
            states.append(tables.states[states[-1]][name])

    def _made(self, name: str, start: int) -> Any:
        """What a rule makes of the values from ``start`` on: a tree, or, where its name begins with _, only its parts."""
        values = self._values
        # A list belongs to one rule alone, so that a long run of lines grows without being copied.
        children = values[start] if start < len(values) and isinstance(values[start], list) else []
        for value in values[start + (1 if children else 0) :]:
            if isinstance(value, list):
                children += value
            else:
                children.append(value)
        return children if name.startswith("_") else Tree(name, children)
