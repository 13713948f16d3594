"""The figures of running text, read once for all that holds them against one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.phrases.quantities import FIGURE, Quantity, find_quantities
from hegao.sources.text import Text


class Figures(NamedTuple):
    """A passage, the line that stands for it, and the figures with units in it."""

    text: Text
    value: str
    named: Sequence[Quantity]

    def at(self, one: Quantity) -> Text:
        """Where a figure stands."""
        return self.text.slice(one.start, one.end)


def figures_spoken(context: Context) -> tuple[Figures, ...]:
    """The headings and paragraphs that hold figures, with these; to be asked for by ``context.once``."""
    spoken = context.once(running_without_names).bearing(FIGURE, "heading", "paragraph")
    found = (Figures(text, value, find_quantities(value)) for text, value in spoken)
    return tuple(passage for passage in found if passage.named)
