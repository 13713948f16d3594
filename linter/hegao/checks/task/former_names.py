"""Names that bodies had before a reform (旧机构名) wherever a document tells them, by the table ``former-names`` (norm ABB-06)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import in_force, running_words
from hegao.checks.shared.told_reforms import tells_reform
from hegao.checks.text.wording import FORMER, Words
from hegao.sources.text import Text


class Former(NamedTuple):
    """A name of old, the one that the body has now, and the reform."""

    at: Text
    now: str
    note: str


def former_names(context: Context) -> Iterator[Former]:
    """All such names that are in force, but where the text tells of the reform."""
    text = context.once(running_words)
    for start, end, word in context.tables.made(Words).found(text.text, (FORMER,)):
        if not word.since or in_force(context.document, word.since) and not tells_reform(text.text, start):
            yield Former(text.at(start, end), word.right, word.note)
