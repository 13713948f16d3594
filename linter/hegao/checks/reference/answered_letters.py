"""The letter that a reply answers (来文): cited by its title and its number (norm REF-03)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.masking import TITLE
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: What a reply answers: 你局《关于…的请示》收悉, its number lost.
_ANSWERED = Pattern(rf"^[^。；《]{{0,20}}(?P<letter>{TITLE})(?=已?收悉)")
#: 你县来文收悉: neither its title nor its number.
_ANSWERED_NOTHING = Pattern(r"^(?:你|贵)[^，。；《]{1,12}(?:来文|来函|报来的?(?:请示|材料)|请示|函|报告|来件)(?=已?(?:收悉|收到))")
#: What deputies write bears a number of their assembly.
_OF_DEPUTIES = ("建议》", "提案》")


class Answered(NamedTuple):
    """Where the letter is cited, and how it should be."""

    at: Text
    right: str


def unnumbered(document: Document, context: Context) -> Iterator[Answered]:
    """A reply that cites the letter it answers without its number, or not at all; public copies may have left it out."""
    if document.genre not in ("批复", "函") or context.profile == "published":
        return
    for node in islice(document.of("paragraph"), 2):
        match = _ANSWERED.search(node.text.value)
        if match is not None and not match["letter"].endswith(_OF_DEPUTIES):
            at = node.text.slice(*match.span("letter"))
            yield Answered(at, f"{at.value}（来文字号）")
        nothing = _ANSWERED_NOTHING.match(node.text.value)
        if nothing is not None:
            yield Answered(node.text.slice(0, nothing.end()), "你×《关于…的请示》（来文字号）")
