"""Words beside figures (数字旁的说法) that say what they are of: a whole, what is done of it, what is left."""

from __future__ import annotations

from hegao.words.builtin_tables import SEPARATOR, builtin


def figure_words(use: str) -> tuple[str, ...]:
    """The words with a use of the table figure-words; raises ``KeyError`` for a use that it has not."""
    return {row["use"]: tuple(row["words"].split(SEPARATOR)) for row in builtin("figure-words")}[use]
