"""The tree that the grammar makes of the lines of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from hegao.syntax.line_kinds import Kind


class Token(NamedTuple):
    """A line as the grammar sees it: its kind, and its index among the lines of the file.

    ``BEGIN`` is no line of its own; it stands before the first line of a document.
    """

    kind: Kind
    at: int


@dataclass(slots=True)
class Tree:
    """What a rule of document.lark stands for: its name, and what it is made of."""

    name: str
    children: list[Tree | Token]

    def tokens(self) -> list[Token]:
        """The lines under the tree, in order."""
        found: list[Token] = []
        for child in self.children:
            if isinstance(child, Tree):
                found += child.tokens()
            elif child.kind != Kind.BEGIN:
                found.append(child)
        return found

    def trees(self, *names: str) -> list[Tree]:
        """The children that are trees, in order; with ``names``, those of these rules."""
        return [child for child in self.children if isinstance(child, Tree) and (not names or child.name in names)]
