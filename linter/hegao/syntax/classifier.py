"""The lexer: what a line looks like, told by the patterns of the grammar.  A line is a token; where it stands may change its kind."""

from __future__ import annotations

import re
from functools import cache

from hegao.sources.kept_patterns import compiled
from hegao.syntax.line_kinds import Kind
from hegao.words.grammar_tables import tables


@cache
def classifier() -> re.Pattern[str]:
    """One alternation of all kinds that have a pattern, named, by falling priority."""
    return compiled("|".join(f"(?P<{name}>{pattern})" for name, pattern in tables().kinds))


def kind_of(squeezed: str) -> Kind:
    """The kind that a line without white space looks like."""
    match = classifier().match(squeezed)
    return Kind[match.lastgroup] if match and match.lastgroup else Kind.TEXT
