"""Building blocks of patterns: what terminals.lark says once, for the patterns of those who read running text."""

from __future__ import annotations

from hegao.words.grammar_tables import tables


def terminal(name: str) -> str:
    """The regular expression of a terminal of terminals.lark or of the vocabulary; raises ``KeyError`` where there is none.

    It is for a line without white space: who reads running text allows for blanks between the blocks.
    """
    return tables().blocks[name]
